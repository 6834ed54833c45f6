"""Names as they are compared: words without case, accents and dots, with their places in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# A word is an abbreviation with dots ("U.S.", "U.K"), or a run of letters, digits and combining marks.
_WORD = re.compile(r"(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?|[A-Z]\.[A-Z](?![^\W_.])|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
# Letters that Unicode does not decompose.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h"}
)
_ABBREVIATED = frozenset({"st", "ste", "sta", "mt", "ft", "pt", "n", "s", "no"})
_JOINTS = frozenset({" ", "-", "‐", "‑", "'", "’", "ʻ", "‘", "`", " & ", "\n", "\u00a0", "\u202f"})


class Word(NamedTuple):
    """A word of a text: its offsets, its spelling there, and its folded form."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital (or a letter of a script that has none, or a digit)."""
        return not self.text[0].islower()


def fold(text: str) -> str:
    """Lower case without accents; for comparison only, lengths change."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=2)  # an article is asked for places and for leaders
def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a text stand, in linear time: for those who need few of them."""
    return tuple(map(re.Match.span, _WORD.finditer(text)))


def read_word(text: str, span: tuple[int, int]) -> Word:
    """The word at one of those places."""
    spelling = text[span[0] : span[1]]
    return Word(*span, spelling, folded(spelling))


@lru_cache(maxsize=8192)  # the words of names come again and again
def folded(spelling: str) -> str:
    """A word as it is compared: folded, without dots."""
    return fold(spelling).replace(".", "")


def words(text: str) -> Iterator[Word]:
    """The words of a text, in linear time."""
    return (read_word(text, match.span()) for match in _WORD.finditer(text))


def key(name: str) -> str:
    """What two spellings of one name have in common: its folded words, one blank between them."""
    if name.isascii() and name.isalpha():  # most names, and the gazetteers hold many
        return name.lower()
    return _key(name)


@lru_cache(maxsize=8192)  # an article names the same people and places again and again
def _key(name: str) -> str:
    return " ".join([word.folded for word in words(name)])


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two neighbouring words can belong to one name."""
    gap = text[left.end : right.start]
    if gap in _JOINTS:
        return True
    return gap in (". ", ".") and left.folded in _ABBREVIATED


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only ("UAE", "U.S."), so that "us" is none."""
    return name.isupper() and len(name.replace(".", "")) <= 6 and " " not in name
