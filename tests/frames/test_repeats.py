"""Several acts of a kind in one sentence: in several years, in several countries, once more some years later."""

from __future__ import annotations

import pytest

import timeline
from timeline.models import Mention

PUBLISHED = "2024-03-10"


def _told(text: str, event_type: str) -> list[Mention]:
    found = timeline.mentions(text, published=PUBLISHED)
    return [item for item in found if item.event_type == event_type and item.is_event]


@pytest.mark.parametrize(
    ("text", "event_type", "days"),
    [
        ("Mali has had coups in 2012, 2020 and 2021.", "coup", ["2012", "2020", "2021"]),
        ("There was a coup in Niger in 1974.", "coup", ["1974"]),
        ("There were coups in Niger in 1974, 1996, 1999 and 2010.", "coup", ["1974", "1996", "1999", "2010"]),
        ("The army seized power in Niger in April 1974 and January 1996.", "coup", ["1974-04", "1996-01"]),
        ("Coups are rare in Mali. What 2012 and 2020 had in common was drought.", "coup", []),
        ("Ada Mora was arrested in 2004 and again in 2009.", "detention", ["2004", "2009"]),
        ("Ada Mora was arrested between 2004 and 2009.", "detention", ["2004-01-01/2009-12-31"]),
        ("Ada Mora was arrested in 2004, and in 2009 the union was dissolved.", "detention", ["2004"]),
        ("Police arrested students on Monday and again on Tuesday in Lima.", "detention", ["2024-03-04", "2024-03-05"]),
        ("Police arrested students on Monday and Thursday in Lima.", "detention", ["2024-03-04", "2024-03-07"]),
        ("Protests in Lima on Monday and Tuesday left three dead.", "protest", ["2024-03-04/2024-03-05"]),
        ("Previous elections in Chad, in 2009 and 2014, were marred by fraud.", "election", ["2009", "2014"]),
        ("The army did not seize power in Niger in 1974 and 1996.", "coup", []),
    ],
)
def test_each_day_of_a_list_has_its_act(text: str, event_type: str, days: list[str]) -> None:
    assert [item.date.edtf for item in _told(text, event_type)] == days


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        (
            "Soldiers took power in Mali in August 2020 and Guinea in September 2021.",
            "coup",
            [("2020-08", "MLI"), ("2021-09", "GIN")],
        ),
        (
            "Coups followed in Mali in 2020, Guinea in 2021, and Niger and Gabon in 2023.",
            "coup",
            [("2020", "MLI"), ("2021", "GIN"), ("2023", "NER"), ("2023", "GAB")],
        ),
        (
            "Soldiers seized power in Guinea in 2021, and Niger and Gabon in 2023.",
            "coup",
            [("2021", "GIN"), ("2023", "NER"), ("2023", "GAB")],
        ),
        (
            "Elections were held in Lima in 2004 and in Quito in 2009.",
            "election",
            [("2004", "PER"), ("2009", "ECU")],
        ),
        ("Elections were held in Peru in 2004, and Ecuador lost a match in 2009.", "election", [("2004", "PER")]),
    ],
)
def test_each_country_has_its_year(text: str, event_type: str, told: list[tuple[str, str]]) -> None:
    assert [(item.date.edtf, item.country) for item in _told(text, event_type)] == told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ivo Mora was elected president of Zambia in 2006 and re-elected in 2011.", ["2006", "2011"]),
        ("Ivo Mora was elected president of Zambia in 2006 and was re-elected five years later.", ["2006", "2011"]),
        ("Ivo Mora was elected president of Zambia in 2006, and won a second term in 2011.", ["2006", "2011"]),
        ("Ivo Mora was elected president of Zambia in 2006 and won 54 percent of the vote.", ["2006"]),
        ("Ivo Mora was re-elected president of Zambia in 2011.", ["2011"]),
        ("In the last election, in 2019, Ivo Mora won 54 percent of the vote.", ["2019"]),
    ],
)
def test_a_second_vote_is_an_act_of_its_own(text: str, days: list[str]) -> None:
    assert [item.date.edtf for item in _told(text, "election")] == days


def test_further_acts_have_no_figures_and_words_of_their_own() -> None:
    first, second = _told("Police arrested 40 students in Lima in 2004 and 2009.", "detention")
    assert ([figure.value for figure in first.figures], second.figures) == ([40.0], ())
    assert (first.trigger.text, second.trigger.text) == ("arrested", "2009")
    assert first.mention_id != second.mention_id


@pytest.mark.parametrize(
    ("text", "event_type", "fallen"),
    [
        (
            "The army toppled President Ada Mora in 2005 and her successor, Kurt Lund, in 2010.",
            "coup",
            [("2005", ["Ada Mora"]), ("2010", ["Kurt Lund"])],
        ),
        (
            "Protests toppled President Ada Mora in 2005 and her successor, Kurt Lund, in 2010.",
            "protest",
            [("2005", ["Ada Mora"]), ("2010", ["Kurt Lund"])],
        ),
    ],
)
def test_each_of_the_fallen_has_a_day(text: str, event_type: str, fallen: list[tuple[str, list[str]]]) -> None:
    found = _told(text, event_type)
    targets = [[who.name for who in item.participants if who.role == "target"] for item in found]
    assert list(zip([item.date.edtf for item in found], targets, strict=True)) == fallen
