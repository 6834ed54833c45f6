"""Logical roles of a trigger read off its parse: who does it, to whom, by whom, of, against, from, for.

Passives, participles, relative clauses, infinitives and coordination are undone here, once, so that a frame only
names slots. Slot names: ``subject`` (who acts: active subject or by-agent), ``object`` (whom: direct object or passive
subject), ``host`` (who stages a noun: the subject of its support verb), ``possessive``, ``modifier``, ``complement``,
and each preposition by its own lower-case name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from timeline.frames.roles.labels import labelled
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.stray_subjects import (
    above_noun,
    adverbial,
    compounded,
    done_to_those,
    in_one,
    joined_to_noun,
    named_before,
    swallowed,
)
from timeline.frames.syntax.clauses import agreeing, phoned, shared_with, somebody
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import name_words
from timeline.frames.words.noun_words import noun_words

Tokens = tuple[Token, ...]


class Slots:
    """Who and what fills the slots of a trigger; a slot that is not there is empty."""

    __slots__ = ("_below", "_found")

    def __init__(self, found: dict[str, Tokens], below: Slots | None = None) -> None:
        """Take the slots that are known, and others ``below`` them for the rest."""
        self._found, self._below = found, below

    def get(self, name: str) -> Tokens:
        """What fills a slot."""
        tokens = self._found.get(name)
        return tokens if tokens is not None else self._looked_up(name)

    __getitem__ = get

    def __contains__(self, name: str) -> bool:
        """Whether there is such a slot, empty or not."""
        return name in self._found or (self._below is not None and name in self._below)

    def but(self, others: dict[str, Tokens]) -> Slots:
        """These slots, with others in place of some of them or beside them."""
        return Slots(others, self)

    def _looked_up(self, name: str) -> Tokens:
        return self._below.get(name) if self._below is not None else ()


_SUBJECTS = ("nsubj", "csubj", "expl")
_CLAUSES = ("VERB", "AUX")
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "agree", "begin", "start"})
_USING = frozenset({"use", "exploit", "abuse"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "charge", "clear", "absolve"})
_ORDERS = frozenset({"order", "decree", "resolution", "directive", "proclamation", "edict", "declaration"})
SENT = frozenset({"message", "letter", "telegram", "cable", "note", "statement", "tweet", "call"})
NAMING = frozenset({"declare", "name", "pronounce", "brand", "deem", "label", "proclaim"})
_SUFFERING = frozenset({"survive", "escape", "foil", "thwart", "resist", "crush", "withstand", "defeat", "weather"})
_PENALTIES = frozenset({"sentence", "conviction", "verdict", "charge", "warrant", "indictment", "case", "term"})
_SLOGANS = frozenset({"shout", "chant"})
_DEPTH = 8  # clauses climbed at most in search of a subject


def subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Who does what the verb says: its subject, or the one it shares with the clause it hangs on."""
    if is_passive(verb):
        return agents(verb)
    return surface_subject(verb, depth)


def surface_subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The subject of the clause, active or passive, climbing through control and coordination."""
    own = children(verb, *_SUBJECTS, "nsubjpass")
    own = own or swallowed(verb) or joined_to_noun(verb) or compounded(verb) or adverbial(verb) or named_before(verb)
    if own:
        return _antecedents(in_one(own), verb)
    if depth > _DEPTH:
        return ()
    head = verb.head
    if head == verb:
        return ()
    if done_to_those(verb):
        return surface_subject(above_noun(verb), depth + 1)
    if verb.dep_ in ("acl", "relcl", "amod"):
        return _of_noun(verb, head, depth)
    if verb.dep_ == "pcomp" or head.dep_ in ("prep", "agent"):
        return _of_preposition(head, depth)
    if head.pos_ == "ADJ" and verb.dep_ == "xcomp" and head.head.pos_ in _CLAUSES:
        return surface_subject(head.head, depth + 1)  # "is due to take", "was ready to resign"
    if head.pos_ in _CLAUSES and verb.dep_ in ("xcomp", "ccomp", "advcl", "conj", "aux", "dep", "parataxis", "acomp"):
        return _controller(verb, head, depth)
    return ()


def _controller(verb: Token, head: Token, depth: int) -> tuple[Token, ...]:
    objects = tuple(
        thing for thing in children(head, "dobj", "nsubjpass") if not _is_nobody(thing)
    )  # "refused the same evening to accept"
    called = phoned(verb, head)  # "called her to concede"
    if verb.dep_ == "xcomp" and objects and not called and not _keeps(head, objects[0]):
        return _antecedents(objects[:1], head)
    if cleft := _cleft(verb, head):
        return cleft
    relative = shared_with(verb, head)
    return _nearest(verb, head) or surface_subject(relative or head, depth + 1)


def _is_nobody(thing: Token) -> bool:
    """Whether an object is a time: "spent most of two decades confined to her house"."""
    measured = (low for prep in children(thing, "prep") if prep.lower_ == "of" for low in children(prep, "pobj"))
    amount = thing.lemma_.lower() in noun_words().partitives
    names = (thing, *measured) if amount else (thing,)
    return any(each.lemma_.lower() in noun_words().nobody for each in names)


def _cleft(verb: Token, head: Token) -> tuple[Token, ...]:
    """ "It was Peru that expelled the envoy": Peru did."""
    that = any(mark.lower_ in ("that", "who", "which") for mark in children(verb, "mark", "nsubj"))
    it = head.lemma_ == "be" and any(who.lower_ == "it" for who in children(head, "nsubj"))
    return children(head, "attr")[:1] if that and it and verb.dep_ == "ccomp" else ()


def _keeps(head: Token, thing: Token) -> bool:
    """Whether a verb with an object keeps the doing to its subject: "promised him to", "used the flaw to"."""
    return head.lemma_ in _SUBJECT_CONTROL or (head.lemma_ in _USING and not satisfies(thing, ("@people",)))


def _nearest(verb: Token, head: Token) -> tuple[Token, ...]:
    """The subject of a clause between a verb and its governor, which is nearer than the governor's own.

    "Berg gave in, but Lund called it theft and said": Lund said so. "Said that 12 people held in May had been freed":
    where the parse makes two clauses of one, those people were freed.
    """
    if verb.dep_ not in ("conj", "ccomp") or head.i > verb.i:
        return ()
    before = [clause for clause in children(head, verb.dep_) if clause.i < verb.i]
    if verb.dep_ == "ccomp" and not (before and before[-1].right_edge.i + 1 == verb.left_edge.i):
        return ()
    own = (children(clause, *_SUBJECTS, "nsubjpass") for clause in reversed(before))
    return next((found[:1] for found in own if found), ())


def _of_noun(verb: Token, noun: Token, depth: int) -> tuple[Token, ...]:
    infinitive = any(child.tag_ == "TO" for child in children(verb, "aux"))
    if infinitive and noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and children(noun.head, "attr"):
        return children(noun.head, "attr")[:1]  # "the first to do so is Peru"
    sent = verb.tag_ == "VBG" and noun.lemma_.lower() in SENT | _ORDERS and noun.dep_ == "dobj"
    if not infinitive and not sent:
        return (noun,)  # but "sent messages congratulating her": the senders did
    owners = tuple(who for who in children(noun, "poss") if who.lower_ not in name_words().calendar) or _by(noun)
    if owners:
        return owners  # "France's decision to recall", "a bid by officers to seize"; not of "Monday's bid to oust"
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if (governor.lemma_ in _SUFFERING and noun.dep_ == "dobj") or (noun.dep_ == "pobj" and noun.head.lower_ == "over"):
        return ()  # "survived a bid to unseat him", "held two over a bid to unseat him": others made it
    return surface_subject(governor, depth + 1) if governor.pos_ in _CLAUSES and governor != noun else ()


def _by(head: Token) -> tuple[Token, ...]:
    return tuple(actor for by in head.children if by.lower_ == "by" for actor in children(by, "pobj"))


def _of_preposition(preposition: Token, depth: int) -> tuple[Token, ...]:
    governor = preposition.head
    sentenced = _sentenced(governor) if preposition.lower_ == "for" else ()
    if sentenced:
        return sentenced
    accused = governor.dep_ in ("dobj", "nsubjpass") and governor.head.lemma_ in _ACCUSING
    if accused and preposition.lower_ in ("of", "with"):
        return (governor,)  # "accused two generals of plotting", where the parser hangs "of" on the noun
    if governor.pos_ not in _CLAUSES:
        owners = children(governor, "poss")
        if owners or governor.dep_ not in ("dobj", "nsubjpass", "attr"):
            return owners
        return surface_subject(governor.head, depth + 1)
    objects = children(governor, "dobj", "nsubjpass")
    if objects and preposition.lower_ in ("of", "from", "for", "with") and preposition.i > objects[0].i:
        return _antecedents(objects[:1], governor)  # "accuse X of plotting", "stop X from seizing"
    return surface_subject(governor, depth + 1)


def _sentenced(governor: Token) -> tuple[Token, ...]:
    """ "Upheld a sentence against the general for leading it": the general did."""
    nouns = (governor, *children(governor, "dobj", "nsubjpass"))
    against = (
        prep
        for noun in nouns
        if noun.lemma_ in _PENALTIES
        for prep in children(noun, "prep")
        if prep.lower_ == "against"
    )
    return tuple(who for prep in against for who in children(prep, "pobj"))


def _antecedents(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """A relative pronoun stands for the noun its clause modifies."""
    return tuple(_antecedent(token, verb) for token in tokens)


def _antecedent(token: Token, verb: Token) -> Token:
    if token.tag_ not in ("WP", "WDT") and not (token.lower_ == "that" and token.pos_ in ("PRON", "SCONJ")):
        return token
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in _CLAUSES:
        clause = clause.head
    return somebody(agreeing(clause.head, token), token) if clause.dep_ == "relcl" else token


def agents(verb: Token) -> tuple[Token, ...]:
    """The by-phrase of a passive."""
    found = tuple(
        noun
        for by in verb.children
        if by.lower_ == "by" and by.dep_ in ("agent", "prep")
        for noun in children(by, "pobj")
    )
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
        return agents(verb.head)
    return found or _stray_agents(verb) or _later_agents(verb)


def _later_agents(verb: Token) -> tuple[Token, ...]:
    """The by-phrase of the last of several passives: "was overthrown and killed by soldiers"."""
    for later in children(verb, "conj"):
        if later.tag_ == "VBN" and not children(later, "nsubj", "nsubjpass", "auxpass", "dobj", "aux"):
            return _by(later) or _later_agents(later)
    return ()


def _stray_agents(verb: Token) -> tuple[Token, ...]:
    """A by-phrase that the parser hung on a noun before it: "was seized in his room by agents"."""
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.i < verb.i:
            continue
        for noun in children(prep, "pobj"):
            for by in noun.children:
                if by.lower_ == "by" and by.dep_ in ("prep", "agent"):
                    return children(by, "pobj")
    return ()


def objects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """To whom it is done: direct object, passive subject, or the noun that a participle or a gap stands for."""
    if is_passive(verb):
        return _passive_object(verb, depth)
    beside = _homebound(verb) or (labelled(verb)[0] if verb.lemma_ in NAMING else ())
    if beside:
        return beside
    own = children(verb, "dobj")
    if own:
        return _antecedents(own, verb)
    dative = tuple(token for token in children(verb, "dative") if token.pos_ in ("NOUN", "PROPN", "PRON"))
    if dative:
        return dative
    if verb.dep_ == "relcl" and children(verb, "nsubj") and not _has_relative_subject(verb):
        return (verb.head,)  # "the man whom police arrested", "the man police arrested"
    return _named(verb) or _swallowed_object(verb)


def _homebound(verb: Token) -> tuple[Token, ...]:
    """ "Called its envoy home", "sent the cabinet packing": the envoy, where the parse makes one noun of both."""
    behind = children(verb, "oprd", "dobj")
    sent = (who for word in behind if word.lower_ == "packing" for who in children(word, "compound"))
    homes = (who for word in behind if word.lower_ == "home" for who in children(word, "compound"))
    return (*sent, *(who for who in homes if children(who, "poss")))


def _swallowed_object(verb: Token) -> tuple[Token, ...]:
    """The object that the parser took for the subject of the verb after it: "workers shouting slogans marched"."""
    if verb.tag_ != "VBG" or (verb.lemma_ in cue_words("statement") and verb.lemma_ not in _SLOGANS):
        return ()
    clauses = (clause for clause in children(verb, "ccomp") if not children(clause, "mark"))
    return tuple(noun for clause in clauses for noun in children(clause, "nsubj") if noun.i == verb.i + 1)


def _named(verb: Token) -> tuple[Token, ...]:
    """Whom a verb of naming names: "declared himself head of state", "declared him dismissed", parsed as a clause."""
    if verb.lemma_ not in NAMING and verb.lemma_ != "consider":
        return ()
    clauses = [clause for clause in children(verb, "ccomp") if not children(clause, "aux", "auxpass", "mark")]
    swallowed = (noun for clause in clauses if clause.pos_ == "ADJ" for noun in children(clause, "compound"))
    return (*(noun for clause in clauses for noun in children(clause, "nsubj")), *swallowed)


def _passive_object(verb: Token, depth: int) -> tuple[Token, ...]:
    own = children(verb, "nsubjpass", "nsubj")
    if not own:  # "12 people picked up in May had been freed": taken for a clause as the subject
        own = tuple(noun for clause in children(verb, "csubjpass") for noun in children(clause, "nsubj"))
    own = own or tuple(who for aux in children(verb, "auxpass") for who in children(aux, "nsubj"))  # "was re-elected"
    if own:
        return _antecedents(in_one(own), verb)
    if verb.dep_ in ("acl", "amod", "relcl"):
        return (verb.head,)
    return surface_subject(verb, depth)


def _has_relative_subject(verb: Token) -> bool:
    return any(token.tag_ in ("WP", "WDT") or token.lower_ == "that" for token in children(verb, "nsubj"))


@lru_cache(maxsize=256)
def prepositions(token: Token) -> Mapping[str, Tokens]:
    """What hangs on a token by preposition: "from" -> the nouns behind it, "out of" as one name too."""
    found: dict[str, tuple[Token, ...]] = {}
    for prep in _each_preposition(token):
        nouns = children(prep, "pobj", "pcomp")
        for deep in children(prep, "prep"):  # "out of the country", "over to"
            nouns += children(deep, "pobj", "pcomp")
            found[f"{prep.lower_} {deep.lower_}"] = children(deep, "pobj", "pcomp")
        found[prep.lower_] = found.get(prep.lower_, ()) + nouns
    return found


def _each_preposition(token: Token) -> Iterator[Token]:
    """The prepositions below a token, and those coordinated with them: "off the steps and into waiting buses"."""
    for prep in token.children:
        if prep.dep_ == "advmod" and prep.lower_ == "back":  # "put it back on the list", "sent him back to Rome"
            yield from children(prep, "prep")
        if prep.dep_ in ("prep", "agent", "dative", "prt") and prep.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            yield prep
            yield from (other for other in children(prep, "conj") if other.pos_ == "ADP")
