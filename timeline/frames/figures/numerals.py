"""Numbers as the press writes them: "2,200", "5.8 million", "twenty-four", "a dozen", "tens of thousands"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.articles.words import words_in

_SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
}
_GROUPS = {"dozen": 12, "score": 20}
_PLURALS = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}

_DIGITS = r"\d{1,3},\d{1,2}(?=\s?(?:%|per ?cent))|\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = "|".join([*_TENS, *_SMALL])
_WORDS = rf"(?:(?:{_UNIT})(?:[- ](?:{_UNIT}))?)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
NUMBER = re.compile(
    rf"""
    \b(?=[\dabdefhmnostz])  # with one of these each of them begins: most places are soon passed
    (?: (?P<plural>(?:(?:{"|".join(_PLURALS)})\sof\s)?(?:{"|".join(_PLURALS)}))\b
  | (?P<several>(?:several|a\sfew|a\scouple\sof|many)\s(?:{_SCALE}|dozen))\b
  | (?P<half>half\sa\s(?:million|billion|dozen))\b
  | (?:(?P<article>an?)\s(?P<group>{_SCALE}|dozen|score))\b
  | (?P<digits>(?<![\w.,$€£¥])(?:{_DIGITS}))(?:[\s -]?(?P<scale>{_SCALE}|dozen|score|m|bn)\b)?
  | (?P<words>\b{_WORDS})\b(?:[\s-](?:{_SCALE}|dozen|score)\b(?:\sand\s{_WORDS}\b)?(?:\s{_WORDS}\b(?=\s{_SCALE}))?)*
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_TELLING = frozenset((*_TENS, *_SMALL, *_SCALES, *_GROUPS, *_PLURALS))  # one of these is in every number without digits


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: half-open offsets, its value, or for a vague amount the least and most it can mean."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None


@lru_cache(maxsize=64)  # every match of a sentence asks
def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of a text, in order. Vague amounts have no value: "hundreds" is at least 200, under 1,000."""
    if words_in(text).isdisjoint(_TELLING) and _DIGIT.search(text) is None:
        return ()
    return tuple(_numeral(match) for match in NUMBER.finditer(text))


def _numeral(match: re.Match[str]) -> Numeral:
    start, end = match.start(), match.end()
    if match["plural"]:
        return Numeral(start, end, None, *_plural(match["plural"].lower().split()))
    if match["several"]:
        scale = _scale(match["several"].lower().split()[-1])
        return Numeral(start, end, None, 2.0 * scale, 10.0 * scale)
    if match["half"]:
        return Numeral(start, end, _scale(match["half"].lower().split()[-1]) / 2)
    if match["group"]:
        return Numeral(start, end, float(_scale(match["group"].lower())))
    if match["digits"]:
        value = float(re.sub(r"[,  ](?=\d{3})", "", match["digits"]).replace(",", "."))
        return Numeral(start, end, value * (_scale(match["scale"].lower()) if match["scale"] else 1))
    return Numeral(start, end, _spelled(match.group().lower()))


def _plural(words: list[str]) -> tuple[float, float | None]:
    """The least two of the unit, and less than the next one that has a name: "tens of thousands" 20,000–100,000."""
    scale = 1
    for word in words:
        scale *= _PLURALS.get(word, 1)
    top = {12: 100.0, 20: 100.0}.get(scale)
    return 2.0 * scale, top if len(words) == 1 and top else 10.0 * scale


def _scale(word: str) -> int:
    return _SCALES.get(word) or _GROUPS[word]


def _spelled(text: str) -> float:
    """The value of number words: "two hundred and fifty thousand"."""
    total = current = 0
    for word in re.split(r"[\s-]+", text):
        if word in _SMALL or word in _TENS:
            current += _SMALL.get(word) or _TENS.get(word, 0)
        elif word in ("hundred", *_GROUPS):
            current = (current or 1) * _scale(word)
        elif word in _SCALES:
            total, current = total + (current or 1) * _SCALES[word], 0
    return float(total + current)
