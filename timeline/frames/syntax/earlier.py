"""The sentences in front of one, nearest first: those parsed already, and others parsed where a pronoun needs them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import Parsed, parse
from timeline.models import Sentence

REACH = 3  # sentences looked back


def earlier(
    parsed: Parsed, cast: Cast, before: Sequence[Parsed], reach: int = REACH, named: bool = False
) -> Iterator[Parsed]:
    """The body sentences before ``parsed``, nearest first, at most ``reach`` of them.

    ``before`` holds the parsed sentences of the article in front of it. Most sentences are never parsed; one that is
    asked for here is, and with ``named`` only if it names somebody.
    """
    known = {item.sentence.index: item for item in before}
    for sentence in islice(_bodies(cast.sentences, parsed.sentence.index), reach):
        if sentence.index in known:
            yield known[sentence.index]
        elif not named or any(cast.at(offset) for offset in _openings(sentence)):
            yield read_sentence(sentence)


def _bodies(sentences: Sequence[Sentence], number: int) -> Iterator[Sentence]:
    """The sentences of the body before the one of a number, nearest first."""
    behind = bisect_left(sentences, number, key=lambda item: item.index)
    return (sentences[at] for at in range(behind - 1, -1, -1) if sentences[at].kind == "body")


def _openings(sentence: Sentence) -> Iterator[int]:
    """Where capitalised words begin in a sentence, as offsets of the article."""
    text, base = sentence.span.text, sentence.span.start
    return (base + at for at, letter in enumerate(text) if letter.isupper() and not text[at - 1 : at].isalpha())


@lru_cache(maxsize=256)
def read_sentence(sentence: Sentence) -> Parsed:
    """The parse of a sentence that was not worth one until something asked for it."""
    return parse([sentence])[0]
