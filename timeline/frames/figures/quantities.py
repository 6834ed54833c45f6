"""Find the numbers of a sentence that count something, with their bound and what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.frames.figures.numerals import Numeral, numerals
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Token
from timeline.models import Bound, Span

_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("almost", r"almost|nearly|close to|just under|just short of|nigh on|approaching|virtually|not quite"),
    ("exact", r"exactly|precisely|all|a total of|in all"),
    ("up_to", r"(?:no|not) more than|at most|up to|as many as|a maximum of|fewer than|less than|under|below|within"),
    ("at_least", r"(?:no|not) (?:fewer|less) than|at least|at the very least|a minimum of|minimum"),
    (
        "more_than",
        r"more than|over|above|upwards of|in excess of|exceeding|well over|just over|passed|past|surpassed|exceeded",
    ),
    (
        "about",
        r"about|around|some|roughly|approximately|approx\.?|an? estimated|estimated|in the region of|circa|c\.|perhaps"
        r"|or so|somewhere around|an average of|maybe",
    ),
)
_BEFORE = tuple(
    (bound, re.compile(rf"(?<![\w-])(?:{words})(?: (?:an?|the|another|his|her|its|their))?\s*$", re.IGNORECASE))
    for bound, words in _BOUNDS
)
_AFTER = re.compile(r"\s*,?\s*(?:(?P<at_least>or more|at least)|(?P<about>or so|or thereabouts))\b", re.IGNORECASE)
_PERCENT = re.compile(r"\s?(?:%|per ?cent(?:age)?\b(?! points?))", re.IGNORECASE)
_POINTS = re.compile(
    r"\s?-?(?:%|per ?cent(?:age)?)?[ -]points?\b|\s?-?(?:%|percent) (?:margin|lead|gap)", re.IGNORECASE
)
_TO = re.compile(r"\s*(?:[-–—]|to)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$|\bfrom\s+$", re.IGNORECASE)
_MONEY = re.compile(r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|Rs\.?|US\$))\s?$")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_DATE_BEFORE = re.compile(
    rf"{_MONTH}\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:and\s)?)?(?:\d{{1,2}}\s?(?:[-–,]|and|to)\s?)?$"
)
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|(?:st|nd|rd|th)\b")
_NO_COUNT = re.compile(
    r"\s?-?(?:years?|year-olds?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|o'clock|[ap]\.?m\b"
    r"|km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|hectares?|acres?|tons?|tonnes?|kg|kilos?|kilograms?"
    r"|lit(?:er|re)s?|barrels?|degrees?|°|mph|mm|cm|dollars?|euros?|pounds?|rupees?|yen|yuan|roubles?|rubles?|pesos?|francs?"
    r"|crowns?|kron(?:or|er)|lira|shillings?|rand|naira|reais|bolivars?|cents?|times|steps?|points?|phases?|rounds?|terms?|goals?"
    r"|percentage|pc\b)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
_REACH = 60  # characters before and behind a number that tell what it counts
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|from|during|the|and|to|for|before|after|late|early|mid-?|year|that)\s$|[-–/(]$|,\s$",
    re.IGNORECASE,
)
_NAMED_NUMBER = re.compile(
    r"\b(?:article|section|chapter|clause|law|resolution|decree|act|route|highway|group|covid|aged?|no\.|number|page|room|"
    r"channel|boeing|flight|bill|protocol|of age|class|grade|division|unit|operation|station)[- ]$",
    re.IGNORECASE,
)
_AGE = re.compile(r"[^\W\d_][\w.]*(?:,\s|\s\()$")
_FOREIGN = re.compile(r"\b[A-Z]\w+ (?:du|de|del|des|do|da|el|le|Rue|Calle|Avenida) $")  # "Place du 13 Mai"
_NAME_BEFORE = re.compile(r"[a-z]\w* [A-Z][a-z]+ $")  # "the sailor Billy Six"
_SCORE = re.compile(r"[-–](\d{1,3})\b")
_SCORE_END = re.compile(r"\b(\d{1,3})[-–]$")
_GLUED = re.compile(r"-\s|\s?[-–](?!\s?\d)\w|[/:]\d|(?:st|nd|rd|th)\b|s\b|\.\d")


@dataclass(frozen=True)
class Quantity:
    """A number of a sentence with what it counts. Percent forms have kind "percent", everything else "count".

    ``value`` is None for vague amounts ("dozens", "several hundred"); ``low`` and ``high`` then bound it (at least
    two of the unit, under the next). "between 20 and 30" has value 20, low 20, high 30, bound "about".
    """

    value: float | None
    bound: Bound
    as_written: str
    span: Span  # offsets of the article, bound words left out
    kind: Literal["count", "percent"]
    head: Token  # last token of the number, or its percent sign
    noun: Token | None  # what is counted; of a percentage, what it is a share of
    low: float | None = None
    high: float | None = None
    others: bool = False  # "X and 12 others": those named are not in the number

    @property
    def vague(self) -> bool:
        """Whether the text gives no number, only an order of magnitude."""
        return self.value is None


@lru_cache(maxsize=256)
def is_vague(as_written: str) -> bool:
    """Whether a figure's words give no number ("hundreds"), so that its value is only the least they can mean."""
    found = numerals(as_written)
    return bool(found) and all(item.value is None for item in found)


@lru_cache(maxsize=64)  # every match of a sentence asks
def quantities(parsed: Parsed) -> tuple[Quantity, ...]:
    """The numbers of a sentence that count people or things, in order; dates, ages, money, measures left out."""
    text = parsed.sentence.span.text
    found = [item for item in numerals(text) if _counts(text, item)]
    read: list[Quantity] = []
    skip = -1
    for at, item in enumerate(found):
        if at == skip:
            continue
        partner = found[at + 1] if at + 1 < len(found) and _range(text, item, found[at + 1]) else None
        skip = at + 1 if partner else skip
        quantity = _quantity(parsed, item, partner)
        if quantity is not None:
            read.append(quantity)
    return tuple(read)


def _counts(text: str, item: Numeral) -> bool:
    """Whether a number can be a count: no date, year, age, sum of money, distance, time, ordinal, score."""
    before, written = text[max(0, item.start - _REACH) : item.start], text[item.start : item.end]
    after = text[item.end : item.end + _REACH]
    if _MONEY.search(before) or _NO_COUNT.match(after) or _NAMED_NUMBER.search(before):
        return False
    if _PERCENT.match(after) or _POINTS.match(after):
        return not _POINTS.match(after)
    if (
        item.start < _REACH
        and not before.strip('"“‘ ')
        and re.fullmatch(r"\d{1,2}\.[0-5]\d", written)
        and re.match(r"\s+[A-Z\"“‘]", after)
    ):
        return False  # "14.05 Pensioners plan": the hour of an entry of a live page
    if re.match(r"[A-Za-z]", after):
        return False  # "1.5TB"
    if _FOREIGN.search(before) or (written[0].isupper() and _NAME_BEFORE.search(before)):
        return False
    if _DATE_BEFORE.search(before) or _DATE_AFTER.match(after) or _GLUED.match(after):
        return False
    if _AGE.search(before) and re.match(r"\s?[,)]", after) and (item.value or 0) < 120:
        return False
    score = _SCORE.match(after) or _SCORE_END.search(before)
    if score and item.value is not None and (int(score[1]) <= item.value) is (score.re is _SCORE):
        return False
    if before[-1:] in ("-", "–", "/", ":") and not _range_mark(before):
        return False
    if _YEAR.fullmatch(written) and (_YEAR_BEFORE.search(before) or not re.match(r"\s[a-z]", after)):
        return False
    return not (
        written.lower() == "one" and not re.match(r"\s(?:person|man|woman|people|protester|\w+er\b|\w+ist\b)", after)
    )


def _range_mark(before: str) -> bool:
    return bool(re.search(r"\d\s?[-–—]$", before))


def _range(text: str, left: Numeral, right: Numeral) -> bool:
    gap, before = text[left.end : right.start], text[: left.start]
    if left.value is None or right.value is None or not left.value < right.value:
        return False
    if re.fullmatch(r"\s?(?:per ?cent|percent|%)?\s?[-–—]\s?|\s(?:per ?cent |percent |% ?)?to\s", gap):
        return not _PERCENT.match(text[left.end :])
    return bool(re.fullmatch(r"(?:\s?%| percent| per cent)?\s(?:and|to)\s", gap) and _BETWEEN.search(before))


def _quantity(parsed: Parsed, item: Numeral, partner: Numeral | None) -> Quantity | None:
    text, last = parsed.sentence.span.text, partner or item
    percent = _PERCENT.match(text[last.end :])
    end = last.end + (percent.end() if percent else 0)
    covered = parsed.doc.covered(item.start, end, whole=False)
    if not covered:
        return None
    bound, left, right = _bound(text, item.start, end)
    between = _BETWEEN.search(text, 0, item.start) if partner else None
    left = between.start() if between else left
    base = parsed.sentence.span.start
    head = covered[-1]
    noun = _share_of(head) if percent else _noun(covered[-1], covered[0])
    low, high = (item.value, partner.value) if partner else (item.low, item.high)
    return Quantity(
        item.value, "about" if partner else ("at_least" if item.value is None else bound), text[left:right],
        Span(base + item.start, base + end, text[item.start : end]), "percent" if percent else "count", head, noun,
        low, high, _others(head, noun),
    )  # fmt: skip


_HANDED = re.compile(  # "handed over ten soldiers": ten of them
    r"\b(?:hand(?:s|ed|ing)?|tak(?:e|es|en|ing)|took|turn(?:s|ed|ing)?|sign(?:s|ed)?|bring(?:s|ing)?|brought) over\s*$"
)


def _bound(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    """The bound that the words around a number give it, and where they begin and end."""
    for bound, words in _BEFORE:
        match = words.search(text, max(0, start - 40), start)
        if match and not _HANDED.search(text, 0, match.end()):
            return bound, match.start(), end
    after = _AFTER.match(text, end)
    if after:
        return ("at_least" if after["at_least"] else "about"), start, after.end()
    return "exact", start, end


def _noun(last: Token, first: Token) -> Token | None:
    """What a number counts: the noun it modifies, or the one after "of"; None if it stands alone."""
    for token in (last, first):
        above = token.head
        if token.dep_ in _COUNTING and above.pos_ in ("NOUN", "PROPN") and above.i > last.i:
            above = _several(above, last)
            groups = above.lemma_ == "group"  # "two groups of farmers" are not two farmers
            return _of(above) if above.lemma_ in _MEASURES and not groups else above
    return _of(last) or _ahead(last)


def _several(noun: Token, number: Token) -> Token:
    """Of "two more embassy employees" the employees, where the parse counts embassies."""
    beside = noun.dep_ in ("compound", "nmod") and noun.tag_ == "NN" and noun.head.tag_ == "NNS"
    return noun.head if beside and noun.head.i > noun.i and number.lower_ not in ("one", "1") else noun


_COUNTING = ("nummod", "quantmod", "compound", "amod", "det", "nmod")
_MEASURES = frozenset({"thousand", "hundred", "million", "dozen", "score", "number", "group"})


def _of(token: Token) -> Token | None:
    for preposition in token.children:
        if preposition.lower_ == "of" and preposition.i > token.i:
            return next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return token if token.pos_ == "NOUN" and token.lemma_ not in _MEASURES and not token.like_num else None


def _ahead(last: Token) -> Token | None:
    """The noun right behind a number the parser left alone, past adjectives."""
    for token in last.doc[last.i + 1 : last.i + 5]:
        if token.pos_ in ("NOUN", "PROPN"):
            following = token.nbor() if token.i + 1 < len(token.doc) else None
            if following is None or following.pos_ not in ("NOUN", "PROPN"):
                return token
        elif token.pos_ not in ("ADJ", "ADV", "VERB") or token.dep_ not in ("amod", "advmod", "compound"):
            return None
    return None


def _share_of(head: Token) -> Token | None:
    for preposition in head.children:
        if preposition.lower_ == "of":
            return next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if head.i + 1 < len(head.doc) and head.nbor().pos_ == "NOUN":
        return head.nbor()
    return None


def _others(head: Token, noun: Token | None) -> bool:
    """Whether the number leaves out those named before it ("X and 12 others")."""
    after = head.doc[head.i + 1].lower_ if head.i + 1 < len(head.doc) else ""
    return after in ("others", "other") or (
        noun is not None and (noun.lower_ == "others" or any(child.lower_ == "other" for child in noun.children))
    )
