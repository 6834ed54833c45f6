"""The objects that the commands print: one per mention, or one per event with its evidence."""

from __future__ import annotations

from timeline.merge.dataset import Dataset
from timeline.merge.names import same_party
from timeline.merge.rows import event_row, figure_cells, mention_row, some
from timeline.models import ArticleResult, Event, Figure, Mention, Participant

Row = dict[str, object]


def mention_objects(result: ArticleResult) -> list[Row]:
    """All mentions of one article, whatever their realis, in the order of the text; nothing is merged yet."""
    return [mention_object(mention) for mention in result.mentions]


def mention_object(mention: Mention) -> Row:
    """The columns of `mentions` plus mode, status, country, participants and figures."""
    return mention_row(mention, None, None) | {
        "mode": some(mention.mode),
        "status": mention.status,
        "country": some(mention.country),
        "participants": [_participant(party.role, party.name, party.country) for party in mention.participants],
        "figures": [figure_cells(mention, figure) for figure in mention.figures],
    }


def event_objects(dataset: Dataset) -> list[Row]:
    """All events: the columns of `events` plus participants, figures and evidence, best sentence first."""
    return [event_object(dataset, event) for event in dataset.events]


def event_object(dataset: Dataset, event: Event) -> Row:
    """One event with everybody named in it, every figure and who gives it, and its sentences."""
    return event_row(event) | {
        "participants": _participants(dataset, event),
        "figures": [figure_cells(mention, figure) for mention, figure in _figures(event)],
        "evidence": [_evidence(mention) for mention in event.mentions],
    }


def _participants(dataset: Dataset, event: Event) -> list[Row]:
    """Each entity once per role, under its full name; unnamed groups by their description."""
    names = {entity.entity_id: entity.name for entity in dataset.entities}
    kept: list[tuple[Participant, str]] = []
    for mention in event.mentions:
        for party in mention.participants:
            if not any(party.role == other.role and same_party(party, other) for other, _ in kept):
                kept.append((party, names.get(dataset.entity_id(mention.article_id, party) or "", party.name)))
    return [_participant(party.role, name, party.country) for party, name in kept]


def _figures(event: Event) -> list[tuple[Mention, Figure]]:
    """Every figure once: a headline's repetition is none."""
    found: dict[tuple[object, ...], tuple[Mention, Figure]] = {}
    for mention in event.mentions:
        for figure in mention.figures:
            cells = figure_cells(mention, figure)
            key = (figure.measure, figure.value, figure.bound, figure.subject, cells["claimant"])
            found.setdefault(key, (mention, figure))
    return list(found.values())


def _participant(role: str, name: str, country: str) -> Row:
    return {"role": role, "name": name, "country": some(country)}


def _evidence(mention: Mention) -> Row:
    span = mention.sentence.span
    return {
        "article_id": mention.article_id,
        "start_char": span.start,
        "end_char": span.end,
        "quote": span.text,
        "claimant": some(mention.claim.claimant) if mention.claim else None,
        "realis": mention.realis,
    }
