"""The vectors of words in context are, to the bit, those that spaCy's own component gives."""

from __future__ import annotations

import numpy
import pytest

from tests.bench.news import articles
from timeline.articles import sentences
from timeline.frames.syntax import encoder
from timeline.frames.syntax.encoder import Encoder
from timeline.frames.syntax.parsing import model, parse
from timeline.models import Sentence
from timeline.pipeline import read_article, read_articles

_TEXTS = (
    "Police didn't say why 14 students were held.",
    "I can't, won't and shan't vote; they gotta.",
    "Two  blanks\nand a line break.",
    "Vote",
    "vote!",
    *(sentence.span.text for article in articles(3, 0.5) for sentence in sentences(article)),
)


@pytest.mark.parametrize("batch", [1, 3, len(_TEXTS)])
def test_vectors_are_those_of_the_component(batch: int) -> None:
    """Whatever is read together, at the first time and at the second, when all words are known."""
    nlp = model()
    ours, docs = Encoder(nlp.get_pipe("tok2vec")), list(map(nlp.make_doc, _TEXTS))
    expected = [nlp.get_pipe("tok2vec").predict([doc])[0] for doc in docs]
    for _ in range(2):
        found = [each for at in range(0, len(docs), batch) for each in ours(docs[at : at + batch])]
        assert all(map(numpy.array_equal, found, expected))


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_REMEMBERED", 70)
    nlp = model()
    ours, docs = Encoder(nlp.get_pipe("tok2vec")), list(map(nlp.make_doc, _TEXTS))
    for doc in docs:
        assert numpy.array_equal(ours([doc])[0], nlp.get_pipe("tok2vec").predict([doc])[0])
    (long,) = ours([nlp.make_doc(" ".join(f"word{n}" for n in range(100)))])
    assert len(long) == 100


def test_parses_are_those_of_the_models_pipeline() -> None:
    found = parse([each for article in articles(3, 0.5) for each in sentences(article)])
    expected = model().pipe([item.sentence.span.text for item in found])
    for item, doc in zip(found, expected, strict=True):
        assert [(word.tag_, word.head.i) for word in item.doc] == [(word.tag_, word.head.i) for word in doc]


def test_articles_read_together_say_the_same() -> None:
    news = articles(40, 0.4)
    assert list(read_articles(news)) == [read_article(article) for article in news]


def test_a_sentence_without_words_has_an_empty_parse() -> None:
    (article,) = articles(1, 1.0)
    whole: Sentence = sentences(article)[0]
    nothing = type(whole)(1, type(whole.span)(0, 0, ""), 0)
    assert [len(item.doc) for item in parse([whole, nothing])] == [len(parse([whole])[0].doc), 0]
