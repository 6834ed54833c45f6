"""The work folder of a build: the articles in shards, what was read of them, and a manifest of it.

``articles.bin`` holds the shards as they were read from the inputs, so that what is worked on does not change when
the inputs do. ``results.bin`` holds what was read of them, one packed piece after another, and ``manifest.jsonl`` has
a line for each piece: the hash of its shard (``input``), the version of the program that read it (``code``), where it
lies and its hash (``output``). A line is written after its piece; what follows the last whole line belongs to nothing
and is cut. A run that resumes takes the inputs apart anew, and uses a piece only if its shard and the program are the
same.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, overload

from timeline.engines.shards import SIZE, Engine, ReadShard, pack, read_shard, unpacked
from timeline.engines.version import code_version
from timeline.errors import InputError
from timeline.merge.digest import Digest, read_digests
from timeline.models import Article

_ARTICLES, _RESULTS, _MANIFEST = "articles.bin", "results.bin", "manifest.jsonl"
_SHARD_KEYS = {"articles", "input", "code", "offset", "length", "output"}


class Shards(Sequence[bytes]):
    """Shards in a file, read when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ends = array("q", [0])
        self.counts = array("q")  # articles in each
        self.articles = 0

    def fill(self, articles: Iterable[Article], tell: Callable[[int], None] = lambda count: None) -> None:
        """Write the articles as shards; ``tell`` learns how many there are so far."""
        waiting = iter(articles)
        with self._path.open("wb") as file:
            while some := list(islice(waiting, SIZE)):
                self._ends.append(self._ends[-1] + file.write(pack(some)))
                self.counts.append(len(some))
                self.articles += len(some)
                tell(self.articles)

    def __len__(self) -> int:
        return len(self.counts)

    @overload
    def __getitem__(self, place: int) -> bytes: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[bytes]: ...

    def __getitem__(self, place: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        with self._path.open("rb") as file:
            file.seek(self._ends[place])
            return file.read(self._ends[place + 1] - self._ends[place])


class Chosen(Sequence[bytes]):
    """Some shards of many."""

    def __init__(self, shards: Sequence[bytes], places: Sequence[int]) -> None:
        self._shards, self._places = shards, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> bytes: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[bytes]: ...

    def __getitem__(self, place: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(place, slice):
            return [self._shards[number] for number in self._places[place]]
        return self._shards[self._places[place]]


class Work:
    """The folder of one build."""

    def __init__(self, folder: Path, resume: bool) -> None:
        """Open the folder of a run that died (``resume``), or begin a new one in its place."""
        self.folder = folder
        if folder.exists() and not resume:
            self.remove()
        self._results = folder / _RESULTS
        self._manifest = folder / _MANIFEST
        self._kept: dict[tuple[str, str], tuple[int, int, str]] = {}  # input, code -> offset, length, output
        self._places: list[tuple[int, int, str]] = []  # of the pieces, in the order of the shards
        self._open()
        self.shards = Shards(folder / _ARTICLES)

    def read(self, engine: Engine, tell: Callable[[int, int], None], read: ReadShard = read_shard) -> None:
        """Read the shards that are not kept, and keep them. ``tell`` learns how many are done, and how many were."""
        code = code_version()
        keys = [(hashlib.sha256(shard).hexdigest(), code) for shard in self.shards]
        there = [key in self._kept for key in keys]
        missing = Chosen(self.shards, [place for place, kept in enumerate(there) if not kept])
        before = sum(count for count, kept in zip(self.shards.counts, there, strict=True) if kept)
        done = before
        tell(done, before)
        new = iter(engine(read, missing))
        with self._results.open("ab") as results, self._manifest.open("ab") as manifest:
            for key, count, kept in zip(keys, self.shards.counts, there, strict=True):
                if not kept:
                    self._keep(key, count, next(new), results, manifest)
                    done += count
                    tell(done, before)
                self._places.append(self._kept[key])
        for _ in new:  # lets the engine end its processes
            pass

    def digests(self) -> Iterator[Digest]:
        """What was read of all articles, in the order of the shards. Raises InputError if it is damaged."""
        with self._results.open("rb") as file:
            for offset, length, output in self._places:
                file.seek(offset)
                piece = file.read(length)
                if hashlib.sha256(piece).hexdigest() != output:
                    raise InputError(f"{self._results}: damaged; run again without --resume")
                yield from read_digests(unpacked(piece))

    def scratch(self) -> Path:
        """An empty folder in the work folder for the steps that follow; a run that resumes begins them anew."""
        folder = self.folder / "merge"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def remove(self) -> None:
        """Remove the folder: the work is done."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _keep(self, key: tuple[str, str], count: int, piece: bytes, results: Any, manifest: Any) -> None:  # noqa: ANN401
        offset, output = results.seek(0, os.SEEK_END), hashlib.sha256(piece).hexdigest()
        results.write(piece)
        results.flush()  # what the system has outlives this process
        line = {"articles": count, "input": key[0], "code": key[1]}
        line |= {"offset": offset, "length": len(piece), "output": output}
        manifest.write(json.dumps(line).encode() + b"\n")
        manifest.flush()
        self._kept[key] = offset, len(piece), output

    def _open(self) -> None:
        """Find what the manifest lists, and cut what follows it: the last piece may have been written in part."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            self._manifest.touch()
            self._results.touch()
            lines = self._manifest.read_bytes().splitlines(keepends=True)
            end = 0
            for line in lines:
                if not (entry := _entry(line)) or entry["offset"] + entry["length"] > self._results.stat().st_size:
                    break
                self._kept[entry["input"], entry["code"]] = entry["offset"], entry["length"], entry["output"]
                end += len(line)
            os.truncate(self._manifest, end)
            os.truncate(self._results, max((offset + length for offset, length, _ in self._kept.values()), default=0))
        except OSError as error:
            raise InputError(
                f"{self.folder.parent}: cannot be written: {error.strerror}; name another folder"
            ) from error


def _entry(line: bytes) -> dict[str, Any]:
    """A line of the manifest, {} if it was not written to its end or is none."""
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    sound = isinstance(entry, dict) and entry.keys() == _SHARD_KEYS and line.endswith(b"\n")
    return entry if sound else {}
