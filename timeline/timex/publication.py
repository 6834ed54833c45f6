"""When an article can have appeared: the windows that its evidence allows, intersected, strongest evidence first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.models import Article, Publication, PublishedBasis, ReferenceEvent, Sentence
from timeline.timex import evidence as reasons
from timeline.timex import periods
from timeline.timex.evidence import DATELINE_DAYS, OPEN, Evidence, Window, intersect
from timeline.timex.forms import Calendar, Found
from timeline.timex.interviews import from_interview
from timeline.timex.masthead import from_head

RANKS: tuple[PublishedBasis, ...] = ("stated", "address", "dateline", "inferred", "unknown")
NEAR = 7
"""A window of at most so many days is narrow enough for the lead's weekday to narrow it further."""


@dataclass(frozen=True, slots=True)
class State:
    """What the evidence read so far leaves."""

    window: Window = OPEN
    used: tuple[Evidence, ...] = ()
    conflicts: tuple[str, ...] = ()


def date_text(
    text: str, found: Sequence[Found], published: str | dt.date | None, references: Sequence[ReferenceEvent] = ()
) -> Publication:
    """Date a bare text, with or without a stated publication day (a date or EDTF)."""
    value = published.isoformat() if isinstance(published, dt.date) else (published or "")
    return date_article(Article("", text, published=value), (), found, references)


def date_article(
    article: Article, sentences: Sequence[Sentence], found: Sequence[Found], references: Sequence[ReferenceEvent] = ()
) -> Publication:
    """Date an article: the window of its publication, how it is known, the evidence and what disagrees, in words.

    Stated dates win over the address, the address over the dateline, and that over what is inferred from expressions
    and known events. ``anchor`` is the day that weekdays and "yesterday" count from.
    """
    state = State()
    for piece in (*reasons.from_stated(article.published), *reasons.from_address(article.url)):
        state = _take(state, piece)
    if not state.used:
        for piece in from_head(article.title, article.text):
            state = _take(state, piece)
    state = _take_dateline(state, article, found)
    for piece in from_interview(article.text, found, state.window):
        state = _take(state, piece)
    sure = any(piece.basis == "stated" for piece in state.used)
    rest = [*reasons.from_references(found, references)]
    if not sure:
        rest = [*reasons.from_past_dates(found), *rest, *reasons.from_story(found, references)]
    for piece in rest:
        state = _take(state, piece)
    return _publication(_by_lead(state, found), state)


def _take(state: State, piece: Evidence) -> State:
    """Narrow the window by one piece of evidence; one that fits nowhere is a conflict if it is to be reported."""
    fitting = [window for own in piece.windows if (window := intersect(state.window, own))]
    if len(fitting) == 1:
        return State(fitting[0], (*state.used, piece), state.conflicts)
    if fitting or not piece.reported:
        return state
    against = ", ".join(_words(used) for used in state.used)
    return State(state.window, state.used, (*state.conflicts, f"{piece.words}, against {against}"))


def _words(piece: Evidence) -> str:
    return f"published, {piece.words}" if piece.basis == "stated" else piece.words


def _take_dateline(state: State, article: Article, found: Sequence[Found]) -> State:
    """Take the dateline: its day is what weekdays count from, even where the file states another day."""
    for piece in reasons.from_dateline(article.text, found, state.window):
        day, (start, end) = piece.anchor, state.window
        if day is None:
            continue
        apart = max((start - day).days if start else 0, (day - end).days if end else 0)
        if apart > DATELINE_DAYS:
            words = f"{piece.words}, {apart} days from {', '.join(_words(used) for used in state.used)}"
            return State(state.window, (*state.used, piece), (*state.conflicts, words))
        window = intersect(state.window, piece.windows[0]) or state.window
        return State(window, (*state.used, piece), state.conflicts)
    return state


def _by_lead(state: State, found: Sequence[Found]) -> State:
    """Let the first weekday of the story narrow a window of a few days: it is the latest such day that fits."""
    start, end = state.window
    if start is None or end is None or start == end or (end - start).days > NEAR:
        return state
    if any(piece.anchor for piece in state.used):
        return state
    for expression in found:
        form = reasons.day_form(expression.form)
        if (
            isinstance(form, Calendar)
            and form.weekday
            and not form.day
            and not form.which
            and expression.direction != "future"
        ):
            day = dt.date.fromisoformat(periods.weekday(end, form.weekday, "", ""))
            if day < start:
                return state
            words = f"{expression.span.text} in the lead is the latest one that fits, {day.isoformat()}"
            return State((day, end), (*state.used, Evidence("inferred", words, ((day, end),))), state.conflicts)
    return state


def _publication(state: State, before: State) -> Publication:
    start, end = state.window
    bases = [piece.basis for piece in state.used]
    basis = min(bases, key=RANKS.index) if bases else "unknown"
    lines = [piece.anchor for piece in reversed(state.used) if piece.basis == "dateline"]  # the dateline, else the head
    anchors = lines or [piece.anchor for piece in state.used if piece.anchor]
    anchor = next((day for day in anchors if day), None)
    if anchor is None and start is not None and end is not None and (start == end or state is not before):
        anchor = start
    return Publication(start, end, basis, tuple(piece.words for piece in state.used), state.conflicts, anchor)
