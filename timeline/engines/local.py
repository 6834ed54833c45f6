"""Read articles on the cores of this machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from timeline.models import Article, ArticleResult

Read = Callable[[Article], ArticleResult]

_FEW = 200  # articles; below this, starting processes costs more than it saves
_SHARE = 8  # articles handed to a process at a time


def on_cores(read: Read, articles: Sequence[Article], workers: int = 0) -> Iterator[ArticleResult]:
    """Results in the order of the articles; ``workers`` 0 takes all cores, 1 stays in this process."""
    count = workers or os.cpu_count() or 1
    if count == 1 or len(articles) < _FEW:
        yield from map(read, articles)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        yield from pool.map(read, articles, chunksize=_SHARE)
