"""One step of the walk from a trigger up through what governs it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.frames.realis.effects import Effect
from timeline.frames.syntax.tokens import Token


@dataclass(frozen=True, slots=True)
class Step:
    """Where the walk goes next, if it goes on, and what the step does to the event."""

    next: Token | None = None
    effects: tuple[Effect, ...] = ()
    granted: bool = False
    asserted: bool = False
    loose: bool = False  # what is negated is not the event: "arrests did not stop them", "did not join the march"


GRANTED = Step(granted=True)
END = Step()
