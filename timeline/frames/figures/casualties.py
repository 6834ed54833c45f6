"""Tell the dead and the injured from other people that are counted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from timeline.frames.figures.quantities import Quantity

_DEAD = frozenset(["kill", "die", "murder", "slay", "massacre", "execute", "perish"])
_HURT = frozenset(["injure", "wound", "hurt", "hospitalise", "hospitalize"])
_DEATHS = frozenset(["death", "dead", "fatality", "killing", "toll"])
_INJURIES = frozenset(["injury", "injured", "wounded", "casualty"])
_WERE = r"(?:[\w-]+\s){0,3}?(?:were |was |are |have been |had been |has been )?"
_AFTER = re.compile(
    rf"^\s*{_WERE}(?:(?P<killed>killed|dead|died|deaths?|fatalities)|(?P<injured>injured|wounded|hurt|injuries))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?P<killed>kill(?:ing|ed|s)|(?:death )?toll (?:\w+ )*(?:to|at|of))"
    r"|(?P<injured>injur(?:ing|ed)|wound(?:ing|ed)))\s$",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # every match of a sentence asks
def casualty(quantity: Quantity) -> Literal["killed", "injured"] | None:
    """Whether a number counts the killed or the injured: by its noun, the verb over it, or the words beside it."""
    noun = quantity.noun.lemma_.lower() if quantity.noun is not None else ""
    if noun in _DEATHS:
        return "killed"
    if noun in _INJURIES:
        return "injured"
    text = quantity.head.doc.text
    start, end = _place(quantity)
    after, before = _AFTER.match(text[end:]), _BEFORE.search(text[:start])
    for match in (after, before):
        if match is not None:
            return "killed" if match["killed"] else "injured"
    return _governed(quantity)


def _place(quantity: Quantity) -> tuple[int, int]:
    """Where the number and the words that bound it stand in the sentence."""
    end = quantity.head.idx + len(quantity.head)
    start = quantity.head.doc.text.rfind(quantity.as_written, 0, end + 12)
    return (start if start >= 0 else quantity.head.idx), end


def _governed(quantity: Quantity) -> Literal["killed", "injured"] | None:
    """The verb that has the counted noun as its object, passive subject, or modifies it."""
    for token in (quantity.noun, quantity.head):
        if token is None:
            continue
        verbs = [child for child in token.children if child.dep_ in ("acl", "relcl", "amod")]
        if token.dep_ in ("dobj", "nsubjpass", "nsubj", "conj"):
            verbs.append(token.head)
        for verb in verbs:
            lemma = verb.lemma_.lower()
            if lemma in _DEAD and not (token.dep_ == "nsubj" and lemma != "die" and lemma != "perish"):
                return "killed"
            if lemma in _HURT and token.dep_ != "nsubj":
                return "injured"
    return None
