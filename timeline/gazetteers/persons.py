"""Whether the name of a place is part of a person's name: "Jim Jordan", "Victoria Nuland"."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.gazetteers.names import Word
from timeline.gazetteers.place_index import index

# After a place's name these are no surname: "Jordan Valley", "Georgia Governor", "Paris Police".
_INSTITUTION = re.compile(
    r"air|airport|army|assembly|attack|attorney|bank|basin|bay|bishop|border|bridge|capitol|cathedral|central|chief|church|"
    r"city|club|coast|college|commission|compact|conference|congress|council|county|court|crown|declaration|"
    r"defen[cs]e|democrat|department|district|east|election|embassy|falls|force|foreign|gov|government|governor|"
    r"guard|harbo|hashemite|high|hospital|hotel|house|interior|international|island|junta|king|lake|law|legislat|mayor|"
    r"military|minist|national|navy|news|north|olympic|opera|opposition|parliament|party|peace|pact|police|port|post|"
    r"premier|presid|prime|prince|protest|protocol|province|queen|radio|rebel|republic|river|road|royal|secretary|"
    r"security|sen|senat|south|square|stadium|state|station|street|summit|supreme|talks|tech|television|times|"
    r"town|treaty|tribunal|tv|union|universit|valley|vote|west|zone"
)
# Words that stay small in headlines.
_SMALL = frozenset(
    {"a", "an", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on", "over", "to", "up", "with"}
)


# After these a name is a surname.
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mme", "dr", "prof", "judge", "sen", "rep", "gov", "sgt", "capt", "lt", "det", "rev"}
)


def is_person(text: str, tokens: list[Word], at: int, size: int) -> bool:
    """Whether the name at ``tokens[at : at + size]`` follows a title or given name, or is one before a surname."""
    if at and _titled(text, tokens[at - 1], tokens[at]):
        return True
    if at and _adjacent(text, tokens[at - 1], tokens[at]) and _given(tokens[at - 1]):
        return True
    after = at + size
    if size > 1 or after >= len(tokens) or not _given(tokens[at]) or not _adjacent(text, tokens[at], tokens[after]):
        return False
    surname = tokens[after]
    if not surname.capital or len(surname.text) < 3 or surname.text.isupper() or surname.text[0].isdigit():
        return False
    return not _INSTITUTION.match(surname.folded) and not _headline(text, tokens[after : after + 5])


def has_surname(text: str, name: str) -> bool:
    """Whether a text anywhere writes a name with a surname: "Lourdes" where it also has "Lourdes Calla"."""
    behind = re.finditer(rf"(?<!\w){re.escape(name)} (?P<surname>[^\W\d_]\w{{2,}})", text)
    surnames = (found["surname"] for found in behind)
    return any(word.istitle() and not _INSTITUTION.match(word.lower()) for word in surnames)


def _adjacent(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start] == " "


def _titled(text: str, title: Word, name: Word) -> bool:
    return title.capital and title.folded in _TITLES and text[title.end : name.start] in (" ", ". ")


def _given(word: Word) -> bool:
    return word.capital and not word.text.isupper() and word.folded in index().given


def _headline(text: str, run: list[Word]) -> bool:
    """Whether what follows a word is in capitals too, as in "Chad Expels French Envoy", so that they say nothing."""
    for left, right in pairwise(run):
        if text[left.end : right.start] != " ":
            return False
        if right.folded not in _SMALL:
            return right.capital
    return False
