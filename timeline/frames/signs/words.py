"""The signs of a sentence: its words without endings, their classes, which word follows which. All names are one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from timeline.frames.words.lexicon import classes_of_words

_WORD = re.compile(r"[^\W\d_]{1,60}|\d{1,60}|%")  # whatever is longer is no word, and is not remembered whole
_ENDING = re.compile(r"(?:ings?|ed|es|ers?|s|e)$")
_SHORTEST = 4  # letters: "used" is left alone
_DAYS = frozenset(
    """january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
NAME, NUMBER, DAY = "<name>", "<number>", "<day>"
_SHOUTED = 0.6  # share of words with a capital in headlines that give one to nearly every word


def signs_of(text: str) -> set[str]:
    """The stems of a sentence, their classes and the pairs of neighbours: "stem", "@class", "stem stem"."""
    words = _WORD.findall(text)
    shouted = len(words) > 3 and sum(word[0].isupper() for word in words) > _SHOUTED * len(words)
    stems = [_stem_of(word, place > 0 and not shouted) for place, word in enumerate(words)]
    known = _classes()
    found = {f"{first} {second}" for first, second in pairwise(stems)}
    return found.union(stems, *(known[each] for each in stems if each in known))


@lru_cache(maxsize=1 << 16)  # words recur
def _stem_of(word: str, named: bool) -> str:
    """The stem of a word; a name, a number and a day are the same sign whichever they are."""
    lower = word.lower()
    if lower.isdigit():
        return NUMBER
    if word[0].isupper() and lower in _DAYS:
        return DAY
    if named and word[0].isupper() and lower not in classes_of_words():
        return NAME
    return stem(lower)


def stem(word: str) -> str:
    """A word in lower case without its ending: "stormed" and "storms" are one sign."""
    return _ENDING.sub("", word) if len(word) > _SHORTEST else word


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """Stem -> the classes of the lexicon that its words belong to."""
    found: dict[str, frozenset[str]] = {}
    for word, names in classes_of_words().items():
        found[stem(word)] = found.get(stem(word), frozenset()) | {f"@{name}" for name in names}
    return found
