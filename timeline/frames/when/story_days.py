"""Days the story passes through without an event of ours: "two days later" can count from them.

"On 3 May the bridge was closed. Two days later fishermen marched." A bridge that closes is no event type, and yet the
march is dated by it. Such days are anchors for `timeline.timex.resolve` beside those of the mentions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.frames.naming.capitals import dateline_end
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import clause_of, follows, head_of, is_of_noun, reports
from timeline.frames.when.entries import openings
from timeline.frames.when.expressions import Expression
from timeline.models import EventAnchor, Sentence

_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)?days?|yesterday|today|(?:over|to)?night|morning|afternoon|evening"
    r"|\d{1,2}(?:st|nd|rd|th))\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b"
    r"|\b\d{1,2}\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|told|reported|announced|according)\b[^,.;:]{0,30}$", re.IGNORECASE)
_NOT = re.compile(r"(?:\bnot|n['’]t)\b[^,.;:]{0,60}$")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_PAST = ("VBD", "VBN")
_ASIDES = ("relcl", "acl")
_OWNS = ("'s", "’s")


@dataclass(frozen=True)
class Beside:
    """What an article dates beside its mentions: days that saw something else, and glances at other times."""

    days: tuple[EventAnchor, ...] = ()
    turns: tuple[int, ...] = ()  # expressions of other times: "in 2019", "since May"
    said: tuple[int, ...] = ()  # expressions that tell when somebody spoke
    bodies: Mapping[int, Sentence] = field(default_factory=dict)  # the sentences of the body, by number
    dated: frozenset[int] = frozenset()  # those of them that hold a date
    opening: Mapping[int, Sentence] = field(default_factory=dict)  # the first sentence of each paragraph of any kind

    def words(self, sentence: int) -> frozenset[str]:
        """The words of a sentence of the body that holds a date; of others, none."""
        return _words_of(self.bodies[sentence].span.text) if sentence in self.dated else frozenset()


@lru_cache(maxsize=64)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def beside(
    expressions: Sequence[Expression], dating: Collection[int], parsed: Sequence[Parsed], sentences: Sequence[Sentence]
) -> Beside:
    """Sort the expressions of the body that are not ``dating`` a mention."""
    parses = {item.sentence.index: item for item in parsed}
    bodies = {item.index: item for item in sentences if item.kind == "body"}
    days, turns, said = [], [], []
    for index, expression in enumerate(expressions):
        sentence, parse = bodies.get(expression.sentence), parses.get(expression.sentence)
        if index in dating or sentence is None or _is_outside(expression, sentence):
            continue
        if _is_said(expression, parse, sentence):
            said.append(index)
        elif _is_not_until(expression, sentence) or (_is_day(expression) and _told(expression, parse, sentence)):
            days.append(_anchor(index, expression, parses))
        elif _turns(expression, parse, sentence):
            turns.append(index)
    dated = frozenset(expression.sentence for expression in expressions) & bodies.keys()
    return Beside(tuple(days), tuple(turns), tuple(said), bodies, dated, openings(sentences))


def _is_outside(expression: Expression, sentence: Sentence) -> bool:
    """Whether an expression tells nothing of the story: in the dateline, in quoted words, or no date."""
    inside = expression.span.start - sentence.span.start >= dateline_end(sentence.span.text)
    return expression.type not in ("DATE", "TIME") or expression.quoted or not inside


def _is_said(expression: Expression, parsed: Parsed | None, sentence: Sentence) -> bool:
    """Whether an expression tells when somebody spoke: "officials said on Monday"."""
    token = head_of(parsed, expression.span) if parsed is not None else None
    if token is None:
        return bool(_SAID.search(sentence.span.text[: max(expression.span.start - sentence.span.start, 0)]))
    verb = clause_of(token)
    return verb is not None and not is_of_noun(token) and reports(verb, token)


def _turns(expression: Expression, parsed: Parsed | None, sentence: Sentence) -> bool:
    """Whether the story looks at another time there, and not only a noun or an aside does."""
    behind = sentence.span.text[expression.span.end - sentence.span.start :]
    if expression.direction == "future" or behind.startswith(_OWNS):
        return False
    token = head_of(parsed, expression.span) if parsed is not None else None
    verb = clause_of(token) if token is not None else None
    return token is None or not (is_of_noun(token) or (verb is not None and verb.dep_ in _ASIDES))


def _is_day(expression: Expression) -> bool:
    by_then = expression.relation in ("before", "by") and expression.type == "TIME"  # "before dawn on 30 August"
    return (
        (expression.relation == "at" or by_then)
        and expression.direction != "future"
        and _DAY.search(expression.span.text) is not None
    )


def _is_not_until(expression: Expression, sentence: Sentence) -> bool:
    """ "Did not come until Monday": what was awaited came then."""
    before = sentence.span.text[: expression.span.start - sentence.span.start]
    day = expression.relation == "until" and _DAY.search(expression.span.text) is not None
    return day and expression.direction != "future" and _NOT.search(before) is not None


def _told(expression: Expression, parsed: Parsed | None, sentence: Sentence) -> bool:
    """Whether something happened on that day."""
    if parsed is None:
        return expression.direction == "past"
    token = head_of(parsed, expression.span)
    verb = clause_of(token) if token is not None else None
    if token is None or verb is None or verb.dep_ in (*_ASIDES, "xcomp") or is_of_noun(token):
        return False
    if any(clause.dep_ == "advcl" and follows(clause) for clause in (verb, *verb.ancestors)):
        return False  # "appeared on 3 May, hours after the vote held on Sunday"
    return verb.tag_ in _PAST and not any(child.tag_ == "MD" for child in verb.children)


def _anchor(index: int, expression: Expression, parses: Mapping[int, Parsed]) -> EventAnchor:
    parsed = parses.get(expression.sentence)
    token = head_of(parsed, expression.span) if parsed else None
    words = frozenset(_words(token)) if token is not None else frozenset()
    return EventAnchor(start=expression.span.start, event_type="event", words=words, expression=index)


def _words(token: Token) -> Iterator[str]:
    """What the happening may be called by later: its verb and its noun."""
    verb = clause_of(token)
    if verb is None:
        return
    yield verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.pos_ == "NOUN":
            yield child.lemma_.lower()
