"""Times with their day: Sunday night, the early hours of Monday, 3 p.m. on Tuesday, late in the year."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.forms import Clock, DayPart, Item, time
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.combined import in_force, mod_of_phrase


@rule(
    "(early|late|mid)? D_item (comma|on|at)? (part|dawn|midday) | D_item (at) (noon)",
    examples={
        "It fell on [Sunday night].": "2024-07-28TNI",
        "He comes [tomorrow morning].": "2024-08-01TMO",
        "It fell [late Sunday night].": "2024-07-28TNI/END",
    },
    level=5,
    counterexamples=["Sunday or night"],
)
def day_then_part(parts: Parts) -> Given:
    """ "Sunday night", "tomorrow morning"."""
    item = parts.items()[0]
    if parts.has("comma") or item.type != "DATE":
        return None
    mod = "START" if parts.text("dawn") == "MO" else mod_of_phrase(parts) or item.mod
    return time(DayPart(parts.text("part", "dawn", "midday"), item.form), mod)


@rule(
    "the? (early|late)? part units",
    level=2,
    gives_class=True,
    examples={"[the early morning hours] of Monday": "early_hours MO", "[evening hours] on Monday": "early_hours EV"},
    counterexamples=["the early hours of Monday", "night weeks"],
)
def hours_of_part(parts: Parts) -> Given:
    """ "the early morning hours"."""
    return ("early_hours", parts.text("part")) if parts.text("units") == "H" else None


@rule(
    "the (early|small) units of?",
    level=2,
    gives_class=True,
    examples={
        "[the early hours of] Monday": "early_hours MO",
        "[the predawn hours] Monday": "early_hours MO",
        "[the small hours of] Monday": "early_hours MO",
    },
    counterexamples=["the early days of the war", "the hours of Monday", "the small units of the army"],
)
def early_hours_words(parts: Parts) -> Given:
    """ "the early hours of"."""
    return ("early_hours", "MO") if parts.text("units") == "H" else None


@rule(
    "the? (early|late|mid) hyphen? part | (early|late) in the part",
    examples={
        "It fell in [early afternoon] trading.": "2024-07-31TAF/START",
        "Rain fell [late in the evening].": "2024-07-31TEV/END",
        "By [mid-morning], it was over.": "2024-07-31TMO/MID",
    },
    counterexamples=["an early vote in the morning", "the early morning hours of Monday"],
)
def early_part(parts: Parts) -> Given:
    """ "early afternoon", "late in the evening"."""
    return time(DayPart(parts.text("part")), mod_of_phrase(parts))


@rule(
    "early_hours (of|on)? D_item",
    level=5,
    examples={
        "He died in [the early hours of Monday].": "2024-07-29TMO/START",
        "She fell in [the early morning hours Friday].": "2024-07-26TMO/START",
    },
    counterexamples=["She fell in the early hours of the vote.", "the early hours, Monday apart"],
)
def early_hours(parts: Parts) -> Given:
    """ "the early hours of Monday"."""
    part = parts.text("early_hours")
    return time(DayPart(part, parts.items()[0].form), "START" if part == "MO" else "")


@rule(
    "the? (part|dawn) (of|on) D_item | the? (part|dawn) D_item",
    examples={"It rained on [night of July 2].": "2024-07-02TNI"},
    level=5,
    counterexamples=["the night of a king"],
)
def part_then_day(parts: Parts) -> Given:
    """ "night of July 2"."""
    return time(
        DayPart(parts.text("part", "dawn"), parts.items()[0].form), "START" if parts.text("dawn") == "MO" else ""
    )


@rule(
    "(T_item) (of|on)? D_item",
    level=6,
    examples={"It rained on [the morning of 30 March 1991].": "1991-03-30TMO"},
    counterexamples=["In the morning or on 30 March 1991, it rained.", "It rained this morning, Sunday said."],
)
def part_item_then_day(parts: Parts) -> Given:
    """ "the morning of 30 March"."""
    part, day = parts.items()
    if not isinstance(part.form, DayPart) or part.form.of is not None or day.type != "DATE":
        return None
    return replace(part, form=DayPart(part.form.part, day.form))


@rule(
    "D_item (at)? T_item",
    level=6,
    examples={"He fell [yesterday at dawn].": "2024-07-30TMO/START"},
    counterexamples=["yesterday the night fell"],
)
def day_then_part_item(parts: Parts) -> Given:
    """ "yesterday at dawn"."""
    day, part = parts.items()
    if not isinstance(part.form, DayPart) or part.form.of is not None or day.type != "DATE":
        return None
    if parts.nodes[-1].last - parts.nodes[-1].first > 1:
        return None
    return replace(part, form=DayPart(part.form.part, day.form))


@rule(
    "(early|late) in the_unit",
    level=5,
    examples={"Rain fell [early in the day].": "2024-07-31/START", "It rose [late in the year].": "2024/END"},
    counterexamples=["It rose late in 2009.", "He was late; in the day, it rained."],
)
def early_in(parts: Parts) -> Given:
    """ "early in the day", "late in the year"."""
    return in_force(parts, mod_of_phrase(parts))


@rule(
    "C_item (on|comma|of|at|in)? (D_item|T_item)",
    examples={
        "It opened at [3 p.m. on Tuesday].": "2024-07-30T15:00",
        "[11 a.m. Thursday]": "2024-07-25T11:00",
        "at [noon on Sunday]": "2024-07-28T12:00",
        "at [3 o'clock in the afternoon]": "2024-07-31T15:00",
    },
    level=7,
    counterexamples=["3 p.m. or Tuesday"],
)
def clock_then_day(parts: Parts) -> Given:
    """ "3 p.m. on Tuesday"."""
    first, second = parts.items()
    return _timed(first, second)


@rule(
    "(at|by|until|before|after|since|from) <(num2|numw) in? T_item>",
    examples={
        "It opened at [nine this morning].": "2024-07-31T09:00",
        "by [8 tonight]": "2024-07-31T20:00",
        "at [3 in the morning]": "2024-07-31T03:00",
    },
    level=7,
    counterexamples=["He met 9 this morning.", "at 45 this morning"],
)
def hour_then_part(parts: Parts) -> Given:
    """ "at nine this morning"."""
    hour = parts.number("num2", "numw")
    return _timed(time(Clock(hour, 0)), parts.items()[0]) if 1 <= hour <= 12 else None


@rule(
    "(D_item|T_item) (at|comma|on|around|by)? C_item",
    examples={"He speaks [tomorrow at 2 p.m.]": "2024-08-01T14:00"},
    level=7,
    counterexamples=["Tuesday or 3 p.m."],
)
def day_then_clock(parts: Parts) -> Given:
    """ "tomorrow at 2 p.m." """
    day, hour = parts.items()
    return None if parts.has("comma") else _timed(hour, day)


def _timed(hour: Item, day: Item) -> Item | None:
    form, of = hour.form, day.form
    if not isinstance(form, Clock) or form.of is not None:
        return None
    if isinstance(of, DayPart):
        late = of.part in ("AF", "EV", "NI") and form.hour < 12 and (of.part != "NI" or form.hour > 4)
        return Item(replace(form, of=of.of, hour=form.hour + 12 if late else form.hour), "TIME", hour.mod)
    return Item(replace(form, of=of), "TIME", hour.mod) if day.type == "DATE" else None
