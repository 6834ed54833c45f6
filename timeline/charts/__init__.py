"""Charts of a published dataset: `draw` writes all of them to a folder, `chart` gives one to a notebook.

They read nothing but the published tables. One chart is one module with `NAME`, `scene` and `listed_items`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import altair as alt

from timeline.charts import election_results, recognitions, timeline
from timeline.charts.frame import ChartMeta
from timeline.charts.items import Tables
from timeline.charts.paint import paint
from timeline.charts.publish import publish
from timeline.charts.view import Choice, as_day, listing, view_of
from timeline.errors import TimelineError
from timeline.site import ChartPage

__all__ = ["CHARTS", "ChartMeta", "chart", "draw"]

CHARTS: dict[str, ModuleType] = {module.NAME: module for module in (timeline, election_results, recognitions)}


def draw(tables: Tables, meta: ChartMeta, directory: Path) -> tuple[ChartPage, ...]:
    """Write every chart, wide and narrow, with its page; what the page of each one shows.

    `tables` are the published resources by name. The same tables give the same bytes. TimelineError if the shipped
    font is missing, PackageError if a table or column is.
    """
    return publish(CHARTS, tables, _counted(meta, tables), directory)


def chart(
    name: str,
    tables: Tables,
    narrow: bool = False,
    *,
    types: str | Iterable[str] | None = None,
    countries: str | Iterable[str] | None = None,
    statuses: str | Iterable[str] | None = None,
    start: str | dt.date | None = None,
    end: str | dt.date | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    width: int | None = None,
    limit: int = 40,
    meta: ChartMeta | None = None,
) -> alt.LayerChart:
    """One chart as an Altair chart, of all events or of those chosen.

    `types`, `countries` (alpha-3) and `statuses` keep what they name; `start` and `end` keep what may lie between
    them, and undated events. `width` is in pixels (from 240), `limit` the number of events with a label of their own.
    TimelineError for a name, option or value that isn't known.
    """
    if name not in CHARTS:
        raise TimelineError(f"chart {name!r} is not known; there are {', '.join(CHARTS)}")
    if limit < 1:
        raise TimelineError(f"limit={limit}: at least one event must have a label")
    about = _counted(meta or ChartMeta(), tables)
    view = view_of(tables, about, narrow, width)
    days = as_day(start, "start"), as_day(end, "end")
    choice = Choice(listing(types), listing(countries), listing(statuses), *days).checked(view.everything)
    view = replace(view, choice=choice, title=title, subtitle=subtitle, limit=limit)
    return alt.LayerChart.from_dict(paint(CHARTS[name].scene(view), about.page(name)))


def _counted(meta: ChartMeta, tables: Tables) -> ChartMeta:
    if meta.articles is not None or "articles" not in tables:
        return meta
    return replace(meta, articles=len(tables["articles"]))
