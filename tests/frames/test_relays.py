"""Claims that an outlet hands on, and those of headlines.

"|" parts sentences, "¶" begins a new paragraph, "#" begins a headline. Each trigger is the first such word of the text.
"""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import claimed

RELAYS = [
    (
        "The daily Morning Lamp quoted the minister as saying that 20 officers had been arrested.",
        "arrested",
        "minister",
        "saying",
        "statement",
        "Morning Lamp",
    ),
    (
        "The minister was quoted by the daily Morning Lamp as saying that 20 officers had been arrested.",
        "arrested",
        "minister",
        "saying",
        "statement",
        "Morning Lamp",
    ),
    (
        "“Twenty officers were arrested on Sunday,” the Morning Lamp newspaper quoted the minister as saying.",
        "arrested",
        "minister",
        "saying",
        "statement",
        "Morning Lamp newspaper",
    ),
    (
        "The general told the Evening Post that a coup had been planned abroad.",
        "coup",
        "general",
        "told",
        "statement",
        "Evening Post",
    ),
    (
        "In an interview with Radio Norte, Anna Leite said that the army had detained her brother.",
        "detained",
        "Anna Leite",
        "said",
        "statement",
        "Radio Norte",
    ),
    (
        "The radio reported, citing police sources, that 12 people had been arrested.",
        "arrested",
        "police sources",
        "reported",
        "statement",
        "radio",
    ),
    (
        "Twelve people were arrested, Radio Norte reported, citing the police.",
        "arrested",
        "police",
        "reported",
        "statement",
        "Radio Norte",
    ),
    (
        "State media, quoting the interior minister, said 12 people had been arrested.",
        "arrested",
        "interior minister",
        "said",
        "statement",
        "State media",
    ),
    (
        "According to the portal Newsline, the governor spoke on Monday, stating: “Nobody at all was arrested here.”",
        "arrested",
        "governor",
        "stating",
        "statement",
        "Newsline",
    ),
    ("The mayor told reporters that 12 people had been arrested.", "arrested", "mayor", "told", "statement", ""),
    (
        "State television said more than 40 people had been arrested.",
        "arrested",
        "State television",
        "said",
        "statement",
        "",
    ),
]

HEADLINES = [
    ("# Mayor was arrested at home - minister", "arrested", "minister", "-", "statement", ""),
    ("# Minister: mayor was arrested at home", "arrested", "Minister", ":", "statement", ""),
    ("# Army arrested the mayor — defence ministry", "arrested", "defence ministry", "-", "statement", ""),
    ("# Hundreds detained in raids, police say", "detained", "police", "say", "statement", ""),
]


@pytest.mark.parametrize(("text", "trigger", "claimant", "cue", "kind", "outlet"), [*RELAYS, *HEADLINES])
def test_claim(text, trigger, claimant, cue, kind, outlet):
    assert claimed(text, trigger) == (claimant, cue, kind, outlet)
