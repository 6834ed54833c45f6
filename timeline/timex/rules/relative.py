"""Words that count from the publication: today, last week, two years ago, a month from now."""

from __future__ import annotations

from timeline.timex.forms import Calendar, DayPart, Fixed, Inside, Period, Relative, date, duration, length, time
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.durations import amount, mod_of

LARGE = {"FN": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "WE": (1, "WE")}
"""Units that a count is turned into: "a decade ago" is ten years ago, to the year."""


def count(parts: Parts, sign: int, base: str = "publication", *, compared: bool = False) -> Given:
    """Make a DATE so many units away; a TIME for hours and minutes; vague amounts only say past or future."""
    unit = parts.text("unit", "units")
    number = amount(parts)
    mod = mod_of(parts)
    if isinstance(number, str):
        return date(Fixed("PAST_REF" if sign < 0 else "FUTURE_REF")) if base == "publication" else None
    if unit in LARGE:
        number, unit = number * LARGE[unit][0], LARGE[unit][1]
    moved = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"} if sign < 0 else {"MORE_THAN": "AFTER", "LESS_THAN": "BEFORE"}
    form = Relative(sign * number, unit, "focus" if base == "focus" else "publication", compared=compared)
    return (time if unit in ("H", "MIN", "S") else date)(form, moved.get(mod, mod))


@rule(
    "deictic",
    examples={
        "It rained [today].": "2024-07-31",
        "She left [yesterday].": "2024-07-30",
        "They meet [tomorrow].": "2024-08-01",
    },
    counterexamples=["USA Today said so."],
)
def deictic_day(parts: Parts) -> Given:
    """Today, yesterday, tomorrow."""
    return date(Relative(parts.number("deictic"), "D"))


@rule(
    "the unit (before|after) deictic",
    examples={"She left [the day before yesterday].": "2024-07-29", "He comes [the day after tomorrow].": "2024-08-02"},
    counterexamples=["the week before today"],
)
def next_but_one(parts: Parts) -> Given:
    """ "the day before yesterday"."""
    step = parts.number("deictic")
    fits = parts.text("unit") == "D" and step == (-1 if parts.has("before") else 1)
    return date(Relative(2 * step, "D")) if fits else None


@rule(
    "the? (last|this|next) (coming|past|current)? unit | the? current unit | the coming unit | the unit ahead",
    examples={
        "It fell [last month].": "2024-06",
        "He met her [this week].": "2024-W31",
        "It opens [next year].": "2025",
        "in [the current quarter]": "2024-Q3",
        "[the year ahead]": "2025",
    },
    counterexamples=["the last month of talks", "at last hour"],
)
def unit_at_hand(parts: Parts) -> Given:
    """ "last month", "this week", "next year"."""
    unit = parts.text("unit")
    if parts.has("the") and parts.has("last", "this", "next"):
        return None
    if unit == "D" and not parts.has("this", "current"):
        return None
    if unit in ("H", "MIN", "FN", "CE") and not (unit == "CE" and parts.has("this", "last")):
        return None
    if parts.has("this") and parts.has("past"):
        return length(duration(1, unit))
    if parts.has("the") and parts.has("coming") and unit != "Y":
        return date(Fixed("FUTURE_REF")) if unit == "D" else date(Relative(1, unit))
    if unit == "Y" and parts.has("ahead", "coming"):
        return date(Period("Y+"))
    step = -1 if parts.has("last") else 1 if parts.has("next", "coming", "ahead") else 0
    return date(Relative(step, unit))


@rule(
    "($approx|over|under)? ($qty|a) $unit_ (ago|old? ago)",
    examples={
        "He left [two years ago].": "2022",
        "She came [three weeks ago].": "2024-W28",
        "It fell [about 10 days ago].": "2024-07-21/APPROX",
        "[A year ago] it was open.": "2023",
        "It began [several months ago].": "PAST_REF",
        "[more than three years ago]": "2021/BEFORE",
    },
    counterexamples=["Two years of war."],
)
def ago(parts: Parts) -> Given:
    """ "two years ago"."""
    return count(parts, -1)


@rule(
    "($qty|a) $unit_ ago (deictic|tonight|this unit)",
    examples={
        "She left [a week ago today].": "2024-07-24",
        "[a year ago yesterday]": "2023-07-30",
        "[A year ago tonight], tanks rolled in.": "2023-07-31TNI",
        "It was founded [150 years ago this month].": "1874-07",
    },
    counterexamples=["a week ago, today was far off"],
)
def ago_today(parts: Parts) -> Given:
    """ "a week ago today": the very day."""
    number, unit = amount(parts), parts.nodes[1].value
    if isinstance(number, str) or not isinstance(unit, str) or unit not in ("W", "M", "Y"):
        return None
    if parts.has("this"):
        grain = parts.nodes[-1].value
        return date(Relative(-number, unit, grain=grain)) if grain in ("W", "M") and isinstance(grain, str) else None
    if parts.has("tonight"):
        return time(DayPart("NI", Relative(-number, unit, grain="D")))
    if parts.number("deictic"):
        return date(Inside(Relative(parts.number("deictic"), "D"), Relative(-number, unit, grain="D")))
    return date(Relative(-number, unit, grain="D"))


HALVES = {"CE": (50, "Y"), "DE": (5, "Y"), "Y": (6, "M"), "D": (12, "H"), "H": (30, "MIN")}
QUARTERS = {"CE": (25, "Y"), "Y": (3, "M"), "H": (15, "MIN")}


@rule(
    "$approx? (half a unit|a half hyphen? unit|a unit (hyphen|of a) unit) (ago|later|earlier)",
    examples={
        "It stood [a half-century ago].": "1974",
        "It stood [half a decade ago].": "2019",
        "It stood [a quarter of a century ago].": "1999",
    },
    counterexamples=["half a century of war, years ago", "a week-month ago"],
)
def half_unit_ago(parts: Parts) -> Given:
    """ "half a century ago", "a quarter-century later"."""
    unit = str(parts.nodes[-2].value)
    if not parts.has("half") and parts.text("unit") != "Q":
        return None
    found = (HALVES if parts.has("half") else QUARTERS).get(unit)
    if found is None:
        return None
    form = Relative(
        found[0] * (1 if parts.has("later") else -1), found[1], "publication" if parts.has("ago") else "focus"
    )
    return (time if found[1] in ("H", "MIN") else date)(form, mod_of(parts))


@rule(
    "$approx? units ago",
    examples={"It was built [years ago].": "PAST_REF"},
    counterexamples=["It was built two years ago.", "For years, long ago, it stood."],
)
def vaguely_ago(parts: Parts) -> Given:
    """ "years ago"."""
    return date(Fixed("PAST_REF"))


@rule(
    "($approx|over|under)? ($qty|a) $unit_ (from (vague|deictic)|hence)",
    examples={
        "It opens [nine days from now].": "2024-08-09",
        "[A year from now] we know.": "2025",
        "[Two weeks from today] it opens.": "2024-W33",
    },
    counterexamples=["two miles from now on"],
)
def from_now(parts: Parts) -> Given:
    """ "nine days from now"."""
    return count(parts, 1)


@rule(
    "(the|a)? <(unit hyphen (ago|earlier|before)|previous hyphen unit)>",
    examples={
        "up from [year-ago] levels": "2023",
        "It fell from [prior-year] levels.": "2023",
        "It lost money in June, against a [year-earlier] gain.": "2023-06",
    },
    counterexamples=["a year ago, the quarter ended", "a year-early vote", "the previous year"],
)
def unit_hyphen_ago(parts: Parts) -> Given:
    """ "year-ago", "year-earlier": the period that is told of, a year before."""
    return date(Relative(-1, parts.text("unit"), "focus", compared=True))


@rule(
    "(the|a)? (unit hyphen (ago|earlier|before)|previous hyphen unit) (unit|period|$nth (unit|half))",
    examples={
        "It earned less in the second quarter than in [the year-earlier quarter].": "2023-Q2",
        "Sales fell in June from [the year-ago month].": "2023-06",
        "Net fell from [the year-ago second quarter].": "2023-Q2",
        "Net fell from [the prior-year first half].": "2023-H1",
    },
    counterexamples=["a year ago the quarter was better", "the year-ago level"],
)
def period_year_ago(parts: Parts) -> Given:
    """ "the year-earlier quarter": it has the grain of its noun, or of what it is compared with."""
    units = [node.value for node in parts.nodes if node.kind == "unit"]
    if units[0] != "Y":
        return None
    number, grain = parts.number("ordinal", "ordw"), str(units[1]) if len(units) > 1 else ""
    if parts.has("half"):
        return date(Inside(Period(f"H{number}"), Relative(-1, "Y"))) if number in (1, 2) else None
    if number:
        return date(Inside(Period(f"Q{number}"), Relative(-1, "Y"))) if grain == "Q" and number < 5 else None
    return date(Relative(-1, "Y", "focus", grain if grain in ("Q", "M", "W") else "", compared=True))


@rule(
    "(this|last|next|the? current) (fiscal|financial) unit",
    examples={"It expects a profit for [the current fiscal year].": "2024", "in [last fiscal year]": "2023"},
    counterexamples=["this fiscal week", "the fiscal year"],
)
def fiscal_year_at_hand(parts: Parts) -> Given:
    """ "the current fiscal year": the year in which it mostly lies is as much as the words tell."""
    step = -1 if parts.has("last") else 1 if parts.has("next") else 0
    return date(Relative(step, "Y")) if parts.text("unit") == "Y" else None


@rule(
    "the new unit",
    examples={"It opens in [the new year].": "2025"},
    counterexamples=["the new week of talks", "She sang on New Year's Eve."],
)
def new_year(parts: Parts) -> Given:
    """ "the new year": in January the one just begun, else the next."""
    return date(Period("Y+")) if parts.text("unit") == "Y" else None


@rule(
    "($qty|a) $unit_ (from|ago) $wday",
    examples={"They meet [a week from Thursday].": "2024-08-08", "He left [two weeks ago Monday].": "2024-07-15"},
    counterexamples=["a month from Thursday", "a week from the Monday vote"],
)
def weeks_from_weekday(parts: Parts) -> Given:
    """ "a week from Thursday": so many weeks after the coming one; "a week ago Monday" before the last one."""
    number, ago_ = amount(parts), parts.has("ago")
    if isinstance(number, str) or parts.text("unit", "units") != "W":
        return None
    weekday = parts.number("weekday", "wabbr")
    return date(Calendar(weekday=weekday, which="last" if ago_ else "next", weeks=round(-number if ago_ else number)))


@rule(
    "the? (latest|most recent) unit | the (last|next) unit",
    examples={
        "Sales in [the latest quarter] rose.": "2024-Q2",
        "Sales in its [most recent quarter] rose.": "2024-Q2",
        "They rose in [the last quarter].": "2024-Q2",
    },
    counterexamples=["the latest minute", "the last week", "most recent talks"],
)
def latest_unit(parts: Parts) -> Given:
    """ "the latest quarter": the last one that is over."""
    unit = parts.text("unit")
    if parts.has("last", "next") and unit != "Q":
        return None
    return date(Relative(1 if parts.has("next") else -1, unit)) if unit in ("Q", "W", "M") else None


@rule(
    "unit (hyphen|poss)? end",
    examples={"He will leave by [year-end].": "2024/END", "by [year's end]": "2024/END", "at [year end]": "2024/END"},
    counterexamples=["the month of ends"],
)
def end_of_unit(parts: Parts) -> Given:
    """ "year-end"."""
    unit = parts.text("unit")
    return date(Relative(0, unit), "END") if unit in ("Y", "M", "W", "Q") else None


@rule(
    "mid hyphen? unit | midyear",
    examples={"It will open by [midyear].": "2024/MID", "in [mid-week] talks": "2024-W31/MID"},
    counterexamples=["the mid-day sun"],
)
def middle_of_unit(parts: Parts) -> Given:
    """Take "midyear" and "mid-week" as the one at hand."""
    unit = parts.text("unit") or "Y"
    return date(Relative(0, unit), "MID") if unit in ("Y", "M", "W", "Q", "DE", "CE") else None


@rule(
    "the unit (before last|after next)",
    examples={"She left [the week before last].": "2024-W29"},
    counterexamples=["the minute before last"],
)
def last_but_one(parts: Parts) -> Given:
    """Step over one unit: "the week before last"."""
    unit = parts.text("unit")
    return date(Relative(-2 if parts.has("last") else 2, unit)) if unit in ("W", "M", "Y", "Q") else None
