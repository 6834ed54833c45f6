"""The functions people call from Python: `import timeline`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from timeline.models import Article, DateExpression, Mention

if TYPE_CHECKING:
    import altair
    import pandas

    from timeline.articles import Reading
    from timeline.job import Report


def read(path: Path | str) -> Reading:
    """Read articles from a folder or file: ``.articles``, what could not be read in ``.problems``."""
    from timeline import articles

    return articles.read(path)


def build(
    inputs: Path | str | Sequence[Path | str],
    out: Path | str,
    *,
    engine: Literal["local", "dask"] = "local",
    workers: int = 1,
    scheduler: str = "",
    resume: bool = False,
    strict: bool = False,
) -> Report:
    """Do the whole job: articles in, ``out/datapackage`` and ``out/charts`` out.

    More than one worker starts processes, so a script that asks for them needs ``if __name__ == "__main__"``.
    """
    from timeline import job

    listed = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    return job.build(listed, out, job.How(engine, workers, scheduler, resume, strict))


def load(package: Path | str) -> dict[str, pandas.DataFrame]:
    """The tables of a data package, by resource name."""
    from timeline import package as packages

    return packages.read(Path(package))


def dates(text: str, published: str | dt.date | None = None) -> tuple[DateExpression, ...]:
    """The date expressions of a text with their values; ``published`` is what "on Sunday" counts from."""
    from timeline import timex

    return timex.dates(text, published)


def article_dates(article: Article) -> tuple[DateExpression, ...]:
    """The date expressions of an article, with everything known of it."""
    from timeline import timex
    from timeline.articles import sentences as split

    sentences = split(article)
    found = timex.find(article.text, sentences)
    publication = timex.date_article(article, sentences, found)
    if publication.anchor is None:  # only the events it tells, and the calendar, can date it
        from timeline.pipeline import read_article

        return read_article(article).expressions
    return timex.resolve(article.text, found, publication)


def mentions(text: str, published: str | dt.date | None = None, **known: str) -> tuple[Mention, ...]:
    """The mentions of events in a text; ``known`` may hold title, publisher, url."""
    from timeline.articles import read_text
    from timeline.pipeline import read_article

    stated = str(published) if published else ""
    return read_article(read_text(text, published=stated, **known)).mentions


def chart(
    name: str,
    package: Path | str | Mapping[str, pandas.DataFrame],
    **options: Any,  # noqa: ANN401 - as charts.chart takes them
) -> altair.LayerChart:
    """One of the charts of a package, or of its tables as frames, for a notebook.

    Names: "timeline", "election_results", "recognitions", "claims", "figures". Options: narrow, types, countries,
    statuses, start, end, title, subtitle, width, limit, theme ("light", "dark", or a `timeline.charts.Theme`),
    locale (how numbers and dates are written: "de"; the words stay English).
    """
    from timeline import charts
    from timeline import package as packages
    from timeline.site.selected import select

    if not isinstance(package, Path | str):
        return charts.chart(name, package, **options)
    place = packages.package_root(Path(package))
    meta, rows = packages.read_package_meta(place), packages.count_rows(place)
    taken = select(place, rows, charts.choice_of(options))
    articles = rows["articles"]
    shown = charts.ChartMeta(meta.title, meta.licence, meta.base_url, meta.version, articles, selection=taken.note)
    return charts.chart(name, taken.frames, meta=shown, **options)
