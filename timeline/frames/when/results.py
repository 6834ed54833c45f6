"""The day of a vote whose result is told on a later day: "they voted on 2 March ... was declared the winner in August"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from timeline.frames.when.undated import Undated
from timeline.models import EventDate

_ANNOUNCING = frozenset({"declare", "proclaim", "announce", "pronounce", "certify", "confirm", "ratify", "validate"})
_COUNTED = dt.timedelta(days=300)  # the longest that a count, its recounts and its courts take


def with_votes(items: Sequence[Undated], dates: Sequence[EventDate]) -> tuple[EventDate, ...]:
    """The dates of mentions; one that announces a result has that of the last vote before it that the article tells."""
    votes = [
        (date, item.country)
        for item, date in zip(items, dates, strict=True)
        if item.event_type == "election" and item.happened and not announces(item) and date.start and date.end
    ]
    return tuple(
        _of_vote(item, date, votes) if announces(item) else date for item, date in zip(items, dates, strict=True)
    )


def announces(item: Undated) -> bool:
    """Whether a mention tells that the result of a vote was made known."""
    return item.event_type == "election" and item.happened and not _ANNOUNCING.isdisjoint(item.words)


def _of_vote(item: Undated, date: EventDate, votes: Sequence[tuple[EventDate, str]]) -> EventDate:
    told = date.end
    if told is None:
        return date
    able = [
        vote
        for vote, country in votes
        if vote.start and vote.end and vote.end < told <= vote.end + _COUNTED and item.country in (country, "")
    ]
    vote = max(able, key=lambda vote: (vote.end, vote.start), default=None)
    if vote is None:
        return date
    return replace(vote, basis="anchored", rule="result", anchor=f"the vote of {vote.edtf}, whose result it tells")
