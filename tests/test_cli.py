"""The command line: what each command prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import typer.main

import timeline
from timeline import cli
from timeline.errors import InputError
from timeline.models import Rows

ARTICLE = "Police in Lima detained 12 protesters on 3 May 2021, the interior ministry said.\n"
OTHER = "Thousands of people protested in Nairobi on 6 June 2019 against a new tax.\n"
COMMANDS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Ran:
    """A command that has run in this process."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as `timeline` does, with ``given`` as its standard input."""

    def run(*arguments: object, given: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["timeline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
        seen = capsys.readouterr()
        return Ran(code if isinstance(code, int) else 0, seen.out, seen.err)

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "lima.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


BROKEN = {
    "binary.txt": (b"GIF89a\x00\x01\x00 police detained", "binary"),
    "cut.md": (b'---\ntitle: "Police detain 12\n---\n' + ARTICLE.encode(), "line 2"),
    "dated.md": (b"---\ntitle: Police detain 12\npublished: 31/31/2021\n---\n" + ARTICLE.encode(), "31/31/2021"),
    "empty.txt": (b"", "empty"),
    "latin.txt": ("La policía detuvo a 12 personas".encode("latin-1"), "UTF-8"),
    "report.pdf": (b"%PDF-1.7 police", ".pdf"),
    "rows.jsonl": (b'{"article_id": "a", "text": ', "line 1"),
    "spaces.txt": (b" \n\t\n", "empty"),
}


@pytest.fixture
def messy(good: Path) -> Path:
    """A folder with one article, and one of everything that cannot be read."""
    for name, (data, _) in BROKEN.items():
        (good / name).write_bytes(data)
    return good


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    """A folder of one's own with datapackage/ and charts/."""
    return Path(shutil.copytree(built, tmp_path / "published"))


def content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# ------------------------------------------------------------------ help


def test_the_commands_are_those_of_the_design() -> None:
    assert set(COMMANDS) == set(
        "build dates mentions events explain validate diff release charts site serve evaluate".split()
    )  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_every_option(name: str, run: Run) -> None:
    shown = run(name, "--help")
    assert shown.code == 0
    assert not shown.err
    assert (COMMANDS[name].help or "").endswith((".", ")."))
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"{parameter.name} of {name} is not explained"  # type: ignore[attr-defined]
        assert " ".join(parameter.help.split())[:12] in " ".join(shown.out.split())  # type: ignore[attr-defined]


def test_help_starts_fast_and_loads_nothing_heavy() -> None:
    asked = [sys.executable, "-X", "importtime", "-m", "timeline", "--help"]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in shown.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"spacy", "pandas", "altair", "pyarrow", "duckdb", "timeline.pipeline"}


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    assert run("publish").code == 2
    assert run("build").code == 2


# ------------------------------------------------------------------ build


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


# ------------------------------------------------------------------ commands that print what an input says


@pytest.mark.parametrize("command", ["dates", "mentions", "events"])
def test_results_go_to_standard_output_and_nothing_else(command: str, run: Run, good: Path) -> None:
    for shown in (run(command, good), run(command, good / "lima.txt"), run(command, "-", given=ARTICLE)):
        assert (shown.code, shown.err) == (0, "")
        objects = [json.loads(line) for line in shown.out.splitlines()]
        assert objects
    table = run(command, good, "--format", "table")
    assert (table.code, table.err) == (0, "")
    assert "2021-05-03" in table.out


@pytest.mark.parametrize("command", ["dates", "mentions", "events"])
def test_what_a_command_cannot_read_goes_to_standard_error(command: str, run: Run, messy: Path) -> None:
    shown = run(command, messy)
    assert (shown.code, len(shown.lines)) == (0, len(BROKEN))
    assert all(json.loads(line) for line in shown.out.splitlines())
    assert run(command, messy / "latin.txt").code == 2
    assert run(command, messy / "lima.txt", messy / "latin.txt").code == 2
    missing = run(command, messy / "none.txt")
    assert (missing.code, missing.out, len(missing.lines)) == (2, "", 1)


def test_dates_are_in_timex3_terms(run: Run) -> None:
    shown = run("dates", "-", "--published", "2024-07-30", given="They voted on Sunday.")
    assert json.loads(shown.out) == {
        "article_id": "stdin", "start": 14, "end": 20, "text": "Sunday", "type": "DATE", "value": "2024-07-28",
        "mod": "", "edtf": "2024-07-28",
    }  # fmt: skip
    wrong = run("dates", "-", "--published", "the other day", given="They voted on Sunday.")
    assert (wrong.code, len(wrong.lines)) == (2, 1)


def test_dates_explain_every_value_they_print(run: Run) -> None:
    said = "They met on Sunday at 3 p.m., for two days, early in 2019, every week, recently, and last summer."
    shown = run("dates", "-", "--published", "2024-07-30", given=said)
    told = run("dates", "--help").out
    for row in map(json.loads, shown.out.splitlines()):
        shape = re.sub(r"\d", r"\\d", row["value"]).replace(r"\d\d\d\d-SU", "-SU")
        assert row["type"] in told and row["mod"] in told and re.search(shape, told), row
    assert not [line for line in told.splitlines() if len(line) > 80]


@pytest.mark.parametrize("given", ["text", "jsonl", "folder"])
def test_dates_name_the_article_of_each_row(run: Run, tmp_path: Path, given: str) -> None:
    rows = [{"article_id": name, "text": "They met on Friday.", "published": "2024-07-30"} for name in ("a", "b")]
    lines = "\n".join(map(json.dumps, rows))
    (tmp_path / "c.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "d.txt").write_text("They met on May 3, 1999.", encoding="utf-8")
    shown = {
        "text": lambda: run("dates", "-", "--published", "2024-07-30", given="They met on Friday."),
        "jsonl": lambda: run("dates", "-", given=lines),
        "folder": lambda: run("dates", tmp_path),
    }[given]()
    found = [(row["article_id"], row["value"]) for row in map(json.loads, shown.out.splitlines())]
    friday = "2024-07-26"
    assert (
        found
        == {
            "text": [("stdin", friday)],
            "jsonl": [("a", friday), ("b", friday)],
            "folder": [("a", friday), ("b", friday), ("d", "1999-05-03")],
        }[given]
    )
    assert "d\n" in re.sub(" +\n", "\n", run("dates", tmp_path, "--format", "table").out)


def test_mentions_and_events_have_the_keys_of_the_design(run: Run, seed_rows: Rows) -> None:
    mention = json.loads(run("mentions", "-", given=ARTICLE).out.splitlines()[0])
    columns = set(seed_rows["mentions"][0]) | {"mode", "status", "country", "participants", "figures"}
    assert set(mention) == columns
    event = json.loads(run("events", "-", given=ARTICLE).out.splitlines()[0])
    assert set(event) == set(seed_rows["events"][0]) | {"participants", "figures", "evidence"}
    assert set(event["evidence"][0]) == set("article_id start_char end_char quote claimant realis".split())
    assert event["evidence"][0]["quote"] in ARTICLE


@pytest.mark.parametrize("command", ["dates", "mentions"])
def test_html_is_one_page_with_everything_escaped(command: str, run: Run, good: Path) -> None:
    shown = run(command, "-", "--format", "html", given=ARTICLE + "<script>alert(1)</script>")
    assert shown.code == 0
    assert shown.out.lower().count("<html") == 1
    assert "<script>alert" not in shown.out
    (good / "nairobi.txt").write_text(OTHER, encoding="utf-8")
    two = run(command, good, "--format", "html")
    assert (two.code, two.out, len(two.lines)) == (2, "", 1)


# ------------------------------------------------------------------ commands on a package


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


# ------------------------------------------------------------------ in a shell


def test_a_reader_that_stops_early_is_no_error(good: Path) -> None:
    for number in range(40):
        (good / f"more-{number}.txt").write_text(ARTICLE, encoding="utf-8")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "timeline", "dates", str(good)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
