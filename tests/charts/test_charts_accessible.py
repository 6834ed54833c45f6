"""For people who don't see the picture, or use no mouse: axe-core finds nothing, and the keyboard gets everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.charts.browsing import chromium, opened
from tests.charts.fixture import EVENTS, tables
from tests.charts.many import crowded, many
from timeline import package
from timeline.charts import CHARTS, ChartMeta, draw

ROOT = Path(__file__).parents[2]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    sets = {
        "seeds": package.read(ROOT / "datapackage"),
        "fixture": tables(),
        "40": crowded(many(40)),
        "none": tables([]),
    }
    out = {}
    for name, data in sets.items():
        out[name] = tmp_path_factory.mktemp(name)
        draw(data, ChartMeta("Votes in the islands", "CC BY 4.0"), out[name], formats=("html", "svg"))
    return out


def violations(page: Page) -> list[str]:
    """What axe-core complains about, with the places."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes']][:3]}" for one in found]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1200, 380])
@pytest.mark.parametrize("name", CHARTS)
def test_axe_finds_no_violation(browser: Browser, folders: dict[str, Path], name: str, width: int, dark: bool) -> None:
    for data in ("fixture", "none") if dark else ("seeds", "fixture") if width < 800 else ("seeds", "none", "40"):
        page, _ = opened(browser, folders[data] / f"{name}.html", width, dark=dark)
        assert violations(page) == []
        page.context.close()


def test_axe_sees_a_violation(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><title>T</title><img src='data:,'><p style='color:#ccc'>Pale")
    page, _ = opened(browser, tmp_path / "bad.html", 800)
    found = {one.partition(":")[0] for one in violations(page)}
    assert {"image-alt", "color-contrast", "html-has-lang"} <= found
    page.context.close()


@pytest.mark.parametrize("name", CHARTS)
def test_the_keyboard_reaches_all_that_the_mouse_reaches(browser: Browser, folders: dict[str, Path], name: str) -> None:
    page, _ = opened(browser, folders["fixture"] / f"{name}.html", 1200)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    wanted = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll('a[href], summary, button, textarea, .sheet')]
            .filter(one => one.getClientRects().length);
          all.forEach((one, at) => { one.dataset.at = at; });
          return all.length;
        }"""
    )
    reached = set()
    for _ in range(wanted + 3):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.at"))
    assert len(reached - {None}) == wanted
    page.context.close()


def test_enter_on_a_mark_leads_to_its_quote(browser: Browser, folders: dict[str, Path]) -> None:
    page, _ = opened(browser, folders["fixture"] / "timeline.html", 1200)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    said = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    target = page.locator(":target")
    assert str(EVENTS[0][12]) in target.inner_text()
    assert str(EVENTS[0][3]) in said
    assert target.evaluate("e => e.getBoundingClientRect().top >= -1 && e.getBoundingClientRect().top < innerHeight")
    page.context.close()


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_told_in_words_and_as_a_table(browser: Browser, folders: dict[str, Path], name: str) -> None:
    page, _ = opened(browser, folders["fixture"] / f"{name}.html", 1200)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    words = page.locator("#words p").inner_text()
    rows = page.locator("table tbody tr").count()
    assert len(words) > 100
    assert rows >= {"timeline": 17, "election_results": 5, "recognitions": 19, "claims": 9, "figures": 1}[name]
    heads = page.locator("table thead th").count()
    cells = page.locator("table tbody tr").first.locator("td").count()
    assert heads == cells > 4
    assert page.locator("table caption").inner_text().endswith(f": {rows} row{'' if rows == 1 else 's'}")
    page.context.close()
