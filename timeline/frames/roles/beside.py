"""Roles that stand beside the clause of a trigger: the accused, whoever an attack befell, companions, who penalises."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.claims.scopes import kind_of, points_back
from timeline.frames.match import Match
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import prepositions, surface_subject
from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, role_words
from timeline.frames.words.lexicon import is_plainly, satisfies
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers import places

_AFTER = frozenset({"after", "since", "when", "as", "following", "because", "by", "from", "in", "of"})
_ANSWERS = frozenset({"answer", "respond", "retaliate", "react", "hit", "strike", "follow"})
_TIES = frozenset({"relation", "tie", "link"})
_EXPOSING = frozenset({"subject", "expose"})
_TELLING = frozenset({"announce", "say", "declare"})
_BODIES = ("@polity", "@name", "company", "firm", "hospital", "bank", "agency", "ministry", "government")


def accused(match: Match) -> Iterator[Token]:
    """Whom an accusation of the act names: "accused Lund of using others to topple", "blamed Peru for the hack"."""
    chain = (match.trigger, *match.trigger.ancestors)
    top = match.trigger if match.trigger.pos_ == "VERB" else verb_above(match.trigger)
    for clause in match.parsed.doc[match.trigger.i + 1 :]:  # "came under attack in May, for which it blamed Peru"
        below = clause.dep_ in ("advcl", "relcl") and (top is None or top in clause.ancestors)
        if below and kind_of(clause) == "accusation" and points_back(clause):
            yield from (who for who in _charged(clause) if who.pos_ in ("NOUN", "PROPN"))
            return
    for of in chain:
        if of.lower_ not in ("of", "for", "with", "in") or of.dep_ not in ("prep", "agent"):
            continue
        verb = of.head if of.head.pos_ == "VERB" else of.head.head  # of "accused two men of plotting" the parse may
        if of.lower_ == "in" and verb.lemma_ not in ("indict", "charge", "implicate"):
            continue
        lent = of.head != verb and of.head.dep_ in ("dobj", "nsubjpass")  # hang "of" on the men
        if verb.pos_ == "VERB" and kind_of(verb) == "accusation" and (of.head == verb or lent):
            yield from (who for who in _charged(verb) if who.pos_ in ("NOUN", "PROPN"))
            return


def _charged(verb: Token) -> tuple[Token, ...]:
    if not is_passive(verb):
        return children(verb, "dobj")
    return children(verb, "nsubjpass") or ((verb.head,) if verb.dep_ == "acl" else ())


def afflicted(match: Match) -> Iterator[Token]:
    """Whom the main clause shows after an attack: "the clinic went back to paper after ransomware struck"."""
    launched = (clause for clause in children(match.trigger, "acl") if clause.tag_ == "VBN")
    hit = [who for clause in launched for name in ("against", "at") for who in prepositions(clause).get(name, ())]
    if hit:  # "an attack launched on Friday against the registry"
        yield from hit
        return
    struck = _struck_by(match.trigger)
    if struck:
        yield from struck
        return
    at = match.trigger
    if at.dep_ == "pobj" and at.head.lower_ == "to" and at.head.head.lemma_ in _EXPOSING:
        yield from children(at.head.head, "nsubjpass")  # "its website was subjected to an attack"
        return
    for governor in match.trigger.ancestors:
        led = at.dep_ in ("advcl", "prep", "pcomp") and _opening(at) in _AFTER
        if led and at.lower_ == "as" and governor.lemma_ in ("describe", "call", "term", "label"):
            led = False  # "shut down after what it described as an attack"
        if led and at.dep_ == "advcl" and not _near(match.trigger, at):
            return  # "after Peru broke off relations over an attack": not whoever did something else then
        if governor.pos_ in ("VERB", "AUX") and led and kind_of(governor) is None:
            yield from (who for who in surface_subject(governor) if _is_body(who))
            return
        at = governor


def _near(attack: Token, clause: Token) -> bool:
    """Whether an attack is what a clause tells, or a part of it: "after ransomware struck", "hit by an attack"."""
    return attack == clause or attack.head == clause or attack.head.head == clause


def _struck_by(attack: Token) -> tuple[Token, ...]:
    """What a clause behind an attack says it hit: "over an attack on 3 May which shut down e-Lima"."""
    days = (day for prep in children(attack, "prep") for day in children(prep, "pobj") if _is_calendar(day))
    for noun in (attack, *days):
        for clause in children(noun, "relcl"):
            if any(word.tag_ == "WDT" for word in children(clause, "nsubj")) and not children(clause, "neg"):
                return children(clause, "dobj")[-1:]
    verb = attack.head
    harmed = attack.dep_ == "nsubj" and verb.lemma_.lower() in role_words("harming") and not children(verb, "neg")
    hit = [thing for thing in children(verb, "dobj") if thing.lemma_.lower() not in noun_words().nobody]
    return tuple(hit[-1:]) if harmed else ()  # "an attack on Monday crippled hospitals"


def claimed_by(match: Match) -> Iterator[Token]:
    """Who takes an attack upon himself: "claimed by the group Vesna", "Vesna claimed responsibility for the hack"."""
    attack = match.trigger.head if match.trigger.dep_ in ("compound", "nmod") else match.trigger
    for clause in children(attack, "acl"):
        if clause.lemma_ == "claim" and clause.tag_ == "VBN":
            yield from prepositions(clause).get("by", ())
    credit = attack.head.head if attack.dep_ == "pobj" and attack.head.lower_ == "for" else None
    if credit is not None and credit.lemma_ in ("responsibility", "credit") and credit.head.lemma_ in ("claim", "take"):
        yield from surface_subject(credit.head)


def _is_calendar(noun: Token) -> bool:
    return noun.lower_ in name_words().calendar or any(word.lower_ in name_words().months for word in noun.children)


def answered(match: Match) -> Iterator[Token]:
    """The state that is made to pay for an attack: "broke off relations with Peru over an attack on its registry"."""
    prep = match.trigger.head
    verb = prep.head
    if match.trigger.dep_ != "pobj" or prep.lower_ not in ("over", "after", "following") or verb.pos_ != "VERB":
        return
    for ties in children(verb, "dobj"):
        if ties.lemma_.lower() in _TIES:
            found = (*prepositions(ties).get("with", ()), *prepositions(verb).get("with", ()))
            yield from (who for who in found if _is_state(who))
            return


def _opening(head: Token) -> str:
    """The word that opens a clause or a phrase."""
    marks = [word for word in head.children if word.dep_ == "mark" or word.tag_ == "WRB"]
    return (marks[0] if marks else head).lower_


def _is_body(who: Token) -> bool:
    if who.pos_ == "PROPN":  # "the Health Service Executive" is no chief executive
        of_a_body = any(word.lower_ in name_words().organisations for word in children(who, "compound"))
        return of_a_body or not role_word(who.lower_)
    if who.pos_ != "NOUN" or role_word(who.lower_) or who.lemma_.lower() in noun_words().nobody:
        return False
    told = who.tag_ == "NNS" or bool(children(who, "det", "poss", "compound"))  # not "normal service has resumed"
    return told and (who.lower_ in name_words().organisations or satisfies(who, _BODIES))


def companions(match: Match) -> Iterator[Token]:
    """Who is held or freed with somebody: "was held with his wife and a driver"."""
    if match.trigger.pos_ != "VERB":
        return
    along = tuple(_along_with(match.trigger))
    yield from along
    for who in prepositions(match.trigger).get("with", ()):
        own = any(word.tag_ == "PRP$" for word in children(who, "poss"))
        several = own or bool(children(who, "nummod"))
        if who.pos_ == "NOUN" and several and is_plainly(who, ("@people", "other")) and who not in along:
            yield who


def _along_with(verb: Token) -> Iterator[Token]:
    """ "Freed him along with a clerk", "held together with Ada Lund", wherever the parse hangs it."""
    for prep in verb.doc[verb.i + 1 :]:
        if prep.lower_ == "with" and prep.nbor(-1).lower_ in ("along", "together") and verb in prep.ancestors:
            yield from (who for who in children(prep, "pobj") if satisfies(who, ("@people", "@number")))


def struck_when(match: Match) -> tuple[Token, ...]:
    """Who struck when somebody fell: "was ousted in 2010, when officers stormed the palace"."""
    clause = match.trigger if match.trigger.pos_ == "VERB" else verb_above(match.trigger)
    tops = {clause, *(clause.ancestors if clause is not None and clause.dep_ in ("acl", "xcomp") else ())}
    for verb in match.parsed.doc[match.trigger.i + 1 :]:
        when = any(word.lower_ == "when" and word.tag_ == "WRB" for word in verb.children)
        struck = verb.pos_ == "VERB" and verb.lemma_.lower() in role_words("striking") and not is_passive(verb)
        if when and struck and not tops.isdisjoint(verb.ancestors):
            return tuple(who for who in children(verb, "nsubj") if satisfies(who, ("@people", "@force", "@name")))
    return ()


def sanctioning(match: Match) -> Iterator[Token]:
    """Whose a penalty is that no verb imposes: "a French ban took effect", "Peru answered with travel bans"."""
    noun = match.trigger
    if noun.pos_ == "AUX":  # "has been under French sanctions"
        under = (thing for prep in children(noun, "prep") if prep.lower_ == "under" for thing in children(prep, "pobj"))
        noun = next(under, noun)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    for word in (*children(noun, "amod", "compound", "nmod"),):
        for part in (word, *children(word, "compound", "nmod")):  # the "U.S." of "U.S. Treasury sanctions"
            place = places.find_place(part.text)
            if place is not None and place.kind in ("country", "demonym") and part.text[:1].isupper():
                yield word
                return
    for clause in children(noun, "relcl"):  # "the ban which the council imposed"
        if any(word.dep_ == "dobj" and word.tag_ == "WDT" for word in clause.children):
            yield from (who for who in surface_subject(clause) if _is_state(who))
            return
    for governor in noun.ancestors:
        if governor.pos_ != "VERB":
            continue
        answered = governor.lemma_.lower() in _ANSWERS and noun.head.lower_ == "with"
        told = governor.lemma_.lower() in _TELLING & cue_words("statement")
        if answered or told:
            yield from (who for who in surface_subject(governor) if _is_state(who))
            return


def _is_state(who: Token) -> bool:
    return who.pos_ == "PROPN" and satisfies(who, ("@polity",))
