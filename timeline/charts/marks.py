"""The mark of an event: how well its date is known, and whether it is reported to have happened.

filled dot = on this day; full bar = lasted so long; pale bar between caps = some time within; dashes with an arrow =
open; question mark = no date; a dash on either side = about then. Filled = reported; hollow or hatched = alleged,
attempted, planned, denied, each with its own shape.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from timeline.charts.items import Item
from timeline.charts.scene import Line, Plane, Rect, Shape, Symbol, Text
from timeline.charts.style import PAPER, group_of, is_fact, shape_of

Known = Literal["day", "lasted", "within", "open", "unknown"]

RADIUS = 5.5  # half-width of a dot
HALF = 4.5  # half-thickness of a bar
CAP = 7.0  # half-length of the cap at a known bound
OPEN = 46.0  # length of the mark of an open event
ABOUT = 11.0  # how far the dashes of an approximate date reach past its mark
SHORTEST = 12.0  # a bar is never shorter
_PALE = 0.3


def known(item: Item) -> Known:
    """How well the date of an event is known."""
    if not item.dated:
        return "unknown"
    if item.start is None or item.end is None:
        return "open"
    if item.start == item.end:
        return "day"
    return "within" if item.extent == "within" or item.precision in ("month", "year") else "lasted"


def approximate(item: Item) -> bool:
    """Whether its date, or its two dates, are given as approximate or uncertain."""
    return item.start is not None and item.end is not None and any(sign in item.edtf for sign in "~?%")


def mark(item: Item, a: float, b: float, across: float, vertical: bool = False, colour: str = "") -> tuple[Shape, ...]:
    """The mark of an event between two places along the axis; open ends point away from the bound that is known."""
    colour, fact = colour or group_of(item.event_type).colour, is_fact(item.status)
    match known(item):
        case "day":
            shapes: Iterable[Shape] = (symbol(item.status, a, across, colour),)
        case "unknown":
            shapes = question(a, across, colour, fact)
        case "open":
            shapes = _open(item, a, across, colour)
        case "within":
            shapes = (*_bar(a, b, across, colour, fact, pale=True), _cap(a, across, colour), _cap(b, across, colour))
        case "lasted":
            start = a if fact else a + RADIUS + 2
            shapes = _bar(start, max(b, start + 6), across, colour, fact, pale=False)
            shapes = shapes if fact else (*shapes, symbol(item.status, a, across, colour))
    if approximate(item):
        shapes = (*shapes, *_dashes(item, a, b, across, colour))
    # A question mark stays upright.
    return tuple(shapes) if not vertical or known(item) == "unknown" else tuple(_transposed(one) for one in shapes)


def reach(item: Item, a: float, b: float) -> tuple[float, float]:
    """From where to where the mark goes along the axis."""
    low, high = _reach(item, a, b)
    return (low - ABOUT, high + ABOUT) if approximate(item) else (low, high)


def _reach(item: Item, a: float, b: float) -> tuple[float, float]:
    match known(item):
        case "day" | "unknown":
            return a - RADIUS - 1, a + RADIUS + 1
        case "open":
            return (a - OPEN, a + 1) if item.start is None else (a - RADIUS - 1, a + OPEN)
        case "within":
            return a - 1, b + 1
        case "lasted":
            return (a - 1, b + 1) if is_fact(item.status) else (a - RADIUS - 1, max(b, a + RADIUS + 8) + 1)


def _dashes(item: Item, a: float, b: float, across: float, colour: str) -> tuple[Shape, ...]:
    """A short dash on either side of a mark: it may lie a little earlier or later."""
    low, high = _reach(item, a, b)
    ends = ((low - ABOUT, low - 3), (high + 3, high + ABOUT))
    return tuple(Line(x, across, x2, across, colour, 2, (), Plane.STROKE) for x, x2 in ends)


def symbol(status: str, x: float, y: float, colour: str) -> Symbol:
    """The dot of a status."""
    return Symbol(x, y, shape_of(status), RADIUS, colour if is_fact(status) else PAPER, colour)


def question(x: float, y: float, colour: str, fact: bool) -> tuple[Shape, ...]:
    """The mark of an event without a date."""
    size = RADIUS + 1.5
    ground = Rect(x - size, y - size, x + size, y + size, colour, opacity=0.16, radius=3, plane=Plane.GROUND)
    frame = Rect(x - size, y - size, x + size, y + size, "transparent", colour, radius=3, dash=() if fact else (2, 2))
    return (*((ground,) if fact else ()), frame, Text(x, y + 4.3, "?", 12, 600, colour, "middle"))


def _open(item: Item, a: float, across: float, colour: str) -> tuple[Shape, ...]:
    """From a known bound towards an unknown one: a stub, dashes and an arrow."""
    fact, within = is_fact(item.status), item.extent == "within"
    way = -1.0 if item.start is None else 1.0
    start, tip = a if fact or within else a + (RADIUS + 2) * way, a + OPEN * way
    stub = start + 15 * way
    shapes: list[Shape] = list(_bar(min(start, stub), max(start, stub), across, colour, fact, pale=within))
    shapes.append(Rect(min(a, tip), across - 3, max(a, tip), across + 3, PAPER, plane=Plane.PAPER))
    shapes.append(Line(stub + 3 * way, across, tip, across, colour, 2, (4, 3), Plane.STROKE))
    shapes += [Line(tip - 6 * way, across + side, tip, across, colour, 2, (), Plane.STROKE) for side in (-5.0, 5.0)]
    if within:
        shapes.append(_cap(a, across, colour))
    elif not fact:
        shapes.append(symbol(item.status, a, across, colour))
    return tuple(shapes)


def _bar(a: float, b: float, across: float, colour: str, fact: bool, pale: bool) -> tuple[Shape, ...]:
    top, bottom = across - HALF, across + HALF
    ground = Rect(a, top, b, bottom, PAPER, plane=Plane.PAPER)
    if fact:
        return (ground, Rect(a, top, b, bottom, colour, opacity=_PALE if pale else 1.0, radius=0 if pale else 1))
    edge = "transparent" if pale else colour
    return (ground, Rect(a, top, b, bottom, "transparent", edge), *_hatch(a, b, across, colour))


def _hatch(a: float, b: float, across: float, colour: str) -> tuple[Shape, ...]:
    """Slanting strokes that fill a bar."""
    steps = int((b - a) // 5)
    return tuple(
        Line(a + 5 * step, across + HALF, a + 5 * step + 5, across - HALF, colour, 1.2, (), Plane.STROKE)
        for step in range(steps)
    )


def _cap(a: float, across: float, colour: str) -> Line:
    return Line(a, across - CAP, a, across + CAP, colour, 2, (), Plane.STROKE)


def _transposed(shape: Shape) -> Shape:
    """The same shape with the axes swapped."""
    if isinstance(shape, Symbol | Text):
        return replace(shape, x=shape.y, y=shape.x)
    return replace(
        shape,
        x=min(shape.y, shape.y2) if isinstance(shape, Rect) else shape.y,
        x2=max(shape.y, shape.y2) if isinstance(shape, Rect) else shape.y2,
        y=shape.x,
        y2=shape.x2,
    )
