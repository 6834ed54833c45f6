"""The date expressions of an article as far as linking needs them, and which of them stand in a stretch of its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from timeline.models import Relation, Span, TimexType


class Expression(Protocol):
    """As much of a found date expression as linking needs."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def type(self) -> TimexType:
        """Its TIMEX3 type."""

    @property
    def relation(self) -> Relation:
        """The preposition that governs it."""

    @property
    def sentence(self) -> int:
        """The number of its sentence."""

    @property
    def range_end(self) -> int | None:
        """Which expression closes the range it opens."""

    @property
    def direction(self) -> str:
        """Where the verb of its clause points: past, future or ""."""

    @property
    def quoted(self) -> bool:
        """Whether it stands inside quotation marks."""


def standing(expressions: Sequence[Expression], start: int, end: int) -> range:
    """The places of those that begin between two offsets of the article; all are in the order of the text."""
    first = bisect_left(expressions, start, key=lambda item: item.span.start)
    behind = first
    while behind < len(expressions) and expressions[behind].span.start < end:
        behind += 1
    return range(first, behind)
