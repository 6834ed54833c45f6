"""Words that set an event and those that only wish for one: a summons with a day, a promise without any."""

from __future__ import annotations

import re

from timeline.frames.realis.timing import timed
from timeline.frames.syntax.parsing import joined_lemma
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words

_PAST = re.compile(r"\b(?:ago|earlier|before|previous|yesterday|last (?:\w+day|week|month|year|\w+ber|\w+ary))\b", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def calls_out(governor: Token, below: Token) -> bool:
    """ "Is telling its members to march": whoever tells people to march calls them out; an envoy is no crowd."""
    if governor.lemma_.lower() not in realis_words("summoning") or below.i < governor.i:
        return False
    outdoors = realis_words("street_act") | realis_words("street")
    if joined_lemma(below) not in outdoors and not _goes_out(below):
        return False
    told = (*(who for who in governor.children if who.dep_ == "nsubjpass"), *governor.doc[governor.i : below.i])
    many = any(word.tag_ in ("NNS", "NNPS") or word.lower_ == "people" for word in told)
    return many and any(mark.lower_ == "to" and governor.i < mark.i < below.i for mark in (below.head, *below.children))


def _goes_out(verb: Token) -> bool:
    """ "To come out on Sunday", "to take to the streets", "to gather at the gate"."""
    lemma, words = verb.lemma_.lower(), {word.lower_ for word in verb.subtree}
    if lemma in ("gather", "assemble", "converge", "mobilise", "mobilize"):
        return True
    return (lemma in ("come", "turn", "go", "pour") and "out" in words) or (lemma == "take" and "streets" in words)


def sets_a_day(governor: Token, below: Token) -> bool:
    """Whether a time stands behind the march: in "told them on Monday to march" it is that of the telling."""
    return any(timed(word) for word in governor.subtree if word.i > below.i)


def idle(governor: Token, below: Token) -> bool:
    """ "Promised free elections": without a day, and with nothing known to point at, a promise sets no event."""
    if governor.lemma_.lower() not in realis_words("promising"):
        return False
    known = any(child.lower_ in ("the", "this", "its", "their", "his", "her") for child in below.children)
    dated = any(word.lemma_.lower() in realis_words("time") for word in (*governor.subtree, *below.subtree))
    return not known and not dated


def was_held(noun: Token) -> bool:
    """ "Cancelled the vote of four days earlier", "ordered the 2016 raid": the event is told as past."""
    words = noun.doc.text[noun.left_edge.idx : noun.right_edge.idx + len(noun.right_edge)]
    return bool(_PAST.search(words))


def of_a_year(noun: Token) -> bool:
    """ "The 2016 raid": a known event has its year in front."""
    return any(_YEAR.fullmatch(child.text) and child.i < noun.i for child in noun.children)
