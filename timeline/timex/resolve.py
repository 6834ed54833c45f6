"""Gives every expression its value: one fold over the text, in which expressions and events date each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from timeline.models import DateBasis, DateExpression, EventAnchor, Publication, ReferenceEvent
from timeline.timex.answers import answer
from timeline.timex.arithmetic import add_days, at_grain
from timeline.timex.calendar_answers import calendar_value
from timeline.timex.context import Answer, Context, answer_fixed
from timeline.timex.evidence import dateline
from timeline.timex.focus import Focus
from timeline.timex.forms import (
    Calendar,
    Clock,
    CountedLength,
    Fixed,
    Form,
    Found,
    Holiday,
    Inside,
    Period,
    Relative,
    Same,
)
from timeline.timex.in_force import bears_year, in_force
from timeline.timex.masthead import head_date
from timeline.timex.nowadays import nowadays
from timeline.timex.values import bounds, day_in, edtf, is_day

ENDED = frozenset({"ended", "ending", "to", "that ended", "that ended on", "which ended", "through"})
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
    focus = Focus(sorted(anchors, key=lambda anchor: anchor.start), text)
    line, head = dateline(text, found), head_date(text, found)
    named = {event.expression: event for event in references if event.expression is not None}
    now = publication.anchor or (publication.earliest if publication.earliest == publication.latest else None)
    focus.now = now
    out: list[DateExpression] = []
    for index, expression in enumerate(found):
        form = expression.form
        if isinstance(form, Fixed) or (isinstance(form, Calendar) and form.year is not None):
            given = answer_fixed(form)
        else:
            context = _context(text, found, index, focus, publication, now, out)
            given = _answer(expression, context, publication, named.get(index))
        if nowadays(text, found, index):
            given = Answer("PRESENT_REF", "set against the past told just before it", "stated")
        focus.values.append(given.value)
        outside = expression.span.start == head or (line is not None and line[0] is expression)
        _note(focus, expression, given, outside)
        _note_period(text, focus, found, index, given.value)
        out.append(_expression(expression, given))
    return tuple(out)


def _context(
    text: str,
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
    year, month = (None, "") if _alone(expression.form) else in_force(text, found, index, now, out)
    ends = (
        index > 0
        and expression.relation == "to"
        and not isinstance(expression.form, Clock)
        and found[index - 1].range_end == index
    )
    return Context(
        now, why, basis, focus, text, expression.span.start, expression.direction, year, month, expression.sure,
        out[index - 1].start if ends else None, _end_of_range(found, index, now),
    )  # fmt: skip


def _end_of_range(found: Sequence[Found], index: int, now: dt.date | None) -> dt.date | None:
    """Give the day that closes the range an expression opens, where its words name month and day."""
    closing = found[index].range_end
    form = found[closing].form if closing is not None and closing < len(found) else None
    if closing is None or not isinstance(form, Calendar) or not (form.month and form.day):
        return None
    return day_in(calendar_value(form, now, found[closing].direction, None)[0])


def _alone(form: Form) -> bool:
    """Tell whether a form needs no year or month from the words around it."""
    if isinstance(form, Calendar):
        return form.year is not None or (form.month is None and form.day is None)
    return not isinstance(form, Period | Holiday | Inside)


def _answer(expression: Found, context: Context, publication: Publication, reference: ReferenceEvent | None) -> Answer:
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
        answer(expression.form, replace(context, now=day, now_why=why, now_basis="inferred")) for day in (first, last)
    ]
    return given[0] if given[0].value == given[1].value and given[0].value else None


def _only_compared(form: Form, value: str) -> bool:
    """Tell whether a quarter or month is only what another is compared with: the story stays where it is."""
    comparison = isinstance(form, Same) or (isinstance(form, Relative) and form.compared)
    return comparison and len(value) == 7


LENGTHS = {"P3M": "Q", "P13W": "Q", "P6M": "HY", "P26W": "HY"}
"""Lengths that companies report by, and what they are parts of."""


def _note_period(text: str, focus: Focus, found: Sequence[Found], index: int, value: str) -> None:
    """Remember "the three months ended June 30" as a quarter: what "a year earlier" is compared with."""
    if index == 0 or not is_day(value):
        return
    before, span = found[index - 1], found[index].span
    unit = LENGTHS.get(before.form.value) if isinstance(before.form, Fixed | CountedLength) else None
    if unit and text[before.span.end : span.start].strip(" ,").lower() in ENDED:
        day = day_in(value)
        inside = add_days(day, -45 if unit == "Q" else -90) if day else None
        if inside:
            focus.note(at_grain(inside, unit), "Q", before.span.start)


def _note(focus: Focus, expression: Found, given: Answer, in_dateline: bool) -> None:
    value = given.value
    if not value or expression.type not in ("DATE", "TIME") or _only_compared(expression.form, value):
        return
    offset = expression.span.start
    told_year = str(focus.now.year) if focus.now else ""
    dated = not in_dateline and (
        bears_year(expression.form) or (given.basis == "anchored" and value[:4] not in ("XXXX", told_year))
    )
    if is_day(value):
        if expression.rule != "last_night" and not _borrows_day(expression.form):
            focus.note(value[:10], "D", offset, may_lead=not in_dateline, dated=dated)
        if "T" in value:
            focus.note(value, "T", offset)
    elif value.startswith("FY"):
        focus.note(value[2:], "Y", offset, dated=True)
    elif bounds(value):
        grain = GRAIN_BY_LENGTH.get(len(value)) or {"W": "W", "Q": "Q", "H": "Q"}.get(value[5:6])
        stated = bears_year(expression.form)
        focus.note(value, grain or ("M" if value[5:].isdigit() else "Q"), offset, dated=dated, stated=stated)


def _borrows_day(form: Form) -> bool:
    """Tell whether a time of day has its day from what was told before it."""
    return isinstance(form, Clock) and form.of is None


def _expression(expression: Found, given: Answer) -> DateExpression:
    stretch = bounds(given.value) if expression.type in ("DATE", "TIME") else None
    start, end = stretch if stretch else (given.start, given.end)
    written = edtf(given.value, expression.mod) if expression.type in ("DATE", "TIME") else ""
    return DateExpression(
        expression.span, expression.sentence, expression.type, given.value, expression.mod, written, start, end,
        expression.relation, expression.range_end, expression.rule, given.why, given.basis, given.rivals,
    )  # fmt: skip
