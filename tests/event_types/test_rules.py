"""Every example and counterexample of every event type, and every example against all other types."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from timeline.articles import read_text
from timeline.event_types import Example, event_types
from timeline.frames.words.lexicon import lemmas
from timeline.gazetteers.places import find_place
from timeline.models import Mention
from timeline.pipeline import read_article

TYPES = event_types()
EXAMPLES = [(name, number) for name, kind in TYPES.items() for number in range(len(kind.examples))]
COUNTEREXAMPLES = [(name, number) for name, kind in TYPES.items() for number in range(len(kind.counterexamples))]
PUBLISHED = "2021-06-16"  # a Wednesday


def mentions(example: Example) -> tuple[Mention, ...]:
    published = str(example.event.get("published", PUBLISHED))
    return read_article(read_text(example.text, published=published, article_id="example")).mentions


def names(mention: Mention, role: str) -> list[str]:
    return [party.name for party in mention.participants if party.role == role]


def holds(mention: Mention, event: dict[str, object]) -> list[str]:
    """What the mention lacks of the expected event, in words; empty if it has all of it."""
    missing = []
    for key, expected in event.items():
        if key == "published":
            continue
        if key in ("actor", "target", "candidate", "winner"):
            seen: object = names(mention, key)
            good = sorted(seen) == sorted(expected)
        elif key == "date":
            seen, good = mention.date.edtf, mention.date.edtf == expected
        elif key == "claimant":
            seen = mention.claim.claimant if mention.claim else ""
            good = seen == expected
        elif key == "count":
            seen = [figure.value for figure in mention.figures if figure.measure in ("people", "states", "attacks")]
            good = expected in seen
        elif key == "trigger":
            seen, good = mention.trigger.text, mention.trigger.text == expected
        else:
            seen = getattr(mention, key)
            good = seen == expected
        if not good:
            missing.append(f"{key}: expected {expected!r}, saw {seen!r}")
    return missing


@pytest.mark.parametrize(("name", "number"), EXAMPLES, ids=[f"{n}:{i}" for n, i in EXAMPLES])
def test_example(name: str, number: int) -> None:
    example = TYPES[name].examples[number]
    found = [mention for mention in mentions(example) if mention.event_type == name]
    assert found, f"{name} is silent on {example.text!r}"
    misses = [holds(mention, dict(example.event)) for mention in found]
    assert [] in misses, f"{example.text!r}: {misses}"


@pytest.mark.parametrize(("name", "number"), EXAMPLES, ids=[f"{n}:{i}" for n, i in EXAMPLES])
def test_other_types_are_silent_on_example(name: str, number: int) -> None:
    example = TYPES[name].examples[number]
    others = {mention.event_type for mention in mentions(example) if mention.is_event} - {name, *example.also}
    assert not others, f"{example.text!r}: also read as {sorted(others)}"


@pytest.mark.parametrize(("name", "number"), COUNTEREXAMPLES, ids=[f"{n}:{i}" for n, i in COUNTEREXAMPLES])
def test_counterexample(name: str, number: int) -> None:
    example = TYPES[name].counterexamples[number]
    events = [mention for mention in mentions(example) if mention.event_type == name and mention.is_event]
    assert not events, f"{example.text!r}: read as {events[0].rule} ({events[0].trigger.text}); {example.why}"


def test_every_type_says_why_of_its_counterexamples() -> None:
    for name, kind in TYPES.items():
        for example in kind.counterexamples:
            assert example.why, f"{name}: the counterexample {example.text!r} says no `why`"


def test_every_class_a_frame_names_exists() -> None:
    def classes(constraints: Mapping[str, tuple[str, ...]]) -> set[str]:
        return {word[1:] for words in constraints.values() for word in words if word.startswith("@")}

    frames = [frame for kind in TYPES.values() for frame in kind.frames]
    asked = {name for frame in frames for name in classes(frame.require) | classes(frame.only)}
    refused = {name for frame in frames for name in classes(frame.forbid)}
    for name in sorted(
        asked - {"any", "folk", "name", "number", "state", "nationals", "demonym", "coined", "person", "titled_ruler"}
    ):
        assert lemmas(name)
    for name in sorted(refused - {"name", "state", "demonym", "number"}):  # it asks for words, or with "*" for anything
        assert lemmas(name)


def test_no_frame_names_a_nation() -> None:
    """A rule is for the news of all countries: a gazetteer and the classes @state, @nationals, @demonym know them."""
    frames = [frame for kind in TYPES.values() for frame in kind.frames]
    listed = [
        words for frame in frames for table in (frame.require, frame.forbid, frame.only) for words in table.values()
    ]
    words = {word for phrases in listed for phrase in phrases for word in phrase.split()}
    words |= {word for frame in frames for phrase in frame.verbs | frame.nouns for word in phrase.split()}
    named = {word for word in words if (place := find_place(word.title())) and place.kind in ("country", "demonym")}
    assert named <= {"pole", "turkey"}  # words as well
