"""Made-up events in any number, of every kind of date and status; the same ones for the same seed."""

from __future__ import annotations

import datetime as dt
import random

TYPES = (
    "election", "protest", "coup", "detention", "release", "recognition", "security", "cyberattack", "diplomacy",
    "sanction", "statement", "inauguration",
)  # fmt: skip
STATUSES = ("reported", "reported", "reported", "alleged", "planned", "attempted", "denied")
_DAY = dt.timedelta(days=1)


def many(n: int, years: int = 10, seed: int = 1) -> list[tuple[object, ...]]:
    """Rows like those of the fixture."""
    draw = random.Random(seed)
    return [_row(at, years, draw) for at in range(n)]


def _row(at: int, years: int, draw: random.Random) -> tuple[object, ...]:
    day = dt.date(2013, 1, 5) + _DAY * draw.randrange(365 * years)
    start, end, edtf, precision, extent = draw.choice(_dates(day, draw.randrange(5, 200)))
    title = "Something of note happens in the capital" + " and beyond" * draw.randrange(7)
    claimant, outlet = draw.choice((("", ""), ("The ministry of the interior", "Coast Radio")))
    return (
        f"ev-{at}", draw.choice(TYPES), "", title, start, end, edtf, precision, extent, "stated", draw.choice(STATUSES),
        draw.choice(("a1", "a2")), f"Sentence {at} tells it.", claimant, outlet, "",
    )  # fmt: skip


def _dates(day: dt.date, length: int) -> list[tuple[dt.date | None, dt.date | None, str, str, str]]:
    later, first = day + _DAY * length, day.replace(day=1)
    last = (first + _DAY * 40).replace(day=1) - _DAY
    year = str(day.year)
    return [
        (day, day, f"{day}", "day", "during"),
        (day, day, f"{day}", "day", "during"),
        (day, later, f"{day}/{later}", "interval", "during"),
        (day, later, f"{day}/{later}", "interval", "within"),
        (first, last, f"{day:%Y-%m}", "month", "within"),
        (dt.date(day.year, 1, 1), dt.date(day.year, 12, 31), year, "year", "within"),
        (day, None, f"{day}/..", "interval", "during"),
        (None, day, f"../{day}", "interval", "within"),
        (None, None, "", "unknown", "during"),
        (None, None, f"XXXX-{day:%m-%d}", "partial", "during"),
    ]
