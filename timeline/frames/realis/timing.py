"""Whether a time stands with an event: what is called for then has a date."""

from __future__ import annotations

from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words


def timed(token: Token) -> bool:
    """Whether a time stands anywhere below a token: what is called for then has a date.

    A clause with a subject of its own that is joined to it has times of its own.
    """
    joined = {word for clause in children(token, "conj") if children(clause, "nsubj") for word in clause.subtree}
    return any(_is_time(word) for word in token.subtree if word not in joined)


def _is_time(word: Token) -> bool:
    if word.lower_ in ("march", "may", "sun", "sat"):
        return word.text[0].isupper() and word.pos_ == "PROPN"
    return word.lower_.rstrip(".") in realis_words("time") and word.pos_ in ("NOUN", "PROPN", "ADV")
