"""`timeline dates`, `mentions` and `events`: what they print of an input."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.given import ARTICLE, BROKEN, OTHER, Run
from timeline.models import Rows


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
