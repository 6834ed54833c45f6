"""The trigger gate: one cheap scan over words that decides which sentences can hold an event and are parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from timeline.event_types import Frame, event_types
from timeline.frames import ellipsis
from timeline.frames.claims.retelling import speaks_of_words
from timeline.frames.signs import scores as signs
from timeline.frames.words.lexicon import forms, lemmas, plurals, with_plurals
from timeline.frames.words.texts import words_in
from timeline.models import Sentence

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\w+(?:-\d+|\$)?")  # "APT-77"
ANY_VERB = "*"  # of a frame that its subject and object tell, whatever the verb is
CALLED = "*named"  # among the nouns of a frame: any gang or program that the article names
NAMED = frozenset({"gang", "fell_to", "planted", "blamed"})  # slots that only a gang or program with a name fills
_OPEN_CLASSES = frozenset(  # any name, pronoun or number may be one of these
    "any * name number people folk polity government system authority state nationals demonym coined".split()
)

Needs = tuple[frozenset[str], ...]
"""Word forms that a sentence must hold besides a trigger: one of each set."""


def openers(frame: Frame) -> dict[str, set[Needs]]:
    """The word forms that open the gate for a frame, each with what must stand in the same sentence."""
    if not NAMED.isdisjoint(frame.require) or CALLED in frame.nouns:
        return {}  # the names of an article open for these: see `candidates`
    needs = needs_of(frame)
    if "intruder" in frame.require:
        needs = (*needs, _closed(("@hacker", "@intruder")))
    found: dict[str, set[Needs]] = {}
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


def needs_of(frame: Frame) -> Needs:
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
def _index() -> Mapping[str, tuple[tuple[str, Needs], ...]]:
    """Word form -> the event types it may tell, each with what else must be there."""
    found: dict[str, set[tuple[str, Needs]]] = {}
    for kind in event_types().values():
        for frame in kind.frames:
            for form, alternatives in openers(frame).items():
                found.setdefault(form, set()).update((kind.name, needs) for needs in alternatives)
    return {form: tuple(sorted(items, key=lambda item: (len(item[1]), item[0]))) for form, items in found.items()}


@cache
def _openings() -> Mapping[str, tuple[Needs, ...]]:
    """Word form -> what must stand beside it for some type; what asks for more than another does is left out."""
    found: dict[str, list[Needs]] = {}
    for form, items in _index().items():
        kept = found.setdefault(form, [])
        for _, needs in items:  # those that need least come first
            if not any(set(less) <= set(needs) for less in kept):
                kept.append(needs)
    return {form: tuple(kept) for form, kept in found.items()}


_MONTH = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?: of)?|\b(?:in|last|since|of|next|by|until|early|late|this|mid))[ -]March\b"
    r"|\bMarch(?= \d)"
)


@lru_cache(maxsize=2048)  # asked by the gate, and again by the engine for what the gate let through
def words_of(text: str) -> frozenset[str]:
    """The words of a sentence, lower case, with "%" if it is there, and without the month of March."""
    return _told(text, frozenset(_WORD.findall(_without_month(text).lower())))


def _without_month(text: str) -> str:
    return _MONTH.sub(" ", text) if "March" in text else text


def _told(text: str, words: frozenset[str]) -> frozenset[str]:
    return words | {"%"} if "%" in text else words


def has(words: frozenset[str], needs: Needs) -> bool:
    """Whether a sentence of these words has what stands beside a trigger."""
    return not any(map(words.isdisjoint, needs))


def _types(words: frozenset[str]) -> frozenset[str]:
    index = _index()
    told: set[str] = set()
    for word in words & index.keys():
        for name, needs in index[word]:
            if name not in told and has(words, needs):
                told.add(name)
    return frozenset(told)


def opens(text: str) -> bool:
    """Whether a sentence holds a word form that some frame needs, and what that frame requires beside it."""
    words, index = words_of(text), _openings()
    return any(has(words, needs) for word in words & index.keys() for needs in index[word])


POLICING = frozenset({"police", "arrested", "detained"})  # words of ordinary crime as well
POLITICAL, ORDINARY, BRIEF, QUIET = "political", "ordinary", "brief", "quiet"
_BRIEF = 60  # different words: a note or a lone sentence, which has no room to say its theme twice
_ENOUGH = 3  # different words of politics, those of sport, business and the arts taken off, that make it political


def context_of(text: str, title: str = "") -> frozenset[str]:
    """What an article speaks of: the event types whose words it holds, and whether it is about politics at all."""
    told, headline = words_in(text), words_in(title)
    words = told | headline
    types = _types(_told(text, words_in(_without_month(text))))
    if not _on_computers(words) and headline.isdisjoint(with_plurals("cyber_core")):
        types -= {"cyberattack"}
    if words.isdisjoint(with_plurals("arresting")):
        types -= {"detention"}  # "held" is a word of all trades too
    politics, ordinary = words & with_plurals("politics"), words & with_plurals("ordinary")
    if len(words) <= _BRIEF:
        types |= {BRIEF}
    if len(politics - POLICING) - len(ordinary) >= _ENOUGH:
        return frozenset(types | {POLITICAL})
    return frozenset(types | {ORDINARY} if len(ordinary) - len(politics) >= _ENOUGH else types)


def trusts_words(context: frozenset[str]) -> bool:
    """Whether single words may be taken at their word: not where sport, business and the arts use them all."""
    return ORDINARY not in context or POLITICAL in context


def scene_of(text: str, named: frozenset[str] = frozenset()) -> frozenset[str]:
    """What a sentence by itself is about beyond doubt, whatever its article is about: at present, computers attacked.

    One word that belongs to such attacks alone is enough, one of the gangs ``named`` in the article, or several words
    that go with computers and with crime.
    """
    words = set(_WORD.findall(text.lower()))
    alone = not words.isdisjoint(with_plurals("cyber_alone")) or not words.isdisjoint(named)
    return frozenset({"cyberattack"} if alone or len(words & with_plurals("cyber_scene")) >= _ENOUGH else ())


def _on_computers(words: frozenset[str]) -> bool:
    """The triggers of attacks on computers are words of all trades: only several words of their world tell it."""
    if words.isdisjoint(with_plurals("cyber_core")):
        return False
    if len(words) <= _BRIEF:
        return len(words & (with_plurals("cyber") | with_plurals("cyber_core") | with_plurals("cyber_near"))) >= 2
    return len(words & with_plurals("cyber")) >= _ENOUGH


def candidates(sentences: Sequence[Sentence], named: frozenset[str] = frozenset()) -> tuple[Sentence, ...]:
    """The sentences worth parsing: with a trigger, or with words that repeat or speak of what was just told.

    ``named`` are the gangs of hackers that the article names, in lower case: what they do is worth reading.
    """
    found: list[Sentence] = []
    for item in sentences:
        if item.kind == "boilerplate":
            continue
        near = bool(found) and item.index - found[-1].index <= 1
        told = (
            opens(item.span.text)
            or signs.told(item.span.text)
            or (named and not named.isdisjoint(_NAME.findall(item.span.text.lower())))
        )
        if told or (near and (ellipsis.opens(item.span.text) or speaks_of_words(item.span.text))):
            found.append(item)
    return tuple(found)


@cache
def nouns_of(event_type: str) -> frozenset[str]:
    """The single nouns that a type is called by: what "the day of the vote" may point to."""
    frames = event_types()[event_type].frames
    return frozenset(noun for frame in frames for noun in frame.nouns if " " not in noun and noun != CALLED)
