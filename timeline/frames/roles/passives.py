"""Whether a verb is passive: what happens to its subject, also where the tagger took a participle for a past tense."""

from __future__ import annotations

from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token

_UNCHANGED = frozenset({"let", "set", "put", "cut", "shut", "hit", "beat"})  # past tense and participle alike
_ORDERING = frozenset({"order", "want", "command"})


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its own marks, as a bare participle, or through coordination with a passive."""
    if children(verb, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if children(verb, "aux", "dobj"):
        return False
    if _ordered(verb):
        return True
    if not _reads_as_participle(verb):
        return False
    if children(verb, "nsubj") and (verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)):
        return False  # a past tense taken for a participle, in "rivals clashed in the square; nine were hurt" too
    if verb.dep_ == "acomp" and verb.head.lemma_ == "be":
        return True  # "whose ministries were crippled by": taken for an adjective
    if verb.dep_ in ("acl", "amod", "advcl", "ROOT", "oprd", "ccomp"):
        return True  # a bare participle: "activists detained in May", "saw people hauled off"
    if verb.dep_ == "conj":  # "was arrested and jailed", "40 were arrested and 12 others taken into custody"
        return verb.head.pos_ == "VERB" and is_passive(verb.head)
    return False


def _ordered(verb: Token) -> bool:
    """ "Ordered the editor freed", "had a doctor sworn in": the participle that the tagger takes for a past tense."""
    small = verb.dep_ in ("xcomp", "ccomp") and verb.tag_ in ("VBD", "VBN") and verb.head.lemma_.lower() in _ORDERING
    return small and bool(children(verb, "nsubj")) and not children(verb, "mark")


def _reads_as_participle(verb: Token) -> bool:
    """Whether a verb has the form of a participle, as "let" behind a passive has: "were detained and let go"."""
    return verb.tag_ == "VBN" or (verb.lower_ in _UNCHANGED and verb.dep_ == "conj" and verb.tag_ in ("VBD", "VB"))
