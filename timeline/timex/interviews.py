"""Reads the day of an interview from what stands before it: "She spoke to us by telephone on Wednesday"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from timeline.timex import periods
from timeline.timex.evidence import Evidence, Window
from timeline.timex.forms import Calendar, Found

HEAD = 900
"""Characters in which an interview is introduced."""
QUESTIONS = 3
"""So many lines that only ask make an interview."""
QUESTION = re.compile(r"(?:^|\n)[^\S\n]*[^\n]{3,240}\?[\"”’]?[^\S\n]*(?=\n|$)")
SPOKE = re.compile(
    r"\b(?:(?:spoke|talked|sat down|met)\s+(?:to|with)|(?:was|were)\s+interviewed|interviewed"
    r"|interview\s+(?:took\s+place|was\s+(?:held|conducted|recorded)))\b[^.!?\n]{0,90}\s(?:on|last)\s(?:the\smorning\sof\s)?$"
)


def from_interview(text: str, found: Sequence[Found], known: Window) -> Iterator[Evidence]:
    """Read the weekday on which an interview was held: its answers count "yesterday" from there."""
    latest = known[1]
    if latest is None or "?" not in text:
        return
    for expression in found:
        start = expression.span.start
        if start > HEAD:
            return
        form = expression.form
        alone = isinstance(form, Calendar) and form.weekday and form == Calendar(weekday=form.weekday)
        if alone and SPOKE.search(text, max(0, start - 160), start) and _asks(text):
            assert isinstance(form, Calendar)
            day = dt.date.fromisoformat(periods.weekday(latest, form.weekday or 1, "", ""))
            yield Evidence("dateline", f"the interview was held on {expression.span.text}", ((day, None),), day)
            return


def _asks(text: str) -> bool:
    return sum(1 for _ in QUESTION.finditer(text)) >= QUESTIONS
