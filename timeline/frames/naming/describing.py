"""Name a noun phrase: fullest form, kind of entity, country, and whether it names anyone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.frames.naming.introductions import Introduction
from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import Parsed, children, joined_lemma
from timeline.frames.syntax.phrases import Item
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers import places
from timeline.gazetteers.organisations import find_organisation
from timeline.models import EntityKind

_GANGS = frozenset({"gang", "cartel", "organisation", "organization", "network", "company", "agency"})
_AGE = re.compile(r", \d{1,3}$")  # "the general, 55"
_OPENERS = ("CC", "IN", "RBR", "RBS")


@dataclass(frozen=True, slots=True)
class Description:
    """What a phrase is called: a name or a short description, its kind, its country (alpha-3 or "")."""

    name: str
    kind: EntityKind
    country: str = ""
    named: bool = True


def shared_noun(parsed: Parsed, entry: Item, cast: Cast) -> tuple[Description, ...]:
    """Each of those that share a plural noun: "French and German diplomats", "the Red and Blue parties"; else empty."""
    if entry.naming is not None or entry.head.tag_ not in ("NNS", "NNPS"):
        return ()
    head = entry.head.lemma_.lower()
    body = head in name_words().organisations or head in _GANGS
    found: dict[str, Description] = {}
    for token in entry.tokens:
        naming = cast.at(parsed.offset(token)) if token.i < entry.head.i else None
        place = places.find_place(naming.name) if naming is not None else None
        if naming is not None and place is not None and place.kind == "demonym":
            found[naming.name] = Description(f"{naming.name} {entry.head.text}", "group", place.country, False)
        elif naming is not None and body and naming.kind in ("organisation", "thing"):
            found[naming.name] = Description(naming.name, "organisation", naming.country)
    return tuple(found.values()) if len(found) > 1 else ()


def describe(parsed: Parsed, entry: Item, cast: Cast) -> Description | None:
    """The description of a noun phrase; None if it has no word to describe anybody by."""
    if len(entry.tokens) == 1 and entry.head.like_num:
        return None  # "Fourteen were let go"
    if any(word.lower_ in ("no", "neither") for word in children(entry.head, "det")) and not children(entry.head, "cc"):
        return None  # "neither candidate"
    if entry.naming is not None:
        found = _name(entry, entry.naming, cast)
        if found is not None:
            return found
    return _role(parsed, entry, cast) or _institution(entry, cast) or _group(entry)


def _name(entry: Item, naming: Introduction, cast: Cast) -> Description | None:
    person = cast.resolve(naming.name) if naming.kind in ("person", "thing", "organisation") else None
    if person is not None and (naming.kind != "organisation" or len(naming.name.split()) == 1):
        return Description(person.name, "person", person.country)
    place = places.find_place(naming.name)
    if place is not None and place.kind == "demonym":
        return Description(naming.name, "group", place.country, False)
    if place is not None:
        kind: EntityKind = "country" if place.kind in ("country", "capital", "metonym") else "group"
        return Description(naming.name, kind, place.country)
    organisation = cast.organisation(naming.name)
    if organisation is not None and naming.country not in ("", organisation.country):
        organisation = None  # "Peru's Foreign Ministry" is not that of Chile
    if naming.kind == "organisation" or organisation is not None:
        known = find_organisation(naming.name)
        country = (organisation.country if organisation else "") or naming.country or (known.country if known else "")
        name = f"{naming.owner}'s {naming.name}" if naming.owner else naming.name
        return Description(organisation.full if organisation else name, "organisation", country)
    if naming.kind == "person":
        return Description(naming.name, "person", naming.country)
    lone = " " not in naming.name and not any(token.lower_ == "the" for token in entry.tokens[:1])
    return Description(naming.name, "person" if lone and naming.name.istitle() else "organisation", naming.country)


def _role(parsed: Parsed, entry: Item, cast: Cast) -> Description | None:
    """The holder of an office the article has introduced: "the president", "Peru's ambassador"."""
    head = entry.head
    if head.tag_ in ("NNS", "NNPS") or not role_word(head.lower_):
        return None
    phrase = _AGE.sub("", _text(entry.tokens))
    at = parsed.offset(head)
    holder = cast.by_role(phrase, places.country_of(phrase), at) if _definite(entry) else None
    if holder is not None:
        return Description(holder.name, "person", holder.country)
    return Description(_short(entry), "person", places.country_of(phrase), False)


def _definite(entry: Item) -> bool:
    first = entry.tokens[0]
    if any(token.lower_ == "old" and token.i and token.nbor(-1).text == "-" for token in entry.tokens):
        return False  # "the 66-year-old leader": not whoever else leads
    return first.lower_ not in ("a", "an", "another", "one", "any", "no") and first.tag_ != "CD"


def _institution(entry: Item, cast: Cast) -> Description | None:
    """A body told by a common noun: "Serbia's parliament", "the US embassy", "the electoral commission"."""
    head = entry.head
    if (
        head.tag_ in ("NNS", "NNPS")
        or head.lower_ not in name_words().organisations
        or head.lower_ in noun_words().loose
    ):
        return None
    known = cast.organisation(_short(entry)) if entry.tokens[0].lower_ == "the" else None
    if known is not None:
        return Description(known.full, "organisation", known.country)
    name, country = _short(entry), places.country_of(_text(entry.tokens))
    if not _definite(entry):
        return None
    return Description(
        name,
        "organisation",
        country,
        bool(country) or any(token.i and token.text[:1].isupper() for token in entry.tokens),
    )


def _group(entry: Item) -> Description | None:
    """An unnamed group, by what is left of the phrase; None for times, numbers and words that describe nobody."""
    name, words = _short(entry), noun_words()
    if entry.head.tag_ == "CD" or not any(token.is_alpha for token in entry.tokens):
        return None
    if not name or name.lower() in words.empty or name.split()[-1].lower() in name_words().calendar:
        return None
    if name.split()[0].lower() in name_words().months and any(letter.isdigit() for letter in name):
        return None  # "the putsch of December 12th"
    if joined_lemma(entry.head) in words.nobody or name.lower().endswith(words.nobodies):
        return None
    return Description(name, "group", places.country_of(_text(entry.tokens)), False)


def described(entry: Item) -> Description:
    """A phrase by its own words, whatever they mean: "rigged election"."""
    return Description(_short(entry), "group", "", False)


def _text(tokens: tuple[Token, ...]) -> str:
    return "".join(token.text_with_ws for token in tokens).strip()


def _short(entry: Item) -> str:
    """A phrase without determiner, number and the words that bound it; a quantifier stays."""
    numbers = [token.i for token in entry.tokens if token.tag_ == "CD" and token.i < entry.head.i]
    last = numbers[-1] if numbers else -1
    tokens = [token for token in entry.tokens if not (token.i < entry.head.i and _leaves(token, last))]
    if entry.head.lemma_.lower() in noun_words().quantifiers and entry.tokens[0].lower_ == "a":
        return f"a {_text(entry.tokens[1:])}"  # "a number of countries"
    while tokens and (tokens[0].lower_ in noun_words().dropped or tokens[0].is_punct or tokens[0].tag_ in _OPENERS):
        tokens = tokens[1:]
    while tokens and tokens[-1].lower_ in noun_words().bounding:
        tokens = tokens[:-1]
    return _AGE.sub("", _text(tuple(tokens)))


def _counts(token: Token) -> bool:
    """ "Dozen" and "few" before what they count, and "only" before them."""
    if token.dep_ == "nummod" and token.lemma_.lower() in noun_words().partitives:
        return True
    return token.tag_ == "RB" and token.dep_ == "advmod" and token.head.dep_ == "nummod"


def _leaves(token: Token, last: int) -> bool:
    """Whether a word before the head only counts or points: numbers, the ``last`` one there, what bounds them."""
    behind = [word.tag_ for word in token.doc[token.i + 1 : token.i + 3]]
    if behind[:1] == ["HYPH"] and behind[1:] != ["CD"]:
        return False  # "one-party rule"
    if token.tag_ == "CD" or token.dep_ in ("quantmod", "predet") or _counts(token):
        return True
    if token.lower_ in name_words().months and token.i and token.nbor(-1).like_num:
        return True  # "on 2 May crowds marched"
    if token.i < last:
        return token.lower_ in role_words("amount") or not (token.tag_.startswith("NN") or token.tag_ in ("POS", "JJ"))
    return token.lower_ in noun_words().dropped and token.tag_ != "POS" and token.dep_ in ("det", "poss")
