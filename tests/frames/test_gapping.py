"""One verb for two acts, each with its day: the second is an act of its own; of one day it is not."""

from __future__ import annotations

import pytest

import timeline


def _days(text: str, event_type: str) -> list[tuple[str, list[str]]]:
    found = [item for item in timeline.mentions(text, published="2023-09-25") if item.event_type == event_type]
    return [(item.date.edtf, [who.name for who in item.participants if who.role == "target"]) for item in found]


@pytest.mark.parametrize(
    ("text", "event_type", "days"),
    [
        (
            "Norway broke relations with Portugal on May 3 and with Spain on May 17.",
            "diplomacy",
            [("2023-05-03", ["Portugal"]), ("2023-05-17", ["Spain"])],
        ),
        (
            "Norway expelled Portugal's ambassador in May 2015, saying he had spied, and two attachés in June 2016.",
            "diplomacy",
            [("2015-05", ["Portugal's ambassador", "Portugal"]), ("2016-06", ["attachés", "Portugal"])],
        ),
        (
            "Norway expelled Portugal's consul in May 2015 and, in June 2016, the ambassador of Spain.",
            "diplomacy",
            [("2015-05", ["Portugal's consul", "Portugal"]), ("2016-06", ["ambassador of Spain", "Spain"])],
        ),
        (
            "Norway expelled the consul in May and, in June, the ministry apologised.",
            "diplomacy",
            [("2023-05", ["consul"])],
        ),
        (
            "Norway recalled its envoy from Lima on Monday and from Madrid on Wednesday.",
            "diplomacy",
            [("2023-09-25", ["Lima"]), ("2023-09-20", ["Madrid"])],
        ),
        (
            "Otto Lund was detained on Monday and his wife on Tuesday.",
            "detention",
            [("2023-09-25", ["Otto Lund"]), ("2023-09-19", ["wife"])],
        ),
        (
            "Otto Lund and Ada Berg were detained on Monday, followed by Jan Maas on Tuesday.",
            "detention",
            [("2023-09-25", ["Otto Lund", "Ada Berg"]), ("2023-09-19", ["Jan Maas"])],
        ),
        ("Otto Lund was detained in May, followed by a trial in June.", "detention", [("2023-05", ["Otto Lund"])]),
        (
            "Nine hostages had been let go on Wednesday night and four women on June 25.",
            "release",
            [("2023-09-20", ["hostages"]), ("2023-06-25", ["women"])],
        ),
        (
            "Otto Lund had been behind bars since April 2021 and Ada Brask since July 2022.",
            "detention",
            [("2021-04", ["Otto Lund"]), ("2022-07", ["Ada Brask"])],
        ),
    ],
)
def test_each_has_its_day(text: str, event_type: str, days: list[tuple[str, list[str]]]) -> None:
    assert _days(text, event_type) == days


@pytest.mark.parametrize(
    "text",
    [
        "Norway expelled Portugal's ambassador and two attachés in June 2016.",
        "Norway expelled Portugal's ambassador in May and June 2016.",
    ],
)
def test_two_of_one_day_are_one_act(text: str) -> None:
    assert len(_days(text, "diplomacy")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Otto Lund was detained on Monday and his wife said on Tuesday that he was ill.",
        "Otto Lund was detained in May and June in Tarka.",
        "Police arrested the mayor in May and Chile won the cup in June.",
    ],
)
def test_a_second_clause_is_none(text: str) -> None:
    assert len(_days(text, "detention")) == 1
