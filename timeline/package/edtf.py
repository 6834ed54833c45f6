"""Reads the EDTF strings the dataset holds (ISO 8601-2, levels 0 and 1, and masked days): bounds and precision.

https://www.loc.gov/standards/datetime/ is the grammar. It reads back what other rooms wrote, so that the bounds in the
columns can be held against the string.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from timeline.models import DatePrecision

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:-XX){0,2}", re.ASCII)
_DECADES = re.compile(r"(\d{1,3})(X{1,3})", re.ASCII)
_PARTIAL = re.compile(r"[\dX]{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?", re.ASCII)
_SPANS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}  # quarters; then thirds and halves of a year, by month
_SPANS |= {37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)}


@dataclass(frozen=True, slots=True)
class Reading:
    """First and last day of an EDTF string (None is open or unknown) and its precision.

    ``bounded`` is False for seasons: where they begin depends on the hemisphere, so nothing can be held against them.
    """

    start: dt.date | None
    end: dt.date | None
    precision: DatePrecision
    bounded: bool = True


def read_edtf(text: str) -> Reading | None:
    """Read an EDTF string; None if it is none, or names a day that does not exist.

    >>> read_edtf("2024-02~")
    Reading(start=datetime.date(2024, 2, 1), end=datetime.date(2024, 2, 29), precision='month', bounded=True)
    >>> read_edtf("2024-07-28/..").end is None
    True
    """
    first, slash, last = text.partition("/")
    try:
        return _interval(first, last) if slash else _date(first)
    except ValueError:  # a month 13, a 30 February, a year 0
        return None


def _interval(first: str, last: str) -> Reading | None:
    open_end = Reading(None, None, "interval")
    start = open_end if first in ("..", "") else _date(first)
    end = open_end if last in ("..", "") else _date(last)
    if start is None or end is None or (start is open_end and end is open_end):
        return None
    if "partial" in (start.precision, end.precision):
        return Reading(None, None, "partial")
    if start.start and end.end and start.start > end.end:
        return None
    return Reading(start.start, end.end, "interval", start.bounded and end.bounded)


def _date(text: str) -> Reading | None:
    text = text[:-1] if text[-1:] in ("~", "?", "%") else text
    if match := _DAY.fullmatch(text):
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        return Reading(day, day, "day")
    if match := _MONTH.fullmatch(text):
        return _month_or_season(int(match[1]), int(match[2]))
    if match := _YEAR.fullmatch(text):
        return Reading(*_months(int(match[1]), 1, 12), "year")
    if match := _DECADES.fullmatch(text):
        return _masked_year(match[0]) if len(match[0]) == 4 else None
    return _partial(text) if "X" in text and _PARTIAL.fullmatch(text) else None


def _month_or_season(year: int, number: int) -> Reading | None:
    if 1 <= number <= 12:
        return Reading(*_months(year, number, number), "month")
    if number in _SPANS:
        return Reading(*_months(year, *_SPANS[number]), "interval")
    if 21 <= number <= 32:
        return Reading(dt.date(year, 1, 1), None, "interval", bounded=False)
    return None


def _masked_year(text: str) -> Reading:
    low, high = max(int(text.replace("X", "0")), 1), int(text.replace("X", "9"))
    return Reading(dt.date(low, 1, 1), dt.date(high, 12, 31), "interval")


def _partial(text: str) -> Reading | None:
    month, day = ([*text.split("-"), "XX", "XX"])[1:3]
    if month != "XX" and not 1 <= int(month) <= 12:
        return None
    longest = 31 if month == "XX" else calendar.monthrange(2000, int(month))[1]  # a leap year: XXXX-02-29 exists
    if day != "XX" and not 1 <= int(day) <= longest:
        return None
    return Reading(None, None, "partial")


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
