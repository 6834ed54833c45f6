"""Web archives (WARC): each page that was fetched with success is an article. Nothing is fetched again."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from timeline.articles.addresses import address_id
from timeline.articles.metadata import has_bad_characters
from timeline.articles.page import read_page
from timeline.errors import InputError

_PAGES = ("text/html", "application/xhtml+xml")
_LARGEST = 32 << 20  # bytes of one page
_CHARSET = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_PACKINGS = ("", "identity", "gzip", "x-gzip", "deflate")
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
    """Whether a record is a page: the successful answer to a request for one, or one that was stored as it was seen."""
    if record.rec_type == "resource":
        return _kind(record).split(";")[0].strip().lower() in _PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    return _kind(record).split(";")[0].strip().lower() in _PAGES and record.http_headers.get_statuscode() == _SUCCESS


def _kind(record: Any) -> str:  # noqa: ANN401
    """The content type, as the server stated it."""
    return str((record.http_headers or record.rec_headers).get_header("Content-Type") or "")


def _fields(record: Any) -> object:  # noqa: ANN401
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    try:
        _refuse_packing(record)
        page = record.content_stream().read(_LARGEST + 1)
        if len(page) > _LARGEST:
            return InputError(f"the page {address[:80]} is longer than {_LARGEST >> 20} MB")
        charset = _CHARSET.search(_kind(record))
        url = address if address.startswith(("http://", "https://")) and not has_bad_characters(address) else ""
        stated, text = read_page(page, url, charset[1] if charset else "")
    except InputError as error:
        return InputError(f"{address[:80]}: {error}")
    return {**stated, "text": text, "article_id": address_id(address)}


def _refuse_packing(record: Any) -> None:  # noqa: ANN401
    """Raise InputError for a page that is packed in a way that cannot be unpacked here, such as ``br`` and ``zstd``."""
    packing = (record.http_headers.get_header("Content-Encoding") or "") if record.http_headers else ""
    if packing.strip().lower() not in _PACKINGS:
        raise InputError(f"the page is packed as {packing.strip()[:20]}, which is not read; fetch it packed as gzip")
