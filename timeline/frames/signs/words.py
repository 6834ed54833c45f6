"""The signs of a sentence: its words without their endings, and which word follows which. Names are not told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.frames.words.lexicon import class_words

_WORD = re.compile(r"[^\W\d_]+|\d+|%")
_ENDING = re.compile(r"(?:ings?|ed|es|ers?|s|e)$")
_SHORTEST = 4  # letters: "used" is left alone
_DAYS = frozenset(
    """january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
NAME, NUMBER, DAY = "<name>", "<number>", "<day>"
_SHOUTED = 0.6  # share of words with a capital in headlines that give one to nearly every word


def signs_of(text: str) -> frozenset[str]:
    """The stems of a sentence and its pairs of neighbours, as "stem" and "stem stem"."""
    stems = tuple(stem for stem, _ in stems_of(text))
    return frozenset(stems) | {f"{first} {second}" for first, second in zip(stems, stems[1:], strict=False)}


def stems_of(text: str) -> Iterator[tuple[str, int]]:
    """The stem of each word and where it starts; a name, a number and a day are the same sign whichever they are."""
    found = list(_WORD.finditer(text))
    capital = [word for word in found if word.group()[0].isupper()]
    shouted = len(found) > 3 and len(capital) > _SHOUTED * len(found)
    for place, word in enumerate(found):
        yield _sign(word.group(), named=place > 0 and not shouted), word.start()


def _sign(word: str, *, named: bool) -> str:
    lower = word.lower()
    if lower.isdigit():
        return NUMBER
    if word[0].isupper() and lower in _DAYS:
        return DAY
    if named and word[0].isupper() and lower not in class_words():
        return NAME
    return stem(lower)


@cache
def stem(word: str) -> str:
    """A word in lower case without its ending: "stormed" and "storms" are one sign."""
    return _ENDING.sub("", word) if len(word) > _SHORTEST else word
