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
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_TOP = 4096  # bytes in which a page says what it is written in
_DEFAULT = "windows-1252"
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "euc_kr": "cp949", "gb2312": "gb18030"}
"""What pages are in that say they are in the first, by the Encoding standard that browsers follow."""
_FEW, _RARE = 2, 0.002  # characters that may be damaged, and which part of the text: a byte here and there


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


def decoded_page(data: bytes, charset: str = "") -> str:
    """Decode a web page or feed as browsers do: as any text, else in the character set that is stated for it.

    ``charset`` is what the server said, which goes before what the page declares; a page for which nothing is stated
    is in windows-1252, as the HTML standard has it. Some bytes that are none in it become U+FFFD. Raises InputError
    for what is binary, for a character set that is not known, and where many bytes are none in it.
    """
    try:
        return decoded(data)
    except InputError:
        if b"\0" in data or not data.strip():
            raise
    declared = _CHARSET.search(data[:_TOP]) or _XML.search(data[:_TOP])
    name = charset or (declared[1].decode("ascii", "replace") if declared else _DEFAULT)
    try:
        name = codecs.lookup(name).name
    except LookupError as error:
        raise InputError(f"the page is in the character set {name}, which is not known; save it as UTF-8") from error
    text = data.decode(_WIDER.get(name, name), "replace")
    if text.count("\ufffd") > max(_FEW, len(text) * _RARE):
        raise InputError(f"the page is not in the character set {name} that it declares; save it as UTF-8")
    return unix_lines(text)
