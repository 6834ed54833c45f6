"""No two articles have one id: known of each that was read are a few dozen bytes, and where it stands on disk."""

from __future__ import annotations

import hashlib
import json
import tempfile

from timeline.articles.metadata import short
from timeline.errors import InputError


class Ids:
    """The ids of the articles read so far."""

    def __init__(self) -> None:
        self._lines = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - lives as long as this does
        self._end = 0
        self._first: dict[int, int] = {}  # short hash of an id -> where its line starts
        self._places: dict[str, list[str]] = {}  # of the ids that came twice

    def add(self, article_id: str, shown: str, fetched: bool = False) -> str:
        """Note an article, and where it stands as people know it; where it was read before if it is one more copy.

        It is a copy if either of the two has its id from the address it was fetched from (``fetched``).
        """
        for size in (8, 32):  # two ids that share the short hash are told apart by the long one
            key = int.from_bytes(hashlib.blake2b(article_id.encode(), digest_size=size).digest())
            if key not in self._first:
                self._first[key] = self._write(article_id, shown, fetched)
                return ""
            known, place, also = self._line(self._first[key])
            if known == article_id:
                if fetched or also:
                    return place
                self._places.setdefault(article_id, [place]).append(shown)
                return ""
        return ""

    def _write(self, article_id: str, shown: str, fetched: bool) -> int:
        line = json.dumps([article_id, shown, fetched]).encode() + b"\n"
        start, self._end = self._end, self._end + len(line)
        self._lines.write(line)
        return start

    def check(self) -> None:
        """Refuse two articles with one id. Raises InputError that names both."""
        for article_id in sorted(self._places):
            places = sorted(self._places[article_id])
            also = f" and {len(places) - 2} more" if len(places) > 2 else ""
            raise InputError(
                f"{places[0]} and {places[1]}{also} have the same article_id {short(article_id)}; "
                "rename one, or give it an article_id of its own"
            )

    def _line(self, start: int) -> tuple[str, str, bool]:
        self._lines.seek(start)
        article_id, shown, fetched = json.loads(self._lines.readline())
        self._lines.seek(self._end)
        return article_id, shown, fetched
