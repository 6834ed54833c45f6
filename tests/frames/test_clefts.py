"""Who did it in "it was Peru that", who dared to, who is in the hands of the law; a finite verb is no infinitive."""

from __future__ import annotations

import timeline
from timeline.models import Mention


def _told(text: str, event_type: str) -> list[Mention]:
    return [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == event_type]


def _names(item: Mention, role: str) -> list[str]:
    return [who.name for who in item.participants if who.role == role]


def test_it_was_peru_that_dared() -> None:
    text = "It was Peru, too, that in September 2008 had the courage to expel the Chilean ambassador, Philip Lund."
    (step,) = _told(text, "diplomacy")
    assert (step.realis, _names(step, "actor")) == ("actual", ["Peru"])


def test_whoever_had_no_wish_to_did_not() -> None:
    (step,) = _told("Peru had no wish in September 2008 to expel the Chilean ambassador, Philip Lund.", "diplomacy")
    assert step.realis != "actual"


def test_a_finite_verb_behind_an_infinitive_is_not_refused() -> None:
    text = (
        "The party and three smaller blocs refuse to accept the result and want people out in the capital's Market "
        "Square on Thursday evening."
    )
    assert [item.status for item in _told(text, "protest")] == ["planned"]


def test_the_verb_of_a_plural_is_not_that_of_a_singular() -> None:
    text = "The police chief refused to arrest Otto Lund and jail him on Monday."
    assert all(item.realis == "denied" for item in _told(text, "detention"))
