"""What cannot take the part it stands in: a sash takes no oath, a second act arrests nobody."""

from __future__ import annotations

from dataclasses import replace

from timeline.frames.match import Match
from timeline.frames.roles.slots import agents, surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import is_plainly, satisfies
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers.places import find_place
from timeline.models import Role

_ACTING = ("detention", "release", "inauguration", "coup", "recognition")  # types whose actors are people or bodies
_DOERS = tuple(
    """@people @crowd @throng @force @authority @polity @squad @institution winner claimant junta @intruder
    @hacker @captive @ruler cop fed copper escort mate empire captor""".split()
)
RANKED = frozenset({"first", "second", "third", "fourth", "next", "last"})  # "did a third": of what was told before
_ATTACKS = frozenset({"attack", "assault", "cyberattack", "breach", "intrusion", "hack", "strike", "raid", "incident"})
_COLLECTIVE = ("ship", "hood", "cy", "ry", "racy", "archy")  # "the leadership", "the judiciary", "the gentry"


def fitting(match: Match) -> Match:
    """The match without what cannot act as its type asks, or with whoever steers it in its place."""
    if match.event_type == "cyberattack":
        return _without_attacks(match)
    if match.event_type not in _ACTING:
        return match
    slots: list[tuple[Role, Token]] = []
    for role, token in match.slots:
        if role != "actor" or _can_act(token):
            slots.append((role, token))
        else:
            slots.extend((role, who) for who in _steering(token))
    return match if tuple(slots) == match.slots else replace(match, slots=tuple(slots))


def _without_attacks(match: Match) -> Match:
    """ "Carried out the assault, which wiped servers": whoever carried it out did that, and not the assault."""
    if not any(role == "actor" and token.lemma_.lower() in _ATTACKS for role, token in match.slots):
        return match
    slots: list[tuple[Role, Token]] = []
    for role, token in match.slots:
        if role != "actor" or token.lemma_.lower() not in _ATTACKS:
            slots.append((role, token))
        elif token.dep_ == "dobj":
            slots.extend((role, who) for who in surface_subject(token.head))
    return replace(match, slots=tuple(slots))


def _can_act(token: Token) -> bool:
    """Whether a noun can be somebody who acts: a name, a pronoun, people, a body."""
    if token.lower_ in RANKED:
        return False  # "their second was to arrest her": of the acts told before
    if token.pos_ not in ("NOUN", "ADJ"):
        return True
    if role_word(token.lower_) or token.lower_ in name_words().organisations | noun_words().owned:
        return True  # the owner of "websites" is asked for later
    if token.i > 1 and token.nbor(-1).text == "-":
        return True  # "the runner-up", cut in parts
    if token.text[:1].isupper() and (token.i or find_place(token.text) is not None):
        return True  # a name that the parser takes for a common noun
    if token.lower_.endswith(_COLLECTIVE) or satisfies(token, _DOERS):
        return True
    return any(is_plainly(token, (name,)) for name in _DOERS)


def _steering(thing: Token) -> tuple[Token, ...]:
    """Whose a thing is, or who steers it: "their second act was to arrest", "by court order", "cars led by her"."""
    owners = tuple(who for who in children(thing, "poss", "compound") if _can_act(who))
    return owners or tuple(who for clause in children(thing, "acl") for who in agents(clause) if _can_act(who))
