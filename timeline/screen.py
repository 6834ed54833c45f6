"""What people see on a terminal: progress, tables, reports. Nothing of it appears in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    from rich.table import Table

    from timeline.articles import InputProblem, Reading
    from timeline.job import Progress, Report

_COLUMNS = tuple(
    "date_edtf date_value event_type status realis country title text type value mod edtf trigger claimant "
    "quote".split()
)


@contextmanager
def progress(silent: bool) -> Iterator[Progress]:
    """A progress bar on a terminal; nothing in a pipe or when silenced."""
    from rich import progress as bars
    from rich.console import Console

    console = Console(stderr=True)
    if silent or not console.is_terminal:
        yield lambda _what, _done, _total: None
        return
    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeElapsedColumn(),
        bars.TextColumn("left:"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None, rate="")

        def tell(what: str, done: int, total: int) -> None:
            now = bar.tasks[0]
            if now.description != what:  # each step has a pace of its own, from where it starts
                bar.reset(task, description=what, completed=done, total=total or None, rate="")
            else:
                rate = f"{now.speed:,.1f} a second" if now.speed else ""
                bar.update(task, completed=done, total=total or None, rate=rate)

        yield tell


def show_report(report: Report, quiet: bool, as_json: bool) -> None:
    """What a build did; what could not be read is always named."""
    if as_json:
        _log_json(report)
        return
    for problem in report.problems:
        show_problem(problem)
    if quiet:
        return
    for notice in report.notices:
        _say("note", notice)
    print(f"{report.articles} articles, {report.mentions} mentions, {report.events} events")
    print(f"{report.package}\n{report.charts / 'index.html'}")


def _log_json(report: Report) -> None:
    for problem in report.problems:
        _log(level="error", path=problem.path, reason=problem.reason)
    for notice in report.notices:
        _log(level="note", message=notice)
    _log(level="done", articles=report.articles, mentions=report.mentions, events=report.events)


def _log(**values: object) -> None:
    print(json.dumps(values, ensure_ascii=False), file=sys.stderr)


def show_problem(problem: InputProblem) -> None:
    """What could not be read while the rest went on."""
    _say("not read", str(problem))


def show_error(message: str, as_json: bool = False) -> None:
    """What ended a command, one line for each thing that is wrong."""
    for line in message.splitlines():
        if as_json:
            _log(level="error", message=line.strip())
        else:
            _say("error", line)


def _say(what: str, message: str) -> None:
    print(f"{what}: {plain(message.strip())}", file=sys.stderr)


def plain(text: str) -> str:
    """A line without control characters, which a terminal would obey: names of files come from anybody."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def readable(inputs: Sequence[str], published: str = "") -> Reading:
    """The articles of a command that looks at them one by one; ``published`` dates those that state nothing."""
    from timeline.articles import read_inputs
    from timeline.articles.metadata import read_text

    reading = read_inputs(inputs)
    if not published:
        return reading
    stated = read_text("", published=published).published
    if not stated:
        raise InputError(f"--published {published!r}: give a date such as 2024-07-29")
    dated = (item if item.published else replace(item, published=stated) for item in reading.articles)
    return replace(reading, articles=tuple(dated))


def table(rows: Sequence[Mapping[str, object]], heading: str = "") -> Table:
    """Objects as a table of their telling columns, under a heading if there is one."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=Text(heading) if heading else None, title_justify="left", show_edge=False, pad_edge=False)
    names = [name for name in _COLUMNS if any(name in row for row in rows)]
    for name in names:
        drawn.add_column(name, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(str(row.get(name) or "")) for name in names))
    return drawn
