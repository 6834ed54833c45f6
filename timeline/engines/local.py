"""Read articles on the cores of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from timeline.engines.shares import Read, in_order
from timeline.errors import TimelineError
from timeline.models import Article, ArticleResult

_FEW = 200  # articles; below this, starting processes costs more than it saves


def on_cores(read: Read, articles: Sequence[Article], workers: int = 0) -> Iterator[ArticleResult]:
    """Results in the order of the articles; ``workers`` 0 takes all cores, 1 stays in this process."""
    count = workers or os.cpu_count() or 1
    if count == 1 or len(articles) < _FEW:
        yield from map(read, articles)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        try:
            yield from in_order(pool, read, articles, count)
        except BrokenProcessPool as error:
            raise TimelineError(
                "a process that read articles was ended from outside, perhaps for want of memory; "
                "run again with --resume and fewer --workers"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)
