"""What the tests of the command line give to it, and what a command that ran gave back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ARTICLE = "Police in Lima detained 12 protesters on 3 May 2021, the interior ministry said.\n"
OTHER = "Thousands of people protested in Nairobi on 6 June 2019 against a new tax.\n"

BROKEN = {
    "binary.txt": (b"GIF89a\x00\x01\x00 police detained", "binary"),
    "cut.md": (b'---\ntitle: "Police detain 12\n---\n' + ARTICLE.encode(), "line 2"),
    "dated.md": (b"---\ntitle: Police detain 12\npublished: 31/31/2021\n---\n" + ARTICLE.encode(), "31/31/2021"),
    "empty.txt": (b"", "empty"),
    "latin.txt": ("La policía detuvo a 12 personas".encode("latin-1"), "UTF-8"),
    "report.pdf": (b"%PDF-1.7 police", ".pdf"),
    "rows.jsonl": (b'{"article_id": "a", "text": ', "line 1"),
    "spaces.txt": (b" \n\t\n", "empty"),
}


@dataclass(frozen=True)
class Ran:
    """A command that has run in this process."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


Run = Callable[..., Ran]


def content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
