"""Web pages: the main text, and what the markup states of it. Nothing is fetched and nothing is guessed."""

from __future__ import annotations

import re

from timeline.articles.decoding import decoded_page
from timeline.articles.metadata import unix_lines
from timeline.errors import InputError

_LANGUAGE = re.compile(r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
_CHANGED = re.compile(
    r"""<(?:meta|time)\b(?![^>]{0,400}publish)[^>]{0,400}(?:modified|updated|lastmod)[^>]{0,400}>
      | "date(?:Modified|Updated)"\s*:\s*"[^"]{0,60}"\s*,?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Dates of a later change, which htmldate takes for the publication date where the page states no other."""
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # the parser of markup refuses them
_DAYS = ("1900-01-01", "2100-12-31")  # fixed: htmldate's own bound is today, and no clock may decide


def read_page(data: bytes) -> tuple[dict[str, object], str]:
    """Give what a page states (title, publisher, url, language, published) and its main text, one paragraph a line.

    Raises InputError if it cannot be decoded or has no main text.
    """
    source = _CONTROLS.sub(" ", decoded_page(data))
    try:
        return _read(source)
    except (ValueError, RecursionError) as error:  # references to characters that no page may hold, nesting without end
        raise InputError("the markup of the page is damaged; give its text as .txt") from error


def _read(source: str) -> tuple[dict[str, object], str]:
    import trafilatura  # most of a second that only web pages need
    from htmldate import find_date

    text = trafilatura.extract(source, include_comments=False, include_tables=False, with_metadata=False)
    if not text or not text.strip():
        raise InputError("no article text is found in the page; give its text as .txt")
    known = trafilatura.extract_metadata(source)
    address = (known.url or "") if known else ""
    language = _LANGUAGE.search(source)
    stated: dict[str, object] = {
        "title": known.title if known else "",
        "publisher": known.sitename if known else "",
        "url": address if address.startswith(("http://", "https://")) else "",
        "language": language[1].lower() if language else "",
        "published": find_date(
            _CHANGED.sub(" ", source), extensive_search=False, original_date=True, min_date=_DAYS[0], max_date=_DAYS[1]
        ),
    }
    return stated, unix_lines(text).strip()
