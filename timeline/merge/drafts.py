"""The mentions of one event become the event: its settled values, its title, its mentions best first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from timeline.merge.dataset import EventTypeInfo
from timeline.merge.settle import best_first, settle_country, settle_date, settle_mode, settle_place, settle_status
from timeline.merge.titles import TitleFacts, write_title
from timeline.models import Entity, Event, Mention, Participant, Publication


def appeared(published: Publication) -> dt.date:
    """The day that orders articles, earliest first; one that nothing dates comes last."""
    return published.earliest or published.latest or dt.date.max


def draft(
    mentions: tuple[Mention, ...],
    reasons: Mapping[str, str],
    types: Mapping[str, EventTypeInfo],
    full_name: Callable[[Mention, Participant], str],
) -> Event:
    """The event that these mentions tell, without its id."""
    kind = types.get(mentions[0].event_type)
    mode, status = settle_mode(mentions), settle_status(mentions)
    country = settle_country(mentions)
    place, latitude, longitude = settle_place(mentions)
    best = tuple(best_first(mentions))
    facts = TitleFacts(mentions[0].event_type, mode, status, country, place, best, full_name)
    return Event(
        event_id="",
        event_type=mentions[0].event_type,
        mode=mode,
        title=write_title(kind.title if kind else "", facts),
        date=settle_date(mentions),
        status=status,
        country=country,
        place=place,
        latitude=latitude,
        longitude=longitude,
        plover=kind.code("plover", mode) if kind else "",
        cameo=kind.code("cameo", mode) if kind else "",
        acled=kind.code("acled", mode) if kind else "",
        mentions=best,
        joined_by=tuple(reasons[mention.mention_id] for mention in best),
    )


def shown(entity: Entity | None, party: Participant) -> str:
    """The name that titles give a participant."""
    return entity.name if entity else party.name
