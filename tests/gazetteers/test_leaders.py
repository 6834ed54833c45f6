"""Names of those who stood for office speak of their country."""

from timeline.gazetteers.leaders import leaders
from timeline.gazetteers.namesakes import namesake


def test_a_surname_counts_once_the_full_name_is_given() -> None:
    text = "Hakainde Hichilema spoke on Monday. Hichilema was calm."
    assert leaders(text) == ((9, "ZMB"), (36, "ZMB"))


def test_a_surname_alone_is_anybody() -> None:
    assert leaders("Hichilema was calm, and so was Mr Banda.") == ()


def test_a_namesake_in_the_country_asked_for() -> None:
    found = namesake("Punjab", "PAK")
    assert found is not None and (found.country, found.kind) == ("PAK", "subnational")
    assert namesake("Punjab", "NOR") is None
