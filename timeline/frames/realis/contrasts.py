"""What a sentence names only to rule it out: "a burst pipe, not hackers", "no intention of marching"."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.roles.slots import surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words
from timeline.frames.words.lexicon import lemmas

_BEFORE = 5  # words from the negation to the noun: "rather than by any gang of hackers"
_CLOSING = (",", ".", ";", ":")


def is_ruled_out(match: Match) -> bool:
    """Whether a sentence on an attack names attackers or attacks only to say that it was not them."""
    if match.event_type != "cyberattack":
        return False
    named = [token for token in match.parsed.doc if _is_attack(token)]
    return bool(named) and all(_set_aside(token) for token in named)


def _is_attack(token: Token) -> bool:
    return token.lemma_.lower() in lemmas("hacker") | realis_words("attack")


def _set_aside(noun: Token) -> bool:
    """Whether "not", "rather than" or "instead of" stands right before a noun, with nothing between that acts."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    doc = noun.doc
    for at in range(noun.i - 1, max(-1, noun.i - _BEFORE), -1):
        word, before = doc[at].lower_, doc[at - 1].lower_ if at else ""
        if word == "not" or (before, word) in (("rather", "than"), ("instead", "of")):
            return doc[at + 1].lower_ not in ("only", "just", "merely") and doc[at - 1].pos_ != "AUX"
        if doc[at].pos_ in ("VERB", "AUX") or word in _CLOSING:
            return False
    return False


def is_unintended(match: Match) -> bool:
    """Whether a sentence says that nobody means to do it: "had no intention of marching", "has no plans to expel"."""
    for noun in match.trigger.ancestors:
        if noun.lemma_.lower() in realis_words("intent") and noun.i < match.trigger.i:
            verb = noun.head
            negated = verb.pos_ in ("VERB", "AUX") and any(word.dep_ == "neg" for word in verb.children)
            return negated or any(word.lower_ == "no" for word in noun.children)
    return False


def is_disputed(match: Match) -> bool:
    """Whether a sentence goes on to say that somebody disputes it: "…, which the commission denies"."""
    for word in match.parsed.doc[match.trigger.i + 1 :]:
        refers = word.lower_ == "which" and word.dep_ in ("dobj", "nsubjpass") and word.i > 0
        if refers and word.nbor(-1).text == "," and word.head.lemma_.lower() in cue_words("denial"):
            return True
    return False


def without_winner(verb: Token) -> bool:
    """ "Neither candidate won outright on Sunday": people have voted, whoever did not win."""
    nobody = realis_words("nobody") | {"no", "neither"}
    who = surface_subject(verb) if verb.tag_ == "VBD" and not children(verb, "neg", "aux") else ()
    return any(word.lower_ in nobody for subject in who for word in (subject, *children(subject, "det")))
