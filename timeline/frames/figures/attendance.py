"""How many came to a protest, where the next sentence says so: "Police put the crowd at 4,000"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.speech import spoken
from timeline.frames.figures.casualties import casualty
from timeline.frames.figures.crowds import counts_a_crowd, put_on_a_crowd
from timeline.frames.figures.numerals import NUMBER
from timeline.frames.figures.quantities import Quantity, is_vague, quantities
from timeline.frames.syntax.earlier import read_sentence
from timeline.models import Figure, Mention, Sentence

_WORTH_READING = re.compile(
    r"\b(?:crowd|turn-?out|attendance|attended|numbers?|people|protest\w*|demonstrat\w*|march\w*|rall(?:y|ied)|came|come"
    r"|took part|taken part|joined|turned out|put|counted|count|spoke of|estimate[ds]?|guess\w*|reckon\w*|boast\w*"
    r"|says?|said|claim\w*|insist\w*|talked of)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:arrest|detain|detention|custody|rounded up|locked up|in jail)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Oo]utside|[Nn]ear) (?:the )?[A-Z]")  # another crowd
_REACH = 2  # sentences behind the one that tells of the protest, in its paragraph


def attendance(mention: Mention, sentences: Sequence[Sentence], told: frozenset[int]) -> tuple[Figure, ...]:
    """The sizes of a protest that the sentences behind it give, each with who gives it; () if its own gives one.

    ``told`` holds the numbers of the sentences that tell of events themselves; reading stops before the first, unless
    that comes next and puts a number on the crowd.
    """
    own = [figure for figure in mention.figures if figure.measure == "people" and not is_vague(figure.as_written)]
    if own or mention.sentence.kind != "body":
        return ()
    at = mention.sentence.index
    near = [s for s in sentences if at < s.index <= at + _REACH and s.paragraph == mention.sentence.paragraph]
    for sentence in near:
        text = sentence.span.text
        other = sentence.index in told
        if (other and (sentence.index > at + 1 or _ELSEWHERE.search(text))) or _HELD.search(text):
            break
        worth = NUMBER.search(text) and _WORTH_READING.search(text)
        if worth and (found := tuple(_figures(sentence, put_on_a_crowd if other else counts_a_crowd))):
            return found
        if other:
            break
    return ()


def _figures(sentence: Sentence, counts: Callable[[Quantity], bool]) -> Iterator[Figure]:
    parsed = read_sentence(sentence)
    sayings = [item for item in spoken(parsed) if item.source and not item.pronoun]
    told = quantities(parsed)
    of_dead = any(casualty(quantity) is not None for quantity in told)  # "counted 22 dead; the party spoke of 12"
    for quantity in told:
        if of_dead and quantity.noun is None:
            continue
        if quantity.kind == "count" and casualty(quantity) is None and counts(quantity):
            value = quantity.value if quantity.value is not None else (quantity.low or 0.0)
            yield Figure(
                "people", value, quantity.bound, quantity.as_written, quantity.low, quantity.high,
                quantity.noun.text.lower() if quantity.noun is not None else "",
                claimant=_claimant(quantity, sayings),
            )  # fmt: skip


def _claimant(quantity: Quantity, sayings: Sequence[Attribution]) -> str:
    around = [item for item in sayings if item.covers(quantity.span.start)]
    return min(around, key=lambda item: item.end - item.start).source if around else ""
