"""What a mention counts its time from, where no date dates it: "a day after the vote", "before he was deposed".

A tie is read off the parse, in both directions: in "X resigned a day after expelling Y", the expulsion is dated
by the resignation. What it comes to is worked out once the dates of the article are known
(`timeline.frames.when.tied`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.expressions import Expression, standing
from timeline.frames.when.lengths import Length, anniversary, begin_of, length_before
from timeline.frames.when.news import News, news_of
from timeline.frames.when.tie_sides import (
    done_by,
    governed_by,
    hangs_on,
    is_length,
    is_spoken_of,
    is_told_of,
    names_of,
    verb_of,
)
from timeline.frames.when.when import AROUND, link

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


STILL = "since"
"""The words of a tie to what has lasted from then on."""
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
_ORDERING = frozenset(
    "order tell ask give instruct urge require direct command demand oblige hour day deadline".split()
)
_SCHEDULING = frozenset({"schedule", "pencil", "timetable"})
_REACH = 40  # characters that hold those words
_WORDS = 6  # of ", the tenth anniversary"
_CUES = frozenset({"of", "from", "within", "in", *_LOOSE, *_ORDERS})
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
    found += [tie for cue in cues if (tie := _ever_since(cue, trigger)) is not None]
    if ends:
        found += [tie for cue in cues if (tie := _ended(parsed, cue, trigger, ends)) is not None]
    return tuple(sorted(found, key=lambda tie: (tie.length is None, not tie.close, tie.order == "same")))


def _tie(parsed: Parsed, cue: Token, trigger: Token, expressions: Sequence[Expression]) -> Tie | None:
    word, before = cue.lower_, parsed.doc.text[: cue.idx]
    if word in _LOOSE or word in ("within", "in"):
        return _loose(parsed, cue, trigger, before)
    told = _told(word, before)
    governed = governed_by(cue) if told else None
    if governed is not None and is_length(governed):
        told, governed = _filled(parsed, governed) if word in ("after", "following") else (None, None)
    if told is None or governed is None:
        return None
    governor = hangs_on(cue, governed)
    if governor is None or governor.lemma_ in _SCHEDULING:
        return None  # "had been scheduled before the coup and took place on 29 May": the setting has no day
    order, length = told
    side = _Side(parsed, governed, begin_of(before, length), cue.idx + len(cue))
    at, sentence = parsed.offset(governed), parsed.sentence.span
    if any(at < expressions[index].span.end for index in standing(expressions, sentence.start, at + 1)):
        return None  # "after Monday"
    if trigger in side.inside:
        if length is not None and length.unit == "H" and governed.pos_ == "NOUN":
            return None  # "hours after the coup": the coup is known, or was told before
        return _inverse(side, governor, order, length, expressions) if is_spoken_of(trigger, governed) else None
    if not is_told_of(trigger, governor, cue):
        return None
    own = next((index for index in side.expressions(expressions) if expressions[index].span.start >= side.behind), None)
    new = any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in governed.children)
    new = new or word == "when"  # the visit of "infected when they visited it" is no event told before
    words = frozenset[str]() if new else frozenset(names_of(governed))  # "two months after an election": none before
    spoken = side.offsets(token for token in side.inside if is_spoken_of(token, governed))  # not what its asides tell
    return Tie(order, length, side.text, spoken, own, words, close=trigger in (governor, governor.head))


def _told(word: str, before: str) -> tuple[Order, Length | None] | None:
    """The order and the length that a cue makes with what stands before it."""
    if word == "of":
        return _of(before)
    if word == "from":  # "three days on from the vote"
        length = length_before(before.rstrip().removesuffix("on")) if before.endswith(" on ") else None
        return ("after", length) if length is not None else None
    return (_ORDERS[word], length_before(before)) if word in _ORDERS else None


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
    here = standing(expressions, side.parsed.sentence.span.start, side.parsed.sentence.span.end)
    below = {*side.expressions(expressions), *(index for index in here if expressions[index].type == "DURATION")}
    dating = link(side.parsed, governor, expressions, apart=below)
    while dating is None and governor.dep_ in _SHARING:
        governor = governor.head.head if governor.dep_ == "pcomp" else governor.head
        dating = link(side.parsed, governor, expressions, apart=below)
    inside = set(side.inside)
    clause = [t for t in side.parsed.doc if t not in inside and (t == governor or verb_of(t) == governor)]
    subject = next((child for child in governor.children if child.dep_ == "nsubj"), None)
    points_back = governor.lemma_ == "be" and subject is not None and subject.lower_ in ("that", "it", "this", "which")
    begin = side.parsed.sentence.span.start + side.begin
    near = dating is not None and (dating.distance < AROUND or expressions[dating.expression].span.start < begin)
    expression = dating.expression if dating and near else _day_before(side, expressions)
    offsets = side.offsets(clause)
    close, news = length is not None, news_of(governor, subject, counted=length is not None and length.unit != "H")
    return Tie(_FLIPPED[order], length, side.text, offsets, expression, frozenset(), points_back, close, news)


def _day_before(side: _Side, expressions: Sequence[Expression]) -> int | None:
    """The day that ends right before the length: "from going on Monday, a day after", "Monday, the anniversary of"."""
    base = side.parsed.sentence.span.start
    before = standing(expressions, base, base + side.begin)
    last = expressions[before[-1]] if before else None
    if last is None or last.type != "DATE":
        return None
    between = side.parsed.doc.text[last.span.end - base : side.begin].split()
    remembered = between[:2] == [",", "the"] and len(between) <= _WORDS and between[-1] == "anniversary"
    return before[-1] if between == [","] or remembered else None


def _loose(parsed: Parsed, cue: Token, trigger: Token, before: str) -> Tie | None:
    """ "Six days afterwards", "a few hours later", "within hours": counted from what the story has reached."""
    if cue.lower_ in ("within", "in"):
        order: Order = "after"
        length = next((found for child in cue.children if (found := _spanned(parsed, cue, child))), None)
        begin, end = cue.idx, max((t.idx + len(t) for t in cue.subtree), default=cue.idx)
    else:
        order, length = _LOOSE[cue.lower_], length_before(before)
        begin, end = begin_of(before, length), cue.idx + len(cue)
    clause, told = _joined(parsed, verb_of(cue), begin), verb_of(trigger)
    beside = clause is not None and (
        done_by(clause, trigger)
        or (clause.dep_ == "xcomp" and clause.head == trigger)
        or (told is not None and told.dep_ == "conj" and told.head == clause and cue.i < clause.i)
    )
    if length is None or not beside or length.unit not in ("H", "D") or _is_deadline(cue, clause):
        return None
    return Tie(order, length, parsed.doc.text[begin:end].strip(), frozenset(), None, frozenset(), story=True)


def _is_deadline(cue: Token, clause: Token | None) -> bool:
    """ "Ordered them to leave within 24 hours": until when they have to, and not when it was ordered."""
    if clause is None or cue.lower_ not in ("within", "in") or clause.tag_ != "VB":
        return False
    return clause.dep_ in ("xcomp", "ccomp", "advcl", "relcl", "acl") and clause.head.lemma_.lower() in _ORDERING


def _ever_since(cue: Token, trigger: Token) -> Tie | None:
    """ "Has been held ever since": from what the story has reached, and still."""
    clause = verb_of(cue)
    last = cue.i + 1 == len(cue.doc) or cue.nbor(1).is_punct
    alone = cue.lower_ == "since" and cue.dep_ == "advmod" and last
    if not alone or clause is None or cue.i < clause.i or not done_by(clause, trigger):
        return None
    perfect = any(aux.lower_ in ("has", "have", "'s", "’s", "'ve", "’ve") for aux in children(clause, "aux"))
    return Tie("after", None, STILL, frozenset(), None, frozenset(), story=True) if perfect else None


def _ended(parsed: Parsed, cue: Token, trigger: Token, ends: frozenset[str]) -> Tie | None:
    """ "After three days" or "after two weeks in a cell", of what ends then; not "after three days of talks"."""
    governed = governed_by(cue) if cue.lower_ == "after" else None
    clause = verb_of(cue)
    if governed is None or clause is None or not is_length(governed) or not done_by(clause, trigger):
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


def _spanned(parsed: Parsed, cue: Token, child: Token) -> Length | None:
    """The hours of "within hours", if nothing tells of what: "within hours of the vote" is told by "of"."""
    if child.dep_ != "pobj" or child.lemma_.lower() not in ("hour", "minute"):
        return None
    if any(t.dep_ in ("prep", "relcl") or t.dep_ == "acl" for t in child.children):
        return None
    return length_before(parsed.doc.text[cue.idx : child.idx + len(child)])


def _filled(parsed: Parsed, length: Token) -> tuple[tuple[Order, Length | None] | None, Token | None]:
    """What took up the days of "after two days of riots" or "two years in custody", which lie so long before."""
    of = next((child for child in children(length, "prep") if child.lower_ in ("of", "in", "under")), None)
    told = next(iter(children(of, "pobj")), None) if of is not None else None
    taken = length_before(parsed.doc.text[: length.idx + len(length)])
    several = length.tag_ == "NNS" or any(word.lower_ in ("a", "one") for word in children(length, "det", "nummod"))
    if told is None or taken is None or not several:
        return None, None
    if taken.amount is None:  # "weeks of marches" had begun before, and no more is known
        return ("after", None), told if of is not None and of.lower_ == "of" else None
    return ("after", replace(taken, within=True)), told


def _of(before: str) -> tuple[Order, Length | None] | None:
    """The order that "of" makes with what stands before it: "within hours of", "the fifth anniversary of"."""
    near = max(0, len(before) - _REACH)
    years = anniversary(before)
    if years is not None:
        return "after", years
    for pattern, order, length in _NAMED:
        if pattern.search(before, near):
            return order, length
    length = length_before(before)
    return ("after", length) if length is not None and length.within and _WITHIN.search(before) else None
