"""The English name of a country code, from the gazetteer."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

_WITH_ARTICLE = ("Netherlands", "Philippines", "Gambia", "Bahamas", "Maldives", "Comoros", "Solomon Islands")


def country_name(code: str) -> str:
    """The short English name of an alpha-3 code, the code itself if it is unknown, "" for ""."""
    return _names().get(code, code)


def in_country(code: str) -> str:
    """The name as it stands after "in": "the Netherlands"."""
    name = country_name(code)
    plural = name.startswith(
        ("United ", "Democratic Republic", "Central African", "Dominican Republic", "Czech Republic")
    )
    return f"the {name}" if plural or name in _WITH_ARTICLE else name


@cache
def _names() -> Mapping[str, str]:
    text = resources.files("timeline.gazetteers").joinpath("countries.csv").read_text(encoding="utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(text.splitlines())}
