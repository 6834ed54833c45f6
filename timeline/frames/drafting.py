"""One match becomes a mention, not yet dated: the rooms beside this module are asked one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.event_types import event_types
from timeline.frames import gate
from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.behalf import spoken_for
from timeline.frames.claims.claims import attribution_of, claim_of, in_full
from timeline.frames.claims.interviews import INTERVIEW
from timeline.frames.claims.saying import relayed, said_when
from timeline.frames.claims.verdicts import rumoured
from timeline.frames.figures.figures import credit, figures
from timeline.frames.figures.quantities import Quantity, is_vague, quantities
from timeline.frames.match import Match
from timeline.frames.realis.effects import definite
from timeline.frames.realis.realis import Judgement, judge, was_foiled
from timeline.frames.realis.references import (
    has_come_about,
    is_misread_time,
    is_reference,
    is_time,
    of_all,
    tells_of_past,
)
from timeline.frames.roles.participants import participants
from timeline.frames.scene import Draft, Scene
from timeline.frames.signs.scores import chance
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.calendar import reference_of
from timeline.frames.when.changes import answers_power
from timeline.frames.when.clauses import clause_around, follows, head_of, picks_out
from timeline.frames.when.elsewhere import is_looked_back_to
from timeline.frames.when.expressions import standing
from timeline.frames.when.narration import Tense, goes_on, tense_of
from timeline.frames.when.running import days_before
from timeline.frames.when.ties import Tie, ties_of
from timeline.frames.when.vote_days import answered_vote, vote_day
from timeline.frames.when.when import Link, link
from timeline.frames.where.where import locate
from timeline.models import (
    Claim,
    EventAnchor,
    EventDate,
    Figure,
    Mention,
    Participant,
    Realis,
    ReferenceEvent,
)

_PERFORMED = ("recognition", "diplomacy", "sanction")  # acts that are done by saying so
_ENDS = {"release": "detention"}
_UNDATED = EventDate()
_LIKENING = frozenset({"resemble", "echo", "mirror"})
_UNSURE = ("generic", "conditional", "threatened")
SURE = 0.9  # probability at which the words of a sentence say that its event happened, whatever governs the trigger
_ANSWERS = frozenset(
    {"response", "reaction", "answer", "retaliation", "punishment", "penalty", "revenge", "reprisal", "payback"}
)
_CHARGING = frozenset(
    {"indict", "charge", "convict", "sentence", "prosecute", "implicate", "blame", "accuse", "suspect"}
)
_YEAR = 4  # digits
_BEFORE = 6  # parsed sentences looked back at for "these countries", "he"


def draft_of(match: Match, index: int, scene: Scene) -> Draft:
    """What a match tells: participants, place, claim, realis, figures, and the expression that dates it."""
    said = attribution_of(match, scene.sayings)
    judgement = judge(match, said if said is None or said.cue != INTERVIEW else None)
    speaker = _speaker(match, said, scene)
    who = participants(match, scene.cast, scene.parsed[max(0, index - _BEFORE) : index], speaker)
    where = locate(match, who, scene.told)
    claim = in_full(claim_of(match, scene.sayings), said, scene.article.text, scene.cast)
    claim = relayed(claim, match.parsed.sentence, scene)
    judgement = _settled(match, _refuted(match, _accused(match, judgement, claim, who), claim, said))
    found = _figures(match, scene, who)
    trigger = match.parsed.span(match.words[0], match.words[-1])
    mention = Mention(
        mention_id=f"{scene.article.article_id}-{trigger.start}-{match.event_type}",
        article_id=scene.article.article_id,
        event_type=match.event_type,
        sentence=match.parsed.sentence,
        trigger=trigger,
        rule=match.rule,
        mode=match.mode,
        form=match.form,
        realis=judgement.realis,
        status=judgement.status,
        claim=claim,
        participants=who,
        figures=_cited(found, claim, said),
        country=where.country,
        place=where.place,
        latitude=where.latitude,
        longitude=where.longitude,
        date=_UNDATED,
    )
    ties = ties_of(match.parsed, match.trigger, scene.expressions, _ended_by(match))
    ties, dated_by = _before_its_answer(match, ties, _dated_by(match, scene, ties))
    if is_misread_time(match) or (is_reference(match) and not _has_own_day(dated_by, ties)):
        mention, dated_by = replace(mention, realis=_background(match, mention, scene)), None
    reference = reference_of(match, mention, scene.article.text, dated_by.expression if dated_by else None)
    anchor = _anchor(match, mention, None if _is_counted(dated_by, ties) else dated_by, reference, scene)
    told, tense, power = said_when(said, scene), _told_in(match, dated_by, scene), answers_power(match)
    on, known = goes_on(match.trigger), _is_known(match)
    return Draft(mention, dated_by, told, anchor, reference, ties, tense, power, on, known, _running(match))


def _running(match: Match) -> int:
    return days_before(match.trigger) if match.event_type == "protest" else 0


def _figures(match: Match, scene: Scene, who: Sequence[Participant]) -> tuple[Figure, ...]:
    """The figures of a match, none of a vote that is only looked back to: "up from 40 percent in the 2010 election"."""
    if match.event_type == "election" and is_looked_back_to(match.trigger):
        return ()
    return credit(figures(match, _counts(match, scene), scene.cast, scene.sayings), who)


def _ended_by(match: Match) -> frozenset[str]:
    """What the event that a match brings to an end is called."""
    return gate.nouns_of(_ENDS[match.event_type]) if match.event_type in _ENDS else frozenset()


def _is_known(match: Match) -> bool:
    """Whether a match tells what was told before: "Chad condemned the coup", "the ousted president"."""
    coup = match.event_type == "coup" and match.trigger.pos_ == "NOUN" and definite(match.trigger)
    return coup or picks_out(match.trigger)


def _counts(match: Match, scene: Scene) -> tuple[Quantity, ...]:
    """The quantities of a sentence; no day of the month is one: "on the nights of 28 and 29 June"."""
    span = match.parsed.sentence.span
    days = [scene.expressions[at].span for at in standing(scene.expressions, span.start, span.end)]
    days = [day for day in days if len(day.text) != _YEAR]  # "2000 workers"
    found = quantities(match.parsed)
    return tuple(each for each in found if not any(day.start <= each.span.start < day.end for day in days))


def _speaker(match: Match, said: Attribution | None, scene: Scene) -> str:
    """Whom "I" and "we" mean: who is quoted, or whoever is spoken for."""
    if said is None or not said.direct or said.pronoun:
        return ""
    return spoken_for(match, said, scene.article.text, scene.cast) or said.source


def _has_own_day(dated_by: Link | None, ties: Sequence[Tie]) -> bool:
    """Whether a mention has its own day, or one that is remembered to the day: "ten years to the day"."""
    if any(tie.length and tie.length.exact for tie in ties):
        return True
    return dated_by is not None and (dated_by.distance == 0 or dated_by.of_noun)


def _dated_by(match: Match, scene: Scene, ties: Sequence[Tie]) -> Link | None:
    apart = {tie.expression for tie in ties if tie.length and tie.words and tie.expression is not None}
    found = link(match.parsed, match.trigger, scene.expressions, _is_performed(match), apart)
    if match.event_type == "election":
        found = vote_day(match.parsed, match.trigger, scene.expressions, found)
    if found and not found.of_noun and found.distance and (_is_cause(match.trigger) or _is_charge(match)):
        return None
    return None if found and found.aside and tells_of_past(match.trigger) else found


def _before_its_answer(
    match: Match, ties: tuple[Tie, ...], dated_by: Link | None
) -> tuple[tuple[Tie, ...], Link | None]:
    """ "On Monday rejected the results of the election": the vote came before that day."""
    verb = answered_vote(match.trigger) if match.event_type == "election" and not ties else None
    if verb is None or (dated_by is not None and (dated_by.of_noun or not dated_by.distance)):
        return ties, dated_by
    told, day = frozenset({match.parsed.offset(verb)}), dated_by.expression if dated_by is not None else None
    return (Tie("before", None, verb.text, told, day, frozenset()),), None


def _is_counted(dated_by: Link | None, ties: Sequence[Tie]) -> bool:
    """Whether a day is not its own but one that it is counted from: "on Monday, two days after the vote"."""
    return dated_by is not None and dated_by.distance > 0 and any(tie.length and tie.close for tie in ties)


def _told_in(match: Match, dated_by: Link | None, scene: Scene) -> Tense:
    """The tense of a mention; none where its noun has a day to come: "all was ready for Thursday's vote"."""
    day = scene.expressions[dated_by.expression] if dated_by is not None else None
    away = day is not None and day.type == "DURATION" and scene.article.text.startswith(" away", day.span.end)
    awaited = day is not None and dated_by is not None and dated_by.of_noun and day.direction == "future"
    if _is_cause(match.trigger) or _is_charge(match):
        return "pluperfect"
    return "" if awaited or away else tense_of(match.trigger)


def _is_performed(match: Match) -> bool:
    """Whether saying so does it: "announced on Monday that it did not recognise it", "that he had assumed power"."""
    clause = clause_around(match.trigger)
    proclaimed = clause.dep_ == "ccomp" and clause.head.lemma_ in ("announce", "declare", "proclaim")
    return match.event_type in _PERFORMED or (match.event_type == "coup" and proclaimed)


def _is_cause(trigger: Token) -> bool:
    """ "Declared an emergency on Sunday over a cyberattack": the attack came before."""
    if trigger.dep_ == "pcomp" and trigger.head.head.lemma_ in ("role", "part", "involvement"):
        trigger = trigger.head.head  # "over their role in hacking it"
    prep = trigger.head
    if trigger.pos_ == "NOUN" and trigger.dep_ == "pobj" and prep.lower_ == "with":
        return prep.head.lower_ == "connection"  # "charged this month in connection with the unrest"
    if trigger.pos_ != "NOUN" or trigger.dep_ != "pobj":
        return False
    answered = prep.lower_ in ("to", "for", "of") and prep.head.lemma_.lower() in _ANSWERS
    charged = prep.lower_ in ("in", "for") and prep.head.lemma_.lower() in _CHARGING
    return prep.lower_ == "over" or answered or (charged and prep.head.pos_ == "VERB")


def _is_charge(match: Match) -> bool:
    """ "Imposed sanctions on Thursday on a unit for hacking a party": what somebody pays for came before."""
    verb = match.trigger
    paid_for = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in ("for", "of")
    return paid_for and match.event_type in ("cyberattack", "coup")


def _cited(found: Sequence[Figure], claim: Claim | None, said: Attribution | None) -> tuple[Figure, ...]:
    """The figures with their sources, numbers before "hundreds"."""
    ordered = sorted(found, key=lambda figure: is_vague(figure.as_written))
    return tuple(replace(figure, claimant=_told_by(figure, claim, said)) for figure in ordered)


def _told_by(figure: Figure, claim: Claim | None, said: Attribution | None) -> str:
    """Who is cited for a figure: its own source, else that of the mention; both by the name the mention's has."""
    if claim is not None and (not figure.claimant or (said is not None and figure.claimant == said.source)):
        return claim.claimant
    return figure.claimant


def _accused(match: Match, judgement: Judgement, claim: Claim | None, who: Sequence[Participant]) -> Judgement:
    """A coup that a named source says others want, plan or try is one that they are accused of; so is its own fall."""
    if match.event_type == "coup" and judgement.status == "reported" and _is_victim(claim, who):
        return Judgement(judgement.realis, "alleged")
    accused = [party for party in who if party.role == "actor" and claim and party.name != claim.claimant]
    if match.event_type != "coup" or claim is None or not accused or judgement.realis in ("denied", "conditional"):
        return judgement
    if claim.kind == "statement" and (was_foiled(match) or judgement == Judgement("actual", "attempted")):
        return judgement
    if judgement.realis in ("planned", "demanded", "threatened") or judgement.status in ("attempted", "planned"):
        return Judgement("actual", "alleged")
    return judgement


def _is_victim(claim: Claim | None, who: Sequence[Participant]) -> bool:
    """ "She says that she was forced from office": it rests on the word of whoever fell."""
    fallen = (party.name for party in who if party.role == "target" and party.named)
    return claim is not None and claim.kind != "denial" and claim.claimant in fallen


def _refuted(match: Match, judgement: Judgement, claim: Claim | None, said: Attribution | None) -> Judgement:
    """ "Rumours that troops had mutinied were false, the ministry said": a denial with a source."""
    if claim is None or claim.kind != "denial" or said is None:
        return judgement
    if judgement.realis in ("denied", "conditional", "generic") or rumoured(
        match.parsed, said.start, match.parsed.offset(match.trigger)
    ):
        return Judgement("denied", "denied")
    return judgement


def _settled(match: Match, judgement: Judgement) -> Judgement:
    """What the grammar leaves open, all words of the sentence may settle: "their first act was to arrest him"."""
    unsure = (*_UNSURE, "demanded", "planned") if match.rule.endswith(":signs") else _UNSURE
    if judgement.realis not in unsure or match.event_type in _PERFORMED:
        return judgement
    return Judgement("actual", "reported") if _is_sure(match) else judgement


def _is_sure(match: Match) -> bool:
    """Whether the words of the sentence say that its event happened."""
    signs = event_types()[match.event_type].signs
    return signs is not None and chance(match.parsed.sentence.span.text, match.event_type) >= SURE


def _background(match: Match, mention: Mention, scene: Scene) -> Realis:
    """A bare reference is an event only where the article also tells the event; else it tells nothing of its own."""
    if is_time(match) or is_misread_time(match) or of_all(match):
        return "generic"  # "since the vote", wherever that is told; "all persons held without charge must be freed"
    told = mention.event_type in scene.plain or has_come_about(match) or _is_sure(match)
    return mention.realis if told else "generic"


def _anchor(
    match: Match, mention: Mention, dated_by: Link | None, reference: ReferenceEvent | None, scene: Scene
) -> EventAnchor:
    decided = reference is not None and reference.decisive and len(reference.dates) == 1 and dated_by is None
    return EventAnchor(
        start=mention.trigger.start,
        event_type=match.event_type,
        words=frozenset({word.lemma_.lower() for word in match.words}) | gate.nouns_of(match.event_type),
        expression=dated_by.expression if dated_by else None,
        actual=mention.realis in ("actual", "historical") and not _in_background(match, scene),
        value=str(reference.dates[0]) if reference and decided else "",
    )


def _in_background(match: Match, scene: Scene) -> bool:
    """Whether a clause tells who somebody is, not what came next: "X, who seized power in 1994, ...".

    So does one on what came before the day of its sentence: "on 3 May, hours after the vote of Sunday, they struck".
    """
    clause = clause_around(match.trigger)
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head  # "after it forced a plane down and arrested him"
    if clause.dep_ == "xcomp" and clause.head.dep_ in ("relcl", "acl"):
        clause = clause.head  # "X, who claims to have won the vote of 3 May, ..."
    if clause.dep_ in ("relcl", "acl") or is_looked_back_to(match.trigger):
        return True
    if clause.dep_ == "advcl" and any(above.lemma_.lower() in _LIKENING for above in clause.ancestors):
        return True  # "it resembled the last one, when tanks rolled in in 1996"
    behind = clause.dep_ == "pcomp" and clause.head.lower_ == "after"  # "two days after declaring martial law"
    if not behind and (clause.dep_ != "advcl" or not follows(clause)):
        return False
    sentence = match.parsed.sentence.span
    days = (scene.expressions[index] for index in standing(scene.expressions, sentence.start, sentence.end))
    heads = (head_of(match.parsed, day.span) for day in days if day.type in ("DATE", "TIME"))
    return any(head is not None and clause not in (head, *head.ancestors) for head in heads)
