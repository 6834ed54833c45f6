"""The signs of a sentence: its words with and without endings, their classes, which follow which. All names are one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from timeline.frames.words.lexicon import classes_of_words

_WORD = re.compile(r"[^\W\d_]{1,60}|\d{1,60}|%")  # whatever is longer is no word, and is not remembered whole
_ENDING = re.compile(r"(?:ings?|ed|es|ers?|s|e)$")
_SHORTEST = 4  # letters: "used" is left alone
_BEGINNING = 5  # letters by which "demonstrator" and "demonstration" are alike
_SMALL = frozenset(
    """a an the of to in on at by for from with as and or but not this that which who it its he she they his her their
    is are wa were be been ha have had hi""".split()  # as `stem` leaves them
)
_DAYS = frozenset(
    """january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
NAME, NUMBER, DAY = "<name>", "<number>", "<day>"
_MANNER = frozenset({NAME, NUMBER, DAY, "day", "week", "month", "year", "weeks", "said", "s"}) | _SMALL
_JOINTS = re.compile(r"[ ~]|^[=^]")
_SHOUTED = 0.6  # share of words with a capital in headlines that give one to nearly every word


def signs_of(text: str) -> set[str]:
    """The signs of a sentence: what each word is by itself (see `signs_of_word`), and what stands side by side.

    Neighbours are "stem stem"; "stem~stem" are neighbours too once articles, prepositions and the like are left out.
    """
    words, stems = stemmed(text)
    found = {f"{first} {second}" for first, second in pairwise(stems)}
    found.update(f"{first}~{second}" for first, second in pairwise(telling(stems)))
    return found.union(*map(signs_of_word, words, stems))


def is_manner(sign: str) -> bool:
    """Whether a sign is one of how news is written, whatever it tells: "on <day>", "in <name>", "said"."""
    parts = [part for part in _JOINTS.split(sign) if part]
    return bool(parts) and all(part in _MANNER for part in parts)


def stemmed(text: str) -> tuple[list[str], list[str]]:
    """The words of a sentence as written, and the stem of each."""
    words = words_of(text)
    shouted = is_shouted(words)
    return words, [stem_of(word, bool(at) and not shouted) for at, word in enumerate(words)]


def words_of(text: str) -> list[str]:
    """The words and numbers of a sentence, as written."""
    return _WORD.findall(text)


def is_shouted(words: Sequence[str]) -> bool:
    """Whether nearly every word has a capital, as in some headlines, so that it makes no word a name."""
    return len(words) > 3 and sum([word[0].isupper() for word in words]) > _SHOUTED * len(words)


def telling(stems: Sequence[str]) -> list[str]:
    """Stems without those of articles, prepositions and the like."""
    return [each for each in stems if each not in _SMALL]


@lru_cache(maxsize=1 << 16)  # words recur
def signs_of_word(word: str, its_stem: str) -> frozenset[str]:
    """What a word is by itself: its stem, how that begins ("^demon"), its classes, the word as written ("=marched")."""
    found = {its_stem} | _classes().get(its_stem, frozenset())
    if its_stem.startswith("<"):
        return frozenset(found)
    if len(its_stem) > _BEGINNING:
        found.add(f"^{its_stem[:_BEGINNING]}")
    if len(word) >= _SHORTEST:
        found.add(f"={word.lower()}")
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def stem_of(word: str, named: bool) -> str:
    """The stem of a word; a name (if it may be ``named``), a number and a day are the same sign whichever they are."""
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
