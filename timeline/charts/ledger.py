"""The narrow timeline: a vertical rail with one row per event, marks on the rail, labels right of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from timeline.charts.axis import Piece, piece_of, pieces
from timeline.charts.cards import label, several_countries, spoken
from timeline.charts.choose import chosen
from timeline.charts.items import Item
from timeline.charts.marks import OPEN, known, mark
from timeline.charts.scene import Block, Hit, Line, Shape, Text, all_moved
from timeline.charts.style import FAINT, INK, MUTED
from timeline.charts.view import View
from timeline.charts.words import count, gap_words

_RAIL, _TEXT = 9.0, 30.0
_BAR = 34.0  # length of a bar on the rail: it says what kind of date it is, not how long


def ledger(view: View) -> Block:
    """The body of the narrow timeline."""
    labelled, _ = chosen(view.items, view.limit)
    shown = {item.event_id for item in labelled}
    axis = pieces(view.items, 99)
    with_country = several_countries(view.items)
    shapes: list[Shape] = []
    y, before = 0.0, None
    for hidden, group in groupby(view.items, lambda item: item.event_id not in shown):
        found = list(group)
        for item in found[:1] if hidden else found:
            opening = _opening(before, item, axis, view.room)
            shapes += all_moved(opening.shapes, 0, y)
            y += opening.height
            before = item
            row = _more(found, view) if hidden else _row(item, view.room, with_country)
            shapes += all_moved(row.shapes, 0, y)
            y += row.height
        before = found[-1]
    return Block(view.room, y, tuple(shapes))


def _row(item: Item, room: float, with_country: bool) -> Block:
    words = label(item, room - _TEXT, with_country)
    height = max(words.height, OPEN + 8 if known(item) == "open" else 0, _BAR + 6) + 12
    if known(item) == "day":
        a = b = 9.0
    elif item.start is None and item.dated:
        a = b = OPEN + 4
    else:
        a, b = (9.0, 9.0) if not item.dated else (4.0, 4 + _BAR)
    rail = (Line(_RAIL, 0, _RAIL, height, FAINT, 1),) if item.dated else ()
    drawing = mark(item, a if item.dated else _RAIL, b, _RAIL if item.dated else 9.0, vertical=item.dated)
    hit = Hit(0, 0, room, height - 8, item.anchor, spoken(item))
    return Block(room, height, (*rail, *drawing, *all_moved(words.shapes, _TEXT, 0), hit))


def _more(hidden: Sequence[Item], view: View) -> Block:
    """A row that stands for events without a label, at their place in time."""
    words = f"+ {count(len(hidden), 'more event')}, {view.elsewhere}"
    hit = Hit(0, 0, view.room, 24, hidden[0].anchor, f"{words}. The first: {spoken(hidden[0])}")
    rail = (Line(_RAIL, 0, _RAIL, 32, FAINT, 1),) if hidden[0].dated else ()
    return Block(view.room, 32, (*rail, Text(_TEXT, 14, words, 12, 400, MUTED), hit))


def _opening(before: Item | None, item: Item, axis: Sequence[Piece], room: float) -> Block:
    """What comes before a row: the gap in time, if there is one, and the year when it changes."""
    if not item.dated:
        return _heading("Date not known", room) if before is None or before.dated else Block(room, 0, ())
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
