"""Scores predicted events against gold events: pairs by evidence, best first, then compares their fields.

A prediction can be paired with a gold event of its article and type whose evidence it overlaps (Dice over content
words of at least 0.3); agreement in date, stance, count, names, country and status decides between several.
Debatable gold events neither help nor hurt.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.evaluation.names import (
    Row,
    accepted,
    date_compatible,
    date_exact,
    hits,
    number,
    overlap,
    same,
    same_name,
    texts,
)

THRESHOLD = 0.3


@dataclass(frozen=True)
class Count:
    """True positives, false positives, false negatives."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float | None:
        """Share of the predictions that are right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


@dataclass(frozen=True)
class EventScore:
    """Detection by type ("MICRO" over all), fields over the matched pairs (right, of how many), and the errors."""

    detection: dict[str, Count]
    fields: dict[str, tuple[int, int]]
    missed: tuple[int, ...]
    false: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    ignored: int


def score_events(gold: Sequence[Row], predicted: Sequence[Row]) -> EventScore:
    """Match predictions to gold events and count."""
    pairs, ignored = _pair(gold, predicted)
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = tuple(i for i, item in enumerate(gold) if i not in found and not item.get("debatable"))
    false = tuple(j for j in range(len(predicted)) if j not in used and j not in ignored)
    return EventScore(
        detection=_detection(gold, predicted, pairs, missed, false),
        fields=_fields((gold[i], predicted[j]) for i, j in pairs),
        missed=missed,
        false=false,
        pairs=tuple(pairs),
        ignored=len(ignored),
    )


def _pair(gold: Sequence[Row], predicted: Sequence[Row]) -> tuple[list[tuple[int, int]], set[int]]:
    """The pairs that count, and the predictions that belong to debatable events."""
    by_article: dict[object, list[int]] = defaultdict(list)
    for i, item in enumerate(gold):
        by_article[item["article_id"]].append(i)
    candidates = sorted(
        (-affinity, i, j)
        for j, item in enumerate(predicted)
        for i in by_article[item.get("article_id")]
        if gold[i]["type"] == item.get("type") and (affinity := _affinity(gold[i], item)) is not None
    )
    pairs, ignored, used_gold, used = [], set(), set(), set()
    for _, i, j in candidates:
        if i in used_gold or j in used:
            continue
        used_gold.add(i)
        used.add(j)
        if gold[i].get("debatable"):
            ignored.add(j)
        else:
            pairs.append((i, j))
    ignored |= {j for _, i, j in candidates if j not in used and gold[i].get("debatable")}
    return pairs, ignored


def _evidence(gold: Row, predicted: Row) -> float:
    text = str(predicted.get("evidence_text") or "")
    others = texts(gold.get("also"))
    return max([overlap(str(gold.get("evidence") or ""), text), *(0.95 * overlap(other, text) for other in others)])


def _affinity(gold: Row, predicted: Row) -> float | None:
    score = _evidence(gold, predicted)
    if score < THRESHOLD:
        return None
    score += 0.25 * date_compatible(gold, predicted) + 0.15 * date_exact(gold, predicted)
    score += 0.25 * (number(gold.get("count")) == number(predicted.get("count")))
    if gold["type"] == "recognition":
        score += 0.40 * same(gold, predicted, "stance")
    score += 0.10 * same(gold, predicted, "country") + 0.15 * same(gold, predicted, "status", "reported")
    for key, weight in (("actors", 0.30), ("targets", 0.20)):
        ours, theirs = texts(gold.get(key)), texts(predicted.get(key))
        if ours:
            score += weight * hits(ours, theirs) / len(ours)
        elif not theirs:
            score += weight
    return score + (0 if gold.get("debatable") else 0.001)


def _detection(
    gold: Sequence[Row],
    predicted: Sequence[Row],
    pairs: Iterable[tuple[int, int]],
    missed: Iterable[int],
    false: Iterable[int],
) -> dict[str, Count]:
    tp = Counter(str(gold[i]["type"]) for i, _ in pairs)
    fn = Counter(str(gold[i]["type"]) for i in missed)
    fp = Counter(str(predicted[j]["type"]) for j in false)
    types = sorted({str(item["type"]) for item in gold} | {str(item["type"]) for item in predicted})
    by_type = {name: Count(tp[name], fp[name], fn[name]) for name in types}
    return {**by_type, "MICRO": Count(tp.total(), fp.total(), fn.total())}


def _fields(pairs: Iterable[tuple[Row, Row]]) -> dict[str, tuple[int, int]]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for gold, predicted in pairs:
        for key, good, of in _compare(gold, predicted):
            right[key] += good
            total[key] += of
    return {key: (right[key], total[key]) for key in total}


def _compare(gold: Row, predicted: Row) -> Iterable[tuple[str, int, int]]:
    """Each field that the gold states: how many of its values are right, of how many."""
    yield "date_exact", date_exact(gold, predicted), 1
    yield "date_compatible", date_compatible(gold, predicted), 1
    if gold.get("country"):
        yield "country", same(gold, predicted, "country"), 1
    if gold.get("count") is not None:
        seen = number(predicted.get("count"))
        yield "count", any(number(value) == seen for value in accepted(gold, "count")), 1
    else:
        yield "no_spurious_count", predicted.get("count") in (None, ""), 1
    if gold["type"] == "recognition":
        yield "stance", same(gold, predicted, "stance"), 1
    yield "status", same(gold, predicted, "status", "reported"), 1
    if gold.get("claimant"):
        cited = texts(predicted.get("claimant"))
        yield "claimant", any(same_name(str(gold["claimant"]), name) for name in cited), 1
    for key in ("actors", "targets"):
        if names := texts(gold.get(key)):
            yield f"{key[:-1]}_recall", hits(names, texts(predicted.get(key))), len(names)
