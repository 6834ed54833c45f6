"""Roles that stand around a trigger: crowds that police drive apart, whom a fall was against, words with hyphens."""

from __future__ import annotations

import pytest

import timeline
from timeline.articles import read_text, sentences
from timeline.frames.syntax.parsing import parse

PUBLISHED = "2024-03-15"  # a Friday


def _parties(text: str, event_type: str) -> set[tuple[str, str]]:
    found = [item for item in timeline.mentions(text, published=PUBLISHED) if item.event_type == event_type]
    return {(party.role, party.name) for item in found if item.is_event for party in item.participants}


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Riot police drove back thousands of Ada Lund's supporters in Lima on Monday on their way to a rally.",
            "protest",
            ("actor", "Ada Lund's supporters"),
        ),
        (
            "Officers fired tear gas at some 2,000 nurses gathered at the court during a protest in Lima on Monday.",
            "protest",
            ("actor", "nurses"),
        ),
        ("Police baton-charged about 200 lawyers in Lima on Monday.", "protest", ("actor", "lawyers")),
        ("Police lathi-charged the pensioners in Gaya on Monday.", "protest", ("actor", "pensioners")),
        ("Ada Lund vowed to go ahead with a rally on Friday in Lima.", "protest", ("actor", "Ada Lund")),
        ("President Ada Lund fell after weeks of protests in April 2005.", "protest", ("target", "Ada Lund")),
        ("President Ada Lund resigned on Monday amid mass protests.", "protest", ("target", "Ada Lund")),
        ("President Ada Lund faces an election on November 29.", "election", ("candidate", "Ada Lund")),
        (
            "Claiming victory over Ivo Berg in the December 2001 election, Ada Lund led months of marches.",
            "election",
            ("candidate", "Ivo Berg"),
        ),
        (
            "The crew known as Grolax is behind the cyberattack on Peru's health service in May 2021.",
            "cyberattack",
            ("actor", "Grolax"),
        ),
        (
            "General Lund came to power in a coup in October 1999, removing President Ivo Berg.",
            "coup",
            ("target", "Ivo Berg"),
        ),
        ("President Lund's own swearing-in, in April 2021, was the first in years.", "inauguration", ("actor", "Lund")),
        ("The vice-president was held with his brother-in-law on Monday.", "detention", ("target", "brother-in-law")),
        (
            "In Lima officers fired tear gas at 500 nurses gathered there and bundled 50 of them into vans on Monday.",
            "detention",
            ("actor", "officers"),
        ),
    ],
)
def test_who_takes_part(text: str, event_type: str, expected: tuple[str, str]) -> None:
    assert expected in _parties(text, event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("Peru faces an election on November 29.", "election", "candidate"),
        ("Police guarded 200 tourists in Lima on Monday during a protest.", "protest", "actor"),
        ("The coach resigned on Monday, and protests went on in Lima.", "protest", "target"),
        ("General Lund came to power in a coup in October 1999 and arrested a thief in 2004.", "coup", "target"),
    ],
)
def test_who_does_not(text: str, event_type: str, role: str) -> None:
    assert role not in {each for each, _ in _parties(text, event_type)}


@pytest.mark.parametrize("word", ["vice-president", "Vice-President", "ex-minister", "brother-in-law", "swearing-in"])
def test_words_with_hyphens_are_one(word: str) -> None:
    (parsed,) = parse(list(sentences(read_text(f"Her {word} was in Lima on Monday."))))
    assert word in [token.text for token in parsed.doc]


def test_a_participle_with_a_doer_is_no_past_tense() -> None:
    (parsed,) = parse(
        list(sentences(read_text("Most of it belonged to Gen. Ivo Berg, toppled in February 1989 by his own in-law.")))
    )
    (verb,) = (token for token in parsed.doc if token.text == "toppled")
    assert verb.tag_ == "VBN"


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Ivo Berg conceded defeat on Monday, a day after Ada Lund took 58% of the vote in an election in Peru.",
            "election",
            ("candidate", "Ivo Berg"),
        ),
        (
            "President Ada Lund on Friday signed an executive order imposing sanctions on Chad.",
            "sanction",
            ("actor", "Ada Lund"),
        ),
        (
            "Colonel Ivo Berg was sworn in as Peru's president on Friday, three days after his troops took power.",
            "coup",
            ("actor", "Ivo Berg"),
        ),
        (
            "The Health Service Executive shut its systems on Friday after what its chief, Ada Lund, described as "
            "a ransomware attack.",
            "cyberattack",
            ("target", "Health Service Executive"),
        ),
    ],
)
def test_roles_told_by_another_clause(text: str, event_type: str, expected: tuple[str, str]) -> None:
    assert expected in _parties(text, event_type)
