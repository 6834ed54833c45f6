"""The README of a package: what every file, column, value and rule means, and what the columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path

from timeline.package.codebook_entries import (
    Column,
    Constraint,
    Held,
    TableEntry,
    TypeEntry,
    table_entries,
    type_entries,
    value_entries,
)
from timeline.package.descriptor import RIGHTS
from timeline.package.meta import LICENCES, DatasetMeta


def make_codebook(folder: Path, meta: DatasetMeta) -> str:
    """Return the codebook of a package as Markdown, from its Parquet files; what comes from articles is escaped."""
    entries = table_entries(folder, folder)
    parts = [
        *_head(meta),
        *_files(entries),
        read_guide().rstrip("\n"),
        *(part for each in entries for part in _table(each)),
        *_types(),
        *_values(),
    ]
    return "\n\n".join(parts) + "\n"


def read_guide() -> str:
    """Return what a reader must know before the tables, as Markdown: paragraphs under headings, bold, code, links."""
    return resources.files(__package__).joinpath("guide.md").read_text(encoding="utf-8")


def markdown(text: object) -> str:
    """Return text on one line with everything escaped that Markdown or HTML would read.

    >>> markdown("a|b <i>c_d</i>")
    'a\\\\|b &lt;i&gt;c\\\\_d&lt;/i&gt;'
    """
    line = "".join(c if c.isprintable() else " " for c in " ".join(str(text).split()))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{c}" if c in "\\`*_[]|#!~$" else c for c in line)


def _head(meta: DatasetMeta) -> Iterator[str]:
    licence, address = LICENCES.get(meta.licence, (meta.licence, ""))
    yield f"# {markdown(meta.title)}: codebook"
    yield markdown(meta.description)
    named = f"[{licence}]({address})" if address else markdown(licence)
    yield f"Version {markdown(meta.version)}. Licence: {named}. {RIGHTS}"
    if meta.sources:
        yield "Sources: " + "; ".join(markdown(" ".join(filter(None, (s.title, s.path)))) for s in meta.sources) + "."


def _files(entries: Iterable[TableEntry]) -> Iterator[str]:
    yield "## The files"
    yield _grid(("resource", "rows", "holds"), [(f"[{e.name}](#{e.name})", f"{e.rows:,}", e.meaning) for e in entries])
    yield (
        "`datapackage.json` describes `data/RESOURCE.parquet`; `csv/datapackage.json` describes the same rows as "
        "`csv/RESOURCE.csv`. Both are Data Package v2. The same tables as one SQLite file, an Excel workbook, a "
        "calendar, GeoJSON and more are in `charts/data/`, beside the page `charts/index.html`."
    )


def _table(entry: TableEntry) -> Iterator[str]:
    yield f"## {entry.name}"
    yield markdown(entry.meaning)
    yield _grid(
        ("column", "type", "meaning", "constraints", "example", "missing", "holds"), map(_column, entry.columns)
    )
    if entry.keys:
        yield "\n".join(f"- `{name}`: {markdown(words)}" for name, words in entry.keys)


def _column(column: Column) -> tuple[str, ...]:
    return (
        f"`{column.name}`",
        column.type,
        markdown(column.meaning),
        "; ".join(map(_constraint, column.constraints)),
        markdown(column.example),
        column.missing,
        _held(column.held),
    )


def _constraint(each: Constraint) -> str:
    code = f"`{each.code}`" if each.code else ""
    return " ".join(filter(None, (each.words, f"[{code}](#{each.anchor})" if each.anchor else code)))


def _held(held: Held) -> str:
    top = ", ".join(f"{markdown(value)} ({count:,})" for value, count in held.top)
    different = f"{held.different:,} different" if held.different else ""
    return " … ".join(held.ends) or "; ".join(filter(None, (top, different)))


def _types() -> Iterator[str]:
    yield "## Event types"
    yield "The values of `event_type`, each with its definition, its modes with their codes elsewhere, and examples."
    for entry in type_entries():
        yield f"### {entry.name}"
        yield " ".join(
            filter(None, (markdown(entry.definition), entry.excludes and f"Not: {markdown(entry.excludes)}"))
        )
        yield f"After: {markdown(entry.source)}."
        if any(map(any, entry.codes)):
            rows = [(f"`{mode}`" if mode else "(none)", *codes) for mode, *codes in entry.codes]
            yield _grid(("mode", "PLOVER", "CAMEO", "ACLED"), rows)
        yield "\n".join(_examples(entry))


def _examples(entry: TypeEntry) -> Iterator[str]:
    for text, reading in entry.examples:
        yield f"- {markdown(text)}" + (f" → {markdown(reading)}" if reading else "")
    for text, why in entry.counterexamples:
        yield f"- not: {markdown(text)} ({markdown(why)})"


def _values() -> Iterator[str]:
    yield "## Values"
    for name, values in value_entries().items():
        yield f"### {name}"
        yield _grid(("value", "meaning"), [(f"`{value}`", markdown(meaning)) for value, meaning in values])


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
