"""The command line: thin, every command is one call into a room."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline import cli_package, screen
from timeline.errors import InputError, TimelineError

if TYPE_CHECKING:
    from timeline.articles import InputProblem
    from timeline.models import Article, Rows

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Read news articles, derive dated, typed, sourced events, publish a validated data package with charts.",
    epilog="Exit codes: 0 done, 1 the data is invalid, 2 wrong usage or unreadable input.",
)

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Folder, file, pattern or - (standard input): .txt, .md with front matter, .html, .jsonl, .csv, .parquet, "
        ".rss, .atom, .xml, .warc; packed ones too (.gz, .zip).",
    ),
]
Folder = Annotated[Path, typer.Argument(help="The folder that holds datapackage/.")]


class Listed(StrEnum):
    """Formats of lists of objects."""

    jsonl = "jsonl"
    table = "table"


class Marked(StrEnum):
    """Formats of lists of objects, and the text with them marked."""

    jsonl = "jsonl"
    table = "table"
    html = "html"


class Where(StrEnum):
    """Where articles are read."""

    local = "local"
    dask = "dask"


@app.command()
def build(
    inputs: Inputs,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where datapackage/ and charts/ go; made aside and swapped in.")
    ],
    engine: Annotated[Where, typer.Option(help="Read on this machine's cores, or on a dask cluster.")] = Where.local,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="A running dask scheduler; without it, dask starts its own here.")
    ] = "",
    workers: Annotated[int, typer.Option(min=0, help="Processes to read in; 0 is one per core.")] = 0,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a run that died had come to.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with code 2 if anything could not be read.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Log one JSON object a line to standard error.")] = False,
) -> None:
    """Do the whole job: articles in, DIR/datapackage and DIR/charts out."""
    from timeline import job

    how = job.How(engine.value, workers, scheduler, resume, strict)
    try:
        with screen.progress(quiet or as_json) as progress:
            report = job.build(inputs, out, how, progress)
    except TimelineError as error:
        screen.show_error(str(error), as_json)
        raise typer.Exit(2) from error
    screen.show_report(report, quiet, as_json)


DATES_HELP = """Find the dates, times and lengths of time in articles, and say which ones they mean.

"On Sunday" means nothing without the day the article appeared: give it with --published or in the article.
What nothing decides stays open, with an empty value or X for what is missing; it is never guessed.

[bold]One object per expression[/bold]

article_id, start, end: where it stands, in characters from 0
text: its words
type: DATE a day, month, year ...; TIME a part of a day;
DURATION a length; SET what recurs
value: what it means, in the codes below (of TIMEX3, a standard)
mod: START early, MID middle, END late, APPROX about, MORE_THAN ...
edtf: the same date in EDTF, the standard for uncertain dates

[bold]Values[/bold]

2024-07-28: a day; 2024-07: a month; 2024: a year
202: a decade, the 2020s; 19: a century, the 1900s
2024-W30: a week as ISO 8601 counts them; 2024-W30-WE: its weekend
2024-Q3: a quarter; 2024-H2: a half-year; FY2024: a fiscal year
2024-SP, -SU, -FA, -WI: spring, summer, autumn, winter
2024-07-28T15:30: a clock time
2024-07-28TMO, TMI, TAF, TEV, TNI: morning, midday ... night
XXXX-07-28: 28 July of an unknown year, or of each (SET)
XXXX-WXX-7: an unknown Sunday, or each (SET)
P2D, P3W, P5M, P1Y, PT6H, PT30M: two days, three weeks ... 30 minutes
PXD: some days
PAST_REF, PRESENT_REF, FUTURE_REF: recently, now, in the coming weeks.
"""


@app.command(help=DATES_HELP)
def dates(
    inputs: Inputs,
    format: Annotated[Marked, typer.Option(help="How to print them.")] = Marked.jsonl,
    published: Annotated[str, typer.Option(metavar="DATE", help="Publication date of articles that state none.")] = "",
) -> None:
    """Print the date expressions of articles; what each column means is in the help."""
    from timeline import api, timex

    reading = screen.readable(inputs, published)
    _one_page(format, reading.articles)
    for article in reading.articles:
        found = api.article_dates(article)
        if format is Marked.html:
            print(timex.render_html(article, found))
        else:
            heading = article.article_id if len(reading.articles) > 1 else ""
            _print(timex.to_timex_rows(article.article_id, found), format.value, heading)
    _end(reading.problems)


@app.command()
def mentions(
    inputs: Inputs,
    format: Annotated[Marked, typer.Option(help="How to print them.")] = Marked.jsonl,
) -> None:
    """List every mention of an event: what a sentence says, who says so, and whether it happened at all (realis)."""
    from timeline.merge.objects import mention_objects
    from timeline.pipeline import read_article
    from timeline.site.marked import render_mentions

    reading = screen.readable(inputs)
    _one_page(format, reading.articles)
    for article in reading.articles:
        result = read_article(article)
        if format is Marked.html:
            print(render_mentions(result))
        else:
            _print(mention_objects(result), format.value)
    _end(reading.problems)


@app.command()
def events(inputs: Inputs, format: Annotated[Listed, typer.Option(help="How to print them.")] = Listed.jsonl) -> None:
    """List the events, merged over all articles, each with its evidence, best sentence first."""
    from timeline import job
    from timeline.merge.objects import event_objects

    reading = screen.readable(inputs)
    with screen.progress(silent=False) as progress:
        dataset = job.derive(reading, {}, progress=progress)
    _print(event_objects(dataset), format.value)
    _end(reading.problems)


@app.command()
def explain(
    name: Annotated[str, typer.Argument(metavar="EVENT_OR_ARTICLE_ID", help="As in the tables.")],
    package: Annotated[Path, typer.Option(help="The data package to look in.")] = Path("datapackage"),
) -> None:
    """Say why: an event's sentences, rules, dates, claims and merges; or how an article was dated."""
    from timeline import package as packages
    from timeline.merge.explain import explain_article, explain_event

    rows = packages.read_rows(package)
    if any(row["event_id"] == name for row in rows["events"]):
        print(explain_event(rows, name))
    elif any(row["article_id"] == name for row in rows["articles"]):
        print(explain_article(rows, name))
    else:
        raise InputError(f"{package}: {_not_there(rows, name)}")


def _not_there(rows: Rows, name: str) -> str:
    known = [str(row[key]) for key in ("event_id", "article_id") for row in rows[key.replace("_id", "s")]]
    near = [item for item in known if name.casefold() in item.casefold()] or difflib.get_close_matches(name, known)
    hint = f"did you mean {' or '.join(near[:3])}?" if near else "the tables `events` and `articles` list them"
    return f"no event or article is called {name!r}; {hint}"


for _command in (cli_package.validate, cli_package.diff, cli_package.release):
    app.command()(_command)


@app.command()
def charts(
    folder: Folder,
    only: Annotated[
        str, typer.Option(metavar="NAMES", help="timeline,election_results,recognitions,claims,figures; all if empty.")
    ] = "",
    country: Annotated[str, typer.Option(metavar="CODES", help="Countries of events, alpha-3: KEN,MDG.")] = "",
    type: Annotated[str, typer.Option(metavar="TYPES", help="Types of events: election,protest.")] = "",
    status: Annotated[str, typer.Option(metavar="STATUSES", help="reported,alleged,attempted,planned,denied.")] = "",
    start: Annotated[str, typer.Option("--from", metavar="DAY", help="Leave out what ended before: 2024-07-01.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DAY", help="Leave out what began after.")] = "",
    title: Annotated[str, typer.Option(help="In place of each chart's own title.")] = "",
    width: Annotated[int, typer.Option(min=0, help="Pixels of the wide picture, from 240; 0 is 1160.")] = 0,
    limit: Annotated[int, typer.Option(min=0, help="Events with a label of their own; 0 is 40. Others count.")] = 0,
    theme: Annotated[str, typer.Option(help="light or dark; if empty light, and dark as SVG and PNG too.")] = "",
    locale: Annotated[
        str, typer.Option(help="Numbers and dates as in de, fr, pt-BR …; the words of the charts stay English.")
    ] = "",
    formats: Annotated[
        str, typer.Option(metavar="FORMATS", help="Of html,svg,png,json,csv,pdf; all but pdf if empty.")
    ] = "",
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to, in place of DIR/charts.")] = None,
) -> None:
    """Draw the charts of DIR/datapackage to DIR/charts: all, or those that a report needs, of the events it is about.

    Lists are written with commas: --country VEN,COL --type election,protest --from 2024-01-01 --formats svg,pdf.
    Without options DIR/charts is made anew; with them, files are written beside what is there: with --out, nothing
    that was published is touched.
    """
    from timeline.drawing import draw

    chosen = {
        "charts": only, "countries": country, "types": type, "statuses": status, "formats": formats,
    }  # fmt: skip
    plain = {"start": start, "end": end, "title": title, "width": width, "limit": limit, "theme": theme}
    plain |= {"locale": locale}
    options: dict[str, Any] = {name: _names(value) for name, value in chosen.items() if value}
    options |= {name: value for name, value in plain.items() if value}
    print(f"charts in {draw(folder, out=out, **options)}")


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",") if name.strip()]


@app.command()
def site(
    folder: Folder,
    date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The day of this version, for feeds and citation."
        ),
    ] = None,
    since: Annotated[
        list[Path] | None,
        typer.Option(metavar="PACKAGE", help="An earlier version to compare with; several, oldest first."),
    ] = None,
) -> None:
    """Rewrite landing page, codebook, feeds and the charts they show: from DIR/datapackage to DIR/charts."""
    from timeline.drawing import draw

    print(f"open {draw(folder, date.date() if date else None, since or []) / 'index.html'}")


@app.command()
def serve(
    folder: Folder,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8000,
) -> None:
    """Preview DIR/charts in a browser; only this machine can see it."""
    from timeline.site.preview import serve_folder

    serve_folder(folder, port)


@app.command()
def evaluate(
    annotated: Annotated[
        Path, typer.Argument(metavar="SET", help="A folder with events.jsonl or timex.jsonl, or such a file.")
    ],
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what was false.")] = False,
) -> None:
    """Score dates or events against an annotated set."""
    from timeline.evaluation import evaluate_set

    print(evaluate_set(annotated, errors))


def _one_page(form: Marked, articles: Sequence[Article]) -> None:
    if form is Marked.html and len(articles) > 1:
        raise InputError(f"--format html shows one article, and {len(articles)} were read; name the file of one")


def _print(objects: Iterable[Mapping[str, object]], form: str, heading: str = "") -> None:
    if form == "table":
        from rich.console import Console

        width = None if sys.stdout.isatty() else 1000  # in a pipe every row is one line
        Console(width=width).print(screen.table(list(objects), heading))
        return
    for item in objects:
        print(json.dumps(item, ensure_ascii=False, default=str))


def _end(problems: Sequence[InputProblem]) -> None:
    for problem in problems:
        screen.show_problem(problem)
    if any(problem.named for problem in problems):
        raise typer.Exit(2)


def main() -> None:
    """Run a command. An error meant for the user is a line on standard error and exit code 2."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        app()
    except TimelineError as error:
        screen.show_error(str(error))
        sys.exit(2)
    except OSError as error:  # a full disk, a folder without permission
        screen.show_error(f"{error.filename or 'input or output'}: {error.strerror or error}")
        sys.exit(2)


if __name__ == "__main__":
    main()
