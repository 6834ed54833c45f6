"""One person, body or country under one name."""

import pytest
from merge_making import article, body, crowd, merged, person, state, tell


def entities(*parties_by_article):
    results = [
        article(f"a{n}", *[tell("protest", "*x*", party) for party in parties])
        for n, parties in enumerate(parties_by_article)
    ]
    return {entity.entity_id: entity for entity in merged(*results).entities}


ONE = {
    "accents": [[person("José Muñoz")], [person("Jose Munoz")]],
    "case": [[person("ANA LOPES")], [person("Ana Lopes")]],
    "title": [[person("President Ana Lopes")], [person("Ana Lopes")]],
    "possessive": [[person("Ana Lopes’s")], [person("Ana Lopes")]],
    "short form in one article": [[person("Ana Lopes"), person("Lopes")]],
    "longer form in another article": [[person("Ana Lopes")], [person("Ana Lopes Pinto")]],
    "acronym in one article": [[body("Central Electoral Board"), body("CEB")]],
    "acronym in brackets": [[body("Northern Rapid Command (NORCOM)"), body("NORCOM")]],
    "country by code": [[state("Britain", "GBR")], [state("London", "GBR")]],
    "article before it": [[body("the Interior Ministry", country="KEN")], [body("Interior Ministry", country="KEN")]],
    "country known once": [[body("Interior Ministry", country="KEN")], [body("Interior Ministry")]],
}

TWO = {
    "two people": [[person("Ana Lopes")], [person("Juma Otieno")]],
    "a bare surname in another article": [[person("Ana Lopes")], [person("Lopes")]],
    "ministries of two states": [
        [body("Interior Ministry", country="KEN")],
        [body("Interior Ministry", country="TZA")],
    ],
    "countries": [[state("Niger", "NER")], [state("Nigeria", "NGA")]],
    "a country and its parliament": [[state("Kenya", "KEN")], [body("Kenya", country="KEN")]],
}


@pytest.mark.parametrize("parties", ONE.values(), ids=ONE)
def test_one(parties):
    assert len(entities(*parties)) == 1


@pytest.mark.parametrize("parties", TWO.values(), ids=TWO)
def test_two(parties):
    assert len(entities(*parties)) == 2


def test_an_ambiguous_short_form_stays_apart():
    found = entities([person("Ana Lopes"), person("Rui Lopes"), person("Lopes")])
    assert sorted(found) == ["per-ana-lopes", "per-lopes", "per-rui-lopes"]


def test_ids_and_names():
    found = entities([person("José Muñoz"), person("Muñoz"), state("Britain", "GBR"), body("Acme Bank")])
    assert sorted(found) == ["cou-gbr", "org-acme-bank", "per-jose-munoz"]
    assert found["per-jose-munoz"].aliases == ("Muñoz",)
    assert (found["cou-gbr"].name, found["cou-gbr"].aliases) == ("United Kingdom", ("Britain",))


def test_the_spelling_with_accents_wins_a_tie():
    assert entities([person("Jose Munoz")], [person("José Muñoz")])["per-jose-munoz"].name == "José Muñoz"


def test_bodies_of_one_name_are_told_apart_by_country():
    found = entities([body("Interior Ministry", country="KEN")], [body("Interior Ministry", country="TZA")])
    assert sorted(found) == ["org-interior-ministry", "org-interior-ministry-tza"]


def test_unnamed_groups_are_no_entity():
    assert entities([crowd("protesters")]) == {}


def test_a_name_without_latin_letters_has_an_id():
    (entity_id,) = entities([person("Ана Лопеш")])
    assert entity_id.startswith("per-")
    assert len(entity_id) > 5
