"""The landing page and the codebook as files: what they say, where they lead, and that nothing breaks out of them."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing, redirect_stdout
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
from typer.testing import CliRunner

from tests.package.fixture import EVENTS, MENTIONS, fixture_rows
from tests.site.making import RELATIVE, WORDS, Page, hostile_rows, made, remade
from timeline.charts import ChartMeta
from timeline.charts.measure import clean
from timeline.cli import app
from timeline.event_types import event_types
from timeline.package import Contributor, all_resources
from timeline.package.layout import sha256
from timeline.site import ChartPage, Picture
from timeline.site.codebook_page import guide_html
from timeline.site.events_table import LIMIT, events_table
from timeline.site.landing import as_data, size_words, write_site

DAY = dt.date(2031, 2, 3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    made(place, fixture_rows())
    return place


@pytest.fixture(scope="module")
def page(folder: Path) -> Page:
    return Page(folder / "charts" / "index.html")


@pytest.fixture(scope="module")
def codebook(folder: Path) -> Page:
    return Page(folder / "charts" / "codebook.html")


def told(page: Page) -> str:
    return " ".join(page.text.split())


def test_every_event_is_there_with_its_quotes(page: Page) -> None:
    for event in EVENTS:
        assert f"e-{event[0]}" in page.ids and str(event[2]) in told(page)
    quotes = {row["quote"] for row in fixture_rows()["mentions"] if row["event_id"]}
    assert all(str(quote) in told(page) for quote in quotes)
    assert len([tag for tag, _ in page.tags if tag == "tr"]) == len(EVENTS) + 1 + len(all_resources()) + 1


def test_ids_are_unique_and_links_lead_somewhere(folder: Path, page: Page, codebook: Page) -> None:
    for one in (page, codebook):
        assert len(one.ids) == len(set(one.ids))
        for link in one.links():
            file, _, anchor = link.partition("#")
            if link.startswith("https://"):
                continue
            assert not file or (folder / "charts" / file).is_file(), link
            target = {"": one, "codebook.html": codebook, "index.html": page}.get(file)
            assert not anchor or (target and anchor in target.ids), link


def test_downloads_have_their_sizes_and_checksums(folder: Path, page: Page) -> None:
    offered = [link for link in page.links() if link.startswith(("../datapackage/", "data/")) and "#" not in link]
    files = {(folder / "charts" / link).resolve() for link in offered}
    wanted = [path for path in (folder / "datapackage").rglob("*") if path.suffix in (".parquet", ".csv")]
    assert files >= {path.resolve() for path in [*wanted, *(folder / "charts" / "data").iterdir()]}
    for path in [*wanted, *(path for path in (folder / "charts" / "data").iterdir() if path.name != "SHA256SUMS")]:
        assert sha256(path) in page.text
        assert f"{path.relative_to(folder).as_posix()}, {size_words(path.stat().st_size)}" in told(page)


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1_000, "1 kB"), (188_416, "188 kB"), (1_240_000, "1.2 MB")]
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words


# ------------------------------------------------------------------ loaders, as they stand on the page

SHOWN = 19  # mentions that tell an event


@pytest.fixture
def inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)


def test_the_page_has_the_loaders_that_are_tested_here(page: Page) -> None:
    assert list(page.loaders) == ["pandas", "Polars", "DuckDB", "R", "R with arrow", "SQLite"]
    assert "dataset.xlsx: a sheet for each table" in told(page)
    assert len([1 for each in MENTIONS if "-" in each[3]]) == SHOWN
    for code in page.loaders.values():
        assert max(map(len, code.splitlines())) <= 66, "it scrolls sideways in its box"


@pytest.mark.parametrize(("name", "module"), [("pandas", pd), ("Polars", pl)])
@pytest.mark.usefixtures("inside")
def test_python_loaders_run(page: Page, name: str, module: object) -> None:
    space: dict[str, object] = {}
    with redirect_stdout(io.StringIO()) as out:
        exec(page.loaders[name], space)
    assert len(space["events"]) == len(EVENTS) and len(space["told"]) == SHOWN  # type: ignore[arg-type]
    assert "start_date" in out.getvalue() and module
    first = min(day for day in space["told"]["start_date"].to_list() if isinstance(day, dt.date) and day == day)  # type: ignore[index]
    assert first == dt.date(2017, 6, 11)


@pytest.mark.usefixtures("inside")
def test_sql_loaders_run(page: Page) -> None:
    rows = duckdb.sql(page.loaders["DuckDB"]).fetchall()
    assert len(rows) == SHOWN and rows[0][0] == dt.date(2017, 6, 11)
    with closing(sqlite3.connect("charts/data/dataset.sqlite")) as base:
        assert len(base.execute(page.loaders["SQLite"]).fetchall()) == SHOWN


if shutil.which("Rscript"):

    @pytest.mark.usefixtures("inside")
    def test_the_r_loader_runs(page: Page) -> None:
        code = page.loaders["R"] + '\ncat("rows", nrow(told), format(min(events$start_date, na.rm = TRUE)), "\\n")'
        done = subprocess.run(["Rscript", "--vanilla", "-e", code], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert f"rows {SHOWN} 2017-06-11" in done.stdout


if shutil.which("soffice"):

    def test_a_spreadsheet_opens_the_workbook(folder: Path, tmp_path: Path) -> None:
        command = [
            "soffice",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
        ]
        command[-1] += ",false,false,3"  # the third sheet
        book = str(folder / "charts/data/dataset.xlsx")
        subprocess.run([*command, "--outdir", str(tmp_path), book], check=True, capture_output=True, timeout=120)
        (file,) = tmp_path.glob("*.csv")
        assert len(file.read_text(encoding="utf-8").splitlines()) == 1 + len(EVENTS)


def test_loaders_have_the_address_of_the_dataset(tmp_path: Path) -> None:
    made(tmp_path, fixture_rows(), replace(RELATIVE, base_url="https://data.example/set/"))
    page = Page(tmp_path / "charts/index.html")
    for name in ("pandas", "Polars", "DuckDB", "R", "R with arrow"):
        assert "https://data.example/set/datapackage/" in page.loaders[name], name
    assert "Run these in the folder" not in page.text
    assert not [link for link in page.links() if link.startswith("https://data.example")], "a copy on a disk works too"


# ------------------------------------------------------------------ words of others


def test_words_of_articles_stay_words(tmp_path: Path, page: Page) -> None:
    people = (Contributor('<script>"x"</script>', "https://x.example/"),)
    meta = replace(
        RELATIVE, title="<script>alert(2)</script>", description="</style><img src=x>", base_url='https://x.example/"><b>',
        contributors=people,
    )  # fmt: skip
    made(tmp_path, hostile_rows(), meta)
    for name in ("index.html", "codebook.html"):
        one = Page(tmp_path / "charts" / name)
        scripts = [known.get("type") for tag, known in one.tags if tag == "script"]
        assert scripts == (["application/ld+json", None] if name == "index.html" else [])
        assert not [key for _, known in one.tags for key in known if key.startswith("on")]
        assert not {"img", "image", "object", "iframe"} & {tag for tag, _ in one.tags}
        assert not [link for link in one.links() if link.lower().startswith(("javascript:", "data:"))]
    one = Page(tmp_path / "charts/index.html")
    assert json.loads(one.data)["name"] == meta.title
    assert all(clean(word) in told(one) for word in WORDS)
    assert "\u202e" not in one.text


def test_json_in_the_page_ends_no_element() -> None:
    tree = {"name": "</script><!-- & \u2028"}
    assert json.loads(as_data(tree)) == tree
    assert not set("<>&\u2028") & set(as_data(tree))


def test_the_page_describes_itself_with_addresses_of_its_own_place(folder: Path, page: Page) -> None:
    tree = json.loads(page.data)
    own = json.loads((folder / "charts/data/schema-org.jsonld").read_text(encoding="utf-8"))
    assert tree["url"] == "index.html" and own["url"] == "../index.html"
    for here, there in zip(tree["distribution"], own["distribution"], strict=True):
        assert (folder / "charts" / here["contentUrl"]).resolve() == (
            folder / "charts/data" / there["contentUrl"]
        ).resolve()
        assert here["sha256"] == there["sha256"]


# ------------------------------------------------------------------ what else it says


def test_the_citation_names_version_licence_and_checksum(tmp_path: Path) -> None:
    made(tmp_path, fixture_rows(), replace(RELATIVE, contributors=(Contributor("Ann {Example} & Sons"),)), DAY)
    text = told(Page(tmp_path / "charts/index.html"))
    digest = sha256(tmp_path / "datapackage/SHA256SUMS")
    assert "Ann {Example} & Sons (2031). Invented events, version 1.2.0 [data set]." in text
    assert digest in text and "@misc{invented-events, author = {{Ann \\{Example\\} \\& Sons}}" in text
    assert "Version 1.2.0, 2031-02-03" in text and "Published2031-02-03" in text.replace(" ", "")


def test_withdrawn_ids_stay_listed(tmp_path: Path) -> None:
    made(tmp_path, fixture_rows())
    file = tmp_path / "datapackage/datapackage.json"
    tree = json.loads(file.read_text(encoding="utf-8"))
    tree["withdrawn"] = [
        {
            "event_id": "old-1",
            "event_type": "protest",
            "title": "<b>Old</b>",
            "last_version": "0.9",
            "superseded_by": [],
        }
    ]
    file.write_text(json.dumps(tree), encoding="utf-8")
    shutil.rmtree(tmp_path / "charts")
    remade(tmp_path)
    assert "Ids no longer used: 1 old-1 <b>Old</b>" in told(Page(tmp_path / "charts/index.html"))


def test_a_chart_of_nothing_is_said_to_be_one(tmp_path: Path) -> None:
    published = made(tmp_path, {})
    pictures = (Picture(1160, 900, ""), Picture(360, 300, ""))
    chart = ChartPage("recognitions", "<b>Who</b>", 'a "picture" of nothing', pictures, (), 0, ChartMeta())
    shutil.rmtree(tmp_path / "charts/data")
    write_site(published, [chart], tmp_path / "charts")
    page = Page(tmp_path / "charts/index.html")
    assert "This dataset has no such events" in told(page) and 'title="&lt;b&gt;Who&lt;/b&gt;"' in told(page)
    assert [known["alt"] for tag, known in page.tags if tag == "img"] == ['a "picture" of nothing']


def test_a_dataset_without_rows_has_a_page(tmp_path: Path) -> None:
    made(tmp_path, {})
    text = told(Page(tmp_path / "charts/index.html"))
    assert "This dataset has no events." in text and "0 events from 0 articles." in text


def test_of_many_events_the_page_shows_a_part_and_counts_the_rest(folder: Path) -> None:
    from timeline.site.published import read_published

    item = read_published(folder).items[0]
    many = [replace(item, event_id=f"e{at}") for at in range(LIMIT + 7)]
    table = events_table(many, LIMIT + 7)
    assert (len(table.rows), table.missing) == (LIMIT, 7)
    assert [row.item.event_id for row in table.rows] == sorted(
        (r.item.event_id for r in table.rows), key=lambda e: int(e[1:])
    )


def test_years_to_filter_by_are_those_that_are_known(folder: Path) -> None:
    from timeline.site.published import read_published

    published = read_published(folder)
    table = events_table(published.items, published.rows["events"])
    years = {row.item.event_id: row.years for row in table.rows}
    assert years["NOR-2018-sanction-8f8f"] == "2018" and years["EST-2019-03-03-security-1c1c"] == "2019"
    assert years["ISL-XXXX-07-28-protest-e5e5"] == ""
    assert table.years == ("2017", "2018", "2019", "2023")


def test_the_command_writes_the_site_of_a_day(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "datapackage", tmp_path / "datapackage")
    since = ["--since", str(folder / "datapackage")]
    done = CliRunner().invoke(app, ["site", str(tmp_path), "--date", "2031-02-03", *since])
    assert done.exit_code == 0, done.output
    page = Page(tmp_path / "charts/index.html")
    assert "since version 1.2.0: no event differs" in told(page)
    assert "<updated>2031-02-03T00:00:00Z</updated>" in (tmp_path / "charts/data/changes.atom").read_text(
        encoding="utf-8"
    )
    assert CliRunner().invoke(app, ["site", str(tmp_path), "--date", "soon"]).exit_code == 2


# ------------------------------------------------------------------ codebook


def test_the_codebook_explains_everything(codebook: Page) -> None:
    text = told(codebook)
    for each in all_resources():
        assert each.name in codebook.ids and each.meaning in text
        for field in each.field:
            assert f"{each.name}.{field.name}" in codebook.ids and " ".join(field.meaning.split()) in text
            assert str(field.example) in text
            assert all(meaning in text for _, meaning in field.values if field.enum != "event_type")
        assert all(rule.name in text for rule in each.rule)
    for name, kind in event_types().items():
        assert f"type-{name}" in codebook.ids and kind.definition in text
        assert sum(" ".join(each.text.split()) in text for each in kind.examples) >= 3


def test_the_guide_becomes_sound_html() -> None:
    made_ = guide_html("## A b\n\n**Bold.** `x < y` & [l](https://e.example/a)\nmore")
    assert made_ == (
        '<h2 id="a-b">A b</h2>\n<p><b>Bold.</b> <code>x &lt; y</code> &amp; <a href="https://e.example/a">l</a>\nmore</p>'
    )
    assert not re.search(r"\*\*|\]\(", guide_html(Path("timeline/package/guide.md").read_text(encoding="utf-8")))
