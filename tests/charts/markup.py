"""What a written page holds, read from its markup."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path


class Page(HTMLParser):
    """Ids, links within the page, quotes by the ids around them, and scripts of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.quotes: dict[str, str] = {}
        self.attributes: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes += found
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and str(found.get("href")).startswith("#") and found.get("class") != "skip":
            self.targets.append(str(found["href"])[1:])
        if tag in ("li", "blockquote"):
            self.open.append((tag, str(found.get("id"))))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if any(tag == "blockquote" for tag, _ in self.open):
            for _, key in self.open:
                self.quotes[key] = self.quotes.get(key, "") + data
