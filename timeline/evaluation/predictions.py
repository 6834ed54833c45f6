"""The events of a folder of articles, one row per event and article, as annotated sets have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from timeline import job
from timeline.articles import read_inputs
from timeline.errors import InputError
from timeline.frames.figures.quantities import is_vague
from timeline.models import Event, Mention

_COUNTED = ("people", "states")
_OF_THINGS = ("sanction", "cyberattack", "recognition")  # whose numbers need not be of people


def predict(folder: Path, types: set[str]) -> list[dict[str, object]]:
    """Read a folder of articles and predict; event types that the annotated set does not know are left out.

    Raises InputError, with the reasons, where an article cannot be read: its events would count as missed.
    """
    reading = read_inputs([folder])
    if reading.problems:
        raise InputError("\n".join(map(str, reading.problems)))
    dataset = job.derive(reading, {})
    return [row for event in dataset.events if event.event_type in types for row in _rows(event)]


def _rows(event: Event) -> Iterable[dict[str, object]]:
    """One prediction per article: the roles of all its mentions, the claimant of the best one, the first count."""
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in event.mentions:
        by_article[mention.article_id].append(mention)
    for article_id, mentions in sorted(by_article.items()):
        best = mentions[0]
        claim = best.claim
        yield {
            "article_id": article_id,
            "type": event.event_type,
            "date": event.date.edtf or None,
            "country": event.country or None,
            "actors": _named(mentions, ("actor", "candidate", "winner")),
            "targets": _named(mentions, ("target",)),
            "stance": event.mode if event.event_type == "recognition" else None,
            "count": _count(mentions),
            "status": event.status,
            "claimant": claim.claimant if claim else _figures_from(mentions),
            "evidence_text": best.sentence.span.text,
        }


def _named(mentions: Iterable[Mention], roles: tuple[str, ...]) -> list[str]:
    found = (party.name for mention in mentions for party in mention.participants if party.role in roles)
    return list(dict.fromkeys(found))


def _figures_from(mentions: Iterable[Mention]) -> str | None:
    """Who is cited for the figures of an event that the outlet tells in its own voice."""
    return next((figure.claimant for mention in mentions for figure in mention.figures if figure.claimant), None)


def _count(mentions: Sequence[Mention]) -> float | None:
    """The first count of people or states; also of the companies, sites or parties that an act was done to or by."""
    told = [figure for mention in mentions for figure in mention.figures if not is_vague(figure.as_written)]
    figures = [figure for figure in told if figure.measure in _COUNTED]
    if mentions[0].event_type in _OF_THINGS:
        figures += [figure for figure in told if figure.measure == "other" and figure.unit]
    return next((figure.value for figure in figures), None)
