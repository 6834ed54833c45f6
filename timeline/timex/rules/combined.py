"""Dates made of dates: early next week, the end of March, March last year, the first Saturday of September."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.forms import (
    Calendar,
    DayPart,
    Form,
    Holiday,
    Inside,
    Item,
    Ordinal,
    Relative,
    date,
)
from timeline.timex.grammar import Made
from timeline.timex.registry import Given, Parts, rule

MODS = {"early": "START", "mid": "MID", "late": "END"}


def mod_of_phrase(parts: Parts) -> str:
    """Give the modifier that early, mid and late make."""
    return next((MODS[node.kind] for node in parts.nodes if node.kind in MODS), "")


@rule(
    "(the? (early|late|mid) hyphen? on?) ($date|T_item)",
    examples={
        "He comes [early next week].": "2024-W32/START",
        "in [mid-June]": "2024-06/MID",
        "in [late 2009]": "2009/END",
        "He left [late on Monday].": "2024-07-29/END",
    },
    level=5,
    counterexamples=["an early vote in June"],
)
def early(parts: Parts) -> Given:
    """ "early next week", "mid-June", "late on Monday"."""
    item = parts.items()[-1]
    return replace(item, mod=mod_of_phrase(parts))


@rule(
    "the (early|late|mid) hyphen? (R_item|decade|decadew)",
    level=2,
    examples={
        "It grew in [the early 1990s].": "199/START",
        "[the mid-2000s]": "200/MID",
        "[the early nineties]": "199/START",
    },
    counterexamples=["the early 1995 vote", "an early 1990s car"],
)
def early_decade(parts: Parts) -> Given:
    """ "the early 1990s"."""
    return _decade(parts)


@rule(
    "(early|late|mid) hyphen? (decade|decadew)",
    level=2,
    examples={"songs of [mid-1960s] bands": "196/MID"},
    counterexamples=["a man in his early 60s", "the mid-1960s"],
)
def early_decade_bare(parts: Parts) -> Given:
    """ "mid-1960s", without the article."""
    return _decade(parts)


def _decade(parts: Parts) -> Given:
    from timeline.timex.rules.eras import decade_number, decade_word

    given = decade_number(parts) if parts.has("decade") else decade_word(parts)
    return replace(given, mod=mod_of_phrase(parts)) if isinstance(given, Item) else None


@rule(
    "(earlier|later) (in|on)? (D_item|M_item|My_item|Y_item|W_item|R_item|T_item|the_unit)",
    examples={
        "They met [earlier this week].": "2024-W31",
        "It opens [later this month].": "2024-07",
        "She spoke [earlier today].": "2024-07-31",
    },
    level=5,
    counterexamples=["earlier talks on Monday"],
)
def earlier(parts: Parts) -> Given:
    """ "earlier this week", "later today"."""
    if parts.has("the_unit"):
        return in_force(parts)
    item = parts.items()[-1]
    form = item.form
    if parts.has("in", "on") or not (isinstance(form, Relative | DayPart)):
        return None
    return item


def in_force(parts: Parts, mod: str = "") -> Given:
    """Give "the year" as the one at hand."""
    return date(Relative(0, parts.text("the_unit"), "sentence"), mod)


@rule(
    "the (begin|middle|end|latter half|ordw half) of ($date|the_unit)",
    examples={
        "It will close by [the end of March].": "2025-03/END",
        "by [the end of the year]": "2024/END",
        "[the middle of 2001]": "2001/MID",
        "[the start of next month]": "2024-08/START",
    },
    level=6,
    counterexamples=["the end of talks on Sunday"],
)
def the_end_of(parts: Parts) -> Given:
    """ "the end of March", "the middle of 2001"."""
    mod = parts.text("begin", "middle", "end") or (
        "END" if parts.has("latter") or parts.number("ordw") == 2 else "START"
    )
    if parts.has("the_unit"):
        return in_force(parts, mod)
    item = parts.items()[-1]
    if parts.has("ordw", "latter") and is_year(item.form):
        return None
    return replace(item, mod=mod)


def is_year(form: Form) -> bool:
    """Tell whether a form names or counts a whole year: "1997", "last year"."""
    return (isinstance(form, Calendar) and form.month is None and form.day is None) or (
        isinstance(form, Relative) and form.unit == "Y"
    )


@rule(
    "(by|at|in|since|until|before|after|from|of|thru) <end (D_item|M_item|My_item|Y_item)>",
    level=6,
    examples={"by [end 2009]": "2009/END", "since [end March]": "2024-03/END"},
    counterexamples=[
        "the end of 2009",
        "in the end, 2009 was good",
        "It will close early next year.",
        "They end Monday.",
    ],
)
def end_bare(parts: Parts) -> Given:
    """ "end 2009", after a preposition: elsewhere it is a verb."""
    return replace(parts.items()[-1], mod="END")


@rule(
    "D_item (of|in)? (W_item)",
    level=4,
    examples={"It opens on [Thursday of next week].": "2024-08-08", "the [Monday of last week]": "2024-07-22"},
    counterexamples=["Monday or next week"],
)
def day_of_week(parts: Parts) -> Given:
    """ "Thursday of next week"."""
    day, week = (item.form for item in parts.items())
    if not (
        isinstance(day, Calendar)
        and day.weekday
        and day.day is None
        and isinstance(week, Relative)
        and week.unit == "W"
    ):
        return None
    return date(Inside(day, week))


@rule(
    "the (ordinal|ordw|last|final) (full|trading)? trading? (unit|D_item) (of|in) ($date|the_unit)",
    examples={
        "It closed on [the last day of August].": "2023-08-31",
        "[the first week of February 2000]": "2000-W05",
        "[the first Saturday of September 2004]": "2004-09-04",
        "on [the last day of the year]": "2024-12-31",
    },
    level=5,
    counterexamples=["the first day of talks"],
)
def nth_of(parts: Parts) -> Given:
    """ "the last day of August", "the first Saturday of September"."""
    number = -1 if parts.has("last", "final") else parts.number("ordinal", "ordw")
    items = parts.items()
    outer: Form = Relative(0, parts.text("the_unit")) if parts.has("the_unit") else items[-1].form
    unit = parts.text("unit")
    if not unit:
        named = items[0].form
        unit = str(named.weekday) if isinstance(named, Calendar) and named.weekday and not named.day else ""
        if len(items) < 2 and not parts.has("the_unit"):
            return None
    if unit not in {"D", "W", "WE", "M", "Q", *"1234567"}:
        return None
    return date(Inside(Ordinal(number, unit), outer))


@rule(
    "D_item (of|in) (M_item|My_item|Y_item|the_unit)",
    level=5,
    examples={
        "They vote on [the last Sunday of June 2023].": "2023-06-25",
        "on [the last Friday of the month]": "2024-07-26",
    },
    counterexamples=["last Sunday in talks"],
)
def last_weekday_of(parts: Parts) -> Given:
    """ "the last Sunday of June"."""
    named = parts.items()[0].form
    if not (isinstance(named, Calendar) and named.weekday and named.which == "last"):
        return None
    outer: Form = Relative(0, parts.text("the_unit")) if parts.has("the_unit") else parts.items()[1].form
    return date(Inside(Ordinal(-1, str(named.weekday)), outer))


@rule(
    "(D_item|W_item) D_item",
    level=4,
    examples={
        "It closed [the day before Christmas].": "2023-12-24",
        "He left [the week after Easter].": "2024-W14",
    },
    counterexamples=["the day before, Christmas came", "Sunday Monday"],
)
def beside_a_day(parts: Parts) -> Given:
    """ "the day before Christmas"."""
    first, day = parts.nodes[0], parts.items()[1]
    if not (isinstance(first, Made) and first.rule == "unit_before" and isinstance(day.form, Holiday)):
        return None
    step = parts.items()[0].form
    return date(Inside(step, day.form)) if isinstance(step, Relative) and step.unit in ("D", "W") else None


@rule(
    "the_unit of (D_item|M_item|My_item)",
    level=4,
    examples={"in [the week of April 9]": "2024-W15", "in [the month of May 1998]": "1998-05"},
    counterexamples=["the week of talks"],
)
def unit_of(parts: Parts) -> Given:
    """ "the week of April 9", "the month of May"."""
    unit, item = parts.text("the_unit"), parts.items()[0]
    if unit == "D":
        return item
    return date(Inside(Ordinal(0, unit), item.form)) if unit in ("W", "M", "WE") else None
