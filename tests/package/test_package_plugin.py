"""The Parquet reader for Frictionless: what it reads right, what the stock one does not; it stays to itself."""

from __future__ import annotations

import datetime as dt
import decimal
import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Resource, system

from tests.package.published import fixture_tables, publish
from timeline.package.layout import fingerprint
from timeline.package.parquet_plugin import NAME, reading_parquet

D = dt.date
LISTS = pa.list_(pa.string())
THINGS = pa.list_(pa.struct([("a", pa.int64())]))
#  type of the field, Arrow values, whether they keep {"required": true}
CASES: dict[str, tuple[str, pa.Array, bool]] = {
    "whole numbers": ("integer", pa.array([1, 2**60 + 1]), True),
    "whole numbers that may be absent": ("integer", pa.array([1, None]), False),
    "large ones beside an absent one": ("integer", pa.array([2**53 + 1, None]), False),
    "years that may be absent": ("year", pa.array([2001, None]), False),
    "absent numbers": ("number", pa.array([1.5, None]), False),
    "absent times": ("datetime", pa.array([dt.datetime(2020, 1, 1, 3), None], pa.timestamp("us")), False),
    "days": ("date", pa.array([D(1, 1, 1), D(9999, 12, 31)]), True),
    "absent days": ("date", pa.array([D(2020, 1, 1), None]), False),
    "truth values": ("boolean", pa.array([True, None]), False),
    "text": ("string", pa.array(["a", "é"]), True),
    "views of text": ("string", pa.array(["a", "b"], pa.string_view()), True),
    "dictionaries": ("string", pa.array(["a", "a"]).dictionary_encode(), True),
    "lists of text": ("array", pa.array([["a"], []], LISTS), True),
    "lists of objects": ("array", pa.array([[{"a": 1}], []], THINGS), True),
    "objects": ("object", pa.array([{"a": 1}, {"a": 2}]), True),
    "decimals": ("number", pa.array([decimal.Decimal("1.10"), decimal.Decimal("2.00")]), True),
    "times of day": ("time", pa.array([dt.time(3, 4), dt.time(5)], pa.time64("us")), True),
}


def _resource(folder: Path, array: pa.Array, field: dict, **more: object) -> Resource:
    names = pa.array([f"n{n}" for n in range(len(array))])
    pq.write_table(pa.table({"id": names, "x": array}), folder / "x.parquet")
    schema = {"fields": [{"name": "id", "type": "string"}, {"name": "x", **field}], "missingValues": []}
    more = {"name": "x", "path": "x.parquet", "format": "parquet", "schema": schema, **more}
    return Resource.from_descriptor(more, basepath=str(folder))


def _errors(resource: Resource) -> list[str]:
    with reading_parquet():
        report = resource.validate()
    return [error.type for task in report.tasks for error in task.errors]


@pytest.mark.parametrize("case", CASES)
def test_values_are_read_as_they_are(case: str, tmp_path: Path):
    kind, array, filled = CASES[case]
    resource = _resource(tmp_path, array, {"type": kind})
    assert _errors(resource) == []
    with reading_parquet():
        assert [row["x"] for row in resource.read_rows()] == array.to_pylist()
    required = _resource(tmp_path, array, {"type": kind, "constraints": {"required": True}})
    assert _errors(required) == ([] if filled else ["constraint-error"])


def test_every_item_of_a_list_is_judged(tmp_path: Path):
    array = pa.array([["a", "b"], ["c"]])
    assert _errors(_resource(tmp_path, array, {"type": "array", "constraints": {"minLength": 1}})) == []
    assert _errors(_resource(tmp_path, array, {"type": "array", "constraints": {"minLength": 2}})) == [
        "constraint-error"
    ]


def test_values_of_another_kind_are_refused(tmp_path: Path):
    assert _errors(_resource(tmp_path, pa.array([1, 2]), {"type": "string"})) == ["type-error"] * 2
    late = pa.array([5_000_000, 1], pa.int32()).view(pa.date32())
    assert _errors(_resource(tmp_path, late, {"type": "date"})) == ["type-error"]


def test_limits_hold_beside_absent_numbers(tmp_path: Path):
    field = {"type": "number", "constraints": {"minimum": 0}}
    assert _errors(_resource(tmp_path, pa.array([None, 1.0]), field)) == []
    assert _errors(_resource(tmp_path, pa.array([None, -1.0]), field)) == ["constraint-error"]


def test_hash_and_bytes_are_checked(tmp_path: Path):
    def errors(**more: object) -> list[str]:
        return _errors(_resource(tmp_path, pa.array([1, 2]), {"type": "integer"}, **more))

    errors()
    right = fingerprint(tmp_path / "x.parquet")
    assert errors(hash=f"sha256:{right.sha256}", bytes=right.size) == []
    assert errors(hash=f"sha256:{'0' * 64}") == ["hash-count"]
    assert errors(bytes=right.size + 1) == ["byte-count"]


def test_every_part_of_a_resource_is_read(tmp_path: Path):
    resource = _resource(tmp_path, pa.array([1, 2]), {"type": "integer"}, extrapaths=["y.parquet"])
    pq.write_table(pa.table({"id": ["n9"], "x": [3]}), tmp_path / "y.parquet")
    with reading_parquet():
        assert [row["x"] for row in resource.read_rows()] == [1, 2, 3]
    pq.write_table(pa.table({"id": ["n9"], "z": [3]}), tmp_path / "y.parquet")
    assert _errors(resource) == ["source-error"]


def test_what_is_no_parquet_or_no_text_is_an_error_and_no_crash(tmp_path: Path):
    resource = _resource(tmp_path, pa.array([b"\xff", b"a"]).view(pa.string()), {"type": "string"})
    assert _errors(resource) == ["encoding-error"]
    (tmp_path / "x.parquet").write_bytes(b"PAR1")
    assert _errors(resource) == ["source-error"]


def test_rows_come_batch_by_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    taken = []
    batches = pq.ParquetFile.iter_batches
    monkeypatch.setattr(
        pq.ParquetFile, "iter_batches", lambda *a, **k: (taken.append(b.num_rows) or b for b in batches(*a, **k))
    )
    resource = _resource(tmp_path, pa.array(range(50_000)), {"type": "integer"})
    with reading_parquet(), resource:
        next(resource.row_stream)
    assert sum(taken) < 50_000


def test_the_plugin_is_gone_afterwards_even_after_an_error():
    with pytest.raises(RuntimeError), reading_parquet():
        assert NAME in system.plugins
        raise RuntimeError
    assert NAME not in system.plugins and "parquet" in system.plugins


def test_a_stock_frictionless_never_sees_it(tmp_path: Path):
    publish(fixture_tables(), tmp_path / "package")
    program = (
        "import json, sys, timeline.package, frictionless\n"
        "report = frictionless.validate(sys.argv[1])\n"
        "print(json.dumps([report.valid, sorted(frictionless.system.plugins)]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "package/datapackage.json")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    valid, plugins = json.loads(done.stdout)
    assert valid and NAME not in plugins and not [name for name in plugins if "timeline" in name]


# The stock reader, so that we hear when it reads Parquet right and ours can go.
STOCK = {
    "years that may be absent": (False, "a nullable year becomes a float"),
    "absent times": (True, "required passes NaT"),
    "lists of text": (False, "an array of numpy is no list"),
}


@pytest.mark.parametrize("case", STOCK)
def test_what_the_stock_reader_still_gets_wrong(case: str, tmp_path: Path):
    kind, array, _ = CASES[case]
    passes, why = STOCK[case]
    field = {"type": kind, "constraints": {"required": True}} if passes else {"type": kind}
    assert _resource(tmp_path, array, field).validate().valid is passes, f"it used to be that {why}: is it mended?"


def test_the_stock_reader_passes_a_wrong_hash_and_refuses_right_bytes(tmp_path: Path):
    field = {"type": "integer"}
    assert _resource(tmp_path, pa.array([1]), field, hash=f"sha256:{'0' * 64}").validate().valid
    size = (tmp_path / "x.parquet").stat().st_size
    assert not _resource(tmp_path, pa.array([1]), field, bytes=size).validate().valid


def test_the_stock_reader_changes_large_numbers_beside_an_absent_one(tmp_path: Path):
    resource = _resource(tmp_path, pa.array([2**53 + 1, None]), {"type": "integer"})
    assert next(iter(resource.read_rows()))["x"] != 2**53 + 1
    with reading_parquet():
        assert next(iter(resource.read_rows()))["x"] == 2**53 + 1
