"""Participants that a sentence only counts, or calls the government: whom the article means."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article


def mention_of(text: str, event_type: str) -> Mention:
    """The first mention of a type."""
    mentions = read_article(Article("a", text, published="2031-05-09")).mentions
    return next(m for m in mentions if m.event_type == event_type)


def names(mention: Mention, role: str) -> list[str]:
    """Who has a role, in order."""
    return [party.name for party in mention.participants if party.role == role]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 40 bus drivers in Lusaka on 3 May. Fourteen have since been let go.",
        "Police arrested nine bus drivers in Lusaka on 3 May. All nine were granted bail on 5 May.",
        "Police arrested 40 bus drivers in Lusaka on 3 May. The ministry said the rest would walk free on 12 May.",
    ],
)
def test_those_let_go_are_of_those_arrested(text: str) -> None:
    assert names(mention_of(text, "release"), "target") == ["bus drivers"]


def test_a_release_of_one_person_takes_nobody_from_a_group() -> None:
    text = "Police arrested 40 bus drivers in Lusaka on 3 May. Editor Ada Zulu was released on 5 May."
    assert names(mention_of(text, "release"), "target") == ["Ada Zulu"]


def test_the_day_before_a_crowd_is_no_part_of_its_name() -> None:
    assert names(mention_of("On 2 May crowds marched in Lusaka.", "protest"), "actor") == ["crowds"]


def test_leaders_who_meet_are_the_leaders() -> None:
    text = "EU leaders meeting in Brussels on 4 May agreed to close the airspace to Zambia's carriers."
    assert names(mention_of(text, "sanction"), "actor") == ["EU leaders"]


ZAMBIA = "Zambia marks its day of the dead. Crowds filled the square in Lusaka, the capital of Zambia. "


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (ZAMBIA + "On 3 May our Government broke off diplomatic relations with Peru.", ["Zambia"]),
        (ZAMBIA + "The Council of Ministers severed diplomatic relations with Peru on 3 May.", ["Zambia"]),
        (ZAMBIA + '"We cut ties with Peru on 3 May," the lawyer Ada Zulu said.', ["Zambia"]),
        (
            ZAMBIA + "The government of Malawi severed diplomatic relations with Peru on 3 May.",
            ["government of Malawi"],
        ),
    ],
)
def test_a_government_without_a_name_is_the_storys(text: str, actors: list[str]) -> None:
    assert names(mention_of(text, "diplomacy"), "actor") == actors


def test_whoever_is_released_has_been_held() -> None:
    text = (
        "Police arrested opposition leader Ada Zulu on 3 May. She had failed to stop for the car of the president.\n\n"
        "The court heard that Jon Mwila was sworn in as president last year. Her release followed talks."
    )
    assert names(mention_of(text, "release"), "target") == ["Ada Zulu"]
    told = "Police arrested editor Ada Zulu on 3 May. Her deputy Jon Mwila was released on 5 May."
    assert names(mention_of(told, "release"), "target") == ["Jon Mwila"]


def test_he_who_acts_on_him_is_the_other() -> None:
    text = "General Olu Marsh grew restless. After weeks of threats to President Jan Berg he deposed him on 4 May."
    mention = mention_of(text, "coup")
    assert names(mention, "actor") == ["Olu Marsh"]
    assert names(mention, "target") == ["Jan Berg"]


def test_penalties_with_which_a_state_answers_fall_on_somebody() -> None:
    text = "The army of Chad seized power on 3 May. Peru answered with travel bans on officers and their families."
    assert names(mention_of(text, "sanction"), "target") == ["officers", "families"]


def test_a_body_marches_where_its_members_do() -> None:
    text = "The Civic Front of Gabon is angry. A few hundred of its members marched on parliament on 3 May."
    assert names(mention_of(text, "protest"), "actor") == ["members", "Civic Front of Gabon"]
    text = "The bank of Gabon is angry. A few hundred of its critics marched on parliament on 3 May."
    assert names(mention_of(text, "protest"), "actor") == ["critics"]


def test_the_one_who_did_it_was_somebody() -> None:
    text = "After talks with the opposition the man who became prime minister of Tonga on 3 May was Pita Vaea."
    assert names(mention_of(text, "inauguration"), "actor") == ["Pita Vaea"]


def test_a_name_behind_the_day_that_opens_a_sentence_is_its_subject() -> None:
    text = "On 19 May 2000 George Bello, a failed businessman, led soldiers into parliament and toppled the president."
    assert names(mention_of(text, "coup"), "actor")[:1] == ["George Bello"]
