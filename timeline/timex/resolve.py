"""Gives every expression its value: one fold over the text, in which expressions and events date each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from timeline.models import DateBasis, DateExpression, EventAnchor, Publication, ReferenceEvent
from timeline.timex.answers import Answer, Context, answer
from timeline.timex.focus import Focus
from timeline.timex.forms import Calendar, Found
from timeline.timex.values import bounds, edtf, is_day

GRAIN_BY_LENGTH = {10: "D", 4: "Y", 3: "DE", 2: "CE"}


def resolve(
    text: str,
    found: Sequence[Found],
    publication: Publication,
    anchors: Sequence[EventAnchor] = (),
    references: Sequence[ReferenceEvent] = (),
) -> tuple[DateExpression, ...]:
    """Resolve expressions in text order; the result has the order and length of ``found``.

    What nothing decides keeps value "" or a partial one (``XXXX-07-28``) and basis unknown, never the publication day.
    """
    focus = Focus(sorted(anchors, key=lambda anchor: anchor.start))
    named = {event.expression: event for event in references if event.expression is not None}
    now = publication.anchor or (publication.earliest if publication.earliest == publication.latest else None)
    out: list[DateExpression] = []
    for index, expression in enumerate(found):
        context = _context(found, index, focus, publication, now, out)
        given = _answer(expression, context, publication, named.get(index))
        focus.values.append(given.value)
        _note(focus, expression, given.value)
        out.append(_expression(expression, given))
    return tuple(out)


def _context(
    found: Sequence[Found],
    index: int,
    focus: Focus,
    publication: Publication,
    now: dt.date | None,
    out: list[DateExpression],
) -> Context:
    expression = found[index]
    basis: DateBasis = "inferred" if publication.basis == "inferred" else "relative"
    why = f"published {now.isoformat()}" if now else ""
    year, month = _in_force(found, index, now, out)
    return Context(now, why, basis, focus, expression.span.start, 0, expression.direction, year, month)


def _in_force(
    found: Sequence[Found], index: int, now: dt.date | None, out: list[DateExpression]
) -> tuple[int | None, str]:
    """Give the year and the month in force: the other end of a range, or an explicit year just before."""
    expression = found[index]
    if expression.range_end is not None and expression.range_end < len(found):
        form = found[expression.range_end].form
        if isinstance(form, Calendar) and form.year is not None and form.month is not None:
            return form.year, ""
    if index == 0:
        return None, ""
    before, form = out[index - 1], found[index - 1].form
    near = expression.span.start - before.span.end < 120 and before.sentence == expression.sentence
    if not near:
        return None, ""
    month = before.value if len(before.value) == 7 and before.value[5:].isdigit() else ""
    explicit = isinstance(form, Calendar) and form.year is not None and (form.month is None or expression.relation == "to")
    year = int(before.value[:4]) if explicit and before.value[:4].isdigit() else None
    if year is not None and (now is None or year == now.year or expression.direction == "future"):
        year = None
    return year, month


def _answer(
    expression: Found, context: Context, publication: Publication, reference: ReferenceEvent | None
) -> Answer:
    given = answer(expression.form, context)
    if given.value and not given.value.startswith("XXXX"):
        return given
    if reference is not None and publication.anchor is None:
        known = _by_reference(expression, reference, publication)
        if known:
            return Answer(known, reference.description, "inferred")
    return _by_window(expression, context, publication) or given


def _by_reference(expression: Found, reference: ReferenceEvent, publication: Publication) -> str:
    """Give the day of a known event that an expression stands for, if just one is left by the window."""
    form = expression.form
    days = [
        day for day in reference.dates
        if (publication.latest is None or day <= publication.latest) and (
            not isinstance(form, Calendar)
            or ((form.month in (None, day.month)) and (form.day in (None, day.day))
                and (form.weekday in (None, day.isoweekday()))))
    ]  # fmt: skip
    if isinstance(form, Calendar) and form.weekday and publication.earliest:
        days = [day for day in days if (publication.earliest - day).days <= 6]
    return days[0].isoformat() if len(days) == 1 else ""


def _by_window(expression: Found, context: Context, publication: Publication) -> Answer | None:
    """Answer from a window of publication days, where its first and last day give the same value."""
    first, last = publication.earliest, publication.latest
    if context.now is not None or first is None or last is None or (last - first).days > 400:
        return None
    why = f"published between {first.isoformat()} and {last.isoformat()}"
    given = [
        answer(expression.form, Context(day, why, "inferred", context.focus, context.offset, 0, context.direction))
        for day in (first, last)
    ]
    return given[0] if given[0].value == given[1].value and given[0].value else None


def _note(focus: Focus, expression: Found, value: str) -> None:
    if not value or expression.type not in ("DATE", "TIME"):
        return
    offset = expression.span.start
    if is_day(value):
        focus.note(value[:10], "D", offset)
        if "T" in value:
            focus.note(value, "T", offset)
    elif bounds(value):
        grain = GRAIN_BY_LENGTH.get(len(value)) or {"W": "W", "Q": "Q", "H": "Q"}.get(value[5:6])
        focus.note(value, grain or ("M" if value[5:].isdigit() else "Q"), offset)


def _expression(expression: Found, given: Answer) -> DateExpression:
    stretch = bounds(given.value) if expression.type in ("DATE", "TIME") else None
    start, end = stretch if stretch else (given.start, given.end)
    written = edtf(given.value, expression.mod) if expression.type in ("DATE", "TIME") else ""
    return DateExpression(
        expression.span, expression.sentence, expression.type, given.value, expression.mod, written, start, end,
        expression.relation, expression.range_end, expression.rule, given.why, given.basis, given.rivals,
    )  # fmt: skip


