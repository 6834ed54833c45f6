"""Web pages: the main text, and what the markup states of it. Nothing is fetched and nothing is guessed."""

from __future__ import annotations

import re

from timeline.articles import markup
from timeline.articles.decoding import decoded_page
from timeline.articles.linked import read_linked
from timeline.articles.metadata import has_bad_characters, unix_lines
from timeline.errors import InputError

_LANGUAGE = re.compile(r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # the parser of markup refuses them


def read_page(data: bytes, address: str = "", charset: str = "") -> tuple[dict[str, object], str]:
    """Give what a page states (title, publisher, url, language, published) and its main text, one paragraph a line.

    ``address`` and ``charset`` are what is known from where it was fetched. Raises InputError if the page cannot be
    decoded or has no main text.
    """
    source = _CONTROLS.sub(" ", decoded_page(data, charset))
    try:
        return _read(source, address)
    except (ValueError, RecursionError) as error:  # references to characters that no page may hold, nesting without end
        raise InputError("the markup of the page is damaged; give its text as .txt") from error


def _read(source: str, address: str) -> tuple[dict[str, object], str]:
    import trafilatura  # most of a second that only web pages need

    text = trafilatura.extract(source, include_comments=False, include_tables=False, with_metadata=False)
    if not text or not text.strip():
        raise InputError("no article text is found in the page; give its text as .txt")
    return _stated(source, address), unix_lines(text).strip()


def _stated(source: str, address: str) -> dict[str, object]:
    import trafilatura

    tree = trafilatura.load_html(source)
    if tree is None:
        return {"url": address}
    linked = read_linked(tree.xpath("//script[contains(@type, 'ld+json')]/text()"))
    known = trafilatura.extract_metadata(source)
    title = markup.one_line((known.title if known else "") or "")
    url = markup.address_of(tree, source, linked, address)
    url = "" if has_bad_characters(url) or re.search(r"\s", url) else url
    publisher = markup.publisher_of(tree, linked, title, url)
    language = _LANGUAGE.search(source)
    return {
        "title": markup.headline(title, publisher),
        "publisher": publisher,
        "url": url,
        "language": language[1].lower() if language else "",
        "published": linked.published or markup.published_of(tree),
    }
