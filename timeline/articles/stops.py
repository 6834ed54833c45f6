"""Where a sentence ends: one pass over the stops of a paragraph, each decided by the word before and after it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from timeline.articles.paragraphs import EDGE

LONGEST = 3000
"""Characters after which a sentence is cut at a space: no news sentence is as long, and parsers must stay bounded."""

# A stop counts if whitespace follows it and its closing quotes, or if the next sentence is glued to it ("over.The").
_STOP = re.compile(
    r"""[.!?…•●▪‣]  # first, so that the engine can skip to the next one
      (?: (?<=[•●▪‣])(?P<bullet>)
        | (?<![.!?…][.!?…])(?P<more>[.!?…]*+)(?P<close>(?:["'”’»)\]]|\[\d{1,3}\])*+)(?=[\s\u200b\ufeff]|\Z)
        | (?<=[a-z]{3}[.!?])(?P<glued>["”’]?+)(?=[“‘"]?[A-Z][a-z'’]+(?:[\s,]|\Z))
      )""",
    re.VERBOSE,
)
_NEXT = re.compile(r"[\s\u200b\ufeff]*+(?P<open>[“‘\"'`«(\[<]*)(?P<word>[^\W_]*)")
_APART = re.compile(r"[\s(\[“‘\"'«—–/]")
_NO_WORD = EDGE + ".!?…\"'”’»)]}"
_SPEECH = re.compile(
    r"[\s\u200b]+(?:[A-Z][\w.’'-]*\s+){1,4}"
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|shouted|replied|cried|declared|tweeted|recalled)\b"
)
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_MERIDIEM = re.compile(r"(?:a\.m|p\.m|am|pm)\Z", re.IGNORECASE)
_ZONE_AHEAD = re.compile(r"\s+(?:\w+\s+)?time\b|\s+[A-Z]{2,5}\b")


@cache
def words() -> dict[str, frozenset[str]]:
    """Load the word classes of ``abbreviations.toml``, lower case: class name -> words."""
    data = tomllib.loads(files("timeline.articles").joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return {name: frozenset(word.lower() for word in entry["words"]) for name, entry in data.items()}


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph into sentences: half-open offsets without outer whitespace, in order, in linear time."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match["bullet"] is not None:
            yield from _trimmed(text, begin, match.start())
            begin = match.end()
        elif _ends_sentence(text, begin, match, end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Decide one stop from the word before it, what closes after it, and the word that follows."""
    stop = text[match.start()] + (match["more"] or "")
    before = text[max(begin, match.start() - 30) : match.start()]
    token = _APART.split(before)[-1]
    if not token and not before.strip(_NO_WORD):
        return False  # a stop with nothing before it ends nothing
    ahead = _NEXT.match(text, match.end(), min(end, match.end() + 200))
    opened, word = (ahead["open"], ahead["word"]) if ahead else ("", "")
    if not word and not opened:
        return match.end() >= end or ahead is None or ahead.end() >= end or text[ahead.end()] not in "—–-,;:)]|/&+"
    if word[:1].islower():
        return False
    if ahead and len(word) == 1 and text[ahead.end() : ahead.end() + 1] == ".":
        word += "."  # an initial, not the article "A" or the pronoun "I"
    if match["close"] and stop[0] in "!?":
        return not _SPEECH.match(text, match.end(), min(end, match.end() + 120))
    if stop == "." and match["close"] == ")" and token.lower() in words()["inside"]:
        return word.lower() in words()["starter"]  # "Gen. (ret.) Dorn"
    if stop != "." or match["close"]:
        return True
    return _full_stop(text, begin, match, token, word)


def _full_stop(text: str, begin: int, match: re.Match[str], token: str, word: str) -> bool:
    """Decide a single full stop after ``token`` and before ``word``, which starts with a capital or digit."""
    known, lower, starts = words(), token.lower(), word.lower() in words()["starter"]
    if len(token) <= 4 and match.start() - len(token) <= begin + 1 and _ENUMERATOR.match(token):
        return False  # "1. The committee"
    if len(token) == 1 and token.isalpha() and token.isupper():
        return starts  # an initial
    if lower in known["title"]:
        return False
    if lower in known["before_number"]:
        return not word[:1].isdigit()
    if len(token) <= 2 and token.isalpha() and text[match.start() - len(token) - 1 : match.start() - len(token)] == "/":
        return False  # "Dorn s/o. Marr", "under u/s. 302"
    if lower in known["calendar"] and token[:1].isupper():
        return not word[:1].isdigit() and word.lower() not in known["calendar_name"]
    if _MERIDIEM.match(token):
        ahead = _ZONE_AHEAD.match(text, match.end(), match.end() + 40)
        return ahead is None and word.lower() not in known["calendar_name"]
    if lower in known["inside"] or _DOTTED.match(token):
        return starts
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a piece without outer whitespace, cut where it is too long; nothing if it is blank."""
    piece = text[start:end]
    start = end - len(piece.lstrip(EDGE))
    end = start + len(piece.strip(EDGE))
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        start = cut + 1 if space > 0 else cut
        start = end - len(text[start:end].lstrip(EDGE)) if text[start] in EDGE else start
    if end > start:
        yield start, end
