"""What puts a chart into somebody else's page or text: snippets to copy, and an oEmbed description.

Addresses are those of `meta.base_url`; without one they are relative, to be completed by whoever copies them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from markupsafe import escape

if TYPE_CHECKING:
    from timeline.charts.frame import ChartMeta

_BELOW = 190  # pixels of a chart's page under its picture: links, closed lists, source
_LISTEN = (
    "<script>addEventListener('message',function(e){if(e.data&&e.data.timelineChartHeight)"
    "document.querySelectorAll('iframe[data-timeline-chart]').forEach(function(f){"
    "if(f.contentWindow===e.source)f.style.height=Math.min(20000,+e.data.timelineChartHeight||0)+'px'})})</script>"
)


class _Sized(Protocol):
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


class _Page(Protocol):
    """What is embedded: a `ChartPage`."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def alt(self) -> str: ...
    @property
    def pictures(self) -> Sequence[_Sized]: ...
    @property
    def files(self) -> tuple[str, ...]: ...
    @property
    def meta(self) -> ChartMeta: ...


@dataclass(frozen=True, slots=True)
class Embeds:
    """The ways to embed a chart, as text to copy; "" where the files for it were not written."""

    iframe: str
    picture: str
    markdown: str
    latex: str
    quarto: str
    word: str
    alt: str
    description: str
    oembed: str

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """Each with what it is for."""
        there = (
            ("Interactive, in a frame that takes its height from the chart", self.iframe),
            ("Picture only, wide or narrow, light or dark as the screen is; no script", self.picture),
            ("Markdown", self.markdown),
            ("LaTeX, with the picture for print (300 pixels per inch)", self.latex),
            ("Quarto and Pandoc, with the same picture: for PDF and Word", self.quarto),
            ("Word and other word processors", self.word),
            ("Alternative text, short", self.alt),
            ("Alternative text, long", self.description),
            ("oEmbed, for systems that ask for it", self.oembed),
        )
        return tuple((words, snippet) for words, snippet in there if snippet)


def embeds(page: _Page) -> Embeds:
    """Snippets for a chart, at the address that its `meta` knows."""
    files = page.files
    return Embeds(
        iframe=_iframe(page, script=True),
        picture=_picture(page) if f"{page.name}.svg" in files else "",
        markdown=f"[![{_markdown(page.alt)}]({_base(page)}{page.name}.png)]({_address(page)})"
        if f"{page.name}.png" in files
        else "",
        latex=_latex(page) if f"{page.name}.print.png" in files else "",
        quarto=_quarto(page) if f"{page.name}.print.png" in files else "",
        word=_word(page) if f"{page.name}.print.png" in files else "",
        alt=page.alt,
        description=page.description,
        oembed='<link rel="alternate" type="application/json+oembed" '
        f'href="{escape(_base(page))}{page.name}.oembed.json" title="{escape(page.title)}">',
    )


def oembed(page: _Page) -> dict[str, object]:
    """The chart as an oEmbed 1.0 response of type rich (https://oembed.com); alternative texts beside it."""
    wide = page.pictures[0]
    said: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": page.meta.title,
        "html": _iframe(page, script=False),
        "width": wide.width,
        "height": wide.height + _BELOW,
        "alt": page.alt,
        "description": page.description,
        "source": page.meta.source_line,
    }
    if page.meta.base_url:
        said["provider_url"] = page.meta.base_url
    if f"{page.name}.png" in page.files:
        size = {"thumbnail_width": 2 * wide.width, "thumbnail_height": 2 * wide.height}
        said |= {"thumbnail_url": f"{_base(page)}{page.name}.png", **size}
    return said


def grouped(name: str, files: Sequence[str]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """A chart's files by what they are for: (words, ((kind, file), …))."""
    groups = (
        ("Wide", ("",)),
        ("Wide, dark", (".dark",)),
        ("Narrow", (".narrow",)),
        ("Narrow, dark", (".narrow.dark",)),
        ("Print", (".print", ".print.dark")),
    )
    kinds = (("SVG", "svg"), ("PNG", "png"), ("PDF", "pdf"), ("Vega-Lite", "vl.json"), ("CSV of the rows", "csv"))
    found = (
        (words, tuple((kind, f"{name}{infix}.{end}") for infix in infixes for kind, end in kinds))
        for words, infixes in groups
    )
    there = ((words, tuple(one for one in listed if one[1] in files)) for words, listed in found)
    return tuple((words, listed) for words, listed in there if listed)


def _base(page: _Page) -> str:
    return f"{page.meta.base_url.rstrip('/')}/charts/" if page.meta.base_url else ""


def _address(page: _Page) -> str:
    return f"{_base(page)}{page.name}.html"


def _iframe(page: _Page, script: bool) -> str:
    """A frame with a height for each width, which holds where scripts are taken out; with them, the chart's own."""
    key = f"timeline-chart-{page.name.replace('_', '-')}"
    wide, *narrower = page.pictures
    heights = "".join(
        f"@media(max-width:{round(before.width * 0.9) + 20}px){{.{key}{{height:{one.height + _BELOW}px}}}}"
        for before, one in zip(page.pictures, narrower, strict=False)
    )
    style = f"<style>.{key}{{width:100%;border:0;height:{wide.height + _BELOW}px}}{heights}</style>\n"
    address = escape(_address(page))
    return (
        f'{style}<iframe src="{address}" title="{escape(page.title)}" class="{key}" width="100%" '
        f'height="{wide.height + _BELOW}" loading="lazy" data-timeline-chart>'
        f'<a href="{address}">{escape(page.title)}</a></iframe>' + (f"\n{_LISTEN}" if script else "")
    )


def _picture(page: _Page) -> str:
    base, wide = escape(_base(page)), page.pictures[0]
    dark = f"{page.name}.dark.svg" in page.files
    sources = [("(max-width: 700px)", ".narrow.svg")]
    if dark:
        sources = [
            ("(max-width: 700px) and (prefers-color-scheme: dark)", ".narrow.dark.svg"),
            *sources,
            ("(prefers-color-scheme: dark)", ".dark.svg"),
        ]
    listed = "".join(f'  <source media="{media}" srcset="{base}{page.name}{end}">\n' for media, end in sources)
    return (
        f'<a href="{escape(_address(page))}"><picture>\n{listed}'
        f'  <img src="{base}{page.name}.svg" width="{wide.width}" height="{wide.height}" alt="{escape(page.alt)}" '
        f'style="max-width:100%;height:auto">\n</picture></a>'
    )


def _caption(page: _Page) -> str:
    """What stands under the picture in a document: what it is, and the source line, which names the dataset."""
    return f"{page.label if page.title == page.meta.title else page.title}. {page.meta.source_line}"


def _latex(page: _Page) -> str:
    size = "width=\\linewidth,height=.85\\textheight,keepaspectratio"
    return (
        "\\begin{figure}\n  \\centering\n"
        f"  \\includegraphics[{size},alt={{{_tex(page.alt)}}}]{{{page.name}.print.png}}\n"
        f"  \\caption{{{_tex(_caption(page))}}}\n"
        "\\end{figure}"
    )


def _quarto(page: _Page) -> str:
    alt = page.alt.replace("\\", "\\\\").replace('"', '\\"')
    return f'![{_markdown(_caption(page))}]({page.name}.print.png){{fig-alt="{alt}" alt="{alt}" width="100%"}}'


def _word(page: _Page) -> str:
    return (
        f"Insert {page.name}.print.png (6.5 inches wide at 300 pixels per inch) as a picture.\n"
        f"Caption: {_caption(page)}\n"
        f"Alternative text: {page.alt}"
    )


def _markdown(words: str) -> str:
    """Words that cannot end or bend a Markdown image: its special characters escaped."""
    return re.sub(r"([\\`*_\[\]<>!|#&])", r"\\\1", words)


_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_{}"},
}


def _tex(words: str) -> str:
    """Words that LaTeX sets as they are."""
    return "".join(_TEX.get(char, char) for char in words)
