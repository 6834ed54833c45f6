"""Builds the index of place names from the CSV files, once, at first use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from timeline.gazetteers.names import Word, fold, is_acronym, key, words
from timeline.gazetteers.tables import FOLDER, Row, read_table

PlaceKind = Literal["country", "demonym", "capital", "metonym", "city", "region", "subnational"]

COUNTRY_COLUMNS = (
    "code", "name", "status", "aliases", "adjectives", "people", "capitals", "metonyms", "latitude", "longitude",
    "ambiguous",
)  # fmt: skip
REGION_COLUMNS = ("name", "country", "kind", "aliases", "adjectives", "latitude", "longitude", "ambiguous")
CITY_COLUMNS = ("name", "country", "aliases", "latitude", "longitude", "population", "risky", "ambiguous")
LOOKALIKE_COLUMNS = ("phrase", "kind", "reason")


@dataclass(frozen=True, slots=True)
class Place:
    """What a name stands for: its usual name, the country (alpha-3), what kind of name it is, and where it lies.

    A demonym or metonym ("Venezuelan", "the Kremlin") lies where its capital does. Latitude and longitude are
    WGS 84 degrees. ``ambiguous``: the same name is also a person's, a word's or another place's.
    """

    name: str
    country: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    ambiguous: bool = False


class Name(NamedTuple):
    """A spelling in the index: what it stands for (None: something that only looks like a place) and how it is met."""

    place: Place | None
    spelling: str
    capitals: tuple[bool, ...]  # which of its words are written with a capital
    acronym: bool
    accents: bool  # without its accents it is another word
    risky: bool  # met as a place only after a preposition of place

    def fits(self, written: list[Word]) -> bool:
        """Whether the words of a text, equal when folded, are this name as it is written."""
        if self.acronym:
            return all(word.text.isupper() or not word.text.isalpha() for word in written)
        if self.accents and written[0].text.casefold() != self.spelling.casefold():
            return False
        return all(word.capital or not capital for word, capital in zip(written, self.capitals, strict=True))


class Index(NamedTuple):
    """Names by key, and for each first word the greatest number of words of a name that begins with it."""

    names: dict[str, Name]
    longest: dict[str, int]
    small: frozenset[str]  # first words that some name writes without a capital: "al"
    words: frozenset[str]  # folded names that are ordinary words when written without a capital
    given: frozenset[str]  # folded given names of people
    others: dict[str, tuple[Place, ...]]  # by key, what else a name stands for in another country


@cache
def index() -> Index:
    """The index of all place names; what is read first wins a shared name."""
    common, given, names = _lookalikes(FOLDER / "lookalikes.csv")
    others: dict[str, tuple[Place, ...]] = {}
    cities = list(read_table(FOLDER / "cities.csv", CITY_COLUMNS))
    seats = {(row["country"], name): row for row in cities for name in (row["name"], *row.many("aliases"))}
    for spelling, place, risky in (
        *_countries(FOLDER / "countries.csv", seats),
        *_regions(FOLDER / "regions.csv"),
        *_cities(cities),
    ):
        folded = key(spelling)
        if folded not in names:
            names[folded] = _name(spelling, place, risky, common)
        elif (first := names[folded].place) is not None and first.country != place.country:
            others[folded] = (*others.get(folded, ()), place)
    longest: dict[str, int] = {}
    for folded in names:
        start = folded.partition(" ")[0]
        longest[start] = max(longest.get(start, 0), folded.count(" ") + 1)
    small = frozenset(folded.partition(" ")[0] for folded, name in names.items() if not name.capitals[0])
    return Index(names, longest, small, common, given, others)


def _name(spelling: str, place: Place | None, risky: bool, common: frozenset[str]) -> Name:
    capitals = (True,) if spelling.isalpha() else tuple(word.capital for word in words(spelling))
    accents = not spelling.isascii() and fold(spelling) in common
    return Name(place, spelling, capitals, is_acronym(spelling), accents, risky)


def _lookalikes(path: Path) -> tuple[frozenset[str], frozenset[str], dict[str, Name]]:
    common: set[str] = set()
    given: set[str] = set()
    names: dict[str, Name] = {}
    for row in read_table(path, LOOKALIKE_COLUMNS):
        if row["kind"] == "word":
            common.add(row["phrase"])
        elif row["kind"] == "given":
            given.add(key(row["phrase"]))
        else:
            names[key(row["phrase"])] = _name(row["phrase"], None, False, frozenset())
    return frozenset(common), frozenset(given), names


def _countries(path: Path, seats: dict[tuple[str, str], Row]) -> Iterator[tuple[str, Place, bool]]:
    later: list[tuple[str, Place, bool]] = []
    for row in read_table(path, COUNTRY_COLUMNS):
        unsure = set(row.many("ambiguous"))
        country = Place(row["name"], row["code"], "country", row.number("latitude"), row.number("longitude"))
        for name in (row["name"], *row.many("aliases")):
            yield name, replace(country, ambiguous=True) if name in unsure else country, False
        for column, kind in (("adjectives", "demonym"), ("people", "demonym"), ("metonyms", "metonym")):
            for name in row.many(column):
                place = Place(name, row["code"], kind, country.latitude, country.longitude, name in unsure)  # type: ignore[arg-type]
                later.append((name, place, False))
        for name in row.many("capitals"):
            later.append((name, _capital(row, name, seats.get((row["code"], name)), name in unsure), False))
    yield from later


def _capital(country: Row, name: str, seat: Row | None, ambiguous: bool) -> Place:
    """A seat of government; one that is no city of its own is another spelling of the first ("Kiev")."""
    where = seat or country
    usual = seat["name"] if seat else country.many("capitals")[0]
    return Place(usual, country["code"], "capital", where.number("latitude"), where.number("longitude"), ambiguous)


def _regions(path: Path) -> Iterator[tuple[str, Place, bool]]:
    for row in read_table(path, REGION_COLUMNS):
        kind: PlaceKind = "region" if row["kind"] == "region" else "subnational"
        place = Place(row["name"], row["country"], kind, row.number("latitude"), row.number("longitude"))
        unsure = set(row.many("ambiguous"))
        for name in (row["name"], *row.many("aliases")):
            yield name, replace(place, ambiguous=name in unsure), False
        for name in row.many("adjectives"):
            yield name, replace(place, name=name, kind="demonym", ambiguous=name in unsure), False


def _cities(rows: list[Row]) -> Iterator[tuple[str, Place, bool]]:
    for row in rows:
        place = Place(
            row["name"], row["country"], "city", row.number("latitude"), row.number("longitude"), row.flag("ambiguous")
        )
        for name in (row["name"], *row.many("aliases")):
            yield name, place, row.flag("risky")
