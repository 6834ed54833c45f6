"""Which day the words beside a date make of it: "before dawn on", "since …, when", "a day afterwards"."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article


def mention_of(text: str, event_type: str, published: str = "2031-05-09") -> Mention:
    """The first mention of a type."""
    mentions = read_article(Article("a", text, published=published)).mentions
    return next(m for m in mentions if m.event_type == event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("Police in Lusaka arrested 20 demonstrators before dawn on Thursday.", "detention", "2031-05-08"),
        ("Police in Lusaka arrested 20 demonstrators before Thursday.", "detention", "../2031-05-08"),
        (
            "The mayor has been in hospital since 2 May, when soldiers in Lusaka toppled President Ada Zulu.",
            "coup",
            "2031-05-02",
        ),
        (
            "It is about a man who stopped his clocks on 3 May 1984, the day the army toppled President Ada Zulu.",
            "coup",
            "1984-05-03",
        ),
        ("Six editors were arrested in Lusaka in March and April.", "detention", "2031-03-01/2031-04-30"),
        ("Talks returned to the 26 April election in Zambia.", "election", "2031-04-26"),
        (
            "Ada Zulu was sworn in as president on 23 April, and a day afterwards Zambia expelled two diplomats.",
            "diplomacy",
            "2031-04-24",
        ),
        (
            "On 2 May Malawi recalled its envoy from Zambia; Zambia responded within hours by expelling two diplomats.",
            "diplomacy",
            "2031-05-02",
        ),
        (
            "Two days before the inauguration on 2 May, soldiers tried to seize the presidential palace in Lusaka.",
            "coup",
            "2031-04-30",
        ),
    ],
)
def test_the_day_that_the_words_beside_a_date_make(text: str, event_type: str, edtf: str) -> None:
    assert mention_of(text, event_type).date.edtf == edtf


def test_an_hour_count_is_about_the_day_it_counts_from() -> None:
    text = "On 2 May crowds marched in Lusaka. A few hours later Zambia declared the envoy of Malawi persona non grata."
    assert mention_of(text, "diplomacy").date.edtf == "2031-05-02~"


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("Ada Zulu was sworn in as president of Zambia on 23 July.", "inauguration", "2030-07-23"),
        ("Ada Zulu will be sworn in as president of Zambia on 23 July.", "inauguration", "2031-07-23"),
        ("Ada Zulu is sworn in as president of Zambia on 23 July.", "inauguration", "2031-07-23"),
    ],
)
def test_what_is_told_as_past_lies_before_its_article(text: str, event_type: str, edtf: str) -> None:
    assert mention_of(text, event_type).date.edtf == edtf
