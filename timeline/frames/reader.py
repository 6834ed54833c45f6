"""All that the frames read from one article: its mentions, not yet dated, and what dates them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from timeline.frames import engine
from timeline.frames.claims.attribution import Sayings
from timeline.frames.claims.captions import voices
from timeline.frames.claims.claims import attributions
from timeline.frames.claims.interviews import answers
from timeline.frames.context import ALONE, BRIEF, CRIMINAL, POLITICAL, QUIET, context_of, trusts_words
from timeline.frames.drafting import draft_of
from timeline.frames.ellipsis import BORROWING, echo
from timeline.frames.gapping import gapped
from timeline.frames.happenings import lone_rules
from timeline.frames.match import Match
from timeline.frames.naming.names import cast
from timeline.frames.realis.foretold import foretold
from timeline.frames.realis.references import is_reference
from timeline.frames.repeats import repeats
from timeline.frames.roles.by_street import by_street
from timeline.frames.roles.completion import complete
from timeline.frames.roles.mending import mended
from timeline.frames.roles.own_rule import of_own_rule
from timeline.frames.scene import Draft, Scene
from timeline.frames.selection import Selection, borne_out
from timeline.frames.signs.matching import by_signs, with_mode
from timeline.frames.signs.scores import chance, is_borne_out
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.when.dating import date_mentions
from timeline.frames.when.expressions import Expression
from timeline.frames.when.running import from_first
from timeline.frames.when.story_days import Beside, beside
from timeline.frames.when.undated import Source, Undated
from timeline.frames.where.story import story
from timeline.models import (
    Claim,
    DateExpression,
    EventAnchor,
    Mention,
    Publication,
    ReferenceEvent,
)

_BRIEF = (":echo", ":expel-number")  # rules of acts whose target was told before
_OF_STATES = frozenset({"election", "recognition", "inauguration", "coup", "diplomacy"})
_OF_COURTS = ("detention", "release")
_GOES_ON = 4  # sentences behind a march in which the police's answer to it is told


@dataclass(frozen=True)
class Reading:
    """The drafts of one article, in the order of the text."""

    drafts: tuple[Draft, ...]
    beside: Beside = field(default_factory=Beside)

    @property
    def anchors(self) -> tuple[EventAnchor, ...]:
        """What happened, for date expressions that count from it."""
        return (*(draft.anchor for draft in self.drafts), *self.beside.days)

    @property
    def references(self) -> tuple[ReferenceEvent, ...]:
        """The polling days that the text names."""
        return tuple(dict.fromkeys(draft.reference for draft in self.drafts if draft.reference))


def read(selection: Selection, expressions: Sequence[Expression], parsed: tuple[Parsed, ...]) -> Reading:
    """Find the mentions of an article in its parsed sentences: roles, realis, claim, figures and place of each."""
    if not parsed:
        return Reading(())
    article, sentences = selection.article, selection.sentences
    context = context_of(article.text, article.title) | ({QUIET} if selection.quiet else set())
    if sum(sentence.kind != "boilerplate" for sentence in sentences) == 1:
        context |= {ALONE}
    matches = _matches(parsed, context, selection.gangs)
    if not any(matches):
        return Reading(())
    named = cast(article.text, sentences)
    scene = Scene(
        article=article,
        sentences=sentences,
        parsed=parsed,
        told=story(article.text, article.title, sentences),
        cast=named,
        sayings=Sayings(
            (
                *attributions(parsed, sentences, article.text, named),
                *answers(sentences, named, article.text),
                *voices(sentences, named, article.text),
            )
        ),
        expressions=expressions,
        plain=frozenset(match.event_type for found in matches for match in found if not is_reference(match)),
    )
    drafts = _drafts(matches, scene)
    drafts = [_gone_on(draft, drafts[:place]) for place, draft in enumerate(drafts)]
    by_sentence = groupby(drafts, key=lambda draft: draft.mention.sentence.index)
    drafts = [draft for _, told in by_sentence for draft in _asides(tuple(told))]
    mentions = complete([draft.mention for draft in drafts], scene.cast, article.text, scene.told.country)
    whole = tuple(
        draft if mention is draft.mention else replace(draft, mention=mention)
        for draft, mention in zip(drafts, mentions, strict=True)
    )
    dating = {draft.link.expression for draft in drafts if draft.link and not _is_aside(draft)}
    return Reading(whole, beside(expressions, dating, parsed, sentences))


def _drafts(matches: Sequence[Sequence[Match]], scene: Scene) -> list[Draft]:
    """What each match tells, and tells again of further days."""
    drafts: list[Draft] = []
    for index, found in enumerate(matches):
        for match in found:
            draft = draft_of(match, index, scene)
            drafts.append(_borrowed(draft, drafts) if match.rule.endswith(_BRIEF) else draft)
            known = {earlier.mention.mention_id for earlier in drafts}
            drafts.extend(again for again in repeats(draft, scene) if again.mention.mention_id not in known)
    return drafts


def _is_aside(draft: Draft) -> bool:
    """Whether the day of a draft may be one of the story, where the draft only glances at it."""
    return draft.mention.status != "planned" and not draft.anchor.actual


def _asides(told: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of a sentence; the story does not move past some: "marched on Monday in anger at Sunday's vote"."""
    on_a_day = False
    for draft in told:
        aside = on_a_day and draft.link is not None and draft.link.of_noun
        yield replace(draft, anchor=replace(draft.anchor, actual=False)) if aside else draft
        on_a_day = on_a_day or (draft.link is not None and draft.link.distance <= 1 and not draft.link.of_noun)


def _told_by_name(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether words alone tell, without a day, of somebody whom a frame has told as held before: "he is in prison"."""
    mention = draft.mention
    if not mention.rule.endswith(":signs") or mention.event_type != "detention" or draft.link is not None:
        return False
    held = [party.name for party in mention.participants if party.role == "target"]
    return bool(held) and any(
        other.mention.event_type == mention.event_type
        and other.mention.realis == "actual"
        and {party.name for party in other.mention.participants if party.role == "target"}.issuperset(held)
        for other in before
    )


def _gone_on(draft: Draft, before: Sequence[Draft]) -> Draft:
    """What goes with an event goes on with the one told just before: "marched to the palace. Police used tear gas"."""
    mention = draft.mention
    if _told_by_name(draft, before):
        return replace(draft, mention=replace(mention, realis="generic"))
    if mention.rule not in lone_rules() or mention.event_type != "protest":
        return draft
    near = (
        other.mention.realis == "actual"
        and other.mention.event_type == mention.event_type
        and other.mention.rule not in lone_rules()
        and mention.sentence.index - other.mention.sentence.index <= _GOES_ON
        and (not mention.place or mention.place == other.mention.place)  # elsewhere it is another
        for other in before
    )
    return replace(draft, mention=replace(mention, realis="generic")) if any(near) else draft


def _matches(parsed: Sequence[Parsed], context: frozenset[str], named: frozenset[str]) -> list[tuple[Match, ...]]:
    """The matches of each sentence; one that has none may repeat an act of the sentences before."""
    found: list[tuple[Match, ...]] = []
    framed = [gapped(_heard(engine.find(item, context, named), context)) for item in parsed]
    if {match.event_type for matches in framed for match in matches} & _OF_STATES:
        context |= {POLITICAL}  # few words of politics are enough in a note that tells of nothing else
    for index, (item, by_frames) in enumerate(zip(parsed, framed, strict=True)):
        before = [match for earlier in found[max(0, index - 2) :] for match in earlier]
        again = echo(item, [*before, *map(mended, by_frames)])
        if again and not _is_told(again, by_frames):
            read = (*(match for match in by_frames if match.trigger != again.trigger), again)
        else:
            read = by_frames
        more = _more(item, read, found[-1] if found else (), context)
        told = (match for match in (*read, *more) if not by_street(match))
        found.append(tuple(with_mode(of_own_rule(mended(match))) for match in told))
    return found


def _is_told(again: Match, read: Sequence[Match]) -> bool:
    """ "Answered in kind, recalling its own envoy": the clause beside it tells what was done."""
    actors = again.fillers("actor")
    same = (match for match in read if match.event_type == again.event_type and match.mode == again.mode)
    return any(match.fillers("actor") == actors and match.trigger.i > again.trigger.i for match in same)


def _heard(matches: tuple[Match, ...], context: frozenset[str]) -> tuple[Match, ...]:
    """The matches; in an article that is about none of this, those that the words of their sentences bear out.

    Whoever is held and let go in a story of ordinary crime is held for that.
    """
    if CRIMINAL in context:
        matches = tuple(match for match in matches if match.event_type not in _OF_COURTS)
    if QUIET not in context:
        return matches
    return tuple(
        match
        for match in matches
        if chance(match.parsed.sentence.span.text, match.event_type) >= borne_out(match.parsed.sentence)
    )


def _more(item: Parsed, read: Sequence[Match], before: Sequence[Match], context: frozenset[str]) -> Iterator[Match]:
    """What the words of a sentence tell that no frame has read."""
    if not trusts_words(context):
        return
    text = item.sentence.span.text
    for match in by_signs(item, read, {match.event_type for match in before}, brief=BRIEF in context):
        if POLITICAL in context or is_borne_out(text, match.event_type, ALONE in context):
            yield match


def _borrowed(draft: Draft, before: Sequence[Draft]) -> Draft:
    """A repeated act has the target, country and place of the act it repeats; a passive one its actors too."""
    kind = draft.mention.event_type
    model = next((item.mention for item in reversed(before) if item.mention.event_type == kind), None)
    if model is None:
        return draft
    targets = tuple(party for party in model.participants if party.role == "target")
    if not any(party.role == "actor" for party in draft.mention.participants) and kind in BORROWING:
        targets += tuple(party for party in model.participants if party.role == "actor")
    country = model.country if kind == "recognition" else draft.mention.country or model.country
    whole = replace(draft.mention, participants=draft.mention.participants + targets, country=country)
    return replace(draft, mention=whole)


def date(reading: Reading, expressions: Sequence[DateExpression], publication: Publication) -> tuple[Mention, ...]:
    """Put the resolved dates into the drafts: of the events, and of the claims."""
    bodies = (draft.mention.sentence for draft in reading.drafts if draft.mention.sentence.kind == "body")
    first = min((sentence.index for sentence in bodies), default=-1)
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
            sentence=draft.mention.sentence.index,
            goes_on=draft.goes_on,
            known=draft.known,
            said=draft.said.expression if draft.said and draft.said != draft.link else None,
            lead=draft.mention.sentence.index == first,
        )
        for draft in reading.drafts
    ]
    dates = date_mentions(items, Source(expressions, publication, reading.beside))
    return tuple(
        replace(
            foretold(draft.mention, day, draft.tense, publication.latest),
            date=from_first(day, draft.running),
            claim=_dated_claim(draft, expressions),
        )
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
