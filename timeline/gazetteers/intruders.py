"""Gangs of hackers and malicious programs by the names that news gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.articles.words import words_in
from timeline.gazetteers.tables import FOLDER, read_table

INTRUDER_COLUMNS = ("name", "kind", "common")
_PATH = FOLDER / "intruders.csv"
_WORD = re.compile(r"\w+\$?")
_NUMBERED = re.compile(  # what firms that trace them number, and the animals and weather they are named by
    r"\b(?:APT-?\d+|UNC\d{3,}|TA\d{3,}|FIN\d{1,2}|Storm-\d{3,})\b|\b[A-Z]\w+ (?:Typhoon|Chollima)\b"
)
_KIND_INSIDE = re.compile(r"\b\w+(?:Wiper|Locker|Stealer|RAT|Ransom|Crypt)\b")  # "FrostWiper"


@dataclass(frozen=True, slots=True)
class Named:
    """A gang or program: the words of its name, and whether they are common words or names of others as well."""

    words: tuple[str, ...]
    common: bool


def known_intruders(text: str, on_computers: bool) -> frozenset[str]:
    """The known names in a text; those that mean other things too only where it is ``on_computers``."""
    names = _names()
    words = _WORD.findall(text) if _may_name(words_in(text)) else ()
    found = {
        " ".join(named.words)
        for at, word in enumerate(words)
        for named in names.get(word, ())
        if tuple(words[at : at + len(named.words)]) == named.words and (on_computers or not named.common)
    }
    found |= {hit.group() for hit in _NUMBERED.finditer(text)} if on_computers or "APT" in text else set()
    return frozenset(found | ({hit.group() for hit in _KIND_INSIDE.finditer(text)} if on_computers else set()))


@cache
def _by_longest_word() -> Mapping[str, tuple[frozenset[str], ...]]:
    """The words of each name in lower case, by the longest of them."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for words in (words_in(" ".join(named.words)) for listed in _names().values() for named in listed):
        longest = max(sorted(words), key=len)
        found[longest] = (*found.get(longest, ()), words)
    return found


def _may_name(words: frozenset[str]) -> bool:
    """Whether a text of these words can hold such a name."""
    known = _by_longest_word()
    return any(name <= words for longest in words & known.keys() for name in known[longest])


@cache
def _names() -> Mapping[str, tuple[Named, ...]]:
    """The names by their first words."""
    found: dict[str, tuple[Named, ...]] = {}
    for row in read_table(_PATH, INTRUDER_COLUMNS):
        words = tuple(_WORD.findall(row["name"]))
        if row["kind"] not in ("group", "program") or not words_in(row["name"]):
            raise row.error(f"{row['name']!r} of kind {row['kind']!r}; write a name, and group or program")
        found[words[0]] = (*found.get(words[0], ()), Named(words, row.flag("common")))
    return found
