"""What country an article is about, and each story of a digest."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile
from operator import attrgetter, itemgetter

from timeline.frames.naming.capitals import dateline_end
from timeline.frames.where.about import Named, all_named, finder, heading, ranked
from timeline.gazetteers.namesakes import namesake
from timeline.gazetteers.places import PlaceMention
from timeline.models import Sentence

_DIGEST = 3  # headings between texts, or paragraphs on different countries, that make an article a digest
_SCENE = re.compile(r"(?:(?:And|But|Yet|Meanwhile),? )?(?:[Ii]n|[Aa]cross|[Tt]hroughout) (?:the )?")
_MOVABLE = ("city", "subnational", "region")


@dataclass(frozen=True)
class Story:
    """The places an article names, by position, and the country it is about."""

    places: tuple[PlaceMention, ...]
    country: str
    sections: tuple[tuple[int, str], ...] = ()  # of a digest: where each story begins, and its country
    scenes: tuple[tuple[int, int, str], ...] = ()  # from where to where a paragraph tells of another country, and which
    written_in: PlaceMention | None = None  # the place of the dateline

    def country_at(self, offset: int) -> str:
        """The country of the story that an offset lies in."""
        scene = bisect_right(self.scenes, offset, key=itemgetter(0)) - 1
        if scene >= 0 and offset < self.scenes[scene][1]:
            return self.scenes[scene][2]
        section = bisect_right(self.sections, offset, key=itemgetter(0)) - 1
        return (self.sections[section][1] if section >= 0 else "") or self.country

    def within(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """The place names between two offsets."""
        first = bisect_left(self.places, start, key=attrgetter("start"))
        following = takewhile(lambda place: place.start < end, islice(self.places, first, None))
        return tuple(place for place in following if place.end <= end)


def story(text: str, title: str, sentences: Sequence[Sentence]) -> Story:
    """The places of an article; its country is the one most sentences speak of, the title and the lead counting more.

    Of several places of one name it is the one in the story's country.
    """
    read = [item for item in sentences if item.kind != "boilerplate"]
    at = finder(read)
    headed, named, places = all_named(title, text)
    named = tuple(entry for entry in named if at(entry.start) is not None)
    places = tuple(place for place in places if at(place.start) is not None)
    country = ranked(named, sentences, heading(headed, title))
    sections = _sections(places, named, sentences)
    over = sentences[0].span.end if sentences and sentences[0].kind == "title" else 0
    titled = (*headed, *(entry for entry in named if entry.start < over))
    if not (sections or any(entry.country == country for entry in titled)):  # a title that names it heads no digest
        sections = _paragraphs(named, sentences)
    told = Story(places, country, sections, _scenes(places, sentences), _dateline(places, sentences))
    return replace(told, places=tuple(_at_home(place, text, told) for place in places))


def _at_home(mention: PlaceMention, text: str, told: Story) -> PlaceMention:
    """A place whose name is also one in the story's country is that one."""
    country = told.country_at(mention.start)
    if mention.place.kind not in _MOVABLE or mention.place.country == country or not country:
        return mention
    home = namesake(text[mention.start : mention.end], country)
    return replace(mention, place=home) if home else mention


def _sections(
    places: Sequence[PlaceMention], named: Sequence[Named], sentences: Sequence[Sentence]
) -> tuple[tuple[int, str], ...]:
    """The stories of a digest, by heading or dateline, with the country each names most; () for one story."""
    openings = [(item.span.start, _opening_end(item)) for item in sentences]
    starts = [start for start, end in openings if start < end and any(start <= place.start < end for place in places)]
    if len(starts) < _DIGEST:
        return ()
    found = []
    for start, end in zip(starts, (*starts[1:], sentences[-1].span.end), strict=True):
        inside = [entry for entry in named if start <= entry.start < end]
        held = tuple(item for item in sentences if start <= item.span.start < end)
        found.append((start, ranked(inside, held)))
    return tuple(found)


def _paragraphs(named: Sequence[Named], sentences: Sequence[Sentence]) -> tuple[tuple[int, str], ...]:
    """The stories of a digest without headings: paragraphs on countries of their own, and no country in many of them.

    An article on one country that tells what others say of it names that country again and again.
    """
    body = (item for item in sentences if item.kind == "body")
    paragraphs = [tuple(held) for _, held in groupby(body, key=lambda item: item.paragraph)]
    inside = [
        [entry for entry in named if held[0].span.start <= entry.start < held[-1].span.end] for held in paragraphs
    ]
    stories = [ranked(entries, held) for entries, held in zip(inside, paragraphs, strict=True)]
    present = Counter(country for entries in inside for country in {entry.country for entry in entries})
    brief = 2 * sum(map(len, paragraphs)) < 3 * len(paragraphs)  # talk, or a sentence a paragraph
    silent = 3 * sum(not country for country in stories) > len(paragraphs)  # an interview names a country now and then
    if brief or silent or len(set(filter(None, stories))) <= _DIGEST or 3 * max(present.values()) > len(paragraphs) + 2:
        return ()
    return tuple((held[0].span.start, country) for held, country in zip(paragraphs, stories, strict=True))


def _opening_end(sentence: Sentence) -> int:
    """Where the words end that open a story of a digest: a heading, or a dateline ("RANGOON - ")."""
    if sentence.kind == "title":
        return sentence.span.end
    return sentence.span.start + dateline_end(sentence.span.text)


def _scenes(places: Sequence[PlaceMention], sentences: Sequence[Sentence]) -> tuple[tuple[int, int, str], ...]:
    """The runs of sentences of a paragraph that "In Chad, ..." opens, as long as they name no other country."""
    inside: defaultdict[int | None, list[PlaceMention]] = defaultdict(list)
    at = finder(sentences)
    for place in places:
        inside[at(place.start)].append(place)
    scenes: list[tuple[int, int, str]] = []
    before: Sentence | None = None
    for number, item in enumerate(sentences):
        opened = _opened(item, inside[number])
        goes_on = scenes and before is not None and before.span.end == scenes[-1][1]
        if opened:
            scenes.append((item.span.start, item.span.end, opened))
        elif goes_on and before is not None and item.paragraph == before.paragraph:
            start, _, country = scenes[-1]
            if all(place.place.country in ("", country) for place in inside[number]):
                scenes[-1] = (start, item.span.end, country)
        before = item
    return tuple(scenes)


def _opened(item: Sentence, places: Sequence[PlaceMention]) -> str:
    """The country of the place that a sentence begins with."""
    opening = _SCENE.match(item.span.text)
    start = item.span.start + opening.end() if opening is not None else -1
    return places[0].place.country if places and places[0].start == start else ""


def _dateline(places: Sequence[PlaceMention], sentences: Sequence[Sentence]) -> PlaceMention | None:
    lead = next((item.span for item in sentences if item.kind == "body"), None)
    end = lead.start + dateline_end(lead.text) if lead else 0
    return next((place for place in places if lead and lead.start <= place.start < end), None)
