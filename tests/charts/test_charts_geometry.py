"""Every chart page measured in a real browser: no text overlaps, is cut or too small, nothing scrolls or complains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page

from tests.charts.browsing import chromium, opened
from tests.charts.fixture import EVENTS, tables
from tests.charts.hostile import hostile
from tests.charts.many import crowded, many, one_day
from timeline import package
from timeline.charts import CHARTS, ChartMeta, draw

ROOT = Path(__file__).parents[2]
ZONES = ("America/Los_Angeles", "Asia/Tokyo")
WIDTHS = (1200, 800, 380)
SMALLEST = 10  # pixels
SETS: dict[str, Callable[[], dict[str, pd.DataFrame]]] = {
    "seeds": lambda: package.read(ROOT / "datapackage"),
    "fixture": lambda: tables(),
    "40": lambda: crowded(many(40)),
    "400": lambda: crowded(many(400)),
    "one": lambda: tables(EVENTS[:1]),
    "none": lambda: tables([]),
    "one day": lambda: crowded(one_day(30)),
    "hostile": lambda: crowded(hostile()),
}

# Every line of text that is shown: where it stands, and how high its letters are drawn. A table that scrolls in its
# frame is measured by itself.
_FAULTS = """smallest => {
  const groups = {page: [], sheet: []}, small = [], cut = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const aside = '.unseen, .skip, #tip, script, style, title, desc, textarea';
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement, words = node.textContent.trim().slice(0, 60);
    if (!words || parent.closest(aside) || !parent.getClientRects().length) continue;
    const svg = parent.closest('svg'), frame = svg && svg.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(parent).fontSize) * (svg ? frame.width / svg.viewBox.baseVal.width : 1);
    if (size < smallest - 0.01) small.push([words, size]);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of svg ? [parent.getBoundingClientRect()] : range.getClientRects()) {
      if (box.width < 0.5) continue;
      if (svg && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1))
        cut.push(words);
      groups[parent.closest('.sheet') ? 'sheet' : 'page'].push([box, words]);
    }
  }
  const overlaps = [];
  for (const boxes of Object.values(groups)) {
    boxes.sort((a, b) => a[0].top - b[0].top);
    boxes.forEach(([a, one], at) => {
      for (let next = at + 1; next < boxes.length && boxes[next][0].top < a.bottom - 1.5; next++) {
        const [b, other] = boxes[next];
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - b.top > 1.5)
          overlaps.push(one + ' | ' + other);
      }
    });
  }
  const drawings = [...document.querySelectorAll('.drawing')].filter(one => one.getClientRects().length);
  return {overlaps, 'too small': small, cut, texts: groups.page.length ? [] : ['none'],
          sideways: document.documentElement.scrollWidth > innerWidth ? [document.documentElement.scrollWidth] : [],
          pictures: drawings.length === 1 ? [] : ['shown: ' + drawings.length]};
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module", params=SETS)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The pages of all charts of a data set."""
    folder = tmp_path_factory.mktemp("pages")
    draw(SETS[request.param](), ChartMeta("Votes in the islands", "CC BY 4.0"), folder, formats="html")
    return request.param, folder


def faults(page: Page, foreign: bool = False) -> dict[str, list[object]]:
    """Everything that is wrong with a page; `foreign` letters are as wide as this machine draws them."""
    found: dict[str, list[object]] = page.evaluate(_FAULTS, SMALLEST)
    return {name: wrong for name, wrong in found.items() if wrong and not (foreign and name == "cut")}


@pytest.mark.parametrize("name", CHARTS)
def test_no_text_overlaps_is_cut_or_small_and_nothing_scrolls_sideways(
    browser: Browser, pages: tuple[str, Path], name: str
) -> None:
    data, folder = pages
    for zone in ZONES:
        page, wrong = opened(browser, folder / f"{name}.html", WIDTHS[0], zone)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert faults(page, data == "hostile") == {}, (data, name, zone, width)
        assert page.evaluate("document.fonts.check(\"600 13px 'Timeline Sans'\")")
        assert wrong == []
        page.context.close()


def test_the_measurement_sees_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    texts = (("4", "20", 12, "Words that stand here"), ("40", "20", 12, "and there"), ("185", "60", 7, "small and cut"))
    drawn = "".join(f'<text x="{x}" y="{y}" font-size="{size}">{words}</text>' for x, y, size, words in texts)
    svg = f'<svg width="200" height="80" viewBox="0 0 200 80">{drawn}</svg>'
    path.write_text(f"<!doctype html><div class=drawing>{svg}</div><div style='width:900px'>wide</div>")
    page, _ = opened(browser, path, 400)
    found = faults(page)
    assert set(found) == {"overlaps", "too small", "cut", "sideways"}
    assert found["overlaps"] == ["Words that stand here | and there"]
    page.context.close()
