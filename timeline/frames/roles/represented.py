"""Who is meant by those who speak for them: the states of "the leaders of A and B", the president of "his rule"."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.naming.names import Cast
from timeline.frames.roles.slots import prepositions, surface_subject
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import role_word
from timeline.models import Role

_BY_STATES = ("recognition", "diplomacy", "sanction")
_LEADERS = frozenset({"leader", "government", "president", "minister", "head", "ruler", "authority", "capital"})
_PEOPLE = frozenset({"he", "she", "who"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves"})
_LOOT = frozenset(  # what is stolen, of those from whom it is
    """dollar euro pound yen won bitcoin ether cryptocurrency crypto coin token money cash fund sum amount million datum
    data file document information record credential password gigabyte terabyte secret blueprint""".split()
)
_GOODS = frozenset(
    """arm weapon good export import oil gas fuel grain food chip technology equipment part supply product
    service""".split()
)
_SEATS = frozenset(
    {"house", "home", "residence", "villa", "mansion", "palace", "compound", "office", "motorcade", "convoy"}
)
_RULE = frozenset({"government", "authority", "presidency", "administration", "leadership", "rule", "legitimacy"})


def represented(parsed: Parsed, match: Match, role: Role, token: Token, cast: Cast) -> Token:
    """The head of whoever is meant: the states of several leaders, the holder of a rule; else the token itself."""
    if token.lower_ in _REFLEXIVE and match.trigger.pos_ == "VERB":
        return next(iter(surface_subject(match.trigger)), token)  # "turned herself in"
    if (who := _said_to_be(parsed, match, token, cast)) is not None:
        return who
    if match.event_type == "cyberattack" and role == "target" and token.lemma_.lower() in _LOOT:
        hosts = (token.head, token, *children(token, "acl"))
        return next((who for host in hosts for who in prepositions(host).get("from", ())), token)
    if match.event_type == "sanction" and role == "target" and token.lemma_.lower() in _GOODS:
        hosts = (token, token.head, token.head.head, token.head.head.head)  # "a ban on weapons to Chad"
        to = (who for host in hosts for who in prepositions(host).get("to", ()))
        return next((who for who in to if satisfies(who, ("@state",))), token)
    if match.event_type in _BY_STATES and token.tag_ == "NNS" and token.lemma_.lower() in _LEADERS:
        for land in prepositions(token).get("of", ()):
            if land.pos_ == "PROPN" and satisfies(land, ("@state",)) and children(land, "conj"):
                return land
    if match.event_type == "protest" and role == "target" and token.lemma_.lower() in _SEATS:
        return next((who for who in children(token, "poss") if _rules(parsed, who, cast)), token)
    if match.event_type == "recognition" and role == "target" and token.lemma_.lower() in _RULE:
        return next((who for who in children(token, "poss") if _rules(parsed, who, cast)), token)
    return token


def _said_to_be(parsed: Parsed, match: Match, token: Token, cast: Cast) -> Token | None:
    """Ada Lund of "Ada Lund became the first woman to be sworn in", "she was one of the few lawyers who were held"."""
    counted = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    told_of = counted if counted.lower_ in ("one", "first", "last") else token
    told = any(clause in (match.trigger, *match.trigger.ancestors) for clause in children(token, "relcl", "acl"))
    if not told or told_of.dep_ != "attr" or told_of.head.lemma_ not in ("become", "be", "remain"):
        return None
    subjects = children(told_of.head, "nsubj")
    return next((who for who in subjects if who.lower_ in _PEOPLE or cast.at(parsed.offset(who)) is not None), None)


def _rules(parsed: Parsed, who: Token, cast: Cast) -> bool:
    """Whether an owner is a person: "his", "the general's", a name of the article's cast."""
    if who.tag_ == "PRP$":
        return who.lower_ in ("his", "her")
    naming = cast.at(parsed.offset(who)) if who.pos_ == "PROPN" else None
    return bool(role_word(who.lower_)) or (naming is not None and cast.resolve(naming.name) is not None)
