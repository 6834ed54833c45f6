"""What a chart is asked to show: the tables, the events chosen from them, and the room there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from timeline.charts.frame import ChartMeta
from timeline.charts.items import Item, Tables, items
from timeline.charts.locales import formats
from timeline.charts.scene import Block, Hit, Style, block
from timeline.charts.style import MUTED
from timeline.charts.words import count, country_words, listed, month_words
from timeline.errors import TimelineError

WIDE, NARROW = 1160, 360
LISTED = 1000  # events that a page lists with their quotes
PANELS = 24  # elections in one picture


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events to show; an empty choice shows all. Undated events stay in whatever the period is."""

    types: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None

    def takes(self, item: Item) -> bool:
        """Whether an event is chosen."""
        named = ((self.types, item.event_type), (self.countries, item.country), (self.statuses, item.status))
        if any(wanted and value not in wanted for wanted, value in named):
            return False
        too_early = self.start is not None and item.end is not None and item.end < self.start
        too_late = self.end is not None and item.start is not None and item.start > self.end
        return not (too_early or too_late)

    def checked(self, everything: Sequence[Item]) -> Choice:
        """The same choice; TimelineError if it names a type, country or status that no event has."""
        known = (
            ("types", self.types, {item.event_type for item in everything}),
            ("countries", self.countries, {item.country for item in everything}),
            ("statuses", self.statuses, {item.status for item in everything}),
        )
        for option, wanted, there in known:
            if missing := [value for value in wanted if value not in there]:
                has = ", ".join(sorted(filter(None, there))) or "none"
                raise TimelineError(f"{option}: no event has {', '.join(missing)!r}; the data has {has}")
        return self


@dataclass(frozen=True, slots=True)
class View:
    """One picture to draw: its data and its room. `title` and `subtitle` replace what the chart would say."""

    tables: Tables
    everything: tuple[Item, ...]
    choice: Choice = field(default_factory=Choice)
    meta: ChartMeta = field(default_factory=ChartMeta)
    narrow: bool = False
    wide: int = WIDE
    title: str | None = None
    subtitle: str | None = None
    limit: int = 40  # events with a label of their own in one picture
    paper: bool = False  # to be printed: it has no page with a list under it

    @property
    def room(self) -> int:
        """Pixels between the margins."""
        return self.wide - (32 if self.wide >= 600 else 28)

    @property
    def elsewhere(self) -> str:
        """Where the events are that get no label."""
        return "listed under the chart" if len(self.everything) <= LISTED and not self.paper else "in the data package"

    @property
    def slim(self) -> bool:
        """Whether things go under each other."""
        return self.narrow or self.wide < 700

    @property
    def items(self) -> tuple[Item, ...]:
        """The events chosen, in the order of time."""
        return tuple(item for item in self.everything if self.choice.takes(item))


def view_of(tables: Tables, meta: ChartMeta, narrow: bool = False, width: int | None = None) -> View:
    """The whole dataset in a picture of the usual width."""
    wide = width or (NARROW if narrow else WIDE)
    if wide < 240:
        raise TimelineError(f"width={wide}: a chart needs at least 240 pixels")
    return View(tables, items(tables), meta=meta, narrow=narrow, wide=wide)


def listing(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """An option that takes one word or several."""
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def as_day(value: str | dt.date | None, option: str) -> dt.date | None:
    """An option that takes a day, as a date or as ISO text."""
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    try:
        return pd.Timestamp(value).date()
    except (ValueError, TypeError) as error:
        raise TimelineError(f"{option}={value!r}: not a day; write it as 2031-05-20") from error


def more_line(counted: str, target: str, view: View) -> list[Block]:
    """What a picture has no room for: how many, where they are, and a way to the first; nothing for no target."""
    if not target:
        return []
    words = block([(f"{counted}, {view.elsewhere}", Style(13, 400, MUTED))], view.room)
    return [Block(words.width, words.height, (*words.shapes, Hit(0, 0, words.width, words.height, target, counted)))]


def summary(view: View) -> str:
    """What a picture of events shows, in words: how many, where, when, from how many articles."""
    shown = view.items
    countries = sorted({country_words(item.country) for item in shown if item.country})
    where = f" in {listed(tuple(countries))}" if 0 < len(countries) <= 3 else ""
    where = f" in {len(countries)} countries" if len(countries) > 3 else where
    days = [day for item in shown for day in (item.start, item.end) if day]
    when = f", {month_words(min(days), max(days))}" if days else ""
    articles = len(view.tables["articles"]) if view.meta.articles is None else view.meta.articles
    said = [f"{count(len(shown), 'event')}{where}{when}, as told by {count(articles, 'article')}."]
    if len(shown) < len(view.everything):
        said.append(f"Chosen from {count(len(view.everything), 'event')}.")
    unsure = sum(item.status != "reported" for item in shown)
    if unsure:
        verb = "is" if unsure == 1 else "are"
        said.append(
            f"{formats().number(unsure)} of them {verb} not reported as facts but {listed(_statuses(shown), 'or')}."
        )
    return " ".join(said)


def _statuses(shown: Sequence[Item]) -> tuple[str, ...]:
    used = {item.status for item in shown}
    return tuple(status for status in ("alleged", "attempted", "planned", "denied") if status in used)
