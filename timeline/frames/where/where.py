"""Where an event takes place: the place its clause names, and the country its type looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.event_types import event_types
from timeline.frames.match import Match
from timeline.frames.realis.effects import definite
from timeline.frames.syntax.tokens import Token
from timeline.frames.where.story import Story
from timeline.frames.words.cues import realis_words
from timeline.gazetteers.places import PlaceMention
from timeline.models import Participant

_LOCATIVE = frozenset(
    {"in", "at", "across", "outside", "near", "throughout", "around", "through", "inside", "within", "to"}
)
_SMALL = ("city", "capital", "region", "subnational")


@dataclass(frozen=True)
class Location:
    """The country (alpha-3 or "") and, where one is named, the place with its coordinates."""

    country: str = ""
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None


def locate(match: Match, participants: Sequence[Participant], told: Story) -> Location:
    """Place and country of a match, in the order its event type asks for."""
    place = _named_place(match, told)
    looked_for = event_types()[match.event_type].country
    country = ""
    for source in looked_for:
        country = _country(source, match, participants, place, told)
        if country:
            break
    if place is None or place.place.kind not in _SMALL or (country and place.place.country not in ("", country)):
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
    countries = [item.country for item in participants if _plays(item, source) and item.country]
    if source == "actor" and match.event_type in ("diplomacy", "sanction") and len(set(countries)) > 1:
        return ""
    return countries[0] if countries else _phrase_country(match, source, told)


def _phrase_country(match: Match, role: str, told: Story) -> str:
    """The country that the phrase of a role names: "the authorities in Bujumbura"."""
    for name, head in match.slots:
        if name != role:
            continue
        for token in _phrase(head):
            found = _covering(told.places, match.parsed.offset(token)) if token.pos_ in ("PROPN", "ADJ") else ()
            if found and found[0].place.country:
                return found[0].place.country
    return ""


def _phrase(head: Token) -> Iterator[Token]:
    """The words of a noun phrase without its clauses ("the bloc, meeting in Lima,"); of "whose", those of its owner."""
    yield head
    for child in head.children:
        if child.dep_ not in ("acl", "relcl", "advcl", "conj", "appos"):
            yield from _phrase(child)
    owner = next((child for child in head.children if child.lower_ == "whose"), None)
    clause = next((token for token in head.ancestors if token.dep_ == "relcl"), None) if owner is not None else None
    if clause is not None:
        yield from (token for token in _phrase(clause.head) if token.i < clause.left_edge.i)


def _plays(participant: Participant, source: str) -> bool:
    return participant.role == source or (source == "actor" and participant.role in ("winner", "candidate"))


def _near(match: Match, told: Story) -> str:
    """A country named by the trigger's own phrase: "Ghana's election", "the Peruvian vote", "elections in Chad"."""
    tokens = [token for token in _own_words(match.trigger) if abs(token.i - match.trigger.i) <= 6]
    subjects = [child for child in match.trigger.head.children if child.dep_ == "nsubj" and not _spoken_of(match)]
    at = match.trigger.i
    for token in sorted([*tokens, *subjects], key=lambda item: (item.i < at, abs(item.i - at))):
        start = match.parsed.offset(token)
        for mention in told.within(start, start + len(token)) or _covering(told.places, start):
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


def _covering(places: Iterable[PlaceMention], offset: int) -> tuple[PlaceMention, ...]:
    return tuple(place for place in places if place.start <= offset < place.end)


def _named_place(match: Match, told: Story) -> PlaceMention | None:
    """The place a locative phrase of the sentence names, nearest to the trigger, smaller places first."""
    span = match.parsed.sentence.span
    candidates = []
    for mention in told.within(span.start, span.end):
        token = None if _lies_in_another(mention, told) else _token_at(match, mention.start)
        if token is not None and mention.place.kind != "demonym" and _is_locative(token) and _plays_there(token, match):
            small = mention.place.kind in _SMALL
            candidates.append((not small, _distance(token, match.trigger), mention.start, mention))
    if candidates:
        return min(candidates, key=lambda item: item[:3])[3]
    at = told.written_in  # "LIMA, Dec 21 -": where the sentence behind it plays, unless it says otherwise
    return at if at is not None and span.start <= at.start < span.end else None


def _lies_in_another(mention: PlaceMention, told: Story) -> bool:
    """Whether the text puts a place in another country than its usual namesake: "San Marcos in Lima" is in Peru."""
    after = (place for place in told.places if 0 < place.start - mention.end <= len(" in the "))
    holder = next(after, None)
    return (
        holder is not None
        and holder.place.kind in ("capital", "city")
        and holder.place.country != mention.place.country
    )


def _token_at(match: Match, offset: int) -> Token | None:
    at = offset - match.parsed.sentence.span.start
    return next((token for token in match.parsed.doc if token.idx <= at < token.idx + len(token)), None)


def _is_locative(token: Token) -> bool:
    """Whether a place name stands in a phrase of place, also as a later item of its list."""
    head = token
    while head.dep_ in ("conj", "compound", "appos", "nmod", "amod", "poss") or _is_part_of(head):
        head = head.head.head if _is_part_of(head) else head.head
    return head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE


def _plays_there(token: Token, match: Match) -> bool:
    """Whether a phrase of place can tell where the trigger happened: a later clause has a place of its own.

    "Crowds stormed the palace and the minister fled to Oslo."
    """
    governor = next((head for head in token.ancestors if head.pos_ in ("VERB", "AUX")), None)
    clause = match.trigger
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    if governor is None or governor == clause or governor.i < clause.i:
        return True
    meanwhile = governor.dep_ == "advcl" and any(mark.lower_ == "while" for mark in governor.children)
    return not ((governor.dep_ == "conj" or meanwhile) and clause in governor.ancestors)


def _is_part_of(token: Token) -> bool:
    """ "The centre of X", "the streets of X": the place stands for the phrase."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.dep_ in ("pobj", "dobj")


def _distance(token: Token, trigger: Token) -> int:
    return abs(token.i - trigger.i)


def _as_written(mention: PlaceMention, match: Match) -> str:
    base = match.parsed.sentence.span
    written = base.text[mention.start - base.start : mention.end - base.start]
    return written.title() if written.isupper() and len(written) > 3 else written
