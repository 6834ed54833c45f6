"""Closed word lists for claims, realis and roles: `cues.toml`, `realis.toml`, `role_words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from timeline.errors import RuleError

_FOLDER = Path(__file__).parent


@cache
def _lists(file: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, table in tomllib.loads((_FOLDER / file).read_text(encoding="utf-8")).items():
        if not table.get("meaning") or not isinstance(table.get("words"), list):
            raise RuleError(f"{file}: list [{name}] needs a `meaning` and a list of `words`")
        found[name] = frozenset(table["words"])
    return found


@cache
def cue_words(name: str) -> frozenset[str]:
    """A list of `cues.toml`: words that tell who is speaking. `RuleError` for a list that is not there."""
    return _named("cues.toml", name)


@cache
def realis_words(name: str) -> frozenset[str]:
    """A list of `realis.toml`: words that decide whether an event happened. `RuleError` for one that is not there."""
    return _named("realis.toml", name)


@cache
def role_words(name: str) -> frozenset[str]:
    """A list of `role_words.toml`: words that tell who is against whom. `RuleError` for one that is not there."""
    return _named("role_words.toml", name)


def _named(file: str, name: str) -> frozenset[str]:
    lists = _lists(file)
    if name not in lists:
        raise RuleError(f"{file}: there is no list [{name}]; it has {', '.join(sorted(lists))}")
    return lists[name]
