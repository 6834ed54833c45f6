"""How likely the signs of a sentence make it that it tells an event: a sum of weights per type, as a probability."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from timeline.errors import RuleError
from timeline.event_types import event_types
from timeline.frames.signs.words import signs_of

_FILE = Path(__file__).with_name("weights.tsv")
ANY = ""  # the sign that every sentence has: what is added before any other


@cache
def weights() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Sign -> event types and what it adds for each. Raises RuleError for a line that cannot be read."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for number, line in enumerate(_FILE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        sign, *pairs = line.split("\t")
        try:
            found[sign] = tuple((name, float(weight)) for name, weight in (pair.split("=") for pair in pairs))
        except ValueError:
            raise RuleError(f"{_FILE.name}, line {number}: not type=weight: {line!r}; run `make signs`") from None
    return found


@lru_cache(maxsize=64)  # the gate asks, and then whoever reads the sentence
def told(text: str) -> Mapping[str, float]:
    """The event types that a sentence's signs tell, with their probabilities: those that reach the type's `least`."""
    known = weights()
    scores: dict[str, float] = defaultdict(float, dict(known.get(ANY, ())))
    for sign in sorted(signs_of(text)):
        for name, weight in known.get(sign, ()):
            scores[name] += weight
    found = {name: probability(score) for name, score in scores.items()}
    kinds = event_types()
    return {
        name: chance
        for name, chance in found.items()
        if (signs := kinds[name].signs) is not None and chance >= signs.least
    }


def probability(score: float) -> float:
    """A sum of weights as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights_of(event_type: str) -> Mapping[str, float]:
    return {sign: weight for sign, pairs in weights().items() for name, weight in pairs if name == event_type}


def weight(sign: str, event_type: str) -> float:
    """What a sign adds for a type, 0 if nothing."""
    return _weights_of(event_type).get(sign, 0.0)
