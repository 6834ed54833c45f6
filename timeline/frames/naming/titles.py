"""Read the titles around a name: "Foreign Minister X", "opposition leader X", "X, the interior minister,"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.frames.naming.capitals import Piece, Run
from timeline.frames.words.name_words import name_words, role_word
from timeline.gazetteers import places

_OPENING = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_RANKS = frozenset({"former", "ex", "late", "ousted", "deposed", "acting", "interim", "then", "deputy", "vice"})
# What ends an office told behind a name: "X, an adviser to the president", and "X, close to the president" has none.
_BEHIND_OFFICE = frozenset("of for and to with against by from under at on near like behind".split())
_SAID = ("said", "says", "told", "announced", "added")
_APPOSITION = 10  # pieces from the name to the word of office behind it, at most
_TAIL = 8  # pieces from there to the end of the apposition, at most


@dataclass(frozen=True, slots=True)
class Title:
    """An office or standing: its lower-case words, the last of which is its head, and the country it belongs to."""

    words: tuple[str, ...]
    country: str = ""

    @property
    def head(self) -> str:
        """The word of office itself: "minister" in "foreign minister"."""
        return self.words[-1]


def ranked(found: list[Piece], run: Run, titles: tuple[Title, ...]) -> tuple[Title, ...]:
    """A capitalised title with the lower-case word of rank before it: "former Finance Minister X"."""
    rank = found[run.first - 1].plain if run.first else ""
    if not titles or rank not in _RANKS:
        return titles
    return (Title((rank, *titles[0].words), titles[0].country), *titles[1:])


def title_before_name(found: list[Piece], run: Run) -> tuple[int, tuple[Title, ...], bool]:
    """Where the name begins after a title, the title, and whether only a form of address stands before it."""
    lists, split, polite, role_at, at = name_words(), run.first, False, -1, run.first
    while at < run.last:
        plain = found[at].plain
        if plain in lists.honorifics and at + 1 < run.last:
            polite, at = True, at + 1
            split = at
        elif role_word(plain, plural=False):
            role_at, at = at, at + 1
            if at + 1 < run.last and found[at].text in ("of", "for"):
                at = _complement(found, at + 1, run.last)
            split = at
        elif step := _titleish(found, at, run.last):
            at += step
        else:
            break
    if role_at < 0:
        return split, (), polite
    words = [found[index].plain for index in range(run.first, role_at)]
    country = _country_of(" ".join(piece.text for piece in found[run.first : split]))
    return (
        split,
        (Title((*(word for word in words if word in lists.modifiers), role_word(found[role_at].plain)), country),),
        polite,
    )


def _country_of(words: str) -> str:
    """The country that words of a title name: an "ethnic Indian premier" is none of India's."""
    return places.country_of(_ETHNIC.sub("", words))


def _titleish(found: list[Piece], at: int, end: int) -> int:
    """How many pieces from ``at`` may stand before a word of office: a country, a body, an adjective of office."""
    lists = name_words()
    for size in (3, 2, 1):
        if at + size < end and _country_of(" ".join(piece.text for piece in found[at : at + size])):
            place = places.find_place(" ".join(piece.text for piece in found[at : at + size]))
            if place is not None:
                return size
    word = found[at]
    if word.plain in lists.modifiers or word.plain in lists.organisations or word.text in ("of", "the"):
        return 1
    return 1 if word.text.isupper() and 2 <= len(word.text) <= 6 else 0


def _complement(found: list[Piece], at: int, end: int) -> int:
    """Where "of State", "of the National Assembly", "of Chile" ends."""
    lists = name_words()
    at += found[at].plain == "the"
    for size in (3, 2, 1):
        if at + size <= end and places.find_place(" ".join(piece.text for piece in found[at : at + size])):
            return at + size
    while at < end and (
        found[at].plain in lists.complements
        or found[at].plain in lists.organisations
        or found[at].plain in lists.modifiers
    ):
        at += 1
    return at


def title_before(found: list[Piece], first: int) -> tuple[tuple[Title, ...], int]:
    """A title in front: "opposition leader X", "the interior minister, X,", and where it begins."""
    at = first - 1
    comma = at >= 0 and found[at].text == ","
    if comma:
        at -= 1
    end = at
    lists = name_words()
    if comma:
        at = end = _back_over_of(found, end)
    elif end >= 2 and found[end].plain in lists.complements and found[end - 1].plain == "of":
        at = end = end - 2  # "secretary of state X"
    if end < 0 or not role_word(found[end].text) or found[end].kind != "word":
        return (), first
    while at > 0 and _joins(found, at - 1):
        at -= 1
    own = owner(found, at)
    if comma and not (own or at == 0 or found[at - 1].plain in _OPENING):
        return (), first
    words = tuple(piece.plain for piece in found[at:end] if piece.plain in lists.modifiers)
    country = _country_of(" ".join(piece.text for piece in found[at:first])) or own
    return (Title((*words, role_word(found[end].text)), country),), first if comma else at


def _joins(found: list[Piece], at: int) -> bool:
    piece = found[at]
    if piece.kind != "word":
        return False
    return piece.plain in name_words().modifiers or (piece.capital and bool(_country_of(piece.text)))


def _back_over_of(found: list[Piece], end: int) -> int:
    """The word of office before "of the Constitutional Court" and the like, going back at most ten words."""
    for at in range(end, max(-1, end - 11), -1):
        if found[at].kind not in ("word", "possessive"):
            return end
        follows = at == end or found[at + 1].plain in ("of", "for", "in", "to")
        if role_word(found[at].text, plural=False) and follows:
            return at
    return end


_MADE = frozenset({"elected", "appointed", "named", "installed", "re-elected", "reelected"})  # "X, named the premier"
_ETHNIC = re.compile(r"\bethnic(?:ally)? [A-Z][\w-]+")
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})


def title_after(found: list[Piece], run: Run) -> tuple[Title, ...]:
    """A title behind: "X, the interior minister," "X, a former premier turned critic,"."""
    last = run.last
    if last + 1 >= len(found) or found[last].text not in (",", "("):
        return ()
    if [piece.plain for piece in found[max(0, run.first - 2) : run.first]] == ["according", "to"]:
        return ()  # "According to X, the president said"
    if _acts_on(found, last + 1):
        return ()
    lists, head, head_at = name_words(), "", last
    words: list[str] = []
    for at in range(last + 1, min(len(found), last + _APPOSITION)):
        piece = found[at]
        if piece.kind == "number":
            continue
        if head and piece.plain in _SAID:
            return ()  # "the army has toppled X, the minister said": somebody else
        if piece.kind == "other" or piece.plain in lists.relatives or piece.plain in _BEHIND_OFFICE:
            break
        if head:
            words.append(head)
        head, head_at = piece.plain, at
        if (
            at == last + 1
            and piece.capital
            and not (role_word(head) or head in lists.modifiers or _country_of(piece.text))
        ):
            return ()
    if not head or not role_word(head):
        return ()
    stop = next((at for at in range(last + 1, len(found)) if found[at].kind == "other"), len(found))
    if stop - head_at > _TAIL or _names_another(found, head_at, stop):
        return ()
    to = (at for at in range(head_at, stop) if found[at].plain in _BEHIND_OFFICE - {"of", "for"})
    phrase = " ".join(piece.text for piece in found[last + 1 : next(to, stop)])  # of "the ambassador to Peru" none
    return (Title((*(word for word in words if word in lists.modifiers), role_word(head)), _country_of(phrase)),)


def _acts_on(found: list[Piece], at: int) -> bool:
    """Whether a verb follows the comma, not an office: "soldiers led by X, toppled the president"."""
    verb, behind = found[at], found[at + 1].plain if at + 1 < len(found) else ""
    return verb.plain.endswith("ed") and verb.plain not in _MADE and behind in _DETERMINERS


def _names_another(found: list[Piece], head: int, stop: int) -> bool:
    """Whether the title is somebody else's: "X, Secretary of State Y"."""
    if not found[head].capital:
        return False
    at = head + 1
    if at < stop and found[at].plain == "of":
        at = _complement(found, at + 1, stop)
    return at < stop and found[at].capital


def owner(found: list[Piece], first: int) -> str:
    """The country of a possessive right before: "Hungary's X"."""
    place = places.find_place(possessor(found, first))
    return place.country if place is not None else ""


def possessor(found: list[Piece], first: int) -> str:
    """The place of a possessive right before: "Hungary" of "Hungary's X"; "" where no place is named."""
    if first < 2 or found[first - 1].kind != "possessive":
        return ""
    named = (
        " ".join(piece.text for piece in found[first - 1 - size : first - 1]) for size in (3, 2, 1) if first > size
    )
    return next((name for name in named if places.find_place(name) is not None), "")
