"""Validates a package: every file, hash, column, row, key and rule, and the CSV against the Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb

from timeline.errors import PackageError
from timeline.package.csv_checks import check_csv
from timeline.package.file_checks import check_arrow_schema, check_files, has_declared_columns
from timeline.package.layout import DESCRIPTOR, file_of
from timeline.package.problems import Problem
from timeline.package.row_checks import check_rows
from timeline.package.schema import all_resources, resource

LIMIT = 100


def validate(path: Path, limit: int = LIMIT) -> tuple[Problem, ...]:
    """Return everything that is wrong with a package folder (or the folder of a descriptor); nothing is good.

    At most ``limit`` rows are named per rule and file, and then how many more there are. A path that does not exist
    is a PackageError.
    """
    folder = _folder_of(path)
    problems = list(check_files(folder))
    there = [each for each in all_resources() if (folder / file_of(each, "parquet")).is_file()]
    problems.extend(problem for each in there for problem in check_arrow_schema(folder, each))
    sound = [each.name for each in there if has_declared_columns(folder, each)]
    with ThreadPoolExecutor(1) as beside:  # the CSV files are read on a second core while DuckDB works
        pairs = beside.submit(_check_csv_files, folder, sound, limit)
        try:
            problems.extend(check_rows(folder, sound, limit))
        except duckdb.Error as error:
            problems.append(Problem("data", "", f"cannot be read: {error}", "readable Parquet files"))
        problems.extend(pairs.result())
    return tuple(problems)


def _check_csv_files(folder: Path, names: Iterable[str], limit: int) -> list[Problem]:
    present = [each for each in map(resource, names) if (folder / file_of(each, "csv")).is_file()]
    return [problem for each in present for problem in check_csv(folder, each, limit)]


def _folder_of(path: Path) -> Path:
    if not path.exists():
        raise PackageError(f"{path}: there is no such folder or descriptor")
    if path.is_file() and path.name != DESCRIPTOR:
        raise PackageError(f"{path}: not a data package; give its folder, or its {DESCRIPTOR}")
    folder = path if path.is_dir() else path.parent
    inside = folder.name == "csv" and ((folder.parent / DESCRIPTOR).is_file() or (folder.parent / "data").is_dir())
    return folder.parent if inside else folder
