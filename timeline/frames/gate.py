"""The trigger gate: one cheap scan over words that decides which sentences can hold an event and are parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from timeline.event_types import Frame, event_types
from timeline.frames import ellipsis
from timeline.frames.lexicon import forms, lemmas
from timeline.models import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def gate_words(frame: Frame) -> frozenset[str]:
    """The word forms without which a frame cannot match: of its triggers, or of the words it requires beside them."""
    required = _required_words(frame)
    if required:
        return frozenset(form for word in required for form in forms(word)) | _phrase_words(frame)
    triggers = {_longest(trigger) for trigger in frame.verbs | frame.nouns}
    return frozenset(form for word in triggers for form in forms(word)) | _phrase_words(frame)


def _required_words(frame: Frame) -> frozenset[str]:
    """The shortest closed list among the frame's requirements, where its verbs are too common to open the gate."""
    if frame.nouns or not frame.verbs or not all(_is_light(verb) for verb in frame.verbs):
        return frozenset()
    closed = [words for words in frame.require.values() if not any(word.startswith("@") for word in words)]
    if not closed:
        return frozenset()
    return frozenset(word.split()[-1] for word in min(closed, key=len))


def _is_light(verb: str) -> bool:
    return verb.split()[0] in lemmas("light")


def _phrase_words(frame: Frame) -> frozenset[str]:
    return frozenset(max(phrase, key=len) for phrase in frame.phrases)


def _longest(trigger: str) -> str:
    """Of "round up" the verb, of "house arrest" the head noun: the word that inflects."""
    words = trigger.split()
    return words[0] if len(words) > 1 and len(words[1]) <= 4 else words[-1]


@cache
def _vocabulary() -> Mapping[str, frozenset[str]]:
    return {kind.name: frozenset().union(*map(gate_words, kind.frames)) for kind in event_types().values()}


@cache
def _all_words() -> frozenset[str]:
    return frozenset().union(*_vocabulary().values())


def opens(text: str) -> bool:
    """Whether a sentence holds a word form that some frame needs."""
    words = _all_words()
    return any(word in words for word in _WORD.findall(text.lower()))


POLITICAL = "political"
_ENOUGH = 3  # different words of politics, those of sport, business and the arts taken off, that make it political


def context_of(text: str) -> frozenset[str]:
    """What an article speaks of: the event types whose words it holds, and whether it is about politics at all."""
    words = set(_WORD.findall(text.lower()))
    types = {name for name, vocabulary in _vocabulary().items() if not words.isdisjoint(vocabulary)}
    balance = len(words & _with_plurals("politics")) - len(words & _with_plurals("ordinary"))
    return frozenset(types | {POLITICAL} if balance >= _ENOUGH else types)


@cache
def _with_plurals(name: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas(name) for form in (lemma, f"{lemma}s"))


def candidates(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences worth parsing: no boilerplate, and a trigger word, or words that repeat an act just told."""
    found: list[Sentence] = []
    for item in sentences:
        if item.kind == "boilerplate":
            continue
        near = bool(found) and item.index - found[-1].index <= 1
        if opens(item.span.text) or (near and ellipsis.opens(item.span.text)):
            found.append(item)
    return tuple(found)


@cache
def nouns_of(event_type: str) -> frozenset[str]:
    """The single nouns that a type is called by: what "the day of the vote" may point to."""
    frames = event_types()[event_type].frames
    return frozenset(noun for frame in frames for noun in frame.nouns if " " not in noun)
