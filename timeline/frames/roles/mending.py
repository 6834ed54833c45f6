"""Roles that the parser gives to the wrong word where a participle opens, or follows, the clause that has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.frames.match import Match
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import agents
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.name_words import name_words
from timeline.frames.words.noun_words import noun_words
from timeline.models import Role

_HELD = ("detention", "release")
_BY_STATES = ("diplomacy", "sanction")


def mended(match: Match) -> Match:
    """The match with its roles where the sentence has them; the match itself where nothing is misread."""
    match match.trigger.tag_:
        case "VBN":
            return _labelled(match) or _behind_name(match) or _passed_on(match) or match
        case "VBD":
            return _behind_month(match) or match
        case "VBG":
            return _of_main_clause(match) or match
        case "VB" if names_attempt(match.trigger):  # who calls it so did not try
            return replace(match, slots=tuple(entry for entry in match.slots if entry[0] != "actor"))
    return match


def names_attempt(verb: Token) -> bool:
    """Whether an infinitive only tells what something is called: "called it an attempt to topple him"."""
    return verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "oprd"


def _labelled(match: Match) -> Match | None:
    """ "Blacklisted: on Friday the allies put 20 firms on a list": the clause behind the label has the roles."""
    trigger, doc = match.trigger, match.parsed.doc
    if trigger.i != 0 or len(doc) < 2 or doc[1].text != ":" or trigger.head == trigger:
        return None
    clause = trigger.head
    actors, targets = children(clause, "nsubj"), children(clause, "dobj")
    if not actors or not targets or is_passive(clause):
        return None
    return _with(match, actors, targets)


def _behind_name(match: Match) -> Match | None:
    """ "The arrests began with Ada Lund, seized on 3 May": she was seized, and not the arrests."""
    at, doc = match.trigger.i, match.parsed.doc
    named = doc[at - 2] if at > 1 and doc[at - 1].text == "," and doc[at - 2].pos_ == "PROPN" else None
    wrong = [token for token in match.fillers("target") if token.lemma_.lower() in noun_words().arrests]
    if match.event_type not in _HELD or named is None or not wrong:
        return None
    others = tuple((role, token) for role, token in match.slots if token not in wrong)
    return replace(match, slots=(*others, ("target", named)))


def _passed_on(match: Match) -> Match | None:
    """ "She was stopped by the police, held for an hour and let go": by the police too."""
    verb, head = match.trigger, match.trigger.head
    beside = verb.dep_ in ("advcl", "conj") and head.tag_ == "VBN" and head.i < verb.i and not children(verb, "mark")
    if match.event_type not in _HELD or match.fillers("actor") or not beside or not is_passive(head):
        return None
    makers = agents(head)
    return replace(match, slots=(*(("actor", maker) for maker in makers), *match.slots)) if makers else None


def _behind_month(match: Match) -> Match | None:
    """ "In March 2014 Oslo recalled its envoy": the parser takes Oslo for a part of the month."""
    verb, opening = match.trigger, match.parsed.doc[0]
    fits = opening.lower_ == "in" and opening.dep_ == "prep" and opening.head == verb and not children(verb, "nsubj")
    if match.fillers("actor") or not fits or is_passive(verb):
        return None
    for noun in children(opening, "pobj"):
        dated = any(word.lower_ in name_words().months for word in children(noun, "nmod", "compound"))
        if dated and noun.pos_ == "PROPN" and noun.lower_ not in name_words().months:
            return replace(match, slots=(("actor", noun), *match.slots))
    return None


def _of_main_clause(match: Match) -> Match | None:
    """ "Norway told them to go, a day after closing a consulate": Norway closed it."""
    verb = match.trigger
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    if match.fillers("actor") or verb.dep_ != "pcomp":
        return None
    measured = verb.head.head.dep_ == "npadvmod"  # "a day after", on whatever the parser hung it
    if match.event_type not in _BY_STATES and not (measured and match.event_type == "coup"):
        return None
    for clause in verb.ancestors:
        for who in children(clause, "nsubj"):
            if who.pos_ in ("PROPN", "NOUN"):
                return replace(match, slots=(("actor", who), *match.slots))
    return None


def _with(match: Match, actors: Iterable[Token], targets: Iterable[Token]) -> Match:
    """The match with these fillers in place of its own actors and targets."""
    slots: list[tuple[Role, Token]] = [entry for entry in match.slots if entry[0] not in ("actor", "target")]
    slots += [("actor", token) for token in actors]
    slots += [("target", token) for token in targets]
    return replace(match, slots=tuple(slots))
