"""Roles that a frame has no slot for and the words around its trigger fill: "seized power, detaining X"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.claims.scopes import kind_of
from timeline.frames.match import Match
from timeline.frames.roles.aims import crowd_beside
from timeline.frames.roles.beside import accused, afflicted, answered, claimed_by, companions, sanctioning, struck_when
from timeline.frames.roles.contenders import conceding, contenders, victors
from timeline.frames.roles.dispersed import dispersed
from timeline.frames.roles.instigators import instigators
from timeline.frames.roles.slots import objects, prepositions, subject, surface_subject
from timeline.frames.roles.voted import voted
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import name_words
from timeline.frames.words.noun_words import noun_words
from timeline.models import Role

_ATTEMPTS = frozenset({"attempt", "bid", "plot", "effort", "try", "plan", "move"})
_FALLEN = ("@people", "@name", "@government", "who", "he", "she")
_OUTLIVING = frozenset({"survive", "escape", "withstand", "weather", "outlive"})
_SUFFERING = frozenset({"endure", "face", "suffer", "withstand", "weather", "undergo"})
_HITTING = frozenset({"hit", "target", "cover", "affect", "bar", "name", "punish", "include", "strike"})
_CLOSELY = frozenset({"close", "closely", "far", "hard", "shortly", "right", "just"})
_NEAR = 8  # words of a phrase on somebody who did the same
_JOINED_BY_OTHERS = ("recognition", "diplomacy", "sanction")
Filled = Iterator[tuple[Role, Token]]


def implied(match: Match) -> Filled:
    """The roles and heads that the sentence adds to the slots of a match; none where the slots are filled."""
    if match.event_type == "protest" and match.trigger.pos_ == "NOUN" and not match.fillers("actor"):
        crowd = tuple(_crowd(match)) or tuple(dispersed(match)) or crowd_beside(match)
        yield from (("actor", token) for token in crowd)
    elif match.event_type == "sanction":
        if not match.fillers("target"):
            on_trade = match.rule.endswith(":ban-on-trade")
            yield from (("target", token) for token in (_traded_with(match) if on_trade else _sanctioned(match)))
        if not match.fillers("actor"):
            yield from (("actor", token) for token in sanctioning(match))
    elif match.event_type == "detention" and not match.fillers("actor"):
        yield from (("actor", token) for token in _arresting(match))
    elif match.event_type == "inauguration" and match.trigger.pos_ == "VERB" and not match.fillers("actor"):
        if not match.rule.endswith(":administered-oath"):  # whoever does so takes no office
            yield from (("actor", token) for token in surface_subject(match.trigger) if satisfies(token, ("@people",)))
    elif match.event_type == "coup":
        filled = tuple(_deposed(match))
        yield from filled
        if not match.fillers("actor") and all(role != "actor" for role, _ in filled):
            yield from (("actor", token) for token in struck_when(match))
    elif match.event_type == "cyberattack":
        yield from _of_attack(match)
    elif match.event_type == "election":
        told = {token for _, token in match.slots}
        won = () if match.fillers("winner") else tuple(victors(match))
        yield from (("winner", token) for token in won)
        told.update(won)
        yield from (("candidate", token) for token in voted(match))
        told_of = (*contenders(match), *conceding(match))
        yield from (("candidate", token) for token in told_of if token not in told)
    if match.event_type in ("coup", "cyberattack"):
        yield from (("actor", token) for token in accused(match))
    if match.event_type in ("detention", "release"):
        yield from (("target", token) for token in companions(match))
    yield from (("actor", token) for token in instigators(match))
    if match.event_type in _JOINED_BY_OTHERS:
        yield from (("actor", token) for token in _did_too(match))


def _of_attack(match: Match) -> Filled:
    """Whom an attack on computers hit, who answers for it and who takes it upon himself."""
    if all(_is_day(token) for token in match.fillers("target")):
        yield from (("target", token) for token in afflicted(match))
    if not match.fillers("actor"):
        yield from (("actor", token) for token in (*answered(match), *_behind(match.trigger)))
    yield from (("actor", token) for token in claimed_by(match))


def _behind(attack: Token) -> tuple[Token, ...]:
    """ "Conti is the crew behind the attack", "the group was behind the breach"."""
    who = attack.head.head if attack.dep_ == "pobj" and attack.head.lower_ == "behind" else attack
    if who == attack:
        return ()
    be = who.head if who.dep_ == "attr" else who
    named = surface_subject(be) if be.lemma_ == "be" and not children(be, "neg") else ()
    return named or ((who,) if who.pos_ in ("NOUN", "PROPN") else ())


def _is_day(token: Token) -> bool:
    """ "Struck on 3 May", "on Friday": when, not whom."""
    return token.lower_ in name_words().calendar


def _did_too(match: Match) -> Iterator[Token]:
    """Who did the same: "Oslo congratulated her, as did the outgoing president", "…, with Riga close behind"."""
    behind = _close_behind(match)
    if behind is not None:
        yield behind
        return
    for helper in match.parsed.doc[match.trigger.i + 1 :]:
        before = helper.nbor(-1).lower_
        if helper.lemma_ not in ("do", "have") or before not in ("as", "so") or helper.i + 1 >= len(match.parsed.doc):
            continue
        subjects = [*children(helper, "nsubj"), *children(helper.head, "nsubj")]
        yield from (who for who in subjects if who.i > helper.i)
        return


def _close_behind(match: Match) -> Token | None:
    """Who is "close behind", "not far behind" or "hard on its heels", whatever the parse makes of that."""
    doc = match.parsed.doc
    for token in doc[match.trigger.i + 1 : -1]:
        if token.lower_ not in _CLOSELY or not {"behind", "heels"} & {
            word.lower_ for word in doc[token.i : token.i + 5]
        }:
            continue
        before = doc[max(match.trigger.i, token.i - _NEAR) : token.i]
        start = next((word.i for word in reversed(before) if word.lower_ == "with"), None)
        names = [word for word in doc[start : token.i] if word.pos_ in ("PROPN", "NOUN")] if start is not None else []
        return names[-1] if names else None
    return None


def _deposed(match: Match) -> Filled:
    """Who seized power and from whom: "held the president in what the union called a coup", "toppled in a coup"."""
    verb = _clause_of_label(match.trigger)
    if verb is not None and verb.lemma_ in role_words("falling"):
        if not match.fillers("target"):
            yield from (("target", token) for token in surface_subject(verb))
    elif verb is not None:
        if not match.fillers("actor"):
            yield from (("actor", token) for token in subject(verb) if token != match.trigger)
        if not match.fillers("target"):
            ousted = (*objects(verb), *(objects(verb.head) if verb.dep_ == "conj" else ()))
            named = [token for token in ousted if token.pos_ != "PRON"]
            yield from (("target", token) for token in named or ousted)
    elif not match.fillers("target") and (aimed := _tried_on(match)):
        yield from (("target", token) for token in aimed)
    elif not match.fillers("target"):
        verb = match.trigger if match.trigger.pos_ == "VERB" else _brought_by(match.trigger)
        for clause in children(verb, "advcl", "conj") if verb is not None else ():
            if clause.lemma_ in role_words("deposing") and (clause.tag_ == "VBG" or verb == match.trigger):
                yield from (("target", token) for token in objects(clause))


def _brought_by(coup: Token) -> Token | None:
    """The verb of "came to power in a coup in 1999, removing Lund", "staged a coup, ousting Lund"."""
    if coup.dep_ == "dobj" and coup.head.pos_ == "VERB":
        return coup.head
    within = coup.dep_ == "pobj" and coup.head.lower_ in ("in", "through", "by", "with")
    return coup.head.head if within and coup.head.head.pos_ == "VERB" else None


def _tried_on(match: Match) -> tuple[Token, ...]:
    """Whom they tried to topple: "survived a bid to unseat him, when officers seized the radio", "survived a coup"."""
    for verb in match.parsed.doc:
        tried = verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in _ATTEMPTS
        if tried and verb.lemma_ in role_words("toppling"):
            return children(verb, "dobj")
    noun = match.trigger.head if match.trigger.dep_ == "compound" else match.trigger  # "survived a coup attempt"
    if noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_ in _OUTLIVING and not match.fillers("target"):
        return tuple(who for who in surface_subject(noun.head) if satisfies(who, _FALLEN))
    return ()


def _clause_of_label(trigger: Token) -> Token | None:
    """The verb that "in what the union called a coup" sums up, or that a coup tells how: "toppled in a coup"."""
    inside = trigger.dep_ == "pobj" and trigger.head.lower_ in ("in", "by")
    if inside and trigger.head.head.lemma_ in role_words("deposing"):
        return trigger.head.head
    if trigger.dep_ == "attr" and (told := _told_as(trigger.head)) is not None:
        return told
    label = trigger.head.head if trigger.head.lower_ == "as" else trigger.head
    label = label.head if label.dep_ == "ccomp" else label  # "in what he says was a coup"
    summed = label.dep_ == "pcomp" and any(word.lower_ == "what" for word in label.subtree)
    above = label.head.head if summed and label.head.dep_ == "prep" else None
    return above if above is not None and above.pos_ == "VERB" else None


def _told_as(copula: Token) -> Token | None:
    """ "Left office in what he says was a coup": where the parse puts being one above saying so."""
    inside = (prep for prep in children(copula, "prep") if prep.lower_ == "in")
    summed = any(word.lower_ == "what" for prep in inside for word in prep.subtree)
    return copula.head if summed and copula.head.pos_ == "VERB" else None


def _arresting(match: Match) -> Iterator[Token]:
    """The police a sentence tells of beside arrests that nobody is said to make: "police used batons; 12 were held"."""
    held = {token for target in match.fillers("target") for token in target.subtree}
    for token in match.parsed.doc:
        force = token.lemma_.lower() in noun_words().forces and token.dep_ == "nsubj" and token not in held
        beside = match.trigger.pos_ == "VERB" or _tells_when(token.head)
        if force and beside and token.head.pos_ == "VERB" and not _unsure(token.head):
            yield token
            return


def _tells_when(clause: Token) -> bool:
    """ "He has been behind bars since May, when troops stormed his house"."""
    return any(word.lower_ == "when" and word.tag_ == "WRB" for word in clause.children)


def _unsure(clause: Token) -> bool:
    return bool(children(clause, "neg")) or kind_of(clause) is not None


def _sanctioned(match: Match) -> tuple[Token, ...]:
    """Whom a penalty falls on: "imposed travel bans and asset freezes on four men"."""
    verb = match.trigger if match.trigger.pos_ == "VERB" else match.trigger.head
    things = children(verb, "dobj", "nsubjpass") if verb.pos_ == "VERB" else ()
    suffered = next((noun.head for noun in (match.trigger, verb) if noun.dep_ == "dobj"), verb)
    if suffered.lemma_.lower() in _SUFFERING:  # "has endured the blockade"
        return tuple(who for who in surface_subject(suffered) if satisfies(who, ("@name", "@people", "@polity")))
    if verb.lemma_ in _HITTING and match.trigger.dep_ == "nsubj":  # "the sanctions hit four ministers"
        return tuple(who for who in children(verb, "dobj") if satisfies(who, ("@name", "@people", "@polity")))
    told = children(match.trigger, "relcl")  # "the ban which the council imposed on four men"
    answer = prepositions(verb).get("with", ())  # "answered with travel bans on officers"
    joined = (other for thing in things for other in thing.conjuncts)
    for place in (match.trigger, *told, verb, *things, *joined, *answer):
        found = prepositions(place)
        hit = (token for name in ("on", "against") for token in found.get(name, ()))
        if named := tuple(token for token in hit if token.lower_ not in name_words().calendar):
            return named
    return ()


def _traded_with(match: Match) -> tuple[Token, ...]:
    """The state that a ban on trade is about: "a ban on new investment in Peru"."""
    things = prepositions(match.trigger).get("on", ())
    behind = (
        who for thing in things for name in ("in", "to", "with", "from") for who in prepositions(thing).get(name, ())
    )
    return tuple(who for who in behind if who.pos_ == "PROPN" and satisfies(who, ("@state",)))


def _is_bare(noun: Token) -> bool:
    """ "Officers walked out in protest" are the crowd; those who made arrests "in protests over bread" are not."""
    return noun.tag_ == "NN" and not any(child.i < noun.i for child in noun.children)


def _crowd(match: Match) -> Iterator[Token]:
    """Who is at a protest that its sentence only mentions: "gathered for a rally", "demonstrators threw stones"."""
    above = [token for token in match.trigger.ancestors if token.pos_ == "VERB"][:1]
    for verb in above:
        if match.trigger.head.lower_ == "in" and match.trigger.head.head == verb:  # "blocked the road in protest"
            able = (who for who in surface_subject(verb) if satisfies(who, ("@people", "@name")))
            yield from (who for who in able if _is_bare(match.trigger) or who.lemma_.lower() not in noun_words().forces)
            return
        if verb.lemma_ in noun_words().joining and match.trigger.dep_ == "pobj":
            yield from (who for who in surface_subject(verb) if satisfies(who, ("@people",)))
            return
    for token in match.parsed.doc:
        if token.dep_ in ("nsubj", "nsubjpass") and token.lemma_.lower() in role_words("protesters"):
            yield token
