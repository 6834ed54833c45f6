"""Denials of what the sentence before reports: "Police said the report was false", "Not so, says her spokesman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_WHO = rf"(?P<who>[A-Z](?:(?! {_HELPERS} )[^,.;:“”\"]){{1,60}}?)(?: (?:has|have|had)(?: (?:also|since))?)?"
_SHAPES = tuple(
    re.compile(rf"\A(?:But |Yet |However, )?{shape}", re.DOTALL)
    for shape in (
        rf"{_WHO} {_SAYS}(?: that)? (?:the|this|that|these|those|such|it|they|both) ?(?:{_TOLD} )?(?:was|were|is|are) "
        rf"{_FALSE}\b",
        rf"{_WHO} (?:denied|denies|deny|rejected|rejects|rubbished|dismissed|dismisses) "
        rf"(?:it|this|that|them|(?:the|these|those|that|this) {_TOLD})\s*(?:[.,;]|as\b|$)",
        rf"{_WHO} (?:called|calls|call) (?:it|this|that|them|(?:the|these|those|that|this) {_TOLD}) {_FALSE}\b",
    )
)
_PLAIN = re.compile(
    r"\A(?:But )?(?:Not so|Not true|Untrue|False|Wrong|Nonsense|Rubbish)[,:;]? "
    rf"(?:{_SAYS} (?:(?:his|her|its|their|the|a) [\w -]{{2,40}}, )?(?P<behind>[^,.:;“\"]{{2,60}})"
    rf"|(?P<ahead>[^,.:;“\"]{{2,60}}?) {_SAYS})"
)
_REFUTING = frozenset(  # one of these, or "Not so", is in whatever those find
    """denied denies deny rejected rejects rubbished dismissed dismisses true untrue false wrong nonsense baseless
    unfounded groundless fake lies lie rubbish invented invention fabrication fabricated hoax""".split()
)


def refuted(sentences: Sequence[Sentence], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """A denial of what a sentence reports, where the next one of its paragraph says that it is not so.

    What the outlet tells in its own voice is refuted by "Not so" alone.
    """
    for before, sentence in pairwise(sentences):
        if before.paragraph != sentence.paragraph or before.kind != "body":
            continue
        match, plain = _said(sentence.span.text)
        if match is None:
            continue
        group = next(name for name in ("who", "behind", "ahead") if match.groupdict().get(name))
        base = sentence.span.start
        start, end = base + match.start(group), base + match.end(group)
        reports = [item for item in found if item.sentence == before.index and before.span.start <= item.start]
        if reports or plain:
            for left, right in _scopes(reports, before):
                yield Attribution(
                    match[group].removeprefix("the ").removeprefix("The "), start, end, start, end, "not so",
                    base + match.start(), "denial", left, right, sentence.index,
                )  # fmt: skip


def _said(text: str) -> tuple[re.Match[str] | None, bool]:
    """The words that refute, and whether they do so whoever reported it."""
    if words_in(text).isdisjoint(_REFUTING) and "Not so" not in text:
        return None, False
    plain = _PLAIN.match(text)
    if plain is not None:
        return plain, True
    return next((found for shape in _SHAPES if (found := shape.match(text))), None), False


def _scopes(reports: Sequence[Attribution], before: Sentence) -> Iterator[tuple[int, int]]:
    """What is denied: just what was reported, so that the denial speaks of it as closely as the report."""
    if not reports:
        yield before.span.start, before.span.end
    yield from dict.fromkeys((item.start, item.end) for item in reports)
