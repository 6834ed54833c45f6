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
from timeline.engines import Work, in_turn, kept
from timeline.engines.shards import read_shard, unpack
from timeline.errors import InputError
from timeline.job import WORK
from timeline.merge.digest import read_digests, write_digest
from timeline.models import Article, ArticleResult
from timeline.pipeline import read_article
from timeline.plain import from_plain, to_plain

NEWS = articles(6, political=0.3, seed=3, sentences=6)


class Counted:
    """Reads shards and knows of which articles."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, shard: bytes) -> bytes:
        self.read += [article.article_id for article in unpack(shard)]
        return read_shard(shard)


@pytest.fixture(autouse=True)
def pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles in a shard."""
    monkeypatch.setattr(kept, "SIZE", 2)


def run(folder: Path, news: Sequence[Article], resume: bool) -> tuple[list[bytes], list[str], int]:
    """The digests, the articles that were read, and how many were kept before."""
    counted, told = Counted(), [0]
    work = Work(folder, resume)
    work.shards.fill(news)
    work.read(in_turn, lambda _done, before: told.append(before), counted)
    return [b"".join(line + b"\n" for line in digest.lines) for digest in work.digests()], counted.read, told[-1]


@pytest.fixture(scope="module")
def digests() -> list[bytes]:
    return [write_digest(read_article(article)) for article in NEWS]


def names(news: Sequence[Article]) -> list[str]:
    return [article.article_id for article in news]


def test_results_survive_as_text(seed_results: tuple[ArticleResult, ...]) -> None:
    for result in (*map(read_article, NEWS), *seed_results):
        assert from_plain(ArticleResult, json.loads(json.dumps(to_plain(result)))) == result


@pytest.fixture(scope="module")
def seed_results() -> tuple[ArticleResult, ...]:
    from timeline.articles import read

    return tuple(map(read_article, read(Path(__file__).parents[2] / "seeds").articles))


def test_a_digest_holds_what_merging_needs_and_no_text(seed_results: tuple[ArticleResult, ...]) -> None:
    for result in seed_results:
        data = write_digest(result)
        (digest,) = read_digests(data)
        assert {mention.mention_id for mention in digest.mentions()} == {m.mention_id for m in result.mentions}
        members = [member for telling in digest.tellings() for member in telling.members]
        assert sorted(members) == [n for n, mention in enumerate(digest.mentions()) if mention.is_event]
        silent = {s.index for s in result.sentences} - {m.sentence.index for m in result.mentions}
        unsaid = [s.span.text for s in result.sentences if s.index in silent and len(s.span.text) > 60]
        assert unsaid and not any(json.dumps(text)[1:-1].encode() in data for text in unsaid)


def test_only_what_is_missing_is_read(tmp_path: Path, digests: list[bytes]) -> None:
    work = tmp_path / "work"
    assert run(work, NEWS[:4], resume=False) == (digests[:4], names(NEWS[:4]), 0)
    assert run(work, NEWS, resume=True) == (digests, names(NEWS[4:]), 4)
    assert run(work, NEWS, resume=True) == (digests, [], 6)


def test_a_changed_article_or_program_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work"
    run(work, NEWS, resume=False)
    changed = replace(NEWS[2], published="2001-02-03")
    assert run(work, (*NEWS[:2], changed, *NEWS[3:]), resume=True)[1] == names(NEWS[2:4])
    monkeypatch.setattr("timeline.engines.kept.code_version", lambda: "another")
    assert len(run(work, NEWS, resume=True)[1]) == len(NEWS)


def test_without_resume_nothing_old_is_used(tmp_path: Path) -> None:
    work = tmp_path / "work"
    run(work, NEWS, resume=False)
    assert len(run(work, NEWS, resume=False)[1]) == len(NEWS)


@pytest.mark.parametrize("file", ["results.bin", "manifest.jsonl"])
@pytest.mark.parametrize("cut", [1, 40, 200])
def test_what_was_written_in_part_is_read_again(file: str, cut: int, tmp_path: Path, digests: list[bytes]) -> None:
    work = tmp_path / "work"
    run(work, NEWS, resume=False)
    os.truncate(work / file, (work / file).stat().st_size - cut)
    assert run(work, NEWS, resume=True) == (digests, names(NEWS[4:]), 4)
    assert run(work, NEWS, resume=True) == (digests, [], 6)


def test_the_manifest_names_input_program_and_output_of_each_shard(tmp_path: Path) -> None:
    run(tmp_path / "work", NEWS, resume=False)
    lines = (tmp_path / "work" / "manifest.jsonl").read_text(encoding="ascii").splitlines()
    assert len(lines) == 3
    for line in map(json.loads, lines):
        assert line["articles"] == 2
        assert all(len(line[key]) == 64 for key in ("input", "code", "output"))


def test_damage_is_an_input_error(tmp_path: Path) -> None:
    run(tmp_path / "work", NEWS, resume=False)
    file = tmp_path / "work" / "results.bin"
    data = bytearray(file.read_bytes())
    data[50] ^= 1
    file.write_bytes(data)
    with pytest.raises(InputError, match="without --resume"):
        run(tmp_path / "work", NEWS, resume=True)


def build(folder: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "timeline", "build", str(folder), "--out", str(out), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_build_killed_midway_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for article in articles(160, political=0.3, seed=11, sentences=8):
        (folder / article.path).write_text(f"---\npublished: {article.published}\n---\n{article.text}")
    killed = build(folder, tmp_path / "out")
    done = tmp_path / "out" / WORK / "manifest.jsonl"
    while killed.poll() is None and (not done.exists() or done.read_bytes().count(b"\n") < 2):
        time.sleep(0.02)
    assert killed.poll() is None, killed.communicate()[1]
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    lines = done.read_bytes().count(b"\n")
    assert 2 <= lines < 5
    assert not (tmp_path / "out" / "datapackage").exists()

    resumed = build(folder, tmp_path / "out", "--resume")
    _, told = resumed.communicate()
    assert resumed.returncode == 0
    assert told.startswith(f"note: {32 * lines} of 160 articles had been read before and were not read again\n")
    undisturbed = build(folder, tmp_path / "undisturbed")
    assert undisturbed.communicate()[1] == told.partition("\n")[2]
    assert undisturbed.returncode == 0
    assert differing(content(tmp_path / "out"), content(tmp_path / "undisturbed")) == []
