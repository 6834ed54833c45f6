"""Announced results as values: what was said for each candidate, with its bound, election by election."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.charts.amounts import percent, votes
from timeline.charts.items import Item, number, records, text
from timeline.charts.view import View


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its bound."""

    value: float
    bound: str


@dataclass(frozen=True, slots=True)
class Result:
    """What was announced for one candidate; a figure that nobody gave is None."""

    candidate: str
    announced_by: str
    share: Amount | None
    votes: Amount | None
    ballots: Amount | None
    target: str

    def words(self, by_share: bool) -> str:
        """Its figures in words, first the one that is drawn."""
        share = percent(self.share.value, self.share.bound) if self.share else ""
        cast = votes(self.votes.value, self.votes.bound) if self.votes else ""
        return " · ".join(filter(None, (share, cast) if by_share else (cast, share))) or "no figure given"


@dataclass(frozen=True, slots=True)
class Panel:
    """The results of one election, by share or by votes, whichever more candidates have."""

    item: Item
    results: tuple[Result, ...]
    turnout: tuple[str, ...]

    @property
    def by_share(self) -> bool:
        """Whether bars are shares."""
        return sum(one.share is not None for one in self.results) >= sum(one.votes is not None for one in self.results)

    def amount(self, result: Result) -> Amount | None:
        """The figure that a bar draws."""
        return result.share if self.by_share else result.votes

    def words(self, result: Result) -> str:
        """The figures of a result, first the one that a bar draws; who announced them if not all are one's."""
        by = "" if self.announced_by or not result.announced_by else f" ({result.announced_by})"
        return result.words(self.by_share) + by

    @property
    def announced_by(self) -> str:
        """Who announced them all; "" if several did, or nobody is told."""
        told = {one.announced_by for one in self.results}
        return next(iter(told)) if len(told) == 1 else ""


def panels_of(view: View) -> tuple[Panel, ...]:
    """The results of every election chosen, in the order of time."""
    items = {item.event_id: item for item in view.items}
    grouped: dict[str, list[Result]] = {}
    for row in records(view.tables, "election_results"):
        item = items.get(text(row["event_id"]))
        if item is not None:
            grouped.setdefault(item.event_id, []).append(_result(row, item))
    turnout = _turnout(view)
    panels = (_panel(items[event], found, turnout.get(event, ())) for event, found in grouped.items())
    return tuple(sorted(panels, key=lambda panel: panel.item.order))


def _panel(item: Item, results: Sequence[Result], turnout: tuple[str, ...]) -> Panel:
    """The results in the order of the figures drawn, rival figures for one candidate beside each other."""
    panel = Panel(item, tuple(results), turnout)
    most: dict[str, float] = {}
    for one in results:
        amount = panel.amount(one)
        most[one.candidate] = max(most.get(one.candidate, -1.0), amount.value if amount else -1.0)
    ordered = sorted(results, key=lambda one: (-most[one.candidate], one.candidate, one.announced_by))
    return Panel(item, tuple(ordered), turnout)


def _result(row: dict[str, object], item: Item) -> Result:
    share, cast, ballots = (_amount(row, name) for name in ("share", "votes", "ballots_counted"))
    by = text(row.get("announced_by"))
    return Result(text(row["candidate"]), by, share, cast, ballots, item.target(text(row["mention_id"])))


def _amount(row: dict[str, object], name: str) -> Amount | None:
    value = number(row.get(name))
    return None if value is None else Amount(value, text(row.get(f"{name}_bound")) or "exact")


def _turnout(view: View) -> dict[str, tuple[str, ...]]:
    """Turnout of each event in words, every different figure once."""
    out: dict[str, tuple[str, ...]] = {}
    for row in records(view.tables, "figures") if "figures" in view.tables else ():
        value = number(row["value"])
        if text(row["measure"]) == "turnout" and value is not None:
            bound = text(row["bound"])
            words = percent(value, bound) if value <= 100 else votes(value, bound)
            seen = out.get(text(row["event_id"]), ())
            out[text(row["event_id"])] = seen if words in seen else (*seen, words)
    return out
