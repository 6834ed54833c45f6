"""How many came to a protest, where the next sentence says so: "Police put the crowd at 4,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.speech import spoken
from timeline.frames.figures.casualties import casualty
from timeline.frames.figures.numerals import NUMBER
from timeline.frames.figures.quantities import Quantity, is_vague, quantities
from timeline.frames.syntax.earlier import read_sentence
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, role_words
from timeline.frames.words.noun_words import noun_words
from timeline.models import Figure, Mention, Sentence

_WORTH_READING = re.compile(
    r"\b(?:crowd|turn-?out|attendance|attended|numbers?|people|protest\w*|demonstrat\w*|march\w*|rall(?:y|ied)|came|come"
    r"|took part|taken part|joined|turned out|put|counted|count|spoke of|estimate[ds]?)\b",
    re.IGNORECASE,
)
_REACH = 2  # sentences behind the one that tells of the protest, in its paragraph


def attendance(mention: Mention, sentences: Sequence[Sentence], told: frozenset[int]) -> tuple[Figure, ...]:
    """The sizes of a protest that the sentences behind it give, each with who gives it; () if its own gives one.

    ``told`` holds the numbers of the sentences that tell of events themselves; reading stops before the first.
    """
    own = [figure for figure in mention.figures if figure.measure == "people" and not is_vague(figure.as_written)]
    if own or mention.sentence.kind != "body":
        return ()
    at = mention.sentence.index
    near = [s for s in sentences if at < s.index <= at + _REACH and s.paragraph == mention.sentence.paragraph]
    for sentence in near:
        text = sentence.span.text
        if sentence.index in told:
            break
        if NUMBER.search(text) and _WORTH_READING.search(text) and (found := tuple(_figures(sentence))):
            return found
    return ()


def _figures(sentence: Sentence) -> Iterator[Figure]:
    parsed = read_sentence(sentence)
    sayings = [item for item in spoken(parsed) if item.source and not item.pronoun]
    for quantity in quantities(parsed):
        if quantity.kind == "count" and casualty(quantity) is None and _counts_a_crowd(quantity):
            value = quantity.value if quantity.value is not None else (quantity.low or 0.0)
            yield Figure(
                "people", value, quantity.bound, quantity.as_written, quantity.low, quantity.high,
                quantity.noun.text.lower() if quantity.noun is not None else "",
                claimant=_claimant(quantity, sayings),
            )  # fmt: skip


def _counts_a_crowd(quantity: Quantity) -> bool:
    """Whether a number is put on the crowd, or counts people who came."""
    noun = quantity.noun.lemma_.lower() if quantity.noun is not None else ""
    if noun and noun not in role_words("attending") | noun_words().crowd:
        return False
    above = list(quantity.head.ancestors)
    verb = next((token for token in above if token.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    words = {token.lemma_.lower() for token in verb.subtree}
    if verb.lemma_.lower() in cue_words("with_number"):
        return bool(noun or words & (noun_words().crowd | {"number", "figure", "it", "protest", "march", "rally"}))
    return _came(verb, quantity)


def _came(verb: Token, quantity: Quantity) -> bool:
    subject = any(quantity.head in child.subtree for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
    return subject and verb.lemma_.lower() in noun_words().joining | role_words("coming")


def _claimant(quantity: Quantity, sayings: Sequence[Attribution]) -> str:
    around = [item for item in sayings if item.covers(quantity.span.start)]
    return min(around, key=lambda item: item.end - item.start).source if around else ""
