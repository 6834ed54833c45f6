"""Summons to the street with a day are plans for a protest; what is promised for a concert or a cup is none."""

from __future__ import annotations

import pytest

import timeline

_MARCHED = (
    "Thousands of workers marched through Tarka on Friday against the government of President Ada Brask. "
    "Opposition deputies in parliament say that the minister must resign. "
)


def _planned(text: str) -> list[str]:
    found = timeline.mentions(_MARCHED + text, published="2023-09-25")
    return [item.date.edtf for item in found if item.event_type == "protest" and item.status == "planned"]


@pytest.mark.parametrize(
    "text",
    [
        "The opposition union has summoned its members to a march in the capital next Monday.",
        "Ada Lund asked her supporters to take to the streets next Monday.",
        "The union urged the people to come out with placards next Monday.",
        "Trade unions want their members on the streets next Monday.",
        "Pastor Otto Lund has promised an even bigger turnout in Market Square next Monday.",
    ],
)
def test_called_for_a_day(text: str) -> None:
    assert _planned(text) == ["2023-10-02"]


@pytest.mark.parametrize(
    "text",
    [
        "The court has summoned the mayor to a hearing on the march next Monday.",
        "The mayor has promised a bigger turnout in Market Square for the concert next Monday.",
        "The electoral commission has promised a bigger turnout in the run-off next Monday.",
    ],
)
def test_no_call(text: str) -> None:
    assert _planned(text) == []
