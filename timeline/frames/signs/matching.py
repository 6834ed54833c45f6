"""The mentions that signs tell: the word that weighs most is the trigger, whoever stands around it takes part."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from timeline.event_types import event_types
from timeline.frames.gate import nouns_of
from timeline.frames.match import Match
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import surface_subject
from timeline.frames.signs.parties import only_tells, roles_of
from timeline.frames.signs.scores import mode_of, told, weight
from timeline.frames.signs.words import signs_of_word, stem
from timeline.frames.syntax.parsing import Parsed, children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import lemmas, satisfies
from timeline.models import Role

_HEAVY = 100  # hundredths: what a word has to weigh by itself to be what tells the event
_VERB = 30  # hundredths added: a verb tells who did what to whom
SURE_OF_MODE = 0.7  # probability asked of a mode
_EITHER = (frozenset({"release", "detention"}), frozenset({"inauguration", "coup"}))  # by one verb only one of them
_BY_FORCE = frozenset("coup putsch force gunpoint gun revolution uprising revolt takeover overthrow mutiny".split())
_OF_MACHINES = ("cyber", "cyber_core", "cyber_near", "cyber_scene", "digital", "records", "system", "hacker")
_SHUTTING = ("shut", "lock", "barricade", "seal", "bolt", "chain", "wall")
BESIDE = 0.75  # probability asked beside another event, or after the same: the words that tell that one speak here too


def by_signs(parsed: Parsed, read: Sequence[Match], before: Collection[str], *, brief: bool) -> Iterator[Match]:
    """One match for each event type that the words of a sentence tell and no frame has read there.

    ``read`` is what frames have read in the sentence, ``before`` the types told in the sentence before it. ``brief``
    texts have no room to tell an event twice: their sentences are asked for less. Whoever takes part in what frames
    have read tells nothing else: "detained 26 demonstrators" counts no demonstration.
    """
    text, types = parsed.sentence.span.text, {match.event_type for match in read}
    taken = {word for match in read for word in (*match.words, *(filler for _, filler in match.slots))}
    likely = told(text)
    for name, chance in sorted(likely.items()):
        if name in types or chance < _asked(name, bool(read) or name in before, brief):
            continue
        trigger, mode = _trigger(parsed, name, taken), _mode(text, name)
        if (
            trigger is not None
            and mode is not None
            and not _done_otherwise(trigger, name, read)
            and not (name == "cyberattack" and _names_no_machine(parsed))
            and not (name == "coup" and _came_to_power(trigger))
            and not any(_trigger(parsed, other, taken) == trigger for other in _likelier(name, likely))
            and not _goes(trigger, name)
        ):
            yield Match(parsed, name, f"{name}:signs", trigger, (trigger,), _roles(parsed, name, trigger), mode)


def _likelier(name: str, likely: Mapping[str, float]) -> Iterator[str]:
    """What one word may tell instead, and rather does: "he was in a military jail" tells no release."""
    for pair in _EITHER:
        yield from (other for other in pair if name in pair and likely.get(other, 0) > likely[name])


def _came_to_power(trigger: Token) -> bool:
    """ "The party came to power in 1948": by no force that the sentence tells of, so by votes."""
    into = any(word.lower_ == "power" for word in trigger.subtree)
    forced = any(word.lower_ in lemmas("force") or word.lemma_.lower() in _BY_FORCE for word in trigger.doc)
    return trigger.lemma_ in ("come", "return", "sweep", "rise") and into and not forced


def _names_no_machine(parsed: Parsed) -> bool:
    """Whether no word of a sentence is of computers or of what runs on them: nothing was hacked there."""
    words = (word for token in parsed.doc for word in (token.lower_, token.lemma_.lower()))
    return not any(word in _machines() or word.startswith(("cyber", "hack")) for word in words)


@cache
def _machines() -> frozenset[str]:
    return frozenset[str]().union(*map(lemmas, _OF_MACHINES))


def _goes(trigger: Token, name: str) -> bool:
    """Whether only envoys come and go: "her staff left", "buses carrying diplomats": no step of a state is told."""
    if name != "diplomacy":
        return False
    if trigger.pos_ == "NOUN":
        return satisfies(trigger, ("@envoy",))
    who = surface_subject(trigger)
    return (
        bool(who)
        and any(satisfies(one, ("@envoy", "@mission", "staff")) for one in _steered(who))
        and not is_passive(trigger)
    )


def _steered(who: Sequence[Token]) -> Iterator[Token]:
    """Whoever acts, and the titles in front of their names: of "Ambassador Ada Lund and her staff" all three."""
    for one in who:
        yield from (one, *one.conjuncts, *children(one, "compound"))


def _done_otherwise(trigger: Token, name: str, read: Sequence[Match]) -> bool:
    """Whether a frame reads the contrary in the same verb: who is "sprung from a cell" by it is not held by it.

    Nor does anybody hold those who "shut themselves in", though whoever "gave himself up" is held.
    """
    shut = name == "detention" and trigger.lemma_.lower() in _SHUTTING
    if shut and any(what.lower_.endswith(("self", "selves")) for what in children(trigger, "dobj")):
        return True
    contrary = {other for pair in _EITHER if name in pair for other in pair} - {name}
    clause = any(children(word, "relcl") for word in trigger.subtree)  # "from the cell where she had been held"
    return any(match.event_type in contrary and trigger in match.words for match in read) and not clause


def _mode(text: str, name: str) -> str | None:
    """The mode that the words tell; None where a type has to have one and they leave it open."""
    signs = event_types()[name].signs
    mode = mode_of(text, name, SURE_OF_MODE)
    return mode if mode or signs is None or not signs.otherwise else None


def with_mode(match: Match) -> Match:
    """A match whose frame leaves its mode open, in the mode that the words of its sentence tell: a march a riot."""
    if match.mode:
        return match
    mode = mode_of(match.parsed.sentence.span.text, match.event_type, SURE_OF_MODE)
    return replace(match, mode=mode) if mode else match


def _asked(name: str, beside: bool, brief: bool) -> float:
    signs = event_types()[name].signs
    if signs is None or beside:
        return BESIDE
    return signs.brief if brief else signs.least


def _trigger(parsed: Parsed, name: str, taken: Collection[Token]) -> Token | None:
    """The verb or noun that weighs most, if it is not taken; of two that weigh alike the first."""
    able = [token for token in parsed.doc if token.pos_ in ("VERB", "NOUN") and token.lower_.isalpha()]
    able = [token for token in able if token.pos_ == "NOUN" or not only_tells(token)] or able
    weighed = [(_weight(token, name), -token.i, token) for token in able]
    best = max(weighed, key=lambda item: item[:2], default=None)
    if not best or best[0] < _HEAVY or best[2] in taken or _only_qualifies(best[2], name) or _is_left_open(best[2]):
        return None
    if name == "inauguration" and _tells_when(best[2]):
        return None
    return _telling(best[2], name)


def _only_qualifies(word: Token, name: str) -> bool:
    """ "Riot police", "the coup general", "its recognised government": the word tells who they are, and no event."""
    if name == "recognition" and word.dep_ == "amod" and word.tag_ in ("VBN", "JJ") and word.head.i > word.i:
        return True
    qualifies = word.dep_ in ("compound", "nmod") and word.head.i > word.i
    return qualifies and word.lemma_.lower() in nouns_of(name) and satisfies(word.head, ("@force",))


def _tells_when(noun: Token) -> bool:
    """ "Hours before the ceremony": the noun is the time of something else."""
    prep = noun.head
    return noun.pos_ == "NOUN" and noun.dep_ == "pobj" and prep.lower_ in ("before", "after", "ahead", "since", "until")


def _is_left_open(verb: Token) -> bool:
    """ "Has neither recognised nor rejected it": of two things neither was done."""
    return any(word.lower_ == "neither" for word in children(verb, "preconj", "cc", "advmod", "det"))


def _telling(word: Token, name: str) -> Token:
    """The word itself, or of a thing ("stones for tear gas") the verb that says what was done with it."""
    if word.pos_ == "VERB" or word.lemma_.lower() in nouns_of(name):
        return word
    verb = verb_above(word) or word
    return word if only_tells(verb) or verb.pos_ != "VERB" else verb  # "counted half a million": told, not done


def _weight(token: Token, name: str) -> int:
    own = sum(weight(sign, name) for sign in signs_of_word(token.lower_, stem(token.lower_)))
    return own + (_VERB if token.pos_ == "VERB" else 0)


def _roles(parsed: Parsed, name: str, trigger: Token) -> tuple[tuple[Role, Token], ...]:
    """Who takes part, asked of the trigger first and then of the verbs that tell the type too, the heaviest first."""
    verbs = [token for token in parsed.doc if token.pos_ == "VERB" and _weight(token, name) > _VERB]
    return tuple(roles_of(name, trigger, sorted(verbs, key=lambda verb: (-_weight(verb, name), verb.i))))
