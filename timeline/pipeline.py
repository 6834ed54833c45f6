"""The story, told once: articles -> mentions -> events -> rows. Read second, after `models`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from timeline import timex
from timeline.event_types import event_types
from timeline.frames import reader
from timeline.frames.selection import Selection, select
from timeline.frames.syntax.parsing import Parsed, parse
from timeline.merge import Dataset, merge
from timeline.models import Article, ArticleResult

_LOT, _LOT_TEXT = 32, 200_000  # articles, and characters, whose sentences are parsed together


def read_article(article: Article) -> ArticleResult:
    """Everything one article says, from its text alone: pure, so that engines only decide where it runs."""
    (result,) = read_articles([article])
    return result


def read_articles(articles: Iterable[Article]) -> Iterator[ArticleResult]:
    """What `read_article` gives for each, in nearly half the time: the sentences of a lot are parsed together."""
    for lot in _lots(articles):
        selections = [select(article) for article in lot]
        parsed = iter(parse([sentence for selection in selections for sentence in selection.chosen]))
        for selection in selections:
            yield _read(selection, tuple(islice(parsed, len(selection.chosen))))


def _lots(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles in lots that are small enough to hold the parses of one."""
    lot: list[Article] = []
    for article in articles:
        lot.append(article)
        if len(lot) >= _LOT or sum(len(item.text) for item in lot) >= _LOT_TEXT:
            yield lot
            lot = []
    if lot:
        yield lot


def _read(selection: Selection, parsed: tuple[Parsed, ...]) -> ArticleResult:
    article, sentences = selection.article, selection.sentences
    found = timex.find(article.text, sentences)  # values, or requests: "the next day" asks for the event before it
    reading = reader.read(selection, found, parsed)
    publication = timex.date_article(article, sentences, found, reading.references)
    expressions = timex.resolve(article.text, found, publication, reading.anchors, reading.references)
    mentions = reader.date(reading, expressions, publication)
    return ArticleResult(article, publication, sentences, expressions, mentions)


def read_dataset(articles: Iterable[Article], known: Mapping[str, str] | None = None) -> Dataset:
    """All articles read and merged into one set of events; ``known`` (mention id -> event id) carries ids over.

    All of it is in memory: for some articles, to look at. `job.build` goes another way to the same rows.
    """
    return merge(tuple(read_articles(articles)), event_types(), known or {})
