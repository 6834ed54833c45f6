"""The figures that articles give, each with its bounds, its event and everybody who gives it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.charts.amounts import said_amount
from timeline.charts.items import Item, number, records, text
from timeline.charts.view import View
from timeline.charts.voices import bounds

TITLES = {
    "people": "People: held, freed, protesting, expelled, sanctioned",
    "killed": "Killed",
    "injured": "Injured",
    "attacks": "Attacks",
    "seats": "Seats",
    "states": "States",
    "turnout": "Turnout",
    "ballots_counted": "Ballots counted",
    "vote_share": "Vote share",
    "votes": "Votes",
    "other": "Other figures",
}


@dataclass(frozen=True, slots=True)
class Given:
    """A figure on an event, with all who give the same. `low` and `high` bound it; infinite is open."""

    item: Item
    measure: str
    unit: str
    subject: str
    value: float
    bound: str
    low: float
    high: float
    words: str
    as_written: str
    sources: tuple[str, ...]  # who is cited for it; "" for an article's own words
    mentions: tuple[str, ...]
    target: str

    @property
    def spans(self) -> bool:
        """Whether a lower and an upper bound were given."""
        return self.bound == "exact" and self.low < self.high < math.inf

    @property
    def attribution(self) -> str:
        """Who gives it."""
        cited = [name for name in self.sources if name]
        own = "the articles themselves" if len(self.mentions) > 1 else "the article itself"
        return "; ".join((*cited, own) if "" in self.sources and not cited else cited)


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures of one measure and unit, in the order of time."""

    measure: str
    unit: str
    given: tuple[Given, ...]

    @property
    def title(self) -> str:
        """What is counted."""
        name = TITLES.get(self.measure, self.measure.replace("_", " ").capitalize())
        return f"{name}: {self.unit}" if self.measure == "other" and self.unit else name

    @property
    def percent(self) -> bool:
        """Whether its figures are shares."""
        return self.unit == "percent"


def panels_of(view: View) -> tuple[Panel, ...]:
    """The figures of the events chosen, but for votes and shares that the chart of election results draws."""
    items = {item.event_id: item for item in view.items}
    drawn = {text(row["event_id"]) for row in records(view.tables, "election_results")}
    found: dict[tuple[object, ...], Given] = {}
    for row in records(view.tables, "figures"):
        item, measure = items.get(text(row["event_id"])), text(row["measure"])
        if item is None or (measure in ("votes", "vote_share") and item.event_id in drawn):
            continue
        given = _given(row, item)
        if given is not None:
            key = (item.event_id, measure, given.unit, given.subject.casefold(), given.value, given.bound)
            found[key] = _joined(found[key], given) if key in found else given
    grouped: defaultdict[tuple[str, str], list[Given]] = defaultdict(list)
    for given in found.values():
        grouped[given.measure, given.unit if given.measure == "other" else _kind(given)].append(given)
    panels = (Panel(*key, _in_time(found)) for key, found in grouped.items())
    order = list(TITLES)
    return tuple(sorted(panels, key=lambda one: (order.index(one.measure) if one.measure in order else 99, one.unit)))


def _kind(given: Given) -> str:
    return "percent" if given.unit == "percent" else ""


def _in_time(found: Sequence[Given]) -> tuple[Given, ...]:
    return tuple(sorted(found, key=lambda given: (given.item.order, given.value, given.bound, given.words)))


def _given(row: dict[str, object], item: Item) -> Given | None:
    value, bound, mention = number(row["value"]), text(row["bound"]) or "exact", text(row["mention_id"])
    if value is None or value < 0 or not math.isfinite(value):
        return None
    low, high = bounds(value, bound, number(row.get("low")), number(row.get("high")))
    return Given(
        item=item,
        measure=text(row["measure"]),
        unit=text(row.get("unit")),
        subject=text(row.get("subject")),
        value=value,
        bound=bound,
        low=low,
        high=high,
        words=said_amount(row),
        as_written=text(row.get("as_written")),
        sources=(text(row.get("claimant")),),
        mentions=(mention,),
        target=item.target(mention),
    )


def _joined(one: Given, other: Given) -> Given:
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    return replace(one, sources=sources, mentions=(*one.mentions, *other.mentions))
