"""A result made known later is of the day of the vote, where the article tells that day."""

from __future__ import annotations

import timeline


def _elections(text: str) -> list[str]:
    found = timeline.mentions(text, published="2021-08-20")
    return [item.date.edtf for item in found if item.event_type == "election"]


def _told(year: int) -> str:
    held = f"Presidential elections were held in Malawi on 2 March {year}."
    return f"{held} The commission declared Ana Torvik the winner of the election on 2 August 2021."


def test_a_winner_declared_later_won_the_vote_told_before() -> None:
    assert _elections(_told(2021)) == ["2021-03-02"] * 2


def test_a_vote_of_another_year_is_not_the_one() -> None:
    assert _elections(_told(2015))[:2] == ["2015-03-02", "2021-08-02"]


def test_the_day_of_the_result_stays_where_no_vote_is_told() -> None:
    assert "2021-08-02" in _elections("The commission declared Ana Torvik the winner of the election on 2 August 2021.")
