"""Published datasets that the tests of feeds and descriptions share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.package.fixture import fixture_rows
from tests.site.making import DAY, ONLINE, hostile_rows, made
from timeline.site.published import Published


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    folder = tmp_path_factory.mktemp("plain")
    return folder, made(folder, fixture_rows())


@pytest.fixture(scope="module")
def online(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    folder = tmp_path_factory.mktemp("online")
    return folder, made(folder, fixture_rows(), ONLINE, DAY)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    folder = tmp_path_factory.mktemp("hostile")
    return folder, made(folder, hostile_rows())


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    folder = tmp_path_factory.mktemp("empty")
    return folder, made(folder, {})
