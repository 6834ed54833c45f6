"""Denials of what the sentence before reports: "Police said the report was false", "Not so, says her spokesman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.articles.words import words_in
from timeline.frames.claims.attribution import Attribution
from timeline.models import Sentence

_SAYS = r"(?:said|says|say|insisted|insists|told (?:us|reporters)|tells us)"
_TOLD = r"(?:report|rumour|rumor|claim|story|post|message|account|news|version|allegation)s?"
_FALSE = (
    r"(?:false|untrue|not true|wrong|nonsense|baseless|unfounded|groundless|fake(?: news)?|lies|a lie|rubbish"
    r"|invented|an invention|a fabrication|fabricated|a hoax)"
)
_HELPERS = r"(?:has|have|had|is|was|are|were|did|does|neither|nor|not|never)"
_WHO = rf"(?P<who>(?:[A-Z]|the )(?:(?! {_HELPERS} )[^,.;:“”\"]){{1,60}}?)(?: (?:has|have|had)(?: (?:also|since))?)?"
_SHAPES = tuple(
    re.compile(rf"\A(?:But |Yet |However, )?{shape}", re.DOTALL)
    for shape in (
        rf"{_WHO} (?:went|goes) on [\w ,-]{{2,30}}? to (?:say|insist|declare)(?: that)? (?:it|this|that) (?:was|is) "
        rf"{_FALSE}\b",
        rf"{_WHO} {_SAYS}(?: that)? (?:the|this|that|these|those|such|it|they|both) ?(?:{_TOLD} )?(?:was|were|is|are) "
        rf"{_FALSE}\b",
        rf"{_WHO} (?:denied|denies|deny|rejected|rejects|rubbished|dismissed|dismisses) "
        rf"(?:it|this|that|them|(?:the|these|those|that|this) {_TOLD})\s*(?:[.,;]|as\b|$)",
        rf"{_WHO} (?:called|calls|call) (?:it|this|that|them|(?:the|these|those|that|this) {_TOLD}) {_FALSE}\b",
    )
)
_HEARSAY = re.compile(
    r"\b(?:word|talk|rumou?rs?|gossip|reports?|claims?|stories|news)(?: [\w]+){0,5}? that\b|\brumou?red that\b",
    re.IGNORECASE,
)
_RUBBISHED = re.compile(
    rf"\A{_WHO} {_SAYS}(?: that)? (?P<report>{_TOLD}\b[^;:]*?) (?:was|were|is|are) [“\"‘']?"
    r"(?:complete |an? |pure |utter |total |sheer |absolute |simply |just |entirely |completely )*"
    rf"(?:{_FALSE}|invention|fiction|fantasy)"
)
_STAMP = re.compile(r"\d{1,2}[.:h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s+(?:GMT|BST|CET|UTC))?\s*[-–—:]?\s+(?=[A-Z])")
_PLAIN = re.compile(
    r"\A(?:But )?(?:Not so|Not true|Untrue|False|Wrong|Nonsense|Rubbish)[,:;]? "
    rf"(?:{_SAYS} (?:(?:his|her|its|their|the|a) [\w -]{{2,40}}, )?(?P<behind>[^,.:;“\"]{{2,60}})"
    rf"|(?P<ahead>[^,.:;“\"]{{2,60}}?) {_SAYS})"
)
_ACCUSED = ("He", "She", "They", "It", "Both")
_REFUTING = frozenset(  # one of these, or "Not so", is in whatever those find
    """denied denies deny rejected rejects rubbished dismissed dismisses true untrue false wrong nonsense baseless
    unfounded groundless fake lies lie rubbish invented invention fabrication fabricated hoax""".split()
)


def refuted(sentences: Sequence[Sentence], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """A denial of what a sentence reports, where the next one of its paragraph, or its own end, says that it is not so.

    What the outlet tells in its own voice is refuted by "Not so" alone; what was only talk by whoever calls it untrue.
    """
    for before, after in pairwise(_parts(sentences)):
        if before.sentence.paragraph != after.sentence.paragraph or before.sentence.kind != "body":
            continue
        match, plain = _said(after.text)
        if match is None:
            continue
        reports = [item for item in found if before.start <= item.start < before.end]
        if any(item.kind == "accusation" for item in reports) and match.groupdict().get("who") in _ACCUSED:
            continue  # "They accuse her of a plot. She denies it": it stays what she is accused of
        talk = _HEARSAY.search(before.text)
        if talk is not None and not reports:
            yield _denial(match, after, before.start + talk.start(), before.end)
        elif reports or plain:
            for left, right in _scopes(reports, before):
                yield _denial(match, after, left, right)
    for part in _parts(sentences):
        rubbished = _RUBBISHED.match(part.text) if part.sentence.kind == "body" else None
        denied = any(item.kind == "denial" and item.sentence == part.sentence.index for item in found)
        if rubbished is not None and not denied:
            yield _denial(rubbished, part, part.start + rubbished.start("report"), part.start + rubbished.end("report"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence, or what stands between its semicolons, with its offsets in the article."""

    sentence: Sentence
    start: int
    end: int
    text: str


def _parts(sentences: Sequence[Sentence]) -> Iterator[_Part]:
    for sentence in sentences:
        stamp = _STAMP.match(sentence.span.text)
        at = stamp.end() if stamp else 0
        for text in re.split(r"(?<=;)\s+", sentence.span.text[at:]):
            start = sentence.span.text.index(text, at)
            at = start + len(text)
            yield _Part(sentence, sentence.span.start + start, sentence.span.start + at, text)


def _denial(match: re.Match[str], part: _Part, left: int, right: int) -> Attribution:
    group = next(name for name in ("who", "behind", "ahead") if match.groupdict().get(name))
    start, end = part.start + match.start(group), part.start + match.end(group)
    who = re.sub(r"^(?:the|an?) ", "", match[group], flags=re.IGNORECASE)
    return Attribution(
        who, start, end, start, end, "not so", part.start + match.start(), "denial", left, right, part.sentence.index
    )


def _said(text: str) -> tuple[re.Match[str] | None, bool]:
    """The words that refute, and whether they do so whoever reported it."""
    if words_in(text).isdisjoint(_REFUTING) and "Not so" not in text:
        return None, False
    plain = _PLAIN.match(text)
    if plain is not None:
        return plain, True
    return next((found for shape in _SHAPES if (found := shape.match(text))), None), False


def _scopes(reports: Sequence[Attribution], before: _Part) -> Iterator[tuple[int, int]]:
    """What is denied: just what was reported, so that the denial speaks of it as closely as the report."""
    if not reports:
        yield before.start, before.end
    yield from dict.fromkeys((item.start, item.end) for item in reports)
