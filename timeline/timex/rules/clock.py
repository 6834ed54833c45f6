"""Clock times, with and without a zone: 3 p.m., 15:30 GMT, noon, midnight, nine o'clock."""

from __future__ import annotations

from timeline.timex.forms import Clock, DayPart, Relative, time
from timeline.timex.registry import Given, Parts, rule


def clock(parts: Parts) -> Clock | None:
    """Read a clock time from its parts; None where the numbers are none."""
    minute, second = 0, None
    if parts.has("clock"):
        pieces = [int(piece) for piece in parts.text("clock").replace(".", ":").split(":")]
        hour, minute = pieces[0], pieces[1]
        second = pieces[2] if len(pieces) > 2 else None
    elif parts.has("military", "year", "numx"):
        digits = parts.text("military") or f"{parts.number('year', 'numx'):04d}"
        hour, minute = int(digits[:2]), int(digits[2:])
    else:
        hour = parts.number("num2", "numw")
    if parts.has("ampm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if parts.text("ampm")[0] in "pP" else 0)
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return Clock(hour, minute, second, " ".join(parts.text("zone").split()))


@rule(
    "($approx|shortly (before|after))? (clock|num2|numw) ampm zone?",
    examples={
        "He left at [3 p.m.]": "2024-07-31T15:00",
        "It closed at [10:35 a.m.]": "2024-07-31T10:35",
        "[about 6:45 a.m.]": "2024-07-31T06:45/APPROX",
        "It opens at [9:15 a.m. EDT].": "2024-07-31T09:15-04:00",
    },
    counterexamples=["I am 13 am."],
)
def twelve_hours(parts: Parts) -> Given:
    """A clock time with a.m. or p.m."""
    form = clock(parts)
    return time(form, around(parts)) if form else None


@rule(
    "($approx|shortly (before|after))? (clock) (zone|hours)? | (military|year|numx) (zone)",
    examples={
        "Kick-off is at [15:30].": "2024-07-31T15:30",
        "Talks resume at [0900 GMT].": "2024-07-31T09:00Z",
        "at [3:45 UTC]": "2024-07-31T03:45Z",
    },
    counterexamples=["She ran 2:11:40.", "It finished 12:99.", "The vote was 3:1."],
)
def twenty_four_hours(parts: Parts) -> Given:
    """A clock time of 24 hours: "15:30", "0900 GMT"."""
    form = clock(parts)
    return time(form, around(parts)) if form else None


@rule(
    "($approx|shortly (before|after))? (numw|num2) (oclock)",
    examples={"They met at [nine o'clock].": "2024-07-31T09:00"},
    counterexamples=["They met at 90 o'clock.", "at nine, by the clock"],
)
def o_clock(parts: Parts) -> Given:
    """ "nine o'clock"; the half of the day is not known."""
    form = clock(parts)
    return time(form, around(parts)) if form else None


@rule(
    "($approx|shortly (before|after))? (noon|midday) zone?",
    examples={
        "It starts at [noon].": "2024-07-31T12:00",
        "[shortly before midnight]": "2024-07-31T24:00/BEFORE",
        "at [noon GMT]": "2024-07-31T12:00Z",
    },
    counterexamples=["the Noon Club"],
)
def noon(parts: Parts) -> Given:
    """Noon, midday, midnight."""
    if parts.has("midday"):
        return time(DayPart("MI"), around(parts))
    hour = parts.number("noon")
    if hour == 24 and parts.has("after"):
        hour = 0
    return time(Clock(hour, 0, None, parts.text("zone")), around(parts))


def around(parts: Parts) -> str:
    """Give the modifier of a clock time: about, shortly before, shortly after."""
    if parts.has("shortly"):
        return "BEFORE" if parts.has("before") else "AFTER"
    return parts.text("approx")


@rule("tonight", examples={"They meet [tonight].": "2024-07-31TNI"}, counterexamples=["The Tonight Show"])
def tonight(parts: Parts) -> Given:
    """Tonight."""
    return time(DayPart("NI", Relative(0, "D")))


@rule(
    "overnight | last part",
    examples={"It rained [overnight].": "2024-07-30TNI", "He left [last night].": "2024-07-30TNI"},
    counterexamples=["an overnight success"],
)
def last_night(parts: Parts) -> Given:
    """Last night and overnight: the night of the day before."""
    return time(DayPart(parts.text("part") or "NI", Relative(-1, "D")))


@rule("this (part)", examples={"He left [this morning].": "2024-07-31TMO"}, counterexamples=["this may night"])
def this_part(parts: Parts) -> Given:
    """ "this morning"."""
    return time(DayPart(parts.text("part"), Relative(0, "D")))


@rule("dawn", examples={"They danced until [dawn].": "2024-07-31TMO/START"}, counterexamples=["Dawn Bell spoke."])
def dawn(parts: Parts) -> Given:
    """Dawn, dusk, sunrise, sunset."""
    return time(DayPart(parts.text("dawn")), "START" if parts.text("dawn") == "MO" else "")
