"""The pages in a real browser, from disk, with no network: nothing overlaps, scrolls sideways or complains."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.charts.browsing import chromium, opened
from tests.charts.fixture import EVENTS, tables
from tests.charts.hostile import hostile
from timeline.charts import ChartMeta, draw

SETS = {"fixture": EVENTS, "hostile": hostile()}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = {}
    for name, events in SETS.items():
        out[name] = tmp_path_factory.mktemp(name)
        draw(tables(events), ChartMeta("Votes in the islands", "CC BY 4.0"), out[name], formats=("html", "svg"))
    return out


@pytest.mark.parametrize("width", [1200, 380])
def test_clicking_a_mark_leads_to_its_quote(browser: Browser, folders: dict[str, Path], width: int) -> None:
    page, wrong = opened(browser, folders["fixture"] / "timeline.html", width)
    row = EVENTS[8]
    page.locator(f'.drawing:visible a[href="#e-{row[0]}"]').first.click()
    assert page.evaluate("location.hash") == f"#e-{row[0]}"
    assert str(row[12]) in page.locator(":target").inner_text()
    assert page.locator(":target").evaluate("e => e.getBoundingClientRect().top >= -1 && e.offsetHeight > 0")
    assert wrong == []
    page.context.close()


def test_a_mark_tells_its_event_on_hover_and_focus(browser: Browser, folders: dict[str, Path]) -> None:
    page, _ = opened(browser, folders["hostile"] / "timeline.html", 1200)
    mark = page.locator('.drawing:visible a[href="#e-h-1"]')
    mark.hover()
    assert "</script><script>alert('end')</script>" in page.locator("#tip").inner_text()
    page.mouse.move(1, 1)
    assert page.locator("#tip").is_hidden()
    page.keyboard.press("Tab")  # the way past the picture
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#list"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label').length > 10")
    assert page.locator("#tip").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()
    page.context.close()


def test_pages_can_be_read_without_script(browser: Browser, folders: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 380, "height": 800})
    page = context.new_page()
    page.goto((folders["fixture"] / "timeline.html").as_uri())
    assert page.locator(".drawing:visible svg").count() == 1
    assert str(EVENTS[0][12]) in page.locator("ol").inner_text()
    context.close()


def test_the_frame_tells_its_height_to_the_page_that_embeds_it(
    browser: Browser, folders: dict[str, Path], tmp_path: Path
) -> None:
    chart, _ = opened(browser, folders["fixture"] / "timeline.html", 1200)
    snippet = chart.locator("textarea").first.evaluate("e => e.value")
    chart.context.close()
    host = tmp_path / "host.html"
    address = (folders["fixture"] / "timeline.html").as_uri()
    host.write_text(f"<!doctype html><body>{snippet.replace('timeline.html', address)}", encoding="utf-8")
    page, wrong = opened(browser, host, 380)
    page.wait_for_function("document.querySelector('iframe').offsetHeight > 1300")
    frame = page.frames[1]
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    assert frame.evaluate("document.querySelector('details.list').open") is False
    assert wrong == []
    page.context.close()


def test_pages_say_the_same_in_every_time_zone(browser: Browser, folders: dict[str, Path]) -> None:
    said = set()
    for zone in ("America/Los_Angeles", "Asia/Tokyo"):
        page, _ = opened(browser, folders["fixture"] / "timeline.html", 1200, zone)
        said.add(page.locator("main").inner_text())
        page.context.close()
    assert len(said) == 1


def test_everything_has_a_name_for_those_who_hear_the_page(browser: Browser, folders: dict[str, Path]) -> None:
    page, _ = opened(browser, folders["fixture"] / "timeline.html", 1200)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == "Votes in the islands"
    picture = page.locator(".drawing:visible svg")
    names = picture.get_attribute("aria-labelledby").split()
    assert [page.locator(f"#{name}").count() for name in names] == [1, 1]
    assert page.evaluate("[...document.querySelectorAll('.drawing a')].every(a => a.getAttribute('aria-label'))")
    labels = page.evaluate("[...document.querySelectorAll('.drawing a')].map(a => a.getAttribute('aria-label'))")
    assert not [label for label in labels if "x:" in label or "y2:" in label]
    page.context.close()
