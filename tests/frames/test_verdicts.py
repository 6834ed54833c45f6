"""Accusations, denials and confirmations told apart from plain statements; claims that no verb of speech makes.

"|" parts sentences, "¶" begins a new paragraph, "#" begins a headline. Each trigger is the first such word of the text.
"""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import claimed

KINDS = [
    ("The opposition accused the army of planning a coup.", "coup", "opposition", "accused", "accusation", ""),
    ("The party blamed the army for arresting its leader.", "arresting", "party", "blamed", "accusation", ""),
    (
        "A prisoners' group alleges that soldiers dragged away 30 students.",
        "dragged",
        "prisoners' group",
        "alleges",
        "accusation",
        "",
    ),
    ("The governor was accused by rivals of plotting a coup.", "coup", "rivals", "accused", "accusation", ""),
    ("The protesters were arrested, claims the governor.", "arrested", "governor", "claims", "accusation", ""),
    ("Police denied arresting the editor.", "arresting", "Police", "denied", "denial", ""),
    ("The ministry denied reports that sanctions had been imposed.", "imposed", "ministry", "denied", "denial", ""),
    ("The opposition rejected accusations that it had planned a coup.", "coup", "opposition", "rejected", "denial", ""),
    (
        "The general dismissed claims that soldiers had arrested students.",
        "arrested",
        "general",
        "dismissed",
        "denial",
        "",
    ),
    ("Police confirmed the arrest of two men.", "arrest", "Police", "confirmed", "confirmation", ""),
    (
        "The ministry acknowledged that 12 people were being held.",
        "held",
        "ministry",
        "acknowledged",
        "confirmation",
        "",
    ),
    ("The army admitted that it had detained the mayor.", "detained", "army", "admitted", "confirmation", ""),
]

DENIED = [
    ("Reports that the mayor had been arrested were false, his lawyer said.", "arrested", "his lawyer", "said"),
    ("The ministry shot down rumours that soldiers had arrested him.", "arrested", "ministry", "shot"),
    ("The army brushed aside reports that 30 men had been arrested.", "arrested", "army", "brushed"),
    (
        "Olu Berg described as gossip the versions circulating that a nun had been arrested.",
        "arrested",
        "Olu Berg",
        "described",
    ),
    ("Asked about reports that hackers had crippled it, Ada Lund dismissed them.", "crippled", "Ada Lund", "dismissed"),
]

COUNTED = [
    ("The tribunal credited Berg with 46 percent in the May election.", "election", "tribunal", "credited"),
    (
        "Berg was credited by the electoral council with 51 percent of the vote.",
        "vote",
        "electoral council",
        "credited",
    ),
    ("In what officials called an attack, two men were held.", "attack", "officials", "called"),
    ("The general has promised an election next year.", "election", "general", "promised"),
    ("Two were killed, the office said, when guards fired on a march.", "march", "office", "said"),
]


@pytest.mark.parametrize(("text", "trigger", "claimant", "cue", "kind", "outlet"), KINDS)
def test_claim(text, trigger, claimant, cue, kind, outlet):
    assert claimed(text, trigger) == (claimant, cue, kind, outlet)


@pytest.mark.parametrize(("text", "trigger", "claimant", "cue"), DENIED)
def test_denial(text, trigger, claimant, cue):
    assert claimed(text, trigger) == (claimant, cue, "denial", "")


@pytest.mark.parametrize(("text", "trigger", "claimant", "cue"), COUNTED)
def test_statement(text, trigger, claimant, cue):
    assert claimed(text, trigger) == (claimant, cue, "statement", "")


@pytest.mark.parametrize(
    "text",
    [
        "Neither the army nor the police confirmed that 12 men had been arrested.",
        "Unofficial returns showed that 12 men had been arrested.",
    ],
)
def test_nobody_claims(text):
    assert claimed(text, "arrested") is None
