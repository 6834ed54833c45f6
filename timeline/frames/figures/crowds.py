"""Whether a number is the size of a crowd: what is put on it, how many came, "there were 2,000 of them, police say"."""

from __future__ import annotations

from timeline.frames.figures.quantities import Quantity
from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, role_words
from timeline.frames.words.lexicon import lemmas
from timeline.frames.words.noun_words import noun_words

_BARE = frozenset({"number", "figure", "it", "protest", "march", "rally"})


def counts_a_crowd(quantity: Quantity) -> bool:
    """Whether a number is put on the crowd, or counts people who came."""
    verb = verb_above(quantity.head)
    return put_on_a_crowd(quantity) or (_of_people(quantity) and verb is not None and _came(verb, quantity))


def put_on_a_crowd(quantity: Quantity) -> bool:
    """Whether somebody puts a number on the crowd: "police counted 3,000", "there were 2,000 of them, they say"."""
    verb = verb_above(quantity.head)
    if _out(quantity):
        return True
    if not _of_people(quantity) or verb is None:
        return False
    if verb.lemma_.lower() in cue_words("with_number") | cue_words("guessing"):
        if _of_others(verb):
            return False
        words = {token.lemma_.lower() for token in verb.subtree}
        return bool(quantity.noun or _is_object(quantity, verb) or words & (noun_words().crowd | _BARE))
    return _were_there(verb, quantity) or _said(verb, quantity)


def _of_others(verb: Token) -> bool:
    """ "Put the number of arrests at 836": said of something else than people."""
    of = (prep for thing in children(verb, "dobj") for prep in children(thing, "prep") if prep.lower_ == "of")
    return any(noun.lemma_.lower() not in _people() | _BARE for prep in of for noun in children(prep, "pobj"))


def _of_people(quantity: Quantity) -> bool:
    noun = quantity.noun.lemma_.lower() if quantity.noun is not None else ""
    return not noun or noun in ("them", "they", "we") or noun in _people()


def _people() -> frozenset[str]:
    return role_words("attending") | noun_words().crowd | lemmas("people")


def _is_object(quantity: Quantity, verb: Token) -> bool:
    """ "Our correspondent guessed 5,000", "spoke of 3,000": the number alone is what is claimed."""
    head = quantity.head
    alone = quantity.noun is None and (head.head == verb or (head.dep_ == "pobj" and head.head.head == verb))
    return alone and head.dep_ in ("dobj", "pobj", "attr", "nummod", "advmod")


def _came(verb: Token, quantity: Quantity) -> bool:
    subject = any(quantity.head in child.subtree for child in children(verb, "nsubj", "nsubjpass"))
    return subject and verb.lemma_.lower() in noun_words().joining | role_words("coming")


def _out(quantity: Quantity) -> bool:
    """ "With 70,000 out in the capital alone"."""
    head = quantity.head
    words = [token.lower_ for token in head.doc[max(0, head.i - 3) : head.i]]
    behind = head.nbor(1).lower_ if head.i + 1 < len(head.doc) else ""
    return "with" in words and behind == "out"


def _were_there(verb: Token, quantity: Quantity) -> bool:
    """ "There were 2,000 of them": only where somebody says so, for there may be more than one crowd."""
    if verb.lemma_ != "be" or not children(verb, "expl"):
        return False
    held = any(quantity.head in child.subtree for child in children(verb, "attr", "dobj", "nsubj"))
    return held and quantity.noun is not None and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _saying()


def _said(verb: Token, quantity: Quantity) -> bool:
    """ "Organisers say at least 6,000": a number and nothing else."""
    return verb.lemma_.lower() in _saying() and quantity.noun is None and quantity.head.head == verb


def _saying() -> frozenset[str]:
    return cue_words("statement") | cue_words("with_number") | cue_words("guessing")
