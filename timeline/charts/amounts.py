"""Figures in words and as bars that show how exact they are."""

from __future__ import annotations

import math
from collections.abc import Callable

from timeline.charts.items import Record, number, text
from timeline.charts.locales import ENGLISH, formats
from timeline.charts.measure import width
from timeline.charts.scene import Line, Plane, Rect, Shape, Text
from timeline.charts.style import GRID, MUTED

BOUND_WORDS = {
    "exact": "",
    "at_least": "at least ",
    "more_than": "more than ",
    "about": "about ",
    "almost": "almost ",
    "up_to": "up to ",
}
NOUNS = {
    "votes": "votes",
    "people": "people",
    "killed": "killed",
    "injured": "injured",
    "attacks": "attacks",
    "seats": "seats",
    "states": "states",
}
_STAND_INS = frozenset("them they it those these this that him her he she us we you some others many one".split())
_ARROW = 22.0
_FADE = 9.0


def percent(value: float, bound: str) -> str:
    """A share with its bound: about 68%."""
    return f"{BOUND_WORDS.get(bound, '')}{formats().percent(value)}"


def votes(value: float, bound: str) -> str:
    """A number of votes with its bound, no more exact than it was given: more than 1.8 million votes."""
    return f"{BOUND_WORDS.get(bound, '')}{large(value)} {'vote' if value == 1 else 'votes'}"


def said_amount(row: Record) -> str:
    """A row of the table of figures in words: more than 2,200 rioters, 40 to 60 injured, about 46%."""
    value, low, high = (number(row.get(name)) for name in ("value", "low", "high"))
    bound, unit = BOUND_WORDS.get(text(row["bound"]), ""), text(row.get("unit"))
    if value is None:
        return ""
    span = low is not None and high is not None and low < high
    shown = share if unit == "percent" else large
    amount = f"{large(low or 0.0)} to {shown(high or 0.0)}" if span else f"{bound}{shown(value)}"
    if unit == "percent":
        return amount
    subject, noun = text(row.get("subject")), NOUNS.get(text(row["measure"]), unit)
    if text(row["measure"]) in ("people", "other") and subject and subject.casefold() not in _STAND_INS:
        noun = subject
    return f"{amount} {noun}".strip()


def large(value: float) -> str:
    """A number as people write it: 1.8 million, 952,000."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if value >= size and (value * 100) % size == 0:
            return f"{formats().plain(value / size)} {name}"
    return formats().number(value, 0 if value == round(value) else 2)


def share(value: float) -> str:
    """A share of 100 as `large` writes a number, with its sign."""
    return f"{large(value)}%" if formats() is ENGLISH else formats().percent(value)


def levelled(value: float, unit: str) -> str:
    """A round value of a scale with its unit, "%" or none."""
    return share(value) if unit == "%" else f"{large(value)}{unit}"


def nice_ceiling(value: float) -> float:
    """The next round number up: 1, 2, 2.5 or 5 times a power of ten, in fifths."""
    if value <= 0:
        return 1.0
    step = nice_step(value)
    return math.ceil(value / step - 1e-9) * step


def nice_step(value: float) -> float:
    """A round step that divides 0 to `value` into about four."""
    rough = value / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return float(next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough))


def scale(top: float, at: Callable[[float], float], bottom: float, unit: str, first: str = "") -> list[Shape]:
    """Lines at round values from 0 to `top`, and labels where there is room for them.

    `unit` follows each value ("%" as the locale has it), `first` the zero alone.
    """
    step, out, free = nice_step(top), list[Shape](), -math.inf
    for n in range(round(top / step) + 1):
        x, words = at(n * step), f"{levelled(n * step, unit)}{first if n == 0 else ''}"
        wide = width(words, 12)
        left = x if n == 0 else x - wide / 2
        if left >= free:
            out.append(Text(x, 14, words, 12, 400, MUTED, "start" if n == 0 else "middle"))
            free = left + wide + 8
        out.append(Line(x, 20, x, bottom, MUTED if n == 0 else GRID, 1))
    return out


def bar(x: float, x2: float, y: float, half: float, bound: str, colour: str) -> tuple[Shape, ...]:
    """A bar from x to x2 whose end says how the figure is known.

    exact: a clean end; at least, more than: goes on as an arrow; about: fades on both sides of the figure; almost:
    fades up to a cap; up to: pale all the way to a cap.
    """
    match bound:
        case "at_least" | "more_than":
            return (_solid(x, x2, y, half, colour), *_arrow(x2, y, colour))
        case "about":
            return (_solid(x, max(x, x2 - _FADE), y, half, colour), *_fade(x, x2 - _FADE, x2 + _FADE, y, half, colour))
        case "almost":
            fading = _fade(x, x2 - 2 * _FADE, x2, y, half, colour)
            return (_solid(x, max(x, x2 - 2 * _FADE), y, half, colour), *fading, _cap(x2, y, half, colour))
        case "up_to":
            return (Rect(x, y - half, x2, y + half, colour, opacity=0.3), _cap(x2, y, half, colour))
        case _:
            return (_solid(x, x2, y, half, colour),)


def span_bar(x: float, low: float, high: float, y: float, half: float, colour: str) -> tuple[Shape, ...]:
    """A bar for a figure between two bounds: full to the lower, pale to a cap at the upper."""
    pale = Rect(low, y - half, high, y + half, colour, opacity=0.3)
    return (_solid(x, low, y, half, colour), pale, _cap(high, y, half, colour))


def overshoot(bound: str) -> float:
    """How far a bar's end reaches past its figure, in pixels."""
    return {"at_least": _ARROW, "more_than": _ARROW, "about": _FADE}.get(bound, 1.0)


def _solid(x: float, x2: float, y: float, half: float, colour: str) -> Rect:
    return Rect(x, y - half, x2, y + half, colour)


def _cap(x: float, y: float, half: float, colour: str) -> Line:
    return Line(x, y - half - 3, x, y + half + 3, colour, 2, (), Plane.STROKE)


def _arrow(x: float, y: float, colour: str) -> tuple[Shape, ...]:
    tip = x + _ARROW
    head = (Line(tip - 6, y + side, tip, y, colour, 2, (), Plane.STROKE) for side in (-5.0, 5.0))
    return (Line(x + 3, y, tip, y, colour, 2, (4, 3), Plane.STROKE), *head)


def _fade(x: float, a: float, b: float, y: float, half: float, colour: str) -> tuple[Shape, ...]:
    steps = 5
    size = (b - a) / steps
    return tuple(
        Rect(max(x, a + n * size), y - half, max(x, a + (n + 1) * size), y + half, colour, opacity=0.85 - 0.16 * n)
        for n in range(steps)
    )
