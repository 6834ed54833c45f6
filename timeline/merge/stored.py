"""Merging without holding the articles: what `merge` and `rows.rows` make in memory, row for row, from digests on disk.

The digests are gone through three times, and never kept:

1. who has which names, and in which order articles appeared;
2. who is who (every distinct name is in memory, not every article), and what tellings are compared by: `homes` joins
   those that are one event;
3. what the tellings say, with the entities they name, to disk.

DuckDB then gives the tellings back sorted by event, one event at a time becomes rows, and decisions to recognise come
last, since they point to elections. In memory grow: about 200 bytes an article, the distinct names, the event ids, the
elections. Rows come in no order; whoever writes them sorts them.
"""

from __future__ import annotations

import datetime as dt
import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from timeline.merge.dataset import Dataset, EventTypeInfo, PartyKey, party_key
from timeline.merge.digest import Digest, Telling
from timeline.merge.drafts import draft, shown
from timeline.merge.entities import Directory
from timeline.merge.homes import COPIES, PLACES, TELLINGS, find_homes
from timeline.merge.identity import carry, untaken
from timeline.merge.recognitions import Elections, Seen, decision_rows, is_decision
from timeline.merge.results import announced_rows
from timeline.merge.rows import entity_row, event_row, figure_rows, mention_row, participant_rows
from timeline.merge.store import Store
from timeline.models import Entity, Event, Mention, Participant
from timeline.plain import from_plain, to_plain

Row = Mapping[str, object]
Digests = Callable[[], Iterable[Digest]]
"""The digests of all articles, in the same order each time."""

_SAID = {"number": "int", "said": "text"}
_TOLD = {"number": "int", "mention_id": "text"}
_DECISIONS = {"start": "day", "end": "day", "event_id": "text", "event": "text"}
_PARTICIPANTS = [each.name for each in fields(Mention)].index("participants")


@dataclass
class StoredMerge:
    """A merge in the making: `rows` gives all rows once; the counts are right afterwards.

    ``known`` is the Parquet file of the mentions in place, whose event ids are carried over, None if there is none.
    """

    digests: Digests
    store: Store
    types: Mapping[str, EventTypeInfo]
    known: Path | None = None
    articles: int = 0
    mentions: int = 0
    events: int = 0
    conflicts: list[str] = field(default_factory=list)
    _directory: Directory = field(default_factory=Directory)
    _entities: dict[str, Entity] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _ranks: array[int] = field(default_factory=lambda: array("q"))

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row of the dataset with the name of its resource."""
        yield from self._articles()
        self._compare()
        find_homes(self.store)
        yield from self._settled_entities()
        yield from self._say()
        yield from self._tell()
        self.store.close()

    # ------------------------------------------------------------------ through the articles

    def _articles(self) -> Iterator[tuple[str, Row]]:
        order: list[tuple[dt.date, str]] = []
        for digest in self.digests():
            head = digest.head()
            self._directory.learn(digest.sights())
            order.append((head.appeared, str(head.row["article_id"])))
            self.articles += 1
            self.mentions += head.mentions
            self.conflicts += [f"{head.row['article_id']}: {text}" for text in head.conflicts]
            yield "articles", head.row
        self.conflicts.sort()
        self._ranks = array("q", bytes(8 * len(order)))
        for rank, number in enumerate(sorted(range(len(order)), key=order.__getitem__)):
            self._ranks[number] = rank

    def _compare(self) -> None:
        with self.store.table("tellings", TELLINGS) as tellings, self.store.table("copies", COPIES) as copies:
            for rank, digest in zip(self._ranks, self.digests(), strict=True):
                self._directory.count(digest.sights())
                for number, telling in _numbered(rank, digest):
                    signed = telling.signature
                    plain = json.dumps(to_plain(signed), separators=(",", ":"))
                    tellings.add(number, signed.event_type, signed.country, signed.date.start, plain)
                    for copy in telling.copies:
                        copies.add(number, copy)

    def _settled_entities(self) -> Iterator[tuple[str, Row]]:
        for entity in self._directory.settle():
            self._entities[entity.entity_id] = entity
            self._names[entity.entity_id] = entity.name
            yield "entities", entity_row(entity)

    def _say(self) -> Iterator[tuple[str, Row]]:
        """Put what tellings say on disk; mentions that make no event are rows at once."""
        with self.store.table("said", _SAID) as said, self.store.table("told", _TOLD) as told:
            for rank, digest in zip(self._ranks, self.digests(), strict=True):
                plain = digest.plain_mentions()
                known = {_key(party): name for party, name in self._directory.entities_of(digest.sights())}
                making: set[int] = set()
                for number, telling in _numbered(rank, digest):
                    making.update(telling.members)
                    said.add(number, _written(telling, plain, known))
                    for member in telling.members:
                        told.add(number, plain[member][0])
                idle = [from_plain(Mention, each) for place, each in enumerate(plain) if place not in making]
                for mention in idle:
                    yield from _mention_rows(_dataset(None, _known_as(mention, known)), mention, None, None)

    # ------------------------------------------------------------------ through the events

    def _tell(self) -> Iterator[tuple[str, Row]]:
        carried, taken = self._carried()
        elections = Elections()
        rows = self.store.ask(
            "SELECT home, number, reason, said FROM said JOIN homes USING (number) ORDER BY home, number"
        )
        with self.store.table("decisions", _DECISIONS) as decisions:
            for home, tellings in groupby(rows, itemgetter(0)):
                event, known_as = self._event(tellings)
                first = next(mention for mention in event.mentions if mention.mention_id == known_as.first)
                event_id = carried.get(home) or untaken(event.event_type, event.country, event.date, first, taken)
                taken.add(event_id)
                event = replace(event, event_id=event_id)
                elections.add(event)
                self.events += 1
                yield from self._event_rows(event, known_as.entities)
                if is_decision(event):
                    plain = json.dumps([to_plain(event), [[*key, name] for key, name in known_as.entities.items()]])
                    decisions.add(event.date.start, event.date.end, event_id, plain)
        yield from self._decisions(elections)

    def _carried(self) -> tuple[dict[int, str], set[str]]:
        """Event (its first telling) -> the id it had in the package in place; and all ids that were used there."""
        if self.known is None:
            return {}, set()
        self.store.view("known", self.known)
        votes = self.store.ask(
            "SELECT home, event_id, count(*) FROM told JOIN homes USING (number) JOIN known USING (mention_id) "
            "WHERE event_id IS NOT NULL GROUP BY home, event_id"
        )
        old = {name for (name,) in self.store.ask("SELECT DISTINCT event_id FROM known WHERE event_id IS NOT NULL")}
        return carry((home, event_id, shared) for home, event_id, shared in votes), old

    def _event(self, tellings: Iterable[tuple[int, int, str, str]]) -> tuple[Event, _Known]:
        mentions: list[Mention] = []
        reasons: dict[str, str] = {}
        entities: dict[PartyKey, str] = {}
        for _, _, across, text in tellings:
            plain, within, parties = json.loads(text)
            for each, reason in zip(plain, within, strict=True):
                mention = from_plain(Mention, each)
                mentions.append(mention)
                reasons[mention.mention_id] = across if reason == "first" else reason
            for kind, name, country, entity in parties:
                entities[mentions[-1].article_id, kind, name, country] = entity

        def full_name(mention: Mention, party: Participant) -> str:
            return shown(self._entities.get(entities.get(party_key(mention.article_id, party), "")), party)

        return draft(tuple(mentions), reasons, self.types, full_name), _Known(entities, mentions[0].mention_id)

    def _event_rows(self, event: Event, known_as: Mapping[PartyKey, str]) -> Iterator[tuple[str, Row]]:
        dataset = _dataset(event, known_as)
        yield "events", event_row(event)
        for mention, why in zip(event.mentions, event.joined_by, strict=True):
            yield from _mention_rows(dataset, mention, event.event_id, why)
        yield from (("election_results", row) for row in announced_rows(dataset, self._names, event))

    def _decisions(self, elections: Elections) -> Iterator[tuple[str, Row]]:
        seen = Seen()
        rows = self.store.ask(
            "SELECT event FROM decisions ORDER BY coalesce(\"start\", DATE '9999-12-31'), "
            "coalesce(\"end\", DATE '9999-12-31'), event_id"
        )
        for (text,) in rows:
            plain, known = json.loads(text)
            event = from_plain(Event, plain)
            known_as = {(article, kind, name, country): entity for article, kind, name, country, entity in known}
            dataset = _dataset(event, known_as)
            for row in decision_rows(dataset, self._entities, event, elections, seen):
                yield "recognitions", row


@dataclass(frozen=True, slots=True)
class _Known:
    """Of one event: who its participants are, and the mention that was told first."""

    entities: dict[PartyKey, str]
    first: str


def _numbered(rank: int, digest: Digest) -> Iterator[tuple[int, Telling]]:
    for place, telling in enumerate(digest.tellings()):
        yield rank << PLACES | place, telling


def _key(party: Participant) -> tuple[str, str, str]:
    return party.kind, party.name, party.country


def _written(telling: Telling, plain: list[Any], known: Mapping[tuple[str, str, str], str]) -> str:
    """Mentions in the order of the text, what joined each within its article, and who their participants are."""
    ordered = sorted(zip(telling.members, telling.reasons, strict=True))
    mentions = [plain[member] for member, _ in ordered]
    keys = {(kind, name, country) for each in mentions for _, name, kind, country, _ in each[_PARTICIPANTS]}
    parties = [[*key, known[key]] for key in sorted(keys) if key in known]
    return json.dumps([mentions, [reason for _, reason in ordered], parties], separators=(",", ":"))


def _known_as(mention: Mention, known: Mapping[tuple[str, str, str], str]) -> dict[PartyKey, str]:
    return {
        party_key(mention.article_id, party): known[_key(party)]
        for party in mention.participants
        if _key(party) in known
    }


def _dataset(event: Event | None, known_as: Mapping[PartyKey, str]) -> Dataset:
    """One event, or none, as a dataset: what rows are made of."""
    return Dataset((), (), (event,) if event else (), (), known_as)


def _mention_rows(
    dataset: Dataset, mention: Mention, event_id: str | None, why: str | None
) -> Iterator[tuple[str, Row]]:
    yield "mentions", mention_row(mention, event_id, why)
    yield from (("participants", row) for row in participant_rows(dataset, mention, event_id))
    yield from (("figures", row) for row in figure_rows(mention, event_id))
