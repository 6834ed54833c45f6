"""Names of places: looked up, found in running text, and kept apart from words and people."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.gazetteers.places import country_of, find_place, scan


def seen(text: str) -> list[str]:
    return [f"{text[mention.start : mention.end]}/{mention.place.country}" for mention in scan(text)]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Chile", "CHL", "country"),
        ("the Netherlands", "NLD", "country"),
        ("US", "USA", "country"),
        ("U.S.", "USA", "country"),
        ("DRC", "COD", "country"),
        ("Côte d’Ivoire", "CIV", "country"),
        ("Cote d'Ivoire", "CIV", "country"),
        ("Türkiye", "TUR", "country"),
        ("Kosovo", "XKX", "country"),
        ("Myanmar’s", "MMR", "country"),
        ("Venezuelan", "VEN", "demonym"),
        ("Dutch", "NLD", "demonym"),
        ("Nigerien", "NER", "demonym"),
        ("Nigerian", "NGA", "demonym"),
        ("Ankara", "TUR", "capital"),
        ("St. John's", "ATG", "capital"),
        ("Kiev", "UKR", "capital"),
        ("the Kremlin", "RUS", "metonym"),
        ("Sao Paulo", "BRA", "city"),
        ("Basra", "IRQ", "city"),
        ("Crimea", "UKR", "region"),
        ("Tamil Nadu", "IND", "subnational"),
        ("france", "FRA", "country"),
    ],
)
def test_find_place(name, country, kind):
    place = find_place(name)
    assert place is not None
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize(
    "name", ["us", "turkey", "china", "nice", "march", "", " ", "’s", "the", "Latin America", "Of"]
)
def test_words_are_no_places(name):
    assert find_place(name) is None


def test_places_have_coordinates():
    place = find_place("Nairobi")
    assert place is not None
    assert place.latitude == pytest.approx(-1.28, abs=0.1)
    assert place.longitude == pytest.approx(36.82, abs=0.1)


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Venezuelan Foreign Ministry", "VEN"),
        ("the President of Chile", "CHL"),
        ("US officials", "USA"),
        ("Ankara", "TUR"),
        ("the Republic of Korea", "KOR"),
        ("North Korea's state media", "PRK"),
        ("the Paris-based Iranian opposition", "IRN"),
        ("a Geneva-based agency", "CHE"),
        ("Iran-backed militia", ""),
        ("the prime minister", ""),
        ("anti-American groups", ""),
        ("European Union", ""),
        ("Jordan Henderson", ""),
        ("Valencia, Venezuela", "VEN"),
        ("New Mexico", "USA"),
        ("Congolese army", "COD"),
    ],
)
def test_country_of(phrase, country):
    assert country_of(phrase) == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Turkish turkey trade in Turkey grew.", ["Turkish/TUR", "Turkey/TUR"]),
        ("Reading the report, he left.", []),
        ("Police in Reading arrested three.", ["Reading/GBR"]),
        ("It was a nice day for a rally in Nice.", ["Nice/FRA"]),
        ("In March they will march; in May they may.", []),
        ("Tell us what the US wants.", ["US/USA"]),
        ("Fine china came from China.", ["China/CHN"]),
        ("Guinea-Bissau, Papua New Guinea and Guinea", ["Guinea-Bissau/GNB", "Papua New Guinea/PNG", "Guinea/GIN"]),
        ("South Sudan left Sudan.", ["South Sudan/SSD", "Sudan/SDN"]),
        ("MEXICO CITY - Mexico's cabinet met", ["MEXICO CITY/MEX", "Mexico/MEX"]),
        ("The New York Times and Bank of England", []),
        ("the Panama Papers and the Treaty of Rome", []),
        ("pro-Russian and anti-Ukrainian crowds", []),
        ("Niger's junta wrote to Nigeria's.", ["Niger/NER", "Nigeria/NGA"]),
    ],
)
def test_scan(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vernon Jordan resigned.",
        "Peter Jordan and Katie London spoke.",
        "Jordan Whitfield told the court he had left.",
        "A letter from Victoria Harmsworth and her sister.",
        "Sydney Blythe, a clerk, denied it.",
        "Mr. Santiago and Ms Paris left; so did Rep. Jordan.",
        "He lives in Cuba Street, off Georgia Avenue.",
    ],
)
def test_people_and_streets_are_no_places(text):
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad Expels French Envoy", ["Chad/TCD", "French/FRA"]),
        ("Jordan Calls for Ceasefire", ["Jordan/JOR"]),
        ("Jordan Parliament dissolved", ["Jordan/JOR"]),
        ("The king of Jordan said", ["Jordan/JOR"]),
        ("a sheriff of Lebanon County, Pennsylvania", ["Pennsylvania/USA"]),
        ("the Los Angeles County sheriff", ["Los Angeles/USA"]),
        ("Chad, Mali and Jordan voted.", ["Chad/TCD", "Mali/MLI", "Jordan/JOR"]),
    ],
)
def test_countries_with_given_names_stay_countries(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "in Valencia, Spain, and in Valencia, Venezuela",
            ["Valencia/ESP", "Spain/ESP", "Valencia/VEN", "Venezuela/VEN"],
        ),
        (
            "Atlanta, Georgia, is far from Tbilisi, Georgia",
            ["Atlanta/USA", "Georgia/USA", "Tbilisi/GEO", "Georgia/GEO"],
        ),
        ("in Tripoli, in northern Lebanon", ["Tripoli/LBN", "Lebanon/LBN"]),
        ("in Hyderabad in Pakistan", ["Hyderabad/PAK", "Pakistan/PAK"]),
        ("Birmingham, Alabama", ["Birmingham/USA", "Alabama/USA"]),
        ("in Birmingham on Monday", ["Birmingham/GBR"]),
        ("Georgia, Armenia and Azerbaijan", ["Georgia/GEO", "Armenia/ARM", "Azerbaijan/AZE"]),
        ("Peru, Chile, Colombia, Cuba, Mexico", ["Peru/PER", "Chile/CHL", "Colombia/COL", "Cuba/CUB", "Mexico/MEX"]),
    ],
)
def test_namesakes_are_told_apart_by_what_holds_them(text, expected):
    assert seen(text) == expected


def test_a_namesake_lies_where_its_state_is():
    (maine, _) = scan("Portland, Maine")
    (oregon,) = scan("in Portland on Monday")
    assert maine.place.latitude == pytest.approx(43.66, abs=0.1)
    assert oregon.place.latitude == pytest.approx(45.52, abs=0.1)


def test_offsets_count_code_points():
    text = "😀 São Paulo — Bogotá’s mayor in Türkiye"
    assert [text[mention.start : mention.end] for mention in scan(text)] == ["São Paulo", "Bogotá", "Türkiye"]


@given(st.text())
def test_any_text_can_be_scanned(text):
    found = scan(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    find_place(text)
    country_of(text)


PIECES = st.sampled_from(
    [
        "Jordan",
        "Valencia",
        "Georgia",
        "South",
        "New",
        "York",
        "the",
        "of",
        "U.S.",
        "St.",
        "'s",
        ",",
        " ",
        " ",
        "-",
        ". ",
        "in",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_broken_names_can_be_scanned(text):
    found = scan(text)
    assert all(left.end <= right.start for left, right in pairwise(found))


def seconds(text: str) -> float:
    started = time.process_time()
    scan(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chilean president met US officials in Valencia, Spain, on Monday, and Jordan Whitfield wrote it down. ",
        "New New South South Papua New ",
        "Georgia, ",
        "U.S.",
        "a" * 40,
        "in the north ",
    ],
)
def test_time_is_linear(sentence):
    scan("Chile")
    quarter = sentence * (250_000 // len(sentence))
    short, whole = min(seconds(quarter) for _ in range(2)), seconds(quarter * 4)
    assert whole < 8 * short + 0.2
    assert whole < 6  # a megabyte; twenty times what it takes


def test_import_reads_no_table():
    code = "from timeline.gazetteers import place_index, places; assert place_index.index.cache_info().misses == 0"
    subprocess.run([sys.executable, "-c", code], check=True)
