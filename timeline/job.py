"""The whole job at the edge: files in, package and charts out, each made aside and swapped in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from timeline import articles, charts, package
from timeline.articles import DatasetInfo, InputProblem, Reading
from timeline.engines import on_cores
from timeline.errors import InputError
from timeline.merge import Dataset
from timeline.merge.rows import rows
from timeline.models import Article, ArticleResult
from timeline.pipeline import read_article, read_dataset

Progress = Callable[[str, int, int], None]
"""Told as long work goes on: what is being done, how far it is, out of how many."""


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


def read_inputs(inputs: Sequence[Path | str]) -> Reading:
    """Read all inputs. Raises InputError if nothing in them could be read."""
    reading = articles.read(inputs)
    if not reading.articles:
        listed = "".join(f"\n  {problem}" for problem in reading.problems)
        shown = ", ".join(str(item) for item in inputs)
        raise InputError(f"{shown}: no article could be read{':' + listed if listed else '; is the folder empty?'}")
    return reading


def derive(reading: Reading, known: dict[str, str], workers: int = 1, progress: Progress = silent) -> Dataset:
    """Articles to the merged dataset, telling progress."""
    total = len(reading.articles)

    def engine(read: Callable[[Article], ArticleResult], items: Sequence[Article]) -> Iterable[ArticleResult]:
        for done, result in enumerate(on_cores(read, items, workers), start=1):
            progress("reading articles", done, total)
            yield result

    return read_dataset(reading.articles, known, engine)


def build(inputs: Sequence[Path | str], out: Path | str, workers: int = 0, progress: Progress = silent) -> Report:
    """Read articles and publish them: ``out/datapackage`` and ``out/charts``. The last good ones stay on any failure."""
    target = Path(out)
    reading = read_inputs(inputs)
    dataset = derive(reading, known_events(target / "datapackage"), workers, progress)
    progress("writing the data package", 0, 1)
    package.write(rows(dataset), _meta(reading.dataset), target / "datapackage")
    progress("drawing charts", 0, 1)
    draw(target)
    conflicts = [f"{r.article.article_id}: {text}" for r in dataset.results for text in r.publication.conflicts]
    return Report(
        articles=len(reading.articles),
        events=len(dataset.events),
        mentions=sum(len(result.mentions) for result in dataset.results),
        problems=reading.problems,
        notices=(*reading.notices, *conflicts),
        package=target / "datapackage",
        charts=target / "charts",
    )


def known_events(folder: Path) -> dict[str, str]:
    """Mention id -> event id of the package in place, so that a rebuild keeps ids; empty if there is none to read."""
    if not (folder / "datapackage.json").is_file():
        return {}
    mentions = package.read_rows(folder)["mentions"]
    return {str(row["mention_id"]): str(row["event_id"]) for row in mentions if row["event_id"]}


def draw(folder: Path) -> Path:
    """Draw ``folder/charts`` from ``folder/datapackage``."""
    tables = package.read(folder / "datapackage")
    meta = package.read_package_meta(folder / "datapackage")
    target = folder / "charts"
    with package.built_aside(target) as aside:
        charts.draw(tables, charts.ChartMeta(meta.title, meta.licence, meta.base_url, meta.version), aside)
    return target


def _meta(info: DatasetInfo) -> package.DatasetMeta:
    stated = {field.name: getattr(info, field.name) for field in fields(info) if getattr(info, field.name)}
    stated.pop("contributors", None)
    people = tuple(
        package.Contributor(person.title, person.path, (person.role,) if person.role else ())
        for person in info.contributors
    )
    return package.DatasetMeta(**stated, contributors=people)


def read_one(article: Article) -> ArticleResult:
    """What one article says, for commands that look at articles one by one."""
    return read_article(article)
