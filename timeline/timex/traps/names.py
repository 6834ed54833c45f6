"""Months, weekdays and holidays as names: people, places, papers, leagues, squares."""

from __future__ import annotations

from timeline.timex.lexicon import word_set
from timeline.timex.tense import is_traded
from timeline.timex.tokens import Tokens
from timeline.timex.traps.around import STRONG, capital, capital_follows, name_before

PLACES = word_set(
    "street avenue square road boulevard bridge plaza movement brigade brigades revolution stadium university "
    "hospital park airport coalition alliance group lane drive place way station club hall foundation institute "
    "school college martyrs committee conspirators party massacre crackdown"
)
"""What is named after a day: "5 May Square", "the July 14 Movement"."""
KIN = word_set(
    "wife daughter sister mother aunt niece widow granddaughter grandmother girlfriend stepmother stepdaughter fiancee "
    "wives daughters sisters nieces granddaughters"
)
"""Words that a woman's name follows: "his wife June", "her daughters, April and May"."""
DECKED = word_set(
    "tree trees card cards carol carols gift gifts present presents lights decoration decorations pudding puddings "
    "turkey turkeys stocking stockings wreath wreaths ornament ornaments egg eggs bunny bunnies lily lilies costume "
    "costumes pumpkin pumpkins shopping shoppers toy toys"
)
"""What has the name of a feast without telling of its day: "Christmas trees", "Easter eggs"."""
TITLES = word_set(
    "times mirror mail post herald telegraph express independent tribune observer league club school magazine "
    "review people sport business world football live star gazette journal record show group film cup company inc "
    "corp"
)
"""What has a weekday or season in its title."""
EPITHETS = word_set("bloody black super cyber fat shrove red sheffield ruby blue")
"""Words that make a weekday a name: "Black Friday"."""
WEAK = frozenset({"by", "of", "from", "to", "for", "between", "and", "with", "the", "a", "that", "than", "as", "but"})


def no_place(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "5 May Square" and "Avenue 5 July"."""
    if capital_follows(tokens, last) and tokens.word(last) in PLACES:
        return False
    return not (
        tokens.word(first - 1) in PLACES and capital(tokens, first - 1) and not tokens.first_of_sentence(first - 1)
    )


def no_title(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "Sunday Times"."""
    return not (capital_follows(tokens, last) and tokens.word(last) in TITLES)


def month(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "April Dunn", "Mr. May" and surnames; believe a month after "in", "since", "last" …"""
    before, word = tokens.word(first - 1), tokens.words[first]
    if before in STRONG:
        return not ((word in persons or tokens.word(last) in PLACES) and capital_follows(tokens, last))
    if not no_place(tokens, first, last, persons):
        return False
    if word in persons or before in ("mr", "mrs", "ms", "dr", ".") or _hyphened(tokens, last):
        return False
    if capital_follows(tokens, last) and tokens.kinds[last] not in ("weekday", "month", "year"):
        return False
    if name_before(tokens, first) or _kin_before(tokens, first):
        return False
    return (
        word not in ("may", "march")
        or not tokens.first_of_sentence(first)
        or tokens.word(last) in ("'s", "’s", "is", "was")
        or is_traded(tokens, last)
    )


def _kin_before(tokens: Tokens, first: int) -> bool:
    """Tell whether a word of kin stands before: "his wife, June", where a comma or the end of the name follows."""
    comma = tokens.word(first - 1) == ","
    return tokens.word(first - 1 - comma) in KIN


def _hyphened(tokens: Tokens, last: int) -> bool:
    """Tell whether a hyphen follows that opens no range: "May-Ling", not "January-March"."""
    return tokens.word(last) in ("-", "–") and "month" not in tokens.kinds[last + 1 : last + 4]


def short_month(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take a bare abbreviation only with its full stop, after a word that calls for a time: "in Sept."."""
    return tokens.raw(first).endswith(".") and tokens.word(first - 1) in STRONG | WEAK - {"the", "a"}


def weekday(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse papers, leagues, "Bloody Sunday" and surnames."""
    before, word = tokens.word(first - 1), tokens.word(last - 1)
    if not no_title(tokens, first, last, persons) or (before in EPITHETS and capital(tokens, first - 1)):
        return False
    if before == "-" and tokens.ends[first - 1] == tokens.starts[first]:
        return tokens.kinds[first - 2] in ("weekday", "wabbr")  # "Monday-Friday"
    return word not in persons or before in STRONG or before in ("by", "of")


def short_weekday(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take a bare abbreviation only with its full stop, after a word that calls for a time: "on Sun."."""
    return tokens.raw(first).endswith(".") and tokens.word(first - 1) in STRONG | WEAK - {"the", "a"}


def holiday(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "Christmas Carol" and "Easter Island", unless a preposition calls for a time."""
    before, after = tokens.word(first - 1), tokens.word(last)
    if after in ("island", "islands") or before == "father" or after in DECKED:
        return False
    if before in STRONG or before in WEAK - {"the", "a"}:
        return True
    return not (capital_follows(tokens, last) and len(after) > 1 and tokens.kinds[last] == "x")
