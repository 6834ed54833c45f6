"""Who recognises and who refuses: for each election or government two columns of actors, by form and date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.charts.choose import largest
from timeline.charts.frame import Head, flow, framed, key_entry, notice
from timeline.charts.items import Item, Tables, records, text
from timeline.charts.measure import shorten, width
from timeline.charts.scene import Block, Hit, Line, Plane, Rect, Scene, Shape, Style, Symbol, Text, block, stacked
from timeline.charts.sheet import EVENT, Column, Sheet, event_cells, sheet_of
from timeline.charts.style import GROUPS, INK, MUTED
from timeline.charts.view import PANELS, View, more_line
from timeline.charts.words import count, country_words, is_country, region_words

NAME = "recognitions"

_STANCES = ("recognises", "refuses")
_HEADING = {"recognises": "Recognise", "refuses": "Refuse"}
_COLOUR = {"recognises": GROUPS[0].colour, "refuses": GROUPS[1].colour}
_SIGN = {"recognises": "M-0.9,0L-0.25,0.7L0.95,-0.75", "refuses": "M-0.75,-0.75L0.75,0.75M-0.75,0.75L0.75,-0.75"}
_FORM = {
    "congratulated": "Congratulated",
    "recognised": "Recognised",
    "endorsed": "Endorsed",
    "refused": "Refused to recognise",
    "rejected": "Rejected the result",
    "did_not_concede": "Did not concede",
    "conceded": "Conceded",
}
_CHIP = 26.0
_MANY = 5  # countries that decide alike, from which on they are set by part of the world


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
        form = _FORM.get(self.form, self.form.replace("_", " ") or self.stance)
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


def scene(view: View) -> Scene:
    """The recognition decisions chosen."""
    everything = _panels(view)
    panels, rest = largest(everything, min(view.limit, PANELS), lambda panel: len(panel.decisions))
    head = Head(
        "Who recognises, who refuses" if view.title is None else view.title,
        _about(everything) if view.subtitle is None else view.subtitle,
    )
    description = f"Lists. {head.subtitle} " + " ".join(_spoken(panel) for panel in panels)
    if not panels:
        body = notice("No decision to recognise or not is told in this dataset.", view.room)
        return framed(body, Head(head.title, ""), Block(0, 0, ()), view.meta, view.wide, description.strip())
    counted = count(len(rest), "more election or government", "more elections or governments")
    more = more_line(counted, rest[0].decisions[0].target if rest else "", view)
    body = stacked([*(_panel(panel, view.room) for panel in panels), *more], view.room, 26)
    return framed(body, head, _key(panels, view.room), view.meta, view.wide, description)


def listed_items(view: View) -> tuple[Item, ...]:
    """The decisions, and the elections they are about, that the page lists under the picture."""
    panels = _panels(view)
    shown = {one.item.anchor for panel in panels for one in panel.decisions} | {panel.target for panel in panels}
    return tuple(item for item in view.everything if item.anchor in shown)


def sheet(view: View) -> Sheet:
    """Every decision, by election or government."""
    columns = (
        *EVENT,
        Column("about", "Election or government"),
        Column("about_date"),
        Column("actor", "Who"),
        Column("stance", "Stance"),
        Column("form", "How"),
        Column("according_to", "According to"),
    )
    return sheet_of(
        columns,
        (
            (one.target, (*event_cells(one.item), panel.title, panel.when, one.name, one.stance, _form(one), _by(one)))
            for panel in _panels(view)
            for one in panel.decisions
        ),
    )


def _form(one: Decision) -> str:
    return _FORM.get(one.form, one.form.replace("_", " "))


def _by(one: Decision) -> str:
    return one.item.attribution.removeprefix("according to ")


def _about(panels: Sequence[Panel]) -> str:
    decisions = [one for panel in panels for one in panel.decisions]
    unnamed = sum(not one.named for one in decisions)
    about = count(len(panels), "election or government", "elections or governments")
    said = f"{count(len(decisions), 'decision')} on {about}."
    return said + (
        f" {count(unnamed, 'group')} that no source names {'is' if unnamed == 1 else 'are'} shown as told."
        if unnamed
        else ""
    )


def _panels(view: View) -> tuple[Panel, ...]:
    items = {item.event_id: item for item in view.items}
    elections = {item.event_id: item for item in view.everything}
    unnamed = _unnamed(view.tables)
    grouped: dict[str, list[Decision]] = {}
    for row in records(view.tables, NAME):
        item = items.get(text(row["event_id"]))
        if item is not None and text(row["stance"]) in _STANCES:
            about = text(row.get("election_id"))
            key = about if about in elections else f"? {item.country}"
            grouped.setdefault(key, []).append(_decision(row, item, unnamed))
    panels = (_titled(key, found, elections) for key, found in grouped.items())
    return tuple(sorted(panels, key=lambda panel: _order(panel, elections)))


def _order(panel: Panel, elections: dict[str, Item]) -> tuple[object, ...]:
    about = next((item for item in elections.values() if item.anchor == panel.target), None)
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


def _panel(panel: Panel, room: float) -> Block:
    heading = block([(panel.title, Style(16, 600, INK, 3)), (panel.when, Style(13, 400, MUTED, 1))], room)
    linked = (Hit(0, 0, heading.width, heading.height, panel.target, panel.title),) if panel.target else ()
    columns = 2 if room >= 600 else 1
    step = (room + 32) / columns
    parts = [_stance(panel, stance, step - 32) for stance in _STANCES if columns == 2 or panel.of(stance)]
    if columns == 1:
        body = stacked(parts, room, 14)
    else:
        shapes = tuple(shape for at, part in enumerate(parts) for shape in part.moved(at * step, 0))
        body = Block(room, max(part.height for part in parts), shapes)
    y = heading.height + 10
    return Block(room, y + body.height, (*heading.shapes, *linked, *body.moved(0, y)))


def _stance(panel: Panel, stance: str, room: float) -> Block:
    """A column: how many, then chips under a line that says form, date and who says so."""
    found = panel.of(stance)
    named, groups = sum(one.named for one in found), sum(not one.named for one in found)
    counted = ", and ".join(
        filter(None, (f"{named}" if named else "", f"{count(groups, 'group')} not named" if groups else ""))
    )
    colour = _COLOUR[stance]
    title = block([(f"{_HEADING[stance]}: {counted or 'none told'}", Style(15, 600, colour, 3))], room - 22)
    shapes: list[Shape] = [Line(0, 0, room, 0, colour, 2), _sign(stance, 8, 20), *title.moved(22, 10)]
    y = 18 + title.height
    for heading, group in _by_heading(found):
        lines = block([(heading[0], Style(13, 600, INK, 2)), (heading[1], Style(12, 400, MUTED, 2))], room)
        chips = _chips(group, room)
        shapes += [*lines.moved(0, y), *chips.moved(0, y + lines.height + 5)]
        y += lines.height + 5 + chips.height + 12
    return Block(room, y, tuple(shapes))


def _by_heading(found: Iterable[Decision]) -> list[tuple[tuple[str, str], list[Decision]]]:
    grouped: dict[tuple[str, str], list[Decision]] = {}
    for one in found:
        said = one.item.attribution
        grouped.setdefault((one.heading, said[:1].upper() + said[1:]), []).append(one)
    return list(grouped.items())


def _chips(decisions: Sequence[Decision], room: float) -> Block:
    """The actors; where many countries decide alike, by part of the world."""
    regions: dict[str, list[Decision]] = {}
    for one in decisions:
        regions.setdefault(region_words(one.country), []).append(one)
    if sum(len(found) for region, found in regions.items() if region) < _MANY:
        return _flowed(decisions, room)
    names = sorted(filter(None, regions))
    indent = max(width(name, 12) for name in names) + 12
    shapes: list[Shape] = []
    y = 0.0
    for name in [*names, *([""] if "" in regions else [])]:
        chips = _flowed(regions[name], room - indent)
        shapes += [Text(0, y + 17, name or "Others", 12, 400, MUTED), *chips.moved(indent, y)]
        y += chips.height + 8
    return Block(room, y - 8, tuple(shapes))


def _flowed(decisions: Sequence[Decision], room: float) -> Block:
    shapes: list[Shape] = []
    x = y = 0.0
    for one in decisions:
        name = shorten(one.name, room - 34, 13)
        wide = width(name, 13) + 32
        if x and x + wide > room:
            x, y = 0.0, y + _CHIP + 6
        shapes += _chip(one, name, x, y, wide)
        x += wide + 6
    return Block(room, y + _CHIP, tuple(shapes))


def _chip(one: Decision, name: str, x: float, y: float, wide: float) -> tuple[Shape, ...]:
    """A name in a frame: dashed if the source gives no name."""
    colour = _COLOUR[one.stance]
    frame = Rect(x, y, x + wide, y + _CHIP, "#ffffff", colour, radius=4, dash=() if one.named else (4, 3))
    said = f"{one.name}: {one.heading}. {one.item.title}"
    return (
        frame,
        _sign(one.stance, x + 13, y + _CHIP / 2),
        Text(x + 24, y + 17.5, name, 13, 400, INK),
        Hit(x, y, x + wide, y + _CHIP, one.target, said),
    )


def _sign(stance: str, x: float, y: float) -> Symbol:
    return Symbol(x, y, _SIGN[stance], 5, "transparent", _COLOUR[stance])


def _key(panels: Sequence[Panel], room: float) -> Block:
    entries = [key_entry((_sign(stance, 7, 9),), 14, stance) for stance in _STANCES]
    if any(not one.named for panel in panels for one in panel.decisions):
        frame = Rect(1, 2, 27, 16, "#ffffff", MUTED, radius=4, dash=(4, 3), plane=Plane.BAR)
        entries.append(key_entry((frame,), 28, "group, not named"))
    return flow(entries, room)


def _spoken(panel: Panel) -> str:
    told = (
        f"{_HEADING[stance].lower()}: {', '.join(one.name for one in panel.of(stance))}"
        for stance in _STANCES
        if panel.of(stance)
    )
    about = ", ".join(filter(None, (panel.title, panel.when)))
    return f"{about}: {'; '.join(told)}."
