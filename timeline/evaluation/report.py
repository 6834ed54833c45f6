"""Scores as text for a terminal and for BENCHMARKS.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.evaluation.events import EventScore
from timeline.evaluation.names import Row

_SHOWN = 110  # characters of a sentence in the list of errors


def event_report(score: EventScore, gold: Sequence[Row], predicted: Sequence[Row], errors: bool) -> str:
    """Detection by type, fields over the matched events, and on request what was missed and what was false."""
    debatable = sum(bool(item.get("debatable")) for item in gold)
    lines = [
        f"events: {len(gold)} gold ({debatable} debatable, not scored), {len(predicted)} predicted"
        f" ({score.ignored} of them debatable)",
        "",
        f"{'type':<14}{'P':>7}{'R':>7}{'F1':>7}{'tp':>6}{'fp':>5}{'fn':>5}",
    ]
    for name, count in score.detection.items():
        lines.append(
            f"{name:<14}{_share(count.precision)}{_share(count.recall)}{_share(count.f1)}"
            f"{count.tp:>6}{count.fp:>5}{count.fn:>5}"
        )
    lines += ["", "fields of the matched events"]
    lines += [f"  {key:<18}{right / of:6.3f}  (n={of})" for key, (right, of) in score.fields.items() if of]
    if errors:
        lines += _errors(score, gold, predicted)
    return "\n".join(lines)


def _share(value: float | None) -> str:
    return "     - " if value is None else f"{value:7.3f}"


def _errors(score: EventScore, gold: Sequence[Row], predicted: Sequence[Row]) -> Iterator[str]:
    yield from ("", "missed")
    for item in (gold[i] for i in score.missed):
        yield f"  {item['article_id']} {item['type']} {item.get('date')} | {str(item['evidence'])[:_SHOWN]!r}"
    yield from ("", "false")
    for item in (predicted[j] for j in score.false):
        yield f"  {item['article_id']} {item['type']} {item.get('date')} | {str(item['evidence_text'])[:_SHOWN]!r}"
