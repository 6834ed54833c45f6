"""The site of a dataset: a landing page, a codebook and feeds beside the charts, all readable from disk."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from timeline.charts.measure import FONT_DIRECTORY, STYLESHEET
from timeline.package.descriptor import RIGHTS
from timeline.package.layout import CSV_DESCRIPTOR, DESCRIPTOR, README, SUMS, file_of
from timeline.package.meta import LICENCES
from timeline.package.schema import all_resources
from timeline.site.citation import citation
from timeline.site.codebook_page import codebook_page
from timeline.site.events_table import events_table
from timeline.site.feeds import schema_org
from timeline.site.feeds.making import Feed, distributed, sums_file, write_feeds
from timeline.site.loaders import loaders
from timeline.site.pages import ChartPage, asset, chart_embeds, environment, script_hash
from timeline.site.published import CHARTS, DATA, PACKAGE, File, Published

CHANGES = 50  # events of one kind that a version lists; the feed has more


@dataclass(frozen=True, slots=True)
class TableFiles:
    """A table to download: what it holds, its rows, and its two files."""

    name: str
    meaning: str
    rows: int
    parquet: File
    csv: File


def write_site(published: Published, charts: Sequence[ChartPage], folder: Path) -> None:
    """Write ``data/``, ``codebook.html`` and ``index.html`` into the folder that holds the charts."""
    feeds = write_feeds(published, folder)
    font = (FONT_DIRECTORY / STYLESHEET).read_text(encoding="utf-8")
    style = font + asset("site.css")
    pages = {
        "codebook.html": codebook_page(published, style),
        "index.html": landing_page(published, charts, feeds, sums_file(folder), style),
    }
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def landing_page(
    published: Published, charts: Sequence[ChartPage], feeds: Sequence[Feed], feed_sums: File, style: str
) -> str:
    """The landing page: it needs no network, and no script to be read."""
    script = asset("index.js")
    described = schema_org.describe(published, distributed(published, feeds), CHARTS)
    sums = [published.files[f"{PACKAGE}/{SUMS}"], feed_sums]
    return (
        environment()
        .get_template("index.html")
        .render(
            meta=published.meta,
            language="en",
            facts=_facts(published),
            charts=[(page, chart_embeds(page)) for page in charts],
            table=events_table(published.items, published.rows["events"]),
            tables=_tables(published),
            feeds=feeds,
            descriptions=[published.files[f"{PACKAGE}/{name}"] for name in (DESCRIPTOR, CSV_DESCRIPTOR, README)],
            sums=sums,
            files=[*published.files.values(), *(feed.file for feed in feeds)],
            loaders=loaders(published),
            citation=citation(published),
            given=published.given,
            releases=published.releases,
            most=CHANGES,
            withdrawn=published.withdrawn,
            licence=LICENCES.get(published.meta.licence, (published.meta.licence, "")),
            rights=RIGHTS,
            link=_relative,
            size=size_words,
            described=Markup(as_data(described)),
            style=Markup(style),
            script=Markup(script),
            script_hash=script_hash(script),
        )
    )


def as_data(tree: Mapping[str, object]) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or be read as a comment."""
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def size_words(size: int) -> str:
    """A number of bytes as people read it: 834 bytes, 17 kB, 1.2 MB."""
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1e3:,.0f} kB" if size < 1e6 else f"{size / 1e6:,.1f} MB"


def _relative(path: str) -> str:
    """The address of a published file for a link on the page: always relative, so that a copy on a disk works."""
    return path.removeprefix(f"{CHARTS}/") if path.startswith(f"{DATA}/") else f"../{path}"


def _facts(published: Published) -> list[tuple[str, str]]:
    countries = schema_org.countries(published)
    years = published.years
    told = f"{', '.join(countries[:4])}{f' and {len(countries) - 4} more' if len(countries) > 4 else ''}"
    facts = [
        ("Events", f"{published.rows['events']:,}"),
        ("Quoted sentences", f"{published.facts.sentences:,}"),
        ("Articles", f"{published.rows['articles']:,}"),
        ("Years", "" if years is None else f"{years[0]}–{years[1]}" if years[0] != years[1] else f"{years[0]}"),
        ("Countries", told),
        ("Version", published.meta.version),
        ("Published", published.given.isoformat() if published.given else ""),
    ]
    return [(name, value) for name, value in facts if value]


def _tables(published: Published) -> list[TableFiles]:
    def file(name: str) -> File:
        return published.files[f"{PACKAGE}/{name}"]

    return [
        TableFiles(
            each.name,
            each.meaning,
            published.rows[each.name],
            file(file_of(each, "parquet")),
            file(file_of(each, "csv")),
        )
        for each in all_resources()
    ]
