"""How long something has gone on by the day it is told of."""

from __future__ import annotations

import pytest

import timeline


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Crowds marched in Lima on Monday for a fifth straight night.", "2021-06-10/2021-06-14"),
        ("Thousands marched in Lima on Monday for the third day in a row.", "2021-06-12/2021-06-14"),
        ("Protesters rallied in Lima on Monday for a 3rd consecutive week.", "2021-05-31/2021-06-14"),
        ("Protests in Lima entered a fifth day on Monday.", "2021-06-10/2021-06-14"),
        ("Crowds marched in Lima on Monday for a second time.", "2021-06-14"),
        ("Crowds marched in Lima on Monday against a third day of talks.", "2021-06-14"),
    ],
)
def test_days_of_a_protest_that_goes_on(text: str, days: str) -> None:
    told = [mention for mention in timeline.mentions(text, published="2021-06-15") if mention.event_type == "protest"]
    assert {mention.date.edtf for mention in told} == {days}


def test_a_city_called_like_a_country() -> None:
    text = "Bolivian police held the former minister Ada Lund in the city of Trinidad on Monday."
    (mention,) = timeline.mentions(text, published="2021-06-15")
    assert mention.country == "BOL"


def test_in_so_many_months_time() -> None:
    (mention,) = timeline.mentions("The election is due in Chad in six months' time.", published="2021-06-15")
    assert (mention.status, mention.date.edtf) == ("planned", "2021-12-01/2021-12-31")
