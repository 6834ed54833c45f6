"""Whom a protest drove from office it was against; whom the street toppled no soldiers did."""

from __future__ import annotations

import pytest

import timeline
from timeline.models import Mention


def _told(text: str, event_type: str) -> list[Mention]:
    return [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == event_type]


def _targets(item: Mention) -> list[str]:
    return [who.name for who in item.participants if who.role == "target"]


@pytest.mark.parametrize(
    "text",
    [
        "Street protests toppled President Lena Brask in March 2005.",
        "Protests in 2019 forced President Lena Brask to resign.",
        "Lena Brask was driven from office after thousands came out in the spring of 2015 to protest.",
        "One of them, Lena Brask, lasted six days in May 2020 before street protests drove her out.",
        "On March 31 a crowd laid siege to President Lena Brask's private house in Tarka.",
    ],
)
def test_a_protest_is_against_whom_it_drove_out(text: str) -> None:
    (protest,) = _told(text, "protest")
    assert _targets(protest) == ["Lena Brask"]


def test_a_protest_that_police_end_is_against_nobody_they_drive_off() -> None:
    text = "Police drove demonstrators out of the square after a protest over bread prices on Monday."
    assert all(_targets(item) == ["bread prices"] for item in _told(text, "protest"))


@pytest.mark.parametrize(
    "text",
    [
        "The street has toppled presidents here before: Otto Lund in March 2005, Ada Brask in April 2010.",
        "Street protests toppled Otto Lund in March 2005, and Ada Brask was driven out the same way in April 2010.",
    ],
)
def test_the_street_makes_no_coup(text: str) -> None:
    assert _told(text, "coup") == []


def test_soldiers_do_so_twice_the_same_way() -> None:
    text = "Soldiers toppled Otto Lund in March 2005, and Ada Brask was overthrown the same way in April 2010."
    assert [_targets(item) for item in _told(text, "coup")] == [["Otto Lund"], ["Ada Brask"]]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Otto Lund, whose family had ruled since 1967, survived a bid to unseat him in January 2019, "
            "when a handful of officers seized the state radio.",
            "Otto Lund",
        ),
        (
            "On 4 May soldiers deposed President Lena Brask. The former ruler was confined to her residence on Friday.",
            "Lena Brask",
        ),
    ],
)
def test_whom_a_coup_was_against(text: str, target: str) -> None:
    found = [
        item for item in timeline.mentions(text, published="2023-09-25") if item.event_type in ("coup", "detention")
    ]
    assert found
    assert all(_targets(item) == [target] for item in found)


def test_what_an_act_is_called_is_no_second_one() -> None:
    text = (
        "Commander Frank Lund declared an emergency on Wednesday, a day after toppling the government of Ada Brask "
        "in what is the country's fourth coup in two decades."
    )
    (coup,) = _told(text, "coup")
    assert [who.name for who in coup.participants if who.role == "actor"] == ["Frank Lund"]
