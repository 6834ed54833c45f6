"""The country of those who stood for its highest offices, by name: a president's name speaks of his country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from timeline.gazetteers.elections import calendar, surnames
from timeline.gazetteers.names import folded, key, word_spans


@cache
def _leaders() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Full folded name -> country and the shorter forms; people who stood in two countries are left out."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    twice: set[str] = set()
    for country, days in calendar().items():
        for name in sorted({candidate for day in days for candidate in day.candidates}):
            full, *shorter = surnames(name)
            if " " not in full:
                continue
            if full in found and found[full][0] != country:
                twice.add(full)
            found[full] = (country, tuple(shorter))
    return {name: entry for name, entry in found.items() if name not in twice}


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in _leaders():
        found.setdefault(name.split()[0], []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def leaders(text: str) -> tuple[tuple[int, str], ...]:
    """Where a text names somebody who stood for office, with the country (alpha-3); shorter forms after the full name.

    Only those whose full name the text gives count: a surname alone can be anybody's.
    """
    spans = [span for span in word_spans(text) if text[span[0]].isupper()]
    words = [folded(text[start:end]) for start, end in spans]
    known = {name for at, word in enumerate(words) for name in _at(words, at, word)}
    if not known:
        return ()
    short = {form: _leaders()[name][0] for name in sorted(known) for form in _leaders()[name][1]}
    return tuple((spans[at][0], short[form]) for at, form in _short_forms(words, short))


@lru_cache(maxsize=4096)
def home_of(name: str) -> str:
    """The country (alpha-3) in which a person of this full name stood for office, "" if none is known.

    Further surnames behind a name do not matter.
    """
    words = key(name).split()
    spans = (" ".join(words[:size]) for size in range(len(words), 1, -1))
    return next((_leaders()[full][0] for full in spans if full in _leaders()), "")


def _at(words: list[str], at: int, word: str) -> Iterator[str]:
    for name in _by_first_word().get(word, ()):
        parts = name.split()
        if words[at : at + len(parts)] == parts:
            yield name


def _short_forms(words: list[str], short: dict[str, str]) -> Iterator[tuple[int, str]]:
    for at, word in enumerate(words):
        for form in (word, " ".join(words[at : at + 2])):
            if form in short:
                yield at, form
                break


@cache
def _by_surname() -> dict[str, str]:
    """Surname -> the one country in which people of that name stood for office; names of two countries are left out."""
    found: dict[str, set[str]] = {}
    for country, shorter in _leaders().values():
        for form in shorter:
            found.setdefault(form, set()).add(country)
    return {form: next(iter(countries)) for form, countries in found.items() if len(countries) == 1}


def ruled_by(surname: str) -> str:
    """The country (alpha-3) that the administration of somebody of this surname rules, "" if none or several."""
    return _by_surname().get(key(surname), "")
