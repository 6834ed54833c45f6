"""Where an event takes place: the place its clause names, and the country its type looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.event_types import event_types
from timeline.frames.match import Match
from timeline.frames.realis.effects import definite
from timeline.frames.syntax.tokens import Token
from timeline.frames.where.placing import SMALL, covering, named_place, phrase
from timeline.frames.where.story import Story
from timeline.frames.words.cues import realis_words
from timeline.gazetteers.leaders import home_of
from timeline.gazetteers.places import PlaceMention
from timeline.models import Participant

_LED = ("target", "winner", "candidate")  # who may be a country's leader in what befalls that country


@dataclass(frozen=True)
class Location:
    """The country (alpha-3 or "") and, where one is named, the place with its coordinates."""

    country: str = ""
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None


def locate(match: Match, participants: Sequence[Participant], told: Story) -> Location:
    """Place and country of a match, in the order its event type asks for."""
    place = named_place(match, told)
    looked_for = event_types()[match.event_type].country
    country = ""
    for source in looked_for:
        country = _country(source, match, participants, place, told)
        if country:
            break
    if place is None or place.place.kind not in SMALL or (country and place.place.country not in ("", country)):
        return Location(country)
    return Location(country, _as_written(place, match), place.place.latitude, place.place.longitude)


def _country(
    source: str, match: Match, participants: Sequence[Participant], place: PlaceMention | None, told: Story
) -> str:
    if source == "story":
        return told.country_at(match.parsed.offset(match.trigger))
    if source == "place":
        return place.place.country if place else ""
    if source == "near":
        return _near(match, told)
    if source == "leader":
        homes = {home_of(item.name) for item in participants if item.role in _LED and item.kind == "person"} - {""}
        return homes.pop() if len(homes) == 1 else ""
    countries = [country for item in participants if _plays(item, source) and (country := _home(item))]
    if source == "actor" and match.event_type in ("diplomacy", "sanction") and len(set(countries)) > 1:
        return ""
    return countries[0] if countries else _phrase_country(match, source, told)


def _home(party: Participant) -> str:
    return party.country or (home_of(party.name) if party.kind == "person" else "")


def _phrase_country(match: Match, role: str, told: Story) -> str:
    """The country that the phrase of a role names: "the authorities in Bujumbura"."""
    for name, head in match.slots:
        if name != role:
            continue
        for token in phrase(head):
            found = covering(told.places, match.parsed.offset(token)) if token.pos_ in ("PROPN", "ADJ") else ()
            if found and found[0].place.country:
                return found[0].place.country
    return ""


def _plays(participant: Participant, source: str) -> bool:
    return participant.role == source or (source == "actor" and participant.role in ("winner", "candidate"))


def _near(match: Match, told: Story) -> str:
    """A country named by the trigger's own phrase: "Ghana's election", "the Peruvian vote", "elections in Chad"."""
    tokens = [token for token in _own_words(match.trigger) if abs(token.i - match.trigger.i) <= 6]
    subjects = [child for child in match.trigger.head.children if child.dep_ == "nsubj" and not _spoken_of(match)]
    at = match.trigger.i
    for token in sorted([*tokens, *subjects], key=lambda item: (item.i < at, abs(item.i - at))):
        start = match.parsed.offset(token)
        for mention in told.within(start, start + len(token)) or covering(told.places, start):
            if mention.place.country:
                return mention.place.country
    return ""


def _spoken_of(match: Match) -> bool:
    """ "France condemned the takeover": whoever speaks of a known coup tells nothing of where it was."""
    noun, verb = match.trigger, match.trigger.head
    undergone = match.event_type == "coup" and noun.dep_ in ("dobj", "pobj") and definite(noun)
    return undergone and verb.lemma_.lower() not in realis_words("occurs")


def _own_words(head: Token) -> Iterator[Token]:
    """A trigger's words without the clauses below it: "was held when she flew in from Oslo"."""
    yield head
    for child in head.children:
        if child.dep_ not in ("advcl", "relcl", "ccomp"):
            yield from _own_words(child)


def _as_written(mention: PlaceMention, match: Match) -> str:
    base = match.parsed.sentence.span
    written = base.text[mention.start - base.start : mention.end - base.start]
    return written.title() if written.isupper() and len(written) > 3 else written
