"""When two names are the same: case, accents, titles and short forms do not make two people."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from timeline.models import EntityKind, Participant

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_IN_BRACKETS = re.compile(r"^(?P<name>[^()\[\]]+?)\s*[(\[](?P<other>[^()\[\]]+)[)\]]$")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is easier to read as a text."""
    return frozenset(text.split())


_TITLES = word_set("""
    mr mrs ms miss dr prof professor sir dame lord lady president vice deputy prime first former acting interim
    incumbent outgoing foreign defence defense interior finance minister premier chancellor secretary state
    general gen major maj lieutenant lt colonel col captain capt sergeant sgt marshal admiral brigadier
    commander senator sen governor gov mayor congressman congresswoman representative rep mp king queen prince
    princess emperor sheikh emir sultan judge justice chief bishop archbishop cardinal pope father rev reverend
    imam ayatollah ambassador spokesman spokeswoman spokesperson leader candidate activist journalist lawyer
    opposition president-elect
""")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case words without accents or punctuation: what two spellings of one name share."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain.replace("’s", "").replace("'s", "")))


@lru_cache(maxsize=65536)
def bare(name: str, kind: EntityKind = "group") -> str:
    """The name as it is to be shown: no article, possessive, acronym in brackets or, for a person, title."""
    name = " ".join(name.split())
    inside = _IN_BRACKETS.match(name)
    name = inside["name"] if inside else name
    name = _POSSESSIVE.sub("", _ARTICLE.sub("", name)).strip(' ,.;:-–—"“”')
    return _without_titles(name) if kind == "person" else name


def acronym(name: str) -> str:
    """What stands in brackets behind a name: "Central Bank (CB)" is also called "CB"."""
    inside = _IN_BRACKETS.match(" ".join(name.split()))
    return inside["other"].strip() if inside else ""


def _without_titles(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=65536)
def words_of(name: str, kind: EntityKind = "group") -> tuple[str, ...]:
    """The folded words of a bare name."""
    return tuple(fold(bare(name, kind)).split())


def is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all words of ``short`` stand in ``full`` in that order, and ``full`` has more of them."""
    if not short or len(short) >= len(full):
        return False
    rest = iter(full)
    return all(word in rest for word in short) and any(len(word) > 2 for word in short)


def is_initials(short: str, full: str) -> bool:
    """Whether ``short`` is made of the first letters of the capitalised words of ``full``: "NEC"."""
    first = "".join(word[0] for word in re.findall(r"[^\W\d_]+", full) if word[0].isupper())
    return len(short) > 1 and short.isupper() and short == first


def same_party(a: Participant, b: Participant) -> bool:
    """Whether two participants can be one: the same country, the same name, or a short form of it."""
    if a.kind == b.kind == "country" and a.country and b.country:
        return a.country == b.country
    if (a.kind == "country") != (b.kind == "country"):
        return False
    ours, theirs = words_of(a.name, a.kind), words_of(b.name, b.kind)
    if a.named != b.named or not ours or not theirs:
        return False
    return ours == theirs or is_short_form(ours, theirs) or is_short_form(theirs, ours)
