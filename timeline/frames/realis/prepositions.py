"""What a preposition above an event does to it: "ahead of the vote", "without an arrest", "accused of plotting"."""

from __future__ import annotations

from timeline.frames.realis.effects import NOMINAL, VERBAL, definite, effect_of, is_clause
from timeline.frames.realis.moods import modifiers
from timeline.frames.realis.steps import GRANTED, Step
from timeline.frames.syntax.parsing import children, infinitive
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words

_ABOUT = ("of", "for", "about", "over", "on", "to", "at", "against", "with", "from", "in", "towards", "toward", "into")
_BARRING = frozenset({"bar", "prohibit", "forbid", "restrain", "enjoin", "stop", "prevent", "ban", "block"})
_COMPELLING = frozenset({"arrest", "detain", "deport", "jail", "imprison", "expel", "release", "free", "rearrest"})


def from_preposition(prep: Token, below: Token) -> Step:
    """What a preposition, and the word it hangs on, do to the event of the word below it."""
    word, head = prep.lower_, prep.head
    unreal = _unreal(prep, below)
    if unreal is not None:
        return unreal
    if word == "of" and head.lower_ == "ahead":
        return Step(effects=("planned",) if _imminent(below) else (), granted=True)
    if word in ("as", "than"):
        return GRANTED
    if word in ("until", "till") and any(aux.tag_ == "MD" for aux in children(head, "aux")):
        return Step(effects=("planned",), granted=True)  # "civilians would run the country until elections"
    bare = below.tag_ == "NNS" and not list(below.lefts)
    if word in ("through", "via") and _in_general(below):
        return Step(effects=("generic",))
    if (word in ("with", "by", "through", "via") and bare) or (word in ("by", "through") and below.dep_ == "pcomp"):
        return _means(head)
    if word not in _ABOUT or (word == "at" and definite(below)) or _is_setting(prep):
        return GRANTED  # "promised at her inauguration to"
    if word == "to" and "due" in (head.lower_, prep.nbor(-1).lower_ if prep.i else "") and below.tag_ in ("NN", "VB"):
        return Step(effects=("planned",)) if not list(below.lefts) else GRANTED
    head = _accused_head(head, below)
    lemma = head.lemma_.lower()
    effect = () if _denial_of_service(head, below) else effect_of(head, below)
    if effect:
        return Step(head, effect + (tuple(modifiers(head)) if not is_clause(head) else ()))
    if lemma in realis_words("repeated") and below.tag_ == "NNS" and below.lemma_.lower() in ("coup", "putsch"):
        return Step(effects=("generic",), granted=True)
    if word == "of" and head.dep_ == "attr" and lemma in ("result", "work", "consequence", "case", "matter"):
        return Step(head)  # "was not the result of an attack"
    if lemma in realis_words("rule_book") and not definite(below) and word in ("on", "against", "of", "for", "about"):
        return Step(effects=("generic",), granted=True)
    if (lemma in realis_words("quantity") or lemma in cue_words("rumour")) and head.pos_ in NOMINAL:
        return Step(head, tuple(modifiers(head)))
    if lemma in realis_words("plot"):
        return Step(head, ("alleged", *modifiers(head)))
    if word == "for" and any(noun.lemma_.lower() == "warrant" for noun in children(head, "dobj", "nsubjpass")):
        return Step(head, ("demanded",))
    if head.pos_ in VERBAL and lemma in realis_words("occurs") and word in ("in", "on", "to", "with", "for", "into"):
        return Step(head, loose=definite(below))
    return GRANTED


def _is_setting(prep: Token) -> bool:
    """ "Had backed joining Russia in a referendum on Sunday": where something else was done."""
    return prep.lower_ == "in" and any(thing.pos_ == "PROPN" for thing in children(prep.head, "dobj"))


def _unreal(prep: Token, below: Token) -> Step | None:
    """What a preposition says did not come about, or may not; None if it says neither."""
    word = prep.lower_
    if not definite(below) and _how_to(prep):
        return Step(effects=("conditional",))
    if word in realis_words("negative_preposition") or _short_of(prep) or _spared(prep, below) or _lacking(prep, below):
        return Step(effects=("denied",))
    if word == "on" and not definite(below) and any(thing.lemma_ == "ban" for thing in children(prep.head, "dobj")):
        return Step(effects=("generic",))  # "lifted the ban on demonstrations"
    return None


def _accused_head(head: Token, below: Token) -> Token:
    """ "Accused the army of plotting": the phrase belongs to the verb, whatever the parse says."""
    hung = head.dep_ == "dobj" and below.dep_ == "pcomp"
    return head.head if hung and head.head.lemma_.lower() in realis_words("alleged") else head


def _in_general(noun: Token) -> bool:
    """ "Free elections": several, and none that is told apart."""
    told = any(child.dep_ in ("det", "poss", "nummod", "compound") for child in noun.lefts)
    return noun.tag_ == "NNS" and noun.lemma_.lower() in ("election", "poll", "vote") and not told


def _lacking(prep: Token, below: Token) -> bool:
    """ "No evidence of fraud", "did not find any trace of a hack", "little sign of an attack"."""
    clue = prep.head
    if clue.lemma_.lower() not in realis_words("clue_to_event") or definite(below) or prep.lower_ not in _ABOUT:
        return False
    few = any(word.lower_ in ("no", "little", "scant", "neither") for word in children(clue, "det", "amod"))
    return few or (clue.dep_ in ("dobj", "attr", "nsubj", "nsubjpass") and bool(children(clue.head, "neg")))


def _denial_of_service(head: Token, below: Token) -> bool:
    """ "A denial of service attack" denies none."""
    return head.lower_ == "denial" and any(token.lower_ == "service" for token in below.subtree)


def _spared(prep: Token, below: Token) -> bool:
    """ "Rescued two men from being lynched", "barred police from arresting her"."""
    saved = prep.head.lemma_ in ("rescue", "save", "spare", "protect", "shield")
    kept = prep.head.lemma_ in _BARRING and below.lemma_ in _COMPELLING
    return (saved or kept) and prep.lower_ == "from" and below.dep_ == "pcomp"


def _how_to(prep: Token) -> bool:
    """ "How to recover from an attack", "what to do in the first hour after a breach": whenever there should be one."""
    head = prep.head
    while head.dep_ in ("pobj", "prep", "npadvmod") and head.head != head:
        head = head.head
    asking = (word.lower_ for word in head.children if word.i < head.i)
    return head.pos_ in VERBAL and infinitive(head) and not {"how", "what", "when", "where"}.isdisjoint(asking)


def _means(head: Token) -> Step:
    """ "May disrupt it with cyberattacks", "could get in by tricking a clerk": no more real than what it serves."""
    verb = head.head if head.dep_ == "dobj" else head
    return Step(verb, loose=True) if verb.pos_ in VERBAL else GRANTED


def _short_of(prep: Token) -> bool:
    """ "Short of", "far from", "close to", "instead of", "rather than"."""
    beside = {prep.head.lower_, *(child.lower_ for child in children(prep, "advmod"))}
    pairs = {"of": {"short", "instead"}, "from": {"far"}, "to": {"close"}, "than": {"rather"}}
    return bool(pairs.get(prep.lower_, set()) & beside)


def _imminent(noun: Token) -> bool:
    words = {token.lower_ for token in noun.subtree}
    return bool(
        words & {"next", "upcoming", "coming", "forthcoming", "scheduled", "planned", "due", "expected"}
    ) or any(token.dep_ == "poss" and token.lower_ in realis_words("time") for token in noun.children)
