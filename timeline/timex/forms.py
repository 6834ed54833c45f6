"""What the words of an expression say, before anything is known about when they were written.

A rule turns words into a *form*: either a fixed value ("1998", "three days") or a request that `resolve` answers
against the publication date, the focus of the story or an event ("Sunday", "the next day", "the day of the vote").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.models import Relation, Span, TimexType

Which = Literal["", "last", "next", "this", "previous", "following", "same", "ahead", "near"]
Base = Literal["publication", "focus", "sentence"]
Direction = Literal["", "past", "future"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value the words give by themselves: a full date, a duration, a set, ``PRESENT_REF``."""

    value: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month, year or weekday of the calendar with parts that may be missing; weekdays are ISO 1..7."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: Which = ""
    weeks: int = 0  # "Monday week" is one week after the coming Monday
    nouns: frozenset[str] = frozenset()  # of the event that a weekday counts from: "the Sunday after the vote"


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of a year or week: Q1..Q4, H1 H2, SP SU FA WI, WE (weekend)."""

    kind: str
    year: int | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day; ``name`` is a key of `holidays.HOLIDAYS`."""

    name: str
    year: int | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from the publication ("last year", "two weeks ago") or from the story's focus ("a day later").

    From the sentence: "the end of the month" is that of the month its sentence has just told of, else the one at hand.
    """

    amount: float
    unit: str  # a key of `arithmetic.GRAINS`
    base: Base = "publication"
    grain: str = ""  # the grain of the value, if it is not the unit's: "a year ago today" is a day
    compared: bool = False  # "a year earlier" keeps the grain of the period it is compared with


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The n-th unit or weekday of something larger; -1 is the last. ``unit`` is D W WE M Y Q or a weekday 1..7."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Inside:
    """An incomplete form inside a larger one: "March last year", "the first week of February"."""

    inner: Form
    outer: Form


@dataclass(frozen=True, slots=True)
class Same:
    """The period last mentioned, in another year: "the same period of 2003"."""

    outer: Form


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day (MO MI AF EV NI); ``of`` None means the day the story is at."""

    part: str
    of: Form | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time, 0:00 to 24:00; ``zone`` is an ISO offset, an abbreviation with daylight rule, or ""."""

    hour: int
    minute: int
    second: int | None = None
    zone: str = ""
    of: Form | None = None


@dataclass(frozen=True, slots=True)
class EventDay:
    """A day (or part of one) counted from an event: "the day after the vote", "election night"."""

    amount: float
    unit: str
    nouns: frozenset[str] = frozenset()
    part: str = ""


@dataclass(frozen=True, slots=True)
class CountedLength:
    """A duration counted from an event or the focus: "two days" in "two days after the vote", "within 48 hours"."""

    value: str
    amount: float
    unit: str
    nouns: frozenset[str] = frozenset()
    within: bool = False  # "within 48 hours": some time in it, not at its end
    ahead: bool = False  # "in two weeks", "two weeks away": counted from now


Form = (
    Fixed | Calendar | Period | Holiday | Relative | Ordinal | Inside | Same | DayPart | Clock | EventDay
    | CountedLength
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """What a rule returns: a form, its TIMEX3 type, and the modifier its words carry."""

    form: Form
    type: TimexType
    mod: str = ""


def date(form: Form, mod: str = "") -> Item:
    """Make a DATE."""
    return Item(form, "DATE", mod)


def time(form: Form, mod: str = "") -> Item:
    """Make a TIME."""
    return Item(form, "TIME", mod)


def length(value: str, mod: str = "") -> Item:
    """Make a DURATION."""
    return Item(Fixed(value), "DURATION", mod)


def recurring(value: str, mod: str = "") -> Item:
    """Make a SET."""
    return Item(Fixed(value), "SET", mod)


def duration(amount: float | str, unit: str) -> str:
    """Write a duration as TIMEX3: ``P3D``, ``PT48H``, ``P2.5Y``, ``PXW``; a fortnight is two weeks."""
    if unit == "FN":
        amount, unit = (amount * 2 if isinstance(amount, int | float) else amount), "W"
    number = amount if isinstance(amount, str) else f"{amount:.10g}" if amount < 1e6 else str(round(amount))
    if unit in ("H", "MIN", "S"):
        if unit == "H" and amount == 0.5:
            return "PT30M"
        return f"PT{number}{unit[0]}"
    return f"P{number}{unit}"


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found in a text and not yet resolved: exact span, type, what it asks for, which rule found it."""

    span: Span
    sentence: int
    type: TimexType
    form: Form
    rule: str
    mod: str = ""
    relation: Relation = "at"
    direction: Direction = ""  # where the clause's verb points
    range_end: int | None = None  # index of the expression that closes the range this one opens
    quoted: bool = False  # inside quotation marks
    sure: bool = False  # the direction leaves no doubt: "since", "postponed to"
