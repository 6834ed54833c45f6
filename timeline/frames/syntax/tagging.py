"""Coarse tags and lemmas of a parse, as spaCy's attribute ruler and lemmatizer give them, but faster.

The ruler tries 180 patterns on every token and takes half as long as the parse. Nearly all of them look at one token
only: its tag, its dependency, and for a few words the word. So each such combination is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import numpy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

RULES = ("attribute_ruler", "lemmatizer")
_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE", "ORTH"]
Tags = tuple[str, str, str, str]  # lemma, coarse tag, fine tag, dependency

_RULED: list[int | str] = ["TAG", "POS", "DEP", "MORPH"]
_PAIRS = ("ai", "gon", "got", "let", "c'm", "y", "y'")  # words that the patterns of two tokens begin with
_SPELLINGS = ("nothin'", "nuthin'")  # words that a pattern gives as a regular expression


class Tagger:
    """What the rules of one model say, remembered: it grows with the vocabulary, as the model's own tables do."""

    def __init__(self, nlp: Language) -> None:
        """Take the rules from a model that has them, enabled or not."""
        components: dict[str, Any] = dict(nlp.components)
        self._ruler, self._lemmatizer = (components[name] for name in RULES)
        self._vocab, strings = nlp.vocab, nlp.vocab.strings
        self._named = frozenset(strings[word] for word in (*_words(self._ruler), *_SPELLINGS))
        self._pairs = frozenset(strings[word] for word in _PAIRS)
        self._expletive = strings["expl"]  # the dependency that the remaining pattern of two tokens begins with
        self._rules = cache(self._ruled)
        self._said: dict[tuple[int, ...], Tags] = {}

    def tags(self, docs: Sequence[Doc]) -> Iterator[list[Tags]]:
        """Lemma, coarse tag, fine tag and dependency of each token of documents that have tags and dependencies."""
        read: list[list[tuple[int, ...]]] = [list(map(tuple, doc.to_array(_ASKED).tolist())) for doc in docs]
        alone = [not self._in_pairs(tokens) for tokens in read]
        self._learn(token for tokens, each in zip(read, alone, strict=True) if each for token in tokens)
        for doc, tokens, each in zip(docs, read, alone, strict=True):
            if each:
                yield [self._said[token] for token in tokens]
            else:  # what two tokens together say is not remembered
                yield list(map(_tags, self._lemmatizer(self._ruler(doc))))

    def _in_pairs(self, tokens: Iterable[tuple[int, ...]]) -> bool:
        """Whether two tokens of a document together may say something."""
        return any(word in self._pairs or dep == self._expletive for word, _, dep, _, _ in tokens)

    def _learn(self, asked: Iterable[tuple[int, ...]]) -> None:
        """Ask the rules about tokens, and remember what they say: they look at each by itself."""
        tokens = [token for token in dict.fromkeys(asked) if token not in self._said]
        if not tokens:
            return
        ruled = [
            self._rules(word if word in self._named else 0, tag, dep, space) for word, tag, dep, space, _ in tokens
        ]
        listed = Doc(self._vocab, words=[self._vocab.strings[token[-1]] for token in tokens])
        self._lemmatizer(_set(listed, _RULED, [row[:-1] for row in ruled]))
        for token, row, seen in zip(tokens, ruled, listed, strict=True):
            lemma = self._vocab.strings[row[-1]] if row[-1] else seen.lemma_
            self._said[token] = (lemma, *_tags(seen)[1:])

    def _ruled(self, word: int, tag: int, dep: int, space: int) -> tuple[int, ...]:
        """What the rules make of one token; ``word`` is 0 for those without rules of their own."""
        alone = Doc(self._vocab, words=[self._vocab.strings[word] if word else " " if space else "word"])
        self._ruler(_set(alone, ["TAG", "DEP"], [(tag, dep)]))
        token: Any = alone[0]
        return token.tag, token.pos, token.dep, token.morph.key, token.lemma


def _tags(token: Token) -> Tags:
    return token.lemma_, token.pos_, token.tag_, token.dep_


def _set(doc: Doc, names: Sequence[int | str], values: Sequence[Sequence[int]]) -> Doc:
    """Write attributes of all tokens, a row for each."""
    if values:
        doc.from_array(list(names), numpy.array(values, dtype=numpy.uint64))  # type: ignore[arg-type]  # not thinc's own
    return doc


def _words(ruler: AttributeRuler) -> Iterator[str]:
    """The words that some pattern names."""
    patterns: Any = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]  # type: ignore[union-attr]
    for token in (token for pattern in patterns for token in pattern):
        wanted = token.get("LOWER", [])
        yield from [wanted] if isinstance(wanted, str) else wanted.get("IN", []) if wanted else []
