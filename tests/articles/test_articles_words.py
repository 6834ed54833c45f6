"""The words of a text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.words import words_in


@given(st.text(st.sampled_from("aZé’'-_ 7%\n²İ.")))
def test_words_are_runs_of_letters_whatever_stands_beside_them(text: str) -> None:
    assert words_in(text) == frozenset(re.findall(r"[^\W\d_]+", text.lower()))
