"""RSS and Atom files: each entry that carries its text is an article. Nothing is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from timeline.articles.addresses import address_id
from timeline.articles.decoding import decoded_page
from timeline.articles.fragment import text_of
from timeline.articles.metadata import day
from timeline.articles.streams import whole
from timeline.errors import InputError

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")  # of an encoding that the text is no longer in
_ESCAPED = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|img|ul|li|h[1-6])\b[^<>]{0,500}>|&(?:#\d{1,6}|#x\w{1,5}|\w{2,8});"
)

Entry = tuple[int, object]
"""Number of the entry as the user counts it, from 1, and its fields."""


def feed_rows(stream: BinaryIO) -> Iterator[Entry]:
    """Read the entries of a feed: text, title, url, published (as written, its own time zone), publisher the feed's.

    Raises InputError if the file is no feed.
    """
    import feedparser  # a fifth of a second that only feeds need

    text = _DECLARATION.sub("", decoded_page(whole(stream)))
    opened = io.BytesIO(text.encode("utf-8", "replace"))  # never as bytes: those it takes for the name of a file
    found = feedparser.parse(opened, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version"):
        raise InputError("the file is no RSS or Atom feed; give one of the other formats")
    publisher = _line(found.feed.get("title", ""))
    language = str(found.feed.get("language", ""))
    for number, entry in enumerate(found.entries, 1):
        yield number, _fields(entry, publisher, language)


def _fields(entry: Any, publisher: str, language: str) -> Mapping[str, object] | InputError:  # noqa: ANN401 - feedparser's own dict
    title = _line(entry.get("title", ""))
    bodies = [str(content.get("value", "")) for content in entry.get("content", ())] + [str(entry.get("summary", ""))]
    text = max((_text(body) for body in bodies), key=len, default="")
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
        "published": day(str(entry.get("published", "") or entry.get("updated", ""))),
    }


def _text(markup: str) -> str:
    """The text of an entry; markup that was escaped twice, as many systems do, is markup."""
    text = text_of(markup)
    return text_of(text) if _ESCAPED.search(text) else text


def _line(title: object) -> str:
    return " ".join(_text(str(title)).split())
