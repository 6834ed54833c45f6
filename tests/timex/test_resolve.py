"""The fold: focus, event anchors, ranges, years in force, and what stays open."""

import datetime as dt

import pytest
from resolve_making import DAY, anchored, event, said

from timeline.models import Sentence, Span
from timeline.timex import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike began on July 2 and ended the next day.", ["2024-07-02", "2024-07-03"]),
        (
            "She left on July 2. It will meet on August 5 and vote the following day.",
            ["2024-07-02", "2024-08-05", "2024-08-06"],
        ),
        ("He will serve until December 2026, so the vote called for 3 September is off.", ["2026-12", "2024-09-03"]),
        ("It fell in May 2018. Those held in June and July of last year wait.", ["2018-05", "2023-06", "2023-07"]),
        ("It fell on July 2. The Thursday after, they met.", ["2024-07-02", "2024-07-04"]),
        ("They met on the Monday before last, in June.", ["2024-07-22", "2024-06"]),
        ("They met the Monday before last year's fair.", ["2024-07-29", "2023"]),
        ("They met on the Monday after the fair.", ["2024-07-29"]),
        ("It was picked in May last year and opened on 1 June.", ["2023-05", "2023-06-01"]),
        ("It lost its seats last year and met on 1 June.", ["2023", "2024-06-01"]),
        ("It was dry in June and July of 9,000 years ago.", ["2024-06", ""]),
        ("On 9 March 2022 crowds swept in. He fled from there. A rival won on 20 March.", ["2022-03-09", "2022-03-20"]),
        ("It met from Monday to Thursday.", ["2024-07-29", "2024-08-01"]),
        ("It lasted from April 29 to May 3, 2005.", ["2005-04-29", "2005-05-03"]),
        ("In 1752, September 2 came before September 14.", ["1752", "1752-09-02", "1752-09-14"]),
        ("She sings next month, on the 12th.", ["2024-08", "2024-08-12"]),
        ("Profit rose in the first quarter of 2023 from a year earlier.", ["2023-Q1", "2022-Q1"]),
        ("Last year's third quarter was weak.", ["2023-Q3"]),
        (
            "The train left at 6:20 a.m. on July 27 and stalled two hours later.",
            ["2024-07-27T06:20", "2024-07-27T08:20"],
        ),
        ("The vote was postponed until March 3.", ["2025-03-03"]),
        ("It has stood since December 20.", ["2023-12-20"]),
        ("He died on Friday, July 26.", ["2024-07-26"]),
        ("It fell on Saturday, June 3.", ["2023-06-03"]),
        ("The talks were to open on Monday, but were called off.", ["2024-07-29"]),
        ('"Two years ago we wept. Today we sing," she said.', ["2022", "PRESENT_REF"]),
        ("He sang there last August and this June.", ["2023-08", "2024-06"]),
        ("It fell in 2019. On Monday he said it rose on November 12 that year.", ["2019", "2024-07-29", "2019-11-12"]),
        ("It fell in 2019; in May of that year it rose.", ["2019", "2019-05"]),
        ("He won in May 2018 and was sworn in on 10 January.", ["2018-05", "2019-01-10"]),
        ("He won in May 2018 after losing on 10 January.", ["2018-05", "2018-01-10"]),
        ("He fled in May 2018. On July 20 he was back.", ["2018-05", "2024-07-20"]),
        ("He left on 24 February 2016. She came on 13 March.", ["2016-02-24", "2016-03-13"]),
        ("We need a plan for 2025 by the end of October.", ["2025", "2024-10"]),
        ("The season runs from June 1 to November 30.", ["2024-06-01", "2024-11-30"]),
        ("It will close unless a deal is struck by Friday.", ["2024-08-02"]),
        ("He will mend it and cut it in the spring.", ["2025-SP"]),
        ("He cut it in the spring.", ["2024-SP"]),
        ("He was lost in January 1955. That summer she left.", ["1955-01", "1955-SU"]),
        ("They fought in the 1950s. Today they trade.", ["195", "PRESENT_REF"]),
        ("They fought in the 1950s. Today, they signed.", ["195", "2024-07-31"]),
        ('"We fought in the 1950s. The trouble today is rust," he said.', ["195", "PRESENT_REF"]),
        ("His wife, April, sang. Her daughter May danced in June.", ["2024-06"]),
        ("They lit the Christmas trees and hid Easter eggs.", []),
        ("A quarter of the crop was lost in the third quarter of the cup game.", []),
        ("It was lit at 9 A.M.", ["2024-07-31T09:00"]),
        ("It closed in the mid-80's.", ["198"]),
        ("Temperatures stayed in the mid-80s.", []),
        ("It opens between 9 and 11 a.m.", ["2024-07-31T09:00", "2024-07-31T11:00"]),
        ("Sales rose from the March quarter.", ["2024-Q1"]),
        ("It wed on May 5, 1959. In the 1964 final he fell, and that evening limped.", ["1959-05-05", "1964", ""]),
        ("It expects a loss for the second quarter.", ["2024-Q2"]),
        ("It will rise in the second quarter.", ["2025-Q2"]),
        ("It fell last spring. Last month sales rose from a year earlier.", ["2024-SP", "2024-06", "2023-06"]),
        ("A poll of Dec. 16-19 found little.", ["2023-12-16", "2023-12-19"]),
        ("It sank on Monday evening. The alarm went off at 9 p.m.", ["2024-07-29TEV", "2024-07-29T21:00"]),
        ("It sank on 3 May 1991. The alarm went off at 9 p.m.", ["1991-05-03", "2024-07-31T21:00"]),
        ("He took new quarters after 25 selling days.", []),
    ],
)
def test_values_in_context(text, expected):
    assert [value for _, value in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crews tried to reach the mine Friday.", "2024-07-26"),
        ("Crews will try to reach the mine Friday.", "2024-08-02"),
        ("Crews were able to reach the mine Friday.", "2024-07-26"),
        ("The board set up a fund Friday.", "2024-07-26"),
        ("A hearing is set for Friday.", "2024-08-02"),
        ("He predicted Friday that rents would fall.", "2024-07-26"),
        ("The union unveiled a plan on Friday.", "2024-07-26"),
        ("On Friday, the plan was dropped.", "2024-07-26"),
        ("The union plans a march Friday.", "2024-08-02"),
        ("They did not meet Friday.", "2024-07-26"),
        ("They have to vote Friday.", "2024-08-02"),
        ("A report, to be released Friday, blames the pilot.", "2024-08-02"),
        ("The ferry was to sail Friday.", "2024-08-02"),
        ("The ferry was to sail Friday, but stayed.", "2024-07-26"),
        ("The ferry was to have sailed Friday.", "2024-07-26"),
        ("The lease had been due to expire Friday.", "2024-08-02"),
        ("Traders had expected a cut Friday.", "2024-07-26"),
        ("The runoff is Friday.", "2024-08-02"),
        ("The choir is singing in Leeds on Friday.", "2024-08-02"),
        ("The town is burying Friday's dead.", "2024-07-26"),
        ("The match was moved from Friday to a later day.", "2024-08-02"),
        ("The ferry is off Friday.", "2024-08-02"),
        ("Streets are quiet after Friday.", "2024-07-26"),
        ("It has barred lorries until Friday.", "2024-08-02"),
        ("It had barred lorries until Friday.", "2024-07-26"),
        ("A review appears in Friday's issue.", "2024-08-02"),
        ("It appears that he left Friday.", "2024-07-26"),
        ("Friday's verdict should stand.", "2024-07-26"),
        ("Friday's verdict will stand.", "2024-08-02"),
        ("They see no reason to sail Friday.", "2024-08-02"),
        ("October copper settled at $4 a pound.", "2024-10"),
        ("December copper mining fell.", "2023-12"),
        ("It expects a gain, down from the one it forecast in May.", "2024-05"),
        ("The rate, a low of 3 percent in March, could rise.", "2024-03"),
        ("In March, the rate could rise.", "2025-03"),
        ("The market is closed Friday.", "2024-08-02"),
        ("Traders waited for Friday's figures.", "2024-08-02"),
        ("Traders awaited Friday's figures.", "2024-08-02"),
        ("Traders were blamed for Friday's losses.", "2024-07-26"),
        ("All was ready for Friday's vote.", "2024-08-02"),
        ("Schools will remain closed until Friday.", "2024-08-02"),
        ("Schools remained closed until Friday.", "2024-07-26"),
        ("A man is accused of a theft on Friday.", "2024-07-26"),
        ("May wheat settled at $6.", "2025-05"),
        ("It has stopped its boats to Kos until Friday.", "2024-08-02"),
        ("Envoys returned to work Friday.", "2024-07-26"),
        ("May said on Friday that rents fell.", "2024-07-26"),
    ],
)
def test_where_the_verb_points(text, expected):
    assert said(text)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lost $2 million in the third quarter, against a gain in the year-ago quarter. In the quarter, sales fell.",
         ["2024-Q3", "2023-Q3", "2024-Q3"]),
        ("Sales for the year to 30 June fell.", ["P1Y", "2024-06-30"]),
        ("It expects $3 million in the year to 31 March.", ["P1Y", "2025-03-31"]),
        ("The prior year was better.", ["2023"]),
        ("Net fell in the quarter ended June 30 from a year earlier.", ["2024-Q2", "2024-06-30", "2023-Q2"]),
        ("Net fell in the three months ended June 30. It beat the year-ago quarter.", ["P3M", "2024-06-30", "2023-Q2"]),
        ("Output may fall in the fourth quarter. The rate was 6 percent in June, against 4 a year earlier.",
         ["2024-Q4", "2024-06", "2023-06"]),
        ("Claims rose last week, said a clerk on Monday, doubling a high set a week earlier.",
         ["2024-W30", "2024-07-29", "2024-W29"]),
        ("Sales rose in June. The bureau said on Tuesday that they gained 2 percent from the previous month.",
         ["2024-06", "2024-07-30", "2024-05"]),
        ("A ship sank on Tuesday. A tug is expected at 3 p.m., they said. Divers came at 4 p.m.",
         ["2024-07-30", "2024-07-31T15:00", "2024-07-30T16:00"]),
        ("The June count was made in the middle of the month.", ["2024-06", "2024-06"]),
        ("The count comes at the end of the month.", ["2024-07"]),
        ("The firm, founded in 1994, lost its head in early May.", ["1994", "2024-05"]),
        ("Founded in 1994, it lost its head in May.", ["1994", "2024-05"]),
        ("He came in 1994, and left in May.", ["1994", "1994-05"]),
        ("In 1994, after the floods, which came in May, it shut in June.", ["1994", "1994-05", "1994-06"]),
        ("The board will choose hosts for 2028 and 2030 on December 2.", ["2028", "2030", "2024-12-02"]),
        ("He came in December 1945, two days before Christmas.", ["1945-12", "P2D", "1945-12-25"]),
        ("Waves hit at 00:40 UTC on July 29 and 30 minutes later.", ["2024-07-29T00:40Z", "2024-07-29T01:10Z"]),
        ("It fell in fiscal 2020, after a gain the year before.", ["FY2020", "2019"]),
        ("Trade slowed in the afternoon before Friday's vote.", ["2024-07-31TAF", "2024-07-26"]),
        ("It fell on Friday.\n\nA bank shut on Monday.\n\nRates rose.\n\nOil, dear a day earlier, fell.",
         ["2024-07-26", "2024-07-29", "2024-07-25"]),
        ("He left in May of that year.", [""]),
        ("The isle was freed in 1991. In May of that year a king was crowned, and shot in December.",
         ["1991", "1991-05", "1991-12"]),
        ("He has ruled since 1959, when he was crowned on Christmas Day.", ["1959", "1959-12-25"]),
        ("Drivers get three weeks of paid leave a year.", ["P3W", "P1Y"]),
        ("It must close within a year.", ["P1Y"]),
        ("The mill had shut in 1990; it burned two years before.", ["1990", "1988"]),
        ("Dealers cut prices of 1990 models.", ["1990"]),
        ("He wed in '87, and again in the summer of '98.", ["1987", "1998-SU"]),
        ("It was founded 150 years ago this month.", ["1874-07"]),
        ("It will close early next year.", ["2025"]),
        ("They end today what began Monday.", ["2024-07-31", "2024-07-29"]),
        ("As recently as 1985, it was rare.", ["1985"]),
        ("The fort fell in 1200 B.C. to raiders.", []),
        ("Shops open Monday-Friday.", ["2024-07-29", "2024-08-02"]),
        ("It rained in the months to come.", ["FUTURE_REF"]),
        ("A decades-old feud flared.", []),
    ],
)  # fmt: skip
def test_values_of_comparisons_rates_and_words_of_news(text, expected):
    assert [value for _, value in said(text)] == expected


def test_within_ahead_counts_from_publication():
    (within,) = dates("They will leave within 48 hours.", "2024-07-31")
    assert (within.start, within.end) == (DAY, dt.date(2024, 8, 2))


def test_ranges_are_linked():
    opened, closed = dates("It lasted from April 29 to May 3, 2005.", "2024-07-31")
    assert (opened.relation, opened.range_end, closed.relation) == ("from", 1, "to")


@pytest.mark.parametrize("text", ["The next day, it rained.", "Two days later, it rained.", "That evening, it rained."])
def test_requests_without_a_focus_stay_open(text):
    (one,) = dates(text, "2024-07-31")
    assert one.value in ("", "2024-07-31TEV") and one.basis in ("unknown", "relative")


def test_boilerplate_is_not_read():
    text = "It rained on Monday. Subscribe every Friday."
    cut = text.index("Subscribe")
    sentences = [
        Sentence(0, Span(0, cut, text[:cut]), 0),
        Sentence(1, Span(cut, len(text), text[cut:]), 0, "boilerplate"),
    ]
    assert [(one.span.text, one.sentence) for one in dates(text, "2024-07-31", sentences)] == [("Monday", 0)]


def test_rivals_are_kept():
    (one,) = dates("They meet next Friday.", "2024-07-31")
    assert (one.value, one.alternatives) == ("2024-08-02", ("2024-08-09",))


@pytest.mark.parametrize(
    "text",
    [
        "He is 62, and she is 45 years old.", "He scored in the second half.", "He won by 2,009 votes to 1,998.",
        "Route 1998 is closed at Gate 2001.", "They may march on.", "Call 555-1998 or 0417-1999.", "It cost $1987.",
        "The Sunday Times and the Daily Mail agree.", "May Dunn met Mr. August and June Falk.",
        "He finished in 2:11:40.",
        "Version 9.2 of the 747s, Model 1995.", "The file ran to 2011 pages.", "He came second.",
        "Read John 3:16 aloud.",
        "Doris Day sang for the Evening Echo.",
        "It lies three light years off.", "They live at 1912 Oak Street.", "The spring water ran dry.",
        "He aged 40 years.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert [one for one in said(text) if one[0] != "40 years"] == []


def test_a_weekday_counts_from_the_event_it_is_beside():
    text = "The vote was held on July 2. They met on the Thursday after the vote, and on the Sunday before the polls."
    told = anchored(text, [event(text, "vote", "vote poll", 0)])
    assert (told["Thursday"].value, told["Sunday"].value) == ("2024-07-04", "2024-06-30")
