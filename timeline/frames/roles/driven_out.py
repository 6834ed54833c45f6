"""Whom a protest drove from office, and whose house it came to: it was against them, though nobody says so."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.match import Match
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import objects, surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import satisfies

_BY = frozenset({"after", "amid", "following", "by", "when", "as", "in", "over", "under"})
_DEPTH = 5  # governors climbed at most from a protest to the fall that it brought about


def driven_out(match: Match) -> Iterator[Token]:
    """Who fell through a protest: "protests toppled her", "was driven from office after thousands came out"."""
    for verb in _above(match.trigger):
        if removes(verb):
            yield from (who for who in objects(verb) if satisfies(who, ("@people", "government", "@ruler")))
            return
        if _leaves(verb):
            yield from (who for who in surface_subject(verb) if satisfies(who, ("@people", "government", "@ruler")))
            return


def _above(trigger: Token) -> Iterator[Token]:
    """The verbs that tell what a protest did: whose subject it is, or to which it is the occasion."""
    token, known = trigger, False
    for _ in range(_DEPTH):
        head = token.head
        if head == token:
            return
        subject = token.dep_ == "nsubj" and not known
        agent = token.dep_ == "agent" or token.lower_ in _BY
        clause = token.dep_ == "advcl" and any(word.lower_ in _BY for word in children(token, "mark", "advmod"))
        known = known or subject or agent or clause
        if head.pos_ in ("VERB", "AUX") and known:
            if subject or is_passive(head) or _leaves(head):
                yield head
            if head.dep_ not in ("conj", "xcomp"):
                return
        token = head


def _leaves(verb: Token) -> bool:
    """ "Fell after weeks of protests", "resigned amid protests", "stepped down": it was against whoever went."""
    lemma = verb.lemma_.lower()
    down = any(word.lower_ in ("down", "aside") for word in children(verb, "prt", "advmod"))
    if is_passive(verb) or children(verb, "neg", "dobj"):
        return False
    return lemma in ("fall", "resign", "quit") or (lemma in ("step", "stand") and down)


def removes(verb: Token) -> bool:
    """Whether a verb tells that somebody lost office: "toppled", "drove out", "swept from power", "forced to quit"."""
    lemma = verb.lemma_.lower()
    if lemma in role_words("toppling"):
        return True
    if lemma not in role_words("pushing"):
        return False
    whence = [noun.lemma_.lower() for prep in children(verb, "prep") for noun in children(prep, "pobj")]
    out = any(word.lower_ in ("out", "down", "away") for word in children(verb, "prt", "advmod", "prep"))
    quits = any(clause.lemma_.lower() in role_words("quitting") for clause in children(verb, "xcomp", "ccomp"))
    return out or quits or any(noun in ("office", "power") for noun in whence)
