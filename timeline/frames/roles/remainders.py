"""Whom a number or "some of them" leaves unsaid: those let go are of those who were arrested before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.models import Mention

_PART = re.compile(r"\b(?:all|some|most|many|several|rest|others|them|those|both|each|remainder)\b", re.IGNORECASE)
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


def _counts(mention: Mention) -> bool:
    several = any(figure.measure == "people" and figure.value > 1 for figure in mention.figures)
    return several or bool(_PART.search(mention.sentence.span.text))
