"""A picture as plain values, before any drawing library sees it: shapes and texts at pixel positions.

Planes are drawn in their order; within a plane, in the order given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

from timeline.charts.measure import LINE, width, wrap

Anchor = Literal["start", "middle", "end"]
ALT = 250  # characters of a short alternative text


class Plane(IntEnum):
    """What lies above what."""

    GROUND = 0  # bands and grid lines
    PAPER = 1  # blank areas that keep grid lines away from texts and bars
    BAR = 2
    STROKE = 3  # hatching, caps and arrows on bars
    MARK = 4
    TEXT = 5
    HIT = 6  # transparent areas that carry links and descriptions


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from (x, y) to (x2, y2)."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str = "transparent"
    stroke: str = "transparent"
    opacity: float = 1.0
    radius: float = 0.0
    dash: tuple[int, ...] = ()
    plane: Plane = Plane.BAR


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    stroke: str
    weight: float = 1.0
    dash: tuple[int, ...] = ()
    plane: Plane = Plane.GROUND


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shape (an SVG path within -1..1) about a point, with its half-width in pixels."""

    x: float
    y: float
    shape: str
    radius: float
    fill: str
    stroke: str
    plane: Plane = Plane.MARK


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float
    weight: int = 400
    colour: str = "#33383d"
    anchor: Anchor = "start"
    plane: Plane = Plane.TEXT


@dataclass(frozen=True, slots=True)
class Hit:
    """The area of an event: where it leads (a fragment of the chart's page), and what it is in words."""

    x: float
    y: float
    x2: float
    y2: float
    target: str
    description: str
    plane: Plane = Plane.HIT


Shape = Rect | Line | Symbol | Text | Hit


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished picture: its size in pixels, its shapes, and what it shows in words."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    title: str
    description: str
    paper: str = "#ffffff"

    @property
    def alt(self) -> str:
        """What it shows in one or two sentences: the title, and the description as far as whole sentences fit."""
        said = self.title.rstrip(".") + "."
        for sentence in re.split(r"(?<=[.!?]) ", self.description):
            if len(said) + 1 + len(sentence) > ALT:
                break
            said = f"{said} {sentence}"
        return said if len(said) <= ALT else said[: ALT - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle that something takes up."""

    x: float
    y: float
    x2: float
    y2: float

    def overlaps(self, other: Box, gap_x: float = 0.0, gap_y: float = 0.0) -> bool:
        """Whether two boxes come closer than the gaps allow."""
        across = self.x < other.x2 + gap_x and other.x < self.x2 + gap_x
        return across and self.y < other.y2 + gap_y and other.y < self.y2 + gap_y


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The same shape elsewhere."""
    if isinstance(shape, Symbol | Text):
        return replace(shape, x=shape.x + dx, y=shape.y + dy)
    return replace(shape, x=shape.x + dx, y=shape.y + dy, x2=shape.x2 + dx, y2=shape.y2 + dy)


def all_moved(shapes: Iterable[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """Every shape moved by the same distance."""
    return tuple(moved(shape, dx, dy) for shape in shapes)


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set."""

    size: float
    weight: int = 400
    colour: str = "#33383d"
    lines: int = 99


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or several, set at (0, 0): its lines and the space they take."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def moved(self, dx: float, dy: float) -> tuple[Shape, ...]:
        """Its shapes, set elsewhere."""
        return all_moved(self.shapes, dx, dy)

    def on_paper(self, left: float = 0.0) -> Block:
        """The same block on blank paper, from `left` of x = 0; only for text that starts there."""
        paper = Rect(left - 3, 0, left + self.width + 3, self.height, "#ffffff", plane=Plane.PAPER)
        return Block(self.width, self.height, (paper, *self.shapes))


def block(paragraphs: Iterable[tuple[str, Style]], room: float, anchor: Anchor = "start") -> Block:
    """Set paragraphs under each other, each wrapped to `room` pixels and anchored at x = 0."""
    y, widest = 0.0, 0.0
    shapes: list[Shape] = []
    for text, style in paragraphs:
        for line in wrap(text, room, style.size, style.weight, style.lines):
            step = style.size * LINE
            widest = max(widest, width(line, style.size, style.weight))
            baseline = round(y + step * 0.76, 2)
            shapes.append(Text(0, baseline, line, style.size, style.weight, style.colour, anchor))
            y += step
    return Block(widest, y, tuple(shapes))


def stacked(blocks: Iterable[Block], room: float, gap: float) -> Block:
    """Blocks under each other."""
    shapes: list[Shape] = []
    y = 0.0
    for one in blocks:
        shapes += one.moved(0, y)
        y += one.height + gap
    return Block(room, max(y - gap, 0.0), tuple(shapes))
