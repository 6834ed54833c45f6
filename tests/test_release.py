"""Releases: frozen once, the same bytes each time, checked by what they bring; and what changed between two."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml
from typer.testing import CliRunner

from tests.package.fixture import fixture_rows
from tests.package.published import META
from timeline import job, package
from timeline.cli import app
from timeline.errors import InputError, PackageError
from timeline.package import ReleaseNotes, diff, read_rows, read_withdrawn, release, validate, write
from timeline.package.layout import file_of, read_sums, sha256
from timeline.package.logical_hash import contents, logical_hash
from timeline.package.parquet_files import write_parquet
from timeline.package.releases import earlier
from timeline.package.schema import all_resources
from timeline.package.tables import to_tables


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with the invented package in it."""
    write(fixture_rows(), META, tmp_path / "source" / "datapackage")
    return tmp_path / "source"


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(map(str, arguments)))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


# ------------------------------------------------------------------ what a release is


def test_a_release_has_package_charts_checksums_citation_and_notes(built: Path, tmp_path: Path):
    (tmp_path / "notes.md").write_text("First words about it.\n", encoding="utf-8")
    code, shown = run(
        "release", built, "--version", "2.0.0", "--out", tmp_path / "dist", "--date", "2026-03-01",
        "--notes", tmp_path / "notes.md",
    )  # fmt: skip
    name = package.read_package_meta(built / "datapackage").name
    folder = tmp_path / "dist" / f"{name}-2.0.0"
    about = json.loads((folder / "release.json").read_text())
    assert code == 0 and shown.splitlines() == [
        str(folder), f"{folder}.zip", f"logical hash {about['logical_hash'].removeprefix('sha256:')}"
    ]  # fmt: skip
    assert {p.name for p in folder.iterdir()} == {
        "datapackage", "charts", "CITATION.cff", "NOTES.md", "SHA256SUMS", "release.json"
    }  # fmt: skip
    assert validate(folder) == () and package.read_package_meta(folder).version == "2.0.0"
    assert b"2.0.0" in pq.read_metadata(folder / "datapackage/data/events.parquet").metadata[b"version"]
    assert (folder / "charts" / "index.html").is_file()
    assert about["date"] == "2026-03-01" and about["previous"] is None
    notes = (folder / "NOTES.md").read_text(encoding="utf-8")
    assert "First words about it." in notes and "Released 2026-03-01." in notes and about["logical_hash"] in notes
    assert dict(read_sums(folder)) == {n: sha256(folder / n) for n in content(folder) if n != "SHA256SUMS"}
    assert len(list((tmp_path / "dist").iterdir())) == 3


def test_the_zip_holds_the_folder(source: Path, tmp_path: Path):
    made = release(source, "1.0.0", tmp_path / "dist")
    with zipfile.ZipFile(made.archive) as zipped:
        assert zipped.testzip() is None
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        zipped.extractall(tmp_path / "unpacked")
    assert content(tmp_path / "unpacked" / made.folder.name) == content(made.folder)
    digest, named = made.archive.with_name(f"{made.archive.name}.sha256").read_text().split()
    assert (digest, named) == (sha256(made.archive), made.archive.name)


@pytest.mark.skipif(not shutil.which("sha256sum") and os.environ.get("CI") != "true", reason="no sha256sum here")
def test_sha256sum_accepts_a_release(source: Path, tmp_path: Path):
    made = release(source, "1.0.0", tmp_path / "dist")
    for folder, sums in ((made.folder, "SHA256SUMS"), (tmp_path / "dist", f"{made.archive.name}.sha256")):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", sums], cwd=folder, check=True)


def test_the_same_content_gives_the_same_bytes(source: Path, tmp_path: Path):
    first = release(source, "1.0.0", tmp_path / "one", ReleaseNotes("2026-03-01", "Words."))
    for file in source.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        if file.is_file():
            file.chmod(0o600)
    second = release(source / "datapackage", "1.0.0", tmp_path / "two", ReleaseNotes("2026-03-01", "Words."))
    assert content(first.folder) == content(second.folder)
    assert first.archive.read_bytes() == second.archive.read_bytes()


def test_a_release_of_its_own_version_is_the_package_as_it_is(source: Path, tmp_path: Path):
    made = release(source, META.version, tmp_path / "dist")
    assert content(made.folder / "datapackage") == content(source / "datapackage")


# ------------------------------------------------------------------ what is refused


def test_a_version_is_never_overwritten(source: Path, tmp_path: Path):
    made = release(source, "1.0.0", tmp_path / "dist")
    before = content(tmp_path / "dist")
    with pytest.raises(PackageError, match=r"1\.0\.0: that version is released already .* another --version"):
        release(source, "1.0.0", tmp_path / "dist", ReleaseNotes(text="Other words."))
    shutil.rmtree(made.folder)
    with pytest.raises(PackageError, match=r"1\.0\.0\.zip: that version is released already"):
        release(source, "1.0.0", tmp_path / "dist")
    assert {k: v for k, v in before.items() if "/" not in k} == content(tmp_path / "dist")


def test_what_is_not_valid_is_not_released(source: Path, tmp_path: Path):
    file = source / "datapackage" / "csv" / "events.csv"
    file.write_bytes(file.read_bytes().replace(b"2017-06-11", b"2017-06-10", 1))
    with pytest.raises(PackageError, match="not valid"):
        release(source, "1.0.0", tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_release_that_dies_leaves_nothing(source: Path, tmp_path: Path):
    def dies(folder: Path) -> None:
        (folder / "charts").mkdir()
        raise PackageError("no room for charts")

    with pytest.raises(PackageError, match="no room"):
        release(source, "1.0.0", tmp_path / "dist", draw=dies)
    assert list((tmp_path / "dist").iterdir()) == []


@pytest.mark.parametrize("version", ["", "../1", "1/2", ".1", "1 0", "1\n"])
def test_a_version_that_is_no_name_is_refused(source: Path, tmp_path: Path, version: str):
    with pytest.raises(InputError, match="--version"):
        release(source, version, tmp_path / "dist")


def test_wrong_dates_notes_and_folders_are_named(source: Path, tmp_path: Path):
    with pytest.raises(InputError, match="--date '2026-02-30'"):
        ReleaseNotes("2026-02-30")
    with pytest.raises(InputError, match="cannot be read"):
        run("release", source, "--version", "1", "--out", tmp_path / "dist", "--notes", tmp_path / "none.md")
    with pytest.raises(PackageError, match="no data package here"):
        release(tmp_path / "none", "1.0.0", tmp_path / "dist")


# ------------------------------------------------------------------ citation and logical hash


def test_the_citation_is_yaml_of_the_format(tmp_path: Path):
    people = (package.Contributor("A: “B”\u0085 \U0001f600 #x", "https://a.example"), package.Contributor("- c"))
    meta = package.DatasetMeta(
        title='T: "x" # {', description="Line one\nline two\x7f", base_url="https://d.example/", keywords=("a: b", "c"),
        contributors=people,
    )  # fmt: skip
    write(fixture_rows(), meta, tmp_path / "datapackage")
    made = release(tmp_path, "1.0", tmp_path / "dist", ReleaseNotes("2026-03-01"))
    found = yaml.safe_load((made.folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert found == {
        "cff-version": "1.2.0", "message": "If you use this dataset, please cite it as below.", "type": "dataset",
        "title": meta.title, "version": "1.0", "date-released": "2026-03-01", "abstract": meta.description,
        "license": "CC-BY-4.0", "url": meta.base_url, "keywords": ["a: b", "c"],
        "authors": [{"name": people[0].title, "website": "https://a.example"}, {"name": "- c"}],
        "identifiers": [{"type": "other", "value": f"sha256:{made.logical_hash}",
                         "description": "Logical hash of the rows, see datapackage/README.md"}],
    }  # fmt: skip


def test_without_makers_and_date_a_citation_states_none(source: Path, tmp_path: Path):
    made = release(source, "1.0", tmp_path / "dist")
    found = yaml.safe_load((made.folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert found["authors"] == [{"name": "The authors of “Invented events”"}] and "date-released" not in found


def test_the_logical_hash_survives_other_bytes_and_no_other_rows(source: Path):
    folder = source / "datapackage"
    before = contents(folder)
    for each in all_resources():
        file = folder / file_of(each, "parquet")
        table = pq.read_table(file)
        backwards = table.take(list(reversed(range(table.num_rows))))
        pq.write_table(backwards, file, compression="gzip", row_group_size=3, version="1.0")
    assert contents(folder) == before
    events = pq.read_table(folder / "data/events.parquet")
    pq.write_table(events.slice(1), folder / "data/events.parquet")
    after = contents(folder)
    assert {name for name in after if after[name] != before[name]} == {"events"}
    assert logical_hash(after) != logical_hash(before)


def test_the_logical_hash_is_that_of_the_words_in_the_codebook(tmp_path: Path):
    """Made again by hand, from the definition: it must never change."""
    entity = {"entity_id": "e-1", "name": 'A "b"\né', "kind": "group", "country": None, "aliases": None}
    figure = {
        "mention_id": "m", "event_id": None, "measure": "people", "value": 340.0, "low": 340.0, "high": None,
        "bound": "more_than", "unit": None, "subject": None, "as_written": "more than 340", "claimant": None,
    }  # fmt: skip
    for each in all_resources():
        rows = {"entities": [entity], "figures": [figure]}.get(each.name, [])
        (tmp_path / "data").mkdir(exist_ok=True)
        write_parquet([to_tables({each.name: rows})[each.name]], tmp_path / file_of(each, "parquet"), {})
    found = contents(tmp_path)

    def by_hand(line: str) -> str:
        return hashlib.sha256((hashlib.sha256(line.encode()).hexdigest() + "\n").encode()).hexdigest()

    assert found["entities"].logical_hash == by_hand('["e-1","A \\"b\\"\\né","group",null,null]')
    line = '["m",null,"people","4075400000000000","4075400000000000",null,"more_than",null,null,"more than 340",null]'
    assert found["figures"].logical_hash == by_hand(line)
    assert found["events"].logical_hash == hashlib.sha256(b"").hexdigest()


def test_the_earlier_release_is_the_last_before_it(source: Path, tmp_path: Path):
    out = tmp_path / "dist"
    for version in ("1.9.0", "1.10.0", "2.0.0-rc1"):
        release(source, version, out)
    name = META.name
    assert earlier(out, name, "1.9.0") is None
    assert earlier(out, name, "1.10.0") == out / f"{name}-1.9.0"
    assert earlier(out, name, "2.0.0") == out / f"{name}-2.0.0-rc1"
    assert earlier(out, "other", "2.0.0") is None


# ------------------------------------------------------------------ two releases in a row

STAYS = """Unpaid wages

DAKAR, March 4, 2021 - The talks failed.

Police detained 12 people in Dakar on Wednesday, the interior ministry said.
Senegal expelled the ambassador of Gambia on Tuesday.
"""
CORRECTED = """A strike and an envoy

LUSAKA, May 20, 2021 - The strike went on.

Police arrested {count} teachers in Lusaka on Wednesday.
Zambia recalled its ambassador from Malawi on Tuesday.
"""
WITHDRAWN = """Quiet streets

QUITO, June 3, 2021 - The shops were closed.

The government declared a curfew in Quito on Wednesday.
"""
ADDED = """Fees are to rise

OSLO, July 8, 2021 - The fees are to rise.

Police arrested nine students in Oslo on Wednesday.
"""


def built_from(articles: dict[str, str], folder: Path, out: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "dataset.toml").write_text('[dataset]\ntitle = "Test"\nname = "test"\n', encoding="utf-8")
    job.build([folder], out)
    return out


@pytest.mark.parametrize("afresh", [False, True], ids=["rebuilt in place", "built afresh"])
def test_two_releases_in_a_row(tmp_path: Path, afresh: bool):
    articles, out = tmp_path / "articles", tmp_path / "dist"
    before = {"stays": STAYS, "corrected": CORRECTED.format(count="forty"), "withdrawn": WITHDRAWN}
    release(built_from(before, articles, tmp_path / "built"), "1.0.0", out, draw=None)
    after = {"stays": STAYS, "corrected": CORRECTED.format(count="fifty"), "added": ADDED}
    built = tmp_path / ("afresh" if afresh else "built")
    made = release(built_from(after, articles, built), "1.1.0", out, draw=None)

    old, new = (read_rows(out / f"test-{version}") for version in ("1.0.0", "1.1.0"))
    events = {
        name: {
            str(m["event_id"])
            for m in [*old["mentions"], *new["mentions"]]
            if m["article_id"] == name and m["event_id"]
        }
        for name in (*before, "added")
    }
    assert len(events["stays"]) == 2 and all(events.values())
    found = diff(out / "test-1.0.0", out / "test-1.1.0")
    assert {e.event_id for e in found.added} == events["added"]
    assert {e.event_id for e in found.withdrawn} == events["withdrawn"]
    assert {e.event_id for e in found.changed} <= events["corrected"] and found.changed
    assert {str(r) for e in found.added for r in e.reasons} == {"new article added"}
    assert {str(r) for e in found.changed for r in e.reasons} == {"changed text of corrected"}
    assert {str(r) for e in found.withdrawn for r in e.reasons} == {"article withdrawn is withdrawn"}
    untouched = {str(e["event_id"]) for e in old["events"]} - events["withdrawn"]
    assert untouched == {str(e["event_id"]) for e in new["events"]} - events["added"], "ids stay"
    assert found.unchanged == len(untouched) - len(found.changed)

    assert [w.event_id for w in read_withdrawn(made.folder / "datapackage")] == sorted(events["withdrawn"])
    assert {w.last_version for w in read_withdrawn(made.folder / "datapackage")} <= {"1.0.0"}
    assert validate(made.folder) == ()
    notes = (made.folder / "NOTES.md").read_text(encoding="utf-8")
    assert "## What changed since 1.0.0" in notes and "### Withdrawn: 1" in notes
    assert json.loads((made.folder / "changes.json").read_text()) == json.loads(json.dumps(found.as_json()))
    assert json.loads((made.folder / "release.json").read_text())["previous"] == "1.0.0"

    code, shown = run("diff", out / "test-1.0.0", out / "test-1.1.0", "--json")
    assert code == 0 and json.loads(shown) == json.loads(json.dumps(found.as_json()))
    reasons = json.loads(shown)["changed"][0]["reasons"]
    assert reasons == [{"kind": "changed_text", "article_id": "corrected"}]
    third = release(built, "1.2.0", out)
    assert [w.event_id for w in read_withdrawn(third.folder / "datapackage")] == sorted(events["withdrawn"]), (
        "listed on"
    )
    assert "No event changed" in (third.folder / "NOTES.md").read_text(encoding="utf-8")
