"""What a form is answered from, and the answer: a value with its reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from timeline.models import DateBasis
from timeline.timex.calendar_answers import calendar_value
from timeline.timex.focus import Focus, Point
from timeline.timex.forms import Calendar, Direction, Fixed


@dataclass(frozen=True, slots=True)
class Context:
    """All that a form may be answered from."""

    now: dt.date | None
    now_why: str
    now_basis: DateBasis
    focus: Focus
    text: str
    offset: int
    direction: Direction = ""
    year: int | None = None  # an explicit year in force in the sentence or range
    month: str = ""  # a month in force in the sentence, "2025-02"
    strict: bool = False  # the direction is sure ("since")
    after: dt.date | None = None  # the start of the range that this expression ends
    until: dt.date | None = None  # the end of the range that it starts


@dataclass(frozen=True, slots=True)
class Answer:
    """A value with what it was answered from; rivals are other values that were close."""

    value: str
    why: str = ""
    basis: DateBasis = "stated"
    rivals: tuple[str, ...] = ()
    start: dt.date | None = None  # only where the days are not those of the value: a counted length
    end: dt.date | None = None


@lru_cache(maxsize=4096)
def answer_fixed(form: Fixed | Calendar) -> Answer:
    """Give the value that the words give by themselves; a calendar form must have its year."""
    if isinstance(form, Fixed):
        return Answer(form.value)
    return Answer(calendar_value(form, None, "", None)[0])


OPEN = Answer("", "", "unknown")


def told(context: Context, value: str, rivals: tuple[str, ...] = ()) -> Answer:
    """Answer from the publication day."""
    return Answer(value, context.now_why, context.now_basis, rivals) if value else OPEN


def from_point(point: Point, value: str) -> Answer:
    """Answer from a date of the story."""
    return Answer(value, point.why, "anchored") if value else OPEN
