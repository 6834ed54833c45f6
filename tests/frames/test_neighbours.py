"""Roles, days and countries that a sentence leaves to its neighbours, or that stand in another clause."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article

FRIDAY = "2031-05-09"


def mention_of(text: str, event_type: str, trigger: str = "") -> Mention:
    """The first mention of a type whose trigger begins with these words."""
    mentions = read_article(Article("a", text, published=FRIDAY)).mentions
    return next(m for m in mentions if m.event_type == event_type and m.trigger.text.lower().startswith(trigger))


def names(mention: Mention, role: str) -> list[str]:
    """Who has a role, in order."""
    return [party.name for party in mention.participants if party.role == role]


@pytest.mark.parametrize(
    ("text", "event_type", "actors"),
    [
        (
            "On 3 May riot police stormed the union hall in Lusaka. Forty students were arrested.",
            "detention",
            ["riot police"],
        ),
        (
            "Forty students were arrested in Lusaka on 3 May, State Police Chief Ana Lopes said.",
            "detention",
            ["police"],
        ),
        (
            "The editor left prison in Lusaka on 3 May on the orders of the Constitutional Court.",
            "release",
            ["Constitutional Court"],
        ),
        (
            "On 3 May two police officers were injured in Lusaka. Forty students were arrested.",
            "detention",
            [],
        ),
    ],
)
def test_who_made_an_arrest_told_in_the_passive(text: str, event_type: str, actors: list[str]) -> None:
    assert names(mention_of(text, event_type), "actor") == actors


def test_a_clause_with_after_lies_before_the_day_of_its_main_clause() -> None:
    text = "Zambia on Wednesday expelled two diplomats of Malawi after hackers broke into the tax office."
    attack = mention_of(text, "cyberattack")
    assert attack.date.edtf == "../2031-05-07"
    assert mention_of(text, "diplomacy").date.edtf == "2031-05-07"


def test_a_day_behind_an_after_clause_dates_that_clause() -> None:
    text = "Thousands marched in Lusaka after police arrested the editor Ana Lopes on 3 May."
    assert mention_of(text, "detention").date.edtf == "2031-05-03"


@pytest.mark.parametrize(
    ("next_sentence", "date"),
    [
        ("Police arrested 40 students.", "2031-05-03"),
        ("Police have arrested 40 students.", "2031-05-03/2031-05-09"),
        ("Police later arrested 40.", "2031-05-03/2031-05-09"),
    ],
)
def test_the_next_sentence_is_of_that_day_or_bounded_by_it(next_sentence: str, date: str) -> None:
    text = f"On 3 May thousands of students marched through Lusaka. {next_sentence}"
    assert mention_of(text, "detention").date.edtf == date


def test_a_label_with_a_colon_takes_its_roles_from_the_clause_behind_it() -> None:
    sanction = mention_of("Blacklisted: on Tuesday Zambia put 20 officials on a travel ban list.", "sanction")
    assert names(sanction, "actor") == ["Zambia"]
    assert [figure.value for figure in sanction.figures] == [20]


def test_a_planned_weekday_lies_ahead() -> None:
    text = "LUSAKA, May 9 (Agency) - The nurses have called a protest march in Lusaka for Tuesday."
    assert mention_of(text, "protest").date.edtf == "2031-05-13"


def test_nobody_swears_an_oath_for_another_clause() -> None:
    text = "Ana Lopes won the presidential election in Zambia on 3 May and was sworn in a day later."
    assert names(mention_of(text, "inauguration"), "actor") == ["Ana Lopes"]
