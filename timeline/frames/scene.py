"""The values that reading an article passes around: what is known of it, and its mentions before they are dated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.frames.claims.attribution import Sayings
from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.when.expressions import Expression
from timeline.frames.when.narration import Tense
from timeline.frames.when.ties import Tie
from timeline.frames.when.when import Link
from timeline.frames.where.story import Story
from timeline.models import (
    Article,
    EventAnchor,
    Mention,
    ReferenceEvent,
    Sentence,
)


@dataclass(frozen=True)
class Draft:
    """A mention without its date: which expression dates it, and which one dates the saying of it."""

    mention: Mention
    link: Link | None
    said: Link | None
    anchor: EventAnchor
    reference: ReferenceEvent | None
    ties: tuple[Tie, ...] = ()  # to other events, that can date it
    tense: Tense = ""  # it is told in
    power: bool = False  # it recognises those in power
    goes_on: bool = False  # it tells on, and no time has passed
    known: bool = False  # it points at what was told before, or is known: "the coup"
    running: int = 0  # days it has lasted before the one it is told of: "for a third day"


@dataclass(frozen=True)
class Scene:
    """What the reading of each match needs to know of its article."""

    article: Article
    sentences: Sequence[Sentence]
    parsed: tuple[Parsed, ...]
    told: Story
    cast: Cast
    sayings: Sayings
    expressions: Sequence[Expression]
    plain: frozenset[str]  # event types of which something is told, not only referred to
