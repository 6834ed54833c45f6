"""Faults of files: a changed cell or byte, a cut, missing, extra or swapped file, a descriptor that says otherwise."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.package.fixture import fixture_rows
from tests.package.published import META, fixture_tables, publish, with_cell
from timeline.errors import PackageError
from timeline.package import all_resources, read_rows, read_tables, resource, validate, write
from timeline.package.layout import CSV_DESCRIPTOR, DESCRIPTOR, SUMS, package_files, sha256, write_sums
from timeline.package.parquet_files import write_parquet
from timeline.package.tables import to_tables


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good") / "package"
    write(fixture_rows(), META, folder)
    return folder


@pytest.fixture
def package(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "package"))


def test_a_good_package_has_no_problem_by_any_of_its_names(good: Path):
    for path in (good, good / DESCRIPTOR, good / "csv", good / CSV_DESCRIPTOR):
        assert validate(path) == ()


def test_no_package_at_all_is_an_error(tmp_path: Path):
    with pytest.raises(PackageError, match="no such folder"):
        validate(tmp_path / "nothing")
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(PackageError, match="not a data package"):
        validate(tmp_path / "notes.txt")


def test_a_package_without_rows_is_valid(tmp_path: Path):
    write({}, META, tmp_path / "package")
    assert validate(tmp_path / "package") == ()


def test_a_folder_whose_name_is_a_pattern(tmp_path: Path):
    folder = tmp_path / "a[1]*? 'b' \"c\""
    write(fixture_rows(), META, folder)
    assert validate(folder) == ()


def test_a_changed_cell_fails(package: Path):
    table = with_cell(read_tables(package), "events", 3, title="Something else")["events"]
    write_parquet([table], package / "data/events.parquet", {})
    problems = validate(package)
    assert any(p.file == "data/events.parquet" and "SHA-256" in p.seen for p in problems)
    assert any(p.file == DESCRIPTOR and p.place == "resources[1].hash" for p in problems)
    assert any(p.file == "csv/events.csv" and p.place == "row 4, column title" for p in problems)


@pytest.mark.parametrize("name", [*package_files(), SUMS])
def test_a_flipped_byte_is_found_wherever_it_is(package: Path, name: str):
    content = (package / name).read_bytes()
    last = len(content) - 1
    for place in sorted({0, 7, last // 4, last // 2, 3 * last // 4, last - 4, last}):
        (package / name).write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        problems = validate(package)
        named = {p.file for p in problems} | {p.place for p in problems if p.file == SUMS}
        assert name in named or (name == SUMS and named & set(package_files())), place


@pytest.mark.parametrize("name", [*package_files(), SUMS])
def test_a_cut_and_a_missing_file_are_found(package: Path, name: str):
    content = (package / name).read_bytes()
    for length in (len(content) - 1, len(content) // 2, 0):
        (package / name).write_bytes(content[:length])
        assert name in {p.file for p in validate(package)}
    (package / name).unlink()
    assert any(p.file == name and p.seen == "is missing" for p in validate(package))


@pytest.mark.parametrize(
    "name", ["data/more.parquet", "notes.txt", "csv/deep/er/x.csv", ".hidden", "data/events.parquet~"]
)
def test_any_extra_file_is_found(package: Path, name: str):
    (package / name).parent.mkdir(parents=True, exist_ok=True)
    (package / name).write_bytes(b"")
    assert [p.file for p in validate(package)] == [name]


def test_the_size_in_the_descriptor_is_checked(package: Path):
    tree = json.loads((package / DESCRIPTOR).read_text(encoding="utf-8"))
    tree["resources"][0]["byteSize"] += 1
    _rewrite(package, DESCRIPTOR, **tree)
    assert [(p.file, p.place) for p in validate(package)] == [(DESCRIPTOR, "resources[0].byteSize")]
    assert any("byte" in p.rule for p in validate(package, frictionless=True))


def test_an_extra_file_is_found(package: Path):
    (package / "data/more.parquet").write_bytes(b"x")
    assert [str(p) for p in validate(package)] == [
        "data/more.parquet: does not belong to the package; rule: files: no other file is there"
    ]


def _rewrite(package: Path, name: str, /, **properties: object) -> None:
    tree = json.loads((package / name).read_text(encoding="utf-8")) | properties
    (package / name).write_text(json.dumps(tree), encoding="utf-8")
    write_sums(package, package_files())


@pytest.mark.parametrize(
    ("properties", "place"),
    [
        ({"resources": []}, "resources"),
        ({"title": 7}, ""),
        ({"name": "Not A Name"}, ""),
        ({"licenses": [{"name": "CC-BY-4.0"}]}, "licenses[0].title"),
        ({"$schema": "https://elsewhere.example"}, "$schema"),
        ({"withdrawn": [{"event_id": 1}]}, ""),
        ({"withdrawn": "none"}, ""),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_an_ill_formed_descriptor_is_found(package: Path, properties: dict, place: str):
    _rewrite(package, DESCRIPTOR, **properties)
    assert place in [p.place for p in validate(package) if p.file == DESCRIPTOR]


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "\ufeff{}", "[" * 100_000])
def test_a_descriptor_that_is_no_object_is_found(package: Path, text: str):
    (package / CSV_DESCRIPTOR).write_text(text, encoding="utf-8")
    write_sums(package, package_files())
    assert [p.file for p in validate(package)] == [CSV_DESCRIPTOR]


def test_a_weaker_constraint_in_the_descriptor_is_found(package: Path):
    tree = json.loads((package / DESCRIPTOR).read_text(encoding="utf-8"))
    del tree["resources"][1]["schema"]["fields"][10]["constraints"]["enum"]
    _rewrite(package, DESCRIPTOR, resources=tree["resources"])
    assert [p.place for p in validate(package)] == ["resources[1].schema.fields[10].constraints.enum"]


@pytest.mark.parametrize("change", ["type", "order", "gone", "more", "nullable"])
def test_other_columns_in_a_parquet_file_are_found(package: Path, change: str):
    table = pq.read_table(package / "data/entities.parquet")
    changed = {
        "type": lambda: table.set_column(4, "aliases", pa.array([b"x"] * table.num_rows)),
        "order": lambda: table.select(["name", "entity_id", "kind", "country", "aliases"]),
        "gone": lambda: table.drop_columns(["aliases"]),
        "more": lambda: table.append_column("more", pa.array([1] * table.num_rows)),
        "nullable": lambda: table.cast(pa.schema([f.with_nullable(True) for f in table.schema])),
    }[change]()
    path = package / "data/entities.parquet"
    write_parquet([changed], path, {})
    tree = json.loads((package / DESCRIPTOR).read_text(encoding="utf-8"))
    tree["resources"][3] |= {"hash": f"sha256:{sha256(path)}", "byteSize": path.stat().st_size}
    _rewrite(package, DESCRIPTOR, **tree)
    problems = validate(package)
    assert problems and {p.file for p in problems} == {"data/entities.parquet"}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Maarja Valtar", "Maarja Walter", "column"),
        ("\n", "\nx,y,person,,\n", "row"),
        ("entity_id,", "id,", ""),
        ("person", 'per"son', ""),
    ],
)
def test_other_rows_in_the_csv_are_found(package: Path, old: str, new: str, place: str):
    path = package / "csv/entities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert any(p.file == "csv/entities.csv" and place in p.place and "SHA" not in p.seen for p in validate(package))


def test_a_row_too_few_or_too_many_in_the_csv_is_found(package: Path):
    path = package / "csv/recognitions.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    assert any(p.place == "row 3" and p.seen == "is missing" for p in validate(package))
    path.write_text("".join([*lines, lines[-1]]), encoding="utf-8")
    assert any(p.place == "row 4" and p.seen == "is one too many" for p in validate(package))


def test_sha256sum_accepts_the_package(good: Path):
    if not shutil.which("sha256sum"):
        if os.environ.get("CI") == "true":
            pytest.fail("sha256sum is not installed: under CI=true nothing is skipped; install coreutils")
        pytest.skip("sha256sum is not installed here")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=good, check=True)


def test_duckdb_reads_every_file(good: Path):
    tables = fixture_tables()
    for each in all_resources():
        for file in (good / f"data/{each.name}.parquet", good / f"csv/{each.name}.csv"):
            relation = duckdb.sql(f"SELECT * FROM '{file}'")
            assert tuple(relation.columns) == each.columns
            assert len(relation.fetchall()) == tables[each.name].num_rows


def test_a_footer_says_where_the_file_belongs(good: Path):
    notes = pq.read_metadata(good / "data/events.parquet").metadata
    assert notes[b"title"] == b"Invented events: Events" and notes[b"version"] == b"1.2.0"
    assert b"pandas" not in notes and b"ARROW:schema" not in notes


def test_rows_are_sorted_and_row_groups_fixed(tmp_path: Path):
    entities = [
        {"entity_id": f"e{n:06}", "name": "x", "kind": "group", "country": None, "aliases": None}
        for n in reversed(range(65_537))
    ]
    tables = to_tables({"entities": entities})
    write_parquet([tables["entities"]], tmp_path / "entities.parquet", {})
    meta = pq.read_metadata(tmp_path / "entities.parquet")
    assert [meta.row_group(n).num_rows for n in range(meta.num_row_groups)] == [65_536, 1]
    assert meta.row_group(0).column(0).compression == "ZSTD"
    assert pq.read_table(tmp_path / "entities.parquet")["entity_id"].to_pylist() == sorted(
        e["entity_id"] for e in entities
    )


def test_a_day_outside_the_calendar_is_no_crash(tmp_path: Path):
    folder = publish(with_cell(fixture_tables(), "events", 0, start_date=5_000_000), tmp_path / "package")
    assert any(p.name == "calendar" for p in validate(folder))
    with pytest.raises(PackageError, match="timeline validate"):
        read_rows(folder)


def test_text_that_is_no_utf8_is_no_crash(package: Path):
    table = read_tables(package)["entities"]
    raw = pa.array([b"\xff\xfe"] * table.num_rows).view(pa.string())
    write_parquet([table.set_column(4, "aliases", raw)], package / "data/entities.parquet", {})
    assert any(p.file == "data/entities.parquet" and "cannot be read" in p.seen for p in validate(package))


def test_resource_of_another_name_is_an_error():
    with pytest.raises(PackageError, match="no such resource"):
        resource("locations")
