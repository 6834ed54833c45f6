"""Inputs nobody would write: pieces of dates, names, markup and controls put together at random, and bytes of files.

The same number always gives the same input, so that a case can be named by its number.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile

MONTHS = "January Feb. March apr May JUNE July Aug Sept. October Nov December Smarch".split()
DAYS = "Monday Tue. wednesday Thursday Fri Saturday SUNDAY yesterday today tomorrow tonight Someday".split()
WORDS = """
    police detained arrested released 12 people protesters in the of on at by since until within after before next last
    this week month year days ago later early mid late from to between and or not no never would may might could said
    denied accused of a coup plot election vote won lost percent of ballots recognised congratulated president Oslo
    Lusaka U.S. Mr. Ms. Dr. Inc. No. v. cf. e.g. Ana Lopes Varga’s minister ministry sanctions curfew hackers attacked
    the day following same same-day two-thirds half dozens thousands second third 21st 1990s '90s noon midnight a.m.
""".split()
MARKS = [
    *". , ; : ! ? … - – — ( ) [ ] { } < > / \\ | \" ' “ ” ‘ ’ « » * _ # @ & % $ = + ~ ` ^".split(), "\n", "\n\n",
    "\t", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\u00a0", "\u200b", "\u200f", "\u202e", "\u202c",
    "\ufeff", "\u0301", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "\U0001f1f3", "ß", "İ", "ﬁ",
]  # fmt: skip
MARKUP = [
    "<p>",
    "</p>",
    "<script>alert(1)</script>",
    "&amp;",
    "&#0;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "---\n",
    "```",
]
RSS = '<rss version="2.0"><channel><item><title>a</title><description>{}</description></item></channel></rss>'
WARC = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}"


def text(number: int, most: int = 30) -> str:
    """A text of a few dozen pieces."""
    draw = random.Random(f"text {number}")
    pieces = [_piece(draw) for _ in range(draw.randrange(1, most))]
    glue = draw.choice((" ", " ", " ", "", "\n", "  "))
    return glue.join(pieces)


def _piece(draw: random.Random) -> str:
    kind = draw.randrange(12)
    if kind < 4:
        return draw.choice(WORDS)
    if kind == 4:
        return _date(draw)
    if kind == 5:
        return f"{draw.choice(MONTHS)} {draw.randrange(-3, 40)}{draw.choice(('', 'st', 'th', ','))} {_year(draw)}"
    if kind == 6:
        return draw.choice(DAYS)
    if kind == 7:
        return draw.choice(MARKS)
    if kind == 8:
        return str(draw.choice((draw.randrange(100), draw.randrange(10**9), 10 ** draw.randrange(40), draw.random())))
    if kind == 9:
        return draw.choice(MARKUP)
    if kind == 10:
        return draw.choice(MARKS) * draw.randrange(1, 60)
    return chr(draw.choice((draw.randrange(0x20), draw.randrange(0x250), draw.randrange(0xE000, 0x10FFFF))))


def _date(draw: random.Random) -> str:
    """A date in figures that need not exist."""
    mark = draw.choice("-/. :")
    parts = [draw.choice((str(draw.randrange(100)), f"{draw.randrange(100):02}", _year(draw))) for _ in range(3)]
    return mark.join(parts[: draw.randrange(1, 4)])


def _year(draw: random.Random) -> str:
    return str(draw.choice((draw.randrange(1900, 2100), draw.randrange(10000), 0, 9999, 10**7)))


# ------------------------------------------------------------------ files

KINDS = (".txt", ".md", ".html", ".jsonl", ".csv", ".parquet", ".rss", ".atom", ".xml", ".warc", ".gz", ".zip")


def file(number: int) -> tuple[str, bytes]:
    """The name and the bytes of a file: sound, torn, or changed here and there."""
    draw = random.Random(f"file {number}")
    kind = draw.choice((*KINDS[:5], *KINDS[:5], *KINDS))  # tables and pages most
    data = _content(draw, kind, number)
    return f"{draw.choice(('a', '../../a', 'a b', 'ä', '-', '.'))}{kind}", _damaged(draw, data)


def _content(draw: random.Random, kind: str, number: int) -> bytes:
    said = text(number)
    row: dict[str, object] = {
        "article_id": draw.choice(("x", "../../etc/passwd", "", "=1+1", "\u202ex", 5, None)),
        "text": said,
    }
    row |= {draw.choice(("published", "title", "url", "language")): draw.choice((said, "2031-02-30", 7, None, ["a"]))}
    if kind == ".md":
        said = f"---\ntitle: {text(number + 1, 4)}\npublished: {text(number + 2, 3)}\n---\n{said}"
    elif kind == ".html":
        said = f"<html><head><title>{text(number, 4)}</title></head><body>{'<div>' * draw.randrange(40)}<p>{said}</p>"
    elif kind == ".jsonl":
        said = "\n".join(json.dumps(row) for _ in range(draw.randrange(1, 4)))
    elif kind == ".csv":
        said = "article_id,text\n" + "\n".join(f'{n},"{said}"' for n in range(draw.randrange(1, 4)))
    elif kind in (".rss", ".atom", ".xml"):
        said = RSS.format(said)
    elif kind == ".warc":
        said = WARC.format(draw.randrange(200), said)
    data = said.encode(draw.choice(("utf-8", "utf-8", "utf-8", "utf-16", "latin-1")), "replace")
    if kind == ".gz":
        return gzip.compress(data, mtime=0)
    if kind == ".zip":
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr(draw.choice(("a.txt", "../a.txt", "a.jsonl", "b.zip", "/etc/x.html")), data)
        return held.getvalue()
    return data


def _damaged(draw: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.choice((0, 0, 1, 3, 20))):
        if changed:
            changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed[: draw.choice((len(changed), len(changed), draw.randrange(len(changed) + 1)))])
