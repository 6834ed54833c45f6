"""The day of a vote whose result is told on a later day: "voted on 2 March ... was declared the winner in August"."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from timeline.frames.when.undated import Undated
from timeline.models import EventDate

_ANNOUNCING = frozenset({"declare", "proclaim", "announce", "pronounce", "certify", "confirm", "ratify", "validate"})
_COUNTED = dt.timedelta(days=300)  # the longest that a count, its recounts and its courts take


def with_votes(items: Sequence[Undated], dates: Sequence[EventDate]) -> tuple[EventDate, ...]:
    """The dates of mentions; one that announces a result has that of the last vote before it that the article tells.

    So has the vote that is only named in saying so: "was declared the winner of the election".
    """
    dated = list(zip(items, dates, strict=True))
    telling = {item.sentence for item in items if _announces(item)}
    late = {place for place, (item, date) in enumerate(dated) if _announces(item) or _is_named(item, date, telling)}
    votes: defaultdict[str, list[EventDate]] = defaultdict(list)
    for place, (item, date) in enumerate(dated):
        if place not in late and item.event_type == "election" and item.happened and date.start and date.end:
            votes[item.country].append(date)
    for held in votes.values():
        held.sort(key=_end)
    return tuple(_of_vote(item, date, votes) if place in late else date for place, (item, date) in enumerate(dated))


def _announces(item: Undated) -> bool:
    """Whether a mention tells that the result of a vote was made known."""
    return item.event_type == "election" and item.happened and not _ANNOUNCING.isdisjoint(item.words)


def _is_named(item: Undated, date: EventDate, telling: Collection[int]) -> bool:
    """Whether a vote is named, and not dated, where its result is told."""
    bounded = date.basis == "bounded" or item.link is None
    return item.event_type == "election" and item.happened and item.sentence in telling and bounded


def _of_vote(item: Undated, date: EventDate, votes: Mapping[str, Sequence[EventDate]]) -> EventDate:
    """The date of the last vote in the country of an announcement, or where none is known; else the date it has."""
    told = date.start or date.end
    able = [_last_before(told, votes.get(country, ())) for country in {item.country, ""}] if told else []
    vote = max(filter(None, able), key=_end, default=None)
    if vote is None or told is None or told - _end(vote) > _COUNTED:
        return date
    return replace(vote, basis="anchored", rule="result", anchor=f"the vote of {vote.edtf}, whose result it tells")


def _last_before(told: dt.date, votes: Sequence[EventDate]) -> EventDate | None:
    """The last of some votes, in the order of their ends, that was over before a day."""
    place = bisect_left(votes, told, key=_end)
    return votes[place - 1] if place else None


def _end(vote: EventDate) -> dt.date:
    return vote.end or dt.date.min
