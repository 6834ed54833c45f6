"""Election results as announced: one row per candidate and announcing claimant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.merge.dataset import Dataset
from timeline.merge.names import fold, is_short_form, words_of
from timeline.models import Event, Figure, Measure, Mention, Participant

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Announced:
    """A candidate's number, who announced it, and where."""

    candidate: str
    claimant: str
    figure: Figure
    mention: Mention


def election_result_rows(dataset: Dataset) -> list[Row]:
    """The rows of `election_results`, in the order of events and of what was announced first."""
    names = {entity.entity_id: entity.name for entity in dataset.entities}
    return [row for event in dataset.events for row in announced_rows(dataset, names, event)]


def announced_rows(dataset: Dataset, names: Mapping[str, str], event: Event) -> list[Row]:
    """The rows of one event, none if it is no election; ``names`` are those of the entities by id."""
    if event.event_type != "election":
        return []
    groups: dict[tuple[str, str], list[_Announced]] = {}
    for announced in _announcements(dataset, names, event):
        groups.setdefault((fold(announced.candidate), fold(announced.claimant)), []).append(announced)
    told = {key: {(a.figure.measure, a.figure.value) for a in group} for key, group in groups.items()}
    return [
        _row(event, group)
        for (candidate, claimant), group in groups.items()
        if claimant or not _repeated(told, candidate)
    ]


def _repeated(told: Mapping[tuple[str, str], set[tuple[Measure, float]]], candidate: str) -> bool:
    """Whether all that the outlet says of a candidate in its own voice is also announced by somebody it cites."""
    own = told[candidate, ""]
    return any(own <= theirs for (name, claimant), theirs in told.items() if name == candidate and claimant)


def _announcements(dataset: Dataset, names: Mapping[str, str], event: Event) -> Iterator[_Announced]:
    for mention in event.mentions:
        for figure in mention.figures:
            if figure.measure in ("votes", "vote_share", "seats") and figure.subject:
                claimant = _claimant(mention, figure)
                yield _Announced(_candidate(dataset, names, event, mention, figure), claimant, figure, mention)


def _claimant(mention: Mention, figure: Figure) -> str:
    return figure.claimant or (mention.claim.claimant if mention.claim else "")


def _candidate(dataset: Dataset, names: Mapping[str, str], event: Event, mention: Mention, figure: Figure) -> str:
    """The name the dataset gives the figure's subject: an entity of the mention, else of the event, else as written."""
    everyone = [(mention, party) for party in mention.participants]
    everyone += [(other, party) for other in event.mentions for party in other.participants]
    for where, party in everyone:
        if party.named and _same_words(party, figure.subject):
            return names.get(dataset.entity_id(where.article_id, party) or "", party.name)
    return figure.subject


def _same_words(party: Participant, subject: str) -> bool:
    ours, theirs = words_of(party.name, party.kind), words_of(subject, party.kind)
    return ours == theirs or is_short_form(ours, theirs) or is_short_form(theirs, ours)


def _row(event: Event, group: list[_Announced]) -> Row:
    votes, share = _first(group, "votes"), _first(group, "vote_share")
    counted = _counted(event, group)
    return {
        "event_id": event.event_id,
        "candidate": group[0].candidate,
        "votes": votes.value if votes else None,
        "votes_bound": votes.bound if votes else None,
        "share": share.value if share else None,
        "share_bound": share.bound if share else None,
        "ballots_counted": counted.value if counted else None,
        "ballots_counted_bound": counted.bound if counted else None,
        "announced_by": group[0].claimant or None,
        "mention_id": group[0].mention.mention_id,
    }


def _first(group: list[_Announced], measure: str) -> Figure | None:
    return next((announced.figure for announced in group if announced.figure.measure == measure), None)


def _counted(event: Event, group: list[_Announced]) -> Figure | None:
    """How much was counted, as the same announcement says: same sentence, else same claimant in the same article."""
    same_sentence = [announced.mention for announced in group]
    articles = {announced.mention.article_id for announced in group}
    same_article = [mention for mention in event.mentions if mention.article_id in articles]
    claimant = fold(group[0].claimant)
    for number, mention in enumerate([*same_sentence, *same_article]):
        for figure in mention.figures:
            near = number < len(same_sentence)
            if figure.measure == "ballots_counted" and (near or fold(_claimant(mention, figure)) == claimant):
                return figure
    return None
