"""Dates in English news: find them, say what they mean, date the article itself, mark them in a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from timeline.models import DateExpression, EventAnchor, Publication, ReferenceEvent, Sentence
from timeline.timex.find import find
from timeline.timex.forms import Found
from timeline.timex.page import render_html
from timeline.timex.publication import date_article, date_text
from timeline.timex.resolve import resolve
from timeline.timex.rows import TimexRow, to_timex_rows

__all__ = ["Found", "TimexRow", "date_article", "dates", "find", "render_html", "resolve", "to_timex_rows"]


def dates(
    text: str,
    published: str | dt.date | None = None,
    sentences: Sequence[Sentence] | None = None,
    anchors: Sequence[EventAnchor] = (),
    references: Sequence[ReferenceEvent] = (),
) -> tuple[DateExpression, ...]:
    """Find and resolve the date expressions of a bare text.

    ``published`` is the publication day as a date or EDTF; without it the text is dated from its own evidence.
    """
    found = find(text, sentences)
    publication: Publication = date_text(text, found, published, references)
    return resolve(text, found, publication, anchors, references)
