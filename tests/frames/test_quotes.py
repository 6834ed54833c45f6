"""Who speaks in quotations, also those that run over sentences, and whom a speaking pronoun means.

"|" parts sentences, "¶" begins a new paragraph, "#" begins a headline. Each trigger is the first such word of the text.
"""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import claimed

QUOTES = [
    ("“Forty people were held,” the mayor said, “and two are in hospital.”", "held", "mayor", "said", "statement", ""),
    ("“Two are in hospital,” the mayor said, “and forty people were held.”", "held", "mayor", "said", "statement", ""),
    (
        "Foreign Minister Olu Marsh said: | “We recalled nobody. | We expelled two spies.”",
        "expelled",
        "Olu Marsh",
        "said",
        "statement",
        "",
    ),
    (
        "“They arrested forty of us. | Nobody knows where they are,” said Ana Leite, a nurse.",
        "arrested",
        "Ana Leite",
        "said",
        "statement",
        "",
    ),
    (
        '"The army has taken the radio," the minister said. | "It has arrested the mayor."',
        "arrested",
        "minister",
        "said",
        "statement",
        "",
    ),
    (
        "“Twelve people were detained here. | They were students. ¶ “Three are home,” added the warden, Ida Holt.",
        "detained",
        "Ida Holt",
        "added",
        "statement",
        "",
    ),
    (
        "The governor said troops would “arrest every thief and every looter in the port.”",
        "arrest",
        "governor",
        "said",
        "statement",
        "",
    ),
    (
        "‘We arrested twelve men and freed two of them,’ the sheriff told The Herald.",
        "arrested",
        "sheriff",
        "told",
        "statement",
        "Herald",
    ),
    (
        "The warden spoke to reporters, saying: ¶ “Twelve people were detained in the yard.”",
        "detained",
        "warden",
        "saying",
        "statement",
        "",
    ),
]

PRONOUNS = [
    (
        "Police chief Omar Tal met reporters. | He said 30 people had been arrested.",
        "arrested",
        "Omar Tal",
        "said",
        "statement",
        "",
    ),
    (
        "The Interior Ministry issued a statement on Monday. | It said 40 people had been freed.",
        "freed",
        "Interior Ministry",
        "said",
        "statement",
        "",
    ),
    (
        "Students say soldiers came at night; they allege that 100 were dragged away.",
        "dragged",
        "Students",
        "allege",
        "accusation",
        "",
    ),
    ("He said 30 people had been arrested.", "arrested", "He", "said", "statement", ""),
]


@pytest.mark.parametrize(("text", "trigger", "claimant", "cue", "kind", "outlet"), [*QUOTES, *PRONOUNS])
def test_claim(text, trigger, claimant, cue, kind, outlet):
    assert claimed(text, trigger) == (claimant, cue, kind, outlet)
