"""Read election results: which votes, shares and seats belong to whom, turnout, and how much has been counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.frames.figures import result_patterns as patterns
from timeline.frames.figures.quantities import Quantity, quantities
from timeline.frames.figures.result_owners import RIVAL, candidates, gap, subject_of, unbound
from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import Parsed
from timeline.models import Figure, Measure

_VOTES = frozenset({"vote", "ballot"})
_SEATS = frozenset({"seat", "mandate", "deputy", "lawmaker", "legislator", "constituency"})
_PAPERS = frozenset({"station", "precinct", "booth", "district", "bulletin", "protocol"})


@lru_cache(maxsize=64)  # every match of a sentence asks
def results(parsed: Parsed, cast: Cast) -> tuple[Figure, ...]:
    """The election figures of any sentence: votes, shares and seats with their subject, turnout, ballots counted.

    A share or number whose owner the sentence does not name has an empty ``subject``; margins and what belongs to
    an unnamed rival have measure "other". Nothing comes of a sentence that has no word of voting.
    """
    text = parsed.sentence.span.text
    if not patterns.ELECTORAL.search(text):
        return ()
    found = quantities(parsed)
    names, base = candidates(parsed, cast), parsed.sentence.span.start
    read: list[Figure] = []
    for at, quantity in enumerate(found):
        if quantity.vague:
            continue
        measure = _measure(parsed, found, at, read)
        if measure:
            subject = subject_of(parsed, found, at, names, read) if measure in ("votes", "vote_share", "seats") else ""
            if (
                read
                and read[-1].subject == RIVAL
                and subject not in ("", RIVAL)
                and patterns.SAME.match(gap(text, found, at, base))
            ):
                read[-1] = replace(read[-1], subject=subject)  # "to 4,000 votes, or 40 percent, for Y"
            read.append(_figure(quantity, measure, subject))
        else:
            read.append(_figure(quantity, "people", ""))
    return tuple(_named(item) for item in read if item.measure != "people")


def _named(figure: Figure) -> Figure:
    """A rival nobody named owns no share: the number is kept, its measure is not."""
    return replace(figure, measure="other", subject="") if figure.subject == RIVAL else figure


def _figure(quantity: Quantity, measure: Measure, subject: str) -> Figure:
    counted = quantity.noun.lower_ if quantity.noun is not None else ""
    unit = "percent" if quantity.kind == "percent" else (counted or (measure if measure in ("votes", "seats") else ""))
    value = quantity.value if quantity.value is not None else (quantity.low or 0.0)
    return Figure(measure, value, quantity.bound, quantity.as_written, quantity.low, quantity.high, unit, subject)


def _measure(parsed: Parsed, found: Sequence[Quantity], at: int, read: Sequence[Figure]) -> Measure | None:
    quantity, base, text = found[at], parsed.sentence.span.start, parsed.sentence.span.text
    start, end = quantity.span.start - base, quantity.span.end - base
    before, after = text[:start], text[end:]
    left = found[at - 1].span.end - base if at else 0
    right = found[at + 1].span.start - base if at + 1 < len(found) else len(text)
    near_before = re.split(r"[;:]", text[left:start])[-1]
    near_after = patterns.WHILE_COUNTING.split(re.split(r"[;:,)]", text[end:right])[0])[0]
    noun = quantity.noun.lemma_.lower() if quantity.noun is not None else ""
    if _is_of_another_vote(quantity, near_before, after):
        return "other"
    if quantity.kind == "percent":
        return _share(noun, near_before, near_after, read, before)
    if (
        re.match(r"\s+of\s+(?:the\s+|its\s+)?(?:\w+\s+)?$", text[end:right])
        and at + 1 < len(found)
        and _seats(found[at + 1])
    ):
        return "seats"
    if noun in _SEATS:
        return (
            None
            if re.search(r"\bof\s+(?:the\s+|its\s+)?(?:\w+\s+)?$", near_before) and read and read[-1].measure == "seats"
            else "seats"
        )
    if noun in _VOTES:
        paired = (
            re.match(r"\s*(?:votes?|ballots?)?,?\s*(?:to|against)\s+(?:\w+\s+){0,2}$", text[end:right])
            if right < len(text)
            else None
        )
        if (patterns.MARGIN_BEFORE.search(unbound(before, quantity)) and not paired) or patterns.MARGIN_AFTER.match(
            after
        ):
            return "other"
        return "ballots_counted" if patterns.COUNTED.search(near_after) and noun == "ballot" else "votes"
    bare = quantity.noun is None or quantity.noun.i < quantity.head.i or patterns.ALONE.match(after) is not None
    return _again(quantity, before, read) if bare else None


def _is_of_another_vote(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a number is what the result is held against: "down from 52 percent", "compared with 40 in 2012"."""
    last_time = patterns.COMPARED_WITH.search(before) and patterns.LAST_TIME.search(after)
    held_against = patterns.COMPARED.search(before) or patterns.THAN.search(quantity.as_written)
    return bool(last_time or held_against)


def _again(quantity: Quantity, before: str, read: Sequence[Figure]) -> Measure | None:
    """What a number without a noun repeats: "52 per cent to Berg's 44", "Reform won 90 seats, the Greens 40"."""
    value = quantity.value or 0
    owned = patterns.OWNED_NUMBER.search(before) is not None
    last = next((item.measure for item in reversed(read) if item.measure in ("votes", "vote_share", "seats")), None)
    if last == "vote_share" and value < 100 and owned:
        return "vote_share"
    if last == "seats" and owned:
        return "seats"
    return "votes" if any(item.measure == "votes" for item in read) and value > 100 else None


def _seats(quantity: Quantity) -> bool:
    return quantity.noun is not None and quantity.noun.lemma_.lower() in _SEATS


def _share(noun: str, before: str, after: str, read: Sequence[Figure], whole: str) -> Measure:
    """What a percentage is: the papers counted, turnout, or somebody's share of the vote."""
    if patterns.AWAY.search(after) or re.search(r"\bshares?\b|\bfell\b|\brose\b|\bup\b\s*$", before):
        return "other"
    counting = patterns.COUNTED.search(after) or patterns.COUNTED.search(before.rsplit(",", 1)[-1])
    if noun in _PAPERS or (noun in _VOTES and counting):
        return "ballots_counted"
    if (
        patterns.TURNOUT_AFTER.match(after)
        or patterns.TURNOUT.search(before.rsplit(",", 2)[-1] + " ")
        or (noun in ("voter", "electorate", "elector") and not re.search(r"\b(?:for|back|chose|support)", after))
    ):
        return "turnout"
    if re.search(r"\bput (?:it|this|the figure) at\W*(?:\w+\W+)?$", before) and read and read[-1].measure == "turnout":
        return "turnout"
    if patterns.TURNOUT.search(before) and not re.search(r"\b(?:won|took|got|with|for)\b", before):
        return "turnout"
    return "vote_share"
