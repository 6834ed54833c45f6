"""The days that a date expression and its preposition come to, as the date of an event."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from timeline.models import DateExpression, DateExtent, DatePrecision, EventDate

_ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_SEASON = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])")
_MIDDLE = 15  # of a month
TOLD_AFTER = "told-after"
"""The rule of bounds that only the order of telling gives."""
STORY_DAY = "story-day"
"""The rule of days that a mention has from what was told before it."""
LEAD = "lead"
"""The rule of bounds that a lead has from the day told next, or from the day on which it was said."""
_IN_FORCE = ("the year ", "the month ")  # anchors of what borrows only these
_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(days=6)  # from a first day to a last one


def interval(
    date: EventDate, expression: DateExpression, expressions: Sequence[DateExpression], latest: dt.date | None
) -> EventDate:
    """The interval that an expression and its preposition describe."""
    start, end = expression.start, expression.end
    if expression.range_end is not None:
        return spanning(date, start, _closing(expressions[expression.range_end]), "during")
    match expression.relation:
        case "since" if start is not None and start == end == latest:  # "since breakfast"
            return spanning(date, start, end, "during")
        case "since" | "from":
            return spanning(date, start, None, "during")
        case "until" | "to":
            return spanning(date, None, end, "during")
        case "before" | "by" if expression.type == "TIME" and start is not None and start == end:
            return spanning(date, start, end, "during")  # "before dawn on Friday", "by nightfall"
        case "by" | "before":
            return spanning(date, None, end, "within")
        case "after":
            return spanning(date, end, latest if latest and end and latest >= end else None, "within")
    if "overnight" in expression.span.text.lower() and start:
        return spanning(date, start, later(start, 1), "within")
    last_day = _listed(expression, expressions)
    if last_day is not None:
        return spanning(date, start, last_day, "during")
    if expression.rule == "so_long_after" and start and end and end - start == _WEEK:
        return _weeks_later(date, start)
    if latest and start and end and start <= latest < end and end - start <= _WEEK:
        return spanning(date, start, latest, "within")  # "this week", for what happened
    extent: DateExtent = "during" if start == end or expression.relation == "during" else "within"
    timeless = expression.type == "DATE" and "T" not in expression.edtf  # an event is dated to the day
    plain = timeless and expression.edtf and not _SEASON.match(expression.edtf)  # whose summer it is, its days tell
    edtf = expression.edtf if plain else _edtf(start, end)
    return replace(date, start=start, end=end, precision=_precision(expression), extent=extent, edtf=edtf)


def _closing(expression: DateExpression) -> dt.date | None:
    """The last day of a range; "until the middle of May" ends there."""
    start, middle = expression.start, expression.mod == "MID" and _precision(expression) == "month"
    return start.replace(day=_MIDDLE) if start and middle else expression.end


def later(day: dt.date, days: int) -> dt.date:
    """A day so many days on, or back if negative; the first or last day there is where the calendar ends."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def days(start: dt.date | None, end: dt.date | None) -> EventDate:
    """A date that is nothing but its days, None where it is open."""
    if start and end and start > end:
        end = None
    return EventDate(_edtf(start, end), start, end, _grain(start, end))


def _grain(start: dt.date | None, end: dt.date | None) -> DatePrecision:
    if start is None and end is None:
        return "unknown"
    return "day" if start is not None and start == end else "interval"


def spanning(date: EventDate, start: dt.date | None, end: dt.date | None, extent: DateExtent) -> EventDate:
    """A date with these bounds, None where it is open."""
    if start is None and end is None:
        return date
    if start and end and start > end:
        end = None
    return replace(date, start=start, end=end, precision=_grain(start, end), edtf=_edtf(start, end), extent=extent)


def _listed(expression: DateExpression, expressions: Sequence[DateExpression]) -> dt.date | None:
    """The last day of a list of days or months in a row: "on 3 and 4 May", "in June and July"."""
    start, last = expression.start, expression.end
    if start is None or last is None or not (start == last or _is_month(expression)):
        return None
    end = expression.span.end
    behind = bisect_left(expressions, end, key=lambda item: item.span.start)
    for other in (expressions[at] for at in range(behind, len(expressions))):
        if other.span.start - end > len(", and "):
            break
        near = other.span.start >= end and other.sentence == expression.sentence
        if near and _counts(other):
            return last if last != expression.end else None
        alike = other.start == other.end if start == expression.end else _is_month(other)
        if near and alike and other.type != "DURATION" and other.start and other.end and other.start - last == _DAY:
            last, end = other.end, other.span.end
    return last if last != expression.end else None


def _counts(expression: DateExpression) -> bool:
    """Whether a day is counted from what was told, as what came next: "on 3 May, and the next day it fell"."""
    return expression.basis == "anchored" and not expression.anchor.startswith(_IN_FORCE)


def _is_month(expression: DateExpression) -> bool:
    return expression.start is not None and _precision(expression) == "month"


def _weeks_later(date: EventDate, monday: dt.date) -> EventDate:
    """ "A week later" than a day is about the same day of a later week."""
    counted = _ISO_DAY.search(date.anchor)
    try:
        weekday = dt.date.fromisoformat(counted[0]).weekday() if counted else None
    except ValueError:
        weekday = None
    if weekday is None:
        return spanning(date, monday, later(monday, _WEEK.days), "within")
    day = later(monday, weekday)
    return replace(spanning(date, day, day, "during"), edtf=f"{day}~")


def _precision(expression: DateExpression) -> DatePrecision:
    if expression.start == expression.end:
        return "day"
    plain = re.fullmatch(r"\d{4}(-(?:0\d|1[0-2]))?~?", expression.edtf)  # 2024-21 is a season
    return ("month" if plain[1] else "year") if plain else "interval"


def _edtf(start: dt.date | None, end: dt.date | None) -> str:
    if start is None and end is None:
        return ""
    if start == end:
        return str(start)
    return f"{start or '..'}/{end or '..'}"
