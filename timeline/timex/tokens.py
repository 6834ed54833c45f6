"""Cuts a sentence into tokens and gives each its class; runs of tokens that can make an expression are handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.articles.words import words_in
from timeline.timex.holidays import HOLIDAY_WORDS, HOLIDAYS
from timeline.timex.lexicon import CAPITALISED, CUE_WORDS, CUES, LEXICON, ONES, TENS
from timeline.timex.zones import ZONE_WORDS

TENS_WORDS, ONES_WORDS, TEENS_WORDS = "|".join(TENS), "|".join(ONES[1:10]), "|".join(ONES[10:])
ZONES = ZONE_WORDS.replace(" ", r"\s")
TOKEN = re.compile(
    rf"""
    \s*+ (?:  # white space is passed in one step: no alternative is tried on it
    (?P<sign>[(){{}}\[\]<>*=|~^]+ | [.;:!?"“”] | ,(?!\s))
  | (?P<spelled>nineteen[\s-](?:(?:{TENS_WORDS})(?:[\s-](?:{ONES_WORDS}))?|{TEENS_WORDS})\b(?!-))
  | (?P<small>(?!l(?:ocal|eap)\b|[ap]\.|[ap]m\b)[a-z]+(?![\w'’]|\.[mM]\b))
  | (?P<hyphen>[-–—/](?=\w)(?:(?<=\w.)|(?<=\w[.]-)|(?<=\w[.]–)))
  | (?P<ampm>[AaPp]\.\s?[Mm]\.?(?!\w) | [AaPp][Mm]\b)
  | (?P<short>(?=[A-Z])(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.(?!\w))
  | (?P<oclock>o['’]clock\b)
  | (?P<holiday>(?=[A-Z9l])(?:{HOLIDAY_WORDS})(?!\w|[/-]\d))
  | (?P<zone>(?=[A-Zl])(?:{ZONES})\b)
  | (?P<decade>(?:\d{{3}}0|['’‘]?\d0)['’]?s\b)
  | (?P<fiscalabbr>FY\s?['’]?\d\d(?:\d\d)?\b)
  | (?P<shortyear>(?<!\w)['’‘]\d\d(?!\w))
  | (?P<word>[^\W\d_]+(?!\w))
  | (?P<poss>['’]s\b)
  | (?P<iso>\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
  | (?P<slash>\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}})(?![\w/]|[.-]\d))
  | (?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]) | \d{{1,2}}\.\d\d(?=\s?[ap]\.?m\b))
  | (?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)\b)
  | (?P<money>[$£€¥]\s?\d[\d,]*(?:\.\d+)?)
  | (?P<year>(?:1\d|20|21)\d\d(?![\w,.]*\d|\w))
  | (?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?(?:(?!\w)|(?=[AaPp][Mm]\b)))
  | (?P<dash>(?<=\s)[-–](?=\s))
  | (?P<comma>,(?=\s))
  | (?P<quarterabbr>Q[1-4]\b|[1-4]Q\b)
  | (?P<other>\w+|[^\w\s]+?)
    )
    """,
    re.VERBOSE,
)
BREAK = "x"
SMALL = frozenset({"unit", "part", "eve"})
"""Classes whose words are names when they have a capital: "Doris Day", "the Evening Echo"."""
LONGEST_RUN = 400
"""Tokens of a run that are read. Date words that follow each other without any other word for longer are no prose."""
GAP = re.compile(r"\n[^\S\n]*\n")


@dataclass(slots=True)  # not frozen, which would take three times as long: there is one for each word of a date
class Node:
    """A token, or what a rule made of several: its class, first and last token (half open), and its value."""

    kind: str
    first: int
    last: int
    value: object


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists; offsets are those of the text."""

    text: str
    words: list[str]  # lower case
    starts: list[int]
    ends: list[int]
    kinds: list[str]  # BREAK where a token cannot be part of an expression
    values: list[object]

    def word(self, index: int) -> str:
        """Give the lower-case word at an index, "" outside."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """Give the word at an index as written, "" outside."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def first_of_sentence(self, index: int) -> bool:
        """Tell whether a token opens the sentence or a quotation, so that its capital means nothing."""
        return index <= 0 or self.text[self.ends[index - 1] - 1] in "\"“‘'”:;([—>*"


def tokenize(text: str, start: int, end: int) -> Tokens:
    """Cut ``text[start:end]`` into classified tokens."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    values: list[object] = []
    lexicon, nothing = LEXICON, (BREAK, None)
    for match in TOKEN.finditer(text, start, end):
        kind, last = match.lastgroup or "other", match.end()
        raw = match[kind]
        value: object = raw
        if kind == "small":
            word = raw
            kind, value = lexicon.get(raw, nothing)
            if kind in CAPITALISED:
                kind = BREAK
        else:
            word = raw.lower()
            if kind == "word":
                kind, value = lexicon.get(word, nothing)
                capital = raw[0].isupper()
                if (kind in CAPITALISED and not capital) or (
                    kind in SMALL and capital and not raw.isupper() and words[-1:] != ["election"]
                ):
                    kind = BREAK
            else:
                kind, value = _special(kind, raw, word)
        words.append(word)
        starts.append(last - len(raw))
        ends.append(last)
        kinds.append(kind)
        values.append(value)
    return Tokens(text, words, starts, ends, kinds, values)


def _special(kind: str, raw: str, word: str) -> tuple[str, object]:
    if kind == "short":
        return LEXICON[word[:-1]]
    if kind == "year":
        return kind, int(raw)
    if kind == "spelled":
        return "year", 1900 + sum(int(str(LEXICON[part][1])) for part in word.replace("-", " ").split()[1:])
    if kind == "ordinal":
        return kind, int(raw[:-2])
    if kind == "shortyear":
        return kind, century_year(int(raw[1:]))
    if kind == "number":
        return _number(raw)
    return (BREAK, None) if kind in ("other", "money", "sign") else (kind, raw)


def _number(raw: str) -> tuple[str, object]:
    if len(raw) <= 2:
        return ("num2", int(raw)) if raw != "0" else (BREAK, None)
    if len(raw) == 4 and raw[0] == "0" and raw.isdigit():
        return "military", raw
    digits = raw.replace(",", "")
    if len(digits) > 12:
        return BREAK, None
    return "numx", float(digits) if "." in digits else int(digits)


def runs(tokens: Tokens) -> Iterator[list[Node]]:
    """Give the maximal runs of tokens without a break that hold at least one cue."""
    run: list[int] = []
    cue = False
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    for index, kind in enumerate(tokens.kinds):
        if run and (
            kind == BREAK or (starts[index] - ends[index - 1] > 1 and _gap(text, ends[index - 1], starts[index]))
        ):
            if cue:
                yield _nodes(tokens, run)
            run, cue = [], False
        if kind != BREAK and len(run) < LONGEST_RUN:
            run.append(index)
            cue = cue or kind in CUES
    if cue:
        yield _nodes(tokens, run)


def _nodes(tokens: Tokens, run: list[int]) -> list[Node]:
    return [Node(tokens.kinds[index], index, index + 1, tokens.values[index]) for index in run]


def _gap(text: str, start: int, end: int) -> bool:
    return GAP.search(text, start, end) is not None


HAS_DIGIT_CUE = re.compile(
    r"(?<!\d)(?:1\d|20|21)\d\d(?!\d)|\d[:/.-]\d|\d\s?[AaPp]\.?\s?[Mm]\b|\d(?:st|nd|rd|th|0['’]?s)\b|Q[1-4]|[1-4]Q|FY\d|\d{4}\s[A-Z]{2,4}\b"
    r"|o['’]clock|['’‘]\d\d(?!\w)"
)


def has_cue(text: str) -> bool:
    """Tell cheaply whether a piece of text can hold a date expression at all."""
    if not ANY_CUE.isdisjoint(words_in(text)):
        return True
    digit = DIGIT.search(text)
    if "clock" in text:
        return HAS_DIGIT_CUE.search(text) is not None
    return digit is not None and HAS_DIGIT_CUE.search(text, max(0, digit.start() - BEFORE_DIGIT)) is not None


IN_HOLIDAYS = [re.findall("[a-z]+", name) for name in HOLIDAYS]
ANY_CUE = CUE_WORDS | {max(words, key=len) for words in IN_HOLIDAYS if CUE_WORDS.isdisjoint(words)}
"""Words of which one is in every date expression without a digit: "Christmas" has none that is a cue otherwise."""
BEFORE_DIGIT = 2
"""Characters before its first digit with which such a cue may begin: "FY2014"."""
DIGIT = re.compile(r"\d")


def century_year(two_digits: int) -> int:
    """Read a two-digit year: up to 40 is this century, the rest the last one."""
    return two_digits + (2000 if two_digits <= 40 else 1900)
