"""Output folders with a package and its site, of invented, hostile or no events; without pictures, which are slow."""

from __future__ import annotations

import datetime as dt
import html.parser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.package.fixture import fixture_rows
from tests.package.published import META
from timeline.models import Rows
from timeline.package import Contributor, DatasetMeta
from timeline.package.tables import in_groups, to_tables
from timeline.package.writer import fill
from timeline.site.landing import write_site
from timeline.site.published import Published, read_published

RELATIVE = replace(META, base_url="")
WORDS = (
    "=1+1", "+1", "-2", "@SUM(A1)", "'=1", '=HYPERLINK("http://evil.example")', "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>', "<b>&amp;</b> ]]> -->", "a;b,c\\d", "line\nBEGIN:VEVENT\r\nend", "%s \\u003c",
    "_x0041_ and \x01\x0b", "\u202eevil", "é" * 90, "日本語" * 30, "{{ 7*7 }} {% raw %}", "javascript:alert(1)",
    "x\u2028y\u2029z",
)  # fmt: skip


def made(folder: Path, rows: Rows, meta: DatasetMeta = RELATIVE, day: dt.date | None = None) -> Published:
    """Write package and site of these rows, keeping to the rules of the dataset or not; what was published."""
    (folder / "datapackage").mkdir(parents=True)
    fill(folder / "datapackage", in_groups(to_tables(rows)), meta)
    return remade(folder, day)


def remade(folder: Path, day: dt.date | None = None, since: Sequence[Path] = ()) -> Published:
    """Write the site of the package in a folder; what was published."""
    published = read_published(folder, day, since)
    (folder / "charts").mkdir()
    write_site(published, (), folder / "charts")
    return published


def hostile_rows() -> Rows:
    """The fixture with words in every free text that try to break out of each format."""
    rows = fixture_rows()
    at = 0
    for name, column in (
        ("events", "title"), ("events", "place"), ("mentions", "claimant"), ("mentions", "quote"),
        ("mentions", "outlet"), ("articles", "title"), ("articles", "publisher"), ("articles", "url"),
        ("entities", "name"), ("entities", "aliases"),
    ):  # fmt: skip
        for row in rows[name]:
            row[column] = WORDS[at % len(WORDS)]
            at += 1
    return rows


class Page(html.parser.HTMLParser):
    """The elements of a page, the texts of its code blocks by loader, and its data block."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.loaders: dict[str, str] = {}
        self.data = ""
        self.text = ""
        self._into = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append((tag, known))
        self.ids += [str(known["id"])] if "id" in known else []
        if "data-loader" in known:
            self._into = str(known["data-loader"])
            self.loaders[self._into] = ""
        if known.get("type") == "application/ld+json" and tag == "script":
            self._into = "data"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("code", "script"):
            self._into = ""

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._into == "data":
            self.data += data
        elif self._into:
            self.loaders[self._into] += data

    def links(self) -> list[str]:
        """Every address the page leads to or shows."""
        return [str(known[key]) for _, known in self.tags for key in ("href", "src", "srcset") if key in known]


DAY = dt.date(2031, 2, 3)
ONLINE = replace(
    RELATIVE, base_url="https://data.example/set/", contributors=(Contributor("Ann Example", "https://ann.example/"),)
)

Made = tuple[Path, Published]


def data(made_: Made) -> Path:
    return made_[0] / "charts" / "data"
