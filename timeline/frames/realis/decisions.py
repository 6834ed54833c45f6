"""Acts that a body does in deciding on them: "ministers agreed to add", "its decision to freeze the accounts"."""

from __future__ import annotations

from timeline.frames.realis.effects import definite
from timeline.frames.syntax.parsing import children, infinitive, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words


def decided(trigger: Token, event_type: str) -> bool:
    """Whether a body has decided on it: "ministers agreed to add", "approved sanctions", "said it would bar"."""
    if trigger.pos_ == "VERB" and _by_decision(trigger):
        return True
    if event_type == "release":
        return _by_the_bench(trigger)
    if event_type == "detention" and trigger.lemma_.lower() in realis_words("held_by_order"):
        return _by_the_bench(trigger)
    if event_type != "sanction" and not (event_type == "diplomacy" and trigger.pos_ == "NOUN"):
        return trigger.dep_ in ("xcomp", "advcl") and infinitive(trigger) and _taken(trigger.head)
    if trigger.pos_ not in ("NOUN", "PROPN"):
        return _resolved(trigger)
    above = trigger.head
    if trigger.dep_ == "pobj" and above.lower_ in ("to", "on"):
        return _taken(above.head)  # "agreed to an arms embargo"
    if trigger.dep_ == "pobj" and above.lower_ == "of" and above.head.dep_ in ("dobj", "nsubjpass"):
        return _taken(above.head.head)  # "approved a fourth round of sanctions"
    if trigger.dep_ not in ("dobj", "nsubjpass"):
        return False
    return _taken(above) or (above.dep_ == "xcomp" and _taken(above.head))  # "voted to impose an embargo"


def _taken(verb: Token) -> bool:
    """Whether a verb tells of a decision taken, with nothing that puts it off."""
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in realis_words("deciding_body"):
        return False
    ahead = any(aux.tag_ == "MD" or aux.lower_ == "to" for aux in children(verb, "aux"))
    later = any(word.lower_ in ("next", "later", "coming", "tomorrow") for word in verb.subtree)
    return not (ahead or later or children(verb, "neg", "mark"))


def _resolved(verb: Token) -> bool:
    """ "Agreed to add", "said it would bar": the decision is the act."""
    above = verb.head
    if verb.dep_ == "xcomp":
        return _taken(above)
    said = verb.dep_ == "ccomp" and above.tag_ in ("VBD", "VBN") and above.lemma_.lower() in ("say", "announce")
    if not said or children(above, "neg", "mark"):
        return False
    modal = any(aux.lower_ in ("would", "will") for aux in children(verb, "aux"))
    own = any(who.lower_ in ("it", "they") for who in children(verb, "nsubj"))
    own = own or (above.lemma_.lower() == "announce" and bool(children(verb, "auxpass")))  # "that they would be barred"
    return modal and own and verb.lemma_.lower() in realis_words("barring")


def _by_the_bench(trigger: Token) -> bool:
    """ "The judge ordered his release", "ordered that six men be kept in custody": whoever may order it does it."""
    order = trigger.head
    if order.lemma_.lower() not in ("order", "rule", "direct") or order.tag_ not in ("VBD", "VBN"):
        return False
    makers = (*children(order, "agent"), *children(trigger, "agent"))  # "were ordered freed by the court"
    who = (*children(order, "nsubj"), *(by for prep in makers for by in children(prep, "pobj")))
    if not any(word.lemma_.lower() in realis_words("bench") for word in who):
        return False
    put_off = any(word.lower_ in ("tomorrow", "next", "if", "unless", "once") for word in order.subtree)
    ahead = any(aux.tag_ == "MD" or aux.lower_ == "to" for aux in children(order, "aux"))
    return trigger.dep_ in ("dobj", "ccomp", "xcomp") and not (put_off or ahead or children(order, "neg"))


def _by_decision(verb: Token) -> bool:
    """ "Its decision to freeze the accounts was called a relic": a decision that is talked of has been taken."""
    noun = verb.head
    if verb.dep_ != "acl" or not infinitive(verb) or noun.lemma_.lower() not in realis_words("decision"):
        return False
    if not definite(noun) or any(word.lower_ in realis_words("undecided") for word in noun.children):
        return False
    clause = verb_above(noun)
    if clause is None or clause.lemma_.lower() in realis_words("deciding"):
        return clause is None
    ahead = any(aux.tag_ == "MD" or aux.lower_ == "to" for aux in children(clause, "aux"))
    return not ahead and not children(clause, "neg")
