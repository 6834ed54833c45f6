"""Whether an event happened: realis and status of a match, from what governs its trigger and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.authorship import blamed_on
from timeline.frames.match import Match
from timeline.frames.realis.contrasts import is_disputed, is_ruled_out, is_unintended, without_winner
from timeline.frames.realis.decisions import decided
from timeline.frames.realis.effects import Effect, definite
from timeline.frames.realis.fiction import is_fiction
from timeline.frames.realis.governors import Walk, walk
from timeline.frames.realis.retreats import gave_up, put_down, was_lifted
from timeline.frames.realis.routines import habitual
from timeline.frames.realis.timing import timed
from timeline.frames.roles.slots import surface_subject
from timeline.frames.syntax.clauses import of_no_other
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words
from timeline.frames.words.lexicon import lemmas
from timeline.models import Realis, Status

_LONG_AGO = re.compile(
    r"\b(?:in|during|since|of) the (?:early |mid-|late )?"
    r"(?:1[5-9]\d0s|nineteen-\w+|last century|(?:\w+teenth|twentieth|1\dth|20th) century)"
    r"|\b(?:decades|centuries|a century|half a century|a generation) (?:ago|earlier|before)\b|\bin the last century\b",
    re.IGNORECASE,
)
_OF_AGES = ("0s", "nineteen", "centur", "decades", "generation")  # one of these is in whatever that finds
_DENIABLE = frozenset({"coup", "cyberattack", "detention", "protest", "release", "security", "diplomacy", "sanction"})
_DISPUTABLE = frozenset({"coup", "cyberattack", "detention", "security"})  # acts that one is accused of
_SECRET = frozenset({"coup", "cyberattack"})  # acts whose author denies them: naming one accuses
_DECREED = frozenset({"sanction", "diplomacy", "release", "detention", "recognition"})  # a decision on one is the act
_UNTIL_DECIDED = ("planned", "future_in_past", "demanded")
_OPEN = ("conditional", "demanded", "threatened", "generic")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a mention's event is actual, and what its event row would say of it."""

    realis: Realis
    status: Status


def judge(match: Match, attribution: Attribution | None) -> Judgement:
    """Realis and status of a match, given the innermost attribution that holds its trigger.

    Design, section 3: denied, else alleged, else attempted, else planned, else reported. Demands, threats, conditions
    and generic talk keep the status "reported" and make no event; plain negation is denied without that status.
    """
    path = walk(match)
    state = "actual"
    for effect in _heard(match, path, attribution):
        state = _after(state, effect, match)
    if state == "actual" and match.event_type == "cyberattack" and habitual(match):
        state = "generic"
    if (state == "actual" and is_ruled_out(match)) or (state in ("actual", "conditional") and is_unintended(match)):
        state = "denied"
    if state == "actual" and (gave_up(match) or put_down(match)):
        state = "attempted"
    if state in ("actual", "called_off") and was_lifted(match):
        state = "generic"
    if state == "actual" and is_fiction(match.parsed.doc):
        state = "generic"
    if attribution is not None:
        state = _claimed(state, match, path, attribution)
    return _judgement(state, match)


def _heard(match: Match, path: Walk, attribution: Attribution | None) -> tuple[Effect, ...]:
    """The effects that count: a refusal has used up its negation, a stance declared for now is no plan."""
    effects = list(path.effects)
    if match.mode == "refuses" and match.trigger.lemma_.lower() not in realis_words("refusing") and "denied" in effects:
        effects.remove("denied")
    if match.mode == "refuses" and match.event_type == "recognition":
        effects = [effect for effect in effects if effect != "alleged"]  # whoever alleges fraud refuses the result
    if match.event_type == "recognition" and of_no_other(match.trigger):
        effects = [effect for effect in effects if effect != "denied"]
    if match.event_type == "election" and without_winner(match.trigger) and "denied" in effects:
        effects.remove("denied")
    if (
        match.event_type == "recognition"
        and not timed(match.trigger)
        and (match.mode == "refuses" or attribution or path.asserted)
    ):
        effects = [effect for effect in effects if effect not in ("planned", "future_in_past")]
    if match.event_type in _DECREED and decided(match.trigger, match.event_type):
        effects = [effect for effect in effects if effect not in _UNTIL_DECIDED]
    known = definite(match.trigger) and match.trigger.pos_ in ("NOUN", "PROPN")
    if known and match.event_type in _DENIABLE:
        effects = [effect for effect in effects if effect != "alleged" or _marked(match.trigger)]
    reported = path.asserted or attribution is not None
    return tuple(
        ("planned" if reported else "conditional") if effect == "future_in_past" else effect for effect in effects
    )


def was_foiled(match: Match) -> bool:
    """Whether a sentence tells of a coup, not of a plot for one, that somebody beat off."""
    foiled = any(word.lemma_.lower() in realis_words("foiled") for word in list(match.trigger.ancestors)[:2])
    return foiled and match.trigger.pos_ in ("NOUN", "PROPN") and not _plotted(match.trigger)


def _marked(noun: Token) -> bool:
    return any(child.lower_ in realis_words("alleged") for child in noun.children)


def _after(state: str, effect: Effect, match: Match) -> str:
    """The state of an event once one more governor has spoken: a small table, inside out."""
    if state == "scheduled":
        return "actual" if effect == "occurs" else ("denied_by" if effect == "denied_by" else "scheduled")
    if effect == "occurs":
        return "actual" if state == "planned" else state
    if effect == "scheduled":
        return "scheduled" if state in ("actual", "attempted") else state
    if effect == "denied":
        return {"denied": "actual", "foiled": "actual", "generic": "generic", "called_off": "actual"}.get(
            state, "denied"
        )
    if effect == "failed":
        trying = match.event_type in _SECRET or state == "attempted"
        return {"foiled": "actual", "denied": "actual"}.get(state, "attempted" if trying else "denied")
    if effect == "denied_by":
        return state if state in ("demanded", "threatened", "generic") else "denied_by"
    if effect == "foiled" and state == "planned" and match.event_type == "diplomacy":
        return "denied"  # "rejected a proposal to throw out 35 diplomats"
    if effect == "foiled":
        return state if state in (*_OPEN, "denied") else "foiled"
    if effect == "called_off":
        return "called_off" if state in ("actual", "planned") else state
    if effect in _OPEN:
        return (
            effect
            if state not in ("denied_by", "alleged", "generic", "foiled", "called_off") and state not in _OPEN
            else state
        )
    if effect == "unreached":
        return "conditional" if state in ("actual", "attempted", "planned") else state
    if effect == "alleged":
        return state if state in (*_OPEN, "denied", "denied_by") else "alleged"
    if effect == "attempted" and match.event_type == "protest":
        return state  # whoever tries to march has turned out
    if effect == "attempted":
        return "attempted" if state in ("actual", "planned") else state
    return "planned" if effect == "planned" and state in ("actual", "attempted") else state


def _claimed(state: str, match: Match, path: Walk, attribution: Attribution) -> str:
    """What an accusation or a denial around the sentence does, where the walk could not see it."""
    noun = match.trigger.pos_ in ("NOUN", "PROPN")
    if match.event_type == "coup" and state == "demanded" and "planned" in path.effects:
        state = "planned"  # "they want to plan a coup" tells of the plan
    title = match.parsed.sentence.kind == "title"  # headlines leave articles out
    vague = noun and (title or any(child.lower_ in ("a", "an") for child in match.trigger.children))
    laid = match.event_type == "cyberattack" and blamed_on(match.trigger)
    known = (path.granted and not vague and state == "actual" and not laid) or (noun and definite(match.trigger))
    open_to_doubt = state in ("actual", "attempted", "planned", "foiled", "alleged")
    if known or match.event_type not in _DENIABLE or not open_to_doubt:
        return state
    if attribution.kind == "denial":
        return "denied_by"
    blamed = attribution.cue.lower().startswith("blam") and noun  # whoever is blamed for it, it happened
    blamed = blamed and not laid
    if attribution.source and match.event_type in _DISPUTABLE and is_disputed(match):
        return "alleged"
    if (
        attribution.kind == "accusation"
        and match.event_type in _DISPUTABLE
        and not blamed
        and not _own(match, attribution)
    ):
        return "alleged"
    if state == "foiled" and attribution.kind == "statement" and noun and not _plotted(match.trigger):
        return state  # whoever beat off a coup tells of what was tried
    deed = bool(match.fillers("actor")) and _own(match, attribution)
    if state == "actual" and _accusing(attribution) and _by_nobody_known(match) and not deed:
        return "alleged"
    authored = match.event_type == "cyberattack" and (noun or _by_hackers(match))  # only who did it is in doubt
    secret = match.event_type in _SECRET and not authored and not _brought_down(match, attribution)
    if attribution.source and secret and _names_other(match, attribution, _tried(state, match)):
        return "alleged"
    if attribution.source and match.event_type == "coup" and state == "planned" and not _own(match, attribution):
        return "alleged"  # nobody announces the coup of others: a plan for one is an accusation
    if attribution.source and match.event_type == "coup" and state == "actual" and (vague or _so_called(match)):
        return state if _own(match, attribution) else "alleged"
    if attribution.source and match.event_type == "coup" and state == "attempted" and _so_called(match):
        return "alleged"
    return state


def _brought_down(match: Match, attribution: Attribution) -> bool:
    """ "The army has overthrown the president, the minister said": that a ruler fell is there to be seen."""
    open_to_all = match.trigger.tag_ in ("VBD", "VBN") and bool(match.fillers("target")) and not match.status
    return open_to_all and attribution.kind == "statement" and not children(match.trigger, "mark")


def _accusing(attribution: Attribution) -> bool:
    """Whether somebody speaks who does not hold people himself: no police, no office."""
    words = attribution.source.lower().split()
    return bool(words) and not any(word in lemmas("force") | lemmas("authority") for word in words)


def _by_nobody_known(match: Match) -> bool:
    """ "Men in plain clothes dragged him off, his mother said": whoever says so accuses those who do not own to it."""
    if match.event_type != "detention":
        return False
    if match.trigger.lemma_.lower() in ("abduct", "kidnap"):
        return True
    acting = match.fillers("actor") or surface_subject(match.trigger)
    return any(word.lower_ in realis_words("disguise") for actor in acting for word in actor.subtree)


def _by_hackers(match: Match) -> bool:
    """Whether those named are a gang: "the Zebra group tried to break in" names it, and accuses no state."""
    return any(actor.lemma_.lower() in lemmas("hacker") | lemmas("intruder") for actor in match.fillers("actor"))


def _tried(state: str, match: Match) -> bool:
    return state in ("attempted", "planned") or (state == "actual" and match.status == "attempted")


def _so_called(match: Match) -> bool:
    """ "Ousted in 2012 in what he calls a coup", "called it an attempt to seize power": it is he who says so."""
    above = match.trigger.head
    if match.trigger.dep_ == "acl" and above.dep_ in ("oprd", "attr", "ccomp") and above.head.lemma_ in _CALLING:
        return True
    named = (token for token in match.trigger.subtree if token.lower_ == "what" and token.i > match.trigger.i)
    return any(token.head.lemma_ in _CALLING for token in named)


def _own(match: Match, attribution: Attribution) -> bool:
    """ "The rebels claimed they had held 12": the speaker tells of its own act; not: "denounced it as a coup"."""
    if match.trigger.dep_ == "pobj" and match.trigger.head.lower_ == "as" and not match.fillers("actor"):
        return False
    for actor in match.fillers("actor") or surface_subject(match.trigger):
        at = match.parsed.offset(actor)
        spoken_by = attribution.source_start <= at < attribution.source_end
        if spoken_by or actor.lower_ in ("they", "it", "we", "he", "she", "i"):
            return True
    return False


def _names_other(match: Match, attribution: Attribution, tried: bool) -> bool:
    """Whether a source names somebody else as the author; for an attempt "the army" is name enough."""
    actors = match.fillers("actor") or surface_subject(match.trigger)
    named = any(_named(actor) or (tried and definite(actor)) for actor in actors)
    return (named or _plotted(match.trigger)) and not _own(match, attribution)


def _named(actor: Token) -> bool:
    """A name, or a body told by one: "Ruritania's opposition"."""
    owners = (child for child in actor.children if child.dep_ in ("poss", "compound", "appos"))
    return actor.pos_ == "PROPN" or any(owner.pos_ == "PROPN" for owner in owners)


def _plotted(trigger: Token) -> bool:
    return any(word.lemma_.lower() in realis_words("plotting") for word in (trigger, *list(trigger.ancestors)[:2]))


_CALLING = ("call", "describe", "term", "brand")
_PREPARED = {
    "detention": "ordering",
    "coup": "preparing",
    "cyberattack": "ordering",
}  # acts that nobody announces: vows of them are threats


def _judgement(state: str, match: Match) -> Judgement:
    bringing = _PREPARED.get(match.event_type)
    if state in ("planned", "scheduled") and bringing and not _under(match.trigger, realis_words(bringing)):
        state = "threatened"
    if state in _OPEN:
        return Judgement(state, "reported")  # type: ignore[arg-type]  # the open states are named as realis names them
    if state == "denied_by" and match.event_type not in _DENIABLE:
        return Judgement("denied", "reported")
    if state == "denied_by" or match.status == "denied":
        return Judgement("denied", "denied")
    if state == "denied":
        return Judgement("denied", "reported")
    if state in ("planned", "scheduled", "called_off") or (match.status == "planned" and state == "actual"):
        return Judgement("planned", "planned")
    realis: Realis = "historical" if _long_ago(match) else "actual"
    if state == "alleged":
        return Judgement(realis, "alleged")
    if state == "attempted" and match.mode == "riot":
        return Judgement(realis, "reported")  # "tried to storm the palace": the riot took place
    if state in ("attempted", "foiled"):
        return Judgement(realis, "attempted")
    return Judgement(realis, match.status or "reported")


def _under(trigger: Token, words: frozenset[str]) -> bool:
    near = (trigger, *trigger.children, *trigger.ancestors)
    return any(word.lemma_.lower() in words for token in near for word in (token, *token.children))


def _long_ago(match: Match) -> bool:
    """Whether the trigger's own clause says that it was decades ago."""
    clause = match.trigger
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    words = _words(clause)
    return any(part in words.lower() for part in _OF_AGES) and _LONG_AGO.search(words) is not None


def _words(token: Token) -> str:
    return token.doc.text[token.left_edge.idx : token.right_edge.idx + len(token.right_edge)]
