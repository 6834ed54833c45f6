"""Organisations and groups that act in political news: intergovernmental bodies, agencies, parties, armed groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from timeline.gazetteers.names import is_acronym, key
from timeline.gazetteers.tables import FOLDER, read_table

ORGANISATION_COLUMNS = ("name", "aliases", "country", "kind")
_OTHER_WORDS = frozenset({"alba", "pace", "sica"})  # a surname, a speed, a name
OrganisationKind = Literal["organisation", "group"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body or group under its usual name; ``country`` is alpha-3, "" if it belongs to none."""

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: OrganisationKind


class _Entry(NamedTuple):
    spelling: str
    organisation: Organisation


@lru_cache(maxsize=8192)
def find_organisation(name: str) -> Organisation | None:
    """The organisation that ``name`` as a whole is a name of, or None.

    Accents, dots and hyphens do not matter; an abbreviation must be in capitals (or, spoken as a word, begin with
    one: "Nato"), another name begin with one (an Arabic article may be small).
    """
    name = re.sub(r"^the\s+|['’]s?$", "", name.strip(), flags=re.I)
    for entry in _index().get(key(name), ()):
        if is_acronym(entry.spelling):
            if name.isupper() or _spoken(name):
                return entry.organisation
        elif not name[0].islower() or entry.spelling[0].islower() or re.match("al[- ]", name):
            return entry.organisation
    return None


def _spoken(name: str) -> bool:
    """Whether an abbreviation is written as the word it is spoken as, British style, and is not another word."""
    return len(name) > 3 and name.isalpha() and name.istitle() and key(name) not in _OTHER_WORDS


def load_organisations(path: Path = FOLDER / "organisations.csv") -> tuple[Organisation, ...]:
    """All organisations of a table; `RuleError` if it is malformed."""
    found: list[Organisation] = []
    for row in read_table(path, ORGANISATION_COLUMNS):
        if row["kind"] not in ("organisation", "group"):
            raise row.error(f'column "kind" holds {row["kind"]!r}; write "organisation" or "group"')
        kind = cast(OrganisationKind, row["kind"])
        found.append(Organisation(row["name"], row.many("aliases"), row["country"], kind))
    return tuple(found)


@cache
def _index() -> dict[str, tuple[_Entry, ...]]:
    entries: dict[str, tuple[_Entry, ...]] = {}
    for organisation in load_organisations():
        for spelling in (organisation.name, *organisation.aliases):
            entries[key(spelling)] = (*entries.get(key(spelling), ()), _Entry(spelling, organisation))
    return entries
