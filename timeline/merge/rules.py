"""Why two mentions of one article cannot be one event: each rule is a function that says its reason, or ""."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.merge import dating
from timeline.merge.parties import (
    IDENTITY,
    descriptions_differ,
    in_role,
    is_particular,
    named,
    names_differ,
    numbers_differ,
    one_against_many,
    shared,
    shared_party,
)
from timeline.merge.places import places_differ
from timeline.merge.reading import Pointers, read_pointers
from timeline.models import Mention


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with what its words point to, so that both are read once."""

    mention: Mention
    pointers: Pointers


Rule = Callable[[Told, Told], str]

_GROUPED = ("recognition", "diplomacy", "sanction")  # one event per stance or step and sentence, with all its actors
ACTS = ("recognition", "diplomacy", "sanction")  # each belongs to its actor
_NATIONAL = ("election", "recognition", "inauguration", "coup", "diplomacy", "sanction", "statement", "cyberattack")
MANY = ("protest", "detention", "release")  # an article easily tells several of them
LONG = 60
"""Days before publication from which a dated event is background."""
YEAR = 365
"""Days before publication from which it is not what the article has told before."""
_COUNTED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:military )?(?:coups|putsches|takeovers)\b"
)
_SEVERAL = re.compile(r"\b(?:presidents|governments|leaders|rulers|premiers|prime ministers)$")
_ONE_STEP = ({"severance", "expulsion"}, {"downgrade", "expulsion"})  # "broke off ties and sent the envoys home"
_MODES_DIFFER = ("recognition", "diplomacy", "sanction", "security", "statement")


def told(mention: Mention) -> Told:
    """Read a mention for merging."""
    return Told(mention, read_pointers(mention))


# ------------------------------------------------------------------ what keeps two mentions apart


def other_mode(a: Told, b: Told) -> str:
    """Recognising is not refusing, a recall is not an expulsion; a riot can be the protest."""
    ours, theirs = a.mention.mode, b.mention.mode
    if (
        same_sentence(a, b)
        and {ours, theirs} in _ONE_STEP
        and shared(in_role(a.mention, "actor"), in_role(b.mention, "actor"))
    ):
        return ""
    differ = a.mention.event_type in _MODES_DIFFER and ours and theirs and ours != theirs
    return f"{ours} is not {theirs}" if differ else ""


def other_country(a: Told, b: Told) -> str:
    """It happened in two countries; of a penalty that nobody is said to impose the country is a guess."""
    ours, theirs = a.mention.country, b.mention.country
    if a.mention.event_type == "sanction" and not all(in_role(x.mention, "actor") for x in (a, b)):
        return ""
    return f"{ours} is not {theirs}" if ours and theirs and ours != theirs else ""


def other_date(a: Told, b: Told) -> str:
    """The two dates have no day in common; a country does not vote twice within days, so there one is misread."""
    if dating.compatible(a.mention.date, b.mention.date) or same_days_of_change(a, b) or _held_on(a, b):
        return ""
    return f"{a.mention.date.edtf or 'undated'} is not {b.mention.date.edtf or 'undated'}"


def _held_on(a: Told, b: Told) -> bool:
    """Whether b tells, of a later day, that somebody is held on: the order to keep him is no second arrest."""
    before, after = a.mention.date, b.mention.date
    later = before.end is None or after.start is None or before.end < after.start
    return b.pointers.continues and later


def long_past(a: Told, b: Told) -> str:
    """What an article tells without a date is news; an event of months before that it dates elsewhere is another."""
    near = abs(b.mention.sentence.index - a.mention.sentence.index) <= 1
    if near and (a.mention.event_type != "protest" or not dating.is_firm(b.mention.date) or same_sentence(a, b)):
        return ""
    if b.pointers.definite and not dating.is_firm(b.mention.date):
        return ""
    firm = [x.mention for x in (a, b) if dating.is_firm(x.mention.date)]
    news = [x.mention for x in (a, b) if x.mention.date.basis == "bounded"]
    if len(firm) != 1 or len(news) != 1 or not dating.ended_before(firm[0].date, news[0].date, LONG):
        return ""
    if firm[0] is b.mention and firm[0].event_type in MANY and dating.ended_before(firm[0].date, news[0].date, YEAR):
        return f"{firm[0].date.edtf} is long past"
    own = bool(named(in_role(news[0], *IDENTITY[news[0].event_type])) or news[0].place or news[0].figures)
    own = own or (news[0].event_type in MANY and is_particular(news[0]))
    return f"{firm[0].date.edtf} is long past" if own and not shared_party(*firm, *news) else ""


def other_place(a: Told, b: Told) -> str:
    """It happened in two places; acts of a whole state have none."""
    if a.mention.event_type in _NATIONAL or not places_differ(a.mention, b.mention) or _one_arrest(a, b):
        return ""
    return f"{a.mention.place} is not {b.mention.place}"


def _one_arrest(a: Told, b: Told) -> bool:
    """Whether both tell that one person was held, or let go, on one day: in a province, and in a town of it."""
    if a.mention.event_type not in ("detention", "release") or not shared_party(a.mention, b.mention):
        return False
    narrow = dating.is_narrow(a.mention.date) and dating.is_narrow(b.mention.date)
    return narrow and dating.overlap(a.mention.date, b.mention.date)


def running_total(a: Told, b: Told) -> str:
    """A long stretch with its total is not one of its occasions; one person held since a day was held on that day."""
    if a.mention.event_type not in ("protest", "detention", "release", "cyberattack") or b.pointers.definite:
        return ""
    if a.mention.event_type == "detention" and _is_hold(a.mention, b.mention):
        return ""
    running = [dating.is_running(x.mention.date) for x in (a, b)]
    return "one is a running total" if running[0] != running[1] and both_firm(a, b) else ""


def _is_hold(first: Mention, second: Mention) -> bool:
    """Whether two mentions tell from the same day on of one person, and count nobody."""
    counted = any(figure.measure == "people" for mention in (first, second) for figure in mention.figures)
    return first.date.start == second.date.start and not counted and shared_party(first, second) is not None


def other_times(a: Told, b: Told) -> str:
    """Background of past years, or a plan, is not what just happened unless a date or a back reference joins them."""
    if both_firm(a, b) or b.pointers.definite:
        return ""
    past = [x.mention.realis == "historical" for x in (a, b)]
    if past[0] != past[1]:
        return "one is background of the past"
    planned = [x.mention.status == "planned" for x in (a, b)]
    return "one is only planned" if planned[0] != planned[1] else ""


def marked_other(a: Told, b: Told) -> str:
    """The text itself says that this is another one: "a second march", "another 30 were held"."""
    return "told as another one" if b.pointers.another else ""


def other_vote(a: Told, b: Told) -> str:
    """Two offices or two rounds are two elections."""
    if a.mention.event_type != "election":
        return ""
    ours, theirs = a.pointers, b.pointers
    if ours.offices and theirs.offices and not (ours.offices & theirs.offices):
        return f"{_list(ours.offices)} is not {_list(theirs.offices)}"
    return "two rounds" if ours.round and theirs.round and ours.round != theirs.round else ""


def other_people(a: Told, b: Told) -> str:
    """Both say whom it is about, and it is not the same people."""
    first, second, kind = a.mention, b.mention, a.mention.event_type
    grouped = kind in _GROUPED and first.sentence.index == second.sentence.index
    if kind in ("detention", "release"):
        if names_differ(first, second, "target"):
            return "they name different people"
        if one_against_many(first, second, "target"):  # of many, one can be held on: "the editor is still in jail"
            one_of_them = b.pointers.continues and named(in_role(second, "target"))
            return "" if b.pointers.definite or one_of_them else "they are different people"
        if descriptions_differ(first, second, "target"):
            return "" if b.pointers.definite or b.pointers.continues else "they are different people"
    if kind in ("diplomacy", "sanction", "recognition") and names_differ(first, second, "target"):
        return "they name different targets"
    if kind in ("inauguration", "diplomacy", "sanction", "protest", "recognition") and names_differ(
        first, second, "actor"
    ):
        own = kind in ("diplomacy", "sanction") and first.country and first.country == second.country
        return "" if grouped or own else "they name different actors"  # a president and his treasury are one state
    if kind == "cyberattack" and names_differ(first, second, "target") and names_differ(first, second, "actor"):
        return "they name different victims"
    if kind == "protest" and descriptions_differ(first, second, "actor") and not b.pointers.definite:
        return "they are different people"
    return ""


def other_number(a: Told, b: Told) -> str:
    """One voice counts them twice and gets clearly different numbers."""
    if b.pointers.definite or not numbers_differ(a.mention, b.mention):
        return ""
    return "the same voice gives different numbers"


def other_speech(a: Told, b: Told) -> str:
    """Statements are one only by the same speaker in the same sentence."""
    if a.mention.event_type != "statement":
        return ""
    same = a.mention.sentence.index == b.mention.sentence.index and shared_party(a.mention, b.mention)
    return "" if same else "another statement"


def other_rumour(a: Told, b: Told) -> str:
    """A denial is about what it names: it does not join what merely happened on the same day."""
    denied = [x.mention.status == "denied" for x in (a, b)]
    back = b.pointers.definite and not denied[0]  # "the attack" never points at one that was denied
    if denied[0] == denied[1] or back or shared_party(a.mention, b.mention):
        return ""
    return "one is a denied rumour"


def other_attempt(a: Told, b: Told) -> str:
    """An attack that failed is not one that succeeded, unless they share a victim or the text points back."""
    if a.mention.event_type != "cyberattack" or b.pointers.definite or shared_party(a.mention, b.mention):
        return ""
    failed = [x.mention.status == "attempted" for x in (a, b)]
    return "one only failed" if failed[0] != failed[1] and not same_sentence(a, b) else ""


def other_measure(a: Told, b: Told) -> str:
    """A curfew is not a deployment: measures to keep order are one only under the same rule."""
    if a.mention.event_type != "security" or a.mention.rule == b.mention.rule or b.pointers.definite:
        return ""
    return "another measure"


def several_at_once(a: Told, b: Told) -> str:
    """ "Two presidents have been toppled since 2005" counts coups, and is none of them."""
    if a.mention.event_type != "coup" or same_sentence(a, b):
        return ""
    many = [
        _COUNTED.search(x.mention.sentence.span.text) is not None
        or any(_SEVERAL.search(party.name) for party in in_role(x.mention, "target"))
        for x in (a, b)
    ]
    return "one counts several" if many[0] != many[1] else ""


APART: tuple[Rule, ...] = (
    other_mode, other_country, other_date, long_past, other_place, running_total, other_times, marked_other, other_vote,
    other_people, other_number, other_rumour, other_attempt, other_speech, other_measure, several_at_once,
)  # fmt: skip


def apart(a: Told, b: Told) -> str:
    """Why two mentions of one type, ``a`` told before ``b``, cannot be one event, or ""."""
    return next((reason for rule in APART if (reason := rule(a, b))), "")


def same_sentence(a: Told, b: Told) -> str:
    """Two triggers in one sentence tell one event: "protests and riots broke out"."""
    return "same sentence" if a.mention.sentence.index == b.mention.sentence.index else ""


def both_firm(a: Told, b: Told) -> bool:
    """Whether the text dates both."""
    return dating.is_firm(a.mention.date) and dating.is_firm(b.mention.date)


def same_days_of_change(a: Told, b: Told) -> bool:
    """Two dates of one country's vote or coup, not both stated outright, that lie within days of each other."""
    first, second = a.mention, b.mention
    if first.event_type not in ("election", "coup") or not first.country or first.country != second.country:
        return False
    return not (first.date.basis == second.date.basis == "stated") and dating.is_close(first.date, second.date)


def _list(words: frozenset[str]) -> str:
    return " and ".join(sorted(words))
