"""The embeds where they are meant to be: in a page, in Markdown, and in documents that LaTeX, Pandoc and Quarto make.

What needs a program that is not installed is skipped, and says which.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from PIL import Image
from playwright.sync_api import Browser

from tests.charts.browsing import chromium, opened
from tests.charts.fixture import tables
from tests.charts.many import crowded, many
from timeline.charts import CHARTS, ChartMeta, draw

EXTENT = re.compile(r'<wp:extent[^>]* cx="(\d+)" cy="(\d+)"')
META = ChartMeta("Votes & protests in the islands_100%", "CC BY 4.0", version="1.2.0")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("charts")
    draw(tables(), META, out)
    return out


def snippets(folder: Path, name: str) -> dict[str, str]:
    """What a chart's page offers to copy, by the first word of its heading."""
    page = (folder / f"{name}.html").read_text(encoding="utf-8")
    found = re.findall(r'<h2 id="embed-\d+">(.*?)</h2>\s*<textarea[^>]*>(.*?)</textarea>', page, re.DOTALL)
    return {heading.split()[0].strip(",:"): unescape(text) for heading, text in found}


@pytest.mark.parametrize("name", CHARTS)
def test_every_way_to_embed_is_offered(folder: Path, name: str) -> None:
    assert set(snippets(folder, name)) == {
        "Interactive", "Picture", "Markdown", "LaTeX", "Quarto", "Word", "Alternative", "oEmbed",
    }  # fmt: skip


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_frame_shows_the_whole_picture_with_and_without_script(browser: Browser, folder: Path, script: bool) -> None:
    host = folder / f"host-{script}.html"
    snippet = snippets(folder, "claims")["Interactive"]
    host.write_text(f"<!doctype html><meta charset=utf-8><body style='margin:0'>{snippet}", encoding="utf-8")
    for width in (1200, 800, 380):
        context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(host.as_uri())
        frame = page.frame_locator("iframe")
        picture = frame.locator(".drawing:visible svg")
        picture.scroll_into_view_if_needed()
        if script:
            page.wait_for_function("/px/.test(document.querySelector('iframe').style.height)")
        box, whole = picture.bounding_box(), page.locator("iframe").bounding_box()
        assert box and whole
        assert box["y"] + box["height"] <= whole["y"] + whole["height"]
        assert whole["width"] <= width
        context.close()


def test_markdown_becomes_a_picture_that_leads_to_the_page(browser: Browser, folder: Path) -> None:
    text = "# A report\n\n" + "\n\n".join(snippets(folder, name)["Markdown"] for name in CHARTS)
    path = folder / "report.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{MarkdownIt().render(text)}", encoding="utf-8")
    page, wrong = opened(browser, path, 1200)
    shown = page.evaluate("[...document.images].map(i => [i.naturalWidth, i.alt.length, i.parentElement.href])")
    assert [(wide, link.rpartition("/")[2]) for wide, _, link in shown] == [(2320, f"{name}.html") for name in CHARTS]
    assert all(40 < length <= 260 for _, length, _ in shown)
    assert page.evaluate("document.images[0].alt").startswith(META.title)
    assert wrong == []
    page.context.close()


@pytest.mark.parametrize(
    ("width", "dark", "file"),
    [
        (1200, False, "timeline.svg"),
        (1200, True, "timeline.dark.svg"),
        (380, False, "timeline.narrow.svg"),
        (380, True, "timeline.narrow.dark.svg"),
    ],
)
def test_the_picture_follows_the_screen(browser: Browser, folder: Path, width: int, dark: bool, file: str) -> None:
    path = folder / "picture.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{snippets(folder, 'timeline')['Picture']}", encoding="utf-8")
    page, wrong = opened(browser, path, width, dark=dark)
    assert page.evaluate("document.images[0].currentSrc").endswith(f"/{file}")
    assert page.evaluate("document.images[0].naturalWidth") == (1160 if width > 700 else 360)
    assert wrong == []
    page.context.close()


def test_pages_follow_a_dark_screen(browser: Browser, folder: Path) -> None:
    grounds = []
    for dark in (False, True):
        page, _ = opened(browser, folder / "timeline.html", 1200, dark=dark)
        fill = page.evaluate("getComputedStyle(document.querySelector('.drawing:not([hidden]) svg text')).fill")
        grounds.append((page.evaluate("getComputedStyle(document.body).backgroundColor"), fill))
        page.context.close()
    assert grounds == [("rgb(255, 255, 255)", "rgb(31, 35, 40)"), ("rgb(21, 24, 28)", "rgb(244, 245, 247)")]


@pytest.mark.parametrize("name", CHARTS)
def test_the_oembed_answer_is_complete(folder: Path, name: str) -> None:
    said = json.loads((folder / f"{name}.oembed.json").read_text(encoding="utf-8"))
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert f'src="{name}.html"' in said["html"]
    assert "<script" not in said["html"]
    assert said["width"] == 1160
    assert said["height"] > 150
    assert said["source"] == "Source: Votes & protests in the islands_100%, version 1.2.0. 2 articles. CC BY 4.0."
    assert len(said["alt"]) <= 250 < 60 + len(said["description"])


def tool(*names: str) -> str:
    """The first of these programs that is installed; skips the test if none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{' or '.join(names)} is not installed: this kind of document was not made")
    return found


def run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


@pytest.mark.documents
def test_latex_makes_a_pdf_with_every_chart(folder: Path) -> None:
    program = tool("tectonic", "xelatex", "lualatex", "pdflatex")
    figures = "\n\\clearpage\n".join(snippets(folder, name)["LaTeX"] for name in CHARTS)
    text = (
        f"\\documentclass[a4paper]{{article}}\\usepackage{{graphicx}}\\begin{{document}}\n{figures}\n\\end{{document}}"
    )
    (folder / "report.tex").write_text(text, encoding="utf-8")
    batch = () if program.endswith("tectonic") else ("-interaction=nonstopmode", "-halt-on-error")
    run(folder, program, *batch, "report.tex")
    pdf = (folder / "report.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 50_000  # the pictures are in it


def word_source(folder: Path) -> Path:
    figures = "\n\n".join(snippets(folder, name)["Quarto"] for name in CHARTS)
    path = folder / "report.md"
    path.write_text(f"---\ntitle: A report\n---\n\n{figures}\n", encoding="utf-8")
    return path


def check_word(path: Path) -> None:
    """Every picture is in the document, as wide as the text of a page and no taller, with words and a caption."""
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert len(pictures) == len(CHARTS)
    sizes = [(int(wide) / 914400, int(high) / 914400) for wide, high in EXTENT.findall(document)]  # inches
    assert all(5.8 < wide <= 6.5 and high <= 8.4 for wide, high in sizes), sizes
    assert len(re.findall(r'<wp:docPr[^>]* descr="[^"]{40,}"', document)) == len(CHARTS)
    words = unescape(re.sub(r"<[^>]+>", "", document))
    assert words.count(f"Source: {META.title}, version 1.2.0. 2 articles. CC BY 4.0.") >= len(CHARTS)


@pytest.mark.parametrize("data", ["fixture", "400"])
def test_pictures_for_print_fit_a_page_with_letters_that_can_be_read(folder: Path, tmp_path: Path, data: str) -> None:
    """A page of US Letter leaves 6.5 by 9 inches, of which a caption of three lines takes 0.6."""
    if data == "400":
        draw(crowded(many(400)), META, tmp_path, formats="png")
    for name in CHARTS:
        if (data, name) == ("400", "recognitions"):
            continue  # hundreds of decisions on a single government are a page and more, and are shrunk to it
        with Image.open((folder if data == "fixture" else tmp_path) / f"{name}.print.png") as picture:
            assert picture.width == 1950
            assert picture.height <= 8.4 * 300, name


@pytest.mark.documents
def test_pandoc_makes_a_word_document(folder: Path) -> None:
    program = tool("pandoc")
    run(folder, program, word_source(folder).name, "-o", "report.docx")
    check_word(folder / "report.docx")


@pytest.mark.documents
def test_quarto_makes_a_word_document(folder: Path) -> None:
    program = tool("quarto")
    run(folder, program, "render", word_source(folder).name, "--to", "docx")
    check_word(folder / "report.docx")
