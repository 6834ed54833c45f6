"""The mentions of one article become groups, one per event, each mention with the reason that joined it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.merge import dating
from timeline.merge.joins import JOINS, joined
from timeline.merge.names import fold
from timeline.merge.parties import IDENTITY, in_role, named, names_differ, shared_party
from timeline.merge.rules import LONG, Told, apart, other_vote, told
from timeline.merge.settle import STATUS_ORDER
from timeline.models import Mention

WINDOW = 120
"""Mentions before one that it is compared with: more than any article has, so that a text without end takes no more
than its share of time."""


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one event, in the order they joined, and why each did."""

    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...]

    @property
    def event_type(self) -> str:
        """The type that all its mentions share."""
        return self.mentions[0].event_type


def text_order(mention: Mention) -> tuple[int, int, str]:
    """Where a mention stands in its article."""
    return mention.sentence.index, mention.trigger.start, mention.mention_id


def group_mentions(mentions: Sequence[Mention]) -> list[Group]:
    """Group the mentions of one article that make events, in the order of the text; headlines join last."""
    making = sorted((mention for mention in mentions if mention.is_event), key=text_order)
    groups: list[list[_Placed]] = []
    near: list[list[_Placed]] = []
    for number, mention in enumerate(making):
        if mention.sentence.kind != "title":
            near = [group for group in near if group[-1].number >= number - WINDOW]
            _place(told(mention), number, near, groups)
    grouped = [Group(tuple(p.told.mention for p in group), tuple(p.why for p in group)) for group in groups]
    for mention in making:
        if mention.sentence.kind == "title":
            grouped = _place_title(mention, grouped)
    return grouped


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mention in its group: which of the article's it is, and what joined it."""

    told: Told
    number: int
    why: str


def _place(new: Told, number: int, near: list[list[_Placed]], groups: list[list[_Placed]]) -> None:
    """Add a mention to the group it fits best (strongest rule, then the news, then nearest before it), or open one."""
    best: tuple[int, bool, int, int] | None = None
    reason = "first"
    for place, group in enumerate(near):
        if group[0].told.mention.event_type != new.mention.event_type:
            continue
        recent = [placed.told for placed in group[-WINDOW:] if placed.number >= number - WINDOW]
        if any(apart(old, new) for old in recent):
            continue
        strength, why, nearest = _strongest(new, recent)
        rank = (strength, _is_long_past(recent, new), -nearest, place)
        if strength < len(JOINS) and (best is None or rank < best):
            best, reason = rank, why
    if best is None:
        near.append([_Placed(new, number, "first")])
        groups.append(near[-1])
    else:
        near[best[-1]].append(_Placed(new, number, reason))


def _is_long_past(group: Sequence[Told], new: Told) -> bool:
    """Whether a group is background of months before: a bare "the coup" rather is that of the news."""
    firm = [old.mention.date for old in group if dating.is_firm(old.mention.date)]
    return bool(firm) and all(dating.ended_before(date, new.mention.date, LONG) for date in firm)


def _strongest(new: Told, recent: Sequence[Told]) -> tuple[int, str, int]:
    found = [(*joined(old, new), old.mention.trigger.start) for old in recent]
    strength, why, _ = min(found, key=lambda item: (item[0], -item[2]))
    return strength, why, max(start for _, _, start in found)


# ------------------------------------------------------------------ headlines


def _place_title(title: Mention, groups: list[Group]) -> list[Group]:
    """Let a headline join the body sentence it sums up, whose attribution and status it then takes."""
    fits = [(_title_fit(title, group), -number) for number, group in enumerate(groups) if _sums_up(title, group)]
    if not fits:
        return [*groups, Group((title,), ("first",))]
    chosen = -max(fits)[1]
    group = groups[chosen]
    source = _best_body(group)
    title = replace(title, claim=title.claim or source.claim, status=source.status)
    reason = (
        f"headline of sentence {source.sentence.index}"
        if source.sentence.kind != "title"
        else f"headlines: same type as sentence {source.sentence.index}"
    )
    joined_group = Group((*group.mentions, title), (*group.reasons, reason))
    return [*groups[:chosen], joined_group, *groups[chosen + 1 :]]


def _sums_up(title: Mention, group: Group) -> bool:
    """Whether a headline can be about the event: same type and stance, and nobody else is named."""
    if group.event_type != title.event_type:
        return False
    return not any(_title_conflict(title, mention) for mention in group.mentions)


def _title_conflict(title: Mention, body: Mention) -> bool:
    if title.event_type in ("recognition", "diplomacy", "sanction", "statement") and (
        title.mode and body.mode and title.mode != body.mode
    ):
        return True
    if title.country and body.country and title.country != body.country:
        return True
    if dating.is_firm(title.date) and dating.is_firm(body.date) and not dating.overlap(title.date, body.date):
        return True
    if other_vote(told(title), told(body)):
        return True
    roles = IDENTITY.get(title.event_type, ())
    differ = [names_differ(title, body, role) for role in roles if role in ("actor", "target")]
    return bool(differ) and any(differ) and shared_party(title, body) is None


def _title_fit(title: Mention, group: Group) -> tuple[int, int, int]:
    """How well a headline sums an event up: shared names, shared figures, then how current the event is."""
    sharing = sum(1 for mention in group.mentions if shared_party(title, mention))
    figures = {(figure.measure, figure.value) for figure in title.figures}
    same_figures = sum(1 for m in group.mentions for f in m.figures if (f.measure, f.value) in figures)
    words = {fold(party.name) for party in named(in_role(title, "actor", "target", "candidate", "winner"))}
    said = any(fold(party.name) in words for m in group.mentions for party in m.participants)
    current = any(mention.realis != "historical" for mention in group.mentions)
    return min(sharing + same_figures + said, 3), int(current), len(group.mentions)


def _best_body(group: Group) -> Mention:
    """The first body sentence with the event's best status."""
    return min(group.mentions, key=lambda m: (m.sentence.kind == "title", STATUS_ORDER.index(m.status), text_order(m)))
