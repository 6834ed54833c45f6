"""Rows that the parse breaks, leaders of those who act, companions, offices without a name."""

from __future__ import annotations

import pytest

import timeline


def _roles(text: str, event_type: str, role: str) -> list[str]:
    found = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == event_type]
    return [who.name for who in found[-1].participants if who.role == role]


@pytest.mark.parametrize(
    ("text", "event_type", "role", "names"),
    [
        (
            "General Josef Arlo was sworn in as interim president on Monday, five days after soldiers under his "
            "command deposed President Lena Brask.",
            "coup",
            "actor",
            ["soldiers", "Josef Arlo"],
        ),
        (
            "On 4 May 1999 the armed forces, under the then Colonel Josef Arlo, put an end to the rule of Lena Brask.",
            "coup",
            "actor",
            ["armed forces", "Josef Arlo"],
        ),
        (
            "When Catalonia declared independence on 27 October, Portugal, Germany and the US refused to recognise it.",
            "recognition",
            "actor",
            ["Portugal", "Germany", "US"],
        ),
        (
            "When Catalonia declared independence on 27 October, Portugal, Germany and the US refused to recognise it.",
            "recognition",
            "target",
            ["Catalonia"],
        ),
        (
            "Sweden and Norway froze the assets of Mr Arlo, his son and six senior officials on Tuesday.",
            "sanction",
            "target",
            ["Arlo", "son", "senior officials"],
        ),
        (
            "The last nine hostages, Otto Brask among them, walked free on July 3 under a deal.",
            "release",
            "target",
            ["last hostages", "Otto Brask"],
        ),
        (
            "Police arrested 30 people on Monday, two journalists among them.",
            "detention",
            "target",
            ["people", "journalists"],
        ),
        (
            "Her brother Otto Brask and three aides were arrested on Monday, state radio said.",
            "detention",
            "target",
            ["Otto Brask", "aides"],
        ),
        (
            "Police arrested Otto Brask on Monday. At night protesters broke into the jail and freed him along with "
            "Piet Sorn, who was serving a long term.",
            "release",
            "target",
            ["Otto Brask", "Piet Sorn"],
        ),
        (
            "One of the arrests was that of Ada Lund, a leader of the Green Will party, who was bundled into a vehicle "
            "by masked men on Tuesday.",
            "detention",
            "target",
            ["Ada Lund"],
        ),
        (
            "Some 40 governments, including those of Canada, Chile and Peru, declined to recognise the outcome of the "
            "election.",
            "recognition",
            "actor",
            ["Canada", "Chile", "Peru", "governments"],
        ),
        (
            "Norway became the first country to recognise the new government on Tuesday, with Denmark close behind.",
            "recognition",
            "actor",
            ["Norway", "Denmark"],
        ),
        (
            "Messages of congratulation arrived from the leaders of China, Kazakhstan, Venezuela and Peru.",
            "recognition",
            "actor",
            ["China", "Kazakhstan", "Venezuela", "Peru"],
        ),
        (
            "Norway responded within hours by calling its ambassadors to Portugal and Spain home for consultations.",
            "diplomacy",
            "target",
            ["Portugal", "Spain"],
        ),
        (
            "A snap election four days before Christmas handed the separatists 70 of the 135 seats.",
            "election",
            "candidate",
            ["separatists"],
        ),
        ("The march on 5 June drew 30,000 people by police estimates.", "protest", "actor", []),
        ("On Friday paratroopers dragged the prime minister out of bed.", "coup", "actor", ["paratroopers"]),
        ("Before dawn soldiers seized state television in Suba.", "coup", "actor", ["soldiers"]),
        ("In June General Paul Okoro seized power in Suba.", "coup", "actor", ["Paul Okoro"]),
    ],
)
def test_who(text: str, event_type: str, role: str, names: list[str]) -> None:
    assert _roles(text, event_type, role) == names


def test_who_did_not_follow_refuses_whatever_is_told_behind() -> None:
    text = (
        "Spain and Chile accepted the result of the presidential election. "
        "Peru, Cuba and Bolivia did not, at least until the court has ruled."
    )
    assert _roles(text, "recognition", "actor") == ["Peru", "Cuba", "Bolivia"]


def test_a_ballot_held_holds_nobody() -> None:
    text = (
        "Soldiers had appeared on television minutes after the commission credited Otto Lund with 64% in a ballot "
        "held the previous Saturday, and declared the result void."
    )
    assert {item.event_type for item in timeline.mentions(text, published="2023-09-25")} == {"election"}


def test_a_step_in_the_passive_is_that_of_the_state_that_took_the_one_before() -> None:
    text = "Norway threw out the Russian consul in May 2015. Two more envoys were sent home in June 2016."
    assert _roles(text, "diplomacy", "actor") == ["Norway"]
    other = "Norway threw out the Russian consul in May 2015. The ambassador was recalled in June 2016."
    assert _roles(other, "diplomacy", "actor") == []


def test_a_state_that_followed_this_morning_did_the_same() -> None:
    text = (
        "Norway froze the assets of Mr Arlo on Tuesday. The European Union followed this morning with a list of names."
    )
    assert _roles(text, "sanction", "actor") == ["European Union"]
    snow = "Norway froze the assets of Mr Arlo on Tuesday. Snow followed this morning."
    assert _roles(snow, "sanction", "actor") == ["Norway"]


def test_the_new_president_is_whoever_was_sworn_in() -> None:
    text = (
        "General Piet Sorn, who ousted President Lena Brask last week, was sworn in on Monday. "
        "Union leader Otto Lund walked out of the central prison on Tuesday on the new president's orders."
    )
    assert _roles(text, "release", "actor") == ["Piet Sorn"]


def test_the_lund_administration_rules_its_country() -> None:
    text = "On January 28 the Obama administration blocked the assets of the state oil company of Peru."
    (freeze,) = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == "sanction"]
    assert freeze.country == "USA"
