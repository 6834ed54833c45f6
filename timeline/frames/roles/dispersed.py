"""The crowd that police drive apart: "scattered several hundred lawyers", "fired tear gas at some 2,000 attorneys"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.match import Match
from timeline.frames.roles.slots import objects, prepositions, surface_subject
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.noun_words import noun_words

_DRIVING = frozenset(
    """scatter disperse drive push beat teargas tear-gas charge baton-charge lathi-charge cane-charge chase corral
    kettle hold turn stop block prevent confront attack club hose soak""".split()
)
_FIRING = frozenset({"fire", "use", "turn", "hurl", "lob", "shoot", "train", "open", "loose", "unleash", "launch"})
_TOWARDS = ("at", "on", "into", "against")


def dispersed(match: Match) -> Iterator[Token]:
    """The heads of whom the police of the sentence drive apart, where it tells no other crowd."""
    for verb in match.parsed.doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _DRIVING | _FIRING:
            continue
        if not any(who.lemma_.lower() in noun_words().forces for who in surface_subject(verb)):
            continue
        driven = objects(verb) if verb.lemma_.lower() in _DRIVING else ()
        fired_at = (who for name in _TOWARDS for who in prepositions(verb).get(name, ()))
        hit = [who for thing in objects(verb) for name in _TOWARDS for who in prepositions(thing).get(name, ())]
        crowd = [who for who in (*driven, *fired_at, *hit) if _is_crowd(who)]
        if crowd:
            yield crowd[0]
            return


def _is_crowd(who: Token) -> bool:
    return who.tag_ != "NN" and satisfies(who, ("@people", "@crowd")) and who.lemma_.lower() not in noun_words().forces
