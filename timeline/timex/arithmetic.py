"""Calendar arithmetic on days and TIMEX3 values: units, weeks, Easter. Proleptic Gregorian, weeks as ISO 8601."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

GRAINS = {"S": 0, "MIN": 0, "H": 0, "D": 1, "W": 2, "WE": 2, "M": 3, "Q": 4, "Y": 5, "DE": 6, "CE": 7}
"""Units from fine to coarse; 0 is finer than a day."""

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, northern hemisphere."""


def days_in_month(year: int, month: int) -> int:
    """Give the number of days of a month."""
    leap = month == 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return MONTH_DAYS[month - 1] + leap


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Make a date, or None where the calendar has no such day."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
        return dt.date(year, month, day)
    return None


def add_days(day: dt.date, days: int) -> dt.date | None:
    """Move a day by a number of days; None outside years 1 to 9999."""
    number = day.toordinal() + days
    return dt.date.fromordinal(number) if 1 <= number <= dt.date.max.toordinal() else None


def add_months(day: dt.date, months: int) -> dt.date | None:
    """Move a day by months; the 31st becomes the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def shift(day: dt.date, amount: float, unit: str) -> dt.date | None:
    """Move a day by an amount of units; fractions of a year or month become months or days."""
    if abs(amount) > 4_000_000:
        return None
    if unit == "D":
        return add_days(day, round(amount))
    if unit in ("W", "WE"):
        return add_days(day, round(amount * 7))
    if unit == "M":
        whole = int(amount)
        moved = add_months(day, whole)
        return add_days(moved, round((amount - whole) * 30)) if moved and whole != amount else moved
    months = {"Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is not None:
        return add_months(day, round(amount * months))
    hours = {"H": 24.0, "MIN": 1440.0, "S": 86400.0}[unit]
    return add_days(day, int(amount / hours))


@lru_cache(maxsize=4096)
def week(day: dt.date) -> str:
    """Give the ISO week of a day as a TIMEX3 value, ``1998-W33``."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def monday(day: dt.date) -> dt.date:
    """Give the Monday of a day's ISO week."""
    return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))


def season_of(day: dt.date) -> tuple[int, str]:
    """Give the season a day lies in and its year; January and February belong to the winter of the year before."""
    if day.month < 3:
        return day.year - 1, "WI"
    return day.year, ("SP", "SU", "FA", "WI")[(day.month - 3) // 3]


@lru_cache(maxsize=8192)
def at_grain(day: dt.date, unit: str) -> str:
    """Give the TIMEX3 value of the day, week, month … that holds a day."""
    if unit in ("D", "H", "MIN", "S"):
        return day.isoformat()
    if unit == "W":
        return week(day)
    if unit == "WE":
        return week(day) + "-WE"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "HY":
        return f"{day.year:04d}-H{(day.month + 5) // 6}"
    if unit == "SEASON":
        year, season = season_of(day)
        return f"{year:04d}-{season}"
    return f"{day.year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def easter(year: int) -> dt.date:
    """Give Easter Sunday of a year (anonymous Gregorian computus, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date | None:
    """Give the n-th weekday (ISO 1..7) of a month; -1 is the last; None if there is none."""
    if number > 0:
        first = dt.date(year, month, 1)
        return day_of(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = dt.date(year, month, days_in_month(year, month))
    return add_days(last, -((last.isoweekday() - weekday) % 7) + 7 * (number + 1))
