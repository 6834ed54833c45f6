"""A result made known later is of the day of the vote, where the article tells that day."""

from __future__ import annotations

import timeline

VOTED = "Islanders voted on 2 March 2021."


def _elections(text: str) -> list[str]:
    found = timeline.mentions(text, published="2021-08-20")
    return [item.date.edtf for item in found if item.event_type == "election"]


def test_a_winner_declared_later_won_the_vote_told_before() -> None:
    assert _elections(f"{VOTED} After a recount Ana Torvik was declared the winner of the election on 2 August.") == [
        "2021-03-02"
    ] * len(_elections(f"{VOTED} After a recount Ana Torvik was declared the winner of the election on 2 August."))


def test_the_day_of_the_result_stays_where_no_vote_is_told() -> None:
    assert "2021-08-02" in _elections("Ana Torvik was declared the winner of the presidential election on 2 August.")


def test_a_vote_of_another_year_is_not_the_one() -> None:
    told = _elections("Islanders voted on 2 March 2015. Ana Torvik was declared the winner on 2 August 2021.")
    assert told == ["2015-03-02", "2021-08-02"]
