"""Sentences that speak of words just told: "he made these statements on Thursday, according to the agency"."""

from __future__ import annotations

import re

_VERBS = ("made ", "delivered ", "issued ", "gave ")
_MADE = re.compile(
    r"\b(?:made|delivered|issued|gave) (?:these|those|this|the|his|her|their) "
    r"(?:statements?|remarks?|comments?|accusations?|claims?|allegations?|announcement|speech|address)\b"
)


def speaks_of_words(text: str) -> bool:
    """Whether a sentence tells when, where or through whom the words before it were said."""
    return any(verb in text for verb in _VERBS) and _MADE.search(text) is not None
