"""Cases that fuzzing found once stay mended, and a little of the fuzzing runs with every test run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, check_article, check_dates, check_file, check_gate

FOUND = sorted((Path(__file__).parent / "found").glob("*-*.*"))
SHARE = 1 / 2000


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_was_found_once_stays_mended(file: Path) -> None:
    data = file.read_bytes()
    if file.name.startswith("files-"):
        check_file(f"a{file.suffix}", data)
        return
    text = data.decode("utf-8", "surrogatepass")
    for published in ("", "2024-02-29", "9999-12-31", "0001-01-01"):
        check_dates(text, published)
        check_article(text, published)
    check_gate(text)


@pytest.mark.parametrize("name", TARGETS)
def test_a_little_of_it(name: str) -> None:
    target, count = TARGETS[name]
    for number in range(max(int(count * SHARE), 20)):
        target(number)
