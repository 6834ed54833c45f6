"""What a mention counts its time from, where no date dates it: "a day after the vote", "before he was deposed".

A tie is read off the parse, in both directions: in "X resigned a day after expelling Y", the expulsion is dated
by the resignation. What it comes to is worked out once the dates of the article are known
(`timeline.frames.when.tied`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import clause_of
from timeline.frames.when.expressions import Expression, standing
from timeline.frames.when.lengths import UNITS, Length, begin_of, length_before
from timeline.frames.when.news import News, news_of
from timeline.frames.when.when import link

Order = Literal["after", "before", "same"]


@dataclass(frozen=True)
class Tie:
    """That a mention lies before, after or on the day of something else, which is found by any of the last four."""

    order: Order
    length: Length | None
    text: str  # the words that say so
    offsets: frozenset[int]  # of the words that tell the other event, in the article
    expression: int | None  # that dates it in its own clause
    words: frozenset[str]  # what it is called
    story: bool = False  # it is whatever was told last
    close: bool = False  # it hangs on the mention's own word
    news: News = ""  # it is the news itself: what was told of these days, or that it is published


_ORDERS: dict[str, Order] = {
    "after": "after", "following": "after", "since": "after", "before": "before", "when": "same", "during": "same",
}  # fmt: skip
_FLIPPED: dict[Order, Order] = {"after": "before", "before": "after", "same": "same"}
_LOOSE: dict[str, Order] = {
    "afterwards": "after", "afterward": "after", "later": "after", "earlier": "before", "beforehand": "before",
}  # fmt: skip
_WITHIN = re.compile(r"\bwithin\b[^,;]*\Z", re.IGNORECASE)
_NAMED: tuple[tuple[re.Pattern[str], Order, Length | None], ...] = (  # "the eve of the vote"
    (re.compile(r"\beve\s*\Z", re.I), "before", Length(1, "D")),
    (re.compile(r"\bthe\s+(?:very\s+|same\s+)?(?:day|night|morning|evening|time|occasion)\s*\Z", re.I), "same", None),
    (re.compile(r"\b(?:aftermath|wake)\s*\Z", re.I), "after", None),
    (re.compile(r"\bahead\s*\Z", re.I), "before", None),
)
_REACH = 40  # characters that hold those words
_CUES = frozenset({"of", "within", "in", *_LOOSE, *_ORDERS})
_CLAUSES = ("VERB", "AUX")
# "said on Friday that ..., a day after", "accused them on Friday of ..., a day after": dated by the clause above
_SHARING = ("ccomp", "xcomp", "conj", "pcomp")


def ties_of(
    parsed: Parsed, trigger: Token, expressions: Sequence[Expression], ends: frozenset[str] = frozenset()
) -> tuple[Tie, ...]:
    """The ties of a trigger: those that tell how long first, then those of its own phrase.

    ``ends`` is what an event brings to an end is called: "she was freed after three days" counts from the arrest.
    """
    cues = [token for token in parsed.doc if token.lower_ in _CUES]
    found = [tie for cue in cues if (tie := _tie(parsed, cue, trigger, expressions)) is not None]
    if ends:
        found += [tie for cue in cues if (tie := _ended(parsed, cue, trigger, ends)) is not None]
    return tuple(sorted(found, key=lambda tie: (tie.length is None, not tie.close, tie.order == "same")))


def _tie(parsed: Parsed, cue: Token, trigger: Token, expressions: Sequence[Expression]) -> Tie | None:
    word, before = cue.lower_, parsed.doc.text[: cue.idx]
    if word in _LOOSE or word in ("within", "in"):
        return _loose(parsed, cue, trigger, before)
    told = _of(before) if word == "of" else (_ORDERS[word], length_before(before)) if word in _ORDERS else None
    governed = _governed(cue) if told else None
    if told is None or governed is None or _is_length(governed):
        return None
    governor = _governor(cue, governed)
    if governor is None:
        return None
    order, length = told
    side = _Side(parsed, governed, begin_of(before, length), cue.idx + len(cue))
    at, sentence = parsed.offset(governed), parsed.sentence.span
    if any(at < expressions[index].span.end for index in standing(expressions, sentence.start, at + 1)):
        return None  # "after Monday"
    if trigger in side.inside:
        if length is not None and length.unit == "H" and trigger.pos_ == "NOUN":
            return None  # "hours after the coup": the coup is known, or was told before
        return _inverse(side, governor, order, length, expressions) if _told_by(trigger, governed) else None
    if not _is_of(trigger, governor, cue):
        return None
    own = next((index for index in side.expressions(expressions) if expressions[index].span.start >= side.behind), None)
    words = frozenset(_called(governed))
    return Tie(
        order, length, side.text, side.offsets(side.inside), own, words, close=trigger in (governor, governor.head)
    )


@dataclass(frozen=True)
class _Side:
    """What stands below "after": its words, and with the length before it the stretch they take up."""

    parsed: Parsed
    governed: Token
    begin: int
    end: int

    @property
    def inside(self) -> tuple[Token, ...]:
        return tuple(self.governed.subtree)

    @property
    def behind(self) -> int:
        return self.parsed.sentence.span.start + self.end

    @property
    def text(self) -> str:
        words = self.parsed.doc.text[self.begin : self.end].strip()
        end = self.governed.idx + len(self.governed)
        return self.parsed.doc.text[self.begin : end].strip() if words.lower() == "of" else words

    def offsets(self, tokens: Iterable[Token]) -> frozenset[int]:
        return frozenset(self.parsed.offset(token) for token in tokens)

    def expressions(self, expressions: Sequence[Expression]) -> tuple[int, ...]:
        """The date expressions in the length or below "after"."""
        base = self.parsed.sentence.span.start
        spans = [(base + self.begin, base + self.end)]
        spans += [(self.parsed.offset(token), self.parsed.offset(token) + len(token)) for token in self.inside]
        here = ((index, expressions[index].span) for index in standing(expressions, base, max(spans)[1]))
        return tuple(index for index, at in here if any(at.start < end and start < at.end for start, end in spans))


def _inverse(
    side: _Side, governor: Token, order: Order, length: Length | None, expressions: Sequence[Expression]
) -> Tie:
    """A trigger below "after" lies before the clause that "after" hangs on."""
    below = side.expressions(expressions)
    dating = link(side.parsed, governor, expressions, apart=below)
    while dating is None and governor.dep_ in _SHARING:
        governor = governor.head.head if governor.dep_ == "pcomp" else governor.head
        dating = link(side.parsed, governor, expressions, apart=below)
    inside = set(side.inside)
    clause = [t for t in side.parsed.doc if t not in inside and (t == governor or _clause(t) == governor)]
    subject = next((child for child in governor.children if child.dep_ == "nsubj"), None)
    points_back = governor.lemma_ == "be" and subject is not None and subject.lower_ in ("that", "it", "this", "which")
    expression = dating.expression if dating else None
    offsets = side.offsets(clause)
    close, news = length is not None, news_of(governor, subject)
    return Tie(_FLIPPED[order], length, side.text, offsets, expression, frozenset(), points_back, close, news)


def _loose(parsed: Parsed, cue: Token, trigger: Token, before: str) -> Tie | None:
    """ "Six days afterwards", "a few hours later", "within hours": counted from what the story has reached."""
    if cue.lower_ in ("within", "in"):
        order: Order = "after"
        length = next((found for child in cue.children if (found := _spanned(parsed, cue, child))), None)
        begin, end = cue.idx, max((t.idx + len(t) for t in cue.subtree), default=cue.idx)
    else:
        order, length = _LOOSE[cue.lower_], length_before(before)
        begin, end = begin_of(before, length), cue.idx + len(cue)
    clause, told = _joined(parsed, _clause(cue), begin), _clause(trigger)
    beside = clause is not None and (
        _done_by(clause, trigger)
        or (clause.dep_ == "xcomp" and clause.head == trigger)
        or (told is not None and told.dep_ == "conj" and told.head == clause and cue.i < clause.i)
    )
    if length is None or not beside or length.unit not in ("H", "D"):
        return None
    return Tie(order, length, parsed.doc.text[begin:end].strip(), frozenset(), None, frozenset(), story=True)


def _ended(parsed: Parsed, cue: Token, trigger: Token, ends: frozenset[str]) -> Tie | None:
    """ "After three days" or "after two weeks in a cell", of what ends then; not "after three days of talks"."""
    governed = _governed(cue) if cue.lower_ == "after" else None
    clause = _clause(cue)
    if governed is None or clause is None or not _is_length(governed) or not _done_by(clause, trigger):
        return None
    length = length_before(parsed.doc.text[: governed.idx + len(governed)])
    if length is None or length.amount is None or length.unit not in ("D", "W"):
        return None
    if any(child.dep_ == "prep" and child.lower_ == "of" for child in governed.children):
        return None
    text = parsed.doc.text[cue.idx : governed.idx + len(governed)]
    return Tie("after", length, text, frozenset(), None, ends)


def _joined(parsed: Parsed, clause: Token | None, begin: int) -> Token | None:
    """The clause that "and a day afterwards" opens, where the parse gave the words to the clause before it."""
    before = next((token for token in reversed(parsed.doc) if token.idx < begin), None)
    if clause is None or before is None or before.dep_ != "cc" or before.i < clause.i:
        return clause
    return next((verb for verb in clause.children if verb.dep_ == "conj" and verb.i > before.i), clause)


def _done_by(clause: Token, trigger: Token) -> bool:
    """Whether a clause does what the trigger tells: itself, or "responded by expelling", "declared him unwelcome"."""
    verb = _clause(trigger)
    while verb is not None and verb != clause:
        if verb.dep_ not in ("xcomp", "pcomp") and not (verb.dep_ == "ccomp" and verb.head.lemma_ == "declare"):
            return False
        verb = _clause(verb.head)
    return verb is not None


def _spanned(parsed: Parsed, cue: Token, child: Token) -> Length | None:
    """The hours of "within hours", if nothing tells of what: "within hours of the vote" is told by "of"."""
    if child.dep_ != "pobj" or child.lemma_.lower() not in ("hour", "minute"):
        return None
    if any(t.dep_ in ("prep", "relcl") or t.dep_ == "acl" for t in child.children):
        return None
    return length_before(parsed.doc.text[cue.idx : child.idx + len(child)])


def _of(before: str) -> tuple[Order, Length | None] | None:
    """The order that "of" makes with what stands before it: "within hours of", "on the eve of"."""
    near = max(0, len(before) - _REACH)
    for pattern, order, length in _NAMED:
        if pattern.search(before, near):
            return order, length
    length = length_before(before)
    return ("after", length) if length is not None and length.within and _WITHIN.search(before) else None


# ------------------------------------------------------------------ what stands on either side


def _governed(cue: Token) -> Token | None:
    """What "after" governs: the noun behind it, or the verb of its clause."""
    if cue.dep_ == "mark" or (cue.lower_ == "when" and cue.dep_ == "advmod"):
        return cue.head if cue.head.pos_ in _CLAUSES and cue.head.dep_ in ("advcl", "relcl", "pcomp", "conj") else None
    return next((child for child in cue.children if child.dep_ in ("pobj", "pcomp") and child.i > cue.i), None)


def _governor(cue: Token, governed: Token) -> Token | None:
    """What "after" hangs on, past the length before it: a verb, or the noun of an event."""
    head = governed.head if cue.dep_ in ("mark", "advmod") else cue.head
    while _is_length(head) or head.dep_ == "prep":
        if head.head == head:
            return None
        head = head.head
    return head


def _is_length(token: Token) -> bool:
    return token.lemma_.lower() in (*UNITS, "eve", "aftermath", "wake", "time") or token.lower_ == "ahead"


def _is_of(trigger: Token, governor: Token, cue: Token) -> bool:
    """Whether what hangs on the governor is told of the trigger."""
    clause = _clause(trigger)
    if governor in (trigger, clause) or (governor.dep_ == "pobj" and governor.head == trigger):
        return True
    if governor.pos_ in _CLAUSES and _done_by(governor, trigger):  # "two days before the vote, soldiers tried to seize"
        return True
    if clause is not None and clause.dep_ == "conj" and clause.head == governor and cue.i < governor.i:
        return True  # "after the match some sat down and blocked the road"
    beside = governor.dep_ in ("advcl", "acl") and governor.tag_ == "VBG"  # "meeting hours after it, the council ..."
    return beside and _clause(governor.head) == _clause(trigger)


def _told_by(trigger: Token, governed: Token) -> bool:
    """Whether a trigger below "after" is what "after" speaks of, and no aside of it."""
    token, there = trigger, False
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "over":
        return False  # "a day after they fell out over the arrests": the cause came before
    while token != governed and token.head != token:
        there = there or (governed.pos_ == "NOUN" and _tells_of(token))
        if token.dep_ in ("relcl", "acl", "advcl") and not there:
            return False
        token = token.head
    return token == governed


def _tells_of(verb: Token) -> bool:
    """Whether a clause tells what happened at an event, and not what became of it: "the vote, where she won 40"."""
    return verb.dep_ == "relcl" and any(child.lower_ == "where" and child.dep_ == "advmod" for child in verb.children)


def _clause(token: Token) -> Token | None:
    return token if token.pos_ in _CLAUSES else clause_of(token)


def _called(governed: Token) -> Iterator[str]:
    """The words of a phrase or clause that may name the event elsewhere."""
    yield governed.lemma_.lower()
    labels = ("compound", "amod") if governed.pos_ not in _CLAUSES else ("dobj", "nsubjpass", "attr")
    for child in governed.children:
        if child.dep_ == "poss" and child.pos_ == "PROPN":
            yield child.lower_
        if child.dep_ in labels and child.pos_ in ("NOUN", "VERB"):
            yield child.lemma_.lower()
