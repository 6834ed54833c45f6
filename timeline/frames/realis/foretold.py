"""What the calendar says of an event: one whose day comes after its article appeared is only planned."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from timeline.models import EventDate, Mention

_SET = frozenset({"election", "inauguration", "protest", "release"})  # acts that have a day before they take place
_GONE = frozenset({"past", "pluperfect"})
_TOLD = frozenset({"stated", "relative"})  # bases that rest on the words of the text


def may_be_foretold(event_type: str, tense: str) -> bool:
    """Whether a day to come can be that of an event that is told in a tense."""
    return event_type in _SET and tense not in _GONE


def foretold(mention: Mention, date: EventDate, tense: str, latest: dt.date | None) -> Mention:
    """The mention as planned, if its day lies after ``latest``, the last on which its article can have appeared.

    A day that the text gives to what it tells in the past was misread, and says nothing.
    """
    if not may_be_foretold(mention.event_type, tense) or (mention.realis, mention.status) != ("actual", "reported"):
        return mention
    if latest is None or date.start is None or date.basis not in _TOLD or date.precision == "partial":
        return mention
    return mention if date.start <= latest else replace(mention, realis="planned", status="planned")
