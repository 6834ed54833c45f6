"""The dates that the mentions of an article have from each other: "a day after the vote", "since the putsch"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.frames.when.tied import Happening, counted_from
from timeline.frames.when.undated import CHANGES, Source, Undated
from timeline.frames.when.when import AROUND, SHARED
from timeline.models import EventDate

_ROUNDS = 2  # an event dated by one that is dated by a third


def tied_dates(
    items: Sequence[Undated], own: Sequence[EventDate], source: Source, others: Sequence[Happening]
) -> list[EventDate | None]:
    """The dates that mentions have from other events, which may have theirs from others again.

    ``own`` are those of their expressions; ``others`` are told beside the mentions.
    """
    found: list[EventDate | None] = [None] * len(items)
    for _ in range(_ROUNDS if any(item.ties for item in items) else 0):
        happenings = [
            Happening(item.start, item.event_type, item.words, tie or date, item.fallen, item.background)
            for item, date, tie in zip(items, own, found, strict=True)
            if item.happened and not (tie is None and _is_from_afar(item))  # its day is another's, so far
        ]
        told = sorted([*others, *happenings], key=lambda happening: happening.start)
        found = [
            tie or _tied(item, date, told, source) for item, date, tie in zip(items, own, found, strict=True)
        ]  # whoever counts from "the vote" in the first round does not count from what that has from him
        if not any(found):
            break  # nothing that others could count from
    return found


def _tied(item: Undated, own: EventDate, told: Sequence[Happening], source: Source) -> EventDate | None:
    """The date that another event gives a mention; a day of its own is kept where that is less exact."""
    before = _is_before(item)
    if not item.ties or not (before or _is_from_afar(item) or (not own.start and not own.end)):
        return None
    latest = source.latest(item) if item.happened else None
    begun = [one for one in told if not (latest and one.date.start and one.date.start > latest)]
    found = counted_from(item, begun, source)
    if found is None or (latest and found.start and found.start > latest):
        return None  # what has happened is not told from what is still to come
    return None if own.start and own.start == own.end and found.start != found.end and not before else found


def _is_before(item: Undated) -> bool:
    """Whether the day of a clause is later than a change of power it follows: "named a cabinet on 6 May after a coup".

    Of what is done every day, as arrests are, it may as well be the day.
    """
    if item.link is None or not item.ties or item.link.distance < AROUND or item.ties[0].order != "before":
        return False
    length = item.ties[0].length
    if length is not None:  # "days after Peru had cut ties": never on the day itself
        return length.amount is None and length.unit != "H"
    return item.event_type in CHANGES


def _is_from_afar(item: Undated) -> bool:
    """Whether the day of another clause dates it, while its own tells how long after: "and a week later it fell"."""
    if item.link is None or not item.ties:
        return False
    tie = item.ties[0]
    counted = tie.length is not None and tie.length.amount is not None and tie.close
    if counted and tie.expression == item.link.expression:
        return True  # the very day that its own is counted from: "on 3 May, two weeks after a vote"
    return item.link.distance >= (SHARED if counted else AROUND) and (tie.story or counted)
