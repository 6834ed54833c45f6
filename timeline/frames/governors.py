"""Walk from a trigger up through what governs it, and tell what each governor does to the event.

The walk yields effects from the inside out. It stops where the event is taken for granted (a definite noun with an
ordinary verb, a relative clause, a date) and where a clause asserts it (a main clause, the clause of a verb of speech).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from timeline.frames.cues import cue_words, realis_words
from timeline.frames.match import Match
from timeline.frames.slots import is_passive
from timeline.frames.syntax import children

Effect = Literal[
    "planned", "scheduled", "demanded", "threatened", "conditional", "denied", "denied_by", "attempted", "foiled", "failed",
    "called_off", "alleged", "generic", "occurs", "future_in_past",
]  # fmt: skip
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_VERBAL = ("VERB", "AUX")
_ORDER: tuple[Effect, ...] = (
    "denied_by", "attempted", "failed", "threatened", "demanded", "planned", "denied", "alleged", "conditional"
)  # fmt: skip
_LIST = {"denied_by": "sourced_denial"}
_LONGEST = 12  # steps of a walk at most
_ABOUT = ("of", "for", "about", "over", "on", "to", "at", "against", "with", "from", "in", "towards", "toward", "into")


@dataclass(frozen=True, slots=True)
class Walk:
    """The effects on an event, inside out; whether the walk stopped because the event is taken for granted; how it rose."""

    effects: tuple[Effect, ...]
    granted: bool
    asserted: bool  # it ended in the clause of a verb of speech


def walk(match: Match) -> Walk:
    """The effects of everything that governs a match's trigger."""
    effects: list[Effect] = []
    node = below = _top(match)
    if not _is_clause(node):
        effects.extend(_on_noun(node, match))
    for _ in range(_LONGEST):
        if _is_clause(node):
            effects.extend(_on_clause(node, below))
            effects.extend(["planned"] if _soon(node, match) else [])
        step = _step(node, match)
        effects.extend(step.effects)
        if step.next is None:
            return Walk(tuple(effects), step.granted, step.asserted)
        node, below = step.next, node
    return Walk(tuple(effects), granted=False, asserted=False)


def _top(match: Match) -> Token:
    node = match.trigger
    while node.head in match.words and node.head != node:
        node = node.head
    return node


def _is_clause(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective said of something by "be"."""
    if token.dep_ in ("amod", "compound", "pobj", "dobj") and token.tag_ in ("VBN", "VBG", "VBD"):
        return False
    return token.pos_ in _VERBAL


@dataclass(frozen=True, slots=True)
class _Step:
    next: Token | None = None
    effects: tuple[Effect, ...] = ()
    granted: bool = False
    asserted: bool = False


_GRANTED = _Step(granted=True)
_END = _Step()


# ------------------------------------------------------------------ on the trigger itself


def definite(noun: Token) -> bool:
    """Whether a noun phrase points at something known: "the coup", "Monday's vote", "their arrests"."""
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those", "both"):
            return True
        if child.dep_ == "poss":
            return True
    return False


def _on_noun(noun: Token, match: Match) -> Iterator[Effect]:
    for child in noun.children:
        lemma, before = child.lemma_.lower(), child.i < noun.i
        if child.dep_ in ("amod", "compound", "nmod", "advmod") and before:
            yield from _modifier(child)
        elif child.dep_ == "det" and child.lower_ == "no":
            yield "denied"
        elif child.dep_ == "det" and child.lower_ == "any":
            yield "conditional"
        elif child.dep_ in ("acl", "amod") and lemma in realis_words("on_noun_planned"):
            yield "scheduled"
        elif child.dep_ == "acl" and child.tag_ == "VBN" and lemma == "call":
            yield "planned"
        elif child.dep_ == "relcl" and _calls(child, noun):
            yield "planned" if timed(child) else "demanded"
    plural = noun.tag_ == "NNS" and not any(child.dep_ in ("nummod", "det", "poss", "amod") for child in noun.children)
    if plural and match.event_type == "coup":
        yield "generic"


def _modifier(word: Token) -> Iterator[Effect]:
    forms = {word.lower_, word.lemma_.lower()}
    if word.lower_ in realis_words("on_noun_planned"):
        yield "scheduled"
    elif forms & realis_words("on_noun_denied"):
        yield "denied"
    elif word.lower_ in realis_words("on_noun_conditional"):
        yield "conditional"
    elif word.lower_ in realis_words("attempted"):
        yield "attempted"
    elif word.lower_ in realis_words("alleged") - realis_words("alleged_of"):
        yield "alleged"


def _calls(verb: Token, noun: Token) -> bool:
    """ "a strike that unions have called for Monday": a relative clause that sets the event."""
    return verb.lemma_.lower() in ("call", "plan", "schedule", "organise", "organize", "propose") and noun.i < verb.i


# ------------------------------------------------------------------ on a clause


def _on_clause(verb: Token, below: Token) -> Iterator[Effect]:
    yield from _adverbs(verb)
    yield from _modals(verb)
    if _negated(verb, below):
        yield "denied"
    yield from _openness(verb)


def _modals(verb: Token) -> Iterator[Effect]:
    source = verb.head if verb.dep_ == "conj" and _shares(verb) else verb
    for aux in (*children(source, "aux"), *children(source, "auxpass")):
        word = aux.lower_
        if word in ("will", "shall", "'ll", "’ll", "wo"):
            yield "planned"
        elif word in ("would", "'d", "’d") and aux.tag_ == "MD":
            if not _later(source):
                yield "future_in_past"
        elif word in ("may", "might") or (word in ("can", "ca", "could") and not _able(source)):
            yield "conditional"
        elif word in ("should", "must", "ought"):
            yield "demanded"


def _soon(verb: Token, match: Match) -> bool:
    """ "Voters go to the polls on Sunday": a present with a day to come, for events that are held by the calendar."""
    if verb.tag_ not in ("VBP", "VBZ") or children(verb, "aux", "auxpass"):
        return False
    words = {token.lower_ for token in verb.subtree}
    ahead = "tomorrow" in words or ("next" in words and timed(verb))
    return ahead or (match.event_type in ("election", "inauguration") and timed(verb) and match.parsed.sentence.kind != "title")


def _shares(verb: Token) -> bool:
    """Whether a coordinated verb shares the auxiliaries of the first: "will be tried and jailed"."""
    own = any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "expl") for child in verb.children)
    return not own and verb.tag_ in ("VB", "VBN") and verb.head.pos_ in _VERBAL


def _later(verb: Token) -> bool:
    return any(child.lower_ in realis_words("later_adverb") for child in children(verb, "advmod"))


def _able(verb: Token) -> bool:
    """ "Could see troops arresting" reports and "could not accept" refuses; "could be arrested" leaves open."""
    return verb.lemma_.lower() in ("see", "hear") or bool(children(verb, "neg"))


def _negated(verb: Token, below: Token) -> bool:
    negatives = children(verb, "neg") or (children(verb.head, "neg") if verb.dep_ == "conj" and _shares(verb) else ())
    if any(token.lower_ in ("not", "n't", "n’t", "never", "no") for token in negatives):
        return not _only(verb)
    if any(child.lower_ in ("never", "nor", "neither", "no longer") for child in children(verb, "advmod", "preconj", "cc")):
        return True
    return any(_nobody(child) for child in children(verb, "nsubj", "nsubjpass", "dobj") if child != below)


def _only(verb: Token) -> bool:
    """ "not only arrested", "not just": no negation at all."""
    return any(token.lower_ in ("only", "just", "merely") and token.i and token.nbor(-1).lower_ in ("not", "n't") for token in verb.subtree)


def _nobody(noun: Token) -> bool:
    if noun.lower_ in realis_words("nobody"):
        return True
    return any(child.dep_ == "det" and child.lower_ in ("no", "neither") for child in noun.children)


def _adverbs(verb: Token) -> Iterator[Effect]:
    present = verb.tag_ in ("VBP", "VBZ") or any(aux.tag_ in ("VBP", "VBZ") and aux.lemma_ == "be" for aux in children(verb, "auxpass"))
    for child in children(verb, "advmod"):
        word = child.lower_
        if word in realis_words("generic_adverb") and present:
            yield "generic"
        elif word in realis_words("open_adverb"):
            yield "conditional"
        elif word in realis_words("near_adverb"):
            yield "denied"
        elif word in ("allegedly", "purportedly", "supposedly"):
            yield "alleged"


def _openness(verb: Token) -> Iterator[Effect]:
    """Conditions, questions, commands: clauses that do not say that anything happened."""
    subjects = children(verb, "nsubj", "nsubjpass", "expl")
    if _conditioned(verb) or _inverted(verb, subjects) or (verb.dep_ == "ROOT" and "?" in verb.doc[-2:].text):
        yield "conditional"
    helped = any(child.lower_ in ("could", "can") for child in children(verb, "aux"))
    if verb.dep_ == "advcl" and helped and any(child.lower_ == "before" for child in verb.children):
        yield "denied"
    bare = verb.tag_ == "VB" and not subjects and not children(verb, "aux", "auxpass", "mark")
    if bare and (verb.dep_ == "ROOT" or (verb.dep_ in ("advcl", "ccomp", "parataxis") and verb.head.lemma_.lower() in cue_words("statement"))):
        yield "demanded"


def _conditioned(verb: Token) -> bool:
    for mark in verb.children:
        if mark.i < verb.i and mark.lower_ in realis_words("open_mark") and mark.tag_ in ("IN", "RB", "WRB", "CC"):
            return True
    before = verb.doc[max(0, verb.i - 3) : verb.i]
    return any(token.lower_ in ("if", "unless") for token in before) and not any(token.pos_ == "VERB" and len(token) > 2 for token in before[1:])


def _inverted(verb: Token, subjects: tuple[Token, ...]) -> bool:
    """ "Had he been arrested", "should they march": the auxiliary opens the clause."""
    helpers = [aux for aux in children(verb, "aux", "auxpass") if aux.lower_ in ("had", "should", "were")]
    return bool(helpers and subjects) and helpers[0].i < subjects[0].left_edge.i and helpers[0] == verb.left_edge


# ------------------------------------------------------------------ one step up


def _step(node: Token, match: Match) -> _Step:
    if node.dep_ == "ROOT" or node.head == node:
        return _END
    if node.dep_ == "conj":
        return _coordinated(node, match)
    if _is_clause(node):
        return _from_clause(node, node.dep_)
    return _from_noun(node, node.dep_, match)


def _coordinated(node: Token, match: Match) -> _Step:
    """A conjunct stands where the first of its row stands; a clause of its own only shares the governor."""
    first = node
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    if _is_clause(node) != _is_clause(first):
        return _END if _is_clause(node) else _GRANTED
    if first.dep_ == "ROOT":
        return _END
    if _is_clause(node):
        return _from_clause(first, first.dep_)
    return _from_noun(first, first.dep_, match)


def _from_clause(verb: Token, dep: str) -> _Step:
    head = verb.head
    if dep == "relcl" and _infinitive(verb) and not children(verb, "nsubj", "nsubjpass"):
        dep = "acl"  # "a plot to overthrow", whichever way it was parsed
    if dep == "relcl":
        open_ended = head.lower_ in realis_words("anyone") or any(child.lower_ in ("any", "no") for child in children(head, "det"))
        usual = verb.tag_ == "VBP" and head.tag_ == "NNS" and not any(child.i < head.i for child in head.children)
        return _Step(effects=("conditional",) if open_ended else ("generic",) if usual else (), granted=True)
    if dep == "acl" and not _infinitive(verb) and not children(verb, "mark") and not _content(verb, head):
        return _Step(granted=True)
    if dep == "advcl":
        return _purpose(verb, head)
    if dep == "pcomp":
        return _from_preposition(verb.head, verb)
    if dep in ("ccomp", "xcomp", "acl", "csubj", "csubjpass", "acomp", "oprd"):
        yet = any(child.lower_ == "yet" for child in head.children)
        if head.lemma_.lower() == "be" and dep == "xcomp" and _infinitive(verb):
            return _Step(head, ("denied",) if yet else ("planned",))
        effect = effect_of(head, verb)
        if effect:
            return _Step(head, effect + (tuple(_modifiers(head)) if not _is_clause(head) else ()))
        if head.lemma_.lower() in realis_words("plot"):
            return _Step(head, ("alleged", *_modifiers(head)))
        if dep == "acl" and head.lemma_.lower() in cue_words("rumour"):
            return _Step(head, tuple(_modifiers(head)))
        if head.lemma_.lower() in realis_words("asserting") or dep == "ccomp":
            return _Step(asserted=True)
        return _Step(head)
    return _END


def _content(verb: Token, head: Token) -> bool:
    """ "Reports sanctions had been imposed": the clause says what the report is."""
    return head.lemma_.lower() in cue_words("rumour") and bool(children(verb, "nsubj", "nsubjpass"))


def _infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _purpose(verb: Token, head: Token) -> _Step:
    """An adverbial clause takes its event for granted, unless it tells a purpose that may not have been reached."""
    if any(child.lower_ in ("as", "like") for child in children(verb, "mark")) and any(child.lower_ == "if" for child in verb.children):
        return _Step(effects=("conditional",))
    if not _infinitive(verb):
        return _Step(granted=not any(child.lower_ in realis_words("open_mark") for child in verb.children))
    effect = effect_of(head, verb)
    if effect:
        return _Step(head, effect)
    if head.lemma_.lower() in realis_words("purpose_act"):
        return _Step(head)
    return _Step(effects=("conditional",))


def _from_noun(noun: Token, dep: str, match: Match) -> _Step:
    head = noun.head
    if dep in ("pobj", "pcomp"):
        return _from_preposition(head, noun)
    if dep == "compound":
        return _from_compound(noun, head)
    if dep in ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "ccomp", "dative", "acomp"):
        return _from_argument(noun, head, dep)
    if dep in ("dep", "npadvmod", "appos", "nmod", "poss", "amod", "relcl", "acl", "parataxis"):
        return _GRANTED
    return _END


def _from_compound(noun: Token, head: Token) -> _Step:
    effect = effect_of(head, noun)
    if effect:
        return _Step(head, effect + tuple(_modifiers(head)))
    if head.lemma_.lower() in realis_words("plot"):
        return _Step(head, ("alleged", *_modifiers(head)))
    if head.lemma_.lower() in realis_words("event_noun") | realis_words("quantity"):
        return _Step(head, tuple(_modifiers(head)))
    return _GRANTED


def _modifiers(noun: Token) -> Iterator[Effect]:
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and child.i < noun.i:
            yield from _modifier(child)
        elif child.dep_ == "det" and child.lower_ == "no":
            yield "denied"
        elif child.dep_ in ("acl", "amod") and child.lemma_.lower() in realis_words("on_noun_planned"):
            yield "scheduled"


def _from_argument(noun: Token, verb: Token, dep: str) -> _Step:
    """From a noun to the verb it is subject, object or predicate of."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return _said_of(noun, verb, dep)
    undergone = dep in ("dobj", "nsubjpass", "oprd", "ccomp", "dative")
    if undergone:
        effect = effect_of(verb, noun)
        if effect:
            return _Step(verb, effect)
    if lemma in realis_words("threatened") and dep == "nsubj" and lemma == "loom":
        return _Step(verb, ("threatened",))
    if lemma in realis_words("occurs"):
        return _Step(verb, ("occurs",) if _takes_place(verb, dep) else ())
    return _GRANTED if definite(noun) or noun.pos_ == "PROPN" else _Step(verb)


def _takes_place(verb: Token, dep: str) -> bool:
    """Whether the verb says that its event came about: "was held", "went ahead", not "were boycotted"."""
    return verb.lemma_.lower() in ("hold", "take", "go", "occur", "happen", "begin", "start", "proceed", "stage", "unfold", "erupt", "break", "kick")


def _said_of(noun: Token, verb: Token, dep: str) -> _Step:
    """ "Arrests are common", "elections are due", "it was a coup"."""
    for predicate in children(verb, "acomp", "attr", "xcomp", "prep", "advmod"):
        if predicate == noun:
            continue
        effect = effect_of(predicate, noun)
        if effect:
            return _Step(verb, effect)
        bare = not definite(noun) and not any(child.dep_ in ("nummod",) for child in noun.children)
        if predicate.lemma_.lower() in realis_words("generic_predicate") and bare and verb.tag_ in ("VBP", "VBZ", "VB"):
            return _Step(verb, ("generic",))
    described = dep == "nsubj" and definite(noun) and bool(children(verb, "acomp", "attr"))
    return _GRANTED if described else _Step(verb)


def _from_preposition(prep: Token, below: Token) -> _Step:
    word, head = prep.lower_, prep.head
    if word in realis_words("negative_preposition") or _short_of(prep):
        return _Step(effects=("denied",))
    if word == "of" and head.lower_ == "ahead":
        return _Step(effects=("planned",) if _imminent(below) else (), granted=True)
    if word == "as" or word == "than":
        return _GRANTED
    if word not in _ABOUT:
        return _GRANTED
    effect = effect_of(head, below)
    lemma = head.lemma_.lower()
    if effect:
        return _Step(head, effect + (tuple(_modifiers(head)) if not _is_clause(head) else ()))
    if lemma in realis_words("repeated") and below.tag_ == "NNS" and below.lemma_.lower() in ("coup", "putsch"):
        return _Step(effects=("generic",), granted=True)
    if lemma in realis_words("quantity") | cue_words("rumour") and head.pos_ in _NOMINAL:
        return _Step(head, tuple(_modifiers(head)))
    if lemma in realis_words("plot"):
        return _Step(head, ("alleged", *_modifiers(head)))
    if head.pos_ in _VERBAL and lemma in realis_words("occurs") and word in ("in", "on", "to", "with", "for", "into"):
        return _Step(head)
    return _GRANTED


def _short_of(prep: Token) -> bool:
    """ "Short of", "far from", "close to", "instead of", "rather than"."""
    beside = {prep.head.lower_, *(child.lower_ for child in children(prep, "advmod"))}
    pairs = {"of": {"short", "instead"}, "from": {"far"}, "to": {"close"}, "than": {"rather"}}
    return bool(pairs.get(prep.lower_, set()) & beside)


def _imminent(noun: Token) -> bool:
    words = {token.lower_ for token in noun.subtree}
    return bool(words & {"next", "upcoming", "coming", "forthcoming", "scheduled", "planned", "due", "expected"}) or any(
        token.dep_ == "poss" and token.lower_ in realis_words("time") for token in noun.children
    )


# ------------------------------------------------------------------ what a governor does


def effect_of(governor: Token, below: Token) -> tuple[Effect, ...]:
    """What a governing verb, noun or adjective does to the event below it; () if it leaves it alone."""
    lemma = governor.lemma_.lower()
    if lemma == "call" and governor.pos_ in _VERBAL:
        return _called_off(governor, below) or _call(governor, below)
    special = _called_off(governor, below) or _foiled(governor, below, lemma) or _announced(governor, below, lemma)
    if special:
        return special
    if lemma in ("have", "be") and any(child.lower_ == "yet" for child in governor.children) and _is_clause(below):
        return ("denied",)
    if lemma == "deny" and below.dep_ in ("dobj", "oprd") and children(governor, "nsubjpass", "dative"):
        return ("denied",)
    if lemma in realis_words("plotting") and governor.pos_ in _VERBAL:
        return ("attempted",)
    for effect in _ORDER:
        if lemma in realis_words(_LIST.get(effect, effect)) and _applies(effect, governor, below, lemma):
            return (effect,)
    return ()


def _applies(effect: Effect, governor: Token, below: Token, lemma: str) -> bool:
    clause = _is_clause(below) and below.dep_ != "nsubj"
    prep = below.head.lower_ if below.head != governor else ""
    if governor.pos_ in _VERBAL:
        return _verb_applies(effect, governor, below, lemma, clause, prep)
    if governor.pos_ == "ADJ" and prep == "of" and lemma not in ("afraid", "capable", "guilty"):
        return False
    if effect == "conditional" and definite(below) and not clause and prep not in ("of", "for"):
        return False
    return True


def _verb_applies(effect: Effect, governor: Token, below: Token, lemma: str, clause: bool, prep: str) -> bool:
    if lemma == "claim":
        return False  # the attribution tells whether the claim is about oneself
    if effect == "alleged":
        return lemma not in realis_words("alleged_of") or clause or prep in ("of", "with", "for", "over", "in")
    if effect == "denied_by" and not clause and lemma not in ("deny", "refute", "rebut"):
        return below.lemma_.lower() in cue_words("rumour")
    if lemma == "have":
        return clause and _infinitive(below) and below.dep_ == "xcomp"
    if lemma == "vote":
        return clause and _infinitive(below)
    if lemma == "go":
        return clause and governor.tag_ == "VBG" and below.dep_ == "xcomp"
    if lemma in ("set", "stop", "rule", "mean", "amount", "hold", "back", "support", "fix", "tap", "gear", "bill", "ask", "push", "press"):
        return _everyday(governor, below, lemma, clause, prep)
    if effect == "planned" and is_passive(governor) and lemma in ("order", "instruct", "authorise", "authorize"):
        return True
    if lemma in ("expect", "set", "bind") and effect == "planned":
        return clause or below.dep_ in ("nsubjpass", "dobj")
    if effect == "conditional" and not clause and below.dep_ == "dobj" and definite(below):
        return lemma in ("await", "fear", "risk", "anticipate")
    return True


def _everyday(governor: Token, below: Token, lemma: str, clause: bool, prep: str) -> bool:
    """Verbs of many senses: only the construction tells which."""
    particles = {child.lower_ for child in children(governor, "prt", "advmod")}
    if lemma == "set":
        return clause or below.dep_ in ("dobj", "nsubjpass") or prep == "for"
    if lemma == "stop":
        return prep in ("from",) or "short" in particles
    if lemma == "rule":
        return "out" in particles
    if lemma in ("mean", "amount", "hold", "tap", "gear", "bill"):
        return clause and below.dep_ == "xcomp"
    if lemma in ("back", "support"):
        return not definite(below)
    return clause or prep == "for" or (lemma == "fix" and below.dep_ in ("dobj", "nsubjpass"))


def _called_off(governor: Token, below: Token) -> tuple[Effect, ...]:
    lemma = governor.lemma_.lower()
    if lemma not in realis_words("called_off") or _is_clause(below):
        return ()
    if lemma in ("call", "put", "push", "bring", "move"):
        particles = {child.lower_ for child in governor.subtree if child.dep_ in ("prt", "advmod")}
        moved = lemma in ("move", "put", "push", "bring") and any(prep.lower_ == "to" and timed(prep) for prep in children(governor, "prep"))
        return ("called_off",) if moved or particles & realis_words("called_off_particle") else ()
    if governor.pos_ in _NOMINAL:
        return ("called_off",) if below.head.lower_ in ("of", "on") else ()
    return ("called_off",) if below.dep_ in ("dobj", "nsubjpass") else ()


def _call(governor: Token, below: Token) -> tuple[Effect, ...]:
    """ "Called a strike", "called elections for May" set an event; "called for a march" does so only with a time."""
    particles = {child.lower_ for child in children(governor, "prt", "advmod", "oprd")}
    if particles & {"home", "back", "up", "in", "away"}:
        return ()
    if below.dep_ in ("dobj", "nsubjpass") and not children(governor, "oprd"):
        return ("planned",)
    street = below.head.lower_ == "for" and not _is_clause(below)
    if street and below.lemma_.lower() in realis_words("street") and timed(governor):
        return ("planned",)
    return ("demanded",) if street or (_is_clause(below) and below.dep_ in ("xcomp", "advcl", "ccomp")) else ()


def timed(token: Token) -> bool:
    """Whether a time stands anywhere below a token: what is called for then has a date."""
    return any(_is_time(word) for word in token.subtree)


def _is_time(word: Token) -> bool:
    if word.lower_ in ("march", "may", "sun", "sat"):
        return word.text[0].isupper() and word.pos_ == "PROPN"
    return word.lower_ in realis_words("time") and word.pos_ in ("NOUN", "PROPN", "ADV")


def _foiled(governor: Token, below: Token, lemma: str) -> tuple[Effect, ...]:
    if lemma not in realis_words("foiled") or governor.pos_ not in _VERBAL:
        return ()
    if lemma in realis_words("foils_with_object"):
        named = below.lemma_.lower() in realis_words("plot") | {"attempt", "bid", "effort", "attack"}
        return ("foiled",) if named and below.dep_ in ("dobj", "nsubjpass") else ()
    return ("foiled",)


def _announced(governor: Token, below: Token, lemma: str) -> tuple[Effect, ...]:
    """ "Announced a strike", "declared a day of protest", with a time: what is announced is to come."""
    if lemma not in realis_words("declaring") or _is_clause(below) or definite(below):
        return ()
    undergone = below.dep_ in ("dobj", "nsubjpass")
    return ("planned",) if undergone and below.lemma_.lower() in realis_words("street") | {"election", "poll", "referendum", "vote"} else ()
