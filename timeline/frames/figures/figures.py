"""Bind the numbers of a sentence to an event: how many people, dead, injured, attacks, states; election results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.frames.claims.attribution import Sayings
from timeline.frames.figures.casualties import casualty
from timeline.frames.figures.crowds import put_on_a_crowd
from timeline.frames.figures.quantities import Quantity
from timeline.frames.figures.results import results
from timeline.frames.figures.together import Sum, beside, is_part_or_whole, together
from timeline.frames.match import Match
from timeline.frames.naming.names import Cast
from timeline.frames.roles.beside import companions
from timeline.frames.roles.participants import participants
from timeline.frames.syntax.clauses import object_before
from timeline.frames.syntax.lists import examples, listed
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.phrases import item
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.noun_words import noun_words
from timeline.models import Figure, Measure, Participant, Role

__all__ = ["credit", "figures", "results"]

_ABOUT: dict[str, Role] = {
    "detention": "target", "release": "target", "protest": "actor", "diplomacy": "target", "sanction": "target",
    "security": "target",
}  # fmt: skip
_NONE = Sayings()
_PERFORMED = ("recognition", "diplomacy", "sanction")
_BANS = frozenset({"ban", "sanction", "freeze", "restriction", "measure", "embargo"})
_PERSONS = frozenset({"user", "customer", "patient", "employee", "man", "woman", "voter", "client", "subscriber"})
_WHEN = frozenset({"since", "after", "before", "following", "during", "until", "despite", "amid"})
_CORE = ("nsubj", "nsubjpass", "dobj", "attr")
_CASUAL = frozenset({"protest", "coup", "security", "cyberattack", "election", "inauguration"})


def figures(match: Match, found: Sequence[Quantity], cast: Cast, sayings: Sayings = _NONE) -> tuple[Figure, ...]:
    """The figures of one match, in the order of the text; elections get the results their sentence tells.

    A vague amount ("hundreds") has the least it can mean as its value, with bound at_least and the words in
    ``as_written``; ``quantities.is_vague`` tells it. "X and 12 others" has value 13 where X is named. Each figure is
    given to the source of the ``sayings`` that holds it, so that two sources with two numbers are told apart.
    """
    if match.event_type == "election":
        told = results(match.parsed, cast)
        return credit(told, participants(match, cast, ())) if any(map(_is_free, told)) else told
    read = [(quantity, _measure(match, quantity, cast)) for quantity in found if quantity.kind == "count"]
    if match.event_type in _PERFORMED:
        sayings = _NONE  # acts that are done by saying so
    read = [
        (quantity, measure or _rival_count(quantity, read[at - 1] if at else None, sayings))
        for at, (quantity, measure) in enumerate(read)
    ]
    people = [quantity for quantity, measure in read if measure == "people"]
    summed = together(match, people, _ABOUT.get(match.event_type, "target"), cast)
    told = tuple(
        replace(_figure(match, quantity, measure, cast), claimant=_claimant(quantity, sayings))
        for quantity, measure in read
        if measure is not None and (summed is None or quantity not in summed.parts)
    )
    return (_in_all(summed, sayings), *told) if summed else told


_HELD = ("detention", "release")


def _in_all(summed: Sum, sayings: Sayings) -> Figure:
    """The people that a list names and counts, as one figure in place of those of its parts."""
    told_by = _claimant(summed.parts[0], sayings) if summed.parts else ""
    return Figure("people", summed.total, "exact", summed.as_written, unit=summed.unit, claimant=told_by)


def _rival_count(
    quantity: Quantity, before: tuple[Quantity, Measure | None] | None, sayings: Sayings
) -> Measure | None:
    """ "9,000 people, according to X, or 2,000, according to Y": the second number counts what the first does."""
    if before is None or quantity.noun is not None:
        return None
    first, second = _claimant(before[0], sayings), _claimant(quantity, sayings)
    return before[1] if first and second and first != second and before[1] == "people" else None


def _claimant(quantity: Quantity, sayings: Sayings) -> str:
    around = [item for item in sayings.over(quantity.span.start) if item.source]
    return min(around, key=lambda item: (item.end - item.start, -item.cue_start)).source if around else ""


def credit(read: Sequence[Figure], parties: Sequence[Participant]) -> tuple[Figure, ...]:
    """Election figures with the winner, or the only candidate, as the subject of those that name none."""
    winners = [entry.name for entry in parties if entry.role == "winner" and entry.named]
    named = winners or [entry.name for entry in parties if entry.role in ("candidate", "actor") and entry.named]
    if len(set(named)) != 1:
        return tuple(read)
    owned = {(item.measure, item.subject) for item in read}
    free = [item for item in read if _is_free(item)]
    first = {item.measure: item for item in reversed(free) if (item.measure, named[0]) not in owned}
    return tuple(replace(item, subject=named[0]) if first.get(item.measure) is item else item for item in read)


def _is_free(item: Figure) -> bool:
    """Whether a figure of an election is nobody's yet."""
    return item.measure in ("votes", "vote_share", "seats") and not item.subject


def _measure(match: Match, quantity: Quantity, cast: Cast) -> Measure | None:
    hurt = casualty(quantity)
    if hurt is not None:
        return hurt if match.event_type in _CASUAL else None
    noun = quantity.noun.lemma_.lower() if quantity.noun is not None else ""
    if is_part_or_whole(quantity, match.trigger):
        return None
    if match.event_type == "cyberattack":
        return _of_attack(match, quantity, noun, cast)
    role = _ABOUT.get(match.event_type)
    acting = any(_fills(match, quantity, token, cast) for token in match.fillers("actor"))
    if noun in noun_words().states and match.event_type in ("recognition", "diplomacy"):
        return "states" if acting else None
    if match.event_type == "recognition":
        return "other" if acting and noun in noun_words().things and not _known(quantity) else None
    if role is None:
        return None
    if noun in noun_words().arrests and quantity.noun in match.words:
        return "people"
    if role == "target" and match.event_type in _HELD and any(who == quantity.noun for who in companions(match)):
        return "people"  # "was held with eight other soldiers"
    if any(_fills(match, quantity, object_before(token) or token, cast) for token in match.fillers(role)):
        counted = (
            quantity.noun is not None and quantity.noun.head.head == quantity.head and quantity.noun.dep_ == "pobj"
        )
        return "other" if noun in noun_words().things and not counted else "people"  # "15 of the group" are people
    if role == "target" and any(_fills(match, quantity, token, cast) for token in match.fillers("actor")):
        return None
    if noun in noun_words().things or noun in noun_words().forces:
        return None
    return "people" if _near(match, quantity, role) else None


def _known(quantity: Quantity) -> bool:
    """Whether a number only says who is meant: "the three parties"."""
    counted = quantity.noun.children if quantity.noun is not None else ()
    return any(word.lower_ in ("the", "these", "those") for word in counted)


def _of_attack(match: Match, quantity: Quantity, noun: str, cast: Cast) -> Measure | None:
    """Attacks, or what was hit: "some 70 sites were defaced"."""
    if noun in noun_words().attacks or _stands_for(match, quantity):
        return "attacks"
    if not noun or noun in noun_words().forces | role_words("attending") | _PERSONS or quantity.others:
        return None
    return "other" if any(_fills(match, quantity, token, cast) for token in match.fillers("target")) else None


def _stands_for(match: Match, quantity: Quantity) -> bool:
    """Whether "25 million of them" means the attacks."""
    return quantity.noun is not None and quantity.noun.lower_ in ("them", "which") and quantity.head.i > match.trigger.i


def _fills(match: Match, quantity: Quantity, token: Token, cast: Cast) -> bool:
    """Whether a number belongs to a role's filler: modifies it, is it, or stands before its "of"; lists included."""
    phrases = (
        *listed(match.parsed, token, cast),
        *examples(match.parsed, token, cast)[0],
        item(match.parsed, token, cast),
    )
    members = {member for entry in phrases for member in entry.tokens} | {token}
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.tag_ in ("WP", "WDT"):
        members.update(ancestor for ancestor in token.ancestors if ancestor.dep_ != "relcl" and ancestor.pos_ == "NOUN")
    return quantity.head in members or (quantity.noun is not None and quantity.noun in members)


def _near(match: Match, quantity: Quantity, role: Role) -> bool:
    """Whether a number no role holds still counts the people of the event, because its clause is the event's own."""
    if quantity.noun is not None and quantity.noun.lower_ in ("%", "percent"):
        return False
    verb, own = _clause(quantity.head), _clause(match.trigger)
    if match.event_type == "protest":
        return _crowd(match, quantity, verb) or put_on_a_crowd(quantity)
    if match.event_type == "sanction" and _listed_person(match, quantity):
        return True
    if _beside(quantity, own):
        return False
    alone = not match.fillers(role) or all(token.pos_ == "PRON" for token in match.fillers(role))
    return (alone or quantity.others) and (verb == match.trigger or verb == own or _follows(quantity, match.trigger))


def _beside(quantity: Quantity, verb: Token) -> bool:
    """Whether a number stands in a phrase that only tells when: "since the hanging of eight campaigners"."""
    for token in quantity.head.ancestors:
        if token == verb:
            return False
        if token.dep_ == "prep" and token.lower_ in _WHEN:
            return True
    return False


def _listed_person(match: Match, quantity: Quantity) -> bool:
    """Whether a number counts those behind "travel bans on", "measures against"."""
    noun = quantity.noun
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in ("on", "against", "for"):
        return False
    act = noun.head.head
    over = [act, *(child for child in act.children if child.dep_ == "dobj")]
    over += [act.head] if act.dep_ == "relcl" else []  # "the ban which they imposed on ten men"
    bans = [token for token in over if token.lemma_.lower() in _BANS]
    return any(ban in match.words or _clause(ban) == _clause(match.trigger) for ban in bans)


def _crowd(match: Match, quantity: Quantity, verb: Token) -> bool:
    """Whether a number is the size of a protest: what it is of, what it drew, who joined it, a word for attendance."""
    words, above = noun_words(), list(quantity.head.ancestors)
    if match.trigger in above and match.trigger.pos_ != "VERB" and verb not in above[: above.index(match.trigger)]:
        return True  # "a rally of 5,000 farmers"
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    shared = [] if subjects or verb.dep_ != "conj" else children(verb.head, "nsubj", "nsubjpass")
    if any(match.trigger in subject.subtree for subject in (*subjects, *shared)):  # "was called by X and drew 2,000"
        return verb.lemma_.lower() in words.drawing
    over = {token.lemma_.lower() for token in (*above, *(child for child in verb.children if child.dep_ in _CORE))}
    if over & words.crowd:
        return True
    acts = any(quantity.head in subject.subtree for subject in subjects)
    return acts and match.trigger in verb.subtree and verb.lemma_.lower() in words.joining


def _follows(quantity: Quantity, trigger: Token) -> bool:
    return trigger in list(quantity.head.ancestors)[:3]


def _clause(token: Token) -> Token:
    """The verb whose clause a token is in, the token itself if it is a verb."""
    above = (token, *token.ancestors)
    return next((candidate for candidate in above if candidate.pos_ in ("VERB", "AUX")), above[-1])


def _figure(match: Match, quantity: Quantity, measure: Measure, cast: Cast) -> Figure:
    value = quantity.value if quantity.value is not None else (quantity.low or 0.0)
    if quantity.others and quantity.value is not None and quantity.bound in ("exact", "at_least", "more_than"):
        value += beside(match, _whose(match, measure), cast)
    unit = quantity.noun.text.lower() if quantity.noun is not None else ""
    return Figure(measure, value, quantity.bound, quantity.as_written, quantity.low, quantity.high, unit)


def _whose(match: Match, measure: Measure) -> Role:
    """The role whose members "n others" leaves out: of states and parties that act, those who act."""
    return _ABOUT.get(match.event_type, "target") if measure == "people" else "actor"
