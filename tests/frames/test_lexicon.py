"""The lexicon holds no class that nobody asks for, and every class that a frame asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from timeline.event_types import event_types
from timeline.frames.syntax.parsing import model
from timeline.frames.words.lexicon import forms

ROOT = Path(__file__).parents[2] / "timeline"
# Told by form or gazetteer, not by a list of words:
BUILT_IN = {"any", "coined", "demonym", "folk", "name", "number", "nationals", "person", "state", "titled_ruler"}


def test_classes_and_their_users_agree() -> None:
    lexicon = tomllib.loads((ROOT / "frames" / "words" / "lexicon.toml").read_text(encoding="utf-8"))
    listed = set(lexicon["classes"]) | set(lexicon["verbs"])
    asked = {name for path in ROOT.glob("event_types/*.toml") for name in re.findall(r'"@([\w-]+)"', path.read_text())}
    called = r'(?:lemmas|with_plurals|verbs)\("(\w+)"\)'
    asked |= {name for path in ROOT.rglob("*.py") for name in re.findall(called, path.read_text(encoding="utf-8"))}
    assert sorted(asked - listed) == sorted(BUILT_IN & asked)
    assert sorted(listed - asked) == []


def test_gate_knows_the_irregular_forms_of_every_verb() -> None:
    exceptions = model().get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]  # type: ignore[attr-defined]
    irregular: dict[str, set[str]] = {}
    for form, verbs in exceptions.items():
        for verb in verbs:
            irregular.setdefault(verb, set()).add(form)
    rare = {"forbad", "swops", "swopping", "swopped", "addrest"}  # spellings that no newspaper uses
    heads = {verb.split()[0] for kind in event_types().values() for frame in kind.frames for verb in frame.verbs}
    unknown = {
        head: missing
        for head in heads
        if (missing := {form for form in irregular.get(head, ()) if form.isalpha()} - forms(head) - rare)
    }
    assert unknown == {}
