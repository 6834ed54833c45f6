"""Scores predicted date expressions against an annotated set, in the manner of TempEval-3.

Strict: same span, white space and punctuation at its edges aside. Relaxed: any overlap; each prediction is paired with
at most one annotation, greatest overlap first. Type and value count relaxed pairs that agree in it; F1 is over all
annotations and predictions. The ``date_`` figures look at DATE expressions with a calendar value only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.models import DateExpression
from timeline.timex.rows import to_timex_rows

Timex = Mapping[str, Any]
"""An expression as a mapping with start, end, type and value."""
EDGES = " \t\r\n.,;:'\"()[]‘’“”"
CALENDAR = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
GRAINS = {"date_value_day": 10, "date_value_month": 7, "date_value_year": 4}


@dataclass(frozen=True, slots=True)
class Rates:
    """Hits among predictions and annotations; rates in per cent, two decimals."""

    hits: int
    predicted: int
    annotated: int

    @property
    def precision(self) -> float:
        """Give the share of predictions that are right."""
        return round(100 * self.hits / self.predicted, 2) if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Give the share of annotations that are found."""
        return round(100 * self.hits / self.annotated, 2) if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        total = self.predicted + self.annotated
        return round(200 * self.hits / total, 2) if total else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: kind is VALUE, MISS (not found) or SPUR (not annotated)."""

    kind: str
    doc: str
    text: str
    expected: str
    predicted_text: str
    predicted: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one run; ``rates`` by measure, distractors as (tagged, all)."""

    documents: int
    rates: dict[str, Rates]
    distractors: tuple[int, int]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores over everything, and over what the annotators did not mark doubtful."""

    all: Scores
    without_doubtful: Scores


Predictions = Iterable[Timex] | Mapping[str, Sequence[DateExpression]]
"""Rows with ``doc`` or ``article_id``, start, end, type and value; or the expressions of each document by its name."""


def evaluate(docs: Sequence[Mapping[str, Any]], predictions: Predictions) -> Evaluation:
    """Score predictions against annotated documents.

    Documents hold ``doc``, ``text``, ``timexes`` and, where there are any, ``distractor_spans``. Predictions for
    documents that are not in the set are left out.
    """
    by_doc: dict[str, list[Timex]] = defaultdict(list)
    for prediction in _rows(predictions):
        by_doc[str(prediction.get("doc") or prediction.get("article_id") or "")].append(prediction)
    everything = [(doc, list(doc["timexes"]), by_doc.get(str(doc["doc"]), [])) for doc in docs]
    return Evaluation(_score(everything), _score([_without_doubtful(*entry) for entry in everything]))


def _rows(predictions: Predictions) -> Iterable[Timex]:
    if not isinstance(predictions, Mapping):
        return predictions
    return [row for name, expressions in predictions.items() for row in to_timex_rows(name, expressions)]


Entry = tuple[Mapping[str, Any], list[Timex], list[Timex]]


def _without_doubtful(doc: Mapping[str, Any], gold: list[Timex], predicted: list[Timex]) -> Entry:
    doubtful = [timex for timex in gold if timex.get("doubtful")]
    kept = [timex for timex in predicted if not any(_overlap(timex, other) > 0 for other in doubtful)]
    return doc, [timex for timex in gold if not timex.get("doubtful")], kept


def _overlap(one: Timex, other: Timex) -> int:
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _trimmed(text: str, timex: Timex) -> tuple[int, int]:
    start, end = int(timex["start"]), int(timex["end"])
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def pair(text: str, gold: Sequence[Timex], predicted: Sequence[Timex]) -> list[tuple[int, int, bool]]:
    """Pair annotations and predictions that overlap, exact spans first; gives (gold, predicted, exact)."""
    candidates = sorted(
        (_trimmed(text, one) != _trimmed(text, other), -_overlap(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if _overlap(one, other) > 0
    )
    left, right, out = set(), set(), []
    for inexact, _, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j, not inexact))
    return out


def calendar_value(timex: Timex, *, cut: bool) -> str | None:
    """Give the calendar value of a DATE (``2018``, ``2018-05``, ``2018-05-24``), None for any other; cut off a time."""
    if str(timex.get("type") or "").upper() != "DATE":
        return None
    value = str(timex.get("value") or "")
    value = value.split("T")[0] if cut else value
    return value if CALENDAR.fullmatch(value) else None


Tally = dict[str, list[int]]


def _score(entries: Sequence[Entry]) -> Scores:
    tally: Tally = defaultdict(lambda: [0, 0, 0])  # hits, predicted, annotated
    misses: list[Miss] = []
    tagged = traps = 0
    for doc, gold, predicted in sorted(entries, key=lambda entry: str(entry[0]["doc"])):
        pairs = pair(str(doc["text"]), gold, predicted)
        _count(tally, pairs, gold, predicted)
        _count_dates(tally, pairs, gold, predicted)
        misses += _misses(doc, pairs, gold, predicted)
        for start, end in _spans(doc):
            traps += 1
            tagged += any(timex["start"] < end and start < timex["end"] for timex in predicted)
    return Scores(
        len(entries), {name: Rates(*counts) for name, counts in tally.items()}, (tagged, traps), tuple(misses)
    )


def _spans(doc: Mapping[str, Any]) -> list[tuple[int, int]]:
    spans = doc.get("distractor_spans") or []
    return [(span["start"], span["end"]) if isinstance(span, Mapping) else (span[0], span[1]) for span in spans]


def _count(tally: Tally, pairs: list[tuple[int, int, bool]], gold: list[Timex], predicted: list[Timex]) -> None:
    hits = {
        "strict": sum(exact for _, _, exact in pairs),
        "relaxed": len(pairs),
        "type": sum((gold[i].get("type") or "") == (predicted[j].get("type") or "") for i, j, _ in pairs),
        "value": sum((gold[i].get("value") or "") == (predicted[j].get("value") or "") for i, j, _ in pairs),
    }
    for name, number in hits.items():
        _add(tally, name, number, len(predicted), len(gold))


def _add(tally: Tally, name: str, *counts: int) -> None:
    tally[name] = [have + more for have, more in zip(tally[name], counts, strict=True)]


def _count_dates(tally: Tally, pairs: list[tuple[int, int, bool]], gold: list[Timex], predicted: list[Timex]) -> None:
    expected = [calendar_value(timex, cut=False) for timex in gold]
    given = [calendar_value(timex, cut=True) for timex in predicted]
    both = [(one, other) for i, j, _ in pairs if (one := expected[i]) and (other := given[j])]
    known = (sum(value is not None for value in given), sum(value is not None for value in expected))
    _add(tally, "date_relaxed", len(both), *known)
    _add(tally, "date_value_exact", sum(one == other for one, other in both), *known)
    partner = {j: expected[i] for i, j, _ in pairs}
    for name, length in GRAINS.items():
        hits = sum(
            len(one) >= length and len(other) >= length and one[:length] == other[:length] for one, other in both
        )
        fine = [
            j
            for j, value in enumerate(given)
            if value and (len(value) >= length or len(partner.get(j) or "") >= length)
        ]
        _add(tally, name, hits, len(fine), sum(value is not None and len(value) >= length for value in expected))


def _misses(
    doc: Mapping[str, Any], pairs: list[tuple[int, int, bool]], gold: list[Timex], predicted: list[Timex]
) -> Iterable[Miss]:
    name, text = str(doc["doc"]), str(doc["text"])
    for i, j, _ in pairs:
        expected, given = str(gold[i].get("value") or ""), str(predicted[j].get("value") or "")
        if expected != given:
            yield Miss("VALUE", name, _text(text, gold[i]), expected, _text(text, predicted[j]), given)
    left, right = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    for i, timex in enumerate(gold):
        if i not in left:
            yield Miss("MISS", name, _text(text, timex), str(timex.get("value") or ""), "", "")
    for j, timex in enumerate(predicted):
        if j not in right:
            yield Miss("SPUR", name, "", "", _text(text, timex), str(timex.get("value") or ""))


def _text(text: str, timex: Timex) -> str:
    return text[timex["start"] : timex["end"]]


def render(evaluation: Evaluation, errors: bool = False) -> str:
    """Write the figures as a text table, and every disagreement if ``errors`` are wanted."""
    lines = [
        f"{'':<20}{'all':^26}  {'without doubtful':^26}",
        f"{'measure':<20}" + "  ".join([f"{'P':>8}{'R':>9}{'F1':>9}"] * 2),
    ]
    for name in evaluation.all.rates:
        cells = [(scores.rates[name]) for scores in (evaluation.all, evaluation.without_doubtful)]
        lines.append(
            f"{name:<20}" + "  ".join(f"{rate.precision:8.2f}{rate.recall:9.2f}{rate.f1:9.2f}" for rate in cells)
        )
    found = evaluation.all.rates.get("relaxed", Rates(0, 0, 0))
    lines.append(f"{evaluation.all.documents} documents, {found.annotated} annotated, {found.predicted} predicted")
    lines.append(f"distractors tagged: {evaluation.all.distractors[0]} of {evaluation.all.distractors[1]}")
    for miss in evaluation.all.misses if errors else ():
        lines.append(
            f"  {miss.kind:<5} {miss.doc}  {miss.text!r} {miss.expected}  <- {miss.predicted_text!r} {miss.predicted}"
        )
    return "\n".join(lines) + "\n"
