"""The site in a real browser, from disk, with no network: accessible, narrow or wide, light or dark, by keys too."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.charts.browsing import chromium
from tests.package.fixture import EVENTS, fixture_rows
from tests.package.published import META
from tests.site.making import hostile_rows, made
from timeline import job
from timeline.charts import CHARTS
from timeline.models import Rows
from timeline.package.tables import in_groups, to_tables
from timeline.package.writer import fill

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    places = {name: tmp_path_factory.mktemp(name) for name in ("plain", "hostile", "many")}
    made(places["hostile"], hostile_rows())
    made(places["many"], many_rows())
    return {name: place / "charts" for name, place in places.items()} | {"plain": drawn(places["plain"])}


def drawn(folder: Path) -> Path:
    """The charts and pages of the fixture, pictures included."""
    (folder / "datapackage").mkdir()
    fill(folder / "datapackage", in_groups(to_tables(fixture_rows())), META)
    return job.draw(folder)


def many_rows() -> Rows:
    """Eight times the events, so that not all are shown at once."""
    rows = fixture_rows()
    for name, keys in (("events", ("event_id",)), ("mentions", ("event_id", "mention_id"))):
        copies = [
            row | {key: row[key] and f"{row[key]}-{at}" for key in keys} for at in range(1, 8) for row in rows[name]
        ]
        rows[name] = [*rows[name], *copies]
    return rows


def opened(
    browser: Browser, path: Path, width: int = 1200, scheme: str = "light", script: bool = True
) -> tuple[Page, list[str]]:
    """A page from disk, and what the browser complained about or tried to fetch."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
    )
    context.set_offline(True)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else wrong.append(request.url)
    )
    page.goto(path.as_uri())
    return page, wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 380])
@pytest.mark.parametrize(
    ("data", "name"), [("plain", "index"), ("plain", "codebook"), ("hostile", "index"), ("hostile", "codebook")]
)
def test_no_violation_of_accessibility_rules_and_nothing_sticks_out(
    browser: Browser, folders: dict[str, Path], data: str, name: str, width: int, scheme: str
) -> None:
    page, wrong = opened(browser, folders[data] / f"{name}.html", width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "with everything opened"
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 20
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
    assert wrong == []
    page.context.close()


def test_the_colours_follow_the_scheme(browser: Browser, folders: dict[str, Path]) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page, _ = opened(browser, folders["plain"] / "index.html", scheme=scheme)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.context.close()
    assert colours[0] == "rgb(255, 255, 255)" and colours[1] != colours[0]


@pytest.mark.parametrize("width", [1200, 380])
def test_every_picture_is_shown_in_the_width_that_fits(browser: Browser, folders: dict[str, Path], width: int) -> None:
    page, wrong = opened(browser, folders["plain"] / "index.html", width)
    widths = page.evaluate("[...document.images].map(i => i.complete && i.naturalWidth)")
    assert widths == ([1160] if width > 700 else [360]) * len(CHARTS)
    assert all(page.evaluate("[...document.images].map(i => i.alt.length > 20)"))
    assert wrong == []
    page.context.close()


def shown(page: Page) -> list[str]:
    """The ids of the events that are in sight."""
    return page.evaluate(
        "[...document.querySelectorAll('table.events tbody tr')].filter(r => r.offsetParent).map(r => r.id.slice(2))"
    )


@pytest.mark.parametrize("width", [1200, 380])
def test_events_are_filtered_by_type_country_year_and_words(
    browser: Browser, folders: dict[str, Path], width: int
) -> None:
    page, wrong = opened(browser, folders["plain"] / "index.html", width)
    rows = {str(event[0]): event for event in EVENTS}
    assert set(shown(page)) == set(rows)
    page.get_by_label("Type").select_option("protest")
    assert set(shown(page)) == {key for key, event in rows.items() if event[1] == "protest"}
    page.get_by_label("Country").select_option("ISL")
    assert shown(page) == ["ISL-XXXX-07-28-protest-e5e5"]
    assert page.get_by_role("status").inner_text() == "1 of 16 events"
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#found")).to_have_text("16 of 16 events")  # the page's policy forbids evaluating strings
    page.get_by_label("Year").select_option("2019")
    assert shown(page) == ["EST-2019-03-03-security-1c1c"]
    page.get_by_label("Year").select_option("none")
    assert len(shown(page)) == sum(event[4] is None for event in EVENTS)
    page.get_by_label("Year").select_option("")
    page.get_by_label("Words").fill("OLD town riots")
    assert shown(page) == ["EST-2017-06-12-protest-77c0"]
    page.get_by_label("Words").fill("nothing tells this")
    assert shown(page) == [] and page.get_by_role("status").inner_text() == "0 of 16 events"
    assert wrong == []
    page.context.close()


def test_everything_is_reached_and_used_by_keys(browser: Browser, folders: dict[str, Path]) -> None:
    page, wrong = opened(browser, folders["plain"] / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#events"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "type"
    page.keyboard.type("Sanction")
    assert shown(page) == ["NOR-2018-sanction-8f8f"]
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("froze")
    page.keyboard.press("Enter")
    assert shown(page) == ["NOR-2018-sanction-8f8f"] and "index.html" in page.url
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#found")).to_have_text("16 of 16 events")  # the page's policy forbids evaluating strings
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(outline) == "solid", page.evaluate("document.activeElement.outerHTML")
    assert wrong == []
    page.context.close()


def test_of_many_events_the_first_are_shown_and_the_rest_on_request(browser: Browser, folders: dict[str, Path]) -> None:
    page, wrong = opened(browser, folders["many"] / "index.html")
    assert len(shown(page)) == 25
    page.get_by_role("button", name="Show all 128 events").click()
    assert len(shown(page)) == 128
    page.goto(f"{(folders['many'] / 'index.html').as_uri()}#e-ISL-XXXX-07-28-protest-e5e5-7")
    page.reload()
    assert page.locator(":target").is_visible() and wrong == []
    page.context.close()


def test_without_script_the_page_is_a_plain_table(browser: Browser, folders: dict[str, Path]) -> None:
    page, wrong = opened(browser, folders["many"] / "index.html", 380, script=False)
    assert page.locator("table.events tbody tr:visible").count() == 128
    assert page.locator("#filter:visible, .copy:visible, #more:visible").count() == 0
    assert wrong == []
    page.context.close()


def test_the_copy_button_copies_the_code(browser: Browser, folders: dict[str, Path]) -> None:
    page, _ = opened(browser, folders["plain"] / "index.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the code for pandas").click()
    page.get_by_role("button", name="Copied the code for pandas").wait_for()
    assert "read_parquet" in page.evaluate("navigator.clipboard.readText()")
    page.context.close()
