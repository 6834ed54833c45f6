"""TIMEX3 values as stretches of days and as EDTF: the one place that knows how a value is written."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from timeline.timex.arithmetic import SEASON_MONTHS, add_days, add_months, day_of, days_in_month

Bounds = tuple[dt.date, dt.date]

VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?P<time>T.*)?"
)
CLOCK = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?")
SEASON_CODES = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@lru_cache(maxsize=16384)
def bounds(value: str) -> Bounds | None:
    """Give the first and last day of a TIMEX3 value, None where it is no stretch of days ("P3D", "XXXX-07-28")."""
    if len(value) in (2, 3) and value.isdigit():
        return _digits(value)
    match = VALUE.fullmatch(value)
    if match is None or match["year"] == "0000":
        return None
    year = int(match["year"])
    if match["day"]:
        day = day_of(year, int(match["month"]), int(match["day"]))
        return (day, day) if day else None
    if match["week"]:
        return _week(year, int(match["week"]), bool(match["weekend"]))
    first, months = 1, 12
    if match["month"]:
        first, months = int(match["month"]), 1
    elif match["quarter"]:
        first, months = int(match["quarter"]) * 3 - 2, 3
    elif match["half"]:
        first, months = int(match["half"]) * 6 - 5, 6
    elif match["season"]:
        first, months = SEASON_MONTHS[match["season"]], 3
    return _months(year, first, months)


def _digits(value: str) -> Bounds | None:
    span = 10 ** (4 - len(value))
    first = int(value) * span
    if not 0 <= first <= 9999:
        return None
    return dt.date(max(1, first), 1, 1), dt.date(first + span - 1, 12, 31)


def _week(year: int, number: int, weekend: bool) -> Bounds | None:
    try:
        first = dt.date.fromisocalendar(year, number, 6 if weekend else 1)
        return first, dt.date.fromisocalendar(year, number, 7)
    except ValueError:
        return None


def _months(year: int, first: int, months: int) -> Bounds | None:
    start = day_of(year, first, 1)
    last = add_months(start, months - 1) if start else None
    if start is None or last is None:
        return None
    return start, dt.date(last.year, last.month, days_in_month(last.year, last.month))


@lru_cache(maxsize=16384)
def edtf(value: str, mod: str = "") -> str:
    """Write a TIMEX3 DATE or TIME value as EDTF; "" where EDTF has no form for it (durations, sets, references)."""
    if value.startswith("XXXX-") and re.fullmatch(r"XXXX-\d\d(-\d\d)?", value):
        return value
    if len(value) in (2, 3) and value.isdigit():
        return value.ljust(4, "X")
    match = VALUE.fullmatch(value)
    stretch = bounds(value)
    if match is None or stretch is None:
        return ""
    mark = "~" if mod == "APPROX" else ""
    if match["time"]:
        return _time(stretch[0], match["time"]) + (mark if match["time"][1:2].isalpha() else "")
    if match["week"]:
        return f"{stretch[0].isoformat()}{mark}/{stretch[1].isoformat()}{mark}"
    if match["quarter"] or match["half"]:
        return f"{stretch[0].isoformat()[:7]}{mark}/{stretch[1].isoformat()[:7]}{mark}"
    if match["season"]:
        return f"{match['year']}-{SEASON_CODES[match['season']]}{mark}"
    return value + mark


def _time(day: dt.date, time: str) -> str:
    match = CLOCK.fullmatch(time)
    if match is None:
        return day.isoformat()
    hour, minute, second, zone = match.groups(default="")
    if hour == "24":
        following = add_days(day, 1)
        return f"{following.isoformat()}T00:00:00{zone}" if following else ""
    return f"{day.isoformat()}T{hour}:{minute}:{second or '00'}{zone}"


def is_day(value: str) -> bool:
    """Tell whether a value names one calendar day, with or without a time."""
    return len(value) >= 10 and value[:4].isdigit() and value[4] == "-" and value[5:7].isdigit() and value[7] == "-"


def is_month(value: str) -> bool:
    """Tell whether a value names a month of a year."""
    return len(value) == 7 and value[:4].isdigit() and value[5:].isdigit()


def is_calendar(value: str) -> bool:
    """Tell whether a value is a year, month or day of the calendar."""
    return re.match(r"\d{4}(?:-\d\d)?(?:$|-\d\d)", value) is not None


def day_in(value: str) -> dt.date | None:
    """Give the calendar day a value names, None if it is coarser or open."""
    stretch = bounds(value) if is_day(value) else None
    return stretch[0] if stretch else None
