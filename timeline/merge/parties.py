"""Whether two mentions can be about the same people: names, descriptions and numbers compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.merge.names import fold, same_party, word_set
from timeline.merge.reading import describes
from timeline.models import Figure, Mention, Participant, Role

IDENTITY: dict[str, tuple[Role, ...]] = {
    "detention": ("target",),
    "release": ("target",),
    "inauguration": ("actor",),
    "protest": ("actor",),
    "recognition": ("actor", "target"),
    "diplomacy": ("actor", "target"),
    "sanction": ("actor", "target"),
    "cyberattack": ("actor", "target"),
    "coup": ("actor", "target"),
    "election": ("candidate", "winner"),
    "security": ("actor",),
    "statement": ("actor",),
}
"""The roles that tell one event of a type from another."""

_ANYONE = word_set("""
    people person man men woman women protester demonstrator marcher rioter activist supporter crowd other
    detainee prisoner suspect participant member opponent critic dissident figure individual citizen resident
    one hundred thousand dozen score captive hostage inmate
""")
_VAGUE = word_set("""
    people person persons other others man men woman women individual individuals none some all most many several few
    more of the them they those these that it us him her
""")
_OFFICES = word_set("ministry minister government cabinet president presidency authorities department")
_MORE = re.compile(r"\b(?:others?|another|more|further)\b", re.IGNORECASE)
_MANY = word_set("people men women police crowd hundreds thousands dozens scores youths others")


def in_role(mention: Mention, *roles: Role) -> tuple[Participant, ...]:
    """The participants in these roles, in order."""
    return tuple(party for party in mention.participants if party.role in roles)


def named(parties: Iterable[Participant]) -> tuple[Participant, ...]:
    """Those with a name of their own."""
    return tuple(party for party in parties if party.named)


def shared(ours: Iterable[Participant], theirs: Iterable[Participant]) -> Participant | None:
    """The first of ours that is named on both sides."""
    others = named(theirs)
    return next((party for party in named(ours) if any(same_party(party, other) for other in others)), None)


def shared_party(a: Mention, b: Mention) -> Participant | None:
    """A named participant that both mentions have in the same identity role."""
    for role in IDENTITY.get(a.event_type, ("actor", "target")):
        roles: tuple[Role, ...] = ("candidate", "winner") if role in ("candidate", "winner") else (role,)
        found = shared(in_role(a, *roles), in_role(b, *roles))
        if found:
            return found
    return None


def names_differ(a: Mention, b: Mention, role: Role) -> bool:
    """Whether both name somebody in a role and share nobody."""
    ours, theirs = named(in_role(a, role)), named(in_role(b, role))
    return bool(ours) and bool(theirs) and shared(ours, theirs) is None


def same_description(a: Mention, b: Mention, role: Role) -> str:
    """The description under which both know an unnamed participant ("the opposition"), or ""."""
    theirs = {describes(party.name) for party in in_role(b, role) if not party.named}
    ours = (party for party in in_role(a, role) if not party.named)
    return next((party.name for party in ours if describes(party.name) in theirs), "")


def descriptions_differ(a: Mention, b: Mention, role: Role) -> bool:
    """Whether both describe different groups ("teachers", "miners") and name nobody: plain people fit any group."""
    ours, theirs = in_role(a, role), in_role(b, role)
    if not ours or not theirs or named(ours) or named(theirs):
        return False
    mine, others = _groups(ours), _groups(theirs)
    return bool(mine) and bool(others) and not (mine & others)


def is_anyone(name: str) -> bool:
    """Whether a description says no more than that they are people: it fits any group."""
    return all(word in _VAGUE for word in fold(name).split())


def points_to_people(mention: Mention) -> bool:
    """Whether its people are those told of before: "the suspects", "they", and nobody by name."""
    targets, sentence = in_role(mention, "target"), mention.sentence.span.text
    if named(targets) or _MORE.search(sentence):
        return False
    heads = [re.escape(party.name.split()[-1]) for party in targets if party.name]
    return any(re.search(rf"\b(?:the|these|those|all|both)\s+(?:\w+\s+)?{head}\b", sentence, re.I) for head in heads)


def is_office(mention: Mention) -> bool:
    """Whether an act is that of an office, which stands for its state: "the foreign ministry"."""
    actors = in_role(mention, "actor")
    return bool(actors) and all(not word_set(party.name).isdisjoint(_OFFICES) for party in actors)


def is_particular(mention: Mention) -> bool:
    """Whether a mention tells of people, a number of them, or a place of its own."""
    parties = in_role(mention, *IDENTITY.get(mention.event_type, ()))
    return bool(
        mention.place
        or any(not is_anyone(party.name) for party in parties)
        or any(figure.measure == "people" for figure in mention.figures)
    )


def _groups(parties: Iterable[Participant]) -> frozenset[str]:
    return frozenset(head for head in (describes(party.name) for party in parties) if head not in _ANYONE)


def one_against_many(a: Mention, b: Mention, role: Role) -> bool:
    """Whether one mention names whom it is about and the other tells of an unnamed many."""
    ours, theirs = in_role(a, role), in_role(b, role)
    if bool(named(ours)) == bool(named(theirs)):
        return False
    few, crowd, crowd_mention = (ours, theirs, b) if named(ours) else (theirs, ours, a)
    return any(is_many(party.name) for party in crowd) or any(
        figure.measure == "people" and figure.value > len(named(few)) for figure in crowd_mention.figures
    )


def one_person(a: Mention, b: Mention, role: Role) -> bool:
    """Whether one mention names somebody in a role and the other describes a single person: "the general"."""
    ours, theirs = in_role(a, role), in_role(b, role)
    if bool(named(ours)) == bool(named(theirs)) or not ours or not theirs:
        return False
    return not any(is_many(party.name) for party in (theirs if named(ours) else ours))


def is_many(name: str) -> bool:
    """Whether a description is a plural: "lawyers", "the police"."""
    head = name.casefold().split()[-1:] or [""]
    return head[0] in _MANY or (head[0].endswith("s") and not head[0].endswith("ss"))


def numbers_differ(a: Mention, b: Mention) -> bool:
    """Whether one voice gives two clearly different numbers of the same measure."""
    return any(
        ours.measure == theirs.measure
        and ours.measure in ("people", "attacks")
        and fold(_voice(a, ours)) == fold(_voice(b, theirs))
        and _far_apart(ours, theirs)
        for ours in a.figures
        for theirs in b.figures
    )


def _voice(mention: Mention, figure: Figure) -> str:
    return figure.claimant or (mention.claim.claimant if mention.claim else "")


def _far_apart(a: Figure, b: Figure) -> bool:
    """More than a quarter between them, and neither bound reaches the other: "more than 200" can be 230."""
    low, high = sorted((a, b), key=lambda figure: figure.value)
    if high.value <= 1.25 * low.value or (low.high is not None and high.value <= low.high):
        return False  # "thousands" can be 6,000
    reaches_up = low.bound in ("at_least", "more_than") and high.value <= 2 * low.value
    return not reaches_up
