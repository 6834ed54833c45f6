"""Reads the day an article appeared from its head: "Published: 3 May 2014", "World Briefing | Sunday, July 1, 2012"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from timeline.timex.arithmetic import day_of
from timeline.timex.evidence import Evidence, day_form
from timeline.timex.find import find
from timeline.timex.forms import Calendar, Found

HEAD = 600
"""Characters in which the head of an article lies."""
LINES = 8
NAMED_LINES = 2
"""Lines at the top in which the name of a publication stands before its date."""
LABEL = (
    r"(?i:(?:(?:first |last )?(?:published|posted|updated|modified|filed|released|issued|aired|broadcast)(?: on| at)?"
    r"|(?:publication )?date|(?:for the )?week ending)\s*:?)"
)
AUTHOR = r"(?:By|by|BY) [^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,7}"
BEFORE = re.compile(
    rf"(?P<label>{LABEL}|{AUTHOR}\s*[,(–—-]?\s*{LABEL}?|[^\n]{{0,120}}(?:[|·•]|\s[–—])\s*{LABEL}?"
    rf"|[^\n]{{0,120}}[:,]\s*{LABEL})?[(\[]?"
)
"""What may stand before the date in its line: a label, the author, a part closed by a rule, or nothing."""
NAMED = re.compile(r"[^\n.!?;]{3,90}[,:]\s*(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?[(\[]?")
"""What names the publication in the first line of a text: "AFRICA THIS MORNING, "."""
PLACED = re.compile(
    r"(?:(?:[^\W\d_a-z]|[ .'’-]){3,40}|[^\W\d_a-z][\w.'’]+(?:[ -][^\W\d_a-z][\w.'’]+){0,2})"
    r",\s*(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?"
)
"""What opens a report that tells place and day in a sentence of its own: "Lusaka, Wednesday 3 May 2023. We met"."""
PLACED_LINES = 4
AFTER = re.compile(
    r"[)\]]?\s*(?:(?:[,|·•–—-]|at)?\s*\d{1,2}(?:[:.]\d\d|\d\d(?=\s*(?:GMT|UTC)))\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"(?:\s*(?:[A-Z]{2,4}|\([^()\n]{2,30}\)|local time))?)?\s*"
    r"(?:(?:[|·•:]|[–—]\s)[^\n]*|\.)?"
)
"""What may stand after it: a clock time with its zone or place, a part opened by a rule, or nothing."""
YEAR_NEAR_END = re.compile(r"(?:\d{4}|['’‘]\d\d|\d[/.-]\d\d|nineteen)[^\n]{0,80}(?:[|·•:–—-]|$)", re.MULTILINE)
"""The year of a date that stands alone, and what ends such a date: most texts begin without one."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A full date that stands alone in its line, and whether a label, author or rule says that it is no heading."""

    expression: Found
    day: dt.date
    labelled: bool


def from_head(title: str, text: str) -> Iterator[Evidence]:
    """Read the date in title or first lines that says when the article appeared.

    One inside a headline or sentence ("the massacre of 3 May 1998") is none. Dates that head the entries of a
    chronology are none either: of several without a label nothing is taken.
    """
    chosen = next((one for one in _alone(title[:HEAD]) if one.labelled), None) or _chosen(text)
    if chosen:
        words = f"the head of the article says {chosen.expression.span.text}"
        yield Evidence("dateline", words, ((chosen.day, chosen.day),), chosen.day, True)


def head_date(text: str, found: Sequence[Found]) -> int:
    """Give the offset of the date in the head of a text that says when it appeared, -1 if none of ``found`` does."""
    told = any(_full(one) for one in takewhile(lambda one: one.span.start < HEAD, found))
    chosen = _chosen(text) if told else None
    return chosen.expression.span.start if chosen else -1


def _chosen(text: str) -> Alone | None:
    dates = [*_alone(text[:HEAD])]
    labelled = next((one for one in dates if one.labelled), None)
    if labelled or len({one.day for one in dates}) != 1:
        return labelled
    return dates[0]


def _alone(head: str) -> Iterator[Alone]:
    for expression in find(head) if YEAR_NEAR_END.search(head) else ():
        day = _full(expression)
        if day is None:
            continue
        start = head.rfind("\n", 0, expression.span.start) + 1
        end = head.find("\n", expression.span.end)
        line = head[start : expression.span.start].strip()
        before = BEFORE.fullmatch(line)
        after = AFTER.fullmatch(head[expression.span.end : end if end >= 0 else len(head)].strip())
        above = sum(1 for line in head[:start].split("\n") if line.strip())
        placed = above < PLACED_LINES and PLACED.fullmatch(line) and head[expression.span.end :].startswith(".")
        alone = after and ((before and above < LINES) or (above < NAMED_LINES and NAMED.fullmatch(line)))
        if alone or placed:
            yield Alone(expression, day, before is not None and before["label"] is not None)


def _full(expression: Found) -> dt.date | None:
    """Give the day of an expression that tells its year, month and day."""
    form = day_form(expression.form)
    if not isinstance(form, Calendar) or not (form.year and form.month and form.day):
        return None
    return day_of(form.year, form.month, form.day)
