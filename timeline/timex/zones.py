"""Time zones as news writes them: abbreviations, and cities in "8 p.m. Moscow time", with their offset from UTC."""

from __future__ import annotations

import datetime as dt

from timeline.timex.arithmetic import nth_weekday

FIXED = {"GMT": "Z", "UTC": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
         "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
         "EEST": "+03:00", "BST": "+01:00", "WET": "Z", "MSK": "+03:00", "JST": "+09:00", "KST": "+09:00",
         "HKT": "+08:00", "SGT": "+08:00", "AEST": "+10:00", "AEDT": "+11:00", "IST": "+05:30"}  # fmt: skip
CHANGING = {"ET": ("US", -5), "CT": ("US", -6), "MT": ("US", -7), "PT": ("US", -8), "Eastern": ("US", -5),
            "Central": ("US", -6), "Mountain": ("US", -7), "Pacific": ("US", -8)}  # fmt: skip
CITIES = {
    "london": ("EU", 0), "lisbon": ("EU", 0), "dublin": ("EU", 0), "paris": ("EU", 1), "berlin": ("EU", 1),
    "brussels": ("EU", 1), "madrid": ("EU", 1), "rome": ("EU", 1), "vienna": ("EU", 1), "geneva": ("EU", 1),
    "stockholm": ("EU", 1), "warsaw": ("EU", 1), "prague": ("EU", 1), "budapest": ("EU", 1), "athens": ("EU", 2),
    "kiev": ("EU", 2), "kyiv": ("EU", 2), "helsinki": ("EU", 2), "washington": ("US", -5), "moscow": ("", 3),
    "istanbul": ("", 3), "nairobi": ("", 3), "riyadh": ("", 3), "dubai": ("", 4), "islamabad": ("", 5),
    "beijing": ("", 8), "singapore": ("", 8), "manila": ("", 8), "tokyo": ("", 9), "seoul": ("", 9),
}  # fmt: skip
"""Daylight rule and standard offset in hours; offsets and rules as of today (tz database)."""
ZONE_WORDS = (
    "|".join(sorted(FIXED, key=len, reverse=True))
    + r"|E[SD]?T|[CMP]T(?=\b)|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))?(?: [Tt]ime)"
    + r"|local time|Greenwich [Mm]ean [Tt]ime|(?:"
    + "|".join(city.title() for city in CITIES)
    + r") time"
)


def offset(name: str, day: dt.date | None) -> str:
    """Give the ISO offset of a zone as written ("EDT", "Moscow time") on a day; "" for local time.

    Without a day, a zone that changes with the season gives its standard offset.
    """
    first = name.split()[0]
    if first in ("local", "Local"):
        return ""
    if first == "Greenwich":
        return "Z"
    if first in FIXED:
        return FIXED[first]
    rule, hours = CHANGING.get(first) or CITIES.get(first.lower()) or ("", 0)
    if "Daylight" in name or ("Standard" not in name and day is not None and _daylight(rule, day)):
        hours += 1
    return f"{hours:+03d}:00" if hours else "Z"


def _daylight(rule: str, day: dt.date) -> bool:
    if rule == "US":  # Energy Policy Act of 2005, and the rule of 1987 before it
        first, last = (3, 11) if day.year >= 2007 else (4, 10)
        start = nth_weekday(day.year, first, 7, 2 if day.year >= 2007 else 1)
        end = nth_weekday(day.year, last, 7, 1 if day.year >= 2007 else -1)
    elif rule == "EU":  # Directive 2000/84/EC
        start, end = nth_weekday(day.year, 3, 7, -1), nth_weekday(day.year, 10, 7, -1)
    else:
        return False
    return start is not None and end is not None and start <= day < end
