"""One value from many mentions: the date, status, mode, country and place of an event, and its best sentence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import cache

from timeline.event_types import event_types
from timeline.merge import dating
from timeline.merge.names import fold
from timeline.merge.reading import goes_on, is_noun
from timeline.models import EventDate, Mention, Status

STATUS_ORDER: tuple[Status, ...] = ("reported", "attempted", "alleged", "planned", "denied")
"""Best first: an event takes the best status that a sentence of the body gives it."""


def settle_status(mentions: Sequence[Mention]) -> Status:
    """The best status a body sentence gives; a headline's only where there is no body.

    A coup that any of them tells as a mere attempt is one: what its makers did on the way ("announced that the
    constitution was suspended") does not make it succeed. Where only such a step is told, whoever fell decides.
    """
    body = [mention for mention in mentions if mention.sentence.kind != "title"] or mentions
    attempts = [mention for mention in body if mention.event_type == "coup" and mention.status == "attempted"]
    if attempts and not (all(mention.rule in step_rules() for mention in attempts) and any(map(_fell, body))):
        return "attempted"
    if _waved_away(body):
        return "denied"
    return min((mention.status for mention in body), key=STATUS_ORDER.index)


@cache
def step_rules() -> frozenset[str]:
    """The rules that tell of a step on the way to an event, as the storming of a palace is."""
    kinds = event_types().values()
    return frozenset(f"{kind.name}:{frame.id}" for kind in kinds for frame in kind.frames if frame.step)


def _fell(mention: Mention) -> bool:
    """Whether a mention tells that a coup brought somebody down: "they had overthrown him", "had taken control"."""
    if mention.status != "reported" or mention.rule in step_rules() or mention.rule.endswith(":signs"):
        return False
    return not is_noun(mention.trigger.text) or any(party.role == "target" for party in mention.participants)


def _waved_away(body: Sequence[Mention]) -> bool:
    """Whether one named voice denies what only others say: "relatives said she was held", "the army denies it".

    What the outlet tells in its own voice stands, and an accusation stays one.
    """
    others = [mention for mention in body if mention.status != "denied"]
    said = all(mention.claim is not None and mention.claim.kind == "statement" for mention in others)
    return bool(others) and len(others) < len(body) and said


def settle_date(mentions: Sequence[Mention]) -> EventDate:
    """The date of the mention that knows it best; the others keep theirs in the mentions.

    That somebody is held on says nothing of the day of the arrest.
    """
    status = settle_status(mentions)
    best = min(
        enumerate(mentions),
        key=lambda item: (
            goes_on(item[1]),
            *dating.rank(item[1].date),
            item[1].status != status,
            item[1].sentence.kind == "title",
            item[0],
        ),
    )
    if best[1].event_type == "coup":
        close = (mention.date for mention in mentions if dating.is_close(mention.date, best[1].date))
        return min((best[1].date, *close), key=lambda date: date.start or dt.date.max)  # it began then
    return best[1].date


def settle_mode(mentions: Sequence[Mention]) -> str:
    """The commonest mode, the first told among equals; one violent sentence makes a protest a riot."""
    modes = [mention.mode for mention in mentions if mention.mode]
    if "riot" in modes:
        return "riot"
    return _commonest(modes)


def settle_country(mentions: Sequence[Mention]) -> str:
    """The country that most mentions give, the first told among equals."""
    return _commonest([mention.country for mention in mentions if mention.country])


def settle_place(mentions: Sequence[Mention]) -> tuple[str, float | None, float | None]:
    """The place that most mentions give, as first written, with its coordinates if any of them has some."""
    placed = [mention for mention in mentions if mention.place]
    chosen = _commonest([fold(mention.place) for mention in placed])
    same = [mention for mention in placed if fold(mention.place) == chosen]
    if not same:
        return "", None, None
    located = next((mention for mention in same if mention.latitude is not None), same[0])
    return same[0].place, located.latitude, located.longitude


def best_first(mentions: Sequence[Mention]) -> list[Mention]:
    """Order mentions, given in canonical order, by how much of the event each one tells; sort is stable."""
    status = settle_status(mentions)
    return sorted(
        mentions, key=lambda mention: (mention.sentence.kind == "title", mention.status != status, -_tells(mention))
    )


def _tells(mention: Mention) -> int:
    """How much one sentence tells: a day of its own, numbers, and who took part."""
    day = 2 if dating.is_firm(mention.date) and mention.date.precision == "day" else int(dating.is_firm(mention.date))
    people = min(sum(1 for party in mention.participants if party.named), 3)
    return day + people + 2 * bool(mention.figures) + bool(mention.place)


def _commonest(values: Sequence[str]) -> str:
    counts = Counter(values)  # keeps the order of first sight, and max takes the first of equals
    return max(counts, key=lambda value: counts[value]) if counts else ""
