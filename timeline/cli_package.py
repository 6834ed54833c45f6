"""The commands on published packages: validate, diff, release."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from timeline import screen
from timeline.errors import InputError

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]


def validate(
    path: Annotated[
        Path, typer.Argument(metavar="DIR_OR_DESCRIPTOR", help="A package folder or its datapackage.json.")
    ],
    articles: Annotated[
        list[str] | None,
        typer.Option(metavar="INPUT", help="The articles it was made from: every quote is held against them."),
    ] = None,
    frictionless: Annotated[
        bool, typer.Option("--frictionless", help="Let Frictionless judge every row too (about 10,000 rows a second).")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="Rows named per rule; the others are counted.")] = 100,
    as_json: AsJson = False,
) -> None:
    """Check every file, row, constraint, key and hash. Exit code 1 and a list when anything is off."""
    from timeline import package
    from timeline.articles import read_inputs

    at_hand = read_inputs(articles).articles if articles else None
    problems = package.validate(path, limit, articles=at_hand, frictionless=frictionless)
    if as_json:
        judges = ["columns", *(["articles"] if articles else []), *(["frictionless"] if frictionless else [])]
        print(package.report_json(str(path), problems, judges))
    else:
        for problem in problems:
            print(screen.plain(str(problem)))
    if problems:
        raise typer.Exit(1)
    if not as_json:
        print(f"{path}: valid")


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier package or release.")],
    new: Annotated[Path, typer.Argument(help="The later package or release.")],
    as_json: AsJson = False,
) -> None:
    """List events added, changed and withdrawn between two packages, each with the reason."""
    from timeline import package

    difference = package.diff(old, new)
    if as_json:
        print(json.dumps(difference.as_json(), ensure_ascii=False, indent=2))
    else:
        print(package.render_diff(difference))


def release(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that holds datapackage/.")],
    version: Annotated[str, typer.Option(metavar="V", help="What the release is called, such as 1.2.0.")],
    out: Annotated[Path, typer.Option(metavar="OUT", help="Where releases are kept, each in a folder and a zip.")],
    date: Annotated[str, typer.Option(metavar="DATE", help="Day of the release; without it, none is stated.")] = "",
    notes: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What to say of it, Markdown; what changed is added.")
    ] = None,
) -> None:
    """Freeze a version: package, charts, checksums, citation and notes, in a folder and a zip. Never overwrites one."""
    from timeline import package
    from timeline.drawing import draw

    made = package.release(folder, version, out, package.ReleaseNotes(date, _text(notes)), draw)
    print(f"{made.folder}\n{made.archive}\nlogical hash {made.logical_hash}")


def _text(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read as UTF-8 text: {error}") from error
