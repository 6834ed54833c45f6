"""In which tense a sentence tells an event."""

from __future__ import annotations

from typing import Literal

from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.when import clause_of

Tense = Literal["past", "perfect", "present", ""]

_CLAUSE = ("VERB", "AUX")
_SHARED = ("xcomp", "pcomp", "advcl", "conj", "acl", "ccomp")  # clauses that may have no tense of their own
_FINITE: dict[str, Tense] = {"VBD": "past", "VBZ": "present", "VBP": "present"}


def tense_of(trigger: Token) -> Tense:
    """The tense a trigger is told in: of its clause, or of that which a participle hangs on; "" for plans and wishes.

    "had arrested" has none of these either: what it comes before is told elsewhere.
    """
    verb = trigger if trigger.pos_ in _CLAUSE else clause_of(trigger)
    while verb is not None:
        helpers = children(verb, "aux", "auxpass")
        if any(word.tag_ in ("MD", "TO") for word in helpers):
            return ""
        finite = next((word for word in (*helpers, verb) if word.tag_ in _FINITE), None)
        if finite is not None:
            return _perfect(finite) if finite.lemma_ == "have" and finite != verb else _FINITE[finite.tag_]
        if verb.dep_ not in _SHARED or verb.head == verb:
            return ""
        verb = verb.head
    return ""


def _perfect(has: Token) -> Tense:
    return "perfect" if has.tag_ != "VBD" else ""
