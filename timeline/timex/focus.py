"""What the story is at while it is read: what "the next day", "that year" and "two hours later" count from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.models import EventAnchor
from timeline.timex.arithmetic import GRAINS
from timeline.timex.values import bounds, day_in

MOVED_ON = 31
"""Days by which a story that goes on to a coarser date has left a day behind."""
COMPARISON = 300
"""Characters within which a comparison looks for its quarter."""
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
ENDINGS = ("ies", "es", "s", "ed", "d", "ing")


@dataclass(frozen=True, slots=True)
class Point:
    """A date of the story: its value and where it was told."""

    value: str
    offset: int = 0  # where it stands in the text
    event: str = ""  # in words, if it is the date of an event

    @property
    def why(self) -> str:
        """Say what it is the date of."""
        return self.event or f"the mention of {self.value} before it"


@dataclass(slots=True)
class Focus:
    """The state of the fold: values resolved so far, and the events that are dated by them.

    This is the one mutable value of the room; it lives inside a single call of `resolve`.
    """

    anchors: Sequence[EventAnchor]
    text: str = ""  # of the article
    now: dt.date | None = None  # the publication day, if known
    values: list[str] = field(default_factory=list)
    past: dict[str, Point] = field(default_factory=dict)  # the same, without what lies after the publication
    dated: dict[str, Point] = field(default_factory=dict)  # the latest that bears its year: "" any, "past" a past one
    stated: Point | None = None  # the latest of any grain whose own words say its year
    lead: Point | None = None  # the first day of the week before the publication that is mentioned
    lead_month: Point | None = None  # the first of the months just before the publication's: what statistics tell of
    mentions: dict[str, Point] = field(default_factory=dict)  # the latest by grain: D W M Q Y DE CE, and T for times

    def event_before(self, offset: int, longest: int = 1_000_000) -> Point | None:
        """Give the latest actual event before an offset whose date is known, to so many days at ``longest``."""
        best: Point | None = None
        for anchor in self.anchors:
            if anchor.start >= offset:
                break
            value = self.value_of(anchor) if anchor.actual else ""
            stretch = bounds(value) if value else None
            if stretch and (stretch[1] - stretch[0]).days < longest:
                best = Point(value, anchor.start, f"the {anchor.event_type} of {value}")
        return best

    def told_lately(self, offset: int) -> Point | None:
        """Give the latest event before an offset if it lies in the week before the publication: "at dawn" is its."""
        point = self.event_before(offset)
        day = day_in(point.value) if point else None
        return point if day and self.now and 0 <= (self.now - day).days <= 7 else None

    def value_of(self, anchor: EventAnchor) -> str:
        """Give the date of an event as far as it is known by now."""
        if anchor.expression is not None and anchor.expression < len(self.values):
            value = self.values[anchor.expression]
            if bounds(value):
                return value
        return anchor.value

    def named(self, nouns: frozenset[str], offset: int) -> Point | None:
        """Give the event that one of the nouns names: the nearest before the offset, else the nearest after."""
        fitting = [
            anchor for anchor in self.anchors if not anchor.words.isdisjoint(lemmas(nouns)) and self.value_of(anchor)
        ]
        before = [anchor for anchor in fitting if anchor.start < offset]
        before = [anchor for anchor in before if anchor.actual] or before  # one of the background is not "the" coup
        chosen = before[-1] if before else fitting[0] if fitting else None
        if chosen is None:
            return None
        value = self.value_of(chosen)
        return Point(value, chosen.start, f"the {chosen.event_type} of {value}")

    def day(self, offset: int, direction: str = "") -> tuple[dt.date, str] | None:
        """Give the day that "the next day" counts from: that of the latest event, else of the latest mention."""
        point = self.event_before(offset) if self.anchors else self._known(direction).get("D")
        point = self._of_paragraph(point, offset) if self.anchors else point
        if point is None:
            return None
        day = day_in(point.value)
        return (day, point.why) if day and (self.anchors or not self._left(day, point.offset)) else None

    def _of_paragraph(self, event: Point | None, offset: int) -> Point | None:
        """Give the day that the paragraph itself has told, where the latest event stands in one before it."""
        told = self.past.get("D")
        if event is None or told is None or told.offset < event.offset:
            return event
        apart = PARAGRAPH.search(self.text, event.offset, told.offset) is not None
        return told if apart and PARAGRAPH.search(self.text, told.offset, offset) is None else event

    def day_told(self, offset: int) -> Point | None:
        """Give the day that the paragraph has told last, which the story has not left: for "the same day"."""
        told = self.past.get("D")
        day = day_in(told.value) if told else None
        if told is None or day is None or self._left(day, told.offset):
            return None
        return None if PARAGRAPH.search(self.text, told.offset, offset) else told

    def _left(self, day: dt.date, offset: int) -> bool:
        """Tell whether the story has moved on to a later month or year since a day was mentioned."""
        later = self.dated.get("past")
        stretch = bounds(later.value) if later and later.offset > offset else None
        return stretch is not None and (stretch[0] - day).days > MOVED_ON

    def _known(self, direction: str) -> dict[str, Point]:
        return self.past if direction == "past" else self.mentions

    def point(self, unit: str, offset: int, direction: str = "") -> Point | None:
        """Give the latest date of a unit's grain, or the latest finer one that lies in such a unit."""
        if unit in ("D", "WE"):
            found = self.day(offset, direction)
            return Point(found[0].isoformat(), offset, found[1]) if found else None
        if self.anchors:
            event, month = self.event_before(offset), self.past.get("M")
            if event and unit == "M" and month is not None and month.offset > event.offset:
                return month  # "that ended in May 2017. The following month"
            if event:
                return event
        grain = GRAINS.get(unit, 5)
        fitting = [point for key, point in self._known(direction).items() if key != "T" and GRAINS.get(key, 5) <= grain]
        return max(fitting, key=lambda point: point.offset, default=None)

    def year(self, offset: int, direction: str = "") -> Point | None:
        """Give the latest date before an offset whose words, or whose story, bear a year: what "that year" takes up."""
        mention = self.dated.get(direction if direction == "past" else "")
        known = [anchor for anchor in self.anchors if anchor.start < offset and anchor.expression is None]
        event = next((anchor for anchor in reversed(known) if anchor.actual and bounds(anchor.value)), None)
        if event and (mention is None or event.start > mention.offset):
            return Point(event.value, event.start, f"the {event.event_type} of {event.value}")
        return mention

    def is_past(self, point: Point) -> bool:
        """Tell whether a date has begun when the story appears."""
        stretch = bounds(point.value)
        return stretch is not None and (self.now is None or stretch[0] <= self.now)

    def latest(self) -> Point | None:
        """Give the latest date mentioned, of whatever grain."""
        return max(self.mentions.values(), key=lambda point: point.offset, default=None)

    def compared(self, offset: int, start: int) -> Point | None:
        """Give what "a year earlier" is compared with: a quarter or half told of just before, else the latest date.

        ``start`` is that of the sentence: a month it tells of goes before a quarter of the sentences before.
        """
        period, month = self.mentions.get("Q"), self.mentions.get("M")
        if month is not None and period is not None and period.offset < start <= month.offset:
            return month
        seasonal = (period is not None and period.value[5:6] in ("S", "F")) or (period and period.value[5:] == "WI")
        if period is not None and not seasonal and offset - period.offset < COMPARISON:
            return period
        if seasonal and month is not None and period is not None and month.offset > period.offset:
            return month
        return self.latest()

    def note(
        self, value: str, grain: str, offset: int, *, may_lead: bool = True, dated: bool = False, stated: bool = False
    ) -> None:
        """Remember a date that was mentioned; ``dated`` if it bears a year, ``stated`` if its own words say that."""
        point = Point(value, offset)
        if stated:
            self.stated = point
        self.mentions[grain] = point
        stretch = bounds(value)
        past = self.now is None or stretch is None or stretch[0] <= self.now
        if past:
            self.past[grain] = point
        if dated:
            self.dated[""] = point
            if past:
                self.dated["past"] = point
        if (
            grain == "M"
            and self.lead_month is None
            and stretch
            and self.now
            and _months(stretch[0], self.now) in (1, 2)
        ):
            self.lead_month = point
        if (
            may_lead
            and self.lead is None
            and grain == "D"
            and stretch
            and self.now
            and 0 <= (self.now - stretch[0]).days <= 7
        ):
            self.lead = point


def _months(first: dt.date, last: dt.date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def lemmas(nouns: frozenset[str]) -> frozenset[str]:
    """Give words with their simple forms: singular, and without the ending of a past or -ing form."""
    out = set(nouns)
    for noun in nouns:
        for ending in ENDINGS:
            if noun.endswith(ending) and len(noun) > len(ending) + 2:
                out.add(noun[: -len(ending)] + ("y" if ending == "ies" else ""))
    return frozenset(out)
