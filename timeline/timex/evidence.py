"""What tells when an article appeared: each piece of evidence as the windows of days it allows, and in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.models import PublishedBasis, ReferenceEvent
from timeline.timex.arithmetic import add_days, day_of
from timeline.timex.forms import Calendar, Clock, DayPart, Form, Found, Relative
from timeline.timex.values import bounds

Window = tuple[dt.date | None, dt.date | None]
OPEN: Window = (None, None)
DATELINE_DAYS = 3
"""A story appears within so many days of its dateline; more is a disagreement."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe that an article appeared in one of some windows."""

    basis: PublishedBasis
    words: str
    windows: tuple[Window, ...]
    anchor: dt.date | None = None
    reported: bool = False  # whether it is a conflict if no window fits


def intersect(one: Window, other: Window) -> Window | None:
    """Give the days that two windows share, None if there are none."""
    starts = [day for day in (one[0], other[0]) if day]
    ends = [day for day in (one[1], other[1]) if day]
    start, end = max(starts, default=None), min(ends, default=None)
    return None if start and end and start > end else (start, end)


def edtf_window(value: str) -> Window | None:
    """Read an EDTF date or interval as a window; None if it is neither."""
    pieces = [piece.strip("~?% ") for piece in value.split("/")]
    if len(pieces) == 1:
        return bounds(pieces[0])
    if len(pieces) != 2:
        return None
    stretches = [bounds(piece) for piece in pieces]
    if any(stretch is None and piece not in ("", "..") for stretch, piece in zip(stretches, pieces, strict=True)):
        return None
    start, end = stretches
    if start is None and end is None:
        return None
    return (start[0] if start else None, end[1] if end else None)


def from_stated(published: str) -> Iterator[Evidence]:
    """Read what the file or the dataset states."""
    window = edtf_window(published) if published else None
    if window:
        day = window[0] if window[0] == window[1] else None
        yield Evidence("stated", f"stated as {published}", (window,), day)


ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<sep>[/_.-])(?P<month>\d{1,2})(?:(?P=sep)(?P<day>\d{1,2}))?(?!\d)"
    r"|(?P<month8>[01]\d)(?P<day8>[0-3]\d)(?!\d))"
)


def from_address(url: str) -> Iterator[Evidence]:
    """Read a date in the article's address: ``/2018/05/24/``, ``/2018/05/``, ``20180524``."""
    for match in ADDRESS.finditer(url):
        year, month = int(match["year"]), int(match["month"] or match["month8"])
        day = match["day"] or match["day8"]
        written = f"{year:04d}-{month:02d}" + (f"-{int(day):02d}" if day else "")
        window = bounds(written)
        if window:
            yield Evidence("address", f"the address says {match.group()}", (window,), window[0] if day else None, True)
            return


_SOON = 5  # years after the last one that a text tells of
BEFORE_DATELINE = re.compile(
    r"(?:^|\n)[^\S\n]*(?:\W{0,3})[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,50}(?:[,(] ?[A-Z][\w.' -]{1,30}\)?)?,?\s?$"
)
AFTER_DATELINE = re.compile(r"(?:,? \d{4})?\s*(?:[(\[][^)\]\n]{2,40}[)\]]|/[^/\n]{2,30}/)?\s*(?:-{1,2}|–|—|_|:|\.\s—)")
BARE_BEFORE = re.compile(r"(?:^|\n)[^\S\n]*[A-ZÀ-Þ][\w.'’ -]{2,30}(?:, [A-Z][\w.' -]{1,30})?, $")
AFTER_WEEKDAY = re.compile(r"\s*?\n|\s+(?:-{1,2}|–|—)\s|:\s")
AGENCY_AFTER = re.compile(r"\s*[(\[/][A-Z][^)\]\n]{1,40}[)\]/]\s*(?:-{1,2}|–|—)")


def dateline(text: str, found: Sequence[Found]) -> tuple[Found, Calendar] | None:
    """Find the expression of the dateline: "CITY, July 28 (Agency) - ", in the first lines of a text."""
    for expression in found[:6]:
        form, start, end = expression.form, expression.span.start, expression.span.end
        if start > 600 or not isinstance(form, Calendar):
            continue
        head, tail = text[max(0, start - 90) : start], text[end : end + 60]
        if _is_weekday(form) and BEFORE_DATELINE.search(head) and AFTER_WEEKDAY.match(tail):
            return expression, form
        if not (form.month and form.day):
            continue
        if (BEFORE_DATELINE.search(head) and AFTER_DATELINE.match(tail)) or (
            BARE_BEFORE.search(head) and AGENCY_AFTER.match(tail)
        ):
            return expression, form
    return None


def from_dateline(text: str, found: Sequence[Found], known: Window) -> Iterator[Evidence]:
    """Read the dateline; one without a year takes the year that brings it nearest to what is known."""
    line = dateline(text, found)
    if line is None:
        return
    expression, form = line
    if _is_weekday(form):
        latest = known[1] and add_days(known[1], -((known[1].isoweekday() - (form.weekday or 0)) % 7))
        if latest is not None and _distance(latest, known) <= 1:  # copy of the day before: "ARUSHA, Wednesday"
            words = f"the dateline says {expression.span.text}"
            yield Evidence("dateline", words, ((latest, known[1]),), latest, False)
        return
    years = [form.year] if form.year else _years(known) or _by_lead(_years_after(found, form), form, expression, found)
    days = [day for year in years if (day := day_of(year, form.month or 0, form.day or 0))]
    if not days:
        return
    near = min(days, key=lambda day: (_distance(day, known), day))
    until = add_days(near, DATELINE_DAYS)
    yield Evidence("dateline", f"the dateline says {expression.span.text}", ((near, until),), near, False)


def _is_weekday(form: Calendar) -> bool:
    """Tell whether a form names a day of the week and nothing else."""
    return form.weekday is not None and form == Calendar(weekday=form.weekday)


def _years_after(found: Sequence[Found], form: Calendar) -> list[int]:
    """Give the year of a dateline that follows the latest full date of the text, where nothing else is known."""
    told = [(stretch, expression.direction) for expression in found if (stretch := explicit_days(expression.form))]
    fine = [start for (start, end), pointing in told if pointing == "past" and (end - start).days < 31]
    if not fine or any(start > max(fine) for (start, _), _ in told):
        return []
    latest = max(fine)
    return [latest.year + ((form.month or 0, form.day or 0) < (latest.month, latest.day))]


def _by_lead(years: Sequence[int], form: Calendar, line: Found, found: Sequence[Found]) -> Sequence[int]:
    """Give the first of the coming years in which the lead's weekday is the dateline's own or the one before it.

    So it is in agency copy; where no year fits soon, or the lead has no weekday, the years given stay.
    """
    spoken = (
        inner.weekday
        for one in found
        if one.sentence == line.sentence and one.direction != "future"
        if isinstance(inner := day_form(one.form), Calendar) and inner.weekday and not (inner.day or inner.which)
    )
    weekday = next(spoken, None)
    for year in (later for first in years for later in range(first, first + _SOON)) if weekday else ():
        day = day_of(year, form.month or 0, form.day or 0)
        if day and (day.isoweekday() - (weekday or 0)) % 7 <= 1:
            return [year]
    return years


def explicit_days(form: Form) -> tuple[dt.date, dt.date] | None:
    """Give the days of a date that the words give in full, with its year."""
    inner = day_form(form)
    if not isinstance(inner, Calendar) or inner.year is None:
        return None
    written = f"{inner.year:04d}" + "".join(f"-{part:02d}" for part in (inner.month, inner.day) if part)
    return bounds(written)


def _years(known: Window) -> list[int]:
    years = [day.year for day in known if day]
    return list(range(min(years) - 1, max(years) + 2)) if len(years) == 2 else []


def _distance(day: dt.date, known: Window) -> int:
    start, end = known
    if start and day < start:
        return (start - day).days
    return (day - end).days if end and day > end else 0


def from_past_dates(found: Sequence[Found]) -> Iterator[Evidence]:
    """Read fully dated past events: the article appeared no earlier than the latest of them."""
    days: list[tuple[dt.date, str]] = []
    for expression in found:
        stretch = explicit_days(expression.form)
        if stretch and expression.direction == "past" and not expression.quoted:
            days.append((stretch[0], expression.span.text))
    if days:
        day, words = max(days)
        yield Evidence("inferred", f"tells of {words} as past", ((day, None),))


def day_form(form: Form) -> Form:
    """Give the day that a time or part of a day belongs to, else the form itself."""
    return form.of if isinstance(form, DayPart | Clock) and form.of is not None else form


def from_references(found: Sequence[Found], references: Sequence[ReferenceEvent]) -> Iterator[Evidence]:
    """Read known events: "on Sunday" said of a polling day lies 0 to 6 days back, a month and day not ahead."""
    for event in references:
        if event.expression is None or not 0 <= event.expression < len(found):
            continue
        expression = found[event.expression]
        windows = tuple(window for day in event.dates if (window := reference_window(expression, day)))
        if windows:
            days = " or ".join(day.isoformat() for day in event.dates)
            words = f"{expression.span.text} is said of {event.description} ({days})"
            yield Evidence("inferred", words, windows, None, True)


def reference_window(expression: Found, day: dt.date) -> Window | None:
    """Give when an article can have appeared that says an expression of an event on a day; None if it cannot say so."""
    form, ahead = day_form(expression.form), expression.direction == "future"
    match form:
        case Relative(amount=amount, unit="D", base="publication"):
            published = add_days(day, -round(amount))
            return (published, published) if published else None
        case Calendar(weekday=int(weekday), day=None, which=which) if weekday == day.isoweekday():
            if which in ("", "this", "last"):
                first, last = (1, 7) if which == "last" else (-6, 0) if ahead else (0, 6)
                return add_days(day, first), add_days(day, last)
        case Calendar(year=year, month=month, day=number) if number:
            if (month, number) == (day.month, day.day) and year in (None, day.year):
                return (None, day) if ahead else (day, None)
            return None
    return OPEN if not isinstance(form, Calendar) else None


def from_story(found: Sequence[Found], references: Sequence[ReferenceEvent]) -> Iterator[Evidence]:
    """Read past events that the story counts from a known day: "the next day" after a polling day."""
    known = {
        event.expression: event.dates[0]
        for event in references
        if event.expression is not None and len(event.dates) == 1
    }
    focus: dt.date | None = None
    for index, expression in enumerate(found):
        form = expression.form
        if index in known:
            focus = known[index] if reference_window(expression, known[index]) else focus
        elif isinstance(form, Calendar) and form.year and form.month and form.day:
            focus = day_of(form.year, form.month, form.day)
        elif isinstance(form, Relative) and form.base == "focus" and form.unit == "D" and focus:
            focus = add_days(focus, round(form.amount))
            if focus and form.amount > 0 and expression.direction != "future":
                yield Evidence("inferred", f"tells of {expression.span.text}, {focus.isoformat()}", ((focus, None),))
