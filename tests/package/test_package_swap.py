"""A whole folder stands in place at any moment, whatever fails and wherever a run dies."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import PackageError
from timeline.package import built_aside, clean_up, swap, swap_in


def fill(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "file").write_text(text)
    return folder


@pytest.fixture(params=["exchange", "two steps"])
def system(request, monkeypatch) -> str:
    if request.param == "two steps":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    return request.param


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_folder_takes_the_place_of_the_old(tmp_path: Path, system: str):
    target = fill(tmp_path / "charts", "old")
    (target / "stale").write_text("x")
    swap_in(fill(tmp_path / "aside", "new"), target)
    assert (target / "file").read_text() == "new"
    assert names(target) == ["file"] and names(tmp_path) == ["charts"]


def test_a_first_folder_is_put_in_place(tmp_path: Path, system: str):
    with built_aside(tmp_path / "deep/out/charts") as aside:
        fill(aside, "new")
    assert (tmp_path / "deep/out/charts/file").read_text() == "new"
    assert names(tmp_path / "deep/out") == ["charts"]


def test_a_build_that_raises_leaves_the_old(tmp_path: Path, system: str):
    target = fill(tmp_path / "charts", "old")
    with pytest.raises(ZeroDivisionError), built_aside(target) as aside:
        fill(aside, "half")
        raise ZeroDivisionError
    assert (target / "file").read_text() == "old" and names(tmp_path) == ["charts"]


def test_a_rename_that_fails_leaves_the_old(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    target, aside = fill(tmp_path / "charts", "old"), fill(tmp_path / "aside", "new")
    rename = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self == aside:
            raise OSError(5, "Input/output error")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="Input"):
        swap_in(aside, target)
    assert (target / "file").read_text() == "old"


def test_the_next_start_mends_a_run_that_died_between_two_renames(tmp_path: Path):
    target = fill(tmp_path / "charts", "old")
    target.rename(tmp_path / ".charts.previous")
    fill(swap.aside_of(target), "new")
    clean_up(target)
    assert (target / "file").read_text() == "old" and names(tmp_path) == ["charts"]


@pytest.mark.parametrize("left", [".charts.next", ".charts.previous"])
def test_the_next_start_removes_what_a_dead_run_left(tmp_path: Path, left: str):
    target = fill(tmp_path / "charts", "good")
    fill(tmp_path / left, "half")
    clean_up(target)
    assert (target / "file").read_text() == "good" and names(tmp_path) == ["charts"]


def test_a_link_or_file_in_the_way_is_not_replaced(tmp_path: Path):
    real = fill(tmp_path / "real", "mine")
    (tmp_path / "charts").symlink_to(real)
    with pytest.raises(PackageError, match="in the way"), built_aside(tmp_path / "charts") as aside:
        fill(aside, "new")
    assert (real / "file").read_text() == "mine" and names(tmp_path) == ["charts", "real"]
