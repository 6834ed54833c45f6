"""Whom a number or "some of them" leaves unsaid: those let go are of those who were arrested before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.models import Mention, Participant

_PART = re.compile(r"\b(?:all|some|most|many|several|rest|others|them|those|both|each|remainder)\b", re.IGNORECASE)
_HELD = ("detention", "release")
_NEAR = 12  # sentences back to the arrests


def of_those_held(mention: Mention, before: Sequence[Mention]) -> Mention:
    """A release that says only how many, with the group that the nearest arrests before it name.

    "Police held 40 drivers. Fourteen were let go": drivers. A single person is never taken from a group.
    """
    if any(party.role == "target" for party in mention.participants) or not _counts(mention):
        return mention
    for model in reversed(before):
        if mention.sentence.index - model.sentence.index > _NEAR:
            break
        held = tuple(party for party in model.participants if party.role == "target")
        if model.event_type == "detention" and model.is_event and any(not party.named for party in held):
            return replace(mention, participants=(*mention.participants, *held))
    return mention


def of_the_one_held(mention: Mention, before: Sequence[Mention]) -> Mention:
    """ "His release" that was read as that of somebody nobody held, with whoever the article has told as held.

    Nobody is let go who was not in: of two whom a pronoun may mean it is the one who was.
    """
    freed = [party for party in mention.participants if party.role == "target"]
    if len(freed) != 1 or freed[0].kind != "person" or not freed[0].named or _spells(mention, freed[0]):
        return mention
    held = [party for model in before if model.event_type in _HELD for party in model.participants if _is_held(party)]
    if not held or any(party.name == freed[0].name for party in held):
        return mention
    others = tuple(party for party in mention.participants if party is not freed[0])
    return replace(mention, participants=(*others, held[-1]))


def _spells(mention: Mention, who: Participant) -> bool:
    return who.name.split()[-1].lower() in mention.sentence.span.text.lower()


def _is_held(party: Participant) -> bool:
    return party.role == "target" and party.kind == "person" and party.named


def _counts(mention: Mention) -> bool:
    several = any(figure.measure == "people" and figure.value > 1 for figure in mention.figures)
    return several or bool(_PART.search(mention.sentence.span.text))
