"""The dated events as the JSON that TimelineJS reads: https://timeline.knightlab.com/docs/json-format.html."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from markupsafe import Markup, escape

from timeline.charts.choose import chosen
from timeline.charts.items import Item, Source
from timeline.charts.style import group_of
from timeline.site.published import Published

NAME = "timelinejs.json"
LABEL = "TimelineJS"
USE = "A slideshow with TimelineJS: events that have a first day"
MEDIA = "application/json"

LIMIT = 2_000  # slides; the events that most articles tell come first
_QUOTES = 3


def write(published: Published, path: Path) -> None:
    """Write the slides. TimelineJS puts headline and text into a page as HTML, so both are escaped here."""
    shown = chosen([item for item in published.items if item.start], LIMIT)[0]
    left_out = published.rows["events"] - len(shown)
    note = f" {left_out:,} events without a first day are not shown." if left_out else ""
    if len(shown) == LIMIT or published.note:
        note = f" {left_out:,} events are not shown: they have no first day, or fewer articles tell them."
    title = {
        "headline": str(escape(published.meta.title)),
        "text": str(Markup("<p>{}</p>").format(published.meta.description + note)),
    }
    tree = {"title": {"text": title, "autolink": False}, "events": [_slide(item) for item in shown]}
    path.write_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _slide(item: Item) -> dict[str, object]:
    told = Markup("").join(_quote(each) for each in item.sources[:_QUOTES])
    slide: dict[str, object] = {
        "start_date": _date(item.start, item.precision),
        "display_date": str(escape(item.when)),
        "text": {"headline": str(escape(item.title)), "text": str(Markup("<p>{}</p>").format(item.what) + told)},
        "group": group_of(item.event_type).name,
        "unique_id": item.anchor,
        "autolink": False,
    }
    if item.end and item.end != item.start:
        slide["end_date"] = _date(item.end, item.precision)
    return slide


def _date(day: dt.date | None, precision: str) -> dict[str, int]:
    """A date as fine as it is known."""
    if day is None:
        return {}
    parts = {"year": day.year, "month": day.month, "day": day.day}
    kept = {"year": 1, "month": 2}.get(precision, 3)
    return dict(list(parts.items())[:kept])


def _quote(source: Source) -> Markup:
    title = (
        Markup('<a href="{}">{}</a>').format(source.url, source.article_title) if source.url else source.article_title
    )
    said = f", {source.attribution}" if source.attribution else ""
    return Markup("<blockquote>{}</blockquote><p>{}{}</p>").format(source.quote, title, said)
