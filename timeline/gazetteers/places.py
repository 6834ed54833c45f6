"""Names of places in a text, and the country a phrase names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.gazetteers.names import folded, joined, key, read_word, word_spans, words
from timeline.gazetteers.namesakes import settled
from timeline.gazetteers.persons import is_person
from timeline.gazetteers.place_index import Index, Name, Place, PlaceKind, index

__all__ = ["Place", "PlaceKind", "PlaceMention", "country_of", "find_place", "scan"]

# After these a capitalised word that may be a person's name or an ordinary word is a place.
_PLACE_PREPOSITION = re.compile(r"\b(?:in|near|outside|around|across|throughout) (?:the (?:city|town) of )?$", re.I)
# "pro-Russian", "anti-American": not of that country.
_OPPOSED = re.compile(r"\b(?:anti|pro|non|ex|post|pre)[-‐‑]$", re.I)
# "Iran-backed militia", "US-born cleric": the country stands behind the noun, it is not what the phrase names.
_COMPOUND = re.compile(
    r"[-‐‑](?:back|bear|born|made|style|speak|sponsor|support|train|arm|fund|align|link|educat|built)"
)
_BASED = re.compile(r"[-‐‑]based\b")
# "Lebanon County" and "Georgia Avenue" lie elsewhere; "Los Angeles County" is about where its city is.
_STREET = re.compile(r" (?:Street|Avenue|Road|Boulevard|Lane)\b")
_COUNTY = re.compile(r" (?:County|Township)\b")
_SURE = ("country", "demonym", "metonym", "capital")
_REACH = 40  # characters looked at before a name
_BEHIND = 6  # words looked at behind one


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place where a text has it: half-open offsets, and what it stands for."""

    start: int
    end: int
    place: Place


@lru_cache(maxsize=8192)
def find_place(name: str) -> Place | None:
    """The place that ``name`` as a whole is a name of, or None.

    Accents never matter; case does not either, except for abbreviations ("US") and words like "turkey".
    """
    whole = name.strip()
    for spelling in dict.fromkeys((whole, re.sub(r"^the\s+|['’]s?$", "", whole, flags=re.I))):
        place = _known_as(spelling)
        if place is not None:
            return place
    return None


def _known_as(name: str) -> Place | None:
    entry = index().names.get(key(name))
    if entry is None or entry.place is None:
        return None
    if entry.fits(list(words(name))):
        return entry.place
    lower = name.islower() and not (entry.acronym or entry.accents or entry.place.ambiguous or entry.risky)
    return entry.place if lower and key(name) not in index().words else None


def scan(text: str) -> tuple[PlaceMention, ...]:
    """Every name of a place in a text, the longest at each point, in order, never overlapping.

    Names that are also words or people's names ("Reading") count only after a preposition of place; phrases that
    only contain one ("New York Times", "anti-American") and people ("Victoria Nuland") do not count. Of several
    places of one name it is the one in the country or region that follows ("Valencia, Venezuela"), else the best
    known. Time is linear in the text.
    """
    found = list(_mentions(text))
    return tuple(
        PlaceMention(start, end, place) for (start, end, _), place in zip(found, settled(text, found), strict=True)
    )


def _mentions(text: str) -> Iterator[tuple[int, int, Place]]:
    names = index()
    found = word_spans(text)
    free = 0  # the first word that belongs to no name yet
    for at in [at for at, (start, end) in enumerate(found) if _may_open(text[start:end])]:
        if at < free:
            continue
        entry, size = _longest(text, found, at, names)
        free = at + size
        if entry is not None and entry.place is not None:
            start, end = found[at][0], found[free - 1][1]
            before = text[max(0, start - _REACH) : start]
            elsewhere = _STREET.match(text, end) or (entry.place.kind == "country" and _COUNTY.match(text, end))
            if elsewhere or not _named_here(entry, before):
                continue
            first = max(0, at - 1)
            around = [read_word(text, near) for near in found[first : free + _BEHIND]]
            if not is_person(text, around, at - first, size):
                yield start, end, entry.place


@lru_cache(maxsize=32768)  # asked of every word of every text
def _may_open(spelling: str) -> bool:
    """Whether a name may begin with a word as it is written: most words of a text are soon done with."""
    names = index()
    if spelling[0].islower() and spelling.isascii():
        return spelling.lower() in names.small
    return folded(spelling) in names.longest


def _named_here(entry: Name, before: str) -> bool:
    """Whether what stands before a name lets it be one of a place."""
    return not _OPPOSED.search(before) and (not entry.risky or _PLACE_PREPOSITION.search(before) is not None)


def _longest(text: str, found: Sequence[tuple[int, int]], at: int, names: Index) -> tuple[Name | None, int]:
    """The longest name that begins at a word, and how many words to go on by."""
    run = [read_word(text, found[at])]
    for span in found[at + 1 : at + names.longest[run[0].folded]]:
        word = read_word(text, span)
        if not joined(text, run[-1], word):
            break
        run.append(word)
    while run:
        entry = names.names.get(" ".join(word.folded for word in run))
        if entry is not None and entry.fits(run):
            return entry, len(run)
        run.pop()
    return None, 1


@lru_cache(maxsize=8192)
def country_of(name: str) -> str:
    """The country (alpha-3) that a phrase names, "" if none: "Venezuelan Foreign Ministry" is VEN.

    The first country, demonym or seat of government counts; a region or city, or where somebody is based
    ("Paris-based"), only if the phrase has nothing better; who stands behind somebody ("Iran-backed") never.
    """
    whole = find_place(name)
    if whole is not None:
        return whole.country
    fallback = ""
    for mention in scan(name):
        if _COMPOUND.match(name, mention.end):
            continue
        if mention.place.kind in _SURE and not _BASED.match(name, mention.end):
            return mention.place.country
        fallback = fallback or mention.place.country
    return fallback
