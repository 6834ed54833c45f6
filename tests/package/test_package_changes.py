"""Withdrawn ids stay listed, and two versions are told apart with reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.package.fixture import fixture_rows
from tests.package.published import META
from timeline.errors import PackageError
from timeline.models import Rows
from timeline.package import DatasetMeta, Withdrawn, diff, read_withdrawn, render_diff, validate, write
from timeline.package.reasons import Reason

RELEASE, STATEMENT = "LVA-2023-02-02-release-2d2d", "LVA-2023-02-statement-7a7a"
LETTERS = "ISL-XXXX-07-28-protest-e5e5"


def without(rows: Rows, **cells: object) -> Rows:
    """Return the rows without those that have one of these cells."""
    return {
        name: [row for row in each if not any(row.get(key) == value for key, value in cells.items())]
        for name, each in rows.items()
    }


def renamed(rows: Rows, old: str, new: str) -> Rows:
    return {
        name: [{key: new if value == old else value for key, value in row.items()} for row in each]
        for name, each in rows.items()
    }


def without_release(rows: Rows) -> Rows:
    mention = "harbour-post-2023-02-03-1-release"
    return without(without(rows, event_id=RELEASE), mention_id=mention, entity_id="person-ants-kivi")


def test_an_id_that_vanishes_stays_listed_with_its_heir(tmp_path: Path):
    folder = tmp_path / "package"
    write(fixture_rows(), META, folder)
    assert read_withdrawn(folder) == ()
    write(renamed(fixture_rows(), RELEASE, "LVA-new"), META, folder)
    gone = Withdrawn(RELEASE, "release", "Release of Ants Kivi in Riga, Latvia", "1.2.0", ("LVA-new",))
    assert read_withdrawn(folder) == (gone,) and validate(folder) == ()
    write(without_release(fixture_rows()), DatasetMeta(version="1.3.0"), folder)
    assert read_withdrawn(folder) == (gone, Withdrawn("LVA-new", "release", gone.title, "1.2.0"))
    assert validate(folder) == ()
    write(fixture_rows(), META, folder)
    assert [each.event_id for each in read_withdrawn(folder)] == ["LVA-new"]


def test_an_unreadable_package_in_place_is_not_forgotten_in_silence(tmp_path: Path):
    folder = tmp_path / "package"
    write(fixture_rows(), META, folder)
    (folder / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(PackageError, match=r"datapackage.json: not readable .* remove the folder"):
        write(fixture_rows(), META, folder)
    assert (folder / "datapackage.json").read_text(encoding="utf-8") == "{"


def test_the_same_version_has_no_differences(tmp_path: Path):
    write(fixture_rows(), META, tmp_path / "old")
    found = diff(tmp_path / "old", tmp_path / "old/datapackage.json")
    assert not found
    assert render_diff(found) == "events: 0 added, 0 changed, 0 withdrawn, 16 unchanged"


def test_added_changed_and_withdrawn_events_are_told_with_reasons(tmp_path: Path):
    old, new = without(fixture_rows(), article_id="letters-page", event_id=LETTERS), fixture_rows()
    old["participants"] = [row for row in old["participants"] if row["name"] != "thousands"]
    new = without_release(new)
    for row in new["events"]:
        if row["event_type"] == "coup":
            row["place"] = "Reykjavík"
    for row in new["articles"]:
        if row["article_id"] == "baltic-review-2019-spring":
            row["text_sha256"] = "0" * 64
    for row in new["figures"]:
        if row["as_written"] == "eleven":
            row["unit"] = "firms"
    write(old, META, tmp_path / "old")
    write(old, META, tmp_path / "new")
    write(new, META, tmp_path / "new")
    found = diff(tmp_path / "old", tmp_path / "new")
    assert render_diff(found).splitlines() == [
        "events: 1 added, 2 changed, 1 withdrawn, 12 unchanged",
        f"+ {LETTERS}: Protest in Reykjavík, Iceland (new article letters-page)",
        "~ NOR-2018-sanction-8f8f: Norway freezes assets of shipping companies"
        " (changed text of baltic-review-2019-spring)",
        "    figures: 1 row gone -> 1 row new",
        "~ ISL-undated-coup-3b3b: Alleged plot in Iceland (what other articles tell)",
        '    place: null -> "Reykjavík"',
        f"- {RELEASE}: Release of Ants Kivi in Riga, Latvia (changed rule)",
    ]
    assert json.loads(json.dumps(found.as_json()))["withdrawn"][0]["event_id"] == RELEASE


def test_a_withdrawn_event_names_its_heir(tmp_path: Path):
    write(fixture_rows(), META, tmp_path / "old")
    write(fixture_rows(), META, tmp_path / "new")
    write(renamed(fixture_rows(), STATEMENT, "LVA-other"), META, tmp_path / "new")
    found = diff(tmp_path / "old", tmp_path / "new")
    (gone,) = found.withdrawn
    assert (gone.reasons, gone.superseded_by) == ((Reason("changed_rule"),), ("LVA-other",))
    assert render_diff(found).splitlines()[-1].endswith("(changed rule; now part of LVA-other)")
