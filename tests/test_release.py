"""Releases: one archive, the same bytes each time, never replaced by other content."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from timeline.package.release import release

from timeline import package
from timeline.errors import PackageError
from timeline.package.layout import sha256


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "published"))


def test_the_archive_holds_the_package_and_the_charts(published: Path, tmp_path: Path) -> None:
    archive = release(published, tmp_path / "dist")
    meta = package.read_package_meta(published / "datapackage")
    assert archive.name == f"{meta.name}-{meta.version}.zip"
    with zipfile.ZipFile(archive) as zipped:
        assert zipped.testzip() is None
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        zipped.extractall(tmp_path / "unpacked")
    folder = tmp_path / "unpacked" / archive.stem
    assert package.validate(folder / "datapackage") == ()
    for name in ("datapackage", "charts"):
        for file in (published / name).rglob("*"):
            copy = folder / file.relative_to(published)
            assert file.is_dir() or copy.read_bytes() == file.read_bytes()
    digest, named = (tmp_path / "dist" / f"{archive.name}.sha256").read_text().split()
    assert (digest, named) == (sha256(archive), archive.name)
    assert len(list((tmp_path / "dist").iterdir())) == 2


def test_the_same_content_gives_the_same_bytes(published: Path, tmp_path: Path) -> None:
    first = release(published, tmp_path / "dist").read_bytes()
    for file in published.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        if file.is_file():
            file.chmod(0o600)
    assert release(published, tmp_path / "dist").read_bytes() == first, "again, over the same release"
    assert release(published, tmp_path / "other").read_bytes() == first


def test_a_release_is_never_replaced_by_other_content(published: Path, tmp_path: Path) -> None:
    archive = release(published, tmp_path / "dist")
    before = archive.read_bytes()
    (published / "charts" / "more.txt").write_text("another file")
    with pytest.raises(PackageError, match="raise `version`"):
        release(published, tmp_path / "dist")
    assert archive.read_bytes() == before
    assert len(list((tmp_path / "dist").iterdir())) == 2


def test_what_is_not_valid_is_not_released(published: Path, tmp_path: Path) -> None:
    file = published / "datapackage" / "csv" / "events.csv"
    file.write_bytes(file.read_bytes().replace(b"2024-07-28", b"2024-07-27", 1))
    with pytest.raises(PackageError, match="not valid"):
        release(published, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_without_charts_or_package_there_is_no_release(published: Path, tmp_path: Path) -> None:
    shutil.rmtree(published / "charts")
    with pytest.raises(PackageError, match="timeline charts"):
        release(published, tmp_path / "dist")
    with pytest.raises(PackageError):
        release(tmp_path / "none", tmp_path / "dist")


def test_from_the_command_line(published: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "timeline.package.release"]
    done = subprocess.run([*command, published, tmp_path / "dist"], capture_output=True, text=True, check=True)
    assert [Path(line).is_file() for line in done.stdout.splitlines()] == [True, True]
    for wrong in ([], [str(tmp_path), str(tmp_path / "dist")]):
        failed = subprocess.run([*command, *wrong], capture_output=True, text=True, check=False)
        assert (failed.returncode, failed.stdout, len(failed.stderr.splitlines())) == (2, "", 1)
