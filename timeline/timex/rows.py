"""Date expressions as the rows of ``timeline dates``: TIMEX3 terms and offsets, nothing of how they were found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from timeline.models import DateExpression

COLUMNS = ("article_id", "start", "end", "text", "type", "value", "mod", "edtf")


class TimexRow(TypedDict):
    """One line of ``timeline dates --format jsonl``; offsets count code points, "" is unknown or none."""

    article_id: str
    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str
    edtf: str


def to_timex_rows(article_id: str, expressions: Iterable[DateExpression]) -> list[TimexRow]:
    """Give one row per expression, in the order of the text."""
    return [
        TimexRow(
            article_id=article_id,
            start=expression.span.start,
            end=expression.span.end,
            text=expression.span.text,
            type=expression.type,
            value=expression.value,
            mod=expression.mod,
            edtf=expression.edtf,
        )
        for expression in expressions
    ]
