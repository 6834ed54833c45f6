"""Who says what about each event: the sources cited for it, what they say of it, and where they contradict."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from timeline.charts.amounts import said_amount
from timeline.charts.items import Item, Record, Tables, number, records, text
from timeline.charts.view import View

Stance = Literal["says", "alleges", "announces", "denies", "refers"]

_ELECTORAL = ("votes", "vote_share", "ballots_counted", "turnout")  # they have charts of their own
_REFERS = "refers back"  # how `merge_rule` begins for a mention that only points to an event told elsewhere
_ABOUT = 0.1  # "about" and "almost" reach this share of the figure


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that a source gives: what it counts, the bounds it can lie in, and its words."""

    measure: str
    low: float
    high: float
    words: str

    def contradicts(self, other: Count) -> bool:
        """Whether both cannot be true."""
        return self.measure == other.measure and (self.low > other.high or other.low > self.high)


@dataclass(frozen=True, slots=True)
class Voice:
    """One source on one event. `named` is False for an article that tells it in its own words."""

    name: str
    named: bool
    stance: Stance
    counts: tuple[Count, ...]
    outlets: tuple[str, ...]
    mentions: tuple[str, ...]
    quote: str  # the first sentence that gives it
    target: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """An event with its voices, those for it first, and those that refer to it without saying that it happened."""

    item: Item
    voices: tuple[Voice, ...]
    referring: tuple[Voice, ...] = ()

    @property
    def agreeing(self) -> tuple[Voice, ...]:
        """Who says that it happened, or will."""
        return tuple(voice for voice in self.voices if voice.stance != "denies")

    @property
    def denying(self) -> tuple[Voice, ...]:
        """Who says that it did not."""
        return tuple(voice for voice in self.voices if voice.stance == "denies")

    @property
    def rival_counts(self) -> bool:
        """Whether two sources give figures that cannot both be true."""
        return any(
            a.contradicts(b) for one, two in combinations(self.voices, 2) for a in one.counts for b in two.counts
        )

    @property
    def contested(self) -> bool:
        """Whether sources contradict each other."""
        return bool(self.agreeing and self.denying) or self.rival_counts


def claimed(view: View) -> tuple[Claimed, ...]:
    """The chosen events for which anybody is cited, in the order of time."""
    names, own = _names(view.tables), _own_names(view.tables)
    counts, figured = _counts(view.tables)
    told: defaultdict[str, list[Record]] = defaultdict(list)
    for row in records(view.tables, "mentions"):
        told[text(row["event_id"])].append(row)
    found = (_split(item, _voices(item, told[item.event_id], counts, figured, names, own)) for item in view.items)
    return tuple(one for one in found if one.denying or any(voice.named for voice in one.voices))


def _split(item: Item, voices: Sequence[Voice]) -> Claimed:
    saying = tuple(voice for voice in voices if voice.stance != "refers")
    return Claimed(item, saying, tuple(voice for voice in voices if voice.stance == "refers"))


def _voices(
    item: Item,
    rows: Iterable[Record],
    counts: dict[str, list[Count]],
    figured: frozenset[str],
    names: dict[str, str],
    own: dict[str, str],
) -> tuple[Voice, ...]:
    found: dict[tuple[str, Stance], Voice] = {}
    # A headline says in short what a sentence says in full: the sentence is quoted.
    told = sorted(rows, key=lambda row: text(row.get("merge_rule")).startswith("headline"))
    full = _full_names([text(row["claimant"]) for row in told])
    for row in told:
        claimant, mention = full.get(text(row["claimant"]), text(row["claimant"])), text(row["mention_id"])
        name = names.get(claimant.casefold(), claimant) or own.get(text(row["article_id"]), "an article")
        stance, outlet = _stance(item, row, mention in figured), text(row["outlet"])
        new = Voice(name, bool(claimant), stance, (), (), (), text(row["quote"]), item.target(mention))
        known = found.get((name, stance), new)
        found[name, stance] = replace(
            known,
            counts=tuple(dict.fromkeys((*known.counts, *counts.get(mention, ())))),
            outlets=tuple(dict.fromkeys((*known.outlets, *([outlet] if outlet else [])))),
            mentions=(*known.mentions, mention),
        )
    return tuple(sorted(found.values(), key=lambda voice: (voice.stance == "denies", not voice.named)))


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """The one longer name that each name ends, among the names that are cited for one event."""
    there = sorted(set(filter(None, names)))
    longer = {name: [other for other in there if other.casefold().endswith(" " + name.casefold())] for name in there}
    return {name: found[0] for name, found in longer.items() if len(found) == 1}


def _stance(item: Item, row: Record, figured: bool) -> Stance:
    """What a mention says of its event.

    One that was joined to it as a reference ("did not recognise the result of the election") takes the event as known:
    it agrees with nobody, unless it adds a figure or a date to it, denies it, or announces it.
    """
    realis = text(row.get("realis"))
    if realis == "denied" or (item.status == "denied" and not realis):
        return "denies"
    planned = realis == "planned" or item.status == "planned"
    if (
        not planned
        and not figured
        and text(row.get("merge_rule")).startswith(_REFERS)
        and not text(row.get("date_text"))
    ):
        return "refers"
    if item.status == "alleged":
        return "alleges"
    return "announces" if planned else "says"


def _counts(tables: Tables) -> tuple[dict[str, list[Count]], frozenset[str]]:
    """The figures of each mention, but for those of elections; and the mentions that give any figure at all."""
    out: defaultdict[str, list[Count]] = defaultdict(list)
    figured = set()
    for row in records(tables, "figures") if "figures" in tables else ():
        value, measure = number(row["value"]), text(row["measure"])
        figured.add(text(row["mention_id"]))
        if value is not None and measure not in _ELECTORAL:
            low, high = bounds(value, text(row["bound"]), number(row.get("low")), number(row.get("high")))
            out[text(row["mention_id"])].append(Count(measure, low, high, said_amount(row)))
    return out, frozenset(figured)


def bounds(value: float, bound: str, low: float | None, high: float | None) -> tuple[float, float]:
    """Between what a figure can lie: as told, else as its bound says."""
    implied = {
        "at_least": (value, math.inf),
        "more_than": (value, math.inf),
        "about": (value * (1 - _ABOUT), value * (1 + _ABOUT)),
        "almost": (value * (1 - _ABOUT), value),
        "up_to": (0.0, value),
    }.get(bound, (value, value))
    return (implied[0] if low is None else low), (implied[1] if high is None else high)


def _names(tables: Tables) -> dict[str, str]:
    """The one name of each person or body by all its names; a name that two share stays as it is."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for row in records(tables, "entities") if "entities" in tables else ():
        for alias in (text(row["name"]), *text(row.get("aliases")).split("; ")):
            known[alias.casefold()].add(text(row["name"]))
    return {alias: next(iter(names)) for alias, names in known.items() if len(names) == 1 and alias}


def _own_names(tables: Tables) -> dict[str, str]:
    """What an article that speaks for itself is called: its publisher, else its title."""
    rows = records(tables, "articles")
    return {
        text(row["article_id"]): text(row["publisher"]) or text(row["title"]) or text(row["article_id"]) for row in rows
    }


def ranked(found: Sequence[Claimed], limit: int) -> tuple[tuple[Claimed, ...], tuple[Claimed, ...]]:
    """Those to draw, contested ones and those with most sources first, and the rest; both in the order given."""
    order = sorted(range(len(found)), key=lambda at: (not found[at].contested, -len(found[at].voices), at))
    kept = set(order[:limit])
    return (
        tuple(one for at, one in enumerate(found) if at in kept),
        tuple(one for at, one in enumerate(found) if at not in kept),
    )
