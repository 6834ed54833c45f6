"""Coarse tags, morphology and lemmas of a parse, as spaCy's attribute ruler and lemmatizer give them, but faster.

The ruler tries 180 patterns on every token and takes half as long as the parse. Nearly all of them look at one token
only: its tag, its dependency, and for a few words the word. So each such combination is asked once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")
_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE", "ORTH"]
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
        self._rules, self._lemmas = cache(self._ruled), cache(self._lemmatized)

    def annotate(self, doc: Doc) -> Doc:
        """Set coarse tags, morphology and lemmas of a document that has tags and dependencies; in place."""
        tokens: list[tuple[int, int, int, int, int]] = doc.to_array(_ASKED).tolist()
        if any(word in self._pairs or dep == self._expletive for word, _, dep, _, _ in tokens):
            self._lemmatizer(self._ruler(doc))
            return doc
        found = []
        for word, tag, dep, space, orth in tokens:
            *ruled, lemma = self._rules(word if word in self._named else 0, tag, dep, space)
            found.append((*ruled, lemma or self._lemmas(orth, *ruled)))
        return _set(doc, [*_RULED, "LEMMA"], found)

    def _ruled(self, word: int, tag: int, dep: int, space: int) -> Sequence[int]:
        """What the rules make of one token; ``word`` is 0 for those without rules of their own."""
        alone = Doc(self._vocab, words=[self._vocab.strings[word] if word else " " if space else "word"])
        self._ruler(_set(alone, ["TAG", "DEP"], [(tag, dep)]))
        token: Any = alone[0]
        return token.tag, token.pos, token.dep, token.morph.key, token.lemma

    def _lemmatized(self, orth: int, *ruled: int) -> int:
        """The lemma of a word with its tags."""
        alone = _set(Doc(self._vocab, words=[self._vocab.strings[orth]]), _RULED, [ruled])
        self._lemmatizer(alone)
        return alone[0].lemma


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
