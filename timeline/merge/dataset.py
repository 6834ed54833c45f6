"""What merging returns, and what it asks of an event type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from timeline.models import ArticleResult, Entity, Event, Participant

PartyKey = tuple[str, str, str, str]
"""(article id, kind, name as in the mention, country): one article means one entity by it."""


class EventTypeInfo(Protocol):
    """The part of an event type that merging needs; `timeline.event_types.EventType` is one."""

    @property
    def name(self) -> str:
        """The type, as mentions carry it."""

    @property
    def title(self) -> str:
        """A title template, see `timeline.merge.titles`."""

    def code(self, scheme: str, mode: str) -> str:
        """The nearest code of "plover", "cameo" or "acled" for a mode, or ""."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that is published, as values: articles by id, entities by id, events by start and id."""

    results: tuple[ArticleResult, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    withdrawn: tuple[str, ...]  # event ids of the package in place that no event carries any more
    known_as: Mapping[PartyKey, str]  # entity id of each named participant

    def entity_id(self, article_id: str, party: Participant) -> str | None:
        """The entity a participant is, None for an unnamed group."""
        return self.known_as.get(party_key(article_id, party))


def party_key(article_id: str, party: Participant) -> PartyKey:
    """What a participant is looked up by."""
    return article_id, party.kind, party.name, party.country
