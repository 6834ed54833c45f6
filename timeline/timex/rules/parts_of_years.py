"""A part of a year with its year: the first quarter of 1997, March last year, the 1988 third quarter."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.forms import Calendar, Fixed, Holiday, Inside, Period, Relative, Same, date
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.combined import is_year


@rule(
    "(P_item|M_item|D_item) (of|in|comma)? (Y_item|My_item|M_item|R_item|the_unit)",
    examples={
        "It fell in [the first quarter of 1997].": "1997-Q1",
        "He came in [March last year].": "2023-03",
        "[the first half of next year]": "2025-H1",
        "[the second half of October 2015]": "2015-10/END",
        "[the Fourth of July last year]": "2023-07-04",
        "[the second quarter of fiscal 1990]": "1990-Q2",
        "[the first half of the 20th century]": "19/START",
    },
    level=4,
    counterexamples=["in June, 1998 was forgotten by all men in 3 words"],
)
def part_of_year(parts: Parts) -> Given:
    """A part of a year with its year: "the first quarter of 1997", "March last year"."""
    inner = parts.items()[0]
    if inner.type != "DATE":
        return None
    if parts.has("the_unit"):
        if parts.text("the_unit") != "Y":
            return None
        return replace(inner, form=Inside(inner.form, Relative(0, "Y")))
    outer = parts.items()[1].form
    if isinstance(outer, Fixed):
        if isinstance(inner.form, Period) and inner.form.kind[0] == "H" and outer.value.isdigit() and parts.has("of"):
            return replace(parts.items()[1], mod="START" if inner.form.kind == "H1" else "END")
        fiscal = isinstance(inner.form, Period) and outer.value.startswith("FY") and parts.has("of")
        return (
            date(replace(inner.form, year=int(outer.value[2:]))) if fiscal and isinstance(inner.form, Period) else None
        )
    if parts.has("comma", "in") and not isinstance(outer, Calendar):
        return None
    if parts.has("of") and isinstance(inner.form, Period) and inner.form.kind[0] == "H" and not is_year(outer):
        return replace(parts.items()[1], mod="START" if inner.form.kind == "H1" else "END")
    if (
        not is_year(outer)
        or not isinstance(inner.form, Calendar | Period | Holiday)
        or (isinstance(inner.form, Calendar) and inner.form.weekday)
    ):
        return None
    return replace(inner, form=Inside(inner.form, outer))


@rule(
    "Y_item poss (P_item)",
    level=4,
    examples={"[Last year's first half] was weak.": "2023-H1"},
    counterexamples=["Last year the third quarter was weak.", "Last year's talks of spring"],
)
def year_then_part(parts: Parts) -> Given:
    """ "last year's third quarter"."""
    year, inner = parts.items()
    if not isinstance(inner.form, Period) or inner.form.which or inner.form.kind[0] not in "QH":
        return None
    return replace(inner, form=Inside(inner.form, year.form)) if is_year(year.form) else None


@rule(
    "the? year $nth hyphen? (unit|half) | the like? year (unit|period)",
    level=3,
    examples={
        "It earned $4 million in the third quarter, against $3 million in [the 1988 quarter].": "1988-Q3",
        "Sales of [the 1988 third quarter] were restated.": "1988-Q3",
        "[1988 first-half] profit fell": "1988-H1",
    },
    counterexamples=["the 1988 week", "the 1988 crash of the quarter"],
)
def quarter_of_year(parts: Parts) -> Given:
    """ "the 1988 third quarter"; "the 1988 quarter": the one told of, in that year."""
    year, number = parts.number("year"), parts.number("ordinal", "ordw")
    if parts.has("half"):
        return date(Period(f"H{number}", year)) if number in (1, 2) else None
    if (parts.text("unit") != "Q" and not parts.has("period")) or number > 4:
        return None
    return date(Period(f"Q{number}", year) if number else Same(Calendar(year)))
