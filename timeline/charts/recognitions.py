"""Who recognises and who refuses: for each election or government two columns of actors, by form and date.

Where many countries are told to differ, a grid of them by part of the world stands above.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.charts.choose import largest
from timeline.charts.decisions import COLOUR, FORM, STANCES, Decision, Panel, panels_of, sign
from timeline.charts.frame import Head, flow, framed, key_entry, notice
from timeline.charts.grid import grid
from timeline.charts.items import Item
from timeline.charts.measure import shorten, width
from timeline.charts.scene import Block, Hit, Line, Plane, Rect, Scene, Shape, Style, Text, block, stacked
from timeline.charts.sheet import EVENT, Column, Sheet, event_cells, sheet_of
from timeline.charts.style import INK, MUTED
from timeline.charts.view import PANELS, View, more_line
from timeline.charts.words import count, region_words

NAME = "recognitions"

_HEADING = {"recognises": "Recognise", "refuses": "Refuse"}
_CHIP = 26.0
_MANY = 5  # countries that decide alike, from which on they are set by part of the world


def scene(view: View) -> Scene:
    """The recognition decisions chosen."""
    everything = panels_of(view)
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
    panels = panels_of(view)
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
            for panel in panels_of(view)
            for one in panel.decisions
        ),
    )


def _form(one: Decision) -> str:
    return FORM.get(one.form, one.form.replace("_", " "))


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


def _panel(panel: Panel, room: float) -> Block:
    heading = block([(panel.title, Style(16, 600, INK, 3)), (panel.when, Style(13, 400, MUTED, 1))], room)
    linked = (Hit(0, 0, heading.width, heading.height, panel.target, panel.title),) if panel.target else ()
    columns = 2 if room >= 600 else 1
    step = (room + 32) / columns
    overview = grid(panel.decisions, room)
    parts = [_stance(panel, stance, step - 32) for stance in STANCES if columns == 2 or panel.of(stance)]
    if columns == 1:
        body = stacked(parts, room, 14)
    else:
        shapes = tuple(shape for at, part in enumerate(parts) for shape in part.moved(at * step, 0))
        body = Block(room, max(part.height for part in parts), shapes)
    y = heading.height + 10
    top = y + (overview.height + 16 if overview.shapes else 0)
    shapes = (*heading.shapes, *linked, *overview.moved(0, y), *body.moved(0, top))
    return Block(room, top + body.height, shapes)


def _stance(panel: Panel, stance: str, room: float) -> Block:
    """A column: how many, then chips under a line that says form, date and who says so."""
    found = panel.of(stance)
    named, groups = sum(one.named for one in found), sum(not one.named for one in found)
    counted = ", and ".join(
        filter(None, (f"{named}" if named else "", f"{count(groups, 'group')} not named" if groups else ""))
    )
    colour = COLOUR[stance]
    title = block([(f"{_HEADING[stance]}: {counted or 'none told'}", Style(15, 600, colour, 3))], room - 22)
    shapes: list[Shape] = [Line(0, 0, room, 0, colour, 2), sign(stance, 8, 20), *title.moved(22, 10)]
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
    colour = COLOUR[one.stance]
    frame = Rect(x, y, x + wide, y + _CHIP, "#ffffff", colour, radius=4, dash=() if one.named else (4, 3))
    said = f"{one.name}: {one.heading}. {one.item.title}"
    return (
        frame,
        sign(one.stance, x + 13, y + _CHIP / 2),
        Text(x + 24, y + 17.5, name, 13, 400, INK),
        Hit(x, y, x + wide, y + _CHIP, one.target, said),
    )


def _key(panels: Sequence[Panel], room: float) -> Block:
    entries = [key_entry((sign(stance, 7, 9),), 14, stance) for stance in STANCES]
    if any(not one.named for panel in panels for one in panel.decisions):
        frame = Rect(1, 2, 27, 16, "#ffffff", MUTED, radius=4, dash=(4, 3), plane=Plane.BAR)
        entries.append(key_entry((frame,), 28, "group, not named"))
    return flow(entries, room)


def _spoken(panel: Panel) -> str:
    told = (
        f"{_HEADING[stance].lower()}: {', '.join(one.name for one in panel.of(stance))}"
        for stance in STANCES
        if panel.of(stance)
    )
    about = ", ".join(filter(None, (panel.title, panel.when)))
    return f"{about}: {'; '.join(told)}."
