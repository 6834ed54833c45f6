"""Agency copy that several articles print word for word tells one event, whatever else is known of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping
from typing import Protocol

from timeline.merge import dating
from timeline.merge.cluster import Group
from timeline.merge.names import fold
from timeline.models import EventDate

LEAST_WORDS = 8
"""Shorter sentences ("He was arrested.") are the same by chance."""

COPIED = "same sentence word for word"
"""What joined a cluster to an event that has a sentence of it."""

Copy = tuple[str, str, str, int]
"""Type, mode, folded sentence, and which of its triggers."""


class Signed(Protocol):
    """What two groups that share a sentence are compared by."""

    @property
    def country(self) -> str:
        """Its country."""

    @property
    def date(self) -> EventDate:
        """Its best known date."""


class Moded(Protocol):
    """What tells two events apart that one sentence tells."""

    @property
    def mode(self) -> str:
        """The group's mode."""


Key = tuple[str, EventDate]
"""What two clusters that share a sentence are compared by: the country and date of their first groups."""


class Copied:
    """Clusters of one event type, given one by one in canonical order, and the events that those before them make.

    What becomes of a cluster depends only on those that share a sentence with it.
    """

    def __init__(self) -> None:
        self._firsts: list[int] = []  # number of the first group of each event
        self._keys: list[Key] = []
        self._articles: list[set[Hashable]] = []
        self._places: dict[Hashable, int] = {}  # copied sentence -> the first event that has it

    def join(self, first: int, articles: set[Hashable], key: Key, copies: Iterable[Hashable]) -> int:
        """The first group of the event that a cluster is part of: its own, unless an earlier event has its sentence.

        ``first`` is the number of its first group, ``articles`` are those that tell it.
        """
        sentences = list(dict.fromkeys(copies))
        places = sorted({self._places[copy] for copy in sentences if copy in self._places})
        fits = (place for place in places if not self._articles[place] & articles)  # an article tells an event once
        place = next((place for place in fits if _agree(self._keys[place], key)), None)
        if place is None:
            place = len(self._firsts)
            self._firsts.append(first)
            self._keys.append(key)
            self._articles.append(set())
        self._articles[place] |= articles
        for copy in sentences:
            self._places.setdefault(copy, place)
        return self._firsts[place]


def join_copies(
    clusters: Iterable[list[int]],
    signed: Mapping[int, tuple[Signed, str]],
    copies_in: Callable[[int], Iterable[Hashable]],
    why: MutableMapping[int, str],
) -> list[list[int]]:
    """Join clusters of different articles that share a sentence word for word and whose dates do not disagree.

    ``clusters`` hold numbers of groups, of which ``signed`` knows signature and article id and ``copies_in`` the
    sentences, and come in canonical order; ``why`` gets the reason of the group that opened the joined cluster.
    """
    kept: dict[int, list[int]] = {}
    copied = Copied()
    for cluster in clusters:
        opened = next(number for number in cluster if why[number] == "first")
        copies = (copy for number in cluster for copy in copies_in(number))
        key = signed[cluster[0]][0]
        first = copied.join(opened, {signed[number][1] for number in cluster}, (key.country, key.date), copies)
        if first != opened:
            why[opened] = COPIED
        kept.setdefault(first, []).extend(cluster)
    return list(kept.values())


def copies_of(signature: Moded, group: Group) -> Iterator[Copy]:
    """The sentences of a group that are the same in another article only if one copied them."""
    for mention in group.mentions:
        quote = fold(mention.sentence.span.text)
        if mention.sentence.kind != "title" and quote.count(" ") >= LEAST_WORDS - 1:
            yield group.event_type, signature.mode, quote, mention.trigger.start - mention.sentence.span.start


def _agree(first: Key, second: Key) -> bool:
    """Whether countries and dates can be one: "on Monday" in two weeks is two events."""
    same_country = first[0] == second[0] or not (first[0] and second[0])
    return same_country and dating.overlap(first[1], second[1])
