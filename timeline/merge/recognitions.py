"""Recognition decisions: one row per actor, what is recognised, and stance, linked to the election it is about."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.merge import dating
from timeline.merge.dataset import Dataset
from timeline.merge.names import bare, fold
from timeline.merge.parties import in_role
from timeline.merge.reading import is_about_a_vote
from timeline.models import Entity, Event, EventDate, Mention, Participant

Row = dict[str, object]

_LONGEST_WAIT = 400
"""Days after which a decision is hardly about an election that its own article does not name."""


@dataclass(frozen=True, slots=True)
class Election:
    """What a decision is linked to an election by."""

    event_id: str
    country: str
    date: EventDate


class Elections:
    """The elections of all countries, to be asked for the one that a decision is about."""

    def __init__(self) -> None:
        self._by_article: dict[tuple[str, str], list[Election]] = defaultdict(list)  # country, article id
        self._first: dict[str, dict[dt.date, Election]] = defaultdict(dict)  # by country and first day: the first id
        self._days: dict[str, list[dt.date]] = {}

    def add(self, event: Event) -> None:
        """Note an event if it is an election that took or takes place."""
        if (election := election_of(event)) is None:
            return
        self._note(election, {mention.article_id for mention in event.mentions})
        if (day := event.date.start) is not None:
            known = self._first[event.country].get(day)
            if known is None or election.event_id < known.event_id:
                self._first[event.country][day] = election
            self._days.pop(event.country, None)

    def of(self, event: Event) -> Election | None:
        """The election of the same country nearest before the decision: in its own articles, else not long ago."""
        if not event.country or not any(is_about_a_vote(mention) for mention in event.mentions):
            return None
        near = list({election.event_id: election for election in self._told_beside(event)}.values())
        day = event.date.start or event.date.end
        if day is None:
            return near[0] if len(near) == 1 else None
        before = _latest_before(near, event.date)
        if before is None and len(near) == 1 and near[0].date.start is None:
            return near[0]
        return before or self._recent(event, day)

    def _note(self, election: Election, articles: Iterable[str]) -> None:
        for article in articles:
            self._by_article[election.country, article].append(election)

    def _told_beside(self, event: Event) -> Iterable[Election]:
        """The elections of its country that its own articles tell."""
        articles = {mention.article_id for mention in event.mentions}
        return [election for name in articles for election in self._by_article.get((event.country, name), ())]

    def _recent(self, event: Event, day: dt.date) -> Election | None:
        """The last election that began in the time before the decision in which decisions are about it."""
        known = self._first.get(event.country, {})
        if event.country not in self._days:
            self._days[event.country] = sorted(known)
        days = self._days[event.country]
        place = bisect_right(days, min(day, _last_day(event.date)))
        found = known[days[place - 1]] if place else None
        return found if found and (day - days[place - 1]).days <= _LONGEST_WAIT else None


def election_of(event: Event) -> Election | None:
    """What decisions are linked to an event by, if it is an election that took or takes place."""
    if event.event_type != "election" or event.status == "denied" or not event.country:
        return None
    return Election(event.event_id, event.country, event.date)


def _latest_before(elections: Sequence[Election], date: EventDate) -> Election | None:
    """The last election that began by the last day the decision can have been taken; the earliest id among equals."""
    last = _last_day(date)
    begun = [(e.date.start, e) for e in elections if e.date.start is not None and e.date.start <= last]
    latest = max((start for start, _ in begun), default=None)
    return min((e for start, e in begun if start == latest), key=lambda e: e.event_id, default=None)


def _last_day(date: EventDate) -> dt.date:
    if not dating.is_firm(date) and date.start:
        return date.start  # bounded by what it follows: that is the election
    return date.end or date.start or dt.date.max


@dataclass(frozen=True, slots=True)
class _Decision:
    """One actor's part in a recognition event."""

    event: Event
    mention: Mention
    actor: str
    country: str
    key: str  # entity id, or the folded description of an unnamed actor


Seen = set[tuple[str, ...]]
"""Who decided what already: an actor's second telling of one decision is left out."""


def recognition_rows(dataset: Dataset) -> list[Row]:
    """The rows of `recognitions`, in the order of events."""
    elections, seen = Elections(), Seen()
    for event in dataset.events:
        elections.add(event)
    names = {entity.entity_id: entity for entity in dataset.entities}
    return [row for event in dataset.events for row in decision_rows(dataset, names, event, elections, seen)]


def decision_rows(
    dataset: Dataset, names: Mapping[str, Entity], event: Event, elections: Elections, seen: Seen
) -> Iterator[Row]:
    """The rows of one event, to be asked for in the order of events: one per actor, what is recognised, and stance."""
    if not is_decision(event):
        return
    election = elections.of(event)
    about = election.event_id if election else _about(dataset, event)
    for decision in _decisions(dataset, names, event):
        key = (fold(decision.actor), about, event.mode)
        if key not in seen:
            seen.add(key)
            yield _row(decision, election)


def is_decision(event: Event) -> bool:
    """Whether an event is somebody's decision to recognise or not to."""
    return event.event_type == "recognition" and event.mode in ("recognises", "refuses")


def _decisions(dataset: Dataset, names: Mapping[str, Entity], event: Event) -> Iterator[_Decision]:
    """Each actor once, from the sentence that tells most of it; without an actor, whoever is cited for it."""
    seen: set[str] = set()
    for mention in event.mentions:
        for party in in_role(mention, "actor") or _speaker(mention):
            entity = names.get(dataset.entity_id(mention.article_id, party) or "")
            key = entity.entity_id if entity else fold(party.name)
            if key and key not in seen:
                seen.add(key)
                name = entity.name if entity else bare(party.name)
                yield _Decision(event, mention, name, (entity.country if entity else "") or party.country, key)


def _speaker(mention: Mention) -> tuple[Participant, ...]:
    claimant = mention.claim.claimant if mention.claim else ""
    return (Participant("actor", claimant, named=False),) if claimant else ()


def _row(decision: _Decision, election: Election | None) -> Row:
    mention, event = decision.mention, decision.event
    date = mention.date if dating.is_firm(mention.date) else event.date
    return {
        "event_id": event.event_id,
        "election_id": election.event_id if election else None,
        "actor": decision.actor,
        "actor_country": decision.country or None,
        "stance": event.mode,
        "form": mention.form or None,
        "start_date": date.start,
        "end_date": date.end,
        "mention_id": mention.mention_id,
    }


def _about(dataset: Dataset, event: Event) -> str:
    """What is recognised where no election is known: the named targets, else the country, else the event itself."""
    targets = {
        dataset.entity_id(mention.article_id, party) or ""
        for mention in event.mentions
        for party in in_role(mention, "target")
        if party.named
    }
    return "; ".join(sorted(targets - {""})) or event.country or event.event_id
