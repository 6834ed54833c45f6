"""Roles that stand beside the clause of a trigger: the accused, whoever an attack befell, companions, who penalises."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.claims.scopes import kind_of
from timeline.frames.match import Match
from timeline.frames.roles.slots import is_passive, prepositions, surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words
from timeline.frames.words.lexicon import is_plainly, satisfies
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers import places

_AFTER = frozenset({"after", "since", "when", "as", "following", "because", "by", "from", "in", "of"})
_EXPOSING = frozenset({"subject", "expose"})
_ANSWERS = frozenset({"answer", "respond", "retaliate", "react", "hit", "strike"})
_TELLING = frozenset({"announce", "say", "declare"})
_BODIES = ("@polity", "@name", "company", "firm", "hospital", "bank", "agency", "ministry", "government")


def accused(match: Match) -> Iterator[Token]:
    """Whom an accusation of the act names: "accused Lund of using others to topple", "blamed Peru for the hack"."""
    chain = (match.trigger, *match.trigger.ancestors)
    for of in chain:
        if of.lower_ not in ("of", "for", "with") or of.dep_ not in ("prep", "agent"):
            continue
        verb = of.head if of.head.pos_ == "VERB" else of.head.head  # of "accused two men of plotting" the parse may
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
    at = match.trigger
    if at.dep_ == "pobj" and at.head.lower_ == "to" and at.head.head.lemma_ in _EXPOSING:
        yield from children(at.head.head, "nsubjpass")  # "its website was subjected to an attack"
        return
    for governor in match.trigger.ancestors:
        led = at.dep_ in ("advcl", "prep", "pcomp") and _opening(at) in _AFTER
        if governor.pos_ in ("VERB", "AUX") and led and kind_of(governor) is None:
            yield from (who for who in surface_subject(governor) if _is_body(who))
            return
        at = governor


def _opening(head: Token) -> str:
    """The word that opens a clause or a phrase."""
    marks = [word for word in head.children if word.dep_ == "mark" or word.tag_ == "WRB"]
    return (marks[0] if marks else head).lower_


def _is_body(who: Token) -> bool:
    if who.pos_ == "PROPN":
        return not role_word(who.lower_)
    if who.pos_ != "NOUN" or role_word(who.lower_) or who.lemma_.lower() in noun_words().nobody:
        return False
    told = who.tag_ == "NNS" or bool(children(who, "det", "poss", "compound"))  # not "normal service has resumed"
    return told and (who.lower_ in name_words().organisations or satisfies(who, _BODIES))


def companions(match: Match) -> Iterator[Token]:
    """Who is held or freed with somebody: "was held with his wife and a driver"."""
    if match.trigger.pos_ != "VERB":
        return
    found = prepositions(match.trigger)
    for who in found.get("with", ()):
        own = any(word.tag_ == "PRP$" for word in children(who, "poss"))
        if who.pos_ == "NOUN" and (own or children(who, "nummod")) and is_plainly(who, ("@people", "other")):
            yield who
    for name in ("along with", "together with"):  # "freed him along with a clerk", "together with Ada Lund"
        yield from (who for who in found.get(name, ()) if satisfies(who, ("@people", "@number")))


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
