"""Words that tell one happening twice make one mention, and a condition that undoes a plan leaves it a plan."""

from __future__ import annotations

import pytest

import timeline


@pytest.mark.parametrize(
    ("text", "event_type", "realis"),
    [
        (
            "About 20 men stormed the barracks before dawn on Thursday and put the defence chief, Brigadier General "
            "Ana Torvik, under house arrest.",
            "detention",
            ["actual"],
        ),
        ("Police put the union leader in custody on Thursday.", "detention", ["actual"]),
        ("Unless the court orders a recount, the president will take the oath on 12 May.", "inauguration", ["planned"]),
        (
            "If the court orders a recount, the president will take the oath on 12 May.",
            "inauguration",
            ["conditional"],
        ),
        ("He has ruled since 1986, when his guerrillas marched into the capital.", "protest", []),
        ("Nurses marched into the capital on Thursday to demand their wages.", "protest", ["actual"]),
    ],
)
def test_mentions_of_a_type(text: str, event_type: str, realis: list[str]) -> None:
    found = timeline.mentions(text, published="2023-05-08")
    assert [item.realis for item in found if item.event_type == event_type] == realis
