"""Which of several places of one name is meant: "Valencia, Venezuela", "Atlanta, Georgia", "Birmingham in Alabama"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.gazetteers.names import key
from timeline.gazetteers.place_index import Place, index
from timeline.gazetteers.tables import FOLDER, read_table

NAMESAKE_COLUMNS = ("name", "country", "region", "latitude", "longitude", "population")

# What may stand between a place and the larger one that holds it.
_WITHIN = re.compile(r"(?:,\s(?:in\s)?|\sin\s)(?:the\s)?(?:(?:north|south|east|west|central)\w*[ -])*")
_TOWNS = ("city", "capital")
_HOLDERS = ("country", "subnational", "region")


def settled(text: str, found: Sequence[tuple[int, int, Place]]) -> list[Place]:
    """The places of a text's names, in order, each made to fit the one that follows it as its country or region.

    A name alone keeps its usual meaning: the most populous place, or the country.
    """
    places = [place for _, _, place in found]
    for at in range(len(found) - 1):
        gap = text[found[at][1] : found[at + 1][0]]
        if len(gap) > 40 or not _WITHIN.fullmatch(gap):
            continue
        inner, outer = places[at], places[at + 1]
        if outer.kind in _HOLDERS and (inner.kind in _TOWNS or outer.kind == "subnational"):
            held = _inside(inner, _name(text, found[at]), outer)
            if held is not None:
                places[at] = held
                continue
        if inner.kind in _TOWNS and inner.country != outer.country and gap.startswith(","):
            places[at + 1] = _holding(inner, _name(text, found[at + 1])) or outer
    return places


def namesake(name: str, country: str) -> Place | None:
    """The town or region of a name in a country, None if it has none: "Cordoba" in Argentina."""
    others = [place for place in index().others.get(key(name), ()) if place.kind in ("city", "subnational", "region")]
    others += [place for _, place in _namesakes().get(key(name), ())]
    return next((place for place in others if place.country == country), None)


def _name(text: str, mention: tuple[int, int, Place]) -> str:
    return key(text[mention[0] : mention[1]])


def _inside(inner: Place, name: str, outer: Place) -> Place | None:
    """The place of that name in a country or region, if its usual meaning lies elsewhere."""
    for region, place in _namesakes().get(name, ()):
        if region and region == outer.name and place.country == outer.country:
            return place
    if inner.country == outer.country:
        return None
    others = [place for _, place in _namesakes().get(name, ()) if place.country == outer.country]
    others += [place for place in index().others.get(name, ()) if place.country == outer.country]
    return others[0] if others else None


def _holding(inner: Place, name: str) -> Place | None:
    """The region of that name in the country of a town: "Georgia" after "Atlanta"."""
    regions = (place for place in index().others.get(name, ()) if place.kind == "subnational")
    return next((place for place in regions if place.country == inner.country), None)


@cache
def _namesakes() -> dict[str, tuple[tuple[str, Place], ...]]:
    """By folded name: the region (of the United States, else "") and the town, the most populous first."""
    found: dict[str, tuple[tuple[str, Place], ...]] = {}
    rows = sorted(read_table(FOLDER / "namesakes.csv", NAMESAKE_COLUMNS), key=lambda row: -int(row["population"]))
    for row in rows:
        place = Place(row["name"], row["country"], "city", row.number("latitude"), row.number("longitude"), True)
        found[key(row["name"])] = (*found.get(key(row["name"]), ()), (row["region"], place))
    return found
