"""How likely the signs of a sentence make it that it tells an event: a sum of weights per type, as a probability."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline.errors import RuleError
from timeline.event_types import event_types
from timeline.frames.signs.words import is_manner, is_shouted, signs_of, signs_of_word, stem_of, telling, words_of

_FILE = Path(__file__).with_name("weights.tsv")
ANY = ""  # the sign that every sentence has: what is added before any other
_REMEMBERED = 1 << 12  # sentences
_MOST_WORDS = 1 << 16
_LEAST_BORNE = -250  # hundredths: how news is written may turn one in thirteen into one in two
_BORNE_ELSEWHERE = 200  # the same in a story that is not on politics
_SURE_ELSEWHERE = 0.9  # what all words together must make of a sentence there
_SHARE = 0.25  # of sentences that are likely to tell an event: most articles on politics have more
_SHARE_OF_TALK = 0.1  # the same of an article all of whose words are of politics: an interview, a live page


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
    sums = _sums()[text]
    return {name: probability(sums[column]) for name, column, least in _asked() if sums[column] >= least}


def chance(text: str, event_type: str) -> float:
    """How likely a sentence's signs make it that it tells an event of a type; 1 for a type without signs."""
    known = weights().names
    return probability(_sums()[text][known.index(event_type)]) if event_type in known else 1.0


def mode_of(text: str, event_type: str, sure: float = 0.5) -> str:
    """The mode that a sentence's signs tell of a type; "" if they are less sure of it than asked."""
    signs = event_types()[event_type].signs
    if signs is None or not signs.mode:
        return ""
    told = chance(text, f"{event_type}/{signs.mode}")
    return signs.mode if told >= sure else signs.otherwise if 1 - told >= sure else ""


def is_quiet(texts: Sequence[str], *, political: bool = False) -> bool:
    """Whether an article hardly tells any event by its signs, as one on sport or on a town's parking does not."""
    _sums().learn(texts)
    return sum(map(loudest, texts)) < (_SHARE_OF_TALK if political else _SHARE) * len(texts)


def is_borne_out(text: str, event_type: str, alone: bool) -> bool:
    """Whether the words that tell something bear out an event, and not only how news is written: names, days, numbers.

    Nearly every lead has a name, a day and a number; these are more frequent in news of such events than elsewhere,
    and may add to what the words say, but not stand for it. A sentence that is not ``alone`` stands in a story on
    something else, so that it has to be surer.
    """
    if not alone and chance(text, event_type) < _SURE_ELSEWHERE:
        return False
    known = weights()
    if event_type not in known.names:
        return True
    column = known.names.index(event_type)
    borne = sum(int(known.table[row, column]) for row in rows_of(text) if row not in _manner())
    return borne >= (_LEAST_BORNE if alone else _BORNE_ELSEWHERE)


def loudest(text: str) -> float:
    """How likely a sentence's signs make it that it tells an event of the type that they speak for most."""
    sums = _sums()[text]
    return probability(max([sums[column] for _, column, _ in _asked()], default=0))


class _Sums(dict[str, list[int]]):
    """The sum of weights for each event type and mode, in hundredths, of the sentences of a lot of articles.

    The gate asks for all sentences of an article at once, which is far faster, and then whoever reads them for some.
    """

    def __missing__(self, text: str) -> list[int]:
        self.learn([text])
        return self[text]

    def learn(self, texts: Sequence[str]) -> None:
        """Weigh the signs of sentences, if they are not known."""
        if len(self) + len(texts) > _REMEMBERED:
            self.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self]
        if not new:
            return
        signs = [rows_of(text) for text in new]
        first = [0, *accumulate(map(len, signs[:-1]))]
        added = weights().table.take([*chain.from_iterable(signs)], axis=0)
        self.update(zip(new, np.add.reduceat(added, first, axis=0).tolist(), strict=True))


@cache
def _sums() -> _Sums:
    return _Sums()


def rows_of(text: str) -> list[int]:
    """The rows of the signs that a sentence has: those of `signs_of`, and the one that every sentence has."""
    plain, named = _words()
    words = words_of(text)
    known = [*map((plain if is_shouted(words) else named).__getitem__, words)]
    known[:1] = map(plain.__getitem__, words[:1])
    rows = {weights().rows[ANY]}.union(*[word.rows for word in known])
    for one, behind in pairwise(known):
        if behind.stem in one.beside:
            rows.add(one.beside[behind.stem])
    for one, behind in pairwise([word for word in known if not word.small]):
        if behind.stem in one.across:
            rows.add(one.across[behind.stem])
    return [*rows]


class _Word(NamedTuple):
    """What is known of a word wherever it stands."""

    stem: str
    small: bool
    rows: frozenset[int]  # of its own signs
    beside: Mapping[str, int]  # the stem behind it -> the row of the two
    across: Mapping[str, int]  # the same once small words are left out


class _Words(dict[str, _Word]):
    """Words as they are written: they recur, so that each is looked up once."""

    def __init__(self, named: bool) -> None:
        """Whether a capital may make a word a name."""
        self._named = named

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        known, its_stem = weights(), stem_of(word, self._named)
        self[word] = _Word(
            its_stem,
            not telling([its_stem]),
            frozenset(known.rows[sign] for sign in signs_of_word(word, its_stem) if sign in known.rows),
            known.beside.get(its_stem, {}),
            known.across.get(its_stem, {}),
        )
        return self[word]


@cache
def _manner() -> frozenset[int]:
    """The rows of signs that are of how news is written."""
    return frozenset(row for sign, row in weights().rows.items() if is_manner(sign))


@cache
def _words() -> tuple[_Words, _Words]:
    return _Words(named=False), _Words(named=True)


@cache
def _asked() -> tuple[tuple[str, int, float], ...]:
    """The types that signs tell, each with its column and what the sum must be, in hundredths."""
    kinds, learned = event_types().items(), weights().names
    found = ((name, min(kind.signs.brief, kind.signs.least)) for name, kind in kinds if kind.signs and name in learned)
    return tuple((name, learned.index(name), 100 * math.log(least / (1 - least))) for name, least in found)


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
