"""Why two mentions of one article are one event, where nothing keeps them apart: each rule says its reason, or ""."""

from __future__ import annotations

from timeline.frames.when.intervals import STORY_DAY
from timeline.merge import dating
from timeline.merge.parties import (
    IDENTITY,
    in_role,
    is_office,
    is_particular,
    named,
    one_person,
    points_to_people,
    same_description,
    shared,
    shared_party,
)
from timeline.merge.places import places_meet
from timeline.merge.rules import ACTS, MANY, Rule, Told, both_firm, same_days_of_change, same_sentence

_ONCE = ("coup", "inauguration", "election")
_MONTH = 31  # days
_WHO_MET = frozenset({"leaders", "ministers", "heads of state", "members", "member states", "bloc", "council", "they"})
_SOON = 2  # sentences


def same_party_and_date(a: Told, b: Told) -> str:
    """They share a named participant, and their dates agree or one has none of its own."""
    if a.mention.event_type in ACTS:  # that they share the target is not enough: another state's recall is another
        party = shared(in_role(a.mention, "actor"), in_role(b.mention, "actor"))
    else:
        party = shared_party(a.mention, b.mention)
    if not party:
        return ""
    when = "same date" if both_firm(a, b) else "no rival date"
    return f"same type, both name {party.name}, {when}"


def same_group(a: Told, b: Told) -> str:
    """Both know the unnamed actor under one description: "the opposition"."""
    if a.mention.event_type not in ACTS:
        return ""
    name = same_description(a.mention, b.mention, "actor")
    return f"same type, both tell of {name!r}" if name else ""


def same_day(a: Told, b: Told) -> str:
    """Same type on the same day, and nothing tells them apart."""
    first, second = a.mention, b.mention
    if not (dating.is_narrow(first.date) and dating.is_narrow(second.date)):
        return ""
    if same_days_of_change(a, b) and not dating.overlap(first.date, second.date):
        return f"same type{_country(a, b)} and within days of {first.date.edtf}"
    if first.event_type in ACTS and in_role(first, "actor") and in_role(second, "actor"):
        return ""
    if (
        second.date.rule == STORY_DAY
        and named(in_role(second, *IDENTITY[second.event_type]))
        and _both_particular(a, b)
    ):
        return ""  # the day is that of the story, and others have theirs
    return f"same type{_country(a, b)} and date {second.date.edtf}"


def same_turn(a: Told, b: Told) -> str:
    """A country has one coup, one oath, one vote in a month: "last week's takeover" is that of Monday."""
    first, second = a.mention, b.mention
    if first.event_type not in _ONCE or not _country(a, b) or not both_firm(a, b):
        return ""
    near = all(dating.is_narrow(dating.begun(date), _MONTH) for date in (first.date, second.date))
    return f"same type, country, and {first.date.edtf} meets {second.date.edtf}" if near else ""


def same_sender(a: Told, b: Told) -> str:
    """A state, or those who met, penalise once: "imposed sanctions ... The leaders also froze the country's assets"."""
    first, second = a.mention, b.mention
    soon = 0 < second.sentence.index - first.sentence.index <= _SOON
    if first.event_type != "sanction" or not soon or first.date.edtf != second.date.edtf or not first.date.start:
        return ""
    met = any(party.name.lower() in _WHO_MET for party in in_role(second, "actor"))
    sender = first.country if _country(a, b) else "those who met" if met else ""
    return f"same type and day, by {sender}" if sender else ""


def back_reference(a: Told, b: Told) -> str:
    """A definite noun points to what was told before: "the vote", "Saturday's march"."""
    return f"refers back: {b.mention.trigger.text!r}" if b.pointers.definite else ""


def told_on(a: Told, b: Told) -> str:
    """What is told first without a day is told again soon, of the same people: "the suspects", "its envoy"."""
    first, second = a.mention, b.mention
    near = 0 < second.sentence.index - first.sentence.index <= _SOON
    if not near or (both_firm(a, b) and first.date.rule != STORY_DAY) or first.status != second.status:
        return ""
    if first.event_type in ("detention", "release") and points_to_people(second):
        return "told again of the same people"
    if first.event_type in ("diplomacy", "sanction") and first.mode == second.mode and _country(a, b):
        return "told again of the same state" if is_office(second) else ""
    return ""


def held_on(a: Told, b: Told) -> str:
    """Somebody who "is still held" was detained before."""
    return "the detention goes on" if b.pointers.continues else ""


def no_rival_date(a: Told, b: Told) -> str:
    """One has no date of its own, and neither country, people nor numbers tell them apart."""
    if both_firm(a, b) or a.mention.event_type in ACTS or _both_particular(a, b):
        return ""
    return f"same type{_country(a, b)}, no rival date"


JOINS: tuple[Rule, ...] = (
    same_sentence,
    same_party_and_date,
    same_group,
    same_day,
    same_turn,
    same_sender,
    back_reference,
    told_on,
    held_on,
    no_rival_date,
)
"""In order of strength."""


def joined(a: Told, b: Told) -> tuple[int, str]:
    """The strength (0 is strongest) and reason that makes them one event, or (len(JOINS), "")."""
    return next(((i, reason) for i, rule in enumerate(JOINS) if (reason := rule(a, b))), (len(JOINS), ""))


def _both_particular(a: Told, b: Told) -> bool:
    """Whether each tells of people, a number or a place of its own, and they have none of these in common."""
    first, second = a.mention, b.mention
    if first.event_type not in MANY or not (is_particular(first) and is_particular(second)):
        return False
    return not (
        shared_party(first, second)
        or one_person(first, second, IDENTITY[first.event_type][0])
        or any(same_description(first, second, role) for role in IDENTITY[first.event_type])
        or (first.place and second.place and places_meet(first, second))
        or {f.value for f in first.figures} & {f.value for f in second.figures}
    )


def _country(a: Told, b: Told) -> str:
    return ", country" if a.mention.country and a.mention.country == b.mention.country else ""
