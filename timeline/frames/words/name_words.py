"""The word lists that tell titles, organisations and things from names of people (`name_words.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path

from timeline.errors import RuleError

_PATH = Path(__file__).with_name("name_words.toml")


@dataclass(frozen=True)
class NameWords:
    """Lower-case words by what they tell about a capitalised sequence."""

    roles: frozenset[str]
    abbreviations: dict[str, str]
    honorifics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    modifiers: frozenset[str]
    complements: frozenset[str]
    particles: frozenset[str]
    organisations: frozenset[str]
    things: frozenset[str]
    function: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    relatives: frozenset[str]
    plurals: frozenset[str]
    portfolios: frozenset[str]

    @cached_property
    def calendar(self) -> frozenset[str]:
        """The months and the days of the week."""
        return self.months | self.weekdays


@cache
def name_words() -> NameWords:
    """The lists of `name_words.toml`; `RuleError` names a list that is missing or of the wrong kind."""
    lists: dict[str, object] = {}
    try:
        table = tomllib.loads(_PATH.read_text(encoding="utf-8"))
        for name in (item.name for item in fields(NameWords) if item.name != "abbreviations"):
            lists[name] = frozenset(table["words"][name].split())
        lists["abbreviations"] = dict(table["abbreviations"])
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError) as problem:
        raise RuleError(f"{_PATH.name}: {problem!r}; every list must be there, as one string of words") from problem
    return NameWords(**lists)  # type: ignore[arg-type]


def role_word(word: str, plural: bool = True) -> str:
    """The word of office a word stands for ("Gen." -> "general"), or ""; plurals ("ministers") only if allowed."""
    lists = name_words()
    plain = word.lower().rstrip(".")
    if plain in lists.abbreviations:
        return lists.abbreviations[plain]
    if plain in lists.roles:
        return plain
    return plain[:-1] if plural and plain.endswith("s") and plain[:-1] in lists.roles else ""
