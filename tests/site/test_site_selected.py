"""Of a large package pictures and pages take a part: the right one, all of it said, and counts of the whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.package.fixture import fixture_rows
from tests.site.making import Page, made, remade
from timeline import charts, job
from timeline.charts.view import Choice
from timeline.package import count_rows
from timeline.site import selected


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("selected")
    made(place, fixture_rows())
    return place


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """One event of a type and one sentence of an event are enough."""
    monkeypatch.setattr(selected, "WHOLE", {"events": 3})
    monkeypatch.setattr(selected, "OF_A_TYPE", 1)
    monkeypatch.setattr(selected, "OF_AN_EVENT", 1)


def test_a_small_package_is_taken_as_it_is(folder: Path) -> None:
    place = folder / "datapackage"
    taken = selected.select(place, count_rows(place), Choice())
    assert taken.note == "" and {name: len(frame) for name, frame in taken.frames.items()} == count_rows(place)


def test_of_a_large_one_the_most_told_events_of_each_type_are_taken(folder: Path, small: None) -> None:
    place, rows = folder / "datapackage", fixture_rows()
    taken = selected.select(place, count_rows(place), Choice())
    events, whole = taken.frames["events"], rows["events"]
    about = set(taken.frames["recognitions"]["election_id"].dropna())
    assert about <= set(events["event_id"]), "an election that a decision is about is there"
    for kind in {row["event_type"] for row in whole}:
        most = max((row["n_articles"], row["n_mentions"]) for row in whole if row["event_type"] == kind)
        there = events[events["event_type"] == kind]
        assert most in set(zip(there["n_articles"], there["n_mentions"], strict=True))
        assert len(there[~there["event_id"].isin(about)]) <= 1
    assert taken.note.startswith(f"Made from {len(events)} of {len(whole)} events: ")


def test_what_is_taken_hangs_together(folder: Path, small: None) -> None:
    place = folder / "datapackage"
    frames = selected.select(place, count_rows(place), Choice()).frames
    events, mentions = set(frames["events"]["event_id"]), frames["mentions"]
    assert set(mentions["event_id"]) == events and max(Counter(mentions["event_id"]).values()) == 1
    assert set(mentions["merge_rule"]) == {"first"}, "the sentence that an event is named after"
    assert set(mentions["article_id"]) == set(frames["articles"]["article_id"])
    for name in ("participants", "figures", "election_results", "recognitions"):
        assert set(frames[name]["mention_id"]) <= set(mentions["mention_id"])
    assert set(frames["participants"]["entity_id"].dropna()) == set(frames["entities"]["entity_id"])


def test_events_that_are_asked_for_come_first(folder: Path, small: None) -> None:
    place, countries = folder / "datapackage", {row["country"] for row in fixture_rows()["events"]}
    for country in filter(None, countries):
        taken = selected.select(place, count_rows(place), charts.choice_of({"countries": country}))
        assert country in set(taken.frames["events"]["country"])


def test_pages_and_pictures_say_what_they_leave_out(folder: Path, small: None, tmp_path: Path) -> None:
    (tmp_path / "datapackage").symlink_to(folder / "datapackage")
    published = remade(tmp_path)
    text, whole = " ".join(Page(tmp_path / "charts/index.html").text.split()), len(fixture_rows()["events"])
    shown = len(published.items)
    assert shown < whole and f"{whole} events from" in text
    assert f"The {shown} events that most articles tell; {whole - shown} more are in the files." in text
    job.draw(tmp_path, out=tmp_path / "drawn", charts="timeline", formats=("html", "svg"))
    assert f"{whole} events: those of each type" in (tmp_path / "drawn/timeline.html").read_text(encoding="utf-8")
    assert f"Made from {shown} of {whole} events" in (tmp_path / "drawn/timeline.svg").read_text(encoding="utf-8")
