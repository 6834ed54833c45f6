"""The date that a mention has from its own expression."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import replace

from timeline.frames.when.intervals import days, interval, later, spanning
from timeline.frames.when.narration import Tense
from timeline.frames.when.undated import Source, Undated
from timeline.frames.words.name_words import name_words
from timeline.models import DateExpression, EventDate, Publication

_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)W|(\d+(?:\.\d+)?)D|T(\d+(?:\.\d+)?)H)\Z")
_ANSWERS = ("recognition", "inauguration")
_HOURS = "PTXH"  # "within hours": about the day of what was told before
_MOMENTS = re.compile(r"\b(?:minutes?|moments?|seconds?)\s+ago\b", re.IGNORECASE)
LASTING = frozenset({"protest", "sanction", "cyberattack"})
"""Types of what may last from one year to the next."""
_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
_YEARLESS = ("day_month", "month_day")  # rules of days that leave their year to the publication
_OF_WEEKDAYS = (
    "bare_weekday", "bare_short_weekday", "day_then_part", "part_then_day", "part_item_then_day", "day_then_part_item",
    "clock_then_day", "day_then_clock", "hour_then_part", "early_hours",
)  # fmt: skip
_PASSED = frozenset({"last", "past", "this", "previous", "before"})
_UNTOLD: tuple[Tense, ...] = ("", "present")  # tenses of what is still to come
_STEPS = ("diplomacy", "sanction", "recognition", "release")  # done at once, and not going on
_STRETCH = "framed_length"  # rule of lengths that are told as a whole: "the three days"
_LEAP = (2, 29)


def own_date(item: Undated, source: Source, focus: EventDate | None = None) -> EventDate:
    """What the expression of a mention comes to, nothing if it has none; "within 48 hours" follows the ``focus``."""
    if item.link is None:
        return EventDate()
    publication, expression = source.publication, _read_as(item, source)
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
        counted = expression.start is not None and expression.relation in ("after", "before")
        if counted and expression.rule != _STRETCH:  # "three days after the vote", not: in the three days after it
            return spanning(date, expression.start, expression.end, "during")
        if expression.value == _HOURS and item.event_type in _ANSWERS:
            return replace(date, basis="unknown")  # of a vote, which may be told elsewhere
        now = publication.anchor
        ahead = item.status == "planned" and now is not None  # "to be held within 45 days": from today
        return _within_duration(date, expression, days(now, now) if ahead else focus)
    if expression.start is None and expression.end is None:
        partial = "X" in expression.edtf
        return replace(date, edtf=expression.edtf if partial else "", precision="partial" if partial else "unknown")
    found = _through(interval(date, expression, source.expressions, source.latest(item)), expression, item, source)
    if expression.relation == "since" and item.tense == "perfect" and item.event_type in _STEPS and found.end is None:
        return spanning(found, found.start, source.latest(item), "within")  # "have recalled their envoys since May"
    return found


def _through(date: EventDate, expression: DateExpression, item: Undated, source: Source) -> EventDate:
    """Two years in a row, of what may last through both: "the unrest in 2015 and 2016"."""
    at = bisect_right(source.expressions, expression.span.start, key=lambda other: other.span.start)
    behind = source.expressions[at] if at < len(source.expressions) else None
    if item.event_type not in LASTING or behind is None or date.end is None or behind.start is None:
        return date
    years = date.precision == "year" and behind.edtf.isdigit() and behind.relation == "at"
    joined = 0 <= behind.span.start - expression.span.end <= len(" and ") and behind.start - date.end == _DAY
    return spanning(date, date.start, behind.end, date.extent) if years and joined else date


def _read_as(item: Undated, source: Source) -> DateExpression:
    """The expression of a mention as its tense and preposition have it."""
    assert item.link is not None
    expression = source.expressions[item.link.expression]
    if item.link.of_noun and expression.range_end is None:
        expression = replace(expression, relation="at")
    if expression.relation == "since" and item.tense == "pluperfect" and expression.range_end is None:
        expression = replace(expression, relation="at")  # "had been held since May", and is no longer
    if item.status == "planned" and item.link.distance <= 1:
        return _ahead(expression, item, source.publication)
    if item.tense in ("past", "pluperfect") and item.realis in ("actual", "historical"):
        return _behind(expression, source.publication)
    return expression


def _ahead(expression: DateExpression, item: Undated, publication: Publication) -> DateExpression:
    """The day to come, for what is only planned: "have called a strike on Tuesday", "will take place May 3"."""
    start, now = expression.start, publication.anchor
    if start is not None and now is not None and start < now <= later(start, _WEEK.days) and _is_weekend(expression):
        first, last = later(start, _WEEK.days), later(start, _WEEK.days + 1)
        return replace(expression, start=first, end=last, edtf=f"{first}/{last}", value=f"{first:%G-W%V}-WE")
    if item.tense == "pluperfect":
        return expression  # "had called off a march planned for Wednesday"
    if start is None or now is None or start != expression.end or start >= now or expression.basis != "relative":
        return expression
    if _names_weekday(expression) and now <= later(start, _WEEK.days):
        return _moved(expression, later(start, _WEEK.days))
    if expression.rule in _YEARLESS and item.tense in _UNTOLD and (start.month, start.day) != _LEAP:
        return _moved(expression, start.replace(year=min(start.year + 1, dt.MAXYEAR)))
    return expression


def _is_weekend(expression: DateExpression) -> bool:
    words = expression.span.text.lower().split()
    return expression.value.endswith("-WE") and expression.basis == "relative" and not _PASSED & {*words}


def _names_weekday(expression: DateExpression) -> bool:
    """Whether nothing but a weekday, and perhaps a time of it, says which day: "Tuesday", "at noon on Friday"."""
    words = re.findall(r"[a-z]+", expression.span.text.lower())
    return not name_words().weekdays.isdisjoint(words) and expression.rule in _OF_WEEKDAYS and not _PASSED & {*words}


def _moved(expression: DateExpression, day: dt.date) -> DateExpression:
    """The same expression, of another day."""
    time = expression.value[10:] if expression.value[10:11] == "T" else ""
    return replace(expression, start=day, end=day, edtf=day.isoformat(), value=day.isoformat() + time)


def _behind(expression: DateExpression, publication: Publication) -> DateExpression:
    """The day a year before, for what has happened by the time of writing: "was sworn in on 23 September"."""
    start, latest = expression.start, publication.latest
    if start is not None and latest is not None and start > latest and expression.rule == "bare_month":
        return _a_year_before(expression)  # "ordered them to leave over an attack in July"
    if start is None or latest is None or start != expression.end or start <= latest:
        return expression
    if expression.relation == "until":
        return expression  # "was remanded until 7 July": what has begun may last beyond today
    if expression.rule not in _YEARLESS or expression.basis != "relative" or (start.month, start.day) == _LEAP:
        return expression
    if start.year == dt.MINYEAR:
        return expression
    return _moved(expression, start.replace(year=start.year - 1))


def _a_year_before(expression: DateExpression) -> DateExpression:
    """A month, of the year before."""
    start, end = expression.start, expression.end
    if start is None or end is None or expression.basis != "relative" or start.year == dt.MINYEAR:
        return expression
    last = start.replace(year=start.year - 1, day=monthrange(start.year - 1, start.month)[1])
    edtf = f"{start.year - 1:04d}-{start.month:02d}"
    return replace(expression, start=start.replace(year=start.year - 1), end=last, edtf=edtf, value=edtf)


def _within_duration(date: EventDate, expression: DateExpression, focus: EventDate | None) -> EventDate:
    """ "Within 48 hours": from the event the narrative has reached, for so long."""
    length = _DURATION.match(expression.value)
    soon = expression.value == _HOURS
    if expression.relation != "within" or focus is None or focus.start is None or (length is None and not soon):
        return replace(date, basis="unknown")
    anchored = replace(date, basis="anchored", anchor=f"the event of {focus.edtf} before it", rule="within-duration")
    if length is None:
        return replace(anchored, start=focus.start, end=focus.end, edtf=focus.edtf, precision=focus.precision)
    weeks, days, hours = (float(part or 0) for part in length.groups())
    whole_days = int(-(-(weeks * 7 + days + hours / 24) // 1))
    return spanning(anchored, focus.start, later(focus.start, whole_days), "within")
