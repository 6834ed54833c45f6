"""Shards: some articles as bytes go to a worker, the digests of what they say come back as bytes.

One pure function per shard, `read_shard`; engines decide where it runs and the results are the same everywhere. Text,
never pickles: what comes back from another machine, or from a run that died, can only be data.
"""

from __future__ import annotations

import atexit
import gc
import json
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import cache
from threading import Lock

from timeline.engines.version import code_version
from timeline.errors import InputError
from timeline.merge.digest import write_digest
from timeline.models import Article
from timeline.pipeline import read_articles
from timeline.plain import from_plain, to_plain

SIZE = 32  # articles in a shard: a second of work, and what a killed run loses per worker
_ROUND = 20_000  # things made and not given back, after which the collector looks for cycles: a few megabytes
_SPEED = 1  # of packing: articles become three times smaller, and it costs less than a thousandth of reading them
_one_at_a_time = Lock()  # a cluster's worker may have threads; a parser is for one of them

ReadShard = Callable[[bytes], bytes]
Engine = Callable[[ReadShard, Sequence[bytes]], Iterable[bytes]]
"""Where shards are read: takes the pure function and the shards, gives the results in the same order."""


def pack(articles: Iterable[Article]) -> bytes:
    """Articles as a shard: the same ones always give the same bytes."""
    lines = (json.dumps(to_plain(article), separators=(",", ":")).encode() + b"\n" for article in articles)
    return zlib.compress(b"".join(lines), _SPEED)


def unpack(shard: bytes) -> Iterator[Article]:
    """The articles of a shard."""
    for line in zlib.decompress(shard).splitlines():
        yield from_plain(Article, json.loads(line))


def read_shard(shard: bytes) -> bytes:
    """Read the articles of a shard: their digests, packed."""
    digests = b"".join(map(write_digest, read_articles(unpack(shard))))
    settle()
    return zlib.compress(digests, _SPEED)


@cache
def settle() -> None:
    """Take the model and the gazetteers, which stay, out of the rounds of the collector; once, when they are loaded.

    Parses are cycles of tokens, so that rounds come often, and one that goes through all tables takes 0.2 seconds. The
    parses of a lot are given back together: rounds for every 700 things, as is usual, find most of them still in use.
    """
    gc.collect()
    gc.freeze()
    usual, *others = gc.get_threshold()
    gc.set_threshold(max(_ROUND, usual) if usual else 0, *others)  # 0: somebody has switched the collector off
    atexit.register(gc.unfreeze)  # what other libraries hold is given back at the end


def unpacked(result: bytes) -> bytes:
    """The digests that `read_shard` gave, as `merge.digest.read_digests` takes them."""
    return zlib.decompress(result)


def in_turn(read: ReadShard, shards: Sequence[bytes]) -> Iterator[bytes]:
    """The plainest engine: one shard after another, in this process."""
    return map(read, shards)


def in_order(
    pool: Executor,
    read: ReadShard,
    shards: Sequence[bytes],
    workers: int,
    wait: Callable[[Future[bytes]], bytes] = Future.result,
) -> Iterator[bytes]:
    """Results in the order of the shards, with a few per worker on their way: memory stays bounded."""
    waiting: deque[Future[bytes]] = deque()
    version = code_version()
    for shard in shards:
        waiting.append(pool.submit(read_there, read, shard, version))
        if len(waiting) >= 3 * workers:
            yield wait(waiting.popleft())
    while waiting:
        yield wait(waiting.popleft())


def read_there(read: ReadShard, shard: bytes, version: str) -> bytes:
    """Read a shard, in the worker. Raises InputError if this program is not the one that asked."""
    if code_version() != version:
        raise InputError("a worker runs another version of timeline or its model; install the same one everywhere")
    with _one_at_a_time:
        return read(shard)
