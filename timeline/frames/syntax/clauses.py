"""What kind of clause a governor has below it: an infinitive that came about, a bare one, the content of a report."""

from __future__ import annotations

from timeline.frames.realis.effects import NOMINAL, VERBAL, Effect
from timeline.frames.syntax.parsing import children, infinitive
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words
from timeline.frames.words.name_words import name_words, role_word

_NUMBERED = {"was": False, "is": False, "has": False, "were": True, "are": True, "have": True}
_PLURAL = ("NNS", "NNPS")


def unreached(verb: Token, head: Token) -> tuple[Effect, ...]:
    """An infinitive tells what was wanted ("a search to find", "directed to arrest"), unless its governor says it came
    about ("began to march", "forced them to free") or it looks back ("is thought to have been held")."""
    looks_back = any(child.lower_ == "have" for child in children(verb, "aux"))
    if not infinitive(verb) or looks_back or head.lemma_.lower() in realis_words("implicative"):
        return ()
    if head.lemma_.lower() in realis_words("purpose_act") and head.pos_ in VERBAL:
        return ()  # "fired tear gas to break up a march": a purpose that the parser took for a complement
    how = any(child.lower_ == "how" for child in children(verb, "advmod"))
    return ("unreached",) if how or head.pos_ in NOMINAL or head.pos_ in VERBAL else ()


def causative(verb: Token, head: Token) -> bool:
    """ "Could let hackers steal", "would make them free": a bare infinitive shares the mood of what brings it about."""
    bare = verb.tag_ in ("VB", "VBN") and not children(verb, "aux", "auxpass")
    return bare and head.lemma_.lower() in ("let", "make", "have", "help", "see", "get", "leave")


def ranked(verb: Token) -> bool:
    """ "The first to be freed", "one of many to be held": an infinitive that tells what happened."""
    before = verb.doc[max(0, verb.i - 10) : verb.i]
    passive = bool(children(verb, "auxpass"))
    return passive and any(token.lower_ in realis_words("ranking") for token in before)


def became_first(verb: Token, head: Token) -> bool:
    """ "Became the first state in the region to recognise it": the infinitive shares the mood of becoming."""
    ranks = (word for noun in children(head, "attr") for word in children(noun, "amod"))
    return (
        infinitive(verb) and head.lemma_ == "become" and any(word.lower_ in realis_words("ranking") for word in ranks)
    )


def is_first(verb: Token, noun: Token) -> bool:
    """ "Was the first power to recognise it": the infinitive shares the mood of being or becoming that."""
    ranks = any(word.lower_ in realis_words("ranking") for word in children(noun, "amod"))
    return ranks and infinitive(verb) and noun.dep_ == "attr" and not children(verb, "nsubj", "nsubjpass")


def juxtaposed(verb: Token, head: Token) -> bool:
    """ "It was not hacked: a disk failed": a clause beside another, which the parse took for its complement."""
    if head.i < verb.i:
        return False
    subject = any(verb.i < who.i < head.i for who in children(head, "nsubj", "nsubjpass", "expl"))
    between = verb.doc[verb.right_edge.i : head.i]
    apart = subject and any(mark.text in (":", ";", "–", "—") for mark in between)
    apart = apart or any(who.lower_ == "who" for who in between)  # "expelled four men who, she said, had tried to"
    return apart and not children(verb, "mark") and head.lemma_.lower() not in cue_words("statement")


def content(verb: Token, head: Token) -> bool:
    """ "Reports sanctions had been imposed": the clause says what the report is."""
    return head.lemma_.lower() in cue_words("rumour") and bool(children(verb, "nsubj", "nsubjpass"))


def phoned(verb: Token, head: Token) -> bool:
    """ "Phoned her to concede": what the call was for is said in calling."""
    return head.lemma_.lower() in realis_words("phoning") and verb.lemma_.lower() in realis_words("phoned")


def agreeing(noun: Token, pronoun: Token) -> Token:
    """The noun that a relative pronoun stands for: of "two guards from the bank who were held" the guards.

    The parse takes the nearest one; where the verb is plural and that is not, or the other way round, it is the noun
    before its preposition.
    """
    clause = pronoun.head
    finite = next((word for word in (*children(clause, "aux", "auxpass"), clause) if word.lower_ in _NUMBERED), None)
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else None
    if finite is None or above is None or above.pos_ != "NOUN" or children(noun, "conj"):
        return noun
    plural = _NUMBERED[finite.lower_]
    fits = (noun.tag_ in _PLURAL) == plural
    return above if not fits and (above.tag_ in _PLURAL) == plural else noun


def somebody(noun: Token, pronoun: Token) -> Token:
    """Whom "who" stands for: of "Ada Lund, a leader of the party, who was held" Ada Lund, and no party.

    Where the parse takes a body for it, it is the person whose phrase that body ends.
    """
    if pronoun.lower_ not in ("who", "whom") or noun.dep_ != "pobj" or noun.tag_ not in ("NN", "NNP"):
        return noun
    above = noun.head.head
    body = noun.lower_ in name_words().organisations and not role_word(noun.lower_)
    if not body or noun.head.lower_ not in ("of", "in", "from", "for") or not role_word(above.lower_):
        return noun
    return above.head if above.dep_ == "appos" and above.head.pos_ == "PROPN" else above


def shared_with(verb: Token, head: Token) -> Token | None:
    """The relative clause before a verb that it shares its subject with, where its number rules out the main clause.

    "The states stood by the president, who won the vote and was sworn in": she was.
    """
    finite = next((word for word in children(verb, "aux", "auxpass") if word.lower_ in _NUMBERED), None)
    subjects = children(head, "nsubj", "nsubjpass")
    if finite is None or not subjects or verb.dep_ != "conj":
        return None
    plural = _NUMBERED[finite.lower_]
    if plural == _is_plural(subjects[0]):
        return None
    between = (word for word in reversed(verb.doc[head.i + 1 : verb.i]) if word.dep_ == "relcl")
    return next((clause for clause in between if plural == _is_plural(clause.head)), None)


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in _PLURAL or bool(children(noun, "conj")) or noun.lower_ in ("they", "we")


def of_no_other(verb: Token) -> bool:
    """ "They recognise no other president": what is done to no other is done to one."""
    objects = (noun for noun in children(verb, "dobj") if any(word.lower_ == "no" for word in children(noun, "det")))
    return any(word.lower_ == "other" for noun in objects for word in children(noun, "amod"))


def object_before(pronoun: Token) -> Token | None:
    """Those whom the clause before acts on, for "them" in the next: "stopped two reporters and held them"."""
    verb = pronoun.head
    if pronoun.lower_ != "them" or pronoun.dep_ != "dobj":
        return None
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        for thing in children(verb, "dobj"):
            if thing.tag_ in ("NNS", "NNPS", "CD") or children(thing, "conj"):
                return thing
    return None
