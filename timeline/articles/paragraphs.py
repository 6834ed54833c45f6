"""Paragraphs of a text: split at blank lines, and at single line ends unless the text is wrapped at a width.

Wrapped text is told by its breaks: most of its lines end in the middle of a sentence, and the next word would not have
fitted. Text with one paragraph per line has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
EDGE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)
"""Whitespace as Python knows it, and the characters of no width: never at the edge of a span."""
_BULLET = re.compile(r"(?:[•●▪◦‣■►*·–—-](?!.*[ ][*·–—-]\Z)|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+(?=\S)|[•●▪◦‣■►](?=\w)")
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+|>[ \t]+")
_STOPPED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_FIRST_WORD = re.compile(r"\S{1,40}")

WIDEST_WRAP = 130
NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Half-open offsets of a paragraph without outer whitespace, bullet or heading mark."""

    start: int
    end: int
    bullet: bool = False
    heading: bool = False  # marked as one, by # in Markdown


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Find the paragraphs of a text, in order; what is between them is whitespace, bullets and heading marks."""
    blocks = list(_blocks(text))
    width = _wrap_width(blocks)
    return tuple(paragraph for block in blocks for paragraph in _split_block(block, width))


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Group the lines that have text by the blank lines between them."""
    block: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        body = raw.strip(EDGE)
        if block and (not body or (match.start() - last > 1 and text.count("\n", last, match.start()) > 1)):
            yield block
            block = []
        last = match.end()
        if body:
            indent = len(raw) - len(raw.lstrip(EDGE))
            block.append(_Line(match.start() + indent, match.start() + indent + len(body), indent, body))
    if block:
        yield block


def _wrap_width(blocks: list[list[_Line]]) -> int:
    """Find the width the text is wrapped at, 0 if it is not: no line is longer, and most breaks are mid-sentence."""
    inner = [line for block in blocks for line in block[:-1]]
    if not inner:
        return 0
    widest = max(line.indent + len(line.text) for block in blocks if len(block) > 1 for line in block)
    if not NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return 0
    full = [line for line in inner if line.indent + len(line.text) > 0.6 * widest]
    cut = sum(not _STOPPED.search(line.text[-6:]) for line in full)
    return widest if full and len(full) * 2 > len(inner) and cut * 2 > len(full) else 0


def _split_block(block: list[_Line], width: int) -> Iterator[Paragraph]:
    """Join the lines of a block that are one paragraph."""
    first = block[0]
    for line, following in zip(block, [*block[1:], None], strict=True):
        if following is None or not _goes_on(line, following, width):
            yield _trimmed(first, line.end)
            if following is not None:
                first = following


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether a paragraph runs over the end of this line."""
    if _BULLET.match(following.text) or _HEADING_MARK.match(following.text) or _HEADING_MARK.match(line.text):
        return False
    stopped = _STOPPED.search(line.text[-6:]) is not None
    if following.text[0].islower() and not stopped:
        return True
    if not width or (following.indent >= line.indent + 2 and not _BULLET.match(line.text)):
        return False
    taken = line.indent + len(line.text)
    if not stopped and taken > 0.7 * width:
        return True  # cut in mid-sentence, by somebody who does not fill lines to the last
    word = _FIRST_WORD.match(following.text)
    return taken + 1 + (len(word[0]) if word else 0) > 0.95 * width


def _trimmed(first: _Line, end: int) -> Paragraph:
    """Leave the bullet or heading mark out of a paragraph, unless nothing else is in it."""
    mark = _HEADING_MARK.match(first.text)
    bullet = _BULLET.match(first.text) if mark is None else None
    start = first.start + (mark or bullet).end() if mark or bullet else first.start  # type: ignore[union-attr]
    return Paragraph(start, end, bullet is not None, mark is not None)
