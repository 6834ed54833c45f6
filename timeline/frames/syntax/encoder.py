"""The vectors of words in context, as spaCy's tok2vec gives them to the bit, in a third of the time.

What a word gives before its neighbours are looked at is the same wherever it stands, so it is asked once. What then
mixes it with its neighbours is four times one small step, done here without what training would need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[numpy.float32]
Word = tuple[int, int, int]  # its spelling, its norm, and whether a space follows: all that the model sees of it

_SEEN: list[int | str] = ["ORTH", "NORM", "SPACY"]
_FEATURES: list[int | str] = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]  # in the model's order
_REMEMBERED = 32_768  # words: 12 MB
_APART = 4  # empty rows between sentences, one for each step
_EMPTY = 0  # the row of the table that stays empty


@dataclass(frozen=True)
class _Step:
    """One mixing of a word with its two neighbours: maxout, layer norm, and the word itself added."""

    gemm: Any
    weights: Floats  # a block of rows per piece of the maxout
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        width = rows.shape[1]
        windows = numpy.zeros((len(rows), 3 * width), dtype=numpy.float32)
        windows[1:, :width] = rows[:-1]
        windows[:, width : 2 * width] = rows
        windows[:-1, 2 * width :] = rows[1:]
        pieces = self.gemm(windows, self.weights, trans2=True)
        pieces += self.bias
        best: Floats = numpy.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for start in range(2 * width, pieces.shape[1], width):
            numpy.maximum(best, pieces[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = (best * best).sum(axis=1, keepdims=True) / width + 1e-08
        best *= variance ** (-1.0 / 2.0)
        best *= self.scale
        best += self.shift
        best += rows
        return best


class Encoder:
    """The tok2vec of one model; it remembers the words it saw, up to a bound."""

    def __init__(self, tok2vec: Any) -> None:  # noqa: ANN401 - thinc's models have no types
        """Take the weights from the component."""
        alone, together = tok2vec.model.layers
        _, _, *self._alone, _ = alone.layers  # between taking the features out of documents and sorting rows into them
        (mixing,) = together.layers
        self._steps = tuple(_steps(mixing))
        self._rows: dict[Word, int] = {}
        self._width: int = tok2vec.model.get_dim("nO")
        self._table: Floats = numpy.zeros((1, self._width), dtype=numpy.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """One row per token, for each document; none of them is empty."""
        words: list[list[Word]] = [list(map(tuple, doc.to_array(_SEEN).tolist())) for doc in docs]
        known = self._known(docs, words)
        where, inside = [_EMPTY] * _APART, []
        for each in words:
            inside.append(slice(len(where), len(where) + len(each)))
            where += [known[word] for word in each]
            where += [_EMPTY] * _APART
        rows: Floats = self._table[where]
        for step in self._steps:
            rows = step(rows)
        return [rows[sentence] for sentence in inside]

    def _known(self, docs: Sequence[Doc], words: Sequence[Sequence[Word]]) -> dict[Word, int]:
        """Where the rows of all these words are; those not seen before are asked of the model."""
        more = sum(map(len, words))
        if len(self._rows) + more >= len(self._table):
            self._rows, self._table = {}, numpy.zeros((max(_REMEMBERED, more + 1), self._width), dtype=numpy.float32)
        features: list[NDArray[numpy.uint64]] = []
        for doc, each in zip(docs, words, strict=True):
            new = {word: at for at, word in enumerate(each) if word not in self._rows}
            if new:
                features.append(doc.to_array(_FEATURES)[list(new.values())])  # type: ignore[arg-type]  # not doubles
                self._rows.update(zip(new, count(len(self._rows) + 1)))
        if features:
            found: Any = numpy.concatenate(features)
            for layer in self._alone:
                found = layer.predict(found)
            self._table[len(self._rows) + 1 - len(found) : len(self._rows) + 1] = found
        return self._rows


def _steps(mixing: Any) -> Iterator[_Step]:  # noqa: ANN401
    """The weights of each step, sorted so that the pieces of the maxout lie side by side."""
    for residual in mixing.layers:
        maxout, norm = (
            next(layer for layer in residual.walk() if layer.name == name) for name in ("maxout", "layernorm")
        )
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        yield _Step(
            gemm=maxout.ops.gemm,
            weights=numpy.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])),
            bias=numpy.ascontiguousarray(bias.T.reshape(-1)),
            scale=norm.get_param("G"),
            shift=norm.get_param("b"),
        )
