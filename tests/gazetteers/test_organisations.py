"""Organisations and groups are found by any of their names, and ordinary words are not."""

from __future__ import annotations

import pytest

from timeline.gazetteers.organisations import find_organisation


@pytest.mark.parametrize(
    ("written", "name", "country", "kind"),
    [
        ("UN", "United Nations", "", "organisation"),
        ("the United Nations", "United Nations", "", "organisation"),
        ("U.N.", "United Nations", "", "organisation"),
        ("NATO", "NATO", "", "organisation"),
        ("Nato", "NATO", "", "organisation"),
        ("Asean’s", "Association of Southeast Asian Nations", "", "organisation"),
        ("the Taliban", "Taliban", "AFG", "group"),
        ("al-Shabaab", "Al-Shabaab", "SOM", "group"),
        ("Al Shabaab", "Al-Shabaab", "SOM", "group"),
        ("Hizbollah", "Hezbollah", "LBN", "group"),
        ("PKK", "Kurdistan Workers' Party", "TUR", "group"),
        ("Reporters sans frontieres", "Reporters Without Borders", "", "organisation"),
        ("RSF", "Rapid Support Forces", "SDN", "group"),
        ("SOUTHCOM", "United States Southern Command", "USA", "organisation"),
    ],
)
def test_found(written, name, country, kind):
    found = find_organisation(written)
    assert found is not None
    assert (found.name, found.country, found.kind) == (name, country, kind)


@pytest.mark.parametrize(
    "written", ["", " ", "the", "’s", "who", "Who", "un", "is", "Pace", "Alba", "Union", "a party"]
)
def test_words_are_no_organisations(written):
    assert find_organisation(written) is None
