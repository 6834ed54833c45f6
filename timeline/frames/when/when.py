"""Which date expression dates a mention, read off the parse; values come later (`timeline.timex.resolve`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline.frames.naming.capitals import dateline_end
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import (
    clause_around,
    clause_of,
    dated_noun,
    dates_noun,
    describes,
    governor_of,
    head_of,
    is_part,
    is_scene,
    reports,
    saying_of,
    stem,
)
from timeline.frames.when.elsewhere import (
    came_before,
    compares,
    dates_thing,
    in_other_aside,
    is_aside,
    is_counted_from,
    tells_of_another,
    told_as_earlier,
)
from timeline.frames.when.expressions import Expression, standing
from timeline.frames.words.name_words import name_words


@dataclass(frozen=True)
class Link:
    """The expression that dates a word, and how it hangs together with it (lower is closer)."""

    expression: int
    distance: int
    aside: bool = False  # the mention stands in an aside of the clause that is dated
    of_noun: bool = False  # "after Sunday's vote", "since May, when he fell": what precedes the day is not its own


_MAKING = frozenset(
    """impose hold stage launch mount organise organize call schedule plan set start begin occur happen erupt announce
    declare introduce conduct convene topple overthrow oust depose""".split()
)
_DAYS = frozenset(
    """today yesterday tonight morning afternoon evening night dawn daybreak noon midday dusk nightfall
    midnight""".split()
)
_DAY_NOUNS = ("day", "night", "morning", "evening", "afternoon", "weekend", "month", "year")
_CLAUSE = ("VERB", "AUX")
_ASKING = frozenset({"demand", "ask", "urge", "insist", "propose", "suggest", "recommend", "request", "require"})
_OWN, _CLAUSE_MATE, SHARED, AROUND, _FAR, _NOT = 0, 1, 2, 3, 5, 6
"""How far from a trigger its date stands; ``AROUND`` is in a clause before or after its own."""


def link(
    parsed: Parsed,
    trigger: Token,
    expressions: Sequence[Expression],
    performed: bool = False,
    apart: Collection[int] = (),
) -> Link | None:
    """The expression that dates a trigger: in its phrase, its clause, or a clause that shares its time with it.

    An expression that hangs on a verb of saying dates the saying, not the event ("said on Tuesday that ..."), unless
    the act is ``performed`` by saying so ("announced on Tuesday that it did not recognise"). Those ``apart`` are not
    asked.
    """
    ranked = []
    body = parsed.sentence.span.start + dateline_end(parsed.sentence.span.text)
    for index in standing(expressions, body, parsed.sentence.span.end):  # the dateline tells when it was written
        expression = expressions[index]
        if index in apart or not _can_date(expression):
            continue
        token = head_of(parsed, expression.span)
        if token is not None:
            rank = _closeness(token, trigger, performed)
            of_noun = dates_noun(token, trigger) or _tells_when(token, trigger)
            clause = clause_around(trigger)
            aside = is_aside(clause) and governor_of(token) in clause.ancestors
            ranked.append(
                (rank > _FAR, rank + _worse(expression, token), abs(token.i - trigger.i), index, rank, aside, of_noun)
            )
    best = min(ranked, default=None)
    if best is None or best[4] > _FAR:
        return None
    closes = best[3] > 0 and expressions[best[3] - 1].range_end == best[3]  # of a range the first dates it
    return Link(best[3] - closes, best[4], *best[5:])


def _worse(expression: Expression, token: Token) -> float:
    """How much worse an expression dates than a day does: a length, a night that is not named, "since 1986".

    So does the day of what may come round each week: "the Sunday marches, on 16 August".
    """
    weekly = token.lower_ in name_words().weekdays and token.dep_ in ("compound", "nmod") and token.head.tag_ == "NNS"
    if weekly or expression.type == "DURATION":
        return 1.5
    return 0.5 * (expression.span.text.lower() == "overnight" or expression.relation == "since")


def _can_date(expression: Expression) -> bool:
    if expression.type == "SET":
        return False
    return expression.type != "DURATION" or expression.relation in ("within", "after", "before")


def _closeness(token: Token, trigger: Token, performed: bool) -> int:
    """How an expression hangs together with a trigger: own phrase, own clause, shared clause, around, or not at all."""
    if compares(token) or is_counted_from(token) or dates_thing(token, trigger):
        return _NOT
    saying = saying_of(token)
    if saying is not None:
        return _OWN if saying == trigger else SHARED if performed else _NOT
    if _is_brought_about(token, trigger):
        return _OWN
    gap = _gap(token)
    if gap is not None and trigger.pos_ not in _CLAUSE and gap in (trigger, *trigger.ancestors):
        return _OWN  # "chosen in 2019 and in custody since 2021"
    if _hangs_on(token, trigger):
        return _NOT if gap is not None else _OWN
    if _tells_when(token, trigger):
        return _OWN
    noun = dated_noun(token)
    if noun is not None:  # it dates what that noun stands for: the trigger's own object, or something else
        part = is_part(noun, trigger) or describes(trigger, noun) or is_scene(noun, trigger)
        return _CLAUSE_MATE if part else _NOT
    return _NOT if gap is not None else _clauses_apart(token, trigger, performed)


def _clauses_apart(token: Token, trigger: Token, performed: bool) -> int:
    """How an expression outside the trigger's own phrase hangs together with it, by the clauses of both."""
    governor, clause = governor_of(token), clause_around(trigger)
    if governor.dep_ == "xcomp" and governor.head == trigger and governor.i == trigger.i + 1:
        governor = trigger  # "let go", "set free"
    if clause.dep_ == "conj" and governor == clause.head and _opens_conjunct(token, governor, clause):
        return _CLAUSE_MATE
    if governor == clause and came_before(trigger, clause):
        return _NOT
    if governor == clause:
        spoken = reports(clause, token) and clause != trigger and trigger.dep_ not in ("dobj", "nsubjpass")
        return _CLAUSE_MATE if not spoken else SHARED if performed else _NOT
    if governor != trigger and reports(governor, token) and not _acts_too(governor, clause):
        return SHARED if performed else _NOT
    if clause.dep_ == "ccomp" and trigger != clause and clause.head.lemma_ in _ASKING:
        return _NOT  # "a week later he demanded that the vote be repeated"
    if clause.dep_ in ("xcomp", "acl", "conj", "advcl", "pcomp", "relcl", "ccomp") and governor in clause.ancestors:
        earlier = token.i < clause.i and _names_day(token) and told_as_earlier(governor, clause)
        return _NOT if earlier or _is_past_aside(clause, token) else _shared(token, governor, clause)
    if clause in governor.ancestors:
        if tells_of_another(governor, clause):
            return _NOT
        if _is_done_then(token, governor, clause):
            return SHARED
        return AROUND if governor.dep_ in ("xcomp", "pcomp", "acl", "conj") and token.i > trigger.i else _FAR
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and _closes_before(token, governor, clause):
        return AROUND
    return _NOT if in_other_aside(governor, clause) else _FAR


def _opens_conjunct(token: Token, governor: Token, clause: Token) -> bool:
    """Whether a day opens the second clause of two, though the parse gave it to the first: "..., and on 4 July she"."""
    joins = (word for word in governor.children if word.dep_ == "cc" and governor.i < word.i < clause.i)
    opening = stem(token)
    opening = opening.head if opening.dep_ == "pobj" else opening
    return any(word.i + 1 == opening.left_edge.i and token.i < clause.i for word in joins)


def _is_done_then(token: Token, governor: Token, clause: Token) -> bool:
    """Whether the act a later clause leads to has a day of its own: "... in May, and two were told to go in June"."""
    later = clause.dep_ == "conj" and governor.dep_ == "xcomp" and governor.head == clause and token.i > governor.i
    return later and token.head.lower_ not in ("by", "before", "until", "within", "for")


def _is_past_aside(clause: Token, token: Token) -> bool:
    """Whether a day stands behind a relative clause and is none of its: "X, whose fall drew crowds, left Monday"."""
    return clause.dep_ == "relcl" and clause.head.dep_ in ("nsubj", "nsubjpass") and token.i > clause.right_edge.i


def _closes_before(token: Token, governor: Token, clause: Token) -> bool:
    """Whether a day closes the clause before a participle: "took a camp held by rebels on Monday, killing two".

    The parser gives such a day to the participle at the noun, and either may be meant.
    """
    within = governor.dep_ == "acl" and clause.head in governor.ancestors
    return within and token.i < clause.i and _names_day(token)


def _is_brought_about(token: Token, trigger: Token) -> bool:
    """Whether an expression tells when the event of a noun was made: "the ban that it imposed last May"."""
    verb = clause_of(token)
    if verb is None or trigger.pos_ != "NOUN" or verb.dep_ not in ("relcl", "acl"):
        return False
    if verb.lemma_ not in _MAKING and not _is_means(verb):
        return False
    noun = verb.head
    while noun not in (trigger, noun.head) and noun.head.pos_ not in _CLAUSE:  # "a march on the court planned for May"
        noun = noun.head
    return noun == trigger


def _is_means(clause: Token) -> bool:
    """Whether a relative clause tells what was done by its noun: "the blockade with which they cut the city off"."""
    preps = (prep for prep in clause.children if prep.dep_ == "prep" and prep.lower_ in ("with", "by", "through"))
    return clause.dep_ == "relcl" and any(what.lower_ == "which" for prep in preps for what in prep.children)


def _acts_too(verb: Token, clause: Token) -> bool:
    """Whether a clause tells what the speaker did besides saying: "on Monday it said so and closed the border"."""
    return clause.dep_ == "conj" and clause.head == verb and clause.tag_ == verb.tag_


def _names_day(token: Token) -> bool:
    """Whether an expression is a day, and no longer stretch that holds what went before too."""
    words = {word.lower_ for word in token.subtree}
    return bool(words & (name_words().weekdays | _DAYS)) or any(word.isdigit() and len(word) <= 2 for word in words)


def _tells_when(token: Token, trigger: Token) -> bool:
    """Whether the clause of a trigger says what a day saw: "since May 3, when it was banned", "3 May, the day it fell".

    Nothing but the rest of the date stands between the two.
    """
    clause = clause_around(trigger)
    if clause.dep_ not in ("relcl", "advcl"):
        return False
    opening = next((child for child in clause.children if child.lower_ == "when" and child.dep_ == "advmod"), None)
    if opening is None and clause.dep_ == "relcl" and clause.head.lower_ in _DAY_NOUNS:
        opening = clause.head
    if opening is None or opening.i <= token.i:
        return False
    return all(word.is_punct or word.like_num or word.dep_ == "det" for word in token.doc[token.i + 1 : opening.i])


def _shared(token: Token, governor: Token, clause: Token) -> int:
    """An expression of a higher clause: shared when it stands before both ("On Monday X did A and B")."""
    if clause.dep_ == "conj" and clause.head == governor:
        return SHARED if token.i < governor.i else AROUND
    means = clause.dep_ == "pcomp" and clause.head.lower_ == "by"  # "answered on Monday by expelling two"
    return SHARED if means or clause.dep_ in ("xcomp", "acl") else AROUND


def _hangs_on(token: Token, trigger: Token) -> bool:
    """Whether an expression stands inside the trigger's own phrase or clause, with no other verb between."""
    head, noun = stem(token), dated_noun(token)
    while head.head != head:
        if noun is not None and head.i != token.i and head == noun and head != trigger:
            return False
        head = head.head
        if head == trigger:
            return True
        if head.pos_ in _CLAUSE:
            return False
    return False


def _gap(token: Token) -> Token | None:
    """The head of a clause without its verb, which has a date: "six were freed on Monday and two nurses in June"."""
    path = (token, *token.ancestors)
    verb = clause_of(token)
    if verb is not None:
        between = (word for word in verb.children if _opens_gap(word) and verb.i < word.i < token.i)
        behind = next(between, None)
        if behind is not None:
            return behind
    own = path[: next((i for i, head in enumerate(path) if head.pos_ in _CLAUSE), len(path))]
    return next((word for word in own if _opens_gap(word) and word.head.pos_ in _CLAUSE), None)


def _opens_gap(word: Token) -> bool:
    return word.dep_ == "conj" and word.pos_ not in _CLAUSE
