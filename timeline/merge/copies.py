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


def join_copies(
    clusters: Iterable[list[int]],
    signed: Mapping[int, tuple[Signed, str]],
    copies_in: Callable[[int], Iterable[Hashable]],
    why: MutableMapping[int, str],
) -> list[list[int]]:
    """Join clusters of different articles that share a sentence word for word and whose dates do not disagree.

    ``clusters`` hold numbers of groups, of which ``signed`` knows signature and article id and ``copies_in`` the
    sentences, and come in canonical order; ``why`` gets the reason of the group that opened the joined cluster.
    What becomes of a cluster depends only on those that share a sentence with it.
    """
    kept: list[list[int]] = []
    articles: list[set[str]] = []
    home: dict[Hashable, int] = {}
    for cluster in clusters:
        copies = list(dict.fromkeys(copy for number in cluster for copy in copies_in(number)))
        places = sorted({home[copy] for copy in copies if copy in home})
        told_by = {signed[number][1] for number in cluster}
        fits = (place for place in places if not articles[place] & told_by)  # an article tells an event once
        found = next((place for place in fits if _agree(signed[kept[place][0]][0], signed[cluster[0]][0])), None)
        if found is None:
            found = len(kept)
            kept.append(list(cluster))
            articles.append(told_by)
        else:
            opened = next(number for number in cluster if why[number] == "first")
            why[opened] = "same sentence word for word"
            kept[found].extend(cluster)
            articles[found] |= told_by
        for copy in copies:
            home.setdefault(copy, found)
    return kept


def copies_of(signature: Moded, group: Group) -> Iterator[Copy]:
    """The sentences of a group that are the same in another article only if one copied them."""
    for mention in group.mentions:
        quote = fold(mention.sentence.span.text)
        if mention.sentence.kind != "title" and quote.count(" ") >= LEAST_WORDS - 1:
            yield group.event_type, signature.mode, quote, mention.trigger.start - mention.sentence.span.start


def _agree(first: Signed, second: Signed) -> bool:
    """Whether countries and dates can be one: "on Monday" in two weeks is two events."""
    same_country = first.country == second.country or not (first.country and second.country)
    return same_country and dating.overlap(first.date, second.date)
