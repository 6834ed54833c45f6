"""The codebook as a page: the same entries as in the package's README."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from timeline.package.codebook import read_guide
from timeline.package.codebook_entries import table_entries, type_entries, value_entries
from timeline.package.descriptor import RIGHTS
from timeline.package.meta import LICENCES
from timeline.site.pages import environment
from timeline.site.published import Published


def codebook_page(published: Published, style: str) -> str:
    """The page; it has no script."""
    return (
        environment()
        .get_template("codebook.html")
        .render(
            meta=published.meta,
            language="en",
            licence=LICENCES.get(published.meta.licence, (published.meta.licence, "")),
            rights=RIGHTS,
            guide=guide_html(read_guide()),
            tables=table_entries(published.place),
            types=type_entries(),
            values=value_entries(),
            style=Markup(style),
        )
    )


def guide_html(text: str) -> Markup:
    """Our own guide as HTML: headings, paragraphs, bold, code and links are all that it may hold.

    >>> guide_html("## How\\n\\n**Dates.** Null is `open`, see [EDTF](https://example.org).")
    Markup('<h2 id="how">How</h2>\\n<p><b>Dates.</b> Null is <code>open</code>, see \
<a href="https://example.org">EDTF</a>.</p>')
    """
    return Markup("\n").join(_block(block) for block in re.split(r"\n\s*\n", text.strip()))


def _block(block: str) -> Markup:
    if block.startswith("## "):
        name = block.removeprefix("## ")
        return Markup('<h2 id="{}">{}</h2>').format(re.sub(r"\W+", "-", name.lower()), name)
    told = str(escape(block))
    told = re.sub(r"`([^`]+)`", r"<code>\1</code>", told)
    told = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", told, flags=re.DOTALL)
    told = re.sub(r"\[([^\]]+)\]\((https://[^)\s]+)\)", r'<a href="\2">\1</a>', told)
    return Markup(f"<p>{told}</p>")
