"""What stands before the words of somebody: "Q.", "A:", "SL:" in an interview, "Ana Lopes, a teacher:" over a voice.

The former are no words of a sentence, the latter are none of the sentence that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Label = Literal["question", "answer", ""]

_QUESTION = re.compile(r"Q\b|Question\b")
_BOLD = r"\*\*[A-Z][\w .'’-]{0,40}:(?:\*\*)?"  # "**Ana Lopes:** No." answers "**The Lamp: Is it over?**"
_MARKED = re.compile(rf"(?:(?:Question|Answer|Q|A) ?[:.]|[A-Z]{{2,4}}:|{_BOLD})[^\S\n]+(?=\S)")  # "SL:" answers too
_CAPTION = re.compile(
    r"(?:[A-Z][\w.'’-]*+ (?:(?:al|bin|da|de|der|dos|el|of|van|von) )?){1,5}[A-Z][\w.'’-]*+(?:, [^\n:;.!?“”\"]{1,60}+)?:"
    r"(?=[^\S\n]+[“\"])"
)
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


def caption_end(text: str, start: int) -> int:
    """Where the name ends that stands over quoted words from an offset on; the offset if none does."""
    found = _CAPTION.match(text, start)
    return found.end() if found else start


def _kind(text: str, start: int) -> Label:
    label = _MARKED.match(text, start)
    asked = label is not None and text.startswith("**", start) and "**" not in text[start + 2 : label.end()]
    return "question" if asked or _QUESTION.match(text, start) else "answer"
