"""The plain tokens of a parse answer as spaCy's own do."""

from __future__ import annotations

import pytest
import spacy.tokens

from tests.bench.news import articles
from timeline.articles import sentences
from timeline.frames.syntax.parsing import model
from timeline.frames.syntax.tokens import Doc, from_spacy

_TEXTS = (
    "Police, who did not say why, held 14 students and three teachers in Oslo, Lusaka and Quito on Sunday.",
    "He said that she said that they said that nobody knew.",
    "Two  blanks\nand a line break: 3.5% of them, or \u201chalf\u201d.",
    "What happened? Nobody knows. It is over.",
    "What did they, the ministry asked, that nobody saw do?",
    "",
    *(item.span.text for article in articles(2, 0.5, seed=5) for item in sentences(article)),
)
_OWN = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "i", "idx", "is_alpha", "is_punct", "like_num")
_OTHERS = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")
_OTHER = ("head", "left_edge", "right_edge")


def _both(text: str) -> tuple[Doc, spacy.tokens.Doc]:
    theirs = model()(text)
    return _ours(theirs), theirs


def _ours(theirs: spacy.tokens.Doc) -> Doc:
    return from_spacy(theirs, theirs.text, [(word.lemma_, word.pos_, word.tag_, word.dep_) for word in theirs])


@pytest.mark.parametrize("text", _TEXTS)
def test_tokens_answer_as_those_of_spacy(text: str) -> None:
    ours, theirs = _both(text)
    assert ours.text == theirs.text
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        assert [getattr(mine, name) for name in _OWN] == [getattr(other, name) for name in _OWN]
        assert (len(mine), mine.text_with_ws) == (len(other), other.text_with_ws)
        for _ in range(2):  # asked anew, and remembered
            for name in _OTHERS:
                assert [token.i for token in getattr(mine, name)] == [token.i for token in getattr(other, name)], name
        assert [getattr(mine, name).i for name in _OTHER] == [getattr(other, name).i for name in _OTHER]
        assert [each.i for each in ours if mine.is_ancestor(each)] == [
            each.i for each in theirs if other.is_ancestor(each)
        ]


@pytest.mark.parametrize("text", _TEXTS[:4])
def test_stretches_of_text_cover_the_tokens_that_spacy_says(text: str) -> None:
    ours, theirs = _both(text)
    for start in range(-1, len(text) + 1):
        for end in range(start + 1, len(text) + 2):
            for mode in ("contract", "expand"):
                span = theirs.char_span(start, end, alignment_mode=mode) if start >= 0 else None
                expected = [token.i for token in span] if span is not None else []
                assert [token.i for token in ours.covered(start, end, whole=mode == "contract")] == expected


def test_neighbours_end_with_the_sentence() -> None:
    ours, _ = _both("They voted.")
    assert ours[1].nbor(-1) == ours[0]
    assert ours[1].nbor() == ours[2]
    for token, steps in ((ours[0], -1), (ours[2], 1)):
        with pytest.raises(IndexError):
            token.nbor(steps)


def test_a_parse_is_equal_to_itself_only() -> None:
    ours, theirs = _both("They voted.")
    assert ours != _ours(theirs)
    assert len({ours, _ours(theirs)}) == 2


def test_a_very_deep_parse_can_be_asked_everything() -> None:
    words = ["deep"] * 5000
    chain = spacy.tokens.Doc(
        model().vocab, words=words, heads=[max(0, at - 1) for at in range(5000)], deps=["conj"] * 5000
    )
    ours = _ours(chain)
    assert len(ours[-1].ancestors) == len(ours[0].subtree) - 1 == len(ours[-1].conjuncts) == 4999
