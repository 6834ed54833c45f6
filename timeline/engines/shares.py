"""Hands articles to an executor in shares, and gives the results back in the order of the articles."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from threading import Lock

from timeline.engines.version import code_version
from timeline.errors import InputError
from timeline.models import Article, ArticleResult

Read = Callable[[Article], ArticleResult]

SIZE = 8  # articles handed over at a time: the way there costs less than reading one
_one_at_a_time = Lock()  # a cluster's worker may have threads; a parser is for one of them


def in_order(pool: Executor, read: Read, articles: Sequence[Article], workers: int) -> Iterator[ArticleResult]:
    """Results in the order of the articles, with a few shares per worker on their way: memory stays bounded."""
    waiting: deque[Future[tuple[ArticleResult, ...]]] = deque()
    version = code_version()
    for start in range(0, len(articles), SIZE):
        waiting.append(pool.submit(read_share, read, articles[start : start + SIZE], version))
        if len(waiting) >= 3 * workers:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def read_share(read: Read, articles: Sequence[Article], version: str) -> tuple[ArticleResult, ...]:
    """Read a few articles, in the worker. Raises InputError if this program is not the one that asked."""
    if code_version() != version:
        raise InputError("a worker runs another version of timeline or its model; install the same one everywhere")
    with _one_at_a_time:
        return tuple(map(read, articles))
