"""Voices: words under a name that no verb of saying introduces, as live pages and street polls set them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.articles.labels import caption_end
from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.quotes import quotes
from timeline.frames.naming.names import Cast
from timeline.models import Sentence

_CUE = ":"


def voices(sentences: Sequence[Sentence], cast: Cast, text: str) -> tuple[Attribution, ...]:
    """An attribution for each quotation that stands behind a name and a colon: `Ana Lopes, a teacher: "They came"`."""
    captions = list(_captions(sentences, text))
    if not captions:
        return ()
    opened = {quote.start: quote.end for quote in quotes(text)}
    found = []
    for caption, said in captions:
        who = next((item for item in cast.namings if caption.span.start <= item.start < caption.span.end), None)
        start = said.span.start + 1
        if who is None or start not in opened:
            continue
        found.append(
            Attribution(
                who.name, who.left, who.end, who.start, who.end, _CUE, caption.span.end - 1, "statement", start,
                opened[start], said.index, direct=True,
            )
        )  # fmt: skip
    return tuple(found)


def _captions(sentences: Sequence[Sentence], text: str) -> Iterator[tuple[Sentence, Sentence]]:
    """The names that stand over the sentence after them, with it."""
    for caption, said in pairwise(sentences):
        over = caption.span.text.endswith(_CUE) and caption.paragraph == said.paragraph and caption.kind == "body"
        if over and caption_end(text, caption.span.start) == caption.span.end:
            yield caption, said
