"""Learn which words are signs of which event: logistic regression by AdaGrad with a lasso, one per event type.

The method is Duchi, Hazan and Singer (2011), with the lasso applied to what is left after each step of a sign
(Langford, Li and Zhang 2009) and the weights of the later rounds averaged. Sentences are taken in one fixed order of
shuffling: same sentences, same weights.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.frames.signs.words import DAY, NAME, NUMBER, signs_of, stem
from timeline.frames.words.lexicon import classes_of_words

_PLAIN = re.compile(r"\b[a-z]+\b")
ROUNDS = 10
SETTLED = 4  # rounds after which weights are averaged: where the last step went is chance
STEP = 0.2
LASSO = 0.01  # of what a step changes
LEAST = 0.1  # weight worth keeping
FEWEST = 3  # sentences that must hold a sign


@dataclass(frozen=True)
class Labelled:
    """A sentence, the event types it tells, and those on which nobody should learn from it."""

    text: str
    types: frozenset[str]
    unsure: frozenset[str] = frozenset()


def learn(sentences: Sequence[Labelled], types: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
    """The weights of the signs of each event type; in hundredths; "" is what is added for any sentence."""
    signs = [signs_of(sentence.text) for sentence in sentences]
    different = {sentence.text: held for sentence, held in zip(sentences, signs, strict=True)}
    common = Counter(sign for held in different.values() for sign in held)
    words = _words(sentences)
    learned = {sign for sign, count in common.items() if count >= FEWEST and words.issuperset(sign.split())}
    kept = [("", *sorted(held & learned)) for held in signs]
    return {name: _weights(name, sentences, kept) for name in types}


def _words(sentences: Iterable[Labelled]) -> frozenset[str]:
    """The stems that stand somewhere without a capital: the first word of a sentence may be anybody's name."""
    plain = {stem(word) for sentence in sentences for word in _PLAIN.findall(sentence.text)}
    return frozenset(
        plain | {NAME, NUMBER, DAY, "%"} | {f"@{name}" for names in classes_of_words().values() for name in names}
    )


def _weights(name: str, sentences: Sequence[Labelled], signs: Sequence[tuple[str, ...]]) -> dict[str, int]:
    rows = [
        (held, 1.0 if name in sentence.types else 0.0)
        for sentence, held in zip(sentences, signs, strict=True)
        if name not in sentence.unsure
    ]
    weights: dict[str, float] = {"": -2.0}
    seen: dict[str, float] = {}
    total: dict[str, float] = defaultdict(float)
    draw = random.Random(name)
    for number in range(ROUNDS):
        draw.shuffle(rows)
        for held, told in rows:
            _step(weights, seen, held, told)
        if number >= SETTLED:
            for sign, weight in weights.items():
                total[sign] += weight / (ROUNDS - SETTLED)
    return {sign: round(100 * weight) for sign, weight in sorted(total.items()) if abs(weight) >= LEAST}


def _step(weights: dict[str, float], seen: dict[str, float], held: tuple[str, ...], told: float) -> None:
    score = sum(weights.get(sign, 0.0) for sign in held)
    slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - told
    if abs(slope) < 0.001:
        return
    for sign in held:
        total = seen[sign] = seen.get(sign, 0.0) + slope * slope
        rate = STEP / math.sqrt(total + 0.01)
        weight = weights.get(sign, 0.0) - rate * slope
        shrunk = abs(weight) - rate * LASSO if sign else abs(weight)
        weights[sign] = math.copysign(shrunk, weight) if shrunk > 0 else 0.0
