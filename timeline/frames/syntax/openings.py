"""A day or place that opens a sentence without a comma behind it: "On 4 July soldiers stopped two reporters".

The parser takes the day for a part of the name or noun that follows. It is given the comma that the writer left out;
nobody else sees it.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from timeline.gazetteers import places

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = rf"(?:{_WEEKDAY}{_PART}|\d{{1,2}} {_MONTHS}(?: {_YEAR})?|{_MONTHS} \d{{1,2}}(?:, {_YEAR})?)"
_STRETCH = rf"(?:(?:early |late |mid-)?{_MONTHS}(?: {_YEAR})?|{_YEAR})"
_OF = r"(?:the (?:\w+ )?(?:night|morning|evening|hours|days|weeks|months|spring|summer|autumn|winter|start|end) of )?"
_EARLY = r"(?:(?:Late|Early|(?:Before|At|After|Around|Shortly before|Shortly after) (?:dawn|noon|midday|midnight)) )?"
_WHEN = re.compile(
    rf"(?:{_EARLY}[Oo]n {_OF}{_DAY}|In {_OF}{_DAY}|(?:In|By|During) {_OF}{_STRETCH}"
    rf"|(?:In|At|During) an? (?:[a-z]+ ){{1,4}}on {_WEEKDAY}(?= [A-Z])|Last (?:week|month|year|night|{_WEEKDAY})"
    r"|Yesterday)(?= [A-Za-z])"
)
_WHERE = re.compile(r"In (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?= [a-z])")
# What goes on with the day, or has it for its subject: no clause begins there.
_GOES_ON = re.compile(
    r" (?:and|or|to|until|till|through|at|in|of|on|near|outside|when|where|after|before|for|by|but|with|from|alone"
    r"|was|is|were|are|had|has|will|came|saw|brought|marked|morning|afternoon|evening|night|local|time)\b"
)


def opening_end(text: str) -> int:
    """Where a clause begins behind the day or place that opens a sentence without a comma; 0 if none does."""
    found = _WHEN.match(text)
    if found is None:
        found = _WHERE.match(text)
        place = places.find_place(found["place"]) if found is not None else None
        if place is None or place.kind == "demonym":
            return 0
    return found.end() if found is not None and _GOES_ON.match(text, found.end()) is None else 0


def with_comma(doc: Doc, offset: int) -> tuple[Doc, int | None]:
    """A document with a comma at an offset, and its place; the document itself where no word ends there."""
    at = next((token.i + 1 for token in doc if token.idx + len(token) == offset), None)
    if at is None:
        return doc, None
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    spaces[at - 1] = False
    whole = Doc(doc.vocab, [*words[:at], ",", *words[at:]], [*spaces[:at], True, *spaces[at:]])
    for token in doc:  # a word may be read as another that the model knows better
        copied = whole[token.i + (token.i >= at)]
        if copied.norm_ != token.norm_:
            copied.norm_ = token.norm_
    return whole, at
