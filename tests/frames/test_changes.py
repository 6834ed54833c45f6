"""What a recognition answers, and what the parts of a day and a day in passing count from."""

import pytest

from timeline.models import Article
from timeline.pipeline import read_article

FRIDAY = "2031-05-09"

DATES = {  # text, words of the trigger, date
    "a concession answers the vote told before it, not one that came later": (
        "Zambia held a presidential election on 1 February. Ana Lopes won with 61 percent; Paul Mbeki refused to "
        "accept the result.\n\nOn 3 April Zambians voted in a parliamentary election.",
        "accept", "2031-02-01/2031-05-09",
    ),
    "a vote still to come bounds nothing": (
        "Kenya has recognised the government of Zambia.\n\nZambia set a presidential election for 4 October 2031.",
        "recognised", "../2031-05-09",
    ),
    "a new government is recognised after it came in": (
        "Zambia held a presidential election on 1 April. Ana Lopes was sworn in as president on 6 May.\n\n"
        "Kenya and Malawi have recognised the new government of Zambia.",
        "recognised", "2031-05-06/2031-05-09",
    ),
    "part of a day is that of what happened last": (
        "Teachers blocked a road in Lusaka on Monday.\n\nStudents stormed the parliament in Lusaka on Thursday.\n\n"
        "Police arrested Paul Mbeki at dawn.",
        "arrested", "2031-05-08",
    ),
    "since when somebody rules does not date the oath": (
        "President Paul Mbeki of Zambia, in power since 2010, was sworn in for a fifth term on Wednesday.",
        "sworn", "2031-05-07",
    ),
    "a refusal that is spoken has the day of the speech": (
        "A federation of Zambia's students said Thursday that it did not recognise Ana Lopes as president and called a "
        "march for Monday.",
        "recognise", "2031-05-08",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), DATES.values(), ids=DATES.keys())
def test_dates(text: str, trigger: str, expected: str) -> None:
    mentions = read_article(Article("a", text, published=FRIDAY)).mentions
    assert next(m.date.edtf for m in mentions if m.trigger.text.lower().startswith(trigger)) == expected


AIMS = {
    "those who are angry at something": (
        "Hundreds of farmers angry at the milk tax blocked a motorway near Lusaka on Monday.", "tax",
    ),
    "a penalty demanded for somebody": (
        "Students rallied in Lusaka on Monday to demand the death penalty for Paul Mbeki.", "Paul Mbeki",
    ),
    "who is urged to leave": (
        "Nurses marched through Lusaka on Monday to press the health minister to resign.", "minister",
    ),
    "what they call it": (
        "Thousands marched through Lusaka on Monday against what they called a stolen state.", "state",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "target"), AIMS.values(), ids=AIMS.keys())
def test_aims(text: str, target: str) -> None:
    mentions = read_article(Article("a", text, published=FRIDAY)).mentions
    targets = [p.name for m in mentions if m.event_type == "protest" for p in m.participants if p.role == "target"]
    assert any(target in name for name in targets)
