"""Named days: Christmas Eve, Easter Monday, Labor Day, with or without a year."""

from __future__ import annotations

from timeline.timex.forms import Holiday, date
from timeline.timex.holidays import HOLIDAYS, normal
from timeline.timex.registry import Given, Parts, rule
from timeline.timex.rules.weekday import which_of


@rule(
    "(last|next|this|the|the (following|next|previous|same)|that)? holiday (comma? year)?",
    examples={
        "It closed on [Christmas Eve].": "2023-12-24",
        "since [Easter 1998]": "1998-04-12",
        "They met on [Bastille Day].": "2024-07-14",
        "It will open on [Labor Day].": "2024-09-02",
        "It burned in May 2008 and rose [the following Easter].": "2009-04-12",
        "He wed in May 2008 and left [that Christmas].": "2008-12-25",
    },
    counterexamples=["The Christmas Carol play opened."],
)
def named_day(parts: Parts) -> Given:
    """A named day."""
    name = normal(parts.text("holiday"))
    return date(Holiday(name, parts.number("year") or None, which_of(parts))) if name in HOLIDAYS else None
