"""What fills the slots of a verb beside its prepositions: its roles, and what the clauses around it tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from timeline.frames.roles.labels import labelled
from timeline.frames.roles.nested_slots import NESTED, below, owners, within
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import NAMING, Slots, Tokens, agents, objects, prepositions, subject, surface_subject
from timeline.frames.syntax.parsing import children, infinitive
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import satisfies, verbs

_CLAUSES = ("VERB", "AUX")
_GROUNDS = frozenset({"suspicion", "charge", "connection", "accusation", "allegation", "count", "case", "probe"})
_ACCUSED = frozenset({"accuse", "suspect", "want", "wanted", "charge", "arrest", "detain", "hold", "jail"})


def _beside(verb: Token, subjects: Tokens) -> Tokens:
    """What they do as they act: "stopped work, demanding their wages", "miners demanding pay shut the gates"."""
    acts = (*children(verb, "advcl"), *(act for who in subjects for act in children(who, "acl")))
    return tuple(act for act in acts if act.tag_ == "VBG")


def _of_complement(verb: Token, *names: str) -> Tokens:
    """What stands behind a preposition, or as object, of what somebody lets be done: "let them walk out of jail"."""
    acts = children(verb, "xcomp", "ccomp")
    behind = tuple(noun for act in acts for name in names for noun in prepositions(act).get(name, ()))
    return behind + (tuple(noun for act in acts for noun in children(act, "dobj")) if "of" in names else ())


def _reached(clause: Token) -> Tokens:
    behind = prepositions(clause)
    return (*behind.get("to", ()), *behind.get("by", ()))


def _scheme(verb: Token) -> Tokens:
    """What an infinitive fills: "a plot to topple", "conspired to seize"."""
    filling = verb.dep_ in ("acl", "relcl", "xcomp", "advcl") and any(aux.tag_ == "TO" for aux in children(verb, "aux"))
    before = verb.doc[verb.left_edge.i - 1 : verb.left_edge.i] if verb.left_edge.i else ()
    if not filling:
        return ()
    served = _scheme(verb.head) if verb.head.lemma_.lower() == "use" else ()  # "plotted to use saboteurs to topple"
    return (verb.head, *before, *served)  # the noun before it, where it was hung on the verb


def _sayer(verb: Token) -> Tokens:
    """Who says what a clause tells: "soldiers said they had", "the bloc said that he was"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in _CLAUSES:
        clause = clause.head
    governor = clause.head
    told = clause.dep_ == "ccomp" and governor != clause and governor.pos_ in _CLAUSES
    return surface_subject(governor) if told and not is_passive(governor) else ()


def _stands_for_speaker(who: Token) -> bool:
    return who.lower_ in ("they", "it", "he", "she", "we", "i")


def _whither(verb: Token) -> Tokens:
    """ "Summoned its envoy home", "called its envoys to Peru and Chile home": where the parse hung it on a noun."""
    things = children(verb, "dobj")
    joined = (
        word for word in verb.subtree if word.lower_ == "home" and word.dep_ == "conj" and word.head.pos_ == "PROPN"
    )
    return (
        *(word for thing in things for word in children(thing, "advmod") if word.lower_ in ("home", "back")),
        *joined,
    )


def _after_object(verb: Token) -> Tokens:
    """Adjectives behind the object: "held the minister responsible"."""
    return tuple(word for thing in children(verb, "dobj") for word in children(thing, "amod") if word.i > thing.i)


def _purposes(verb: Token) -> Tokens:
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


def _doing(verb: Token) -> Tokens:
    """What somebody does as it happens to them: "caught taking a bribe", "trapped a clerk accepting money"."""
    own = children(verb, "xcomp", "ccomp", "advcl")
    of_object = (clause for thing in children(verb, "dobj", "nsubjpass", "nsubj") for clause in children(thing, "acl"))
    return tuple(clause for clause in (*own, *of_object) if clause.tag_ == "VBG")


def _pursuits(ground: Token) -> Tokens:
    """The doing that somebody is accused of: "accused of selling cocaine"."""
    return tuple(deep for prep in children(ground, "prep") for deep in children(prep, "pcomp"))


def _modifiers(verb: Token, things: Tokens) -> Tokens:
    """What is said of the object beside the verb: its adjectives, and what was done to it before."""
    return tuple(word for thing in things for word in (*children(thing, "amod"), *_undergone(thing)) if word != verb)


def _undergone(thing: Token) -> Tokens:
    """The passive clauses on a noun: "a nurse kidnapped in May", "the men who were arrested"."""
    return tuple(clause for clause in children(thing, "acl", "relcl") if is_passive(clause))


def _charge(verb: Token) -> Tokens:
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


def _orderer(verb: Token) -> Tokens:
    """Who proposes or orders that it be done: "the president proposed that prisoners be released"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in _CLAUSES:
        clause = clause.head
    governor = clause.head
    if clause.dep_ in ("ccomp", "xcomp") and governor.lemma_ in verbs("order") and governor != clause:
        return surface_subject(governor)
    return ()


def _sent_first(verb: Token) -> Tokens:
    """What an act before it was done to: of "moved his tanks in and removed the premier" the tanks."""
    before = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else None
    return objects(before) if before is not None and not is_passive(before) else ()


def _complements(verb: Token) -> Tokens:
    return children(verb, "ccomp")


def _speaker(verb: Token, who: Tokens) -> Tokens:
    """Who says it, where a pronoun stands for the speaker."""
    return _sayer(verb) if any(_stands_for_speaker(one) for one in who) else ()


def _marks(act: Token) -> Iterator[Token]:
    return (mark for mark in act.children if mark.dep_ == "mark" or mark.tag_ == "WRB")


def _of_others(verb: Token, things: Tokens) -> Tokens:
    """Whose the things are, if a name says so: "closed Peru's consulate", "the Peruvian embassy", not "its embassy"."""
    if is_passive(verb) and not agents(verb):
        return ()  # "the Peruvian embassy in Chad was closed": by Peru, as likely as not
    names = (*owners(things), *below(things, "amod", "compound", "nmod"))
    return tuple(who for who in names if who.text[:1].isupper() and satisfies(who, ("@state", "@demonym")))


FILLS: Mapping[str, Callable[[Token, Slots], Tokens]] = {
    **NESTED,
    "self": lambda verb, _: (verb,),
    "subject": lambda verb, _: subject(verb),
    "subject_modifier": lambda _, found: below(found["subject"], "amod", "compound", "nmod"),
    "subject_of": lambda _, found: within(found["subject"], "of"),
    "subject_in": lambda _, found: within(found["subject"], "in"),  # "men in masks"
    "subject_with": lambda _, found: within(found["subject"], "with"),  # "youths with sticks roamed"
    "demanding": lambda verb, found: _beside(verb, found["subject"]),
    "object": lambda verb, _: objects(verb),
    "object_owner": lambda _, found: owners(found["object"]),
    "object_of_others": lambda verb, found: _of_others(verb, found["object"]),
    "object_modifier": lambda verb, found: _modifiers(verb, found["object"]),
    "object_compound": lambda verb, found: below((*found["object"], *_complements(verb)), "compound"),
    "object_number": lambda _, found: below(found["object"], "nummod"),
    "object_of": lambda _, found: within(found["object"], "of", "by"),
    "object_in": lambda _, found: within(found["object"], "in"),
    "object_at": lambda _, found: within(found["object"], "at", "inside", "behind"),
    "object_to": lambda _, found: within(found["object"], "to"),
    "object_out": lambda verb, found: within(found["object"] or _complements(verb), "out of", "out"),
    "object_title": lambda _, found: below(  # of "Ambassador Piet Maas" the ambassador
        tuple(thing for thing in found["object"] if thing.pos_ == "PROPN"), "compound"
    ),
    "object_tied": lambda _, found: tuple(  # "accounts linked to three generals": to whom
        noun for tied in below(found["object"], "acl") for noun in _reached(tied)
    ),
    "owner": lambda verb, _: tuple(
        owner for owner in owners(children(verb, "dobj", "nsubjpass")) if owner.pos_ == "PROPN"
    ),
    "orderer": lambda verb, _: _orderer(verb),
    "sayer": lambda verb, _: _sayer(verb),
    "speaker": lambda verb, found: _speaker(verb, found["subject"]),
    "speaker_object": lambda verb, found: _speaker(verb, found["object"]),
    "dative": lambda verb, _: children(verb, "dative"),
    "aux": lambda verb, _: children(verb, "aux"),
    "passive": lambda verb, _: children(verb, "auxpass"),  # the "are" of "are barred"
    "particle": lambda verb, _: children(verb, "prt"),
    "then": lambda verb, _: tuple(clause for clause in children(verb, "conj") if clause.pos_ in _CLAUSES),
    "then_all": lambda _, found: tuple(word for clause in found["then"] for word in clause.subtree),
    "first_object": lambda verb, _: _sent_first(verb),
    "qualifies": lambda verb, _: (verb.head,) if verb.dep_ == "amod" else (),
    "scheme": lambda verb, _: _scheme(verb),
    "charge": lambda verb, _: _charge(verb),
    "doing": lambda verb, _: _doing(verb),
    "done_to": lambda _, found: below(found["doing"], "dobj"),
    "purpose": lambda verb, _: _purposes(verb),
    "purpose_object": lambda _, found: below(found["purpose"], "dobj"),
    "predicate_modifier": lambda verb, _: below(children(verb, "attr"), "amod"),  # "is the legitimate president"
    "complement": lambda verb, _: (
        *children(verb, "attr", "acomp", "oprd", "xcomp", "ccomp", "advmod"),
        *_after_object(verb),
        *_whither(verb),
        *(labelled(verb)[1] if verb.lemma_ in NAMING else ()),
    ),
    "complement_mark": lambda verb, _: tuple(mark for act in _complements(verb) for mark in _marks(act)),
    "complement_object": lambda verb, _: tuple(
        thing for act in children(verb, "xcomp", "ccomp") for thing in objects(act)
    ),
    "complement_subject": lambda verb, _: below(_complements(verb), "nsubj"),
    "complement_subject_modifier": lambda _, found: below(found["complement_subject"], "amod"),
    "complement_out": lambda verb, _: _of_complement(verb, "out of", "of", "from"),
    "complement_after_in": lambda verb, _: within(_of_complement(verb, "after"), "in", "of", "behind"),
}
"""Slot -> what fills it, of a verb whose prepositions are known."""
