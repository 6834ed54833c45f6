"""What surrounds every picture: title, subtitle, key and source line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.charts.amounts import bar, overshoot
from timeline.charts.items import Item
from timeline.charts.marks import ABOUT, OPEN, approximate, known, mark, symbol
from timeline.charts.measure import width
from timeline.charts.scene import Block, Line, Plane, Scene, Shape, Style, Symbol, Text, all_moved, block, stacked
from timeline.charts.style import FAINT, GROUPS, INK, MUTED, OTHER, STATUSES, TEXT, group_of
from timeline.charts.words import count

KEY = Style(12, 400, MUTED)
_ROW = 22.0


@dataclass(frozen=True, slots=True)
class ChartMeta:
    """What a picture says about the dataset it shows: the source line, and where its pages will be.

    `base_url` is the address under which the output folder will stand; without one, links and embeds are relative.
    `source` replaces the source line; by default it names title, version, number of articles and licence.
    """

    title: str = "Events in the news"
    licence: str = ""
    base_url: str = ""
    version: str = ""
    articles: int | None = None  # counted from the tables if None
    source: str = ""
    language: str = "en"
    selection: str = ""  # what of a large dataset is drawn, in words

    @property
    def source_line(self) -> str:
        """The line at the foot of every picture."""
        if self.source:
            return self.source
        counted = "" if self.articles is None else count(self.articles, "article")
        about = ", ".join(part for part in (self.title, self.version and f"version {self.version}") if part)
        licence = re.sub(r"^CC-(BY(?:-[A-Z]{2})*)-(?=\d)", r"CC \1 ", self.licence)  # as its makers write it
        return ". ".join(part for part in (f"Source: {about}", counted, licence) if part) + "."

    def page(self, name: str) -> str:
        """The address of a chart's page."""
        return f"{self.base_url.rstrip('/')}/charts/{name}.html" if self.base_url else f"{name}.html"


@dataclass(frozen=True, slots=True)
class Head:
    """Title and subtitle of a picture."""

    title: str
    subtitle: str


def framed(body: Block, head: Head, key: Block, meta: ChartMeta, wide: int, description: str) -> Scene:
    """Title, subtitle, key, body and source line under each other, `wide` pixels wide."""
    margin, slim = 16 if wide >= 600 else 14, wide < 600
    room = wide - 2 * margin
    top = block(
        [
            (head.title, Style(19 if slim else 24, 600, INK, 3)),
            (head.subtitle, Style(13 if slim else 14.5, 400, MUTED, 6)),
            *([(meta.selection, Style(13, 400, MUTED, 6))] if meta.selection else []),
        ],
        room,
    )
    foot = block([(meta.source_line, Style(12, 400, MUTED, 4))], room)
    y = 12.0
    shapes: list[Shape] = [*all_moved(top.shapes, margin, y)]
    y += top.height + 12
    if key.shapes:
        shapes += all_moved(key.shapes, margin, y)
        y += key.height + 12
    shapes += all_moved(body.shapes, margin, y)
    y += body.height + 14
    shapes.append(Line(margin, y, wide - margin, y, FAINT, 1))
    shapes += all_moved(foot.shapes, margin, y + 7)
    described = " ".join(filter(None, (description, meta.selection)))
    return Scene(wide, round(y + foot.height + 16), tuple(shapes), head.title, described)


def event_key(items: Sequence[Item], room: float) -> Block:
    """The key to marks and colours: only what the picture uses, one line or more for each."""
    rows = (("Date", date_entries(items)), ("Status", _status_entries(items)), ("Type", _group_entries(items)))
    return stacked([flow(entries, room, name) for name, entries in rows if entries], room, 0)


def flow(entries: Iterable[Block], room: float, name: str = "") -> Block:
    """Blocks beside each other, after a name, in as many rows as they need."""
    shapes: list[Shape] = [Text(0, 13, name, KEY.size, 600, MUTED)] if name else []
    indent = 48.0 if name else 0.0
    x, y = indent, 0.0
    for entry in entries:
        if x > indent and x + entry.width > room:
            x, y = indent, y + _ROW
        shapes += entry.moved(x, y)
        x += entry.width + 18
    return Block(room, y + _ROW if shapes else 0.0, tuple(shapes))


def key_entry(drawing: Iterable[Shape], wide: float, words: str) -> Block:
    """A small drawing, centred at y = 9, and what it stands for."""
    label = Text(wide + 7, 13, words, KEY.size, KEY.weight, KEY.colour)
    return Block(wide + 7 + width(words, KEY.size), _ROW, (*drawing, label))


_BOUNDS = (
    (("exact",), "as given"),
    (("at_least", "more_than"), "at least, more than"),
    (("about",), "about"),
    (("almost",), "almost"),
    (("up_to",), "up to"),
)


def bound_entries(used: set[str], colour: str) -> list[Block]:
    """The key to bars whose ends say how exact a figure is: only the bounds that are used."""
    return [
        key_entry(bar(0, 26, 9, 5, bounds[0], colour), 26 + overshoot(bounds[0]), words)
        for bounds, words in _BOUNDS
        if used & set(bounds)
    ]


def notice(words: str, room: float) -> Block:
    """A sentence in place of a picture that has nothing to show."""
    return block([(words, Style(14, 400, TEXT))], room)


_KNOWN = (
    ("day", "on this day", 12.0),
    ("lasted", "lasted so long", 30.0),
    ("within", "some time within", 30.0),
    ("open", "end or start not known", OPEN + 6),
    ("unknown", "date not known", 14.0),
)


def date_entries(items: Sequence[Item]) -> list[Block]:
    """The key to marks of dates: only the kinds that are used."""
    out = []
    for kind, words, wide in _KNOWN:
        found = next((item for item in items if known(item) == kind), None)
        if found is not None:
            sample = replace(found, status="reported", start=found.start or found.end, edtf="")
            sample = replace(sample, end=None) if kind == "open" else sample
            left = 6.0 if kind in ("day", "open", "unknown") else 1.0
            out.append(key_entry(mark(sample, left, wide - 1, 9, colour=MUTED), wide, words))
    about = next((item for item in items if approximate(item)), None)
    if about is not None:
        sample = replace(about, status="reported", end=about.start)
        out.append(key_entry(mark(sample, ABOUT + 7, ABOUT + 7, 9, colour=MUTED), 2 * ABOUT + 14, "about then"))
    return out


def _status_entries(items: Sequence[Item]) -> list[Block]:
    """Nothing if all is reported; else the shape of each status, and hatching, which bars have instead."""
    used = [status for status in STATUSES if any(item.status == status for item in items)]
    if used in ([], ["reported"]):
        return []
    entries = [key_entry((symbol(status, 6, 9, MUTED),), 12, status) for status in used]
    if all(known(item) in ("day", "unknown") for item in items if item.status != "reported"):
        return entries
    strokes = tuple(Line(5 * n, 13.5, 5 * n + 5, 4.5, MUTED, 1.2, (), Plane.STROKE) for n in range(6))
    return [*entries, key_entry(strokes, 30, "hatched: not reported")]


def _group_entries(items: Sequence[Item]) -> list[Block]:
    used = {group_of(item.event_type).name for item in items}
    square = "M-1,-1L1,-1L1,1L-1,1Z"
    return [
        key_entry((Symbol(6, 9, square, 4.5, group.colour, group.colour),), 12, group.name)
        for group in (*GROUPS[:-1], OTHER)
        if group.name in used
    ]
