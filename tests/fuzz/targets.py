"""What is fuzzed: each target takes the number of an input, raises if something is wrong, and is quick."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from tests.fuzz import inputs
from timeline import timex
from timeline.articles import InputProblem, read_text, sentences
from timeline.articles.formats import Found, Source, read_source, read_stdin
from timeline.frames.selection import select
from timeline.merge.digest import read_digests, write_digest
from timeline.models import Article
from timeline.pipeline import read_article

PUBLISHED = ("", "2024-02-29", "2024", "1999-12-31", "9999-12-31", "0001-01-01")


def dates(number: int) -> None:
    """The date finder and resolver."""
    check_dates(inputs.text(number), PUBLISHED[number % len(PUBLISHED)])


def check_dates(text: str, published: str = "") -> None:
    """Every expression stands where it says, has a type, and bounds in order."""
    article = read_text(text, published=published)
    split = sentences(article)
    found = timex.find(article.text, split)
    for each in timex.resolve(article.text, found, timex.date_article(article, split, found)):
        assert article.text[each.span.start : each.span.end] == each.span.text != ""
        assert each.start is None or each.end is None or each.start <= each.end


def scan(number: int) -> None:
    """Sentence splitting and the trigger gate."""
    check_gate(inputs.text(number))


def check_gate(text: str) -> None:
    """Sentences are spans of the text, in order; the gate chooses among them."""
    split = sentences(read_text(text))
    end = 0
    for sentence in split:
        assert sentence.span.start >= end
        end = sentence.span.end
    article = read_text(text)
    assert all(article.text[s.span.start : s.span.end] == s.span.text for s in split)
    assert {sentence.index for sentence in select(article).chosen} <= {sentence.index for sentence in split}


def files(number: int) -> None:
    """The readers, by the file's name and through a pipe."""
    check_file(*inputs.file(number))


def check_file(name: str, data: bytes) -> None:
    """A file gives articles and problems, nothing else; ids and paths are lines of text."""
    source = Source(Path(name), name, name, None, True)
    for result in (*read_source(source, io.BytesIO(data)), *read_stdin(io.BytesIO(data))):
        assert isinstance(result, Found | InputProblem)
        if isinstance(result, Found):
            article = result.article
            assert article.text.strip() and "\r" not in article.text and "\0" not in article.text
            assert article.article_id and "\n" not in article.article_id
            article.text.encode()


def articles(number: int) -> None:
    """All of the reading of one article, the parser included, and what is kept of it."""
    check_article(inputs.text(number, 120), PUBLISHED[number % len(PUBLISHED)])


def check_article(text: str, published: str = "") -> None:
    """Every span stands where it says, and the digest comes back as it went."""
    article = read_text(text, published=published)
    result = read_article(Article(**{name: getattr(article, name) for name in Article.__dataclass_fields__}))
    for mention in result.mentions:
        for span in (mention.trigger, mention.sentence.span):
            assert article.text[span.start : span.end] == span.text
    (digest,) = read_digests(write_digest(result))
    assert len(digest.mentions()) == len(result.mentions)


TARGETS: dict[str, tuple[Callable[[int], None], int]] = {  # how many a long run tries
    "dates": (dates, 400_000),
    "gate": (scan, 400_000),
    "files": (files, 200_000),
    "articles": (articles, 10_000),
}
