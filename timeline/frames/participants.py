"""Turn the syntactic fillers of a match into participants: lists expanded, names in full, descriptions resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from timeline.frames.antecedents import antecedents, spelled_earlier
from timeline.frames.describing import Description, describe
from timeline.frames.match import Match
from timeline.frames.names import Cast
from timeline.frames.noun_words import noun_words
from timeline.frames.phrases import Item, examples, item, item_from, listed
from timeline.frames.results import results
from timeline.frames.syntax import Parsed
from timeline.models import Participant, Role


def participants(match: Match, cast: Cast, before: Sequence[Parsed]) -> tuple[Participant, ...]:
    """Who takes part in a match, one participant per role and name, in the order of the slots.

    ``before`` holds the parsed sentences of the article in front of this one, in order. Pronouns without a plain
    antecedent are left out; unnamed groups have ``named`` False.
    """
    found: dict[tuple[Role, str], Participant] = {}
    for role, token in match.slots:
        for description in _filler(match.parsed, token, cast, before):
            entry = Participant(role, description.name, description.kind, description.country, description.named)
            found.setdefault((role, entry.name.casefold()), entry)
    if match.event_type == "election":
        for entry in _candidates(match, cast):
            found.setdefault((entry.role, entry.name.casefold()), entry)
    return tuple(found.values())


def _candidates(match: Match, cast: Cast) -> Iterable[Participant]:
    """Those whom the sentence credits with votes."""
    for figure in results(match.parsed, cast):
        if figure.subject:
            person = cast.resolve(figure.subject)
            organisation = cast.organisation(figure.subject) if person is None else None
            yield Participant(
                "candidate",
                figure.subject,
                "person" if person else "organisation",
                person.country if person else (organisation.country if organisation else ""),
                person is not None or organisation is not None,
            )


def _filler(parsed: Parsed, token: Token, cast: Cast, before: Sequence[Parsed]) -> Iterable[Description]:
    """The descriptions of everyone a slot's head stands for."""
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        for source, meant in antecedents(parsed, token, cast, before):
            yield from _named(source, meant, cast, before)
        for other in token.conjuncts:
            if other.i > token.i and other.pos_ in ("NOUN", "PROPN"):
                yield from _named(parsed, item(parsed, other, cast), cast, before)
        return
    for entry in listed(parsed, token, cast):
        yield from _named(parsed, entry, cast, before)


def _named(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> Iterable[Description]:
    """The descriptions of one phrase: whom it spells out, whom it points back to, who is in apposition, itself."""
    entry = _partitive(parsed, entry, cast)
    spelled, whole = examples(parsed, entry.head, cast)
    for inner in spelled:
        yield from _plain(parsed, inner, cast)
    if not spelled:
        earlier = spelled_earlier(parsed, entry, cast, before)
        if earlier:
            for source, inner in earlier:
                yield from _plain(source, inner, cast)
            return
    if not (spelled and whole):
        yield from _plain(parsed, entry, cast)


def _plain(parsed: Parsed, entry: Item, cast: Cast) -> Iterable[Description]:
    name = _appositive(parsed, entry, cast)
    description = describe(parsed, name or entry, cast)
    if description is not None:
        yield description
        yield from _leader(parsed, entry, cast)


def _leader(parsed: Parsed, entry: Item, cast: Cast) -> Iterable[Description]:
    """Who leads a group that acts: "soldiers led by X", "the army under X"."""
    at = entry.last + 1
    words = [token.lower_ for token in parsed.doc[at : at + 2]]
    step = 2 if len(words) == 2 and words[0] in ("led", "headed", "commanded") and words[1] == "by" else 0
    step = step or (1 if words[:1] == ["under"] else 0)
    if step and at + step < len(parsed.doc):
        leader = item_from(parsed, at + step, cast)
        description = describe(parsed, leader, cast) if leader is not None and leader.naming is not None else None
        if description is not None and description.kind == "person":
            yield description


def _partitive(parsed: Parsed, entry: Item, cast: Cast) -> Item:
    """The group behind a partitive: "a group of 20 officers" are officers; "a number of countries" stays."""
    words, lemma = noun_words(), entry.head.lemma_.lower()
    if entry.naming is not None or lemma not in words.partitives or lemma in words.quantifiers:
        return entry
    for preposition in entry.head.children:
        if preposition.lower_ == "of":
            for noun in preposition.children:
                if noun.dep_ == "pobj" and noun.pos_ in ("NOUN", "PROPN"):
                    return item(parsed, noun, cast)
    return entry


def _appositive(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """The name a description is followed by: "the ambassador, Jan Kvist," """
    if entry.naming is not None and entry.naming.kind != "place":
        return None
    for child in entry.head.children:
        if child.dep_ == "appos" and child.i > entry.head.i:
            name = item(parsed, child, cast)
            if name.naming is not None and name.naming.kind in ("person", "organisation", "thing"):
                return name
    return None
