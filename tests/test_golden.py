"""Whole articles and the events read from them: pairs of `golden/x.txt` and `golden/x.events.jsonl`.

The files hold what the program says, not what it should say: a change of them is to be read, and then accepted
with `make golden` or mended.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from timeline import job
from timeline.articles import read_inputs
from timeline.merge.objects import event_objects

FOLDER = Path(__file__).parent / "golden"
ARTICLES = sorted(FOLDER.glob("*.txt"))
LEFT_OUT = {"event_id", "n_articles", "latitude", "longitude"}  # a hash, always 1, and what the place says already


def events_of(path: Path) -> str:
    """The events of an article: one a line, keys sorted, nothing that is absent."""
    found = event_objects(job.derive(read_inputs([path]), {}))
    return "".join(
        json.dumps(present(event), ensure_ascii=False, sort_keys=True, default=str) + "\n" for event in found
    )


def present(value: object) -> object:
    """A value without what is null, empty or left out."""
    if isinstance(value, dict):
        kept = {key: present(item) for key, item in value.items() if key not in LEFT_OUT}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    return [present(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_article(path: Path) -> None:
    expected = path.with_suffix(".events.jsonl")
    events = events_of(path)
    if os.environ.get("GOLDEN") == "rewrite":
        expected.write_text(events, encoding="utf-8", newline="\n")
    old = expected.read_text(encoding="utf-8").splitlines() if expected.is_file() else []
    new = events.splitlines()
    gone = "\n".join(f"- {line}" for line in old if line not in new)
    come = "\n".join(f"+ {line}" for line in new if line not in old)
    assert new == old, (
        f"{path.name} reads differently:\n{gone}\n{come}\nif that is better: make golden, and read the diff"
    )


def test_every_pair_is_whole() -> None:
    articles = {path.stem for path in ARTICLES}
    assert {path.name.removesuffix(".events.jsonl") for path in FOLDER.glob("*.jsonl")} == articles
    assert len(articles) >= 8


def test_articles_are_of_a_length_that_can_be_read() -> None:
    for path in ARTICLES:
        assert 100 <= len(path.read_text(encoding="utf-8").split()) <= 250, path.name
