"""Participants become entities: one person, group, organisation or country under one name, across articles.

What an article calls somebody is settled within it (`sights_of`); a `Directory` then learns the names of all articles,
counts whom they stand for, and tells which entity each is. It holds every distinct name, not every article.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.merge.countries import country_name
from timeline.merge.dataset import PartyKey, party_key
from timeline.merge.names import acronym, bare, fold, is_initials, is_short_form, words_of
from timeline.models import ArticleResult, Entity, EntityKind, Mention, Participant

_PREFIX: Mapping[EntityKind, str] = {"person": "per", "organisation": "org", "group": "grp", "country": "cou"}
_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "group", "country")
_BODIES = ("organisation", "group")

Identity = tuple[str, str]
"""What makes an entity one across articles: folded full name, and country where that tells two bodies apart."""

Form = tuple[str, ...]
"""The folded words of a name."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One way one article writes a name, how often, what it takes it for, and the fullest form the article has."""

    party: Participant
    times: int
    form: Form


def find_entities(results: Sequence[ArticleResult]) -> tuple[tuple[Entity, ...], dict[PartyKey, str]]:
    """All entities by id, and the entity id of every named participant. The order of articles does not matter."""
    seen = [(result.article.article_id, sights_of(result.mentions)) for result in results]
    directory = Directory()
    for _, sights in seen:
        directory.learn(sights)
    for _, sights in seen:
        directory.count(sights)
    entities = directory.settle()
    known_as: dict[PartyKey, str] = {}
    for article_id, sights in seen:
        known_as |= {party_key(article_id, party): entity for party, entity in directory.entities_of(sights)}
    return entities, known_as


def sights_of(mentions: Iterable[Mention]) -> tuple[Sight, ...]:
    """The names in one article's mentions, each with its full form within the article."""
    counts: Counter[Participant] = Counter()
    for mention in mentions:
        for party in mention.participants:
            if party.named and words_of(party.name, party.kind):
                counts[Participant("actor", party.name, party.kind, party.country)] += 1
    parties = sorted(counts, key=lambda party: party_key("", party))
    return tuple(Sight(party, counts[party], _fullest(party, parties)) for party in parties)


class Directory:
    """Who is who: `learn` all articles, then `count` all, then `settle`; then `entities_of` any of them."""

    def __init__(self) -> None:
        self._longer = Longer()
        self._extended: dict[Form, Form] = {}
        self._countries: dict[str, set[str]] = defaultdict(set)  # name of a body -> where articles place it
        self._counted: dict[Identity, Counter[Participant]] = defaultdict(Counter)
        self._ids: dict[Identity, str] = {}

    def learn(self, sights: Iterable[Sight]) -> None:
        """Take in which full names there are, and in which countries bodies of one name are."""
        for sight in sights:
            if sight.party.kind == "person" and len(sight.form) > 1:
                self._longer.add(sight.form)
            elif sight.party.kind in _BODIES and sight.party.country:
                self._countries[" ".join(sight.form)].add(sight.party.country)

    def count(self, sights: Sequence[Sight]) -> None:
        """Count how often each name stands for whom, once all names were learnt."""
        for sight, identity in zip(sights, self._identities(sights), strict=True):
            self._counted[identity][sight.party] += sight.times

    def settle(self) -> tuple[Entity, ...]:
        """All entities by id, once everything was counted."""
        entities: list[Entity] = []
        taken: set[str] = set()
        for identity in sorted(self._counted):
            entity = entity_of(identity, self._counted.pop(identity), taken)
            taken.add(entity.entity_id)
            entities.append(entity)
            self._ids[identity] = entity.entity_id
        return tuple(sorted(entities, key=lambda entity: entity.entity_id))

    def entities_of(self, sights: Sequence[Sight]) -> list[tuple[Participant, str]]:
        """The names of one article and the ids of the entities they stand for."""
        identities = self._identities(sights)
        return [(sight.party, self._ids[identity]) for sight, identity in zip(sights, identities, strict=True)]

    def _identities(self, sights: Sequence[Sight]) -> list[Identity]:
        """A country is its code, a person the full name; bodies of one name are kept apart by country."""
        here: dict[str, set[str]] = defaultdict(set)
        for sight in sights:
            if sight.party.kind in _BODIES and sight.party.country:
                here[" ".join(sight.form)].add(sight.party.country)
        return [self._identity(sight, here) for sight in sights]

    def _identity(self, sight: Sight, here: Mapping[str, set[str]]) -> Identity:
        party, name = sight.party, " ".join(sight.form)
        if party.kind == "country" and party.country:
            return f"={party.country}", ""  # "=" keeps the code AND apart from a group of that name
        if party.kind == "person":
            return " ".join(self._fuller(sight.form)), ""
        if party.kind == "country" or len(self._countries.get(name, ())) <= 1:
            return name, ""
        only = here.get(name, set())
        return name, party.country or (next(iter(only)) if len(only) == 1 else "")

    def _fuller(self, form: Form) -> Form:
        if len(form) > 1 and form not in self._extended:
            self._extended[form] = self._longer.fullest(form)
        return self._extended.get(form, form)


# ------------------------------------------------------------------ which names are one


class Longer:
    """Full names of persons, to be asked for the one that a shorter one stands for."""

    def __init__(self, forms: Iterable[Form] = ()) -> None:
        self.forms: dict[Form, None] = {}
        self._with: dict[tuple[str, str], list[Form]] = defaultdict(list)  # first word, a later word
        for form in forms:
            self.add(form)

    def add(self, form: Form) -> None:
        """Take in a name of several words."""
        if form not in self.forms:
            self.forms[form] = None
            for word in dict.fromkeys(form[1:]):
                self._with[form[0], word].append(form)

    def fullest(self, form: Form) -> Form:
        """First name and surname agree with one longer name only: "Ana Lopes" is "Ana Lopes Varga"; else the name."""
        longer = {other for other in self._with.get((form[0], form[-1]), ()) if is_short_form(form, other)}
        return _only(longer) or form


def _fullest(party: Participant, others: Sequence[Participant]) -> Form:
    """The one fuller name in the article that a short form or an acronym can stand for, else the name itself."""
    words = words_of(party.name, party.kind)
    if party.kind == "country":
        return words
    short = bare(party.name, party.kind)
    fuller = {
        words_of(other.name, other.kind)
        for other in others
        if other.kind != "country"
        and (other.kind == "person") == (party.kind == "person")
        and (is_short_form(words, words_of(other.name, other.kind)) or _is_acronym(short, other.name))
    }
    return _only(fuller) or words


def _is_acronym(short: str, full: str) -> bool:
    return acronym(full) == short or is_initials(short, full)


def _only(forms: set[Form]) -> Form:
    """The longest form if all others are short forms of it, else () for undecided."""
    if not forms:
        return ()
    longest = max(sorted(forms), key=len)
    return longest if all(form == longest or is_short_form(form, longest) for form in forms) else ()


# ------------------------------------------------------------------ what the entity is called


def entity_of(identity: Identity, counted: Mapping[Participant, int], taken: Container[str]) -> Entity:
    """The entity of that identity, with an id that is not ``taken``; ``counted`` is how often names stand for it."""
    kind = _commonest([(party.kind, times) for party, times in counted.items()], _KINDS)
    country = _commonest([(party.country, times) for party, times in counted.items() if party.country], ())
    names = Counter[str]()
    for party, times in counted.items():
        names[bare(party.name, party.kind)] += times
    name = country_name(country) if identity[0].startswith("=") else _full_name(identity[0], names)
    aliases = {*names, *filter(None, (acronym(party.name) for party in counted))} - {name}
    entity_id = _slug(kind, country if identity[0].startswith("=") else name)
    if entity_id in taken:
        entity_id = f"{entity_id}-{(country.lower() or _digest('|'.join(identity)))}"
    if entity_id in taken:
        entity_id = f"{entity_id}-{_digest('|'.join(identity))}"
    return Entity(entity_id, name, kind, country, tuple(sorted(aliases)))


def _commonest(counted: Sequence[tuple[str, int]], order: Sequence[str]) -> EntityKind:
    """The value seen most often; among equals the first in ``order``, then in the alphabet."""
    totals: Counter[str] = Counter()
    for value, times in counted:
        totals[value] += times
    ranked = sorted(totals, key=lambda value: (-totals[value], order.index(value) if value in order else 0, value))
    return ranked[0] if ranked else ""  # type: ignore[return-value]


def _full_name(folded: str, names: Counter[str]) -> str:
    """The commonest spelling of the full form; among equals the one with accents, then the alphabet."""
    spelled = [name for name in names if fold(name) == folded] or list(names)
    return min(spelled, key=lambda name: (-names[name], name.isascii(), name))


def _slug(kind: EntityKind, name: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return f"{_PREFIX[kind]}-{plain[:60].rstrip('-') or _digest(name)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
