"""Numbers that only look like years, clock times, days, ages and lengths."""

from __future__ import annotations

from timeline.timex.lexicon import word_set
from timeline.timex.tokens import Tokens
from timeline.timex.traps.around import TIME_PREPOSITIONS, capital, name_before
from timeline.timex.traps.names import PLACES

NUMBERED = word_set(
    "highway route road room gate flight building page chapter section article no number line unit station tower "
    "ward booth class zone model version hall exhibit form box bus train platform channel court courtroom "
    "district mile point post psalm area pier suite apartment lot type series boeing airbus windows volume "
    "ordinance resolution act law rule bill measure proposition interstate patch cell pad stand level barrel file "
    "docket case phone tel telephone call nearly almost only than just exactly some least most over under"
)
"""Words before a four-digit number that make it a number of something, or a count."""
COUNTED_SUFFIXES = ("ents", "ers", "ors", "ists", "ees", "ants", "ians", "eans")
COUNTED = word_set(
    "people men women children families homes houses votes pages dollars pounds euros francs marks crowns pesos "
    "yen won roubles rubles rupees yuan percent per million billion thousand hundred km kilometres kilometers "
    "miles metres meters feet tons tonnes barrels shares points cars jobs troops names beds tickets seats units "
    "litres gallons rpm fans cases deaths copies items species square acres hectares calories grams kilograms kg "
    "mph watts megawatts volts times cubic metric degrees bodies villages rooms schools companies bottles pieces "
    "local"
)
"""Words after a number that make it a count."""
YEAR_PLURALS = word_set(
    "elections games sales earnings profits results talks riots attacks bombings hearings primaries accords "
    "protests events figures levels prices estimates forecasts championships finals negotiations losses revenues "
    "budgets taxes"
)
"""Plurals that go with a year as well as with a count; the year is likelier."""
OWNERS = word_set("the its his her their our in since this")
VERBS = word_set("is was will had would saw marks marked did brought ended began has")
PERIODS = word_set("in since until during")
SUBJECT_PLACES = frozenset(["because", "that", "so", "while", "as", "although", "and", "but", "", ",", "when"])
OPENING = frozenset("$£€¥#№.:+&@_\\'‘\"“")
CLOSING = frozenset("%:+@_\\°\"”'’([{<")


def free(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether no money or per cent sign, hyphened letter or digit, decimal or quotation mark is attached."""
    text, start, end = tokens.text, tokens.starts[first], tokens.ends[last - 1]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in OPENING and before:
        return False
    if after in CLOSING and after:
        return after in "'’" and text[end + 1 : end + 2] == "s"
    if after == "-" and not (text[end + 1 : end + 3].isdigit() or text[end + 1 : end + 2].islower()):
        return False
    if before == "-" and tokens.word(first - 2) in ("pre", "post"):
        return True
    if before in ("-", "–", "/"):  # the second year of "1998-1999" only
        digits = text[max(0, start - 6) : start - 1]
        return digits[-4:-3] in ("1", "2") and digits[-4:].isdigit() and not digits[:-4].isdigit()
    return True


def year(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take a four-digit number as a year only where the words around it call for one."""
    before, after = tokens.word(first - 1), tokens.word(last)
    if not tokens.words[first].isdigit():  # "nineteen ninety-four"
        return before in TIME_PREPOSITIONS and _free_of_nouns(after)
    number = int(tokens.words[first])
    if not free(tokens, first, last) or before in NUMBERED or after in COUNTED:
        return False
    if (name_before(tokens, first) and before != "year") or _coded(tokens, last) or _counts(before, after):
        return False
    if before == "last" and tokens.word(first - 2) == "the":
        return False
    if tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 4].lstrip().startswith(("B.C", "BC")):
        return False
    if before == "-" and tokens.word(first - 2) in ("pre", "post"):
        return True
    likely = 1900 <= number <= 2039
    if after in VERBS and before not in TIME_PREPOSITIONS:
        return likely and before in SUBJECT_PLACES
    if before in ("by", "of", "to", "for", "and", "or", "from", "about", "around", "as", "at") and not likely:
        return before in ("from", "to", "and", "of") and (not after.isalpha() or after in ("to", "and"))
    if (
        before in TIME_PREPOSITIONS
        or before in ("", "'s", "’s")
        or not before[-1].isalnum()
        or after in ("'s", "’s", ",", ")")
    ):
        return True
    loose = not after.isalpha() or before in OWNERS or before.endswith("s'")
    return likely and loose and before[0].isalpha()


def _coded(tokens: Tokens, last: int) -> bool:
    """Tell whether a code ("1987 K3") or the rest of an address ("1912 Oak Street") follows."""
    after = tokens.word(last)
    coded = after[:1].isalpha() and any(char.isdigit() for char in after)
    return coded or (capital(tokens, last) and tokens.word(last + 1) in PLACES)


def _counts(before: str, after: str) -> bool:
    """Tell whether the plural noun after a number is what it counts."""
    if not after.isalpha() or not after.endswith("s") or len(after) < 4 or after in ("was", "this", "does"):
        return False
    if after.endswith("ss") or after in YEAR_PLURALS:
        return False
    return after.endswith(COUNTED_SUFFIXES) and before not in PERIODS


def free_year(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse a month and year whose last number goes on: "May 1998-A"."""
    after = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 1]
    return after not in ("%", "°")


FOLLOWERS = word_set(
    "and but when after to as because with for at until in on by of from that which were was is are will would "
    "had has before during while since or if where who amid despite without under over against between"
)


def _free_of_nouns(after: str) -> bool:
    return not (after.endswith("s") and after.isalpha()) and after not in COUNTED | {"-"}


WEATHER = word_set("temperature temperatures degrees highs lows mercury fahrenheit celsius")


SUBJECTS = word_set("the a an his her its their our my he she it they we you i both all some")


def nounless(tokens: Tokens, last: int) -> bool:
    """Tell whether what follows a number is no noun that it could count."""
    after = tokens.word(last)
    return (not after.isalpha() or after in FOLLOWERS) and after not in ("-", "%")


def last_word(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "this year and next to nothing": "next" is by itself only where its clause ends or goes on with a verb."""
    return nounless(tokens, last) and tokens.word(last) != "to"


def second_day(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse the count in "on Dec. 9 and 10 men came"; the first day of such a pair stands anyway."""
    return nounless(tokens, last) or tokens.kinds[last - 1] == "year" or tokens.word(first - 1) in ("-", "–")


def day_of_month(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take "the 28th" as a day only after a preposition of time, with no noun behind it but that of a new clause."""
    before = tokens.word(first - 1)
    if before not in ("on", "by", "until", "since", "from", "before", "between", "and", "to"):
        return False
    return nounless(tokens, last) or (before == "on" and _opens_clause(tokens, first - 1, last))


def _opens_clause(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a phrase opens its clause and a subject follows: "and on the 4th the court said no"."""
    opens = first == 0 or tokens.word(first - 1) in (",", ";", "and", "but", "then")
    return opens and (tokens.word(last) in SUBJECTS or tokens.raw(last)[:1].isupper())


def weekday_and_number(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "Friday, the 13th day of talks"."""
    return nounless(tokens, last) and int(tokens.words[last - 1][:-2]) < 32


def short_year(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Take "'87" as a year only after a preposition, a month or a season; elsewhere a quotation may open."""
    called_for = tokens.word(first - 1) in ("in", "of", "since", "until", "by") or (
        first > 1 and tokens.kinds[first - 2] == "year"
    )
    return last - first > 1 or (called_for and not _counts("", tokens.word(last)))


def decade(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse ages ("in his 60s"), bare two-digit tens ("the low 80s") and temperatures."""
    before, digits = tokens.word(first - 1), tokens.words[last - 1].rstrip("s").strip("'’‘")
    if before in ("his", "her", "their", "my", "our", "your", "its"):
        return False
    if len(digits) == 2 and not WEATHER.isdisjoint(tokens.words):
        return False
    word = tokens.words[last - 1]
    return len(digits) == 4 or word[0] in "'’" or last - first > 1


def decade_word(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse "in her sixties"."""
    return tokens.word(first) in ("the", "nineteen")


def length(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse ages ("aged 6 months", "62 years old", "a 12-year-old") and numbers with signs attached."""
    if tokens.word(last) == "old" or (tokens.word(last) == "-" and tokens.word(last + 1) == "old"):
        return False
    if tokens.word(last - 1) in ("quarter", "quarters") and tokens.word(last) == "of":
        return False  # "a quarter of the harvest"
    if tokens.word(first - 1) == "-" and tokens.kinds[first] == "year":  # "the post-1989 years"
        return False
    if tokens.word(first) in ("a", "an") and tokens.word(last) == "-" and tokens.ends[last - 1] == tokens.starts[last]:
        return False  # "on a year-to-year basis", "a day-care centre"
    if tokens.word(first - 1) in ("aged", "age") or (tokens.word(first) == "many" and tokens.word(first - 1) == "as"):
        return False
    return not tokens.words[first][0].isdigit() or free(tokens, first, first + 1) or tokens.word(first + 1) == "-"


def clock(tokens: Tokens, first: int, last: int, persons: frozenset[str]) -> bool:
    """Refuse race times ("2:11:40", "in 9:58") and scores."""
    word = tokens.words[first]
    bare = last - first == 1 and tokens.kinds[first] == "clock"
    if bare and (word.count(":") == 2 or len(word) < 4 or tokens.word(first - 1) in ("in", "of", "score", "time")):
        return False
    if bare and name_before(tokens, first):  # chapter and verse
        return False
    start = tokens.starts[first]
    return tokens.text[max(0, start - 1) : start] not in ("-", "$", "£", "€", ":")
