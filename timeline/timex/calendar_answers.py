"""The year of a month, of a month and day, and of a named day that come without one."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from timeline.timex import periods
from timeline.timex.arithmetic import add_days, day_of
from timeline.timex.forms import Calendar
from timeline.timex.holidays import HOLIDAYS

DOUBTFUL_DAYS = {"past": 120, "future": 90}
"""A verb overrules the nearest such day only where that is farther than this; a future is the stronger evidence."""

NEAR_MONTHS = 3
"""A bare month no farther ahead than this is the coming one, where no verb says that it is past."""

Value = tuple[str, tuple[str, ...]]


@lru_cache(maxsize=20000)
def calendar_value(
    form: Calendar, now: dt.date | None, direction: str, year: int | None, strict: bool = False
) -> Value:
    """Give the value of a calendar form and its close rivals; partial (``XXXX-07-28``) where no year is known.

    ``strict`` lets the direction win even where the other day is much nearer ("since January 1").
    """
    known = form.year if form.year is not None else (year if form.month and not form.which else None)
    if known is not None:
        return _written(known, form.month, form.day), ()
    if form.month and form.day:
        return _month_day(form, now, direction, strict)
    if form.month:
        return _month(form, now, direction)
    if form.weekday and form.day and not form.month:
        return _day_and_weekday(form.day, form.weekday, now, direction)
    if form.weekday:
        if now is None:
            return f"XXXX-WXX-{form.weekday}", ()
        return _weekday(form, now, direction)
    return "", ()


def _written(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def _month_day(form: Calendar, now: dt.date | None, direction: str, strict: bool) -> Value:
    month, day = form.month or 1, form.day or 1
    if now is None:
        return f"XXXX-{month:02d}-{day:02d}", ()
    days = [found for year in range(now.year - 4, now.year + 5) if (found := day_of(year, month, day))]
    if form.weekday:
        days = [found for found in days if found.isoweekday() == form.weekday] or days
    return nearest(days, now, direction, strict=strict)


def _day_and_weekday(day: int, weekday: int, now: dt.date | None, direction: str) -> Value:
    """Give the nearest day that has both its number in the month and its weekday: "Friday the 13th"."""
    months = (
        [(now.year + (now.month - 1 + step) // 12, (now.month - 1 + step) % 12 + 1) for step in range(-14, 15)]
        if now
        else []
    )
    days = [found for year, month in months if (found := day_of(year, month, day)) and found.isoweekday() == weekday]
    return nearest(days, now, direction, strict=direction != "") if now else (f"XXXX-WXX-{weekday}", ())


def nearest(days: list[dt.date], now: dt.date, direction: str, *, strict: bool = False) -> Value:
    """Choose the day nearest to the publication; the verb decides where two are about equally far."""
    if not days:
        return "", ()
    ranked = sorted(days, key=lambda found: (abs((found - now).days), found))
    first = ranked[0]
    rivals = [found for found in ranked[1:3] if abs((found - now).days) < 245]
    if (direction and abs((first - now).days) > DOUBTFUL_DAYS[direction]) or strict:
        wrong = first > now if direction == "past" else first < now
        other = next((found for found in ranked if (found > now) != (first > now)), None)
        if wrong and other is not None:
            return other.isoformat(), (first.isoformat(),)
    return first.isoformat(), tuple(found.isoformat() for found in rivals[:1])


def _month(form: Calendar, now: dt.date | None, direction: str) -> Value:
    month = form.month or 1
    if now is None:
        return f"XXXX-{month:02d}", ()
    if form.which:
        return periods.month(now, month, form.which), ()
    if direction == "future" or (direction == "" and 0 < (month - now.month) % 12 <= NEAR_MONTHS):
        year = now.year + (month < now.month)
        return f"{year:04d}-{month:02d}", (f"{year - 1:04d}-{month:02d}",)
    year = now.year - (month > now.month)
    return f"{year:04d}-{month:02d}", (f"{year + 1:04d}-{month:02d}",)


def _weekday(form: Calendar, now: dt.date, direction: str) -> Value:
    number = form.weekday or 1
    value = periods.weekday(now, number, form.which, direction)
    if not value:
        return "", ()
    day = dt.date.fromisoformat(value)
    distance = (day - now).days
    if form.weeks:
        moved = add_days(day, 7 * form.weeks)
        return (moved.isoformat() if moved else ""), ()
    if form.which == "next" and distance <= 3:  # "next Sunday" said on a Friday often skips the coming one
        later = add_days(day, 7)
        return value, ((later.isoformat(),) if later else ())
    return value, ()


def holiday_value(name: str, now: dt.date | None, direction: str, year: int | None, which: str) -> str:
    """Give the day a named day falls on, in a year or nearest to the publication."""
    day_in_year = HOLIDAYS[name]
    if year is not None:
        found = day_in_year(year) if 1 <= year <= 9999 else None
        return found.isoformat() if found else ""
    if now is None:
        return ""
    days = [found for step in range(-8, 9) if 1 <= now.year + step <= 9999 and (found := day_in_year(now.year + step))]
    if which in ("last", "previous"):
        days = [found for found in days if found < now][-1:]
    elif which in ("next", "following"):
        days = [found for found in days if found > now][:1]
    elif which == "this":
        days = [found for found in days if found.year == now.year] or days
    return nearest(days, now, direction)[0]
