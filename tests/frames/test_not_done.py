"""What nobody means to do, what never took place, what was set for a day and not held, who left without him."""

from __future__ import annotations

import pytest

import timeline


def _told(text: str, event_type: str) -> list[tuple[str, str]]:
    found = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == event_type]
    return [(item.realis, item.status) for item in found]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The party would go to court but had no intention of calling its followers out to march.", "protest"),
        ("The streets of the capital are silent; no march has been attempted, not even in the port.", "protest"),
        ("Police had no reason to arrest him, his lawyer said.", "detention"),
        ("The Supreme Court threw the order out on Monday, so the vote never took place.", "election"),
    ],
)
def test_what_did_not_come_about_is_denied(text: str, event_type: str) -> None:
    assert _told(text, event_type) == [("denied", "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "The presidential run-off, pencilled in for March 24th, was never held.",
        "A second vote, which the head of state had called for last Friday, did not take place.",
        "The early presidential election called for 3 March will not now take place.",
        "The election should have taken place on Feb. 25.",
    ],
)
def test_a_vote_with_a_day_that_was_not_held_stays_planned(text: str) -> None:
    assert _told(text, "election") == [("planned", "planned")]


def test_elections_in_general_are_none() -> None:
    text = "President Ada Brask promised to return power to civilians through free and transparent elections."
    assert _told(text, "election") == [("generic", "reported")]


def test_a_negation_ends_at_a_colon() -> None:
    text = "Portugal does not: on Friday it recalled its ambassador from Lima."
    assert _told(text, "diplomacy") == [("actual", "reported")]


def test_what_a_victory_set_off_happened() -> None:
    text = "Her victory in 2016, by fewer than 600 votes, set off riots in which the town hall was burned."
    assert _told(text, "protest") == [("actual", "reported")]


def test_whoever_left_without_him_did_not_get_him() -> None:
    assert _told("Police came for Otto Lund on May 3 but left without him.", "detention") == [("actual", "attempted")]
    assert _told("Police came for Otto Lund on May 3 and put him in a van.", "detention")[0] == ("actual", "reported")


@pytest.mark.parametrize(
    "text",
    [
        "Armed protesters mean to gather at all the courthouses from Saturday, the memo says.",
        "The opposition called for a further three days of demonstrations from Wednesday.",
        "The opposition intends to gather again on April 26 in front of the town hall.",
    ],
)
def test_what_is_meant_for_a_day_is_planned(text: str) -> None:
    assert _told(text, "protest") == [("planned", "planned")]
