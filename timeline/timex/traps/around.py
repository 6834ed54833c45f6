"""What stands next to an expression: the questions that all guards ask."""

from __future__ import annotations

from collections.abc import Callable

from timeline.timex.lexicon import word_set
from timeline.timex.tokens import Tokens

Guard = Callable[[Tokens, int, int, frozenset[str]], bool]
"""Tokens, first and last token of the span (half open), surnames of the article; True if the expression stands."""

TIME_PREPOSITIONS = word_set(
    "in on at by since until till before after from between during for of to through and or around about early "
    "late mid last next this that than as over within throughout past the a toward towards into but back ended "
    "ending starting beginning circa versus vs due because so while although when if where whether nor with is was "
    "both either"
)
"""Words after which a month or year is read as one, even at the start of a sentence."""
STRONG = word_set(
    "come in since until till during last next this early late mid before after on throughout ended ending"
)
"""Words that hardly ever stand before a person's name."""


OPENERS = word_set("his her its their our my your the some most all many few he she it they we i there here what which")
"""Words that open a sentence with a capital and are no names."""


def capital(tokens: Tokens, index: int) -> bool:
    """Tell whether the token at an index is written with a capital."""
    return tokens.raw(index)[:1].isupper()


def one_space(tokens: Tokens, index: int) -> bool:
    """Tell whether just one character parts a token from the one before it."""
    return 0 < index < len(tokens.words) and tokens.starts[index] - tokens.ends[index - 1] == 1


def capital_follows(tokens: Tokens, last: int) -> bool:
    """Tell whether the next word is a capitalised one, with nothing but a space between."""
    return one_space(tokens, last) and capital(tokens, last)


def name_before(tokens: Tokens, first: int) -> bool:
    """Tell whether the word before is a name: capitalised inside a sentence, and no preposition."""
    if first == 0 or not capital(tokens, first - 1) or not tokens.words[first - 1].isalpha():
        return False
    if tokens.first_of_sentence(first - 1) and tokens.words[first - 1] in OPENERS:
        return False
    if not one_space(tokens, first):
        return False
    return tokens.words[first - 1] not in TIME_PREPOSITIONS
