"""The story, told once: articles -> mentions -> events -> rows. Read second, after `models`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline import timex
from timeline.articles import sentences as split
from timeline.event_types import event_types
from timeline.frames import reader
from timeline.merge import Dataset, merge
from timeline.models import Article, ArticleResult


def read_article(article: Article) -> ArticleResult:
    """Everything one article says, from its text alone: pure, so that engines only decide where it runs."""
    sentences = split(article)
    found = timex.find(article.text, sentences)  # values, or requests: "the next day" asks for the event before it
    reading = reader.read(article, sentences, found)
    publication = timex.date_article(article, sentences, found, reading.references)
    expressions = timex.resolve(article.text, found, publication, reading.anchors, reading.references)
    mentions = reader.date(reading, expressions, publication)
    return ArticleResult(article, publication, sentences, expressions, mentions)


def read_dataset(articles: Iterable[Article], known: Mapping[str, str] | None = None) -> Dataset:
    """All articles read and merged into one set of events; ``known`` (mention id -> event id) carries ids over.

    All of it is in memory: for some articles, to look at. `job.build` goes another way to the same rows.
    """
    return merge(tuple(map(read_article, articles)), event_types(), known or {})
