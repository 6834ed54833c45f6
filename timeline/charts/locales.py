"""How a chart writes its numbers and dates: the project's own English, or the formats of any locale that CLDR knows.

Only formats follow the locale; the words of a chart stay English. What formats is deep in values (an event's date in
words), so the formats in force are a context, set once around the drawing of a picture, never a parameter of all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError, dates, numbers

from timeline.charts.measure import draws
from timeline.errors import TimelineError

_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Formats:
    """English as charts write it: 20 May 2031, May 2031, 1,200, 46.5%."""

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its thousands apart and so many decimals."""
        return f"{value:,.{decimals}f}"

    def plain(self, value: float) -> str:
        """A number with two decimals at most."""
        return f"{value:.2f}".rstrip("0").rstrip(".")

    def percent(self, value: float) -> str:
        """A share of 100."""
        return f"{self.plain(value)}%"

    def day(self, day: dt.date) -> str:
        """20 May 2031."""
        return f"{day.day} {_SHORT[day.month - 1]} {day.year}"

    def day_of_year(self, day: dt.date) -> str:
        """20 May."""
        return f"{day.day} {_SHORT[day.month - 1]}"

    def month_name(self, month: int) -> str:
        """Jul."""
        return _SHORT[month - 1]

    def month(self, day: dt.date, long: bool = False) -> str:
        """Jul 2031, or July 2031."""
        return f"{(_LONG if long else _SHORT)[day.month - 1]} {day.year}"

    def months(self, first: dt.date, last: dt.date, long: bool = False) -> str:
        """Months of one year, or of several: Jul–Aug 2031, Dec 2030–Jan 2031."""
        names = _LONG if long else _SHORT
        opening = names[first.month - 1] if first.year == last.year else self.month(first, long)
        return f"{opening}–{self.month(last, long)}"

    def days(self, start: dt.date, end: dt.date) -> str:
        """Two days with what they share said once: 3–5 May 2031, 29 Jul – 2 Aug 2031."""
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{self.day(end)}"
        return f"{self.day_of_year(start) if start.year == end.year else self.day(start)} – {self.day(end)}"

    def between(self, start: dt.date, end: dt.date) -> str:
        """The same within a sentence: 3 and 5 May 2031."""
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day} and {self.day(end)}"
        return f"{self.day_of_year(start) if start.year == end.year else self.day(start)} and {self.day(end)}"

    def partial(self, month: int, day: int) -> str:
        """A month, and a day of it if known, of a year that isn't: 28 July."""
        return f"{day} {_LONG[month - 1]}" if day else _LONG[month - 1]


class Localised(Formats):
    """The formats of a locale, from the Unicode Common Locale Data Repository (https://cldr.unicode.org)."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with the locale's separators."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return numbers.format_decimal(_exact(value), format=pattern, locale=self._locale)

    def plain(self, value: float) -> str:
        """A number with two decimals at most."""
        return numbers.format_decimal(_exact(value), format="#,##0.##", locale=self._locale)

    def percent(self, value: float) -> str:
        """A share, its sign where the locale has it."""
        pattern = self._locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
        return numbers.format_percent(_exact(value) / 100, format=pattern, locale=self._locale)

    def day(self, day: dt.date) -> str:
        """A day in the locale's order."""
        return self._date("yMMMd", day)

    def day_of_year(self, day: dt.date) -> str:
        """A day without its year."""
        return self._date("MMMd", day)

    def month_name(self, month: int) -> str:
        """A month by itself, short."""
        return str(dates.get_month_names("abbreviated", "stand-alone", self._locale)[month])

    def month(self, day: dt.date, long: bool = False) -> str:
        """A month with its year."""
        return self._date("yMMMM" if long else "yMMM", day)

    def months(self, first: dt.date, last: dt.date, long: bool = False) -> str:
        """Months from one to another."""
        return dates.format_interval(first, last, "yMMMM" if long else "yMMM", locale=self._locale)

    def days(self, start: dt.date, end: dt.date) -> str:
        """Days from one to another."""
        return dates.format_interval(start, end, "yMMMd", locale=self._locale)

    def between(self, start: dt.date, end: dt.date) -> str:
        """Two days, each in full: how they would share a month differs too much."""
        return f"{self.day(start)} and {self.day(end)}"

    def partial(self, month: int, day: int) -> str:
        """A month, and a day of it if known."""
        if day:
            return self._date("MMMMd", dt.date(2000, month, min(day, 29 if month == 2 else 30)))
        return str(dates.get_month_names("wide", "stand-alone", self._locale)[month])

    def _date(self, skeleton: str, day: dt.date) -> str:
        return dates.format_skeleton(skeleton, day, locale=self._locale)


ENGLISH = Formats()
_IN_FORCE: ContextVar[Formats] = ContextVar("formats", default=ENGLISH)


def formats() -> Formats:
    """The formats in force."""
    return _IN_FORCE.get()


@contextmanager
def formatted(locale: str | None) -> Iterator[None]:
    """Write numbers and dates as a locale does ("de", "pt-BR") within this block; None keeps the project's English.

    TimelineError for a locale that isn't known, or whose letters the shipped font lacks.
    """
    token = _IN_FORCE.set(formats_of(locale) if locale else ENGLISH)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


@lru_cache(maxsize=32)
def formats_of(locale: str) -> Formats:
    """The formats of a locale by its name."""
    if locale == "en":
        return ENGLISH
    try:
        found = Localised(Locale.parse(locale.replace("-", "_")))
    except (UnknownLocaleError, ValueError) as error:
        raise TimelineError(f"locale {locale!r} is not known; write it as de, fr, pt-BR or en-US") from error
    sample = [*(found.month(dt.date(2031, month, 1)) for month in range(1, 13)), found.number(1234.5, 1)]
    if missing := sorted({char for words in sample for char in words if not draws(char)}):
        raise TimelineError(
            f"locale {locale!r}: the font of the charts has no {' '.join(missing[:5])}; "
            "it draws Latin, Greek and Cyrillic letters"
        )
    return found


def _exact(value: float) -> Decimal:
    return Decimal(repr(float(value)))
