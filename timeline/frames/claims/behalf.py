"""For whom a spokesman says "we": "we do not accept it," said her spokesman, a spokesman for the Unity Party."""

from __future__ import annotations

import re
from bisect import bisect_left

from timeline.frames.claims.attribution import Attribution
from timeline.frames.match import Match
from timeline.frames.naming.definite import body_before
from timeline.frames.naming.names import Cast

_OFFICE = r"(?:spokes(?:man|woman|person)|press secretary|campaign manager)"
_OWNED = re.compile(rf"\b(?P<whose>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){{0,2}}{_OFFICE},? \Z")
_NAMED = re.compile(rf"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}}?)(?:['’]s)? (?:chief )?{_OFFICE},? \Z")
_BEHIND = re.compile(
    rf"\A,? (?:a|the|chief) (?:chief )?{_OFFICE} (?:for|of) (?:the )?(?P<name>[A-Z][^,.;:“”\"]{{1,40}})"
)
_NEAR = 70  # characters beside a name that tell for whom it speaks
_FAR = 50  # names back to whom he speaks for
_SEXES = {"his": "m", "her": "f"}
_WE = frozenset({"we", "us", "our"})


def spoken_for(match: Match, said: Attribution, text: str, cast: Cast) -> str:
    """The name of whoever acts where a spokesman is quoted with "we", else "" (he himself, or nobody that is told)."""
    if not any(role == "actor" and token.lower_ in _WE for role, token in match.slots):
        return ""
    start, end = said.source_start, said.source_end
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    owned = _OWNED.search(before)
    if owned is not None:
        return _owner(owned["whose"].lower(), start, said.source, cast)
    named = _NAMED.search(before) or _BEHIND.match(behind)
    return named["name"].removesuffix("'s").removesuffix("’s") if named is not None else ""


def _owner(whose: str, start: int, spokesman: str, cast: Cast) -> str:
    """The person named last, of the sex that "his" tells, or the body that "its" stands for."""
    if whose not in _SEXES:
        body = body_before(start, cast)
        return body.name if body is not None else ""
    own, last = cast.resolve(spokesman), bisect_left(cast.namings, start, key=lambda item: item.start)
    for item in reversed(cast.namings[max(0, last - _FAR) : last]):
        person = cast.resolve(item.name) if item.kind in ("person", "thing") else None
        if person is not None and person != own and person.sex in ("", _SEXES[whose]):
            return person.name
    return ""
