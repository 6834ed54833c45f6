"""Candidates told by a pronoun with their votes: "she drew two million votes", "he received 40 per cent"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.match import Match
from timeline.frames.roles.slots import prepositions, subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies

_WINNING = frozenset(
    """receive draw win take get obtain poll secure garner score gain attract collect capture claim earn""".split()
)
_VOTES = frozenset({"vote", "ballot", "cent", "percent", "%"})
_GIVING = frozenset({"hand", "give", "leave", "award", "bring"})
_POLLS = frozenset({"election", "vote", "poll", "ballot", "referendum", "run-off", "voter", "result"})
_SEATS = frozenset({"seat", "majority"})
_VOTING = frozenset({"vote", "cast"})
_VOTERS = ("voter", "people", "elector", "electorate", "%", "percent", "cent", "@nationals", "@demonym")
_PRONOUNS = frozenset({"he", "she"})


def voted(match: Match) -> Iterator[Token]:
    """The pronouns whose votes the sentence tells; names with votes are read with their figures."""
    for verb in match.parsed.doc:
        if verb.pos_ == "VERB" and verb.lemma_ in _WINNING and not children(verb, "neg") and _votes(verb):
            yield from (who for who in subject(verb) if who.lower_ in _PRONOUNS)
        if verb.pos_ == "VERB" and verb.lemma_ in _GIVING and any(_is_vote(who) for who in subject(verb)):
            yield from _given(verb)
        if verb.lemma_ in _VOTING and verb.pos_ == "VERB" and any(_is_voter(who) for who in subject(verb)):
            yield from _voted_for(verb)


def _is_voter(who: Token) -> bool:
    counted = (who, *(deep for prep in children(who, "prep") for deep in children(prep, "pobj")))
    return any(satisfies(one, _VOTERS) for one in counted)


def _voted_for(verb: Token) -> Iterator[Token]:
    """ "86 per cent of voters cast their ballots for X": for whom, where that is somebody named."""
    for head in (verb, *children(verb, "dobj")):
        chosen = prepositions(head).get("for", ())
        yield from (who for who in chosen if who.pos_ == "PROPN" and not satisfies(who, ("@state",)))


def _is_vote(who: Token) -> bool:
    return who.lemma_.lower() in _POLLS


def _given(verb: Token) -> Iterator[Token]:
    """ "The vote handed the separatists 70 of the 135 seats": who is given seats, whatever object the parse sees."""
    things = (*children(verb, "dobj"), *children(verb, "dative"))
    seats = any(word.lemma_.lower() in _SEATS for thing in things for word in thing.subtree)
    for who in things if seats else ():
        if (
            who.pos_ in ("NOUN", "PROPN")
            and who.lemma_.lower() not in _SEATS
            and satisfies(who, ("@people", "party", "@name"))
        ):
            yield who


def _votes(verb: Token) -> bool:
    """Whether votes, or a share of them, are what the verb takes."""
    for thing in children(verb, "dobj"):
        behind = prepositions(thing)
        counted = [thing, *behind.get("of", ()), *behind.get("per", ())]
        if any(word.lemma_.lower() in _VOTES for word in counted) and any(word.like_num for word in thing.subtree):
            return True
    return False
