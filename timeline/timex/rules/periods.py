"""Quarters, halves, seasons and weekends, with or without their year."""

from __future__ import annotations

from timeline.timex.forms import Base, Inside, Item, Period, Relative, date, duration, length
from timeline.timex.grammar import Made
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.weekday import which_of


@rule(
    "(the|this|last|next)? (fiscal|financial)? $nth hyphen? unit",
    examples={"Profit rose in [the third quarter].": "2024-Q3", "[fourth-quarter] sales fell": "2023-Q4"},
    counterexamples=["the third day of talks"],
    level=3,
)
def quarter(parts: Parts) -> Given:
    """ "the third quarter"."""
    number = parts.number("ordinal", "ordw")
    if parts.text("unit") != "Q" or not 1 <= number <= 4:
        return None
    return date(Period(f"Q{number}", which=which_of(parts)))


@rule(
    "(the|this|last|next)? month unit",
    level=2,
    examples={
        "Sales rose from [the June quarter].": "2024-Q2",
        "Net fell in [the December quarter].": "2023-Q4",
    },
    counterexamples=["the June week", "It opened in June, quarter by quarter.", "the January quarter"],
)
def quarter_of_month(parts: Parts) -> Given:
    """ "the September quarter": the one that ends with the month."""
    number = parts.number("month")
    if parts.text("unit") != "Q" or number % 3:
        return None
    return date(Period(f"Q{number // 3}", which=which_of(parts)))


@rule(
    "quarterabbr year?",
    examples={"Output was flat in [Q2].": "2024-Q2", "[Q3 2023]": "2023-Q3"},
    counterexamples=["The Q5 sold well.", "Q and 2023 were missing."],
)
def quarter_abbreviated(parts: Parts) -> Given:
    """ "Q3", "Q3 2023"."""
    number = parts.text("quarterabbr").strip("Qq")
    return date(Period(f"Q{number}", parts.number("year") or None))


@rule(
    "the? (ordw) half | (ordw) hyphen half",
    examples={"It will return to profit in [the second half].": "2024-H2"},
    counterexamples=["the third half", "half of the first"],
)
def half_year(parts: Parts) -> Given:
    """ "the second half"."""
    number = parts.number("ordw")
    return date(Period(f"H{number}")) if number in (1, 2) else None


@rule(
    "(the|this|last|next|past|previous|following|that|same|"
    "the (coming|past|previous|following|same|last|next))? season",
    examples={
        "It opened [last summer].": "2023-SU",
        "It closes [this autumn].": "2024-FA",
        "in [the spring]": "2024-SP",
        "They met in [winter].": "2023-WI",
    },
    counterexamples=["They fall ill.", "The Summer Games began.", "spring water"],
)
def season(parts: Parts) -> Given:
    """ "last summer", "the spring"."""
    if parts.nodes[0].kind == "season" and len(parts.nodes) == 1:
        return date(Period(parts.text("season")))
    return date(Period(parts.text("season"), which=which_of(parts)))


@rule(
    "(the|this|last|next|past)? season of? (year)",
    examples={"It began in [the summer of 1993].": "1993-SU", "in [spring 2003]": "2003-SP"},
    counterexamples=["the spring of hope"],
)
def season_of_year(parts: Parts) -> Given:
    """ "the summer of 1993"."""
    return date(Period(parts.text("season"), parts.number("year")))


@rule(
    "(the|this|last|next|this past|the (past|last|previous|following|next|coming)) unit",
    examples={"It rained over [the weekend].": "2024-W30-WE", "He left [last weekend].": "2024-W30-WE"},
    level=2,
    counterexamples=["the week ended"],
)
def weekend(parts: Parts) -> Given:
    """ "the weekend", "last weekend"."""
    return date(Period("WE", which=which_of(parts))) if parts.text("unit") == "WE" else None


@rule(
    "<the unit> (to|ended|thru)",
    examples={"Sales in [the year] to March fell.": "P1Y", "for [the week] ended July 2": "P1W"},
    counterexamples=["the day to remember"],
)
def unit_up_to(parts: Parts) -> Given:
    """ "the year to March": a length that ends there."""
    unit = parts.text("unit")
    return length(duration(1, unit)) if unit in ("Y", "M", "W") else None


@rule(
    "the_unit (to|ended|thru|comma ended|that ended on?) (D_item)",
    level=8,
    examples={
        "Net fell in [the quarter] ended June 30.": "2024-Q2",
        "Sales for [the quarter] to March 31 fell.": "2024-Q1",
        "Net fell in [the quarter] ended Jan. 31.": "2023-Q4",
        "Net fell in [the quarter] that ended on May 31.": "2024-Q2",
    },
    counterexamples=["In the decade to May 3, it rose.", "The quarter to watch ended."],
)
def quarter_up_to(parts: Parts) -> Given:
    """ "the quarter ended June 30": the one of the calendar that its middle lies in."""
    unit, end = parts.text("the_unit"), parts.nodes[-1]
    if unit != "Q" or not isinstance(end.value, Item):
        return None
    first = parts.nodes[0]
    item = date(Inside(Relative(-45, "D", grain="Q"), end.value.form))
    span = (first.first, first.last)
    return [Made("Py_item", *span, item, "quarter_up_to", span), *parts.nodes[1:]]


@rule(
    "the unit",
    gives_class=True,
    examples={"sales for [the year]": "the_unit Y", "in [the week]": "the_unit W"},
    counterexamples=["in a year", "the hour", "the year 2030"],
)
def unit_in_force(parts: Parts) -> Given:
    """ "the year", for later levels."""
    return ("the_unit", parts.text("unit")) if parts.text("unit") in ("Y", "M", "W", "Q", "D", "DE", "CE") else None


@rule(
    "the_unit",
    level=9,
    examples={
        "Sales for [the year] fell.": "2024",
        "Shares rose in [the week].": "2024-W31",
        "On Tuesday shares fell; for [the day], they lost 2 percent.": "2024-07-30",
    },
    counterexamples=["She is the man of the day.", "During the day, it rained.", "The week was long."],
)
def unit_alone(parts: Parts) -> Given:
    """ "for the year": the one at hand."""
    unit = parts.text("the_unit")
    told: Base = "focus" if unit in ("Q", "D") else "sentence"
    return date(Relative(0, unit, told)) if unit in ("Y", "M", "W", "Q", "D") else None
