"""Roles that a sentence leaves to its neighbours: whose result was refused, who made the arrests it tells of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.frames.figures.attendance import attendance
from timeline.frames.figures.winners import (
    Winner,
    newcomers,
    recognised,
    recognised_before,
    seceding,
    took_office,
    winners,
)
from timeline.frames.naming.names import Cast
from timeline.frames.roles.arresting import acted
from timeline.frames.roles.counterparts import aimed_at_all, answered, at_home, by_the_same, governed
from timeline.frames.roles.deposed import deposed, fallen
from timeline.frames.roles.remainders import of_the_one_held, of_those_held
from timeline.frames.roles.same_hand import only_said, same_hand
from timeline.gazetteers import places
from timeline.models import Mention, Sentence

_COUNTERS = re.compile(
    r"\b(?:commission|council|court|tribunal|electoral|election|board|ministry|authorit(?:y|ies))\b", re.IGNORECASE
)
_RESULTS = ("votes", "vote_share", "seats", "turnout")
_NEAR = 2  # sentences behind an announcement that still give its results


@dataclass(frozen=True)
class _Article:
    """What the rules ask of the article as a whole: who won, what it calls each state, which one is new."""

    winners: tuple[Winner, ...]
    sentences: tuple[Sentence, ...]
    told: frozenset[int]  # the numbers of the sentences that tell of events
    states: Mapping[str, str]  # alpha-3 -> the name the article uses
    new_state: str  # whose independence it tells of
    home: str  # alpha-3 of the country it is about


def complete(mentions: Sequence[Mention], cast: Cast, text: str, home: str = "") -> tuple[Mention, ...]:
    """Fill what the article tells elsewhere: the winner behind a result, the state behind an envoy, who arrested.

    ``home`` is the country the article is about (alpha-3): its government needs no name.
    """
    named = states(cast)
    told = frozenset(mention.sentence.index for mention in mentions)
    article = _Article(winners(mentions), cast.sentences, told, named, seceding(text, named), home)
    done: list[Mention] = []
    for mention in mentions:
        whole = deposed(_complete(mention, article, done), mentions, cast, text)
        blamed = same_hand(fallen(whole, mentions), done, cast.sentences, cast)
        done.append(only_said(blamed, mentions, home))
    return tuple(aimed_at_all(done, named, home))


def states(cast: Cast) -> dict[str, str]:
    """What an article calls each state it names: "Mexico" for MEX, seats of government and demonyms left out."""
    found: dict[str, str] = {}
    for naming in cast.namings:
        place = places.find_place(naming.name) if naming.kind == "place" else None
        if place is not None and place.kind == "country" and place.country:
            found.setdefault(place.country, naming.name)
    return found


def _complete(mention: Mention, article: _Article, before: Sequence[Mention]) -> Mention:
    if mention.event_type == "recognition":
        told = governed(mention, article.states, article.home)
        whole = recognised(told, article.winners, article.new_state)
        return _of_state(recognised_before(whole, before))
    if mention.event_type == "inauguration":
        return took_office(mention, article.winners)
    if mention.event_type == "election":
        return _announced(mention, before)
    if mention.event_type in ("diplomacy", "sanction"):
        told = at_home(by_the_same(mention, before), article.states)
        return answered(governed(told, article.states, article.home), article.states, before, article.home)
    if mention.event_type in ("detention", "release"):
        whole = mention
        if mention.event_type == "release":
            whole = of_the_one_held(of_those_held(mention, before), before)
        return newcomers(acted(whole, article.sentences), article.winners)
    if mention.event_type == "protest" and mention.is_event:
        return replace(mention, figures=(*attendance(mention, article.sentences, article.told), *mention.figures))
    return mention


def _of_state(mention: Mention) -> Mention:
    """Whoever is recognised as a state is where the recognition belongs, and not the state it broke away from."""
    recognised_states = {party.country for party in mention.participants if party.role == "target"}
    plain = all(party.kind == "country" for party in mention.participants if party.role == "target")
    code = next(iter(recognised_states), "") if len(recognised_states) == 1 and plain else ""
    return replace(mention, country=code) if code else mention


def _announced(mention: Mention, before: Sequence[Mention]) -> Mention:
    """Results that follow an announcement are the announcer's: "…, the commission said. Berg took 46 percent."."""
    results = any(figure.measure in _RESULTS and not figure.claimant for figure in mention.figures)
    if mention.claim is not None or not results or mention.realis not in ("actual", "historical"):
        return mention
    near = (
        model.claim
        for model in reversed(before)
        if model.event_type == "election"
        and model.claim is not None
        and mention.sentence.index - model.sentence.index <= _NEAR
        and _COUNTERS.search(model.claim.claimant)
    )
    claim = next(near, None)
    if claim is None:
        return mention
    figures = tuple(replace(figure, claimant=figure.claimant or claim.claimant) for figure in mention.figures)
    return replace(mention, claim=claim, figures=figures)
