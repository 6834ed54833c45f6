"""Named days: the words that name them, and the day they fall on in a year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from timeline.timex.arithmetic import add_days, day_of, easter, nth_weekday

DayOf = Callable[[int], dt.date | None]


def _on(month: int, day: int) -> DayOf:
    return lambda year: day_of(year, month, day)


def _weekday(month: int, weekday: int, number: int) -> DayOf:
    return lambda year: nth_weekday(year, month, weekday, number)


def _easter(days: int) -> DayOf:
    return lambda year: add_days(easter(year), days)


HOLIDAYS: dict[str, DayOf] = {
    "new year's eve": _on(12, 31), "new year's day": _on(1, 1), "new year's": _on(1, 1), "epiphany": _on(1, 6),
    "martin luther king day": _weekday(1, 1, 3), "martin luther king jr. day": _weekday(1, 1, 3),
    "martin luther king, jr. day": _weekday(1, 1, 3), "mlk day": _weekday(1, 1, 3),
    "groundhog day": _on(2, 2), "valentine's day": _on(2, 14),
    "presidents' day": _weekday(2, 1, 3), "presidents day": _weekday(2, 1, 3), "leap day": _on(2, 29),
    "international women's day": _on(3, 8), "st. patrick's day": _on(3, 17), "april fools' day": _on(4, 1),
    "april fool's day": _on(4, 1), "ash wednesday": _easter(-46), "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3), "holy thursday": _easter(-3), "good friday": _easter(-2),
    "holy saturday": _easter(-1), "easter sunday": _easter(0), "easter": _easter(0), "easter monday": _easter(1),
    "ascension day": _easter(39), "whit monday": _easter(50), "pentecost": _easter(49), "earth day": _on(4, 22),
    "may day": _on(5, 1), "cinco de mayo": _on(5, 5), "mother's day": _weekday(5, 7, 2),
    "memorial day": _weekday(5, 1, -1), "flag day": _on(6, 14), "father's day": _weekday(6, 7, 3),
    "juneteenth": _on(6, 19), "fourth of july": _on(7, 4), "july fourth": _on(7, 4), "canada day": _on(7, 1),
    "bastille day": _on(7, 14), "labor day": _weekday(9, 1, 1), "labour day": _on(5, 1),
    "columbus day": _weekday(10, 1, 2), "halloween": _on(10, 31), "all saints' day": _on(11, 1),
    "all souls' day": _on(11, 2), "guy fawkes night": _on(11, 5), "veterans day": _on(11, 11),
    "armistice day": _on(11, 11), "thanksgiving day": _weekday(11, 4, 4), "thanksgiving": _weekday(11, 4, 4),
    "christmas eve": _on(12, 24), "christmas day": _on(12, 25), "christmas": _on(12, 25), "xmas": _on(12, 25),
    "boxing day": _on(12, 26), "australia day": _on(1, 26), "anzac day": _on(4, 25),
}  # fmt: skip
"""Name -> the day in a year. Labour Day is 1 May in most countries; American spelling means September."""

FIXED_DAYS = {"9/11": "2001-09-11"}
"""Names of single days."""


HOLIDAY_WORDS = (
    "9/11|"
    + "|".join(
        re.escape(
            name.title().replace("'S", "'s").replace(" Of ", " of ").replace(" De ", " de ").replace("Mlk", "MLK")
        )
        .replace("'", "['’]")
        .replace("\\ ", r"\s")
        for name in sorted(HOLIDAYS, key=len, reverse=True)
    )
    + r"|Leap\sday|leap\sday"  # each begins with a letter, so that a search passes over all others
)
"""A pattern for the names as written; the longest first."""


def normal(raw: str) -> str:
    """Give the key of a name as written."""
    return " ".join(raw.lower().replace("’", "'").split())
