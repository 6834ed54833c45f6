"""Say whose a number of an election result is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.frames.figures import result_patterns as patterns
from timeline.frames.figures.quantities import Quantity
from timeline.frames.naming.introductions import Introduction
from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import Parsed
from timeline.models import Figure

RIVAL = "?"  # somebody the sentence does not name
_OWNED = ("votes", "vote_share", "seats")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may have stood: a person or party, by its offsets in the sentence."""

    name: str
    start: int
    end: int
    person: bool = True


def candidates(parsed: Parsed, cast: Cast) -> list[Candidate]:
    """The people and parties a sentence names, bodies that count or report left out, in order."""
    span = parsed.sentence.span
    inside = [item for item in cast.namings if span.start <= item.start and item.end <= span.end]
    return [
        Candidate(_full(item, cast), item.left - span.start, item.end - span.start, item.kind != "organisation")
        for item in inside
        if _stands(item, cast, span.text[item.end - span.start :])
    ]


def _full(item: Introduction, cast: Cast) -> str:
    person = cast.resolve(item.name)
    return person.name if person else item.name


def _stands(item: Introduction, cast: Cast, behind: str) -> bool:
    if item.kind in ("place", "role"):
        return False
    if item.kind == "organisation":
        return not patterns.NO_CANDIDATE.search(item.name) and not (item.name.isupper() and len(item.name) == 2)
    if item.kind == "person" or cast.resolve(item.name) is not None:
        return True
    return patterns.SHARE_BEHIND.match(behind) is not None or patterns.SHARE_PAST_COMMA.match(behind) is not None


def subject_of(
    parsed: Parsed, found: Sequence[Quantity], at: int, names: Sequence[Candidate], read: Sequence[Figure]
) -> str:
    """Whose a number is: who is named behind "for", who shares it with the number before, or who is named in front."""
    base, text = parsed.sentence.span.start, parsed.sentence.span.text
    start, end = found[at].span.start - base, found[at].span.end - base
    right = found[at + 1].span.start - base if at + 1 < len(found) else len(text)
    behind = next((name for name in names if end <= name.start < right), None)
    behind = _owned(text, behind, names)
    if behind is not None and patterns.NEXT_OWNER.match(text[behind.end :]) is not None:
        behind = None  # "58 per cent to Berg's 42": the name owns the number behind it
    if behind is not None and _is_for(text[end : behind.start]):
        return behind.name
    previous = read[-1] if read and at else None
    if previous and previous.measure in _OWNED:
        between = gap(text, found, at, base)
        if patterns.SAME.match(between) and (previous.unit == "percent") != (found[at].kind == "percent"):
            return previous.subject
        if behind is not None and patterns.OF_NAME.match(text[end : behind.start]):
            return behind.name  # "to the 41 percent of Berg"
        if patterns.TO.match(between):
            return _rival(parsed, names, previous, start)
        if patterns.AND_SHARE.match(between) and (previous.unit == "percent") != (found[at].kind == "percent"):
            return previous.subject
    used = {item.subject for item in read if item.measure in _OWNED and item.subject}
    left = found[at - 1].span.end - base if at else 0
    ahead = [name for name in names if name.end <= start]
    near = [name for name in ahead if name.start >= left]
    return _owner(parsed, text, near or [name for name in ahead if name.name not in used], start)


def _owned(text: str, behind: Candidate | None, names: Sequence[Candidate]) -> Candidate | None:
    """Of "for Ada Berg's Labour Party" the party."""
    if behind is None or text[behind.end : behind.end + 2] not in ("'s", "’s"):
        return behind
    return next((name for name in names if name.start == behind.end + 3), behind)


def _is_for(between: str) -> bool:
    """Whether the words between a number and the name behind it give it to that name: "of people voted for"."""
    match = patterns.FOR.match(between + "§")
    if match is None or patterns.NEW_CLAUSE.search(match["rest"]):
        return False
    return not re.search(r"\bto (?!whom)\w+ ", between)


def gap(text: str, found: Sequence[Quantity], at: int, base: int) -> str:
    """The text between a number and the one before it, without what they count and the words that bound them."""
    between = text[found[at - 1].span.end - base : found[at].span.start - base]
    return patterns.VOTES_WORD.sub("", unbound(between, found[at]))


def _owner(parsed: Parsed, text: str, ahead: Sequence[Candidate], start: int) -> str:
    """The candidate in front of a number: the subject of its clause rather than whoever is merely nearest."""
    fitting = [name for name in ahead if not patterns.NOT_OWNER.search(text[: name.start])]
    if not fitting:
        beaten = patterns.BEATEN.search(text[:start])
        return "" if beaten or not ahead else ahead[-1].name
    adjacent = fitting[-1]
    if re.fullmatch(r"(?:['’]s?)?[\s,:]*(?:\w+\s+){0,2}", text[adjacent.end : start]):
        return adjacent.name
    subject = _clause_subject(parsed, start, fitting)
    return subject or adjacent.name


def _clause_subject(parsed: Parsed, start: int, names: Sequence[Candidate]) -> str:
    """The name that is the grammatical subject of the verb a number hangs on."""
    token = next((token for token in parsed.doc if token.idx + len(token) > start), None)
    for verb in token.ancestors if token is not None else ():
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                held = next((name for name in names if name.start <= child.idx < name.end), None)
                if held is not None:
                    return held.name
    return ""


def _rival(parsed: Parsed, names: Sequence[Candidate], previous: Figure, start: int) -> str:
    """Who the second number of "by 52 percent to 44 percent" belongs to: the one beaten, if the sentence names one."""
    kind = next((name.person for name in names if name.name == previous.subject), True)
    others = {
        name.name: None for name in names if name.end <= start and name.name != previous.subject and name.person == kind
    }
    return next(iter(others)) if len(others) == 1 else RIVAL


def unbound(before: str, quantity: Quantity) -> str:
    """The text before a number without its bound words."""
    words = quantity.as_written[: max(0, quantity.as_written.find(quantity.span.text))]
    return before.removesuffix(words)
