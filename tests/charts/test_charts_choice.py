"""Choosing what a report needs: `timeline charts` with options, and charts from frames in Python."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

import timeline
from tests.charts.fixture import tables
from timeline import package
from timeline.charts import ChartMeta, draw
from timeline.cli import app
from timeline.errors import PackageError, TimelineError

ROOT = Path(__file__).parents[2]


def charts(*arguments: object) -> str:
    done = CliRunner().invoke(app, ["charts", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_report_gets_the_pictures_it_asks_for(tmp_path: Path) -> None:
    out = tmp_path / "figures of the report"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    charts(
        ROOT, "--only", "timeline", "--type", "election,protest", "--from", "2024-01-01", "--title", "After the vote",
        "--width", 900, "--theme", "dark", "--formats", "svg,png,csv,pdf", "--out", out,
    )  # fmt: skip
    made = {f"timeline{size}.{kind}" for size in ("", ".narrow") for kind in ("svg", "png", "pdf")}
    made |= {"timeline.print.png", "timeline.print.pdf", "timeline.csv"}
    assert {path.name for path in out.iterdir()} == made | {"notes.txt"}
    svg = (out / "timeline.svg").read_text(encoding="utf-8")
    assert re.search(r'<svg[^>]* width="900"', svg)
    assert "After the vote" in svg
    with Image.open(out / "timeline.png") as picture:
        assert picture.width == 1800
        assert picture.convert("RGB").getpixel((0, 0)) == (21, 24, 28)
    rows = list(csv.DictReader((out / "timeline.csv").read_text(encoding="utf-8").splitlines()))
    assert rows
    assert all(row["type"].startswith(("Election", "Protest")) and row["start_date"] > "2024" for row in rows)


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    for option, value, said in (
        ("--country", "KEN", "countries: no event has 'KEN'"),
        ("--type", "picnic", "types: no event has 'picnic'"),
        ("--from", "soon", "start='soon': not a day"),
        ("--width", 100, "width=100: a chart needs at least 240 pixels"),
        ("--formats", "jpg", "formats: 'jpg' is not known; there are html, svg, png, json, csv, pdf"),
        ("--theme", "sepia", "theme 'sepia' is not known; there are light, dark"),
        ("--only", "pie", "charts: 'pie' is not known; there are timeline"),
    ):
        done = CliRunner().invoke(app, ["charts", str(ROOT), option, str(value), "--out", str(tmp_path / "none")])
        assert isinstance(done.exception, TimelineError)
        assert said in str(done.exception)
    assert not (tmp_path / "none").exists()
    with pytest.raises(PackageError):
        CliRunner().invoke(app, ["charts", str(tmp_path)], catch_exceptions=False)


@pytest.mark.parametrize("name", ["timeline", "election_results", "recognitions", "claims", "figures"])
def test_a_notebook_gets_charts_from_a_package_or_from_frames(name: str) -> None:
    from_package = timeline.chart(name, ROOT / "datapackage", title="One", theme="dark").to_dict()
    frames = timeline.load(ROOT / "datapackage")
    from_frames = timeline.chart(name, frames, title="One", theme="dark").to_dict()
    source = "Political events"  # only the package knows its title
    assert source in str(from_package["layer"])
    assert [layer["mark"] for layer in from_frames["layer"]] == [layer["mark"] for layer in from_package["layer"]]
    assert timeline.chart(name, tables(), narrow=True).to_dict()["width"] == 360


def test_all_charts_of_the_seeds_are_made_in_seconds(tmp_path: Path) -> None:
    data = package.read(ROOT / "datapackage")
    draw(data, ChartMeta(), tmp_path / "warm", charts="figures", formats="svg")
    start = time.process_time()
    draw(data, ChartMeta(), tmp_path / "all")
    assert time.process_time() - start < 15  # of processor time; ten seconds on two cores are twenty
