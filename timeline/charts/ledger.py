"""The narrow timeline: a vertical rail with one row per event, marks on the rail, labels right of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.charts.axis import Piece, piece_of, pieces
from timeline.charts.cards import label, several_countries, spoken
from timeline.charts.choose import chosen
from timeline.charts.items import Item
from timeline.charts.marks import ABOUT, OPEN, approximate, known, mark
from timeline.charts.scene import Block, Hit, Line, Shape, Style, Text, all_moved, block
from timeline.charts.style import FAINT, INK, MUTED
from timeline.charts.view import View
from timeline.charts.words import count, gap_words

_RAIL, _TEXT = 9.0, 30.0
_COLUMN, _BETWEEN = 280.0, 28.0  # a column is at least so wide
_UNDATED = "Date not known"
_BAR = 34.0  # length of a bar on the rail: it says what kind of date it is, not how long


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what comes before it (a gap in time, a new year), and the heading it stands under."""

    opening: Block
    block: Block
    heading: str

    @property
    def height(self) -> float:
        """Pixels it takes within a column."""
        return self.opening.height + self.block.height


def ledger(view: View) -> Block:
    """The body of the narrow timeline, in as many columns as there is room for."""
    columns = max(1, int((view.room + _BETWEEN) // (_COLUMN + _BETWEEN)))
    wide = (view.room + _BETWEEN) / columns - _BETWEEN
    shapes: list[Shape] = []
    tallest = 0.0
    for at, rows in enumerate(_balanced(_rows(view, wide), columns)):
        y = 0.0
        for number, row in enumerate(rows):
            again = number == 0 and at > 0 and not row.opening.shapes
            for part in (_heading(row.heading, wide) if again else row.opening, row.block):
                shapes += part.moved(at * (wide + _BETWEEN), y)
                y += part.height
        tallest = max(tallest, y)
    return Block(view.room, tallest, tuple(shapes))


def _rows(view: View, room: float) -> list[Row]:
    """Labelled events, and what stands for the others between them."""
    shown = {item.event_id for item in chosen(view.items, view.limit)[0]}
    axis = pieces(view.items, 99)
    with_country = several_countries(view.items)
    out: list[Row] = []
    before = None
    for hidden, group in groupby(view.items, lambda item: (item.event_id not in shown, item.dated)):
        found = list(group)
        for item in found[:1] if hidden[0] else found:
            opening = _opening(before, item, axis, room)
            row = _more(found, view, room) if hidden[0] else _row(item, room, with_country)
            day = _first_day(item)
            out.append(Row(opening, row, str(day.year) if day else _UNDATED))
            before = item
        before = found[-1]
    return out


def _balanced(rows: Sequence[Row], columns: int) -> list[Sequence[Row]]:
    """The rows in columns, in order, the tallest as short as can be."""
    if columns == 1 or len(rows) < 2:
        return [rows]
    heights = [row.height for row in rows]
    cut = min(range(1, len(rows)), key=lambda at: max(sum(heights[:at]), sum(heights[at:]) / (columns - 1)))
    return [rows[:cut], *_balanced(rows[cut:], columns - 1)]


def _row(item: Item, room: float, with_country: bool) -> Block:
    words = label(item, room - _TEXT, with_country)
    height = max(words.height, OPEN + 8 if known(item) == "open" else 0, _BAR + 6) + 12
    if known(item) == "day":
        a = b = 9.0
    elif item.start is None and item.dated:
        a = b = OPEN + 4
    else:
        a, b = (9.0, 9.0) if not item.dated else (4.0, 4 + _BAR)
    if approximate(item):
        a, b, height = a + ABOUT, b + ABOUT, max(height, b + 2 * ABOUT + 8)
    rail = (Line(_RAIL, 0, _RAIL, height, FAINT, 1),) if item.dated else ()
    drawing = mark(item, a if item.dated else _RAIL, b, _RAIL if item.dated else 9.0, vertical=item.dated)
    hit = Hit(0, 0, room, height - 8, item.anchor, spoken(item))
    return Block(room, height, (*rail, *drawing, *all_moved(words.shapes, _TEXT, 0), hit))


def _more(hidden: Sequence[Item], view: View, room: float) -> Block:
    """A row that stands for events without a label, at their place in time."""
    said = f"+ {count(len(hidden), 'more event')}, {view.elsewhere}"
    words = block([(said, Style(12, 400, MUTED, 2))], room - _TEXT)
    height = max(32.0, words.height + 16)
    hit = Hit(0, 0, room, height - 6, hidden[0].anchor, f"{said}. The first: {spoken(hidden[0])}")
    rail = (Line(_RAIL, 0, _RAIL, height, FAINT, 1),) if hidden[0].dated else ()
    return Block(room, height, (*rail, *words.moved(_TEXT, 3), hit))


def _opening(before: Item | None, item: Item, axis: Sequence[Piece], room: float) -> Block:
    """What comes before a row: the gap in time, if there is one, and the year when it changes."""
    if not item.dated:
        return _heading(_UNDATED, room) if before is None or before.dated else Block(room, 0, ())
    day, earlier = _first_day(item), _first_day(before)
    if day is None:
        return Block(room, 0, ())
    here, there = piece_of(axis, day), piece_of(axis, earlier) if earlier else None
    gap = _gap(there, here) if there is not None and there != here else Block(room, 0, ())
    if earlier is not None and earlier.year == day.year:
        return gap
    heading = _heading(str(day.year), room)
    return Block(room, gap.height + heading.height, (*gap.shapes, *heading.moved(0, gap.height)))


def _gap(before: Piece, after: Piece) -> Block:
    """A stretch of time that is left out, and its length."""
    words = gap_words((after.first - before.last).days)
    dots = Line(_RAIL, 2, _RAIL, 36, MUTED, 2, (2, 5))
    return Block(0, 40, (dots, Text(_TEXT, 23, words, 12, 600, MUTED)))


def _first_day(item: Item | None) -> dt.date | None:
    return (item.start or item.end) if item else None


def _heading(words: str, room: float) -> Block:
    return Block(room, 30, (Text(0, 18, words, 15, 600, INK),))
