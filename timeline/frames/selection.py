"""Which sentences of an article are parsed: those that can hold an event, and what repeats or speaks of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.articles import sentences as split
from timeline.frames import ellipsis, gate
from timeline.frames.claims.retelling import speaks_of_words
from timeline.frames.context import is_brief, is_political
from timeline.frames.naming.intruders import named_intruders
from timeline.frames.signs import scores as signs
from timeline.models import Article, Sentence

_NAME = re.compile(r"\w+(?:-\d+|\$)?")  # "APT-77"
WITHOUT_SIGNS = ("security", "statement")  # types that only frames tell
_LEAD, _IN_LEAD, _BELOW = 3, 0.2, 0.5  # paragraphs of the head, and the probabilities asked in and below it
_FAINT = 0.02  # probability below which no word of a trigger is taken for one
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|(?:is|are) to|due|set|plan(?:s|ned|ning)?|call(?:ed|ing)?|scheduled?|tomorrow|next|"
    r"upcoming|expected|deadline|later this|before the end|pencilled)\b"
)


@dataclass(frozen=True)
class Selection:
    """An article in sentences, and those of them that are worth parsing."""

    article: Article
    sentences: tuple[Sentence, ...]
    gangs: frozenset[str]  # of hackers that the article names, in lower case: what they do is worth reading
    quiet: bool  # whether the article hardly tells any event
    chosen: tuple[Sentence, ...]


def select(article: Article) -> Selection:
    """The sentences with a trigger or telling signs, or with words that repeat or speak of what was just told.

    In a quiet article frames are only heard where signs bear them out, so that only such sentences are chosen.
    """
    sentences = split(article)
    gangs = named_intruders(article.text)
    brief = is_brief(article.text, article.title)
    quiet = not brief and _is_quiet(article, sentences)
    found: list[Sentence] = []
    for item in sentences:
        text = item.span.text
        near = bool(found) and item.index - found[-1].index <= 1
        if item.kind != "boilerplate" and (
            _opens(item, quiet=quiet, brief=brief)
            or (gangs and not gangs.isdisjoint(_NAME.findall(text.lower())))
            or (near and (ellipsis.opens(text) or speaks_of_words(text)))
        ):
            found.append(item)
    return Selection(article, sentences, gangs, quiet, tuple(found))


def _is_quiet(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Whether an article hardly tells any event: buttons and the hours of a live page say nothing about that."""
    told = [item.span.text for item in sentences if item.kind != "boilerplate"]
    return signs.is_quiet(told) and signs.is_quiet(told, political=is_political(article.text, article.title))


def _opens(sentence: Sentence, *, quiet: bool, brief: bool) -> bool:
    """Whether the words of a sentence may tell an event."""
    text = sentence.span.text
    if signs.told(text):
        return True
    if quiet:
        return gate.opens_for(text, "security") or (signs.loudest(text) >= borne_out(sentence) and gate.opens(text))
    few = brief or sentence.kind == "title"  # too few words to judge by
    return gate.opens(text) and (few or _is_likely(text))


def borne_out(sentence: Sentence) -> float:
    """The probability asked of what a frame reads in a quiet article: less at its head, where its one event stands."""
    return _IN_LEAD if sentence.paragraph <= _LEAD else _BELOW


def _is_likely(text: str) -> bool:
    """Whether a trigger may be one; signs are no judges of what is to come, nor of the types that have none."""
    if signs.loudest(text) >= _FAINT or _AHEAD.search(text) is not None:
        return True
    return any(gate.opens_for(text, name) for name in WITHOUT_SIGNS)
