"""All slots of a verb or a fixed wording: its roles, its prepositions, and what the clauses around it fill."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.realis.effects import infinitive
from timeline.frames.roles.nested_slots import nested_slots, within
from timeline.frames.roles.slots import NAMING, Slots, is_passive, objects, prepositions, subject, surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import verbs
from timeline.frames.words.noun_words import noun_words

_CLAUSES = ("VERB", "AUX")
_GROUNDS = frozenset({"suspicion", "charge", "connection", "accusation", "allegation", "count", "case", "probe"})
_WHITHER = frozenset({"home", "free", "back", "out", "away", "loose", "abroad"})
_ACCUSED = frozenset({"accuse", "suspect", "want", "wanted", "charge", "arrest", "detain", "hold", "jail"})


def verb_slots(verb: Token) -> Slots:
    """All slots of a verb."""
    found = prepositions(verb)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":  # "was arrested and jailed in March": shared to the right
        for name, tokens in prepositions(verb.head).items():
            if all(token.i > verb.i for token in tokens):
                found.setdefault(name, tokens)
    for thing in children(verb, "dobj", "nsubjpass"):  # "cut ties with", "withdrew envoys from": hung on the object
        _lend(found, thing)
        for other in thing.conjuncts:  # "put a firm and its two owners under sanctions"
            for name, tokens in prepositions(other).items():
                found.setdefault(name, tokens)
    for word in children(verb, "advmod", "acomp", "oprd"):  # "allowed home on bail", "walked free after a year"
        for name, tokens in prepositions(word).items() if word.lower_ in _WHITHER else ():
            found[name] = (*found.get(name, ()), *tokens)
    found["subject"] = subject(verb)
    found["subject_with"] = within(found["subject"], "with")  # "youths with sticks roamed"
    found["object"] = objects(verb)
    found["object_owner"] = tuple(owner for thing in found["object"] for owner in children(thing, "poss"))
    found["owner"] = tuple(
        owner
        for thing in children(verb, "dobj", "nsubjpass")
        for owner in children(thing, "poss")
        if owner.pos_ == "PROPN"
    )
    found["orderer"] = _orderer(verb)
    found["dative"] = children(verb, "dative")
    found["complement"] = children(verb, "attr", "acomp", "oprd", "xcomp", "ccomp", "advmod") + _after_object(verb)
    found["charge"] = _charge(verb)
    found.update(nested_slots(found))
    found["object_modifier"] = _modifiers(verb, found["object"])
    found["purpose"] = _purposes(verb)
    found["demanding"] = _beside(verb, found["subject"])
    found["qualifies"] = (verb.head,) if verb.dep_ == "amod" else ()
    found.update(_clause_slots(verb, found))
    return found


def _beside(verb: Token, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """What they do as they act: "stopped work, demanding their wages", "miners demanding pay shut the gates"."""
    acts = (*children(verb, "advcl"), *(act for who in subjects for act in children(who, "acl")))
    return tuple(act for act in acts if act.tag_ == "VBG")


def _lend(found: dict[str, tuple[Token, ...]], thing: Token) -> None:
    """Add the prepositions of an object to those of its verb."""
    for name, tokens in prepositions(thing).items():
        if all(token.lemma_.lower() in noun_words().nobody for token in found.get(name, ())):
            found[name] = tokens  # "cut ties with Iran with immediate effect"
    for name, tokens in _hung_deep(thing).items():
        found.setdefault(name, tokens)


def _hung_deep(thing: Token) -> dict[str, tuple[Token, ...]]:
    """ "Barred officers and their families from entering": the phrase that the parser gave to the last noun."""
    found: dict[str, tuple[Token, ...]] = {}
    behind = thing.doc[thing.i + 1 : thing.right_edge.i + 1]
    for token in (token for token in behind if token.lower_ in ("from", "to", "on") and thing.is_ancestor(token)):
        if token.lower_ == "from" and children(token, "pcomp"):
            found["from"] = children(token, "pcomp")
        if token.lower_ in ("to", "on"):  # "added officers who ran the vote to its list"
            found["onto"] = (*found.get("onto", ()), *children(token, "pobj"))
    return found


def _clause_slots(verb: Token, found: Slots) -> Slots:
    """Slots that the clauses around a verb fill: who says it, what it is part of, what is done in its complement."""
    sayer, doing = _sayer(verb), _doing(verb)
    return {
        "doing": doing,
        "done_to": tuple(thing for act in doing for thing in children(act, "dobj")),
        **_taken_for_adjectives(verb),
        "self": (verb,),
        **_complement_slots(verb),
        "purpose_object": tuple(thing for clause in found["purpose"] for thing in children(clause, "dobj")),
        "scheme": _scheme(verb),
        "predicate_modifier": tuple(  # "is the legitimate president"
            word for noun in children(verb, "attr") for word in children(noun, "amod")
        ),
        "aux": children(verb, "aux"),
        "particle": children(verb, "prt"),
        "then": tuple(clause for clause in children(verb, "conj") if clause.pos_ in _CLAUSES),
        "subject_modifier": tuple(
            word for who in found["subject"] for word in children(who, "amod", "compound", "nmod")
        ),
        "subject_of": within(found["subject"], "of"),
        "subject_in": within(found["subject"], "in"),  # "men in masks"
        "object_title": tuple(  # of "Ambassador Piet Maas" the ambassador
            word for thing in found["object"] if thing.pos_ == "PROPN" for word in children(thing, "compound")
        ),
        "object_of": within(found["object"], "of", "by"),
        "object_tied": tuple(  # "accounts linked to three generals": to whom
            noun for thing in found["object"] for tied in children(thing, "acl") for noun in _reached(tied)
        ),
        "object_number": tuple(number for thing in found["object"] for number in children(thing, "nummod")),
        "object_in": within(found["object"], "in"),
        "object_at": within(found["object"], "at", "inside", "behind"),
        "object_to": within(found["object"], "to"),
        "object_out": within(found["object"] or children(verb, "ccomp"), "out of", "out"),
        "sayer": sayer,
        "speaker": sayer if any(_stands_for_speaker(who) for who in found["subject"]) else (),
        "speaker_object": sayer if any(_stands_for_speaker(thing) for thing in found["object"]) else (),
    }


def _complement_slots(verb: Token) -> Slots:
    """What is done in the complement of a verb, by whom, and where it leads."""
    return {
        "complement_mark": tuple(
            mark
            for act in children(verb, "ccomp")
            for mark in act.children
            if mark.dep_ == "mark" or mark.tag_ == "WRB"
        ),
        "complement_object": tuple(thing for act in children(verb, "xcomp", "ccomp") for thing in objects(act)),
        "complement_subject": tuple(who for act in children(verb, "ccomp") for who in children(act, "nsubj")),
        "complement_subject_modifier": tuple(
            word for act in children(verb, "ccomp") for who in children(act, "nsubj") for word in children(who, "amod")
        ),
        "complement_out": _of_complement(verb, "out of", "of", "from"),
        "complement_after_in": within(_of_complement(verb, "after"), "in", "of", "behind"),
    }


def _of_complement(verb: Token, *names: str) -> tuple[Token, ...]:
    """What stands behind a preposition, or as object, of what somebody lets be done: "let them walk out of jail"."""
    acts = children(verb, "xcomp", "ccomp")
    behind = tuple(noun for act in acts for name in names for noun in prepositions(act).get(name, ()))
    return behind + (tuple(noun for act in acts for noun in children(act, "dobj")) if "of" in names else ())


def _reached(clause: Token) -> tuple[Token, ...]:
    behind = prepositions(clause)
    return (*behind.get("to", ()), *behind.get("by", ()))


def _scheme(verb: Token) -> tuple[Token, ...]:
    """What an infinitive fills: "a plot to topple", "conspired to seize"."""
    filling = verb.dep_ in ("acl", "relcl", "xcomp", "advcl") and any(aux.tag_ == "TO" for aux in children(verb, "aux"))
    before = verb.doc[verb.left_edge.i - 1 : verb.left_edge.i] if verb.left_edge.i else ()
    if not filling:
        return ()
    served = _scheme(verb.head) if verb.head.lemma_.lower() == "use" else ()  # "plotted to use saboteurs to topple"
    return (verb.head, *before, *served)  # the noun before it, where it was hung on the verb


def _sayer(verb: Token) -> tuple[Token, ...]:
    """Who says what a clause tells: "soldiers said they had", "the bloc said that he was"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in _CLAUSES:
        clause = clause.head
    governor = clause.head
    told = clause.dep_ == "ccomp" and governor != clause and governor.pos_ in _CLAUSES
    return surface_subject(governor) if told and not is_passive(governor) else ()


def _stands_for_speaker(who: Token) -> bool:
    return who.lower_ in ("they", "it", "he", "she", "we", "i")


def _after_object(verb: Token) -> tuple[Token, ...]:
    """Adjectives behind the object: "held the minister responsible"."""
    return tuple(word for thing in children(verb, "dobj") for word in children(thing, "amod") if word.i > thing.i)


def _purposes(verb: Token) -> tuple[Token, ...]:
    """What it is done for, also where the parser hung it on the place: "gathered at the depot demanding their pay"."""
    own = (clause for clause in children(verb, "advcl", "xcomp") if clause.tag_ == "VBG" or children(clause, "aux"))
    stray = (
        word
        for word in verb.doc[verb.i + 1 : verb.right_edge.i + 1]
        if word.tag_ == "VBG" and word.dep_ in ("acl", "amod") and verb.is_ancestor(word) and _demands(word)
    )
    found = (*own, *_hung_on_nouns(verb), *(word for word in stray if word.nbor(-1).pos_ not in ("ADP", "DET")))
    joined = (other for clause in found for other in children(clause, "conj") if other.pos_ in _CLAUSES)
    nested = (deep for clause in found for deep in children(clause, "advcl", "xcomp") if infinitive(deep))
    return (*found, *joined, *nested)  # "to mark the day and denounce the law", "rode, hooting, to demand"


def _hung_on_nouns(verb: Token) -> Iterator[Token]:
    """The infinitives that the parser hung on what is done or where: "staged a walk through Oslo to denounce"."""
    nouns = [noun for noun in verb.children if noun.dep_ in ("dobj", "npadvmod") and noun.i > verb.i]
    nouns.extend(noun for prep in children(verb, "prep") if prep.i > verb.i for noun in children(prep, "pobj"))
    for noun in nouns:
        deeper = (deep for prep in children(noun, "prep") for deep in children(prep, "pobj"))
        for place in (noun, *deeper):
            for clause in children(place, "acl", "relcl", "advcl"):
                if infinitive(clause):
                    yield clause


def _demands(word: Token) -> bool:
    return word.lemma_ in role_words("demanding") or word.lemma_ in role_words("opposing")


def _doing(verb: Token) -> tuple[Token, ...]:
    """What somebody does as it happens to them: "caught taking a bribe", "trapped a clerk accepting money"."""
    own = children(verb, "xcomp", "ccomp", "advcl")
    of_object = (clause for thing in children(verb, "dobj", "nsubjpass", "nsubj") for clause in children(thing, "acl"))
    return tuple(clause for clause in (*own, *of_object) if clause.tag_ == "VBG")


def _pursuits(ground: Token) -> tuple[Token, ...]:
    """The doing that somebody is accused of: "accused of selling cocaine"."""
    return tuple(deep for prep in children(ground, "prep") for deep in children(prep, "pcomp"))


def _taken_for_adjectives(verb: Token) -> Slots:
    """Prepositions that the parser read as adjectives of an object: "camped outside parliament"."""
    return {
        thing.left_edge.lower_: (thing,)
        for thing in children(verb, "dobj")
        if thing.left_edge.lower_ in ("outside", "opposite", "inside", "near") and thing.left_edge.i == verb.i + 1
    }


def _modifiers(verb: Token, things: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is said of the object beside the verb: its adjectives, and what was done to it before."""
    return tuple(word for thing in things for word in (*children(thing, "amod"), *_undergone(thing)) if word != verb)


def _undergone(thing: Token) -> tuple[Token, ...]:
    """The passive clauses on a noun: "a nurse kidnapped in May", "the men who were arrested"."""
    return tuple(clause for clause in children(thing, "acl", "relcl") if is_passive(clause))


def _charge(verb: Token) -> tuple[Token, ...]:
    """What somebody is arrested over: "on suspicion of burglary", "over a murder", "a man accused of theft"."""
    grounds = (token for tokens in prepositions(verb).values() for token in tokens if token.lemma_ in _GROUNDS)
    held = (*children(verb, "dobj", "nsubjpass"), *((verb.head,) if verb.dep_ in ("acl", "relcl") else ()))
    accused = (
        clause for person in held for clause in children(person, "acl", "relcl", "amod") if clause.lemma_ in _ACCUSED
    )
    return tuple(
        word
        for ground in (*grounds, *accused)
        for word in (
            *children(ground, "compound"),
            *(deep for prep in children(ground, "prep") for deep in children(prep, "pobj", "pcomp")),
            *(thing for clause in _pursuits(ground) for thing in children(clause, "dobj")),
        )
    )


def _orderer(verb: Token) -> tuple[Token, ...]:
    """Who proposes or orders that it be done: "the president proposed that prisoners be released"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in _CLAUSES:
        clause = clause.head
    governor = clause.head
    if clause.dep_ in ("ccomp", "xcomp") and governor.lemma_ in verbs("order") and governor != clause:
        return surface_subject(governor)
    return ()


def phrase_slots(head: Token) -> Slots:
    """Slots of a fixed wording: those of the clause it belongs to."""
    if head.dep_ in ("xcomp", "ccomp", "oprd", "attr", "appos") and head.head.lemma_ in NAMING:
        named = children(head, "nsubj") or objects(head.head)  # "declared two envoys personae non gratae"
        return {**prepositions(head), "subject": subject(head.head), "object": named}
    if head.pos_ in _CLAUSES:
        return {**verb_slots(head), "object": objects(head)}
    governor = head.head
    if governor.pos_ in _CLAUSES:
        named = objects(governor) or children(head, "nsubj")
        return {**verb_slots(governor), "subject": subject(governor), "object": named}
    return {"subject": (governor,), "object": (governor,), **prepositions(head)}
