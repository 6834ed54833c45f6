"""Answers for days, months, seasons and named days that come without a year, or count from the story."""

from __future__ import annotations

import datetime as dt

from timeline.timex import periods
from timeline.timex.arithmetic import at_grain, day_of, shift
from timeline.timex.calendar_answers import calendar_value, holiday_value
from timeline.timex.context import OPEN, Answer, Context, from_point, told
from timeline.timex.focus import Point
from timeline.timex.forms import Calendar, Holiday, Period
from timeline.timex.pieces import sentence_start
from timeline.timex.values import bounds, day_in, is_calendar, is_day, is_month

_SEASONS = ("SP", "SU", "FA", "WI")


def calendar(form: Calendar, context: Context) -> Answer:
    """Answer a day, month, year or weekday; partial where no year is known."""
    if form.nouns:
        return _weekday_beside(form, context)
    if form.which in ("previous", "following", "same") and form.year is None:
        return _calendar_in_story(form, context)
    if form.day and form.month is None and form.weekday is None:
        return _day_only(form.day, context)
    if context.after and form.weekday and not form.day and not form.which:
        return Answer(
            periods.weekday(context.after, form.weekday, "next", ""), "the start of the range", context.now_basis
        )
    if context.until and form.month and form.day and not form.year and context.year is None:
        return _before(form, context.until, context)
    value, rivals = calendar_value(form, context.now, context.direction, context.year, context.strict)
    if form.year is not None:
        return Answer(value)
    if context.now is None and form.month and context.direction == "past":
        return _by_mention(form, context) or Answer(value, "", "unknown")
    if value.startswith("XXXX"):
        return Answer(value, "", "unknown")
    if context.year is not None and form.month and not form.which:
        return Answer(value, f"the year {context.year} in force", "anchored")
    return told(context, value, rivals)


def _weekday_beside(form: Calendar, context: Context) -> Answer:
    """Answer "the Sunday after the vote": counted from that, else the weekday by itself."""
    point = context.focus.named(form.nouns, context.offset)
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None or stretch[0] != stretch[1]:
        return calendar(Calendar(weekday=form.weekday), context)
    return from_point(point, periods.weekday(stretch[0], form.weekday or 1, form.which, ""))


def _before(form: Calendar, end: dt.date, context: Context) -> Answer:
    """Answer the day and month that open a range: the latest such day before the one that closes it."""
    opening = (form.month or 1, form.day or 1)
    day = day_of(end.year - (opening > (end.month, end.day)), *opening)
    return told(context, day.isoformat()) if day else OPEN


def _day_only(day: int, context: Context) -> Answer:
    if context.month:
        value = f"{context.month}-{day:02d}"
        return Answer(value, f"the month {context.month} in force", "anchored") if bounds(value) else OPEN
    if context.now is None:
        return _by_mention(Calendar(day=day), context) or OPEN
    point = context.focus.mentions.get("D")
    if point is None or point.offset < sentence_start(context.text, context.offset):
        point = context.focus.event_before(context.offset)
    if point and (is_day(point.value) or is_month(point.value)) and context.direction != "future":
        value = f"{point.value[:7]}-{day:02d}"
        if bounds(value) and value <= context.now.isoformat():
            return from_point(point, value)
    months = [shift(context.now.replace(day=1), step, "M") for step in (-1, 0, 1)]
    days = [found for month in months if month for found in [_try_day(month, day)] if found]
    return told(context, periods.choose(days, context.now, context.direction))


def _by_mention(form: Calendar, context: Context) -> Answer | None:
    """Give the year from the story where the publication is unknown: past events lie near the last day told of.

    They lie in the year that was told since, or in the months after the month told since.
    """
    later = _told_since(context)
    if later is not None and form.month is not None and not context.strict:  # "since June" turns back
        year, value = _first_after(form, later)
        return from_point(year, value) if value else None
    point = context.focus.mentions.get("D")
    day = day_in(point.value) if point else None
    if point is None or day is None:
        return None
    if form.month is None:
        value = f"{day.isoformat()[:7]}-{form.day or 0:02d}"
        return from_point(point, value) if bounds(value) and context.direction == "past" else None
    if form.day is None:
        return from_point(point, periods.nearest_month(day, form.month))
    return from_point(point, calendar_value(form, day, "", None)[0])


def _told_since(context: Context) -> Point | None:
    """Give the month or year of the story, where it was told after the last of its days, and lies after it."""
    day, stated = context.focus.mentions.get("D"), context.focus.stated
    if stated is None or (day is not None and (day.offset >= stated.offset or day.value > stated.value)):
        return None  # a glance back: "the first since 1962"
    return stated if is_month(stated.value) or len(stated.value) == len("2006") else None


def _first_after(form: Calendar, told: Point) -> tuple[Point, str]:
    """Give the first day or month of a form that does not lie before a month or year of the story."""
    stretch = bounds(told.value)
    if stretch is None:
        return told, ""
    years = (stretch[0].year, stretch[0].year + 1)
    days = [day for year in years if (day := day_of(year, form.month or 1, form.day or 28)) and day >= stretch[0]]
    if not days:
        return told, ""
    return told, days[0].isoformat() if form.day else days[0].isoformat()[: len("2006-05")]


def _try_day(month: dt.date, day: int) -> dt.date | None:
    try:
        return month.replace(day=day)
    except ValueError:
        return None


def _told_in_sentence(form: Calendar, context: Context) -> Point | None:
    """Give the day of the same sentence: "on 3 May the board told of a vote held the previous Saturday"."""
    told = context.focus.mentions.get("D") if form.weekday else None
    inside = told is not None and told.offset >= sentence_start(context.text, context.offset)
    return told if inside else None


def _calendar_in_story(form: Calendar, context: Context) -> Answer:
    point = _told_in_sentence(form, context)
    point = point or context.focus.point("D" if form.weekday else "M", context.offset, context.direction)
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None:
        if form.weekday and context.now and form.which != "following":  # nothing told before it: from now
            which = "" if form.which == "same" else form.which
            return told(context, periods.weekday(context.now, form.weekday, which, context.direction))
        return OPEN
    if form.weekday:
        return from_point(point, periods.weekday(stretch[0], form.weekday, form.which, ""))
    base = stretch[1] if form.which == "following" else stretch[0]  # "in 2016 ... the following April"
    return from_point(point, periods.month(base, form.month or 1, form.which))


def named(form: Holiday, context: Context) -> Answer:
    """Answer a named day."""
    if form.which in ("previous", "following", "same") and not form.year:
        return _named_in_story(form, context)
    year = form.year or context.year
    if year is None and context.now is None and (known := context.focus.dated.get("past")):
        return from_point(known, _holiday_after(form, known))
    value = holiday_value(form.name, context.now, context.direction, year, form.which)
    if form.year:
        return Answer(value)
    return told(context, value) if context.year is None else Answer(value, f"the year {year} in force", "anchored")


def _holiday_after(form: Holiday, told: Point) -> str:
    """Give the first such day that is not before what the story has told: "in December 2022 ... on Christmas Eve"."""
    stretch = bounds(told.value)
    years = (stretch[0].year, stretch[0].year + 1) if stretch else ()
    days = (holiday_value(form.name, None, "", year, "") for year in years)
    return next((day for day in days if stretch and day and day >= stretch[0].isoformat()), "")


def _named_in_story(form: Holiday, context: Context) -> Answer:
    point = context.focus.point("D", context.offset, context.direction)
    if not context.focus.anchors:
        point = context.focus.latest() or point
    stretch = bounds(point.value) if point else None
    if point is None or stretch is None:
        return OPEN
    if form.which == "same":
        return from_point(point, holiday_value(form.name, None, "", stretch[0].year, ""))
    step = {"previous": "last", "following": "next"}[form.which]
    return from_point(point, holiday_value(form.name, stretch[0], "", None, step))


def _same_season(value: str, kind: str) -> str:
    """Give the season of the same year; a winter is the one that a day of the year's first half has just seen."""
    year = int(value[:4])
    return f"{year - (kind == 'WI' and value[5:7] in ('01', '02', '03')):04d}-{kind}"


def period(form: Period, context: Context) -> Answer:
    """Answer a quarter, half, season or weekend."""
    if form.year:
        return Answer(f"{form.year:04d}-{form.kind}")
    if form.kind == "Y+" and context.now is not None:  # "the year ahead", said in January, is the one just begun
        later = shift(context.now, 6, "M")
        return told(context, at_grain(later, "Y") if later else "")
    if form.which in ("previous", "following", "same"):
        stated = context.focus.stated if form.kind != "WE" else None
        beside = stated is not None and stated.offset >= sentence_start(context.text, context.offset)
        point = (
            stated
            if beside
            else context.focus.point("D" if form.kind == "WE" else "Y", context.offset, context.direction)
        )
        stretch = bounds(point.value) if point else None
        if point is None or stretch is None:
            return OPEN
        if form.which == "same" and form.kind in _SEASONS and (is_calendar(point.value) or point.value[5:] in _SEASONS):
            return from_point(point, _same_season(point.value, form.kind))
        return from_point(point, periods.period(stretch[0], form.kind, form.which, ""))
    if context.year is not None and form.kind != "WE" and not form.which:
        return Answer(f"{context.year:04d}-{form.kind}", f"the year {context.year} in force", "anchored")
    if context.now is None:
        return OPEN
    return told(context, periods.period(context.now, form.kind, form.which, context.direction))
