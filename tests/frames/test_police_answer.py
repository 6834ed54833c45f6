"""What police do about a protest goes on with the one told before; alone, or elsewhere, it tells of one."""

from __future__ import annotations

import timeline

_MARCHED = "Thousands of workers marched through Tarka on Friday against the government of President Ada Brask. "


def _events(text: str) -> list[bool]:
    found = timeline.mentions(text, published="2023-09-25")
    return [item.realis == "actual" for item in found if item.event_type == "protest"]


def test_tear_gas_behind_a_march_is_no_second_one() -> None:
    assert _events(_MARCHED + "Officers fired tear gas at several thousand of them at dusk.").count(True) == 1


def test_tear_gas_alone_tells_of_one() -> None:
    assert _events("Police fired tear gas in the square outside parliament on Friday.") == [True]


def test_tear_gas_elsewhere_tells_of_another() -> None:
    assert _events(_MARCHED + "Police fired tear gas in Nairobi on Saturday.").count(True) == 2
