"""What the mutations leave open: values at the edge that are allowed, and how many broken rows are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.million import generated
from tests.package.published import fixture_tables, publish, with_cell
from timeline.package import validate
from timeline.package.tables import Tables


def _row(tables: Tables, name: str, /, **cells: object) -> int:
    rows = tables[name].to_pylist()
    return next(n for n, row in enumerate(rows) if all(row[key] == value for key, value in cells.items()))


@pytest.mark.parametrize("count", [0, 1, 500])
def test_nothing_valid_is_refused(count: int, tmp_path: Path):
    assert validate(publish(generated(count), tmp_path / "package"), frictionless=True) == ()


def test_turnout_in_voters_may_exceed_a_hundred(tmp_path: Path):
    tables = fixture_tables()
    row = _row(tables, "figures", as_written="about 43.2 percent")
    tables = with_cell(tables, "figures", row, measure="turnout", value=432.0, unit="voters")
    assert validate(publish(tables, tmp_path / "package")) == ()


def test_many_broken_rows_are_counted(tmp_path: Path):
    tables = fixture_tables()
    for row in range(6):
        tables = with_cell(tables, "events", row, status="rumoured")
    problems = validate(publish(tables, tmp_path / "package"), limit=4)
    assert len(problems) == 5
    assert problems[-1].seen == "2 more rows break the same rule" and problems[-1].more == 2
    assert "rumoured" in problems[0].seen and problems[0].place.startswith("row 1 (event_id: ")
