"""Recurring times: every Saturday, daily, twice a year, $5 a night. They never date an event."""

from __future__ import annotations

from timeline.timex.forms import duration, recurring
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.durations import amount

HALF_DAYS = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI", "MI": "TMI"}


@rule(
    "(every|each) (other)? (unit|weekday|month|season|part|dawn|weekdayw)",
    examples={
        "He swims [every day].": "P1D",
        "She prays [every Friday].": "XXXX-WXX-5",
        "[each August]": "XXXX-08",
        "It floods [every spring].": "XXXX-SP",
        "They sing [every morning].": "XXXX-XX-XXTMO",
        "They meet [every other week].": "P2W",
    },
    counterexamples=["every man"],
)
def every_one(parts: Parts) -> Given:
    """ "every day", "each August"."""
    if parts.has("unit"):
        if parts.text("unit") == "WE":
            return recurring("XXXX-WXX-WE")
        return recurring(
            duration(3, "M")
            if parts.text("unit") == "Q"
            else duration(2 if parts.has("other") else 1, parts.text("unit"))
        )
    if parts.has("weekday"):
        return recurring(f"XXXX-WXX-{parts.number('weekday')}")
    if parts.has("month"):
        return recurring(f"XXXX-{parts.number('month'):02d}")
    if parts.has("season"):
        return recurring(f"XXXX-{parts.text('season')}")
    return recurring("XXXX-XX-XX" + HALF_DAYS[parts.text("part", "dawn")]) if parts.has("part", "dawn") else None


@rule(
    "(every|each) ($approx)? ($qty|$nth) $unit_ (or so)?",
    examples={
        "They meet [every four years].": "P4Y",
        "[every fourth year]": "P4Y",
        "[every six years or so]": "P6Y/APPROX",
    },
    counterexamples=["every second man"],
)
def every_few(parts: Parts) -> Given:
    """ "every four years"."""
    number = parts.number("ordinal", "ordw") if parts.has("ordinal", "ordw") else amount(parts)
    return recurring(
        duration(number, parts.text("unit", "units")), "APPROX" if parts.has("so") else parts.text("approx")
    )


@rule(
    "(times|num2|numw)? setadv",
    examples={"The paper appears [daily].": "P1D", "They meet [twice weekly].": "P1W"},
    counterexamples=["The Daily Echo said so."],
)
def adverb(parts: Parts) -> Given:
    """ "daily", "twice weekly"."""
    return recurring(parts.text("setadv")) if parts.has("times") or len(parts.nodes) == 1 else None


@rule(
    "weekday parts",
    examples={"She sang on [Friday nights].": "XXXX-WXX-5TNI", "They swim on [Sunday mornings].": "XXXX-WXX-7TMO"},
    counterexamples=["Sunday, nights are cold."],
)
def weekday_parts(parts: Parts) -> Given:
    """ "Friday nights"."""
    return recurring(f"XXXX-WXX-{parts.number('weekday')}{HALF_DAYS[parts.text('parts')]}")


@rule("annual", examples={"the [annual] fair": "P1Y"}, counterexamples=["the Annual Review"])
def annual(parts: Parts) -> Given:
    """ "annual"."""
    return recurring("P1Y")


@rule(
    "(times|(numw|num2|qty) times) (a|every|each) unit",
    examples={"They meet [twice a year].": "P1Y", "fed [three times a day]": "P1D", "[once a decade]": "P1DE"},
    counterexamples=["once the day had passed"],
)
def so_often(parts: Parts) -> Given:
    """ "twice a year"."""
    return recurring(duration(1, parts.text("unit")))


@rule("a part", examples={"She reads two hours [a night].": "P1D"}, counterexamples=["He stayed a night."])
def a_night(parts: Parts) -> Given:
    """ "$5 a night"."""
    return recurring("P1D")
