"""The course of the story: which day it is at where a mention stands that has no date of its own.

"Police fired tear gas on Tuesday. At least 37 people were arrested": what is told on in the simple past, with no word
that time has passed, is of the same day. Within a paragraph that holds of any day; from one paragraph to the next only
of the news itself, the day or two before the article appeared, and only until the story turns to another time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.frames.when.intervals import STORY_DAY, days
from timeline.frames.when.story_days import Beside
from timeline.models import DateExpression, EventDate

_NEWS = 3
"""Days before publication within which a day is that of the news."""
_BACK = 30
"""Days before publication from which on a month or year is background."""
_REACH = 3
"""Paragraphs over which the news is told without its day being said again."""
_OCCASIONS = ("protest", "detention", "release", "security")
"""Types that a report goes on to tell of: what states do in answer comes on any later day."""


_BEGUN = frozenset({"began", "begun", "started", "erupted"})
_BROKE_OUT = frozenset({"broke", "out"})


@dataclass(frozen=True)
class Stop:
    """A time that the story names: where it does, its days, and in which words."""

    start: int
    sentence: int
    paragraph: int
    date: EventDate
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Place:
    """Where a mention stands that is to be dated."""

    start: int
    sentence: int
    paragraph: int
    opens: bool = False  # its sentence begins with what was not told before: "A judge ...", "Hundreds of ..."


def stops_beside(beside: Beside, expressions: Sequence[DateExpression], indexes: Iterable[int]) -> list[Stop]:
    """The times that expressions beside the mentions name."""
    named = (expressions[index] for index in indexes)
    return [
        Stop(
            expression.span.start,
            expression.sentence,
            beside.bodies[expression.sentence].paragraph,
            days(expression.start, expression.end),
            beside.words(expression.sentence),
        )
        for expression in named
        if expression.start is not None or expression.end is not None
    ]


@dataclass(frozen=True)
class Course:
    """The times of an article, each in the order of the text: days it goes to, others it looks at, days of saying."""

    told: tuple[Stop, ...] = ()
    turns: tuple[Stop, ...] = ()
    said: tuple[Stop, ...] = ()


def course_of(mentions: Iterable[Stop], beside: Beside, expressions: Sequence[DateExpression]) -> Course:
    """All the times that an article names: those of its mentions, and those beside them."""
    passed = stops_beside(beside, expressions, (day.expression for day in beside.days if day.expression is not None))
    return Course(
        tuple(sorted([*mentions, *passed], key=lambda stop: stop.start)),
        tuple(stops_beside(beside, expressions, beside.turns)),
        tuple(stops_beside(beside, expressions, beside.said)),
    )


def day_told(place: Place, event_type: str, course: Course, latest: dt.date | None) -> EventDate | None:
    """The date that the story is at where it goes on to tell of an event, None where that cannot be known."""
    told = [stop for stop in course.told if latest is None or stop.date.start is None or stop.date.start <= latest]
    before = [stop for stop in told if stop.start < place.start]
    reached = before[-1] if before else None
    if reached is None or reached.sentence == place.sentence or _has_turned(reached, place, course.turns):
        return None
    if _begins(reached.words) or (place.opens and _is_long_gone(reached.date, latest)):
        return None
    near = reached.paragraph == place.paragraph
    if near or (_same_days(reached, told[0]) and _is_news(reached, place, event_type, latest)):
        return carried(reached.date)
    return None


def _begins(words: frozenset[str]) -> bool:
    """Whether a day is only the first of what was told: "riots broke out on Monday", and arrests on any day since."""
    return not words.isdisjoint(_BEGUN) or words >= _BROKE_OUT


def _is_long_gone(date: EventDate, latest: dt.date | None) -> bool:
    """Whether the story has only looked back to a month or year: the next sentence may be of the news again."""
    coarse = date.precision in ("month", "year")
    return coarse and latest is not None and date.end is not None and (latest - date.end).days > _BACK


def _has_turned(reached: Stop, place: Place, turns: Sequence[Stop]) -> bool:
    """Whether the story has looked back from the day it had reached."""
    since = (stop for stop in turns if reached.start < stop.start < place.start)
    return any(_ends_before(stop, reached) for stop in since)


def _ends_before(stop: Stop, reached: Stop) -> bool:
    end, start = stop.date.end or stop.date.start, reached.date.start
    return end is not None and start is not None and end < start


def _same_days(a: Stop, b: Stop) -> bool:
    return (a.date.start, a.date.end) == (b.date.start, b.date.end)


def _is_news(reached: Stop, place: Place, event_type: str, latest: dt.date | None) -> bool:
    """Whether a day told in a paragraph before is that of the news, which the story is still about."""
    day = reached.date.start
    if event_type not in _OCCASIONS or place.paragraph - reached.paragraph > _REACH:
        return False
    return day is not None and day == reached.date.end and latest is not None and 0 <= (latest - day).days <= _NEWS


def carried(date: EventDate) -> EventDate:
    """The same days, known from what was told before."""
    found = days(date.start, date.end)
    return EventDate(
        edtf=date.edtf.removesuffix("~"),
        start=found.start,
        end=found.end,
        precision=date.precision,
        extent=date.extent,
        basis="anchored",
        rule=STORY_DAY,
        anchor=f"the story, which has reached {date.edtf}",
    )
