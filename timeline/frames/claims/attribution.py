"""The value that claims are made of: who said which words of an article, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

_STRETCH = 1000  # characters of an article whose sayings are looked through together

ClaimKind = Literal["statement", "accusation", "denial", "confirmation"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks. ``start`` and ``end`` hold the whole noun phrase, ``head_start`` and ``head_end`` the name in it.

    ``text`` is the name where there is one ("Ada Lund" of "Foreign Minister Ada Lund"), else the phrase without
    its article. "" stands for hearsay.
    """

    text: str
    start: int
    end: int
    head_start: int
    head_end: int
    pronoun: bool = False
    several: bool = False


NOBODY = Source("", -1, -1, -1, -1)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of an article and the source they are given to. All offsets are those of the article.

    ``start`` and ``end`` enclose what is claimed, ``cue_start`` is where the cue begins. A cue of hearsay
    ("allegedly", "is said to") has the source "". ``outlet`` is who relayed it, ``direct`` whether it is quoted.
    """

    source: str
    source_start: int
    source_end: int
    head_start: int
    head_end: int
    cue: str
    cue_start: int
    kind: ClaimKind
    start: int
    end: int
    sentence: int
    outlet: str = ""
    direct: bool = False
    pronoun: bool = False  # the source is a pronoun that nothing in the article resolved

    def covers(self, offset: int) -> bool:
        """Whether an offset of the article lies in what is claimed."""
        return self.start <= offset < self.end


class Sayings(tuple[Attribution, ...]):
    """The attributions of an article; what lies around an offset is found without going through all of them."""

    @cached_property
    def _stretches(self) -> Mapping[int, list[Attribution]]:
        found: defaultdict[int, list[Attribution]] = defaultdict(list)
        for item in self:
            for stretch in range(item.start // _STRETCH, max(item.start, item.end - 1) // _STRETCH + 1):
                found[stretch].append(item)
        return found

    @cached_property
    def _by_cue(self) -> Mapping[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for place, item in enumerate(self):
            found[item.cue_start].append(place)
        return found

    def over(self, offset: int) -> list[Attribution]:
        """Those whose claimed words hold an offset of the article, in their order."""
        return [item for item in self._stretches.get(offset // _STRETCH, ()) if item.covers(offset)]

    def cued(self, offsets: Collection[int]) -> list[Attribution]:
        """Those whose cue begins at one of some offsets, in their order."""
        return [self[place] for place in sorted(at for offset in set(offsets) for at in self._by_cue.get(offset, ()))]
