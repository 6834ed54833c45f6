"""Who acts and who suffers where only the words of a sentence tell the type: by what each role of a type can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.event_types import event_types
from timeline.frames.roles.fitting import RANKED
from timeline.frames.roles.noun_slots import noun_slots
from timeline.frames.roles.slots import Slots, agents, prepositions
from timeline.frames.roles.verb_slots import verb_slots
from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words
from timeline.frames.words.lexicon import is_plainly, lemmas, satisfies
from timeline.frames.words.name_words import name_words
from timeline.models import Role

_CLAUSES = ("VERB", "AUX")
_OPEN = ("@people", "@folk", "@name", "@state", "@demonym", "@nationals")  # classes that go by more than a list
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_STATES = ("in", "behind", "under")  # "are in the hands of", "was behind bars"
_DONE = frozenset(  # crowds shout, the police hold people, states recall their envoys
    """shout chant cry give show swear concede acknowledge call declare proclaim pronounce hold recall brand""".split()
)
_GATHERED = frozenset(
    """knot band clump cluster pocket column stream sea tide gaggle huddle ring row line procession""".split()
)  # of people


def roles_of(name: str, trigger: Token, telling: Sequence[Token]) -> Iterator[tuple[Role, Token]]:
    """The heads that fill each role of a type, from the trigger's clause or else from the clauses beside it.

    ``telling`` are the other verbs of the sentence that tell of the type. A role takes only what it can be (``able``
    of the type's signs): police may arrest, an answer may not.
    """
    signs = event_types()[name].signs
    if signs is None:
        return
    taken: set[int] = set()
    hosts = tuple(_hosts(trigger, telling))
    for role, names in signs.roles.items():
        fillers = _first(hosts, names, signs.able.get(role, ()), taken)
        taken.update(filler.i for filler in fillers)
        for filler in fillers:
            yield role, filler  # type: ignore[misc]  # keys are checked on reading


def _first(
    hosts: tuple[tuple[Token, Slots], ...], names: tuple[str, ...], wanted: tuple[str, ...], taken: set[int]
) -> tuple[Token, ...]:
    """Whoever can fill a role in the first slot that has such a one, of the nearest clause."""
    for host, slots in hosts:
        for name in names:
            told = _standing(host) if name == "standing" else slots.get(name)
            able = [who for filler in told for who in _able(filler, wanted) if who.i not in taken]
            if able:
                return tuple(able)
    return ()


def _able(filler: Token, wanted: tuple[str, ...]) -> tuple[Token, ...]:
    """The filler if it can take the part, else whoever steers it: "armoured cars commanded by the general"."""
    if _fits(filler, wanted):
        return (filler,)
    if filler.lemma_.lower() in _GATHERED and any(_fits(who, wanted) for who in prepositions(filler).get("of", ())):
        return (filler,)
    steered = (who for clause in children(filler, "acl") for who in agents(clause))
    return tuple(who for who in steered if _fits(who, wanted))


def _fits(token: Token, wanted: tuple[str, ...]) -> bool:
    if token.lower_ in name_words().calendar or token.lower_ in RANKED:
        return False
    if token.pos_ not in _NOMINAL and token.tag_ not in ("VBN", "JJ"):
        return False
    refused = tuple(word[1:] for word in wanted if word.startswith("!"))
    if refused and is_plainly(token, refused):
        return False
    by_look = tuple(word for word in wanted if word in _OPEN) if not _opens(token) else ()
    by_list = tuple(word for word in wanted if word not in _OPEN and not word.startswith("!"))
    return bool(by_look and satisfies(token, by_look)) or bool(by_list and is_plainly(token, by_list))


def _opens(token: Token) -> bool:
    """Whether a plural begins its sentence, so that its capital is no sign of people: "Messages arrived"."""
    return token.i == 0 and token.tag_ == "NNS" and not token.lower_.endswith(("ers", "ors", "ists", "ians"))


def _hosts(trigger: Token, telling: Sequence[Token]) -> Iterator[tuple[Token, Slots]]:
    """The trigger with its slots, the clause it stands in, those coordinated with that, and what else tells it."""
    seen = {trigger.i}
    if trigger.pos_ == "VERB":
        yield trigger, verb_slots(trigger)
        clause = trigger
    elif trigger.lemma_.lower() == "hand":  # "are in the hands of justice": who is there, not whose hands
        clause = verb_above(trigger) or trigger
    else:
        yield trigger, noun_slots(trigger, frozenset())
        clause = verb_above(trigger) or trigger
    of_noun = children(trigger, "relcl", "acl")  # "the congratulations that others sent to her"
    joined = (*children(clause, "conj"), *((clause.head,) if clause.dep_ == "conj" else ()))
    for verb in (*of_noun, clause, *joined, *telling):
        if verb.pos_ in _CLAUSES and not only_tells(verb) and verb.i not in seen:
            seen.add(verb.i)
            yield verb, verb_slots(verb)


def only_tells(verb: Token) -> bool:
    """Whether a verb is that of whoever tells of the event: "officials confirm", "he told reporters"."""
    lemma = verb.lemma_.lower()
    if lemma == "put":
        return any(prep.lower_ == "at" for prep in children(verb, "prep"))  # "put the number at 300"
    return lemma in cue_words("statement") and lemma not in _DONE


def _standing(verb: Token) -> tuple[Token, ...]:
    """Who is in a state: "fifteen plotters are in the hands of the law", "two of them sat in a cell"."""
    held = any(what.lemma_.lower() in lemmas("captive") for what in children(verb, "attr"))  # "had been prisoners"
    placed = any(prep.lower_ in _STATES for prep in children(verb, "prep"))
    if children(verb, "dobj") or (verb.lemma_ == "be" and not (held or placed)):
        return ()
    return tuple(who for who in verb_slots(verb).get("subject") if who.lower_ not in ("they", "we"))
