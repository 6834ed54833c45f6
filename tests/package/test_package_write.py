"""Writing and reading back: the same rows, the same bytes, no half package, clear words about wrong rows."""

from __future__ import annotations

import copy
import csv
import datetime as dt
import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.package.fixture import fixture_rows
from tests.package.published import META
from timeline.errors import PackageError
from timeline.event_types import event_types
from timeline.package import DatasetMeta, all_resources, read, read_package_meta, read_rows, resource, validate, write
from timeline.package.codebook import markdown
from timeline.package.csv_files import cell_texts, read_csv_texts, write_csv
from timeline.package.layout import CSV_DESCRIPTOR, DESCRIPTOR, SUMS, package_files
from timeline.package.parquet_files import read_parquet, write_parquet
from timeline.package.tables import arrow_schema, sort_table, to_rows, to_tables

HOSTILE = [
    *("=1+1", "+1", "-x", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1", "''-", "'x", "＝1"),
    *('a "b", c', "a\nb\r\nc\rd", "x\0y", "<script>alert(1)</script>", "|a|", "`b` [c](d) *e*"),
    *("\u202eevil", "e\u0301 😀", " lead and trail "),
]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "package"
    write(fixture_rows(), META, folder)
    return folder


def hostile_rows() -> dict:
    rows = fixture_rows()
    name = lambda n: HOSTILE[n % len(HOSTILE)]  # noqa: E731
    for n, row in enumerate(rows["entities"]):
        row |= {"name": name(n), "aliases": name(n + 7)}
    for n, row in enumerate(rows["mentions"]):
        row |= {"claimant": name(n), "date_text": name(n + 3)}
    for n, row in enumerate(rows["events"]):
        row |= {"title": name(n), "place": name(n + 5)}
    return rows


def test_it_holds_exactly_its_files(package: Path):
    assert set(snapshot(package)) == {*package_files(), SUMS}


def test_rows_come_back_as_they_were(package: Path):
    back, rows = read_rows(package), fixture_rows()
    assert list(back) == [each.name for each in all_resources()]
    for name, given_rows in rows.items():
        assert given_rows and list(back[name][0]) == list(resource(name).columns)
        key = lambda row: sorted((k, str(v)) for k, v in row.items())  # noqa: E731
        assert sorted(back[name], key=key) == sorted(given_rows, key=key)


def test_data_frames_have_typed_columns(package: Path):
    frames = read(package)
    events = frames["events"].set_index("event_id")
    assert events["start_date"].dtype.kind == "M" and events["title"].dtype == "str"
    assert events["n_mentions"].dtype == "int64" and frames["election_results"]["votes"].dtype == "float64"
    assert events.loc["ISL-undated-coup-3b3b", ["start_date", "end_date"]].isna().all()


def test_empty_text_and_none_are_the_same(tmp_path: Path, package: Path):
    rows = fixture_rows()
    for row in (row for each in rows.values() for row in each):
        row |= {key: "" for key, value in row.items() if value is None and resource_type(rows, row, key) == "string"}
    write(rows, META, tmp_path / "package")
    assert snapshot(tmp_path / "package") == snapshot(package)


def resource_type(rows: dict, row: dict, column: str) -> str:
    name = next(name for name, each in rows.items() if any(row is one for one in each))
    return next(f.type for f in resource(name).field if f.name == column)


def test_a_second_write_changes_no_byte(tmp_path: Path, package: Path):
    folder = tmp_path / "package"
    for _ in range(2):
        write(fixture_rows(), META, folder)
        assert snapshot(folder) == snapshot(package)
    assert [p.name for p in tmp_path.iterdir()] == ["package"]


def test_the_order_of_the_rows_does_not_matter(tmp_path: Path, package: Path):
    rows = fixture_rows()
    for each in rows.values():
        random.Random(7).shuffle(each)
    write(dict(reversed(rows.items())), META, tmp_path / "package")
    assert snapshot(tmp_path / "package") == snapshot(package)


def test_events_are_sorted_by_start_then_id(package: Path):
    keys = [(e["start_date"] or dt.date.max, e["event_id"]) for e in read_rows(package)["events"]]
    assert keys == sorted(keys)


def _frictionless(descriptor: Path, tmp_path: Path) -> dict:
    command = [sys.executable, "-m", "frictionless", "validate", str(descriptor), "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    return {"code": done.returncode, "errors": [e for t in report["tasks"] for e in t["errors"]] + report["errors"],
            "rows": {t["name"]: t["stats"].get("rows", 0) for t in report["tasks"]}}  # fmt: skip


@pytest.mark.parametrize("name", [DESCRIPTOR, CSV_DESCRIPTOR])
@pytest.mark.parametrize("make", [fixture_rows, hostile_rows, dict], ids=["fixture", "hostile", "empty"])
def test_stock_frictionless_accepts_both_descriptors(tmp_path: Path, name: str, make):
    rows = make()
    write(rows, META, tmp_path / "package")
    report = _frictionless(tmp_path / "package" / name, tmp_path)
    assert report["errors"] == [] and report["code"] == 0
    assert report["rows"] == {each.name: len(rows.get(each.name, [])) for each in all_resources()}


def test_csv_cells_are_exact(tmp_path: Path):
    write(hostile_rows(), META, tmp_path / "package")
    formulas = 0
    for each in all_resources():
        exact = to_rows({"x": read_parquet(tmp_path / f"package/data/{each.name}.parquet")})["x"]
        with (tmp_path / f"package/csv/{each.name}.csv").open(encoding="utf-8", newline="") as file:
            cells = list(csv.DictReader(file))
        for row, exact_row in zip(cells, exact, strict=True):
            for field in (f for f in each.field if f.type == "string"):
                assert row[field.name] == (exact_row[field.name] or "")
                formulas += row[field.name].startswith(("=", "+", "-", "@"))
    assert formulas > 5


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda rows: rows["events"][2].update(colour="red"), "events, row 3: unknown column colour"),
        (lambda rows: rows["figures"][1].pop("unit"), "figures, row 2: column unit is missing"),
        (lambda rows: rows.update(places=[]), "unknown resource places"),
        (lambda rows: rows["events"][0].update(title=None), "row 1, column title: a value is required"),
        (lambda rows: rows["events"][0].update(title=""), "row 1, column title: a value is required"),
        (lambda rows: rows["events"][0].update(title=5), "column title: expected text, found 5"),
        (lambda rows: rows["events"][0].update(title="\ud800"), "column title: .* half a surrogate"),
        (
            lambda rows: rows["events"][0].update(n_mentions=1.5),
            "column n_mentions: expected a whole number, found 1.5",
        ),
        (lambda rows: rows["events"][0].update(n_mentions=True), "column n_mentions: expected a whole number"),
        (lambda rows: rows["events"][0].update(latitude=float("nan")), "column latitude: expected a finite number"),
        (lambda rows: rows["events"][0].update(start_date="2020-01-01"), "start_date: expected a datetime.date"),
        (lambda rows: rows["events"][0].update(end_date=dt.datetime(2020, 1, 1)), "end_date: expected a datetime.date"),
    ],
)
def test_wrong_rows_are_named_and_the_package_stays(tmp_path: Path, package: Path, change, message: str):
    folder = tmp_path / "package"
    write(fixture_rows(), META, folder)
    rows = copy.deepcopy(fixture_rows())
    change(rows)
    with pytest.raises(PackageError, match=message):
        write(rows, META, folder)
    assert snapshot(folder) == snapshot(package) and [p.name for p in tmp_path.iterdir()] == ["package"]


def test_rows_that_break_a_rule_are_named_and_the_package_stays(tmp_path: Path, package: Path):
    folder = tmp_path / "package"
    write(fixture_rows(), META, folder)
    rows = fixture_rows()
    rows["events"][0]["end_date"] = dt.date(1999, 1, 1)
    with pytest.raises(PackageError, match=r"events.parquet, row \d+ \(event_id: EST-2017-06-11-election-1a2b\)"):
        write(rows, META, folder)
    assert snapshot(folder) == snapshot(package) and [p.name for p in tmp_path.iterdir()] == ["package"]


@pytest.mark.parametrize("step", ["write_parquet", "write_csv", "make_codebook", "write_sums", "validate"])
def test_a_full_disk_leaves_the_package_as_it_was(tmp_path: Path, package: Path, monkeypatch, step: str):
    folder = tmp_path / "package"
    write(fixture_rows(), META, folder)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"timeline.package.writer.{step}", full)
    with pytest.raises(PackageError, match=r"package: cannot be written: .*No space left.*unchanged"):
        write(fixture_rows(), META, folder)
    assert snapshot(folder) == snapshot(package) and [p.name for p in tmp_path.iterdir()] == ["package"]


def test_other_files_are_never_touched(tmp_path: Path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/mine.txt").write_text("x")
    with pytest.raises(PackageError, match="not replaced"):
        write(fixture_rows(), META, tmp_path / "notes")
    (tmp_path / "file").write_text("x")
    with pytest.raises(PackageError, match="file: in the way"):
        write(fixture_rows(), META, tmp_path / "file")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "mine.txt", "notes"]


def test_a_package_that_cannot_be_opened_is_an_error(tmp_path: Path, package: Path):
    with pytest.raises(PackageError, match="no data package here"):
        read(tmp_path)
    write(fixture_rows(), META, tmp_path / "package")
    (tmp_path / "package/data/events.parquet").write_bytes(b"PAR1")
    with pytest.raises(PackageError, match=r"events.parquet: cannot be read"):
        read_rows(tmp_path / "package")


def test_the_descriptor_gives_back_what_is_known_of_the_dataset(package: Path):
    assert read_package_meta(package) == META == read_package_meta(package / DESCRIPTOR)
    assert read_package_meta(package) != DatasetMeta()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(HOSTILE)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53).map(float)
CELLS = {
    "string": TEXTS,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": NUMBERS,
    "date": st.dates(),
}


@st.composite
def resource_rows(draw: st.DrawFn) -> tuple[str, list[dict[str, object]]]:
    table = draw(st.sampled_from(all_resources()))
    cells = {f.name: CELLS[f.type] if f.required else st.none() | CELLS[f.type] for f in table.field}
    return table.name, draw(st.lists(st.fixed_dictionaries(cells), max_size=6))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(resource_rows())
def test_table_to_parquet_and_csv_and_back_is_equal(tmp_path: Path, drawn: tuple[str, list[dict[str, object]]]):
    name, rows = drawn
    table = to_tables({name: rows})[name]
    assert table.schema == arrow_schema(resource(name))
    columns = resource(name).columns
    given_rows = [tuple(_positive_zero(row[column]) for column in columns) for row in rows]
    assert sorted((tuple(r.values()) for r in to_rows({name: table})[name]), key=repr) == sorted(given_rows, key=repr)
    write_parquet([table], tmp_path / "x.parquet", {})
    assert read_parquet(tmp_path / "x.parquet").equals(table)
    write_csv([table], tmp_path / "x.csv")
    pieces = list(read_csv_texts(tmp_path / "x.csv", columns))
    texts = [row for piece in pieces for row in piece.to_pylist()]
    assert texts == cell_texts(table).to_pylist()
    assert sort_table(resource(name), table).equals(table)


def _positive_zero(value: object) -> object:
    return value + 0.0 if isinstance(value, float) else value


def test_codebook_names_everything_and_shows_nothing_unescaped(tmp_path: Path, package: Path):
    text = (package / "README.md").read_text(encoding="utf-8")
    for each in all_resources():
        assert f"\n## {each.name}\n" in text
        for field in each.field:
            assert f"| `{field.name}` | {field.type} | " in text
            for value, meaning in field.values:
                told = f"\n### {value}\n" if field.enum == "event_type" else f"| `{value}` | {markdown(meaning)} |"
                assert told in text
        assert all(f"- `{rule.name}`: " in text for rule in each.rule)
    assert "| 12.5 % |" in text and "2017-06-11 … 2023-02-03" in text and "reported (13)" in text
    write(hostile_rows(), META, tmp_path / "package")
    hostile = (tmp_path / "package/README.md").read_text(encoding="utf-8")
    assert "<script" not in hostile and "\u202e" not in hostile
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in hostile.splitlines() if line.startswith("| `entity_id`")}
    assert widths == {8}


def test_codebook_shows_examples_from_the_rule_file_of_every_type(package: Path):
    text = (package / "README.md").read_text(encoding="utf-8")
    for name, kind in event_types().items():
        section = text.partition(f"\n### {name}\n")[2].partition("\n##")[0]
        assert markdown(kind.definition) in section
        assert sum(markdown(each.text) in section for each in kind.examples) >= 3
        assert sum(markdown(each.text) in section for each in kind.counterexamples) >= 2


def test_validate_is_part_of_writing(tmp_path: Path):
    write(hostile_rows(), META, tmp_path / "package")
    assert validate(tmp_path / "package") == ()
