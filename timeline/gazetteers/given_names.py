"""Given names that tell a man from a woman, so that "she" is not taken for him."""

from __future__ import annotations

from functools import cache
from typing import Literal

from timeline.gazetteers.names import key
from timeline.gazetteers.tables import FOLDER, read_table

Sex = Literal["f", "m", ""]
_PATH = FOLDER / "given_names.csv"


def sex_of(name: str) -> Sex:
    """What the given name of a person ("María Lopez") tells: "f", "m", or "" where it tells nothing."""
    words = name.split()
    return _given().get(key(words[0]), "") if words else ""


@cache
def _given() -> dict[str, Sex]:
    found: dict[str, Sex] = {}
    for row in read_table(_PATH, ("name", "sex")):
        sex = row["sex"]
        if sex not in ("f", "m") or key(row["name"]) in found:
            raise row.error(f"name {row['name']!r} with sex {sex!r}; every name once, with f or m")
        found[key(row["name"])] = "f" if sex == "f" else "m"
    return found
