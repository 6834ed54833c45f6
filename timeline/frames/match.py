"""What a frame found in a sentence: the trigger and the syntactic fillers of its roles."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Token
from timeline.models import Role, Status


@dataclass(frozen=True)
class Match:
    """A frame's match, before anyone asked who says so, whether it happened, and what the fillers are called.

    ``slots`` holds the head token of each filler; lists ("A, B and C", "several states, including A and B")
    are not expanded yet: the head alone stands for the phrase.
    """

    parsed: Parsed
    event_type: str
    rule: str  # "detention:arrest"
    trigger: Token  # syntactic head of the trigger
    words: tuple[Token, ...]  # all tokens of the trigger, in order, the head among them
    slots: tuple[tuple[Role, Token], ...] = ()
    mode: str = ""
    form: str = ""
    status: Status | None = None  # what the frame itself decides: "attempted" for "tried to overthrow"

    def fillers(self, role: Role) -> tuple[Token, ...]:
        """The head tokens that fill a role, in order."""
        return tuple([token for name, token in self.slots if name == role])
