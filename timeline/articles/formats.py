"""One file to what it holds: each format of article has its reader here, found by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.articles.decoding import decoded
from timeline.articles.feed import feed_rows
from timeline.articles.front_matter import split_front_matter
from timeline.articles.metadata import cleaned, slug
from timeline.articles.packed import gunzipped, zip_members
from timeline.articles.page import read_page
from timeline.articles.rows import csv_rows, json_rows, parquet_rows, row_article
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
    """An article as its file states it, before a dataset.toml adds to it; ``language`` is "" if nothing states it."""

    article: Article
    shown: str
    stem: str
    root: Path | None = None


Reader = Callable[[bytes, Source], Iterator[Found | InputProblem]]


def read_source(source: Source, data: bytes | None = None) -> Iterator[Found | InputProblem]:
    """Read the articles of one file; what cannot be read comes as a problem and never raises."""
    reader = READERS.get(_kind(source.file))
    try:
        if reader is None:
            kind = source.file.suffix or "a file without a suffix"
            raise InputError(f"{kind} is not read; give one of {' '.join(READERS)}, or take it out of the folder")
        yield from reader(source.file.read_bytes() if data is None else data, source)
    except InputError as error:
        yield InputProblem(source.shown, str(error), source.named)
    except OSError as error:
        yield InputProblem(source.shown, f"{error.strerror or error}; check the path and its permissions", source.named)


def _kind(file: Path) -> str:
    """The suffix that decides how a file is read; a packed web archive unpacks itself."""
    return ".warc" if file.name.lower().endswith(".warc.gz") else file.suffix.lower()


def read_stdin(data: bytes) -> Iterator[Found | InputProblem]:
    """Read what came through a pipe: its format is told by how it starts."""
    if data.startswith(_GZIP):
        try:
            data = gunzipped(data)
        except InputError as error:
            return iter([InputProblem("-", str(error), True)])
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    suffix = next((suffix for suffix, marks in _STARTS.items() if start.startswith(marks)), ".txt")
    if suffix == ".xml" and b"<html" in start:
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


def _gzip(data: bytes, source: Source) -> Iterator[Found | InputProblem]:
    """Read what a gzip file holds, as the format its name has without the ending."""
    inner = source.file.with_suffix("")
    if _kind(inner) in _PACKED:
        raise InputError("an archive in an archive is not opened; unpack it")
    yield from read_source(replace(source, file=inner), gunzipped(data))


def _zip(data: bytes, source: Source) -> Iterator[Found | InputProblem]:
    """Read the files of a zip archive, each in its own format; archives in it are not opened."""
    fruitful = False
    for name, content in zip_members(data):
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
    ".ndjson": _table(json_rows, "line"),
    ".csv": _table(csv_rows, "row"),
    ".parquet": _table(parquet_rows, "row"),
    ".rss": _table(feed_rows, "entry"),
    ".atom": _table(feed_rows, "entry"),
    ".xml": _table(feed_rows, "entry"),
    ".warc": _table(warc_rows, "page"),
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
_GZIP = b"\x1f\x8b"
