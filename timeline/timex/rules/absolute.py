"""Dates that name a place in the calendar: full dates in many orders, month and day, month, year, decade, century."""

from __future__ import annotations

import datetime as dt

from timeline.timex.arithmetic import day_of
from timeline.timex.forms import Calendar, Clock, Fixed, Period, date, time
from timeline.timex.holidays import FIXED_DAYS
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.weekday import which_of
from timeline.timex.tokens import century_year


def _day(year: int | None, month: int, day: int, weekday: int | None = None) -> Given:
    if year is None:
        return date(Calendar(None, month, day, weekday)) if day_of(2000, month, day) else None
    return date(Calendar(year, month, day)) if day_of(year, month, day) else None


@rule(
    "iso",
    examples={"Due by [2024-07-28].": "2024-07-28", "Logged at [2024-07-28T14:05Z].": "2024-07-28T14:05Z"},
    counterexamples=["Part 2024-99-99 is out.", "Call 0417-1999-11."],
)
def iso_date(parts: Parts) -> Given:
    """An ISO 8601 date, with or without a clock time."""
    raw = parts.text("iso")
    day, _, clock = raw.partition("T")
    try:
        parsed = dt.date.fromisoformat(day)
    except ValueError:
        return None
    calendar = Calendar(parsed.year, parsed.month, parsed.day)
    if not clock:
        return date(calendar)
    hour, minute = int(clock[:2]), int(clock[3:5])
    second = int(clock[6:8]) if clock[5:6] == ":" else None
    zone = clock[8:] if second is not None else clock[5:]
    return time(Clock(hour, minute, second, zone, calendar)) if hour < 24 and minute < 60 else None


@rule(
    "(weekday comma?)? slash",
    examples={
        "Sent on [28/07/2024].": "2024-07-28",
        "Sent on [07/28/24].": "2024-07-28",
        "Filed [10-30-89].": "1989-10-30",
        "Born on [28.07.1954].": "1954-07-28",
    },
    counterexamples=["The ratio was 31/31/31.", "Version 1.2.3 is out."],
)
def numeric_date(parts: Parts) -> Given:
    """Numbers with slashes, hyphens or dots; month first as Americans write, unless only day first is possible."""
    first, second, last = (int(piece) for piece in parts.text("slash").replace("/", "-").replace(".", "-").split("-"))
    year = last if last > 99 else century_year(last)
    dotted = "." in parts.text("slash")
    if dotted and last < 100:  # more often a version than a date
        return None
    orders = ((second, first), (first, second)) if dotted else ((first, second), (second, first))
    for month, day in orders:  # month first is the American order, day first is what dots mean
        if day_of(year, month, day):
            return date(Calendar(year, month, day))
    return None


@rule(
    "($wday comma?)? $mon (the)? $dayno (comma|of)? year",
    examples={
        "It began on [July 28, 2024].": "2024-07-28",
        "On [Sunday, July 28th, 2024], it ended.": "2024-07-28",
        "Seen [Sept. 3 1995] again.": "1995-09-03",
    },
    counterexamples=["The May 41, 1998 issue."],
)
def month_day_year(parts: Parts) -> Given:
    """Month, day and year: "July 28, 2024"."""
    return _day(parts.number("year"), parts.number("month", "mabbr"), parts.number("num2", "ordinal"))


@rule(
    "($wday comma?)? the? $dayno hyphen? of? $mon hyphen? comma? year",
    examples={
        "It began on [28 July 2024].": "2024-07-28",
        "On [Sunday 28th July, 2024] it ended.": "2024-07-28",
        "from [the 3rd of May 1999]": "1999-05-03",
    },
    counterexamples=["the 99 May 2024 delegates"],
)
def day_month_year(parts: Parts) -> Given:
    """Day, month and year: "28 July 2024"."""
    return _day(parts.number("year"), parts.number("month", "mabbr"), parts.number("num2", "ordinal"))


@rule(
    "((that|last|this|the|past)? $wday comma?)? $mon (the)? $dayno",
    examples={
        "It began on [July 28].": "2024-07-28",
        "It ended [Sunday, Dec. 3].": "2023-12-03",
        "She slept on [that Tuesday, July 23].": "2024-07-23",
        "On [Jan 5] it closed.": "2024-01-05",
    },
    counterexamples=["You may 5 times.", "June 77 was a model."],
)
def month_day(parts: Parts) -> Given:
    """Month and day: "July 28"."""
    weekday = parts.number("weekday", "wabbr") or None
    return _day(None, parts.number("month", "mabbr"), parts.number("num2", "ordinal"), weekday)


@rule(
    "((that|last|this|the|past)? $wday comma?)? the? $dayno of? $mon | the ordw of $mon",
    examples={
        "It began on [28 July].": "2024-07-28",
        "held on [the 28th of July]": "2024-07-28",
        "held on [the fourth of July]": "2024-07-04",
    },
    counterexamples=["the 99 May protests", "the fourth May vote"],
)
def day_month(parts: Parts) -> Given:
    """Day and month: "28 July", "the 28th of July"."""
    weekday = parts.number("weekday", "wabbr") or None
    return _day(None, parts.number("month", "mabbr"), parts.number("num2", "ordinal", "ordw"), weekday)


@rule(
    "the (ordw|ordinal) of the unit",
    examples={
        "It has been shut since [the first of the year].": "2024-01-01",
        "They will be paid by [the first of the month].": "2024-08-01",
    },
    counterexamples=["the second of the year", "the first of the week"],
)
def first_of_unit(parts: Parts) -> Given:
    """ "the first of the month", "the first of the year": its first day."""
    if parts.number("ordw", "ordinal") != 1 or parts.text("unit") not in ("Y", "M"):
        return None
    return date(Calendar(month=1, day=1) if parts.text("unit") == "Y" else Calendar(day=1))


@rule(
    "$mon (of|comma|hyphen)? year",
    examples={"The strike of [May 1998] failed.": "1998-05", "in [July of 1994]": "1994-07"},
    counterexamples=["They may 1998 times."],
)
def month_year(parts: Parts) -> Given:
    """Month and year: "May 1998"."""
    return date(Calendar(parts.number("year"), parts.number("month", "mabbr")))


@rule(
    "month",
    examples={"The vote held in [June] was calm.": "2024-06", "It was founded in [December].": "2023-12"},
    counterexamples=["It may rain.", "Mayor June Harper spoke.", "They march on.", "Anna April spoke."],
)
def bare_month(parts: Parts) -> Given:
    """A month by itself."""
    return date(Calendar(month=parts.number("month")))


@rule(
    "(last|next|this|past|coming) month",
    examples={
        "It fell [last August].": "2023-08",
        "It opens [next January].": "2025-01",
        "It opened [this June].": "2024-06",
    },
    counterexamples=["last may it be"],
)
def modified_month(parts: Parts) -> Given:
    """ "last August", "next January", "this June"."""
    return date(Calendar(month=parts.number("month"), which=which_of(parts)))


@rule(
    "mabbr",
    examples={"Sales rose in [Sept.] to a record.": "2023-09"},
    counterexamples=["Jan Falk spoke.", "The mar is deep."],
)
def bare_short_month(parts: Parts) -> Given:
    """A shortened month by itself: "Sept." """
    return date(Calendar(month=parts.number("mabbr")))


@rule(
    "year",
    examples={
        "It was built in [1998].": "1998",
        "the [1992] election": "1992",
        "It was built in [nineteen ninety-four].": "1994",
    },
    counterexamples=[
        "It cost 1998 crowns.",
        "He won by 1994 votes.",
        "Highway 1998 is closed.",
        "Call 555-1998.",
        "The 1971 settlers fled.",
        "It sold 2000 million shares.",
    ],
)
def bare_year(parts: Parts) -> Given:
    """A year by itself."""
    return date(Calendar(parts.number("year")))


@rule(
    "($mon|the? season of?)? shortyear",
    examples={
        "It fell in ['87].": "1987",
        "They wed in [May '98].": "1998-05",
        "It was [the summer of '68].": "1968-SU",
    },
    counterexamples=["He said, '20 men fell.'", "She is 5'11 tall."],
)
def short_year(parts: Parts) -> Given:
    """A year without its century: "'87"."""
    year, month = parts.number("shortyear"), parts.number("month", "mabbr") or None
    return date(Period(parts.text("season"), year) if parts.has("season") else Calendar(year, month))


@rule(
    "the unit year",
    examples={"It was forecast for [the year 2030].": "2030"},
    counterexamples=["the week 2030 men came"],
)
def the_year(parts: Parts) -> Given:
    """ "the year 2030"."""
    return date(Calendar(parts.number("year"))) if parts.text("unit") == "Y" else None


@rule(
    "the ordinal",
    examples={
        "Rent falls due on [the 28th].": "2024-08-28",
        "It rained, and on [the 28th] the owner came.": "2024-07-28",
        "On [the 28th] Ada Lund left.": "2024-07-28",
    },
    counterexamples=["on the 28th anniversary", "He was the 28th.", "He sat on the 28th Airborne's bench."],
)
def day_of_month(parts: Parts) -> Given:
    """A day by its number: "the 28th"."""
    number = parts.number("ordinal")
    return date(Calendar(day=number)) if 1 <= number <= 31 else None


@rule(
    "holiday",
    examples={"since [9/11]": "2001-09-11"},
    level=2,
    counterexamples=["It closed on Christmas Eve.", "a score of 9/11/9"],
)
def day_known_by_name(parts: Parts) -> Given:
    """A single day of history that has a name."""
    value = FIXED_DAYS.get(parts.text("holiday"))
    return date(Fixed(value)) if value else None
