"""Snippets that put a chart into somebody else's page or text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from timeline.charts.frame import ChartMeta

_ALT = 300  # characters of an alternative text; the page has the long description


@dataclass(frozen=True, slots=True)
class Embeds:
    """The three ways to embed a chart, as text to copy."""

    iframe: str
    picture: str
    markdown: str


def embeds(name: str, title: str, words: str, size: tuple[int, int], narrow: int, meta: ChartMeta) -> Embeds:
    """Snippets for a chart of a size (wide) with a narrow version, at the address that `meta` knows."""
    base = f"{meta.base_url.rstrip('/')}/charts/" if meta.base_url else ""
    alt = words if len(words) <= _ALT else words[: _ALT - 1].rstrip() + "…"
    page = f"{base}{name}.html"
    iframe = (
        f'<iframe src="{escape(page)}" title="{escape(title)}" loading="lazy" '
        f'style="width:100%;height:{size[1] + 90}px;border:0" data-timeline-chart></iframe>\n'
        "<script>addEventListener('message',function(e){if(e.data&&e.data.timelineChartHeight)"
        "document.querySelectorAll('iframe[data-timeline-chart]').forEach(function(f){"
        "if(f.contentWindow===e.source)f.style.height=Math.min(20000,+e.data.timelineChartHeight||0)+'px'})})</script>"
    )
    picture = (
        f'<a href="{escape(page)}"><picture>\n'
        f'  <source media="(max-width: 700px)" srcset="{escape(base)}{name}.narrow.svg">\n'
        f'  <img src="{escape(base)}{name}.svg" width="{size[0]}" height="{size[1]}" alt="{escape(alt)}" '
        f'style="max-width:100%;height:auto">\n</picture></a>'
    )
    markdown = f"[![{_plain(alt)}]({base}{name}.png)]({page})"
    return Embeds(iframe, picture, markdown)


def _plain(words: str) -> str:
    """Words that cannot end or bend a Markdown image: its special characters escaped."""
    return re.sub(r"([\\`*_\[\]<>!|#&])", r"\\\1", words)
