"""What stands for what: colours of groups of event types, shapes of statuses, greys of everything else.

Six colours at most, told apart by readers with any of the common colour-vision deficiencies, each with a contrast of
at least 4.5 to white. Colour never stands alone: every label names its type and status.
"""

from __future__ import annotations

from dataclasses import dataclass

INK = "#1f2328"  # titles
TEXT = "#33383d"  # what an event is
MUTED = "#5d646b"  # who says so, notes, axes; 6.1 to white
FAINT = "#c9ced3"  # axis lines
GRID = "#e6e9ec"
PAPER = "#ffffff"
BAND = "#f4f6f8"


@dataclass(frozen=True, slots=True)
class Group:
    """Event types that share a colour."""

    name: str
    colour: str
    types: tuple[str, ...]


GROUPS = (
    Group("Election, inauguration", "#133a92", ("election", "inauguration")),
    Group("Recognition", "#a5671d", ("recognition",)),
    Group("Protest, coup", "#db2a73", ("protest", "coup")),
    Group("Detention, release", "#7d62a9", ("detention", "release")),
    Group("Security, cyberattack", "#09837d", ("security", "cyberattack")),
    Group("Diplomacy, sanction, statement", "#2c3035", ("diplomacy", "sanction", "statement")),
)
OTHER = GROUPS[-1]

_CIRCLE = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
_DIAMOND = "M0,-1.2L1.2,0L0,1.2L-1.2,0Z"
_TRIANGLE = "M0,-1.15L1.1,0.85L-1.1,0.85Z"
_CROSSED = "M-0.85,-0.85L0.85,0.85M-0.85,0.85L0.85,-0.85"

SHAPES = {"reported": _CIRCLE, "alleged": _CIRCLE, "planned": _DIAMOND, "attempted": _TRIANGLE, "denied": _CROSSED}
STATUSES = tuple(SHAPES)


def group_of(event_type: str) -> Group:
    """The colour group of an event type; types nobody has heard of go with the last, neutral one."""
    return next((group for group in GROUPS if event_type in group.types), OTHER)


def shape_of(status: str) -> str:
    """The symbol of a status."""
    return SHAPES.get(status, _CIRCLE)


def is_fact(status: str) -> bool:
    """Whether marks are filled: the event is reported to have happened."""
    return status == "reported"
