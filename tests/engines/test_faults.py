"""Whatever goes wrong, the last good package stands as it was, the user gets a clear word, and --resume goes on."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from tests.engines import warm
from tests.engines.test_engines import publish, write_news
from tests.test_repeat import content, differing
from timeline import articles, job, package
from timeline.engines import Work, kept
from timeline.errors import InputError, PackageError, TimelineError
from timeline.merge.store import Store
from timeline.package import swap

KILLS = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "fuzz" else 3


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of some articles, in its output folder."""
    folder = tmp_path_factory.mktemp("old")
    publish(write_news(folder / "articles", 12), folder / "out", job.How(workers=1))
    return folder / "out"


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More articles than the package was made of."""
    return write_news(tmp_path_factory.mktemp("more") / "articles", 48)


@pytest.fixture(scope="module")
def undisturbed(old: Path, more: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build of them makes over the old package."""
    out = Path(shutil.copytree(old, tmp_path_factory.mktemp("whole") / "out"))
    publish(more, out, job.How(workers=1))
    return content(out)


@pytest.fixture
def out(old: Path, tmp_path: Path) -> Path:
    """The output folder with the old package."""
    return Path(shutil.copytree(old, tmp_path / "out"))


# ------------------------------------------------------------------ killed


def test_killed_at_any_moment(old: Path, more: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    """SIGKILL: the package is the old one or the new one, whole and valid; resumed, it is the undisturbed one."""
    started = time.perf_counter()
    whole = warm.start(more, Path(shutil.copytree(old, tmp_path / "whole")))
    whole.join()
    assert whole.exitcode == 0
    assert differing(content(tmp_path / "whole"), undisturbed) == []
    took = time.perf_counter() - started
    moments = random.Random(7)
    for kill in range(KILLS):
        out = Path(shutil.copytree(old, tmp_path / str(kill)))
        process = warm.start(more, out)
        time.sleep(took * (kill + moments.random()) / KILLS)
        process.kill()
        process.join()
        there = content(out / "datapackage")
        before = content(old / "datapackage")
        after = {name.removeprefix("datapackage/"): data for name, data in undisturbed.items()}
        assert differing(there, before) == [] or differing(there, after) == []
        assert package.validate(out / "datapackage") == ()
        publish(more, out, job.How(workers=1, resume=True))
        assert differing(content(out), undisturbed) == [], f"killed {kill} of {KILLS}"


@pytest.mark.parametrize("moment", ["before", "between", "after"])
def test_killed_while_the_folders_are_swapped(
    moment: str, out: Path, more: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system cannot exchange folders, a run can die between two renames: the next start mends that."""

    class KilledError(BaseException):
        """Nobody catches it."""

    def die(aside: Path, target: Path, previous: Path) -> None:
        if moment != "before":
            target.rename(previous)
        if moment == "after":
            aside.rename(target)
        raise KilledError

    before = content(out / "datapackage")
    with monkeypatch.context() as patch:
        patch.setattr(swap, "_exchange", lambda one, other: False)
        patch.setattr(swap, "_replace_in_two_steps", die)
        patch.setattr(shutil, "rmtree", lambda *_args, **_options: None)  # a dead process cleans nothing up
        with pytest.raises(KilledError):
            publish(more, out, job.How(workers=1))
    assert (out / "datapackage").exists() == (moment != "between")
    with pytest.raises(InputError):  # any start mends, even one that then finds nothing to read
        publish(out / "nothing", out, job.How(workers=1, resume=True))
    if moment != "after":
        assert differing(content(out / "datapackage"), before) == []
    publish(more, out, job.How(workers=1, resume=True))
    assert differing(content(out), undisturbed) == []


# ------------------------------------------------------------------ no room, no permission

FULL = OSError(errno.ENOSPC, "No space left on device")
DENIED = PermissionError(errno.EACCES, "Permission denied")
STEPS = {  # where a build writes
    "the articles": (kept, "pack", FULL),
    "what was read": (Work, "_keep", FULL),
    "what is compared": (Store, "table", DENIED),
    "what is joined": (Store, "keep", duckdb.IOException("IO Error: Could not write all bytes to file: disk full")),
    "the sorted rows": (package.large, "_in_order", FULL),
    "the Parquet files": (package.writer, "write_parquet", pa.ArrowException("No space left on device")),
    "the CSV files": (package.writer, "write_csv", FULL),
    "the exchange": (swap, "swap_in", DENIED),
    "the charts": (job, "draw", DENIED),
}


@pytest.mark.parametrize("step", STEPS)
def test_no_room_or_permission_at_any_step(
    step: str, out: Path, more: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, name, error = STEPS[step]

    def fail(*_args: object, **_options: object) -> None:
        raise error

    before = content(out / "datapackage")
    with monkeypatch.context() as patch:
        patch.setattr(job, "draw", lambda target: target)
        patch.setattr(place, name, fail)
        with pytest.raises(TimelineError, match=r"cannot be written: .*(space|denied|full).*unchanged"):
            job.build([more], out, job.How(workers=1))
    if step != "the charts":
        assert differing(content(out / "datapackage"), before) == []
    publish(more, out, job.How(workers=1, resume=True))
    assert differing(content(out), undisturbed) == []


@pytest.fixture
def small_files() -> Iterator[None]:
    """The system refuses files of more than so many bytes, as a full disk does."""
    known = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, known[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, known)


def test_a_disk_that_is_really_full(out: Path, more: Path, small_files: None) -> None:
    before = content(out / "datapackage")
    with pytest.raises(PackageError, match=r"cannot be written: .*unchanged"):
        publish(more, out, job.How(workers=1))
    assert differing(content(out / "datapackage"), before) == []


def test_an_output_that_cannot_be_is_an_error_before_anything_is_read(more: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(TimelineError, match="cannot be written"):
        publish(more, tmp_path / "file" / "out", job.How(workers=1))
    (tmp_path / "out" / "datapackage").mkdir(parents=True)
    (tmp_path / "out" / "datapackage" / "mine.txt").write_text("mine")
    with pytest.raises(PackageError, match="not replaced"):
        publish(more, tmp_path / "out", job.How(workers=1))
    assert content(tmp_path) == {"file": b"mine", "out/datapackage/mine.txt": b"mine"}


def test_nothing_is_left_where_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError):
        publish(tmp_path / "empty", tmp_path / "out", job.How(workers=1))
    assert not (tmp_path / "out").exists()


# ------------------------------------------------------------------ inputs that change


def test_inputs_that_change_after_they_were_looked_through_change_nothing(
    out: Path, more: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Path(shutil.copytree(more, tmp_path / "mine"))
    original = Work.read

    def spoil_then_read(self: Work, *args: object) -> None:
        shutil.rmtree(mine)
        original(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Work, "read", spoil_then_read)
    publish(mine, out, job.How(workers=1))
    assert differing(content(out), undisturbed) == []


@pytest.mark.parametrize("change", ["grown", "replaced", "gone"])
def test_a_file_that_changes_while_it_is_read_is_named(change: str, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"article_id": "a", "text": "Text one."}\n' * 1)
    stream = articles.ArticleStream([file])
    read = iter(stream)
    assert next(read).article_id == "a"
    if change == "grown":
        file.write_text(file.read_text() + '{"article_id": "b", "text": "Text two."}\n')
    else:
        file.unlink()
    if change == "replaced":
        file.write_text('{"article_id": "c", "text": "Text two."}\n')
    list(read)
    (problem,) = stream.rest().problems
    assert "changed while it was read" in problem.reason and problem.named
