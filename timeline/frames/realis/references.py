"""Whether a match only points at an event told elsewhere: "after the vote", "those held", "people detained"."""

from __future__ import annotations

import re

from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children, infinitive, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words
from timeline.frames.words.lexicon import verbs

_UNSCHEDULED = frozenset({"coup", "protest", "cyberattack"})  # no calendar tells when they come
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_HELD_AGAIN = frozenset({"rerun", "re-run", "repeat", "replay", "round", "staging", "holding"})
_DAYS = frozenset({"day", "night", "eve", "morning", "evening", "time", "weekend"})
_BEHIND = frozenset({"since", "after", "following", "during", "amid", "in", "over"})
_WHEN = frozenset({"since", "after", "before", "until", "till", "by", "on", "following", "during", "ahead"})
_FREEING = frozenset({"free", "release", "pardon", "bail", "amnesty"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


def has_come_about(match: Match) -> bool:
    """Whether a reference takes its event for granted: "since the coup", "during the protests"."""
    trigger = match.trigger
    if match.event_type == "cyberattack":  # a known one is one that was: no calendar foretells them
        return trigger.pos_ in ("NOUN", "PROPN") or _done_to_known(trigger)
    return match.event_type in _UNSCHEDULED and trigger.dep_ == "pobj" and trigger.head.lower_ in _BEHIND


def is_time(match: Match) -> bool:
    """Whether a reference to a vote only tells when: "since the election", "on election night"."""
    noun = match.trigger.head if match.trigger.dep_ == "compound" else match.trigger
    timed = match.event_type == "election" or (match.event_type == "inauguration" and noun.pos_ == "NOUN")
    return timed and noun.dep_ == "pobj" and noun.head.lower_ in _WHEN


def is_misread_time(match: Match) -> bool:
    """ "The biggest of the marches since the vote drew 9,000": the verb is that of the clause that has none else."""
    noun, verb = match.trigger, match.trigger.head
    if match.event_type != "election" or noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or verb.dep_ != "advcl":
        return False
    since = any(mark.lower_ in _WHEN and mark.i == noun.left_edge.i - 1 for mark in children(verb, "mark"))
    return since and verb.head.dep_ == "ROOT" and verb.head.pos_ not in ("VERB", "AUX")


def of_all(match: Match) -> bool:
    """Whether a participle only picks out any such persons: "all persons held without charge", "any man arrested".

    A clause of its own takes them for known: "all journalists who were jailed under her predecessor".
    """
    noun = match.trigger.head
    picks = match.trigger.tag_ == "VBN" and match.trigger.dep_ in ("acl", "amod")
    if picks and match.trigger.dep_ == "amod" and match.event_type == "detention":
        freed = noun.head.lemma_ in _FREEING or noun.head.head.lower_ == "release"  # "the release of six jailed men"
        if freed or (noun.tag_ == "NNS" and not children(noun, "nummod")):
            return True  # "a ruling in favour of his jailed opponents", "freed 200 jailed opponents"
    return picks and any(word.lower_ in ("all", "any", "every") for word in children(noun, "det", "predet"))


def tells_of_past(trigger: Token) -> bool:
    """Whether a relative clause tells of the past in a sentence on what is to come: its day is none of that clause's.

    "The general who toppled the president will be sworn in on Monday."
    """
    above = verb_above(trigger)
    ahead = above is not None and any(aux.lower_ in ("will", "’ll", "'ll") for aux in children(above, "aux"))
    return trigger.dep_ == "relcl" and trigger.tag_ in ("VBD", "VBN") and ahead


def _done_to_known(participle: Token) -> bool:
    """ "The stolen data", "900,000 infected computers", "a page that installed it"; not "a stolen password"."""
    if participle.dep_ == "relcl":
        return participle.tag_ == "VBD" or any(aux.tag_ == "VBD" for aux in children(participle, "aux", "auxpass"))
    noun = participle.head
    counted = bool(children(noun, "nummod")) or any(word.lower_ in _DEFINITE for word in noun.children)
    return counted or any(child.pos_ == "ADP" for child in participle.children)


def _again(noun: Token) -> bool:
    """ "A rerun of the vote is due": the phrase as a whole is the event."""
    held = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return held is not None and held.lemma_.lower() in _HELD_AGAIN and held.dep_ in ("nsubj", "nsubjpass", "dobj")


def is_reference(match: Match) -> bool:
    """Whether a match only points at an event told elsewhere: "after the vote", "those held", "people detained".

    It names no participant, and is definite or a participle that tells which persons are meant.
    """
    trigger = match.trigger
    if any(
        token.pos_ in ("PROPN", "PRON") and token.lower_ not in ("those", "it", "which", "that")
        for _, token in match.slots
    ):
        return False
    if trigger.pos_ == "NOUN":
        determiners = {child.lower_ for child in trigger.children if child.dep_ in ("det", "poss")}
        governed = trigger.dep_ in ("pobj", "dobj", "poss", "compound", "appos") and not match.slots
        follows = _following(match)
        dated = any(_YEAR.fullmatch(child.text) for child in trigger.children)  # "the failed 2016 coup"
        if _brought_about(trigger) or _nth(trigger) or _again(trigger):
            return False  # "the sanctions which they imposed in 2003", "its first free vote since 1994"
        if follows in realis_words("on_noun_planned"):
            return False  # "with the swearing-in set for the 29th"
        if match.event_type == "election" and trigger.head.lemma_.lower() in verbs("annul"):
            return False  # "the court threw out the September vote"
        known = governed and (bool(determiners & _DEFINITE) or _is_the_day(match)) and not dated
        return known and follows not in ("on", "of", "in")  # "the poll on 8 May"
    return _is_told_of_known(match)


def _is_told_of_known(match: Match) -> bool:
    """Whether a participle only tells which persons or things are meant: "those held", "people detained"."""
    trigger = match.trigger
    if trigger.dep_ not in ("acl", "relcl", "amod") or trigger.tag_ not in ("VBN", "VBD"):
        return False
    if children(trigger, "mark") or (trigger.dep_ == "relcl" and trigger.head.lemma_.lower() in cue_words("rumour")):
        return False  # "reports that hackers had crippled it": a clause of its own
    if trigger.dep_ == "acl" and trigger.head.dep_ == "ROOT":
        return False  # "Two held in capital": a headline whose verb is the participle
    if trigger.dep_ == "amod" and match.fillers("actor"):
        return False  # "chanted slogans and hurled stones": a past tense that the parser took for a participle
    if trigger.dep_ in ("acl", "relcl") and trigger.head.dep_ == "pobj" and trigger.head.head.lower_ == "among":
        return False  # "was among the thousands who turned out", "among dozens swept up in raids"
    if _is_news(trigger) or _are_listed(trigger) or (match.event_type == "protest" and _done_by_unknown(trigger)):
        return False
    if _is_share(trigger) or infinitive(trigger):
        return False  # "the first president to be arrested" tells that he was
    opens = trigger.left_edge.i
    if trigger.dep_ == "relcl" and opens and trigger.doc[opens - 1].text == ",":
        return False  # "the lawyer, who was arrested in May": it tells something new
    return not _is_of_name(trigger)


def _is_of_name(participle: Token) -> bool:
    """Whether a clause stands on a name: "Lund, held in May", "Lund, the first premier to be held"."""
    noun = participle.head
    named = noun.pos_ == "PROPN" or any(child.pos_ == "PROPN" for child in children(noun, "appos"))
    return named or (participle.dep_ == "relcl" and noun.dep_ == "appos" and noun.head.pos_ == "PROPN")


def _is_share(cast: Token) -> bool:
    """Whether a participle ends the share that decided a vote: "elected with 60 per cent of the votes cast"."""
    votes = cast.head
    whole = votes.head if votes.dep_ == "pobj" and votes.head.lower_ == "of" else None
    return whole is not None and whole.head.lemma_.lower() in ("cent", "percent", "%")


def _following(match: Match) -> str:
    last = max(match.words, key=lambda word: word.i)
    return last.nbor(1).lower_ if last.i + 1 < len(last.doc) else ""


def _nth(noun: Token) -> bool:
    return any(word.lower_ in ("first", "second", "third") for word in children(noun, "amod"))


def _brought_about(noun: Token) -> bool:
    subjects = (who for clause in children(noun, "relcl") if clause.tag_ == "VBD" for who in children(clause, "nsubj"))
    return any(who.tag_ not in ("WDT", "WP") and who.lower_ != "that" for who in subjects)


def _is_the_day(match: Match) -> bool:
    """ "Before polling day", "on election night": a time by its name."""
    trigger = match.trigger
    if trigger.dep_ == "compound":
        return trigger.head.lemma_.lower() in _DAYS and trigger.head.dep_ == "pobj"
    return match.event_type == "election" and trigger.lemma_.lower() == "day" and trigger.dep_ == "pobj"


def _are_listed(participle: Token) -> bool:
    """ "Those arrested include two councillors": the list tells who they are."""
    noun = participle.head
    return participle.dep_ == "acl" and noun.dep_ == "nsubj" and noun.head.lemma_ == "include"


def _done_by_unknown(verb: Token) -> bool:
    """ "A mob that attacked a post", "workers who had blocked the gate": a crowd not met before."""
    noun = verb.head
    active = verb.dep_ == "relcl" and verb.tag_ in ("VBD", "VBN") and bool(children(verb, "nsubj"))
    return active and not any(word.lower_ in _DEFINITE for word in children(noun, "det", "poss"))


def _is_news(participle: Token) -> bool:
    """Whether a participle tells of persons not met before: "three people detained in a raid", "ordered him held"."""
    noun = participle.head
    if participle.lemma_ in ("count", "tally"):
        return True  # "with all ballots tallied": nobody counts them before the vote
    if participle.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.lemma_ in verbs("order"):
        return True
    if participle.dep_ != "acl" or any(word.lower_ in _DEFINITE for word in children(noun, "det", "poss")):
        return False
    return noun.pos_ == "NUM" or bool(children(noun, "nummod")) or any(w.lower_ in ("a", "an") for w in noun.children)
