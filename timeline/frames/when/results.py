"""The day of a vote whose result is told on a later day: "voted on 2 March ... was declared the winner in August"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
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
    votes = [
        (date, item.country)
        for place, (item, date) in enumerate(dated)
        if place not in late and item.event_type == "election" and item.happened and date.start and date.end
    ]
    return tuple(_of_vote(item, date, votes) if place in late else date for place, (item, date) in enumerate(dated))


def _announces(item: Undated) -> bool:
    """Whether a mention tells that the result of a vote was made known."""
    return item.event_type == "election" and item.happened and not _ANNOUNCING.isdisjoint(item.words)


def _is_named(item: Undated, date: EventDate, telling: Collection[int]) -> bool:
    """Whether a vote is named, and not dated, where its result is told."""
    bounded = date.basis == "bounded" or item.link is None
    return item.event_type == "election" and item.happened and item.sentence in telling and bounded


def _of_vote(item: Undated, date: EventDate, votes: Sequence[tuple[EventDate, str]]) -> EventDate:
    told = date.start or date.end
    able = [
        vote
        for vote, country in votes
        if vote.end and told and vote.end < told <= vote.end + _COUNTED and item.country in (country, "")
    ]
    vote = max(able, key=lambda vote: vote.end or dt.date.min, default=None)
    if vote is None:
        return date
    return replace(vote, basis="anchored", rule="result", anchor=f"the vote of {vote.edtf}, whose result it tells")
