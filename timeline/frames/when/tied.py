"""Dates that count from another event of the article: its day, about its day, or bounds where only order is told."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline.frames.when.intervals import days, later, spanning
from timeline.frames.when.lengths import Length
from timeline.frames.when.news import News
from timeline.frames.when.ties import STILL, Tie
from timeline.frames.when.undated import Source, Undated
from timeline.models import EventDate
from timeline.timex.arithmetic import at_grain, shift
from timeline.timex.values import bounds

_CALLED = {  # nouns that no frame needs, by the type of the event they may call back
    "ceremony": "inauguration", "investiture": "inauguration", "swearing-in": "inauguration",
    "removal": "coup", "ouster": "coup", "ousting": "coup", "overthrow": "coup", "toppling": "coup",
    "takeover": "coup", "deposition": "coup", "putsch": "coup", "mutiny": "coup", "seizure": "coup",
    "voting": "election", "polling": "election", "election": "election",
    "unrest": "protest", "clash": "protest", "violence": "protest", "disturbance": "protest", "gathering": "protest",
    "crowd": "protest",
    "crackdown": "detention", "round-up": "detention", "roundup": "detention", "sweep": "detention",
    "intrusion": "cyberattack", "outage": "cyberattack", "hack": "cyberattack",
}  # fmt: skip
ORDER = "order"
"""The rule of bounds that come of "after" and "before" alone: the story has not reached the day it was after."""
_HOURS = 24  # of a day
_MONTH = 31  # days
_COARSE = 27  # days: what comes a few days after something in a year was in that year, and no more is known
_STEM = 5  # letters that words of one stem share at least
_NEWS = 7  # days before publication within which a day is that of the news
_POLLS = ("election",)  # what follows within hours of it can fall on the next day


@dataclass(frozen=True)
class Happening:
    """Something dated: where it is told, what it is called, when it was."""

    start: int
    event_type: str
    words: frozenset[str]
    date: EventDate
    fallen: frozenset[str] = frozenset()  # whom it brought down, by their last names
    background: bool = False  # tells who somebody is: the story has not reached it


def counted_from(item: Undated, told: Sequence[Happening], source: Source) -> EventDate | None:
    """The date that the first tie of a mention with a dated end gives it, None if none has one."""
    for tie in item.ties:
        other = _other(tie, item, told, source)
        if other is not None:
            date = _reckon(tie, other, source.latest(item))
            if date is not None:
                return date
    return None


def _other(tie: Tie, undated: Undated, told: Sequence[Happening], source: Source) -> Happening | None:
    """What a tie leads to: what its words tell, what dates them, or what they call it."""
    start, kind = undated.start, undated.event_type
    dated = [item for item in told if item.start != start and item.date.start and item.date.end]
    spoken = [item for item in dated if item.start in tie.offsets]
    if spoken:
        return spoken[0]
    day = source.days_of(tie.expression) if tie.expression is not None else None
    if day is not None:
        return Happening(min(tie.offsets, default=start), "event", frozenset(), day)
    if tie.news:
        return _news(tie.news, start, dated, source)
    before = [item for item in dated if item.start < start]
    if tie.story:
        reached = [item for item in before if not item.background]
        return reached[-1] if reached else None
    named = [
        item
        for item in dated
        if item.start not in tie.offsets
        and (is_called(item.event_type, item.words, tie.words) or _fell(item, tie.words))
        and not (item.event_type == kind == "release")  # "freed after two months in detention" counts from the arrest
    ]
    earlier = [item for item in named if item.start < start]
    known = [item for item in earlier if item.date.basis != "bounded"] or earlier
    return known[-1] if known else named[0] if named else None


def _news(news: News, start: int, dated: Sequence[Happening], source: Source) -> Happening | None:
    """The news that "came two days after": what was told last of these days, said last, or published now."""
    now = source.publication.anchor
    if now is None:
        return None
    week = later(now, -_NEWS)
    told = [item for item in dated if item.start < start and not item.background and _is_day(item.date, week, now)]
    if news != "published" and told:
        return told[-1]
    spoken = [source.days_of(index) for index in source.beside.said if source.expressions[index].span.start < start]
    heard = [date for date in spoken if date is not None and _is_day(date, week, now)]
    if news != "published" and heard:
        return Happening(start, "news", frozenset(), heard[-1])
    return None if news == "told" else Happening(start, "publication", frozenset(), days(now, now))


def _is_day(date: EventDate, first: dt.date, last: dt.date) -> bool:
    return date.start is not None and date.start == date.end and first <= date.start <= last


def _fell(item: Happening, words: frozenset[str]) -> bool:
    """Whether "Abara's removal" is the arrest of Abara, where nothing else tells the removal."""
    return "coup" in {_CALLED.get(word) for word in words} and not item.fallen.isdisjoint(words)


def is_called(event_type: str, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether words can call an event of a type, whose own words are ``ours``."""
    called = {_CALLED.get(word) or _CALLED.get(word.removesuffix("s")) for word in theirs}
    return event_type in called or any(_akin(a, b) for a in ours for b in theirs)


def _akin(a: str, b: str) -> bool:
    """Whether two words share their stem: "removal" and "remove", "resignation" and "resign"."""
    if a[:_STEM] != b[:_STEM] or a == b:
        return a == b
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= _STEM and shared >= 0.7 * min(len(a), len(b))


def _reckon(tie: Tie, other: Happening, latest: dt.date | None) -> EventDate | None:
    date = EventDate(
        basis="anchored", text=tie.text, rule="tied", anchor=f"the {other.event_type} of {other.date.edtf}"
    )
    first, last = other.date.start, other.date.end
    assert first is not None and last is not None
    if tie.order == "same":
        return replace(other.date, basis="anchored", text=tie.text, rule="tied", anchor=date.anchor)
    if tie.story and tie.text == STILL:
        return spanning(date, first, None, "during")
    sign = 1 if tie.order == "after" else -1
    if tie.length is None or (tie.length.amount is None and tie.length.unit != "H"):
        return _ordered(date, tie, (first, last), latest)
    if tie.length.unit == "H" and (tie.length.amount or 0) < _HOURS:
        return _hours(date, sign, first, last, other.event_type in _POLLS)
    if tie.length.unit in ("H", "D") and (last - first).days >= _COARSE:
        return replace(other.date, basis="anchored", text=tie.text, rule="tied", anchor=date.anchor, extent="within")
    return _moved(date, tie.length, sign, first, last)


def _ordered(date: EventDate, tie: Tie, span: tuple[dt.date, dt.date], latest: dt.date | None) -> EventDate:
    """Bounds: after it began, or before it was over."""
    first, last = span
    bounded = replace(date, basis="bounded", rule=ORDER, extent="within")
    if tie.order == "before":
        return replace(bounded, end=last, edtf=f"../{last}", precision="interval")
    return spanning(bounded, first, latest if latest and latest >= first else None, "within")


def _hours(date: EventDate, sign: int, first: dt.date, last: dt.date, polls: bool) -> EventDate | None:
    """Hours after something on a day is about that day; polls close at night."""
    if first != last:
        return None
    if sign < 0 or polls:
        other = later(first, sign)
        return spanning(date, min(first, other), max(first, other), "within")
    return replace(spanning(date, first, first, "during"), edtf=f"{first}~")


def _moved(date: EventDate, length: Length, sign: int, first: dt.date, last: dt.date) -> EventDate | None:
    """So many units before or after: to the day in days, at the unit's grain in months and years."""
    amount, unit = length.amount or 0, length.unit
    if unit == "H":
        amount, unit = math.ceil(amount / _HOURS), "D"
    start, end = (shift(day, sign * amount, unit) for day in (first, last))
    if start is None or end is None:
        return None
    if length.within:
        return spanning(date, first, end, "within") if sign > 0 else spanning(date, start, last, "within")
    if unit == "D" or length.exact:
        return spanning(date, start, end, "during")
    if unit == "W":
        return replace(spanning(date, start, end, "during"), edtf=f"{start}~" if start == end else f"{start}/{end}")
    return _whole(date, start, "year" if unit == "Y" or (last - first).days > _MONTH else "month")


def _whole(date: EventDate, day: dt.date, grain: Literal["month", "year"]) -> EventDate | None:
    value = at_grain(day, "M" if grain == "month" else "Y")
    stretch = bounds(value)
    if stretch is None:
        return None
    return replace(date, start=stretch[0], end=stretch[1], edtf=value, precision=grain, extent="within")
