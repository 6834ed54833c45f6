"""Read articles on the cores of this machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

from timeline.engines.shards import ReadShard, in_order
from timeline.errors import TimelineError

_FEW = 6  # shards; below this, starting processes costs more than it saves


def on_cores(read: ReadShard, shards: Sequence[bytes], workers: int = 0) -> Iterator[bytes]:
    """Results in the order of the shards; ``workers`` 0 takes all cores, 1 stays in this process."""
    count = workers or os.cpu_count() or 1
    if count == 1 or len(shards) < _FEW:
        yield from map(read, shards)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        try:
            yield from in_order(pool, read, shards, count)
        except BrokenProcessPool as error:
            raise TimelineError(
                "a process that read articles was ended from outside, perhaps for want of memory; "
                "run again with --resume and fewer --workers"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Let this worker end as soon as the process that started it has: one that is killed tells nobody."""
    parent = parent_process()

    def watch(sentinel: int) -> None:
        wait([sentinel])
        os._exit(1)

    if parent is not None:
        threading.Thread(target=watch, args=(parent.sentinel,), daemon=True).start()
