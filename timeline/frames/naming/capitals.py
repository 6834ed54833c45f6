"""Find capitalised sequences in raw text: one linear scan, no parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from timeline.frames.words.name_words import name_words, role_word
from timeline.gazetteers import places

_LETTER = r"[^\W\d_]"
_PIECE = re.compile(
    r"\s*+(?:"  # white space is passed in one step: no alternative is tried on it
    rf"(?P<possessive>['’][sS]?(?!\w))"
    rf"|(?P<word>(?:[A-Z]\.)+(?:[A-Z]\b)?|{_LETTER}+(?:(?:['’](?![sS]\b)|[-‐‑]|\.(?=[A-Z]\w)){_LETTER}+)*)"
    r"|(?P<number>\d[\d.,]*\d|\d)"
    r"|(?P<other>[^\s\w]))"
)
_JOINT = re.compile(r"[-‐‑'’]")
_OPENING = re.compile(rf"{_LETTER}{{2,}}(?=[\s,])")
_ABBREVIATED = frozenset({"mr", "mrs", "ms", "dr", "st", "jr", "sr", "messrs"})
_IN = frozenset({"in", "since", "until", "during", "last", "early", "late"})
_FIRST_NAMES = frozenset({"may", "april", "june", "august", "march", "jan", "mar"})  # months that are names too
_PERSONAL = frozenset({"by", "with", "and", "that", "minister", "leader", "president", "said", "for", "against"})
_DELIBERATING = frozenset({"commission", "committee", "conference", "council", "forum", "institute", "board", "group"})
_LONGEST = 14  # words of a name with its title
_FOUNDED = frozenset({"party", "bloc", "coalition", "alliance", "movement", "ministry"})
_DATELINE = re.compile(
    r"[A-Z][A-Z' .\-]{2,30}(?:,[^—–\n]{0,40})?(?:\([^)\n]{2,40}\))?\s*[—–]\s*"
    r"|\([A-Z][^()\n]{2,30}, [^()\n]{0,20}\d{4}\)\s*[-—–]+\s+"  # "(Harare, May 3, 2021) - "
    r"|[A-Z]{3,}[^.a-z\n]{0,30}\([^)\n]{2,40}\)\s*[-—–]+\s*"
    r"|[A-Z]{3,}[A-Z' .\-]{0,30},[^—–()\n]{0,40}\([^)\n]{2,40}\)\s*[-—–]+\s+"  # "RIGA, March 3 (Agency) - "
    r"|[A-Z]{3,}[A-Z' .\-]{0,30},\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s+[-—–]+\s+"  # "RIGA, March 3 - "
    r"|[A-ZÀ-ÖØ-Þ]{3,}[A-ZÀ-ÖØ-Þ' .\-]{0,30},(?: [A-Z][\w.]+){1,3}\s+[-—–]+\s+(?=[A-Z])"  # "SÃO PAULO, Brazil -- "
)


_UPPER = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ' .\-]{2,30}"
_TOWN = r"[A-ZÀ-ÖØ-Þ][\w'’.]{2,20}(?:[ -][A-ZÀ-ÖØ-Þ][\w'’.]{1,20}){0,2}"
_DAY = r"\d{1,2}\.? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}"
_HYPHEN_DATELINE = re.compile(  # "RIGA - ", "OSLO/RIGA - ", "Riga, March 3, 2012 - ", "Oslo/Riga - "
    rf"(?:(?P<upper>{_UPPER})(?:/{_UPPER})?(?:, [^-—–:()\n]{{1,40}})?"
    rf"|(?P<dated>{_TOWN})(?:/{_TOWN})?, (?:[A-Z][a-z]+, )?(?:{_DAY})(?:,? \d{{4}})?"
    rf"|(?P<first>{_TOWN})/{_TOWN})\s+-{{1,2}}\s+(?=[\"“]?[A-Z])"
)
_AGENCY_DATELINE = re.compile(  # "Riga (agency) - ", "Riga, Mar 3 (AGENCY).- "
    rf"(?P<town>{_TOWN})(?:/{_TOWN})?(?:, (?:{_DAY})(?:,? \d{{4}})?)? \([A-Za-z][\w./ ]{{1,20}}\)\.?\s?[-—–]{{1,2}}\s+"
)
_COLON_DATELINE = re.compile(r"(?P<town>[A-Z][A-Z' .\-]{2,30})(?P<day>,\s[^—–:\n]{0,30})?:\s+(?=[A-Z])")


class Piece(NamedTuple):
    """A word, number, possessive ending or punctuation mark, with its offsets in the scanned text."""

    kind: str  # word, possessive, number, other
    text: str
    start: int
    end: int
    capital: bool  # whether it is a word written like a name

    @property
    def plain(self) -> str:
        """Lower case, without a final full stop."""
        return self.text.lower().rstrip(".")


class Run(NamedTuple):
    """A capitalised sequence: the pieces from ``first`` up to ``last`` (exclusive)."""

    first: int
    last: int


@lru_cache(maxsize=512)  # every sentence is asked by many
def dateline_end(text: str) -> int:
    """Where the text behind a dateline begins ("KYIV, May 3 (Agency) —", "LAHORE:"); 0 if there is none."""
    line = _DATELINE.match(text)
    if line is not None:
        return line.end()
    line = _HYPHEN_DATELINE.match(text)
    if line is not None and _is_town(line["upper"] or line["dated"] or line["first"]):
        return line.end()
    line = _AGENCY_DATELINE.match(text)
    if line is not None and _is_town(line["town"]):
        return line.end()
    line = _COLON_DATELINE.match(text)  # "MINISTER: coup foiled" has a speaker there, and no town
    return line.end() if line is not None and _is_town(line["town"]) else 0


def _is_town(name: str) -> bool:
    """Whether a dateline begins with a place: "PEACE - What comes next" does not."""
    return places.find_place(name.strip().title()) is not None


def names_nobody(text: str) -> bool:
    """Whether a sentence plainly has no name: no capital but that of the little word it begins with ("The")."""
    first = _OPENING.match(text)
    if first is None or not first.group()[1:].islower():
        return False
    if first.group().lower() not in name_words().function:
        return False
    rest = text[first.end() :]
    return rest.islower() and not rest.startswith(".")


def pieces(text: str, start: int = 0) -> list[Piece]:
    """The pieces of a text in order; a dateline in front is left out. Offsets count from ``start``."""
    found: list[Piece] = []
    abbreviations = name_words().abbreviations
    for match in _PIECE.finditer(text, dateline_end(text)):
        kind, end = match.lastgroup or "", match.end() + start
        written = match[kind]
        if written == "." and found and found[-1].end == end - 1:
            before = found[-1]
            if before.plain in _ABBREVIATED or before.plain in abbreviations:
                whole = f"{before.text}."
                found[-1] = Piece("word", whole, before.start, end, _is_capital(whole))
                continue
        capital = kind == "word" and not written.islower() and _is_capital(written)
        found.append(Piece(kind, written, end - len(written), end, capital))
    return found


def _is_capital(word: str) -> bool:
    """Whether a word is written like a name: a capital first, or after a particle ("al-Din", "d'Estaing")."""
    return word[0].isupper() or any(part[:1].isupper() for part in _JOINT.split(word)[1:])


def runs(found: list[Piece]) -> Iterator[Run]:
    """The capitalised sequences: particles and "of" inside, days, months and words that open a sentence out."""
    at = 0
    while at < len(found):
        if not found[at].capital or _no_name(found, at):
            at += 1
            continue
        end = at + 1
        while (step := _continues(found, at, end)) > 0:
            end += step
        yield Run(at, end)
        at = end


def _continues(found: list[Piece], start: int, at: int) -> int:
    """How many pieces, from ``at``, belong to the run that began at ``start``."""
    if at - start >= _LONGEST:
        return 0
    if at < len(found) and found[at].kind == "possessive":
        return 2 if found[at - 1].plain in name_words().plurals and _name_at(found, at + 1) else 0  # "Workers' Party"
    if at >= len(found) or found[at].kind != "word":
        return 0
    if found[at].capital:
        return 0 if _calendar(found, at) else 1
    if found[at].plain == "and" and _name_at(found, at + 1):
        pair = " ".join(piece.text for piece in found[start : at + 2])
        both = places.find_place(pair) is not None  # "Bosnia and Herzegovina"
        return 2 if both or _are_portfolios(found, start, at) else 0
    particles = name_words().particles
    ahead = at
    while ahead < len(found) and found[ahead].kind == "word" and found[ahead].text in particles and ahead - at < 3:
        ahead += 1
    if ahead == at and found[at].plain in ("of", "for", "on"):
        return _of(found, start, at)
    return ahead - at + 1 if ahead > at and _name_at(found, ahead) else 0


def _are_portfolios(found: list[Piece], start: int, at: int) -> bool:
    """Whether "and" joins what one body is for: "Ministry of Intelligence and Security"."""
    lists = name_words()
    inside = {piece.plain for piece in found[start:at]}
    both = {found[at - 1].plain, found[at + 1].plain} <= lists.portfolios
    return both and "of" in inside | {found[start].plain} and bool(inside & lists.organisations)


def _of(found: list[Piece], start: int, at: int) -> int:
    """ "of State", "of the National Assembly" after an office or an organisation."""
    lists = name_words()
    inside = {piece.plain for piece in found[start:at]}
    body = bool(inside & lists.organisations)
    if at - start > 1 and found[at - 1].plain in _FOUNDED:  # "the Freedom Party of X": the party has its name already
        place = " ".join(piece.text for piece in found[at + 1 : at + 2])
        return 2 if _name_at(found, at + 1) and places.find_place(place) is not None else 0
    office = bool(role_word(found[at - 1].text, plural=False)) and found[at].plain == "of"
    if not (body or office) or (found[at].plain == "on" and not inside & _DELIBERATING):
        return 0
    ahead = at + 1
    if ahead < len(found) and found[ahead].plain == "the":
        ahead += 1
    return ahead - at + 1 if _name_at(found, ahead) else 0


def _name_at(found: list[Piece], at: int) -> bool:
    return at < len(found) and found[at].capital and not _calendar(found, at)


def _calendar(found: list[Piece], at: int) -> bool:
    lists, word = name_words(), found[at].plain
    if word in lists.weekdays and word not in ("sun", "sat", "wed"):
        return True
    if word not in lists.months:
        return False
    before, after = found[max(0, at - 1) : at], found[at + 1 : at + 2]
    if any(piece.kind == "number" for piece in (*before, *after)) or word not in _FIRST_NAMES:
        return True
    return any(
        piece.kind == "word" and (piece.plain in _IN if piece.capital else piece.plain not in _PERSONAL)
        for piece in before
    )


def _no_name(found: list[Piece], at: int) -> bool:
    """Whether a capitalised word only opens the sentence, or is a day or a month."""
    if _calendar(found, at):
        return True
    word = found[at].plain
    parts = word.split("-")  # "Fifty-three of them"
    if not all(part in name_words().function for part in parts) or found[at].text in ("US", "IT", "WHO"):
        return False
    if (
        word in name_words().plurals
        and at + 2 < len(found)
        and found[at + 1].kind == "possessive"
        and _name_at(found, at + 2)
    ):
        return False
    return not found[at].text.endswith(".")
