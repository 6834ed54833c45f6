"""Who is cited behind what is said, where the parse loses the tag: long sentences, misread verbs, counts."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article


def told(text: str, event_type: str) -> Mention:
    """The first mention of a type in a short article."""
    found = [m for m in read_article(Article("a", text, published="2031-05-09")).mentions if m.event_type == event_type]
    assert found, f"no {event_type} in {text!r}"
    return found[0]


def claimant(text: str, event_type: str) -> str:
    """Who is cited for it; "" for nobody."""
    claim = told(text, event_type).claim
    return claim.claimant if claim is not None else ""


@pytest.mark.parametrize(
    ("text", "event_type", "cited"),
    [
        (
            "About 200 people demonstrated near the hall against the law, a Tarka Post reporter saw.",
            "protest",
            "Tarka Post reporter",
        ),
        (
            "Four drivers arrested on Tuesday over the strike at the copper mine in Kitwe have been set free, their "
            "union reports.",
            "release",
            "union",
        ),
        (
            "Two boys from Ndola were taken from a wedding by soldiers with covered faces on the night of 3 May, "
            "their families allege.",
            "detention",
            "families",
        ),
        (
            "Nineteen people seized over the march were set free on Monday on the orders of King Mwata, the Chief "
            "Prosecutor of the High Court, Colonel Jo Banda, announced.",
            "release",
            "Jo Banda",
        ),
        (
            "The old miner took 61.2 percent of the vote on Sunday to 30 percent for the sitting president, Jo Banda, "
            "the Zambian Electoral Commission said late on Monday.",
            "election",
            "Zambian Electoral Commission",
        ),
        ("Some 4,000 people marched through Lusaka on Saturday by the city police count.", "protest", "city police"),
        (
            "The leaders of Kenya and Peru have sent their congratulations to Ada Zulu, the foreign ministry reported.",
            "recognition",
            "foreign ministry",
        ),
        (
            "The electoral board, Zelcom, denied in March that its server had been hacked, as a rival claimed.",
            "cyberattack",
            "Zelcom",
        ),
    ],
)
def test_cited_behind_what_is_said(text: str, event_type: str, cited: str) -> None:
    assert claimant(text, event_type) == cited


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Police arrested the mayor, a critic of the dam, on Sunday in Lusaka.", "detention"),
        ("Thousands marched in Lusaka on Saturday against the price of bread, a report on which is due.", "protest"),
    ],
)
def test_no_tag_without_a_speaker(text: str, event_type: str) -> None:
    assert claimant(text, event_type) == ""


def test_whoever_fell_accuses() -> None:
    text = "Ada Zulu, the former president who says she was forced from office by the army in 2012, lives in Oslo."
    mention = told(text, "coup")
    assert (mention.status, mention.claim.claimant if mention.claim else "") == ("alleged", "Ada Zulu")


def test_he_of_a_live_entry_is_whom_the_entry_names() -> None:
    text = (
        "15:00 Some 200 students demand that Jo Mwata be set free. Riot police look on.\n\n"
        "16:10 Ben Zulu rings our reporter. Soldiers tried to seize him in Lusaka on Friday, he says, "
        "but he slipped out by the back door."
    )
    assert claimant(text, "detention") == "Ben Zulu"
