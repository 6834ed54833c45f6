"""Lengths of time: three days, a 48-hour truce, the past two weeks, years."""

from __future__ import annotations

from timeline.timex.forms import Relative, date, duration, length, recurring
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.numbers import BOUNDS

QUANTITIES = ("magnitude", "dozen", "num2", "numx", "year", "numw", "qty", "few", "couple")


def amount(parts: Parts) -> float | str:
    """Give the amount a phrase states: a number, or "X" for "several"."""
    value = parts.get(*QUANTITIES)
    if value is None:
        return 1
    if isinstance(value, str):
        return "X"
    return float(value) if isinstance(value, int | float) else "X"


def mod_of(parts: Parts) -> str:
    """Give the modifier before an amount: about, more than, less than …"""
    return BOUNDS.get(parts.text("over", "under"), parts.text("approx"))


@rule(
    "($approx|over|under|only)? $qty (other|full|whole|single)? $unit_ | "
    "($approx|over|under)? a (other|full|whole|single)? $unit_",
    examples={
        "They talked for [three days].": "P3D",
        "[more than 30 hours]": "PT30H/MORE_THAN",
        "for [a month]": "P1M",
        "[nearly two decades]": "P2DE/LESS_THAN",
        "[several days]": "PXD",
        "[a fortnight]": "P2W",
        "[at least a year]": "P1Y/EQUAL_OR_MORE",
        "It took [two and a half years].": "P2.5Y",
        "It fell for [five consecutive quarters].": "P5Q",
        "It fell in [a single month].": "P1M",
    },
    counterexamples=["three light years away", "She seconds the plan."],
)
def measured_length(parts: Parts) -> Given:
    """An amount of a unit: "three days", "more than 30 hours"."""
    unit, number = parts.text("unit", "units"), amount(parts)
    if parts.has("a") and parts.has("units"):  # "a days-old feud"
        return None
    return length(duration(number, unit), mod_of(parts))


@rule(
    "(the|a)? <lasting | (unit|units) hyphen long>",
    examples={"the [weeklong] strike": "P1W", "a [year-long] probe": "P1Y", "a [months-long] siege": "PXM"},
    counterexamples=["a two-year-old feud", "a week, long ago"],
)
def lasting(parts: Parts) -> Given:
    """ "weeklong", "year-long", "months-long"."""
    return length(duration("X" if parts.has("units") else 1, parts.text("lasting", "unit", "units")))


@rule(
    "(the|this|these)? (past|last|next|coming|first|ordw|final|opening|previous|following) "
    "($approx|over|under|only)? $qty $unit_ | "
    "the $qty $unit_ | the $qty (past|last|next|coming|previous) units | "
    "the (past|last|next) (magnitude|dozen) units | (these|$approx)? (past|last|next) $qty $unit_",
    examples={
        "It fell in [the past two weeks].": "P2W",
        "[the next 72 hours]": "PT72H",
        "[the first nine months]": "P9M",
        "[the three months] ended": "P3M",
        "in [the last hundred years]": "P100Y",
        "in [the past dozen years]": "P12Y",
        "[the past few weeks]": "PXW",
    },
    counterexamples=["the second 48-man team"],
)
def framed_length(parts: Parts) -> Given:
    """A length with its place: "the past two weeks", "the first nine months"."""
    ordinal = parts.get("ordw")
    if ordinal not in (None, 1) or (parts.has("year") and parts.has("unit")):  # "the 1988 quarter"
        return None
    return length(duration(amount(parts), parts.text("unit", "units")), mod_of(parts))


@rule(
    "the past unit",
    examples={"Prices rose over [the past year].": "P1Y"},
    counterexamples=["in the past, year by year"],
)
def past_unit(parts: Parts) -> Given:
    """ "the past year": the twelve months up to now."""
    return length(duration(1, parts.text("unit")))


@rule(
    "the (last|next) unit",
    level=8,
    examples={"in [the last decade]": "P1DE", "over [the next year]": "P1Y"},
    counterexamples=["the last day of August", "He quit at the last minute."],
)
def framed_unit(parts: Parts) -> Given:
    """ "the last decade", "the next year": a length."""
    unit = parts.text("unit")
    if (parts.has("next") and unit in ("D", "W", "M", "WE")) or unit in ("MIN", "S"):  # "at the last minute"
        return None
    return length(duration(1, unit))


@rule(
    "($qty|a) hyphen $unit_ (hyphen (old|long))?",
    examples={"a [48-hour] truce": "PT48H", "a [two-year] plan": "P2Y"},
    counterexamples=["a 48-man team", "a five-year-old boy"],
)
def hyphenated_length(parts: Parts) -> Given:
    """A length as an adjective: "a 48-hour truce"."""
    if parts.has("old"):
        return None
    return length(duration(amount(parts), parts.text("unit", "units")))


@rule(
    "($approx|over|under)? half (a|hyphen)? unit | a half (hyphen)? unit",
    examples={"They waited [half an hour].": "PT30M", "for [half a century]": "P50Y"},
    counterexamples=["the other half"],
)
def half_length(parts: Parts) -> Given:
    """ "half an hour"."""
    unit = parts.text("unit")
    halves = {"Y": "P6M", "DE": "P5Y", "H": "PT30M", "D": "PT12H", "CE": "P50Y"}
    return length(halves.get(unit, duration(0.5, unit)), mod_of(parts))


@rule(
    "($approx|over|under)? (a|numw) $unit_ of a unit | "
    "($approx|over|under)? (a|(the|this)? (past|last|next|coming|first)) unit hyphen unit",
    examples={
        "It stood for [a quarter of a century].": "P25Y",
        "[three quarters of an hour]": "PT45M",
        "It grew in [the past quarter-century].": "P25Y",
    },
    counterexamples=["a quarter of the men", "three days of a month", "the past week-year"],
)
def quarter_length(parts: Parts) -> Given:
    """ "a quarter of a century", "three quarters of an hour"."""
    unit = parts.nodes[-1].value
    if parts.text("unit", "units") != "Q":
        return None
    number = parts.number("numw") or 1
    whole = {"CE": (25, "Y"), "DE": (2.5, "Y"), "Y": (3, "M"), "H": (15, "MIN")}.get(str(unit))
    return length(duration(number * whole[0], whole[1]), mod_of(parts)) if whole and number < 4 else None


@rule(
    "the full unit",
    examples={"It expects a loss for [the full year].": "2024"},
    counterexamples=["a full year of war", "the full week"],
)
def full_year(parts: Parts) -> Given:
    """ "the full year": the one at hand, as companies report it."""
    return date(Relative(0, "Y")) if parts.text("unit") == "Y" else None


@rule(
    "all unit",
    examples={"It rained [all day].": "P1D", "It is open [all year].": "P1Y"},
    counterexamples=["all minute hands", "all month names"],
)
def all_unit(parts: Parts) -> Given:
    """ "all day"."""
    return length(duration(1, parts.text("unit"))) if parts.text("unit") in ("D", "W", "Y", "WE") else None


@rule(
    "($approx|over|under)? a $unit_ and a half",
    examples={"They talked for [a day and a half].": "P1.5D"},
    counterexamples=["two days and a half of the men", "a day and half the men"],
)
def one_and_a_half(parts: Parts) -> Given:
    """ "a day and a half"."""
    return length(duration(1.5, parts.text("unit", "units")), mod_of(parts))


@rule(
    "units | parts",
    examples={"The talks may take [days].": "PXD", "They fought for [decades].": "PXDE"},
    counterexamples=["the minutes of the meeting", "Mr. Weeks left.", "three light years off"],
)
def bare_units(parts: Parts) -> Given:
    """A plural without a number: "for decades"."""
    if parts.text("units") == "WE":
        return recurring("XXXX-WXX-WE")
    return length(duration("X", parts.text("units"))) if parts.has("units") else None


@rule(
    "the units",
    examples={"In [the days] since the vote it rained.": "PXD"},
    counterexamples=["the minutes of the board"],
)
def the_units(parts: Parts) -> Given:
    """ "the days since"."""
    return length(duration("X", parts.text("units")))
