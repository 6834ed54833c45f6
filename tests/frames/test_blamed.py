"""Who is behind an attack, where it is traced, blamed or told to be the same hand; who says so is cited."""

from __future__ import annotations

import pytest

import timeline
from timeline.models import Mention

_BEFORE = "Hackers working for Peru broke into the tax office's servers in May. "


def _attacks(text: str) -> list[Mention]:
    return [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == "cyberattack"]


def _actors(item: Mention) -> list[str]:
    return [who.name for who in item.participants if who.role == "actor"]


def test_whoever_traces_an_attack_is_cited_for_it() -> None:
    (attack,) = _attacks(
        "On 3 May an intrusion that Nordlab later traced to Peru knocked out the tax office's servers."
    )
    assert _actors(attack) == ["Peru"]
    assert attack.claim is not None
    assert attack.claim.claimant == "Nordlab"


def test_an_attack_from_abroad_that_something_is_blamed_on_is_alleged() -> None:
    text = (
        "The attorney general, Otto Lund, blamed the delay in publishing results on a hacking operation run from Peru."
    )
    (attack,) = _attacks(text)
    assert attack.status == "alleged"
    assert attack.claim is not None
    assert attack.claim.claimant == "Otto Lund"


@pytest.mark.parametrize(
    "text",
    [
        "Officials blamed Peru for the hack of the tax office's servers on Monday.",
        "The ministry blamed the outage of its website on Monday on a cyberattack.",
    ],
)
def test_an_attack_that_somebody_suffered_is_reported(text: str) -> None:
    assert {item.status for item in _attacks(text)} == {"reported"}


@pytest.mark.parametrize(
    "text",
    [
        "On Friday the registry's servers were hit by a cyberattack. Mr Otto Lund blamed “the same aggressors”.",
        "On Friday the registry's website was knocked offline by a cyberattack; Otto Lund blamed “the same hand”.",
    ],
)
def test_the_same_hand_is_that_of_the_attack_before(text: str) -> None:
    found = _attacks(_BEFORE + text)
    assert [_actors(item) for item in found] == [["Hackers"], ["Hackers"]]
    assert found[1].claim is not None
    assert found[1].claim.claimant == "Otto Lund"


def test_whom_the_next_sentence_blames_is_behind_it() -> None:
    (attack,) = _attacks(
        "On Friday the registry's servers were hit by a cyberattack. The interior minister blamed Peru."
    )
    assert _actors(attack) == ["Peru"]


def test_the_weather_is_behind_nothing() -> None:
    (attack,) = _attacks("On Friday the registry's servers were hit by a cyberattack. The minister blamed the weather.")
    assert _actors(attack) == []
    assert attack.claim is None


def test_agents_are_behind_what_the_intrusion_did() -> None:
    behind = "He said that agents of the Peruvian state were behind the intrusion of 3 May"
    text = f"{behind}, which wiped the registry's servers."
    (attack,) = _attacks(text)
    assert _actors(attack) == ["agents of the Peruvian state"]


def test_what_somebody_disputes_is_alleged() -> None:
    told = "The Green Party told the judges that the commission's servers had been broken into"
    text = f"{told}, which the commission disputes."
    assert [item.status for item in _attacks(text)] == ["alleged"]
