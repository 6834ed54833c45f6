"""What follows the reading, at sizes that would take hours to read: `python -m tests.bench.multiplied BASE TIMES...`.

So many invented articles are read once; then what was read of them is told again and again under other ids, with other
names, as if there were so many times more articles of the same years. Merging, writing, checking and drawing are
measured step by step: seconds, CPU seconds, the highest memory.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.scale import FAMILY, GIVEN, SYLLABLES, write_corpus
from timeline import engines, job, package
from timeline.articles import ArticleStream
from timeline.event_types import event_types
from timeline.merge.digest import Digest
from timeline.merge.store import Store
from timeline.merge.stored import StoredMerge

_STARTS, _MIDDLES, _ENDS = ("|".join(parts) for parts in (GIVEN, SYLLABLES, FAMILY))
_NAME = re.compile(rf'\b({_STARTS})({_MIDDLES})( |",")({_STARTS})({_MIDDLES})({_ENDS})\b'.encode(), re.IGNORECASE)
_HEAD = re.compile(rb'"article_id":"([^"]+)"')


def renamed(parts: tuple[str, ...], draw: random.Random) -> dict[bytes, bytes]:
    """Each part of a name to another one of its length, as it is and in lower case."""
    pairs: dict[bytes, bytes] = {}
    for length in {len(part) for part in parts}:
        same = [part for part in parts if len(part) == length]
        others = draw.sample(same, len(same))
        pairs |= {old.encode(): new.encode() for old, new in zip(same, others, strict=True)}
    return pairs | {old.lower(): new.lower() for old, new in pairs.items()}


def told_again(digest: Digest, number: int) -> Digest:
    """The same digest of another article, which tells the same of other people."""
    if not number:
        return digest
    draw = random.Random(number)
    given, middle, family, end = (renamed(parts, draw) for parts in (GIVEN, SYLLABLES, GIVEN, SYLLABLES))

    def other(found: re.Match[bytes]) -> bytes:
        a, b, between, c, d, last = found.groups()
        return given[a] + middle[b] + between + family[c] + end[d] + last

    head = _HEAD.search(digest.lines[0])
    name = head[1] if head else b""
    return Digest(tuple(_NAME.sub(other, line).replace(name, name + b"x%d" % number) for line in digest.lines))


@contextmanager
def step(name: str) -> Iterator[None]:
    """Measure what is done within."""
    Path("/proc/self/clear_refs").write_text("5")  # forgets the highest memory
    started, before = time.perf_counter(), os.times()
    yield
    after = os.times()
    cpu = after.user + after.system - before.user - before.system
    status = Path("/proc/self/status").read_text()
    highest = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(f"| {name} | {time.perf_counter() - started:,.0f} | {cpu:,.0f} | {highest:,.0f} |", flush=True)


def read(base: int, folder: Path) -> engines.Work:
    """Read the articles that are multiplied, or take up what was read before."""
    folder.mkdir(parents=True, exist_ok=True)
    write_corpus(base, folder / "news.jsonl")
    work = engines.Work(folder / "work", True)
    work.shards.fill(ArticleStream([folder / "news.jsonl"]))
    work.read(engines.choose("local", 2), lambda done, before: None)
    return work


def publish(base: int, times: int, folder: Path) -> None:
    """Merge, write, check and draw; print a row of the table for each."""
    work = read(base, folder)

    def digests() -> Iterator[Digest]:
        for number in range(times):
            for digest in work.digests():
                yield told_again(digest, number)

    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        target, aside = Path(scratch, "out"), Path(scratch, "merge")
        target.mkdir()
        merged = StoredMerge(digests, Store(aside / "store"), event_types())
        with step("merge"):
            tables = package.sorted_tables(merged.rows(), aside / "tables")
        with step("sort, write, check"):
            package.write_tables(tables, package.DatasetMeta(), target / "datapackage")
        with step("check alone"):
            if problems := package.validate(target / "datapackage"):
                raise SystemExit("\n".join(map(str, problems)))
        with step("charts, pages, feeds"):
            job.draw(target)
        files = [path for path in target.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"{merged.articles:,} articles, {merged.mentions:,} mentions, {merged.events:,} events, {size:,.0f} MB")


def main() -> None:
    """Print a table for each size, each in a process of its own."""
    base, *sizes = map(int, sys.argv[1:3] if os.environ.get(_FOLDER) else sys.argv[1:])
    if folder := os.environ.get(_FOLDER):
        publish(base, sizes[0], Path(folder))
        return
    with tempfile.TemporaryDirectory() as shared:
        for times in sizes:
            print(f"\n{base * times:,} articles\n\n| step | seconds | CPU seconds | MB at most |", flush=True)
            print("| --- | --- | --- | --- |", flush=True)
            command = [sys.executable, "-m", "tests.bench.multiplied", str(base), str(times)]
            subprocess.run(command, check=True, env={**os.environ, _FOLDER: shared})


_FOLDER = "TIMELINE_BENCH_FOLDER"

if __name__ == "__main__":
    main()
