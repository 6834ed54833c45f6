"""Who is meant by those who speak for them: the states of "the leaders of A and B", the president of "his rule"."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.naming.names import Cast
from timeline.frames.roles.slots import prepositions
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import role_word
from timeline.models import Role

_BY_STATES = ("recognition", "diplomacy", "sanction")
_LEADERS = frozenset({"leader", "government", "president", "minister", "head", "ruler", "authority", "capital"})
_SEATS = frozenset(
    {"house", "home", "residence", "villa", "mansion", "palace", "compound", "office", "motorcade", "convoy"}
)
_RULE = frozenset({"government", "authority", "presidency", "administration", "leadership", "rule", "legitimacy"})


def represented(parsed: Parsed, match: Match, role: Role, token: Token, cast: Cast) -> Token:
    """The head of whoever is meant: the states of several leaders, the holder of a rule; else the token itself."""
    if match.event_type in _BY_STATES and token.tag_ == "NNS" and token.lemma_.lower() in _LEADERS:
        for land in prepositions(token).get("of", ()):
            if land.pos_ == "PROPN" and satisfies(land, ("@state",)) and children(land, "conj"):
                return land
    if match.event_type == "protest" and role == "target" and token.lemma_.lower() in _SEATS:
        return next((who for who in children(token, "poss") if _rules(parsed, who, cast)), token)
    if match.event_type == "recognition" and role == "target" and token.lemma_.lower() in _RULE:
        return next((who for who in children(token, "poss") if _rules(parsed, who, cast)), token)
    return token


def _rules(parsed: Parsed, who: Token, cast: Cast) -> bool:
    """Whether an owner is a person: "his", "the general's", a name of the article's cast."""
    if who.tag_ == "PRP$":
        return who.lower_ in ("his", "her")
    naming = cast.at(parsed.offset(who)) if who.pos_ == "PROPN" else None
    return bool(role_word(who.lower_)) or (naming is not None and cast.resolve(naming.name) is not None)
