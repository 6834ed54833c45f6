"""What later steps need of an article, and nothing else: its row, its names, its tellings, its mentions.

A telling is what an article says of one event: mentions, grouped by the rules for one article, and the signature and
copied sentences by which other articles' tellings are compared with it. All of that depends on the article alone, so
it is made where the article is read, and kept as four lines of JSON: each step reads only the lines it needs, and no
text of an article is kept beyond the sentences that tell an event.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.merge.across import Signature, sign
from timeline.merge.cluster import Group, group_mentions, text_order
from timeline.merge.copies import Copy, copies_of
from timeline.merge.drafts import appeared
from timeline.merge.entities import Sight, sights_of
from timeline.merge.rows import article_row
from timeline.models import ArticleResult, Mention
from timeline.plain import from_plain, to_plain

_LINES = 4


@dataclass(frozen=True, slots=True)
class Head:
    """An article without what it tells: its row, the day that orders it, and evidence that disagrees."""

    row: Mapping[str, object]
    appeared: dt.date
    conflicts: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of one event."""

    members: tuple[int, ...]  # which of its mentions, in the order they joined
    reasons: tuple[str, ...]
    signature: Signature
    copies: tuple[str, ...]  # hashes of sentences that only a copy repeats


@dataclass(frozen=True, slots=True)
class Digest:
    """One article's lines; each is parsed when it is asked for."""

    lines: tuple[bytes, ...]

    def head(self) -> Head:
        """What is known of the article."""
        row, day, conflicts, mentions = json.loads(self.lines[0])
        dates = {key: _day(row[key]) for key in ("published_earliest", "published_latest")}
        return Head({**row, **dates}, dt.date.fromisoformat(day), tuple(conflicts), mentions)

    def sights(self) -> tuple[Sight, ...]:
        """The names it has."""
        return from_plain(tuple[Sight, ...], json.loads(self.lines[1]))

    def tellings(self) -> tuple[Telling, ...]:
        """The events it tells, in the order of the text."""
        return from_plain(tuple[Telling, ...], json.loads(self.lines[2]))

    def mentions(self) -> tuple[Mention, ...]:
        """Its mentions in the order of the text, completed: headlines have the body's attribution."""
        return from_plain(tuple[Mention, ...], self.plain_mentions())

    def plain_mentions(self) -> list[Any]:
        """The same as `timeline.plain` writes them."""
        found: list[Any] = json.loads(self.lines[3])
        return found


def write_digest(result: ArticleResult) -> bytes:
    """The lines of an article."""
    groups = group_mentions(result.mentions)
    settled = {mention.mention_id: mention for group in groups for mention in group.mentions}
    mentions = tuple(sorted((settled.get(m.mention_id, m) for m in result.mentions), key=text_order))
    place = {mention.mention_id: number for number, mention in enumerate(mentions)}
    row = {key: to_plain(value) for key, value in article_row(result).items()}
    conflicts = to_plain(result.publication.conflicts)
    parts = (
        [row, appeared(result.publication).isoformat(), conflicts, len(mentions)],
        to_plain(sights_of(result.mentions)),
        to_plain(tuple(_telling(group, place) for group in groups)),
        to_plain(mentions),
    )
    return b"".join(json.dumps(part, separators=(",", ":")).encode() + b"\n" for part in parts)


def read_digests(data: bytes) -> Iterator[Digest]:
    """The digests of articles whose lines follow each other."""
    lines = data.splitlines()
    for start in range(0, len(lines), _LINES):
        yield Digest(tuple(lines[start : start + _LINES]))


def _telling(group: Group, place: Mapping[str, int]) -> Telling:
    signature = sign(group)
    return Telling(
        tuple(place[mention.mention_id] for mention in group.mentions),
        group.reasons,
        signature,
        tuple(dict.fromkeys(map(_hashed, copies_of(signature, group)))),
    )


def _hashed(copy: Copy) -> str:
    return hashlib.blake2b(repr(copy).encode(), digest_size=16).hexdigest()


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
