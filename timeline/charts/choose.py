"""Which events get a label when there are too many for one picture; the others are counted, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from timeline.charts.items import Item

T = TypeVar("T")


def chosen(items: Sequence[Item], limit: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The events to label and the rest, both in the order given.

    First come those that most articles tell, then those most often told; among equals the choice is spread evenly
    over the sequence.
    """
    if len(items) <= limit:
        return tuple(items), ()
    spread = {item.event_id: _reversed_bits(at) for at, item in enumerate(items)}
    ranked = sorted(items, key=lambda item: (-item.n_articles, -item.n_mentions, spread[item.event_id]))
    kept = {item.event_id for item in ranked[:limit]}
    return (
        tuple(item for item in items if item.event_id in kept),
        tuple(item for item in items if item.event_id not in kept),
    )


def largest(panels: Sequence[T], limit: int, size: Callable[[T], int]) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """The `limit` largest panels and the rest, both in the order given; among equals the earlier ones."""
    kept = set(sorted(range(len(panels)), key=lambda at: (-size(panels[at]), at))[:limit])
    return (
        tuple(one for at, one in enumerate(panels) if at in kept),
        tuple(one for at, one in enumerate(panels) if at not in kept),
    )


def listed(items: Sequence[Item], targets: frozenset[str], limit: int) -> tuple[Item, ...]:
    """The events a page lists: all if they are few, else those that marks lead to, then the most told ones."""
    if len(items) <= limit:
        return tuple(items)
    led_to = [item for item in items if targets & {item.anchor, *(source.anchor for source in item.sources)}]
    known = {item.event_id for item in led_to}
    others = chosen([item for item in items if item.event_id not in known], max(limit - len(led_to), 0))[0]
    return tuple(sorted((*led_to, *others), key=lambda item: item.order))


def _reversed_bits(at: int) -> float:
    """The van der Corput sequence: its first n members lie evenly in the order of their indices, for any n."""
    return int(f"{at:032b}"[::-1], 2) / 2**32
