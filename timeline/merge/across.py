"""Groups of different articles become one event: same type, country and narrow dates, shared people or place."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field

from timeline.merge import dating
from timeline.merge.cluster import Group
from timeline.merge.copies import Copy, copies_of, join_copies
from timeline.merge.names import is_short_form, words_of
from timeline.merge.parties import IDENTITY, in_role
from timeline.merge.places import places_differ, places_meet
from timeline.merge.reading import read_pointers
from timeline.merge.settle import settle_date, settle_mode, settle_place
from timeline.models import EventDate, Mention, Participant

_ONCE = ("election", "inauguration", "coup")  # a country has one such event on a day
_OPEN_ACTS = ("recognition",)  # dated by what they follow, so a shared start stands for a shared day


@dataclass(frozen=True, slots=True)
class Signature:
    """What two articles' tellings of an event are compared by."""

    event_type: str
    mode: str
    country: str
    date: EventDate
    planned: bool
    place: str
    latitude: float | None
    longitude: float | None
    parties: frozenset[tuple[str, tuple[str, ...]]]  # role, folded words of a name or a country code
    figures: frozenset[tuple[str, float]]
    offices: frozenset[str]
    rounds: frozenset[str]


def sign(group: Group) -> Signature:
    """Sum a group up for comparison."""
    place, latitude, longitude = settle_place(group.mentions)
    pointers = [read_pointers(mention) for mention in group.mentions]
    return Signature(
        event_type=group.event_type,
        mode=settle_mode(group.mentions),
        country=next((mention.country for mention in group.mentions if mention.country), ""),
        date=settle_date(group.mentions),
        planned=all(mention.status == "planned" for mention in group.mentions),
        place=place,
        latitude=latitude,
        longitude=longitude,
        parties=frozenset(_parties(group.mentions)),
        figures=frozenset((f.measure, f.value) for m in group.mentions for f in m.figures if f.value > 1),
        offices=frozenset(office for pointer in pointers for office in pointer.offices),
        rounds=frozenset(pointer.round for pointer in pointers if pointer.round),
    )


def _parties(mentions: Sequence[Mention]) -> list[tuple[str, tuple[str, ...]]]:
    roles = IDENTITY.get(mentions[0].event_type, ("actor", "target"))
    return [
        ("candidate" if party.role == "winner" else party.role, _party_key(party))
        for mention in mentions
        for party in in_role(mention, *roles)
        if party.named
    ]


def _party_key(party: Participant) -> tuple[str, ...]:
    return (party.country,) if party.kind == "country" and party.country else words_of(party.name, party.kind)


# ------------------------------------------------------------------ rules


def apart(a: Signature, b: Signature) -> str:
    """Why two articles tell of two events, or ""."""
    if a.event_type == "statement":
        return "statements are their speakers' own"
    if not _dates_agree(a, b):
        return "the dates do not agree"
    if a.event_type in ("recognition", "diplomacy", "sanction", "security") and a.mode != b.mode:
        return "another mode"
    if a.event_type not in _ONCE and a.event_type != "recognition" and places_differ(a, b):
        return "another place"
    if a.offices and b.offices and not (a.offices & b.offices):
        return "another office"
    if a.rounds and b.rounds and not (a.rounds & b.rounds):
        return "another round"
    if a.event_type != "election" and any(_nobody_shared(a, b, role) for role in ("actor", "target")):
        return "other people"
    return ""


def joined(a: Signature, b: Signature) -> str:
    """Why two articles tell of one event, or ""; ask `apart` first."""
    day = f"same type, country and date {b.date.edtf}"
    name = _shared_name(a, b)
    if name:
        return f"{day}, both name {name}"
    if a.event_type in _OPEN_ACTS:
        return ""
    if a.event_type in _ONCE:
        return day
    if a.place and b.place and places_meet(a, b):
        return f"{day}, same place {b.place}"
    if a.figures & b.figures:
        return f"{day}, same number {min(a.figures & b.figures)[1]:g}"
    return ""


def _dates_agree(a: Signature, b: Signature) -> bool:
    if dating.is_narrow(a.date) and dating.is_narrow(b.date):
        return dating.overlap(a.date, b.date)
    if a.event_type not in _OPEN_ACTS or a.date.start is None or b.date.start is None:
        return False
    return abs((a.date.start - b.date.start).days) < dating.FEW_DAYS and dating.overlap(a.date, b.date)


def _nobody_shared(a: Signature, b: Signature, role: str) -> bool:
    ours, theirs = _in_role(a, role), _in_role(b, role)
    return bool(ours) and bool(theirs) and not any(_same(x, y) for x in ours for y in theirs)


def _shared_name(a: Signature, b: Signature) -> str:
    """A name both have in one role; a recognition is its actor's, so only that role counts there."""
    roles = ("actor",) if a.event_type in ("recognition", "diplomacy", "sanction") else ("target", "actor", "candidate")
    for role in roles:
        found = sorted(x for x in _in_role(a, role) for y in _in_role(b, role) if _same(x, y))
        if found:
            return " ".join(found[0])
    return ""


def _in_role(signature: Signature, role: str) -> list[tuple[str, ...]]:
    return [words for kind, words in signature.parties if kind == role]


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return a == b or is_short_form(a, b) or is_short_form(b, a)


# ------------------------------------------------------------------ clustering


def join_groups(groups: Sequence[tuple[str, Group]]) -> list[list[tuple[Group, str]]]:
    """Cluster (article id, group) pairs, given in canonical order; each group comes with the reason that joined it.

    Only groups of one type and country that start within a few days of one another are compared, so the work grows
    with the news of a week and not with the archive.
    """
    signed = [(sign(group), article, group) for article, group in groups]
    blocks: Mapping[tuple[str, str], list[int]] = defaultdict(list)
    alone: list[int] = []
    for number, (signature, _, _) in enumerate(signed):
        (blocks[signature.event_type, signature.country] if comparable(signature) else alone).append(number)
    clusters = [[number] for number in alone]
    why = dict.fromkeys(range(len(signed)), "first")
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda number: (ordinal(signed[number][0]), number))
        clusters += sweep(((number, *signed[number][:2]) for number in block), why)

    def copies(number: int) -> Iterator[Copy]:
        return copies_of(signed[number][0], signed[number][2])

    clusters = join_copies(sorted(clusters, key=min), {n: key[:2] for n, key in enumerate(signed)}, copies, why)
    return [[(signed[number][2], why[number]) for number in sorted(cluster)] for cluster in clusters]


def comparable(signature: Signature) -> bool:
    """Whether a group can be one with groups of other articles at all: it has a country and a first day."""
    return bool(signature.country) and signature.date.start is not None


@dataclass(slots=True)
class _Open:
    """A cluster that can still grow; what it is compared by is kept once, however many articles tell it."""

    numbers: list[int] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    members: dict[Signature, None] = field(default_factory=dict)  # in order of arrival
    latest: int = 0  # ordinal of the last start

    def add(self, number: int, article: str, signature: Signature) -> None:
        """Take a group in."""
        self.numbers.append(number)
        self.articles.add(article)
        self.members.setdefault(signature)
        self.latest = max(self.latest, ordinal(signature))


def sweep(block: Iterable[tuple[int, Signature, str]], why: MutableMapping[int, str]) -> Iterator[list[int]]:
    """Cluster the groups (number, signature, article id) of one type and country, earliest start first.

    Each cluster is given as soon as nothing can join it any more, so that only the news of a few days is in memory.
    """
    live: list[_Open] = []
    for number, signature, article in block:
        oldest = ordinal(signature) - 2 * dating.FEW_DAYS
        yield from (cluster.numbers for cluster in live if cluster.latest < oldest)
        live = [cluster for cluster in live if cluster.latest >= oldest]
        cluster, why[number] = _home(signature, article, live)
        if cluster is None:
            cluster = _Open()
            live.append(cluster)
        cluster.add(number, article, signature)
    yield from (cluster.numbers for cluster in live)


def ordinal(signature: Signature) -> int:
    """The day a group starts, as a number; only groups that are `comparable` have one."""
    return (signature.date.start or dt.date.min).toordinal()


def _home(signature: Signature, article: str, live: Sequence[_Open]) -> tuple[_Open | None, str]:
    """The first cluster that no member forbids and some member asks for; one article tells an event in one group."""
    for cluster in live:
        if article in cluster.articles or any(apart(member, signature) for member in cluster.members):
            continue
        reason = next((reason for member in cluster.members if (reason := joined(member, signature))), "")
        if reason:
            return cluster, reason
    return None, "first"
