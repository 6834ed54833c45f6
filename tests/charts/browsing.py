"""A real Chromium for tests, and pages from disk opened in it with no network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The installed Chromium; skips the test where there is none, and fails it under CI=true."""
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("No Chromium found: under CI=true the browser tests must run; install chromium")
        pytest.skip("No Chromium found (chromium, chromium-browser, google-chrome): pages not tested in a browser")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield found
        found.close()


def opened(browser: Browser, path: Path, width: int, zone: str = "UTC", dark: bool = False) -> tuple[Page, list[str]]:
    """A page from disk, and what the browser complained about or tried to fetch."""
    scheme = "dark" if dark else "light"
    context = browser.new_context(
        viewport={"width": width, "height": 900}, timezone_id=zone, color_scheme=scheme, reduced_motion="reduce"
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
    page.evaluate("document.fonts.ready.then(() => 1)")
    return page, wrong
