"""The whole job at the edge: files in, package and charts out, each made aside and swapped in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from timeline import charts, engines, package
from timeline.api import read_inputs
from timeline.articles import DatasetInfo, InputProblem, Reading
from timeline.engines import Engine
from timeline.errors import InputError, PackageError
from timeline.merge import Dataset
from timeline.merge.rows import rows
from timeline.models import Article, ArticleResult
from timeline.pipeline import in_turn, read_dataset
from timeline.site.landing import write_site
from timeline.site.published import read_published

__all__ = ["How", "Progress", "Report", "build", "derive", "draw", "read_inputs", "silent"]

Progress = Callable[[str, int, int], None]
"""Told as long work goes on: what is being done, how far it is, out of how many."""

WORK = ".timeline-work"
"""The folder in the output where a build keeps what it has read, until it is done."""


@dataclass(frozen=True)
class How:
    """How a build is done; what it writes depends on none of this."""

    engine: engines.Name = "local"
    workers: int = 0  # processes; 0 is one per core
    scheduler: str = ""  # address of a dask cluster
    resume: bool = False  # use what a run that died has read
    strict: bool = False  # refuse inputs of which anything could not be read


@dataclass(frozen=True)
class Report:
    """What a build did: what it wrote, what it could not read, and what it noticed."""

    articles: int
    events: int
    mentions: int
    problems: tuple[InputProblem, ...]
    notices: tuple[str, ...]
    package: Path
    charts: Path


def silent(_what: str, _done: int, _total: int) -> None:
    """No progress at all."""


def derive(reading: Reading, known: dict[str, str], engine: Engine = in_turn, progress: Progress = silent) -> Dataset:
    """Articles to the merged dataset, telling progress; ``known`` (mention id -> event id) carries ids over."""
    total = len(reading.articles)

    def told(read: Callable[[Article], ArticleResult], items: Sequence[Article]) -> Iterable[ArticleResult]:
        for done, result in enumerate(engine(read, items), start=1):
            progress("reading articles", done, total)
            yield result

    return read_dataset(reading.articles, known, told)


def build(
    inputs: Sequence[Path | str],
    out: Path | str,
    how: How = How(),
    progress: Progress = silent,
) -> Report:
    """Read articles and publish them: ``out/datapackage`` and ``out/charts``. The last good ones stay on any failure.

    Raises InputError, before anything is written, if nothing could be read, if a file or folder that was named could
    not be read, or, with ``how.strict``, if anything could not.
    """
    target = Path(out)
    engine = engines.choose(how.engine, how.workers, how.scheduler)
    reading = read_inputs(inputs)
    _refuse(reading.problems, how.strict)
    meta = _meta(reading.dataset)
    work = engines.Work(target / WORK, how.resume)
    resumed: list[str] = []

    def tell(count: int) -> None:
        if count:
            resumed.append(f"{count} of {len(reading.articles)} articles had been read before and were not read again")

    dataset = derive(reading, known_events(target / "datapackage"), work.through(engine, tell), progress)
    progress("writing the data package", 0, 1)
    package.write(rows(dataset), meta, target / "datapackage")
    progress("drawing charts", 0, 1)
    draw(target)
    work.remove()
    return _report(reading, dataset, target, resumed)


def known_events(folder: Path) -> dict[str, str]:
    """Mention id -> event id of the package in place, so that a rebuild keeps ids; empty if there is none to read."""
    if not (folder / "datapackage.json").is_file():
        return {}
    mentions = package.read_rows(folder)["mentions"]
    return {str(row["mention_id"]): str(row["event_id"]) for row in mentions if row["event_id"]}


def draw(
    folder: Path,
    day: dt.date | None = None,
    since: Sequence[Path] = (),
    out: Path | None = None,
    **options: Any,  # noqa: ANN401 - as charts.draw takes them
) -> Path:
    """Draw ``folder/charts`` anew from ``folder/datapackage``: pictures, pages and feeds.

    ``day`` is the day of this version, for what asks for one; ``since`` are packages of earlier versions, oldest
    first, that it is compared with. With options, which choose what to draw as `charts.draw` says, or with ``out``,
    only charts are written, beside what is there. Raises PackageError where there is no package or no room,
    TimelineError for an option that is not known.
    """
    published = read_published(folder, day, since)
    meta, target = published.meta, out or folder / "charts"
    about = charts.ChartMeta(meta.title, meta.licence, meta.base_url, meta.version)
    try:
        if out or options:
            charts.draw(published.frames, about, target, **options)
            return target
        if target.is_dir() and any(target.iterdir()) and not (target / "index.html").is_file():
            raise PackageError(f"{target}: holds files but no index.html; it is not replaced. Name another folder")
        with package.built_aside(target) as aside:
            write_site(published, charts.draw(published.frames, about, aside), aside)
    except OSError as error:
        raise PackageError(f"{target}: cannot be written: {error}; what was there is unchanged") from error
    return target


def _refuse(problems: Sequence[InputProblem], strict: bool) -> None:
    """End before anything is written if what the user asked for cannot be done in full."""
    grave = [problem for problem in problems if problem.named or strict]
    if grave:
        raise InputError("\n".join(map(str, problems)))


def _report(reading: Reading, dataset: Dataset, target: Path, resumed: Sequence[str]) -> Report:
    conflicts = [f"{r.article.article_id}: {text}" for r in dataset.results for text in r.publication.conflicts]
    return Report(
        articles=len(reading.articles),
        events=len(dataset.events),
        mentions=sum(len(result.mentions) for result in dataset.results),
        problems=reading.problems,
        notices=(*resumed, *reading.notices, *conflicts),
        package=target / "datapackage",
        charts=target / "charts",
    )


def _meta(info: DatasetInfo) -> package.DatasetMeta:
    stated = {field.name: getattr(info, field.name) for field in fields(info) if getattr(info, field.name)}
    stated.pop("contributors", None)
    people = tuple(
        package.Contributor(person.title, person.path, (person.role,) if person.role else ())
        for person in info.contributors
    )
    return package.DatasetMeta(**stated, contributors=people)
