"""The votes and changes of power that an article dates, and which of them a recognition or an oath answers.

"She conceded" answers the vote told last; "recognised the new government" answers whatever brought it to power.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children
from timeline.frames.words.cues import role_words
from timeline.models import EventDate

_NEW_POWER = dt.timedelta(days=180)  # so long after a vote, a coup or an oath is what recognition answers
_MONTH = dt.timedelta(days=31)


@dataclass(frozen=True)
class Change:
    """A vote, a coup or an oath whose date is known: where it is told, of which country, on which days."""

    start: int
    country: str
    date: EventDate
    vote: bool


def changes(told: Sequence[Change], latest: dt.date | None) -> tuple[Change, ...]:
    """Those dated to a month or closer that have begun by the latest day the article can have appeared."""
    return tuple(
        change
        for change in told
        if change.date.start and change.date.end and change.date.end - change.date.start < _MONTH
        if latest is None or change.date.start <= latest
    )


def answered(start: int, country: str, power: bool, known: Sequence[Change]) -> EventDate | None:
    """The date of what is answered at an offset: the latest vote told before it, else any; of power, the latest change.

    Where all votes lie long before, the change of power that came later is answered in any case.
    """
    ours = [change for change in known if change.country == country or not country]
    votes = [change for change in ours if change.vote]
    others = [change for change in ours if not change.vote and (power or all(_later(change, vote) for vote in votes))]
    before = [vote for vote in votes if vote.start < start]
    fitting = (before or votes) + others
    dates = [change.date for change in fitting]
    return max(dates, key=lambda date: date.start or dt.date.min, default=None)


def answers_power(match: Match) -> bool:
    """Whether a recognition is of those in power, not of a result: "the new president", "his authority"."""
    for target in match.fillers("target"):
        noun = target.lemma_.lower()
        newly = any(child.lemma_.lower() in role_words("newly") for child in children(target, "amod"))
        if noun in role_words("power") or (newly and noun in role_words("ruling")):
            return match.event_type == "recognition"
    return False


def _later(change: Change, vote: Change) -> bool:
    return bool(change.date.start and vote.date.start and change.date.start - vote.date.start > _NEW_POWER)
