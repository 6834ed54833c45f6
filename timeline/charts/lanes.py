"""The wide timeline: labels packed under a time axis in pieces, undated events in a band of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.charts.axis import Piece, lay_out, piece_of, pieces, position, ticks
from timeline.charts.cards import label, several_countries, spoken
from timeline.charts.choose import chosen
from timeline.charts.items import Item
from timeline.charts.locales import formats
from timeline.charts.marks import OPEN, SHORTEST, mark, reach
from timeline.charts.pack import pack
from timeline.charts.scene import Block, Box, Hit, Line, Plane, Rect, Shape, Style, Text, all_moved, block
from timeline.charts.style import BAND, FAINT, GRID, INK, MUTED
from timeline.charts.view import View
from timeline.charts.words import count, gap_words, month_words

GAP = 70.0  # pixels of a gap in the axis
_LEAST = 250.0  # a piece of the axis is never narrower
_LABELS = (208.0, 240.0, 280.0, 330.0)  # widths of labels that are tried; the lowest picture wins
_TIGHT = 150.0  # a label beside its mark gets at least so much
_AXIS = 46.0  # y of the axis line
_BIN = 8.0


@dataclass(frozen=True, slots=True)
class Card:
    """An event's mark and label, set with its top at y = 0, and the box they take."""

    item: Item
    box: Box
    shapes: tuple[Shape, ...]


def lanes(view: View) -> Block:
    """The body of the wide timeline: axis, packed cards, what did not fit, and undated events."""
    labelled, rest = chosen(view.items, view.limit)
    with_country = several_countries(view.items)
    axis = axis_of(view.items, view.room)
    strip = _strip([item for item in rest if item.dated], axis, view.elsewhere)
    top = _AXIS + strip.height + 12 if axis else 0.0
    dated = [item for item in labelled if item.dated]
    cards = min((_packed(dated, axis, wide, with_country) for wide in _LABELS), key=lambda block: block.height)
    bottom = top + cards.height
    ground = axis_shapes(axis, bottom + 6) if axis else []
    shapes: list[Shape] = [*ground, *strip.moved(0, _AXIS), *cards.moved(0, top)]
    undated = [item for item in labelled if not item.dated]
    band = _band(undated, [item for item in rest if not item.dated], view, with_country)
    shapes += all_moved(band.shapes, 0, bottom + (18 if axis else 0))
    return Block(view.room, bottom + band.height + (18 if axis else 0), tuple(shapes))


def axis_of(items: Sequence[Item], room: float) -> tuple[Piece, ...]:
    """The pieces of the axis in `room` pixels, as many as leave each its least width."""
    most = max(1, int((room + GAP) // (_LEAST + GAP)))
    open_ended = any(item.dated and item.end is None for item in items)
    found = lay_out(pieces(items, most), 0, room, GAP, OPEN if open_ended else 8, _LEAST)
    return tuple(Piece(one.first, one.last, one.n, one.x + 8, one.x2, one.inset) for one in found)


def _packed(items: Sequence[Item], axis: Sequence[Piece], wide: float, with_country: bool) -> Block:
    """Cards with labels up to `wide` pixels, packed."""
    cards = [_card(item, axis, wide, with_country) for item in items]
    downs = pack([card.box for card in cards])
    shapes = tuple(shape for card, down in zip(cards, downs, strict=True) for shape in all_moved(card.shapes, 0, down))
    return Block(0, max((down + card.box.y2 for card, down in zip(cards, downs, strict=True)), default=0), shapes)


def _card(item: Item, axis: Sequence[Piece], wide: float, with_country: bool) -> Card:
    """Label right of the mark if there is room, else left of it, else under it."""
    a, b = ends(item, axis)
    low, high = reach(item, a, b)
    known = item.start or item.end
    piece = piece_of(axis, known) if known else axis[0]
    right, left = piece.x2 - high - 8, low - 8 - (piece.x - 8)
    room = min(wide, piece.x2 - piece.x + 8)
    if b - a > _TIGHT or max(right, left) < _TIGHT:
        words = label(item, max(room, min(b - a, 420)), with_country)
        x = max(piece.x - 8, min(low, piece.x2 - words.width))
        return _joined(item, a, b, words, x, 17.0, x)
    if right >= _TIGHT:
        words = label(item, min(room, right), with_country)
        return _joined(item, a, b, words, high + 7, 0.0, high + 7)
    words = label(item, min(room, left), with_country)
    return _joined(item, a, b, words, low - 7 - words.width, 0.0, low - 7 - words.width)


def _joined(item: Item, a: float, b: float, words: Block, x: float, y: float, left: float) -> Card:
    low, high = reach(item, a, b)
    box = Box(min(low, left), 0, max(high, x + words.width), max(18.0, y + words.height))
    hit = Hit(box.x - 2, box.y - 1, box.x2 + 2, box.y2 + 1, item.anchor, spoken(item))
    return Card(item, box, (*mark(item, a, b, 9), *all_moved(words.shapes, x, y), hit))


def ends(item: Item, axis: Sequence[Piece]) -> tuple[float, float]:
    """Where the mark of a dated event begins and ends on an axis."""
    known = item.start or item.end
    a = position(axis, known) if known else 0.0
    b = position(axis, item.end) if item.start and item.end else a
    return (a, b) if item.start == item.end else (a, max(b, a + SHORTEST))


def axis_shapes(axis: Sequence[Piece], bottom: float) -> list[Shape]:
    """A time axis with its gaps; its lines go down to `bottom`."""
    out: list[Shape] = []
    for piece in axis:
        out.append(Text(piece.x - 8, 14, month_words(piece.first, piece.last), 15, 600, INK))
        out.append(Line(piece.x - 8, _AXIS, piece.x2, _AXIS, MUTED, 1))
        for day, words in ticks(piece):
            x = piece.at(day)
            out.append(Line(x, _AXIS, x, bottom, GRID, 1))
            out.append(Line(x, _AXIS - 5, x, _AXIS, MUTED, 1))
            label = Text(x, _AXIS - 9, words, 12, 400, MUTED, "middle")
            out.append(replace(label, x=x - 8, anchor="start") if x < piece.x + 14 else label)
    for before, after in pairwise(axis):
        out += _gap(before, after, bottom)
    return out


def _gap(before: Piece, after: Piece, bottom: float) -> list[Shape]:
    """A pale band where time is left out, with the length of it."""
    low, high = before.x2 + 10, after.x - 18
    middle = (low + high) / 2
    words = gap_words((after.first - before.last).days)
    return [
        Rect(low, 0, high, bottom, BAND, plane=Plane.GROUND),
        *block([(words, Style(12, 600, MUTED))], high - low - 4, "middle").moved(middle, 10),
        Line(low - 7, _AXIS + 5, low - 1, _AXIS - 5, MUTED, 1.2),
        Line(high + 1, _AXIS + 5, high + 7, _AXIS - 5, MUTED, 1.2),
    ]


def _strip(rest: Sequence[Item], axis: Sequence[Piece], elsewhere: str) -> Block:
    """Events without a label, as bars that count them where they lie; each bar leads to the first of its events."""
    if not rest:
        return Block(0, 0, ())
    bins: defaultdict[int, list[Item]] = defaultdict(list)
    for item in rest:
        bins[int(ends(item, axis)[0] // _BIN)].append(item)
    tallest = max(len(found) for found in bins.values())
    unit = min(6.0, 48.0 / tallest)
    words = f"{count(len(rest), 'more event')}, {elsewhere}; the tallest bar stands for {formats().number(tallest)}"
    base = 24 + tallest * unit
    shapes: list[Shape] = [Text(0, 16, words, 12, 400, MUTED), Line(0, base, axis[-1].x2, base, FAINT, 1)]
    for at, found in sorted(bins.items()):
        x, y = at * _BIN, base - len(found) * unit
        shapes.append(Rect(x, y, x + _BIN - 2, base, MUTED, plane=Plane.BAR))
        said = f"{count(len(found), 'more event')}, the first: {spoken(found[0])}"
        shapes.append(Hit(x - 1, min(y, base - 24), x + _BIN - 1, base, found[0].anchor, said))
    return Block(axis[-1].x2, base + 6, tuple(shapes))


def _band(undated: Sequence[Item], rest: Sequence[Item], view: View, with_country: bool) -> Block:
    """Events without a date, in columns."""
    room = view.room
    if not undated and not rest:
        return Block(room, 0, ())
    columns = max(1, int((room + 20) // 290))
    step = (room + 20) / columns
    shapes: list[Shape] = [Line(0, 0, room, 0, FAINT, 1), Text(0, 24, "Date not known", 15, 600, INK)]
    y = 38.0
    for first in range(0, len(undated), columns):
        row = [_undated_card(item, step - 20, with_country) for item in undated[first : first + columns]]
        for at, card in enumerate(row):
            shapes += all_moved(card.shapes, at * step, y)
        y += max(card.height for card in row) + 12
    if rest:
        shapes.append(Text(0, y + 12, f"{count(len(rest), 'more event')}, {view.elsewhere}", 12, 400, MUTED))
        shapes.append(Hit(0, y, 260, y + 18, rest[0].anchor, f"{count(len(rest), 'more event')} without a date"))
        y += 20
    return Block(room, y, tuple(shapes))


def _undated_card(item: Item, room: float, with_country: bool) -> Block:
    words = label(item, room - 24, with_country)
    hit = Hit(-1, -1, 24 + words.width + 2, words.height + 1, item.anchor, spoken(item))
    return Block(room, words.height, (*mark(item, 8, 8, 9), *all_moved(words.shapes, 24, 0), hit))
