"""Frames by the lemma that opens them, and which of them a sentence may tell at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from timeline.event_types import EventType, Frame, event_types
from timeline.frames.context import ORDINARY, POLICING, POLITICAL
from timeline.frames.gate import NAMED, Needs, lacks, lists_of, needs, slots_asked
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.words.lexicon import lemmas


@dataclass(frozen=True)
class Entry:
    """A frame as one of its triggers opens it."""

    kind: EventType
    frame: Frame
    needs: Needs
    rest: tuple[str, ...]  # the particle of a verb, the modifiers of a noun, the words of a phrase after its first
    slots: frozenset[str]  # those it requires anything of, and "near" if it forbids anything there
    intruders: bool  # whether it asks who breaks into computers


@dataclass(frozen=True, eq=False)
class Asked:
    """A sentence, what its article speaks of, and the gangs of hackers that it names."""

    parsed: Parsed
    context: frozenset[str]
    named: frozenset[str]
    words: frozenset[str]

    @cached_property
    def lacks(self) -> Needs:
        """What frames need that is not among the words."""
        return lacks(self.words)

    @cached_property
    def politics(self) -> bool:
        """Whether the article, or the sentence itself, is about politics."""
        wanted = _politics()
        return POLITICAL in self.context or any(token.lemma_.lower() in wanted for token in self.parsed.doc)

    def may_be(self, frame: Frame) -> bool:
        """Whether the article, or for politics the sentence, speaks of what a frame is about."""
        if frame.context and frame.context.isdisjoint(self.context):
            return False
        # sport, business and the arts use all these words in other senses
        risky = frame.political or (ORDINARY in self.context and not frame.anywhere)
        return not risky or self.politics

    def telling(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of some entries that the sentence has the words for: a look that spares most frames their slots."""
        lacking = self.lacks
        return [entry for entry in entries if not entry.needs & lacking and self.may_be(entry.frame)]


@cache
def _politics() -> frozenset[str]:
    return lemmas("politics") - POLICING


@cache
def frame_index() -> tuple[Mapping[str, list[Entry]], Mapping[str, list[Entry]], Mapping[str, list[Entry]]]:
    """Frames by the lemma that opens them: verbs, nouns, and fixed wordings by their first word."""
    verb_index: dict[str, list[Entry]] = defaultdict(list)
    noun_index: dict[str, list[Entry]] = defaultdict(list)
    phrase_index: dict[str, list[Entry]] = defaultdict(list)
    for kind in event_types().values():
        for frame in kind.frames:
            needed, slots = needs(lists_of(frame)), slots_asked(frame)
            intruders = not (NAMED | {"intruder"}).isdisjoint(frame.require)
            for verb in sorted(frame.verbs):
                lemma, *particle = verb.split()
                verb_index[lemma].append(Entry(kind, frame, needed, tuple(particle), slots, intruders))
            for noun in sorted(frame.nouns):
                for written in {noun, noun.replace("-", " - ")}:  # cut at its hyphen by the tokeniser, or whole
                    *modifiers, lemma = written.split()
                    noun_index[lemma].append(Entry(kind, frame, needed, tuple(modifiers), slots, intruders))
            for phrase in frame.phrases:
                phrase_index[phrase[0]].append(Entry(kind, frame, needed, phrase[1:], slots, intruders))
    return verb_index, noun_index, phrase_index
