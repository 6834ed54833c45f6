"""Walk from a trigger up through what governs it, and tell what each governor does to the event.

The walk yields effects from the inside out. It stops where the event is taken for granted (a definite noun with an
ordinary verb, a relative clause, a date) and where a clause asserts it (a main clause, the clause of a verb of speech).
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.frames.match import Match
from timeline.frames.realis.clause_steps import from_clause
from timeline.frames.realis.effects import NOMINAL, VERBAL, Effect, definite, effect_of, is_clause
from timeline.frames.realis.moods import modifiers, negated, on_clause, on_noun, soon
from timeline.frames.realis.prepositions import from_preposition
from timeline.frames.realis.steps import END, GRANTED, Step
from timeline.frames.syntax.parsing import children, infinitive
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words

_LONGEST = 12  # steps of a walk at most
_HELD = frozenset("hold take go occur happen begin start proceed stage unfold erupt break kick".split())
_PLACING = frozenset("put place keep hold take send throw lock land be remain".split())


@dataclass(frozen=True, slots=True)
class Walk:
    """The effects on an event, inside out, and whether the walk stopped because the event is taken for granted."""

    effects: tuple[Effect, ...]
    granted: bool
    asserted: bool  # it ended in the clause of a verb of speech


def walk(match: Match) -> Walk:
    """The effects of everything that governs a match's trigger."""
    effects: list[Effect] = []
    node = below = _top(match)
    loose = False
    if _told_as_done(node):
        return Walk((), granted=True, asserted=False)
    if not is_clause(node):
        effects.extend(on_noun(node, match))
    for _ in range(_LONGEST):
        if is_clause(node):
            effects.extend(effect for effect in on_clause(node, below) if not (loose and effect == "denied"))
            effects.extend(["planned"] if soon(node, match) else [])
        step = _step(node, match)
        effects.extend(step.effects)
        if step.next is None:
            return Walk(tuple(effects), step.granted, step.asserted)
        node, below, loose = step.next, node, loose or step.loose
    return Walk(tuple(effects), granted=False, asserted=False)


def in_background(match: Match, disputed: bool = False) -> bool:
    """Whether a sentence mentions a known event in passing, as a time, place or theme: "on the eve of the vote".

    What is ``disputed`` by a denial is never what the sentence takes for granted.
    """
    noun = match.trigger
    if disputed:
        return walk(match).granted
    if noun.dep_ == "dobj" and noun.head.lemma_ == "cast":
        return False  # "voters had cast their ballots"
    if noun.pos_ not in NOMINAL or not definite(noun) or noun.dep_ in ("nsubj", "nsubjpass", "ROOT", "conj"):
        return False
    return not _is_own_act(match) and walk(match).granted


def _is_own_act(match: Match) -> bool:
    """ "The leaders conveyed their congratulations": what is named is what the subject of its verb does."""
    owned = any(owner.tag_ == "PRP$" for owner in children(match.trigger, "poss"))
    doers = children(match.trigger.head, "nsubj") if owned and match.trigger.dep_ == "dobj" else ()
    return any(doer in doers for doer in match.fillers("actor"))


def _top(match: Match) -> Token:
    node = match.trigger
    while node.head in match.words and node.head != node:
        node = node.head
    placed = node.pos_ == "ADP" and node.dep_ == "prep" and node.head.lemma_ in _PLACING
    return node.head if placed else node  # "asked that he be put behind bars": of the wording the verb is asked


def _told_as_done(noun: Token) -> bool:
    """ "The sanctions that they imposed in 2003 must go": its own clause says that it came about."""
    if noun.pos_ not in NOMINAL or not definite(noun):
        return False
    clauses = (clause for clause in children(noun, "relcl") if clause.lemma_.lower() in realis_words("occurs"))
    return any(clause.tag_ == "VBD" and not children(clause, "neg", "aux") for clause in clauses)


def _step(node: Token, match: Match) -> Step:
    if node.dep_ == "ROOT" or node.head == node:
        return END
    if node.dep_ == "conj":
        return _coordinated(node, match)
    if is_clause(node):
        return from_clause(node, node.dep_)
    return _from_noun(node, node.dep_, match)


def _coordinated(node: Token, match: Match) -> Step:
    """A conjunct stands where the first of its row stands; a clause of its own only shares the governor."""
    first = node
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    if is_clause(node) != is_clause(first):
        return END if is_clause(node) else GRANTED
    if first.dep_ == "ROOT":
        return END
    finite = node.tag_ in ("VBD", "VBZ", "VBP") and node.tag_ == first.head.tag_
    if is_clause(node) and infinitive(first) and finite:
        return END  # "refuse to accept it and want people out": no infinitive, wherever the parse joined it
    if is_clause(node):
        return from_clause(first, first.dep_)
    return _from_noun(first, first.dep_, match)


def _from_noun(noun: Token, dep: str, match: Match) -> Step:
    head = noun.head
    if dep in ("pobj", "pcomp"):
        if match.event_type == "cyberattack" and _advised(noun, head):
            return Step(effects=("conditional",))
        return from_preposition(head, noun)
    if dep == "compound":
        return _from_compound(noun, head)
    if dep in ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "ccomp", "dative", "acomp"):
        return _from_argument(noun, head, dep)
    if dep in ("dep", "npadvmod", "appos", "nmod", "poss", "amod", "relcl", "acl", "parataxis"):
        return GRANTED
    return END


def _advised(noun: Token, prep: Token) -> bool:
    """ "Can recover from a ransomware attack", "steps to take after a data breach": of any such attack."""
    verb = prep.head
    some = noun.tag_ == "NNS" or any(child.lower_ in ("a", "an", "any") for child in children(noun, "det"))
    ahead = any(aux.tag_ in ("MD", "TO") for aux in children(verb, "aux")) or verb.tag_ == "VB"
    return verb.pos_ in VERBAL and ahead and some and prep.lower_ in ("from", "after", "during", "in", "against")


def _from_compound(noun: Token, head: Token) -> Step:
    effect = effect_of(head, noun)
    if effect:
        return Step(head, effect + tuple(modifiers(head)))
    if head.lower_.startswith(("d'", "d’")):
        return Step(head, tuple(modifiers(head)))  # "attempted a coup d'état"
    if head.lemma_.lower() in realis_words("plot"):
        return Step(head, ("alleged", *modifiers(head)))
    if head.lemma_.lower() in realis_words("event_noun") or head.lemma_.lower() in realis_words("quantity"):
        return Step(head, tuple(modifiers(head)))
    return GRANTED


def _from_argument(noun: Token, verb: Token, dep: str) -> Step:
    """From a noun to the verb it is subject, object or predicate of."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return _said_of(noun, verb, dep)
    undergone = dep in ("dobj", "nsubjpass", "oprd", "ccomp", "dative")
    undergone = undergone or (dep == "nsubj" and bool(children(verb, "agent")))  # "March called off by organisers"
    if undergone and dep == "nsubjpass" and _came_about_after(verb):
        return Step(verb, ("occurs",))
    if undergone:
        effect = effect_of(verb, noun)
        if effect:
            return Step(verb, effect)
        if lemma in realis_words("commissioning"):
            return Step(verb)  # "said that he had ordered the 2016 raid"
    if lemma in realis_words("threatened") and dep == "nsubj" and lemma == "loom":
        return Step(verb, ("threatened",))
    if lemma in realis_words("occurs"):
        shared = definite(noun) and lemma in realis_words("taking_part") and not _befell(verb, dep)
        came = _takes_place(verb, dep) and not negated(verb, noun)  # "called for May, it will not take place"
        return Step(verb, ("occurs",) if came else (), loose=shared)
    return GRANTED if definite(noun) or noun.pos_ == "PROPN" else Step(verb, loose=dep == "nsubj")


def _came_about_after(verb: Token) -> bool:
    """ "Had been set for May and took place in June": a second verb tells that what was set came about."""
    more = (other for other in children(verb, "conj") if other.tag_ == "VBD" or children(other, "auxpass"))
    return any(
        _takes_place(other, "nsubj") and not children(other, "neg", "nsubj", "nsubjpass")
        and not any(aux.tag_ in ("MD", "TO") for aux in children(other, "aux"))
        for other in more
    )  # fmt: skip


def _befell(verb: Token, dep: str) -> bool:
    """ "The vote never took place": said of the event itself, and of nobody who takes part."""
    return dep == "nsubj" and any(thing.lower_ == "place" for thing in children(verb, "dobj"))


def _takes_place(verb: Token, dep: str) -> bool:
    """Whether the verb says that its event came about: "was held", "went ahead", not "were boycotted"."""
    return verb.lemma_.lower() in _HELD


def _said_of(noun: Token, verb: Token, dep: str) -> Step:
    """ "Arrests are common", "elections are due", "it was a coup"."""
    for predicate in children(verb, "acomp", "attr", "xcomp", "prep", "advmod"):
        if predicate == noun:
            continue
        effect = effect_of(predicate, noun)
        if effect:
            return Step(verb, effect)
        bare = not definite(noun) and not children(noun, "nummod")
        if bare and dep == "nsubj" and any(aux.lower_ in ("would", "could", "might") for aux in children(verb, "aux")):
            return Step(verb, ("conditional",))  # "a coup would be a disaster"
        if predicate.lemma_.lower() in realis_words("generic_predicate") and bare and verb.tag_ in ("VBP", "VBZ", "VB"):
            return Step(verb, ("generic",))
    asked = any(aux.lower_ in ("should", "must", "ought") for aux in children(verb, "aux"))  # "must be free and fair"
    described = dep == "nsubj" and definite(noun) and bool(children(verb, "acomp", "attr")) and not asked
    return GRANTED if described else Step(verb)
