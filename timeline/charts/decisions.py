"""Decisions to recognise or not, as values: who decides what on which election or government, and by which sign."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.charts.items import Item, Tables, records, text
from timeline.charts.scene import Symbol
from timeline.charts.style import GROUPS
from timeline.charts.view import View
from timeline.charts.words import country_words, is_country

STANCES = ("recognises", "refuses")
COLOUR = {"recognises": GROUPS[0].colour, "refuses": GROUPS[1].colour}
_SIGN = {"recognises": "M-0.9,0L-0.25,0.7L0.95,-0.75", "refuses": "M-0.75,-0.75L0.75,0.75M-0.75,0.75L0.75,-0.75"}
FORM = {
    "congratulated": "Congratulated",
    "recognised": "Recognised",
    "endorsed": "Endorsed",
    "refused": "Refused to recognise",
    "rejected": "Rejected the result",
    "did_not_concede": "Did not concede",
    "conceded": "Conceded",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One actor's decision: its name as shown, whether it is named at all, and the event that tells it."""

    stance: str
    form: str
    name: str
    named: bool
    country: str  # of a decision that a country or its government takes, alpha-3; else ""
    item: Item
    target: str

    @property
    def heading(self) -> str:
        """Form, date and status in words."""
        form = FORM.get(self.form, self.form.replace("_", " ") or self.stance)
        status = "" if self.item.status == "reported" else f", {self.item.status}"
        return f"{form}{status} · {self.item.when}"


@dataclass(frozen=True, slots=True)
class Panel:
    """All decisions on one election or government."""

    title: str
    when: str
    target: str
    decisions: tuple[Decision, ...]

    def of(self, stance: str) -> tuple[Decision, ...]:
        """Those of one stance."""
        return tuple(one for one in self.decisions if one.stance == stance)


def panels_of(view: View) -> tuple[Panel, ...]:
    """The decisions chosen, by election or government, in the order of time."""
    items = {item.event_id: item for item in view.items}
    elections = {item.event_id: item for item in view.everything}
    unnamed = _unnamed(view.tables)
    grouped: dict[str, list[Decision]] = {}
    for row in records(view.tables, "recognitions"):
        item = items.get(text(row["event_id"]))
        if item is not None and text(row["stance"]) in STANCES:
            about = text(row.get("election_id"))
            key = about if about in elections else f"? {item.country}"
            grouped.setdefault(key, []).append(_decision(row, item, unnamed))
    panels = (_titled(key, found, elections) for key, found in grouped.items())
    anchors = {elections[key].anchor: elections[key] for key in grouped if key in elections}
    anchors |= {one.item.anchor: one.item for found in grouped.values() for one in found}
    return tuple(sorted(panels, key=lambda panel: _order(panel, anchors)))


def _order(panel: Panel, anchors: dict[str, Item]) -> tuple[object, ...]:
    about = anchors.get(panel.target)
    return (about or min((one.item for one in panel.decisions), key=lambda item: item.order)).order


def _titled(key: str, found: list[Decision], elections: dict[str, Item]) -> Panel:
    ordered = tuple(sorted(found, key=lambda one: (one.item.order, one.form, not one.named, one.name)))
    if key in elections:
        return Panel(elections[key].title, elections[key].when, elections[key].anchor, ordered)
    if len({one.item.event_id for one in ordered}) == 1:
        return Panel(ordered[0].item.title, "election or government not told", ordered[0].item.anchor, ordered)
    where = country_words(key[2:]) if key[2:] else "Country not known"
    return Panel(f"{where}: election or government not told", "", "", ordered)


def _decision(row: dict[str, object], item: Item, unnamed: frozenset[tuple[str, str]]) -> Decision:
    mention, actor, code = text(row["mention_id"]), text(row["actor"]), text(row["actor_country"])
    name = actor or country_words(code) or "not named"
    if code and actor and code != item.country and not is_country(actor, code):
        name = f"{actor} ({country_words(code)})"
    named = (mention, actor) not in unnamed
    country = code if not actor or is_country(actor, code) else ""
    return Decision(text(row["stance"]), text(row["form"]), name, named, country, item, item.target(mention))


def _unnamed(tables: Tables) -> frozenset[tuple[str, str]]:
    """Actors that are described, not named: they have no entity."""
    if "participants" not in tables:
        return frozenset()
    rows = tables["participants"].to_dict("records")
    return frozenset((text(row["mention_id"]), text(row["name"])) for row in rows if not text(row["entity_id"]))


def sign(stance: str, x: float, y: float, colour: str = "") -> Symbol:
    """The sign of a stance, in its colour or another."""
    return Symbol(x, y, _SIGN[stance], 5, "transparent", colour or COLOUR[stance])
