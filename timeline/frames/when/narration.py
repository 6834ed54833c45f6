"""In which tense a sentence tells an event."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from timeline.articles.words import words_in
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import SPEECH, clause_of

Tense = Literal["past", "perfect", "pluperfect", "present", ""]

_CLAUSE = ("VERB", "AUX")
_SHARED = ("xcomp", "pcomp", "advcl", "conj", "acl", "ccomp")  # clauses that may have no tense of their own
_TIME_PASSED = re.compile(
    r"\b(?:follow(?:ed|s)|later|since|subsequent(?:ly)?|eventual(?:ly)?|finally|afterwards?|earlier|previous(?:ly)?|prior"
    r"|once|so far|ago|to date|already|still|remain(?:s|ed)?|stay(?:s|ed)?|elsewhere|meanwhile)\b"
    r"|\b(?:for|over|in|within|during|throughout|after|spent)\s+(?:[\w-]+\s+){0,3}(?:days|nights|weeks|months|years|decades)\b"
    r"|\b(?:nights|days|weeks|months|years)\s+of\b",
    re.IGNORECASE,
)
_TELLING = frozenset(  # one of these is in whatever that finds
    """followed follows later since subsequent subsequently eventual eventually finally afterward afterwards earlier
    previous previously prior once far ago date already still remain remains remained stay stays stayed elsewhere
    meanwhile nights days weeks months years decades""".split()
)
_ARGUMENTS = ("dobj", "nsubj", "nsubjpass")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_FINITE: dict[str, Tense] = {"VBD": "past", "VBZ": "present", "VBP": "present"}


def tense_of(trigger: Token) -> Tense:
    """The tense a trigger is told in: of its clause, or of what a participle hangs on; "" for plans and wishes."""
    verb = trigger if trigger.pos_ in _CLAUSE else clause_of(trigger)
    while verb is not None:
        helpers = children(verb, "aux", "auxpass")
        if any(word.tag_ in ("MD", "TO") for word in helpers):
            return "pluperfect" if {"should", "have"} <= {word.lower_ for word in helpers} else ""
        finite = next((word for word in (*helpers, verb) if word.tag_ in _FINITE), None)
        if finite is not None:
            return _perfect(finite, verb) if finite.lemma_ == "have" and finite != verb else _FINITE[finite.tag_]
        if verb.dep_ not in (*_SHARED, "amod") or verb.head == verb:
            return ""
        verb = verb.head if verb.head.pos_ in _CLAUSE else clause_of(verb.head)
    return ""


def _perfect(has: Token, verb: Token) -> Tense:
    """The perfect, which reported speech puts into the past: "said that 40 had been arrested"."""
    reported = verb.dep_ == "ccomp" and verb.head.lemma_ in SPEECH
    return "perfect" if has.tag_ != "VBD" or reported else "pluperfect"


def goes_on(trigger: Token) -> bool:
    """Whether a sentence tells on in the simple past, and no word in it says that time has passed.

    "Police arrested 12 people" does; "12 have been arrested", "were still being held", "were freed days later" do not.
    """
    if tense_of(trigger) != "past" or _time_passes(trigger.doc.text):
        return False
    if trigger.pos_ in _CLAUSE:
        return trigger.tag_ != "VBG"
    verb = clause_of(trigger)
    return verb is not None and trigger.head == verb and trigger.dep_ in _ARGUMENTS and not _is_known(trigger)


@lru_cache(maxsize=16)  # every trigger of a sentence asks
def _time_passes(text: str) -> bool:
    return not words_in(text).isdisjoint(_TELLING) and _TIME_PASSED.search(text) is not None


def _is_known(noun: Token) -> bool:
    """Whether a noun speaks of what was told before: "the arrests", "their march"."""
    return any(child.dep_ == "poss" or child.lower_ in _DEFINITE for child in noun.children)
