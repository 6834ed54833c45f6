"""What stands on either side of "after" and its like: the event it speaks of, and what that hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import clause_of
from timeline.frames.when.lengths import UNITS

_CLAUSES = ("VERB", "AUX")
_ASIDE = ("to", "over", "against", "with", "from", "about", "despite", "under")


def governed_by(cue: Token) -> Token | None:
    """What "after" governs: the noun behind it, or the verb of its clause."""
    if cue.dep_ == "mark" or (cue.lower_ == "when" and cue.dep_ == "advmod"):
        return cue.head if cue.head.pos_ in _CLAUSES and cue.head.dep_ in ("advcl", "relcl", "pcomp", "conj") else None
    return next((child for child in cue.children if child.dep_ in ("pobj", "pcomp") and child.i > cue.i), None)


def hangs_on(cue: Token, governed: Token) -> Token | None:
    """What "after" hangs on, past the length before it: a verb, or the noun of an event."""
    head = governed.head if cue.dep_ in ("mark", "advmod") else cue.head
    while is_length(head) or head.dep_ == "prep":
        if head.head == head:
            return None
        head = head.head
    return head


def is_length(token: Token) -> bool:
    """Whether a noun only measures time: "days", "the eve"."""
    return token.lemma_.lower() in (*UNITS, "eve", "aftermath", "wake", "time") or token.lower_ == "ahead"


def is_told_of(trigger: Token, governor: Token, cue: Token) -> bool:
    """Whether what hangs on the governor is told of the trigger."""
    clause = verb_of(trigger)
    if governor in (trigger, clause) or (governor.dep_ == "pobj" and governor.head == trigger):
        return True
    if governor.pos_ in _CLAUSES and done_by(governor, trigger):  # "two days before the vote, soldiers tried to seize"
        return True
    if clause is not None and clause.dep_ == "conj" and clause.head == governor and cue.i < governor.i:
        return True  # "after the match some sat down and blocked the road"
    beside = governor.dep_ in ("advcl", "acl") and governor.tag_ == "VBG"  # "meeting hours after it, the council ..."
    return beside and verb_of(governor.head) == verb_of(trigger)


def is_spoken_of(trigger: Token, governed: Token) -> bool:
    """Whether a trigger below "after" is what "after" speaks of, and no aside of it."""
    token, there = trigger, False
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "over":
        return False  # "a day after they fell out over the arrests": the cause came before
    while token != governed and token.head != token:
        if token.dep_ == "prep" and governed.pos_ == "VERB" and token.lower_ in _ASIDE:
            return False  # "45 days after he had bowed to weeks of protests"
        there = there or (governed.pos_ == "NOUN" and tells_of(token))
        then = token.dep_ == "advcl" and any(child.lower_ in ("when", "as", "while") for child in token.children)
        if token.dep_ in ("relcl", "acl", "advcl") and not (there or then):
            return False  # not: "a day after 75 died when troops fired at them"
        token = token.head
    return token == governed


def tells_of(verb: Token) -> bool:
    """Whether a clause tells what happened at an event, and not what became of it: "the vote, where she won 40"."""
    return verb.dep_ == "relcl" and any(child.lower_ == "where" and child.dep_ == "advmod" for child in verb.children)


def verb_of(token: Token) -> Token | None:
    """The verb of the clause a token stands in, itself if it is one."""
    return token if token.pos_ in _CLAUSES else clause_of(token)


def names_of(governed: Token) -> Iterator[str]:
    """The words of a phrase or clause that may name the event elsewhere."""
    yield governed.lemma_.lower()
    labels = ("compound", "amod") if governed.pos_ not in _CLAUSES else ("dobj", "nsubj", "nsubjpass", "attr")
    for child in governed.children:
        if child.dep_ == "poss" and child.pos_ == "PROPN":
            yield child.lower_
        if child.dep_ in labels and child.pos_ in ("NOUN", "VERB"):
            yield child.lemma_.lower()


def done_by(clause: Token, trigger: Token) -> bool:
    """Whether a clause does what the trigger tells: itself, or "responded by expelling", "declared him unwelcome"."""
    verb = verb_of(trigger)
    while verb is not None and verb != clause:
        if verb.dep_ not in ("xcomp", "pcomp") and not (verb.dep_ == "ccomp" and verb.head.lemma_ == "declare"):
            return False
        verb = verb_of(verb.head)
    return verb is not None
