"""What dates count from: the events of the article, and those that the words name."""

import datetime as dt

import pytest
from resolve_making import KNOWN, anchored, event

from timeline.timex import find, resolve


def test_next_day_follows_the_event_and_not_the_mention():
    text = "Polls opened on July 2. A law of May 5 bans rallies. The next day, crowds marched."
    anchors = [event(text, "Polls", "poll vote", 0)]
    found = anchored(text, anchors)
    assert found["The next day"].value == "2024-07-03"
    assert (found["The next day"].basis, "2024-07-02" in found["The next day"].anchor) == ("anchored", True)
    assert anchored(text, [])["The next day"].value == "2024-05-06"


def test_events_chain_through_requests():
    text = "Polls opened on July 2. The next day, crowds marched. Two days later, the army came."
    anchors = [event(text, "Polls", "poll", 0), event(text, "marched", "march", 1), event(text, "came", "army", 2)]
    assert [one.value for one in resolve(text, find(text), KNOWN, anchors)] == [
        "2024-07-02",
        "2024-07-03",
        "2024-07-05",
    ]


def test_planned_events_are_no_focus():
    text = "Polls open on August 9. The next day, crowds marched."
    anchors = [event(text, "Polls", "poll", 0, actual=False)]
    assert anchored(text, anchors)["The next day"].value == ""


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("the day of the vote", "2024-07-28"),
        ("the day after the vote", "2024-07-29"),
        ("the day before the polls", "2024-07-27"),
    ],
)
def test_days_of_a_named_event(phrase, value):
    text = f"The vote was held on July 28. He spoke on {phrase}, aides say."
    anchors = [event(text, "vote", "vote poll election", 0)]
    found = anchored(text, anchors)
    assert found["the day"].value == value
    assert (found["the day"].start, found["the day"].basis) == (dt.date.fromisoformat(value), "anchored")


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("He was held on the eve of the vote.", "the eve", "2024-07-27"),
        ("He was held on the eve of the summit.", "the eve", ""),
        ("The day after polls closed, he fled.", "The day", "2024-07-29"),
        ("The day after the raid, he fled.", "The day", ""),
        ("The day after Ostrander was arrested, he fled.", "The day", ""),
        ("The day after the vote was annulled, he fled.", "The day", ""),
        ("The day before, he fled.", "The day before", "2024-07-27"),
    ],
)
def test_an_event_that_is_named_is_counted_from_or_none_is(sentence, words, value):
    text = f"Crowds queued for the vote of July 28. {sentence}"
    found = anchored(text, [event(text, "vote", "vote poll election", 0)])
    assert (found[words].value, found[words].start is None) == (value, not value)


def test_lengths_counted_from_an_event_without_date_have_no_days():
    text = "Crowds queued for the vote of July 28. Two days after the raid, and three days after the vote, he fled."
    found = anchored(text, [event(text, "vote", "vote poll election", 0)])
    assert (found["Two days"].value, found["Two days"].start) == ("P2D", None)
    assert found["three days"].start == dt.date(2024, 7, 31)


def test_a_day_by_its_number_lies_in_the_month_of_the_latest_event():
    text = "The vote was held on May 18. A law of July 2 bans rallies. He was freed on the 24th."
    assert anchored(text, [event(text, "vote", "vote", 0)])["the 24th"].value == "2024-05-24"
    assert anchored(text, [])["the 24th"].value == "2024-07-24"


def test_that_year_is_the_one_stated_and_not_the_one_of_the_latest_event():
    text = "He won in 2019. On Monday he spoke. He was hurt on April 2 that year."
    found = anchored(text, [event(text, "won", "win", 0), event(text, "spoke", "speech", 1)])
    assert found["April 2 that year"].value == "2019-04-02"


def test_named_event_may_be_known_from_elsewhere_or_come_later():
    text = "Crowds wept on election night. The vote decided it."
    assert (
        anchored(text, [event(text, "vote", "vote election", value="2024-07-28")])["election night"].value
        == "2024-07-28TNI"
    )
    assert anchored(text, [])["election night"].value == ""


def test_lengths_counted_from_events_keep_their_value_and_tell_their_days():
    text = "The vote was held on July 2. Riots began three days after the vote and ended within 48 hours."
    found = anchored(text, [event(text, "vote", "vote", 0), event(text, "Riots", "riot", 1)])
    three, within = found["three days"], found["48 hours"]
    assert (three.type, three.value, three.relation, three.start) == ("DURATION", "P3D", "after", dt.date(2024, 7, 5))
    assert (within.type, within.value, within.relation) == ("DURATION", "PT48H", "within")
    assert within.start is not None and within.end == within.start + dt.timedelta(days=2)
