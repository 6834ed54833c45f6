"""Lengths of time in front of "after" and its like: "three days", "a few hours", "ten years to the day"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from timeline.frames.figures.numerals import numerals
from timeline.timex.lexicon import ORDINALS

UNITS: dict[str, Literal["H", "D", "W", "M", "Y"]] = {
    "minute": "H", "hour": "H", "day": "D", "morning": "D", "evening": "D", "night": "D", "week": "W",
    "month": "M", "year": "Y",
}  # fmt: skip
_LENGTH = re.compile(
    r"(?P<within>\b(?:with)?in\s+(?:the\s+)?(?P<first>(?:very\s+)?first\s+)?)?(?:(?P<number>[\w-]+|an?\s+(?:few|couple\s+of))\s+)?(?:\b(?P<of>full)\s+)?"
    r"\b(?P<unit>minute|hour|day|morning|evening|night|week|month|year)(?P<many>s)?(?P<exact>\s+to\s+the\s+\w+)?\s*\Z",
    re.IGNORECASE,
)
_UNITS = tuple(UNITS)
_ANNIVERSARY = re.compile(
    r"\b(?:(?P<number>\w+)[- ](?P<unit>year|month)|(?P<which>\w+))\s+anniversary\s*\Z", re.IGNORECASE
)
_ORDINALS = {word: number for number, word in enumerate(ORDINALS, 1)} | {
    word: 10 * tens for tens, word in enumerate(("thirtieth", "fortieth", "fiftieth", "sixtieth"), 3)
}
_REACH = 100  # characters of the longest length
_YEARS = 1000  # "in 2019 weeks of rain followed" counts no weeks


@dataclass(frozen=True)
class Length:
    """How long before or after: so many units (None is not told), "H" standing for anything below a day."""

    amount: float | None
    unit: Literal["H", "D", "W", "M", "Y"]
    exact: bool = False  # "ten years to the day"
    within: bool = False  # at most so long


def length_before(before: str) -> Length | None:
    """The length at the end of a text: "the mayor fell three days"."""
    found = _measured(before)
    if found is None:
        return None
    number, many = (found["number"] or "").lower(), bool(found["many"])
    amount = _amount(number)
    single = bool(found["first"]) or number in ("the", "that")
    if not many and amount is None and not single:
        return None
    unit = UNITS[found["unit"].lower()]
    if single and not many:
        amount = 1
    return Length(amount, unit, bool(found["exact"]), bool(found["within"]) and number not in ("the", "that"))


def anniversary(before: str) -> Length | None:
    """The length that an anniversary at the end of a text counts, to the day: "the tenth anniversary"."""
    found = _ANNIVERSARY.search(before, max(0, len(before) - _REACH))
    if found is None:
        return None
    which, number = (found["which"] or "").lower(), (found["number"] or "").lower()
    amount = _amount(number) if number else _ORDINALS.get(which)
    if amount is None and which[:-2].isdigit() and which[-2:] in ("st", "nd", "rd", "th"):
        amount = int(which[:-2])
    unit = UNITS[found["unit"].lower()] if number else "Y"
    return Length(amount, unit, exact=True) if amount and amount < _YEARS else None


def _measured(before: str) -> re.Match[str] | None:
    """The length of time that a text ends with; most end with no unit of time ("days", "days to the hour")."""
    first = max(0, len(before) - _REACH)
    words = before[first:].lower().rsplit(None, 4)
    ends = words[-1:] + (words[-4:-3] if words[-3:-1] == ["to", "the"] else [])
    return _LENGTH.search(before, first) if any(word.rstrip("s").endswith(_UNITS) for word in ends) else None


def _amount(number: str) -> float | None:
    if number in ("a", "an"):
        return 1
    read = numerals(number)
    value = read[0].value if read and read[0].end == len(number) else None
    return value if value is not None and value < _YEARS else None


def begin_of(before: str, length: Length | None) -> int:
    """Where the words of a length begin: "dozens of students | two days", "students | hours"."""
    found = _measured(before) if length else None
    if found is None:
        return len(before)
    number = (found["number"] or "").lower()
    counts = _amount(number) is not None or number.split()[-1:] in (["few"], ["several"], ["some"], ["the"], ["that"])
    return found.start() if counts or found["within"] or not number else found.start("unit")
