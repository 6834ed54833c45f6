"""What stands behind the prepositions of a verb's own phrases: the jail of "left after a year in jail"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.frames.roles.slots import Slots, Tokens, prepositions
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token

_HELD = ("in", "at", "inside", "behind")


def within(nouns: Tokens, *names: str) -> Tokens:
    """What stands behind a preposition of these nouns: the jail of "after a year in jail"."""
    return tuple(deep for noun in nouns for name in names for deep in prepositions(noun).get(name, ()))


def below(things: Tokens, *labels: str) -> Tokens:
    """What hangs on these words with one of some labels."""
    return tuple([word for thing in things for word in children(thing, *labels)])


def owners(things: Tokens) -> Tokens:
    """Whose these things are: the army of "the army's hands"."""
    return below(things, "poss")


def _left(acts: Tokens) -> Tokens:
    """What somebody is kept from leaving: "barred her from leaving the house"."""
    return below(tuple(clause for clause in acts if clause.lemma_ in ("leave", "quit")), "dobj")


def _bare(prepositions: Tokens) -> Tokens:
    """What stands behind a preposition that follows another: the bars of "after 400 days behind bars"."""
    return below(tuple(prep for prep in prepositions if prep.pos_ == "ADP"), "pobj")


NESTED: Mapping[str, Callable[[Token, Slots], Tokens]] = {
    "left": lambda _, found: _left(found["from"]),
    "in_of": lambda _, found: below(  # "ousted in a vote of no confidence": of what
        below(found["in"] + found["by"] + found["after"], "prep"), "pobj"
    ),
    "into_of": lambda _, found: (  # "fell into the hands of the police", "into the army's hands": whose
        within(found["into"], "of") + owners(found["into"])
    ),
    "on_of": lambda _, found: within(found["on"], "of"),  # "was put on a list of officials": of whom
    "on_modifier": lambda _, found: below(found["on"], "amod", "compound", "nmod", "poss"),
    "to_of": lambda _, found: within(found["to"], "of"),  # "put an end to the regime of the president": whose
    "to_owner": lambda _, found: owners(found["to"]),
    "with_of": lambda _, found: within(found["with"], "of"),
    "behind_as": lambda _, found: within(found["behind"], "as"),
    "after_in": lambda _, found: within(found["after"], *_HELD, "of") + _bare(found["after"]),
    "from_in": lambda _, found: (  # "emerged from nine weeks in jail"
        within(found["from"], *_HELD) + _bare(found["from"])
    ),
}
"""Slot -> what fills it, of a verb whose prepositions are known."""
