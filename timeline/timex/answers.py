"""Answers what a form asks for, given the publication day, the verb's direction and the focus of the story."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.models import DateBasis
from timeline.timex import periods, zones
from timeline.timex.arithmetic import at_grain, nth_weekday, shift
from timeline.timex.calendar_answers import calendar_value, holiday_value
from timeline.timex.find import BOUNDARY
from timeline.timex.focus import Focus, Point
from timeline.timex.forms import (
    Calendar,
    Clock,
    CountedLength,
    DayPart,
    Direction,
    EventDay,
    Fixed,
    Form,
    Holiday,
    Inside,
    Ordinal,
    Period,
    Relative,
    Same,
)
from timeline.timex.values import bounds, day_in, is_day

LOOK_BACK = 240
"""Characters that a sentence is looked back for."""


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
def answer_fixed(form: Fixed) -> Answer:
    """Give the value that the words give by themselves."""
    return Answer(form.value)


OPEN = Answer("", "", "unknown")


def answer(form: Form, context: Context) -> Answer:
    """Answer any form; what cannot be answered has value "" or a partial one, and basis unknown."""
    match form:
        case Fixed():
            return answer_fixed(form)
        case Calendar():
            return _calendar(form, context)
        case Holiday():
            return _named(form, context)
        case Period():
            return _period(form, context)
        case Relative():
            return _relative(form, context)
        case Inside():
            return _inside(form, context)
        case Same():
            return _same(form, context)
        case DayPart() | Clock():
            return _time(form, context)
        case EventDay():
            return _event_day(form, context)
        case CountedLength():
            return _counted(form, context)
    return OPEN


def _told(context: Context, value: str, rivals: tuple[str, ...] = ()) -> Answer:
    """Answer from the publication day."""
    return Answer(value, context.now_why, context.now_basis, rivals) if value else OPEN


def _from(point: Point, value: str) -> Answer:
    return Answer(value, point.why, "anchored") if value else OPEN


def _calendar(form: Calendar, context: Context) -> Answer:
    if form.which in ("previous", "following", "same") and form.year is None:
        return _calendar_in_story(form, context)
    if form.day and form.month is None and form.weekday is None:
        return _day_only(form.day, context)
    if context.after and form.weekday and not form.day and not form.which:
        return Answer(
            periods.weekday(context.after, form.weekday, "next", ""), "the start of the range", context.now_basis
        )
    value, rivals = calendar_value(form, context.now, context.direction, context.year, context.strict)
    if form.year is not None:
        return Answer(value)
    if context.now is None and form.month and context.direction == "past":
        return _by_mention(form, context) or Answer(value, "", "unknown")
    if value.startswith("XXXX"):
        return Answer(value, "", "unknown")
    if context.year is not None and form.month and not form.which:
        return Answer(value, f"the year {context.year} in force", "anchored")
    return _told(context, value, rivals)


def _day_only(day: int, context: Context) -> Answer:
    if context.month:
        value = f"{context.month}-{day:02d}"
        return Answer(value, f"the month {context.month} in force", "anchored") if bounds(value) else OPEN
    if context.now is None:
        return _by_mention(Calendar(day=day), context) or OPEN
    months = [shift(context.now.replace(day=1), step, "M") for step in (-1, 0, 1)]
    days = [found for month in months if month for found in [_try_day(month, day)] if found]
    return _told(context, periods.choose(days, context.now, context.direction))


def _by_mention(form: Calendar, context: Context) -> Answer | None:
    """Give the year from the story where the publication is unknown: past events lie near the last day told of."""
    point = context.focus.mentions.get("D")
    day = day_in(point.value) if point else None
    if point is None or day is None:
        return None
    if form.month is None:
        value = f"{day.isoformat()[:7]}-{form.day or 0:02d}"
        return _from(point, value) if bounds(value) and context.direction == "past" else None
    if form.day is None:
        return _from(point, periods.nearest_month(day, form.month))
    return _from(point, calendar_value(form, day, "", None)[0])


def _try_day(month: dt.date, day: int) -> dt.date | None:
    try:
        return month.replace(day=day)
    except ValueError:
        return None


def _calendar_in_story(form: Calendar, context: Context) -> Answer:
    point = context.focus.point("D" if form.weekday else "M", context.offset, context.direction)
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None:
        if form.weekday and context.now and form.which == "same":
            return _told(context, periods.weekday(context.now, form.weekday, "", context.direction))
        return OPEN
    if form.weekday:
        return _from(point, periods.weekday(stretch[0], form.weekday, form.which, ""))
    return _from(point, periods.month(stretch[0], form.month or 1, form.which))


def _named(form: Holiday, context: Context) -> Answer:
    year = form.year or context.year
    value = holiday_value(form.name, context.now, context.direction, year, form.which)
    if form.year:
        return Answer(value)
    return _told(context, value) if context.year is None else Answer(value, f"the year {year} in force", "anchored")


def _period(form: Period, context: Context) -> Answer:
    if form.year:
        return Answer(f"{form.year:04d}-{form.kind}")
    if form.kind == "Y+" and context.now is not None:  # "the year ahead", said in January, is the one just begun
        later = shift(context.now, 6, "M")
        return _told(context, at_grain(later, "Y") if later else "")
    if form.which in ("previous", "following", "same"):
        point = context.focus.point("D" if form.kind == "WE" else "Y", context.offset, context.direction)
        stretch = bounds(point.value) if point else None
        if point is None or stretch is None:
            return OPEN
        return _from(point, periods.period(stretch[0], form.kind, form.which, ""))
    if context.year is not None and form.kind != "WE" and not form.which:
        return Answer(f"{context.year:04d}-{form.kind}", f"the year {context.year} in force", "anchored")
    if context.now is None:
        return OPEN
    return _told(context, periods.period(context.now, form.kind, form.which, context.direction))


def _relative(form: Relative, context: Context) -> Answer:
    if form.base == "publication":
        if context.now is None:
            return OPEN
        return _told(context, _shifted(context.now, form))
    if form.unit in ("H", "MIN", "S"):
        return _hours_later(form, context)
    point = (
        context.focus.compared(context.offset)
        if form.compared
        else context.focus.point(form.unit, context.offset, context.direction)
    )
    if point is not None and form.compared:
        moved = periods.compared(point.value, form.amount, form.unit)
        if moved:
            return _from(point, moved)
        point = context.focus.point(form.unit, context.offset, context.direction)
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None:
        if form.unit in ("Y", "Q") and form.compared and context.now is not None:
            guess = _shifted(context.now, form)
            return Answer(guess, f"no other date to count from; {context.now_why}", "inferred")
        return OPEN
    return _from(point, _shifted(stretch[0], form))


def _shifted(day: dt.date, form: Relative) -> str:
    moved = shift(day, form.amount, form.unit)
    return at_grain(moved, form.grain or form.unit) if moved else ("PAST_REF" if form.amount < 0 else "FUTURE_REF")


def _hours_later(form: Relative, context: Context) -> Answer:
    point = context.focus.mentions.get("T")
    clock = periods.moment(point.value) if point else None
    if point is None or clock is None:
        return OPEN
    seconds = form.amount * {"H": 3600, "MIN": 60, "S": 1}[form.unit]
    try:
        moved = clock + dt.timedelta(seconds=seconds)
    except OverflowError:
        return OPEN
    return _from(point, moved.strftime("%Y-%m-%dT%H:%M").rjust(16, "0"))


def _inside(form: Inside, context: Context) -> Answer:
    outer = answer(form.outer, replace(context, year=None))
    stretch = bounds(outer.value)
    if stretch is None:
        return replace(outer, value="", basis="unknown") if outer.value else OPEN
    return replace(outer, value=_within(form.inner, outer.value, stretch, context), rivals=())


def _same(form: Same, context: Context) -> Answer:
    """Give the period last mentioned, moved to another year: "the same period of 2006"."""
    outer = answer(form.outer, context)
    point = context.focus.compared(context.offset)
    if not outer.value[:4].isdigit() or point is None:
        return outer
    moved = (
        periods.compared(point.value, int(outer.value[:4]) - int(point.value[:4] or 0), "Y")
        if point.value[:4].isdigit()
        else ""
    )
    return Answer(moved, point.why, "anchored") if moved else outer


def _within(inner: Form, outer: str, stretch: tuple[dt.date, dt.date], context: Context) -> str:
    first, last = stretch
    match inner:
        case Ordinal(number=number, unit=unit):
            return _nth(number, unit, first, last)
        case Calendar(weekday=int(weekday), month=None):
            return periods.weekday(first, weekday, "within", "")
        case Calendar():
            return calendar_value(replace(inner, year=first.year), context.now, "", None)[0]
        case Period(kind=kind):
            return f"{first.year:04d}-{kind}"
        case Relative(amount=amount):
            day = shift(first, amount, "D")
            return day.isoformat() if day else ""
        case Holiday(name=name):
            return holiday_value(name, None, "", first.year, "")
    return ""


def _nth(number: int, unit: str, first: dt.date, last: dt.date) -> str:
    if unit.isdigit():
        if number > 0:
            found = nth_weekday(first.year, first.month, int(unit), number)
        else:
            found = nth_weekday(last.year, last.month, int(unit), number)
        return found.isoformat() if found and first <= found <= last else ""
    steps = number - 1 if number > 0 else 0
    day = shift(last if number < 0 else first, steps, unit)
    return at_grain(day, unit) if day and first <= day <= last else ""


def _time(form: DayPart | Clock, context: Context) -> Answer:
    base, midnight = _base_day(form, context)
    day = day_in(base.value) if base.value else None
    if isinstance(form, DayPart):
        known = day.isoformat() if day else base.value if base.value.startswith("XXXX") else ""
        return replace(base, value=f"{known}T{form.part}", rivals=()) if known else OPEN
    clock = f"T{form.hour:02d}:{form.minute:02d}" + (f":{form.second:02d}" if form.second is not None else "")
    if form.zone:
        zone = form.zone if form.zone[0] in "Z+-" else zones.offset(form.zone, day)
        clock += zone
    if day is None and base.value.startswith("XXXX"):
        return replace(base, value=base.value + clock)
    if day is None:
        return Answer(clock, "", "unknown")
    if midnight and context.direction == "past" and day == context.now:
        day = shift(day, -1, "D") or day
    return replace(base, value=day.isoformat() + clock, rivals=())


def _sentence_start(text: str, offset: int) -> int:
    """Give about where the sentence of an offset starts, looking back a little way only."""
    first = max(0, offset - LOOK_BACK)
    return max((match.end() for match in BOUNDARY.finditer(text, first, offset)), default=first)


def _base_day(form: DayPart | Clock, context: Context) -> tuple[Answer, bool]:
    """Give the day a time belongs to: the one in its words, else that of its sentence, else of the lead, else the publication day."""
    if form.of is not None:
        found = answer(form.of, context)
        return (found if is_day(found.value) or found.value.startswith("XXXX") else OPEN), False
    latest = context.focus.mentions.get("D")
    if latest is None or latest.offset < _sentence_start(context.text, context.offset):
        latest = context.focus.lead or (latest if context.now is None else None)
    if latest is not None and day_in(latest.value):
        return _from(latest, latest.value[:10]), False
    if context.now is None:
        return OPEN, False
    return _told(context, context.now.isoformat()), isinstance(form, Clock) and form.hour == 24


def _event_day(form: EventDay, context: Context) -> Answer:
    point = context.focus.named(form.nouns, context.offset)
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None:
        return OPEN
    day = shift(stretch[0], form.amount, form.unit)
    if day is None:
        return OPEN
    return _from(point, f"{day.isoformat()}T{form.part}" if form.part else at_grain(day, form.unit))


def _counted(form: CountedLength, context: Context) -> Answer:
    """A length keeps its value; its days are those it leads to, from the event it is counted from."""
    length = Answer(form.value)
    if form.nouns:
        point = context.focus.named(form.nouns, context.offset)
        found = (day_in(point.value), point.why) if point else (None, "")
    elif context.direction == "future" and context.now is not None:
        found = (context.now, context.now_why)
    else:
        focus = context.focus.day(context.offset, context.direction)
        found = focus if focus else (None, "")
    if found[0] is None:
        return length
    goal = shift(found[0], form.amount, form.unit)
    if goal is None:
        return length
    first, last = (found[0], goal) if form.amount > 0 else (goal, found[0])
    return replace(length, why=found[1], start=first, end=last)
