"""Compressed files and archives to what they hold, in memory only: nothing is unpacked to disk."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from timeline.articles.streams import Bounded, Counted
from timeline.errors import InputError

_HARMLESS = 32 << 20  # bytes that any file may expand to
_RATIO = 100  # text becomes three to ten times smaller; what expands more than this is made to fill memory
_READ_AT_ONCE = 1 << 17  # bytes
_BROKEN = (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error)


def gunzipped(stream: BinaryIO) -> BinaryIO:
    """What a gzip file holds, as it is unpacked. Reading it raises InputError where it is damaged or expands unduly."""
    packed = Counted(stream)
    unpacked = gzip.GzipFile(fileobj=io.BufferedReader(packed, _READ_AT_ONCE))
    return _stream(
        Bounded(
            unpacked,  # type: ignore[arg-type]
            lambda: max(_HARMLESS, _RATIO * packed.taken),
            (OSError, EOFError, zlib.error),
            lambda error: f"the file is not sound gzip ({_reason(error)}); pack it anew",
        )
    )


def zip_members(stream: BinaryIO) -> Iterator[tuple[str, BinaryIO | InputError]]:
    """The files of a zip archive by their names in it, sorted, each to be read before the next is asked for.

    One that cannot be opened comes as the error; reading another may raise InputError. Names never lead out of the
    archive ("../" is dropped), folders and hidden files are left out. Raises InputError if the archive as a whole is
    damaged.
    """
    try:
        size = stream.seek(0, io.SEEK_END)
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise InputError(f"the file is not a sound zip archive ({_reason(error)}); pack it anew") from error
    with archive:
        left = max(_HARMLESS, _RATIO * size)
        for member in sorted(archive.infolist(), key=lambda item: (item.filename, item.header_offset)):
            name = _inner(member.filename)
            if member.is_dir() or not name:
                continue
            content = _member(archive, member, left)
            if isinstance(content, InputError):
                yield name, content
                continue
            yield name, _stream(content)
            left -= content.given


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> Bounded | InputError:
    if member.flag_bits & 0x1:
        return InputError("it is encrypted; pack it without a password")
    most = min(max(_HARMLESS, _RATIO * member.compress_size), left)
    try:
        opened = archive.open(member)
    except _BROKEN as error:
        return InputError(_damaged(error))
    return Bounded(opened, lambda: most, _BROKEN, _damaged)  # type: ignore[arg-type]


def _stream(raw: io.RawIOBase) -> BinaryIO:
    return io.BufferedReader(raw, _READ_AT_ONCE)


def _damaged(error: Exception) -> str:
    return f"it is damaged ({_reason(error)}); pack it anew"


def _inner(name: str) -> str:
    """The name of a member as a path that stays inside, "" for one that is hidden or only describes others."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "" if any(part.startswith((".", "__MACOSX")) for part in parts) else "/".join(parts)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
