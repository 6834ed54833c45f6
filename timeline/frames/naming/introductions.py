"""Read one capitalised sequence of a sentence: whose name it is, with which title, in which country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.frames.naming.capitals import Piece, Run
from timeline.frames.naming.titles import Title, owner, possessor, ranked, title_after, title_before, title_before_name
from timeline.frames.words.name_words import name_words
from timeline.gazetteers import places
from timeline.gazetteers.organisations import find_organisation

NameKind = Literal["person", "organisation", "place", "thing", "role"]
_LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "around", "into", "throughout"})
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
_PUBLISHED = frozenset({"daily", "weekly", "monthly", "magazine", "portal", "website", "site", "firm", "paper"})
_OFFICES = frozenset(
    """ministry department court tribunal parliament senate assembly congress legislature cabinet government authority
    agency bureau office army navy police guard guards force forces command commission council secretariat directorate
    service services board""".split()
)
_OF_THINGS = frozenset({"the", "a", "an", "itself", "themselves", "called"})


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
    owner: str = ""  # whose body of state it is, where the text says it: "Peru" of "Peru's Foreign Ministry"


def introduce(found: list[Piece], run: Run, text: str) -> Introduction:
    """What a run of capitalised words introduces."""
    split, titles, polite = title_before_name(found, run)
    name = text[found[min(split, run.last - 1)].start : found[run.last - 1].end]
    whole = text[found[run.first].start : found[run.last - 1].end]
    start, left, end = found[min(split, run.last - 1)].start, found[run.first].start, found[run.last - 1].end
    body = _body(found, run, whole)
    if _opens(found, run) and body == "organisation" and found[run.first].plain in name_words().organisations:
        return Introduction(whole, "role", left, end, left)  # "Guards fired": a capital only for the sentence
    if body and not (titles and split < run.last and not _body(found, Run(split, run.last), name)):
        country, whose = places.country_of(whole), possessor(found, run.first)
        return Introduction(
            whole, body, left, end, left, (), _acronym(found, run), country or owner(found, run.first),
            owner=whose if body == "organisation" and not country and _is_of_state(found, run) else "",
        )  # fmt: skip
    if split >= run.last:
        return Introduction(whole, "role", left, end, left, titles)
    if not titles and (party := _party(found, run)):
        return Introduction(text[left:party], "organisation", left, party, left, (), "", owner(found, run.first))
    before, reach = title_before(found, run.first)
    if titles and before and not before[0].words[:-1]:
        before, reach = (), run.first  # "the incumbent President X": a word of rank, not a second office
    titles = ranked(found, run, titles) + before + title_after(found, run)
    country = next((title.country for title in titles if title.country), "") or owner(found, run.first)
    left = found[reach].start if before and reach < run.first else left
    kind, sure = _person(found, run, split, bool(titles) or polite)
    return Introduction(name, kind, start, end, left, titles, _acronym(found, run), country, sure)


def _is_of_state(found: list[Piece], run: Run) -> bool:
    """Whether the name tells an office of state that every country has: "Foreign Ministry", "Supreme Court"."""
    inner = [piece.plain for piece in found[run.first : run.last]]
    return inner[next((at for at, word in enumerate(inner) if word in ("of", "for")), len(inner)) - 1] in _OFFICES


def _party(found: list[Piece], run: Run) -> int:
    """Where the lower-case noun of a party's name ends ("the Reform party"); 0 if none follows."""
    behind = found[run.last] if run.last < len(found) else None
    named = behind is not None and behind.kind == "word" and behind.text in _PARTIES
    return behind.end if behind is not None and named else 0


def _opens(found: list[Piece], run: Run) -> bool:
    """Whether a single word stands first in its sentence."""
    return run.last - run.first == 1 and (run.first == 0 or found[run.first - 1].text in ("“", '"', "‘"))


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


def _person(found: list[Piece], run: Run, split: int, titled: bool) -> tuple[NameKind, bool]:
    if titled:
        return "person", True
    before = found[run.first - 1].plain if run.first else ""
    group = found[run.first - 2].plain if before == "," and run.first > 1 else before
    if before in _OF_THINGS or group in name_words().organisations or group in _PUBLISHED:
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
    """The short form in brackets right behind: "(JBC)"."""
    inside = found[run.last : run.last + 3]
    if len(inside) == 3 and inside[0].text == "(" and inside[2].text == ")" and inside[1].text.isupper():
        return inside[1].text if len(inside[1].text) > 1 else ""
    return ""
