"""Days counted from an event that the words name: the day of the vote, election night, two days after the raid.

The nouns are read from the text after the match by `find`; `resolve` looks for the event they name.
"""

from __future__ import annotations

from timeline.timex.forms import DayPart, EventDay, date, time
from timeline.timex.registry import Given, Parts, rule


@rule(
    "<the_unit> of",
    examples={"He spoke on [the day] of the vote.": ""},
    level=8,
    counterexamples=["the week of talks", "the day nurse of the ward"],
)
def day_of_event(parts: Parts) -> Given:
    """ "the day of" something."""
    return date(EventDay(0, "D")) if parts.text("the_unit") == "D" else None


@rule(
    "<T_item> of",
    examples={"He spoke on [the night] of the vote.": ""},
    level=8,
    counterexamples=["this morning of joy"],
)
def part_of_event(parts: Parts) -> Given:
    """ "the night of" something."""
    form = parts.items()[0].form
    return time(EventDay(0, "D", part=form.part)) if isinstance(form, DayPart) and form.of is None else None


@rule(
    "<the? eve> of",
    examples={"He was held on [the eve] of the vote.": ""},
    level=8,
    counterexamples=["They sang on Christmas Eve.", "Eve of the north spoke."],
)
def eve_of_event(parts: Parts) -> Given:
    """ "the eve of" something: the day before it."""
    return date(EventDay(-1, "D"))


@rule(
    "election unit | election part",
    examples={
        "They wept on [election night].": "",
        "on [polling day]": "",
        "on [voting day]": "",
        "By [Election Day], all knew.": "",
    },
    counterexamples=["the election year", "Doris Day won the election."],
)
def election_day(parts: Parts) -> Given:
    """ "election night", "polling day"."""
    nouns = frozenset({"election", "vote", "poll"})
    if parts.has("part"):
        return time(EventDay(0, "D", nouns, parts.text("part")))
    return date(EventDay(0, "D", nouns)) if parts.text("unit") == "D" else None
