"""A zip of a folder, the same bytes each time: files by name, with fixed times and rights."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can state: when it was packed is no part of the data
_MODE = 0o100644 << 16  # a plain file that its owner may write


def pack(folder: Path, archive: Path, root: str) -> None:
    """Write every file of a folder into a zip, under one folder named ``root``."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(archive, "w") as zipped:
        for name in files:
            entry = zipfile.ZipInfo(f"{root}/{name}", _TIME)
            entry.external_attr, entry.compress_type, entry.create_system = _MODE, zipfile.ZIP_DEFLATED, 3
            entry.file_size = (folder / name).stat().st_size  # a large one needs the wide form
            with (folder / name).open("rb") as source, zipped.open(entry, "w") as packed:
                shutil.copyfileobj(source, packed, 1 << 20)
