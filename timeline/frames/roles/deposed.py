"""Whom a coup removed, where its own sentence does not say: the article names the ousted, or whom soldiers held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.frames.naming.names import Cast, Person
from timeline.models import Mention, Participant

_OUSTED = re.compile(
    r"\b(?:ousted|deposed|toppled|overthrown|unseated)(?:,| (?:(?:the|former|civilian|elected|interim)\s+|[a-z]+[ -])"
    r"{0,4}|\s+)$"
)
_FALLEN = re.compile(
    r"(?:former|ousted|deposed|toppled|ex-?|overthrown|unseated) ?(?:head of state|leader|president|premier|ruler"
    r"|prime minister|king|strongman|dictator)",
    re.IGNORECASE,
)
_AHEAD = 60  # characters in front of a name that may call its bearer ousted
_RULERS = frozenset({"president", "premier", "king", "emir", "sultan", "chancellor"})
_PAST = frozenset({"former", "ex", "vice", "deputy"})


def deposed(mention: Mention, mentions: Sequence[Mention], cast: Cast, text: str) -> Mention:
    """A coup that names nobody it was against, with the one person whom the article tells as ousted.

    That is whom it calls so ("the ousted president, Ada Lund"), else the president or premier whom it tells as held
    in the same present. Of several nobody is meant; a coup that is only alleged or planned has ousted nobody, and
    where another one has its target the ousted is that one's.
    """
    mention = threatened(mention, cast)
    told = mention.event_type == "coup" and mention.status == "reported" and mention.realis == "actual"
    others = (party for other in mentions if other.event_type == "coup" for party in other.participants)
    if not told or any(party.role == "target" for party in others):
        return mention
    actors = {party.name for party in mention.participants if party.role == "actor"}
    for people in (_called_so(cast, text), _held(mentions, cast)):
        unique = {person.name: person for person in people if person.name not in actors}
        if len(unique) == 1:
            (person,) = unique.values()
            ousted = Participant("target", person.name, "person", person.country)
            return replace(mention, participants=(*mention.participants, ousted))
        if unique:
            return mention
    return mention


def threatened(mention: Mention, cast: Cast) -> Mention:
    """An attempt at a coup of which a president or premier tells: it was against the one who does."""
    tried = mention.event_type == "coup" and mention.status in ("attempted", "alleged") and mention.claim is not None
    if not tried or mention.claim is None or any(party.role == "target" for party in mention.participants):
        return mention
    person = cast.resolve(mention.claim.claimant)
    own = person is not None and person.country in ("", mention.country)
    if person is None or not own or not any(_in_power(title.head, title.words) for title in person.titles):
        return mention
    if any(party.role == "actor" and party.name == person.name for party in mention.participants):
        return mention
    return replace(
        mention, participants=(*mention.participants, Participant("target", person.name, "person", person.country))
    )


def _called_so(cast: Cast, text: str) -> Iterator[Person]:
    for naming in cast.namings:
        person = cast.resolve(naming.name) if naming.kind in ("person", "thing") else None
        before = text[max(0, naming.left - _AHEAD) : naming.left]
        titled = any("ousted" in title.words or "deposed" in title.words for title in naming.titles)
        if person is not None and (titled or _OUSTED.search(before)):
            yield person


def _held(mentions: Sequence[Mention], cast: Cast) -> Iterator[Person]:
    """Those in power whom the article tells as held: a coup begins with them."""
    for mention in mentions:
        if mention.event_type != "detention" or mention.realis != "actual" or mention.status != "reported":
            continue
        for party in mention.participants:
            person = cast.resolve(party.name) if party.role == "target" and party.kind == "person" else None
            if person is not None and any(_in_power(title.head, title.words) for title in person.titles):
                yield person


def _in_power(head: str, words: Sequence[str]) -> bool:
    ruler = head in _RULERS or (head == "minister" and "prime" in words)
    return ruler and not _PAST & set(words)


def fallen(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """A mention with the name of "the former ruler" or "the ousted president": whom the article's coup removed.

    Only where its coups have removed one person: of two nobody can tell.
    """
    if not any(party.role == "target" and _FALLEN.fullmatch(party.name) for party in mention.participants):
        return mention
    removed = {
        party.name: party
        for other in mentions
        if other.event_type == "coup" and other.status == "reported" and other.realis == "actual"
        for party in other.participants
        if party.role == "target" and party.kind == "person" and party.named
    }
    if len(removed) != 1:
        return mention
    (person,) = removed.values()
    parties = (
        person if party.role == "target" and _FALLEN.fullmatch(party.name) else party for party in mention.participants
    )
    return replace(mention, participants=tuple(dict.fromkeys(parties)))
