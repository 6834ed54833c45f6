"""The lexicon holds no class that nobody asks for, and every class that a frame asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2] / "timeline"
BUILT_IN = {"any", "name", "number", "nationals", "state"}  # told by form or gazetteer, not by a list of words


def test_classes_and_their_users_agree() -> None:
    lexicon = tomllib.loads((ROOT / "frames" / "lexicon.toml").read_text(encoding="utf-8"))
    listed = set(lexicon["classes"]) | set(lexicon["verbs"])
    asked = {name for path in ROOT.glob("event_types/*.toml") for name in re.findall(r'"@([\w-]+)"', path.read_text())}
    called = r'(?:lemmas|_with_plurals|verbs)\("(\w+)"\)'
    asked |= {name for path in ROOT.rglob("*.py") for name in re.findall(called, path.read_text(encoding="utf-8"))}
    assert sorted(asked - listed) == sorted(BUILT_IN & asked)
    assert sorted(listed - asked) == []
