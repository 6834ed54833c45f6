"""Which sentences of an article are parsed: those that can hold an event, and what repeats or speaks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.articles import sentences as split
from timeline.frames import ellipsis, gate
from timeline.frames.claims.retelling import speaks_of_words
from timeline.frames.context import is_brief
from timeline.frames.naming.intruders import named_intruders
from timeline.frames.signs import scores as signs
from timeline.models import Article, Sentence

_NAME = re.compile(r"\w+(?:-\d+|\$)?")  # "APT-77"
_WITHOUT_SIGNS = "security"  # a type that only frames tell, in whatever article


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
    quiet = signs.is_quiet([item.span.text for item in sentences]) and not is_brief(article.text, article.title)
    return Selection(article, sentences, gangs, quiet, _chosen(sentences, _opens_quiet if quiet else _opens, gangs))


def _chosen(sentences: Sequence[Sentence], opens: Callable[[str], bool], gangs: frozenset[str]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for item in sentences:
        if item.kind == "boilerplate":
            continue
        text = item.span.text
        near = bool(found) and item.index - found[-1].index <= 1
        told = opens(text) or (gangs and not gangs.isdisjoint(_NAME.findall(text.lower())))
        if told or (near and (ellipsis.opens(text) or speaks_of_words(text))):
            found.append(item)
    return tuple(found)


def _opens(text: str) -> bool:
    return gate.opens(text) or bool(signs.told(text))


def _opens_quiet(text: str) -> bool:
    return bool(signs.told(text)) or gate.opens_for(text, _WITHOUT_SIGNS)
