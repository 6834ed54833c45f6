"""Commands run in this process, and folders for them to read."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.given import ARTICLE, BROKEN, Ran, Run
from timeline import cli


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
