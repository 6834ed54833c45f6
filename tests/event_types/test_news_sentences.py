"""Sentences of the kinds of news that are read most, each with the one event it tells of four types, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.articles import read_text
from timeline.pipeline import read_article

FILE = Path(__file__).with_name("news_sentences.tsv")
TYPES = {"detention", "release", "protest", "security"}
ROWS = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def told(text: str) -> set[str]:
    """The types of the events a sentence tells, "riot" for a protest in that mode."""
    article = read_article(read_text(text, published="2021-06-16", article_id="sentence"))
    events = [item for item in article.mentions if item.is_event and item.event_type in TYPES]
    return {"riot" if item.mode == "riot" else item.event_type for item in events}


@pytest.mark.parametrize(("label", "text"), ROWS, ids=[f"{label}:{number}" for number, (label, _) in enumerate(ROWS)])
def test_news_sentence(label: str, text: str) -> None:
    seen = told(text)
    assert (not seen) if label == "none" else (label in seen), f"{text!r}: expected {label}, saw {sorted(seen)}"
    assert not (label == "protest" and "riot" in seen), f"{text!r}: a peaceful protest read as a riot"


def test_a_third_of_the_sentences_are_near_misses() -> None:
    silent = sum(label == "none" for label, _ in ROWS)
    assert len(ROWS) > 300
    assert silent * 3 > len(ROWS)
