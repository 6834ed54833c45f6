"""Which country the words of a text speak of, and how much each word says of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType

from timeline.frames.naming.capitals import dateline_end
from timeline.frames.words.name_words import name_words
from timeline.gazetteers.leaders import leaders
from timeline.gazetteers.persons import has_surname
from timeline.gazetteers.places import PlaceMention, scan
from timeline.models import Sentence

_TITLE_WEIGHT, _DATELINE_WEIGHT, _LEAD_WEIGHT = 4, 3, 2
_LEADER_WEIGHT = 2  # a foreign power is named by its capital and its name, one's own country by its leaders
_TOWN_WEIGHT = 1.5  # a foreign power is named by its capital and its name, one's own country by its towns
# "The Iranian ambassador", "Peru's embassy": such a post stands in another country than its own.
_POST = re.compile(
    r"(?:['’]s?)? (?:new |former |deputy |top |military |honorary )?"
    r"(?:ambassador|embass(?:y|ies)|consul|diplomat|envoy|charg[eé]|high commission|attach[eé]|mission\b)"
)
_HYPHENED = re.compile(r"[-‐‑][a-z]")  # "Spanish-speaking", "Lima-based"
# "through the centre of Lima": what is told happened there; in "talks with Lima" a government stands for it.
_VISITED = re.compile(r"\b(?:in|at|near|outside|across|throughout|around|through) (?:[a-z]+ (?:of )?){0,2}$")
_REACH = 40  # characters looked at before a name
_BETWEEN = 8  # characters that can join a pair
_PAIR = re.compile(r"(?:[-‐‑–/]|, | and | & )$")  # "China-Nepal", "Chad and Sudan"
_NOTHING: Mapping[str, float] = MappingProxyType({})
_VISITABLE = ("capital", "city", "subnational", "region")


_TOWNS = ("city", "region", "subnational")


@dataclass(frozen=True)
class Named:
    """A country that some word of a text speaks of, and how much that word says."""

    start: int
    country: str
    weight: float = 1


def all_named(title: str, text: str) -> tuple[tuple[Named, ...], tuple[Named, ...], tuple[PlaceMention, ...]]:
    """The words of a title that speak of a country, those of the text, and the places of the text; all in order.

    A leader whose full name the text gives is known in the title too.
    """
    head = f"{title}.\n\n"
    whole, size = head + text, len(head)
    places = _sure(scan(whole), whole)
    named = [Named(place.start, place.place.country, _weight(place, whole)) for place in places]
    named += [Named(start, country, _LEADER_WEIGHT) for start, country in leaders(whole)]
    ordered = sorted(named, key=lambda entry: (entry.start, entry.country))
    return (
        tuple(entry for entry in ordered if entry.start < size),
        tuple(replace(entry, start=entry.start - size) for entry in ordered if entry.start >= size),
        tuple(replace(at, start=at.start - size, end=at.end - size) for at in places if at.start >= size),
    )


def _sure(places: tuple[PlaceMention, ...], text: str) -> tuple[PlaceMention, ...]:
    """The places, without a lone town of a country not named that is somebody's name: "Lourdes said"."""
    named = {(at.place.country, at.place.name) for at in places}
    several = Counter(country for country, _ in named)
    known = {at.place.country for at in places if at.place.kind not in _TOWNS or several[at.place.country] > 1}
    lone = {at.place.country: at for at in places if at.place.country not in known and not _is_in(at, text)}
    called = {country for country, at in lone.items() if _is_called(at, text)}
    return tuple(at for at in places if at.place.country not in called or _is_in(at, text))


def _is_called(mention: PlaceMention, text: str) -> bool:
    """Whether a town's name is somebody's: somewhere it has a given name before it, or a surname behind it."""
    name = text[mention.start : mention.end]
    before = re.finditer(rf"\b(?P<given>[A-Z][a-z]+) {re.escape(name)}(?!\w)", text)
    return has_surname(text, name) or any(at["given"].lower() not in name_words().function for at in before)


def _is_in(mention: PlaceMention, text: str) -> bool:
    return _VISITED.search(text, max(0, mention.start - _REACH), mention.start) is not None


def heading(named: Sequence[Named], text: str, start: int = 0) -> dict[str, float]:
    """What the countries of a heading count, at an offset: the story is of the first, or of a pair.

    "Peru Cuts Ties With Chile", "Peru-Chile row".
    """
    told: dict[str, float] = {}
    for entry in named:
        at = entry.start - start
        pair = _PAIR.search(text, max(0, at - _BETWEEN), at)
        says = entry.weight * _TITLE_WEIGHT / (1 if pair or entry.country in told or not any(told.values()) else 2)
        told[entry.country] = max(told.get(entry.country, 0), says)
    return told


def _weight(mention: PlaceMention, text: str) -> float:
    """How much a name of a place says of where a story plays."""
    if _HYPHENED.match(text, mention.end):
        return 0
    if mention.place.kind in ("country", "demonym") and _POST.match(text, mention.end):
        return 0
    visited = mention.place.kind in _VISITABLE and _is_in(mention, text)
    return _TOWN_WEIGHT if visited else 1


def finder(sentences: Sequence[Sentence]) -> Callable[[int], int | None]:
    """What tells in which of some sentences, in the order of the text, an offset lies."""
    starts = [item.span.start for item in sentences]

    def at(offset: int) -> int | None:
        place = bisect_right(starts, offset) - 1
        return place if place >= 0 and offset < sentences[place].span.end else None

    return at


def ranked(named: Sequence[Named], sentences: Sequence[Sentence], title: Mapping[str, float] = _NOTHING) -> str:
    """The country that most sentences speak of; a sentence counts once, by the word that says most."""
    lead_end = next((item.span.end for item in sentences if item.kind == "body"), 0)
    votes: Counter[str] = Counter()
    votes.update(title)
    at = finder(sentences)
    for place, held in groupby(named, key=lambda entry: at(entry.start)):
        if place is not None:
            votes.update(_told(tuple(held), sentences[place], lead_end))
    first = min(((-count, country) for country, count in votes.items() if country), default=(0.0, ""))
    return first[1]


def _told(named: Sequence[Named], item: Sentence, lead_end: int) -> dict[str, float]:
    """What the countries that a sentence names count."""
    if item.kind == "title":
        return heading(named, item.span.text, item.span.start)
    told: dict[str, float] = {}
    written_in = {entry.country for entry in named if _is_dateline(entry, item)}
    abroad = len({entry.country for entry in named if not _is_dateline(entry, item)} - written_in) == 1
    elsewhere = abroad and not any(entry.country in written_in and not _is_dateline(entry, item) for entry in named)
    for entry in named:
        told[entry.country] = max(told.get(entry.country, 0), _says(entry, item, lead_end, elsewhere))
    return told


def _is_dateline(entry: Named, item: Sentence) -> bool:
    return entry.start < item.span.start + dateline_end(item.span.text)


def _says(entry: Named, item: Sentence, lead_end: int, elsewhere: bool) -> float:
    """How much a word says of the country of an article, by where it stands.

    A dateline says less where the lead behind it speaks of one country ``elsewhere``: "LONDON - Ada Lund, who ruled
    Uganda".
    """
    if _is_dateline(entry, item):
        return 1 if elsewhere else _DATELINE_WEIGHT
    return entry.weight * (_LEAD_WEIGHT if item.span.start < lead_end else 1)
