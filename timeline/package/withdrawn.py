"""Event ids that a rebuild no longer uses: they stay listed, with the ids that now tell what they told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import PackageError
from timeline.package.layout import DESCRIPTOR


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An event id that is no longer used."""

    event_id: str
    event_type: str
    title: str
    last_version: str  # version of the dataset that had it last
    superseded_by: tuple[str, ...] = ()  # the events that now have its mentions

    def as_json(self) -> dict[str, object]:
        """Return the entry as it stands in the descriptor."""
        return asdict(self) | {"superseded_by": list(self.superseded_by)}


def read_withdrawn(folder: Path) -> tuple[Withdrawn, ...]:
    """Read the withdrawn events that a package folder lists; PackageError if its descriptor is not readable."""
    return _from_descriptor(_read_json(folder / DESCRIPTOR), folder / DESCRIPTOR)


def withdrawn_since(folder: Path, tables: Mapping[str, pa.Table]) -> tuple[Withdrawn, ...]:
    """Return what is withdrawn if ``tables`` take the place of the package in ``folder``, sorted by id.

    That is all it listed already and every event it had, as far as the new tables do not have them.
    """
    if not (folder / DESCRIPTOR).is_file():
        return ()
    tree = _read_json(folder / DESCRIPTOR)
    living = set(tables["events"]["event_id"].to_pylist())
    listed = {each.event_id: each for each in _from_descriptor(tree, folder / DESCRIPTOR)}
    gone = {each.event_id: each for each in _vanished(folder, str(tree.get("version", "")), living, tables["mentions"])}
    return tuple(each for _, each in sorted((listed | gone).items()) if each.event_id not in living)


def _vanished(folder: Path, version: str, living: set[str], mentions: pa.Table) -> list[Withdrawn]:
    events = _columns(folder / "data/events.parquet", ["event_id", "event_type", "title"])
    gone = {row["event_id"]: row for row in events if row["event_id"] not in living}
    if not gone:
        return []
    heirs = {row["mention_id"]: row["event_id"] for row in mentions.select(["mention_id", "event_id"]).to_pylist()}
    successors: dict[str, set[str]] = {}
    for row in _columns(folder / "data/mentions.parquet", ["mention_id", "event_id"]):
        if row["event_id"] in gone and (heir := heirs.get(row["mention_id"])):
            successors.setdefault(row["event_id"], set()).add(heir)
    return [
        Withdrawn(name, row["event_type"], row["title"], version, tuple(sorted(successors.get(name, ()))))
        for name, row in gone.items()
    ]


def _columns(path: Path, columns: list[str]) -> list[dict[str, str]]:
    try:
        rows: list[dict[str, str]] = pq.read_table(path, columns=columns, partitioning=None).to_pylist()
    except (OSError, KeyError, pa.ArrowException) as error:
        raise PackageError(
            f"{path}: not readable, so it is not known which events are withdrawn ({error}); "
            "restore the package there, or remove its folder to start afresh"
        ) from error
    return rows


def _read_json(path: Path) -> dict[str, object]:
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(f"{path}: not readable as JSON: {error}; restore it, or remove the folder") from error
    if not isinstance(tree, dict):
        raise PackageError(f"{path}: expected a JSON object; restore it, or remove the folder")
    return tree


def _from_descriptor(tree: Mapping[str, object], place: Path) -> tuple[Withdrawn, ...]:
    found = tree.get("withdrawn", [])
    try:
        return tuple(_entry(each) for each in found)  # type: ignore[attr-defined]
    except (TypeError, ValueError, AttributeError) as error:
        raise PackageError(f"{place}: withdrawn: {error}") from error


def _entry(value: Mapping[str, object]) -> Withdrawn:
    names = [each.name for each in fields(Withdrawn)]
    if sorted(value) != sorted(names):
        raise ValueError(f"expected {', '.join(names)} in each entry, found {', '.join(map(str, value))}")
    heirs = value["superseded_by"]
    if not isinstance(heirs, list) or not all(isinstance(each, str) for each in (*heirs, *map(value.get, names[:-1]))):
        raise ValueError(f"expected texts and a list of ids in {dict(value)!r}")
    event_id, event_type, title, last_version = (str(value[name]) for name in names[:-1])
    return Withdrawn(event_id, event_type, title, last_version, tuple(heirs))
