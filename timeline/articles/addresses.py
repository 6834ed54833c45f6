"""An article id from an address: readable, and the same wherever the address was found."""

from __future__ import annotations

import hashlib
from urllib.parse import unquote, urlsplit

from timeline.articles.metadata import slug

_LONGEST = 60  # characters of an address that are kept readable


def address_id(address: str, title: str = "") -> str:
    """The last words of an address (else of the title) as a slug, with a hash of the whole that keeps others apart."""
    try:
        parts = [part for part in unquote(urlsplit(address).path).split("/") if part.strip(" .")]
    except ValueError:  # not an address after all
        parts = []
    name = (parts[-1].rsplit(".", 1)[0] if parts else "") or title or "article"
    readable = slug(" ".join(name.split())).lower()[:_LONGEST].rstrip("-._")
    digest = hashlib.sha256(f"{address}\n{'' if address else title}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{readable}-{digest}" if readable else f"article-{digest}"
