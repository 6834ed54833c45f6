"""Who did the same, who did not, and what holds now beside what was done on a day."""

from __future__ import annotations

import pytest

import timeline
from timeline.models import Mention

PUBLISHED = "2024-03-10"


def _told(text: str, event_type: str) -> list[Mention]:
    found = timeline.mentions(text, published=PUBLISHED)
    return [item for item in found if item.event_type == event_type and item.is_event]


def _actors(mention: Mention) -> list[str]:
    return [who.name for who in mention.participants if who.role == "actor"]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "Westland declared independence in 2008 and is recognised by Chad and Mali, but not by Serbia or Peru.",
            [("recognises", ["Chad", "Mali"]), ("refuses", ["Serbia", "Peru"])],
        ),
        ("The new government has been recognised by Chad and Mali.", [("recognises", ["Chad", "Mali"])]),
        ("The new government was recognised by Chad but not without delay.", [("recognises", ["Chad"])]),
    ],
)
def test_whoever_did_not_refuses(text: str, stances: list[tuple[str, list[str]]]) -> None:
    assert [(item.mode, _actors(item)) for item in _told(text, "recognition")] == stances


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("Norway does not recognise the junta and imposed sanctions on it in 2019.", "recognition", "../2024-03-10"),
        ("Norway does not recognise the junta and imposed sanctions on it in 2019.", "sanction", "2019"),
        ("Norway recalled its envoy and imposed sanctions on the junta in 2019.", "diplomacy", "2019"),
        (
            "Ada Zulu was arrested in January and is recognised as president by Chad.",
            "recognition",
            "2024-01-01/2024-03-10",
        ),
    ],
)
def test_what_holds_now_has_no_day_of_what_was_done(text: str, event_type: str, day: str) -> None:
    assert [item.date.edtf for item in _told(text, event_type)] == [day]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Peru on Monday expelled the Chilean ambassador, and Chile responded in kind on Tuesday.", ["Peru", "Chile"]),
        ("Norway recalled its ambassador on Friday and Sweden did so on Saturday.", ["Norway", "Sweden"]),
    ],
)
def test_who_does_the_same(text: str, actors: list[str]) -> None:
    assert [name for item in _told(text, "diplomacy") for name in _actors(item)] == actors


def test_whoever_survives_a_coup_was_its_target() -> None:
    (coup,) = _told("President Sule, who survived a coup attempt in 2016, opened parliament on Friday.", "coup")
    assert ([who.name for who in coup.participants if who.role == "target"], coup.status) == (["Sule"], "attempted")


def test_a_measure_is_not_who_acts_and_a_union_of_states_is_no_country() -> None:
    (sanction,) = _told("The European Union on Monday extended sanctions against Belarus by a year.", "sanction")
    assert (_actors(sanction), sanction.country) == (["European Union"], "")


@pytest.mark.parametrize(
    ("text", "targets", "count"),
    [
        ("Police beat Ada Zulu and Ben Sule on Monday and detained them.", ["Ada Zulu", "Ben Sule"], []),
        ("Soldiers surrounded 40 students on Monday and arrested them.", ["students"], [40.0]),
    ],
)
def test_them_is_whoever_the_clause_before_acts_on(text: str, targets: list[str], count: list[float]) -> None:
    (arrest,) = _told(text, "detention")
    assert [who.name for who in arrest.participants if who.role == "target"] == targets
    assert [figure.value for figure in arrest.figures] == count


def test_some_who_say_that_they_do_not_accept_it_are_told() -> None:
    text = "Idris Mora won the election. Several of the losing candidates said they would never accept the result."
    (refusal,) = _told(text, "recognition")
    assert _actors(refusal) == ["Several of the losing candidates"]
