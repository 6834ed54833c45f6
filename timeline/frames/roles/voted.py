"""Candidates told by a pronoun with their votes: "she drew two million votes", "he received 40 per cent"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.match import Match
from timeline.frames.roles.slots import prepositions, subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token

_WINNING = frozenset(
    """receive draw win take get obtain poll secure garner score gain attract collect capture claim earn""".split()
)
_VOTES = frozenset({"vote", "ballot", "cent", "percent", "%"})
_PRONOUNS = frozenset({"he", "she"})


def voted(match: Match) -> Iterator[Token]:
    """The pronouns whose votes the sentence tells; names with votes are read with their figures."""
    for verb in match.parsed.doc:
        if verb.pos_ == "VERB" and verb.lemma_ in _WINNING and not children(verb, "neg") and _votes(verb):
            yield from (who for who in subject(verb) if who.lower_ in _PRONOUNS)


def _votes(verb: Token) -> bool:
    """Whether votes, or a share of them, are what the verb takes."""
    for thing in children(verb, "dobj"):
        behind = prepositions(thing)
        counted = [thing, *behind.get("of", ()), *behind.get("per", ())]
        if any(word.lemma_.lower() in _VOTES for word in counted) and any(word.like_num for word in thing.subtree):
            return True
    return False
