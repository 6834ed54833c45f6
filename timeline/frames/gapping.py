"""One verb for two acts, each with its day: "expelled the envoy in May and two attachés in June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.name_words import name_words

_TYPES = ("diplomacy", "sanction", "recognition", "detention", "release")
_UNITS = frozenset({"day", "week", "month", "year", "hour"})
_AWAY = frozenset({"later", "earlier", "after", "before", "ago", "last", "next", "same", "following"})


def gapped(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches, and for each that is told of two with a day each, one more: of the second, without the verb.

    The first keeps what stands before its own day.
    """
    found: list[Match] = []
    for match in matches:
        rest = _second(match) if match.event_type in _TYPES and _is_told(match.trigger) else None
        taken = {token for other in matches for token in other.words}
        if rest is None or rest[1] in taken:
            found.append(match)
            continue
        first, second = rest
        found.append(_of(match, {second: first}))
        found.append(replace(_of(match, {first: second}), trigger=second, words=(second,)))
    return tuple(found)


def _of(match: Match, instead: dict[Token, Token]) -> Match:
    """A match with others in place of some of its fillers, once each."""
    slots = dict.fromkeys((role, instead.get(token, token)) for role, token in match.slots)
    return replace(match, slots=tuple(slots))


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what was done: a past tense that nothing denies."""
    return verb.tag_ == "VBD" and not children(verb, "neg", "aux")


def _second(match: Match) -> tuple[Token, Token] | None:
    """The first object, or what stands behind the first preposition, and the second of the same kind, with days."""
    verb = match.trigger
    for first in children(verb, "dobj"):
        for second in (*children(first, "conj"), *children(verb, "conj")):
            if second.pos_ in ("NOUN", "PROPN") and _apart(first, second, second.left_edge):
                return first, second
    heads = (verb, *children(verb, "dobj"))
    preps = [prep for head in heads for prep in children(head, "prep")]
    for other in sorted({late for prep in preps for late in _coordinated(prep)}, key=lambda token: token.i):
        pairs = ((one, two) for prep in preps if prep.lower_ == other.lower_ for one, two in _objects(prep, other))
        for first, second in pairs:
            if _apart(first, second, other):
                return first, second
    return None


def _coordinated(prep: Token) -> Iterator[Token]:
    return (other for other in children(prep, "conj") if other.tag_ == "IN")


def _objects(prep: Token, other: Token) -> Iterator[tuple[Token, Token]]:
    for first in children(prep, "pobj"):
        for second in children(other, "pobj"):
            if first.pos_ in ("NOUN", "PROPN") and second.pos_ in ("NOUN", "PROPN") and not _is_day(second):
                yield first, second


def _apart(first: Token, second: Token, opening: Token) -> bool:
    """Whether a day stands between the two, and another one right behind the second, with no verb in its way."""
    doc = first.doc
    behind: list[Token] = []
    for token in doc[second.i + 1 :]:
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", "—", "–"):
            break
        behind.append(token)
    return _dated(doc[first.i + 1 : opening.i]) and _dated(behind)


def _dated(tokens: Sequence[Token]) -> bool:
    units = any(token.lemma_.lower() in _UNITS for token in tokens)
    away = any(token.lower_ in _AWAY for token in tokens)
    return (units and away) or any(_is_day(token) for token in tokens)


def _is_day(token: Token) -> bool:
    year = token.tag_ == "CD" and token.text.isdigit() and len(token.text) == 4
    return year or token.lower_ in name_words().calendar or token.lower_ in name_words().months
