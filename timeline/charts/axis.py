"""A time axis in pieces: stretches where events are dense, and marked gaps where nothing happens for long.

Within a piece time runs evenly; a gap has the same small width however long it is, and says how long.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.charts.items import Item
from timeline.charts.locales import formats

_SHARE = 0.3  # a gap worth breaking takes this share of what would be left of the axis
_SHORTEST = 45  # days; anything shorter is drawn to scale
_LONG_EVENT = 400  # days; an event that lasts longer doesn't keep the time it spans from being cut


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time from `first` to `last` drawn between pixels `x` and `x2`; `n` events fall into it."""

    first: dt.date
    last: dt.date
    n: int
    x: float = 0.0
    x2: float = 0.0
    inset: float = 0.0  # pixels kept free at the right, for arrows of open events

    @property
    def days(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days

    @property
    def per_day(self) -> float:
        """Pixels that a day takes."""
        return (self.x2 - self.inset - self.x) / self.days if self.days else 0.0

    def at(self, day: dt.date) -> float:
        """Where a day lies; days outside are held at the ends."""
        inside = min(max(day, self.first), self.last)
        return self.x + (inside - self.first).days * self.per_day


def pieces(items: Iterable[Item], most: int) -> tuple[Piece, ...]:
    """Cut the time of dated events at its long gaps into at most `most` pieces, in order; none for no events."""
    spans = sorted(span for item in items for span in _spans(item))
    if not spans:
        return ()
    islands = _islands(spans)
    gaps = [(b[0] - a[1]).days for a, b in pairwise(islands)]
    cuts = _cuts(gaps, (islands[-1][1] - islands[0][0]).days, most)
    bounds = [0, *(cut + 1 for cut in cuts), len(islands)]
    return tuple(
        Piece(islands[a][0], islands[b - 1][1], sum(island[2] for island in islands[a:b])) for a, b in pairwise(bounds)
    )


def lay_out(found: Sequence[Piece], x: float, x2: float, gap: float, inset: float, least: float) -> tuple[Piece, ...]:
    """Share the pixels from x to x2 among pieces: each at least `least`, the rest by the root of their events."""
    there = x2 - x - gap * (len(found) - 1)
    least = min(least, there / max(len(found), 1))
    free = there - least * len(found)
    weights = [math.sqrt(piece.n) for piece in found]
    out, at = [], x
    for piece, weight in zip(found, weights, strict=True):
        size = least + free * weight / sum(weights)
        out.append(Piece(piece.first, piece.last, piece.n, at, at + size, min(inset, size / 3)))
        at += size + gap
    return tuple(out)


def piece_of(found: Sequence[Piece], day: dt.date) -> Piece:
    """The piece a day lies in, or the nearest."""
    return min(found, key=lambda piece: max((piece.first - day).days, (day - piece.last).days, 0))


def position(found: Sequence[Piece], day: dt.date) -> float:
    """Where a day lies on the whole axis, across gaps too."""
    before = [piece for piece in found if piece.last < day]
    after = [piece for piece in found if piece.first > day]
    if before and after and len(before) + len(after) == len(found):
        a, b = before[-1], after[0]
        share = (day - a.last).days / max((b.first - a.last).days, 1)
        return a.at(a.last) + share * (b.x - a.at(a.last))
    return piece_of(found, day).at(day)


def ticks(piece: Piece, room: float = 62.0) -> tuple[tuple[dt.date, str], ...]:
    """Round dates to mark on a piece, at least `room` pixels apart, with their labels."""
    if not piece.days:
        return ((piece.first, formats().day_of_year(piece.first)),)
    for step in (1, 2, 7, 14):
        if step * piece.per_day >= room:
            days = [piece.first + dt.timedelta(days=n) for n in range(0, piece.days + 1, step)]
            return tuple((day, formats().day_of_year(day)) for day in days)
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000):
        if months * 30.4 * piece.per_day >= room:
            return _month_ticks(piece, months)
    return ()


def same_scale(found: Sequence[Piece]) -> bool:
    """Whether a day is about as wide in every piece, so that lengths may be compared across gaps."""
    rates = [piece.per_day for piece in found if piece.days]
    return len(found) < 2 or not rates or max(rates) <= 1.2 * min(rates)


def _spans(item: Item) -> list[tuple[dt.date, dt.date]]:
    ends = [day for day in (item.start, item.end) if day]
    if len(ends) == 2 and (ends[1] - ends[0]).days <= _LONG_EVENT:
        return [(ends[0], ends[1])]
    return [(day, day) for day in ends]


def _islands(spans: Sequence[tuple[dt.date, dt.date]]) -> list[tuple[dt.date, dt.date, int]]:
    """Stretches covered by spans without a day between them, with the number of spans in each."""
    out: list[tuple[dt.date, dt.date, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            first, last, n = out[-1]
            out[-1] = (first, max(last, end), n + 1)
        else:
            out.append((start, end, 1))
    return out


def _cuts(gaps: Sequence[int], total: int, most: int) -> list[int]:
    """Which gaps to cut out: the longest first, as long as each would take a good share of what is left."""
    chosen: list[int] = []
    left = total
    for at in sorted(range(len(gaps)), key=lambda at: (-gaps[at], at)):
        if len(chosen) + 1 >= most or gaps[at] < _SHORTEST or gaps[at] < _SHARE * left:
            break
        chosen.append(at)
        left -= gaps[at]
    return sorted(chosen)


def _month_ticks(piece: Piece, step: int) -> tuple[tuple[dt.date, str], ...]:
    out = []
    first = (piece.first.year * 12 + piece.first.month - 1) // step * step
    last = piece.last.year * 12 + piece.last.month - 1
    for month in range(first, last + 1, step):
        year, at = divmod(month, 12)
        if year < 1:
            continue
        day = dt.date(year, at + 1, 1)
        if piece.first <= day <= piece.last:
            out.append((day, str(year) if step >= 12 or at == 0 else formats().month_name(at + 1)))
    return tuple(out)
