"""When each mention took place: its expression's value as an interval, or bounds from what it follows.

Never an invented day: without an expression of its own a mention gets bounds (basis ``bounded``) from the event the
narrative has reached, or from the vote whose result it answers, up to the latest day the article can have appeared.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.frames.when.changes import Change, answered, changes
from timeline.frames.when.intervals import TOLD_AFTER, interval, later, spanning
from timeline.frames.when.narration import Tense
from timeline.frames.when.tied import Happening, counted_from
from timeline.frames.when.ties import Tie
from timeline.frames.when.when import AROUND, SHARED, Link
from timeline.models import (
    DateExpression,
    EventAnchor,
    EventDate,
    Publication,
    Realis,
    Status,
)

_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)W|(\d+(?:\.\d+)?)D|T(\d+(?:\.\d+)?)H)\Z")
_MOMENTS = re.compile(r"\b(?:minutes?|moments?|seconds?)\s+ago\b", re.IGNORECASE)
_WEEK = dt.timedelta(days=7)
_YEARLESS = ("day_month", "month_day")  # rules of days that leave their year to the publication
_LEAP = (2, 29)
_ROUNDS = 2  # an event dated by one that is dated by a third
_ANSWERS_VOTE = ("recognition", "inauguration")  # types that follow the vote they are about
_CHANGES = ("election", "coup", "inauguration")


@dataclass(frozen=True)
class Undated:
    """A mention as far as dating needs it, in the order of the text."""

    event_type: str
    country: str
    paragraph: int
    headline: bool
    background: bool
    realis: Realis
    status: Status
    link: Link | None
    start: int = 0  # where its trigger stands
    words: frozenset[str] = frozenset()  # what it may be called
    ties: tuple[Tie, ...] = ()
    fallen: frozenset[str] = frozenset()  # last names of those it brought down
    tense: Tense = ""  # it is told in
    power: bool = False  # it recognises those in power, not a result


@dataclass(frozen=True)
class _Narrative:
    """What the narrative has dated so far: where it stands, and the votes and changes of power."""

    focus: EventDate | None = None
    paragraph: int = -1
    changes: tuple[Change, ...] = ()


def date_mentions(
    items: Sequence[Undated],
    expressions: Sequence[DateExpression],
    publication: Publication,
    days: Sequence[EventAnchor] = (),
) -> tuple[EventDate, ...]:
    """Date the mentions of one article, in one pass over the text; ``days`` are those the story passes beside them."""
    tied = _tied(items, expressions, publication, days)
    state = _Narrative(changes=changes(_changes(items, tied, expressions, publication), publication.latest))
    dates: list[EventDate] = []
    for item, other in zip(items, tied, strict=True):
        found = _date(item, state, expressions, publication, other)
        dates.append(found)
        if not item.headline and not item.background and found.start and item.realis in ("actual", "historical"):
            state = replace(state, focus=found, paragraph=item.paragraph)
    return tuple(dates)


def _changes(
    items: Sequence[Undated],
    tied: Sequence[EventDate | None],
    expressions: Sequence[DateExpression],
    publication: Publication,
) -> list[Change]:
    """The votes and changes of power of the article, which may stand after what answers them."""
    found: list[Change] = []
    for item, other in zip(items, tied, strict=True):
        if item.event_type not in _CHANGES or item.realis not in ("actual", "historical") or item.status == "planned":
            continue
        date = other or (_from_expression(item, None, expressions, publication) if item.link else None)
        if date is not None:
            found.append(Change(item.start, item.country, date, item.event_type == "election"))
    return found


def _tied(
    items: Sequence[Undated],
    expressions: Sequence[DateExpression],
    publication: Publication,
    days: Sequence[EventAnchor],
) -> list[EventDate | None]:
    """The dates that mentions have from other events, which may have theirs from others again."""
    if not any(item.ties for item in items):
        return [None] * len(items)
    by_expression = {
        index: spanning(EventDate(), expression.start, expression.end, "during")
        for index, expression in enumerate(expressions)
        if expression.type in ("DATE", "TIME") and expression.start and expression.end
    }
    own = [_from_expression(item, None, expressions, publication) if item.link else EventDate() for item in items]
    beside = [
        Happening(day.start, "event", day.words, by_expression[day.expression])
        for day in days
        if day.expression in by_expression
    ]
    found: list[EventDate | None] = [None] * len(items)
    for _ in range(_ROUNDS):
        told = sorted(
            [
                *beside,
                *(
                    Happening(item.start, item.event_type, item.words, tie or date, item.fallen, item.background)
                    for item, date, tie in zip(items, own, found, strict=True)
                    if not item.headline and item.realis in ("actual", "historical")
                ),
            ],
            key=lambda happening: happening.start,
        )
        found = [
            counted_from(item.ties, item.start, told, by_expression, _latest(item, publication))
            if item.ties and (_is_from_afar(item) or (not date.start and not date.end))
            else None
            for item, date in zip(items, own, strict=True)
        ]
    return found


def _is_from_afar(item: Undated) -> bool:
    """Whether the day of another clause dates it, while its own tells how long after: "and a week later it fell"."""
    if item.link is None or not item.ties:
        return False
    tie = item.ties[0]
    counted = tie.length is not None and tie.length.amount is not None and tie.close
    return item.link.distance >= (SHARED if counted else AROUND) and (tie.story or counted)


def _date(
    item: Undated,
    state: _Narrative,
    expressions: Sequence[DateExpression],
    publication: Publication,
    tied: EventDate | None = None,
) -> EventDate:
    if tied is not None:
        return tied
    if item.link is not None:
        found = _from_expression(item, state, expressions, publication)
        if item.event_type == "recognition" and item.link.aside and found.start:
            return _answering(item, found, publication)
        if found.edtf or found.start or found.end:
            return found
        bounded = _bounded(item, state, publication)  # "recently", or nothing resolved it: no day is invented
        if bounded.basis == "unknown" and not found.value.endswith("_REF"):
            return found
        return replace(bounded, text=found.text, value=found.value)
    if item.headline:
        return EventDate()
    return _bounded(item, state, publication)


def _answering(item: Undated, date: EventDate, publication: Publication) -> EventDate:
    """An answer in an aside comes after what is dated: "had 60 percent on 3 May, ahead of Abara, who protested"."""
    latest = _latest(item, publication)
    until = latest if latest and date.start and latest >= date.start else None
    return spanning(replace(date, basis="bounded", rule="bounded", value="", text=""), date.start, until, "within")


def _from_expression(
    item: Undated, state: _Narrative | None, expressions: Sequence[DateExpression], publication: Publication
) -> EventDate:
    assert item.link is not None
    expression = expressions[item.link.expression]
    if item.link.of_noun and expression.range_end is None:
        expression = replace(expression, relation="at")
    if item.status == "planned" and expression.rule == "bare_weekday" and item.link.distance <= 1:
        expression = _ahead(expression, publication)
    elif item.tense == "past" and item.realis in ("actual", "historical"):
        expression = _behind(expression, publication)
    date = EventDate(
        basis=expression.basis,
        text=expression.span.text,
        value=expression.value,
        rule=expression.rule,
        anchor=expression.anchor,
        alternatives=expression.alternatives,
    )
    if expression.start is None and publication.anchor and _MOMENTS.search(expression.span.text):
        day = replace(date, basis="relative", rule="moments-ago", anchor=f"published {publication.anchor}")
        return spanning(day, publication.anchor, publication.anchor, "during")
    if expression.type == "DURATION":
        if expression.start is not None and expression.relation in ("after", "before"):  # "three days after the vote"
            return spanning(date, expression.start, expression.end, "during")
        return _within_duration(date, expression, state)
    if expression.start is None and expression.end is None:
        partial = "X" in expression.edtf
        return replace(date, edtf=expression.edtf if partial else "", precision="partial" if partial else "unknown")
    return interval(date, expression, expressions, _latest(item, publication))


def _ahead(expression: DateExpression, publication: Publication) -> DateExpression:
    """The weekday to come, for what is only planned: "have called a strike on Tuesday"."""
    start, now = expression.start, publication.anchor
    if start is None or now is None or start != expression.end or not start < now <= later(start, _WEEK.days):
        return expression
    day = later(start, _WEEK.days)
    return replace(expression, start=day, end=day, edtf=day.isoformat(), value=day.isoformat())


def _behind(expression: DateExpression, publication: Publication) -> DateExpression:
    """The day a year before, for what has happened by the time of writing: "was sworn in on 23 September"."""
    start, latest = expression.start, publication.latest
    if start is None or latest is None or start != expression.end or start <= latest:
        return expression
    if expression.rule not in _YEARLESS or expression.basis != "relative" or (start.month, start.day) == _LEAP:
        return expression
    if start.year == dt.MINYEAR:
        return expression
    day = start.replace(year=start.year - 1)
    return replace(expression, start=day, end=day, edtf=day.isoformat(), value=day.isoformat())


def _latest(item: Undated, publication: Publication) -> dt.date | None:
    """The last day on which what a mention tells can have happened: that of the dateline, if there is one."""
    if item.realis not in ("actual", "denied") or item.status == "planned":
        return None
    written = publication.anchor if publication.basis == "dateline" else None
    return written or publication.latest


def _within_duration(date: EventDate, expression: DateExpression, state: _Narrative | None) -> EventDate:
    """ "Within 48 hours": from the event the narrative has reached, for so long."""
    focus = state.focus if state else None
    length = _DURATION.match(expression.value)
    if expression.relation != "within" or focus is None or focus.start is None or length is None:
        return replace(date, basis="unknown")
    weeks, days, hours = (float(part or 0) for part in length.groups())
    whole_days = int(-(-(weeks * 7 + days + hours / 24) // 1))
    anchored = replace(date, basis="anchored", anchor=f"the event of {focus.edtf} before it", rule="within-duration")
    return spanning(anchored, focus.start, later(focus.start, whole_days), "within")


def _bounded(item: Undated, state: _Narrative, publication: Publication) -> EventDate:
    """Bounds for a mention that no expression dates."""
    latest = _latest(item, publication)
    since, why = _follows(item, state)
    if since is None and item.status == "planned":
        since, why = publication.earliest, "announced when the article appeared"
    if since is None and latest is None:
        return EventDate()
    if since and latest and latest < since:
        latest = None
    told = since is not None and since == _reached(item, state) and item.event_type not in _ANSWERS_VOTE
    rule = TOLD_AFTER if told else "bounded"
    found = spanning(EventDate(basis="bounded", rule=rule), since, latest, "within")
    return replace(found, anchor=why or "the article's latest publication day")


def _follows(item: Undated, state: _Narrative) -> tuple[dt.date | None, str]:
    """The day a mention cannot lie before, and why."""
    if item.event_type in _ANSWERS_VOTE:
        change = answered(item.start, item.country, item.power, state.changes)
        if change is not None:
            return change.start, f"the vote or change of power of {change.edtf}"
    reached = _reached(item, state)
    return (reached, f"the event of {state.focus.edtf} before it") if reached and state.focus else (None, "")


def _reached(item: Undated, state: _Narrative) -> dt.date | None:
    """The day the narrative has reached in a mention's paragraph."""
    return state.focus.start if state.focus and state.paragraph == item.paragraph else None
