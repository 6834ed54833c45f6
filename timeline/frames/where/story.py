"""What country an article is about, and each story of a digest."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from timeline.frames.naming.capitals import dateline_end
from timeline.gazetteers.leaders import leaders
from timeline.gazetteers.namesakes import namesake
from timeline.gazetteers.places import PlaceMention, scan
from timeline.models import Sentence

_TITLE_WEIGHT, _DATELINE_WEIGHT, _LEAD_WEIGHT = 4, 3, 2
_LEADER_WEIGHT = 1.5  # a foreign power is named by its capital and its name, one's own country by its leaders
_DIGEST = 3  # headings between texts, or paragraphs on different countries, that make an article a digest
_MOVABLE = ("city", "subnational", "region")


@dataclass(frozen=True)
class Story:
    """The places an article names, by position, and the country it is about."""

    places: tuple[PlaceMention, ...]
    country: str
    sections: tuple[tuple[int, str], ...] = ()  # of a digest: where each story begins, and its country
    written_in: PlaceMention | None = None  # the place of the dateline

    def country_at(self, offset: int) -> str:
        """The country of the story that an offset lies in."""
        own = [country for start, country in self.sections if start <= offset]
        return own[-1] if own and own[-1] else self.country

    def within(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """The place names between two offsets."""
        return tuple(place for place in self.places if start <= place.start and place.end <= end)


@dataclass(frozen=True)
class _Named:
    """A country that some word of a text speaks of, and how much that word says."""

    start: int
    country: str
    weight: float = 1


def story(text: str, title: str, sentences: Sequence[Sentence]) -> Story:
    """The places of an article; its country is the one most sentences speak of, the title and the lead counting more.

    Of several places of one name it is the one in the story's country.
    """
    read = [item for item in sentences if item.kind != "boilerplate"]
    at = _finder(read)
    places = tuple(place for place in scan(text) if at(place.start) is not None)
    named = [_Named(place.start, place.place.country) for place in places]
    named += [_Named(start, country, _LEADER_WEIGHT) for start, country in leaders(text) if at(start) is not None]
    country = _ranked(named, sentences, title)
    sections = _sections(places, named, sentences) or _paragraphs(named, sentences)
    told = Story(places, country, sections, _dateline(places, sentences))
    return replace(told, places=tuple(_at_home(place, text, told) for place in places))


def _finder(sentences: Sequence[Sentence]) -> Callable[[int], int | None]:
    """What tells in which of some sentences, in the order of the text, an offset lies."""
    starts = [item.span.start for item in sentences]

    def at(offset: int) -> int | None:
        place = bisect_right(starts, offset) - 1
        return place if place >= 0 and offset < sentences[place].span.end else None

    return at


def _at_home(mention: PlaceMention, text: str, told: Story) -> PlaceMention:
    """A place whose name is also one in the story's country is that one."""
    country = told.country_at(mention.start)
    if mention.place.kind not in _MOVABLE or mention.place.country == country or not country:
        return mention
    home = namesake(text[mention.start : mention.end], country)
    return replace(mention, place=home) if home else mention


def _ranked(named: Sequence[_Named], sentences: Sequence[Sentence], title: str) -> str:
    """The country that most sentences speak of; a sentence counts once, by the word that says most."""
    lead_end = next((item.span.end for item in sentences if item.kind == "body"), 0)
    at = _finder(sentences)
    best: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for entry in named:
        place = at(entry.start)
        if place is not None:
            says = _says(entry, sentences[place], lead_end)
            best[place][entry.country] = max(best[place].get(entry.country, 0), says)
    votes: Counter[str] = Counter()
    for told in best.values():
        votes.update(told)
    if title:
        votes.update({place.place.country: _TITLE_WEIGHT for place in scan(title)})
    ranked = sorted((-count, country) for country, count in votes.items() if country)
    return ranked[0][1] if ranked else ""


def _says(entry: _Named, item: Sentence, lead_end: int) -> float:
    """How much a word says of the country of an article, by where it stands."""
    if entry.start < item.span.start + dateline_end(item.span.text):
        return _DATELINE_WEIGHT
    weight = _TITLE_WEIGHT if item.kind == "title" else _LEAD_WEIGHT if item.span.start < lead_end else 1
    return entry.weight * weight


def _sections(
    places: Sequence[PlaceMention], named: Sequence[_Named], sentences: Sequence[Sentence]
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
        found.append((start, _ranked(inside, held, "")))
    return tuple(found)


def _paragraphs(named: Sequence[_Named], sentences: Sequence[Sentence]) -> tuple[tuple[int, str], ...]:
    """The stories of a digest without headings: paragraphs on countries of their own, and no country in many of them.

    An article on one country that tells what others say of it names that country again and again.
    """
    body = (item for item in sentences if item.kind == "body")
    paragraphs = [tuple(held) for _, held in groupby(body, key=lambda item: item.paragraph)]
    inside = [
        [entry for entry in named if held[0].span.start <= entry.start < held[-1].span.end] for held in paragraphs
    ]
    stories = [_ranked(entries, held, "") for entries, held in zip(inside, paragraphs, strict=True)]
    present = Counter(country for entries in inside for country in {entry.country for entry in entries})
    short = 2 * sum(map(len, paragraphs)) < 3 * len(
        paragraphs
    )  # talk, or a sentence a paragraph: no stories of their own
    silent = 3 * sum(not country for country in stories) > len(paragraphs)  # an interview names a country now and then
    if short or silent or len(set(filter(None, stories))) <= _DIGEST or 3 * max(present.values()) > len(paragraphs) + 2:
        return ()
    return tuple((held[0].span.start, country) for held, country in zip(paragraphs, stories, strict=True))


def _opening_end(sentence: Sentence) -> int:
    """Where the words end that open a story of a digest: a heading, or a dateline ("RANGOON - ")."""
    if sentence.kind == "title":
        return sentence.span.end
    return sentence.span.start + dateline_end(sentence.span.text)


def _dateline(places: Sequence[PlaceMention], sentences: Sequence[Sentence]) -> PlaceMention | None:
    lead = next((item.span for item in sentences if item.kind == "body"), None)
    end = lead.start + dateline_end(lead.text) if lead else 0
    return next((place for place in places if lead and lead.start <= place.start < end), None)
