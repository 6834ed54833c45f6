"""The README of a package: what every file, column, value and rule means, and what the columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import resources

import pyarrow as pa
import pyarrow.compute as pc

from timeline.package.descriptor import RIGHTS
from timeline.package.meta import LICENCES, DatasetMeta
from timeline.package.schema import Field, Resource, all_resources
from timeline.package.tables import Tables

TOP = 3  # most frequent values shown of a column
LONGEST = 60  # a column with longer cells is free text, of which no values are shown


def make_codebook(tables: Tables, meta: DatasetMeta) -> str:
    """Return the codebook of a dataset as Markdown; whatever comes from articles is escaped."""
    guide = resources.files(__package__).joinpath("guide.md").read_text(encoding="utf-8")
    parts = [
        *_head(meta),
        *_files(tables),
        guide.rstrip("\n"),
        *(part for each in all_resources() for part in _resource(each, tables[each.name])),
        *_values(),
    ]
    return "\n\n".join(parts) + "\n"


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


def _files(tables: Tables) -> Iterator[str]:
    yield "## The files"
    cells = [(f"[{e.name}](#{e.name})", f"{tables[e.name].num_rows:,}", e.meaning) for e in all_resources()]
    yield _table(("resource", "rows", "holds"), cells)
    yield (
        "`datapackage.json` describes `data/RESOURCE.parquet`; `csv/datapackage.json` describes the same rows as "
        "`csv/RESOURCE.csv`. Both are Data Package v2."
    )


def _resource(resource: Resource, table: pa.Table) -> Iterator[str]:
    yield f"## {resource.name}"
    yield markdown(resource.meaning)
    header = ("column", "type", "meaning", "constraints", "example", "missing", "most frequent")
    yield _table(header, [_column(resource, field, table[field.name]) for field in resource.field])
    if keys := [*_keys(resource)]:
        yield "\n".join(f"- {each}" for each in keys)


def _column(resource: Resource, field: Field, column: pa.ChunkedArray) -> tuple[str, ...]:
    missing = f"{100 * column.null_count / len(column):.1f} %" if len(column) else ""
    constraints = "; ".join(_constraints(resource, field))
    meaning, example = markdown(field.meaning), markdown(field.example)
    return f"`{field.name}`", field.type, meaning, constraints, example, missing, _summary(field, column)


def _constraints(resource: Resource, field: Field) -> Iterator[str]:
    if (field.name,) == resource.primary_key:
        yield "primary key"
    if field.required:
        yield "required"
    if field.enum:
        yield f"one of [{field.enum}](#{field.enum})"
    for key in resource.foreign_key:
        if key.fields == (field.name,):
            yield f"in `{key.resource}.{key.reference[0]}`"
    if field.minimum is not None:
        yield f"at least {field.minimum}"
    if field.maximum is not None:
        yield f"at most {field.maximum}"
    if field.pattern:
        yield f"matches `{field.pattern}`"
    if field.format:
        yield field.format.upper()


def _summary(field: Field, column: pa.ChunkedArray) -> str:
    """Say what a column holds: its range, or its most frequent values, or how many different ones."""
    present = column.drop_null()
    if not len(present):
        return ""
    if field.type != "string":
        ends = pc.min_max(present)
        low, high = (pc.cast(ends[key], pa.string()).as_py() for key in ("min", "max"))
        return low if low == high else f"{low} … {high}"
    counts = present.value_counts()
    different = f"{len(counts):,} different"
    free_text = pc.max(pc.utf8_length(present)).as_py() > LONGEST or (
        len(counts) > TOP and len(counts) * 2 > len(present)
    )
    if free_text and not field.values:
        return different
    pairs = sorted(((c["counts"], c["values"]) for c in counts.to_pylist()), key=lambda pair: (-pair[0], pair[1]))
    top = ", ".join(f"{markdown(value)} ({count:,})" for count, value in pairs[:TOP])
    return top if len(pairs) <= TOP else f"{top}; {different}"


def _keys(resource: Resource) -> Iterator[str]:
    for key in resource.unique:
        yield f"unique: {', '.join(f'`{each}`' for each in key)}"
    for rule in resource.rule:
        yield f"`{rule.name}`: {markdown(rule.meaning)}"


def _values() -> Iterator[str]:
    yield "## Values"
    enums = {f.enum: f.values for each in all_resources() for f in each.field if f.enum}
    for name, values in enums.items():
        yield f"### {name}"
        yield _table(("value", "meaning"), [(f"`{value}`", markdown(meaning)) for value, meaning in values])


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
