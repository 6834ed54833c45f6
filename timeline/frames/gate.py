"""The trigger gate: one cheap scan over words that tells what frames a sentence can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce
from operator import or_

from timeline.articles.words import words_in
from timeline.event_types import Frame, event_types
from timeline.frames.words.lexicon import forms, lemmas, plurals

_WORD = re.compile(r"[^\W\d_]+")
ANY_VERB = "*"  # of a frame that its subject and object tell, whatever the verb is
CALLED = "*named"  # among the nouns of a frame: any gang or program that the article names
NAMED = frozenset({"gang", "fell_to", "planted", "blamed"})  # slots that only a gang or program with a name fills
_OPEN_CLASSES = frozenset(  # any name, pronoun or number may be one of these
    "any * name number people person titled_ruler folk "
    "polity government system authority state nationals demonym coined".split()
)

Lists = tuple[frozenset[str], ...]
"""Word forms that a sentence must hold besides a trigger: one of each list."""
Needs = int
"""The same as a number: a bit for each list, so that one step tells whether a sentence lacks any of them."""


def openers(frame: Frame) -> dict[str, set[Lists]]:
    """The word forms that open the gate for a frame, each with what must stand in the same sentence."""
    if not NAMED.isdisjoint(frame.require) or CALLED in frame.nouns:
        return {}  # the names of an article open for these: see `candidates`
    needs = lists_of(frame)
    if "intruder" in frame.require:
        needs = (*needs, _closed(("@hacker", "@intruder")))
    found: dict[str, set[Lists]] = {}
    if ANY_VERB in frame.verbs:  # opened by whoever does it
        for form in needs[0] if needs else ():
            found.setdefault(form, set()).add(needs[1:])
        return found
    for triggers, inflected in ((frame.verbs, forms), (frame.nouns, plurals)):
        for trigger in sorted(triggers):
            key, *others = _by_length(trigger)
            own = (*needs, *(inflected(part) for part in others))
            for form in inflected(key):
                found.setdefault(form, set()).add(own)
    for phrase in frame.phrases:
        key, *others = _by_length(" ".join(phrase))
        found.setdefault(key, set()).add((*needs, *(frozenset({part}) for part in others)))
    return found


def lists_of(frame: Frame) -> Lists:
    """What a frame requires of its slots, as words that must stand in the sentence: closed lists only."""
    return tuple(words for required in frame.require.values() if (words := _closed(required)))


def slots_asked(frame: Frame) -> frozenset[str]:
    """The slots of which a frame requires anything, and "near" where it forbids anything there."""
    required = frozenset(name for names in frame.require for name in names.split("|"))
    return required | {"near"} if any("near" in names.split("|") for names in frame.forbid) else required


def _by_length(trigger: str) -> list[str]:
    """The words of a trigger, the longest first: of "sit-in" the "sit", of "house arrest" the "arrest"."""
    return sorted(_WORD.findall(trigger.lower()), key=lambda part: (-len(part), part))


def _closed(required: Sequence[str]) -> frozenset[str]:
    """The word forms that satisfy a requirement, empty if it is not a closed list."""
    found: set[str] = set()
    for word in required:
        if word.startswith("@"):
            if word[1:] in _OPEN_CLASSES:
                return frozenset()
            for lemma in lemmas(word[1:]):
                found |= forms(_by_length(lemma)[0])
        else:
            parts = _by_length(word)
            found |= forms(parts[0]) if parts else {word}  # "%"
    return frozenset(found)


@cache
def _opened() -> tuple[tuple[str, Mapping[str, set[Lists]]], ...]:
    """The type of each frame, and what opens the gate for it."""
    return tuple((kind.name, openers(frame)) for kind in event_types().values() for frame in kind.frames)


@cache
def _bits() -> Mapping[frozenset[str], int]:
    """Every list that some frame asks for, with its bit."""
    asked = {lists for _, opening in _opened() for alternatives in opening.values() for lists in alternatives}
    asked |= {lists_of(frame) for kind in event_types().values() for frame in kind.frames}
    return {words: 1 << place for place, words in enumerate({words for lists in asked for words in lists})}


@cache
def _held_by() -> Mapping[str, int]:
    """Word form -> the bits of the lists that it is in."""
    found: dict[str, int] = {}
    for words, bit in _bits().items():
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


def needs(lists: Lists) -> Needs:
    """Lists of words that frames ask for as a number."""
    return reduce(or_, map(_bits().__getitem__, lists), 0)


@lru_cache(maxsize=2048)  # asked by the gate, and again by the engine for what the gate let through
def lacks(words: frozenset[str]) -> Needs:
    """What a sentence of these words does not have; it has all that is needed if nothing of that is among it."""
    held = _held_by()
    return ~reduce(or_, [held[word] for word in words if word in held], 0)


@cache
def _index() -> Mapping[str, tuple[tuple[str, Needs], ...]]:
    """Word form -> the event types it may tell, each with what else must be there."""
    found: dict[str, set[tuple[str, Needs]]] = {}
    for name, opening in _opened():
        for form, alternatives in opening.items():
            found.setdefault(form, set()).update((name, needs(lists)) for lists in alternatives)
    return {form: _fewest(items) for form, items in found.items()}


def _fewest(items: Iterable[tuple[str, Needs]]) -> tuple[tuple[str, Needs], ...]:
    """Without what asks for more than another for the same type; those that need least come first."""
    kept: list[tuple[str, Needs]] = []
    for name, needed in sorted(items, key=lambda item: (item[1].bit_count(), item[0])):
        if not any(other == name and not less & ~needed for other, less in kept):
            kept.append((name, needed))
    return tuple(kept)


@cache
def _openings() -> Mapping[str, tuple[Needs, ...]]:
    """Word form -> what must stand beside it for some type; what asks for more than another does is left out."""
    listed = {form: [("", needed) for _, needed in items] for form, items in _index().items()}
    return {form: tuple(needed for _, needed in _fewest(items)) for form, items in listed.items()}


@cache
def _openings_for(event_type: str) -> Mapping[str, tuple[Needs, ...]]:
    """Word form -> what must stand beside it for one type."""
    found = {form: tuple(needed for name, needed in items if name == event_type) for form, items in _index().items()}
    return {form: needed for form, needed in found.items() if needed}


_MONTH = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?: of)?|\b(?:in|last|since|of|next|by|until|early|late|this|mid))[ -]March\b"
    r"|\bMarch(?= \d)"
)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, lower case, with "%" if it is there, and without the month of March."""
    words = words_in(_without_month(text))
    return words | {"%"} if "%" in text else words


def _without_month(text: str) -> str:
    return _MONTH.sub(" ", text) if "March" in text else text


@cache
def _themes() -> Mapping[str, tuple[tuple[str, Needs], ...]]:
    """The same of those types that frames ask for as the theme of an article."""
    asked = {name for kind in event_types().values() for frame in kind.frames for name in frame.context}
    told = {form: tuple(item for item in items if item[0] in asked) for form, items in _index().items()}
    return {form: items for form, items in told.items() if items}


def themes_in(text: str, but: frozenset[str] = frozenset()) -> frozenset[str]:
    """The event types that some frame may tell in a text, by its words: those that frames ask for as a theme.

    ``but`` are types that are not asked for here.
    """
    index, words = _themes(), words_of(text)
    told, done, lacking = set[str](), set(but), lacks(words)
    for word in words & index.keys():
        for name, needed in index[word]:
            if name not in done and not needed & lacking:
                told.add(name)
                done.add(name)
    return frozenset(told)


def opens(text: str) -> bool:
    """Whether a sentence holds a word form that some frame needs, and what that frame requires beside it."""
    return _has_some(words_of(text), _openings())


def opens_for(text: str, event_type: str) -> bool:
    """Whether a sentence holds what some frame of one type needs."""
    return _has_some(words_of(text), _openings_for(event_type))


def _has_some(words: frozenset[str], openings: Mapping[str, tuple[Needs, ...]]) -> bool:
    triggers = words & openings.keys()
    lacking = lacks(words) if triggers else 0
    return any(not needed & lacking for word in triggers for needed in openings[word])


@cache
def nouns_of(event_type: str) -> frozenset[str]:
    """The single nouns that a type is called by: what "the day of the vote" may point to."""
    frames = event_types()[event_type].frames
    return frozenset(noun for frame in frames for noun in frame.nouns if " " not in noun and noun != CALLED)
