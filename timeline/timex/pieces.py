"""Cuts a text into sentences, and finds what belongs to the whole of it: quotation marks, surnames like "May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.models import Sentence
from timeline.timex.lexicon import word_set

BOUNDARY = re.compile(r"[.!?]['\"”’)\]]*\s+(?=['\"“‘(\[]?[A-Z])|\n[^\S\n]*\n\s*")
"""Where a sentence may end: a full stop before a capital, or a blank line."""
SHORT_TITLES = "Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Lt|Sgt|Capt|Maj|Rev|Prof|No|vs|Inc|Corp|Co|Ltd|Jr|Sr"
SHORT_DATES = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
ABBREVIATION = re.compile(rf"\b(?:{SHORT_DATES}|{SHORT_TITLES}|U\.S|U\.N|U\.K|[A-Z]|[ap]\.m|[AP]\.M)\.\s+$")
STARTER = re.compile(r"(?:The|A|An|In|He|She|It|They|We|But|And|There|This|That|His|Her|Its|Their|At|On|As|By|For|I)\s")
"""Words that begin a sentence even after an abbreviation."""
MARKS = re.compile(r"[\"“”]|\n[^\S\n]*\n")
SPEAKING = word_set("said told asked added who whose says tells recalled joked argued replied denied testified")
NAMES = "May|March|April|June|August|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Winter|Summer|Spring"
NAME_USE = re.compile(
    rf"(?:(?<=[.!?\"”'’] )|(?<=\n)|(?<=[,;] )|^)({NAMES}) (?:{'|'.join(sorted(SPEAKING))})\b|\b({NAMES}), who "
)
"""A name that acts as only persons do: "Friday told reporters", "June, who"."""
NAME_AND_USE = re.compile(rf"(?:{NAMES})(?:, who | (?:{'|'.join(sorted(SPEAKING))})\b)")
"""The same without what stands before it: soon found to be nowhere, as it is in most texts."""


LOOK_BACK = 240
"""Characters that a sentence is looked back for."""


def sentence_start(text: str, offset: int) -> int:
    """Give about where the sentence of an offset starts, looking back a little way only."""
    first = max(0, offset - LOOK_BACK)
    ends = [
        match.end()
        for match in BOUNDARY.finditer(text, first, offset)
        if "\n" in match.group() or not _abbreviated(text, first, match)
    ]
    return ends[-1] if ends else first


def pieces(text: str, sentences: Sequence[Sentence] | None) -> Iterator[tuple[int, int, int]]:
    """Give start, end and number of each sentence to read; boilerplate is left out."""
    if sentences is not None:
        for sentence in sentences:
            if sentence.kind != "boilerplate":
                yield sentence.span.start, sentence.span.end, sentence.index
        return
    start = 0
    for match in BOUNDARY.finditer(text):
        if "\n" in match.group() or not _abbreviated(text, start, match):
            yield start, match.end(), 0
            start = match.end()
    yield start, len(text), 0


def _abbreviated(text: str, start: int, match: re.Match[str]) -> bool:
    if STARTER.match(text, match.end()):
        return False
    return ABBREVIATION.search(text, max(start, match.start() - 8), match.end()) is not None


def quotation_marks(text: str) -> list[int]:
    """Give the offsets at which a quotation opens or closes, in turn; one left open ends with its paragraph."""
    out: list[int] = []
    for match in MARKS.finditer(text):
        if match.group()[0] != "\n" or len(out) % 2:
            out.append(match.start())
    return out


def names_in(text: str) -> frozenset[str]:
    """Collect words like "friday" and "june" that the article uses as surnames, known by how the person acts."""
    found: set[str] = set()
    if NAME_AND_USE.search(text) is None:
        return frozenset()
    for match in NAME_USE.finditer(text):
        found.add((match[1] or match[2]).lower())
    return frozenset(found)
