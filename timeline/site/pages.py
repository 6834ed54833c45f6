"""Pages from templates. Everything from articles is escaped; only our own SVG, style and script go in as they are."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from timeline.site.embeds import Embeds, embeds, grouped
from timeline.site.looks import dark_rules, picture_rules

if TYPE_CHECKING:
    from timeline.charts.frame import ChartMeta
    from timeline.charts.items import Item
    from timeline.charts.sheet import Sheet

_TEMPLATES = Path(__file__).parent / "templates"

MOST_ROWS = 1000  # rows of data that a page shows

BASIS = {
    "stated": "stated in the text",
    "relative": "counted from the day of writing",
    "anchored": "counted from another event",
    "inferred": "inferred from evidence",
    "bounded": "not dated itself, only bounded",
    "unknown": "nothing decides it",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a chart to stand in its page: its size and its SVG, which only our own code writes."""

    width: int
    height: int
    svg: str


@dataclass(frozen=True, slots=True)
class ChartPage:
    """What the page of a chart shows: pictures from wide to narrow, and the events listed under them."""

    name: str
    title: str
    description: str
    pictures: tuple[Picture, ...]
    items: tuple[Item, ...]
    missing: int  # events too many to list here
    meta: ChartMeta
    alt: str = ""  # what it shows in one or two sentences; `description` says it at length
    sheet: Sheet | None = None  # the rows that the picture draws
    files: tuple[str, ...] = ()  # names of the files beside the page

    @property
    def label(self) -> str:
        """The kind of chart: "Election results"."""
        return self.name.replace("_", " ").capitalize()

    @property
    def downloads(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """The files of the chart by what they are for: (words, ((kind, file), …))."""
        return grouped(self.name, self.files)


def chart_page(page: ChartPage, font: str) -> str:
    """The page of one chart: it needs no network, and no script to be read. `font` is a style sheet."""
    style, script = _chart_style(page), asset("page.js")
    return (
        environment()
        .get_template("chart.html")
        .render(
            page=page,
            meta=page.meta,
            basis=BASIS,
            pictures=[(picture, Markup(picture.svg)) for picture in page.pictures],
            style=Markup(font + style),
            script=Markup(script),
            script_hash=script_hash(script),
            embed=embeds(page),
            most_rows=MOST_ROWS,
            anchors=_anchors(page),
        )
    )


def _chart_style(page: ChartPage) -> str:
    widths = picture_rules([picture.width for picture in page.pictures])
    return asset("page.css") + widths + asset("chart.css") + dark_rules()


def _anchors(page: ChartPage) -> frozenset[str]:
    """Where links within the page can lead."""
    return frozenset(
        anchor for item in page.items for anchor in (item.anchor, *(source.anchor for source in item.sources))
    )


def chart_embeds(page: ChartPage) -> Embeds:
    """What to copy to put a chart into somebody else's page or text."""
    return embeds(page)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, which escape everything that is put into them."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["number"] = _number
    return made


def _number(value: int) -> str:
    """A count as the formats in force write it."""
    from timeline.charts.locales import formats  # charts draw with this package

    return formats().number(value)


def asset(name: str) -> str:
    """A style sheet or script of ours, as text."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def script_hash(script: str) -> str:
    """What the page's content policy allows to run: this script and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
