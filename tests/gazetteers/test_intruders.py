"""Names of gangs and programs: which a text bears, and what the table may hold."""

from __future__ import annotations

import pytest

from timeline.errors import RuleError
from timeline.gazetteers import intruders
from timeline.gazetteers.intruders import known_intruders


def test_names_of_several_words_and_common_ones() -> None:
    assert known_intruders("Members of Scattered Spider met.", on_computers=False) == {"Scattered Spider"}
    assert known_intruders("Play was held up; Medusa frowned.", on_computers=False) == frozenset()
    assert known_intruders("Files were published by Medusa.", on_computers=True) == {"Medusa"}


def test_names_by_number_and_by_kind() -> None:
    assert known_intruders("UNC1234 and Grey Typhoon used RedLocker.", on_computers=True) == {
        "UNC1234",
        "Grey Typhoon",
        "RedLocker",
    }


def test_a_row_of_no_kind_is_named(tmp_path, monkeypatch) -> None:
    path = tmp_path / "intruders.csv"
    path.write_text("name,kind,common\nMoth,insect,\n", encoding="utf-8")
    monkeypatch.setattr(intruders, "_PATH", path)
    with pytest.raises(RuleError, match=r"intruders\.csv, line 2"):
        intruders._names.__wrapped__()
