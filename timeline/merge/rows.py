"""The dataset as rows: eight resources with the columns the schema declares; what is absent is None."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable

from timeline.merge.cluster import text_order
from timeline.merge.dataset import Dataset
from timeline.merge.names import fold
from timeline.merge.recognitions import recognition_rows
from timeline.merge.results import election_result_rows
from timeline.models import Article, ArticleResult, Entity, Event, Figure, Mention, Participant, Rows

Row = dict[str, object]

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ROLES = ("candidate", "winner", "actor", "target")


def rows(dataset: Dataset) -> Rows:
    """All rows of all resources, in the order of the schema; each resource is sorted by what its rows are about."""
    event_of = {mention.mention_id: event for event in dataset.events for mention in event.mentions}
    joined = {m.mention_id: why for e in dataset.events for m, why in zip(e.mentions, e.joined_by, strict=True)}
    mentions = [m for result in dataset.results for m in sorted(result.mentions, key=text_order)]

    def event_id(mention: Mention) -> str | None:
        event = event_of.get(mention.mention_id)
        return event.event_id if event else None

    participants = [row for m in mentions for row in participant_rows(dataset, m, event_id(m))]
    named = {row["entity_id"] for row in participants}  # of two entities by one name in a mention, one has the row
    return {
        "articles": [article_row(result) for result in dataset.results],
        "events": [event_row(event) for event in dataset.events],
        "mentions": [mention_row(m, event_id(m), joined.get(m.mention_id)) for m in mentions],
        "entities": [entity_row(entity) for entity in dataset.entities if entity.entity_id in named],
        "participants": participants,
        "figures": [row for m in mentions for row in figure_rows(m, event_id(m))],
        "election_results": election_result_rows(dataset),
        "recognitions": recognition_rows(dataset),
    }


def article_row(result: ArticleResult) -> Row:
    """One row of `articles`: what is known of the source, never its text."""
    article, published = result.article, result.publication
    return {
        "article_id": article.article_id,
        "title": some(_title(result)),
        "publisher": some(article.publisher),
        "url": some(article.url),
        "language": some(article.language),
        "published": some(article.published),
        "published_earliest": published.earliest,
        "published_latest": published.latest,
        "published_basis": published.basis,
        "published_evidence": some("; ".join((*published.evidence, *(f"but {c}" for c in published.conflicts)))),
        "path": some(article.path),
        "text_sha256": _sha256(article),
        "words": sum(1 for _ in _WORD.finditer(article.text)),
        "sentences": len(result.sentences),
    }


def event_row(event: Event) -> Row:
    """One row of `events`."""
    return {
        "event_id": event.event_id,
        "event_type": event.event_type,
        "mode": some(event.mode),
        "title": event.title,
        "date_edtf": some(event.date.edtf),
        "start_date": event.date.start,
        "end_date": event.date.end,
        "date_precision": event.date.precision,
        "date_extent": event.date.extent,
        "date_basis": event.date.basis,
        "status": event.status,
        "country": some(event.country),
        "place": some(event.place),
        "latitude": event.latitude,
        "longitude": event.longitude,
        "plover": some(event.plover),
        "cameo": some(event.cameo),
        "acled": some(event.acled),
        "n_articles": len({mention.article_id for mention in event.mentions}),
        "n_mentions": len(event.mentions),
    }


def mention_row(mention: Mention, event_id: str | None, merge_rule: str | None) -> Row:
    """One row of `mentions`."""
    claim, date, sentence = mention.claim, mention.date, mention.sentence
    return {
        "mention_id": mention.mention_id,
        "event_id": event_id,
        "article_id": mention.article_id,
        "event_type": mention.event_type,
        "sentence": sentence.index,
        "start_char": sentence.span.start,
        "end_char": sentence.span.end,
        "quote": sentence.span.text,
        "trigger": mention.trigger.text,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
        "rule": mention.rule,
        "realis": mention.realis,
        "claimant": some(claim.claimant) if claim else None,
        "claim_cue": some(claim.cue) if claim else None,
        "claim_date": some(claim.date) if claim else None,
        "outlet": some(claim.outlet) if claim else None,
        "date_text": some(date.text),
        "date_value": some(date.value),
        "date_rule": some(date.rule),
        "date_anchor": some(date.anchor),
        "date_alternatives": some("; ".join(date.alternatives)),
        "merge_rule": merge_rule,
    }


def entity_row(entity: Entity) -> Row:
    """One row of `entities`."""
    return {
        "entity_id": entity.entity_id,
        "name": entity.name,
        "kind": entity.kind,
        "country": some(entity.country),
        "aliases": some("; ".join(entity.aliases)),
    }


def participant_rows(dataset: Dataset, mention: Mention, event_id: str | None) -> list[Row]:
    """The rows of `participants` for a mention: one per role and entity, or description of an unnamed group."""
    parties = sorted(mention.participants, key=lambda party: _ROLES.index(party.role))
    unique = _first_by(parties, lambda party: (party.role, _who(dataset, mention, party)))
    unique = _first_by(unique, lambda party: (party.role, party.name))
    return [
        {
            "mention_id": mention.mention_id,
            "event_id": event_id,
            "entity_id": dataset.entity_id(mention.article_id, party),
            "role": party.role,
            "name": party.name,
            "country": some(party.country),
        }
        for party in unique
    ]


def figure_rows(mention: Mention, event_id: str | None) -> list[Row]:
    """The rows of `figures` for a mention; a figure nobody else is cited for has the claimant of its mention."""
    return [
        {"mention_id": mention.mention_id, "event_id": event_id, **figure_cells(mention, figure)}
        for figure in mention.figures
    ]


def figure_cells(mention: Mention, figure: Figure) -> Row:
    """The columns of a figure that do not point elsewhere."""
    return {
        "measure": figure.measure,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "unit": some(figure.unit),
        "subject": some(figure.subject),
        "as_written": figure.as_written,
        "claimant": some(figure.claimant or (mention.claim.claimant if mention.claim else "")),
    }


def some(text: str) -> str | None:
    """None for "": an empty cell is null."""
    return text or None


def _title(result: ArticleResult) -> str:
    """The title given with the article, else its headline."""
    if result.article.title:
        return result.article.title
    headline = next((s.span.text for s in result.sentences if s.kind == "title"), "")
    return " ".join(headline.split())


def _sha256(article: Article) -> str:
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def _who(dataset: Dataset, mention: Mention, party: Participant) -> str:
    return dataset.entity_id(mention.article_id, party) or fold(party.name)


def _first_by(parties: Iterable[Participant], key: Callable[[Participant], tuple[str, str]]) -> list[Participant]:
    first: dict[tuple[str, str], Participant] = {}
    for party in parties:
        first.setdefault(key(party), party)
    return list(first.values())
