"""RSS and Atom files: each entry that carries its text is an article. Nothing is fetched."""

from __future__ import annotations

import email.utils
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from timeline.articles.addresses import address_id
from timeline.articles.decoding import decoded_page
from timeline.articles.fragment import text_of
from timeline.articles.streams import whole
from timeline.errors import InputError

Entry = tuple[int, object]
"""Number of the entry as the user counts it, from 1, and its fields."""

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def feed_rows(stream: BinaryIO) -> Iterator[Entry]:
    """Read the entries of a feed: text, title, url, published (as written, its own time zone), publisher the feed's.

    Raises InputError if the file is no feed.
    """
    import feedparser  # a fifth of a second that only feeds need

    data = whole(stream)
    decoded_page(data)  # names what is binary or in another encoding
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version"):
        raise InputError("the file is no RSS or Atom feed; give one of the other formats")
    publisher = text_of(str(found.feed.get("title", "")))
    language = str(found.feed.get("language", ""))
    for number, entry in enumerate(found.entries, 1):
        yield number, _fields(entry, publisher, language)


def _fields(entry: Any, publisher: str, language: str) -> Mapping[str, object] | InputError:  # noqa: ANN401 - feedparser's own dict
    title = " ".join(text_of(str(entry.get("title", ""))).split())
    bodies = [str(content.get("value", "")) for content in entry.get("content", ())] + [str(entry.get("summary", ""))]
    text = max((text_of(body) for body in bodies), key=len, default="")
    if not text.strip():
        return InputError(f"the entry {title[:60]!r} has no text of its own; save the page it links to")
    address = str(entry.get("link", ""))
    return {
        "article_id": address_id(address or str(entry.get("id", "")), title),
        "text": text,
        "title": title,
        "publisher": publisher,
        "url": address if address.startswith(("http://", "https://")) else "",
        "language": language,
        "published": _day(str(entry.get("published", "") or entry.get("updated", ""))),
    }


def _day(stamp: str) -> str:
    """The day of a time stamp of either kind as written there, "" if it is none: no zone is converted."""
    if found := _ISO_DAY.match(stamp):
        return found[0]
    try:
        return email.utils.parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""
