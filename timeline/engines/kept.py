"""Keeps the results of articles that were read, so that a run that died need not read them again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from timeline.engines.plain import from_plain, to_plain
from timeline.engines.version import code_version
from timeline.errors import InputError
from timeline.models import Article, ArticleResult
from timeline.pipeline import Engine

_FILE = "results.jsonl"
_NOTHING = Article("", "")  # stands for the article in what is kept: whoever asks has it


class Work:
    """A folder with one JSON line per article read: its key, then its result.

    A key is the hash of an article and of the program that read it, so what a changed article or program gave is
    never used. Lines are looked up by their place in the file; no result stays in memory.
    """

    def __init__(self, folder: Path, resume: bool) -> None:
        """Open the folder of a run that died (``resume``), or begin a new one in its place."""
        self.folder = folder
        if folder.exists() and not resume:
            self.remove()
        self._file = folder / _FILE
        self._places: dict[str, int] = {}

    def through(self, engine: Engine, tell: Callable[[int], None]) -> Engine:
        """The engine that reads only what is not kept, and keeps it. ``tell`` learns how many were kept before."""

        def kept(read: Callable[[Article], ArticleResult], articles: Sequence[Article]) -> Iterable[ArticleResult]:
            self._open()
            missing = [article for article in articles if _key(article) not in self._places]
            tell(len(articles) - len(missing))
            return self._both(articles, iter(engine(read, missing)))

        return kept

    def remove(self) -> None:
        """Remove the folder: the work is done."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _both(self, articles: Sequence[Article], new: Iterator[ArticleResult]) -> Iterator[ArticleResult]:
        with self._file.open("r+b") as file:
            for article in articles:
                place = self._places.get(_key(article))
                if place is None:
                    result = next(new)
                    file.seek(0, os.SEEK_END)
                    file.write(_line(_key(article), result))
                    file.flush()  # what the system has outlives this process
                else:
                    file.seek(place)
                    result = self._result(file.readline(), article)
                yield result

    def _result(self, line: bytes, article: Article) -> ArticleResult:
        try:
            return replace(from_plain(ArticleResult, json.loads(line)[1]), article=article)
        except (ValueError, TypeError, IndexError) as error:
            raise InputError(f"{self._file}: damaged; run again without --resume") from error

    def _open(self) -> None:
        """Find the whole lines of the file and cut what follows them: the last may have been written in part."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            self._file.touch()
            with self._file.open("r+b") as file:
                end = 0
                while (line := file.readline()).endswith(b"\n"):
                    self._places[_key_of(line)] = end
                    end += len(line)
                file.truncate(end)
        except OSError as error:
            raise InputError(
                f"{self.folder.parent}: cannot be written: {error.strerror}; name another folder"
            ) from error


def _line(key: str, result: ArticleResult) -> bytes:
    return json.dumps([key, to_plain(replace(result, article=_NOTHING))], separators=(",", ":")).encode() + b"\n"


def _key_of(line: bytes) -> str:
    return line[2:66].decode("ascii", "replace")  # ["<64 hexadecimal digits>",


def _key(article: Article) -> str:
    return hashlib.sha256(json.dumps([code_version(), to_plain(article)]).encode()).hexdigest()
