"""Whom a verb of naming names, and what: "declared Ada Lund the winner", which the parse reads in three wrong ways."""

from __future__ import annotations

from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token

_LABELS = frozenset({"winner", "victor", "elect", "president", "premier", "chancellor", "minister"})


def labelled(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Who is named, and the label; both empty where the parse shows no such pair.

    Two objects side by side, a label in apposition to the name, or a name taken for the first part of the label.
    """
    things = children(verb, "dobj", "oprd")
    if not things or things[-1].i < verb.i:
        return (), ()
    first, last = things[0], things[-1]
    if len(things) > 1 and first.pos_ == "PROPN" and last.lemma_.lower() in _LABELS:
        return (first,), (last,)
    beside = tuple(word for word in children(first, "appos") if word.lemma_.lower() in _LABELS)
    if first.pos_ == "PROPN" and beside and beside[0].left_edge.i == first.i + 1:
        return (first,), beside[:1]
    names = [word for word in children(first, "compound") if word.pos_ == "PROPN" and word.text[:1].isupper()]
    if first.lemma_.lower() in _LABELS and first.text.islower() and names:
        return (names[-1],), (first,)
    return (), ()
