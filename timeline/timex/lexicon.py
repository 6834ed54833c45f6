"""The words date expressions are made of: each with its class (what patterns name) and its value.

``CUES`` are the classes that can make an expression; the others only glue. A sentence without a cue is not looked at.
"""

from __future__ import annotations

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth")  # fmt: skip
UNITS = {"second": "S", "minute": "MIN", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "month": "M",
         "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "fortnight": "FN"}  # fmt: skip
PLURALS = {word + "s": unit for word, unit in UNITS.items() if unit != "CE"} | {"centuries": "CE"}
SHORT_UNITS = {"mins": "MIN", "secs": "S", "hrs": "H", "yrs": "Y"}


def word_set(words: str) -> frozenset[str]:
    """Make a set of words from a line of them."""
    return frozenset(words.split())


GLUE = word_set(
    "after ago ahead all and another at before between by current during each earlier early ended every final "
    "financial fiscal for from full hence in last late later latest latter least less local long longest mid more "
    "most near new next no of old on only opening or other over past period point roaring same since so than "
    "that the this time to trading under up very whole within"
)
"""Words that stand for themselves in patterns."""

Lexicon = dict[str, tuple[str, object]]


def _words(kind: str, words: str, value: object = None) -> Lexicon:
    return {word: (kind, value if value is not None else word) for word in words.split()}


def _numbers() -> Lexicon:
    out: Lexicon = {word: ("numw", number) for number, word in enumerate(ONES) if number}
    out |= {word: ("numw", 20 + 10 * i) for i, word in enumerate(TENS)}
    out |= {word: ("ordw", number + 1) for number, word in enumerate(ORDINALS)}
    out |= {word + "s": ("decadew", 2 + i) for i, word in enumerate(w[:-1] + "ie" for w in TENS)}
    out |= {"hundred": ("magnitude", 100), "thousand": ("magnitude", 1000), "million": ("magnitude", 10**6)}
    out |= {"billion": ("magnitude", 10**9), "dozen": ("dozen", 12), "half": ("half", 0.5), "couple": ("couple", 2)}
    out |= _words("few", "few several many numerous countless")
    out |= _words("dozens", "dozens hundreds thousands tens millions scores")
    return out


def _calendar() -> Lexicon:
    out: Lexicon = {word: ("month", number + 1) for number, word in enumerate(MONTHS)}
    out |= {word[:3]: ("mabbr", number + 1) for number, word in enumerate(MONTHS) if len(word) > 3}
    out |= {"sept": ("mabbr", 9)}
    out |= {word: ("weekday", number + 1) for number, word in enumerate(WEEKDAYS)}
    out |= {word + "s": ("weekdays", number + 1) for number, word in enumerate(WEEKDAYS)}
    for short, number in {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
                          "sat": 6, "sun": 7}.items():  # fmt: skip
        out[short] = ("wabbr", number)
    for words, season in {"spring": "SP", "summer": "SU", "autumn fall": "FA", "winter": "WI"}.items():
        out |= _words("season", words, season)
    out |= {"summers": ("seasons", "SU"), "winters": ("seasons", "WI"), "springs": ("seasons", "SP")}
    out |= {word: ("unit", unit) for word, unit in UNITS.items() if word != "second"}
    out |= {word: ("units", unit) for word, unit in (PLURALS | SHORT_UNITS).items()}
    return out


def _day() -> Lexicon:
    parts = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "lunchtime": "MI"}
    out: Lexicon = {word: ("part", part) for word, part in parts.items()}
    out |= {"mornings": ("parts", "MO"), "afternoons": ("parts", "AF"), "evenings": ("parts", "EV")}
    out |= {"nights": ("parts", "NI")}
    out |= {"dawn": ("dawn", "MO"), "daybreak": ("dawn", "MO"), "sunrise": ("dawn", "MO"), "dusk": ("dawn", "EV")}
    out |= {"nightfall": ("dawn", "NI"), "sunset": ("dawn", "EV"), "sundown": ("dawn", "EV")}
    out |= {"noon": ("noon", 12), "midnight": ("noon", 24), "noontime": ("noon", 12), "midday": ("midday", "MI")}
    out |= {"today": ("deictic", 0), "yesterday": ("deictic", -1), "tomorrow": ("deictic", 1)}
    out |= {"tonight": ("tonight", "NI"), "overnight": ("overnight", "NI")}
    return out


def _adverbs() -> Lexicon:
    out: Lexicon = {}
    for value, words in {"PRESENT_REF": "now currently nowadays presently", "PAST_REF": "recently lately"}.items():
        out |= _words("vague", words, value)
    out |= _words("era", "present future") | _words("recent", "recent")
    for value, words in {
        "P1D": "daily", "P1W": "weekly", "P2W": "fortnightly biweekly", "P1M": "monthly", "P2M": "bimonthly",
        "P3M": "quarterly",         "P6M": "semiannual semiannually biannual", "P2Y": "biennial",
        "P1Y": "yearly annually", "PT1H": "hourly", "XXXX-XX-XXTNI": "nightly",
    }.items():  # fmt: skip
        out |= _words("setadv", words, value)
    return out | _words("midyear", "midyear") | _words("annual", "annual", "P1Y") | _words("times", "once twice times")


def _glue() -> Lexicon:
    out: Lexicon = {word: (word, word) for word in sorted(GLUE)}
    out |= _words("a", "a an") | _words("these", "these those")
    out |= (
        _words("previous", "previous preceding prior")
        | _words("coming", "coming upcoming")
        | _words("ended", "ended ending")
    )
    out |= _words("following", "following subsequent ensuing") | _words("thru", "through thru")
    out |= _words("until", "until till") | _words("shortly", "shortly just")
    out |= (
        _words("early", "early wee predawn")
        | _words("small", "small")
        | _words("near", "near foreseeable immediate distant")
    )
    out |= _words("like", "corresponding comparable")
    out |= _words("rough", "about around roughly approximately some", "APPROX")
    out |= _words("nearly", "nearly almost barely", "LESS_THAN")
    out |= _words("begin", "start beginning outset", "START") | _words("middle", "middle", "MID")
    out |= {f"{word}long": ("lasting", unit) for word, unit in UNITS.items()}
    out |= _words("end", "end close", "END")
    out |= _words("fewer", "fewer", "LESS_THAN") | _words("longer", "longer", "MORE_THAN")
    out |= _words("single", "single consecutive successive straight")
    out |= _words("weekdayw", "weekday weekdays") | _words("eve", "eve") | _words("election", "election polling voting")
    return out


LEXICON: Lexicon = _glue() | _numbers() | _calendar() | _day() | _adverbs()

CAPITALISED = frozenset({"month", "mabbr", "wabbr", "weekday", "weekdays"})
"""Classes that count only when written with a capital: "may" and "sat" are verbs, "sun" is a star."""

CUES = word_set(
    "lasting midyear month mabbr wabbr weekday weekdays season seasons unit units part parts dawn noon midday deictic "
    "tonight overnight oclock vague era past recent setadv annual decadew year decade holiday iso slash clock ampm "
    "shortyear quarterabbr fiscalabbr zone ordinal weekdayw half eve"
)
CUE_WORDS = frozenset(word for word, (kind, _) in LEXICON.items() if kind in CUES) | {"nineteen"}
