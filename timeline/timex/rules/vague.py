"""Now, recently, the past, the coming weeks: they say which side of the present, and no more."""

from __future__ import annotations

from timeline.timex.forms import Fixed, date
from timeline.timex.registry import Given, Parts, rule

ERAS = {"present": "PRESENT_REF", "future": "FUTURE_REF", "past": "PAST_REF"}


@rule(
    "vague",
    examples={"They are [now] at sea.": "PRESENT_REF", "He spoke [recently].": "PAST_REF"},
    counterexamples=["The Now Group grew."],
)
def adverb_of_time(parts: Parts) -> Given:
    """ "now", "recently"."""
    return date(Fixed(parts.text("vague")))


@rule(
    "the (near|recent)? (era|past)",
    examples={
        "In [the past] he lost.": "PAST_REF",
        "in [the future]": "FUTURE_REF",
        "for [the foreseeable future]": "FUTURE_REF",
    },
    counterexamples=["the past two weeks", "the future king", "the present owner", "past the gate"],
)
def era(parts: Parts) -> Given:
    """ "the past", "the near future"."""
    return date(Fixed(ERAS[parts.text("era", "past")]))


@rule(
    "(at|in) <era>",
    examples={"At [present] we wait.": "PRESENT_REF", "in [future] they may": "FUTURE_REF"},
    counterexamples=["future plans"],
)
def bare_era(parts: Parts) -> Given:
    """ "at present", "in future"."""
    return date(Fixed(ERAS[parts.text("era")]))


@rule(
    "(the|these)? recent (units|parts)",
    examples={"In [recent weeks] it rained.": "PAST_REF"},
    counterexamples=["recent talks"],
)
def recent_units(parts: Parts) -> Given:
    """ "recent weeks"."""
    return date(Fixed("PAST_REF"))


@rule(
    "the? coming units | the units ahead",
    examples={"Talks resume in [the coming days].": "FUTURE_REF", "in [the months ahead]": "FUTURE_REF"},
    counterexamples=["the coming weekend", "the days went ahead"],
)
def coming_units(parts: Parts) -> Given:
    """ "the coming days"."""
    return date(Fixed("FUTURE_REF"))


@rule("these units", examples={"[These days] he walks.": "PRESENT_REF"}, counterexamples=["these minutes show"])
def these_days(parts: Parts) -> Given:
    """ "these days"."""
    return date(Fixed("PRESENT_REF")) if parts.text("units") == "D" and parts.text("these") == "these" else None
