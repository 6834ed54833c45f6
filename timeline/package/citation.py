"""CITATION.cff of a dataset (Citation File Format 1.2.0): how people and programs cite it.

https://citation-file-format.github.io/ is the format. Every value is a quoted string, escaped as JSON, which YAML
reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.package.meta import LICENCES, DatasetMeta


def make_citation(meta: DatasetMeta, date: str, logical_hash: str) -> str:
    """Return the file for a version of a dataset; ``date`` (ISO) may be empty, then none is stated."""
    return "\n".join(_lines(meta, date, logical_hash)) + "\n"


def _lines(meta: DatasetMeta, date: str, logical_hash: str) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield f"message: {_quoted('If you use this dataset, please cite it as below.')}"
    yield "type: dataset"
    yield f"title: {_quoted(meta.title)}"
    yield f"version: {_quoted(meta.version)}"
    if date:
        yield f"date-released: {_quoted(date)}"
    if meta.description:
        yield f"abstract: {_quoted(meta.description)}"
    if meta.licence in LICENCES:  # the format allows no name that is not on the SPDX list
        yield f"license: {_quoted(meta.licence)}"
    if meta.base_url:
        yield f"url: {_quoted(meta.base_url)}"
    if meta.keywords:
        yield f"keywords: [{', '.join(map(_quoted, meta.keywords))}]"
    yield "authors:"
    for person in meta.contributors:
        yield f"  - name: {_quoted(person.title)}"
        if person.path.startswith(("https://", "http://")):
            yield f"    website: {_quoted(person.path)}"
    if not meta.contributors:
        yield f"  - name: {_quoted(f'The authors of “{meta.title}”')}"
    yield "identifiers:"
    yield f"  - type: other\n    value: {_quoted(f'sha256:{logical_hash}')}"
    yield f"    description: {_quoted('Logical hash of the rows, see datapackage/README.md')}"


def _quoted(text: str) -> str:
    """Return a text as a JSON string with all escaped that YAML does not take as it is."""
    return "".join(c if c.isprintable() else _escape(c) for c in json.dumps(text, ensure_ascii=False))


def _escape(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
