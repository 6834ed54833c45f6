"""Where an event takes place: the place its clause names, and the country its type looks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from timeline.event_types import event_types
from timeline.frames.match import Match
from timeline.frames.realis.effects import definite
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.where.placing import SMALL, covering, named_place, phrase
from timeline.frames.where.story import Story
from timeline.frames.words.cues import realis_words
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers.leaders import home_of, leaders, ruled_by
from timeline.gazetteers.organisations import find_organisation
from timeline.gazetteers.places import PlaceMention
from timeline.models import Participant

_LED = ("target", "winner", "candidate")  # who may be a country's leader in what befalls that country
_RULES = frozenset({"administration", "presidency", "government", "cabinet"})
_WON = frozenset({"victory", "win", "triumph", "election", "re-election", "reelection", "success"})
_ARMED = frozenset({"army", "navy", "military", "court", "authoritie", "authority", "prosecutor", "judge"})


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
    for source in looked_for if not _is_joint(match, participants) else ():
        country = _country(source, match, participants, place, told)
        if country:
            break
    if place is None or place.place.kind not in SMALL or (country and place.place.country not in ("", country)):
        return Location(country)
    return Location(country, _as_written(place, match), place.place.latitude, place.place.longitude)


def _is_joint(match: Match, participants: Sequence[Participant]) -> bool:
    """Whether a union of states acts, and no state beside it: its step is that of no one country."""
    if match.event_type not in ("diplomacy", "sanction"):
        return False
    acting = [find_organisation(item.name) for item in participants if item.role == "actor" and item.named]
    return bool(acting) and all(body is not None and not body.country for body in acting)


def _country(
    source: str, match: Match, participants: Sequence[Participant], place: PlaceMention | None, told: Story
) -> str:
    if source == "story":
        home = told.country_at(match.parsed.offset(match.trigger))
        aimed_at = {item.country for item in participants if item.role == "target"}
        nobody_does_so = match.event_type in ("diplomacy", "sanction") and home in aimed_at
        return _other_than(aimed_at, told) if nobody_does_so else home
    if source == "place":
        return place.place.country if place else ""
    if source == "near":
        return _near(match, told)
    if source == "leader":
        led = (*_LED, "actor") if match.event_type == "coup" else _LED  # "after Lund seized power in 1973"
        known = ("winner", "candidate")
        homes = {_home(item, known=item.role in known) for item in participants if item.role in led} - {""}
        return homes.pop() if len(homes) == 1 else ""
    if source == "office":
        return _office(match, told)
    if source == "blamer":
        return _blamer(match, told)
    if source == "force" and any(token.lower_ == "country" for token in match.parsed.doc):
        return ""  # "troops of theirs had freed them in the west of the country"
    if source == "force":
        forces = [item for item in participants if item.role == "actor" and _keeps_order(item)]
        return next((item.country for item in forces if item.country), "")
    countries = [country for item in participants if _plays(item, source) and (country := _home(item))]
    if source == "actor" and match.event_type in ("diplomacy", "sanction") and len(set(countries)) > 1:
        return ""
    return countries[0] if countries else _phrase_country(match, source, told)


def _other_than(countries: Collection[str], told: Story) -> str:
    """The one country beside those that an article names: "the government" that penalises a Russian is not Russia's."""
    named = {place.place.country for place in told.places if place.place.kind in ("country", "demonym")}
    others = named - {"", *countries}
    return others.pop() if len(others) == 1 else ""


def _home(party: Participant, known: bool = True) -> str:
    """The country of a participant; if it is not ``known`` to matter, only that of somebody who led one."""
    return (party.country if known else "") or (home_of(party.name) if party.kind == "person" else "")


def _phrase_country(match: Match, role: str, told: Story) -> str:
    """The country that the phrase of a role names: "the authorities in Bujumbura"."""
    for name, head in match.slots:
        if name != role:
            continue
        if head.lemma_.lower() in _RULES and (country := _ruled(head)):
            return country
        for token in (*phrase(head), *_behind(head)):
            found = covering(told.places, match.parsed.offset(token)) if token.pos_ in ("PROPN", "ADJ") else ()
            if found and found[0].place.country:
                return found[0].place.country
        for token in phrase(head) if match.event_type == "cyberattack" else ():
            country = _owner(token, match, told) if token.dep_ == "poss" else ""
            if country:
                return country
    return ""


def _ruled(administration: Token) -> str:
    """Whose administration it is: "the Lund administration", "the government of President Ada Lund"."""
    named = [token for token in phrase(administration) if token.pos_ == "PROPN"]
    last = [token for token in named if not any(other.i == token.i + 1 for other in named)]
    known = leaders(" ".join(token.text for token in sorted(named, key=lambda token: token.i)))
    homes = (*(country for _, country in known), *(ruled_by(token.text) for token in last))
    return next(filter(None, homes), "")


def _office(match: Match, told: Story) -> str:
    """The country of the office that somebody is recognised in: "recognised him as Chad's lawful leader"."""
    heads = (match.trigger, *children(match.trigger, "dobj"))
    for preposition in (word for head in heads for word in children(head, "prep")):
        for head in children(preposition, "pobj") if preposition.lower_ == "as" else ():
            named = (covering(told.places, match.parsed.offset(token)) for token in phrase(head))
            found = next((places[0] for places in named if places), None)
            if found is not None and head.lemma_ not in ("part", "territory", "province"):
                return found.place.country
        for won in children(preposition, "pobj") if preposition.lower_ in ("on", "for", "after") else ():
            if won.lemma_.lower() in _WON:  # "congratulated her on her victory in Chad's election"
                named = (covering(told.places, match.parsed.offset(token)) for token in won.subtree)
                return next((places[0].place.country for places in named if places), "")
    return ""


def _blamer(match: Match, told: Story) -> str:
    """The state that blames another for an attack that is told of nobody else: "Chad blamed rebels for the outage"."""
    blaming = (verb for verb in match.trigger.ancestors if verb.lemma_ in ("blame", "accuse"))
    subjects = (subject for verb in blaming for subject in children(verb, "nsubj"))
    named = (place for subject in subjects for place in covering(told.places, match.parsed.offset(subject)))
    return next((place.place.country for place in named), "")


def _behind(head: Token) -> tuple[Token, ...]:
    """What stands "in" right behind a phrase, wherever the parse put it: "recognised the new government in Chad"."""
    last = max((token.i for token in phrase(head)), default=head.i)
    after = head.doc[last + 1 : last + 4]
    return tuple(after[1:]) if after and after[0].lower_ == "in" else ()


def _owner(pronoun: Token, match: Match, told: Story) -> str:
    """The country that "its" or "his" stands for: a subject before it that does not attack, the nearest first."""
    if pronoun.lower_ not in ("its", "his", "her", "their"):
        return ""
    attackers = (*match.fillers("actor"), *children(match.trigger, "nsubj"))
    subjects = (subject for verb in pronoun.ancestors for subject in children(verb, "nsubj", "nsubjpass"))
    for subject in subjects:
        if subject.i < pronoun.i and subject.pos_ == "PROPN" and subject not in attackers:
            named = covering(told.places, match.parsed.offset(subject))
            country = named[0].place.country if named else home_of(_full_name(subject))
            if country:
                return country
    return ""


def _full_name(head: Token) -> str:
    return " ".join(token.text for token in (*(word for word in head.lefts if word.dep_ == "compound"), head))


def _plays(participant: Participant, source: str) -> bool:
    return participant.role == source or (source == "actor" and participant.role in ("winner", "candidate"))


def _keeps_order(party: Participant) -> bool:
    words = {word.rstrip("s") for word in party.name.lower().split()}
    return not words.isdisjoint(noun_words().forces | _ARMED)


def _near(match: Match, told: Story) -> str:
    """A country named by the trigger's own phrase: "Ghana's election", "the Peruvian vote", "elections in Chad"."""
    tokens = [token for token in _own_words(match.trigger) if abs(token.i - match.trigger.i) <= 6]
    subjects = [child for child in match.trigger.head.children if child.dep_ == "nsubj" and not _spoken_of(match)]
    at = match.trigger.i
    for token in sorted([*tokens, *subjects], key=lambda item: (item.i < at, abs(item.i - at))):
        start = match.parsed.offset(token)
        if token.i + 1 < len(token.doc) and token.nbor().tag_ == "HYPH":
            continue  # "blamed the coup on a US-based cleric"
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
    """A trigger's words without the clauses below it: "was held when she flew in from Oslo".

    A name is no second thing beside a deed: "it condemned the coup and Chad cut off aid"; what somebody was tells
    nothing of where he acts: "Lund, a former French legionnaire, stormed the palace".
    """
    yield head
    for child in head.children:
        if child.dep_ in ("advcl", "relcl", "ccomp") or (child.dep_ == "conj" and child.pos_ == "PROPN"):
            continue
        if child.dep_ == "prep" and child.lower_ in ("after", "since"):
            continue  # "the fourth takeover in the region, after two in Mali"
        if not (child.dep_ == "appos" and any(word.lower_ in ("a", "an", "former") for word in child.lefts)):
            yield from _own_words(child)


def _as_written(mention: PlaceMention, match: Match) -> str:
    base = match.parsed.sentence.span
    written = base.text[mention.start - base.start : mention.end - base.start]
    return written.title() if written.isupper() and len(written) > 3 else written
