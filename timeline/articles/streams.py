"""Files as streams: the lines of a table one by one, a page as a whole, what is packed as it is unpacked.

Memory is bounded by the longest line, not by the file; what would fill memory (a line or a page without end, a file
made to expand) is an InputError where it stands.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from timeline.articles.decoding import MARKS
from timeline.errors import InputError

LONGEST_LINE = 32 << 20  # characters; no article is as long
LARGEST_PAGE = 256 << 20  # bytes of a file that holds one article
_CODECS = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # how the decoder marks a byte that is none

Line = tuple[int, str | InputError]
"""Number from 1, and the line with its line feed, or why it cannot be read."""


def whole(stream: BinaryIO) -> bytes:
    """All of a file that holds one article or feed. Raises InputError if it is longer than any can be."""
    data = stream.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise InputError(f"the file is longer than {LARGEST_PAGE >> 20} MB; give articles in a table, one a row")
    return data


def lines(stream: BinaryIO) -> Iterator[Line]:
    """The lines of a text file, line ends as line feeds; a line that is bad or without end comes as an error.

    Raises InputError if the file is empty, or in an encoding that is not read.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    start = buffered.peek(4)[:4]
    encoding = next((name for mark, name in MARKS if start.startswith(mark)), "utf-8")
    text = io.TextIOWrapper(buffered, _CODECS.get(encoding, "utf-32"), errors="surrogateescape")
    number = 0
    try:
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            yield number, _checked(line, text)
    except UnicodeDecodeError as error:
        raise InputError(f"line {number + 1} is not {encoding.upper()}; save the file as UTF-8") from error
    if not number:
        raise InputError("the file is empty; remove it or give it a text")


def _checked(line: str, rest: io.TextIOWrapper) -> str | InputError:
    if len(line) > LONGEST_LINE and not line.endswith("\n"):
        while (more := rest.readline(LONGEST_LINE)) and not more.endswith("\n"):
            pass
        return InputError(f"the line is longer than {LONGEST_LINE:,} characters; give one article a row")
    if not line.isascii() and (bad := _NOT_UTF8.search(line)):
        return InputError(f"the line is not UTF-8 (byte 0x{ord(bad[0]) - 0xDC00:02x}); save the file as UTF-8")
    return line


class Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer."""
        data = self._stream.read(len(buffer))
        self.taken += len(data)
        buffer[: len(data)] = data
        return len(data)


class Bounded(io.RawIOBase):
    """A stream that raises InputError as soon as it is longer than ``most()``, which may grow as it is read.

    ``broken`` are the exceptions that its source raises where it is damaged; ``words`` makes their message.
    """

    def __init__(
        self,
        stream: BinaryIO,
        most: Callable[[], int],
        broken: tuple[type[Exception], ...],
        words: Callable[[Exception], str],
    ) -> None:
        self._stream, self._most, self._broken, self._words = stream, most, broken, words
        self.given = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer."""
        try:
            data = self._stream.read(len(buffer))
        except self._broken as error:
            raise InputError(self._words(error)) from error
        self.given += len(data)
        if self.given > (most := self._most()):
            raise InputError(f"it expands to more than {most >> 20} MB, which no text of its packed size does")
        buffer[: len(data)] = data
        return len(data)
