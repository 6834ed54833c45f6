"""The day of the lead: the news itself, which reports tell first and date only in what follows, or by who said so.

"Police in Zambia arrested 12 people. They were picked up at a market on Monday", or "... officials said on Tuesday".
It is of the day told next if that sentence tells it again ("the clashes began on Monday"), or if no later day is left;
else it lies between the two. What is only said to have happened is of the day of the saying or the day before it.
"""

from __future__ import annotations

import datetime as dt

from timeline.frames.when.course import Course, Place, Stop, carried
from timeline.frames.when.intervals import LEAD, days, later, spanning
from timeline.frames.when.tied import is_called
from timeline.models import EventDate

_NEXT = 2
"""Sentences after the lead in which its day is told."""
_NEWS = 7
"""Days before the article appeared within which a day told there is that of the news."""

_STEPS = ("diplomacy", "sanction")
_STEP = frozenset({"decision", "move", "step", "steps", "measure", "measures", "order"})


def lead_date(
    place: Place, words: frozenset[str], event_type: str, course: Course, latest: dt.date | None
) -> EventDate | None:
    """The date of what an article tells first and does not date, None where nothing near it tells.

    ``words`` are those that it may be called by.
    """
    if latest is None or any(stop.sentence < place.sentence for stop in course.told):
        return None
    voiced = next((day for stop in course.said if _is_near(stop, place) and (day := _day(stop, latest))), None)
    until = voiced or latest
    reached = next((stop for stop in course.told if _is_near(stop, place) and stop.sentence != place.sentence), None)
    day = _day(reached, until) if reached is not None else None
    if reached is not None and day is not None and (day == until or _retells(reached, words, event_type)):
        return carried(reached.date)
    if day is not None:
        return _between(day, until, f"the news, told between {day} and {until}")
    if voiced is not None and reached is None and event_type in _STEPS:  # such a step is taken by announcing it
        return carried(days(voiced, voiced))
    if voiced is not None and reached is None:
        return _between(later(voiced, -1), voiced, f"the news, told on {voiced}")
    return None


def _retells(reached: Stop, words: frozenset[str], event_type: str) -> bool:
    """Whether a sentence calls the event by its name, or a step by what it is."""
    named = _STEP & reached.words if event_type in _STEPS else frozenset()
    return bool(named) or is_called(event_type, words, reached.words)


def _is_near(stop: Stop, place: Place) -> bool:
    return 0 <= stop.sentence - place.sentence <= _NEXT


def _day(stop: Stop, latest: dt.date) -> dt.date | None:
    """The day of a stop if it is one of the news."""
    day = stop.date.start
    return day if day is not None and day == stop.date.end and 0 <= (latest - day).days <= _NEWS else None


def _between(first: dt.date, last: dt.date, why: str) -> EventDate:
    return spanning(EventDate(basis="bounded", rule=LEAD, anchor=why), first, last, "within")
