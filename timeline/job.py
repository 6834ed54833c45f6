"""The whole job at the edge: files in, package and charts out, each made aside and swapped in.

Nothing here holds all articles. Inputs go to the work folder in shards (`engines.Work`), an engine reads the shards,
and what each article says is kept there too; then `merge.stored` joins it through the disk, `package.sorted_tables`
sorts the rows through the disk, and the package is written a row group at a time. Of a large package the charts and
pages show a part (`site.selected`); files for other programs are written row by row. A run that dies leaves the work
folder, and the package in place as it was; `resume` goes on from there and ends with the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from timeline import engines, package
from timeline.articles import ArticleStream, DatasetInfo, InputProblem, Reading, nothing_read
from timeline.drawing import draw
from timeline.engines import Engine
from timeline.errors import InputError, PackageError
from timeline.event_types import event_types
from timeline.merge import Dataset
from timeline.merge.store import Store
from timeline.merge.stored import StoredMerge
from timeline.models import Article
from timeline.pipeline import read_dataset

__all__ = ["How", "Progress", "Report", "build", "derive", "draw", "silent"]

Progress = Callable[[str, int, int], None]
"""Told as long work goes on: what is being done, how far it is, out of how many (0: nobody knows)."""

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


def derive(reading: Reading, known: dict[str, str], progress: Progress = silent) -> Dataset:
    """Articles to the merged dataset in memory; ``known`` (mention id -> event id) carries ids over."""

    def told() -> Iterator[Article]:
        for done, article in enumerate(reading.articles):
            progress("reading articles", done, len(reading.articles))
            yield article

    return read_dataset(told(), known)


def build(
    inputs: Sequence[Path | str],
    out: Path | str,
    how: How = How(),
    progress: Progress = silent,
) -> Report:
    """Read articles and publish them: ``out/datapackage`` and ``out/charts``. The last good ones stay on any failure.

    Raises InputError, before any article is read, if none was found, if a file or folder that was named could not be
    read, or, with ``how.strict``, if anything could not; PackageError where there is no room or no permission.
    """
    target = Path(out)
    engine = engines.choose(how.engine, how.workers, how.scheduler)
    stream = ArticleStream(inputs)
    with _left_as_it_was(target):
        package.refuse_other_folders(target / "datapackage")
        _mentions_in_place(target / "datapackage")  # what is wrong with it is told now
        work = engines.Work(target / WORK, how.resume)
        reading = _taken(inputs, stream, work, how, progress)
        before = _read(work, engine, progress)
        merged = _publish(work, reading, target, progress)
        progress("drawing charts", 0, 0)
        draw(target)
        work.remove()
    resumed = f"{before} of {merged.articles} articles had been read before and were not read again"
    notices = (*([resumed] if before else []), *reading.notices, *merged.conflicts)
    return Report(
        articles=merged.articles,
        events=merged.events,
        mentions=merged.mentions,
        problems=reading.problems,
        notices=notices,
        package=target / "datapackage",
        charts=target / "charts",
    )


@contextmanager
def _left_as_it_was(target: Path) -> Iterator[None]:
    """Mend what a run that died left, and say what went wrong in words that a user can act on."""
    new = not target.exists()
    try:
        for folder in ("datapackage", "charts"):
            package.clean_up(target / folder)
        yield
    except InputError:
        if new and target.is_dir() and not any(target.iterdir()):
            target.rmdir()
        raise
    except (OSError, pa.ArrowException, duckdb.Error) as error:
        reason = " ".join(str(error).split())
        raise PackageError(
            f"{target}: cannot be written: {reason}; what was there is unchanged. Make room or name another folder, "
            "and run again with --resume"
        ) from error


def _taken(
    inputs: Sequence[Path | str], stream: ArticleStream, work: engines.Work, how: How, progress: Progress
) -> Reading:
    """Put the articles of the inputs into shards; what else is known of the inputs."""
    try:
        work.shards.fill(stream, lambda count: progress("looking through the inputs", count, 0))
        reading = stream.rest()
        if not work.shards.articles:
            raise nothing_read(inputs, reading)
        _refuse(reading.problems, how.strict)
        _meta(reading.dataset)  # what is wrong with it is told before hours of reading
    except InputError:
        if not how.resume:
            work.remove()
        raise
    return reading


def _read(work: engines.Work, engine: Engine, progress: Progress) -> int:
    """Read what was not read before; how many articles were."""
    kept = 0

    def tell(done: int, before: int) -> None:
        nonlocal kept
        kept = before
        progress("reading articles", done, work.shards.articles)

    work.read(engine, tell)
    return kept


def _publish(work: engines.Work, reading: Reading, target: Path, progress: Progress) -> StoredMerge:
    """Merge what was read and write the package."""
    in_place = target / "datapackage"
    folder = work.scratch()
    merged = StoredMerge(work.digests, Store(folder / "merge"), event_types(), _mentions_in_place(in_place))
    progress("merging", 0, 0)
    tables = package.sorted_tables(merged.rows(), folder / "tables")
    progress("writing the data package", 0, 0)
    package.write_tables(tables, _meta(reading.dataset), in_place)
    return merged


def _mentions_in_place(folder: Path) -> Path | None:
    """The mentions of the package in place, so that a rebuild keeps the ids of events; None if there is no package."""
    if not (folder / "datapackage.json").is_file():
        return None
    file = folder / "data" / "mentions.parquet"
    try:
        if {"mention_id", "event_id"} <= set(pq.read_schema(file).names):
            return file
        reason = "it lacks mention_id or event_id"
    except (OSError, pa.ArrowException) as error:
        reason = str(error)
    raise PackageError(
        f"{file}: cannot be read: {reason}; restore the package there, or remove its folder to start afresh"
    )


def _refuse(problems: Sequence[InputProblem], strict: bool) -> None:
    """End before anything is written if what the user asked for cannot be done in full."""
    grave = [problem for problem in problems if problem.named or strict]
    if grave:
        raise InputError("\n".join(map(str, problems)))


def _meta(info: DatasetInfo) -> package.DatasetMeta:
    stated = {field.name: getattr(info, field.name) for field in fields(info) if getattr(info, field.name)}
    stated.pop("contributors", None)
    people = tuple(
        package.Contributor(person.title, person.path, (person.role,) if person.role else ())
        for person in info.contributors
    )
    return package.DatasetMeta(**stated, contributors=people)
