"""How long something has gone on by the day it is told of: "for a fifth straight night", "entered its third day"."""

from __future__ import annotations

import re

from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.intervals import later, spanning
from timeline.models import EventDate

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split(), 2
    )
}
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DAYS = {"day": 1, "night": 1, "evening": 1, "week": 7}
_REACHING = frozenset({"enter", "reach", "mark", "stretch"})


def days_before(trigger: Token) -> int:
    """The days that an event has lasted before the one it is dated to; 0 where nothing tells of them."""
    for noun in trigger.doc:
        unit, number = _DAYS.get(noun.lemma_.lower(), 0), _ordinal(noun)
        if unit and number > 1 and _is_of(noun, trigger):
            return unit * (number - 1)
    return 0


def from_first(date: EventDate, days: int) -> EventDate:
    """The date from its first day on: an event of one day that had gone on for ``days`` before."""
    if not days or date.start is None or date.start != date.end or date.precision != "day":
        return date
    return spanning(date, later(date.start, -days), date.end, "during")


def _ordinal(noun: Token) -> int:
    """The number of "fifth", "5th" before a noun; 0 if there is none."""
    for word in children(noun, "amod", "nummod"):
        numbered = _NUMBERED.fullmatch(word.lower_)
        if numbered or word.lower_ in _ORDINALS:
            return int(numbered[1]) if numbered else _ORDINALS[word.lower_]
    return 0


def _is_of(noun: Token, trigger: Token) -> bool:
    """Whether the days are those of a trigger: "marched for a third day", "the third day of protests"."""
    clause = trigger if trigger.pos_ == "VERB" else verb_above(trigger)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "on", "into"):
        return noun.head.lower_ != "on" and noun.head.head in (trigger, clause)
    if noun.dep_ == "dobj" and noun.head.lemma_ in _REACHING:
        return trigger in children(noun.head, "nsubj")
    return any(trigger in children(prep, "pobj") for prep in children(noun, "prep") if prep.lower_ == "of")
