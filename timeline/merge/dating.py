"""When two dates can be one, and which of several dates of an event is the best known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from timeline.frames.when.intervals import LEAD, TOLD_AFTER
from timeline.models import EventDate

_FIRM = ("stated", "relative", "anchored", "inferred")
_BASES = ("stated", "relative", "anchored", "inferred", "bounded", "unknown")
_PRECISIONS = ("day", "interval", "month", "year", "partial", "unknown")
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)$")
FEW_DAYS = 4
_OLD_NEWS = 7  # days before the bounds of a lead


def is_known(date: EventDate) -> bool:
    """Whether it bounds the event at all."""
    return date.start is not None or date.end is not None


def is_firm(date: EventDate) -> bool:
    """Whether the text dates the event itself, and not only what it must follow."""
    return date.basis in _FIRM and is_known(date)


def days_wide(date: EventDate) -> int | None:
    """How many days it spans, None if it is open on a side."""
    return None if date.start is None or date.end is None else (date.end - date.start).days + 1


def is_narrow(date: EventDate, limit: int = FEW_DAYS) -> bool:
    """Whether it is firm and at most ``limit`` days wide."""
    wide = days_wide(date)
    return is_firm(date) and wide is not None and wide <= limit


def begun(date: EventDate) -> EventDate:
    """The first day of what has no last one: "the constitution was suspended from midnight"."""
    return replace(date, end=date.start) if date.end is None else date


def overlap(a: EventDate, b: EventDate) -> bool:
    """Whether the two can lie on a common day; a date without bounds can lie anywhere."""
    if not is_known(a) or not is_known(b):
        return _partial_fits(a, b) and _partial_fits(b, a)
    starts = (a.start or dt.date.min, b.start or dt.date.min)
    ends = (a.end or dt.date.max, b.end or dt.date.max)
    return max(starts) <= min(ends)


def compatible(a: EventDate, b: EventDate) -> bool:
    """Whether the two can be one date; of bounds that only the telling gives, the first day proves little."""
    return overlap(_loosened(a), _loosened(b))


def _loosened(date: EventDate) -> EventDate:
    """The date without a first day that is only inferred from the order of telling; the news may be some days old."""
    if date.rule == LEAD and date.start is not None:
        return replace(date, start=date.start - dt.timedelta(min(_OLD_NEWS, date.start.toordinal() - 1)))
    return replace(date, start=None) if date.rule == TOLD_AFTER else date


def ended_before(a: EventDate, b: EventDate, days: int) -> bool:
    """Whether one was over so many days before the last day that the other can have."""
    return a.end is not None and b.end is not None and (b.end - a.end).days > days


def is_close(a: EventDate, b: EventDate) -> bool:
    """Whether both are narrow and begin within a few days of each other."""
    if not (is_narrow(a) and is_narrow(b)) or a.start is None or b.start is None:
        return False
    return abs((a.start - b.start).days) < FEW_DAYS


def _partial_fits(partial: EventDate, other: EventDate) -> bool:
    """Whether a day without a year ("XXXX-07-28") can be the other date."""
    found = _MONTH_DAY.match(partial.edtf)
    if not found:
        return True
    theirs = _MONTH_DAY.match(other.edtf)
    if theirs:
        return found.groups() == theirs.groups()
    if other.start is None or other.end is None or (other.end - other.start).days > 365:
        return True
    days = ((year, int(found[1]), int(found[2])) for year in {other.start.year, other.end.year})
    first, last = other.start, other.end
    return any((first.year, first.month, first.day) <= day <= (last.year, last.month, last.day) for day in days)


def is_running(date: EventDate) -> bool:
    """Whether it is a long stretch ("since January", "over the past year") rather than one occasion."""
    wide = days_wide(date)
    return is_firm(date) and date.extent == "during" and date.precision == "interval" and (wide is None or wide > 14)


def rank(date: EventDate) -> tuple[int, int, int]:
    """Sort key, best first: dated before open before bounded, day before interval, stated before relative."""
    closed = days_wide(date) is not None
    loose = (0 if closed else 1) if is_firm(date) else 2 if is_known(date) else 3
    return loose, _PRECISIONS.index(date.precision), _BASES.index(date.basis)
