"""A body that speaks of itself recognises nobody else: "there is one government, and we are it" refuses a rival's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import name_words

_FIRST = frozenset({"i", "we"})
_ITSELF = frozenset({"me", "us", "mine", "ours", "i", "we", "myself", "ourselves", "himself", "herself", "itself"})
_RULERS = frozenset({"it", "one", "government", "president", "premier", "minister", "leader", "authority", "winner"})
_RULING = frozenset({"lead", "head", "run", "form", "command", "chair"})
_PERSON = frozenset({"he", "she"})


def of_own_rule(match: Match) -> Match:
    """The match, turned round where a speaker calls its own rule, or itself, the lawful or only one.

    Nor has anybody won who declares himself the winner: he is a candidate.
    """
    if match.event_type == "election":
        return _without_winner(match)
    if match.event_type != "recognition" or match.mode != "recognises":
        return match
    targets = match.fillers("target")
    own = all(_is_sayer(match, who) for who in targets) if targets else any(map(_claims, match.parsed.doc))
    if not own or (not targets and match.trigger.pos_ == "VERB" and match.trigger.lemma_ not in ("have", "be")):
        return match
    others = tuple(entry for entry in match.slots if entry[0] != "target")
    return replace(match, slots=others, mode="refuses", form="rejected")


def _without_winner(match: Match) -> Match:
    own = tuple(token for token in match.fillers("winner") if token.lower_ in _ITSELF)
    if not own:
        return match
    others = tuple(entry for entry in match.slots if entry[1] not in own)
    return replace(match, slots=(*others, *(("candidate", token) for token in own)))


def _is_sayer(match: Match, who: Token) -> bool:
    """ "Lund said he remained the lawful president": a state that says so speaks of another."""
    if who.lower_ in _FIRST:
        return True
    speaks = who.lower_ in _PERSON and who.head == match.trigger and match.trigger.dep_ in ("ccomp", "conj")
    sayers = match.fillers("actor")
    return speaks and bool(sayers) and all(_is_person(one) for one in sayers)


def _is_person(sayer: Token) -> bool:
    body = sayer.lower_ in name_words().organisations or sayer.text.isupper() or satisfies(sayer, ("@state",))
    return sayer.pos_ in ("PROPN", "PRON") and sayer.lower_ != "it" and not body


def _claims(token: Token) -> bool:
    """ "We are it", "that is me", "the one I lead": whoever speaks is what the sentence speaks of."""
    if token.lemma_.lower() == "be":
        told = tuple(_told(token))
        first = any(who.lower_ in _FIRST for who in children(token, "nsubj"))
        return any(word.lower_ in _ITSELF or (first and word.lemma_.lower() in _RULERS) for word in told)
    ruled = token.lemma_.lower() in _RULING and token.dep_ == "relcl"
    return ruled and any(who.lower_ in _FIRST for who in children(token, "nsubj"))


def _told(verb: Token) -> Iterator[Token]:
    yield from children(verb, "attr", "dobj", "acomp", "oprd")
