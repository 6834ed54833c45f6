"""The election calendar as evidence: which known polling days a sentence about an election can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.frames.match import Match
from timeline.gazetteers.elections import PollingDay, names_candidate, polling_days
from timeline.models import Mention, ReferenceEvent

_OFFICES = {
    "presidential": re.compile(r"\bpresidential\b|\bpresidency\b", re.I),
    "legislative": re.compile(r"\b(?:parliamentary|legislative|congressional)\b", re.I),
    "general": re.compile(r"\bgeneral elections?\b", re.I),
    "referendum": re.compile(r"\b(?:referendum|plebiscite)\b", re.I),
}


def reference_of(match: Match, mention: Mention, text: str, expression: int | None) -> ReferenceEvent | None:
    """The polling days that an election mention can mean, None where country or kind of election is not named.

    The candidates that the text names decide: the days on whose ballot most of them stood.
    """
    if mention.event_type != "election" or not mention.country or mention.realis not in ("actual", "historical"):
        return None
    office = _office(match.parsed.sentence.span.text)
    if not office:
        return None
    days = polling_days(mention.country, office)
    best, named = _most_named(days, text)
    if not best:
        return None
    listed = ", ".join(str(day.date) for day in best[:4])
    words = f"{office} election of {mention.country}: {listed}" + (" by the candidates named" if named else "")
    return ReferenceEvent(words, tuple(day.date for day in best), expression, decisive=named and len(best) == 1)


def _office(sentence: str) -> str:
    named = [office for office, pattern in _OFFICES.items() if pattern.search(sentence)]
    return named[0] if len(named) == 1 else ""


def _most_named(days: Iterable[PollingDay], text: str) -> tuple[list[PollingDay], bool]:
    """The days most of whose candidates the text names, and whether it names any."""
    scored = [(_named(day, text), day) for day in days]
    most = max((score for score, _ in scored), default=0)
    return [day for score, day in scored if score == most], most > 0


def _named(day: PollingDay, text: str) -> int:
    return sum(names_candidate(_only(day, candidate), text) for candidate in day.candidates)


def _only(day: PollingDay, candidate: str) -> PollingDay:
    return PollingDay(day.country, day.date, day.office, day.round, (candidate,), day.source)
