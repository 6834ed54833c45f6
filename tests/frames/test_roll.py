"""Names are looked up by their words."""

from __future__ import annotations

import pytest

from timeline.frames.naming.roll import Roll

ROLL = Roll([("ana", "maria", "lopes"), ("rui", "lopes", "brandt"), ("eva", "stone"), ("ida", "stone"), ("kim", "kim")])


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("ana maria lopes", "ana maria lopes"),
        ("ana lopes", "ana maria lopes"),
        ("lopes", "ana maria lopes"),  # one name ends with it, and another only has it inside
        ("brandt", "rui lopes brandt"),
        ("rui", "rui lopes brandt"),
        ("stone", None),  # two can be meant
        ("eva stone", "eva stone"),
        ("lopes ana", None),  # in this order nobody is
        ("ana stone", None),
        ("nobody", None),
        ("kim", "kim kim"),
        ("kim kim kim", None),
        ("", None),
    ],
)
def test_a_short_name_means_the_only_name_that_fits(words: str, meant: str | None) -> None:
    assert ROLL.meant(tuple(words.split())) == (None if meant is None else tuple(meant.split()))


def test_one_name_of_two_people_means_neither() -> None:
    assert Roll([("eva", "stone"), ("eva", "stone")]).meant(("eva", "stone")) is None


def test_a_name_is_held_if_any_full_name_has_its_words_in_order() -> None:
    assert ROLL.holds(("stone",)) and ROLL.holds(("ana", "lopes")) and not ROLL.holds(("lopes", "ana"))
    assert not Roll().holds(("ana",)) and not ROLL.holds(())
