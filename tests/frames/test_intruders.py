"""Gangs of hackers by their names, and what a title adds to what an article is about."""

from __future__ import annotations

import pytest

from timeline.articles import read_text
from timeline.frames.context import context_of, scene_of
from timeline.frames.naming.intruders import named_intruders
from timeline.pipeline import read_article

NAMED = [
    ("A ransomware gang known as Kestrel hit the port.", {"kestrel"}),
    ("The hackers of Nightjar defaced the site.", {"nightjar"}),
    ("The Old Crow ransomware spread to 20 firms.", {"crow"}),
    ("The group, tracked as APT-77, sent malware.", {"apt-77"}),
    ("Russian hackers and Android malware were blamed.", set()),
    ("A jazz group known as Kestrel played in the port.", set()),
    ("The files were put up by LockBit on Monday.", {"lockbit"}),
    ("The Lazarus Group emptied the wallets.", {"lazarus"}),
    ("The theft was pinned on APT28.", {"apt28"}),
    ("The studio named a horse Pegasus and a cat Medusa.", set()),
    ("Traces of Pegasus spyware were found.", {"pegasus"}),
    ("The malware, FrostWiper, was found at the port.", {"frostwiper"}),
]
CONFUSED = [
    "A jazz group known as Kestrel played in Lyon. Kestrel hit the road in May.",
    "The website of the fair lists an online shop by email. An attack on a village killed nine.",
    "He asked about the hack. The attack on a checkpoint killed nine soldiers.",
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_of_gangs(text: str, names: set[str]) -> None:
    assert named_intruders(text) == names


def test_a_gang_acts_wherever_its_name_stands() -> None:
    text = (
        "Officials blamed a ransomware gang called Kestrel.\n\nIreland did not pay when Kestrel hit its health service."
    )
    rules = [mention.rule for mention in read_article(read_text(text, article_id="gang")).mentions]
    assert "cyberattack:gang-acts" in rules


def test_a_sentence_may_tell_by_itself_that_computers_are_attacked() -> None:
    assert scene_of("The ransomware came by post.") == {"cyberattack"}
    assert scene_of("The intruder copied a password from the server.") == {"cyberattack"}
    assert scene_of("The intruder broke a window of the bank.") == frozenset()


def test_what_is_told_of_who_did_it_is_no_second_attack() -> None:
    text = "The port is still crippled by the LockBit gang, which had broken into it in April."
    found = read_article(read_text(text, article_id="gang")).mentions
    assert len([mention for mention in found if mention.event_type == "cyberattack"]) == 1


def test_a_title_tells_what_an_article_is_about() -> None:
    text = "Somebody tried to break into the water utility."
    assert "cyberattack" not in context_of(text)
    assert "cyberattack" in context_of(f"{text} The breach was found.", "A town after the ransomware")


@pytest.mark.parametrize("text", CONFUSED)
def test_other_attacks_and_groups_are_none(text: str) -> None:
    found = read_article(read_text(text, article_id="other")).mentions
    assert not [item.rule for item in found if item.event_type == "cyberattack" and "hack" not in item.trigger.text]
