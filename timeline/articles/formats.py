"""One file to what it holds: each format of article has its reader here, found by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.articles.decoding import decoded
from timeline.articles.front_matter import split_front_matter
from timeline.articles.metadata import cleaned, slug
from timeline.articles.page import read_page
from timeline.articles.rows import csv_rows, json_rows, parquet_rows, row_article
from timeline.articles.values import InputProblem
from timeline.errors import InputError
from timeline.models import Article


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: where it is, how people know it, and which input folder it was found in, if in one."""

    file: Path
    shown: str  # as the user would write it
    inner: str  # relative to the input folder, with forward slashes
    root: Path | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An article as its file states it, before a dataset.toml adds to it; ``language`` is "" if nothing states it."""

    article: Article
    shown: str
    stem: str
    root: Path | None = None


Reader = Callable[[bytes, Source], Iterator[Found | InputProblem]]


def read_source(source: Source, data: bytes | None = None) -> Iterator[Found | InputProblem]:
    """Read the articles of one file; what cannot be read comes as a problem and never raises."""
    reader = READERS.get(source.file.suffix.lower())
    try:
        if reader is None:
            kind = source.file.suffix or "a file without a suffix"
            raise InputError(f"{kind} is not read; give one of {' '.join(READERS)}, or take it out of the folder")
        yield from reader(source.file.read_bytes() if data is None else data, source)
    except InputError as error:
        yield InputProblem(source.shown, str(error), source.named)
    except OSError as error:
        yield InputProblem(source.shown, f"{error.strerror or error}; check the path and its permissions", source.named)


def read_stdin(data: bytes) -> Iterator[Found | InputProblem]:
    """Read what came through a pipe: JSON Lines, a web page or a text, told by how it starts."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    suffix = ".txt"
    if start.startswith(b"{"):
        suffix = ".jsonl"
    elif start.startswith((b"<!doctype html", b"<html")):
        suffix = ".html"
    return read_source(Source(Path("stdin" + suffix), "-", "-", named=True), data)


def _text(data: bytes, source: Source) -> Iterator[Found | InputProblem]:
    """Read a text file, with or without front matter."""
    stated, text = split_front_matter(decoded(data))
    yield _found(stated or {}, text, source)


def _markdown(data: bytes, source: Source) -> Iterator[Found | InputProblem]:
    """Read a Markdown file; one without front matter is an article only if the user named it."""
    stated, text = split_front_matter(decoded(data))
    if stated is not None or source.named:
        yield _found(stated or {}, text, source)


def _html(data: bytes, source: Source) -> Iterator[Found | InputProblem]:
    """Read a web page: its main text, and what its markup states."""
    stated, text = read_page(data)
    yield _found(stated, text, source)


def _found(stated: Mapping[str, object], text: str, source: Source) -> Found:
    """Make the article of a file that holds one."""
    if not text.strip():
        raise InputError("there is no text; remove the file or give it one")
    fields = {"article_id": slug(source.file.stem), "language": "", **cleaned(stated)}
    return Found(Article(text=text, path=source.inner, **fields), source.shown, source.file.stem, source.root)


def _table(rows: Callable[[bytes], Iterator[tuple[int, object]]], unit: str) -> Reader:
    """Make the reader of a format with one article per row, which goes on after a bad row."""

    def reader(data: bytes, source: Source) -> Iterator[Found | InputProblem]:
        read, problems = 0, []
        for number, row in rows(data):
            if isinstance(row, InputError):
                problems.append((number, str(row)))
                continue
            try:
                article = row_article(row, f"{source.inner}:{number}")
            except InputError as error:
                problems.append((number, str(error)))
                continue
            read += 1
            yield Found(article, f"{source.shown} {unit} {number}", article.article_id, source.root)
        if not read and not problems:
            raise InputError("there are no rows; remove the file or give it articles")
        for number, reason in problems:
            yield InputProblem(f"{source.shown} {unit} {number}", reason, source.named and not read)

    return reader


READERS: dict[str, Reader] = {
    ".txt": _text,
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".jsonl": _table(json_rows, "line"),
    ".csv": _table(csv_rows, "row"),
    ".parquet": _table(parquet_rows, "row"),
}
