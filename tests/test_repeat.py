"""The same input gives the same bytes: whatever the clock, the machine, the hash seed, the folder or the order."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline import job
from timeline.articles import read

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder: its path to its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def built_elsewhere(inputs: list[str], out: Path, cwd: Path, **environment: str) -> dict[str, bytes]:
    """What a process of its own makes of the inputs."""
    command = [sys.executable, "-m", "timeline", "build", *inputs, "--out", str(out), "--quiet"]
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=cwd, env=known, check=True, capture_output=True)
    return content(out)


def test_a_build_has_every_kind_of_file(built: Path) -> None:
    suffixes = {Path(name).suffix for name in content(built)}
    assert {".parquet", ".csv", ".json", ".svg", ".html", ".png", ".md"} <= suffixes


def test_another_process_elsewhere_and_at_another_time_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "copy" / "seeds")
    there = tmp_path / "far" / "away"
    there.mkdir(parents=True)
    again = built_elsewhere(
        [os.path.relpath(tmp_path / "copy" / "seeds", there)], tmp_path / "second", there,
        PYTHONHASHSEED="4242", TZ="Pacific/Kiritimati", LC_ALL="C", HOME=str(tmp_path), COLUMNS="40",
    )  # fmt: skip
    assert differing(content(built), again) == []


def test_inputs_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    files = sorted(map(str, SEEDS.glob("*.txt")))
    first = built_elsewhere(files, tmp_path / "first", tmp_path, PYTHONHASHSEED="1", TZ="America/Lima")
    second = built_elsewhere(files[::-1], tmp_path / "second", ROOT, PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert len(files) > 1
    assert differing(first, second) == []


def test_a_rebuild_over_the_old_output_changes_nothing(built: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(built, tmp_path / "out"))
    job.build([SEEDS], out)
    assert differing(content(built), content(out)) == []
    assert sorted(path.name for path in out.iterdir()) == ["charts", "datapackage"], "nothing is left behind"


def test_clocks_hosts_users_and_paths_enter_no_file(built: Path) -> None:
    words = {str(built), str(ROOT), str(Path.home()), socket.gethostname(), sys.prefix, "/tmp/"}
    user = getpass.getuser()
    if len(user) > 4:  # a short one may be part of a word
        words.add(user)
    for name, data in content(built).items():
        for word in words:
            if len(word) > 3 and word.encode() in data:
                pytest.fail(f"{name} holds {word!r}")


def test_no_time_is_kept_in_pictures(built: Path) -> None:
    for name, data in content(built).items():
        if name.endswith(".png"):
            kinds = png_chunks(data)
            assert not kinds & {b"tIME", b"tEXt", b"iTXt"} or b"creat" not in data.lower(), name


def png_chunks(data: bytes) -> set[bytes]:
    """The kinds of the chunks of a PNG."""
    kinds, place = set(), 8
    while place < len(data):
        size = int.from_bytes(data[place : place + 4])
        kinds.add(data[place + 4 : place + 8])
        place += 12 + size
    return kinds


def test_paths_of_articles_are_relative() -> None:
    assert {article.path for article in read(SEEDS.resolve()).articles} == {file.name for file in SEEDS.glob("*.txt")}
