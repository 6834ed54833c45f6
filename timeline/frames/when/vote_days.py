"""The day of the vote whose result a sentence tells: "on Tuesday the board declared her winner of Sunday's vote"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import dated_noun, head_of
from timeline.frames.when.elsewhere import VOTES, measures_against
from timeline.frames.when.expressions import Expression, standing
from timeline.frames.when.when import Link

_DECLARING = frozenset(
    """declare announce proclaim certify confirm credit award give show name pronounce publish release put
    validate""".split()
)
_ANSWERING = frozenset(  # what is done about a vote that is over
    """accept acknowledge annul applaud challenge concede condemn congratulate contest criticise criticize decry
    denounce dismiss dispute endorse hail invalidate nullify overturn praise question quash recognise recognize
    reject uphold welcome""".split()
)
_CLIMB = 6  # nouns and prepositions between a vote and what is done about it
_ASIDES = ("relcl", "acl", "advcl")


def vote_day(parsed: Parsed, trigger: Token, expressions: Sequence[Expression], found: Link | None) -> Link | None:
    """The link of a result to the day of its vote, where the sentence names that; else the one ``found``.

    A day of the trigger's own stands, unless it is that of a declaration.
    """
    own = _told_of(parsed, trigger, expressions)
    if own is not None:
        return own
    if trigger.lemma_.lower() in VOTES or (found is not None and found.of_noun):
        return found
    if found is not None and trigger.lemma_.lower() not in _DECLARING:
        return found
    sentence = parsed.sentence.span
    named = {
        index for index in standing(expressions, sentence.start, sentence.end) if expressions[index].type == "DATE"
    }
    days = [index for index in sorted(named) if _is_of_vote(parsed, expressions[index], trigger)]
    return Link(days[0], 0, of_noun=True) if len(days) == 1 else found


def _told_of(parsed: Parsed, trigger: Token, expressions: Sequence[Expression]) -> Link | None:
    """The day before the vote that a relative clause tells of: "the 1990 vote, which her party won"."""
    vote = trigger.head
    if trigger.dep_ != "relcl" or vote.lemma_.lower() not in VOTES:
        return None
    start, end = parsed.offset(vote.left_edge), parsed.offset(vote)
    named = [index for index in standing(expressions, start, end) if expressions[index].type == "DATE"]
    return Link(named[0], 0, of_noun=True) if len(named) == 1 else None


def _is_of_vote(parsed: Parsed, expression: Expression, trigger: Token) -> bool:
    """Whether an expression is the day of a vote, told outside every aside that the trigger is not in."""
    token = head_of(parsed, expression.span)
    noun = dated_noun(token) if token is not None else None
    if token is None or noun is None or noun.lemma_.lower() not in VOTES or measures_against(token, trigger):
        return False
    asides = (clause for clause in noun.ancestors if clause.dep_ in _ASIDES)
    return all(clause == trigger or clause in trigger.ancestors for clause in asides)


def answered_vote(trigger: Token) -> Token | None:
    """The verb that tells what was done about a vote: "on Monday rejected the results of the election"; else None."""
    token = trigger
    for _ in range(_CLIMB):
        if token.pos_ not in ("NOUN", "PROPN") or token.head == token:
            return None
        if token.head.pos_ == "VERB":
            return token.head if token.dep_ in ("dobj", "nsubjpass") and _answers(token.head) else None
        above = token.head
        if token.dep_ == "pobj" and above.head.pos_ == "VERB":
            return above.head if above.lower_ in ("in", "on", "over", "after") and _answers(above.head) else None
        token = above.head if token.dep_ == "pobj" else above
    return None


def _answers(verb: Token) -> bool:
    return verb.lemma_.lower() in _ANSWERING
