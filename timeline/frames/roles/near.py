"""The slot ``near``: the words around a trigger, however they were parsed."""

from __future__ import annotations

from timeline.frames.syntax.tokens import Token

_REACH = 11  # words to either side


def near(trigger: Token) -> tuple[Token, ...]:
    """The words around a trigger, up to a semicolon: what a frame may ask where a long phrase tears a parse apart."""
    first, last = max(0, trigger.i - _REACH), min(len(trigger.doc), trigger.i + _REACH + 1)
    marks = [token.i for token in trigger.doc[first:last] if token.text == ";"]
    first = max((mark for mark in marks if mark < trigger.i), default=first)
    last = min((mark for mark in marks if mark > trigger.i), default=last)
    return tuple(token for token in trigger.doc[first:last] if token != trigger and token.pos_ != "PUNCT")
