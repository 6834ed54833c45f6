"""Makes every feed: first the data, then the descriptions, which name the data with size and checksum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from timeline.package.descriptor import to_json
from timeline.package.layout import SUMS, data_files, write_sums
from timeline.site.feeds import atom, croissant, dcat, excel, geojson, ics, schema_org, sqlite, timelinejs
from timeline.site.published import CHARTS, DATA, PACKAGE, File, Published, files_of

DATA_FEEDS: tuple[ModuleType, ...] = (excel, sqlite, ics, geojson, timelinejs, atom)
DESCRIPTIONS: tuple[ModuleType, ...] = (schema_org, croissant, dcat)


@dataclass(frozen=True, slots=True)
class Feed:
    """A file for other programs, and what it is for."""

    label: str
    use: str
    media: str
    file: File


def write_feeds(published: Published, charts: Path) -> tuple[Feed, ...]:
    """Write ``data/`` in the folder of the charts, with its SHA256SUMS; what is there, in the order of use."""
    folder = charts / "data"
    folder.mkdir()
    for module in DATA_FEEDS:
        module.write(published, folder / module.NAME)
    made = [_weighed(module, charts) for module in DATA_FEEDS]
    files = distributed(published, made)
    for module in DESCRIPTIONS:
        text = to_json(module.describe(published, files, DATA))
        (folder / module.NAME).write_text(text, encoding="utf-8", newline="\n")
    write_sums(folder, [module.NAME for module in (*DATA_FEEDS, *DESCRIPTIONS)])
    return (*made, *(_weighed(module, charts) for module in DESCRIPTIONS))


def distributed(published: Published, feeds: Sequence[Feed]) -> tuple[File, ...]:
    """The files that hold the dataset: its tables in both forms, and the feeds of data."""
    names = {module.NAME for module in DATA_FEEDS}
    tables = [published.files[f"{PACKAGE}/{name}"] for name in data_files()]
    return (*tables, *(feed.file for feed in feeds if feed.file.name in names))


def sums_file(charts: Path) -> File:
    """The checksums of ``data/``."""
    return _file(charts, SUMS)


def _weighed(module: ModuleType, charts: Path) -> Feed:
    return Feed(module.LABEL, module.USE, module.MEDIA, _file(charts, module.NAME))


def _file(charts: Path, name: str) -> File:
    """A file in ``data/``; the charts may still stand in a folder of another name."""
    (file,) = files_of(charts, [f"data/{name}"])
    return File(f"{CHARTS}/{file.path}", file.size, file.sha256)
