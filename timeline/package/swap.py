"""Puts a folder that was built aside in the place of an old one, so that a whole one stands there at any moment.

For ``out/datapackage`` the new folder is built in ``out/.datapackage.next``. Where the system can exchange two names
(Linux), that is one step; elsewhere the old folder is first set aside as ``out/.datapackage.previous``, and if the
process dies in between, the next start puts it back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.errors import PackageError

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def aside_of(target: Path) -> Path:
    """Return where the next version of a folder is built: beside it, so that a rename moves it in."""
    return target.parent / f".{target.name}.next"


@contextmanager
def built_aside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside ``target`` to build in; swap it in at the end, or remove it if building raises."""
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    clean_up(target)
    aside = aside_of(target)
    aside.mkdir()
    try:
        yield aside
        swap_in(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def swap_in(aside: Path, target: Path) -> None:
    """Put the folder ``aside`` (on the same file system) in the place of ``target`` and remove what stood there."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise PackageError(f"{target}: in the way, and not a folder; move it and run again")
    previous = _previous_of(target)
    shutil.rmtree(previous, ignore_errors=True)
    if not target.exists():
        aside.rename(target)
    elif _exchange(aside, target):
        shutil.rmtree(aside, ignore_errors=True)  # it now holds the old version
    else:
        _replace_in_two_steps(aside, target, previous)
    shutil.rmtree(previous, ignore_errors=True)


def clean_up(target: Path) -> None:
    """Remove what a run that died left beside ``target``, after putting back a version that it had set aside."""
    previous = _previous_of(target)
    if previous.is_dir() and not target.exists():
        previous.rename(target)
    for left in (previous, aside_of(target)):
        if left.is_dir():
            shutil.rmtree(left)


def _previous_of(target: Path) -> Path:
    return target.parent / f".{target.name}.previous"


def _replace_in_two_steps(aside: Path, target: Path, previous: Path) -> None:
    target.rename(previous)
    try:
        aside.rename(target)
    except OSError:
        previous.rename(target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or its file system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # not Linux, or a C library without it
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
