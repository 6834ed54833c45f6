"""Learn which words are signs of which event: logistic regression with a ridge, one per event type and mode.

The weights that make the sentences likeliest, less their squares, are found by L-BFGS (Byrd, Lu, Nocedal and Zhu 1995).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from timeline.frames.signs.words import DAY, NAME, NUMBER, signs_of, stem
from timeline.frames.words.lexicon import classes_of_words

_PLAIN = re.compile(r"\b[a-z]+\b")
MARKS = re.compile(r"[ ~]|^[=^]")  # what joins the words of a sign, and what tells how a word is meant
RIDGE = 1.0  # what half the square of a weight costs, in sentences wholly misjudged
LEAST = 0.1  # weight worth keeping
FEWEST = 3  # sentences that must hold a sign
_STEPS = 100


@dataclass(frozen=True)
class Labelled:
    """A sentence, the event types it tells, and those on which nobody should learn from it."""

    text: str
    types: frozenset[str]  # "protest", and "protest/riot" or "protest/" if it is known in which mode
    unsure: frozenset[str] = frozenset()


def learn(sentences: Sequence[Labelled], types: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
    """The weights of the signs of each event type; in hundredths; "" is what is added for any sentence.

    Those of a mode ("protest/riot") are learned among the sentences of its type of which the mode is known.
    """
    signs = [signs_of(sentence.text) for sentence in sentences]
    different = {sentence.text: held for sentence, held in zip(sentences, signs, strict=True)}
    common = Counter(sign for held in different.values() for sign in held)
    words = _words(sentences)
    names = sorted(sign for sign, count in common.items() if count >= FEWEST and words.issuperset(_parts(sign)))
    place = {sign: at for at, sign in enumerate(names)}
    kept = [sorted(place[sign] for sign in held if sign in place) for held in signs]
    ends = np.cumsum([0, *map(len, kept)])
    columns = np.concatenate([np.array(row, dtype=int) for row in kept])
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(signs), len(names)))
    return {name: _weights(name, sentences, matrix, names) for name in types}


def _parts(sign: str) -> list[str]:
    return [part for part in MARKS.split(sign) if part]


def _words(sentences: Iterable[Labelled]) -> frozenset[str]:
    """What stands somewhere without a capital: the first word of a sentence may be anybody's name."""
    plain = {word for sentence in sentences for word in _PLAIN.findall(sentence.text)}
    stems = {stem(word) for word in plain}
    classes = {f"@{name}" for names in classes_of_words().values() for name in names}
    return frozenset(plain | stems | {each[:5] for each in stems} | classes | {NAME, NUMBER, DAY, "%"})


def _weights(name: str, sentences: Sequence[Labelled], signs: csr_matrix, names: Sequence[str]) -> dict[str, int]:
    rows = [at for at, item in enumerate(sentences) if name not in item.unsure and _speaks_of(name, item)]
    told = np.array([name in sentences[at].types for at in rows], dtype=float)
    held = signs[rows]
    across = held.T.tocsr()

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = held @ weights[1:] + weights[0]
        likely = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        wrong = -np.log(np.where(told > 0, likely, 1 - likely)).sum()
        slope = likely - told
        ridge = RIDGE * weights[1:]
        return wrong + ridge @ weights[1:] / 2, np.append(slope.sum(), across @ slope + ridge)

    found = minimize(cost, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    kept = {sign: round(100 * weight) for sign, weight in zip(names, found[1:], strict=True) if abs(weight) >= LEAST}
    return {"": round(100 * found[0]), **kept}


def _speaks_of(name: str, sentence: Labelled) -> bool:
    kind, mode, _ = name.partition("/")
    return not mode or any(told.startswith(f"{kind}/") for told in sentence.types)
