"""Who stands behind an act that others do: at whose call, with whose backing, on whose orders."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.claims.authorship import traced_to
from timeline.frames.match import Match
from timeline.frames.roles.slots import prepositions, surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import is_plainly, satisfies
from timeline.frames.words.name_words import name_words

_CALLS = frozenset({"call", "behest", "urging", "bidding", "invitation", "initiative", "instigation"})
_BACKING = frozenset({"backing", "support", "help", "aid", "blessing", "connivance", "complicity"})
_ORDERS = frozenset({"order", "instruction", "command", "decree", "behest", "directive", "decision"})
_TELLING = frozenset({"tell", "urge", "order", "ask", "invite", "lead", "summon", "instruct"})
_HEEDING = frozenset({"answer", "heed", "follow", "obey"})
_BRINGING = frozenset({"bring", "send", "lead", "get", "draw", "mobilise", "mobilize"})
_ORDERING = frozenset({"order", "direct", "mastermind", "authorise", "authorize", "commission", "sponsor"})
_WORK = frozenset({"work", "handiwork", "doing", "deed", "operation"})
_STRIKES = frozenset({"attack", "cyberattack", "hack", "breach", "intrusion", "assault", "raid", "malware"})
_ARMED = ("@force", "@authority")


def instigators(match: Match) -> Iterator[Token]:
    """The heads of those who call a protest, back a coup or order a release; none where the clause tells none."""
    if match.event_type == "protest":
        yield from _callers(match)
    elif match.event_type == "cyberattack":
        yield from _authors(match.trigger)
    elif match.event_type == "coup":
        yield from (who for who in _behind(match.trigger, ("with",), _BACKING) if is_plainly(who, _ARMED))
    elif match.event_type == "release" and not match.fillers("actor"):
        yield from _behind(match.trigger, ("on", "at", "by"), _ORDERS)


def _behind(verb: Token, names: tuple[str, ...], words: frozenset[str]) -> Iterator[Token]:
    """Whose a backing or an order is, behind a preposition of the verb: "on the president's orders"."""
    if verb.pos_ != "VERB":
        return
    found = prepositions(verb)
    for name in names:
        for noun in found.get(name, ()):
            if noun.lemma_.lower() in words:
                owners = children(noun, "poss") or prepositions(noun).get("of", ())
                yield from (who for who in owners if satisfies(who, ("@people", *_ARMED, "@polity")))


def _authors(trigger: Token) -> Iterator[Token]:
    """ "The minister ordered the raid on the servers", "agents of the state were behind the leak that closed them"."""
    noun = trigger.head if trigger.dep_ == "relcl" else trigger
    if trigger.pos_ == "VERB":  # "were paralysed by an attack that officials blamed on Peru"
        noun = next((word for word in prepositions(trigger).get("by", ()) if word.lemma_ in _STRIKES), noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "behind the hack of 3 May, which wiped": hung on the day
        dated = noun.lower_ in name_words().calendar or noun.lower_[:1].isdigit()
        noun = noun.head.head if dated else noun
    if noun.pos_ != "NOUN":
        return
    for clause in children(noun, "relcl", "acl"):
        laid = prepositions(clause).get("on", ()) if clause.lemma_ in ("blame", "pin") else ()
        yield from (who for who in (*traced_to(clause), *laid) if satisfies(who, ("@people", "@polity")))
    for work in children(noun.head, "attr") if noun.dep_ == "nsubj" and not children(noun.head, "neg") else ():
        if work.lemma_.lower() in _WORK:  # "the attack was the work of Peru"
            yield from (who for who in prepositions(work).get("of", ()) if satisfies(who, ("@people", "@polity")))
    held = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    if (
        held is not None
        and held.lower_ == "responsible"
        and held.head.lemma_ == "be"
        and not children(held.head, "neg")
    ):
        yield from (who for who in surface_subject(held.head) if satisfies(who, ("@people", "@polity")))
    behind = noun.dep_ == "pobj" and noun.head.lower_ == "behind" and noun.head.head.lemma_ in ("be", "stand")
    ordered = noun.dep_ == "dobj" and noun.head.lemma_ in _ORDERING
    verb = noun.head.head if behind else noun.head
    if behind or ordered:
        yield from (who for who in surface_subject(verb) if satisfies(who, ("@people", "@polity")))


def _callers(match: Match) -> Iterator[Token]:
    """ "Marched at the call of the union", "the union told its members to march", "she led miners into the square"."""
    verb = match.trigger
    if verb.pos_ != "VERB":
        return
    yield from _behind(verb, ("at",), _CALLS)
    urging = role_words("urging") | _TELLING
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in urging and children(verb.head, "dobj", "nsubj"):
        yield from (who for who in surface_subject(verb.head) if _may_call(who))
    heeded = (verb.head,) if verb.dep_ == "conj" else children(verb, "advcl", "conj")
    for clause in heeded:  # "answered the union's call and marched"
        for call in children(clause, "dobj") if clause.lemma_ in _HEEDING else ():
            called = call.lemma_.lower() in _CALLS | {"appeal", "summons"}
            yield from (who for who in (*children(call, "poss"), *_by_or_from(call)) if called and _may_call(who))
    if verb.lemma_ in _BRINGING:
        yield from (who for who in surface_subject(verb) if _may_call(who))


def _by_or_from(call: Token) -> Iterator[Token]:
    found = prepositions(call)
    yield from (who for name in ("by", "from", "of") for who in found.get(name, ()))


def _may_call(who: Token) -> bool:
    """Whether a subject can call people out: a name, a union, a leader: no killing, no news."""
    if who.pos_ == "PRON":
        return who.lower_ in ("he", "she", "they", "we", "who")
    named = who.pos_ == "PROPN" and not who.lower_.endswith("ing")
    return named or is_plainly(who, ("@throng", "@ruler", "opposition", "party", "organiser", "organizer", "coalition"))
