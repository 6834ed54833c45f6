"""Given names that tell a man from a woman."""

import pytest

from timeline.errors import RuleError
from timeline.gazetteers import given_names
from timeline.gazetteers.given_names import sex_of


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("María Lopez", "f"),
        ("Jean-Bertrand Dupont", "m"),
        ("Sviatlana Orlova", "f"),
        ("Olusegun Ade", "m"),
        ("Andrea Rossi", ""),  # a man in one country, a woman in another
        ("Kim", ""),
        ("", ""),
    ],
)
def test_sex(name, sex):
    assert sex_of(name) == sex


def test_a_bad_row_is_named(tmp_path, monkeypatch):
    path = tmp_path / "given_names.csv"
    path.write_text("name,sex\nAda,x\n", encoding="utf-8")
    monkeypatch.setattr(given_names, "_PATH", path)
    given_names._given.cache_clear()
    with pytest.raises(RuleError, match=r"given_names\.csv, line 2"):
        sex_of("Ada")
    given_names._given.cache_clear()
