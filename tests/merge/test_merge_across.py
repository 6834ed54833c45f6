"""Articles tell one event when type, country and narrow dates agree, and people or places are shared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_making import (
    across,
    article,
    body,
    bounded,
    crowd,
    merged,
    on,
    people,
    person,
    state,
    tell,
)

DAY = {"day": "2031-05-04", "country": "ZMB"}
PERU = (state("Peru", "PER"), person("Odinga"))
CONGRATULATED = {"mode": "recognises", "country": "KEN"}

WIRE = "Soldiers *held* several teachers overnight in the hills above the town, a union said."

JOINED = {
    "same person": [
        tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), **DAY),
        tell("detention", "Police *held* Lopes.", person("Lopes"), **DAY),
    ],
    "same place": [
        tell("protest", "Miners *marched* in Kitwe.", place="Kitwe", **DAY),
        tell("protest", "Kitwe saw a *march*.", place="Kitwe", **DAY),
    ],
    "same number": [
        tell("detention", "Police *held* 212 people.", figures=[people(212)], **DAY),
        tell("detention", "The *arrests* numbered 212.", figures=[people(212)], **DAY),
    ],
    "an election of one day": [
        tell("election", "Zambia *voted*.", **DAY),
        tell("election", "The *poll* was calm.", **DAY),
    ],
    "overlapping narrow dates": [
        tell("protest", "Miners *marched* in Kitwe.", place="Kitwe", **DAY),
        tell("protest", "Kitwe saw *marches*.", place="Kitwe", date=on("2031-05-03/2031-05-04"), country="ZMB"),
    ],
    "one decision, bounded by one election": [
        tell("recognition", "Peru *congratulated* Odinga.", *PERU, date=bounded("2031-05-04/.."), **CONGRATULATED),
        tell("recognition", "Peru *congratulated* Odinga.", *PERU, date=bounded("2031-05-04/2031-05-09"),
             **CONGRATULATED),
    ],
}  # fmt: skip

APART = {
    "nothing shared but the day": [
        tell("detention", "Police *held* some miners.", crowd("miners"), **DAY),
        tell("detention", "Police *held* some nurses.", crowd("nurses"), **DAY),
    ],
    "two places": [
        tell("protest", "Miners *marched* in Kitwe.", place="Kitwe", **DAY),
        tell("protest", "Miners *marched* in Lusaka.", place="Lusaka", **DAY),
    ],
    "two people": [
        tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), **DAY),
        tell("detention", "Juma Otieno was *arrested*.", person("Juma Otieno"), **DAY),
    ],
    "same person on two days": [
        tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), **DAY),
        tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), day="2031-05-06", country="ZMB"),
    ],
    "same person, a whole year": [
        tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), **DAY),
        tell("detention", "Ana Lopes was *arrested* in 2031.", person("Ana Lopes"), date=on("2031"), country="ZMB"),
    ],
    "no date in one": [
        tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), **DAY),
        tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), country="ZMB"),
    ],
    "two countries": [
        tell("election", "Zambia *voted*.", **DAY),
        tell("election", "Malawi *voted*.", day="2031-05-04", country="MWI"),
    ],
    "two offices": [
        tell("election", "Zambia held a presidential *election*.", **DAY),
        tell("election", "Zambia held local *elections*.", **DAY),
    ],
    "two stances": [
        tell("recognition", "Peru *congratulated* Odinga.", *PERU, day="2031-05-04", **CONGRATULATED),
        tell("recognition", "Peru *rejected* Odinga.", *PERU, day="2031-05-04", mode="refuses", country="KEN"),
    ],
    "two recognising states": [
        tell("recognition", "Peru *congratulated* Odinga.", *PERU, day="2031-05-04", **CONGRATULATED),
        tell("recognition", "Chile did *so* too.", state("Chile", "CHL"), person("Odinga"), day="2031-05-04",
             **CONGRATULATED),
    ],
    "statements": [
        tell("statement", "Lopes *warned* the judges.", person("Lopes", "actor"), **DAY),
        tell("statement", "Lopes *accused* the judges.", person("Lopes", "actor"), **DAY),
    ],
}  # fmt: skip


@pytest.mark.parametrize("tells", JOINED.values(), ids=JOINED)
def test_joined(tells):
    assert across(*tells) == [[0, 1]]


@pytest.mark.parametrize("tells", APART.values(), ids=APART)
def test_apart(tells):
    assert across(*tells) == [[0], [1]]


def test_agency_copy_is_one_event_even_without_a_date():
    told = tell("detention", WIRE, crowd("teachers"), country="ZMB")
    assert across(told, told, told) == [[0, 1, 2]]
    event = merged(article("a", told), article("b", told)).events[0]
    assert sorted(event.joined_by) == ["first", "same sentence word for word"]


def test_agency_copy_of_two_weeks_is_two_events():
    told = [tell("detention", WIRE, crowd("teachers"), day=day) for day in ("2031-05-04", "2031-05-11")]
    assert across(*told) == [[0], [1]]


def test_a_short_sentence_is_no_copy():
    told = tell("detention", "Police *held* some teachers.", crowd("teachers"), country="ZMB")
    assert across(told, told) == [[0], [1]]


def test_the_reason_is_kept():
    event = merged(*[article(f"a{n}", t) for n, t in enumerate(JOINED["same place"])]).events[0]
    assert sorted(event.joined_by) == ["first", "same type, country and date 2031-05-04, same place Kitwe"]


ARTICLES = [
    article(
        f"a{number}",
        tell("protest", "Miners *marched* in Kitwe.", body("Miners Union"), place=place, **DAY),
        tell("detention", "Police *held* Ana Lopes.", person(name), **DAY),
        tell("election", "Zambia *voted*.", day=f"2031-05-{4 + number % 3:02}", country="ZMB"),
        tell("detention", WIRE, crowd("teachers"), date=on("" if number % 2 else "2031-05-02")),
        tell("recognition", "Peru *congratulated* Odinga.", *PERU, date=bounded("2031-05-04/.."), **CONGRATULATED),
        published=published,
    )
    for number, (place, name, published) in enumerate(
        [
            ("Kitwe", "Ana Lopes", "2031-05-06"),
            ("", "Lopes", "2031-05-05"),
            ("Lusaka", "Ana Maria Lopes", ""),
            ("central Kitwe", "Ana Lópes", "2031-05-05"),
            ("Kitwe", "Juma Otieno", ""),
        ]
    )
]


@settings(max_examples=60, deadline=None)
@given(st.permutations(ARTICLES))
def test_the_order_of_articles_does_not_matter(order):
    assert merged(*order) == merged(*ARTICLES)


@settings(max_examples=30, deadline=None)
@given(st.permutations(ARTICLES), st.integers(1, len(ARTICLES)))
def test_every_mention_is_in_exactly_one_event(order, count):
    dataset = merged(*order[:count])
    told = [m.mention_id for event in dataset.events for m in event.mentions]
    assert sorted(told) == sorted(m.mention_id for r in dataset.results for m in r.mentions if m.is_event)
    assert all(len(event.mentions) == len(event.joined_by) for event in dataset.events)
    assert all(event.joined_by.count("first") == 1 for event in dataset.events)
