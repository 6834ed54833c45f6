"""Two expressions that share their words: 3-5 May, Dec. 9 and 10, April 29-May 3, 1998-99."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.timex.forms import Calendar, Clock, Fixed, Item, Period, Relative, date, length, time
from timeline.timex.grammar import Made
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.tokens import Node


def _made(node: Node, item: Item, rule_name: str) -> Made:
    return Made("D_item", node.first, node.last, item, rule_name, (node.first, node.last))


@rule(
    "(num2|ordinal) (hyphen|to|and|or|dash|thru) D_item",
    examples={"The vote is on [3]-[5 May].": "2024-05-03 2024-05-05"},
    level=8,
    counterexamples=["The score was 3 to 5."],
)
def days_then_month(parts: Parts) -> Given:
    """ "3-5 May": the first day shares the month."""
    first, last = parts.nodes[0], parts.nodes[-1]
    form = last.value.form if isinstance(last.value, Item) else None
    day = parts.number("num2", "ordinal")
    if not (isinstance(form, Calendar) and isinstance(last, Made) and form.month and form.day and 1 <= day < form.day):
        return None
    if not last.rule.startswith("day_month"):
        return None
    return [_made(first, date(Calendar(form.year, form.month, day)), "days_then_month"), last]


@rule(
    "D_item (hyphen|to|and|or|dash|thru|comma and?) (num2|ordinal) (comma? Y_item)?",
    examples={
        "They met on [Dec. 9] and [10].": "2023-12-09 2023-12-10",
        "the [March 1]-[3, 1998] talks": "1998-03-01 1998-03-03",
    },
    level=8,
    counterexamples=["They met on Dec. 9 and 8."],
)
def month_then_days(parts: Parts) -> Given:
    """ "Dec. 9 and 10", "March 1-3, 1998"."""
    first, last = parts.nodes[0], next(node for node in reversed(parts.nodes) if node.kind in ("num2", "ordinal"))
    form = first.value.form if isinstance(first.value, Item) else None
    day = parts.number("num2", "ordinal")
    if not (
        isinstance(form, Calendar) and isinstance(first, Made) and form.month and form.day and form.day < day <= 31
    ):
        return None
    if not first.rule.startswith("month_day"):
        return None
    years = [item.form.year for item in parts.items()[1:] if isinstance(item.form, Calendar)]
    year = years[0] if years else form.year
    opening = replace(first, value=date(Calendar(year, form.month, form.day)))
    end = parts.nodes[-1].last if years else last.last
    closing = Made(
        "D_item", last.first, end, date(Calendar(year, form.month, day)), "month_then_days", (last.first, end)
    )
    return [opening, closing]


@rule(
    "the? $nth (and|or|to|thru) the? $nth hyphen? (unit|units)",
    examples={
        "It was built in [the 18th] and [19th centuries].": "17 18",
        "Sales fell in [the first] and [second quarters].": "2024-Q1 2024-Q2",
    },
    counterexamples=["the first and second weeks", "the first and tenth quarters"],
)
def two_ordinals(parts: Parts) -> Given:
    """ "the 18th and 19th centuries", "the second and third quarters": the first shares the unit."""
    unit = parts.text("unit", "units")
    places = [index for index, node in enumerate(parts.nodes) if node.kind in ("ordinal", "ordw")]
    numbers = [int(str(parts.nodes[index].value)) for index in places]
    if unit not in ("Q", "CE") or max(numbers) > (4 if unit == "Q" else 21):
        return None
    forms = [Period(f"Q{number}") if unit == "Q" else Fixed(f"{number - 1:02d}") for number in numbers]
    joiner = next(node for node in parts.nodes if node.kind in ("and", "or", "to", "thru"))
    spans = [(parts.nodes[0].first, parts.nodes[places[0]].last), (joiner.last, parts.nodes[-1].last)]
    return [
        Made("R_item", first, last, date(form), "two_ordinals", (first, last))
        for form, (first, last) in zip(forms, spans, strict=True)
    ]


@rule(
    "(Y_item|My_item|W_item) (and|or) (next|last)",
    examples={
        "Output will shrink [this year] and [next].": "2024 2025",
        "due [this month] or [next]": "2024-07 2024-08",
        "Output shrank [this year] and [last].": "2024 2023",
    },
    level=8,
    counterexamples=["It rose this year and next to nothing was said.", "in 1998 and next month"],
)
def this_and_next(parts: Parts) -> Given:
    """ "this year and next": the second shares the unit."""
    first, last = parts.nodes[0], parts.nodes[-1]
    form = first.value.form if isinstance(first.value, Item) else None
    if not (isinstance(form, Relative) and form.amount == 0 and form.base == "publication"):
        return None
    return [first, _made(last, date(Relative(1 if parts.has("next") else -1, form.unit)), "this_and_next")]


@rule(
    "(num2|numw) (to|or) L_item",
    examples={"It takes [two] or [three days].": "P2D P3D", "for [seven] to [10 weeks]": "P7W P10W"},
    level=8,
    counterexamples=["They won six to three days ago.", "The vote was 5 to 4 for years."],
)
def shared_unit(parts: Parts) -> Given:
    """ "two or three days": the first amount shares the unit."""
    first, last = parts.nodes[0], parts.nodes[-1]
    form = last.value.form if isinstance(last.value, Item) else None
    match = re.fullmatch(r"P(T?)(\d+)(\D+)", form.value) if isinstance(form, Fixed) else None
    number = parts.number("num2", "numw")
    if match is None or not isinstance(last, Made) or last.rule != "measured_length" or number >= int(match[2]):
        return None
    item = length(f"P{match[1]}{number}{match[3]}")
    return [Made("L_item", first.first, first.last, item, "shared_unit", (first.first, first.last)), last]


FINER = {"H": "M", "M": "S"}
LENGTH = re.compile(r"P(T?)(\d+)([DWMYHS])")


@rule(
    "L_item (and|comma|comma and) L_item",
    examples={"It took [two hours and 20 minutes].": "PT2H20M", "He served [five years and three months].": "P5Y3M"},
    level=8,
    counterexamples=[
        "It took two days and 20 minutes.",
        "It lasted two years, three months longer.",
        "years and months",
    ],
)
def two_measures(parts: Parts) -> Given:
    """ "two hours and 20 minutes": one length in two units."""
    first, last = parts.nodes[0], parts.nodes[-1]
    values = [item.form.value for item in parts.items() if isinstance(item.form, Fixed)]
    found = [LENGTH.fullmatch(value) for value in values]
    if len(found) != 2 or not (isinstance(last, Made) and last.rule == "measured_length" and isinstance(first, Made)):
        return None
    coarse, fine = found
    if coarse is None or fine is None or coarse[1] != fine[1]:
        return None
    clock = coarse[1] == "T" and FINER.get(coarse[3]) == fine[3]
    calendar = not coarse[1] and coarse[3] + fine[3] == "YM" and not parts.has("comma")
    return length(f"{values[0]}{fine[2]}{fine[3]}", parts.items()[0].mod) if clock or calendar else None


def _short_year(year: int, short: int) -> bool:
    """Tell whether two digits close a range of years: "1998-99", "1975-85"; up to 12 only the next year does."""
    return (year + 1) % 100 == short or 12 < short > year % 100


@rule(
    "Y_item hyphen num2",
    examples={"The drought of [1988]-[89] was worse.": "1988 1989", "from [1975]-[85]": "1975 1985"},
    level=8,
    counterexamples=["The 1988-12 vote"],
)
def years_short(parts: Parts) -> Given:
    """ "1988-89"."""
    first, last = parts.nodes[0], parts.nodes[-1]
    form = first.value.form if isinstance(first.value, Item) else None
    short = parts.number("num2")
    if not (isinstance(form, Calendar) and form.year and form.month is None and _short_year(form.year, short)):
        return None
    return [first, _made(last, date(Calendar(form.year + (short - form.year) % 100)), "years_short")]


@rule(
    "(from|between) (num2|numw) (and|to|until|hyphen|dash) (C_item|T_item)",
    examples={
        "The hall is open from [10] to [11 a.m.]": "2024-07-31T10:00 2024-07-31T11:00",
        "It was lit between [11] and [2 p.m.]": "2024-07-31T11:00 2024-07-31T14:00",
        "They sang between [2] and [4 a.m. Tuesday].": "2024-07-30T02:00 2024-07-30T04:00",
    },
    level=8,
    counterexamples=["They won by 10 to 11, a.m. papers said.", "It rose from 30 to 4 p.m. levels."],
)
def shared_half_day(parts: Parts) -> Given:
    """ "from 10 to 11 a.m.": the first hour shares the half of the day, unless that would turn the range round."""
    opening, last, hour = parts.nodes[0], parts.nodes[-1], parts.number("num2", "numw")
    item = last.value
    if not (isinstance(item, Item) and isinstance(item.form, Clock) and isinstance(last, Made) and 1 <= hour <= 12):
        return None
    end = item.form
    if last.rule == "twenty_four_hours" or end.hour > 23 or (end.hour == 0 and hour < 12):
        return None
    same = hour % 12 + (12 if end.hour >= 12 else 0)
    start = same if same < end.hour or (same == end.hour and end.minute) else (same - 12) % 24
    first = parts.nodes[1]
    made = Made("T_item", first.first, first.last, time(replace(end, hour=start, minute=0, second=None)),
                "shared_half_day", (first.first, first.last))  # fmt: skip
    return [opening, made, last]
