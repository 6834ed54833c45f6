"""Whom a definite description points back to: "the lawyer", "the 44-year-old", "the Pacific nation", "the bloc"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.frames.naming.bodies import body_meant, points_back
from timeline.frames.naming.introductions import Introduction
from timeline.frames.naming.names import Cast, Person
from timeline.frames.syntax.earlier import earlier
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.phrases import Item
from timeline.frames.words.cues import role_words
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers import places
from timeline.gazetteers.given_names import Sex

_AGED = re.compile(r"\d{1,3}-year-old")
_REACH, _AGED_REACH = 2, 4  # sentences looked back: who is told by his age is whom the story is about
# Offices whose holder acts as such, and is not whoever was named last.
_RULING = frozenset({"president", "premier", "minister", "king", "queen", "emir", "sultan", "chancellor"})
_VICTORS = ("incumbent", "winner", "victor")  # whoever has won, who may have been named long before
_FEMALE, _MALE = ("woman", "girl", "actress"), ("man", "boy", "actor")


def pointed_at(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> tuple[Parsed, Item] | None:
    """The phrase that names whom a definite description means, with its sentence; None where that is not plain."""
    if entry.naming is not None and entry.naming.kind != "place":
        return None
    first, head = entry.tokens[0].lower_, entry.head
    if first not in ("the", "this") or head.tag_ in ("NNS", "NNPS") or entry.last > head.i:
        return None
    if children(head, "relcl", "acl"):
        return None  # "the republic that they proclaimed": told here
    lemma = head.lemma_.lower()
    if lemma in role_words("lands"):
        return _land(parsed, entry, cast)
    if len(entry.tokens) == 2 and points_back(lemma):
        return _body(parsed, entry, cast)
    if _is_aged(entry) or lemma in (*_FEMALE, *_MALE) or _standing(entry):
        return _person(parsed, entry, cast, before)
    return None


def _is_aged(entry: Item) -> bool:
    return _AGED.search("".join(token.text for token in entry.tokens)) is not None


def _standing(entry: Item) -> bool:
    """Whether a phrase tells what somebody is, and no office: "the fiery lawyer", "the former president"."""
    role = role_word(entry.head.lower_)
    acts = role in role_words("acting") and not _out_of_office(entry)
    return bool(role) and not acts and role not in _VICTORS and not any(token.pos_ == "PROPN" for token in entry.tokens)


def _out_of_office(entry: Item) -> bool:
    return any(token.lower_ in role_words("out_of_office") for token in entry.tokens)


def _in_office(person: Person | None) -> bool:
    """Whether an article gives somebody an office of state without saying that it is a past one."""
    titles = person.titles if person is not None else ()
    return any(title.head in _RULING and role_words("out_of_office").isdisjoint(title.words) for title in titles)


def _person(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> tuple[Parsed, Item] | None:
    """The only person, or the subject, of the sentence so far or of one of the two before it."""
    lemma = entry.head.lemma_.lower()
    sex: Sex = "f" if lemma in _FEMALE else "m" if lemma in _MALE else ""
    out = _out_of_office(entry)
    reach = _AGED_REACH if _is_aged(entry) else _REACH
    for source in (parsed, *earlier(parsed, cast, before, reach, named=True)):
        until = parsed.offset(entry.tokens[0]) if source is parsed else source.sentence.span.end
        named = [item for item in _within(source, cast, until) if _is_person(item, cast, sex)]
        people = {person.name for item in named if (person := cast.resolve(item.name)) is not None}
        people -= _named_behind(parsed, entry, cast)
        if out and any(_in_office(cast.resolve(name)) for name in people):
            return None  # "the president met them; the former president was freed": somebody else
        if len(people) == 1:
            only = next(item for item in reversed(named) if cast.resolve(item.name).name in people)  # type: ignore[union-attr]
            return source, _phrase(source, only, entry)
        if people:
            return None
    return None


def _named_behind(parsed: Parsed, entry: Item, cast: Cast) -> set[str]:
    """Who is named later in the same sentence is somebody else."""
    start, end = parsed.offset(entry.head), parsed.sentence.span.end
    later = (cast.resolve(item.name) for item in cast.namings if start < item.start and item.end <= end)
    return {person.name for person in later if person is not None}


def _is_person(item: Introduction, cast: Cast, sex: Sex) -> bool:
    person: Person | None = cast.resolve(item.name) if item.kind in ("person", "thing") else None
    if item.name.split()[-1].lower().rstrip("s") in noun_words().forces:
        return False  # "Paramilitary Rangers"
    return person is not None and not (sex and person.sex and person.sex != sex)


def _within(source: Parsed, cast: Cast, until: int) -> list[Introduction]:
    return [item for item in cast.namings if source.sentence.span.start <= item.start and item.end <= until]


def _land(parsed: Parsed, entry: Item, cast: Cast) -> tuple[Parsed, Item] | None:
    """The one country named before "the country" in the same sentence, or else in the one before."""
    if any(token.pos_ == "PROPN" and places.country_of(token.text) for token in entry.tokens):
        return None
    if entry.naming is not None and _country(entry.naming) is not None:
        return None  # "the United Kingdom" is no kingdom named before
    here = parsed.sentence.span.start
    start = max((item.span.start for item in cast.sentences if item.index < parsed.sentence.index), default=0)
    for low, high in ((here, parsed.offset(entry.tokens[0])), (start, here)):
        named = {
            place.country: item
            for item in cast.namings
            if item.kind == "place" and low <= item.start < high and (place := _country(item)) is not None
        }
        if named:
            return (parsed, _phrase(parsed, next(iter(named.values())), entry)) if len(named) == 1 else None
    return None


def _country(item: Introduction) -> places.Place | None:
    place = places.find_place(item.name)
    return place if place is not None and place.kind == "country" else None


def _body(parsed: Parsed, entry: Item, cast: Cast) -> tuple[Parsed, Item] | None:
    """The organisation that "the bloc" points back to, as a phrase of this sentence."""
    item = body_meant(entry.head.lemma_.lower(), parsed.offset(entry.tokens[0]), cast)
    return (parsed, _phrase(parsed, item, entry)) if item is not None else None


def body_before(at: int, cast: Cast) -> Introduction | None:
    """The organisation named last before an offset, at most three sentences back; no ministry, court or army."""
    here = next((s.index for s in reversed(cast.sentences) if s.span.start <= at), 0)
    start = min((s.span.start for s in cast.sentences if 0 <= here - s.index <= 3), default=0)
    for item in reversed(cast.namings):
        if start <= item.start and item.end <= at and item.kind == "organisation" and not _office(item):
            return item
    return None


def _office(item: Introduction) -> bool:
    """Ministries, courts, armies: no party, no bloc, no company."""
    words = {word.lower() for word in item.name.split()}
    return bool(words & (name_words().organisations - noun_words().things - {"union", "alliance", "league", "party"}))


def _phrase(source: Parsed, item: Introduction, entry: Item) -> Item:
    """A phrase for a name: around its own words where its sentence is parsed, else around those that point to it."""
    inside = [token for token in source.doc if item.start <= source.offset(token) < item.end]
    if inside:
        return Item(inside[-1], inside[0].i, inside[-1].i, item)
    return Item(entry.head, entry.first, entry.last, item)
