"""Falls that are no coups: whom "the street" or its protests topple, no soldiers removed."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.roles.driven_out import removes
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import agents
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words

_LIKEWISE = frozenset({"likewise", "similarly"})


def by_street(match: Match) -> bool:
    """Whether a fall is the street's doing: "protests toppled her", "was driven out the same way" behind such a one."""
    verb = match.trigger
    if match.event_type != "coup" or verb.pos_ != "VERB":
        return False
    if _is_street(_doers(verb)):
        return True
    if not _in_the_same_way(verb):
        return False
    before = (word for word in verb.doc[: verb.i] if word.pos_ == "VERB" and removes(word))
    return any(_is_street(_doers(word)) for word in before)


def _doers(verb: Token) -> tuple[Token, ...]:
    return agents(verb) if is_passive(verb) else children(verb, "nsubj")


def _is_street(who: tuple[Token, ...]) -> bool:
    return bool(who) and all(token.lemma_.lower() in role_words("street") for token in who)


def _in_the_same_way(verb: Token) -> bool:
    same = (word.lower_ for noun in children(verb, "npadvmod", "prep") for word in noun.subtree)
    return "same" in set(same) or any(word.lower_ in _LIKEWISE for word in children(verb, "advmod"))
