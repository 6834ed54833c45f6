"""Finds the date expressions of a text: cue scan, tokens, rules, guards; what they mean is left to `resolve`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.models import Relation, Sentence, Span
from timeline.timex.forms import CountedLength, Direction, EventDay, Fixed, Found, Item, Relative
from timeline.timex.grammar import Made, parse
from timeline.timex.lexicon import word_set
from timeline.timex.rules.anaphoric import event_day
from timeline.timex.tense import direction, is_sure, verbs
from timeline.timex.tokens import Tokens, has_cue, runs, tokenize
from timeline.timex.traps import stands

BOUNDARY = re.compile(r"[.!?]['\"”’)\]]*\s+(?=['\"“‘(\[]?[A-Z])|\n[^\S\n]*\n\s*")
ABBREVIATION = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|"
    r"Rep|Gov|Lt|Sgt|Capt|Maj|Rev|Prof|No|vs|Inc|Corp|Co|Ltd|Jr|Sr|U\.S|U\.N|U\.K|[A-Z]|[ap]\.m|[AP]\.M)|\b[ap]\.m)\.\s+$"
)
STARTER = re.compile(r"(?:The|A|An|In|He|She|It|They|We|But|And|There|This|That|His|Her|Its|Their|At|On|As|By|For|I)\s")
RELATIONS: dict[str, Relation] = {
    "since": "since", "until": "until", "till": "until", "by": "by", "before": "before", "after": "after",
    "within": "within", "from": "from", "between": "from", "to": "to", "through": "to", "during": "during",
    "starting": "from", "beginning": "from", "throughout": "during", "following": "after",
}  # fmt: skip
JOINERS = frozenset({"to", "until", "till", "through", "thru", "-", "–", "and", "into"})
SPEAKING = word_set("said told asked added who whose says tells recalled joked argued replied denied testified")
STOPWORDS = word_set("the a an his her its their this that of in on at to and or was were is had")
MARKS = re.compile(r"[\"“”]|\n[^\S\n]*\n")


def find(text: str, sentences: Sequence[Sentence] | None = None) -> tuple[Found, ...]:
    """Find the date expressions of a text, unresolved, in the order of the text; never raises.

    ``sentences`` bound what belongs together and leave out boilerplate; without them the text is cut here.
    """
    out: list[Found] = []
    names: frozenset[str] | None = None
    marks: list[int] = []
    for start, end, index in _pieces(text, sentences):
        if not has_cue(text[start:end]):
            continue
        if names is None:
            names, marks = names_in(text), quotation_marks(text)
        out += _in_sentence(text, start, end, index, names, marks)
    return tuple(link_ranges(text, out))


def _pieces(text: str, sentences: Sequence[Sentence] | None) -> Iterator[tuple[int, int, int]]:
    if sentences is not None:
        for sentence in sentences:
            if sentence.kind != "boilerplate":
                yield sentence.span.start, sentence.span.end, sentence.index
        return
    start = 0
    for match in BOUNDARY.finditer(text):
        if (
            "\n" not in match.group()
            and not STARTER.match(text, match.end())
            and ABBREVIATION.search(text, max(start, match.start() - 8), match.end())
        ):
            continue
        yield start, match.end(), 0
        start = match.end()
    yield start, len(text), 0


def quotation_marks(text: str) -> list[int]:
    """Give the offsets at which a quotation opens or closes, in turn; one left open ends with its paragraph."""
    out: list[int] = []
    for match in MARKS.finditer(text):
        if match.group()[0] != "\n" or len(out) % 2:
            out.append(match.start())
    return out


def names_in(text: str) -> frozenset[str]:
    """Collect words like "friday" and "june" that the article uses as surnames, known by how the person acts."""
    found: set[str] = set()
    for match in NAME_USE.finditer(text):
        found.add((match[1] or match[2]).lower())
    return frozenset(found)


_NAMES = "May|March|April|June|August|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Winter|Summer|Spring"
NAME_USE = re.compile(
    rf"(?:(?<=[.!?\"”'’] )|(?<=\n)|(?<=[,;] )|^)({_NAMES}) (?:{'|'.join(sorted(SPEAKING))})\b|\b({_NAMES}), who "
)


def _in_sentence(text: str, start: int, end: int, index: int, names: frozenset[str], marks: list[int]) -> list[Found]:
    tokens = tokenize(text, start, end)
    acts = verbs(tokens)
    out: list[Found] = []
    for run in runs(tokens):
        for made in parse(run):
            adjusted = _adjust(tokens, made)
            if adjusted is not None and stands(tokens, adjusted, names):
                out.append(_found(text, tokens, adjusted, index, marks, acts))
    return out


def _adjust(tokens: Tokens, made: Made) -> Made | None:
    """Let the words after an expression decide: "the day before" + noun hangs on an event, "$5 a night" is a set."""
    item = made.value
    if not isinstance(item, Item):
        return None
    last = made.kept[1]
    if made.rule in ("unit_before", "part_before"):
        nouns = nouns_after(tokens, last)
        if nouns:
            event = event_day(item, nouns)
            if event:
                kept = (made.kept[0], last - 1)
                return replace(made, value=event, kept=kept)
    if made.rule == "measured_length":
        return _measured(tokens, made, item)
    if isinstance(item.form, EventDay) and not item.form.nouns:
        nouns = nouns_after(tokens, last + 1)
        return replace(made, value=replace(item, form=replace(item.form, nouns=nouns))) if nouns else None
    return made


def _measured(tokens: Tokens, made: Made, item: Item) -> Made:
    first, last = made.kept
    if tokens.word(first) in ("a", "an", "per") and last - first == 2 and _rate(tokens, first):
        value = item.form.value if isinstance(item.form, Fixed) else ""
        return replace(made, value=Item(Fixed(value), "SET"))
    return made


RATED = word_set(
    "percent % million billion trillion thousand hundred times once twice dollars euros pounds barrels tons "
    "tonnes miles kilometres kilometers yen names people passengers"
)


def _rate(tokens: Tokens, first: int) -> bool:
    """Tell whether "a year" follows an amount: "$5 a night", "20 percent a year", "ten hours a night"."""
    before = tokens.word(first - 1)
    if before in RATED or (before[:1] in "$£€" and before) or before.isdigit():
        return True
    back = tokens.word(first - 2)
    return before.endswith("s") and before.isalpha() and (
        back.replace(",", "").replace(".", "").isdigit() or back in RATED or tokens.kinds[max(0, first - 2)] in ("numw", "num2", "numx")
    )  # fmt: skip


def nouns_after(tokens: Tokens, index: int) -> frozenset[str]:
    """Give the words of the noun phrase that starts at a token: "after [the vote]"; empty if none starts there."""
    words: list[str] = []
    for position in range(index, min(index + 6, len(tokens.words))):
        word = tokens.words[position]
        if word in ("the", "a", "an", "his", "her", "its", "their", "that", "this", "'s", "’s") or (
            not words and word == "of"
        ):
            if words and word not in ("'s", "’s"):
                break
            words.append(word)
            continue
        if not word[0].isalpha() or word in STOPWORDS:
            break
        words.append(word)
    return frozenset(word for word in words if word not in STOPWORDS and word[0].isalpha()) if (
        (words and len(words) > 1) or (words and words[0] not in STOPWORDS and words[0].endswith(("ing", "ion", "s")))
    ) else frozenset()  # fmt: skip


def _found(text: str, tokens: Tokens, made: Made, index: int, marks: list[int], acts: list[int]) -> Found:
    item = made.value
    assert isinstance(item, Item)
    first, last = made.kept
    start, end = tokens.starts[first], tokens.ends[last - 1]
    word = tokens.word(first - 1)
    relation = RELATIONS.get(word, "at")
    if relation == "at" and word in ("of", "least", "most"):
        relation = "within" if tokens.word(first - 2) == "within" else "at"
    if item.type == "DURATION":
        item, relation = _counted(tokens, item, last, relation)
    fixed = isinstance(item.form, Fixed) or (isinstance(item.form, Relative) and item.form.base == "publication")
    pointing: Direction = "" if fixed else direction(tokens, acts, first, last)
    if pointing == "" and relation in ("by", "until", "before") and not fixed:
        pointing = "future"
    if relation == "until" and tokens.word(last) == "to":
        pointing = "future"
    quoted = bisect_left(marks, start) % 2 == 1
    return Found(
        Span(start, end, text[start:end]),
        index,
        item.type,
        item.form,
        made.rule,
        item.mod,
        relation,
        pointing,
        None,
        quoted,
        not fixed and is_sure(tokens, first),
    )


def _counted(tokens: Tokens, item: Item, last: int, relation: Relation) -> tuple[Item, Relation]:
    """Read what a length is counted from: "two days after the vote", "within 48 hours (of the raid)"."""
    after = tokens.word(last)
    form = item.form
    if not isinstance(form, Fixed):
        return item, relation
    amount, unit = _amount(form.value)
    if amount is None:
        return item, relation
    if after in ("after", "before", "following") and relation != "within":
        nouns = _clause_words(tokens, last + 1)
        sign = -1 if after == "before" else 1
        return replace(
            item, form=CountedLength(form.value, sign * amount, unit, nouns)
        ), "before" if sign < 0 else "after"
    if relation == "within":
        nouns = _clause_words(tokens, last + 1) if after in ("of", "after") else frozenset()
        return replace(item, form=CountedLength(form.value, amount, unit, nouns, within=True)), "within"
    return item, relation


def _clause_words(tokens: Tokens, index: int) -> frozenset[str]:
    words: list[str] = []
    for position in range(index, min(index + 8, len(tokens.words))):
        word = tokens.words[position]
        if word in (",", ".", ";", ":"):
            break
        if word.isalpha() and word not in STOPWORDS:
            words.append(word)
    return frozenset(words)


VALUE = re.compile(r"P(T?)(\d+(?:\.\d+)?)(DE|CE|[DWMYHSQ])")


def _amount(value: str) -> tuple[float | None, str]:
    match = VALUE.fullmatch(value)
    if match is None:
        return None, ""
    unit = {"M": "MIN"}.get(match[3], match[3]) if match[1] else match[3]
    return float(match[2]), unit


def _joined(text: str, left: Found, right: Found) -> bool:
    gap = right.span.start - left.span.end
    if gap > 12 or left.type not in ("DATE", "TIME") or right.type not in ("DATE", "TIME"):
        return False
    word = text[left.span.end : right.span.start].strip().lower()
    if word in ("-", "–"):
        return True
    return word in JOINERS and left.relation in (("from",) if word == "and" else ("from", "at", "during"))


def link_ranges(text: str, found: list[Found]) -> list[Found]:
    """Join "from 3 to 5 May" and "2018-2019": the first points to the second."""
    out = list(found)
    for number, (left, right) in enumerate(pairwise(found)):
        if _joined(text, left, right):
            out[number] = replace(out[number], relation="from", range_end=number + 1)
            out[number + 1] = replace(out[number + 1], relation="to")
    return out
