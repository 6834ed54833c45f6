"""Bytes to text: UTF-8, or UTF-16 and UTF-32 with a byte-order mark; anything else is named, never guessed."""

from __future__ import annotations

import codecs
import re

from timeline.articles.metadata import unix_lines
from timeline.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def decoded(data: bytes) -> str:
    """Decode a file without its byte-order mark, line ends as line feeds.

    Raises InputError if it is empty, binary or in another encoding.
    """
    mark, encoding = next(((m, e) for m, e in MARKS if data.startswith(m)), (b"", "utf-8"))
    body = data[len(mark) :]
    if not body.strip():
        raise InputError("the file is empty; remove it or give it a text")
    if encoding == "utf-8" and b"\0" in body:
        raise InputError(f"the file is binary (NUL byte at offset {data.index(0)}); give a text file in UTF-8")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        seen = body[error.start : error.start + 1].hex()
        line = body.count(b"\n", 0, error.start) + 1
        name = encoding.upper()
        raise InputError(f"line {line} is not {name} (byte 0x{seen}); save the file as UTF-8") from error
    if "\0" in text:
        raise InputError("the file is binary (NUL character); give a text file in UTF-8")
    return unix_lines(text)


def decoded_page(data: bytes) -> str:
    """Decode a web page: as any text, else in the character set that the page itself declares."""
    declared = _CHARSET.search(data[:4096])
    try:
        return decoded(data)
    except InputError:
        if declared is None or b"\0" in data:
            raise
    name = declared[1].decode("ascii")
    try:
        return unix_lines(data.decode(name))
    except (LookupError, UnicodeDecodeError) as error:
        raise InputError(f"the page is not in the character set {name} that it declares; save it as UTF-8") from error
