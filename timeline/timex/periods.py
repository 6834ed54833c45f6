"""Chooses among the weekdays, months, quarters, seasons and weekends that words without a year may mean."""

from __future__ import annotations

import datetime as dt
import re

from timeline.timex.arithmetic import add_days, monday, week
from timeline.timex.values import Bounds, bounds


def choose(days: list[dt.date], now: dt.date, direction: str) -> str:
    """Choose the day that fits: the latest past one, the first to come, or the nearest."""
    if direction == "past":
        days = [day for day in days if day <= now] or days
    elif direction == "future":
        days = [day for day in days if day >= now] or days
    return min(days, key=lambda day: (abs((day - now).days), day)).isoformat() if days else ""


def weekday(day: dt.date, number: int, which: str, direction: str) -> str:
    """Give the weekday (ISO 1..7) that is meant, seen from a day.

    Bare: the latest one, the day itself included, or the coming one where the verb points ahead. "last" and "next"
    lie strictly before and after; "same" is the nearest; "within" is the one in the week that starts on the day.
    """
    back = (day.isoweekday() - number) % 7
    ahead = (number - day.isoweekday()) % 7
    steps = {
        "last": -(back or 7), "previous": -(back or 7), "next": ahead or 7, "following": ahead or 7, "within": ahead,
        "this": -back if direction == "past" else ahead, "same": -back if back <= 3 else ahead,
    }  # fmt: skip
    step = steps.get(which, ahead if direction == "future" else -back)
    found = add_days(day, step)
    return found.isoformat() if found else ""


def month(day: dt.date, number: int, which: str) -> str:
    """Give the month strictly before or after a day's month, or the one in its year."""
    year = day.year
    if which in ("last", "previous"):
        year -= number >= day.month
    elif which in ("next", "following"):
        year += number <= day.month
    return f"{year:04d}-{number:02d}" if 1 <= year <= 9999 else ""


def nearest_month(day: dt.date, number: int) -> str:
    """Give the month of that number nearest to a day's month; of two equally near the later one."""
    ahead = (number - day.month) % 12
    year = day.year + (number < day.month) if ahead <= 6 else day.year - (number > day.month)
    return f"{year:04d}-{number:02d}" if 1 <= year <= 9999 else ""


def period(now: dt.date, kind: str, which: str, direction: str) -> str:
    """Give the quarter, half, season or weekend that is meant, seen from a day."""
    if kind == "WE":
        return _weekend(now, which, direction)
    if which == "this":
        begun = now.month < (9 if direction == "past" else 3)  # a winter that is over began the year before
        year = now.year - (kind == "WI" and begun)
        return f"{year:04d}-{kind}"
    found = [(value, stretch) for value, stretch in _candidates(now, kind)]
    if which == "near":
        return _nearest(found, now)
    if which in ("last", "previous"):
        fitting = [value for value, (_, end) in found if end < now]
        return fitting[-1] if fitting else ""
    if which in ("next", "following"):
        return next((value for value, (start, _) in found if start > now), "")
    return _bare(found, now, direction, kind)


def _candidates(now: dt.date, kind: str) -> list[tuple[str, Bounds]]:
    values = [f"{year:04d}-{kind}" for year in range(max(1, now.year - 2), min(9998, now.year + 2) + 1)]
    return [(value, stretch) for value in values if (stretch := bounds(value))]


def _bare(found: list[tuple[str, Bounds]], now: dt.date, direction: str, kind: str) -> str:
    if direction == "future":
        return next((value for value, (_, end) in found if end >= now), "")
    begun = [value for value, (start, _) in found if start <= now]
    if direction == "past" or kind[0] in "QH":
        return begun[-1] if begun else ""
    return _nearest(found, now)


def _nearest(found: list[tuple[str, Bounds]], now: dt.date) -> str:
    distance = {value: min(abs((start - now).days), abs((end - now).days)) * (not start <= now <= end)
                for value, (start, end) in found}  # fmt: skip
    return min(distance, key=lambda value: distance[value]) if distance else ""


def _weekend(now: dt.date, which: str, direction: str) -> str:
    ahead = which == "next" or which == "following"
    first = monday(now)
    if which in ("last", "previous"):
        step = -7
    elif ahead:
        step = 7
    elif which == "this":
        step = -7 if direction == "past" and now.isoweekday() <= 2 else 0
    else:
        step = 0 if direction == "future" or now.isoweekday() >= 6 else -7
    day = add_days(first, step)
    return week(day) + "-WE" if day else ""


def compared(value: str, amount: float, unit: str) -> str:
    """Move a quarter, half, season or month by a unit and keep its grain: "a year earlier" in a comparison."""
    match = re.fullmatch(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI|\d\d)", value)
    if match is None or unit != "Y":
        return ""
    return f"{int(match[1]) + round(amount):04d}-{match[2]}"


def moment(value: str) -> dt.datetime | None:
    """Read a value with a clock time as a moment; None where it has none."""
    match = re.match(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)", value.replace("TMI", "T12:00"))
    stretch = bounds(match[1]) if match else None
    if match is None or stretch is None or int(match[2]) > 24 or int(match[3]) > 59:
        return None
    day = stretch[0] if int(match[2]) < 24 else add_days(stretch[0], 1)
    return dt.datetime(day.year, day.month, day.day, int(match[2]) % 24, int(match[3])) if day else None
