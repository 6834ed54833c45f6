"""What was said around an offset is found as if all of it were gone through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.frames.claims.attribution import Attribution, Sayings

_OFFSETS = st.integers(0, 3200)


def _said(cue: int, start: int, length: int) -> Attribution:
    return Attribution("Ada Lund", cue, cue + 8, cue, cue + 8, "said", cue, "statement", start, start + length, 0)


@given(st.lists(st.builds(_said, _OFFSETS, _OFFSETS, st.integers(0, 2500))), _OFFSETS)
def test_what_lies_around_an_offset_is_found_in_order(items: list[Attribution], offset: int) -> None:
    assert Sayings(items).over(offset) == [item for item in items if item.covers(offset)]


@given(st.lists(st.builds(_said, st.integers(0, 3), _OFFSETS, _OFFSETS)), st.lists(st.integers(0, 3)))
def test_what_a_cue_opens_is_found_in_order(items: list[Attribution], cues: list[int]) -> None:
    assert Sayings(items).cued(cues) == [item for item in items if item.cue_start in cues]
