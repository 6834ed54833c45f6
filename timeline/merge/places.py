"""When two places can be one: by name, by containment, or by distance."""

from __future__ import annotations

import math
from typing import Protocol

from timeline.merge.names import fold

NEAR_KM = 40.0
"""A site and its city, a suburb and its centre lie within this."""


class Placed(Protocol):
    """Anything with a place: a mention, an event."""

    @property
    def place(self) -> str:
        """One or more names, "; " between."""

    @property
    def latitude(self) -> float | None:
        """Degrees north."""

    @property
    def longitude(self) -> float | None:
        """Degrees east."""


def place_names(thing: Placed) -> frozenset[str]:
    """The folded names of its places."""
    return frozenset(name for name in map(fold, thing.place.split(";")) if name)


def places_meet(a: Placed, b: Placed) -> bool:
    """Whether a place of one is a place of the other, lies in its name ("central Lagos"), or is close to it."""
    ours, theirs = place_names(a), place_names(b)
    named = any(f" {x} " in f" {y} " or f" {y} " in f" {x} " for x in ours for y in theirs)
    distance = kilometres(a, b)
    return named or (distance is not None and distance <= NEAR_KM)


def places_differ(a: Placed, b: Placed) -> bool:
    """Whether both have a place and the two are surely not one: one of two without coordinates may lie in the other."""
    if not place_names(a) or not place_names(b) or places_meet(a, b):
        return False
    return (a.latitude is None) == (b.latitude is None)


def kilometres(a: Placed, b: Placed) -> float | None:
    """Great-circle distance (haversine), None where coordinates are missing."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    rise = math.sin((south - north) / 2) ** 2
    run = math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, rise + math.cos(north) * math.cos(south) * run)))
