"""Words that count from a date of the story: the next day, two days later, that evening, the year before."""

from __future__ import annotations

from timeline.timex.forms import Calendar, DayPart, EventDay, Inside, Item, Relative, Same, date, time
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.relative import count

STEP = {
    "next": 1,
    "following": 1,
    "previous": -1,
    "same": 0,
    "that": 0,
    "after": 1,
    "later": 1,
    "before": -1,
    "earlier": -1,
    "last": -1,
}


def step_of(parts: Parts) -> int:
    """Give the step a word asks for: the next one, the same, the one before."""
    return next((STEP[node.kind] for node in parts.nodes if node.kind in STEP), 0)


@rule(
    "the very? (next|following|previous) unit | (that|the) very? same unit | that very? unit",
    examples={
        "It began on July 2 and ended [the next day].": "2024-07-03",
        "He came in March 2001 and left [the following month].": "2001-04",
        "It was hit on July 2 and rebuilt [the same day].": "2024-07-02",
        "He won in 1998 and died [that year].": "1998",
        "It was hit on July 2 and rebuilt [that very same day].": "2024-07-02",
    },
    counterexamples=["over the next year"],
)
def unit_in_story(parts: Parts) -> Given:
    """ "the next day", "that month", "the same year": counted from the story."""
    unit = parts.text("unit")
    if unit in ("H", "MIN", "FN") or (parts.has("next") and unit in ("Y", "DE", "CE", "Q")):
        return None
    return date(Relative(step_of(parts), unit, "focus"))


@rule(
    "the unit (before|after|earlier|later)",
    examples={
        "It opened on July 2, and sold out [the day before].": "2024-07-01",
        "It fell in 1998 and [the year before].": "1997",
    },
    counterexamples=["the minute after"],
)
def unit_before(parts: Parts) -> Given:
    """ "the day before", "the year earlier"."""
    unit = parts.text("unit")
    if unit in ("H", "MIN", "FN"):
        return None
    return date(Relative(step_of(parts), unit, "focus"))


@rule(
    "($approx|over|under)? ($qty|a) $unit_ (later|earlier|before|after)",
    examples={
        "He fell ill on July 2 and died [three days later].": "2024-07-05",
        "She came in 1998 and left [two years later].": "2000",
        "It fell on July 20; [a week earlier] it stood.": "2024-W28",
    },
    counterexamples=["two times later"],
)
def so_long_after(parts: Parts) -> Given:
    """ "three days later", "a year earlier"."""
    if parts.nodes[-1].kind in ("before", "after"):
        return None
    sign = 1 if parts.has("later") else -1
    single = parts.has("a") and parts.text("unit") in ("Y", "Q", "M", "W")
    return count(parts, sign, "focus", compared=single and sign < 0)


@rule(
    "(that|that very|the very? same|that very? same|the previous|the next|the following|the) (part|dawn)",
    examples={
        "They met on July 2 and dined [that evening].": "2024-07-02TEV",
        "He left on July 2, in [the night].": "2024-07-02TNI",
        "They met on July 2 and dined [that very evening].": "2024-07-02TEV",
        "It fell on July 2 and rose [the next morning].": "2024-07-03TMO",
    },
    counterexamples=["the second night"],
)
def part_in_story(parts: Parts) -> Given:
    """ "that evening", "the next morning", "the night"."""
    part = parts.text("part", "dawn")
    if len(parts.nodes) == 2 and parts.has("the"):
        return time(DayPart(part)) if parts.has("part") else None
    return time(DayPart(part, Relative(step_of(parts), "D", "focus")))


@rule(
    "the part (before|after)",
    examples={"He won on July 2; [the night before], he slept.": "2024-07-01TNI"},
    counterexamples=["In the evening, before supper, he slept.", "a night after the vote"],
)
def part_before(parts: Parts) -> Given:
    """ "the night before"."""
    return time(DayPart(parts.text("part"), Relative(step_of(parts), "D", "focus")))


@rule(
    "(the same|that|the previous|the following|the next) month",
    examples={"It began in May 1998 and ended [that October].": "1998-10"},
    counterexamples=["that may be"],
)
def month_in_story(parts: Parts) -> Given:
    """ "that October", "the following March"."""
    step = step_of(parts)
    return (
        date(Inside(Calendar(month=parts.number("month")), Relative(step, "Y", "focus")))
        if step <= 0
        else date(Calendar(month=parts.number("month"), which="following"))
    )


@rule(
    "the (same|like) (period|time|unit|part) (of|in)? year",
    examples={"It fell in the first half of 2023, from [the same period of 2022].": "2022-H1"},
    counterexamples=["the same time zone"],
)
def same_period(parts: Parts) -> Given:
    """ "the same period of 2022"."""
    return date(Same(Calendar(parts.number("year"))))


@rule(
    "the (same|like) (period|time|unit|part) (a unit (earlier|ago|before)|last unit|the previous unit)",
    examples={
        "It rose in June 2023, from [the same month a year earlier].": "2022-06",
        "It fell in the second quarter, against [the same period last year].": "2023-Q2",
        "It fell in the first quarter from [the corresponding period a year ago].": "2023-Q1",
    },
    counterexamples=["the same night a fox came"],
)
def same_time_before(parts: Parts) -> Given:
    """ "the same month a year earlier"."""
    return date(Relative(-1, "Y", "focus", compared=True))


def event_day(item: Item, nouns: frozenset[str]) -> Item | None:
    """Turn "the day before", followed by a noun, into a day counted from the event the noun names."""
    form = item.form
    if isinstance(form, Relative) and form.base == "focus":
        return Item(EventDay(form.amount, form.unit, nouns), item.type, item.mod)
    if isinstance(form, DayPart) and isinstance(form.of, Relative):
        return Item(EventDay(form.of.amount, form.of.unit, nouns, form.part), item.type, item.mod)
    return None
