"""When each mention took place: its expression's value as an interval, or bounds from what it follows.

Never an invented day: a mention without an expression of its own has the day that the story is at where it is told, or
bounds (basis ``bounded``) from the event the narrative has reached, or from the vote whose result it answers, up to the
latest day the article can have appeared.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.frames.realis.foretold import may_be_foretold
from timeline.frames.when.changes import Change, answered, changes
from timeline.frames.when.course import Course, Place, Stop, course_of, day_told
from timeline.frames.when.entries import entered, entry_days
from timeline.frames.when.intervals import TOLD_AFTER, days, later, spanning
from timeline.frames.when.lead import lead_date
from timeline.frames.when.own import own_date
from timeline.frames.when.results import with_votes
from timeline.frames.when.tied import ORDER, Happening
from timeline.frames.when.tied_dates import tied_dates
from timeline.frames.when.ties import Tie
from timeline.frames.when.undated import CHANGES, Source, Undated
from timeline.models import EventDate

_ANSWERS_VOTE = ("recognition", "inauguration")  # types that follow the vote they are about
_ONCE = ("recognition", *CHANGES)  # told again and again: a bare "she won" is no event of the day the story is at
_VOTES = ("recognition", "election")  # the day of a vote is another than that of its result
_NEW = re.compile(r"(?:an? |at least |about |some |more than |hundreds |thousands |dozens |\d)", re.IGNORECASE)
_CAME_ABOUT = ("reported", "attempted")
_Dated = Sequence[tuple[Undated, EventDate]]


@dataclass(frozen=True)
class _Narrative:
    """What the narrative has dated so far: where it stands, and the votes and changes of power."""

    focus: EventDate | None = None
    paragraph: int = -1
    changes: tuple[Change, ...] = ()


def date_mentions(items: Sequence[Undated], source: Source) -> tuple[EventDate, ...]:
    """Date the mentions of one article, given in the order of its text."""
    live = entry_days(source.beside.opening, source.expressions, source.publication)
    own = [_of_hour(item, live, source) or _by_now(item, own_date(item, source), source) for item in items]
    tied = tied_dates(items, own, source, _others(items, own, source))
    known = [(item, other or date) for item, other, date in zip(items, tied, own, strict=True)]
    course = course_of(_told(known, source), source.beside, source.expressions)
    state = _Narrative(changes=changes(_changes(known), source.publication.latest))
    dates: list[EventDate] = []
    for item, other, date in zip(items, tied, own, strict=True):
        found = other or _carried(item, course, source, live) or _date(item, date, state, source)
        dates.append(found)
        moves = item.happened and not item.background and found.rule != ORDER
        if moves and found.start and not _is_ahead(item, found, source):
            state = replace(state, focus=found, paragraph=item.paragraph)
    return with_votes(items, dates)


def _others(items: Sequence[Undated], own: Sequence[EventDate], source: Source) -> list[Happening]:
    """What happened beside the mentions: on the days that the story passes, and in a lead that is dated later."""
    passed = [(day, source.days_of(day.expression)) for day in source.beside.days if day.expression is not None]
    found = [Happening(day.start, "event", day.words, date) for day, date in passed if date is not None]
    before = [(item, tie) for item in items if item.lead for tie in item.ties if _is_story_before(tie)]
    if before:
        course = course_of(_told(list(zip(items, own, strict=True)), source), source.beside, source.expressions)
    for item, tie in before:
        start = min(tie.offsets, default=item.start)
        date = lead_date(Place(start, item.sentence, item.paragraph), tie.words, "", course, source.latest(item))
        now = source.publication.anchor
        if date is None and now and not tie.news and tie.length and tie.length.unit != "H":
            date = days(later(now, -1), now)  # nothing else is told of: "two days after the vote, cleaners were ..."
        if date is not None:
            found.append(Happening(start, "event", tie.words, date))
    return found


def _is_story_before(tie: Tie) -> bool:
    """Whether a tie leads forward to what nothing names or dates."""
    return tie.order == "before" and tie.expression is None and not tie.words


def _moves(item: Undated, date: EventDate) -> bool:
    """Whether the story goes to the days of a mention; not to those of a vote it only speaks of, "last month's"."""
    of_then = item.link is not None and item.link.of_noun and date.precision in ("month", "year")
    return item.happened and not item.background and date.rule != ORDER and not (of_then and item.event_type in _VOTES)


def _told(dated: _Dated, source: Source) -> Iterator[Stop]:
    """The days that the story goes to with its mentions."""
    for item, date in dated:
        if _moves(item, date) and date.start and date.end and item.status in _CAME_ABOUT:
            words = source.beside.words(item.sentence)
            yield Stop(item.start, item.sentence, item.paragraph, date, words)


def _carried(item: Undated, course: Course, source: Source, live: Mapping[int, dt.date]) -> EventDate | None:
    """The day that the story is at, for what it goes on to tell; that of the news, for what it tells first."""
    if item.headline or item.background or item.realis != "actual" or item.status not in _CAME_ABOUT:
        return None
    if item.known:
        return None
    if item.link and source.expressions[item.link.expression].type != "DURATION":
        return None
    body = source.beside.bodies.get(item.sentence)
    opens = body is not None and _NEW.match(body.span.text) is not None
    place, latest = Place(item.start, item.sentence, item.paragraph, opens), source.latest(item)
    if item.goes_on and item.event_type not in _ONCE and not any(tie.length for tie in item.ties):
        day = day_told(place, item.event_type, course, latest)
        if day is not None:
            return day
    if item.paragraph in live and _is_live(item):
        return entered(live[item.paragraph])
    if not item.lead or not item.tense or item.event_type in _VOTES or any(t.order == "before" for t in item.ties):
        return None
    return lead_date(place, item.words, item.event_type, course, latest)


def _of_hour(item: Undated, live: Mapping[int, dt.date], source: Source) -> EventDate | None:
    """The day of an entry, for what its hour would date: the hour alone does not know which day it is of."""
    if item.link is None or item.paragraph not in live:
        return None
    expression, line = source.expressions[item.link.expression], source.beside.opening[item.paragraph]
    heads = expression.type == "TIME" and expression.span.start == line.span.start
    return entered(live[item.paragraph]) if heads else None


def _by_now(item: Undated, date: EventDate, source: Source) -> EventDate:
    """The date of a mention, nothing where it is still ahead of what has happened: "protest at the arrests on Friday".

    What has a day before it takes place is planned then, see `foretold`; zones put an article a day off.
    """
    if date.precision == "partial" or not _is_ahead(item, date, source) or may_be_foretold(item.event_type, item.tense):
        return date
    return EventDate()


def _is_ahead(item: Undated, date: EventDate, source: Source) -> bool:
    latest = source.latest(item)
    return latest is not None and date.start is not None and date.start > later(latest, 1)


def _is_live(item: Undated) -> bool:
    """Whether a live page tells of something as just done: "police have arrested him", "crowds are in the square"."""
    spoken = item.event_type == "recognition" and item.tense == "perfect"  # "has recognised it"
    if item.ties or (item.event_type in _VOTES and not spoken):
        return False
    if item.tense == "present":
        return item.event_type == "protest"
    return item.tense == "perfect" or (item.tense == "past" and item.goes_on and item.event_type not in _ONCE)


def _changes(dated: _Dated) -> list[Change]:
    """The votes and changes of power of the article, which may stand after what answers them."""
    return [
        Change(item.start, item.country, date, item.event_type == "election")
        for item, date in dated
        if item.event_type in CHANGES and item.realis in ("actual", "historical") and item.status != "planned"
    ]


def _date(item: Undated, own: EventDate, state: _Narrative, source: Source) -> EventDate:
    if item.link is not None:
        lasting = source.expressions[item.link.expression].type == "DURATION"  # may count from where the story is
        found = _by_now(item, own_date(item, source, state.focus), source) if lasting else own
        if item.event_type == "recognition" and item.link.aside and found.start:
            return _answering(item, found, source)
        if found.edtf or found.start or found.end:
            return found
        bounded = _bounded(item, state, source)  # "recently", or nothing resolved it: no day is invented
        if bounded.basis == "unknown" and not found.value.endswith("_REF"):
            return found
        return replace(bounded, text=found.text, value=found.value)
    if item.headline:
        return EventDate()
    return _bounded(item, state, source)


def _answering(item: Undated, date: EventDate, source: Source) -> EventDate:
    """An answer in an aside comes after what is dated: "had 60 percent on 3 May, ahead of Abara, who protested"."""
    latest = source.latest(item)
    until = latest if latest and date.start and latest >= date.start else None
    return spanning(replace(date, basis="bounded", rule="bounded", value="", text=""), date.start, until, "within")


def _bounded(item: Undated, state: _Narrative, source: Source) -> EventDate:
    """Bounds for a mention that no expression dates."""
    latest = source.latest(item)
    since, why = _follows(item, state)
    if since is None and item.status == "planned":
        since, why = source.publication.earliest, "announced when the article appeared"
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
    accused = item.status == "alleged" and item.said is not None
    told_before = item.tense == "pluperfect" or item.realis == "denied" or accused or item.known
    reached = _reached(item, state) if not told_before else None  # each of these tells of what went before
    return (reached, f"the event of {state.focus.edtf} before it") if reached and state.focus else (None, "")


def _reached(item: Undated, state: _Narrative) -> dt.date | None:
    """The day the narrative has reached in a mention's paragraph."""
    return state.focus.start if state.focus and state.paragraph == item.paragraph else None
