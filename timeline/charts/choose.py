"""Which events get a label when there are too many for one picture; the others are counted, never dropped."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.charts.items import Item


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


def _reversed_bits(at: int) -> float:
    """The van der Corput sequence: its first n members lie evenly in the order of their indices, for any n."""
    return int(f"{at:032b}"[::-1], 2) / 2**32
