"""The year of days and months in a story of an earlier year, long before its article appeared."""

from __future__ import annotations

import timeline
from timeline.models import Article
from timeline.pipeline import read_article

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


def test_a_story_turns_back_a_little() -> None:
    text = (
        "The mayor fell on 30 August 2019. She stayed at home until 6 September. Her deputy took over on 4 September."
    )
    assert values(text) == ["2019-08-30", "2019-09-06", "2019-09-04"]
    assert values("Sales fell against a year ago. The manager, who took over in April, left.")[-1] == "2021-04"


def test_a_day_within_a_stretch_just_told_is_of_its_year() -> None:
    assert values("Norland saw marches last summer. Crowds filled the square from 9 August.")[-1] == "2020-08-09"


def test_what_had_been_before_a_day_of_the_story_lies_before_it() -> None:
    assert values("The mayor fell on 3 March 2006, whom they had chosen only in November.")[-1] == "2005-11"
    assert values("The mayor fell on 3 March 2006. She was back in May.")[-1] == "2006-05"


def test_a_paragraph_that_begins_with_something_else_is_no_part_of_the_story() -> None:
    told = "Two envoys left in March 2019.\n\n"
    assert values(told + "In May the port was hit.")[-1] == "2019-05"
    assert values(told + "Ports have a rough year. In May the port was hit.")[-1] == "2021-05"


def test_what_goes_back_to_a_month_lies_behind() -> None:
    assert values("The anger goes back to October's vote.") == ["2020-10"]
    assert values("The bill goes to a vote in October.") == ["2021-10"]


def test_what_a_story_called_for_has_passed_with_it() -> None:
    text = "On 13 January crowds marched through Lusaka. The premier called a vote for 2 April."
    assert values(text) == ["2021-01-13", "2021-04-02"]
    later = "On 13 January crowds marched through Lusaka. The premier has called a vote for 2 April."
    assert values(later)[-1] == "2022-04-02"


def undated(text: str) -> list[str]:
    return [date.value for date in timeline.dates(text)]


def test_an_undated_story_goes_on_from_the_month_or_year_it_has_told() -> None:
    assert undated("The vote of April 1987 was close. On 14 May he sailed.") == ["1987-04", "1987-05-14"]
    assert undated("She left on 3 May 2004. In May 2006 he won. He fell on 5 March.")[-1] == "2007-03-05"
    assert undated("The vote of 2022 was close. He sailed on Christmas Eve.")[-1] == "2022-12-24"


def test_an_undated_story_does_not_go_on_from_a_glance_back() -> None:
    text = "She left on 3 May 2004. It was the first strike since one in 1962. He fell on 5 June."
    assert undated(text)[-1] == "2004-06-05"
    assert undated("She left in May 2004. She had been ill since June.")[-1] == "XXXX-06"


def told(text: str) -> list[str]:
    """The values of the expressions of an article, whose events they count from."""
    return [date.value for date in read_article(Article("a", text, published=PUBLISHED)).expressions]


def test_a_bare_day_is_of_the_month_that_an_event_was_told_of() -> None:
    assert told("Zambia held a presidential election in May. Sheets from the 28th were burned.")[-1] == "2021-05-28"


def test_the_same_week_is_that_of_a_day() -> None:
    text = (
        "Police in Zambia arrested 12 teachers on 3 August. In exchange Kenya dropped the sanctions it had imposed on "
        "the airline in August 2019. In the same week 23 nurses were detained in Lusaka."
    )
    assert told(text)[-1] == "2021-W31"


def test_a_dawn_behind_a_night_is_that_of_the_next_day() -> None:
    assert told("Nine were held on Tuesday night and freed before dawn.")[-1] == "2021-08-04TMO"
    assert told("Nine were held on Tuesday afternoon and freed before dawn.")[-1] == "2021-08-03TMO"


def test_years_and_seasons_count_from_the_year_that_their_sentence_names() -> None:
    story = "Zambia held a presidential election in April 1987. "
    assert told(story + "A charter of 1997 let in Ana Lopes, who two years later was sworn in.")[-1] == "1999"
    assert told(story + "She recalled August 2020, when crowds marched, and the following spring.")[-1] == "2021-SP"


def test_the_coup_is_that_of_the_story_and_not_one_of_the_background() -> None:
    text = (
        "The army seized power in Zambia on 22 May. Otto Lund, who seized power in a coup on 3 May 2006, is in Chad. "
        "Ana Lopes was arrested the day after the coup."
    )
    assert told(text)[-1] == "2021-05-23"


def test_a_year_set_off_in_an_aside_is_not_that_of_its_sentence() -> None:
    text = "Ada Lund, who won the last vote, in 2018, recognises neither that nor the outcome of the 26 July poll."
    assert values(text) == ["2018", "2021-07-26"]
