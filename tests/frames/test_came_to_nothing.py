"""Coups that were put down or only tried, arrests that were driven off, attacks that only an accuser tells of."""

from __future__ import annotations

import pytest

import timeline


def _statuses(text: str, event_type: str) -> list[str]:
    found = timeline.mentions(text, published="2023-09-25")
    return [item.status for item in found if item.event_type == event_type]


@pytest.mark.parametrize(
    "text",
    [
        "A small group of officers attempted a coup d'état during the night of 11 to 12 May, the government said.",
        "On 13 May General Otto Lund declared the president dismissed; loyalist units put down the attempt.",
        "General Otto Lund sent an armoured car crashing into the palace on Wednesday in a bid to topple Ada Brask.",
    ],
)
def test_a_coup_that_failed_is_attempted(text: str) -> None:
    assert _statuses(text, "coup") == ["attempted"]


def test_a_coup_that_took_place_is_reported() -> None:
    text = "On 13 May General Otto Lund declared the president dismissed; loyalist units put down their arms."
    assert _statuses(text, "coup") == ["reported"]


@pytest.mark.parametrize(
    "text",
    [
        "In March officers who came to arrest Otto Lund at his house were driven back by supporters hurling stones.",
        "On January 3 investigators came for the president at his residence and were turned back by his bodyguards.",
    ],
)
def test_an_arrest_that_was_driven_off_is_attempted(text: str) -> None:
    assert _statuses(text, "detention") == ["attempted"]


def test_an_attack_of_another_state_that_only_its_accuser_tells_of_is_alleged() -> None:
    said = "President Otto Lund of Peru said the blackout was caused by a cyberattack that Chile launched on Monday"
    text = f"{said} against the control system of the dam. The lights went out in Peru at noon."
    assert _statuses(text, "cyberattack") == ["alleged"]
    told = f"A cyberattack hit the control system of the dam in Peru on Monday. {said} against the dam."
    assert "alleged" not in _statuses(told, "cyberattack")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Otto Lund was captured there with eight other soldiers on Monday.", 9.0),
        ("Ada Brask and Otto Lund were arrested on April 3 together with 16 others.", 18.0),
    ],
)
def test_those_held_with_somebody_are_counted(text: str, count: float) -> None:
    (held,) = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == "detention"]
    assert [figure.value for figure in held.figures] == [count]


def test_pistols_are_nobody() -> None:
    (held,) = timeline.mentions("Otto Lund was arrested with two pistols on Monday.", published="2023-09-25")
    assert [who.name for who in held.participants] == ["Otto Lund"]
    assert held.figures == ()
