"""One sentence for several acts of a kind: "coups in 2012 and 2020", "arrested in 2004 and again in 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.frames.scene import Draft, Scene
from timeline.frames.when.clauses import governor_of, head_of
from timeline.frames.when.expressions import Expression, standing
from timeline.frames.when.own import LASTING
from timeline.frames.when.when import SHARED
from timeline.frames.where.placing import SMALL
from timeline.frames.words.name_words import name_words
from timeline.gazetteers.places import Place, PlaceMention
from timeline.models import Span

_JOINT = re.compile(r",?(?: and| or| &)?(?: then)?(?: again)?(?: in| on)?(?: again in)? ")
_TO_PLACE = re.compile(r",?(?: and| or| &)?(?: then)?(?: again)?(?: in)? ")
_TO_DAY = re.compile(r",?(?: in| on)? ")
_AGAIN = re.compile(r"\bagain\b")
_LONGEST = 24  # characters between two days of a list
_LOCAL = frozenset({"protest", "coup", "election", "cyberattack", "detention"})  # types that a country has
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR = 4  # digits


def repeats(draft: Draft, scene: Scene) -> Iterator[Draft]:
    """A draft for each further day, month or year that is joined to the one which dates a draft.

    So is one for each further country with its year: "in Mali in 2020, Guinea in 2021 and Niger in 2023". Days in a
    row are one stretch of time, unless it happened "again" on the second. The further drafts have no figures: nobody
    says which of the acts they count.
    """
    link, mention = draft.link, draft.mention
    if link is None or link.distance >= SHARED or mention.realis not in ("actual", "historical"):
        return
    before = scene.expressions[link.expression]
    if not _is_plain(before):
        return
    for index in standing(scene.expressions, before.span.end, mention.sentence.span.end):
        other = scene.expressions[index]
        if not _is_plain(other) or _shape(before.span.text) != _shape(other.span.text):
            return
        if _opens_clause(draft, before, other, scene):
            return
        joint = scene.article.text[before.span.end : other.span.start]
        if len(joint) <= _LONGEST and _JOINT.fullmatch(joint):
            if not _in_a_row(before.span.text, other.span.text, mention.event_type) or _AGAIN.search(joint):
                yield _on(draft, index, other.span)
        elif places := _places_between(draft, before.span.end, other.span.start, scene):
            for place in places:
                span = Span(place.start, place.end, scene.article.text[place.start : place.end])
                yield _at(_on(draft, index, span), place.place)
        else:
            return
        before = other


def _is_plain(expression: Expression) -> bool:
    """Whether it is a day, month or year that nothing begins or ends on."""
    return expression.type == "DATE" and expression.relation == "at" and expression.range_end is None


def _opens_clause(draft: Draft, before: Expression, day: Expression, scene: Scene) -> bool:
    """Whether a day belongs to a verb behind it: "was arrested in 2004, and in 2009 the union was dissolved"."""
    index = draft.mention.sentence.index
    parsed = next(item for item in scene.parsed if item.sentence.index == index)
    first, token = head_of(parsed, before.span), head_of(parsed, day.span)
    if first is None or token is None:
        return False
    verb = governor_of(token)
    return verb.pos_ in ("VERB", "AUX") and token.i < verb.i and verb != governor_of(first)


def _places_between(draft: Draft, start: int, end: int, scene: Scene) -> tuple[PlaceMention, ...]:
    """The places that alone stand between two days, if a place stands before the first of them too."""
    if draft.mention.event_type not in _LOCAL or not scene.told.within(draft.mention.trigger.end, start):
        return ()
    places, at = tuple(scene.told.within(start, end)), start
    for place in places:
        if place.place.kind == "demonym" or not _TO_PLACE.fullmatch(scene.article.text[at : place.start]):
            return ()
        at = place.end
    return places if _TO_DAY.fullmatch(scene.article.text[at:end]) else ()


def _on(draft: Draft, index: int, words: Span) -> Draft:
    """The same act on another day; the words that name the day, or its place, stand for it."""
    mention, link = draft.mention, draft.link
    again = replace(
        mention,
        mention_id=f"{mention.article_id}-{words.start}-{mention.event_type}",
        trigger=words,
        figures=(),
    )
    anchor = replace(draft.anchor, start=words.start, expression=index, value="")
    other = replace(link, expression=index) if link is not None else None
    return replace(draft, mention=again, link=other, anchor=anchor, reference=None, ties=())


def _at(draft: Draft, place: Place) -> Draft:
    """The same act elsewhere: whoever took part in the first one was there."""
    small = place.kind in SMALL
    mention = replace(
        draft.mention,
        country=place.country,
        place=place.name if small else "",
        latitude=place.latitude if small else None,
        longitude=place.longitude if small else None,
        participants=tuple(party for party in draft.mention.participants if not party.named),
    )
    return replace(draft, mention=mention)


def _shape(text: str) -> tuple[str, ...]:
    """How a day is told: of "3 May 2024" a number, a month and a year."""
    return tuple(kind for kind, _ in _parts(text))


def _parts(text: str) -> list[tuple[str, int]]:
    """The words that name a day, each with its kind and its place in the calendar; any other word is its own kind."""
    return [_part(word) for word in text.lower().replace(",", "").split()]


def _part(word: str) -> tuple[str, int]:
    if word in name_words().weekdays:
        return "weekday", _WEEKDAYS.index(word[:3])
    if word in name_words().months:
        return "month", _MONTHS.index(word[:3])
    if word.isdigit():
        return ("year" if len(word) == _YEAR else "day"), int(word)
    return word, 0


def _in_a_row(one: str, other: str, event_type: str) -> bool:
    """Whether one day or month follows the other at once; one year the other, of what may last."""
    apart = [(kind, b - a) for (kind, a), (_, b) in zip(_parts(one), _parts(other), strict=True) if a != b]
    if len(apart) != 1:
        return not apart
    ((kind, steps),) = apart
    return steps == 1 and (kind != "year" or event_type in LASTING)
