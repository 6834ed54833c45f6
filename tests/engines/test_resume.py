"""What was read before a crash is not read again, and what comes of it is the same to the byte."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.news import articles
from tests.test_repeat import content, differing
from timeline.engines import Work
from timeline.engines.kept import _NOTHING
from timeline.engines.plain import from_plain, to_plain
from timeline.errors import InputError
from timeline.job import WORK
from timeline.models import Article, ArticleResult
from timeline.pipeline import in_turn, read_article

NEWS = articles(6, political=0.3, seed=3, sentences=6)


class Counted:
    """Reads articles and knows which."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, article: Article) -> ArticleResult:
        self.read.append(article.article_id)
        return read_article(article)


def run(folder: Path, news: Sequence[Article], resume: bool) -> tuple[tuple[ArticleResult, ...], list[str], int]:
    """Results, the articles that were read, and how many were kept before."""
    counted, kept = Counted(), [0]
    engine = Work(folder, resume).through(in_turn, lambda count: kept.append(count))
    return tuple(engine(counted, news)), counted.read, kept[-1]


@pytest.fixture(scope="module")
def results() -> tuple[ArticleResult, ...]:
    return tuple(map(read_article, NEWS))


def test_results_survive_as_text(results: tuple[ArticleResult, ...], seed_results: tuple[ArticleResult, ...]) -> None:
    for result in (*results, *seed_results):
        assert from_plain(ArticleResult, json.loads(json.dumps(to_plain(result)))) == result


@pytest.fixture(scope="module")
def seed_results() -> tuple[ArticleResult, ...]:
    from timeline.articles import read

    return tuple(map(read_article, read(Path(__file__).parents[2] / "seeds").articles))


def test_only_what_is_missing_is_read(tmp_path: Path, results: tuple[ArticleResult, ...]) -> None:
    work = tmp_path / "work"
    assert run(work, NEWS[:4], resume=False) == (results[:4], [item.article_id for item in NEWS[:4]], 0)
    again, read, kept = run(work, NEWS[::-1], resume=True)
    assert (again, kept) == (results[::-1], 4)
    assert read == [item.article_id for item in NEWS[:3:-1]]
    assert run(work, NEWS, resume=True) == (results, [], 6)


def test_a_changed_article_or_program_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work"
    run(work, NEWS, resume=False)
    changed = replace(NEWS[2], published="2001-02-03")
    assert run(work, (*NEWS[:2], changed, *NEWS[3:]), resume=True)[1] == [changed.article_id]
    monkeypatch.setattr("timeline.engines.kept.code_version", lambda: "another")
    assert len(run(work, NEWS, resume=True)[1]) == len(NEWS)


def test_without_resume_nothing_old_is_used(tmp_path: Path) -> None:
    work = tmp_path / "work"
    run(work, NEWS, resume=False)
    assert len(run(work, NEWS, resume=False)[1]) == len(NEWS)


@pytest.mark.parametrize("cut", [1, 40, 700])
def test_a_line_that_was_written_in_part_is_read_again(
    cut: int, tmp_path: Path, results: tuple[ArticleResult, ...]
) -> None:
    work = tmp_path / "work"
    run(work, NEWS, resume=False)
    file = work / "results.jsonl"
    file.write_bytes(file.read_bytes()[:-cut])
    assert run(work, NEWS, resume=True) == (results, [NEWS[-1].article_id], 5)
    assert run(work, NEWS, resume=True) == (results, [], 6)


def test_what_is_kept_is_text_and_holds_no_article(tmp_path: Path) -> None:
    run(tmp_path / "work", NEWS, resume=False)
    lines = (tmp_path / "work" / "results.jsonl").read_text(encoding="ascii").splitlines()
    assert len(lines) == len(NEWS)
    for line in lines:
        key, plain = json.loads(line)
        assert len(key) == 64
        assert from_plain(ArticleResult, plain).article == _NOTHING


def test_a_damaged_line_is_an_input_error(tmp_path: Path) -> None:
    run(tmp_path / "work", NEWS, resume=False)
    file = tmp_path / "work" / "results.jsonl"
    first, _, rest = file.read_bytes().partition(b"\n")
    file.write_bytes(first[:-1] + b"x\n" + rest)
    with pytest.raises(InputError, match="without --resume"):
        run(tmp_path / "work", NEWS, resume=True)


def build(folder: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "timeline", "build", str(folder), "--out", str(out), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_build_killed_midway_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for article in articles(60, political=0.3, seed=11, sentences=8):
        (folder / article.path).write_text(f"---\npublished: {article.published}\n---\n{article.text}")
    killed = build(folder, tmp_path / "out")
    kept = tmp_path / "out" / WORK / "results.jsonl"
    while killed.poll() is None and (not kept.exists() or kept.read_bytes().count(b"\n") < 5):
        time.sleep(0.02)
    assert killed.poll() is None, killed.communicate()[1]
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    lines = kept.read_bytes().count(b"\n")
    assert 5 <= lines < 60
    assert not (tmp_path / "out" / "datapackage").exists()

    resumed = build(folder, tmp_path / "out", "--resume")
    _, told = resumed.communicate()
    assert resumed.returncode == 0
    assert told.startswith(f"note: {lines} of 60 articles had been read before and were not read again\n")
    undisturbed = build(folder, tmp_path / "undisturbed")
    assert undisturbed.communicate()[1] == told.partition("\n")[2]
    assert undisturbed.returncode == 0
    assert differing(content(tmp_path / "out"), content(tmp_path / "undisturbed")) == []
