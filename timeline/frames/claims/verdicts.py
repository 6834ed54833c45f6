"""Claims that no verb of speech makes: "the court credited her with 46 percent", "the reports were false, he said"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.frames.claims.attribution import Attribution, ClaimKind, Source
from timeline.frames.claims.scopes import Scope, extent
from timeline.frames.claims.sources import anonymous, source
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import agents, surface_subject
from timeline.frames.syntax.parsing import Parsed, children, first
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words

_LABELLING = frozenset({"dismiss", "reject", "describe", "denounce", "brand", "label", "characterise", "characterize"})
_RULING = frozenset({"declare", "certify", "proclaim", "confirm"})  # verbs that need not give any votes
_COUNTED = frozenset({"%", "percent", "cent", "votes", "ballots", "seats"})
_AS_WITHIN = 3  # tokens behind the verb at which its "as" stands
_MARKS = ('"', "“", "”", "'", "‘", "’")

Build = Callable[[Parsed, Source, str, Token, ClaimKind, Scope], Attribution]


def credited(parsed: Parsed, cue: Token, build: Build) -> Iterator[Attribution]:
    """Whoever counts gives votes, shares or seats to somebody: all of that clause is what they say."""
    if cue.lemma_.lower() not in cue_words("crediting"):
        return
    counter = first((*(agents(cue) if is_passive(cue) else surface_subject(cue)), *_opening(cue)))
    if counter is None or counter.lemma_.lower() not in cue_words("counting"):
        return
    teller = _compiler(counter, cue) or counter
    if anonymous(teller):
        return
    own = sorted(token.i for token in _clause(cue))
    words = {cue.doc[at].lower_ for at in own}
    if cue.lemma_.lower() in _RULING and words.isdisjoint(_COUNTED):
        return  # "declared the vote of 3 May invalid"
    if any(cue.doc[at].like_num or cue.doc[at].text == "%" for at in own):
        yield build(parsed, source(parsed, teller), cue.text, cue, "statement", (own[0], own[-1]))


def _opening(cue: Token) -> Iterator[Token]:
    """The subject that the parse gave to a participle before the verb: "tallies compiled by two radios gave"."""
    for clause in children(cue, "ccomp", "csubj"):
        if clause.i < cue.i and not children(clause, "mark"):
            yield from children(clause, "nsubj")


def _compiler(counter: Token, cue: Token) -> Token | None:
    """Who made a count: "tallies read out by clerks and compiled by two radios gave her 53 percent"."""
    if counter.lemma_.lower() not in cue_words("figures_of"):
        return None
    between = cue.doc[counter.i + 1 : cue.i]
    makers = [noun for word in between if word.lower_ == "by" for noun in children(word, "pobj") if noun.i < cue.i]
    return next((noun for noun in reversed(makers) if noun.pos_ in ("NOUN", "PROPN")), None)


def _clause(verb: Token) -> Iterator[Token]:
    """The words of a clause without those of the clauses coordinated with it."""
    for child in verb.children:
        if not (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
            yield from child.subtree
    yield verb


def disproved(
    parsed: Parsed, verb: Token, speaker_of: Callable[[Parsed, Token], Source | None], build: Build
) -> Iterator[Attribution]:
    """ "Reports that he had fled were false, the ministry said": the ministry denies what was reported."""
    if verb.lemma_ != "be":
        return
    false = any(word.lower_ in cue_words("disproof") for word in children(verb, "acomp", "attr"))
    named = children(verb, "nsubj") if false else _without_truth(verb)
    rumour = first(noun for noun in named if noun.lemma_.lower() in cue_words("rumour"))
    if rumour is None:
        return
    said = verb.head if verb.dep_ in ("ccomp", "parataxis") and verb.head != verb else None
    speaker = speaker_of(parsed, said) if said is not None and said.lemma_.lower() in cue_words("statement") else None
    if speaker is not None and said is not None:
        yield build(parsed, speaker, said.text, said, "denial", extent(rumour))


def _without_truth(verb: Token) -> tuple[Token, ...]:
    """ "There was no truth in a report that he had fled": what the truth is denied of."""
    truths = (noun for noun in children(verb, "attr", "nsubj") if noun.lower_ in ("truth", "basis", "substance"))
    denied = (noun for noun in truths if any(word.lower_ in ("no", "little") for word in children(noun, "det", "amod")))
    return tuple(thing for noun in denied for prep in children(noun, "prep") for thing in children(prep, "pobj"))


def waved_away(
    parsed: Parsed, verb: Token, speaker_of: Callable[[Parsed, Token], Source | None], build: Build
) -> Iterator[Attribution]:
    """ "Dismissed as gossip reports that he had fled": read from the surface, as the parse takes them for gossip."""
    opening = next((token for token in verb.doc[verb.i + 1 : verb.i + 1 + _AS_WITHIN] if token.lower_ == "as"), None)
    if verb.lemma_.lower() not in _LABELLING or opening is None:
        return
    that = next((token for token in verb.doc[opening.i :] if _opens_content(token)), None)
    if that is None:
        return
    between = verb.doc[opening.i + 1 : that.i]
    rumour = next((token for token in reversed(between) if token.lemma_.lower() in cue_words("rumour")), None)
    label = any(token.text in _MARKS or token.lower_ in cue_words("disproof") for token in between)
    speaker = speaker_of(parsed, verb) if rumour is not None and label else None
    if speaker is not None and rumour is not None:
        last = that.head.right_edge.i if that.lower_ == "that" else verb.right_edge.i
        end = next((token.i - 1 for token in verb.doc[that.i :] if token.text == ":"), last)
        yield build(parsed, speaker, verb.text, verb, "denial", (rumour.i, max(end, that.head.i)))


def _opens_content(token: Token) -> bool:
    """The word that opens what a report says: "that", or the end of "according to which"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return (token.lower_ == "that" and token.dep_ == "mark") or (token.lower_ == "which" and before == "to")


def rumoured(parsed: Parsed, start: int, end: int) -> bool:
    """Whether what a denial is about, up to a word of it, is named as a rumour: offsets of the article."""
    inside = (token for token in parsed.doc if start <= parsed.offset(token) < end)
    return any(token.lemma_.lower() in cue_words("rumour") for token in inside)
