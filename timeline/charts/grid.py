"""A grid of the countries that recognise or refuse, by part of the world: filled with a check, framed with a cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.charts.decisions import COLOUR, STANCES, Decision, sign
from timeline.charts.measure import width
from timeline.charts.scene import Block, Hit, Plane, Rect, Shape, Text
from timeline.charts.style import MUTED, PAPER
from timeline.charts.words import region_words

LEAST = 6  # countries; of fewer, or if all decide alike, the lists alone say enough

_WIDE, _HIGH, _GAP = 60.0, 24.0, 4.0
_ELSEWHERE = "Elsewhere"


def grid(decisions: Sequence[Decision], room: float) -> Block:
    """One tile for each country and stance, named by its alpha-3 code as on any map; nothing for few countries.

    Only decisions reported as taken: what is planned, alleged or denied stands in the lists, with its status.
    """
    tiles: dict[tuple[str, str], Decision] = {}
    for one in decisions:
        if one.country and one.item.status == "reported":
            tiles.setdefault((one.country, one.stance), one)
    if len({country for country, _ in tiles}) < LEAST or len({stance for _, stance in tiles}) < len(STANCES):
        return Block(room, 0, ())
    regions: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in sorted(tiles.values(), key=lambda one: (STANCES.index(one.stance), one.country)):
        regions[region_words(one.country) or _ELSEWHERE].append(one)
    indent = max(width(name, 12) for name in regions) + 12
    columns = max(1, int((room - indent + _GAP) // (_WIDE + _GAP)))
    shapes: list[Shape] = []
    y = 0.0
    for name in sorted(regions, key=lambda name: (name == _ELSEWHERE, name)):
        shapes.append(Text(0, y + 16.5, name, 12, 400, MUTED))
        for at, one in enumerate(regions[name]):
            row, column = divmod(at, columns)
            shapes += _tile(one, indent + column * (_WIDE + _GAP), y + row * (_HIGH + _GAP))
        y += -(-len(regions[name]) // columns) * (_HIGH + _GAP) + _GAP
    return Block(room, y - 2 * _GAP, tuple(shapes))


def _tile(one: Decision, x: float, y: float) -> tuple[Shape, ...]:
    colour, recognises = COLOUR[one.stance], one.stance == "recognises"
    ink = PAPER if recognises else colour
    fill = colour if recognises else PAPER
    return (
        Rect(x, y, x + _WIDE, y + _HIGH, fill, colour, radius=3, plane=Plane.BAR),
        sign(one.stance, x + 13, y + _HIGH / 2, ink),
        Text(x + 23, y + 16.5, one.country, 12, 600, ink),
        Hit(x, y, x + _WIDE, y + _HIGH, one.target, f"{one.name}: {one.heading}. {one.item.title}"),
    )
