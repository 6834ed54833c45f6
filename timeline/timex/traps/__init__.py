"""Things that only look like dates: names, counts, ages, numbers of roads and rooms, verbs, titles.

A guard looks at the words around what a rule found and says whether it stands; rules that need one have one.
"""

from __future__ import annotations

from timeline.timex.grammar import Made
from timeline.timex.tokens import Tokens
from timeline.timex.traps import names, numbers, words
from timeline.timex.traps.around import Guard

GUARDS: dict[str, Guard] = {
    "bare_month": names.month, "bare_short_month": names.short_month, "modified_month": names.no_title,
    "bare_weekday": names.weekday, "bare_short_weekday": names.short_weekday, "modified_weekday": names.no_title,
    "plural_weekday": names.no_title, "named_day": names.holiday, "month_day": names.no_place,
    "day_month": names.no_place,
    "bare_year": numbers.year,
    "decade_number": numbers.decade, "early_decade": numbers.decade,
    "early_decade_bare": numbers.decade, "decade_word": numbers.decade_word,
    "day_of_month": numbers.day_of_month,
    "weekday_and_number": numbers.weekday_and_number, "month_then_days": numbers.second_day,
    "short_year": numbers.short_year,
    "this_and_next": numbers.last_word, "last_night": words.overnight, "unit_alone": words.unit_alone,
    "twenty_four_hours": numbers.clock, "twelve_hours": numbers.clock,
    "measured_length": numbers.length, "framed_length": numbers.length, "hyphenated_length": numbers.length,
    "ago": numbers.length, "month_day_year": numbers.free_year, "month_year": numbers.free_year,
    "season": words.season, "season_of_year": words.season_of_year, "bare_units": words.plural,
    "the_units": words.plural,
    "adverb": words.rhythm, "annual": words.annual, "adverb_of_time": words.adverb, "era": words.era,
    "bare_era": words.era,
    "noon": words.noon, "a_night": words.rate, "half_year": words.half_year,
    "quarter": words.half_year, "quarter_length": numbers.length, "deictic_day": words.small,
    "tonight": words.small,
    "dawn": words.dawn,
}  # fmt: skip


def stands(tokens: Tokens, made: Made, persons: frozenset[str]) -> bool:
    """Tell whether an expression is one, given its neighbours and the words the article uses as surnames."""
    guard = GUARDS.get(made.rule)
    return guard is None or guard(tokens, *made.kept, persons)
