"""Quotes held against the articles themselves, and what `timeline validate` prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.package.fixture import ARTICLES
from tests.package.published import fixture_tables, publish, with_cell
from timeline.cli import app
from timeline.models import Article
from timeline.package import validate

TEXTS = {name: " ".join(sentences) for name, (_, sentences) in ARTICLES.items()}


def articles(**changed: str) -> list[Article]:
    return [Article(name, text) for name, text in (TEXTS | changed).items() if text]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return publish(fixture_tables(), tmp_path / "package")


def test_quotes_that_stand_in_the_articles_are_no_fault(folder: Path):
    assert validate(folder, articles=articles()) == ()
    assert validate(folder, articles=[*articles(), Article("another", "Not in the package.")]) == ()


def test_a_changed_text_is_named_with_its_quotes(folder: Path):
    name = "letters-page"
    problems = validate(folder, articles=articles(**{name: TEXTS[name].replace("thousands", "hundreds")}))
    assert [(p.name, p.cells.values.get("quote", "")[:10]) for p in problems if p.cells] == [
        ("text_unchanged", ""),
        ("quote_stands_there", "On 28 July"),
        ("trigger_stands_there", ""),
        ("quote_stands_there", "Some of th"),
        ("trigger_stands_there", ""),
    ]
    assert all(p.cells and p.cells.row and p.cells.key for p in problems)


def test_an_article_that_is_not_at_hand_is_named_once(folder: Path):
    problems = validate(folder, articles=articles(**{"letters-page": ""}))
    assert [(p.name, p.cells.values) for p in problems if p.cells] == [
        ("article_at_hand", {"article_id": "letters-page"})
    ]


@pytest.mark.parametrize("moved", [1, -1, 10_000])
def test_a_quote_that_stands_elsewhere_is_named(moved: int, tmp_path: Path):
    tables = fixture_tables()
    row = tables["mentions"].to_pylist()[3]
    columns = ("start_char", "end_char", "trigger_start", "trigger_end")
    cells = {column: row[column] + moved for column in columns}  # agrees with itself, and with no text
    folder = publish(with_cell(tables, "mentions", 3, **cells), tmp_path / "package")
    assert validate(folder) == ()
    problems = validate(folder, articles=articles())
    assert [(p.name, p.cells.row) for p in problems if p.cells] == [
        ("quote_stands_there", 4),
        ("trigger_stands_there", 4),
    ]


def test_more_faults_than_are_listed_are_counted(folder: Path):
    problems = validate(folder, 2, articles=[])
    assert [(p.name, p.more) for p in problems] == [("article_at_hand", 0)] * 2 + [("article_at_hand", 4)]
    assert problems[-1].seen == "4 more rows break the same rule"


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["validate", *map(str, arguments)])
    return done.exit_code, done.stdout


def test_the_command_reads_the_articles_and_tells_every_judge(folder: Path, tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    code, shown = run(folder, "--articles", tmp_path / "in", "--frictionless", "--json")
    assert (code, json.loads(shown)) == (0, {
        "package": str(folder), "checked_by": ["columns", "articles", "frictionless"], "valid": True, "faults": 0,
        "problems": [],
    })  # fmt: skip
    assert run(folder, "--articles", tmp_path / "in") == (0, f"{folder}: valid\n")
    (tmp_path / "in" / "letters-page.txt").write_text("Other words.", encoding="utf-8")
    code, shown = run(folder, "--articles", tmp_path / "in")
    assert code == 1 and len(shown.splitlines()) == 5 and "rule: text_unchanged" in shown


def test_a_limit_bounds_what_is_listed_and_nothing_is_cut_in_silence(tmp_path: Path):
    tables = fixture_tables()
    for row in range(6):
        tables = with_cell(tables, "events", row, status="rumoured\x1b[31m")
    folder = publish(tables, tmp_path / "package")
    code, shown = run(folder, "--limit", 2)
    assert code == 1 and "4 more rows break the same rule" in shown and "\x1b" not in shown
    code, shown = run(folder, "--limit", 2, "--json")
    report = json.loads(shown)
    assert code == 1 and report["faults"] == 6 and [p["more"] for p in report["problems"]] == [0, 0, 4]
    assert report["problems"][0]["values"] == {"status": "rumoured\x1b[31m"}
    assert (report["problems"][0]["row"], report["problems"][0]["rule"]) == (1, "enum")
