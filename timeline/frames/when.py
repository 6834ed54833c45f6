"""Which date expression dates a mention, read off the parse; values come later (`timeline.timex.resolve`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Token

from timeline.frames.syntax import Parsed
from timeline.models import Relation, Span, TimexType


class Expression(Protocol):
    """As much of a found date expression as linking needs."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def type(self) -> TimexType:
        """Its TIMEX3 type."""

    @property
    def relation(self) -> Relation:
        """The preposition that governs it."""

    @property
    def sentence(self) -> int:
        """The number of its sentence."""


@dataclass(frozen=True)
class Link:
    """The expression that dates a word, and how it hangs together with it (lower is closer)."""

    expression: int
    distance: int


_SPEECH = frozenset(
    """say tell announce report state declare add claim allege note write confirm deny warn explain insist argue admit
    estimate quote describe recall testify disclose reveal maintain assert acknowledge""".split()
)
_CLAUSE = ("VERB", "AUX")
_ARGUMENTS = ("dobj", "nsubj", "nsubjpass")
_OWN, _CLAUSE_MATE, _SHARED, _AROUND, _FAR = 0, 1, 2, 3, 5


def link(parsed: Parsed, trigger: Token, expressions: Sequence[Expression], performed: bool = False) -> Link | None:
    """The expression that dates a trigger: in its phrase, its clause, or a clause that shares its time with it.

    An expression that hangs on a verb of saying dates the saying, not the event ("said on Tuesday that ..."), unless
    the act is ``performed`` by saying so ("announced on Tuesday that it did not recognise").
    """
    ranked = []
    for index, expression in enumerate(expressions):
        if expression.sentence != parsed.sentence.index or not _can_date(expression):
            continue
        token = _head(parsed, expression.span)
        if token is not None:
            rank = _closeness(token, trigger)
            if performed and rank > _FAR:
                rank = _FAR
            worse = 1.5 if expression.type == "DURATION" else 0  # a day dates better than a length
            ranked.append((rank > _FAR, rank + worse, abs(token.i - trigger.i), index, rank))
    best = min(ranked, default=None)
    return Link(best[3], best[4]) if best and best[4] <= _FAR else None


def _can_date(expression: Expression) -> bool:
    if expression.type == "SET":
        return False
    return expression.type != "DURATION" or expression.relation in ("within", "after", "before")


def _head(parsed: Parsed, span: Span) -> Token | None:
    """The token of an expression whose syntactic head lies outside it."""
    base = parsed.sentence.span.start
    inside = [t for t in parsed.doc if t.idx < span.end - base and t.idx + len(t) > span.start - base]
    return next((token for token in inside if token.head not in inside or token.head == token), None)


def _closeness(token: Token, trigger: Token) -> int:
    """How an expression hangs together with a trigger: own phrase, own clause, shared clause, around, or not at all."""
    if _hangs_on(token, trigger):
        return _OWN
    if _dates_a_noun(token):  # it dates what that noun stands for: the trigger's own object, or something else
        return _CLAUSE_MATE if _is_part(token.head, trigger) else _FAR + 1
    governor, clause = _governor(token), _clause(trigger)
    if governor == clause:
        if clause.lemma_ in _SPEECH and clause != trigger and trigger.dep_ not in ("dobj", "nsubjpass"):
            return _FAR + 1
        return _CLAUSE_MATE
    if governor.lemma_ in _SPEECH and governor != trigger:
        return _FAR + 1
    if clause.dep_ in ("xcomp", "acl", "conj", "advcl", "pcomp", "relcl", "ccomp") and governor in clause.ancestors:
        return _shared(token, governor, clause)
    if clause in governor.ancestors:
        return _AROUND if governor.dep_ in ("xcomp", "pcomp", "acl", "conj") and token.i > trigger.i else _FAR
    return _FAR


def _shared(token: Token, governor: Token, clause: Token) -> int:
    """An expression of a higher clause: shared when it stands before both ("On Monday X did A and B")."""
    if clause.dep_ == "conj" and clause.head == governor:
        return _SHARED if token.i < governor.i else _AROUND
    return _SHARED if clause.dep_ in ("xcomp", "acl") else _AROUND


def _hangs_on(token: Token, trigger: Token) -> bool:
    """Whether an expression stands inside the trigger's own phrase or clause, with no other verb between."""
    head = token
    while head.head != head:
        if head != token and _dates_a_noun(token) and head.pos_ in ("NOUN", "PROPN") and head != trigger:
            return False
        head = head.head
        if head == trigger:
            return True
        if head.pos_ in _CLAUSE:
            return False
    return False


def _dates_a_noun(token: Token) -> bool:
    """Whether an expression stands before another noun and dates that: "last June's attack", "the March 3 vote"."""
    return token.dep_ in ("poss", "nmod", "compound", "amod", "nummod") and token.head.pos_ in ("NOUN", "PROPN")


def _is_part(noun: Token, trigger: Token) -> bool:
    """Whether a noun only spells a trigger out: "lost the March vote", "seized power in a 1994 coup"."""
    if noun.head == trigger:
        return noun.dep_ in _ARGUMENTS
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during") and noun.head.head == trigger


def _governor(token: Token) -> Token:
    """The verb an expression modifies, past prepositions and nouns."""
    return next((head for head in token.ancestors if head.pos_ in _CLAUSE), token)


def _clause(trigger: Token) -> Token:
    """The verb of the clause a trigger stands in: itself, or the verb that governs its noun phrase."""
    if trigger.pos_ in _CLAUSE:
        return trigger
    return next((head for head in trigger.ancestors if head.pos_ in _CLAUSE), trigger)
