"""Answers for what counts from the publication, the focus of the story, or an event that the words name."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from timeline.timex import periods
from timeline.timex.arithmetic import at_grain, shift
from timeline.timex.context import OPEN, Answer, Context, from_point, told
from timeline.timex.focus import PARAGRAPH, Point
from timeline.timex.forms import CountedLength, EventDay, Relative
from timeline.timex.pieces import sentence_start
from timeline.timex.values import bounds, day_in

ZONE = re.compile(r"(?<=:\d\d)(?:Z|[+-]\d\d:\d\d)$")
COMPARING = re.compile(r"\b(?:from|than|with|to|against|versus)\s(?:that\sof\s|in\s)?$")


def relative(form: Relative, context: Context) -> Answer:
    """Answer so many units from the publication or from the focus; open where there is none."""
    if form.base == "publication":
        if context.now is None:
            return OPEN
        return told(context, _shifted(context.now, form))
    if form.base == "sentence":
        return _at_hand(form, context)
    if form.unit in ("H", "MIN", "S"):
        return _hours_later(form, context)
    point = _counted_from(form, context)
    if point is not None and form.compared and form.unit == "Y":
        moved = periods.compared(point.value, form.amount, form.unit)
        if moved:
            return from_point(point, moved)
        point = context.focus.point(form.unit, context.offset, context.direction)
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None:
        before = form.amount == -1 or (form.unit == "Q" and form.amount == 0)
        told_of = form.compared or before  # a report tells of the period just over
        if form.unit in ("Y", "Q", "M") and told_of and context.now is not None:
            whole = "Q" in (form.unit, form.grain)
            over = shift(context.now, -1, "Q") if whole else context.now
            guess = _shifted(over, form) if over else ""
            return Answer(guess, f"no other date to count from; {context.now_why}", "inferred")
        return OPEN
    return from_point(point, _shifted(stretch[0], form))


def _at_hand(form: Relative, context: Context) -> Answer:
    """Give "the month" as the one that the sentence has just told of, else as the one of the publication."""
    point = context.focus.mentions.get(form.unit)
    start = sentence_start(context.text, context.offset)
    if point and point.offset >= start and context.direction != "future" and context.focus.is_past(point):
        return from_point(point, point.value)
    return told(context, _shifted(context.now, form)) if context.now else OPEN


def _counted_from(form: Relative, context: Context) -> Point | None:
    """Give the date of the story that a form counts from."""
    focus, offset, direction = context.focus, context.offset, context.direction
    start = sentence_start(context.text, offset)
    if form.unit in ("W", "M") and form.amount == -1:
        same = focus.mentions.get(form.unit)
        if same and same.offset >= start:
            return same
        if form.unit == "M" and focus.lead_month and COMPARING.search(context.text, max(0, offset - 20), offset):
            return focus.lead_month
    if form.unit == "D" and (direction == "future" or form.amount == 0):
        told = focus.mentions.get("D") if direction == "future" else focus.past.get("D")
        if told and told.offset >= start:  # "it will meet on 5 May and vote the following day", "and the same evening"
            return told
    if form.compared and form.unit == "Y":
        return focus.compared(offset, start)
    if form.unit == "Y" and form.amount > 1 and focus.stated and focus.stated.offset >= start:
        return focus.stated  # "it opened in 1997, and two years later she came home"
    if form.unit == "D" and form.amount == -1 and focus.lead and not focus.anchors:
        latest = focus.mentions.get("D")
        if latest and len(PARAGRAPH.findall(context.text, latest.offset, offset)) > 1:
            return focus.lead
    if form.unit == "Y" and abs(form.amount) <= 1:
        return focus.year(offset, direction) or focus.point("Y", offset, direction)
    if form.unit == "W" and form.amount == 0 and focus.anchors:
        return focus.event_before(offset, longest=7)  # "the same week" as that of a day, not of a month
    found = focus.point(form.unit, offset, direction)
    return focus.day_told(offset) if found is None and form.unit == "D" and form.amount == 0 else found


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
    zone = ZONE.search(point.value)
    return from_point(point, moved.strftime("%Y-%m-%dT%H:%M").rjust(16, "0") + (zone[0] if zone else ""))


def event_day(form: EventDay, context: Context) -> Answer:
    """Answer a day counted from the event that the words name; open where no such event is dated."""
    point = context.focus.named(form.nouns, context.offset)
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None:
        return OPEN
    day = shift(stretch[0], form.amount, form.unit)
    if day is None:
        return OPEN
    return from_point(point, f"{day.isoformat()}T{form.part}" if form.part else at_grain(day, form.unit))


def counted(form: CountedLength, context: Context) -> Answer:
    """A length keeps its value; its days are those it leads to, from the event it is counted from."""
    length = Answer(form.value)
    if form.nouns:
        point = context.focus.named(form.nouns, context.offset)
        found = (day_in(point.value), point.why) if point else (None, "")
    elif (context.direction == "future" or (form.ahead and not context.direction)) and context.now is not None:
        found = (context.now, context.now_why)
    else:
        focus = context.focus.day(context.offset, context.direction)
        found = focus if focus else (context.now, context.now_why) if form.ahead else (None, "")
    if found[0] is None:
        return length
    goal = shift(found[0], form.amount, form.unit)
    if goal is None:
        return length
    if not form.within:
        stretch = bounds(at_grain(goal, form.unit))
        return replace(length, why=found[1], start=stretch[0], end=stretch[1]) if stretch else length
    first, last = (found[0], goal) if form.amount > 0 else (goal, found[0])
    return replace(length, why=found[1], start=first, end=last)
