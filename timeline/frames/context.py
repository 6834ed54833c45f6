"""What an article speaks of, and a sentence of it: by their words, before anything is parsed."""

from __future__ import annotations

from timeline.articles.words import words_in
from timeline.frames.gate import themes_in
from timeline.frames.words.lexicon import with_plurals

POLICING = frozenset({"police", "arrested", "detained"})  # words of ordinary crime as well
POLITICAL, ORDINARY, BRIEF, QUIET = "political", "ordinary", "brief", "quiet"
ALONE, CRIMINAL = "alone", "criminal"  # a sentence by itself; a story of ordinary crime
_BRIEF = 60  # different words: a note or a lone sentence, which has no room to say its theme twice
_CRIMES = 2  # different words of crime, those of politics taken off, that make a story one of ordinary crime
_ENOUGH = 3  # different words of politics, those of sport, business and the arts taken off, that make it political


def context_of(text: str, title: str = "") -> frozenset[str]:
    """What an article speaks of: the event types whose words it holds, and whether it is about politics at all."""
    told, headline = words_in(text), words_in(title)
    words = told | headline
    but = set[str]()
    if not _on_computers(words) and headline.isdisjoint(with_plurals("cyber_core")):
        but.add("cyberattack")
    if words.isdisjoint(with_plurals("arresting")):
        but.add("detention")  # "held" is a word of all trades too
    types = themes_in(text, frozenset(but))
    if is_brief(text, title):
        types |= {BRIEF}
    if is_political(text, title):
        return frozenset(types | {POLITICAL})
    politics, ordinary = words & with_plurals("politics"), words & with_plurals("ordinary")
    crime = words & (with_plurals("crime") | with_plurals("violence"))
    if len(crime) - len(politics - POLICING) >= _CRIMES:
        types |= {CRIMINAL}
    return frozenset(types | {ORDINARY} if len(ordinary) - len(politics) >= _ENOUGH else types)


def is_political(text: str, title: str = "") -> bool:
    """Whether an article is about politics by its words, those of sport, business and the arts taken off."""
    words = words_in(text) | words_in(title)
    politics, ordinary = words & with_plurals("politics"), words & with_plurals("ordinary")
    return len(politics - POLICING) - len(ordinary) >= _ENOUGH


def is_brief(text: str, title: str = "") -> bool:
    """Whether an article is a note, or a lone sentence."""
    return len(words_in(text) | words_in(title)) <= _BRIEF


def trusts_words(context: frozenset[str]) -> bool:
    """Whether single words may be taken at their word: not where sport, business and the arts use them all."""
    return ORDINARY not in context or POLITICAL in context


def scene_of(text: str, named: frozenset[str] = frozenset()) -> frozenset[str]:
    """What a sentence by itself is about beyond doubt, whatever its article is about: at present, computers attacked.

    One word that belongs to such attacks alone is enough, one of the gangs ``named`` in the article, or several words
    that go with computers and with crime.
    """
    words = words_in(text)
    alone = not words.isdisjoint(with_plurals("cyber_alone")) or not words.isdisjoint(named)
    return frozenset({"cyberattack"} if alone or len(words & with_plurals("cyber_scene")) >= _ENOUGH else ())


def _on_computers(words: frozenset[str]) -> bool:
    """The triggers of attacks on computers are words of all trades: only several words of their world tell it."""
    if words.isdisjoint(with_plurals("cyber_core")):
        return False
    if len(words) <= _BRIEF:
        return len(words & (with_plurals("cyber") | with_plurals("cyber_core") | with_plurals("cyber_near"))) >= 2
    return len(words & with_plurals("cyber")) >= _ENOUGH
