"""What is told as a habit: what a worm does, what such attacks begin with."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.roles.slots import surface_subject
from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words
from timeline.frames.words.lexicon import lemmas


def habitual(match: Match) -> bool:
    """ "The worm steals passwords", outside a headline: the present tells what such a thing does.

    So does that of a clause on what a thing is for: "a tool that detects break-ins".
    """
    verb, text = match.trigger, match.parsed.sentence.span.text.rstrip()
    if match.parsed.sentence.kind == "title" or not text.endswith((".", "!", "?", "”", '"', "’", "'", ")")):
        return False
    if verb.dep_ == "dobj" and verb.head.dep_ == "relcl" and not _past_above(verb.head):
        verb = verb.head
    if verb.tag_ in ("VBP", "VBZ") and not children(verb, "aux", "auxpass"):
        return True
    return verb.pos_ in ("NOUN", "VERB") and verb.dep_ in ("amod", "dobj", "pobj") and _in_a_routine(verb)


def _in_a_routine(word: Token) -> bool:
    """ "The Trojan sends the stolen data to a server", "an attack begins with a phishing mail": the clause is habit."""
    clause = verb_above(word)
    if clause is None or clause.tag_ not in ("VBP", "VBZ") or clause.lemma_ in ("be", "have", "say"):
        return False
    routine = lemmas("hacker") | lemmas("intruder") | realis_words("tools")
    habit = not children(clause, "aux", "auxpass")
    return habit and any(who.lemma_.lower() in routine for who in surface_subject(clause))


def _past_above(clause: Token) -> bool:
    """Whether a relative clause stands on something that was done: "hit by a worm that steals passwords"."""
    return clause.head.dep_ in ("pobj", "nsubjpass")
