"""Expressions that date something else than a trigger of their sentence: a thing, another event, a comparison."""

from __future__ import annotations

from timeline.frames.syntax.parsing import children, infinitive
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.clauses import follows, stem
from timeline.frames.when.lengths import UNITS
from timeline.frames.words.cues import realis_words
from timeline.timex.lexicon import ORDINALS

VOTES = ("election", "vote", "poll", "ballot", "referendum", "run-off", "runoff", "off")
"""Lemmas of nouns for a public vote; of "run-off" the parser keeps the end."""
_HOLDING = frozenset("detain arrest jail imprison seize capture abduct kidnap hold intern convict sentence".split())
_FREEING = frozenset("free release bail pardon acquit let parole discharge spring rescue".split())
_ASIDE = 12  # words of what somebody was and is
_COMPARED = ("compared", "versus")
_CHANGES = ("up", "down", "rise", "fall", "increase", "decrease", "drop", "climb", "slip", "jump", "decline")
_KNOWN_BY = frozenset(
    """leader organiser organizer mastermind author architect plotter ringleader planner perpetrator instigator
    victim survivor suspect veteran hero figurehead""".split()
)
_RANKS = frozenset({"only", "last", *ORDINALS})
_BESIDE = ("under", "over", "against", "to", "with", "from", "despite", "about", "by", "into")


def is_aside(clause: Token) -> bool:
    """Whether a relative clause tells of something beside what its sentence tells; not: "became the first to march"."""
    ranks = (word.lower_ for word in children(clause.head, "amod"))
    return clause.dep_ == "relcl" and not infinitive(clause) and realis_words("ranking").isdisjoint(ranks)


def compares(token: Token) -> bool:
    """Whether an expression only measures how rare something is: "the biggest rally since 1989", "the third since"."""
    since = token.head
    while since.lower_ != "since" and since.pos_ not in ("VERB", "AUX") and since.head != since:
        since = since.head  # "only the second since the end of the war in 1994"
    if since.lower_ != "since" or not since.i:
        return False
    measured = since.head if since.head.pos_ in ("NOUN", "PROPN") else since.nbor(-1)
    ranks = (
        word for word in measured.subtree if not (word.lower_ == "least" and word.i and word.nbor(-1).lower_ == "at")
    )
    return any(word.tag_ in ("JJS", "RBS") or word.lower_ in _RANKS for word in ranks)


def measures_against(token: Token, trigger: Token) -> bool:
    """Whether an expression is of what a trigger is compared with: "46 per cent, down from 52 in 2012"."""
    cue = _comparison(token)
    return cue is not None and trigger not in cue.subtree


def is_looked_back_to(trigger: Token) -> bool:
    """Whether a noun only calls back what a year names, "the 2012 vote", or what something is compared with."""
    year = any(child.tag_ == "CD" and len(child.text) == 4 for child in children(trigger, "nummod", "compound", "amod"))
    named = year and trigger.dep_ not in ("nsubj", "nsubjpass", "ROOT") and bool(children(trigger, "det", "poss"))
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "since":
        return True  # "sanctions since last August's vote"
    return named or _comparison(trigger) is not None


def _comparison(token: Token) -> Token | None:
    """The word of comparison that a token of its clause stands below."""
    for cue in token.ancestors:
        if cue.lower_ in ("than", *_COMPARED) or (cue.lower_ == "from" and _is_change(cue)):
            return cue
        if cue.pos_ in ("VERB", "AUX"):
            return None
    return None


def _is_change(cue: Token) -> bool:
    """Whether "from" tells what something rose or fell from."""
    before = cue.nbor(-1).lower_ if cue.i else ""
    return before in ("up", "down") or cue.head.lemma_.lower() in _CHANGES


def tells_what_he_is(token: Token) -> bool:
    """ "Lund, then the deputy and today the strongman himself, picked him up": who he is now dates no act."""
    if token.lower_ not in ("today", "now") or not token.i or token.nbor(-1).lower_ not in ("and", "but"):
        return False
    return any(word.lower_ in ("then", "once", "formerly") for word in token.doc[max(0, token.i - _ASIDE) : token.i])


def is_counted_from(token: Token) -> bool:
    """Whether an expression is what a length counts from: "on 23 May, two days before the feast of 25 May"."""
    side = stem(token).head
    return (
        token.dep_ == "pobj"
        and side.lower_ in ("before", "after")
        and any(child.lemma_.lower() in UNITS for child in children(side, "npadvmod", "nmod"))
    )


def is_of_somebody(token: Token, trigger: Token) -> bool:
    """Whether an event only tells who somebody is: "the leader of the coup was arrested on Monday"."""
    who = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ in ("of", "in", "behind") else trigger
    return who != trigger and who.lemma_.lower() in _KNOWN_BY and who not in token.ancestors


def came_before(trigger: Token, clause: Token) -> bool:
    """Whether a noun tells what the dated clause came after: "resigned on Monday after protests in the capital"."""
    word = trigger
    while word.head not in (word, clause) and word.head.head != clause:
        word = word.head
    told = word.head != clause and word.dep_ == "pobj" and word.pos_ == "NOUN"  # no name of a month
    return told and word.head.lower_ in ("after", "following", "since", "before")


def is_of_what_came_before(token: Token, trigger: Token) -> bool:
    """Whether a day is that of what a trigger came after: "the protests began after the vote of 3 May"."""
    side = stem(token).head
    thing = side.head
    if side.dep_ != "prep" or thing.dep_ != "pobj" or thing.head.lower_ not in ("after", "since", "following"):
        return False
    return thing.tag_ in ("NN", "NNS") and trigger != thing and trigger not in thing.subtree


def is_remembered(trigger: Token, token: Token) -> bool:
    """Whether an expression is the day on which an event is remembered: "on Sunday, the anniversary of the coup"."""
    day = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "of" else trigger
    if day.lemma_ == "anniversary" and day != trigger and trigger not in token.ancestors:
        return True
    told = next((word for word in reversed(token.doc[: token.i]) if word.lemma_ == "anniversary"), None)
    if told is None or any(word.pos_ == "VERB" or word.text in ",;" for word in token.doc[told.i : token.i]):
        return False
    return trigger not in token.doc[told.i : token.i]  # "on Monday, the anniversary of a revolt in 1959"


def dates_thing(token: Token, trigger: Token) -> bool:
    """Whether an expression tells of when a thing is: "arrested under a warrant of 1 May"; not "in the vote of"."""
    of = stem(token).head
    thing = of.head
    if of.lower_ == "of" and thing.lemma_.lower() in VOTES and thing.dep_ == "pobj" and thing.head.lower_ == "of":
        return trigger != thing and trigger not in thing.subtree  # "do not recognise the outcome of the vote of 9 May"
    cause = of.lower_ in ("in", "on") and thing.head.lower_ == "over"  # "ordered them out over an attack in July"
    if not (of.lower_ == "of" or cause) or thing.dep_ != "pobj" or thing == trigger or thing in trigger.ancestors:
        return False
    return thing.head.lower_ in _BESIDE


def tells_of_another(governor: Token, clause: Token) -> bool:
    """Whether a date below a clause is that of another event: "accepted the council that was formed in May".

    So is one of a participle before it: "three men arrested in May are out on bail".
    """
    verb = governor
    while verb != clause and verb.head != verb:
        held = verb.lemma_ in _HOLDING and clause.lemma_ in _FREEING  # "freed a journalist detained in April"
        if verb.dep_ == "relcl" or ((held or verb.i < clause.i) and _tells_which(verb)):
            return True
        if verb.dep_ == "advcl" and (follows(verb) or (_is_since(verb) and _adds_up(clause))):
            return (
                True  # "a second round follows after nobody won on Sunday", "300 have been held since it began in May"
            )
        verb = verb.head
    return False


def _is_since(clause: Token) -> bool:
    return any(mark.lower_ == "since" for mark in children(clause, "mark"))


def _adds_up(clause: Token) -> bool:
    """Whether a clause counts what befell many one by one; one man is held since a day, 300 were taken after it."""
    many = (who for who in children(clause, "nsubj", "nsubjpass") if who.tag_ in ("NNS", "CD"))
    return any(children(who, "nummod") or who.lower_ in ("hundreds", "thousands", "dozens", "scores") for who in many)


def _tells_which(verb: Token) -> bool:
    """Whether a participle picks out those it is said of; one between commas goes on with the story."""
    first = verb.left_edge
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and first.i > 0 and first.nbor(-1).text != ","


def in_other_aside(governor: Token, clause: Token) -> bool:
    """Whether a date stands in a relative clause that is about something else than the clause asked for."""
    around = (governor, *governor.ancestors)
    aside = next((verb for verb in around if verb.dep_ == "relcl"), None)
    return aside is not None and aside != clause and aside not in clause.ancestors


def told_as_earlier(governor: Token, clause: Token) -> bool:
    """Whether a clause tells what went before: "on Monday it closed the border after raiders had burned a post"."""
    below = [clause, *(verb for verb in clause.ancestors if governor in verb.ancestors)]
    return any(verb.dep_ == "advcl" and follows(verb) for verb in below)
