"""Days that hang together with a trigger by more than the parse of their clause: gaps, asides, second clauses."""

from __future__ import annotations

from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import clause_around, clause_of, stem
from timeline.frames.words.name_words import name_words

_MAKING = frozenset(
    """impose hold stage launch mount organise organize call schedule plan set start begin occur happen erupt announce
    declare introduce conduct convene topple overthrow oust depose""".split()
)
_CALLING = frozenset("call appeal announce propose urge demand order set schedule plan promise".split())
_BRINGING = frozenset("spark trigger cause prompt provoke lead draw bring follow set ignite unleash".split())
"""Verbs of what comes of an event, on its day or later."""
_DAYS = frozenset(
    """today yesterday tonight morning afternoon evening night dawn daybreak noon midday dusk nightfall
    midnight""".split()
)
_DAY_NOUNS = ("day", "night", "morning", "evening", "afternoon", "weekend", "month", "year")
_CLAUSE = ("VERB", "AUX")


def is_brought_about(token: Token, trigger: Token) -> bool:
    """Whether an expression tells when the event of a noun was made: "the ban that it imposed last May"."""
    verb = clause_of(token)
    if verb is None or trigger.pos_ != "NOUN" or verb.dep_ not in ("relcl", "acl"):
        return False
    if verb.lemma_ not in _MAKING and not _is_means(verb) and not _is_its_course(verb):
        return False
    noun = verb.head
    while noun not in (trigger, noun.head) and noun.head.pos_ not in _CLAUSE:  # "a march on the court planned for May"
        noun = noun.head
    return noun == trigger


def is_of_the_call(token: Token, trigger: Token) -> bool:
    """Whether a day rather tells when something was called for: "called on Friday for a march at the weekend"."""
    verb = clause_of(token)
    called = trigger.dep_ == "dobj" or (trigger.dep_ == "pobj" and trigger.head.lower_ == "for")
    return called and verb is not None and verb.lemma_ in _CALLING and verb.i < token.i < trigger.i


def _is_its_course(clause: Token) -> bool:
    """Whether a relative clause tells what the noun itself did: "the attack that has crippled banks since Friday"."""
    subject = next((word for word in clause.children if word.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.lower_ == "that" and clause.lemma_ not in _BRINGING


def _is_means(clause: Token) -> bool:
    """Whether a relative clause tells what was done by its noun: "the blockade with which they cut the city off"."""
    preps = (prep for prep in clause.children if prep.dep_ == "prep" and prep.lower_ in ("with", "by", "through"))
    return clause.dep_ == "relcl" and any(what.lower_ == "which" for prep in preps for what in prep.children)


def tells_when(token: Token, trigger: Token) -> bool:
    """Whether the clause of a trigger says what a day saw: "since May 3, when it was banned", "3 May, the day it fell".

    Nothing but the rest of the date stands between the two.
    """
    clause = clause_around(trigger)
    if clause.dep_ not in ("relcl", "advcl"):
        return False
    opening = next((child for child in clause.children if child.lower_ == "when" and child.dep_ == "advmod"), None)
    if opening is None and clause.dep_ == "relcl" and clause.head.lower_ in _DAY_NOUNS:
        opening = clause.head
    if opening is None or opening.i <= token.i:
        return False
    return all(word.is_punct or word.like_num or word.dep_ == "det" for word in token.doc[token.i + 1 : opening.i])


def opens_conjunct(token: Token, governor: Token, clause: Token) -> bool:
    """Whether a day opens the second clause of two, though the parse gave it to the first: "..., and on 4 July she"."""
    joins = (word for word in governor.children if word.dep_ == "cc" and governor.i < word.i < clause.i)
    opening = stem(token)
    opening = opening.head if opening.dep_ == "pobj" else opening
    return any(word.i + 1 == opening.left_edge.i and token.i < clause.i for word in joins)


def is_of_participle(token: Token, governor: Token, trigger: Token) -> bool:
    """Whether a day stands right behind a participle and tells of nothing else: "restored ties severed in 1961"."""
    told = token.head if token.dep_ == "pobj" else token
    behind = told.head == governor and told.i == governor.i + 1 and told.lower_ in ("in", "on")
    known = governor.dep_ == "acl" and governor.tag_ == "VBN" and governor.head != trigger
    return known and behind and governor not in (trigger, *trigger.ancestors)


def is_done_then(token: Token, governor: Token, clause: Token) -> bool:
    """Whether the act a later clause leads to has a day of its own: "... in May, and two were told to go in June"."""
    later = clause.dep_ == "conj" and governor.dep_ == "xcomp" and governor.head == clause and token.i > governor.i
    return later and token.head.lower_ not in ("by", "before", "until", "within", "for")


def closes_before(token: Token, governor: Token, clause: Token) -> bool:
    """Whether a day closes the clause before a participle: "took a camp held by rebels on Monday, killing two".

    The parser gives such a day to the participle at the noun, and either may be meant.
    """
    within = governor.dep_ == "acl" and clause.head in governor.ancestors
    return within and token.i < clause.i and names_day(token)


def is_past_aside(clause: Token, token: Token) -> bool:
    """Whether a day stands behind a relative clause and is none of its: "X, whose fall drew crowds, left Monday".

    So it is with a participle: "a man jailed for trying to topple the king was pardoned on Monday".
    """
    if clause.dep_ == "relcl":
        who = clause.head.head if clause.head.dep_ == "appos" else clause.head
        return who.dep_ in ("nsubj", "nsubjpass") and token.i > clause.right_edge.i
    while clause.dep_ in ("xcomp", "pcomp", "prep", "conj") and clause.head.pos_ in (*_CLAUSE, "ADP"):
        clause = clause.head
    noun = clause.head.head if clause.head.dep_ == "appos" else clause.head
    main = noun.head
    told = clause.dep_ == "acl" and clause.tag_ == "VBN" and noun.dep_ in ("nsubj", "nsubjpass")
    return told and clause.i < main.i < token.i


def gap_of(token: Token) -> Token | None:
    """The head of a clause without its verb, which has a date: "six were freed on Monday and two nurses in June"."""
    path = (token, *token.ancestors)
    verb = clause_of(token)
    if verb is not None:
        between = (word for word in verb.children if _opens_gap(word) and verb.i < word.i < token.i)
        behind = next(between, None)
        if behind is not None:
            return behind
    own = path[: next((i for i, head in enumerate(path) if head.pos_ in _CLAUSE), len(path))]
    return next((word for word in own if _opens_gap(word) and word.head.pos_ in _CLAUSE), None)


def _opens_gap(word: Token) -> bool:
    return word.dep_ == "conj" and word.pos_ not in _CLAUSE


def names_day(token: Token) -> bool:
    """Whether an expression is a day, and no longer stretch that holds what went before too."""
    words = {word.lower_ for word in token.subtree}
    return bool(words & (name_words().weekdays | _DAYS)) or any(word.isdigit() and len(word) <= 2 for word in words)
