"""The step from a clause to what governs it, and what that does to the event the clause tells."""

from __future__ import annotations

from timeline.frames.realis.effects import Effect, effect_of, is_clause
from timeline.frames.realis.moods import modifiers, negated
from timeline.frames.realis.prepositions import from_preposition
from timeline.frames.realis.steps import END, GRANTED, Step
from timeline.frames.syntax.clauses import (
    became_first,
    causative,
    content,
    is_first,
    juxtaposed,
    phoned,
    ranked,
    unreached,
)
from timeline.frames.syntax.parsing import children, infinitive
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words


def from_clause(verb: Token, dep: str) -> Step:
    """The step from a clause to what governs it: a verb, a noun, another clause, or nothing."""
    head = verb.head
    if _sought(verb, head, dep):
        return Step(effects=("conditional",))
    apart = _of_its_own(verb, head, dep)
    if apart is not None:
        return apart
    if dep == "relcl" and _completes(verb, head):
        dep = "acl"
    if dep == "relcl":
        usual = verb.tag_ == "VBP" and head.tag_ == "NNS" and not any(child.i < head.i for child in head.children)
        return Step(effects=("conditional",) if _whoever(head) else ("generic",) if usual else (), granted=True)
    if dep == "acl" and not infinitive(verb) and not children(verb, "mark") and not content(verb, head):
        return Step(effects=("conditional",) if _whoever(head) else (), granted=True)
    if dep in ("advcl", "xcomp") and (phoned(verb, head) or _as_it_turned_out(verb)):
        return Step(head)
    if dep == "advcl":
        return Step(head) if became_first(verb, head) else _purpose(verb, head)
    if dep == "pcomp":
        return from_preposition(verb.head, verb)
    if dep in ("ccomp", "xcomp", "acl", "csubj", "csubjpass", "acomp", "oprd"):
        return _from_content(verb, head, dep)
    return END


def _from_content(verb: Token, head: Token, dep: str) -> Step:
    """What governs a clause that completes a verb, noun or adjective: "decided to arrest", "the claim that he fled"."""
    yet = any(child.lower_ == "yet" for child in head.children)
    if head.lemma_.lower() == "be" and dep == "xcomp" and infinitive(verb):
        return _judged(verb, head) or Step(head, ("denied",) if yet else ("planned",))
    if _serves(head) and infinitive(verb):
        return Step(effects=("generic",))
    effect = effect_of(head, verb) or _wished(verb, dep)
    if effect:
        return Step(head, effect + (tuple(modifiers(head)) if not is_clause(head) else ()))
    if head.lemma_.lower() in realis_words("plot"):
        return Step(head, ("alleged", *modifiers(head)))
    if dep == "acl" and head.lemma_.lower() in cue_words("rumour"):
        return Step(head, tuple(modifiers(head)))
    if dep == "ccomp" and causative(verb, head):
        return Step(head)
    if head.lemma_.lower() in realis_words("asserting") or dep == "ccomp":
        unsaid = head.lemma_.lower() in realis_words("unsaid") and negated(head, verb)
        unsaid = unsaid or (head.pos_ == "NOUN" and any(det.lower_ == "no" for det in children(head, "det")))
        return Step(effects=("conditional",) if unsaid else (), asserted=True)
    return Step(head, unreached(verb, head))


def _of_its_own(verb: Token, head: Token, dep: str) -> Step | None:
    """Clauses whose event is told whatever stands above: "the first to be freed", "became the first to recognise"."""
    if dep in ("relcl", "acl", "advcl") and infinitive(verb) and ranked(verb):
        return GRANTED
    if dep in ("relcl", "acl") and is_first(verb, head):
        return Step(head.head)
    return END if dep == "ccomp" and juxtaposed(verb, head) else None


def _completes(verb: Token, noun: Token) -> bool:
    """Whether a clause parsed as a relative one says what a noun is: "a plot to oust him", "a report that he fled"."""
    if infinitive(verb) and not children(verb, "nsubj", "nsubjpass"):
        return True
    return any(mark.lower_ == "that" for mark in children(verb, "mark")) and content(verb, noun)


def _serves(verb: Token) -> bool:
    """ "Botnets are used to launch attacks": what a thing is for."""
    return verb.lemma_ == "use" and any(aux.tag_ in ("VBP", "VBZ") for aux in children(verb, "auxpass"))


def _sought(verb: Token, head: Token, dep: str) -> bool:
    """ "Efforts are on to arrest the others", "clues leading to his arrest"."""
    if dep == "xcomp":
        return head.dep_ == "prep" and infinitive(verb)
    return dep == "acl" and verb.tag_ == "VBG" and head.lemma_.lower() in realis_words("clue")


def _wished(verb: Token, dep: str) -> tuple[Effect, ...]:
    """ "Asked that he be put behind bars": the subjunctive says that it is wanted."""
    bare = any(aux.lower_ == "be" and aux.tag_ == "VB" for aux in children(verb, "auxpass"))
    that = any(mark.lower_ == "that" for mark in children(verb, "mark"))
    return ("demanded",) if dep == "ccomp" and bare and that and not children(verb, "aux") else ()


def _whoever(head: Token) -> bool:
    """ "Anyone who marches", "anybody taking part in a rally": whoever it may be."""
    return head.lower_ in realis_words("anyone") or any(
        child.lower_ in ("any", "no") for child in children(head, "det")
    )


def _judged(verb: Token, head: Token) -> Step | None:
    """ "It is illegal to arrest", "it is vital to hold", "his answer was to jail her": no "is to" of a schedule."""
    if head.tag_ == "VBD" and any(who.lemma_.lower() in realis_words("deed") for who in children(head, "nsubj")):
        return Step(head)
    for predicate in children(head, "acomp", "attr"):
        effect = effect_of(predicate, verb)
        usual = predicate.lemma_.lower() in realis_words("generic_predicate") and head.tag_ in ("VBZ", "VBP")
        return Step(head, effect or (("generic",) if usual else ()))
    return None


def _as_it_turned_out(verb: Token) -> bool:
    """ "Was freed that night, only to be arrested again": what came of it, and no purpose."""
    to = next((word for word in children(verb, "aux") if word.lower_ == "to"), None)
    return to is not None and to.i > 0 and to.nbor(-1).lower_ == "only"


def _purpose(verb: Token, head: Token) -> Step:
    """An adverbial clause takes its event for granted, unless it tells a purpose that may not have been reached."""
    if any(child.lower_ in ("as", "like") for child in children(verb, "mark")) and any(
        child.lower_ == "if" for child in verb.children
    ):
        return Step(effects=("conditional",))
    if infinitive(verb) and children(verb, "nsubj", "nsubjpass"):
        return Step(effects=("conditional",))  # "wait for them to be freed"
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    if infinitive(verb) and before.lemma_.lower() != "plan" and before.lemma_.lower() in realis_words("plot"):
        return Step(before, ("alleged", *modifiers(before)))  # "arrested four men over a plot to topple"
    if not infinitive(verb):
        if _whenever(verb, head):
            return Step(effects=("generic",))
        if _still_to_come(verb, head):
            return Step(effects=("planned",), granted=True)
        return Step(granted=not any(child.lower_ in realis_words("open_mark") for child in verb.children))
    effect = effect_of(head, verb)
    if effect:
        return Step(head, effect)
    if head.lemma_ == "have" and any(thing.lemma_.lower() in realis_words("nerve") for thing in children(head, "dobj")):
        return Step(head)  # "had the courage to expel him"
    if head.lemma_.lower() in realis_words("purpose_act") or verb.lemma_.lower() in realis_words("street_act"):
        return Step(head)
    return Step(effects=("conditional",))


def _still_to_come(verb: Token, head: Token) -> bool:
    """ "Left prison ten days before the country chooses a president": a present before which something was done."""
    before = any(mark.lower_ == "before" for mark in children(verb, "mark"))
    return before and verb.tag_ in ("VBZ", "VBP") and head.tag_ == "VBD" and not children(verb, "aux", "auxpass")


def _whenever(verb: Token, head: Token) -> bool:
    """ "Warns users when a site has been breached": the present tells what is done each time."""
    if not any(child.lower_ in ("when", "whenever") for child in children(verb, "advmod", "mark")):
        return False
    finite = (verb, *children(verb, "aux", "auxpass"))
    ahead = [aux for aux in children(head, "aux") if aux.lower_ in ("will", "can")]  # "will warn users when"
    present = (head.tag_ in ("VBZ", "VBP") and not children(head, "aux", "auxpass")) or bool(ahead)
    return present and head.lemma_ != "be" and not any(word.tag_ == "VBD" for word in finite)
