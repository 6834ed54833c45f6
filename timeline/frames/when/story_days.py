"""Days the story passes through without an event of ours: "two days later" can count from them.

"On 3 May the bridge was closed. Two days later fishermen marched." A bridge that closes is no event type, and yet the
march is dated by it. Such days are anchors for `timeline.timex.resolve` beside those of the mentions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from timeline.frames.naming.capitals import dateline_end
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.when import Expression, clause_of, head_of, reports
from timeline.models import EventAnchor, Sentence

_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)?days?|yesterday|today|(?:over|to)?night|morning|afternoon|evening"
    r"|\d{1,2}(?:st|nd|rd|th))\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b"
    r"|\b\d{1,2}\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|told|reported|announced|according)\b[^,.;:]{0,30}$", re.IGNORECASE)
_PAST = ("VBD", "VBN")


def story_days(
    expressions: Sequence[Expression], dating: Collection[int], parsed: Sequence[Parsed], sentences: Sequence[Sentence]
) -> tuple[EventAnchor, ...]:
    """The expressions that date what happened in the story, apart from those ``dating`` a mention already."""
    parses = {item.sentence.index: item for item in parsed}
    bodies = {item.index: item for item in sentences if item.kind == "body"}
    found = [
        _anchor(index, expression, parses)
        for index, expression in enumerate(expressions)
        if index not in dating and expression.sentence in bodies and _is_day(expression)
        if _told(expression, parses.get(expression.sentence), bodies[expression.sentence])
    ]
    return tuple(found)


def _is_day(expression: Expression) -> bool:
    if expression.type not in ("DATE", "TIME") or expression.relation != "at" or expression.quoted:
        return False
    return expression.direction != "future" and bool(_DAY.search(expression.span.text))


def _told(expression: Expression, parsed: Parsed | None, sentence: Sentence) -> bool:
    """Whether something happened on that day, and nobody only spoke or will act on it."""
    if expression.span.start < sentence.span.start + dateline_end(sentence.span.text):
        return False
    if parsed is None:
        before = sentence.span.text[: max(expression.span.start - sentence.span.start, 0)]
        return expression.direction == "past" and not _SAID.search(before)
    token = head_of(parsed, expression.span)
    verb = clause_of(token) if token is not None else None
    if token is None or verb is None or verb.dep_ in ("relcl", "acl", "xcomp") or reports(verb, token):
        return False
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
