"""Common nouns by what a number or a role makes of them (`noun_words.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path

from timeline.errors import RuleError

_PATH = Path(__file__).with_name("noun_words.toml")


@dataclass(frozen=True)
class NounWords:
    """Lower-case lemmas, a list for each thing they tell."""

    partitives: frozenset[str]
    quantifiers: frozenset[str]
    dropped: frozenset[str]
    states: frozenset[str]
    things: frozenset[str]
    forces: frozenset[str]
    arrests: frozenset[str]
    attacks: frozenset[str]
    crowd: frozenset[str]
    drawing: frozenset[str]
    joining: frozenset[str]
    loose: frozenset[str]
    owned: frozenset[str]
    won: frozenset[str]
    nobody: frozenset[str]
    empty: frozenset[str]
    kin: frozenset[str]

    @cached_property
    def nobodies(self) -> tuple[str, ...]:
        """The endings of phrases that name nobody."""
        return tuple(sorted(self.nobody))

    @cached_property
    def bounding(self) -> frozenset[str]:
        """What is left out at the end of a description."""
        return self.dropped | {",", "(", "of"}


@cache
def noun_words() -> NounWords:
    """The lists of `noun_words.toml`; `RuleError` names a list that is missing or of the wrong kind."""
    try:
        table = tomllib.loads(_PATH.read_text(encoding="utf-8"))["words"]
        return NounWords(**{item.name: frozenset(table[item.name].split()) for item in fields(NounWords)})
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError) as problem:
        raise RuleError(f"{_PATH.name}: {problem!r}; every list must be there, as one string of words") from problem
