""" "Another has been called for Sunday": one more of what was told before."""

from __future__ import annotations

import pytest

import timeline

MARCHED = "Thousands of teachers marched through Lusaka on 3 May to demand higher pay."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another has been called for Sunday.", [("planned", "2023-05-14")]),
        ("Another is due on Tuesday.", [("planned", "2023-05-09")]),
        ("Another followed on 5 May.", [("actual", "2023-05-05")]),
        ("Another was hurt by a stone.", []),
        ("Another has a shop on the square.", []),
    ],
)
def test_another_of_the_same(text: str, expected: list[tuple[str, str]]) -> None:
    found = timeline.mentions(f"{MARCHED} {text}", published="2023-05-08")
    told = [(item.realis, item.date.edtf) for item in found if item.event_type == "protest"]
    assert told == [("actual", "2023-05-03"), *expected]
