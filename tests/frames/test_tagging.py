"""The remembered tags and lemmas are those that spaCy's own components give."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from timeline.frames.syntax.parsing import model
from timeline.frames.syntax.tagging import RULES, Tagger

_TEXTS = (
    "Police detained 14 students who were marching to the harbour, the ministry said.",
    "There were two rallies, and there's a third that he'd have joined.",
    "They ain't gonna leave; let's go, y'all, I gotta run and you got nothin' to lose.",
    "It did not happen, but she has done it, doesn't like it and had it put down.",
    "Two  blanks\nand a line break: both are tokens.",
    "",
)


def _seen(doc: Doc) -> list[tuple[str, ...]]:
    return [(word.lemma_, word.pos_, word.tag_, word.dep_) for word in doc]


@pytest.mark.parametrize("text", _TEXTS)
def test_tags_are_those_of_the_components(text: str) -> None:
    """Also at the second time, when everything is remembered, and in sentences with patterns of two tokens."""
    nlp = model()
    tagger = Tagger(nlp)
    expected = nlp(text)
    for name, component in nlp.components:
        if name in RULES:
            component(expected)
    for _ in range(2):
        assert [*tagger.tags([nlp(text)])] == [_seen(expected)]
