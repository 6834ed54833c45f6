"""Compressed files and archives to what they hold, in memory only: nothing is unpacked to disk."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Protocol

from timeline.errors import InputError

_CHUNK = 1 << 20
_HARMLESS = 32 << 20  # bytes that any file may expand to
_RATIO = 100  # text becomes three to ten times smaller; what expands more than this is made to fill memory


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


def gunzipped(data: bytes) -> bytes:
    """What a gzip file holds. Raises InputError if it is damaged, or expands beyond what text can."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return _bounded(stream, len(data))
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"the file is not sound gzip ({_reason(error)}); pack it anew") from error


def zip_members(data: bytes) -> Iterator[tuple[str, bytes | InputError]]:
    """The files of a zip archive by their names in it, sorted; one that cannot be read comes as the error.

    Names never lead out of the archive ("../" is dropped), folders and hidden files are left out. Raises InputError
    if the archive as a whole is damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError(f"the file is not a sound zip archive ({_reason(error)}); pack it anew") from error
    with archive:
        left = max(_HARMLESS, _RATIO * len(data))
        for member in sorted(archive.infolist(), key=lambda item: (item.filename, item.header_offset)):
            name = _inner(member.filename)
            if member.is_dir() or not name:
                continue
            content = _member(archive, member, left)
            left -= len(content) if isinstance(content, bytes) else 0
            yield name, content


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes | InputError:
    if member.flag_bits & 0x1:
        return InputError("it is encrypted; pack it without a password")
    try:
        with archive.open(member) as stream:
            return _bounded(stream, member.compress_size, left)
    except InputError as error:
        return error
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error) as error:
        return InputError(f"it is damaged ({_reason(error)}); pack it anew")


def _bounded(stream: _Stream, packed: int, left: int | None = None) -> bytes:
    """All of a stream. Raises InputError as soon as it is longer than text of that packed size can be."""
    most = max(_HARMLESS, _RATIO * packed)
    most = most if left is None else min(most, left)
    parts, size = [], 0
    while part := stream.read(_CHUNK):
        size += len(part)
        if size > most:
            raise InputError(f"it expands to more than {most >> 20} MB from {packed:,} bytes, which no text does")
        parts.append(part)
    return b"".join(parts)


def _inner(name: str) -> str:
    """The name of a member as a path that stays inside, "" for one that is hidden or only describes others."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "" if any(part.startswith((".", "__MACOSX")) for part in parts) else "/".join(parts)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
