"""Validates a package: every file, hash, column, row, key and rule, the CSV against the Parquet, and on demand more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb

from timeline.errors import PackageError
from timeline.models import Article
from timeline.package.article_checks import check_articles
from timeline.package.csv_checks import check_csv
from timeline.package.file_checks import check_arrow_schema, check_files, has_declared_columns
from timeline.package.layout import DESCRIPTOR, file_of
from timeline.package.problems import Problem
from timeline.package.row_checks import check_rows
from timeline.package.schema import all_resources, resource

LIMIT = 100


def validate(
    path: Path, limit: int = LIMIT, *, articles: Sequence[Article] | None = None, frictionless: bool = False
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a package folder (or the folder of a descriptor); nothing is good.

    At most ``limit`` rows are named per rule and file, and then how many more there are. With ``articles``, every quote
    and text hash is held against them; with ``frictionless``, Frictionless judges every row too, which is slow (about
    10,000 rows a second). A path that does not exist is a PackageError.
    """
    folder = _folder_of(path)
    there = [each for each in all_resources() if (folder / file_of(each, "parquet")).is_file()]
    types = [problem for each in there for problem in check_arrow_schema(folder, each)]
    sound = [each.name for each in there if has_declared_columns(folder, each)]
    with ThreadPoolExecutor(1) as beside:  # hashing and the CSV files take a second core while DuckDB works
        files = beside.submit(list, check_files(folder))
        pairs = beside.submit(_check_csv_files, folder, sound, limit)
        rows = _check_rows(folder, sound, limit)
        problems = [*files.result(), *types, *rows, *pairs.result()]
    if articles is not None:
        problems.extend(check_articles(folder, articles, sound, limit))
    if frictionless:
        from timeline.package.frictionless_checks import check_with_frictionless  # slow to load

        problems.extend(check_with_frictionless(folder, limit))
    return tuple(problems)


def _check_rows(folder: Path, sound: Sequence[str], limit: int) -> list[Problem]:
    try:
        return list(check_rows(folder, sound, limit))
    except duckdb.Error as error:
        return [Problem("data", "", f"cannot be read: {error}", "whole: readable Parquet files")]


def _check_csv_files(folder: Path, names: Iterable[str], limit: int) -> list[Problem]:
    present = [each for each in map(resource, names) if (folder / file_of(each, "csv")).is_file()]
    return [problem for each in present for problem in check_csv(folder, each, limit)]


def _folder_of(path: Path) -> Path:
    if not path.exists():
        raise PackageError(f"{path}: there is no such folder or descriptor")
    if path.is_file() and path.name != DESCRIPTOR:
        raise PackageError(f"{path}: not a data package; give its folder, or its {DESCRIPTOR}")
    folder = path if path.is_dir() else path.parent
    if not (folder / DESCRIPTOR).exists() and (folder / "datapackage" / DESCRIPTOR).is_file():
        return folder / "datapackage"
    inside = folder.name == "csv" and ((folder.parent / DESCRIPTOR).is_file() or (folder.parent / "data").is_dir())
    return folder.parent if inside else folder
