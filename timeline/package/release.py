"""Makes the archive of a release, the same bytes each time: `python -m timeline.package.release DIR DIST`."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from timeline.errors import InputError, PackageError, TimelineError
from timeline.package.layout import sha256
from timeline.package.reader import read_package_meta
from timeline.package.validator import validate

FOLDERS = ("datapackage", "charts")
_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can state: when it was packed is no part of the data
_MODE = 0o100644 << 16  # a plain file that its owner may write


def release(folder: Path, dist: Path) -> Path:
    """Write ``dist/NAME-VERSION.zip`` with ``datapackage/`` and ``charts/`` of a folder, and its SHA-256 beside it.

    Returns the archive. Raises PackageError if the package is not valid, has no charts, or if that release exists with
    other content: a version, once released, stays what it was.
    """
    meta = read_package_meta(folder / FOLDERS[0])
    if problems := validate(folder / FOLDERS[0], 1):
        raise PackageError(f"{folder / FOLDERS[0]}: not valid, so not released; the first problem is: {problems[0]}")
    if not (folder / "charts" / "index.html").is_file():
        raise PackageError(f"{folder / 'charts'}: no charts to release; make them with `timeline charts {folder}`")
    archive = dist / f"{meta.name}-{meta.version}.zip"
    aside = dist / f".{archive.name}.next"
    try:
        dist.mkdir(parents=True, exist_ok=True)
        _pack(folder, aside, archive.stem)
        _put(aside, archive)
    except OSError as error:
        raise PackageError(f"{archive}: cannot be written: {error.strerror or error}") from error
    finally:
        aside.unlink(missing_ok=True)
    return archive


def _pack(folder: Path, archive: Path, root: str) -> None:
    """Write the zip: files by name, with fixed times and rights, under one folder named as the release."""
    files = sorted(file for name in FOLDERS for file in (folder / name).rglob("*") if file.is_file())
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in files:
            entry = zipfile.ZipInfo(f"{root}/{file.relative_to(folder).as_posix()}", _TIME)
            entry.external_attr, entry.compress_type, entry.create_system = _MODE, zipfile.ZIP_DEFLATED, 3
            zipped.writestr(entry, file.read_bytes(), compresslevel=9)


def _put(aside: Path, archive: Path) -> None:
    digest = sha256(aside)
    if archive.exists() and sha256(archive) != digest:
        raise PackageError(
            f"{archive}: was released with other content; raise `version` in the dataset.toml, or remove that file"
        )
    aside.replace(archive)
    sums = archive.with_name(archive.name + ".sha256")
    sums.write_text(f"{digest}  {archive.name}\n", encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> None:
    """Run from the command line: prints the archive and its SHA-256 file; exit code 2 and one line if it cannot."""
    try:
        if len(arguments) != 2:
            raise InputError("give the folder with datapackage/ and charts/, and the folder for the archive")
        archive = release(Path(arguments[0]), Path(arguments[1]))
    except TimelineError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
    print(f"{archive}\n{archive}.sha256")


if __name__ == "__main__":
    main(sys.argv[1:])
