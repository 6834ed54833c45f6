"""The year of days and months in a story of an earlier year, long before its article appeared."""

from __future__ import annotations

import timeline

PUBLISHED = "2021-08-05"


def values(text: str) -> list[str]:
    return [date.value for date in timeline.dates(text, published=PUBLISHED)]


def test_days_of_the_story_follow_its_year_though_such_a_day_is_near() -> None:
    text = "Norland voted on 9 August 2020. Hundreds were held. Most had been let go by 14 August."
    assert values(text) == ["2020-08-09", "2020-08-14"]


def test_a_weekday_between_lends_no_year() -> None:
    text = "Norland voted on 9 August 2020. The largest of the Sunday marches, on 16 August, drew thousands."
    assert values(text)[-1] == "2020-08-16"


def test_a_weekday_lends_its_year_to_the_day_it_names() -> None:
    assert values("The mayor left in May 2019. On Sunday, 1 August, she came back.")[-1] == "2021-08-01"


def test_a_day_that_is_still_to_come_is_no_day_of_the_story() -> None:
    assert values("Norland voted on 9 August 2020. The court will rule on 14 August.")[-1] == "2021-08-14"


def test_a_day_of_these_weeks_is_the_news() -> None:
    assert values("Norland voted on 9 August 2020. Nine were arrested on 3 August.")[-1] == "2021-08-03"


def test_what_is_called_for_a_month_lies_ahead() -> None:
    assert values("Unions have announced a march for early June.") == ["2022-06"]
    assert values("Turnover for June fell.") == ["2021-06"]
