"""Scores against annotated sets: dates (`timex.jsonl`) and events (`events.jsonl` beside `articles/`)."""

from __future__ import annotations

import json
from pathlib import Path

from timeline.errors import InputError
from timeline.evaluation.events import score_events
from timeline.evaluation.predictions import predict
from timeline.evaluation.report import event_report

__all__ = ["evaluate_set"]


def evaluate_set(path: Path, errors: bool = False) -> str:
    """Score an annotated set: a folder with events.jsonl or timex.jsonl (or both), or one of these files."""
    if path.is_dir():
        files = [path / name for name in ("timex.jsonl", "events.jsonl") if (path / name).is_file()]
        if not files:
            raise InputError(f"{path}: holds neither events.jsonl nor timex.jsonl, so there is nothing to score")
    else:
        files = [path]
    return "\n\n".join(_evaluate(file, errors) for file in files)


def _evaluate(file: Path, errors: bool) -> str:
    gold = _read(file)
    if gold and "timexes" in gold[0]:
        from timeline.evaluation.dates import evaluate_dates

        return evaluate_dates(gold, errors)
    if not gold or "evidence" not in gold[0]:
        raise InputError(f"{file}: neither annotated events (a line needs `evidence`) nor dates (`timexes`)")
    predictions = predict(file.parent / "articles", {str(item["type"]) for item in gold})
    return event_report(score_events(gold, predictions), gold, predictions, errors)


def _read(file: Path) -> list[dict[str, object]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            rows.append(json.loads(line))
        except ValueError as error:
            raise InputError(f"{file}, line {number}: not JSON: {error}") from error
    return rows
