"""Those of a group whom the rest of its sentence names: "31 people were picked up in May, among them two nurses"."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.naming.names import Cast
from timeline.frames.roles.stand_ins import partitive
from timeline.frames.syntax.lists import spelled
from timeline.frames.syntax.phrases import Item
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.noun_words import noun_words

_OF_PEOPLE = ("detention", "release", "sanction", "diplomacy")
_NAMED = 9  # words of a phrase in front of "among them"
_BOUNDS = frozenset({"about", "around", "some", "nearly", "almost", "roughly", "at", "least", "more", "than", "over"})
_PARTS = frozenset({"many", "most", "some", "several", "all", "both", "half", "one", "mainly", "mostly"})


def singled_out(match: Match, group: Token, cast: Cast) -> tuple[Item, ...]:
    """Whom "including", "among them" or "many of them" tells of a group of people, later in its sentence.

    Only people are told so, and only of the last group named before: of "in raids on two shops, including one in Riga"
    nobody.
    """
    if match.event_type not in _OF_PEOPLE or not _is_group(group):
        return ()
    doc = match.parsed.doc
    for at in range(group.i + 1, len(doc)):
        start = _past_bound(doc[at], _behind_marker(doc[at]) or _before_marker(doc[at]))
        if start and _is_nearest(group, at):
            named = (partitive(match.parsed, entry, cast) for entry in spelled(match.parsed, start, cast))
            return tuple(entry for entry in named if _is_somebody(entry, cast))
    return ()


def _past_bound(token: Token, start: int) -> int:
    """Past the words that bound a number: "among them around 100 nurses"."""
    while start and start + 1 < len(token.doc) and token.doc[start].lower_ in _BOUNDS:
        start += 1
    return start


def _is_group(token: Token) -> bool:
    counted = token.tag_ == "CD" or token.lemma_.lower() in noun_words().partitives
    return counted or (token.tag_ in ("NNS", "NNPS") and satisfies(token, ("@people", "@nationals")))


def _behind_marker(token: Token) -> int:
    """Where those begin whom a marker behind a comma tells of; 0 if there is no marker."""
    doc, at = token.doc, token.i
    words = [word.lower_ for word in doc[at : at + 3]]
    if doc[at - 1].text not in (",", "–", "—", "("):
        return 0
    if words[:1] == ["including"] or words[:2] == ["among", "them"]:
        behind = at + (1 if words[0] == "including" else 2)
        return behind if behind < len(doc) else 0
    of_them = next((word.i for word in doc[at : at + 5] if word.lower_ == "of"), 0)
    parts = all(word.tag_ in ("CD", "JJR", "IN", "JJ", "RB", "DT") for word in doc[at:of_them]) if of_them else False
    named = [word.lower_ for word in doc[of_them : of_them + 2]] in (["of", "them"], ["of", "whom"])
    numbered = any(word.tag_ == "CD" or word.lower_ in _PARTS for word in doc[at:of_them])
    return of_them + 2 if parts and named and numbered and of_them + 2 < len(doc) else 0


def _before_marker(token: Token) -> int:
    """Where those begin whom "Ada Lund among them" tells of, behind a comma; 0 if the word opens no such phrase."""
    doc, at = token.doc, token.i
    if doc[at - 1].text not in (",", "–", "—", "(") or token.tag_ not in ("DT", "CD", "NNP", "NN", "JJ", "NNS"):
        return 0
    for end in range(at + 1, min(len(doc) - 1, at + _NAMED)):
        if [word.lower_ for word in doc[end : end + 2]] == ["among", "them"]:
            return at
        if doc[end].pos_ in ("VERB", "AUX") or doc[end].text in (",", ";", ":"):
            return 0
    return 0


def _is_nearest(group: Token, at: int) -> bool:
    """Whether no other group of people stands between, but for those that belong to the group itself."""
    between = (token for token in group.doc[group.i + 1 : at] if token.tag_ == "NNS")
    return not any(satisfies(token, ("@people",)) and group not in token.ancestors for token in between)


def _is_somebody(entry: Item, cast: Cast) -> bool:
    if entry.naming is not None:
        return entry.naming.kind in ("person", "thing") and cast.resolve(entry.naming.name) is not None
    return satisfies(entry.head, ("@people",)) and entry.head.tag_ != "CD"
