"""What is known of the dataset as a whole: title, licence, sources. Read from ``[dataset]`` of a dataset.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields

from timeline.errors import InputError

LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODC-BY-1.0": ("Open Data Commons Attribution 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "ODbL-1.0": ("Open Data Commons Open Database 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "PDDL-1.0": ("Open Data Commons Public Domain 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
}
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_LICENCE = re.compile(r"[A-Za-z0-9._+-]+")


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who made the dataset."""

    title: str
    path: str = ""  # a web address
    roles: tuple[str, ...] = ()  # "author", "maintainer"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the articles come from."""

    title: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class DatasetMeta:
    """The dataset as a whole. ``licence`` covers the facts; the words in ``quote`` stay their publishers'."""

    title: str = "Event timeline"
    name: str = "event-timeline"
    description: str = "Dated, typed and sourced political events, derived from news articles."
    licence: str = "CC-BY-4.0"  # SPDX
    base_url: str = ""  # where the package will be found; without it all addresses are relative
    version: str = "1.0.0"
    contributors: tuple[Contributor, ...] = ()
    sources: tuple[Source, ...] = ()
    keywords: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what Data Package v2 would refuse."""
        if not _NAME.fullmatch(self.name):
            raise InputError(f"dataset name {self.name!r}: use lower-case letters, digits, '.', '_' and '-'")
        if not _LICENCE.fullmatch(self.licence):
            raise InputError(f"dataset licence {self.licence!r}: give an SPDX name such as CC-BY-4.0")
        for key in ("title", "version"):
            if not getattr(self, key).strip():
                raise InputError(f"dataset {key}: must not be empty")


def read_meta(table: Mapping[str, object], place: str = "[dataset]") -> DatasetMeta:
    """Read the ``[dataset]`` table of a dataset.toml; absent keys have defaults, wrong ones are InputErrors.

    ``contributors`` and ``sources`` are lists of tables (title, path; contributors also roles).
    """
    known = {f.name for f in fields(DatasetMeta)}
    if unknown := sorted(set(table) - known):
        raise InputError(f"{place}: unknown key {unknown[0]}; known are {', '.join(sorted(known))}")
    values: dict[str, object] = {}
    for key, value in table.items():
        if key in ("contributors", "sources"):
            kind = Contributor if key == "contributors" else Source
            values[key] = tuple(_record(kind, each, f"{place} {key}") for each in _list(value, f"{place} {key}"))
        elif key == "keywords":
            values[key] = tuple(_text(each, f"{place} {key}") for each in _list(value, f"{place} {key}"))
        else:
            values[key] = _text(value, f"{place} {key}")
    try:
        return DatasetMeta(**values)  # type: ignore[arg-type]
    except InputError as error:
        raise InputError(f"{place}: {error}") from error


def _record(kind: type[Contributor] | type[Source], value: object, place: str) -> Contributor | Source:
    if not isinstance(value, Mapping):
        raise InputError(f"{place}: expected a table with a title, found {value!r}")
    known = {f.name: f for f in fields(kind)}
    if unknown := sorted(set(value) - set(known)):
        raise InputError(f"{place}: unknown key {unknown[0]}; known are {', '.join(known)}")
    if missing := [name for name, f in known.items() if f.default is MISSING and not value.get(name)]:
        raise InputError(f"{place}: {missing[0]} is missing")
    title, path = (_text(value.get(key, ""), f"{place} {key}") for key in ("title", "path"))
    if kind is Source:
        return Source(title, path)
    roles = tuple(_text(each, f"{place} roles") for each in _list(value.get("roles", []), f"{place} roles"))
    return Contributor(title, path, roles)


def _list(value: object, place: str) -> list[object]:
    if not isinstance(value, list | tuple):
        raise InputError(f"{place}: expected a list, found {value!r}")
    return list(value)


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise InputError(f"{place}: expected text, found {value!r}")
    return value
