"""The words of a text or a sentence, found once for all who ask which words it has."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_APART = str.maketrans({code: " " for code in range(128) if not chr(code).isalpha()})


@lru_cache(maxsize=2048)  # the articles that are read together, and their sentences
def words_in(text: str) -> frozenset[str]:
    """The words of a text, lower case, without numbers."""
    if text.isascii():  # the same, twice as fast
        return frozenset(text.lower().translate(_APART).split())
    return frozenset(_WORD.findall(text.lower()))
