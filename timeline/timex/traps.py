"""Things that only look like dates: names, counts, ages, numbers of roads and rooms, verbs, titles.

Each guard looks at the words around an expression and says whether it stands. Guards are by family of rule.
"""

from __future__ import annotations

from timeline.timex.forms import Calendar, Fixed, Item
from timeline.timex.grammar import Made
from timeline.timex.tokens import Tokens

TIME_PREPOSITIONS = frozenset(
    "in on at by since until till before after from between during for of to through and or around about early late mid "
    "last next this that than as over within throughout past the a toward towards into between but back ended ending "
    "starting beginning circa versus vs or".split()
)
STRONG = frozenset("in since until till during last next this early late mid before after on throughout ended ending".split())
PLACES = frozenset(
    "street avenue square road boulevard bridge plaza movement brigade brigades revolution stadium university hospital "
    "park airport coalition alliance group lane drive place way station club hall foundation institute school college "
    "martyrs committee conspirators".split()
)
PAPERS = frozenset(
    "times mirror mail post herald telegraph express independent tribune observer league club school magazine review "
    "people sport business world service football live star gazette journal sun record show group film festival cup".split()
)
DAY_NAMES = frozenset("bloody black super cyber fat shrove red sheffield billy ruby blue girl man's".split())
NUMBERED = frozenset(
    "highway route road room gate flight building page chapter section article no number line unit station tower ward "
    "booth class zone model version hall exhibit form box bus train platform channel court courtroom district mile point "
    "post psalm area pier suite apartment lot type series boeing airbus windows volume ordinance resolution act law rule "
    "bill measure proposition interstate patch cell pad stand level barrel file docket case phone tel telephone call "
    "nearly almost only than just exactly some least most over under".split()
)
"""Words before a four-digit number that make it a number or a count."""
SPEAKING = frozenset("said told asked added who whose says tells recalled joked argued replied denied testified".split())
COUNTED_SUFFIXES = ("ents", "ers", "ors", "ists", "ees", "ants", "ians", "eans")
COUNTED = frozenset(
    "people men women children families homes houses votes pages dollars pounds euros francs marks crowns pesos yen won "
    "roubles rubles rupees yuan percent per million billion thousand hundred km kilometres kilometers miles metres meters "
    "feet tons tonnes barrels shares points cars jobs troops soldiers names beds tickets seats units litres gallons rpm "
    "fans cases deaths copies items species square acres hectares calories grams kilograms kg mph watts megawatts volts "
    "times others cubic residents metric degrees bodies villages rooms schools companies bottles pieces".split()
)
EVENT_PLURALS = frozenset(
    "elections games sales earnings profits results talks riots attacks bombings hearings primaries accords protests "
    "events figures levels prices estimates forecasts championships finals negotiations losses revenues revenue budgets "
    "taxes".split()
)


def stands(tokens: Tokens, made: Made, names: frozenset[str]) -> bool:
    """Tell whether an expression is one, given its neighbours and the names that the article uses for persons."""
    first, last = made.kept
    item = made.value
    if not isinstance(item, Item):
        return False
    guard = GUARDS.get(made.rule)
    if guard is not None and not guard(tokens, first, last, names):
        return False
    return not _inside_name(tokens, first, last, made.rule)


def _capital(tokens: Tokens, index: int) -> bool:
    raw = tokens.raw(index)
    return raw[:1].isupper()


def _adjacent(tokens: Tokens, index: int) -> bool:
    """Tell whether the tokens at ``index`` and before it are parted by white space alone."""
    return 0 < index < len(tokens.words) and tokens.starts[index] - tokens.ends[index - 1] <= 1


def _inside_name(tokens: Tokens, first: int, last: int, rule: str) -> bool:
    """Streets, squares and movements named after a day; anything with a hyphenated letter or digit after it."""
    after = tokens.word(last)
    if _capital(tokens, last) and after in PLACES and tokens.starts[last] - tokens.ends[last - 1] == 1:
        return True
    return (
        tokens.word(first - 1) in PLACES and _capital(tokens, first - 1) and not tokens.first_of_sentence(first - 1)
        and rule in ("day_month", "month_day")
    )  # fmt: skip


def _month(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    before, word = tokens.word(first - 1), tokens.word(first)
    gap_free = last < len(tokens.words) and tokens.starts[last] - tokens.ends[last - 1] == 1
    follows_name = gap_free and _capital(tokens, last) and tokens.kinds[last] not in ("weekday", "month")
    if before in STRONG:
        return not (word in names and follows_name)
    if follows_name:
        return False
    if tokens.word(last) == "-" or tokens.kinds[last - 1] == "hyphen":
        return False
    if first > 0 and _capital(tokens, first - 1) and before not in TIME_PREPOSITIONS and before.isalpha():
        return tokens.starts[first] - tokens.ends[first - 1] == 1 and tokens.kinds[first - 1] in ("weekday", "month")
    if word in names:
        return before in ("by", "of", "from", "to", "between") and not follows_name and False
    if tokens.first_of_sentence(first) and word in ("may", "march"):
        return tokens.word(last) in ("and", "is", "was", "to", "'s", "’s", "saw", "sales")
    return before != "" or tokens.word(last) != ""


def _weekday(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    before, after, word = tokens.word(first - 1), tokens.word(last), tokens.word(last - 1)
    gap_free = last < len(tokens.words) and tokens.starts[last] - tokens.ends[last - 1] == 1
    if gap_free and _capital(tokens, last) and after in PAPERS:
        return False
    if before in DAY_NAMES and _capital(tokens, first - 1):
        return False
    if word in names:
        return before in STRONG or before in ("by", "of")
    return not (before == "-" and tokens.ends[first - 1] == tokens.starts[first])


def _year(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    before, after = tokens.word(first - 1), tokens.word(last)
    year = int(tokens.words[first]) if tokens.words[first].isdigit() else 0
    if not _free_number(tokens, first, last):
        return False
    if before in NUMBERED or after in COUNTED or tokens.kinds[last - 1 : last] != ["year"]:
        return False
    if _capital(tokens, first - 1) and before.isalpha() and before not in TIME_PREPOSITIONS and not (
        tokens.first_of_sentence(first - 1) and False
    ):  # fmt: skip
        return False
    likely = 1900 <= year <= 2039
    licensed = before in TIME_PREPOSITIONS or before in (",", "(", "-", "–", "—", "/", "'s", "’s", "") or after in (
        "'s", "’s", ",", ")")  # fmt: skip
    if after.endswith("s") and len(after) > 3 and after.isalpha() and after not in ("was", "this", "has", "as"):
        if after.endswith(COUNTED_SUFFIXES):
            return False
        if before not in ("the", "its", "his", "their", "in", "since", "this") and after not in EVENT_PLURALS:
            return False
    if before in ("by", "of", "to", "for", "and", "or", "from", "about", "around", "as", "at") and not likely:
        return before in ("from", "to", "and", "of") and after in (",", ".", "", "to", "and", ")")
    if before == "last" and tokens.word(first - 2) == "the":
        return False
    if licensed:
        return likely or 1000 <= year <= 2100
    return likely and before not in ("a", "an") and tokens.kinds[first - 1] == "x" and before.isalpha() and (
        after in ("", ".", ",", ";", ")") or before in ("its", "his", "their", "her", "our", "late", "mid"))  # fmt: skip


def _free_number(tokens: Tokens, first: int, last: int) -> bool:
    """No money sign, per cent sign, hyphen with digits or letters, decimal, or quotation marks around it."""
    text, start, end = tokens.text, tokens.starts[first], tokens.ends[last - 1]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in tuple("$£€¥#№.:+&@_\\'‘\"“") and before or after in tuple("%:+@_\\°\"”'’") and after:
        return after in ("'", "’") and text[end + 1 : end + 2] == "s" and before not in tuple("'‘\"“$£€")
    if after == "-" and not (text[end + 1 : end + 3].isdigit() or text[end + 1 : end + 2].islower()):
        return False
    if before in "-–/" and before:
        return text[max(0, start - 5) : start - 1].isdigit() and len(text[max(0, start - 5) : start - 1]) == 4 and (
            not text[max(0, start - 6) : max(0, start - 5)].isdigit())  # fmt: skip
    return True


def _ordinal_day(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    before, after = tokens.word(first - 1), tokens.word(last)
    free = not after.isalpha() or after in ("and", "but", "when", "after", "to", "as", "because", "with", "for", "at", "until")
    return before in ("on", "by", "until", "since", "from", "before", "between", "and") and free and after != "-"


def _decade(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    before = tokens.word(first - 1)
    if tokens.words[first].startswith("$"):
        return False
    return before not in ("his", "her", "their", "my", "our", "your", "its") and not (
        tokens.word(first) != "the" and len(tokens.words[last - 1].strip("'’‘s")) == 2 and before not in ("mid", "-", "early", "late")
    )  # fmt: skip


def _decade_word(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    return tokens.word(first) == "the"


def _season(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    before, after, word = tokens.word(first - 1), tokens.word(last), tokens.word(last - 1)
    bare = last - first == 1
    if _capital(tokens, last - 1) and not tokens.first_of_sentence(first) and (
        _capital(tokens, last) or bare or (_capital(tokens, first - 1) and not tokens.first_of_sentence(first - 1))
    ):  # fmt: skip
        return False
    if _capital(tokens, last) and tokens.starts[last] - tokens.ends[last - 1] == 1 and after in ("games", "olympics"):
        return False
    if bare:
        return before in ("in", "since", "by", "until", "before", "after", "during", "of", "early", "late", "mid", "-") and (
            word != "fall" or before in ("in", "early", "late", "since", "mid", "-")) and not after.isalpha() or (
            before in ("in", "by", "since", "until", "before") and after in ("and", "to", "but", "when", "or"))  # fmt: skip
    return tokens.word(first) != "the" or (after not in ("in", "of", "from", "water") or word not in ("fall", "spring"))


def _lower_unit(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    """A bare plural must be written small, and not be something else that has the word."""
    word, before, after = tokens.word(last - 1), tokens.word(first - 1), tokens.word(last)
    if _capital(tokens, last - 1) and not tokens.first_of_sentence(first):
        return False
    if word in ("minutes", "seconds") and after in ("of", "the", "show"):
        return False
    return before not in ("light", "leap", "man", "the", "his", "her", "their", "our", "my") or (
        tokens.word(first) == "the" and before not in ("light", "leap"))  # fmt: skip


def _length(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    """Not an age, not light years, not a street; a number must be free of signs."""
    before, after = tokens.word(first - 1), tokens.word(last)
    if after == "old" or (after == "-" and tokens.word(last + 1) == "old") or before in ("aged", "age"):
        return False
    if tokens.word(last - 1) in ("second", "minute") and _capital(tokens, last - 1):
        return False
    return tokens.words[first][:1] not in "0123456789" or _free_number(tokens, first, first + 1)


def _set_adverb(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    capital = any(_capital(tokens, index) for index in range(first, last)) and not tokens.first_of_sentence(first)
    return not capital and not (_capital(tokens, first) and _capital(tokens, last))


def _vague(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    return not _capital(tokens, first) or tokens.first_of_sentence(first)


def _clock(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    text, start = tokens.text, tokens.starts[first]
    if last - first == 1 and tokens.kinds[first] == "clock":
        word = tokens.words[first]
        if word.count(":") == 2 or len(word) < 4 or tokens.word(first - 1) in ("in", "of", "score", "time"):
            return False
    return text[max(0, start - 1) : start] not in ("-", "$", "£", "€", ":")


def _era(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    after = tokens.word(last)
    return not after.isalpha() or after in (
        "and", "of", "but", "as", "is", "was", "they", "he", "she", "it", "we", "or", "to", "have", "has", "had", "for",
        "when", "with", "will", "that", "where", "the", "there", "on", "at", "because", "by", "would", "can", "may")  # fmt: skip


def _holiday(tokens: Tokens, first: int, last: int, names: frozenset[str]) -> bool:
    after = tokens.word(last)
    if after == "island" or after == "islands" or tokens.word(first - 1) == "father":
        return False
    return not (_capital(tokens, last) and last < len(tokens.words) and after.isalpha()
                and tokens.starts[last] - tokens.ends[last - 1] == 1 and after not in ("and",)
                and tokens.kinds[last] == "x")  # fmt: skip


GUARDS = {
    "bare_month": _month, "bare_short_month": lambda t, f, l, n: t.ends[f] - t.starts[f] > 3 and _month(t, f, l, n),
    "bare_weekday": _weekday, "modified_weekday": _weekday, "plural_weekday": _set_adverb,
    "bare_short_weekday": lambda t, f, l, n: t.raw(f).endswith(".") and _weekday(t, f, l, n),
    "bare_year": _year, "day_of_month": _ordinal_day, "decade_number": _decade, "decade_word": _decade_word,
    "season": _season, "season_of_year": _season, "bare_units": _lower_unit, "the_units": _lower_unit,
    "measured_length": _length, "framed_length": _length, "hyphenated_length": _length, "ago": _length,
    "adverb": _set_adverb, "annual": _set_adverb, "adverb_of_time": _vague, "twenty_four_hours": _clock,
    "twelve_hours": _clock, "era": _era, "named_day": _holiday,
}  # fmt: skip
UNUSED = (Calendar, Fixed, SPEAKING)
