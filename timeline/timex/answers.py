"""Answers what a form asks for, given the publication day, the verb's direction and the focus of the story."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from timeline.timex import periods, zones
from timeline.timex.arithmetic import at_grain, nth_weekday, shift
from timeline.timex.calendar_answers import calendar_value, holiday_value
from timeline.timex.context import OPEN, Answer, Context, answer_fixed, from_point, told
from timeline.timex.day_answers import calendar, named, period
from timeline.timex.focus import PARAGRAPH, Point
from timeline.timex.forms import (
    Calendar,
    Clock,
    CountedLength,
    DayPart,
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
from timeline.timex.pieces import sentence_start
from timeline.timex.story_answers import counted, event_day, relative
from timeline.timex.values import bounds, day_in, is_day

WEEK = 7
"""Days before the publication from which on a day is the news; an older one is told of in passing."""
GLANCE = re.compile(r"[\w -]{,24}\bearlier\b")
"""What only looks back: "they had agreed three days earlier"."""
BESIDE = 240
"""Characters within which a clock time belongs to the day told before it."""


def answer(form: Form, context: Context) -> Answer:
    """Answer any form; what cannot be answered has value "" or a partial one, and basis unknown."""
    match form:
        case Fixed():
            return answer_fixed(form)
        case Calendar():
            return calendar(form, context)
        case Holiday():
            return named(form, context)
        case Period():
            return period(form, context)
        case Relative():
            return relative(form, context)
        case Inside():
            return _inside(form, context)
        case Same():
            return _same(form, context)
        case DayPart() | Clock():
            return _time(form, context)
        case EventDay():
            return event_day(form, context)
        case CountedLength():
            return counted(form, context)
    return OPEN


def _inside(form: Inside, context: Context) -> Answer:
    outer = answer(form.outer, replace(context, year=None))
    stretch = bounds(outer.value)
    if stretch is None:
        return replace(outer, value="", basis="unknown") if outer.value else OPEN
    return replace(outer, value=_within(form.inner, outer.value, stretch, context), rivals=())


def _same(form: Same, context: Context) -> Answer:
    """Give the period last mentioned, moved to another year: "the same period of 2003"."""
    outer = answer(form.outer, context)
    point = context.focus.compared(context.offset, sentence_start(context.text, context.offset))
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
        case Relative(amount=amount, unit=unit, grain=grain):
            day = shift(first, amount, unit)
            return at_grain(day, grain or unit) if day else ""
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


def _is_night_before(form: DayPart | Clock, latest: Point, context: Context) -> bool:
    """Tell whether a morning follows the evening or night that was told: "held on Friday night, freed at dawn"."""
    told = context.focus.mentions.get("T")
    if told is None or told.offset != latest.offset or told.offset < sentence_start(context.text, context.offset):
        return False
    return isinstance(form, DayPart) and form.part == "MO" and told.value.endswith(("TNI", "TEV"))


def _told_of(context: Context) -> Point | None:
    """Give the event that a part of a day belongs to: one of the last week, or of the paragraph, told before it."""
    focus, offset = context.focus, context.offset
    last = focus.event_before(offset, longest=1)
    near = last is not None and PARAGRAPH.search(context.text, last.offset, offset) is None
    return last if near else focus.told_lately(offset)


def _told_beside(context: Context) -> Point | None:
    """Give the past day that a clock time belongs to, where its paragraph has just told of one."""
    told = context.focus.past.get("D") if context.direction != "future" else None
    day = day_in(told.value) if told is not None else None
    if told is None or day is None or context.offset - told.offset > BESIDE:
        return None
    passing = context.now is not None and (context.now - day).days > WEEK
    if passing or GLANCE.match(context.text, told.offset):
        return None
    return told if PARAGRAPH.search(context.text, told.offset, context.offset) is None else None


def _base_day(form: DayPart | Clock, context: Context) -> tuple[Answer, bool]:
    """Give the day a time belongs to: that of its words, of its sentence, of the lead, else the publication day."""
    if form.of is not None:
        found = answer(form.of, context)
        return (found if is_day(found.value) or found.value.startswith("XXXX") else OPEN), False
    latest = context.focus.mentions.get("D")
    if latest is None or latest.offset < sentence_start(context.text, context.offset):
        told_of = _told_of(context) if isinstance(form, DayPart) else _told_beside(context)
        latest = told_of or context.focus.lead or (latest if context.now is None else None)
        if context.direction == "future" and context.now is not None:
            latest = None  # what is to come does not lie on the past day that the story opened with
    day = day_in(latest.value) if latest is not None else None
    if latest is not None and day is not None:
        after = shift(day, 1, "D") if _is_night_before(form, latest, context) else day
        return from_point(latest, (after or day).isoformat()), False
    if context.now is None:
        return OPEN, False
    return told(context, context.now.isoformat()), isinstance(form, Clock) and form.hour == 24
