"""The marks before the questions and answers of an interview: "Q.", "A:", "SL:"; they are no words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Label = Literal["question", "answer", ""]

_QUESTION = re.compile(r"Q\b|Question\b")
_MARKED = re.compile(r"(?:(?:Question|Answer|Q|A) ?[:.]|[A-Z]{2,4}:)[^\S\n]+(?=\S)")  # "SL:" answers too
_ENOUGH = 2  # of each: "A. Smith" may begin a paragraph too


def label_ends(text: str, starts: Sequence[int]) -> dict[int, int]:
    """Where the label ends that begins each of some paragraphs; empty where they are no interview.

    ``starts`` are the offsets at which the paragraphs begin.
    """
    found = {start: match.end() for start in starts if (match := _MARKED.match(text, start))}
    kinds = [_kind(text, start) for start in found]
    return found if min(kinds.count("question"), kinds.count("answer")) >= _ENOUGH else {}


def label_before(text: str, start: int) -> Label:
    """Which label stands on the line before an offset at which a sentence begins."""
    line = text.rfind("\n", 0, start) + 1
    while line < start and text[line].isspace():
        line += 1
    marked = _MARKED.match(text, line)
    return _kind(text, line) if marked and marked.end() == start else ""


def _kind(text: str, start: int) -> Label:
    return "question" if _QUESTION.match(text, start) else "answer"
