"""Merging without holding the articles: what `merge` and `rows.rows` make in memory, row for row, from digests on disk.

The digests are gone through three times, and never kept:

1. who has which names, and when articles appeared: `stored_entities` then settles who is who;
2. what tellings are compared by: `homes` joins those that are one event;
3. what the tellings say, with the entities they name, to disk.

DuckDB then gives the tellings back sorted by event, one event at a time becomes rows, and decisions to recognise come
last, since they point to elections. In memory grow: eight bytes an article, what repeated sentences are compared by,
one election for each country and day. Rows come in no order; whoever writes them sorts them.
"""

from __future__ import annotations

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
from timeline.merge.homes import COPIES, PLACES, SIGNATURES, TELLINGS, find_homes
from timeline.merge.identity import carry, untaken
from timeline.merge.recognitions import Seen, decision_rows
from timeline.merge.results import announced_rows
from timeline.merge.rows import entity_row, event_row, figure_rows, mention_row, participant_rows
from timeline.merge.store import Store, Taken
from timeline.merge.stored_elections import StoredElections
from timeline.merge.stored_entities import SIGHTS, Known, known_by_article, settle_entities
from timeline.models import Entity, Event, Mention, Participant
from timeline.plain import from_plain, to_plain

Row = Mapping[str, object]
Digests = Callable[[], Iterable[Digest]]
"""The digests of all articles, in the same order each time."""

_SAID = {"number": "int", "said": "int"}  # its place in the texts of that name
_TOLD = {"number": "int", "mention_id": "text"}
_HEADS = {"place": "int", "appeared": "day", "article_id": "text"}
_CARRIED = {"home": "int", "event_id": "text"}
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
    _ranks: array[int] = field(default_factory=lambda: array("q"))

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row of the dataset with the name of its resource."""
        yield from self._articles()
        yield from (("entities", entity_row(entity)) for entity in settle_entities(self.store))
        self._compare()
        find_homes(self.store)
        yield from self._say()
        yield from self._tell()
        self.store.close()

    # ------------------------------------------------------------------ through the articles

    def _articles(self) -> Iterator[tuple[str, Row]]:
        with self.store.table("heads", _HEADS) as heads, self.store.table("sights", SIGHTS) as sights:
            for place, digest in enumerate(self.digests()):
                head = digest.head()
                for sight in digest.sights():
                    party, form = sight.party, " ".join(sight.form)
                    sights.add(place, party.kind, party.name, party.country, form, sight.times)
                heads.add(place, head.appeared, head.row["article_id"])
                self.articles += 1
                self.mentions += head.mentions
                self.conflicts += [f"{head.row['article_id']}: {text}" for text in head.conflicts]
                yield "articles", head.row
        self.conflicts.sort()
        self._ranks = array("q", bytes(8 * self.articles))
        for rank, (place,) in enumerate(self.store.ask("SELECT place FROM heads ORDER BY appeared, article_id")):
            self._ranks[place] = rank

    def _compare(self) -> None:
        signatures = self.store.texts(SIGNATURES)
        with self.store.table("tellings", TELLINGS) as tellings, self.store.table("copies", COPIES) as copies:
            for rank, digest in zip(self._ranks, self.digests(), strict=True):
                for number, telling in _numbered(rank, digest):
                    signed = telling.signature
                    plain = json.dumps(to_plain(signed), separators=(",", ":"))
                    tellings.add(number, signed.event_type, signed.country, signed.date.start, signatures.add(plain))
                    for copy in telling.copies:
                        copies.add(number, copy)

    def _say(self) -> Iterator[tuple[str, Row]]:
        """Put what tellings say on disk; mentions that make no event are rows at once."""
        texts = self.store.texts("said")
        with self.store.table("said", _SAID) as said, self.store.table("told", _TOLD) as told:
            for rank, digest, known in self._with_entities():
                plain = digest.plain_mentions()
                making: set[int] = set()
                for number, telling in _numbered(rank, digest):
                    making.update(telling.members)
                    said.add(number, texts.add(_written(telling, plain, known)))
                    for member in telling.members:
                        told.add(number, plain[member][0])
                idle = [from_plain(Mention, each) for place, each in enumerate(plain) if place not in making]
                for mention in idle:
                    yield from _mention_rows(_dataset(None, _known_as(mention, known)), mention, None, None)

    def _with_entities(self) -> Iterator[tuple[int, Digest, Known]]:
        """Rank and digest of each article, and whom its names mean."""
        known = known_by_article(self.store)
        waiting = next(known, None)
        for place, digest in enumerate(self.digests()):
            here: Known = {}
            if waiting is not None and waiting[0] == place:
                here, waiting = waiting[1], next(known, None)
            yield self._ranks[place], digest, here

    # ------------------------------------------------------------------ through the events

    def _tell(self) -> Iterator[tuple[str, Row]]:
        taken = Taken(self.store.folder / "event_ids.sqlite")
        self._carry(taken)
        rows = self.store.ask(
            "SELECT home, number, reason, said, event_id FROM said JOIN homes USING (number) "
            "LEFT JOIN carried USING (home) ORDER BY home, number"
        )
        with StoredElections(self.store) as elections:
            for _, tellings in groupby(rows, itemgetter(0)):
                event, known_as, carried = self._event(tellings)
                first = next(mention for mention in event.mentions if mention.mention_id == known_as.first)
                event_id = carried or untaken(event.event_type, event.country, event.date, first, taken)
                taken.add(event_id)
                event = replace(event, event_id=event_id)
                self.events += 1
                yield from self._event_rows(event, known_as)
                elections.keep(event, known_as.plain())
        taken.close()
        yield from _decisions(elections)

    def _carry(self, taken: Taken) -> None:
        """Make the table ``carried``: events (by their first tellings) and the ids they had in the package in place.

        All ids that were used there are taken. Where an event and an id share mentions with each other alone, there is
        nothing to weigh; only the others are in memory.
        """
        with self.store.table("contested", _CARRIED) as contested:
            if self.known is not None:
                self.store.view("known", self.known)
                for (name,) in self.store.ask("SELECT DISTINCT event_id FROM known WHERE event_id IS NOT NULL"):
                    taken.add(name)
                self.store.keep("votes", _VOTES)
                self.store.keep("rivals", _RIVALS)
                for home, event_id in carry(self.store.ask("SELECT * FROM rivals")).items():
                    contested.add(home, event_id)
        plain = "UNION ALL SELECT home, event_id FROM votes ANTI JOIN rivals USING (home)" if self.known else ""
        self.store.keep("carried", f"SELECT home, event_id FROM contested {plain}")

    def _event(self, tellings: Iterable[tuple[int, int, str, int, str | None]]) -> tuple[Event, _Known, str | None]:
        """An event without an id, whom it names, and the id it had."""
        mentions: list[Mention] = []
        reasons: dict[str, str] = {}
        entities: dict[PartyKey, str] = {}
        names: dict[str, Entity] = {}
        carried = None
        texts = self.store.texts("said")
        for _, _, across, place, carried in tellings:  # noqa: B007 - the same in all rows
            plain, within, parties = json.loads(texts[place])
            for each, reason in zip(plain, within, strict=True):
                mention = from_plain(Mention, each)
                mentions.append(mention)
                reasons[mention.mention_id] = across if reason == "first" else reason
            for kind, name, country, *entity in parties:
                entities[mentions[-1].article_id, kind, name, country] = entity[0]
                names[entity[0]] = Entity(*entity, ())  # type: ignore[call-arg]

        def full_name(mention: Mention, party: Participant) -> str:
            return shown(names.get(entities.get(party_key(mention.article_id, party), "")), party)

        event = draft(tuple(mentions), reasons, self.types, full_name)
        return event, _Known(entities, names, mentions[0].mention_id), carried

    def _event_rows(self, event: Event, known: _Known) -> Iterator[tuple[str, Row]]:
        dataset = _dataset(event, known.entities)
        yield "events", event_row(event)
        for mention, why in zip(event.mentions, event.joined_by, strict=True):
            yield from _mention_rows(dataset, mention, event.event_id, why)
        names = {entity_id: entity.name for entity_id, entity in known.names.items()}
        yield from (("election_results", row) for row in announced_rows(dataset, names, event))


@dataclass(frozen=True, slots=True)
class _Known:
    """Of one event: who its participants are, what they are called, and the mention that was told first."""

    entities: dict[PartyKey, str]
    names: dict[str, Entity]  # by id, without aliases
    first: str

    def plain(self) -> list[object]:
        """The participants as `_decisions` reads them."""
        return [[[*key, name] for key, name in self.entities.items()], [to_plain(each) for each in self.names.values()]]


_VOTES = """
SELECT home, event_id, count(*) AS shared FROM told JOIN homes USING (number) JOIN known USING (mention_id)
WHERE event_id IS NOT NULL GROUP BY home, event_id"""
_RIVALS = """
SELECT home, event_id, shared FROM (
  SELECT *, count(*) OVER (PARTITION BY home) AS ids, count(*) OVER (PARTITION BY event_id) AS homes FROM votes
) WHERE ids > 1 OR homes > 1"""


def _decisions(elections: StoredElections) -> Iterator[tuple[str, Row]]:
    seen = Seen()
    for event, (parties, entities) in elections.decisions():
        known_as = {(article, kind, name, country): entity for article, kind, name, country, entity in parties}
        names = {plain[0]: from_plain(Entity, plain) for plain in entities}
        for row in decision_rows(_dataset(event, known_as), names, event, elections, seen):
            yield "recognitions", row


def _numbered(rank: int, digest: Digest) -> Iterator[tuple[int, Telling]]:
    for place, telling in enumerate(digest.tellings()):
        yield rank << PLACES | place, telling


def _key(party: Participant) -> tuple[str, str, str]:
    return party.kind, party.name, party.country


def _written(telling: Telling, plain: list[Any], known: Known) -> str:
    """Mentions in the order of the text, what joined each within its article, and who their participants are."""
    ordered = sorted(zip(telling.members, telling.reasons, strict=True))
    mentions = [plain[member] for member, _ in ordered]
    keys = {(kind, name, country) for each in mentions for _, name, kind, country, _ in each[_PARTICIPANTS]}
    parties = [[*key, e.entity_id, e.name, e.kind, e.country] for key in sorted(keys) if (e := known.get(key))]
    return json.dumps([mentions, [reason for _, reason in ordered], parties], separators=(",", ":"))


def _known_as(mention: Mention, known: Known) -> dict[PartyKey, str]:
    return {
        party_key(mention.article_id, party): known[_key(party)].entity_id
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
