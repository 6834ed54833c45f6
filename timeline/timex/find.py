"""Finds the date expressions of a text: cue scan, tokens, rules, guards; what they mean is left to `resolve`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.models import Relation, Sentence, Span
from timeline.timex.attached import adjust, counted, is_awaited
from timeline.timex.forms import Clock, CountedLength, Direction, Fixed, Form, Found, Item, Relative
from timeline.timex.grammar import Made, parse
from timeline.timex.pieces import names_in, pieces, quotation_marks
from timeline.timex.tense import direction, is_sure, verbs
from timeline.timex.tokens import Tokens, has_cue, runs, tokenize
from timeline.timex.traps import stands

RELATIONS: dict[str, Relation] = {
    "since": "since", "until": "until", "till": "until", "by": "by", "before": "before", "after": "after",
    "within": "within", "from": "from", "between": "from", "to": "to", "through": "to", "during": "during",
    "starting": "from", "beginning": "from", "throughout": "during", "following": "after",
}  # fmt: skip
JOINERS = frozenset({"to", "until", "till", "through", "thru", "-", "–", "and", "into"})


def find(text: str, sentences: Sequence[Sentence] | None = None) -> tuple[Found, ...]:
    """Find the date expressions of a text, unresolved, in the order of the text; never raises.

    ``sentences`` bound what belongs together and leave out boilerplate; without them the text is cut here.
    """
    out: list[Found] = []
    names: frozenset[str] | None = None
    marks: list[int] = []
    for start, end, index in pieces(text, sentences):
        if not has_cue(text[start:end]):
            continue
        if names is None:
            names, marks = names_in(text), quotation_marks(text)
        out += _in_sentence(text, start, end, index, names, marks)
    return tuple(link_ranges(text, out))


def _in_sentence(text: str, start: int, end: int, index: int, names: frozenset[str], marks: list[int]) -> list[Found]:
    tokens = tokenize(text, start, end)
    acts = verbs(tokens)
    out: list[Found] = []
    for run in runs(tokens):
        for made in parse(run):
            adjusted = adjust(tokens, made)
            if adjusted is not None and stands(tokens, adjusted, names):
                out.append(_found(text, tokens, adjusted, index, marks, acts))
    return out


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
        item, relation = counted(tokens, item, made.kept, relation)
    ahead = isinstance(item.form, CountedLength) and item.form.ahead and tokens.word(last) != "away"
    ahead = ahead and not is_awaited(tokens, last)
    if ahead and direction(tokens, acts, first, last) != "future" and isinstance(made.value, Item):
        item, relation = made.value, "at"  # "the third coup in two years"
    fixed = isinstance(item.form, Fixed) or (isinstance(item.form, Relative) and item.form.base == "publication")
    pointing: Direction = "" if fixed else direction(tokens, acts, first, last)
    if pointing == "" and (relation in ("by", "until", "before") or word in ("through", "thru")) and not fixed:
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
        not fixed and is_sure(tokens, first, last, acts),
    )


def _joined(text: str, left: Found, right: Found) -> bool:
    gap = right.span.start - left.span.end
    if gap > 12 or left.type not in ("DATE", "TIME") or right.type not in ("DATE", "TIME"):
        return False
    word = text[left.span.end : right.span.start].strip().lower()
    if word in ("-", "–"):
        return True
    return word in JOINERS and left.relation in (("from",) if word == "and" else ("from", "at", "during"))


def _shared_day(left: Form, right: Form) -> Form:
    """Give the first clock time of a range the day that the second one carries: "from 7 a.m. to 8 p.m. on Sunday"."""
    if isinstance(left, Clock) and isinstance(right, Clock) and left.of is None and right.of is not None:
        return replace(left, of=right.of)
    return left


def link_ranges(text: str, found: list[Found]) -> list[Found]:
    """Join "from 3 to 5 May" and "2018-2019": the first points to the second."""
    out = list(found)
    for number, (left, right) in enumerate(pairwise(found)):
        if _joined(text, left, right):
            form = _shared_day(out[number].form, right.form)
            out[number] = replace(out[number], form=form, relation="from", range_end=number + 1)
            out[number + 1] = replace(out[number + 1], relation="to")
    return out
