"""What people see on a terminal: progress, tables, reports. Nothing of it appears in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from timeline import job
from timeline.articles import Reading
from timeline.errors import InputError

_COLUMNS = ("date_edtf", "date_value", "event_type", "status", "realis", "country", "title", "text", "type", "value", "edtf", "trigger", "claimant", "quote")  # fmt: skip


@contextmanager
def progress(silent: bool) -> Iterator[job.Progress]:
    """A progress bar on a terminal; nothing in a pipe or when silenced."""
    console = Console(stderr=True)
    if silent or not console.is_terminal:
        yield job.silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def tell(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        yield tell


def show_report(report: job.Report, quiet: bool, as_json: bool) -> None:
    """What a build did; what could not be read is always named."""
    if as_json:
        _log_json(report)
        return
    for problem in report.problems:
        print(f"not read: {problem}", file=sys.stderr)
    for notice in report.notices:
        print(f"note: {notice}", file=sys.stderr)
    if not quiet:
        print(f"{report.articles} articles, {report.mentions} mentions, {report.events} events")
        print(f"{report.package}\n{report.charts}/index.html")


def _log_json(report: job.Report) -> None:
    for problem in report.problems:
        print(json.dumps({"level": "error", "path": problem.path, "reason": problem.reason}), file=sys.stderr)
    for notice in report.notices:
        print(json.dumps({"level": "note", "message": notice}, ensure_ascii=False), file=sys.stderr)
    done = {"level": "done", "articles": report.articles, "mentions": report.mentions, "events": report.events}
    print(json.dumps(done), file=sys.stderr)


def readable(inputs: Sequence[str], published: str = "") -> Reading:
    """The articles of a command that looks at them one by one; ``published`` dates those that state nothing."""
    reading = job.read_inputs(inputs)
    if not published:
        return reading
    from timeline.articles.metadata import read_text

    stated = read_text("", published=published).published
    if not stated:
        raise InputError(f"--published {published!r}: give a date such as 2024-07-29")
    return replace(
        reading,
        articles=tuple(item if item.published else replace(item, published=stated) for item in reading.articles),
    )


def table(rows: Sequence[Mapping[str, object]]) -> Table:
    """Objects as a table of their telling columns."""
    drawn = Table(show_edge=False, pad_edge=False, expand=False)
    names = [name for name in _COLUMNS if any(name in row for row in rows)]
    for name in names:
        drawn.add_column(name, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(str(row.get(name) or "")) for name in names))
    return drawn
