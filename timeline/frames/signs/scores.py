"""How likely the signs of a sentence make it that it tells an event: a sum of weights per type, as a probability."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from timeline.errors import RuleError
from timeline.event_types import event_types
from timeline.frames.signs.words import signs_of, signs_of_word, stemmed, telling

_FILE = Path(__file__).with_name("weights.tsv")
ANY = ""  # the sign that every sentence has: what is added before any other
_SHARE = 0.25  # of sentences that are likely to tell an event: every article on politics has more


@dataclass(frozen=True)
class Weights:
    """What each sign adds for each event type ("protest") and mode ("protest/riot"), in hundredths."""

    names: tuple[str, ...]  # types and modes: the columns
    rows: Mapping[str, int]  # sign -> row
    table: npt.NDArray[np.int32]
    beside: Mapping[str, Mapping[str, int]]  # stem -> stem behind it -> row of the two
    across: Mapping[str, Mapping[str, int]]  # the same once small words are left out

    def of(self, sign: str, name: str) -> int:
        """What a sign adds for a type or mode, 0 if nothing."""
        row = self.rows.get(sign)
        return 0 if row is None or name not in self.names else int(self.table[row, self.names.index(name)])


@cache
def weights() -> Weights:
    """The weights as `make signs` wrote them. Raises RuleError for a line that cannot be read."""
    read: dict[str, dict[str, int]] = {}
    for number, line in enumerate(_FILE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        sign, *pairs = line.split("\t")
        try:
            read[sign] = {name: int(weight) for name, weight in (pair.split("=") for pair in pairs)}
        except ValueError:
            raise RuleError(f"{_FILE.name}, line {number}: not type=weight: {line!r}; run `make signs`") from None
    names = tuple(read.get(ANY, {}))
    table = np.array([[added.get(name, 0) for name in names] for added in read.values()], dtype=np.int32)
    rows = {sign: row for row, sign in enumerate(read)}
    return Weights(names, rows, table, _pairs(rows, " "), _pairs(rows, "~"))


def _pairs(rows: Mapping[str, int], joint: str) -> Mapping[str, Mapping[str, int]]:
    """The signs that are two stems, by the first: no text need be put together to look them up."""
    found: dict[str, dict[str, int]] = {}
    for sign, row in rows.items():
        first, joined, second = sign.partition(joint)
        if joined:
            found.setdefault(first, {})[second] = row
    return found


def told(text: str) -> Mapping[str, float]:
    """The event types that a sentence's signs tell, with their probabilities: those likely enough in a brief text."""
    scores = _scores(text)
    return {name: probability(scores[name]) for name, least in _least().items() if scores[name] >= least}


def chance(text: str, event_type: str) -> float:
    """How likely a sentence's signs make it that it tells an event of a type; 1 for a type without signs."""
    score = _scores(text).get(event_type)
    return 1.0 if score is None else probability(score)


def mode_of(text: str, event_type: str, sure: float = 0.5) -> str:
    """The mode that a sentence's signs tell of a type; "" if they are less sure of it than asked."""
    signs = event_types()[event_type].signs
    if signs is None or not signs.mode:
        return ""
    told = probability(_scores(text)[f"{event_type}/{signs.mode}"])
    return signs.mode if told >= sure else signs.otherwise if 1 - told >= sure else ""


def is_quiet(texts: Sequence[str]) -> bool:
    """Whether an article hardly tells any event by its signs, as one on sport or on a town's parking does not."""
    return sum(map(loudest, texts)) < _SHARE * len(texts)


def loudest(text: str) -> float:
    """How likely a sentence's signs make it that it tells an event of the type that they speak for most."""
    return probability(max(map(_scores(text).__getitem__, _least()), default=0))


@lru_cache(maxsize=1 << 12)  # the sentences of a lot of articles: the gate asks, and then whoever reads them
def _scores(text: str) -> Mapping[str, int]:
    """The sum of weights for each event type and mode, in hundredths."""
    known = weights()
    return dict(zip(known.names, known.table.take(rows_of(text), axis=0).sum(axis=0).tolist(), strict=True))


def rows_of(text: str) -> list[int]:
    """The rows of the signs that a sentence has: those of `signs_of`, and the one that every sentence has."""
    known = weights()
    words, stems = stemmed(text)
    rows = {known.rows[ANY]}.union(*map(_rows_of_word, words, stems))
    for pairs, them in ((known.beside, stems), (known.across, telling(stems))):
        for first, second in pairwise(them):
            if first in pairs and second in pairs[first]:
                rows.add(pairs[first][second])
    return list(rows)


@lru_cache(maxsize=1 << 16)  # words recur
def _rows_of_word(word: str, stem: str) -> frozenset[int]:
    known = weights().rows
    return frozenset(known[sign] for sign in signs_of_word(word, stem) if sign in known)


@cache
def _least() -> Mapping[str, float]:
    """What the sum must be for each type, in hundredths."""
    kinds = event_types().items()
    learned = weights().names
    found = {name: min(kind.signs.brief, kind.signs.least) for name, kind in kinds if kind.signs and name in learned}
    return {name: 100 * math.log(least / (1 - least)) for name, least in found.items()}


def probability(score: int) -> float:
    """A sum of weights as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score / 100))))


def reasons(text: str, event_type: str) -> tuple[tuple[str, int], ...]:
    """The signs that speak for a type in a sentence, and how loud, the loudest first."""
    found = ((sign, weights().of(sign, event_type)) for sign in signs_of(text))
    return tuple(sorted((item for item in found if item[1] > 0), key=lambda item: (-item[1], item[0])))


@lru_cache(maxsize=1 << 14)  # words recur
def weight(sign: str, event_type: str) -> int:
    """What a sign adds for a type in hundredths, 0 if nothing."""
    return weights().of(sign, event_type)
