"""`timeline build`: what it writes, where, and what it does with what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import timeline
from tests.cli.given import BROKEN, Run, content
from timeline.errors import InputError


def test_build_writes_package_and_charts_and_says_where(run: Run, good: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    done = run("build", good, "--out", out)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "1 articles, 1 mentions, 1 events", str(out / "datapackage"), str(out / "charts" / "index.html"),
    ]  # fmt: skip
    assert sorted(path.name for path in out.iterdir()) == ["charts", "datapackage"]
    assert run("validate", out / "datapackage").code == 0


def test_in_a_folder_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, messy: Path, tmp_path: Path) -> None:
    done = run("build", messy, "--out", tmp_path / "out", "--quiet")
    assert (done.code, done.out) == (0, "")
    assert len(done.lines) == len(BROKEN)
    for line, (name, (_, reason)) in zip(done.lines, BROKEN.items(), strict=True):
        assert line.startswith(f"not read: {messy / name}")
        assert reason in line
    assert len(timeline.load(tmp_path / "out" / "datapackage")["articles"]) == 1


def test_json_logs_are_one_object_a_line(run: Run, messy: Path, tmp_path: Path) -> None:
    done = run("build", messy, "--out", tmp_path / "out", "--json")
    logged = [json.loads(line) for line in done.lines]
    assert (done.code, done.out) == (0, "")
    assert [item["level"] for item in logged] == ["error"] * len(BROKEN) + ["done"]
    assert logged[-1] == {"level": "done", "articles": 1, "mentions": 1, "events": 1}
    failed = run("build", messy / "empty.txt", "--out", tmp_path / "out", "--json")
    (error,) = map(json.loads, failed.lines)
    assert error["level"] == "error"
    assert failed.code == 2


@pytest.mark.parametrize("name", BROKEN)
def test_a_named_file_that_cannot_be_read_ends_it(name: str, run: Run, messy: Path, published: Path) -> None:
    before = content(published)
    for inputs in ([messy / name], [messy / "lima.txt", messy / name], [messy, messy / name]):
        done = run("build", *inputs, "--out", published)
        assert (done.code, done.out) == (2, "")
        assert any(line.startswith(f"error: {messy / name}") and BROKEN[name][1] in line for line in done.lines)
        assert "Traceback" not in done.err
    assert content(published) == before


@pytest.mark.parametrize("broken", ["nothing", "only broken files", "missing", "dataset", "strict"])
def test_the_package_in_place_stays_as_it_was(broken: str, run: Run, messy: Path, published: Path) -> None:
    before = content(published)
    arguments: list[object] = [messy]
    if broken == "nothing":
        arguments = [messy / "none"]
        (messy / "none").mkdir()
    elif broken == "missing":
        arguments = [messy / "there-is-none"]
    elif broken == "only broken files":
        (messy / "lima.txt").unlink()
    elif broken == "dataset":
        (messy / "dataset.toml").write_text("[dataset\ntitle = 3", encoding="utf-8")
    else:
        arguments = [messy, "--strict"]
    done = run("build", *arguments, "--out", published)
    assert (done.code, done.out) == (2, "")
    assert done.lines
    assert all(line.startswith("error: ") for line in done.lines)
    assert content(published) == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[dataset\n", "not sound TOML"),
        ("[dataset]\ntitel = 'x'\n", "did you mean title?"),
        ("[dataset]\nname = 'Two Words'\n", "lower-case"),
        ("[[article]]\nid = 'nobody'\n", "nobody"),
        ("[[article]]\nid = 'lima'\npublished = 'soon'\n", "soon"),
    ],
)
def test_a_broken_dataset_file_is_named_with_the_reason(
    text: str, reason: str, run: Run, good: Path, tmp_path: Path
) -> None:
    (good / "dataset.toml").write_text(text, encoding="utf-8")
    done = run("build", good, "--out", tmp_path / "out")
    assert done.code == 2
    (line,) = done.lines
    assert reason in line
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_one_line(run: Run, good: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run("build", good, "--out", tmp_path / "file" / "out")
    assert (done.code, len(done.lines)) == (2, 1)
    assert str(tmp_path / "file" / "out") in done.err
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.parametrize("folder", ["datapackage", "charts"])
def test_a_folder_that_is_not_ours_is_not_replaced(folder: str, run: Run, good: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / folder).mkdir(parents=True)
    (tmp_path / "out" / folder / "thesis.doc").write_text("years of work")
    done = run("build", good, "--out", tmp_path / "out")
    assert (done.code, len(done.lines)) == (2, 1)
    assert (tmp_path / "out" / folder / "thesis.doc").read_text() == "years of work"


def test_a_scheduler_without_dask_is_wrong_usage(run: Run, good: Path, tmp_path: Path) -> None:
    done = run("build", good, "--out", tmp_path / "out", "--scheduler", "tcp://localhost:1")
    assert (done.code, len(done.lines)) == (2, 1)
    assert "--engine dask" in done.err


def test_from_python_what_cannot_be_read_raises(messy: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        timeline.build(messy / "empty.txt", tmp_path / "out")
    report = timeline.build(messy, tmp_path / "out")
    assert (report.articles, len(report.problems)) == (1, len(BROKEN))
