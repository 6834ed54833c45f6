"""Mentions of all articles become entities and events: one global step, pure, and independent of the order of input."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from timeline.merge.across import join_groups
from timeline.merge.cluster import Group, group_mentions, text_order
from timeline.merge.dataset import Dataset, EventTypeInfo, party_key
from timeline.merge.drafts import appeared, draft, shown
from timeline.merge.entities import find_entities
from timeline.merge.identity import event_ids
from timeline.models import ArticleResult, Event, EventDate, Mention, Participant

__all__ = ["Dataset", "EventTypeInfo", "merge"]

_NOTHING: Mapping[str, str] = MappingProxyType({})


def merge(
    results: Sequence[ArticleResult], types: Mapping[str, EventTypeInfo], known: Mapping[str, str] = _NOTHING
) -> Dataset:
    """Merge the mentions of all articles into entities and events.

    ``known`` maps mention ids to the event ids of the package in place: an event keeps its id through the mentions it
    shares with it, and ids that no event carries any more are returned as withdrawn.
    """
    ordered = sorted(results, key=lambda result: (appeared(result.publication), result.article.article_id))
    groups = [(result.article.article_id, group) for result in ordered for group in group_mentions(result.mentions)]
    told = _told_order(ordered)
    clusters = [_canonical(cluster, told) for cluster in join_groups(groups)]
    entities, known_as = find_entities(ordered)
    names = {entity.entity_id: entity for entity in entities}

    def full_name(mention: Mention, party: Participant) -> str:
        return shown(names.get(known_as.get(party_key(mention.article_id, party), "")), party)

    drafts = [draft(mentions, reasons, types, full_name) for mentions, reasons in clusters]
    ids, withdrawn = event_ids(
        [(e.event_type, e.country, e.date, mentions) for e, (mentions, _) in zip(drafts, clusters, strict=True)], known
    )
    events = [replace(event, event_id=event_id) for event, event_id in zip(drafts, ids, strict=True)]
    settled = {mention.mention_id: mention for event in events for mention in event.mentions}
    return Dataset(
        results=tuple(sorted((_with(result, settled) for result in results), key=lambda r: r.article.article_id)),
        entities=entities,
        events=tuple(sorted(events, key=_event_order)),
        withdrawn=withdrawn,
        known_as=known_as,
    )


def _told_order(ordered: Sequence[ArticleResult]) -> dict[str, int]:
    """Mention id -> its place among all mentions: by article, then place in the text."""
    mentions = [mention for result in ordered for mention in sorted(result.mentions, key=text_order)]
    return {mention.mention_id: number for number, mention in enumerate(mentions)}


def _canonical(
    cluster: Sequence[tuple[Group, str]], told: Mapping[str, int]
) -> tuple[tuple[Mention, ...], dict[str, str]]:
    """The cluster's mentions in told order, and by mention id the rule that joined each, in its article or across."""
    reasons: dict[str, str] = {}
    for group, across in cluster:
        within = dict(zip((mention.mention_id for mention in group.mentions), group.reasons, strict=True))
        reasons |= {key: across if reason == "first" else reason for key, reason in within.items()}
    mentions = (mention for group, _ in cluster for mention in group.mentions)
    return tuple(sorted(mentions, key=lambda mention: told[mention.mention_id])), reasons


def _with(result: ArticleResult, settled: Mapping[str, Mention]) -> ArticleResult:
    """The article's result with the mentions that merging completed: headlines have the body's attribution."""
    mentions = sorted((settled.get(m.mention_id, m) for m in result.mentions), key=text_order)
    return replace(result, mentions=tuple(mentions))


def _event_order(event: Event) -> tuple[dt.date, dt.date, str]:
    date: EventDate = event.date
    return date.start or dt.date.max, date.end or dt.date.max, event.event_id
