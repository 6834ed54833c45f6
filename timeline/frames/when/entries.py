"""The entries of a live page: each is headed by the hour at which it was written, and tells what has just happened.

"19:05 General detained. The general has been seized by police" is of the day of the entry: that of the page, or the one
that a line of its own names above ("WEDNESDAY").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.frames.when.intervals import STORY_DAY, days
from timeline.models import DateExpression, EventDate, Publication, Sentence

_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*(?:[ap]\.?m\b\.?|GMT|UTC))?(?=\s|$)", re.IGNORECASE)
_ENTRIES = 3
"""So many paragraphs headed by an hour make a live page."""


def openings(sentences: Iterable[Sentence]) -> dict[int, Sentence]:
    """The first sentence of each paragraph."""
    found: dict[int, Sentence] = {}
    for sentence in sentences:
        found.setdefault(sentence.paragraph, sentence)
    return found


def entry_days(
    opening: Mapping[int, Sentence], expressions: Sequence[DateExpression], publication: Publication
) -> dict[int, dt.date]:
    """The day of each paragraph that is part of an entry; none where the page is not a live one, or has no day.

    ``opening`` are the first sentences of all paragraphs.
    """
    hours = {paragraph: hour for paragraph, line in opening.items() if (hour := _HOUR.match(line.span.text))}
    day = publication.anchor
    if day is None or len(hours) < _ENTRIES:
        return {}
    named = dict(_headings(opening, expressions))
    found: dict[int, dt.date] = {}
    headed = False
    for paragraph, line in opening.items():
        day, hour = named.get(paragraph, day), hours.get(paragraph)
        if hour or headed:
            found[paragraph] = day
        headed = hour is not None and line.kind != "body"
    return found


def entered(day: dt.date) -> EventDate:
    """The date of what an entry of a day tells as just done."""
    return replace(days(day, day), basis="anchored", rule=STORY_DAY, anchor=f"the entry of {day}")


def _headings(opening: Mapping[int, Sentence], expressions: Sequence[DateExpression]) -> Iterator[tuple[int, dt.date]]:
    """The days that stand in a line of their own."""
    alone = {(sentence.span.start, sentence.span.end): paragraph for paragraph, sentence in opening.items()}
    for expression in expressions:
        paragraph = alone.get((expression.span.start, expression.span.end))
        day = expression.start if expression.type == "DATE" else None
        if paragraph is not None and day is not None and day == expression.end:
            yield paragraph, day
