"""One file to what it holds: each format of article has its reader here, found by the file's suffix."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from timeline.articles.decoding import decoded
from timeline.articles.feed import feed_rows
from timeline.articles.front_matter import split_front_matter
from timeline.articles.metadata import cleaned, slug
from timeline.articles.packed import gunzipped, zip_members
from timeline.articles.page import read_page
from timeline.articles.rows import csv_rows, json_rows, parquet_rows, row_article
from timeline.articles.streams import whole
from timeline.articles.values import InputProblem
from timeline.articles.warc import warc_rows
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
    """An article as its file states it, before a dataset.toml adds to it; ``language`` is "" if nothing states it.

    ``fetched`` is true for what was fetched from an address, which names it: a second copy is no second article.
    """

    article: Article
    shown: str
    stem: str
    root: Path | None = None
    fetched: bool = False


Reader = Callable[[BinaryIO, Source], Iterator[Found | InputProblem]]


def read_source(source: Source, stream: BinaryIO | None = None) -> Iterator[Found | InputProblem]:
    """Read the articles of one file, one by one; what cannot be read comes as a problem and never raises."""
    reader = READERS.get(_kind(source.file))
    try:
        if reader is None:
            kind = source.file.suffix or "a file without a suffix"
            raise InputError(f"{kind} is not read; give one of {' '.join(READERS)}, or take it out of the folder")
        if stream is None:
            with source.file.open("rb") as opened:
                before = _state(os.fstat(opened.fileno()))
                yield from reader(opened, source)
                _check_unchanged(source.file, before)
        else:
            yield from reader(stream, source)
    except InputError as error:
        yield InputProblem(source.shown, str(error), source.named)
    except OSError as error:
        yield InputProblem(source.shown, f"{error.strerror or error}; check the path and its permissions", source.named)


def _state(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _check_unchanged(file: Path, before: tuple[int, int, int]) -> None:
    """Say so if a file is another one than when its reading began: half of it may be old, half new."""
    try:
        same = _state(file.stat()) == before
    except FileNotFoundError:
        same = False
    if not same:
        raise InputError("the file changed while it was read; wait until it is whole, and run again")


def _kind(file: Path) -> str:
    """The suffix that decides how a file is read; a packed web archive unpacks itself."""
    return ".warc" if file.name.lower().endswith(".warc.gz") else file.suffix.lower()


def read_stdin(stream: BinaryIO) -> Iterator[Found | InputProblem]:
    """Read what comes through a pipe: its format is told by how it starts."""
    opened = io.BufferedReader(stream)  # type: ignore[type-var]
    try:
        if opened.peek(2).startswith(_GZIP):
            opened = io.BufferedReader(gunzipped(opened))  # type: ignore[type-var]
        start = opened.peek(512).lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    except InputError as error:
        return iter([InputProblem("-", str(error), True)])
    suffix = next((suffix for suffix, marks in _STARTS.items() if start.startswith(marks)), ".txt")
    if suffix == ".xml" and b"<html" in start:
        suffix = ".html"
    known = Source(Path("stdin" + suffix), "-", "-", named=True)
    return read_source(known, io.BytesIO(whole(opened)) if suffix in _SOUGHT else opened)


def _text(stream: BinaryIO, source: Source) -> Iterator[Found | InputProblem]:
    """Read a text file, with or without front matter."""
    stated, text = split_front_matter(decoded(whole(stream)))
    yield _found(stated or {}, text, source)


def _markdown(stream: BinaryIO, source: Source) -> Iterator[Found | InputProblem]:
    """Read a Markdown file; one without front matter is an article only if the user named it."""
    stated, text = split_front_matter(decoded(whole(stream)))
    if stated is not None or source.named:
        yield _found(stated or {}, text, source)


def _html(stream: BinaryIO, source: Source) -> Iterator[Found | InputProblem]:
    """Read a web page: its main text, and what its markup states."""
    stated, text = read_page(whole(stream))
    yield _found(stated, text, source)


def _gzip(stream: BinaryIO, source: Source) -> Iterator[Found | InputProblem]:
    """Read what a gzip file holds, as the format its name has without the ending."""
    inner = source.file.with_suffix("")
    if _kind(inner) in _PACKED:
        raise InputError("an archive in an archive is not opened; unpack it")
    yield from read_source(replace(source, file=inner), gunzipped(stream))


def _zip(stream: BinaryIO, source: Source) -> Iterator[Found | InputProblem]:
    """Read the files of a zip archive, each in its own format; archives in it are not opened."""
    fruitful = False
    for name, content in zip_members(stream):
        member = Source(Path(name), f"{source.shown}: {name}", f"{source.inner}/{name}", source.root)
        if member.file.name.lower().startswith("readme"):
            continue
        if isinstance(content, InputError):
            yield InputProblem(member.shown, str(content))
            continue
        if _kind(member.file) in _PACKED:
            yield InputProblem(member.shown, "an archive in an archive is not opened; unpack it")
            continue
        for result in read_source(member, content):
            fruitful = fruitful or isinstance(result, Found)
            yield result
    if not fruitful:
        raise InputError("the archive holds no article that can be read; give one with articles")


def _found(stated: Mapping[str, object], text: str, source: Source) -> Found:
    """Make the article of a file that holds one."""
    if not text.strip():
        raise InputError("there is no text; remove the file or give it one")
    fields = {"article_id": slug(source.file.stem), "language": "", **cleaned(stated)}
    return Found(Article(text=text, path=source.inner, **fields), source.shown, source.file.stem, source.root)


def _table(rows: Callable[[BinaryIO], Iterator[tuple[int, object]]], unit: str, fetched: bool = False) -> Reader:
    """Make the reader of a format with one article per row, which goes on after a bad row."""

    def reader(stream: BinaryIO, source: Source) -> Iterator[Found | InputProblem]:
        read, problems = 0, []
        for number, row in rows(stream):
            if isinstance(row, InputError):
                problems.append((number, str(row)))
                continue
            try:
                article = row_article(row, f"{source.inner}:{number}")
            except InputError as error:
                problems.append((number, str(error)))
                continue
            read += 1
            yield Found(article, f"{source.shown} {unit} {number}", article.article_id, source.root, fetched)
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
    ".ndjson": _table(json_rows, "line"),
    ".csv": _table(csv_rows, "row"),
    ".parquet": _table(parquet_rows, "row"),
    ".rss": _table(feed_rows, "entry", fetched=True),
    ".atom": _table(feed_rows, "entry", fetched=True),
    ".xml": _table(feed_rows, "entry", fetched=True),
    ".warc": _table(warc_rows, "page", fetched=True),
    ".gz": _gzip,
    ".zip": _zip,
}

_STARTS: dict[str, tuple[bytes, ...]] = {  # how what comes through a pipe is told
    ".jsonl": (b"{",),
    ".html": (b"<!doctype html", b"<html"),
    ".xml": (b"<?xml", b"<rss", b"<feed", b"<rdf:rdf"),
    ".warc": (b"warc/",),
    ".zip": (b"pk\x03\x04",),
    ".parquet": (b"par1",),
}
_PACKED = (".gz", ".zip")
_SOUGHT = (".zip", ".parquet")  # cannot be read from front to back
_GZIP = b"\x1f\x8b"
