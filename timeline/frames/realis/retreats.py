"""Arrests that came to nothing: "they came for him in May and left without him"."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words

_AWAY = frozenset({"off", "away", "back", "up", "empty", "again", "home"})


def gave_up(match: Match) -> bool:
    """Whether those who came for somebody went away again, as the clauses behind it tell."""
    verb = match.trigger
    if match.event_type != "detention" or verb.pos_ != "VERB" or verb.lemma_ != "come":
        return False
    return any(_went_off(clause) for clause in children(verb, "conj", "xcomp", "advcl") if clause.i > verb.i)


def _went_off(clause: Token) -> bool:
    if clause.lemma_.lower() not in realis_words("retreating"):
        return False
    words = {word.lower_ for word in children(clause, "prt", "advmod", "prep", "acomp", "oprd")}
    return "without" in words or bool(words & _AWAY) or any("empty" in word.lower_ for word in clause.subtree)
