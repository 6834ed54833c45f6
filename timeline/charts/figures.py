"""Figures: what was counted, with bounds drawn as bounds and who says so.

A measure with enough dated figures is plotted over time where there is room; others are listed in the order of time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.charts.amounts import bar, nice_ceiling, overshoot, scale, span_bar
from timeline.charts.counts import Given, Panel, panels_of
from timeline.charts.frame import Head, bound_entries, date_entries, flow, framed, key_entry, notice
from timeline.charts.items import Item
from timeline.charts.locales import formats
from timeline.charts.measure import width
from timeline.charts.over_time import COLOUR, ground_of, over_time, plot, spoken, whisker_entries
from timeline.charts.scene import Block, Hit, Line, Scene, Shape, Style, block, stacked
from timeline.charts.sheet import EVENT, Column, Sheet, event_cells, sheet_of
from timeline.charts.style import FAINT, INK, MUTED, TEXT
from timeline.charts.view import View, more_line
from timeline.charts.words import count

NAME = "figures"

_HALF = 7.0


def scene(view: View) -> Scene:
    """The figures of the events chosen."""
    everything = panels_of(view)
    panels, rest = _limited(everything, view.limit)
    head = Head(
        "Figures that the articles give" if view.title is None else view.title,
        _about(everything) if view.subtitle is None else view.subtitle,
    )
    description = f"Bar charts. {head.subtitle} " + " ".join(_spoken(panel) for panel in panels)
    if not panels:
        body = notice("No figures are told in this dataset, beyond those of election results.", view.room)
        return framed(body, Head(head.title, ""), Block(0, 0, ()), view.meta, view.wide, description.strip())
    more = more_line(count(len(rest), "more figure"), rest[0].target if rest else "", view)
    body = stacked([*_drawn(panels, view), *more], view.room, 26)
    return framed(body, head, _key(panels, view), view.meta, view.wide, description.strip())


def listed_items(view: View) -> tuple[Item, ...]:
    """The events that the page lists under the picture."""
    shown = {given.item.event_id for panel in panels_of(view) for given in panel.given}
    return tuple(item for item in view.items if item.event_id in shown)


def sheet(view: View) -> Sheet:
    """Every figure with its bounds and sources."""
    names = ("measure", "value", "low", "high", "bound", "unit", "subject")
    columns = (
        *EVENT,
        Column("figure", "Figure"),
        Column("given_by", "Given by"),
        Column("as_written", "As written"),
        *(Column(name) for name in names),
        Column("mention_ids"),
    )
    rows = ((given.target, _cells(given)) for panel in panels_of(view) for given in panel.given)
    return sheet_of(columns, rows)


def _cells(given: Given) -> tuple[str, ...]:
    numbers = (f"{value:.15g}" if value < float("inf") else "" for value in (given.value, given.low, given.high))
    return (
        *event_cells(given.item),
        given.words,
        given.attribution,
        given.as_written,
        given.measure,
        *numbers,
        given.bound,
        given.unit,
        given.subject,
        "; ".join(given.mentions),
    )


def _limited(panels: Sequence[Panel], limit: int) -> tuple[tuple[Panel, ...], tuple[Given, ...]]:
    """The figures to draw, a fair share of each panel and there the largest, and the rest."""
    share, left, kept = limit, limit, list[Panel]()
    for at, panel in enumerate(sorted(panels, key=lambda one: len(one.given))):
        share = left // (len(panels) - at)
        ranked = sorted(panel.given, key=lambda given: (-given.item.n_articles, -given.value))[:share]
        chosen = {id(given) for given in ranked}
        kept.append(replace(panel, given=tuple(given for given in panel.given if id(given) in chosen)))
        left -= len(ranked)
    kept = [panel for panel in kept if panel.given]
    shown = {id(given) for panel in kept for given in panel.given}
    rest = tuple(given for panel in panels for given in panel.given if id(given) not in shown)
    titles = [panel.title for panel in panels]
    return tuple(sorted(kept, key=lambda panel: titles.index(panel.title))), rest


def _about(panels: Sequence[Panel]) -> str:
    given = [one for panel in panels for one in panel.given]
    events = len({one.item.event_id for one in given})
    said = f"{count(len(given), 'figure')} on {count(events, 'event')}, in the order of time; nothing is filled in."
    loose = sum(one.bound != "exact" for one in given)
    if loose:
        verb = "is" if loose == 1 else "are"
        said += f" {formats().number(loose)} of them {verb} given as a bound or an estimate, and drawn so."
    return said


def _plots(panels: Sequence[Panel], view: View) -> dict[str, tuple[Panel, Panel]]:
    """The panels with a time axis, by title: what is plotted, and what has no date."""
    if view.slim:
        return {}
    return {panel.title: split for panel in panels if (split := over_time(panel)) is not None}


def _drawn(panels: Sequence[Panel], view: View) -> list[Block]:
    plots, room = _plots(panels, view), view.room
    ground = ground_of([dated for dated, _ in plots.values()], room) if plots else None
    out = []
    for panel in panels:
        parts = [block([(panel.title, Style(16, 600, INK, 2))], room)]
        dated, listed = plots.get(panel.title, (None, panel))
        if dated is not None and ground is not None:
            parts.append(plot(dated, ground, room))
        if listed.given:
            parts.append((_wide_rows if room >= 600 else _narrow_rows)(listed, room))
        out.append(stacked(parts, room, 6))
    return out


def _top(panel: Panel) -> float:
    if panel.percent:
        return 100.0
    return nice_ceiling(max(given.high if given.spans else given.value for given in panel.given))


def _wide_rows(panel: Panel, room: float) -> Block:
    """Event, bar and figure beside each other; an event with several figures is named once."""
    names = min(340.0, room * 0.34)
    words = min(max(width(given.words, 13, 600) for given in panel.given), room * 0.26)
    x, x2, top = names + 16, room - max(words, 190.0) - 40, _top(panel)
    shapes: list[Shape] = []
    y, before = 26.0, None
    for given in panel.given:
        new = before is None or before.item.event_id != given.item.event_id
        name = _event(given, names) if new else Block(0, 0, ())
        if new and before is not None:
            shapes.append(Line(0, y, room, y, FAINT, 1))
        said = _figure(given, room - x2 - 40)
        height = max(name.height, said.height, 2 * _HALF + 4)
        end = _draw(given, lambda value: x + (x2 - x) * min(value / top, 1.0), y + 15, shapes)
        shapes += [*name.moved(0, y + 6), *said.on_paper().moved(end + 8, y + 6)]
        shapes.append(_hit(given, 0, y + 4, room, y + height + 8))
        y += height + 14
        before = given
    ground = scale(top, lambda value: x + (x2 - x) * value / top, y, "%" if panel.percent else "")
    return Block(room, y, (*ground, *shapes))


def _narrow_rows(panel: Panel, room: float) -> Block:
    x2, top = room - 26, _top(panel)
    shapes: list[Shape] = []
    y, before = 22.0, None
    for given in panel.given:
        first = y
        if before is None or before.item.event_id != given.item.event_id:
            name = _event(given, room)
            shapes += name.on_paper().moved(0, y + 6)
            y += name.height + 6
        said = _figure(given, room)
        shapes += said.on_paper().moved(0, y + 4)
        y += said.height + 8
        _draw(given, lambda value: x2 * min(value / top, 1.0), y + _HALF, shapes)
        y += 2 * _HALF + 10
        shapes.append(_hit(given, 0, first + 4, room, y - 4))
        before = given
    ground = scale(top, lambda value: x2 * value / top, y, "%" if panel.percent else "")
    return Block(room, y, (*ground, *shapes))


def _event(given: Given, room: float) -> Block:
    when = given.item.when[:1].upper() + given.item.when[1:]
    status = "" if given.item.status == "reported" else f" · {given.item.status}"
    return block([(when + status, Style(13, 600, INK, 2)), (given.item.title, Style(13, 400, TEXT, 3))], room)


def _figure(given: Given, room: float) -> Block:
    by = given.attribution
    return block([(given.words, Style(13, 600, INK, 2)), (by[:1].upper() + by[1:], Style(12, 400, MUTED, 2))], room)


def _draw(given: Given, at: Callable[[float], float], y: float, out: list[Shape]) -> float:
    """Add the bar of a figure to the shapes; where it ends."""
    start, end = at(0.0), max(at(given.value), at(0.0) + 2)
    if given.spans:
        out.extend(span_bar(start, at(given.low), at(given.high), y, _HALF, COLOUR))
        return at(given.high) + 2
    out.extend(bar(start, end, y, _HALF, given.bound, COLOUR))
    return end + overshoot(given.bound)


def _hit(given: Given, x: float, y: float, x2: float, y2: float) -> Hit:
    return Hit(x, y, x2, y2, given.target, spoken(given))


def _key(panels: Sequence[Panel], view: View) -> Block:
    plots = _plots(panels, view)
    plotted = [one for dated, _ in plots.values() for one in dated.given]
    given = [one for panel in panels for one in plots.get(panel.title, (panel, panel))[1].given]
    entries = bound_entries({one.bound for one in given if not one.spans}, COLOUR)
    if any(one.spans for one in given):
        entries.append(key_entry(span_bar(0, 16, 26, 9, 5, COLOUR), 28, "between two figures"))
    rows = [flow(entries, view.room, "Bars" if plotted and entries else "")] if entries else []
    if plotted:
        rows.append(flow(date_entries([one.item for one in plotted]), view.room, "Date"))
        rows += [flow(found, view.room, "Bounds")] if (found := whisker_entries(plotted)) else []
    return stacked(rows, view.room, 0)


def _spoken(panel: Panel) -> str:
    told = "; ".join(f"{one.words}, {one.item.title}, {one.item.when} ({one.attribution})" for one in panel.given)
    return f"{panel.title}: {told}."
