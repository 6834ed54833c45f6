"""What stands behind the prepositions of a verb's own phrases: the jail of "left after a year in jail"."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.frames.roles.slots import Slots, prepositions
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token

_HELD = ("in", "at", "inside", "behind")


def nested_slots(found: Mapping[str, tuple[Token, ...]]) -> Slots:
    """The slots that the prepositions of a verb, already ``found``, hold within."""
    behind = (*found.get("in", ()), *found.get("by", ()), *found.get("after", ()))
    after, out_of = found.get("after", ()), found.get("from", ())
    return {
        "in_of": tuple(  # "ousted in a vote of no confidence": of what
            deep for thing in behind for prep in children(thing, "prep") for deep in children(prep, "pobj")
        ),
        "into_of": (  # "fell into the hands of the police", "into the army's hands": whose
            *within(found.get("into", ()), "of"),
            *(owner for thing in found.get("into", ()) for owner in children(thing, "poss")),
        ),
        "to_of": within(found.get("to", ()), "of"),  # "put an end to the regime of the president": whose
        "left": _left(out_of),
        "behind_as": within(found.get("behind", ()), "as"),
        "to_owner": tuple(owner for thing in found.get("to", ()) for owner in children(thing, "poss")),
        "with_of": within(found.get("with", ()), "of"),
        "after_in": within(after, *_HELD, "of") + _bare(after),
        "from_in": within(out_of, *_HELD) + _bare(out_of),  # "emerged from nine weeks in jail"
    }


def within(nouns: tuple[Token, ...], *names: str) -> tuple[Token, ...]:
    """What stands behind a preposition of these nouns: the jail of "after a year in jail"."""
    return tuple(deep for noun in nouns for name in names for deep in prepositions(noun).get(name, ()))


def _left(acts: tuple[Token, ...]) -> tuple[Token, ...]:
    """What somebody is kept from leaving: "barred her from leaving the house"."""
    leaving = (clause for clause in acts if clause.lemma_ in ("leave", "quit"))
    return tuple(thing for act in leaving for thing in children(act, "dobj"))


def _bare(prepositions: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands behind a preposition that follows another: the bars of "after 400 days behind bars"."""
    return tuple(noun for prep in prepositions if prep.pos_ == "ADP" for noun in children(prep, "pobj"))
