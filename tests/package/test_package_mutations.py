"""Each constraint and rule, broken once: `timeline validate` exits 1 and names the place, and both judges agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from tests.package.mutations import IN_TABLE_SCHEMA, Mutation, mutations, types
from tests.package.published import fixture_tables, publish, publish_changed
from timeline.cli import app
from timeline.package import all_resources, validate
from timeline.package.frictionless_checks import check_with_frictionless
from timeline.package.layout import file_of
from timeline.package.schema import resource

ALL = list(mutations(fixture_tables()))
TYPES = [(each.name, changed) for each, changed in types(fixture_tables())]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(fixture_tables(), tmp_path_factory.mktemp("mutations") / "good")


def _report(folder: Path) -> list[dict[str, Any]]:
    done = CliRunner().invoke(app, ["validate", str(folder), "--json"])
    report = json.loads(done.stdout)
    assert done.exit_code == 1 and not report["valid"] and report["faults"] >= len(report["problems"])
    return report["problems"]


@pytest.mark.parametrize("mutation", ALL, ids=[each.name for each in ALL])
def test_a_broken_constraint_is_named(mutation: Mutation, good: Path, tmp_path: Path):
    table = mutation.tables[mutation.resource]
    folder = publish_changed(good, mutation.resource, table, tmp_path / "package")
    problems = _report(folder)
    what = (mutation.resource, mutation.rule, list(mutation.columns))
    hits = [each for each in problems if (each["resource"], each["rule"], each["columns"]) == what]
    (hit,) = (each for each in hits if each["row"] == mutation.row)
    assert hit["file"] == file_of(resource(mutation.resource), "parquet") and hit["meaning"]
    assert list(hit["values"]) == list(mutation.columns)
    assert list(hit["key"]) == list(resource(mutation.resource).primary_key)
    for column, value in hit["values"].items():
        if mutation.rule != "calendar":  # Python has no such day
            assert str(value) == str(table[column][mutation.row - 1].as_py())
    if mutation.rule in IN_TABLE_SCHEMA:
        _judges_agree(mutation, folder, problems)


def _judges_agree(mutation: Mutation, folder: Path, problems: list[dict[str, Any]]) -> None:
    ours = {(p["resource"], p["row"], c) for p in problems if p["rule"] in IN_TABLE_SCHEMA for c in p["columns"]}
    cells = [each.cells for each in check_with_frictionless(folder, 100) if each.cells]
    theirs = {(c.resource, c.row, column) for c in cells for column in c.columns}
    assert (mutation.resource, mutation.row, mutation.columns[0]) in theirs
    assert theirs <= ours


@pytest.mark.parametrize(("name", "changed"), TYPES, ids=[f"{name}.{n % 2}" for n, (name, _) in enumerate(TYPES)])
def test_another_type_is_named(name: str, changed: dict[str, pa.Table], good: Path, tmp_path: Path):
    table = next(iter(changed.values()))
    problems = _report(publish_changed(good, name, table, tmp_path / "package"))
    named = [each["columns"] for each in problems if (each["resource"], each["rule"]) == (name, "type")]
    assert named == [[column] for column in changed]


def test_the_mutations_cover_what_is_declared():
    broken = {(each.resource, each.columns, each.rule) for each in ALL}
    for each in all_resources():
        assert {(each.name, rule.columns, rule.name) for rule in each.rule} <= broken
        assert {(each.name, key.fields, "foreign key") for key in each.foreign_key} <= broken
        assert {(each.name, key, "unique") for key in each.unique} <= broken
    for rule in IN_TABLE_SCHEMA | {"empty", "finite", "calendar", "format"}:
        assert rule in {each.rule for each in ALL}


def test_nothing_is_found_in_the_unbroken_package(good: Path):
    assert validate(good, frictionless=True) == ()
