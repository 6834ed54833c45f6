"""Second readings of a verb whose parse is one of the usual mistakes: particles, passives, past tenses."""

from __future__ import annotations

from timeline.frames.roles.slots import Slots, agents, prepositions, surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token

_CLAUSES = ("VERB", "AUX")
_FORCES = frozenset({"military", "paramilitary", "opposition", "left", "right"})  # adjectives that are nouns too


def with_particle(verb: Token, particle: Token, slots: Slots) -> Slots:
    """The slots of a verb with its particle, where the parser read the particle as a preposition or a clause."""
    if any(not _is_among(thing) for thing in slots["object"]):
        return slots
    found = children(particle, "pobj") or (children(particle, "nsubj") if particle.dep_ == "ccomp" else ())
    if not found:
        return slots
    more = {name: tokens for name, tokens in prepositions(found[0]).items() if name not in slots}
    return slots.but({**more, "object": found})


def _is_among(thing: Token) -> bool:
    """ "Took in 14 of them, among them two nurses": whom the parse takes for the object of the verb."""
    return any(prep.lower_ == "among" and prep.i < thing.i for prep in children(thing, "prep"))


def as_reduced_passive(verb: Token, slots: Slots) -> Slots | None:
    """A second reading of a verb without object: "more than 100 dragged away" were dragged; None if there is none."""
    if slots["object"] or verb.tag_ not in ("VBD", "VBN") or children(verb, "aux", "dobj"):
        return None
    if verb.dep_ == "amod" and verb.tag_ == "VBD" and children(verb, "nsubj"):
        return None  # "Authorities in Oslo freed opposition figure Ada Lund": a past tense
    if any(clause.i > verb.i for clause in children(verb, "ccomp")):
        return None  # but "Police raid farm, 14 held": a clause before it is none of its own
    if any(thing.i == verb.i + 1 for clause in children(verb, "advcl") for thing in children(clause, "nsubj")):
        return None  # "held banners demanding jobs", where the parser took the object for a subject
    return slots.but({"object": _noun_before(verb) or surface_subject(verb), "subject": agents(verb)})


def _noun_before(verb: Token) -> tuple[Token, ...]:
    """ "In a ballot held the Saturday before": what is held, where the parser took the participle for a clause."""
    before = verb.nbor(-1) if verb.i else verb
    bare = verb.dep_ == "advcl" and not children(verb, "nsubj", "nsubjpass", "mark", "advmod")
    return (before,) if bare and before.dep_ == "pobj" and before.tag_ in ("NN", "NNS") else ()


def as_headline_verb(noun: Token) -> Slots | None:
    """The verb of a headline that was taken for a noun: "Customs arrests trader", "agents raid spa, arrest manager".

    So is any with a subject and an object: "Peru and Chile recognise her", which the tagger does not know.
    """
    doc, thing = noun.doc, noun.head
    if noun.dep_ == "ROOT" and noun.tag_ == "NN" and (subjects := children(noun, "nsubj")):
        what = tuple(word for word in children(noun, "dobj") if word.i > noun.i > subjects[0].i)
        return Slots({**prepositions(noun), "subject": subjects, "object": what}) if what else None
    if noun.dep_ != "compound" or not noun.i or thing.i < noun.i or doc[-1].text in (".", "!", "?"):
        return None
    before, finite = noun.nbor(-1), [word for word in doc if word.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    if noun.tag_ == "NNS" and thing.tag_ in ("NN", "NNP") and before.pos_ in ("NOUN", "PROPN") and not finite:
        return Slots({**prepositions(thing), "subject": (before,), "object": (thing,)})
    told = [verb for verb in finite if verb.i < noun.i and verb.tag_ == "VBP"]
    if noun.tag_ == "NN" and before.text == "," and thing.dep_ in ("appos", "conj") and told:
        return Slots({**prepositions(thing), "subject": surface_subject(told[0]), "object": (thing,)})
    return None


def _main_verb_of_a_fragment(verb: Token) -> bool:
    """ "On 3 May, inhabitants of two villages fought over land", where the parser found no main verb."""
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or agents(verb) or verb.head.dep_ != "pobj":
        return False
    return verb.ancestors[-1].pos_ not in _CLAUSES


def _whole(noun: Token) -> Token:
    """Of "inhabitants of two villages" the inhabitants."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NOUN", "PROPN", "NUM"):
        noun = noun.head.head
    return noun


def as_past_tense(verb: Token, slots: Slots) -> Slots | None:
    """A second reading of a participle the parser put before a noun: "chanted slogans and hurled stones"."""
    noun = verb.head
    if _main_verb_of_a_fragment(verb):
        return slots.but({"subject": (_whole(noun),), "object": children(verb, "dobj")})
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ == "ROOT"
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and (noun.dep_ == "ROOT" or counted) and not agents(verb):
        return slots.but({"subject": (noun,), "object": children(verb, "dobj")})  # "rival groups of youths clashed"
    if verb.dep_ != "amod" or verb.tag_ not in ("VBN", "VBD") or verb.i > noun.i or not verb.i:
        return None
    before = verb.nbor(-1)
    while noun.dep_ == "compound" and children(verb, "nsubj"):
        noun = noun.head  # "opposition figure Ada Lund"
    clause = noun.head
    if noun.dep_ == "conj" and before.dep_ == "cc":
        while clause.pos_ not in _CLAUSES and clause.head != clause:
            clause = clause.head
        who = surface_subject(clause) if clause.pos_ in _CLAUSES else ()
        return slots.but({**prepositions(clause), **prepositions(noun), "subject": who, "object": (noun,)})
    if noun.dep_ == "ROOT" and children(verb, "nsubj"):
        deep = tuple(what for prep in noun.subtree if prep.lower_ == "from" for what in children(prep, "pcomp"))
        own = {**prepositions(noun), "from": deep, "subject": children(verb, "nsubj"), "object": (noun,)}
        return slots.but(own)
    if noun.dep_ == "ROOT" and before.lower_ in _FORCES and before.head == noun and children(noun, "poss"):
        return slots.but({**prepositions(noun), "subject": (before,), "object": (noun,)})  # "its military seized power"
    if noun.dep_ in ("appos", "dep") and clause.dep_ == "ROOT" and before.pos_ in ("NOUN", "PROPN"):
        return slots.but({**prepositions(noun), "subject": (clause,), "object": (noun,)})
    return None
