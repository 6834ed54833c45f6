"""Recognition decisions: one row per actor, what is recognised, and stance, linked to the election it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.merge import dating
from timeline.merge.dataset import Dataset
from timeline.merge.names import bare, fold
from timeline.merge.parties import in_role
from timeline.merge.reading import is_about_a_vote
from timeline.models import Event, EventDate, Mention, Participant

Row = dict[str, object]

_LONGEST_WAIT = 400
"""Days after which a decision is hardly about an election that its own article does not name."""


@dataclass(frozen=True, slots=True)
class _Decision:
    """One actor's part in a recognition event."""

    event: Event
    mention: Mention
    actor: str
    country: str
    key: str  # entity id, or the folded description of an unnamed actor


def recognition_rows(dataset: Dataset) -> list[Row]:
    """The rows of `recognitions`, in the order of events; an actor's second telling of one decision is left out."""
    elections = [e for e in dataset.events if e.event_type == "election" and e.status != "denied"]
    rows: list[Row] = []
    seen: set[tuple[str, ...]] = set()
    for event in (e for e in dataset.events if e.event_type == "recognition" and e.mode in ("recognises", "refuses")):
        election = election_of(event, elections)
        about = election.event_id if election else _about(dataset, event)
        for decision in _decisions(dataset, event):
            key = (fold(decision.actor), about, event.mode)
            if key not in seen:
                seen.add(key)
                rows.append(_row(decision, election))
    return rows


def election_of(event: Event, elections: Sequence[Event]) -> Event | None:
    """The election of the same country nearest before the decision: in its own articles, else not long ago."""
    if not event.country or not any(is_about_a_vote(mention) for mention in event.mentions):
        return None
    articles = {mention.article_id for mention in event.mentions}
    same = [e for e in elections if e.country == event.country]
    near = [e for e in same if articles & {mention.article_id for mention in e.mentions}]
    day = event.date.start or event.date.end
    if day is None:
        return near[0] if len(near) == 1 else None
    before = _latest_before(near, event.date)
    if before is None and len(near) == 1 and near[0].date.start is None:
        return near[0]
    return before or _latest_before([e for e in same if _recent(e, day)], event.date)


def _latest_before(elections: Sequence[Event], date: EventDate) -> Event | None:
    """The last election that began by the last day the decision can have been taken; the earliest id among equals."""
    last = date.end or date.start or dt.date.max
    if not dating.is_firm(date) and date.start:
        last = date.start  # bounded by what it follows: that is the election
    begun = [(e.date.start, e) for e in elections if e.date.start is not None and e.date.start <= last]
    latest = max((start for start, _ in begun), default=None)
    return min((e for start, e in begun if start == latest), key=lambda e: e.event_id, default=None)


def _recent(election: Event, day: dt.date) -> bool:
    start = election.date.start
    return start is not None and 0 <= (day - start).days <= _LONGEST_WAIT


def _decisions(dataset: Dataset, event: Event) -> Iterator[_Decision]:
    """Each actor once, from the sentence that tells most of it; without an actor, whoever is cited for it."""
    names = {entity.entity_id: entity for entity in dataset.entities}
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


def _row(decision: _Decision, election: Event | None) -> Row:
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
