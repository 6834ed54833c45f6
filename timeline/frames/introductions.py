"""Read one capitalised sequence of a sentence: whose name it is, with which title, in which country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.frames.capitals import Piece, Run
from timeline.frames.name_words import name_words, role_word
from timeline.gazetteers import places
from timeline.gazetteers.organisations import find_organisation

NameKind = Literal["person", "organisation", "place", "thing", "role"]
_LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "around", "into", "throughout"})
_RANKS = frozenset({"former", "ex", "late", "ousted", "deposed", "acting", "interim", "then", "deputy", "vice"})
_GANGS = frozenset(
    {
        "gang",
        "gangs",
        "cartel",
        "cartels",
        "organization",
        "organizations",
        "organisation",
        "organisations",
        "rebels",
        "militants",
    }
)
_PARTIES = frozenset({"party", "bloc", "movement", "alliance", "coalition", "militia", "faction", "newspaper", "daily"})
_DETERMINERS = frozenset({"the", "a", "an"})
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


@dataclass(frozen=True, slots=True)
class Introduction:
    """A capitalised name where it stands: offsets of the name alone, and of the title before it."""

    name: str
    kind: NameKind
    start: int
    end: int
    left: int  # where the title before the name begins, else ``start``
    titles: tuple[Title, ...] = ()
    acronym: str = ""
    country: str = ""
    sure: bool = True  # a title, an honorific or an apposition says so


def introduce(found: list[Piece], run: Run, text: str) -> Introduction:
    """What a run of capitalised words introduces."""
    split, titles, polite = _title(found, run)
    name = text[found[min(split, run.last - 1)].start : found[run.last - 1].end]
    whole = text[found[run.first].start : found[run.last - 1].end]
    start, left, end = found[min(split, run.last - 1)].start, found[run.first].start, found[run.last - 1].end
    body = _body(found, run, whole)
    if _opens(found, run) and body == "organisation" and found[run.first].plain in name_words().organisations:
        return Introduction(whole, "role", left, end, left)  # "Guards fired": a capital only for the sentence
    if body and not (titles and split < run.last and not _body(found, Run(split, run.last), name)):
        return Introduction(
            whole, body, left, end, left, (), _acronym(found, run), _country(whole) or _owner(found, run.first)
        )
    if split >= run.last:
        return Introduction(whole, "role", left, end, left, titles)
    if not titles and (party := _party(found, run)):
        return Introduction(text[left:party], "organisation", left, party, left, (), "", _owner(found, run.first))
    before, reach = _before(found, run.first)
    if titles and before and not before[0].words[:-1]:
        before, reach = (), run.first  # "the incumbent President X": a word of rank, not a second office
    titles = _ranked(found, run, titles) + before + _after(found, run)
    country = next((title.country for title in titles if title.country), "") or _owner(found, run.first)
    left = found[reach].start if before and reach < run.first else left
    kind, sure = _person(found, run, split, bool(titles) or polite)
    return Introduction(name, kind, start, end, left, titles, _acronym(found, run), country, sure)


def _party(found: list[Piece], run: Run) -> int:
    """Where the lower-case noun of a party's name ends ("the Reform party"); 0 if none follows."""
    behind = found[run.last] if run.last < len(found) else None
    named = behind is not None and behind.kind == "word" and behind.text in _PARTIES
    return behind.end if behind is not None and named else 0


def _ranked(found: list[Piece], run: Run, titles: tuple[Title, ...]) -> tuple[Title, ...]:
    """A capitalised title with the lower-case word of rank before it: "former Finance Minister X"."""
    rank = found[run.first - 1].plain if run.first else ""
    if not titles or rank not in _RANKS:
        return titles
    return (Title((rank, *titles[0].words), titles[0].country), *titles[1:])


def _opens(found: list[Piece], run: Run) -> bool:
    """Whether a single word stands first in its sentence."""
    return run.last - run.first == 1 and (run.first == 0 or found[run.first - 1].text in ("“", '"', "‘"))


def _title(found: list[Piece], run: Run) -> tuple[int, tuple[Title, ...], bool]:
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
    country = _country(" ".join(piece.text for piece in found[run.first : split]))
    return (
        split,
        (Title((*(word for word in words if word in lists.modifiers), role_word(found[role_at].plain)), country),),
        polite,
    )


def _titleish(found: list[Piece], at: int, end: int) -> int:
    """How many pieces from ``at`` may stand before a word of office: a country, a body, an adjective of office."""
    lists = name_words()
    for size in (3, 2, 1):
        if at + size < end and places.country_of(" ".join(piece.text for piece in found[at : at + size])):
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


def _body(found: list[Piece], run: Run, whole: str) -> Literal["organisation", "place", "thing", ""]:
    """Whether the sequence as a whole names an organisation, a place or a thing."""
    lists = name_words()
    if places.find_place(whole) is not None:
        return "place"
    if find_organisation(whole) is not None:
        return "organisation"
    inner = [piece.plain for piece in found[run.first : run.last]]
    of = next((index for index, word in enumerate(inner) if word in ("of", "for")), len(inner))
    if len(inner) > 1 and of and inner[of - 1] in lists.things:
        return "thing"
    if of and inner[of - 1] in lists.organisations:
        return "organisation"
    if len(inner) == 1 and found[run.first].text.isupper() and len(inner[0]) > 1:
        return "organisation"
    return ""


def _before(found: list[Piece], first: int) -> tuple[tuple[Title, ...], int]:
    """A title in front: "opposition leader X", "the interior minister, X,", and where it begins."""
    at = first - 1
    comma = at >= 0 and found[at].text == ","
    if comma:
        at -= 1
    end = at
    lists = name_words()
    if comma:
        at = end = _back_over_of(found, end)
    if end < 0 or not role_word(found[end].text) or found[end].kind != "word":
        return (), first
    while at > 0 and _joins(found, at - 1):
        at -= 1
    owner = _owner(found, at)
    if comma and not (owner or at == 0 or found[at - 1].plain in _DETERMINERS | {"its", "his", "her", "their"}):
        return (), first
    words = tuple(piece.plain for piece in found[at:end] if piece.plain in lists.modifiers)
    country = _country(" ".join(piece.text for piece in found[at:first])) or owner
    return (Title((*words, role_word(found[end].text)), country),), first if comma else at


def _joins(found: list[Piece], at: int) -> bool:
    piece = found[at]
    if piece.kind != "word":
        return False
    return piece.plain in name_words().modifiers or (piece.capital and bool(places.country_of(piece.text)))


def _back_over_of(found: list[Piece], end: int) -> int:
    """The word of office before "of the Constitutional Court" and the like, going back at most ten words."""
    for at in range(end, max(-1, end - 11), -1):
        if found[at].kind not in ("word", "possessive"):
            return end
        follows = at == end or found[at + 1].plain in ("of", "for", "in", "to")
        if role_word(found[at].text, plural=False) and follows:
            return at
    return end


def _after(found: list[Piece], run: Run) -> tuple[Title, ...]:
    """A title behind: "X, the interior minister," "X, a former premier turned critic,"."""
    last = run.last
    if last + 1 >= len(found) or found[last].text not in (",", "("):
        return ()
    if [piece.plain for piece in found[max(0, run.first - 2) : run.first]] == ["according", "to"]:
        return ()  # "According to X, the president said"
    lists, head, head_at = name_words(), "", last
    words: list[str] = []
    for at in range(last + 1, min(len(found), last + _APPOSITION)):
        piece = found[at]
        if piece.kind == "number":
            continue
        if piece.kind == "other" or piece.plain in lists.relatives or piece.plain in ("of", "for", "and"):
            break
        if head:
            words.append(head)
        head, head_at = piece.plain, at
        if (
            at == last + 1
            and piece.capital
            and not (role_word(head) or head in lists.modifiers or places.country_of(piece.text))
        ):
            return ()
    if not head or not role_word(head):
        return ()
    stop = next((at for at in range(last + 1, len(found)) if found[at].kind == "other"), len(found))
    if stop - head_at > _TAIL or _names_another(found, head_at, stop):
        return ()
    phrase = " ".join(piece.text for piece in found[last + 1 : stop])
    return (Title((*(word for word in words if word in lists.modifiers), role_word(head)), _country(phrase)),)


def _names_another(found: list[Piece], head: int, stop: int) -> bool:
    """Whether the title is somebody else's: "X, Secretary of State Y"."""
    if not found[head].capital:
        return False
    at = head + 1
    if at < stop and found[at].plain == "of":
        at = _complement(found, at + 1, stop)
    return at < stop and found[at].capital


def _owner(found: list[Piece], first: int) -> str:
    """The country of a possessive right before: "Hungary's X"."""
    if first < 2 or found[first - 1].kind != "possessive":
        return ""
    for size in (3, 2, 1):
        if first - 1 - size >= 0:
            place = places.find_place(" ".join(piece.text for piece in found[first - 1 - size : first - 1]))
            if place is not None:
                return place.country
    return ""


def _person(found: list[Piece], run: Run, split: int, titled: bool) -> tuple[NameKind, bool]:
    if titled:
        return "person", True
    before = found[run.first - 1].plain if run.first else ""
    group = found[run.first - 2].plain if before == "," and run.first > 1 else before
    if before in _DETERMINERS | {"itself", "themselves", "called"} or group in name_words().organisations:
        return "organisation", False
    behind = found[run.last] if run.last < len(found) else None
    if any(piece.kind == "word" and piece.text in _GANGS for piece in found[run.last : run.last + 2]):
        return "organisation", False
    possessive = behind is not None and behind.kind == "possessive"
    if behind is not None and behind.plain in name_words().things and not behind.capital:
        return "thing", False
    if before in _LOCATIVE and not possessive:
        return "thing", False
    return ("person" if 2 <= run.last - split <= 5 else "thing"), False


def _acronym(found: list[Piece], run: Run) -> str:
    """The short form in brackets right behind: "(SOUTHCOM)"."""
    inside = found[run.last : run.last + 3]
    if len(inside) == 3 and inside[0].text == "(" and inside[2].text == ")" and inside[1].text.isupper():
        return inside[1].text if len(inside[1].text) > 1 else ""
    return ""


def _country(phrase: str) -> str:
    return places.country_of(phrase)
