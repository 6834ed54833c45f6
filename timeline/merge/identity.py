"""Readable event ids that stay: ids of the package in place are carried over through shared mentions."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from timeline.models import EventDate, Mention


def fresh_id(event_type: str, country: str, date: EventDate, first: Mention, length: int = 4) -> str:
    """An id from country, date, type and the event's first mention: ``ken-2017-08-08-election-3f9a``."""
    digest = hashlib.sha256(first.mention_id.encode()).hexdigest()[:length]
    return f"{country.lower() or 'xx'}-{_day(date)}-{event_type}-{digest}"


def _day(date: EventDate) -> str:
    if date.start is not None:
        return date.start.isoformat()
    if date.end is not None:
        return f"by-{date.end.isoformat()}"
    return re.sub(r"[^0-9a-z]+", "-", date.edtf.lower()).strip("-") or "undated"


def event_ids(
    events: Sequence[tuple[str, str, EventDate, Sequence[Mention]]], known: Mapping[str, str]
) -> tuple[list[str], tuple[str, ...]]:
    """Give each event (type, country, date, mentions in canonical order) its id; also the ids that are withdrawn.

    An event keeps the old id that most of its mentions carried; where an event was split, the part with most of the
    old mentions keeps the id; where two were merged, the id with fewer mentions is withdrawn.
    """
    carried = _carried([[mention.mention_id for mention in mentions] for *_, mentions in events], known)
    old = frozenset(known.values())
    taken = set(old)
    ids: list[str] = []
    for number, (event_type, country, date, mentions) in enumerate(events):
        event_id = carried.get(number) or untaken(event_type, country, date, mentions[0], taken)
        taken.add(event_id)
        ids.append(event_id)
    return ids, tuple(sorted(old - set(ids)))


def _carried(events: Sequence[Sequence[str]], known: Mapping[str, str]) -> dict[int, str]:
    return carry(
        (number, event_id, shared)
        for number, mention_ids in enumerate(events)
        for event_id, shared in Counter(known[m] for m in mention_ids if known.get(m)).items()
    )


def carry(shares: Iterable[tuple[int, str, int]]) -> dict[int, str]:
    """Event number -> old id, from how many mentions (last) an event (number) shares with an old one (id).

    Pairs that share most mentions come first, then the earlier event, then the id.
    """
    votes = [(-shared, number, event_id) for number, event_id, shared in shares]
    carried: dict[int, str] = {}
    used: set[str] = set()
    for _, number, event_id in sorted(votes):
        if number not in carried and event_id not in used:
            carried[number] = event_id
            used.add(event_id)
    return carried


def untaken(event_type: str, country: str, date: EventDate, first: Mention, taken: Container[str]) -> str:
    """A fresh id that no event has or had: the hash grows until it is free."""
    lengths = range(4, 65, 2)
    return next(event_id for n in lengths if (event_id := fresh_id(event_type, country, date, first, n)) not in taken)
