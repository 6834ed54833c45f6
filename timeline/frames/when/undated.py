"""A mention as far as dating needs it, and the article that it is dated in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.frames.when.intervals import days
from timeline.frames.when.narration import Tense
from timeline.frames.when.story_days import Beside
from timeline.frames.when.ties import Tie
from timeline.frames.when.when import Link
from timeline.models import DateExpression, EventDate, Publication, Realis, Status

CHANGES = ("election", "coup", "inauguration")
"""Types of what changes who is in power."""


@dataclass(frozen=True)
class Undated:
    """A mention as far as dating needs it, in the order of the text."""

    event_type: str
    country: str
    paragraph: int
    headline: bool
    background: bool
    realis: Realis
    status: Status
    link: Link | None
    start: int = 0  # where its trigger stands
    words: frozenset[str] = frozenset()  # what it may be called
    ties: tuple[Tie, ...] = ()
    fallen: frozenset[str] = frozenset()  # last names of those it brought down
    tense: Tense = ""  # it is told in
    power: bool = False  # it recognises those in power, not a result
    sentence: int = -1
    goes_on: bool = False  # it tells on, and no time has passed
    known: bool = False  # it points at what is known: "the coup"
    said: int | None = None  # the expression that tells when it was said
    lead: bool = False  # it is in the first sentence of the body that tells an event

    @property
    def happened(self) -> bool:
        """Whether the body tells it as something that came about."""
        return not self.headline and self.realis in ("actual", "historical")


@dataclass(frozen=True)
class Source:
    """What the text of an article gives to date its mentions by."""

    expressions: Sequence[DateExpression]
    publication: Publication
    beside: Beside = field(default_factory=Beside)

    def days_of(self, index: int) -> EventDate | None:
        """The days of an expression, None if it has none with both ends."""
        expression = self.expressions[index]
        dated = expression.type in ("DATE", "TIME") and expression.start and expression.end
        return days(expression.start, expression.end) if dated else None

    def latest(self, item: Undated) -> dt.date | None:
        """The last day on which what a mention tells can have happened: when it was said, when the article appeared."""
        if item.realis not in ("actual", "denied") or item.status == "planned":
            return None
        written = self.publication.anchor if self.publication.basis == "dateline" else None
        latest = written or self.publication.latest
        said = self.expressions[item.said].end if item.said is not None else None
        return said if said is not None and latest is not None and said < latest else latest
