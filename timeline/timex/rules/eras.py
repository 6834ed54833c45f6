"""Decades, centuries and fiscal years."""

from __future__ import annotations

from timeline.timex.forms import Fixed, date, length
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.tokens import century_year


@rule(
    "the? decade",
    examples={"Prices fell in [the 1960s].": "196", "a band of [the '80s]": "198"},
    counterexamples=["He is in his 60s.", "in their 60s"],
)
def decade_number(parts: Parts) -> Given:
    """A decade in figures: "the 1960s", "the '80s"."""
    digits = parts.text("decade").strip("'’‘s")
    if len(digits) == 4 and digits.endswith("00") and parts.has("the") and int(digits[:2]) < 20:
        return date(Fixed(digits[:2]))
    if len(digits) == 4 and int(digits) < 1500:
        return None
    return date(Fixed(str(century_year(int(digits)) if len(digits) == 2 else int(digits))[:3]))


@rule(
    "the? (roaring|numw hyphen?)? decadew",
    examples={"Prices fell in [the sixties].": "196", "Prices fell in [the nineteen-eighties].": "198"},
    counterexamples=["She is in her sixties.", "the two sixties bands"],
)
def decade_word(parts: Parts) -> Given:
    """A decade in words: "the sixties"."""
    hundreds = parts.number("numw") or 19
    return date(Fixed(f"{hundreds}{parts.number('decadew')}")) if hundreds in (18, 19) else None


@rule(
    "the? $nth hyphen? unit",
    examples={"a house of [the 18th century]": "17", "in [the seventeenth century]": "16"},
    counterexamples=["the 18th week", "the second day of talks"],
)
def century(parts: Parts) -> Given:
    """ "the 18th century"."""
    number = parts.number("ordinal", "ordw")
    return date(Fixed(f"{number - 1:02d}")) if parts.text("unit") == "CE" and 1 <= number <= 21 else None


@rule(
    "the? (fiscal|financial) unit? (year|shortyear) | fiscalabbr | the? year (fiscal|financial) unit",
    examples={"Sales in [fiscal 2023] fell.": "FY2023", "for [fiscal '17]": "FY2017", "in [FY 2012]": "FY2012"},
    counterexamples=["a fiscal crisis in spring"],
)
def fiscal_year(parts: Parts) -> Given:
    """A fiscal year by number; it is no calendar year."""
    if parts.has("fiscalabbr"):
        digits = int("".join(char for char in parts.text("fiscalabbr") if char.isdigit()))
        return date(Fixed(f"FY{digits if digits > 99 else century_year(digits)}"))
    return date(Fixed(f"FY{parts.number('year', 'shortyear')}"))


@rule(
    "the? (fiscal|financial) unit",
    examples={"in [the fiscal year] ended June 30": "P1Y"},
    counterexamples=["the fiscal week", "this fiscal year"],
)
def length_of_fiscal_year(parts: Parts) -> Given:
    """ "the fiscal year", which is a length of a year."""
    return length("P1Y") if parts.text("unit") == "Y" else None
