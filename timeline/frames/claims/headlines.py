"""Attribution in headlines: "Coup was planned abroad - minister", "Minister: coup was planned abroad"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pycountry

from timeline.frames.claims.attribution import Attribution, ClaimKind
from timeline.frames.claims.speech import is_outlet
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.words.cues import cue_words

_BEHIND = re.compile(r"^(?P<said>.{12,}?)\s+[-–—]\s+(?P<who>[^-–—:]{2,60})$", re.DOTALL)
_AHEAD = re.compile(r"^(?P<who>[^:?!.,]{2,60}):\s+(?P<said>.{12,})$", re.DOTALL)
_CUE = r"(?P<cue>says?|said|claims?|claimed|warns?|reports?|confirms?|alleges?|tells?)"
_TAGGED = re.compile(rf"^(?P<said>.{{8,}}),\s+(?P<who>[^,:]{{2,60}}?)\s+{_CUE}$", re.DOTALL)
_TAG_FIRST = re.compile(rf"^(?P<said>.{{8,}}),\s+{_CUE}\s+(?P<who>[^,:]{{2,60}})$", re.DOTALL)
_ACCUSED = re.compile(
    r"^(?P<who>[^,:]{2,60}?)\s+(?P<cue>accuses?|accused|blames?|charges)\s+.{2,60}?\s(?:of|for|with)\s+(?P<said>.{4,})$",
    re.DOTALL | re.IGNORECASE,
)
_KINDS: dict[str, ClaimKind] = {  # by the first five letters of the cue
    "claim": "accusation",
    "alleg": "accusation",
    "accus": "accusation",
    "blame": "accusation",
    "charg": "accusation",
    "confi": "confirmation",
}
_MOST_WORDS = 5


def headline(parsed: Parsed) -> Iterator[Attribution]:
    """The attribution a headline's dash, colon or closing tag makes, if a speaker stands beside it."""
    text = parsed.sentence.span.text
    for shape in (_BEHIND, _AHEAD, _ACCUSED, _TAGGED, _TAG_FIRST):
        match = shape.match(text)
        if match is None or not _is_speaker(match["who"], parsed):
            continue
        base = parsed.sentence.span.start
        start, end = base + match.start("who"), base + match.end("who")
        cue = match["cue"] if "cue" in shape.groupindex else ":" if shape is _AHEAD else "-"
        yield Attribution(
            match["who"], start, end, start, end, cue, start, _KINDS.get(cue[:5].lower(), "statement"),
            base + match.start("said"), base + match.end("said"), parsed.sentence.index,
        )  # fmt: skip
        return


def _is_speaker(phrase: str, parsed: Parsed) -> bool:
    words = phrase.split()
    start = parsed.sentence.span.text.index(phrase)
    inside = [token for token in parsed.doc if start <= token.idx < start + len(phrase)]
    if len(words) > _MOST_WORDS or any(
        token.pos_ in ("VERB", "AUX") and token.lower_ not in cue_words("speaker") for token in inside
    ):
        return False
    if words[-1].lower().strip("'’") in cue_words("speaker") or words[0].lower() in cue_words("speaker"):
        return True
    if is_outlet(phrase) or phrase.lower() in _places():
        return False
    return all(token.pos_ == "PROPN" for token in inside) and all(word[0].isupper() for word in words)


@cache
def _places() -> frozenset[str]:
    """Names of countries: in front of a colon they tell where, not who."""
    found: set[str] = set()
    for country in pycountry.countries:
        found.update(
            str(getattr(country, name)).lower() for name in ("name", "common_name", "alpha_3") if hasattr(country, name)
        )
    return frozenset(found | {name.split(",")[0] for name in found})
