"""Who lays an attack at whose door: "an intrusion that the firm traced to Peru", "blamed the delay on a hack"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.frames.claims.attribution import Attribution, ClaimKind, Source
from timeline.frames.claims.scopes import Scope, extent
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words
from timeline.frames.words.lexicon import lemmas
from timeline.frames.words.name_words import name_words
from timeline.frames.words.noun_words import noun_words

Build = Callable[[Parsed, Source, str, Token, ClaimKind, Scope], Attribution]


def traced(
    parsed: Parsed, verb: Token, speaker_of: Callable[[Parsed, Token], Source | None], build: Build
) -> Iterator[Attribution]:
    """Whoever traces an attack to somebody is cited for the attack; whoever blames something on one alleges it."""
    lemma = verb.lemma_.lower()
    if lemma not in cue_words("tracing") and lemma != "blame":
        return
    attack = _blamed_on(verb) if lemma == "blame" else traced_attack(verb)
    speaker = speaker_of(parsed, verb) if attack is not None else None
    if attack is None or speaker is None:
        return
    first, last = extent(attack)
    if attack.dep_ in ("nsubj", "nsubjpass") and lemma != "blame":
        last = max(last, attack.head.i)  # with the verb that says what it did
    yield build(parsed, speaker, verb.text, verb, "accusation" if lemma == "blame" else "statement", (first, last))


def traced_attack(verb: Token) -> Token | None:
    """The attack that a verb traces to somebody: its object, or the noun whose clause it is."""
    if not traced_to(verb):
        return None
    things = (*children(verb, "dobj", "nsubjpass"), *((verb.head,) if verb.dep_ in ("relcl", "acl") else ()))
    return next((thing for thing in things if thing.lemma_.lower() in noun_words().attacks), None)


def traced_to(verb: Token) -> tuple[Token, ...]:
    """To whom a verb traces something: the nouns behind its "to"."""
    if verb.lemma_.lower() not in cue_words("tracing"):
        return ()
    return tuple(who for prep in children(verb, "prep", "dative") if prep.lower_ == "to" for who in prep.children)


def _blamed_on(verb: Token) -> Token | None:
    """The attack that something is blamed on, wherever the parse hung "on": no day, and no person."""
    for prep in reversed(tuple(verb.subtree)):
        if prep.lower_ != "on" or prep.i < verb.i or prep.dep_ != "prep":
            continue
        for noun in children(prep, "pobj"):
            words = {word.lemma_.lower() for word in (noun, *children(noun, "compound", "amod"))}
            words |= {deep.lemma_.lower() for word in children(noun, "compound") for deep in word.children}
            told = noun_words().attacks | lemmas("hacker") | {"hacking", "cyber"}
            if noun.lower_ not in name_words().calendar and words & told:
                return noun
    return None


def blamed_on(trigger: Token) -> bool:
    """Whether something is blamed on an attack from somewhere, or by somebody: that there was one is what is said."""
    for head in trigger.ancestors:
        if head.lemma_ == "blame":
            found = _blamed_on(head)
            said = found is not None and (found == trigger or found.is_ancestor(trigger))
            return said and found is not None and any(word.pos_ == "PROPN" for word in found.subtree)
    return False


def is_traced(deed: Token) -> bool:
    """ "Concluded that Peru was responsible for the hack", "was behind it": who did it is what is said."""
    prep = deed.head if deed.dep_ == "pobj" else None
    if prep is None or prep.lower_ not in ("for", "behind"):
        return False
    return prep.head.lower_ == "responsible" or (prep.lower_ == "behind" and prep.head.lemma_ == "be")
