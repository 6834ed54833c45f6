"""Commands on a package that is in place: validate, diff, explain, charts, site; and how errors look."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import timeline
from tests.cli.given import Run, content
from timeline.models import Rows


def test_validate_passes_and_names_a_changed_cell(run: Run, published: Path) -> None:
    package = published / "datapackage"
    for path in (package, package / "datapackage.json", package / "csv" / "datapackage.json"):
        assert run("validate", path).code == 0
    file = package / "csv" / "events.csv"
    sound = file.read_bytes()
    file.write_bytes(sound.replace(b"2024-07-28", b"2024-07-27", 1))
    assert file.read_bytes() != sound
    changed = run("validate", package)
    assert changed.code == 1
    assert "events.csv" in changed.out


def test_validate_names_a_changed_cell_in_parquet(run: Run, published: Path) -> None:
    file = published / "datapackage" / "data" / "figures.parquet"
    table = pq.read_table(file)
    index = table.column_names.index("value")
    values = [0.5, *table["value"].to_pylist()[1:]]
    pq.write_table(table.set_column(index, table.field(index), [values]), file, compression="zstd")
    changed = run("validate", published / "datapackage")
    assert changed.code == 1
    assert "figures.parquet" in changed.out


def test_diff_says_what_changed(run: Run, built: Path, good: Path, tmp_path: Path) -> None:
    assert run("build", good, "--out", tmp_path / "out").code == 0
    same = run("diff", built / "datapackage", built / "datapackage")
    assert same.code == 0
    changed = run("diff", built / "datapackage", tmp_path / "out" / "datapackage")
    assert changed.code == 0
    (event,) = timeline.load(tmp_path / "out" / "datapackage")["events"]["event_id"]
    assert event in changed.out
    assert event not in same.out


def test_explain_an_event_and_an_article(run: Run, built: Path, seed_rows: Rows) -> None:
    package = built / "datapackage"
    election = next(row for row in seed_rows["events"] if row["event_type"] == "election")
    event = run("explain", election["event_id"], "--package", package)
    assert event.code == 0
    for told in ("trigger", "rule", "dated by", "said by", str(election["date_edtf"])):
        assert told in event.out
    article = run("explain", seed_rows["articles"][0]["article_id"], "--package", package)
    assert article.code == 0
    assert "because" in article.out


def test_explain_an_unknown_id_names_near_ones(run: Run, built: Path, seed_rows: Rows) -> None:
    known = str(seed_rows["events"][0]["event_id"])
    near = run("explain", known[:-1] + "#", "--package", built / "datapackage")
    assert (near.code, near.out, len(near.lines)) == (2, "", 1)
    assert known in near.err
    part = run("explain", "VEN", "--package", built / "datapackage")
    assert "did you mean ven-" in part.err
    assert run("explain", "nothing like it", "--package", built / "datapackage").code == 2


def test_charts_and_site_are_made_from_the_package_alone(run: Run, published: Path) -> None:
    before = content(published)
    shutil.rmtree(published / "charts")
    assert run("charts", published).code == 0
    assert content(published) == before
    site = run("site", published)
    assert (site.code, site.err) == (0, "")
    assert site.out.strip().endswith("index.html")
    assert content(published) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "none"), ("validate", "note.txt"), ("diff", "none", "none"), ("explain", "x", "--package", "none"),
        ("charts", "none"), ("charts", "."), ("site", "none"), ("serve", "none"), ("serve", "."), ("evaluate", "none"),
        ("evaluate", "."), ("evaluate", "note.txt"), ("events", "none"), ("build", "none", "--out", "out"),
    ],
)  # fmt: skip
def test_errors_are_one_line(
    arguments: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text("nothing of the kind")
    monkeypatch.chdir(tmp_path)
    failed = run(*arguments)
    assert failed.code == 2
    assert failed.out == ""
    (line,) = failed.lines
    assert line.startswith("error: ")
    assert any(name in line for name in arguments[1:])
    assert sorted(tmp_path.iterdir()) == [tmp_path / "note.txt"]


def test_names_of_files_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\x1b[31mred.txt").write_bytes(b"")
    shown = run("events", tmp_path / "in")
    assert shown.code == 2
    assert "\x1b" not in shown.err


def test_evaluate_scores_an_annotated_set(run: Run, tmp_path: Path) -> None:
    sets = {"text": "They voted on 28 July 2024.", "doc": "a", "published": "2024-07-30"}
    timex = {"start": 14, "end": 26, "type": "DATE", "value": "2024-07-28", "text": "28 July 2024"}
    (tmp_path / "timex.jsonl").write_text(json.dumps(sets | {"timexes": [timex]}) + "\n")
    shown = run("evaluate", tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert "100.0" in shown.out or "1.00" in shown.out
