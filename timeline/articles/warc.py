"""Web archives (WARC): each page that was fetched with success is an article. Nothing is fetched again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from timeline.articles.addresses import address_id
from timeline.articles.metadata import has_bad_characters
from timeline.articles.page import read_page
from timeline.errors import InputError

_PAGES = ("text/html", "application/xhtml+xml")
_LARGEST = 32 << 20  # bytes of one page
_SUCCESS = "200"

Record = tuple[int, object]
"""Number of the page as the user counts them, from 1, and its fields as `row_article` takes them, or the error."""


def warc_rows(stream: BinaryIO) -> Iterator[Record]:
    """Read the pages of a web archive, packed or not: text, and what each page states of itself.

    Redirects, pictures, scripts and requests are not articles and are passed over. Raises InputError if the archive is
    damaged before its first page; damage after that ends the reading and comes as an error of its own.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    logging.getLogger("warcio").setLevel(logging.ERROR)  # what is damaged is told as a problem

    number = 0
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                number += 1
                yield number, _fields(record)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, UnicodeError, KeyError, AttributeError) as error:
        reason = f"the web archive is damaged here ({' '.join(str(error).split())[:100]}); fetch or pack it anew"
        if not number:
            raise InputError(reason) from error
        yield number + 1, InputError(reason)


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    """Whether a record is the successful answer to a request for a page."""
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _PAGES and record.http_headers.get_statuscode() == _SUCCESS


def _fields(record: Any) -> object:  # noqa: ANN401
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    try:
        page = record.content_stream().read(_LARGEST + 1)
        if len(page) > _LARGEST:
            return InputError(f"the page {address[:80]} is longer than {_LARGEST >> 20} MB")
        stated, text = read_page(page)
    except InputError as error:
        return InputError(f"{address[:80]}: {error}")
    url = address if address.startswith(("http://", "https://")) and not has_bad_characters(address) else ""
    return {**stated, "text": text, "url": stated.get("url") or url, "article_id": address_id(address)}
