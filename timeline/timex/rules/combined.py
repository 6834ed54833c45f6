"""Expressions made of expressions: early next week, the end of March, March last year, Sunday night, 3 p.m. on Tuesday."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.forms import (
    Calendar,
    Clock,
    DayPart,
    Form,
    Holiday,
    Inside,
    Item,
    Ordinal,
    Period,
    Relative,
    date,
    time,
)
from timeline.timex.registry import Given, Parts, rule

ANY = "(D_item|M_item|My_item|Y_item|P_item|Py_item|W_item|R_item)"
COARSE = "(M_item|My_item|Y_item|P_item|Py_item|W_item|R_item)"
DAY = "D_item"
MODS = {"early": "START", "mid": "MID", "late": "END"}


def _mod(parts: Parts) -> str:
    return next((MODS[node.kind] for node in parts.nodes if node.kind in MODS), "")


@rule("(the? (early|late|mid) hyphen? on?) (D_item|M_item|My_item|Y_item|P_item|Py_item|W_item|R_item|T_item)",
      examples={"He comes [early next week].": "2024-W32/START", "in [mid-June]": "2024-06/MID", "in [late 2009]": "2009/END",
                "He left [late on Monday].": "2024-07-29/END"}, level=5,
      counterexamples=["an early vote in June"])  # fmt: skip
def early(parts: Parts) -> Given:
    item = parts.items()[-1]
    return replace(item, mod=_mod(parts))


@rule(
    "the (early|late|mid) hyphen? (R_item|decade|decadew)",
    level=2,
    examples={
        "It grew in [the early 1990s].": "199/START",
        "[the mid-2000s]": "200/MID",
        "[the early nineties]": "199/START",
    },
)
def early_decade(parts: Parts) -> Given:
    return _decade(parts)


@rule("(early|late|mid) hyphen? (decade|decadew)", level=2, examples={"songs of [mid-1960s] bands": "196/MID"})
def early_decade_bare(parts: Parts) -> Given:
    return _decade(parts)


def _decade(parts: Parts) -> Given:
    from timeline.timex.rules.absolute import decade_number, decade_word

    given = decade_number(parts) if parts.has("decade") else decade_word(parts)
    return replace(given, mod=_mod(parts)) if isinstance(given, Item) else None


@rule("(earlier|later) (in|on)? (D_item|M_item|My_item|Y_item|W_item|R_item|T_item|the_unit)",
      examples={"They met [earlier this week].": "2024-W31", "It opens [later this month].": "2024-07",
                "She spoke [earlier today].": "2024-07-31"}, level=5,
      counterexamples=["earlier talks on Monday"])  # fmt: skip
def earlier(parts: Parts) -> Given:
    if parts.has("the_unit"):
        return _in_force(parts)
    item = parts.items()[-1]
    form = item.form
    if parts.has("in", "on") or not (isinstance(form, Relative | DayPart)):
        return None
    return item


def _in_force(parts: Parts, mod: str = "") -> Given:
    return date(Relative(0, parts.text("the_unit")), mod)


@rule("the (begin|middle|end|latter half|ordw half) of ((D_item|M_item|My_item|Y_item|P_item|Py_item|W_item|R_item)|the_unit)",
      examples={"It will close by [the end of March].": "2025-03/END", "by [the end of the year]": "2024/END",
                "[the middle of 2001]": "2001/MID", "[the start of next month]": "2024-08/START"}, level=6,
      counterexamples=["the end of talks on Sunday"])  # fmt: skip
def the_end_of(parts: Parts) -> Given:
    mod = parts.text("begin", "middle", "end") or (
        "END" if parts.has("latter") or parts.number("ordw") == 2 else "START"
    )
    if parts.has("the_unit"):
        return _in_force(parts, mod)
    item = parts.items()[-1]
    if parts.has("ordw", "latter") and _is_year(item.form):
        return None
    return replace(item, mod=mod)


def _is_year(form: Form) -> bool:
    return (isinstance(form, Calendar) and form.month is None and form.day is None) or (
        isinstance(form, Relative) and form.unit == "Y")  # fmt: skip


@rule("(begin|end|middle) (D_item|M_item|My_item|Y_item)", level=6, examples={"by [end 2009]": "2009/END"})
def end_bare(parts: Parts) -> Given:
    return replace(parts.items()[-1], mod=parts.text("begin", "middle", "end"))


@rule("(P_item|M_item|D_item) (of|in|comma)? (Y_item|My_item|M_item|the_unit)",
      examples={"It fell in [the first quarter of 1999].": "1999-Q1", "He came in [March last year].": "2023-03",
                "[the first half of next year]": "2025-H1", "[the second half of November 2019]": "2019-11/END", "[the Fourth of July last year]": "2023-07-04"}, level=4,
      counterexamples=["in June, 1998 was forgotten by all men in 3 words"])  # fmt: skip
def part_of_year(parts: Parts) -> Given:
    inner = parts.items()[0]
    if inner.type != "DATE":
        return None
    if parts.has("the_unit"):
        if parts.text("the_unit") != "Y":
            return None
        return replace(inner, form=Inside(inner.form, Relative(0, "Y")))
    outer = parts.items()[1].form
    if parts.has("comma", "in") and not isinstance(outer, Calendar):
        return None
    if parts.has("of") and isinstance(inner.form, Period) and inner.form.kind[0] == "H" and not _is_year(outer):
        return replace(parts.items()[1], mod="START" if inner.form.kind == "H1" else "END")
    if (
        not _is_year(outer)
        or not isinstance(inner.form, Calendar | Period | Holiday)
        or (isinstance(inner.form, Calendar) and inner.form.weekday)
    ):
        return None
    return replace(inner, form=Inside(inner.form, outer))


@rule("D_item (of|in)? (W_item)", level=4, examples={"It opens on [Thursday of next week].": "2024-08-08",
                                                     "the [Monday of last week]": "2024-07-22"},
      counterexamples=["Monday or next week"])  # fmt: skip
def day_of_week(parts: Parts) -> Given:
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


@rule("the (ordinal|ordw|last|final) (full|trading)? trading? (unit|D_item) (of|in) "
      "(D_item|M_item|My_item|Y_item|P_item|Py_item|W_item|R_item|the_unit)",
      examples={"It closed on [the last day of August].": "2023-08-31", "[the first week of February 2000]": "2000-W05",
                "[the first Saturday of September 2004]": "2004-09-04", "on [the last day of the year]": "2024-12-31"},
      level=5, counterexamples=["the first day of talks"])  # fmt: skip
def nth_of(parts: Parts) -> Given:
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
    examples={"They vote on [the last Sunday of June 2023].": "2023-06-25"},
    counterexamples=["last Sunday in talks"],
)
def last_weekday_of(parts: Parts) -> Given:
    named = parts.items()[0].form
    if not (isinstance(named, Calendar) and named.weekday and named.which == "last" and not parts.has("the_unit")):
        return None
    return date(Inside(Ordinal(-1, str(named.weekday)), parts.items()[1].form))


@rule("the_unit of (D_item|M_item|My_item)", level=4,
      examples={"in [the week of April 23]": "2024-W17", "in [the month of May 1998]": "1998-05"},
      counterexamples=["the week of talks"])  # fmt: skip
def unit_of(parts: Parts) -> Given:
    unit, item = parts.text("the_unit"), parts.items()[0]
    if unit == "D":
        return item
    return date(Inside(Ordinal(0, unit), item.form)) if unit in ("W", "M", "WE") else None


@rule("the? D_item (comma|on|at)? (part|dawn|midday) | the? D_item (at) (noon)",
      examples={"It fell on [Sunday night].": "2024-07-28TNI", "He comes [tomorrow morning].": "2024-08-01TMO"}, level=5,
      counterexamples=["Sunday or night"])  # fmt: skip
def day_then_part(parts: Parts) -> Given:
    item = parts.items()[0]
    if parts.has("comma") or item.type != "DATE":
        return None
    return time(
        DayPart(parts.text("part", "dawn", "midday"), item.form), "START" if parts.text("dawn") == "MO" else item.mod
    )


@rule("the? (early|late)? part units", level=2, examples={})
def hours_of_part(parts: Parts) -> Given:
    return ("early_hours", parts.text("part")) if parts.text("units") == "H" else None


@rule("the early units of", level=2, examples={})
def early_hours_words(parts: Parts) -> Given:
    return ("early_hours", "MO") if parts.text("units") == "H" else None


@rule(
    "early_hours (of|on)? D_item",
    level=5,
    examples={
        "He died in [the early hours of Monday].": "2024-07-29TMO/START",
        "She fell in [the early morning hours Friday].": "2024-07-26TMO/START",
    },
)
def early_hours(parts: Parts) -> Given:
    part = parts.text("early_hours")
    return time(DayPart(part, parts.items()[0].form), "START" if part == "MO" else "")


@rule("the? (part|dawn) (of|on) D_item | the? (part|dawn) D_item",
      examples={"It rained on [night of July 2].": "2024-07-02TNI"}, level=5,
      counterexamples=["the night of a king"])  # fmt: skip
def part_then_day(parts: Parts) -> Given:
    return time(
        DayPart(parts.text("part", "dawn"), parts.items()[0].form), "START" if parts.text("dawn") == "MO" else ""
    )


@rule("(T_item) (of|on)? D_item", level=6, examples={"It rained on [the morning of 31 March 1990].": "1990-03-31TMO"})
def part_item_then_day(parts: Parts) -> Given:
    part, day = parts.items()
    if not isinstance(part.form, DayPart) or part.form.of is not None or day.type != "DATE":
        return None
    return replace(part, form=DayPart(part.form.part, day.form))


@rule("D_item (at)? T_item", level=6, examples={"He fell [yesterday at dawn].": "2024-07-30TMO/START"},
      counterexamples=["yesterday the night fell"])  # fmt: skip
def day_then_part_item(parts: Parts) -> Given:
    day, part = parts.items()
    if not isinstance(part.form, DayPart) or part.form.of is not None or day.type != "DATE":
        return None
    if parts.nodes[-1].last - parts.nodes[-1].first > 1:
        return None
    return replace(part, form=DayPart(part.form.part, day.form))


@rule(
    "(early|late) in the_unit",
    level=5,
    examples={"The toll passed 100 [early in the day].": "2024-07-31/START", "It rose [late in the year].": "2024/END"},
)
def early_in(parts: Parts) -> Given:
    return _in_force(parts, _mod(parts))


@rule("C_item (on|comma|of|at)? (D_item|T_item) | C_item (in) the (T_item)",
      examples={"It opened at [3 p.m. on Tuesday].": "2024-07-30T15:00", "[11 a.m. Thursday]": "2024-07-25T11:00",
                "at [noon on Sunday]": "2024-07-28T12:00"}, level=7,
      counterexamples=["3 p.m. or Tuesday"])  # fmt: skip
def clock_then_day(parts: Parts) -> Given:
    first, second = parts.items()
    return _timed(first, second)


@rule(
    "(D_item|T_item) (at|comma|on|around|by)? C_item",
    examples={"He speaks [tomorrow at 2 p.m.]": "2024-08-01T14:00"},
    level=7,
    counterexamples=["Tuesday or 3 p.m."],
)
def day_then_clock(parts: Parts) -> Given:
    day, hour = parts.items()
    return None if parts.has("comma") else _timed(hour, day)


def _timed(hour: Item, day: Item) -> Item | None:
    form, of = hour.form, day.form
    if not isinstance(form, Clock) or form.of is not None:
        return None
    if isinstance(of, DayPart):
        if of.of is None:
            return None
        late = of.part in ("AF", "EV", "NI") and form.hour < 12 and (of.part != "NI" or form.hour > 4)
        return Item(replace(form, of=of.of, hour=form.hour + 12 if late else form.hour), "TIME", hour.mod)
    return Item(replace(form, of=of), "TIME", hour.mod) if day.type == "DATE" else None
