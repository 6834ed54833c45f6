"""Talk that somebody calls untrue is denied, also behind a semicolon; what nobody reported is not."""

from __future__ import annotations

import pytest

import timeline


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "In June the talk was that police had picked up Otto Lund, the Green chairman; "
            "the commissioner went on the radio to say it was untrue.",
            "commissioner",
        ),
        ("Word spread on Monday that soldiers had arrested Otto Lund. The army called it nonsense.", "army"),
        (
            "A spokeswoman for President Otto Lund tells us that claims on Telegram of his arrest at Tarka airport "
            "are “complete nonsense”.",
            "spokeswoman for President Otto Lund",
        ),
    ],
)
def test_talk_is_refuted(text: str, claimant: str) -> None:
    (arrest,) = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == "detention"]
    assert (arrest.realis, arrest.status) == ("denied", "denied")
    assert arrest.claim is not None
    assert arrest.claim.claimant == claimant


def test_what_somebody_else_calls_nonsense_is_not() -> None:
    text = "Soldiers arrested Otto Lund on Monday. The budget was on the table too. The union called it nonsense."
    (arrest,) = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == "detention"]
    assert arrest.status == "reported"


def test_a_denial_by_the_accused_leaves_the_accusation() -> None:
    text = "Critics accuse Otto Lund of having plotted a coup with the help of smugglers. He denies it."
    (coup,) = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == "coup"]
    assert (coup.status, coup.claim.claimant if coup.claim else "") == ("alleged", "Critics")
