"""The timeline: every event where it belongs in time, with its label beside its mark.

Wide pictures pack labels on a time axis that is broken where nothing happens for long; narrow ones are a ledger.
"""

from __future__ import annotations

from timeline.charts.axis import same_scale
from timeline.charts.choose import chosen
from timeline.charts.frame import Head, event_key, framed, notice
from timeline.charts.items import Item
from timeline.charts.lanes import axis_of, lanes
from timeline.charts.ledger import ledger
from timeline.charts.scene import Scene
from timeline.charts.sheet import EVENT, Column, Sheet, event_cells, sheet_of
from timeline.charts.view import View, summary

NAME = "timeline"


def scene(view: View) -> Scene:
    """The timeline of the events chosen."""
    shown = view.items
    about = summary(view)
    head = Head(view.title if view.title is not None else view.meta.title, _subtitle(view, about))
    description = f"Timeline. {about} Each event and its quote is in the list under the chart."
    if not shown:
        body = notice("There are no such events in this dataset.", view.room)
        return framed(body, head, event_key((), view.room), view.meta, view.wide, description)
    body = (ledger if _without_axis(view) else lanes)(view)
    return framed(body, head, event_key(shown, view.room), view.meta, view.wide, description)


def listed_items(view: View) -> tuple[Item, ...]:
    """The events that the page lists under the picture."""
    return view.items


def sheet(view: View) -> Sheet:
    """Every event chosen, those without a label too."""
    labelled = {item.event_id for item in chosen(view.items, view.limit)[0]}
    columns = (
        *EVENT,
        Column("place"),
        Column("according_to", "According to"),
        Column("articles", "Articles"),
        Column("labelled"),
    )
    return sheet_of(
        columns,
        (
            (
                item.anchor,
                (
                    *event_cells(item),
                    item.place,
                    item.attribution.removeprefix("according to "),
                    str(item.n_articles),
                    "yes" if item.event_id in labelled else "no",
                ),
            )
            for item in view.items
        ),
    )


def _without_axis(view: View) -> bool:
    """Whether there is no room for a time axis, or nothing to place along one: all on one day, or undated."""
    return view.slim or not any(piece.days for piece in axis_of(view.items, view.room))


def _subtitle(view: View, about: str) -> str:
    if view.subtitle is not None:
        return view.subtitle
    if _without_axis(view) or same_scale(axis_of(view.items, view.room)):
        return about
    return f"{about} The parts of the time axis differ in scale."
