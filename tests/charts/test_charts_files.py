"""What is written: complete, the same on every run and machine, harmless whatever the articles say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import astuple, replace
from pathlib import Path

import altair as alt
import pytest
import vl_convert
from PIL import Image, ImageChops

from tests.charts.fixture import EVENTS, tables
from tests.charts.hostile import TITLES, hostile
from tests.charts.many import crowded, many
from tests.charts.markup import Page
from timeline.charts import CHARTS, DARK, LIGHT, ChartMeta, chart, draw, measure
from timeline.errors import TimelineError
from timeline.site.pages import chart_embeds

META = ChartMeta("Votes in the islands", "CC BY 4.0", version="1.2.0")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charts")
    pages = draw(tables(), META, folder)
    assert [page.name for page in pages] == list(CHARTS)
    return folder


def digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_every_chart_comes_in_every_form(drawn: Path) -> None:
    endings = {
        f"{size}.{kind}" for size in ("", ".narrow") for kind in ("svg", "dark.svg", "png", "dark.png", "vl.json")
    }
    endings |= {".html", ".csv", ".oembed.json", ".print.png"}
    assert {path.name for path in drawn.iterdir()} == {f"{n}{e}" for n in CHARTS for e in endings}
    assert list(CHARTS) == ["timeline", "election_results", "recognitions", "claims", "figures"]
    with Image.open(drawn / "timeline.png") as wide, Image.open(drawn / "timeline.narrow.png") as narrow:
        assert (wide.width, narrow.width) == (2320, 720)
        assert [round(one) for one in wide.info["dpi"]] == [192, 192]
    with Image.open(drawn / "timeline.print.png") as printed:
        assert (printed.width, [round(one) for one in printed.info["dpi"]]) == (1950, [300, 300])  # 6.5 inches


@pytest.mark.parametrize("name", CHARTS)
def test_every_mark_leads_to_its_quote(drawn: Path, name: str) -> None:
    page = Page(drawn / f"{name}.html")
    assert page.targets
    assert len(page.ids) == len(set(page.ids))
    for target in page.targets:
        assert page.quotes[target].strip(), target


def test_the_timeline_leads_to_every_quote_word_for_word(drawn: Path) -> None:
    page = Page(drawn / "timeline.html")
    for row in EVENTS:
        assert f"e-{row[0]}" in page.targets
        assert str(row[12]) in page.quotes[f"e-{row[0]}"]
        assert str(row[12]) in page.quotes[f"m-m-{row[0]}"]


def test_a_second_run_gives_the_same_bytes_whatever_the_zone_and_hash_seed(drawn: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.charts.fixture import tables;"
        "from tests.charts.test_charts_files import META; from timeline.charts import draw;"
        "draw(tables(), META, Path(sys.argv[1]), charts=sys.argv[2].split())"
    )
    names = ("timeline claims", "recognitions timeline")
    for at, zone in enumerate(("America/Los_Angeles", "Asia/Tokyo")):
        env = os.environ | {"TZ": zone, "PYTHONHASHSEED": str(at + 1), "LANG": "C"}
        command = [sys.executable, "-c", code, str(tmp_path / zone[:4]), names[at]]
        subprocess.run(command, env=env, check=True, cwd=ROOT)
        again, first = digest(tmp_path / zone[:4]), digest(drawn)
        assert len(again) == 28
        assert {name: first[name] for name in again} == again


@pytest.mark.parametrize("path", ["timeline", "timeline.narrow.dark", "election_results", "claims", "figures"])
def test_pictures_carry_font_words_and_links_and_fetch_nothing(drawn: Path, path: str) -> None:
    text = (drawn / f"{path}.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    assert root[0].tag == f"{space}title"
    assert root[1].tag == f"{space}desc"
    assert len(str(root[1].text)) > 40
    assert "data:font/woff2" in text
    assert "Source: Votes in the islands, version 1.2.0. 2 articles. CC BY 4.0." in text.replace("\n", " ")
    outside = [link for link in re.findall(r'(?:href|src|url)[=(]"?([^")]+)', text) if not link.startswith("data:")]
    outside = [link for link in outside if not link.startswith("http://www.w3.org/")]
    assert outside
    assert all(link.startswith(f"{path.partition('.')[0]}.html#") for link in outside)
    links = list(root.iter(f"{space}a"))
    assert all(link.get("aria-label") and link[0].tag == f"{space}title" for link in links)


def test_the_picture_is_drawn_with_the_shipped_font(drawn: Path) -> None:
    families = set(re.findall(r'font-family="([^"]+)"', (drawn / "timeline.svg").read_text(encoding="utf-8")))
    assert {family.partition(",")[0] for family in families} == {measure.FAMILY}


def test_a_missing_font_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(measure, "FONT_DIRECTORY", tmp_path)
    with pytest.raises(TimelineError, match=r"TimelineSans-Regular\.ttf: the font that draws the charts is missing"):
        measure.require_fonts()


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("narrow", [False, True])
def test_specifications_are_valid_vega_lite_without_expressions(drawn: Path, name: str, narrow: bool) -> None:
    raw = (drawn / f"{name}{'.narrow' if narrow else ''}.vl.json").read_text(encoding="utf-8")
    assert raw.isascii()
    spec = json.loads(raw)
    assert alt.LayerChart.from_dict(spec).to_dict() == chart(name, tables(), narrow, meta=META).to_dict()
    assert spec["$schema"] == alt.SCHEMA_URL
    assert not {"expr", "signal", "transform", "params", "url"} & set(keys(spec))


def test_drawing_loads_nothing_that_reads_articles() -> None:
    asked = "import sys, timeline.drawing; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {"spacy", "trafilatura", "frictionless", "dask", "altair", "timeline.pipeline"} & set(loaded.split())


@pytest.mark.parametrize("name", CHARTS)
def test_the_specification_draws_the_picture_that_the_files_show(drawn: Path, name: str) -> None:
    spec = json.loads((drawn / f"{name}.narrow.vl.json").read_text(encoding="utf-8"))
    with Image.open(io.BytesIO(vl_convert.vegalite_to_png(spec, scale=2))) as by_vega:
        theirs = by_vega.convert("RGB")
    with Image.open(drawn / f"{name}.narrow.png") as by_us:
        ours = by_us.convert("RGB")
    assert ours.size == theirs.size
    assert ours.getpixel((0, 0)) == theirs.getpixel((0, 0)) == (255, 255, 255)
    apart = ImageChops.difference(ours, theirs).convert("L").histogram()
    assert sum(apart[64:]) <= 1e-3 * sum(apart)  # soft edges of letters and pale bars differ a little


def test_a_theme_of_ones_own_replaces_every_colour() -> None:
    mine = replace(DARK, name="mine", paper="#fffbe6", ink="#330000", groups=("#000044",) * 6)
    told = json.dumps(chart("timeline", tables(), theme=mine).to_dict())
    assert "#fffbe6" in told
    for old, new in zip(LIGHT.colours, mine.colours, strict=True):
        assert old not in told.replace('"fill": "#ffffff", "fillOpacity": 0', ""), (old, new)
    with pytest.raises(TimelineError, match="theme 'sepia' is not known; there are light, dark"):
        chart("timeline", tables(), theme="sepia")


def test_only_what_is_wanted_is_written(tmp_path: Path) -> None:
    draw(tables(), META, tmp_path, charts="claims", formats=("svg", "pdf"), theme="dark", width=800)
    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == ["claims.narrow.pdf", "claims.narrow.svg", "claims.pdf", "claims.print.pdf", "claims.svg"]
    assert f'<rect width="800" height="{height(tmp_path / "claims.svg")}" fill="{DARK.paper}"/>' in (
        tmp_path / "claims.svg"
    ).read_text(encoding="utf-8")
    for name, inches in (("claims", 800 / 96), ("claims.narrow", 360 / 96), ("claims.print", 6.5)):
        assert page_width((tmp_path / f"{name}.pdf").read_bytes()) == pytest.approx(inches * 72, abs=0.6)
    for wrong, said in (({"formats": "jpg"}, "formats: 'jpg' is not known"), ({"charts": "pie"}, "charts: 'pie' is")):
        with pytest.raises(TimelineError, match=said):
            draw(tables(), META, tmp_path, **wrong)


def page_width(pdf: bytes) -> float:
    """In points, of which 72 make an inch."""
    assert pdf.startswith(b"%PDF")
    return float(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ", pdf)[0])


def height(path: Path) -> str:
    found = re.search(r'<svg[^>]* height="(\d+)"', path.read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_pages_are_light_and_rows_are_complete(drawn: Path) -> None:
    for name in CHARTS:
        assert (drawn / f"{name}.html").stat().st_size < 1.2e6
    rows = list(csv.DictReader((drawn / "timeline.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["event_id"] for row in rows] and {row["event_id"] for row in rows} == {str(row[0]) for row in EVENTS}
    figures = list(csv.DictReader((drawn / "figures.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["value"], row["bound"], row["figure"]) for row in figures] == [("46", "about", "about 46%")]


def test_a_page_of_400_events_with_many_sources_stays_light(tmp_path: Path) -> None:
    draw(crowded(many(400)), META, tmp_path, formats="html")
    assert all((tmp_path / f"{name}.html").stat().st_size < 1.2e6 for name in CHARTS)
    page = Page(tmp_path / "timeline.html")
    assert len([key for key in page.quotes if key.startswith("e-")]) == 400


def keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in keys(inner))]
    return [key for inner in value for key in keys(inner)] if isinstance(value, list) else []


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    draw(
        tables(hostile()),
        ChartMeta("<script>alert(2)</script>", "</title><b>", base_url='https://x.example/"><b>'),
        tmp_path,
        formats=("html", "svg", "json", "csv"),
    )
    draw(
        tables(),
        replace(META, base_url="https://x.example/"),
        tmp_path / "calm",
        formats=("html", "svg", "csv", "json"),
    )
    for path in sorted(tmp_path.glob("*.html")):
        page, other = Page(path), Page(tmp_path / "calm" / path.name)
        assert page.tags.count("script") == 1, path.name
        assert set(page.tags) <= set(other.tags) | {"code", "path", "g", "text", "line", "rect"}, path.name
        assert not [name for name in page.attributes if name.startswith("on")]
    for path in sorted(tmp_path.glob("*.svg")):
        root = ET.fromstring(path.read_text(encoding="utf-8"))
        assert not [one for one in root.iter() if one.tag.endswith(("script", "foreignObject", "image", "b", "img"))]
    for path in sorted(tmp_path.glob("*.json")):
        raw = path.read_text(encoding="utf-8")
        assert "<" not in raw
        assert "\u2028" not in raw
    page = Page(tmp_path / "timeline.html")
    for at, title in enumerate(TITLES[:5]):
        said = " ".join(page.quotes[f"e-h-{at}"].split()) if at % 2 else " ".join(page.quotes.values())
        assert " ".join(title.split()) in " ".join(said.split())
    for path in sorted(tmp_path.glob("*.csv")):
        cells = [cell for row in csv.reader(path.read_text(encoding="utf-8").splitlines()) for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_addresses_that_are_not_web_pages_become_no_links(tmp_path: Path) -> None:
    data = tables()
    data["articles"] = data["articles"].assign(url=["javascript:alert(1)", 'https://x.example/"onclick=1'])
    draw(data, META, tmp_path, formats="html")
    text = (tmp_path / "timeline.html").read_text(encoding="utf-8")
    assert "javascript:" not in text
    assert "onclick" not in text


def test_addresses_and_embeds_follow_the_base_url(tmp_path: Path) -> None:
    meta = ChartMeta("T", base_url="https://data.example/set/")
    pages = draw(tables(many(3)), meta, tmp_path, charts="timeline", formats=("html", "svg", "png"))
    assert "https://data.example/set/charts/timeline.html#e-ev-" in (tmp_path / "timeline.svg").read_text()
    copied = "".join(astuple(chart_embeds(pages[0])))
    for snippet in (
        '<iframe src="https://data.example/set/charts/timeline.html"',
        'srcset="https://data.example/set/charts/timeline.narrow.svg"',
        "](https://data.example/set/charts/timeline.png)](https://data.example/set/charts/timeline.html)",
    ):
        assert snippet in copied
