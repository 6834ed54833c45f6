"""Election results as they were announced: one panel for each election, with bounds drawn as bounds."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.charts.amounts import bar, nice_ceiling, overshoot, percent, scale, votes
from timeline.charts.choose import largest
from timeline.charts.frame import Head, bound_entries, flow, framed, notice
from timeline.charts.items import Item
from timeline.charts.measure import width
from timeline.charts.results import Panel, Result, panels_of
from timeline.charts.scene import Block, Hit, Scene, Shape, Style, block, stacked
from timeline.charts.sheet import EVENT, Column, Sheet, event_cells, sheet_of
from timeline.charts.style import GROUPS, INK, MUTED, TEXT
from timeline.charts.view import PANELS, View, more_line
from timeline.charts.words import count

NAME = "election_results"

_COLOUR = GROUPS[0].colour
_VALUE = Style(13, 400, TEXT)
_HALF = 8.0
_LEAST = 240.0  # pixels that bars need to stand between names and figures; with less they go under them


def scene(view: View) -> Scene:
    """The announced results of the elections chosen."""
    everything = panels_of(view)
    panels, rest = largest(everything, min(view.limit, PANELS), lambda panel: len(panel.results))
    head = Head(
        "Election results as announced" if view.title is None else view.title,
        _about(everything) if view.subtitle is None else view.subtitle,
    )
    description = f"Bar chart. {head.subtitle} " + " ".join(_spoken(panel) for panel in panels)
    if not panels:
        body = notice("No election results are told in this dataset.", view.room)
        return framed(body, Head(head.title, ""), Block(0, 0, ()), view.meta, view.wide, description.strip())
    more = more_line(count(len(rest), "more election"), rest[0].item.anchor if rest else "", view)
    body = stacked([*_drawn(panels, view.room), *more], view.room, 26)
    return framed(body, head, _key(panels, view.room), view.meta, view.wide, description)


def listed_items(view: View) -> tuple[Item, ...]:
    """The elections that the page lists under the picture."""
    shown = {panel.item.event_id for panel in panels_of(view)}
    return tuple(item for item in view.items if item.event_id in shown)


def sheet(view: View) -> Sheet:
    """Every candidate's figures, election by election."""
    return sheet_of(
        (*EVENT, *(Column(*names) for names in _COLUMNS)),
        ((one.target, (*event_cells(panel.item), *_cells(one))) for panel in panels_of(view) for one in panel.results),
    )


_COLUMNS = (
    ("candidate", "Candidate"),
    ("votes",),
    ("votes_bound",),
    ("votes_in_words", "Votes"),
    ("share",),
    ("share_bound",),
    ("share_in_words", "Share"),
    ("ballots_counted_in_words", "Ballots counted"),
    ("announced_by", "Announced by"),
)


def _cells(one: Result) -> tuple[str, ...]:
    cast, share, ballots = one.votes, one.share, one.ballots
    return (
        one.candidate,
        *((f"{cast.value:.15g}", cast.bound, votes(cast.value, cast.bound)) if cast else ("", "", "")),
        *((f"{share.value:.15g}", share.bound, percent(share.value, share.bound)) if share else ("", "", "")),
        percent(ballots.value, ballots.bound) if ballots else "",
        one.announced_by,
    )


def _about(panels: Sequence[Panel]) -> str:
    missing = sum(panel.amount(one) is None for panel in panels for one in panel.results)
    said = f"{count(len(panels), 'election')}, figures as the sources give them; nothing is filled in."
    if any(len({one.candidate for one in panel.results}) < len(panel.results) for panel in panels):
        said += " Rival figures stand beside each other."
    return said + (f" {count(missing, 'candidate')} without a figure to draw." if missing else "")


def _top(panels: Sequence[Panel]) -> float:
    values = [amount.value for panel in panels for one in panel.results if (amount := panel.amount(one))]
    return nice_ceiling(max(values, default=1.0))


def _drawn(panels: Sequence[Panel], room: float) -> list[Block]:
    """Each panel, shares and votes on one scale each, with columns that line up."""
    tops = {kind: _top([panel for panel in panels if panel.by_share == kind]) for kind in (True, False)}
    results = [(panel, one) for panel in panels for one in panel.results]
    names = min(260.0, max(width(one.candidate, 13, 600) for _, one in results) + 4)
    figures = max(width(panel.words(one), _VALUE.size) for panel, one in results)
    out = []
    for panel in panels:
        top = tops[panel.by_share]
        wide = room - names - figures - 54 >= _LEAST
        rows = _wide_rows(panel, top, room, names, figures) if wide else _narrow_rows(panel, top, room)
        out.append(_headed(panel, rows, room))
    return out


def _headed(panel: Panel, rows: Block, room: float) -> Block:
    """An announcement's heading over its rows."""
    said = [_announced(panel)]
    ballots = next((one.ballots for one in panel.results if one.ballots), None)
    said += [f"{percent(ballots.value, ballots.bound)} of ballots counted"] if ballots else []
    said += [f"turnout {' or '.join(panel.turnout)}"] if panel.turnout else []
    notes = "; ".join(said)
    heading = block(
        [
            (panel.item.title, Style(16, 600, INK, 3)),
            (f"{panel.item.when} · {notes}", Style(13, 400, MUTED, 4)),
        ],
        room,
    )
    head_hit = Hit(0, 0, heading.width, heading.height, panel.item.anchor, f"{panel.item.title}. {notes}")
    shapes = (*heading.shapes, head_hit, *rows.moved(0, heading.height + 8))
    return Block(room, heading.height + 8 + rows.height, shapes)


def _announced(panel: Panel) -> str:
    if panel.announced_by:
        return f"announced by {panel.announced_by}"
    told = any(one.announced_by for one in panel.results)
    return "who announced it is not told" if not told else "who announced a figure stands beside it, if told"


def _wide_rows(panel: Panel, top: float, room: float, names: float, figures: float) -> Block:
    x, x2 = names + 14, room - figures - 40
    step, start = 30.0, 24.0
    shapes = _scale(panel, top, x, x2, start + step * len(panel.results))
    for at, one in enumerate(panel.results):
        y = start + step * at + step / 2
        name = block([(one.candidate, Style(13, 600, INK, 1))], names, "end")
        shapes += name.moved(names, y - 9)
        end = _draw(panel, one, top, x, x2, y, shapes)
        words = block([(panel.words(one), _VALUE)], 999).on_paper()
        shapes += words.moved(end + 8, y - 8.5)
        shapes.append(_hit(panel, one, 0, y - step / 2, room, y + step / 2))
    return Block(room, start + step * len(panel.results) + 4, tuple(shapes))


def _narrow_rows(panel: Panel, top: float, room: float) -> Block:
    x2, start, y = room - 26, 24.0, 24.0
    rows: list[Shape] = []
    for one in panel.results:
        words = block([(one.candidate, Style(13, 600, INK, 2)), (panel.words(one), _VALUE)], room)
        first = y
        y += words.height + 12
        rows += words.moved(0, first + 4)
        if panel.amount(one):
            _draw(panel, one, top, 0, x2, y, rows)
            y += 14
        rows.append(_hit(panel, one, 0, first, room, y))
        y += 6
    scale = _scale(panel, top, 0, x2, start - 4)
    return Block(room, y, (*scale, *rows))


def _draw(panel: Panel, one: Result, top: float, x: float, x2: float, y: float, out: list[Shape]) -> float:
    """Add the bar of a result to the shapes; where it ends."""
    amount = panel.amount(one)
    if amount is None:
        return x - 4
    end = x + (x2 - x) * min(amount.value / top, 1.0)
    out.extend(bar(x, end, y, _HALF, amount.bound, _COLOUR))
    return end + overshoot(amount.bound)


def _scale(panel: Panel, top: float, x: float, x2: float, bottom: float) -> list[Shape]:
    unit, first = ("%", "") if panel.by_share else ("", " votes")
    return scale(top, lambda value: x + (x2 - x) * value / top, bottom, unit, first)


def _hit(panel: Panel, one: Result, x: float, y: float, x2: float, y2: float) -> Hit:
    by = f", announced by {panel.announced_by}" if panel.announced_by else ""
    return Hit(x, y, x2, y2, one.target, f"{one.candidate}: {panel.words(one)}{by}. {panel.item.title}")


def _key(panels: Sequence[Panel], room: float) -> Block:
    used = {amount.bound for panel in panels for one in panel.results if (amount := panel.amount(one))}
    return Block(0, 0, ()) if used <= {"exact"} else flow(bound_entries(used, _COLOUR), room)


def _spoken(panel: Panel) -> str:
    told = ", ".join(f"{one.candidate} {panel.words(one)}" for one in panel.results)
    by = f" ({panel.announced_by})" if panel.announced_by else ""
    return f"{panel.item.title}, {panel.item.when}{by}: {told}."
