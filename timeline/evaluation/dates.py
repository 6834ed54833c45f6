"""Predicts and scores date expressions of an annotated set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline import timex
from timeline.timex.evaluate import evaluate, render


def evaluate_dates(gold: Sequence[dict[str, Any]], errors: bool = False) -> str:
    """Tag and resolve every document of the set and score the result."""
    predicted = {str(doc["doc"]): timex.dates(str(doc["text"]), str(doc["published"])) for doc in gold}
    return render(evaluate(gold, predicted), errors)
