"""All that the frames read from one article: its mentions, not yet dated, and what dates them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.frames import engine, gate
from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.claims import attribution_of, attributions, claim_of, in_full
from timeline.frames.claims.interviews import INTERVIEW, answers
from timeline.frames.claims.retelling import speaks_of_words
from timeline.frames.claims.verdicts import rumoured
from timeline.frames.ellipsis import echo
from timeline.frames.figures.figures import credit, figures
from timeline.frames.figures.quantities import is_vague, quantities
from timeline.frames.match import Match
from timeline.frames.naming.intruders import named_intruders
from timeline.frames.naming.names import Cast, cast
from timeline.frames.realis.realis import Judgement, judge, was_foiled
from timeline.frames.realis.references import has_come_about, is_reference, is_time, tells_of_past
from timeline.frames.roles.completion import complete
from timeline.frames.roles.mending import mended
from timeline.frames.roles.participants import participants
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.when.calendar import reference_of
from timeline.frames.when.changes import answers_power
from timeline.frames.when.dating import Undated, date_mentions
from timeline.frames.when.narration import Tense, tense_of
from timeline.frames.when.story_days import story_days
from timeline.frames.when.ties import Tie, ties_of
from timeline.frames.when.when import Expression, Link, link
from timeline.frames.where.story import Story, story
from timeline.frames.where.where import locate
from timeline.models import (
    Article,
    Claim,
    DateExpression,
    EventAnchor,
    Figure,
    Mention,
    Participant,
    Publication,
    Realis,
    ReferenceEvent,
    Sentence,
)

_PERFORMED = ("recognition", "diplomacy", "sanction")  # acts that are done by saying so
_BEFORE = 4  # parsed sentences looked back at for "these countries", "he"


@dataclass(frozen=True)
class Draft:
    """A mention without its date: which expression dates it, and which one dates the saying of it."""

    mention: Mention
    link: Link | None
    said: Link | None
    anchor: EventAnchor
    reference: ReferenceEvent | None
    ties: tuple[Tie, ...] = ()  # to other events, that can date it
    tense: Tense = ""  # it is told in
    power: bool = False  # it recognises those in power


@dataclass(frozen=True)
class Reading:
    """The drafts of one article, in the order of the text."""

    drafts: tuple[Draft, ...]
    days: tuple[EventAnchor, ...] = ()  # of what happened beside them

    @property
    def anchors(self) -> tuple[EventAnchor, ...]:
        """What happened, for date expressions that count from it."""
        return (*(draft.anchor for draft in self.drafts), *self.days)

    @property
    def references(self) -> tuple[ReferenceEvent, ...]:
        """The polling days that the text names."""
        return tuple(dict.fromkeys(draft.reference for draft in self.drafts if draft.reference))


@dataclass(frozen=True)
class _Scene:
    """What the reading of each match needs to know of its article."""

    article: Article
    sentences: Sequence[Sentence]
    parsed: tuple[Parsed, ...]
    told: Story
    cast: Cast
    sayings: tuple[Attribution, ...]
    expressions: Sequence[Expression]
    plain: frozenset[str]  # event types of which something is told, not only referred to


def read(
    article: Article, sentences: Sequence[Sentence], expressions: Sequence[Expression], parsed: tuple[Parsed, ...]
) -> Reading:
    """Find the mentions of an article in its parsed sentences: roles, realis, claim, figures and place of each."""
    gangs = named_intruders(article.text)
    if not parsed:
        return Reading(())
    matches = _matches(parsed, gate.context_of(article.text, article.title), gangs)
    if not any(matches):
        return Reading(())
    named = cast(article.text, sentences)
    scene = _Scene(
        article=article,
        sentences=sentences,
        parsed=parsed,
        told=story(article.text, article.title, sentences),
        cast=named,
        sayings=(*attributions(parsed, sentences, article.text), *answers(sentences, named)),
        expressions=expressions,
        plain=frozenset(match.event_type for found in matches for match in found if not is_reference(match)),
    )
    drafts: list[Draft] = []
    for index, found in enumerate(matches):
        for match in found:
            draft = _draft(match, index, scene)
            drafts.append(_borrowed(draft, drafts) if match.rule.endswith(":echo") else draft)
    drafts = [_aside(draft, drafts[:place]) for place, draft in enumerate(drafts)]
    mentions = complete([draft.mention for draft in drafts], scene.cast, article.text, scene.told.country)
    whole = tuple(replace(draft, mention=mention) for draft, mention in zip(drafts, mentions, strict=True))
    dating = {draft.link.expression for draft in drafts if draft.link and draft.anchor.actual}
    return Reading(whole, story_days(expressions, dating, parsed, sentences))


def _aside(draft: Draft, before: Sequence[Draft]) -> Draft:
    """A draft past which the story does not move: "marched on Monday in anger at Sunday's vote" stays on Monday."""
    if draft.link is None or not draft.link.of_noun:
        return draft
    beside = (other.link for other in before if other.mention.sentence.index == draft.mention.sentence.index)
    if not any(link is not None and link.distance <= 1 and not link.of_noun for link in beside):
        return draft
    return replace(draft, anchor=replace(draft.anchor, actual=False))


def _matches(parsed: Sequence[Parsed], context: frozenset[str], named: frozenset[str]) -> list[tuple[Match, ...]]:
    """The matches of each sentence; one that has none may repeat an act of the sentences before."""
    found: list[tuple[Match, ...]] = []
    for index, item in enumerate(parsed):
        matches = tuple(mended(match) for match in engine.find(item, context, named))
        before = [match for earlier in found[max(0, index - 2) :] for match in earlier]
        again = echo(item, [*before, *matches])
        found.append((*matches, again) if again else matches)
    return found


def _borrowed(draft: Draft, before: Sequence[Draft]) -> Draft:
    """A repeated act has the target, country and place of the act it repeats."""
    kind = draft.mention.event_type
    model = next((item.mention for item in reversed(before) if item.mention.event_type == kind), None)
    if model is None:
        return draft
    targets = tuple(party for party in model.participants if party.role == "target")
    country = model.country if kind == "recognition" else draft.mention.country
    whole = replace(draft.mention, participants=draft.mention.participants + targets, country=country)
    return replace(draft, mention=whole)


def _draft(match: Match, index: int, scene: _Scene) -> Draft:
    said = attribution_of(match, scene.sayings)
    judgement = judge(match, said if said is None or said.cue != INTERVIEW else None)
    speaker = said.source if said is not None and said.direct else ""
    who = participants(match, scene.cast, scene.parsed[max(0, index - _BEFORE) : index], speaker)
    where = locate(match, who, scene.told)
    claim = in_full(claim_of(match, scene.sayings), said, scene.article.text, scene.cast)
    claim = _relayed(claim, match.parsed.sentence, scene)
    judgement = _refuted(match, _accused(match, judgement, claim, who), claim, said)
    found = credit(figures(match, quantities(match.parsed), scene.cast, scene.sayings), who)
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
        figures=tuple(
            replace(figure, claimant=_told_by(figure, claim, said))
            for figure in sorted(found, key=lambda figure: is_vague(figure.as_written))  # numbers before "hundreds"
        ),
        country=where.country,
        place=where.place,
        latitude=where.latitude,
        longitude=where.longitude,
    )
    ties = ties_of(match.parsed, match.trigger, scene.expressions)
    dated_by = _dated_by(match, scene, ties)
    if is_reference(match) and (dated_by is None or (dated_by.distance > 0 and not dated_by.of_noun)):
        mention, dated_by = replace(mention, realis=_background(match, mention, scene)), None
    reference = reference_of(match, mention, scene.article.text, dated_by.expression if dated_by else None)
    anchor = _anchor(match, mention, dated_by, reference)
    tense, power = tense_of(match.trigger), answers_power(match)
    return Draft(mention, dated_by, _said_when(said, scene), anchor, reference, ties, tense, power)


def _dated_by(match: Match, scene: _Scene, ties: Sequence[Tie]) -> Link | None:
    apart = {tie.expression for tie in ties if tie.length and tie.words and tie.expression is not None}
    found = link(match.parsed, match.trigger, scene.expressions, match.event_type in _PERFORMED, apart)
    return None if found and found.aside and tells_of_past(match.trigger) else found


def _told_by(figure: Figure, claim: Claim | None, said: Attribution | None) -> str:
    """Who is cited for a figure: its own source, else that of the mention; both by the name the mention's has."""
    if claim is not None and (not figure.claimant or (said is not None and figure.claimant == said.source)):
        return claim.claimant
    return figure.claimant


def _accused(match: Match, judgement: Judgement, claim: Claim | None, who: Sequence[Participant]) -> Judgement:
    """A coup that a named source says others want, plan or try is one that they are accused of."""
    accused = [party for party in who if party.role == "actor" and claim and party.name != claim.claimant]
    if match.event_type != "coup" or claim is None or not accused or judgement.realis in ("denied", "conditional"):
        return judgement
    if claim.kind == "statement" and (was_foiled(match) or judgement == Judgement("actual", "attempted")):
        return judgement
    if judgement.realis in ("planned", "demanded", "threatened") or judgement.status in ("attempted", "planned"):
        return Judgement("actual", "alleged")
    return judgement


def _refuted(match: Match, judgement: Judgement, claim: Claim | None, said: Attribution | None) -> Judgement:
    """ "Rumours that troops had mutinied were false, the ministry said": a denial with a source."""
    if claim is None or claim.kind != "denial" or said is None:
        return judgement
    if judgement.realis in ("denied", "conditional", "generic") or rumoured(
        match.parsed, said.start, match.parsed.offset(match.trigger)
    ):
        return Judgement("denied", "denied")
    return judgement


def _background(match: Match, mention: Mention, scene: _Scene) -> Realis:
    """A bare reference is an event only where the article also tells the event; else it tells nothing of its own."""
    if is_time(match):
        return "generic"  # "since the vote", wherever the vote is told
    return mention.realis if mention.event_type in scene.plain or has_come_about(match) else "generic"


def _said_when(said: Attribution | None, scene: _Scene) -> Link | None:
    """The expression that dates the saying of a claim: the one its cue's clause carries."""
    if said is None:
        return None
    for item in scene.parsed:
        if item.sentence.span.start <= said.cue_start < item.sentence.span.end:
            at = said.cue_start - item.sentence.span.start
            cue = next((token for token in item.doc if token.idx <= at < token.idx + len(token)), None)
            found = link(item, cue, scene.expressions) if cue is not None else None
            return found if found and found.distance <= 1 else _made_when(item.sentence, scene)
    return None


def _relayed(claim: Claim | None, said_in: Sentence, scene: _Scene) -> Claim | None:
    """The outlet that relays a claim, if the next sentence tells of the saying "according to" somebody."""
    after = _made_in(said_in, scene)
    if claim is None or claim.outlet or after is None:
        return claim
    relays = (item.source for item in scene.sayings if item.sentence == after.index and item.source != claim.claimant)
    return replace(claim, outlet=next(relays, ""))


def _made_in(said_in: Sentence, scene: _Scene) -> Sentence | None:
    """The next sentence, if it speaks of these words: "made these statements"."""
    after = next((item for item in scene.sentences if item.index > said_in.index and item.kind == "body"), None)
    return after if after is not None and speaks_of_words(after.span.text) else None


def _made_when(said_in: Sentence, scene: _Scene) -> Link | None:
    """The date in the next sentence, if that tells of the saying: "made these statements on Thursday"."""
    after = _made_in(said_in, scene)
    if after is None:
        return None
    for index, expression in enumerate(scene.expressions):
        if expression.sentence == after.index and expression.type in ("DATE", "TIME"):
            return Link(index, 1)
    return None


def _anchor(match: Match, mention: Mention, dated_by: Link | None, reference: ReferenceEvent | None) -> EventAnchor:
    decided = reference is not None and reference.decisive and len(reference.dates) == 1 and dated_by is None
    return EventAnchor(
        start=mention.trigger.start,
        event_type=match.event_type,
        words=frozenset({word.lemma_.lower() for word in match.words}) | gate.nouns_of(match.event_type),
        expression=dated_by.expression if dated_by else None,
        actual=mention.realis in ("actual", "historical") and not _in_background(match),
        value=str(reference.dates[0]) if reference and decided else "",
    )


def _in_background(match: Match) -> bool:
    """Whether a clause tells who somebody is, not what came next: "X, who seized power in 1994, ..."."""
    clause = match.trigger
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    return clause.dep_ in ("relcl", "acl")


def date(reading: Reading, expressions: Sequence[DateExpression], publication: Publication) -> tuple[Mention, ...]:
    """Put the resolved dates into the drafts: of the events, and of the claims."""
    items = [
        Undated(
            event_type=draft.mention.event_type,
            country=draft.mention.country,
            paragraph=draft.mention.sentence.paragraph,
            headline=draft.mention.sentence.kind == "title",
            background=not draft.anchor.actual,
            realis=draft.mention.realis,
            status=draft.mention.status,
            link=draft.link,
            start=draft.mention.trigger.start,
            words=draft.anchor.words,
            ties=draft.ties,
            fallen=_fallen(draft.mention),
            tense=draft.tense,
            power=draft.power,
        )
        for draft in reading.drafts
    ]
    dates = date_mentions(items, expressions, publication, reading.days)
    return tuple(
        replace(draft.mention, date=day, claim=_dated_claim(draft, expressions))
        for draft, day in zip(reading.drafts, dates, strict=True)
    )


def _fallen(mention: Mention) -> frozenset[str]:
    if mention.event_type not in ("coup", "detention"):
        return frozenset()
    targets = (party.name.split() for party in mention.participants if party.role == "target" and party.named)
    return frozenset(words[-1].lower() for words in targets if words)


def _dated_claim(draft: Draft, expressions: Sequence[DateExpression]) -> Claim | None:
    claim = draft.mention.claim
    if claim is None or draft.said is None or draft.said == draft.link:
        return claim
    return replace(claim, date=expressions[draft.said.expression].edtf)
