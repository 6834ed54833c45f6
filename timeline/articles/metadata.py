"""What an article states beyond its text: which fields there are, and what a sound value of each is."""

from __future__ import annotations

import datetime as dt
import email.utils
import hashlib
import re
import unicodedata
from collections.abc import Mapping

from timeline.errors import InputError
from timeline.models import Article

FIELDS = ("article_id", "title", "publisher", "url", "language", "published")

_SAFE_STEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d(?::?\d\d){0,2}(?:[.,]\d+)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?)?)?"
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_YEAR = 1600  # before any newspaper
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SCHEME = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def slug(stem: str) -> str:
    """Turn a file stem into an article id: as it is if it is already safe in addresses, else lower-case ASCII.

    Accents are folded. Where letters are lost, a short hash of the stem keeps different stems apart.
    """
    if _SAFE_STEM.fullmatch(stem):
        return stem
    folded = "".join(c for c in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(c))
    ascii_only = re.sub(r"[^a-z0-9._]+", "-", folded.lower()).strip("-._")
    if not any(c.isalnum() and not c.isascii() for c in folded) and ascii_only:
        return ascii_only
    digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{ascii_only or 'article'}-{digest}"


def published(value: str) -> str:
    """Check a stated publication date and cut it to its day: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises InputError with what was seen if it is none of these, or no day of the calendar.
    """
    match = _DATE.fullmatch(value)
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            dt.date(year or 0, month or 1, day or 1)
        except ValueError:
            match = None
    if not match:
        raise InputError(f"published is {short(value)}, which is no date; write it as YYYY-MM-DD, YYYY-MM or YYYY")
    return "-".join(part for part in match.groups() if part)


def day(stamp: str) -> str:
    """The day of a time stamp (ISO 8601 or RFC 5322) as written there, no zone converted; "" if it is none.

    The zeros of clocks that were never set (years 1 and 1970-01-01) are none.
    """
    try:
        found = _ISO_DAY.match(stamp)
        value = dt.date.fromisoformat(found[0]) if found else email.utils.parsedate_to_datetime(stamp).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return value.isoformat() if value.year >= _FIRST_YEAR and value != dt.date(1970, 1, 1) else ""


def short(value: object) -> str:
    """Quote a value as seen, cut to one line of at most 60 characters."""
    return repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "..."


def cleaned(stated: Mapping[str, object]) -> dict[str, str]:
    """Check the known fields of one article and return those that are stated, as single-line strings.

    Raises InputError naming the field, what was seen and what to do.
    """
    fields = {name: _one_line(name, stated.get(name)) for name in FIELDS}
    if fields["published"]:
        fields["published"] = published(fields["published"])
    if fields["url"] and not _SCHEME.fullmatch(fields["url"]):
        raise InputError(f"url is {short(fields['url'])}; give a full address that starts with http:// or https://")
    return {name: value for name, value in fields.items() if value}


def _one_line(name: str, value: object) -> str:
    """Give a field as one line of text; null, NaN and blank mean that it is not stated."""
    if value is None or value != value:  # NaN is how tables write a missing cell
        return ""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()[:10]
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"{name} is {short(value)}, which is no text; give a string")
    line = " ".join(str(value).split())
    if has_bad_characters(line):
        raise InputError(f"{name} is {short(value)}, which holds characters that cannot be written; remove them")
    return line


def has_bad_characters(text: str) -> bool:
    """Tell whether text holds NUL or half a surrogate pair, which no UTF-8 file or table can carry."""
    return "\0" in text or _LONE_SURROGATE.search(text) is not None


def unix_lines(text: str) -> str:
    """Write every line end as a line feed, which is what offsets count."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(
    text: str,
    *,
    article_id: str = "text",
    title: str = "",
    publisher: str = "",
    url: str = "",
    language: str = "en",
    published: str = "",
    path: str = "",
) -> Article:
    """Make an article of a text in memory, which is taken as it is: it never raises for the text.

    Halves of surrogate pairs become U+FFFD, one for one, so that offsets hold. Raises InputError for metadata
    that a file could not have either.
    """
    given = (article_id, title, publisher, url, language, published)
    stated = cleaned(dict(zip(FIELDS, given, strict=True)))
    stated.setdefault("article_id", "text")
    stated.setdefault("language", "en")
    return Article(text=unix_lines(_LONE_SURROGATE.sub("\ufffd", text)), path=path, **stated)
