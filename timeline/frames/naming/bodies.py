"""Which body "the company", "the agency" or "the ministry" points back to: the one that fits and was named last."""

from __future__ import annotations

from bisect import bisect_right

from timeline.frames.naming.introductions import Introduction
from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import known_lemmas
from timeline.frames.words.cues import role_words
from timeline.frames.words.name_words import name_words
from timeline.frames.words.noun_words import noun_words

_REACH = 3  # sentences looked back
_ALIKE = {  # what an office is called by, where its name has another word for it
    "agency": ("agency", "office", "service", "bureau", "administration", "directorate", "institute", "authority"),
    "ministry": ("ministry", "department"), "department": ("department", "ministry"),
    "commission": ("commission",), "council": ("council",), "court": ("court", "tribunal"),
    "tribunal": ("tribunal", "court"), "committee": ("committee",), "authority": ("authority", "agency"),
    "institute": ("institute",), "bureau": ("bureau",), "board": ("board",), "fund": ("fund",),
}  # fmt: skip
_WHERE = frozenset({"in", "at", "to", "near", "outside", "on", "from", "into", "across", "towards"})


def body_meant(noun: str, at: int, cast: Cast) -> Introduction | None:
    """The body that "the" and a noun point back to from an offset; None where two could be meant, or none fits."""
    here = bisect_right(cast.sentences, at, key=lambda sentence: sentence.span.start) - 1
    for index in range(here, max(-1, here - 1 - _REACH), -1):
        span = cast.sentences[index].span
        inside = [item for item in cast.namings if span.start <= item.start and item.end <= min(span.end, at)]
        fitting = [item for item in inside if _fits(noun, item, span.text[: item.left - span.start])]
        if fitting:
            return fitting[-1] if len({item.name for item in fitting}) == 1 else None
    return None


def _fits(noun: str, item: Introduction, before: str) -> bool:
    """Whether a name can be that of such a body; ``before`` stands in front of it in its sentence."""
    words = {word.lower() for word in item.name.split()}
    if noun in _ALIKE:
        return item.kind in ("organisation", "role") and not words.isdisjoint(_ALIKE[noun]) and len(words) > 1
    if item.kind == "organisation" and noun in words:
        return True
    if noun == "union" or not _WHERE.isdisjoint(before.lower().split()[-2:]):
        return False  # "on Plaza Grande"
    return (item.kind == "organisation" and not _is_office(item)) or (
        noun in role_words("companies") and _is_coined(item)
    )


def _is_coined(item: Introduction) -> bool:
    """Whether a name that tells nothing of what it names can be that of a company: no word of the language."""
    coined = all(
        word.lower() not in known_lemmas() and word.lower().rstrip("s") not in known_lemmas()
        for word in item.name.split()
    )
    return item.kind == "thing" and coined


def _is_office(item: Introduction) -> bool:
    """Ministries, courts, armies: no party, no bloc, no company."""
    words = {word.lower() for word in item.name.split()}
    return bool(words & (name_words().organisations - noun_words().things - {"union", "alliance", "league", "party"}))


def points_back(noun: str) -> bool:
    """Whether a noun is one for bodies that were named before."""
    return noun in _ALIKE or noun in role_words("bodies") or noun in role_words("companies")
