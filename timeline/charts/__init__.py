"""Charts of a published dataset: `draw` writes all of them to a folder, `chart` gives one to a notebook.

They read nothing but the published tables. One chart is one module with `NAME`, `scene`, `sheet` and `listed_items`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from timeline.charts import claims, election_results, figures, recognitions, timeline
from timeline.charts.frame import ChartMeta
from timeline.charts.items import Tables
from timeline.charts.locales import formatted
from timeline.charts.paint import paint
from timeline.charts.publish import BOTH, FORMATS, USUAL, Wanted, publish
from timeline.charts.style import DARK, LIGHT, THEMES, Theme, recoloured
from timeline.charts.view import Choice, View, as_day, listing, view_of
from timeline.errors import TimelineError
from timeline.site import ChartPage

if TYPE_CHECKING:
    from altair import LayerChart

__all__ = ["CHARTS", "DARK", "FORMATS", "LIGHT", "THEMES", "ChartMeta", "Theme", "Wanted", "chart", "choice_of", "draw"]

CHARTS: dict[str, ModuleType] = {
    module.NAME: module for module in (timeline, election_results, recognitions, claims, figures)
}


def draw(
    tables: Tables,
    meta: ChartMeta,
    directory: Path,
    *,
    charts: str | Iterable[str] | None = None,
    formats: str | Iterable[str] | None = None,
    theme: str | Theme | None = None,
    locale: str | None = None,
    **options: Any,  # noqa: ANN401 - as `viewed` takes them
) -> tuple[ChartPage, ...]:
    """Write the charts, wide and narrow, light and dark, with their pages; what the page of each one shows.

    `tables` are the published resources by name. `charts`, `formats` (of `FORMATS`) and `theme` choose what to write;
    the options are those of `chart`. The same tables give the same bytes, but for PDF. TimelineError if the shipped
    font is missing or an option isn't known, PackageError if a table or column is.
    """
    wanted = Wanted(listing(charts), listing(formats) or USUAL, (theme_of(theme),) if theme else BOTH)
    with formatted(locale):
        return publish(CHARTS, viewed(tables, meta, **options), directory, wanted)


def chart(
    name: str,
    tables: Tables,
    narrow: bool = False,
    *,
    theme: str | Theme = LIGHT,
    meta: ChartMeta | None = None,
    locale: str | None = None,
    **options: Any,  # noqa: ANN401 - as `viewed` takes them
) -> LayerChart:
    """One chart as an Altair chart, of all events or of those chosen.

    `types`, `countries` (alpha-3) and `statuses` keep what they name; `start` and `end` keep what may lie between
    them, and undated events. `width` is in pixels (from 240), `limit` the number of events with a label of their own.
    `theme` is "light", "dark" or a `Theme` of your own; `locale` ("de", "pt-BR") is how numbers and dates are written,
    in words that stay English; `title` and `subtitle` replace what the chart would say.
    TimelineError for a name, option or value that isn't known.
    """
    from altair import LayerChart  # half a second that files don't need

    if name not in CHARTS:
        raise TimelineError(f"chart {name!r} is not known; there are {', '.join(CHARTS)}")
    with formatted(locale):
        view = viewed(tables, meta or ChartMeta(), narrow, **options)
        scene = recoloured(CHARTS[name].scene(view), theme_of(theme))
    return LayerChart.from_dict(paint(scene, view.meta.page(name)))


def viewed(
    tables: Tables,
    meta: ChartMeta,
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
) -> View:
    """What a chart is asked to show; the options are explained at `chart`."""
    if limit < 1:
        raise TimelineError(f"limit={limit}: at least one event must have a label")
    view = view_of(tables, _counted(meta, tables), narrow, width)
    choice = choice_of({"types": types, "countries": countries, "statuses": statuses, "start": start, "end": end})
    choice = choice.checked(view.everything)
    return replace(view, choice=choice, title=title, subtitle=subtitle, limit=limit)


def choice_of(options: Mapping[str, Any]) -> Choice:
    """Which events the options of a chart ask for, unchecked; other options are left alone."""
    types, countries, statuses = (listing(options.get(name)) for name in ("types", "countries", "statuses"))
    return Choice(types, countries, statuses, *(as_day(options.get(name), name) for name in ("start", "end")))


def theme_of(theme: str | Theme) -> Theme:
    """A theme by its name, or as it is."""
    if isinstance(theme, Theme):
        return theme
    if theme not in THEMES:
        raise TimelineError(f"theme {theme!r} is not known; there are {', '.join(THEMES)}")
    return THEMES[theme]


def _counted(meta: ChartMeta, tables: Tables) -> ChartMeta:
    if meta.articles is not None or "articles" not in tables:
        return meta
    return replace(meta, articles=len(tables["articles"]))
