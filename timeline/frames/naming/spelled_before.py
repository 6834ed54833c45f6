"""The list of states that "these countries", "the seven states" or "both" point back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.frames.naming.names import Cast
from timeline.frames.syntax.lists import examples, listed
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.phrases import Item, item
from timeline.gazetteers import places

Found = tuple[tuple[Parsed, Item], ...]
STATES = frozenset({"country", "state", "nation", "government", "capital", "neighbour", "neighbor", "power", "member"})
"""Lemmas of nouns that may stand for a state or its government."""
_POINTING = frozenset({"these", "those", "both", "all"})
_LIST_REACH = 4  # parsed sentences back to the list that "these countries" are


def spelled_earlier(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> Found:
    """The list that "these countries", "the seven states", "both" refer to: the nearest one before."""
    head = entry.head
    words = {token.lower_ for token in entry.tokens}
    counted = any(token.tag_ == "CD" for token in entry.tokens) and entry.tokens[0].lower_ == "the"
    pointing = words & _POINTING or counted
    if not pointing or (head.lemma_.lower() not in STATES and head.lower_ not in ("both", "these", "those")):
        return ()
    for source in (parsed, *reversed(before[-_LIST_REACH:])):
        until = entry.first if source is parsed else len(source.doc)
        lists = list(_country_lists(source, until, cast))
        if lists:
            return tuple((source, inner) for inner in lists[-1])
    return _two(parsed, entry, cast, before) if "both" in words else ()


def _two(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> Found:
    """The two states that the text has named last, for "both governments"."""
    found: dict[str, tuple[Parsed, Item]] = {}
    for source in (*before[-2:], parsed):
        for token in source.doc[: entry.first if source is parsed else len(source.doc)]:
            inner = item(source, token, cast) if token.pos_ == "PROPN" else None
            if inner is not None and inner.naming is not None and _state(inner):
                found.setdefault(places.country_of(inner.naming.name), (source, inner))
    return tuple(found.values()) if len(found) == 2 else ()


def _country_lists(parsed: Parsed, until: int, cast: Cast) -> Iterator[tuple[Item, ...]]:
    """The lists of at least two countries before a token."""
    last = -1
    for token in parsed.doc[:until]:
        if token.i <= last or token.pos_ not in ("PROPN", "NOUN"):
            continue
        spelled = examples(parsed, token, cast)[0] if token.tag_ == "NNS" else ()
        entries = spelled or listed(parsed, token, cast)
        states = tuple(entry for entry in entries if entry.naming is not None and _state(entry))
        if len(states) > 1 and states[-1].last < until:
            last = states[-1].last
            yield states


def _state(entry: Item) -> bool:
    place = places.find_place(entry.naming.name) if entry.naming is not None else None
    return place is not None and place.kind in ("country", "capital", "metonym")
