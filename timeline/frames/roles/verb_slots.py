"""All slots of a verb or a fixed wording: its roles, its prepositions, and what the clauses around it fill."""

from __future__ import annotations

from timeline.frames.roles.slots import NAMING, Slots, Tokens, objects, prepositions, subject
from timeline.frames.roles.verb_fills import FILLS
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.noun_words import noun_words

_CLAUSES = ("VERB", "AUX")
_WHITHER = frozenset({"home", "free", "back", "out", "away", "loose", "abroad"})


class _VerbSlots(Slots):
    """The slots of a verb: its prepositions are known, all else is looked for when a frame asks for it."""

    __slots__ = ("_verb",)

    def __init__(self, verb: Token) -> None:
        """Take the verb."""
        super().__init__({name: tokens for name, tokens in _phrases(verb).items() if name not in FILLS})
        self._verb = verb

    def __contains__(self, name: str) -> bool:
        """Whether there is such a slot, empty or not."""
        return name in FILLS or super().__contains__(name)

    def _looked_up(self, name: str) -> Tokens:
        if name not in FILLS:
            return ()
        return self._found.setdefault(name, FILLS[name](self._verb, self))


def verb_slots(verb: Token) -> Slots:
    """All slots of a verb."""
    return _VerbSlots(verb)


def _phrases(verb: Token) -> dict[str, Tokens]:
    """What hangs on a verb by preposition, its own and that of what it shares them with."""
    found = dict(prepositions(verb))
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
    return {**found, **_taken_for_adjectives(verb)}


def _lend(found: dict[str, Tokens], thing: Token) -> None:
    """Add the prepositions of an object to those of its verb."""
    for name, tokens in prepositions(thing).items():
        if all(token.lemma_.lower() in noun_words().nobody for token in found.get(name, ())):
            found[name] = tokens  # "cut ties with Iran with immediate effect"
    for name, tokens in _hung_deep(thing).items():
        found.setdefault(name, tokens)


def _hung_deep(thing: Token) -> dict[str, Tokens]:
    """ "Barred officers and their families from entering": the phrase that the parser gave to the last noun."""
    found: dict[str, Tokens] = {}
    behind = thing.doc[thing.i + 1 : thing.right_edge.i + 1]
    for token in (token for token in behind if token.lower_ in ("from", "to", "on") and thing.is_ancestor(token)):
        if token.lower_ == "from" and children(token, "pcomp"):
            found["from"] = children(token, "pcomp")
        if token.lower_ in ("to", "on"):  # "added officers who ran the vote to its list"
            found["onto"] = (*found.get("onto", ()), *children(token, "pobj"))
    return found


def _taken_for_adjectives(verb: Token) -> dict[str, Tokens]:
    """Prepositions that the parser read as adjectives of an object: "camped outside parliament"."""
    return {
        thing.left_edge.lower_: (thing,)
        for thing in children(verb, "dobj")
        if thing.left_edge.lower_ in ("outside", "opposite", "inside", "near") and thing.left_edge.i == verb.i + 1
    }


def phrase_slots(head: Token) -> Slots:
    """Slots of a fixed wording: those of the clause it belongs to."""
    if head.dep_ in ("xcomp", "ccomp", "oprd", "attr", "appos") and head.head.lemma_ in NAMING:
        named = children(head, "nsubj") or objects(head.head)  # "declared two envoys personae non gratae"
        return Slots({**prepositions(head), "subject": subject(head.head), "object": named})
    if head.pos_ in _CLAUSES:
        return verb_slots(head).but({"object": objects(head)})
    governor = head.head
    if governor.pos_ in _CLAUSES:
        other = tuple(thing for thing in objects(governor) if thing != head)
        named = other or children(head, "nsubj", "poss")  # "declared her persona non grata"
        return verb_slots(governor).but({"subject": subject(governor), "object": named})
    return Slots({"subject": (governor,), "object": (governor,), **prepositions(head)})
