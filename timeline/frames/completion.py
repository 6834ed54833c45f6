"""Roles that a sentence leaves to its neighbours: whose result was refused, who made the arrests it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.models import Mention, Participant

_AUTHORITY = re.compile(
    r"\b(?:police|army|military|gendarme\w*|security (?:force|service|source|agenc|official)\w*"
    r"|interior ministry|prosecutors?|authorit(?:y|ies)|ministry|government|junta|officials?|troops|soldiers)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:result|outcome|count|tally|vote|election|poll|figures|victory|win|winner|verdict|exercise|process|party"
    r"|defeat)s?\b",
    re.IGNORECASE,
)


def complete(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Fill what the article tells elsewhere: the winner behind a result, the authority behind an arrest."""
    winners = _winners(mentions)
    return tuple(_complete(mention, winners) for mention in mentions)


def _complete(mention: Mention, winners: dict[str, Participant]) -> Mention:
    if mention.event_type == "recognition":
        return _answered(mention, winners.get(mention.country))
    if mention.event_type in ("detention", "release"):
        return _acted(mention)
    return mention


def _answered(mention: Mention, winner: Participant | None) -> Mention:
    """A result that is accepted or refused is the declared winner's."""
    targets = [party for party in mention.participants if party.role == "target"]
    if winner is None or any(party.named or not _RESULT.search(party.name) for party in targets):
        return mention
    if any(party.name == winner.name for party in mention.participants):
        return mention  # who concedes or refuses is not its own target
    others = tuple(party for party in mention.participants if party.role != "target")
    return replace(mention, participants=(*others, replace(winner, role="target")))


def _winners(mentions: Sequence[Mention]) -> dict[str, Participant]:
    """The declared winner of the latest election the article tells, by country."""
    found: dict[str, Participant] = {}
    for mention in mentions:
        if mention.event_type != "election" or mention.realis not in ("actual", "historical"):
            continue
        party = _winner(mention)
        if party is not None:
            found.setdefault(mention.country, party)
    return found


def _winner(mention: Mention) -> Participant | None:
    """Who is said to have won, else who has the largest share, else the most votes."""
    stated = next((party for party in mention.participants if party.role == "winner"), None)
    if stated is not None:
        return stated
    for measure in ("vote_share", "votes"):
        counted = [figure for figure in mention.figures if figure.measure == measure and figure.subject]
        if len(counted) > 1:
            first = max(counted, key=lambda figure: figure.value)
            return next((party for party in mention.participants if party.name == first.subject), None)
    return None


def _acted(mention: Mention) -> Mention:
    """ "Police say 40 people were arrested": an authority that tells of an arrest by nobody made it."""
    claim = mention.claim
    if claim is None or claim.outlet or any(party.role == "actor" for party in mention.participants):
        return mention
    if claim.kind not in ("statement", "confirmation") or not _AUTHORITY.search(claim.claimant):
        return mention
    actor = Participant("actor", claim.claimant, "organisation", mention.country)
    return replace(mention, participants=(actor, *mention.participants))
