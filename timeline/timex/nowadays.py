"""Tells the "today" that means nowadays from the one that is the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.timex.forms import Fixed, Form, Found, Relative

QUOTED_REACH = 240
TOLD_REACH = 160
"""Characters within which the past that "today" is set against must have been told, quoted or by the writer."""


def nowadays(text: str, found: Sequence[Found], index: int) -> bool:
    """Tell whether "today" is set against the past.

    In a quotation: the same one has just said "a year ago" or named a decade. In the writer's words: it opens a
    sentence right after one about a decade or century, and no possessive or comma makes it the day of the news.
    """
    expression = found[index]
    if index == 0 or expression.type != "DATE" or not _is_today(expression.form):
        return False
    if not expression.quoted:
        return _after_an_era(text, found[index - 1], expression)
    near = [found[back] for back in range(index - 1, max(-1, index - 4), -1)]
    before = next((one for one in near if one.rule == "ago" or _is_era(one)), None)
    return before is not None and expression.span.start - before.span.start < QUOTED_REACH and before.quoted


def _is_today(form: Form) -> bool:
    return isinstance(form, Relative) and form.unit == "D" and form.amount == 0 and form.base == "publication"


def _is_era(found: Found) -> bool:
    """Tell whether an expression names a decade or century."""
    form = found.form
    return isinstance(form, Fixed) and found.type == "DATE" and len(form.value) < 4 and form.value.isdigit()


def _after_an_era(text: str, before: Found, expression: Found) -> bool:
    span = expression.span
    between = text[before.span.end : span.start].rstrip()
    opens = span.text[0].isupper() and between[-1:] in (".", "!", "?")
    return _is_era(before) and opens and len(between) < TOLD_REACH and text[span.end : span.end + 1] == " "
