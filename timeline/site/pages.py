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

from timeline.site.embeds import Embeds, embeds

if TYPE_CHECKING:
    from timeline.charts.frame import ChartMeta
    from timeline.charts.items import Item

_TEMPLATES = Path(__file__).parent / "templates"

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

    @property
    def label(self) -> str:
        """The kind of chart: "Election results"."""
        return self.name.replace("_", " ").capitalize()


def chart_page(page: ChartPage, font: str) -> str:
    """The page of one chart: it needs no network, and no script to be read. `font` is a style sheet."""
    style, script = asset("page.css"), asset("page.js")
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
        )
    )


def chart_embeds(page: ChartPage) -> Embeds:
    """What to copy to put a chart into somebody else's page or text."""
    wide, narrow = page.pictures[0], page.pictures[-1]
    return embeds(page.name, page.title, page.description, (wide.width, wide.height), narrow.width, page.meta)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, which escape everything that is put into them."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def asset(name: str) -> str:
    """A style sheet or script of ours, as text."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def script_hash(script: str) -> str:
    """What the page's content policy allows to run: this script and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
