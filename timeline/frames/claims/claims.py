"""Who says so: every attribution of an article, and the claim that an event in it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.frames.claims.attribution import Attribution, Sayings, Source
from timeline.frames.claims.authorship import is_traced
from timeline.frames.claims.headlines import headline
from timeline.frames.claims.quotes import quoted
from timeline.frames.claims.refutations import refuted
from timeline.frames.claims.sources import antecedent, source
from timeline.frames.claims.speech import is_outlet, spoken
from timeline.frames.claims.verdicts import rumoured
from timeline.frames.match import Match
from timeline.frames.naming.bodies import body_meant, points_back
from timeline.frames.naming.names import Cast
from timeline.frames.realis.governors import in_background
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import surface_subject
from timeline.frames.syntax.parsing import Parsed, children, parse
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words
from timeline.gazetteers.names import key
from timeline.gazetteers.places import country_of
from timeline.models import Claim, Sentence

__all__ = ["Attribution", "attribution_of", "attributions", "claim_of", "in_full"]

_UNREAD = re.compile(  # a speaker in a sentence that nobody parsed
    r"(?P<who>(?:[A-Z][\w’'-]+ ){0,4}[A-Z][\w’'-]+) (?:said|says|told|added|announced|warned|stated)\b"
    r"|(?:said|says|added) (?P<after>(?:[A-Z][\w’'-]+ ){0,4}[A-Z][\w’'-]+)"
)
_FRAGMENT = re.compile(r"\s*According to (?P<the>the |an? )?(?P<who>[^,.;:]{2,80})\.?\s*", re.DOTALL)
_OWNED_BY = re.compile(r"(?:his|her|their) (?=[a-z]+$)")
_NUMBERS = (
    "figures",
    "data",
    "results",
    "count",
    "tally",
    "credited",
    "awarded",
    "allotted",
    "declared",
    "certified",
    "proclaimed",
    "confirmed",
)  # they number a known event
_OWN = frozenset({"it", "he", "she", "they", "we", "i"})
_OWNED = frozenset({"its", "his", "her", "their", "our", "my"})
_CALLING = frozenset({"announce", "call", "convene", "declare", "organise", "organize", "schedule"})
_PERFORMED = frozenset({"recognition", "diplomacy", "sanction"})  # acts that are done by saying so


def attributions(
    parsed: Sequence[Parsed], sentences: Sequence[Sentence], text: str, cast: Cast | None = None
) -> Sayings:
    """Every attribution of one article, in the order of what is claimed; the ``cast`` tells who can be "she".

    ``parsed`` holds the sentences that were worth parsing; the others serve quotations and pronouns by their text.
    A few sentences with a speech tag of a longer quotation are parsed on the way.
    """
    known = {item.sentence.index: item for item in parsed}

    def read(sentence: Sentence) -> Parsed:
        if sentence.index not in known:
            known[sentence.index] = parse([sentence])[0]
        return known[sentence.index]

    wanted = frozenset(known)
    found = [*_single(parsed), *_fragments(sentences)]
    found.extend(quoted(text, found, sentences, wanted, read))
    all_found = Sayings(found)
    once = Sayings(item for item in found if not _repeated(item, all_found))
    resolved = _resolved(once, sentences, known, cast or Cast())
    relayed = (*(_relayed(item, resolved, text) for item in resolved), *refuted(sentences, resolved))
    return Sayings(sorted(dict.fromkeys(relayed), key=lambda item: (item.start, item.end, item.cue_start)))


def attribution_of(match: Match, sayings: Sayings) -> Attribution | None:
    """The innermost attribution whose words hold the trigger; its ``cue_start`` leads to the date of the saying."""
    return _innermost(item for item in sayings.over(match.parsed.offset(match.trigger)) if _holds(match, item))


def _innermost(around: Iterable[Attribution]) -> Attribution | None:
    return min(
        around, key=lambda item: (item.end - item.start, item.kind != "denial", -item.cue_start), default=None
    )  # of "deny that it was hacked, as a seller claims" the denial


def _holds(match: Match, item: Attribution) -> bool:
    """Whether what is claimed holds the trigger."""
    return item.covers(match.parsed.offset(match.trigger)) and (not _is_cue(match, item) or _counts(match, item))


def _counts(match: Match, item: Attribution) -> bool:
    """Whether a cue gives the numbers of an event that is known: "the tallies gave her 53 percent"."""
    return item.cue in _NUMBERS or (match.event_type == "election" and _is_cue(match, item))


def claim_of(match: Match, sayings: Sayings) -> Claim | None:
    """Who is cited for an event; None if the outlet says it in its own voice, or the act is the saying itself."""

    def is_cited(item: Attribution) -> bool:
        return _is_named(match, item) and not _found_by(match, item, sayings)

    around = sayings.over(match.parsed.offset(match.trigger))
    item = _innermost(item for item in around if _holds(match, item) and is_cited(item))
    item = item or next(filter(is_cited, _blaming(match, sayings)), None)
    if item is None:
        return None
    if _is_cue(match, item) and item.kind == "accusation":
        return Claim(item.source, item.cue, item.kind, outlet=item.outlet)
    rumour = item.kind == "denial" and rumoured(match.parsed, item.start, match.parsed.offset(match.trigger))
    told = _is_object(match, item) or _counts(match, item) or (item.kind == "denial" and match.trigger.pos_ == "VERB")
    told = told or rumour or is_traced(match.trigger)  # "claims of his arrest are nonsense"
    if not told and in_background(match, item.kind == "denial"):
        return None
    return Claim(item.source, item.cue, item.kind, outlet=item.outlet)


def _is_named(match: Match, item: Attribution) -> bool:
    """Whether somebody says it, and not of an act of his own that is done by saying so."""
    return item.source != "" and not (_holds(match, item) and _performs(match, item))


def _found_by(match: Match, item: Attribution, sayings: Sayings) -> bool:
    """ "The minister said that an investigation had shown": the minister is cited, not the investigation."""
    if item.source.split()[-1:] == [] or item.source.split()[-1].lower() not in cue_words("findings"):
        return False
    around = sayings.over(item.cue_start)
    return any(other.cue_start != item.cue_start and _is_named(match, other) for other in around)


def _blaming(match: Match, sayings: Sayings) -> Iterator[Attribution]:
    """Who does the blaming, where that tells of an attack: "officials blamed the Red Group for the outage"."""
    if match.event_type == "cyberattack":
        cued = sayings.cued([match.parsed.offset(word) for word in match.words])
        yield from (item for item in cued if item.kind == "accusation")


def in_full(claim: Claim | None, attribution: Attribution | None, text: str, cast: Cast) -> Claim | None:
    """A claim with its source under the fullest name the article has: "Lund" and "the minister" are Ada Lund."""
    if claim is None or attribution is None or claim.claimant != attribution.source:
        return claim
    named = claim.claimant[:1].isupper() and " of " not in claim.claimant  # "Relatives of Lund" are not Lund
    person = cast.resolve(claim.claimant) if named else None
    if person is not None and key(claim.claimant.split()[-1]) not in person.words:
        return claim  # "Lund's party" is not Lund
    whole = text[max(0, attribution.source_start) : max(0, attribution.source_end)]
    definite = whole.lower().startswith("the ") or (bool(country_of(whole)) and whole[-1:].islower())
    if person is None and definite and not cast.resolve(claim.claimant):
        person = cast.by_role(claim.claimant, country_of(whole), attribution.source_start)
    if person is None and _OWNED_BY.match(whole):
        person = cast.by_role(_OWNED_BY.sub("", whole))  # "his lawyer", whom the article names elsewhere
    if person is None and definite and points_back(claim.claimant.lower()):
        body = body_meant(claim.claimant.lower(), attribution.source_start, cast)
        return replace(claim, claimant=body.name) if body is not None else claim
    return replace(claim, claimant=person.name) if person is not None else claim


def _is_object(match: Match, item: Attribution) -> bool:
    """ "Confirmed the arrest of two men": the event is what is claimed, not something mentioned beside it."""
    return item.start == match.parsed.offset(match.trigger.left_edge)


def _is_cue(match: Match, item: Attribution) -> bool:
    return any(match.parsed.offset(word) == item.cue_start for word in match.words)


def _performs(match: Match, item: Attribution) -> bool:
    """ "France said it would recognise": the speaker tells of its own act, and telling is doing."""
    if match.event_type == "protest":
        return _calls(match, item)
    if match.event_type not in (*_PERFORMED, "coup") or item.kind == "denial":
        return False
    actors = match.fillers("actor") or (() if is_passive(match.trigger) else surface_subject(match.trigger))
    if item.direct:  # "We do not recognise it," the minister said: who is quoted is cited
        return any(actor.lower_ == "i" for actor in actors)
    if item.source_start > item.cue_start:
        return False  # who speaks "through" somebody is cited by that name
    if match.event_type == "coup" and (item.kind != "statement" or not _is_finite(match.trigger)):
        return False  # "called it an attempt to topple him": that is not his own
    if not actors and match.trigger.tag_ == "VBG":
        return True  # "said so after expelling two": whose act it is is left out
    return any(_is_speaker(match, actor, item) for actor in actors)


def _is_finite(verb: Token) -> bool:
    return verb.pos_ == "VERB" and not any(mark.tag_ == "TO" for mark in children(verb, "aux"))


def _is_speaker(match: Match, actor: Token, item: Attribution) -> bool:
    """Whether whoever acts is who speaks: the source itself, a pronoun for it, or "his movement"."""
    if item.source_start <= match.parsed.offset(actor) < item.source_end:
        return True
    return actor.lower_ in _OWN or any(owner.lower_ in _OWNED for owner in children(actor, "poss"))


def _calls(match: Match, item: Attribution) -> bool:
    """ "The union announced a march", "said it had called a sit-in": whoever calls people out does it by saying so."""
    if match.trigger.pos_ not in ("NOUN", "PROPN") or match.parsed.sentence.index != item.sentence:
        return False
    called = next((verb for verb in match.trigger.ancestors if verb.pos_ == "VERB"), None)
    if called is None or called.lemma_.lower() not in _CALLING or match.trigger.dep_ not in ("dobj", "oprd", "pobj"):
        return False
    callers = surface_subject(called)
    return match.parsed.offset(called) == item.cue_start or any(_is_speaker(match, who, item) for who in callers)


# ------------------------------------------------------------------ one article


def _single(parsed: Iterable[Parsed]) -> Iterator[Attribution]:
    for item in parsed:
        yield from spoken(item)
        if _is_headline(item.sentence):
            yield from headline(item)


def _is_headline(sentence: Sentence) -> bool:
    return sentence.kind == "title" or (sentence.index == 0 and sentence.span.text.rstrip()[-1:].isalnum())


def _fragments(sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """A sentence that is only "According to X." speaks for the one before it."""
    for before, sentence in pairwise(sentences):
        match = _FRAGMENT.fullmatch(sentence.span.text)
        if match is None or before.paragraph != sentence.paragraph:
            continue
        base = sentence.span.start
        start, end = base + match.start("who"), base + match.end("who")
        yield Attribution(
            match["who"].strip(), start, end, start, end, "according to", base, "statement",
            before.span.start, before.span.end, sentence.index,
        )  # fmt: skip


def _repeated(item: Attribution, found: Sayings) -> bool:
    """Whether a quotation says more of the same saying: its own bounds are the better ones."""
    same = (other for other in found.cued([item.cue_start]) if other.direct and not item.direct)
    return any(other.start <= item.start + 1 and item.end <= other.end + 1 for other in same)


def _resolved(found: Sayings, sentences: Sequence[Sentence], known: dict[int, Parsed], cast: Cast) -> Sayings:
    """The attributions with their pronouns replaced by what was named before them."""
    if not any(item.pronoun for item in found):
        return found
    said = sorted(_people(found, sentences, known), key=lambda pair: pair[1].start)
    done: list[Attribution] = []
    for item in sorted(found, key=lambda item: item.source_start):
        if item.pronoun:
            pronoun = Source(item.source, item.source_start, item.source_end, item.head_start, item.head_end, True)
            item = _with_source(item, antecedent(pronoun, said, item.sentence, (item.start, item.end), cast))
        done.append(item)
    return Sayings(done)


def _people(found: Sayings, sentences: Sequence[Sentence], known: dict[int, Parsed]) -> Iterator[tuple[int, Source]]:
    """Who has spoken or acted: sources, subjects of parsed sentences, speakers in the text of unparsed ones."""
    plural = {one.start for parsed in known.values() for one in _subjects(parsed) if one.several}
    for item in found:
        if item.source and not item.pronoun:
            yield item.sentence, _spoke(item, item.source_start in plural)
    for sentence in sentences:
        if sentence.index in known:
            subjects = _subjects(known[sentence.index])
            yield from ((sentence.index, one) for one in subjects if not _spoken_of(one, found))
            continue
        for match in _UNREAD.finditer(sentence.span.text):
            group = "who" if match["who"] else "after"
            start, end = (sentence.span.start + offset for offset in match.span(group))
            yield sentence.index, Source(match[group], start, end, start, end)


def _spoke(item: Attribution, several: bool) -> Source:
    """The source of an attribution."""
    start, end = item.source_start, item.source_end
    return Source(item.source, start, end, item.head_start, item.head_end, several=several)


def _spoken_of(who: Source, found: Sayings) -> bool:
    around = found.over(who.start)
    return any(item.source and not item.source_start <= who.start < item.source_end for item in around)


def _subjects(parsed: Parsed) -> Iterator[Source]:
    for token in parsed.doc:
        if (
            token.dep_ in ("nsubj", "nsubjpass")
            and token.pos_ in ("PROPN", "NOUN")
            and token.head.dep_ in ("ROOT", "conj", "ccomp", "advcl")
        ):
            yield source(parsed, token)


def _with_source(item: Attribution, who: Source) -> Attribution:
    return replace(
        item, source=who.text, source_start=who.start, source_end=who.end, head_start=who.head_start,
        head_end=who.head_end, pronoun=who.pronoun,
    )  # fmt: skip


def _relayed(item: Attribution, sayings: Sayings, text: str) -> Attribution:
    """An attribution inside what an outlet says was relayed by that outlet."""
    if item.outlet or not item.source:
        return item
    for outer in sorted(sayings.over(item.cue_start), key=lambda other: other.end - other.start):
        another = outer.cue_start != item.cue_start and outer.source != item.source
        if another and is_outlet(text[max(0, outer.source_start) : outer.source_end]):
            return replace(item, outlet=outer.source)
    return item
