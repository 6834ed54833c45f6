"""What a sentence only looks back to: anniversaries, the vote before, what something came after."""

from __future__ import annotations

import pytest

import timeline
from timeline.models import Mention

PUBLISHED = "2024-03-15"  # a Friday


def _told(text: str, event_type: str) -> list[Mention]:
    found = timeline.mentions(text, published=PUBLISHED)
    return [item for item in found if item.event_type == event_type and item.is_event]


@pytest.mark.parametrize(
    ("text", "event_type", "days"),
    [
        ("Crowds rallied on Sunday on the tenth anniversary of the coup.", "coup", ["2014-03-10"]),
        ("The army freed her on 1 February, the third anniversary of the coup.", "coup", ["2021-02-01"]),
        ("Students marched on Sunday, the 21st anniversary of the coup.", "coup", ["2003-03-10"]),
        ("Crowds rallied on Sunday on the six-month anniversary of the coup.", "coup", ["2023-09-10"]),
        ("Students marched on Sunday.", "coup", []),
        (
            "Chad voted on Sunday in a presidential election. Turnout was 46 percent, down from 52 percent in 2019.",
            "election",
            ["2024-03-10", "2024-03-10/2024-03-15"],
        ),
        (
            "Chad voted on Sunday in a presidential vote. Turnout was 46 percent, compared with 52 percent in 2019.",
            "election",
            ["2024-03-10", "2024-03-10/2024-03-15"],
        ),
        (
            "Protests erupted in Lima after disputed presidential elections on 1 March.",
            "protest",
            ["2024-03-01/2024-03-15"],
        ),
        ("Protests erupted in Lima after the vote of 1 March.", "protest", ["2024-03-01/2024-03-15"]),
        ("Protests erupted in Lima on 1 March after a vote.", "protest", ["2024-03-01"]),
        (
            "Chad's new rulers barred officials from leaving on Monday, a day after soldiers held Ada Lund.",
            "detention",
            ["2024-03-10"],
        ),
    ],
)
def test_what_is_looked_back_to_has_its_own_day(text: str, event_type: str, days: list[str]) -> None:
    assert [mention.date.edtf for mention in _told(text, event_type)] == days


def test_the_figures_of_the_vote_before_are_not_those_of_this_one() -> None:
    text = "Chad voted on Sunday. Turnout was 46 percent, compared with 52 percent in the 2019 presidential vote."
    figures = {figure.as_written: figure.measure for mention in _told(text, "election") for figure in mention.figures}
    assert figures == {"46 percent": "turnout", "52 percent": "other"}


@pytest.mark.parametrize(
    "text",
    [
        "Union won 46 percent of the vote, compared with 40 percent for the Greens.",
        "Union won 46 percent of the vote, against 40 percent for the Greens.",
    ],
)
def test_a_rival_has_a_share(text: str) -> None:
    shares = {figure.value for mention in _told(text, "election") for figure in mention.figures}
    assert {figure.measure for mention in _told(text, "election") for figure in mention.figures} == {"vote_share"}
    assert shares == {46.0, 40.0}


@pytest.mark.parametrize(
    ("text", "event_type", "country"),
    [
        ("Chad's army chief blamed the failed coup on a US-based cleric.", "coup", "TCD"),
        ("Chad was calm. The union condemned the coup and France suspended aid to the soldiers.", "coup", "TCD"),
        ("Soldiers in Mali said that they had toppled the government of Amadou Toumani Touré.", "coup", "MLI"),
    ],
)
def test_a_coup_is_where_it_is_and_not_who_speaks_of_it(text: str, event_type: str, country: str) -> None:
    told = [item for item in timeline.mentions(text, published=PUBLISHED) if item.event_type == event_type]
    assert {item.country for item in told} == {country}


def test_a_minister_who_speaks_is_not_the_president_named_before() -> None:
    (coup,) = _told("Chad's army has overthrown President Ivo Abara, the defence minister said on Monday.", "coup")
    assert coup.claim is not None
    assert (coup.claim.claimant, coup.status) == ("defence minister", "reported")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chad froze the assets of 12 Peruvian officials on Monday. Mali took similar steps on Thursday.", "Mali"),
        ("Chad told Peruvian envoys to go on Monday and closed its consulate in Lima.", "Chad"),
    ],
)
def test_who_takes_the_second_step(text: str, actor: str) -> None:
    last = [
        item for item in timeline.mentions(text, published=PUBLISHED) if item.event_type in ("sanction", "diplomacy")
    ]
    assert [who.name for who in last[-1].participants if who.role == "actor"] == [actor]


@pytest.mark.parametrize(
    ("text", "event_type", "days"),
    [
        ("Abara, who stood for president in 1999 and 2005 and lost both times, was 73.", "election", ["1999", "2005"]),
        (
            "Abara lost to Ada Lund in the election of 2006, and lost again in 2011 and 2016.",
            "election",
            ["2006", "2011", "2016"],
        ),
        (
            "Police yesterday put the number of people arrested in the unrest at more than 100.",
            "detention",
            ["../2024-03-14"],
        ),
        (
            "Ada Lund was arrested on 1 March and freed on 3 March, only to be arrested again by soldiers on 5 March.",
            "detention",
            ["2024-03-01", "2024-03-05"],
        ),
    ],
)
def test_what_was_done_again_has_its_own_time(text: str, event_type: str, days: list[str]) -> None:
    found = [item for item in timeline.mentions(text, published=PUBLISHED) if item.event_type == event_type]
    assert [mention.date.edtf for mention in found if mention.is_event] == days


def test_whoever_else_does_not_refuses_too() -> None:
    text = "Chad has recognised her victory. Peru has not. Mali did not."
    assert [mention.mode for mention in _told(text, "recognition")] == ["recognises", "refuses", "refuses"]


def test_the_incumbent_who_is_recognised_is_whoever_was_recognised_before() -> None:
    text = (
        "Chad on Friday congratulated Ivo Abara on his re-election. The union's spokeswoman Ada Lund said so in Oslo. "
        "Mali and Peru had recognised the conservative incumbent on Tuesday."
    )
    last = _told(text, "recognition")[-1]
    assert [who.name for who in last.participants if who.role == "target"] == ["Ivo Abara"]


def test_the_story_does_not_move_to_what_a_penalty_came_after() -> None:
    text = (
        "Chad expelled all Peruvian diplomats on Monday. Western powers have imposed three rounds of sanctions on Peru "
        "since last August's disputed election. Police arrested the editor Ada Lund in Lima."
    )
    assert [mention.date.edtf for mention in _told(text, "detention")] == ["2024-03-11"]


def test_what_an_after_clause_goes_on_to_tell_is_not_where_the_story_is() -> None:
    text = (
        "Chad closed its airspace to Peru on Monday after Lima forced a plane to land on Sunday and arrested a "
        "journalist on board. Mali expelled all Peruvian diplomats."
    )
    assert [mention.date.edtf for mention in _told(text, "diplomacy")] == ["2024-03-11/2024-03-15"]
