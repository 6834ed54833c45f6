"""Figures over time: each at its date and value, with whiskers for its bounds, and its label packed under the plot.

An uncertain date is drawn as on the timeline: a bar for a stretch, an arrow for an open end, hollow if not reported.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.charts.amounts import large, levelled, nice_ceiling, nice_step
from timeline.charts.axis import Piece
from timeline.charts.counts import Given, Panel
from timeline.charts.frame import key_entry
from timeline.charts.lanes import axis_of, axis_shapes, ends
from timeline.charts.marks import known, mark, reach
from timeline.charts.measure import width
from timeline.charts.pack import pack
from timeline.charts.scene import Block, Box, Hit, Line, Plane, Shape, Style, Symbol, Text, block
from timeline.charts.style import FAINT, GRID, GROUPS, INK, MUTED, SHAPES, TEXT

COLOUR = GROUPS[4].colour
_FEW = 4  # figures and days; with fewer a list says as much
_TOP, _PLOT = 84.0, 130.0  # y of the highest value, under the axis and room for arrows; and the height to zero
_LABEL = 176.0
_ARROW, _SHORTEST = 18.0, 8.0  # whiskers in pixels
_SKEWED = 200  # largest value by least, from which on the scale goes by powers of ten


@dataclass(frozen=True, slots=True)
class Ground:
    """What all plots of a picture share: the time axis, and where it begins."""

    axis: tuple[Piece, ...]
    left: float


def over_time(panel: Panel) -> tuple[Panel, Panel] | None:
    """The figures of a panel that have a place in time, and the others; None where there are too few to plot."""
    dated = tuple(given for given in panel.given if given.item.dated)
    days = {given.item.start or given.item.end for given in dated}
    if min(len(dated), len(days)) < _FEW:
        return None
    rest = tuple(given for given in panel.given if not given.item.dated)
    return Panel(panel.measure, panel.unit, dated), Panel(panel.measure, panel.unit, rest)


def ground_of(panels: Sequence[Panel], room: float) -> Ground:
    """One time axis for all panels, right of the widest value."""
    left = max((width(words, 12) for panel in panels for _, words in Levels(panel).marked), default=0.0) + 12
    items = {given.item.event_id: given.item for panel in panels for given in panel.given}
    return Ground(axis_of(sorted(items.values(), key=lambda one: one.order), room - left), left)


class Levels:
    """The scale of values of a panel: from 0, or by powers of ten where the largest is hundreds of times the least."""

    def __init__(self, panel: Panel) -> None:
        self.unit = "%" if panel.percent else ""
        values = [end for one in panel.given for end in ((one.low, one.high) if one.spans else (one.value,))]
        self.top = 100.0 if panel.percent else nice_ceiling(max(values))
        self.logarithmic = not panel.percent and min(values) > 0 and max(values) >= _SKEWED * min(values)
        if self.logarithmic:
            self.first, self.last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def y(self, value: float) -> float:
        """Where a value lies; those beyond the scale are held at its ends."""
        share = value / self.top
        if self.logarithmic:
            share = (math.log10(value) - self.first) / (self.last - self.first) if value > 0 else 0.0
        return _TOP + _PLOT * (1 - min(max(share, 0.0), 1.0))

    @property
    def marked(self) -> list[tuple[float, str]]:
        """Round values with their labels, at most six."""
        if self.logarithmic:
            every = math.ceil((self.last - self.first) / 5)
            return [(10.0**n, large(10.0**n)) for n in range(self.first, self.last + 1, every)]
        step = nice_step(self.top)
        return [(n * step, levelled(n * step, self.unit)) for n in range(round(self.top / step) + 1)]


def plot(panel: Panel, ground: Ground, room: float) -> Block:
    """A panel with all its figures, labels under it."""
    levels, base = Levels(panel), _TOP + _PLOT + 14
    shapes = [*axis_lines(ground, _TOP + _PLOT), *_level_lines(levels, room, ground.left)]
    cards = [_card(given) for given in panel.given]
    places = [_place(given, ground, levels) for given in panel.given]
    boxes = [
        Box(x, 0, x + card.width, card.height)
        for card, place in zip(cards, places, strict=True)
        for x in (max(0.0, min(place[0], room - card.width)),)
    ]
    downs = pack(boxes)
    for given, card, (_, middle, y), box, down in zip(panel.given, cards, places, boxes, downs, strict=True):
        shapes += _drawn(given, ground, levels)
        shapes += card.on_paper().moved(box.x, base + down)
        shapes.append(Line(middle, y + 9, middle, base + down, FAINT, 1))
        end = base + down + card.height
        shapes.append(Hit(box.x - 2, base + down, box.x2 + 2, end, given.target, spoken(given)))
    return Block(room, base + max(down + box.y2 for box, down in zip(boxes, downs, strict=True)), tuple(shapes))


def _place(given: Given, ground: Ground, levels: Levels) -> tuple[float, float, float]:
    """Where the mark of a figure begins, where its whiskers stand, and how high."""
    a, b = (ground.left + end for end in ends(given.item, ground.axis))
    middle = a if known(given.item) in ("day", "open") else (a + b) / 2
    return reach(given.item, a, b)[0], middle, levels.y(given.value)


def _drawn(given: Given, ground: Ground, levels: Levels) -> tuple[Shape, ...]:
    """The mark of a figure with its whiskers."""
    a, b = (ground.left + end for end in ends(given.item, ground.axis))
    low, middle, y = _place(given, ground, levels)
    bounds = [levels.y(value) for value in (given.low, given.high)]
    hit = Hit(low - 2, y - 10, reach(given.item, a, b)[1] + 2, y + 10, given.target, spoken(given))
    return (*mark(given.item, a, b, y, colour=COLOUR), *whisker(given, middle, y, bounds), hit)


def axis_lines(ground: Ground, bottom: float) -> tuple[Shape, ...]:
    """The time axis, in its place."""
    return Block(0, 0, tuple(axis_shapes(ground.axis, bottom))).moved(ground.left, 0)


def whisker(given: Given, x: float, y: float, ends_y: Sequence[float]) -> tuple[Shape, ...]:
    """The bounds of a figure at (x, y); `ends_y` are where its lower and upper bound lie, if it has them."""
    low, high = ends_y
    if given.spans:
        caps = (Line(x - 5, end, x + 5, end, COLOUR, 2, (), Plane.STROKE) for end in (low, high))
        return (Line(x, low, x, high, COLOUR, 2, (), Plane.STROKE), *caps)
    match given.bound:
        case "at_least" | "more_than":
            tip = y - _ARROW
            head = (Line(x + side, tip + 6, x, tip, COLOUR, 2, (), Plane.STROKE) for side in (-5.0, 5.0))
            return (_dashed(x, y - 7, tip), *head)
        case "about":
            return (_dashed(x, y - 6, min(high, y - _SHORTEST - 4)), _dashed(x, y + 6, max(low, y + _SHORTEST + 4)))
        case "almost":
            return (_dashed(x, y + 6, max(low, y + _SHORTEST + 4)),)
        case "up_to":
            cap = Line(x - 7, y - 8, x + 7, y - 8, COLOUR, 2, (), Plane.STROKE)
            return (cap, _dashed(x, y + 6, max(low, y + _SHORTEST)))
        case _:
            return ()


def whisker_entries(found: Sequence[Given]) -> list[Block]:
    """The key to whiskers: only those that are drawn."""
    kinds = (
        ("at least, more than", ("at_least", "more_than")), ("about", ("about",)), ("almost", ("almost",)),
        ("up to", ("up_to",)),
    )  # fmt: skip
    out = []
    for words, bounds in kinds:
        one = next((given for given in found if given.bound in bounds and not given.spans), None)
        if one is not None:
            y = {"at least, more than": 18.0, "almost": 2.0, "up to": 4.0}.get(words, 10.0)
            out.append(key_entry((_dot(y), *whisker(one, 7, y, (y + 8, y - 8))), 14, words))
    spanning = next((given for given in found if given.spans), None)
    if spanning is not None:
        out.append(key_entry(whisker(spanning, 7, 9, (17, 1)), 14, "between two figures"))
    return out


def spoken(given: Given) -> str:
    """A figure in words, for those who hear the picture, and for the tooltip."""
    return f"{given.words}, given by {given.attribution}. {given.item.when}. {given.item.title}"


def _dot(y: float) -> Symbol:
    return Symbol(7, y, SHAPES["reported"], 4, COLOUR, COLOUR)


def _dashed(x: float, y: float, y2: float) -> Line:
    return Line(x, y, x, y2, COLOUR, 2, (3, 2), Plane.STROKE)


def _card(given: Given) -> Block:
    by, when = given.attribution, given.item.when
    return block(
        [
            (given.words, Style(13, 600, INK, 2)),
            (when[:1].upper() + when[1:], Style(12, 400, TEXT, 2)),
            (given.item.title, Style(12, 400, TEXT, 2)),
            (by[:1].upper() + by[1:], Style(12, 400, MUTED, 2)),
        ],
        _LABEL,
    )


def _level_lines(levels: Levels, room: float, left: float) -> list[Shape]:
    out: list[Shape] = []
    for value, words in levels.marked:
        y = levels.y(value)
        out.append(Text(left - 8, y + 4, words, 12, 400, MUTED, "end"))
        out.append(Line(left, y, room, y, MUTED if y == _TOP + _PLOT else GRID, 1))
    if levels.logarithmic:
        out.append(Text(left + 2, _TOP - 16, "by powers of ten", 12, 400, MUTED))
    return out
