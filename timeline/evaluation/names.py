"""When two names, dates or pieces of evidence count as the same, for scoring events."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

Row = Mapping[str, object]
Days = tuple[dt.date, dt.date]

_STOP = frozenset(
    """a an and are as at be been being but by for from had has have he her hers him his i if in into is it its me my
    no nor not of on or our she so such than that the their them then there these they this those to too under up
    upon us was we were what when where which while who whom whose why will with would you your said says say also
    after before over more most some any all one two do does did s t mr ms mrs""".split()
)
_ALIASES = {
    "united states": "us usa u_s america american americans washington united_states_of_america",
    "united kingdom": "uk u_k britain great_britain british",
    "european union": "eu e_u",
    "united nations": "un",
    "united arab emirates": "uae",
    "turkey": "turkiye turkish",
    "france": "french",
    "germany": "german",
    "russia": "russian russian_federation",
    "united nations security council": "un_security_council",
    "united nations general assembly": "un_general_assembly",
    "ecowas": "economic_community_of_west_african_states",
}
_FULL = {short.replace("_", " "): full for full, shorts in _ALIASES.items() for short in shorts.split()}
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A text without accents, case and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.casefold().replace("ı", "i")))


@lru_cache(maxsize=65536)
def overlap(a: str, b: str) -> float:
    """Dice coefficient of the content words of two texts; a text that holds the other whole counts .9, the same 1."""
    left, right = _content(a), _content(b)
    if not left or not right:
        return 0.0
    dice = 2 * (left & right).total() / (left.total() + right.total())
    short, long = sorted((fold(a), fold(b)), key=len)
    if len(short.split()) >= 2 and f" {short} " in f" {long} ":
        return max(dice, 1.0 if short == long else 0.9)
    return dice


def _content(text: str) -> Counter[str]:
    words = fold(text).split()
    return Counter([word for word in words if word not in _STOP] or words)


def same_name(gold: str, predicted: str) -> bool:
    """Whether a predicted name is one of the gold's alternatives (separated by |), or holds it, or is held by it."""
    return any(
        _hold(left, right)
        for alternative in gold.split("|")
        for left in _forms(alternative)
        for right in _forms(predicted)
    )


def _hold(a: str, b: str) -> bool:
    if f" {a} " in f" {b} " or f" {b} " in f" {a} ":
        return True
    return (len(a) >= 4 and f" {a}" in f" {b}") or (len(b) >= 4 and f" {b}" in f" {a}")


def _forms(name: str) -> set[str]:
    plain = re.sub(r"^(?:the|a|an) ", "", fold(name))
    return {form for form in (plain, _FULL.get(plain, "")) if form}


def hits(gold: list[str], predicted: list[str]) -> int:
    """How many gold names are among the predicted ones."""
    return sum(any(same_name(name, other) for other in predicted) for name in gold)


def texts(value: object) -> list[str]:
    """A field as a list of names, whether it holds one, several or none."""
    items = value if isinstance(value, list) else [] if value is None else [value]
    return [str(item) for item in items if str(item).strip()]


def span(edtf: object) -> Days | None:
    """First and last day of a date or interval; None where it gives no usable one."""
    text = str(edtf or "").strip()
    if text in ("", "null", "../.."):
        return None
    first, slash, last = text.partition("/")
    low = _one(first) if first not in ("", "..") else (dt.date.min, dt.date.min)
    high = _one(last) if last not in ("", "..") else (dt.date.max, dt.date.max)
    if not slash:
        return low
    return (low[0], high[1]) if low and high else None


def _one(text: str) -> Days | None:
    found = _DATE.match(text.strip().rstrip("?~%").split("T")[0])
    if not found:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    try:
        if day:
            exact = dt.date(year, int(month), int(day))
            return exact, exact
        if month:
            last = calendar.monthrange(year, int(month))[1]
            return dt.date(year, int(month), 1), dt.date(year, int(month), last)
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except ValueError:
        return None


def accepted(gold: Row, key: str) -> list[object]:
    """The gold value of a field and the alternatives that are accepted."""
    others = gold.get(f"{key}_alt")
    return [gold.get(key), *(others if isinstance(others, list) else [])]


def date_exact(gold: Row, predicted: Row) -> bool:
    """Whether both dates cover the same days."""
    return span(predicted.get("date")) in [span(value) for value in accepted(gold, "date")]


def date_compatible(gold: Row, predicted: Row) -> bool:
    """Whether both dates share a day, or both are missing."""
    theirs = span(predicted.get("date"))
    for value in accepted(gold, "date"):
        ours = span(value)
        if ours is None or theirs is None:
            if ours is theirs:
                return True
        elif ours[0] <= theirs[1] and theirs[0] <= ours[1]:
            return True
    return False


def number(value: object) -> object:
    """A count as a number where it is one."""
    if value in (None, ""):
        return None
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return str(value)


def same(gold: Row, predicted: Row, key: str, default: str | None = None) -> bool:
    """Whether a field agrees with the gold or an accepted alternative."""
    seen = predicted.get(key)
    value = default if seen in (None, "") else seen
    plain = fold(value) if isinstance(value, str) else value
    return any((fold(item) if isinstance(item, str) else item) == plain for item in accepted(gold, key))
