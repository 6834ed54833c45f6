"""Numbers that count: value, bound, words, noun."""

import pytest

from timeline.frames.figures.quantities import is_vague, quantities
from timeline.frames.syntax.parsing import parse
from timeline.models import Sentence, Span


def read(text):
    (parsed,) = parse([Sentence(0, Span(0, len(text), text), 0)])
    return parsed, quantities(parsed)


ONE = [
    ("Police held 2,200 rioters.", 2200, None, None, "exact", "2,200", "rioters"),
    ("Police held more than 2,200 rioters.", 2200, None, None, "more_than", "more than 2,200", "rioters"),
    ("At least six people were held.", 6, None, None, "at_least", "At least six", "people"),
    ("She won 5.8 million votes.", 5.8e6, None, None, "exact", "5.8 million", "votes"),
    ("She won nearly 1.4m votes.", 1.4e6, None, None, "almost", "nearly 1.4m", "votes"),
    ("Some 40 rioters were held.", 40, None, None, "about", "Some 40", "rioters"),
    ("An estimated 3,000 people marched.", 3000, None, None, "about", "An estimated 3,000", "people"),
    ("Close to 200 people were held.", 200, None, None, "almost", "Close to 200", "people"),
    ("No more than 50 monks walked.", 50, None, None, "up_to", "No more than 50", "monks"),
    ("Up to 14 million voters stayed.", 14e6, None, None, "up_to", "Up to 14 million", "voters"),
    ("Twenty-four officers were freed.", 24, None, None, "exact", "Twenty-four", "officers"),
    ("Two dozen students were held.", 24, None, None, "exact", "Two dozen", "students"),
    ("A dozen students were held.", 12, None, None, "exact", "A dozen", "students"),
    ("Half a million people came.", 5e5, None, None, "exact", "Half a million", "people"),
    ("One hundred and fifty miners marched.", 150, None, None, "exact", "One hundred and fifty", "miners"),
    ("Between 20 and 30 people were held.", 20, 20, 30, "about", "Between 20 and 30", "people"),
    ("Police held 20–30 people.", 20, 20, 30, "about", "20–30", "people"),
    ("Police held 3 to 5 people.", 3, 3, 5, "about", "3 to 5", "people"),
    ("Police held ten or more people.", 10, None, None, "at_least", "ten or more", "people"),
    ("Dozens of people were held.", None, 24, 100, "at_least", "Dozens", "people"),
    ("Several hundred people marched.", None, 200, 1000, "at_least", "Several hundred", "people"),
    ("Tens of thousands of people marched.", None, 20000, 100000, "at_least", "Tens of thousands", "people"),
    ("A group of 20 officers fled.", 20, None, None, "exact", "20", "officers"),
    ("Turnout was just under 40 per cent.", 40, None, None, "almost", "just under 40 per cent", None),
    ("They counted 97% of ballots.", 97, None, None, "exact", "97%", "ballots"),
    ("Well over 60 percent of voters took part.", 60, None, None, "more_than", "Well over 60 percent", "voters"),
    ("About 350 of them were held.", 350, None, None, "about", "About 350", "them"),
]


@pytest.mark.parametrize(("text", "value", "low", "high", "bound", "written", "noun"), ONE)
def test_quantity(text, value, low, high, bound, written, noun):
    _, found = read(text)
    assert len(found) == 1, found
    (one,) = found
    seen = (one.value, one.low, one.high, one.bound, one.as_written, one.noun.text if one.noun is not None else None)
    assert seen == (value, low, high, bound, written, noun)
    assert text[one.span.start : one.span.end] == one.span.text
    assert one.vague == (value is None) == is_vague(one.as_written)


NONE = [
    "It happened on 12 May 2019 and in 2020.",
    "The vote of June 6, 2021 was annulled.",
    "Holm, 27, and a 40-year-old man left at 10.30 pm.",
    "He won by 3.2 percentage points in the second round.",
    "It cost $5 million, or 4.1 billion kronor.",
    "They walked 12 km in two hours at 30 degrees.",
    "The 3rd Brigade and the 21st battalion left under Article 14.",
    "The council voted 15-0 within 48 hours.",
    "A three-hour stoppage and a two-day strike followed.",
    "One of the leaders spoke once.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text):
    assert [entry.as_written for entry in read(text)[1]] == []


def test_others_leave_out_those_named():
    assert [entry.others for entry in read("Police held Ana Lund and 12 others, and 30 more people.")[1]] == [
        True,
        False,
    ]


def test_two_quantities_keep_their_bounds():
    found = read("More than 300 were killed and at least 1,000 injured.")[1]
    assert [(entry.value, entry.bound) for entry in found] == [(300, "more_than"), (1000, "at_least")]


@pytest.mark.parametrize("text", ["", "1" * 400, "1,2,3,4 to 5 to 6", "%", "million million", "between and", "٣٤٥ ½ ²"])
def test_odd_text_never_raises(text):
    read(text)
