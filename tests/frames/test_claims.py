"""Who is cited for an event, by verbs of speech and by phrases: source, cue, kind and outlet of a sentence each.

"|" parts sentences, "¶" begins a new paragraph, "#" begins a headline. Each trigger is the first such word of the text.
"""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import claimed, match_of, written
from timeline.errors import RuleError
from timeline.frames.claims.claims import attribution_of, attributions, claim_of
from timeline.frames.words.cues import cue_words

INDIRECT = [
    ("The minister reminded guests that 12 men were freed.", "freed", "minister", "reminded", "statement", ""),
    (
        "Jan Rask, head of the Harbour Council, who recalled that 12 men were freed, left.",
        "freed",
        "Jan Rask",
        "recalled",
        "statement",
        "",
    ),
    ("Jan Rask recalled May 2019, when 12 men were freed.", "freed", "Jan Rask", "recalled", "statement", ""),
    ("Forty people were held overnight, a police officer said.", "held", "police officer", "said", "statement", ""),
    ("The ministry said that 40 people were held overnight.", "held", "ministry", "said", "statement", ""),
    ("The arrests, officials say, followed a tip-off.", "arrests", "officials", "say", "statement", ""),
    ("The army, said a diplomat, had arrested the governor.", "arrested", "diplomat", "said", "statement", ""),
    ("He was arrested, said his lawyer, Jon Berg, on Monday.", "arrested", "Jon Berg", "said", "statement", ""),
    ("Foreign Minister Olu Marsh said 12 envoys had been expelled.", "expelled", "Olu Marsh", "said", "statement", ""),
    ("The interior minister, Ana Rask, said 12 men were freed.", "freed", "Ana Rask", "said", "statement", ""),
    (
        "A watchdog, the Open Cells Group, counts over 1,130 people arrested.",
        "arrested",
        "Open Cells Group",
        "counts",
        "statement",
        "",
    ),
    (
        "Rolf Tann, who said that he had been arrested twice, left the country.",
        "arrested",
        "Rolf Tann",
        "said",
        "statement",
        "",
    ),
    ("Protesters, the governor added, had been arrested on Sunday.", "arrested", "governor", "added", "statement", ""),
    (
        "A statement from the Interior Ministry said 12 people were freed.",
        "freed",
        "Interior Ministry",
        "said",
        "statement",
        "",
    ),
    ("As the court put it, the men were arrested for nothing.", "arrested", "court", "put", "statement", ""),
    (
        "The capital said on the 24th, through Carla Pow, that it had arrested six spies.",
        "arrested",
        "Carla Pow",
        "said",
        "statement",
        "",
    ),
    (
        "The ministry said 12 people were held, but the opposition said 30 were arrested.",
        "arrested",
        "opposition",
        "said",
        "statement",
        "",
    ),
    (
        "The ministry said 12 people were held, but the opposition said 30 were arrested.",
        "held",
        "ministry",
        "said",
        "statement",
        "",
    ),
    (
        "The union said on Monday that 300 members had been detained and that 20 had been freed.",
        "freed",
        "union",
        "said",
        "statement",
        "",
    ),
]

PHRASES = [
    (
        "According to harbour officials, 40 dockers were detained.",
        "detained",
        "harbour officials",
        "according to",
        "statement",
        "",
    ),
    (
        "Forty dockers were freed on Sunday, according to a union lawyer.",
        "freed",
        "union lawyer",
        "according to",
        "statement",
        "",
    ),
    (
        "The march drew 9,000 people, according to its organisers, or 2,000, according to the police.",
        "march",
        "organisers",
        "according to",
        "statement",
        "",
    ),
    (
        "About half of the voters took part in the election. | According to the Polling Board.",
        "election",
        "Polling Board",
        "according to",
        "statement",
        "",
    ),
    (
        "In the words of the bishop, the dockers were arrested for praying.",
        "arrested",
        "bishop",
        "in words",
        "statement",
        "",
    ),
    (
        "In Ivo Pinter's words, the dockers were arrested for praying.",
        "arrested",
        "Ivo Pinter",
        "in words",
        "statement",
        "",
    ),
    ("By the union's own count, 600 dockers were arrested.", "arrested", "union", "by count", "statement", ""),
    (
        "The Justice Ministry's figures show that 300 people were detained.",
        "detained",
        "Justice Ministry",
        "show",
        "statement",
        "",
    ),
    ("The Electoral Board's figures stand: Tann won 52 percent.", "won", "Electoral Board", "figures", "statement", ""),
    ("Police put the number of arrests at 30.", "arrests", "Police", "put", "statement", ""),
    ("The harbour master spoke of 40 arrests.", "arrests", "harbour master", "spoke", "statement", ""),
    (
        "Rights groups estimate that 2,000 people have been detained.",
        "detained",
        "Rights groups",
        "estimate",
        "statement",
        "",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "claimant", "cue", "kind", "outlet"), [*INDIRECT, *PHRASES])
def test_claim(text, trigger, claimant, cue, kind, outlet):
    assert claimed(text, trigger) == (claimant, cue, kind, outlet)


SILENT = [
    ("Police arrested 12 people on Monday.", "arrested"),
    ("The minister, who spoke on Monday, was arrested on Tuesday.", "arrested"),
    ("He did not say whether anyone had been arrested.", "arrested"),
    ("The rebels claimed responsibility for the attack, and two men were arrested.", "arrested"),
    ("Both governments called their ambassadors home after the mayor was arrested.", "arrested"),
    ("The daily Morning Lamp called it a “great day” after the mayor was arrested.", "arrested"),
    ("# Finland: dozens arrested in the capital", "arrested"),
    ("# Dozens arrested in Oslo - Norpress News", "arrested"),
    ("Nobody said that the men were arrested.", "arrested"),
    ("Marchers pelted the police, who responded with batons and arrested two.", "arrested"),
    ("The ministry answered by having ten men arrested.", "arrested"),
    ("He was allegedly arrested on Monday.", "arrested"),
    ("She is said to have been arrested at the border.", "arrested"),
]


@pytest.mark.parametrize(("text", "trigger"), SILENT)
def test_no_claim(text, trigger):
    match, found = match_of(text, trigger)
    assert claim_of(match, found) is None


def test_hearsay_has_no_source_but_a_kind():
    match, found = match_of("He was allegedly arrested on Monday.", "arrested")
    hearsay = attribution_of(match, found)
    assert hearsay is not None
    assert (hearsay.source, hearsay.kind, hearsay.cue) == ("", "accusation", "allegedly")


def test_saying_is_doing():
    match, found = match_of("Norland said it did not recognise the result.", "recognise", "recognition")
    assert claim_of(match, found) is None


def test_a_known_event_in_passing_is_not_claimed():
    text = "On the eve of the election two men were arrested, their lawyer said."
    assert claim_of(*match_of(text, "election", "election")) is None
    assert claim_of(*match_of(text, "arrested")) is not None


def test_offsets_hold_the_words():
    text = "Finnish Foreign Minister Ada Lund said on Monday that 12 people had been arrested."
    _, (item, *_) = match_of(text, "arrested")
    assert text[item.source_start : item.source_end] == "Finnish Foreign Minister Ada Lund"
    assert text[item.head_start : item.head_end] == item.source == "Ada Lund"
    assert text[item.start : item.end] == "that 12 people had been arrested"
    assert text[item.cue_start :].startswith("said on Monday")


def test_innermost_attribution_wins():
    text = "The minister said that police had reported that 12 people were arrested."
    match, found = match_of(text, "arrested")
    assert len(found) == 2
    assert attribution_of(match, found) == min(found, key=lambda item: item.end - item.start)
    assert claim_of(match, found).claimant == "police"


@pytest.mark.parametrize(
    "text", ["", "¶", "“", "“ ” “", '" said " said', "said", "According to .", "# - : -", "He said he said he said."]
)
def test_odd_text_never_raises(text):
    parsed, sentences, whole = written(text)
    for item in attributions(parsed, sentences, whole):
        assert 0 <= item.start <= item.end <= len(whole)


def test_unknown_list_is_named():
    with pytest.raises(RuleError, match=r"cues\.toml: there is no list \[nonsense\]"):
        cue_words("nonsense")
