"""Roles that the sentence tells beside the clause of its event, and names that the parser hangs on other words."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article


def mentions_of(text: str, event_type: str) -> list[Mention]:
    """The mentions of a type."""
    article = Article("a", text, published="2031-05-09")
    return [mention for mention in read_article(article).mentions if mention.event_type == event_type]


def names(mention: Mention, *roles: str) -> list[str]:
    """Who has one of some roles, in order."""
    return [party.name for party in mention.participants if party.role in roles]


ACTORS = [
    ("The army toppled the king in May. The coup was condemned by the African Union.", "coup", []),
    ("Idris Sule was overthrown in a coup in May 1999 led by Colonel Ada Zulu.", "coup", ["Ada Zulu"]),
    ("The protest on Friday was organised by the Lawyers' League.", "protest", ["Lawyers' League"]),
    ("Thousands answered a call by Ada Zulu and marched through Lima on Friday.", "protest", ["Thousands", "Ada Zulu"]),
    ("Thousands heeded the union's call and marched through Lima.", "protest", ["Thousands", "union"]),
    ("The cyberattack on Peru's central bank was the work of Chilean hackers.", "cyberattack", ["Chilean hackers"]),
    ("The cyberattack on Peru's central bank was not the work of Chile.", "cyberattack", []),
    ("NIAMEY, May 9 - Ada Zulu, the president-elect, took the oath of office on Friday.", "inauguration", ["Ada Zulu"]),
    ("The president-elect of Niger, Ada Zulu, took the oath of office on Friday.", "inauguration", ["Ada Zulu"]),
    ("Idris Sule was overthrown in May 1991 by his cousin, Gen. Ada Zulu, after ten years.", "coup", ["Ada Zulu"]),
    ("Sule reached power in July 1994 with a bloodless coup against Dawa Zulu.", "coup", ["Sule"]),
    ("Sule was ousted in a coup in May 2000, when the trader Otto Zulu stormed parliament.", "coup", ["Otto Zulu"]),
    (
        "An attempt to overthrow him failed on May 3, 2008, when a group of exiles attacked the palace.",
        "coup",
        ["exiles"],
    ),
    (
        "The court upheld a sentence against the general for leading a putsch against Ada Lund in 1996.",
        "coup",
        ["general"],
    ),
    ("Ada Zulu, arrested in May while heading a march against a tax, was freed.", "protest", ["Ada Zulu"]),
    ("Zulu is expected to seek a third term in an election due in September.", "election", ["Zulu"]),
    ("President Zulu will run for a second term in elections scheduled for October.", "election", ["Zulu"]),
    (
        "Riga broke off relations with Lima over a cyberattack in July which shut down the land registry.",
        "cyberattack",
        ["Lima"],
    ),
    (
        "Peru said its servers came under cyberattack in May, for which its agency at first blamed Chile.",
        "cyberattack",
        ["Chile"],
    ),
    (
        "According to early figures Adelante, close to the miners, had 24.5 percent of the vote in the election.",
        "election",
        ["Adelante"],
    ),
]


@pytest.mark.parametrize(("text", "event_type", "actors"), ACTORS)
def test_who_acts(text: str, event_type: str, actors: list[str]) -> None:
    assert names(mentions_of(text, event_type)[-1], "actor", "candidate") == actors


LOSERS = [
    ("Idris Sule lost October's presidential run-off to Ada Zulu.", ["Idris Sule", "Ada Zulu"], ["Ada Zulu"]),
    ("Idris Sule lost the 2013 election to allegations of fraud.", ["Idris Sule"], []),
    ("The ruling Dawn party lost 20 seats in Sunday's election.", ["Dawn party"], []),
    (
        "Voters were calm. Zulu's victory over Idris Sule in October's run-off was narrow.",
        ["Zulu", "Idris Sule"],
        ["Zulu"],
    ),
]


@pytest.mark.parametrize(("text", "standing", "winners"), LOSERS)
def test_who_loses_stood_and_whoever_it_was_lost_to_won(text: str, standing: list[str], winners: list[str]) -> None:
    mention = mentions_of(text, "election")[-1]
    assert sorted(names(mention, "candidate", "winner")) == sorted(standing)
    assert names(mention, "winner") == winners


TARGETS = [
    ("The ruling sparked riots in Lima on Friday.", "protest", ["ruling"]),
    ("Riots triggered by the ruling left two dead in Lima on Friday.", "protest", ["ruling"]),
    ("The ruling did not spark riots in Lima on Friday.", "protest", []),
    ("The arrest of Ada Zulu by guards on Friday prompted protests in Lima on Saturday.", "protest", ["arrest"]),
    ("Protests broke out in Lima on Friday after the killing of two farmers.", "protest", ["killing of two farmers"]),
    ("Protests broke out in Lima on Friday after lunch.", "protest", []),
    (
        "The sanctions, announced by Norway on Friday, hit Zulu, his wife and 12 ministers.",
        "sanction",
        ["Zulu", "ministers", "wife"],
    ),
    (
        "Police took in 14 of Zulu's supporters on Saturday, among them two sergeants.",
        "detention",
        ["Zulu's supporters", "sergeants"],
    ),
    (
        "Police held 30 farmers on Friday, among them around 10 of the 16 leaders of the union.",
        "detention",
        ["farmers", "leaders of the union"],
    ),
    ("Ada Zulu was toppled in June 1954 by a coup.", "coup", ["Ada Zulu"]),
    ("Thousands marched in Lima on Friday to denounce the election held in May.", "protest", ["election"]),
    ("Crowds enraged by what they called a stolen vote stormed the ministry.", "protest", ["ministry", "stolen vote"]),
    (
        "Riga broke off relations with Lima over a cyberattack in July which shut down the land registry.",
        "cyberattack",
        ["land registry"],
    ),
    ("President Ada Zulu said on Tuesday that some officers had tried to seize power.", "coup", ["Ada Zulu"]),
]


@pytest.mark.parametrize(("text", "event_type", "targets"), TARGETS)
def test_whom_it_is_done_to(text: str, event_type: str, targets: list[str]) -> None:
    assert sorted(names(mentions_of(text, event_type)[0], "target")) == sorted(targets)


def test_who_fell_while_something_else_happened_was_not_felled_by_it() -> None:
    text = "Zulu, who was overthrown in a coup in 1999, was in Paris when police arrested a farmer."
    assert [names(mention, "actor") for mention in mentions_of(text, "coup")] == [[]]


def test_diplomats_sent_home_by_nobody_are_sent_by_their_host() -> None:
    text = (
        "Niger is calm. Six Norwegian diplomats were expelled from Niamey in May 2028, and Niger has sent nobody since."
    )
    assert names(mentions_of(text, "diplomacy")[0], "actor") == ["Niger"]


def test_who_congratulates_is_not_sworn_in() -> None:
    text = (
        "Swiss President Ada Kunz congratulated Sule on the vote, and many stayed away when he was sworn in on May 2."
    )
    assert names(mentions_of(text, "inauguration")[0], "actor") != ["Ada Kunz"]


def test_the_general_is_the_one_named_so_far() -> None:
    text = (
        "Retired Gen. Idris Sule left the country on Sunday.\n\nThe court had jailed the general for leading a putsch "
        "in April 1996.\n\nGen. Otto Zulu was overthrown by the army in 1989."
    )
    assert names(mentions_of(text, "coup")[0], "actor") == ["Idris Sule"]


def test_an_age_points_to_whom_the_story_is_about() -> None:
    text = (
        "Ada Zulu was sworn in as president of Niger. Crowds cheered. Some cried.\n\nThe 65-year-old sociologist took "
        "58 percent of the vote in the run-off of August 20, against 37 percent for Idris Sule."
    )
    assert names(mentions_of(text, "election")[-1], "candidate") == ["Ada Zulu", "Idris Sule"]


FORMER = [
    ("Opposition leader Ada Zulu was arrested on Monday. The former vice president was freed on Tuesday.", "Ada Zulu"),
    ("Ada Zulu was arrested on Monday. The jailed leader was freed on Tuesday.", "Ada Zulu"),
    ("President Ada Zulu met lawmakers on Monday. The former president was freed on Tuesday.", "former president"),
]


@pytest.mark.parametrize(("text", "freed"), FORMER)
def test_the_former_president_is_whoever_was_just_named_and_holds_no_office(text: str, freed: str) -> None:
    assert names(mentions_of(text, "release")[0], "target") == [freed]


def test_a_march_that_somebody_organised_took_place() -> None:
    told = mentions_of("The march in Lima on Tuesday was organised by the union and drew 2,000 people.", "protest")[0]
    called = mentions_of("The march was called for Sunday by the union.", "protest")[0]
    assert (told.status, [figure.value for figure in told.figures]) == ("reported", [2000.0])
    assert called.status == "planned"


def test_a_name_behind_an_office_is_counted_once() -> None:
    (mention,) = mentions_of("Police arrested the mayor, Ivo Zulu, and 13 others on Tuesday.", "detention")
    assert [figure.value for figure in mention.figures] == [14.0]


def test_two_more_embassy_employees_are_two_people() -> None:
    text = "Norway expelled the Chilean envoy in 2028. Two more embassy employees were told to go in January 2030."
    (figure,) = mentions_of(text, "diplomacy")[-1].figures
    assert (figure.measure, figure.value) == ("people", 2.0)


CLAIMANTS = [
    (
        "Sule was held on Friday, his lawyer said.\n\nLawyer Ada Zulu told reporters that Sule was ill.",
        "detention",
        "Ada Zulu",
    ),
    (
        "Minister Ada Zulu said the same day that Oslo did not recognise the government of General Sule.",
        "recognition",
        "Ada Zulu",
    ),
    (
        "Ada Zulu leads Niger. In a speech on Tuesday Zulu said the generals had been plotting to overthrow him.",
        "coup",
        "Ada Zulu",
    ),
    (
        "Peru said its servers came under cyberattack in May, for which its agency at first blamed Chile.",
        "cyberattack",
        "Peru",
    ),
]


@pytest.mark.parametrize(("text", "event_type", "claimant"), CLAIMANTS)
def test_who_is_cited(text: str, event_type: str, claimant: str) -> None:
    claim = mentions_of(text, event_type)[0].claim
    assert claim is not None
    assert claim.claimant == claimant


@pytest.mark.parametrize(
    "text",
    [
        "COLOMBO - Police arrested a lawyer.",
        "Dakar, May 3 - Police arrested a lawyer.",
        "SUVA, May 3, 2031 - Police arrested a lawyer.",
        "Brussels/Minsk - Police arrested a lawyer.",
    ],
)
def test_the_town_of_a_dateline_arrests_nobody(text: str) -> None:
    assert names(mentions_of(text, "detention")[0], "actor") == ["Police"]
