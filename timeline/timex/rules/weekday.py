"""Weekdays: bare, modified ("last Sunday", "Sunday week"), and in a week that is named."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.forms import Calendar, Inside, Relative, Which, date, recurring
from timeline.timex.registry import Given, Parts, rule

WHICH: dict[str, Which] = {
    "last": "last",
    "past": "last",
    "next": "next",
    "coming": "next",
    "this": "this",
    "previous": "previous",
    "following": "following",
    "that": "same",
    "same": "same",
}


def which_of(parts: Parts) -> Which:
    """Give the request a determiner makes: last, next, this, previous, following, same."""
    if parts.has("past", "coming"):  # "this past Friday"
        return "last" if parts.has("past") else "next"
    return next((WHICH[node.kind] for node in parts.nodes if node.kind in WHICH), "")


@rule(
    "weekday",
    examples={
        "The court ruled on [Sunday].": "2024-07-28",
        "It will vote on [Sunday].": "2024-08-04",
        "It rained [Wednesday].": "2024-07-31",
        "They met on [Sunday], the 21st anniversary of the treaty.": "2024-07-28",
    },
    counterexamples=["The Sunday Times said so.", "He sat down."],
)
def bare_weekday(parts: Parts) -> Given:
    """A weekday by itself."""
    return date(Calendar(weekday=parts.number("weekday")))


@rule(
    "wabbr",
    examples={"It opened on [Sun.], they said.": "2024-07-28"},
    counterexamples=["The Sun said so.", "Sun rose."],
)
def bare_short_weekday(parts: Parts) -> Given:
    """A shortened weekday by itself: "Sun." """
    return date(Calendar(weekday=parts.number("wabbr")))


@rule(
    "weekday comma? the ordinal",
    examples={"It closed on [Wednesday the 17th].": "2024-07-17", "It will open [Friday, the 13th].": "2024-09-13"},
    counterexamples=["Friday, the 13th vote", "Monday the 41st"],
)
def weekday_and_number(parts: Parts) -> Given:
    """ "Friday the 13th": the nearest day that is both."""
    return date(Calendar(day=parts.number("ordinal"), weekday=parts.number("weekday")))


@rule(
    "a weekday",
    examples={"It fell on [a Saturday] in July.": "2024-07-27"},
    counterexamples=["It fell on Saturday.", "the Saturday vote"],
)
def a_weekday(parts: Parts) -> Given:
    """ "a Saturday", said of the day just named."""
    return date(Calendar(weekday=parts.number("weekday"), which="same"))


@rule(
    "the? (last|next|this|past|coming|previous|following|that|same|(this|the) (past|coming)) weekday",
    examples={
        "It fell [last Sunday].": "2024-07-28",
        "It opens [next Monday].": "2024-08-05",
        "They met [this past Friday].": "2024-07-26",
    },
    counterexamples=["last Sunday Times"],
)
def modified_weekday(parts: Parts) -> Given:
    """ "last Sunday", "this past Friday"."""
    return date(Calendar(weekday=parts.number("weekday"), which=which_of(parts)))


@rule(
    "the D_item (before|after)",
    level=5,
    examples={
        "It met on July 2. [The Thursday after], it voted.": "2024-07-04",
        "It opened on July 2 and was painted [the Friday before].": "2024-06-28",
    },
    counterexamples=["Sunday after Sunday"],
)
def weekday_before(parts: Parts) -> Given:
    """ "the Monday after", where nothing follows that it counts from: it counts from the story."""
    form = _bare(parts)
    return date(replace(form, which="following" if parts.has("after") else "previous")) if form else None


@rule(
    "the D_item (before last|after next)",
    level=5,
    examples={"It met on [the Monday before last].": "2024-07-22", "It meets [the Friday after next].": "2024-08-09"},
    counterexamples=["the Monday after last night"],
)
def weekday_before_last(parts: Parts) -> Given:
    """ "the Monday before last"."""
    back, form = parts.has("last"), _bare(parts)
    return date(replace(form, which="last" if back else "next", weeks=-1 if back else 1)) if form else None


def _bare(parts: Parts) -> Calendar | None:
    """Give the weekday that stands alone among the parts, None where the day is told more closely."""
    form = parts.items()[0].form
    alone = isinstance(form, Calendar) and form.weekday is not None and form == Calendar(weekday=form.weekday)
    return form if isinstance(form, Calendar) and alone else None


@rule(
    "weekday (last|next|unit) unit?",
    examples={"It met on [Wednesday last].": "2024-07-24", "It opens [Monday week].": "2024-08-12"},
    counterexamples=["Sunday year"],
)
def weekday_then_modifier(parts: Parts) -> Given:
    """ "Wednesday last", "Monday week"."""
    weekday = parts.number("weekday")
    if parts.has("last", "next") and parts.has("unit"):
        step = -1 if parts.has("last") else 1
        return date(Inside(Calendar(weekday=weekday), Relative(step, "W"))) if parts.text("unit") == "W" else None
    if len(parts.nodes) > 2:
        return None
    if parts.has("last", "next"):
        return date(Calendar(weekday=weekday, which="last" if parts.has("last") else "next"))
    return date(Calendar(weekday=weekday, which="next", weeks=1)) if parts.text("unit") == "W" else None


@rule("weekdays", examples={"Courts sit on [Fridays].": "XXXX-WXX-5"}, counterexamples=["the Sundays Magazine"])
def plural_weekday(parts: Parts) -> Given:
    """ "Fridays"."""
    return recurring(f"XXXX-WXX-{parts.number('weekdays')}")
