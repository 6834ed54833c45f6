"""What stands for what: colours of groups of event types, shapes of statuses, greys of everything else.

Six colours at most, told apart by readers with any of the common colour-vision deficiencies, each with a contrast of
at least 4.5 to the paper. Colour never stands alone: every label names its type and status.

Pictures are laid out in the colours of the light theme; `recoloured` gives them those of another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.charts.scene import Hit, Line, Rect, Scene, Shape, Symbol, Text

INK = "#1f2328"  # titles
TEXT = "#33383d"  # what an event is
MUTED = "#5d646b"  # who says so, notes, axes; 6.1 to white
FAINT = "#c9ced3"  # axis lines
GRID = "#e6e9ec"
PAPER = "#ffffff"
BAND = "#f4f6f8"
_SIX = ("#133a92", "#a5671d", "#db2a73", "#7d62a9", "#09837d", "#2c3035")


@dataclass(frozen=True, slots=True)
class Group:
    """Event types that share a colour."""

    name: str
    colour: str
    types: tuple[str, ...]


GROUPS = (
    Group("Election, inauguration", _SIX[0], ("election", "inauguration")),
    Group("Recognition", _SIX[1], ("recognition",)),
    Group("Protest, coup", _SIX[2], ("protest", "coup")),
    Group("Detention, release", _SIX[3], ("detention", "release")),
    Group("Security, cyberattack", _SIX[4], ("security", "cyberattack")),
    Group("Diplomacy, sanction, statement", _SIX[5], ("diplomacy", "sanction", "statement")),
)
OTHER = GROUPS[-1]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture, each by what it stands for, as #rrggbb. `groups` are those of `GROUPS`, in order.

    >>> mine = replace(LIGHT, name="house", ink="#400000")
    """

    name: str
    paper: str
    ink: str
    text: str
    muted: str
    faint: str
    grid: str
    band: str
    groups: tuple[str, str, str, str, str, str]

    @property
    def colours(self) -> tuple[str, ...]:
        """All of them, in the same order in every theme."""
        return (self.paper, self.ink, self.text, self.muted, self.faint, self.grid, self.band, *self.groups)


LIGHT = Theme("light", PAPER, INK, TEXT, MUTED, FAINT, GRID, BAND, _SIX)
DARK = Theme(
    "dark", "#15181c", "#f4f5f7", "#dbdfe3", "#a9b1b9", "#4a525a", "#2b3036", "#1e2227",
    ("#a5aede", "#fbaa58", "#e45977", "#c176ea", "#42c4ad", "#f2f2f7"),
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def recoloured(scene: Scene, theme: Theme) -> Scene:
    """The same picture in the colours of a theme."""
    new = dict(zip(LIGHT.colours, theme.colours, strict=True))
    return replace(scene, shapes=tuple(_recoloured(shape, new) for shape in scene.shapes), paper=theme.paper)


def _recoloured(shape: Shape, new: dict[str, str]) -> Shape:
    match shape:
        case Rect() | Symbol():
            return replace(shape, fill=new.get(shape.fill, shape.fill), stroke=new.get(shape.stroke, shape.stroke))
        case Line():
            return replace(shape, stroke=new.get(shape.stroke, shape.stroke))
        case Text():
            return replace(shape, colour=new.get(shape.colour, shape.colour))
        case Hit():
            return shape


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
