"""The feeds, read back by the programs that they are for, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import feedparser
import geojson_pydantic
import icalendar
import openpyxl
import pytest
from lxml import etree

from tests.package.fixture import EVENTS, fixture_rows
from tests.site.making import DAY, RELATIVE, WORDS, Made, data, made, remade
from timeline.package import all_resources, read_tables
from timeline.package.layout import sha256
from timeline.package.tables import to_rows
from timeline.site.feeds import workbook
from timeline.site.feeds.ics import days_of
from timeline.site.feeds.making import DATA_FEEDS, DESCRIPTIONS
from timeline.site.feeds.workbook import defused


def test_every_feed_is_there_with_its_checksum(plain: Made) -> None:
    names = {module.NAME for module in (*DATA_FEEDS, *DESCRIPTIONS)}
    assert {path.name for path in data(plain).iterdir()} == names | {"SHA256SUMS"}
    lines = (data(plain) / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert {line.split("  ")[1]: line.split("  ")[0] for line in lines} == {n: sha256(data(plain) / n) for n in names}
    for module in (*DATA_FEEDS, *DESCRIPTIONS):
        assert module.LABEL and module.USE and "/" in module.MEDIA


def test_another_process_at_another_time_and_place_gives_the_same_bytes(online: Made, tmp_path: Path) -> None:
    shutil.copytree(online[0] / "datapackage", tmp_path / "elsewhere" / "datapackage")
    code = (
        "import sys, datetime; from pathlib import Path; from tests.site.making import remade;"
        f"remade(Path(sys.argv[1]), datetime.date({DAY.year}, {DAY.month}, {DAY.day}))"
    )
    known = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "elsewhere")], env=known, check=True)
    for file in sorted((online[0] / "charts").rglob("*.*")):
        again = tmp_path / "elsewhere" / "charts" / file.relative_to(online[0] / "charts")
        assert again.read_bytes() == file.read_bytes(), file.name


# ------------------------------------------------------------------ calendar


@pytest.mark.parametrize("name", ["plain", "online", "hostile", "empty"])
def test_the_calendar_has_the_events_with_known_days(name: str, request: pytest.FixtureRequest) -> None:
    folder, published = request.getfixturevalue(name)
    raw = (folder / "charts/data/events.ics").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(raw.decode())
    entries = calendar.walk("VEVENT")
    assert not [entry.errors for entry in (calendar, *entries) if entry.errors]
    wanted = {item.event_id: item for item in published.items if days_of(item)}
    assert len(entries) == len(wanted) and (name == "empty" or 5 < len(wanted) < len(published.items))
    for entry in entries:
        item = wanted[str(entry["UID"]).rpartition("@")[0]]
        first, last = days_of(item)  # type: ignore[misc]
        assert entry["DTSTART"].dt == first and entry["DTEND"].dt == last + dt.timedelta(days=1)
        assert str(entry["SUMMARY"]).startswith(item.title)
        assert all(f"“{each.quote}”" in str(entry["DESCRIPTION"]) for each in item.sources[:3])
        assert (str(entry["STATUS"]) == "CONFIRMED") == (item.status in ("reported", "attempted"))
        assert ("URL" in entry) == (name == "online")


def test_the_stamp_of_the_calendar_is_the_day_given_or_that_of_the_data(plain: Made, online: Made) -> None:
    for made_, day in ((plain, b"20230203"), (online, b"20310203")):
        stamps = re.findall(rb"DTSTAMP:(\d{8})T000000Z", (data(made_) / "events.ics").read_bytes())
        assert stamps and set(stamps) == {day}


# ------------------------------------------------------------------ atom


@pytest.mark.parametrize("name", ["plain", "online", "hostile", "empty"])
def test_the_feed_tells_the_version_and_its_events(name: str, request: pytest.FixtureRequest) -> None:
    folder, published = request.getfixturevalue(name)
    raw = (folder / "charts/data/changes.atom").read_bytes()
    feed = feedparser.parse(raw)
    assert not feed.bozo and feed.version == "atom10"
    assert feed.feed.title == f"{published.meta.title}: changes"
    assert len(feed.entries) == 1 + len(published.items)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    root = etree.fromstring(raw)
    space = {"a": "http://www.w3.org/2005/Atom"}
    for each in (root, *root.findall("a:entry", space)):
        assert all(each.find(f"a:{key}", space) is not None for key in ("id", "title", "updated", "link"))
    titles = {each.findtext("a:title", namespaces=space) for each in root.findall("a:entry", space)}
    assert titles == {"Version 1.2.0", *(f"Added: {item.title}" for item in published.items)}
    links = [entry.link for entry in feed.entries]
    base = "https://data.example/set/charts/" if name == "online" else "../"
    assert all(link.startswith(f"{base}index.html#") for link in links)


def test_earlier_versions_make_a_feed_of_changes(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    rows = fixture_rows()
    gone = EVENTS[-1][0]
    made(old, rows, replace(RELATIVE, version="1.0.0"))
    for name, each in rows.items():
        if name == "events":
            rows[name] = [row for row in each if row["event_id"] != gone]
    for row in rows["mentions"]:
        if row["event_id"] == gone:
            row |= {"event_id": None, "merge_rule": None, "realis": "generic"}
    for row in (*rows["participants"], *rows["figures"]):
        row["event_id"] = None if row["event_id"] == gone else row["event_id"]
    rows["events"][1]["title"] = "Another title"
    made(new, rows, replace(RELATIVE, version="1.1.0"))
    shutil.rmtree(new / "charts")
    published = remade(new, DAY, [old / "datapackage"])
    entries = feedparser.parse((new / "charts/data/changes.atom").read_bytes()).entries
    assert [entry.title for entry in entries[:3]] == [
        "Version 1.1.0", "Changed: Another title", f"Withdrawn: {EVENTS[-1][2]}",
    ]  # fmt: skip
    assert entries[0].updated == "2031-02-03T00:00:00Z" and entries[3].title == "Version 1.0.0"
    assert "since version 1.0.0: 1 changed, 1 withdrawn" in entries[0].summary
    assert "title: " in entries[1].summary and "Another title" in entries[1].summary
    assert [release.version for release in published.releases] == ["1.1.0", "1.0.0"]
    assert "since version 1.0.0: 1 changed, 1 withdrawn" in (new / "charts/index.html").read_text(encoding="utf-8")


# ------------------------------------------------------------------ maps and slides


@pytest.mark.parametrize("name", ["plain", "hostile", "empty"])
def test_a_reader_of_geojson_takes_every_placed_event(name: str, request: pytest.FixtureRequest) -> None:
    folder, published = request.getfixturevalue(name)
    raw = (folder / "charts/data/events.geojson").read_text(encoding="utf-8")
    features = geojson_pydantic.FeatureCollection.model_validate_json(raw).features
    rows = {
        row["event_id"]: row for row in to_rows(read_tables(published.place))["events"] if row["latitude"] is not None
    }
    assert {each.id for each in features} == set(rows)
    for each in features:
        row = rows[each.id]
        assert tuple(each.geometry.coordinates) == (row["longitude"], row["latitude"])
        assert each.properties["start_date"] == (row["start_date"] and row["start_date"].isoformat())


@pytest.mark.parametrize("name", ["plain", "hostile", "empty"])
def test_slides_have_dates_as_fine_as_known_and_no_html_of_others(name: str, request: pytest.FixtureRequest) -> None:
    folder, published = request.getfixturevalue(name)
    raw = (folder / "charts/data/timelinejs.json").read_text(encoding="utf-8")
    tree = json.loads(raw)
    dated = [item for item in published.items if item.start]
    assert [each["unique_id"] for each in tree["events"]] == [item.anchor for item in dated]
    for slide, item in zip(tree["events"], dated, strict=True):
        known = {"year": ["year"], "month": ["year", "month"]}.get(item.precision, ["year", "month", "day"])
        assert list(slide["start_date"]) == known
        told = slide["text"]["headline"] + slide["text"]["text"]
        assert set(re.findall(r"</?(\w+)", told)) <= {"p", "blockquote", "a"}
        assert not re.search(r"\son\w+=|javascript:[^<]*\"", re.sub(r">[^<]*<", "><", told))


# ------------------------------------------------------------------ tables


@pytest.mark.parametrize("name", ["plain", "hostile", "empty"])
def test_sqlite_has_the_same_rows_and_sound_keys(name: str, request: pytest.FixtureRequest) -> None:
    folder, published = request.getfixturevalue(name)
    with closing(sqlite3.connect(f"file:{folder}/charts/data/dataset.sqlite?mode=ro", uri=True)) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        for each in all_resources():
            found = base.execute(f"SELECT * FROM {each.name} ORDER BY rowid")
            assert [one[0] for one in found.description] == list(each.columns)
            rows = to_rows(read_tables(published.place))[each.name]
            wanted = [tuple(v.isoformat() if isinstance(v, dt.date) else v for v in row.values()) for row in rows]
            assert found.fetchall() == wanted
        told = base.execute("SELECT count(*) FROM evidence").fetchone()[0]
        assert told == sum(row["event_id"] is not None for row in to_rows(read_tables(published.place))["mentions"])
        columns = base.execute("SELECT count(*) FROM about_columns").fetchone()[0]
        assert columns == sum(len(each.columns) for each in all_resources())


def test_sqlite_says_nothing_of_the_library_that_wrote_it(plain: Made) -> None:
    head = (data(plain) / "dataset.sqlite").read_bytes()[:100]
    assert head[:16] == b"SQLite format 3\0"
    assert (head[24:28], head[92:96], head[96:100]) == (b"\0\0\0\1", b"\0\0\0\1", (3_037_000).to_bytes(4))


@pytest.mark.parametrize("name", ["plain", "hostile", "empty"])
def test_the_workbook_has_the_same_rows_and_nothing_that_runs(name: str, request: pytest.FixtureRequest) -> None:
    folder, published = request.getfixturevalue(name)
    path = folder / "charts/data/dataset.xlsx"
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["about", *(each.name for each in all_resources()), "columns", "values"]
    for each in all_resources():
        lines = list(book[each.name].iter_rows())
        assert [cell.value for cell in lines[0]] == list(each.columns)
        rows = to_rows(read_tables(published.place))[each.name]
        assert len(lines) == 1 + len(rows)
        for line, row in zip(lines[1:], rows, strict=True):
            for cell, (column, value) in zip(line, row.items(), strict=False):
                assert cell.data_type != "f", column
                assert not (isinstance(cell.value, str) and re.match(r"[=+\-@\t\r\n＝＋－＠]", cell.value)), column
                if isinstance(value, dt.date):
                    assert cell.value.date() == value and cell.is_date
                elif isinstance(value, str):
                    assert cell.value == _in_a_cell(value)
                else:
                    assert cell.value == value
    assert "<f>" not in "".join(_parts(path).values())
    with zipfile.ZipFile(path) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def _in_a_cell(text: str) -> str:
    coded = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", defused(text))
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", coded)


def _parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_every_part_of_the_workbook_is_xml_and_is_declared(plain: Made, hostile: Made) -> None:
    for made_ in (plain, hostile):
        parts = _parts(data(made_) / "dataset.xlsx")
        for text in parts.values():
            etree.fromstring(text.encode())
        declared = set(re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"]))
        assert declared == {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"}


@pytest.mark.parametrize("text", [*WORDS, "", "'tis", "''", "＝1", "\tx", "\n=1"])
def test_a_defused_text_cannot_run_and_comes_back(text: str) -> None:
    safe = defused(text)
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", safe)
    assert (safe[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", safe) else safe) == text


def test_a_workbook_holds_no_more_than_a_spreadsheet_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    rows = [("x" * 40_000,), ("😀" * 20_000,), (dt.date(1815, 6, 18),), ("beyond",)]
    sheet = workbook.Sheet("one", ("text",), iter(rows), (10,))
    workbook.write_workbook([sheet], tmp_path / "book.xlsx")
    cells = [cell.value for cell in openpyxl.load_workbook(tmp_path / "book.xlsx")["one"]["A"]]
    assert len(cells) == 4 and cells[3] == "1815-06-18", "days that Excel miscounts stay text"
    for cell in cells[1:3]:
        assert len(cell.encode("utf-16-le")) <= 2 * workbook.MOST_TEXT and cell.endswith("the CSV file has it all)")


# ------------------------------------------------------------------ descriptions
