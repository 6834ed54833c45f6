"""The gazetteers' files: headers, codes, coordinates, and nothing named twice."""

from __future__ import annotations

import csv

import pycountry
import pytest

from timeline.errors import RuleError
from timeline.gazetteers.intruders import INTRUDER_COLUMNS
from timeline.gazetteers.names import key
from timeline.gazetteers.namesakes import NAMESAKE_COLUMNS
from timeline.gazetteers.organisations import ORGANISATION_COLUMNS, load_organisations
from timeline.gazetteers.place_index import CITY_COLUMNS, COUNTRY_COLUMNS, LOOKALIKE_COLUMNS, REGION_COLUMNS
from timeline.gazetteers.prisons import PRISON_COLUMNS
from timeline.gazetteers.tables import FOLDER, read_table

CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
COLUMNS = {
    "cities.csv": CITY_COLUMNS,
    "countries.csv": COUNTRY_COLUMNS,
    "intruders.csv": INTRUDER_COLUMNS,
    "lookalikes.csv": LOOKALIKE_COLUMNS,
    "namesakes.csv": NAMESAKE_COLUMNS,
    "organisations.csv": ORGANISATION_COLUMNS,
    "prisons.csv": PRISON_COLUMNS,
    "regions.csv": REGION_COLUMNS,
}
PLACED = ("cities.csv", "countries.csv", "namesakes.csv", "regions.csv")


def rows(name):
    return list(read_table(FOLDER / name, COLUMNS[name]))


@pytest.mark.parametrize("name", COLUMNS)
def test_header_and_cells(name):
    found = rows(name)
    assert found
    for row in found:
        assert all(cell == cell.strip() and ";;" not in cell for cell in row.values.values()), row


def test_every_file_is_explained():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(FOLDER.glob("*.csv")) if f"`{path.name}`" not in readme] == []


@pytest.mark.parametrize("name", PLACED)
def test_codes_and_coordinates(name):
    for row in rows(name):
        assert row["code" if name == "countries.csv" else "country"] in CODES, row
        latitude, longitude = row.number("latitude"), row.number("longitude")
        assert (latitude is None) == (longitude is None), row
        assert latitude is None or (-90 <= latitude <= 90 and -180 <= longitude <= 180), row


def test_all_sovereign_states_are_there():
    codes = {row["code"] for row in rows("countries.csv")}
    members = "AND BTN FSM KIR LIE MHL MCO NRU PLW SMR STP TUV VUT XKX TWN PSE VAT SSD TLS"
    assert set(members.split()) <= codes
    assert len(rows("countries.csv")) == len(codes) > 230


def test_ambiguous_cells_hold_names_of_their_row():
    for name in ("countries.csv", "regions.csv"):
        for row in rows(name):
            named = {part for column in COLUMNS[name] if column != "ambiguous" for part in row.many(column)}
            assert set(row.many("ambiguous")) <= named, row


def test_cities_and_organisations_are_named_once():
    for name in ("cities.csv", "organisations.csv"):
        names = [key(row["name"]) for row in rows(name)]
        assert len(names) == len(set(names)), sorted(other for other in set(names) if names.count(other) > 1)


def test_organisations_have_countries_that_exist():
    assert {body.country for body in load_organisations()} <= CODES | {""}


def test_lookalikes_are_of_a_known_kind():
    assert {row["kind"] for row in rows("lookalikes.csv")} == {"phrase", "word", "given"}


def test_wrong_header_missing_file_and_bad_number_are_named(tmp_path):
    table = tmp_path / "cities.csv"
    with pytest.raises(RuleError, match=r"cities\.csv: cannot be read"):
        list(read_table(table, CITY_COLUMNS))
    table.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"cities\.csv, line 1: columns are a, b"):
        list(read_table(table, CITY_COLUMNS))
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([CITY_COLUMNS, ["Ville", "FRA", "", "north", "2", "5", "maybe", ""]])
    (row,) = read_table(table, CITY_COLUMNS)
    with pytest.raises(RuleError, match=r"line 2.*'north'"):
        row.number("latitude")
    with pytest.raises(RuleError, match=r"line 2.*'maybe'"):
        row.flag("risky")
