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


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Ada Lund won 52% of the vote in Chad in May, beating Ivo Berg.", "election", {("candidate", "Ivo Berg")}),
        ("Ada Lund won the vote in Chad in a May run-off against Ivo Berg.", "election", {("candidate", "Ivo Berg")}),
        ("Voters in Chad elected Ada Lund president in May.", "election", {("winner", "Ada Lund")}),
        ("Ada Lund became the first woman sworn in to lead Chad.", "inauguration", {("actor", "Ada Lund")}),
        ("Peru's Foreign Ministry expelled the envoy of Chad on Friday.", "diplomacy",
         {("actor", "Peru's Foreign Ministry")}),
        ("Peru closed Chad's consulate in Lima on Friday.", "diplomacy", {("actor", "Peru"), ("target", "Chad")}),
        ("Peru closed its embassy in Oslo on Friday.", "diplomacy", {("actor", "Peru"), ("target", "Oslo")}),
        ("Peru's ambassador to Chad was recalled on Friday.", "diplomacy", {("actor", "Peru"), ("target", "Chad")}),
        ("Peru declared the Chadian envoy, Ivo Berg, persona non grata on Friday.", "diplomacy",
         {("actor", "Peru"), ("target", "Ivo Berg")}),
        ("Ada Lund, a senator, was among dozens of people detained at the rally in Lima on Friday.", "detention",
         {("target", "Ada Lund"), ("target", "people")}),
        ("The senator Ada Lund turned herself in to police in Lima on Friday.", "detention",
         {("actor", "police"), ("target", "Ada Lund")}),
        ("Ada Lund, a senator whose son Ivo was seized by soldiers in Lima on Friday, left Peru.", "detention",
         {("actor", "soldiers"), ("target", "Ivo")}),
        ("Demonstrators seized ten police officers in Lima on Friday; they were released that night.", "release",
         {("target", "police officers")}),
        ("Farmers driving tractors blocked roads in Lima on Friday in protest at a new tax.", "protest",
         {("actor", "Farmers")}),
        ("Protests against the vote spread to Lima on Friday, with crowds calling on President Ada Lund to step down.",
         "protest", {("actor", "crowds"), ("target", "Ada Lund")}),
        ("Peru blamed Chadian military intelligence for a cyberattack on its tax office.", "cyberattack",
         {("actor", "Chadian military intelligence")}),
        ("A ransomware attack on Friday crippled hospitals across Peru.", "cyberattack", {("target", "hospitals")}),
        ("Hackers stole 20 million dollars from the central bank of Chad in May.", "cyberattack",
         {("actor", "Hackers"), ("target", "central bank of Chad")}),
        ("Peru's petrol stations were paralysed in May by a cyber attack that the government blamed on Chad.",
         "cyberattack", {("actor", "Chad"), ("target", "Peru's petrol stations")}),
        ("Peru imposed an export ban on weapons to Chad in May.", "sanction", {("actor", "Peru"), ("target", "Chad")}),
        ("Peru closed its borders with Chad and froze its assets in May.", "sanction",
         {("actor", "Peru"), ("target", "Chad")}),
        ("Peru's populist party came out on top in the May election with 23 percent.", "election",
         {("candidate", "Peru's populist party")}),
    ],
)  # fmt: skip
def test_parties_of_plain_news(text: str, event_type: str, expected: set[tuple[str, str]]) -> None:
    """Wordings of every day; whatever acts, or is acted on, and is not listed here is nobody of the event."""
    found = set(_parties(text, event_type))
    assert expected <= found
    wrong = {("actor", "Peru"), ("actor", "Indian"), ("target", "Ada Lund's son"), ("target", "persona non")} - expected
    assert not wrong & found


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("Chad expelled four envoys of Peru on Monday; Lima vowed to retaliate.", "diplomacy", "2021-06-14"),
        ("Ivo Berg on Monday rejected the results of Chad's election.", "election", "../2021-06-14"),
        ("Chad's top court on Monday annulled the presidential election.", "election", "../2021-06-14"),
        ("Ada Lund has ruled Chad since the election on 1 November.", "election", "2020-11-01"),
        ("Ada Lund called on her supporters in Chad to march on Sunday.", "protest", "2021-06-20"),
    ],
)
def test_days_of_what_a_clause_tells_beside_it(text: str, event_type: str, day: str) -> None:
    (mention,) = [each for each in timeline.mentions(text, published="2021-06-15") if each.event_type == event_type]
    assert mention.date.edtf == day
