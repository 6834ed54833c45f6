"""Checks against the articles themselves: their texts have the published hashes, and quotes stand where they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.models import Article
from timeline.package.layout import file_of
from timeline.package.problems import Cells, Problem, cell_problem, more_problems, shown
from timeline.package.schema import resource

AT_HAND = "article_at_hand: the article is among those given"
TEXT = "text_unchanged: text_sha256 is that of the article's text"
QUOTE = "quote_stands_there: quote is what the text has between start_char and end_char"
TRIGGER = "trigger_stands_there: trigger is what the text has between trigger_start and trigger_end"
_SPANS = ((QUOTE, "quote", "start_char", "end_char"), (TRIGGER, "trigger", "trigger_start", "trigger_end"))


def check_articles(folder: Path, articles: Sequence[Article], sound: Sequence[str], limit: int) -> Iterator[Problem]:
    """Compare the package with the articles it was made from; at most ``limit`` rows are named per rule.

    ``sound`` names the resources whose files have the declared columns; what cannot be read is reported elsewhere.
    An article that the package does not list is no fault of the package.
    """
    texts = {each.article_id: each.text for each in articles}
    try:
        if "articles" in sound:
            yield from _bounded(_texts(folder, texts), "articles", limit)
        if "mentions" in sound:
            yield from _bounded(_quotes(folder, texts), "mentions", limit)
    except (OSError, pa.ArrowException, UnicodeDecodeError):
        return


def _texts(folder: Path, texts: Mapping[str, str]) -> Iterator[Problem]:
    for number, (cell, digest) in _rows(folder, "articles", ("article_id", "text_sha256")):
        name = str(cell)
        if name not in texts:
            yield _problem("articles", number, {"article_id": name}, ("article_id",), {"article_id": name}, AT_HAND)
        elif digest != (found := hashlib.sha256(texts[name].encode("utf-8", "surrogatepass")).hexdigest()):
            seen = f"found {shown(digest)}, the text given has {shown(found)}"
            values = {"text_sha256": digest}
            yield _problem("articles", number, {"article_id": name}, ("text_sha256",), values, TEXT, seen)


def _quotes(folder: Path, texts: Mapping[str, str]) -> Iterator[Problem]:
    columns = ("mention_id", "article_id", "quote", "start_char", "end_char", "trigger", "trigger_start", "trigger_end")
    for number, cells in _rows(folder, "mentions", columns):
        row = dict(zip(columns, cells, strict=True))
        text = texts.get(str(row["article_id"]))
        if text is None:  # named above
            continue
        for rule, words, start, end in _SPANS:
            there = _between(text, row[start], row[end])
            if there != row[words]:
                named = (words, start, end)
                seen = f"found {words} {shown(row[words])}, the text has {shown(there)} from {row[start]} to {row[end]}"
                values = {column: row[column] for column in named}
                yield _problem("mentions", number, {"mention_id": row["mention_id"]}, named, values, rule, seen)


def _between(text: str, start: object, end: object) -> str | None:
    """Return what stands between two offsets; None where the text has no such place."""
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end <= len(text):
        return None
    return text[start:end]


def _rows(folder: Path, name: str, columns: Sequence[str]) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Give the number (from 1) and the named cells of every row, batch by batch."""
    number = 0
    with pq.ParquetFile(folder / file_of(resource(name), "parquet")) as file:
        for batch in file.iter_batches(columns=list(columns)):
            for row in zip(*(batch[column].to_pylist() for column in columns), strict=True):
                number += 1
                yield number, row


def _problem(
    name: str,
    number: int,
    key: Mapping[str, object],
    columns: tuple[str, ...],
    values: Mapping[str, object],
    rule: str,
    seen: str = "",
) -> Problem:
    return cell_problem(file_of(resource(name), "parquet"), Cells(name, number, columns, key, values), rule, seen)


def _bounded(problems: Iterator[Problem], name: str, limit: int) -> Iterator[Problem]:
    """Let ``limit`` faults of each rule through and count the others."""
    counts: dict[str, int] = {}
    columns: dict[str, tuple[str, ...]] = {}
    for each in problems:
        counts[each.rule] = counts.get(each.rule, 0) + 1
        columns[each.rule] = each.cells.columns if each.cells else ()
        if counts[each.rule] <= limit:
            yield each
    for rule, count in counts.items():
        if count > limit:
            yield more_problems(file_of(resource(name), "parquet"), name, columns[rule], rule, count - limit)
