"""Participants become entities: one person, group, organisation or country under one name, across articles."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.merge.countries import country_name
from timeline.merge.dataset import PartyKey, party_key
from timeline.merge.names import acronym, bare, fold, is_initials, is_short_form, words_of
from timeline.models import ArticleResult, Entity, EntityKind, Participant

_PREFIX: Mapping[EntityKind, str] = {"person": "per", "organisation": "org", "group": "grp", "country": "cou"}
_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "group", "country")

Identity = tuple[str, str]
"""What makes an entity one across articles: folded full name, and country where that tells two bodies apart."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """One way one article writes a name, how often, and what it takes it for."""

    article_id: str
    party: Participant
    times: int

    @property
    def words(self) -> tuple[str, ...]:
        return words_of(self.party.name, self.party.kind)


def find_entities(results: Sequence[ArticleResult]) -> tuple[tuple[Entity, ...], dict[PartyKey, str]]:
    """All entities by id, and the entity id of every named participant. The order of articles does not matter."""
    sights = sorted(_sights(results), key=lambda sight: party_key(sight.article_id, sight.party))
    full = _full_forms(sights)
    groups: dict[Identity, list[_Sight]] = defaultdict(list)
    for sight, identity in zip(sights, _identities(sights, full), strict=True):
        groups[identity].append(sight)
    entities: list[Entity] = []
    known_as: dict[PartyKey, str] = {}
    taken: set[str] = set()
    for identity in sorted(groups):
        entity = _entity(identity, groups[identity], taken)
        taken.add(entity.entity_id)
        entities.append(entity)
        known_as.update({party_key(sight.article_id, sight.party): entity.entity_id for sight in groups[identity]})
    return tuple(sorted(entities, key=lambda entity: entity.entity_id)), known_as


def _sights(results: Iterable[ArticleResult]) -> list[_Sight]:
    counts: Counter[tuple[str, Participant]] = Counter()
    for result in results:
        for mention in result.mentions:
            for party in mention.participants:
                if party.named and words_of(party.name, party.kind):
                    plain = Participant("actor", party.name, party.kind, party.country)
                    counts[result.article.article_id, plain] += 1
    return [_Sight(article_id, party, times) for (article_id, party), times in counts.items()]


# ------------------------------------------------------------------ which names are one


def _full_forms(sights: Sequence[_Sight]) -> list[tuple[str, ...]]:
    """The full form of each sight within its article, then across articles where only one fuller name exists."""
    by_article: dict[str, list[_Sight]] = defaultdict(list)
    for sight in sights:
        by_article[sight.article_id].append(sight)
    forms = [_fullest(sight, by_article[sight.article_id]) for sight in sights]
    longer: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for sight, form in zip(sights, forms, strict=True):
        if sight.party.kind == "person" and len(form) > 1:
            longer[form[0]].add(form)
    return [
        _extended(form, longer[form[0]]) if sight.party.kind == "person" and len(form) > 1 else form
        for sight, form in zip(sights, forms, strict=True)
    ]


def _fullest(sight: _Sight, others: Sequence[_Sight]) -> tuple[str, ...]:
    """The one fuller name in the article that a short form or an acronym can stand for, else the name itself."""
    if sight.party.kind == "country":
        return sight.words
    short = bare(sight.party.name, sight.party.kind)
    fuller = {
        other.words
        for other in others
        if other.party.kind != "country"
        and (other.party.kind == "person") == (sight.party.kind == "person")
        and (is_short_form(sight.words, other.words) or _is_acronym(short, other.party.name))
    }
    return _only(fuller) or sight.words


def _is_acronym(short: str, full: str) -> bool:
    return acronym(full) == short or is_initials(short, full)


def _extended(form: tuple[str, ...], candidates: set[tuple[str, ...]]) -> tuple[str, ...]:
    """First name and surname agree with one longer name only: "Ana Lopes" is "Ana Lopes Varga"."""
    return _only({other for other in candidates if is_short_form(form, other)}) or form


def _only(forms: set[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest form if all others are short forms of it, else () for undecided."""
    if not forms:
        return ()
    longest = max(sorted(forms), key=len)
    return longest if all(form == longest or is_short_form(form, longest) for form in forms) else ()


def _identities(sights: Sequence[_Sight], full: Sequence[tuple[str, ...]]) -> list[Identity]:
    """A country is its code, a person the full name; bodies of one name are kept apart by country."""
    countries: dict[str, set[str]] = defaultdict(set)
    in_article: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sight, form in zip(sights, full, strict=True):
        if sight.party.kind in ("organisation", "group") and sight.party.country:
            countries[" ".join(form)].add(sight.party.country)
            in_article[sight.article_id, " ".join(form)].add(sight.party.country)
    return [_identity(sight, " ".join(form), countries, in_article) for sight, form in zip(sights, full, strict=True)]


def _identity(
    sight: _Sight, name: str, countries: Mapping[str, set[str]], in_article: Mapping[tuple[str, str], set[str]]
) -> Identity:
    party = sight.party
    if party.kind == "country" and party.country:
        return f"={party.country}", ""  # "=" keeps the code AND apart from a group of that name
    if party.kind in ("person", "country"):
        return name, ""
    everywhere, here = countries.get(name, set()), in_article.get((sight.article_id, name), set())
    if len(everywhere) <= 1:
        return name, ""
    return name, party.country or (next(iter(here)) if len(here) == 1 else "")


# ------------------------------------------------------------------ what the entity is called


def _entity(identity: Identity, sights: Sequence[_Sight], taken: set[str]) -> Entity:
    kind = _commonest([(sight.party.kind, sight.times) for sight in sights], _KINDS)
    country = _commonest([(s.party.country, s.times) for s in sights if s.party.country], ()) if sights else ""
    names = Counter[str]()
    for sight in sights:
        names[bare(sight.party.name, sight.party.kind)] += sight.times
    name = country_name(country) if identity[0].startswith("=") else _full_name(identity[0], names)
    aliases = {*names, *filter(None, (acronym(sight.party.name) for sight in sights))} - {name}
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
