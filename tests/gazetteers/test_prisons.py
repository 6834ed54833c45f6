"""Prisons by their bare name: what the rules look up, and a file that is malformed."""

from __future__ import annotations

import pytest

from timeline.errors import RuleError
from timeline.frames.words.lexicon import lemmas
from timeline.gazetteers.place_index import CITY_COLUMNS
from timeline.gazetteers.prisons import PRISON_COLUMNS, prison_words
from timeline.gazetteers.tables import FOLDER, read_table


def test_the_class_of_prisons_holds_words_and_names():
    assert {"jail", "evin", "coeli"} <= lemmas("prison")


def test_no_name_is_that_of_a_city_as_well():
    cities = {row["name"].lower() for row in read_table(FOLDER / "cities.csv", CITY_COLUMNS)}
    assert sorted(prison_words() & cities) == []


def test_rows_are_sorted_and_say_where_the_prison_is():
    found = list(read_table(FOLDER / "prisons.csv", PRISON_COLUMNS))
    assert [row["name"] for row in found] == sorted((row["name"] for row in found), key=str.casefold)
    assert all(len(row["country"]) == 3 for row in found)


def test_a_row_without_a_name_is_refused(tmp_path):
    path = tmp_path / "prisons.csv"
    path.write_text("name,country\n ,IRN\n", encoding="utf-8")
    with pytest.raises(RuleError, match="line 2: column 'name' is empty"):
        prison_words(path)
