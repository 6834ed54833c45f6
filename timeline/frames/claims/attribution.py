"""The value that claims are made of: who said which words of an article, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
