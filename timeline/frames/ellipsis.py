"""Sentences that say "the same again": "Germany followed suit", "Brazil and Cuba did not", "Mauritania did so too".

They name an actor and a date of their own and borrow everything else from the act told just before. So does, of a march
or a vote, "another has been called for Sunday".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.event_types import event_types
from timeline.frames.match import Match
from timeline.frames.roles.slots import surface_subject
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import name_words
from timeline.gazetteers.places import find_place
from timeline.models import Role

BORROWING = ("recognition", "diplomacy", "sanction")  # acts that others repeat
OPPOSITE = {"recognises": ("refuses", "refused"), "refuses": ("recognises", "recognised")}
_OPENS = re.compile(
    r"\bfollow(?:ed|s)? (?:suit|within|a |an |one |two |three |hours|days|the next|the same|on|later|soon|with"
    r"|this|last|yesterday|today|shortly|at once|immediately|in [A-Z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|\bfollowed[.,;]|\b(?:did|does|has|have) so\b|\b(?:did|does|do|have|has) not[.,;]"
    r"|\bthe same (?:step|line|day|position|view|stance|course|path|action|measure|decision)\b"
    r"|\bsimilar (?:steps?|measures?|moves?|sanctions|action|announcements?)\b"
    r"|\b(?:did|does|do|done) (?:the same|likewise)\b|\bjoined (?:in|them|later)\b|\bin kind\b"
    r"|\banother (?:is|was|has|followed)\b|\b(?:more|others) (?:were|was|have been|had been)\b",
    re.IGNORECASE,
)
# One of these is in whatever that finds.
_WORDS = tuple(
    "follow| so| not|same|similar|likewise|joined|in kind|nother |more w|others w|more ha|others ha".split("|")
)
RECURRING = ("protest", "election")  # what one says "another" of
_CALLED = ("call", "plan", "schedule", "announce", "set", "expect", "organise", "organize", "promise")
_DUE = ("due", "likely", "imminent")
_HELD = ("hold", "follow", "stage")
_STEPS = ("step", "line", "position", "view", "stance", "course", "path", "action", "move", "measure", "decision")
_TAKEN = ("take", "announce", "adopt", "make", "introduce", "order", "approve", "unveil")
_AUXILIARIES = ("do", "have")
_ANSWERING = ("answer", "reply", "respond", "retaliate", "reciprocate")


@dataclass(frozen=True)
class _Echo:
    """The verb of an elliptical clause, and whether it says the opposite."""

    verb: Token
    opposite: bool


def opens(text: str) -> bool:
    """Whether a sentence may repeat an act: a cheap look at its words."""
    low = text.lower()
    return any(word in low for word in _WORDS) and _OPENS.search(text) is not None


def echo(parsed: Parsed, before: Sequence[Match]) -> Match | None:
    """The act of a match before, repeated (or refused) by the subject of an elliptical clause of this sentence."""
    if not opens(parsed.sentence.span.text):
        return None
    plain = [match for match in reversed(before) if not match.rule.endswith(":signs")]
    plain += [match for match in reversed(before) if match.rule.endswith(":signs") and _takes_side(match)]
    again = next((match for match in plain if match.event_type in RECURRING), None)
    if again is not None and (one_more := _another(parsed, again)) is not None:
        return one_more
    verbs = [item.verb for token in parsed.doc if (item := _echo(token)) is not None]
    told = (match for match in plain if match.event_type in BORROWING and not _is_later(match, parsed, verbs))
    model = next(told, None)
    if model is None:
        return None
    more = _more_of_them(parsed, model)
    if more is not None:
        return more
    found = next((item for token in parsed.doc if (item := _echo(token)) is not None), None)
    if found is None:
        return None
    actors = _before(found.verb) if found.verb.dep_ == "aux" else _beside(found.verb) or surface_subject(found.verb)
    if not actors or not satisfies(actors[0], ("@name", "@polity", "other", "both", "several")):
        return None
    if _may_be_weather(actors[0]):
        return None
    mode, form = model.mode, model.form
    if found.opposite and not _is_refusal_again(model):
        if model.mode not in OPPOSITE:
            return None
        mode, form = OPPOSITE[model.mode]
    slots = tuple(("actor", actor) for actor in actors)
    return Match(parsed, model.event_type, f"{model.event_type}:echo", found.verb, (found.verb,), slots, mode, form)  # type: ignore[arg-type]


def _is_later(match: Match, parsed: Parsed, verbs: Sequence[Token]) -> bool:
    """ "Bahrain followed on Monday and Oman recalled its envoy": what is told behind it is not what it repeats."""
    return match.parsed is parsed and any(verb.i < match.trigger.i for verb in verbs)


def _takes_side(match: Match) -> bool:
    """Whether words alone tell whose side somebody takes: "Peru accepted her at once. Chad did not"."""
    return match.event_type == "recognition" and match.mode in OPPOSITE and bool(match.fillers("actor"))


def _is_refusal_again(model: Match) -> bool:
    """ "The union has not. Spain did not": another who does not, after one who does not."""
    return model.rule.endswith(":echo") and model.mode == "refuses"


def _may_be_weather(actor: Token) -> bool:
    """ "Snow followed this morning": a word that opens its sentence, whose capital is no sign of a name."""
    alone = actor.i == 0 and actor.head.i == 1 and not actor.text.isupper() and find_place(actor.text) is None
    return alone and actor.head.lemma_ == "follow" and not children(actor.head, "dobj")


def _another(parsed: Parsed, model: Match) -> Match | None:
    """ "Another has been called for Sunday", "another followed a week later": one more of what was told before."""
    subject = next((t for t in parsed.doc if t.lower_ == "another" and t.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return None
    verb, kind = subject.head, model.event_type
    ahead = verb.lemma_ in _CALLED or any(word.lower_ in _DUE for word in children(verb, "acomp"))
    if not ahead and verb.lemma_ not in _HELD:
        return None
    return Match(parsed, kind, f"{kind}:echo", verb, (verb,), status="planned" if ahead else None)


def _more_of_them(parsed: Parsed, model: Match) -> Match | None:
    """ "It threw out the envoy in May; two more were expelled in June": the same done to more of them, by the same."""
    for token in parsed.doc:
        words = (token, *children(token, "amod", "advmod")) if token.pos_ in ("NUM", "ADJ", "NOUN") else ()
        several = any(word.lower_ in ("more", "others") for word in words)
        if several and token.dep_ == "nsubjpass" and token.head.pos_ == "VERB":
            verb, kind = token.head, model.event_type
            if verb.lemma_.lower() in _verbs_of(kind, model.mode):
                slots: tuple[tuple[Role, Token], ...] = (("target", token),)
                return Match(parsed, kind, f"{kind}:echo", verb, (verb,), slots, model.mode, model.form)
    return None


@cache
def _verbs_of(kind: str, mode: str) -> frozenset[str]:
    """The verbs that tell a type in one of its modes."""
    frames = (frame for frame in event_types()[kind].frames if frame.mode == mode)
    return frozenset(verb.split()[0] for frame in frames for verb in frame.verbs)


def _echo(token: Token) -> _Echo | None:
    """Whether a token is the verb of an elliptical clause."""
    if token.lemma_ == "follow" and token.pos_ == "VERB":
        objects = children(token, "dobj")
        plain = not objects or objects[0].lower_ in ("suit", "them", "it")
        return _Echo(token, False) if plain and token.tag_ != "VBG" else None
    if _is_cut_short(token):
        return _Echo(token, True)
    if (
        token.lemma_ in _AUXILIARIES
        and token.pos_ in ("AUX", "VERB")
        and token.dep_ in ("ROOT", "conj", "advcl", "ccomp")
    ):
        return _echo_of_auxiliary(token)
    if token.lemma_ in _TAKEN and token.pos_ == "VERB" and token.tag_ in ("VBD", "VBN"):
        things = (thing for thing in children(token, "dobj") if thing.lemma_ in _STEPS)
        words = {word.lower_ for thing in things for word in children(thing, "amod")}
        if words & ({"same", "similar"} if token.lemma_ == "take" else {"similar"}):
            return _Echo(token, False)
    if token.lemma_ in ("join", "take", *_ANSWERING):
        tail = {child.lower_ for child in token.subtree}
        if (
            (token.lemma_ == "join" and tail & {"in", "them", "later"})
            or {"same", "line"} <= tail
            or {"in", "kind"} <= tail
        ):
            return _Echo(token, False)
    return None


def _is_cut_short(token: Token) -> bool:
    """ "Peru and Cuba did not, at least until the court has ruled": whatever verb the parser gave it to."""
    if token.lemma_ not in _AUXILIARIES or token.dep_ != "aux" or not _before(token):
        return False
    behind = [word.lower_ for word in token.doc[token.i + 1 : token.i + 3]]
    return behind[:1] in (["not"], ["n't"], ["n’t"]) and behind[1:] in ([","], [";"])


def _before(auxiliary: Token) -> tuple[Token, ...]:
    """The subjects of its verb that stand before an auxiliary."""
    return tuple(who for who in children(auxiliary.head, "nsubj", "nsubjpass") if who.i < auxiliary.i)


def _beside(verb: Token) -> tuple[Token, ...]:
    """A name right before the verb that the parser joined to a day: "on Friday and Sweden did so"."""
    name = verb.nbor(-1) if verb.i else verb
    joined = name.dep_ == "conj" and name.pos_ == "PROPN" and name.head.lower_ in name_words().calendar
    return (name,) if joined else ()


def _echo_of_auxiliary(token: Token) -> _Echo | None:
    after = {child.lower_ for child in token.children if child.i > token.i}
    if children(token, "neg") and not children(token, "dobj", "xcomp", "ccomp", "attr", "acomp"):
        return _Echo(token, True)
    if token.lemma_ == "do" and (
        after & {"so", "likewise"} or any(child.lower_ == "same" for child in children(token, "dobj"))
    ):
        return _Echo(token, bool(children(token, "neg")))
    return None
