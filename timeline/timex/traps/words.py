"""Common words that are times in some places only: fall, spring, minutes, the past, annual, noon."""

from __future__ import annotations

from timeline.timex.lexicon import word_set
from timeline.timex.tokens import Tokens
from timeline.timex.traps.around import capital, capital_follows, name_before

SEASON_CUES = word_set("in since by until before after during of early late mid - this last next")
AFTER_ERA = word_set(
    "and of but as is was were i they he she it we you or to have has had for when with will that where the there on "
    "at because by would can may"
)


def dawn(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "Dawn Bell" and "the dawn of an age"."""
    return rhythm(tokens, first, last, persons) and tokens.word(last) != "of"


def season(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "they fall", "spring water", "the fall of the wall", "Prague Spring" and "the Summer Games"."""
    before, after, word = tokens.word(first - 1), tokens.word(last), tokens.word(last - 1)
    if after == "-" and last < len(tokens.words) and tokens.ends[last - 1] == tokens.starts[last]:
        return False
    position = next(index for index in range(first, last) if tokens.kinds[index] == "season")
    if capital(tokens, position) and not tokens.first_of_sentence(position):
        named = capital(tokens, position - 1) and not tokens.first_of_sentence(position - 1)
        if capital_follows(tokens, last) or position == first or named:
            return False
    if last - first > 1:
        verbal = word in ("fall", "spring") and tokens.word(first) == "the" and tokens.kinds[last - 1] == "season"
        return not verbal or after not in ("in", "of", "from", "water")
    if after.isalpha():
        return before in ("in", "by", "since", "until", "before") and after in ("and", "to", "but", "when", "or")
    return before in SEASON_CUES and (
        word != "fall" or before in ("in", "by", "until", "early", "late", "since", "mid", "-")
    )


def season_of_year(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "Prague Spring 1968"; "Spring 1998" by itself is a date."""
    return not capital(tokens, first) or tokens.first_of_sentence(first) or not name_before(tokens, first)


def plural(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "Mr. Weeks", "the minutes of the board", "seconds the plan", "light years"."""
    before, after, word = tokens.word(first - 1), tokens.word(last), tokens.word(last - 1)
    if capital(tokens, last - 1) and not tokens.first_of_sentence(last - 1):
        return False
    if first and tokens.kinds[first - 1] in ("season", "seasons"):
        return False
    if word == "quarters" and before not in ("in", "for", "over", "of", "recent", "previous", "past"):
        return False
    if before.endswith("ing") and tokens.word(first - 2)[:1].isdigit():  # "25 selling days"
        return False
    if word in ("minutes", "seconds") and after in ("of", "the", "show"):
        return False
    if tokens.word(last) == "-" and tokens.word(last + 1) == "old":
        return False
    if before in ("light", "leap", "man", "person", "as") or (before == "-" and first):
        return False
    return tokens.word(first) == "the" or before not in NOT_BEFORE_UNITS


def small(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse what is capitalised inside a sentence: "USA Today", "the Now Group"."""
    return not capital(tokens, last - 1) or tokens.first_of_sentence(last - 1)


def adverb(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "as recently as 1985" and what is capitalised inside a sentence."""
    return small(tokens, first, last, persons) and not (tokens.word(first - 1) == "as" and tokens.word(last) == "as")


def rhythm(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "the Daily Echo", also where it opens a sentence."""
    return small(tokens, first, last, persons) and not (capital(tokens, last - 1) and capital_follows(tokens, last))


def annual(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take "annual" as a rhythm, not as the name of a yearly meeting or report."""
    return not capital(tokens, first) and tokens.word(last) not in (
        "meeting",
        "report",
        "general",
        "reports",
        "meetings",
    )


def era(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "the present owner" and "the future king"."""
    after = tokens.word(last)
    return not after.isalpha() or after in AFTER_ERA


def noon(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "Midnight Oil"."""
    return not capital(tokens, first) or (tokens.first_of_sentence(first) and not capital(tokens, last))


def rate(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take "a night" as a rhythm only after an amount: "$5 a night", "two hours a night"."""
    before = tokens.word(first - 1)
    return before in ("hours", "times", "dollars", "pounds", "euros") or (first > 0 and before[:1] in ("$", "£", "€"))


SPORT = word_set(
    "goal goals scored scorer scoring match matches coach penalty touchdown touchdowns halftime kick-off kickoff "
    "goalkeeper striker defender midfielder quarterback rebound rebounds yards innings"
)


GAMES = word_set("game match final semifinal opener bout derby playoff")
"""What has quarters and halves that are no parts of a year: "the third quarter of a cup final"."""


def half_year(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse the half or quarter of a match."""
    if tokens.word(last) == "of" and not GAMES.isdisjoint(tokens.words[last + 1 : last + 6]):
        return False
    return SPORT.isdisjoint(tokens.words) and tokens.word(last) not in ("time", "lead")


def overnight(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "an overnight success"."""
    return tokens.word(first - 1) not in ("a", "an")


def unit_alone(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take "the year" as the current one only after a preposition that asks for a time, with no "of" behind it.

    A day needs "for the day", "on the day" at the end of its clause: "the day they met" is another.
    """
    before, after = tokens.word(first - 1), tokens.word(last)
    if tokens.word(last - 1) == "day":
        return before in ("for", "on") and not after.isalpha() and after != "-"
    if tokens.word(first - 2) in ("time", "man", "woman", "person", "player", "word", "turn", "times"):
        return False
    return before in UNIT_CUES and after not in ("of", "-", "'s", "’s")


NOT_BEFORE_UNITS = word_set(
    "the his her their my our your its school business dog early old former good bad better worse dark golden "
    "final long working happier formative opening closing twilight glory holy olden"
)
UNIT_CUES = word_set("for of in during over through throughout")
