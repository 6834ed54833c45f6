"""Front matter: the ``key: value`` lines between two lines of three dashes at the start of a text file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from timeline.articles.metadata import FIELDS, short
from timeline.errors import InputError

_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:(?:\s+(.*)|)")
_AS_WRITTEN = ("title", "publisher")
_BLOCK = re.compile(r"[|>][+-]?\d?")
_COMMENT = re.compile(r"\s+#.*")


@dataclass
class _Entry:
    """One key while its lines are gathered; the first line may be continued by indented ones."""

    key: str
    line: int
    parts: list[str] = field(default_factory=list)


def split_front_matter(text: str) -> tuple[dict[str, object] | None, str]:
    """Split a text into what its front matter states (None if it has none) and the text that follows it.

    Keys that are not an article's are left out. Raises InputError for front matter that is not closed, a line that
    is no ``key: value`` and a key given twice, with the line and what was seen.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        if len(lines) < 2 or not _KEY.fullmatch(lines[1].rstrip()):
            return None, text  # a rule drawn above the text
        raise InputError("front matter opened on line 1 is not closed; end it with a line of three dashes (---)")
    body = "\n".join(lines[end + 1 :])
    return _stated(_entries(lines[1:end])), body


def _entries(lines: list[str]) -> list[_Entry]:
    """Gather keys with their lines; indented lines, list items and blank lines belong to the key above."""
    entries: list[_Entry] = []
    for number, line in enumerate(lines, 2):
        if not line.strip() or line.startswith("#"):
            continue
        if entries and (line[0] in " \t" or line.startswith("- ")):
            entries[-1].parts.append(line.strip())
            continue
        match = _KEY.fullmatch(line.rstrip())
        if match is None:
            raise InputError(f"front matter line {number} is {short(line)}; write it as key: value")
        entries.append(_Entry(match[1].lower(), number, [match[2] or ""]))
    return entries


def _stated(entries: list[_Entry]) -> dict[str, object]:
    """Turn the entries of known keys into values."""
    stated: dict[str, object] = {}
    for entry in entries:
        if entry.key not in FIELDS:
            continue
        if entry.key in stated:
            raise InputError(f"front matter line {entry.line} gives {entry.key} a second time; keep one")
        if _BLOCK.fullmatch(entry.parts[0].strip()):
            entry.parts[0] = ""
        stated[entry.key] = _value(entry, " ".join(part for part in entry.parts if part).strip())
    return stated


def _value(entry: _Entry, written: str) -> str:
    """Read a value: in double quotes, in single quotes, or plain."""
    if written.startswith('"'):
        try:
            value, end = json.JSONDecoder(strict=False).raw_decode(written)
        except ValueError:
            value, end = None, 0
        behind = _COMMENT.sub("", " " + written[end:]).strip()
        if isinstance(value, str) and behind and entry.key in _AS_WRITTEN:
            return written  # a headline may begin with a quotation
        if not isinstance(value, str) or behind:
            seen = f"front matter line {entry.line}: {entry.key} is {short(written)}"
            raise InputError(seen + '; close the quotes, and write a quote inside as \\"')
        return value
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    if entry.key in _AS_WRITTEN:
        return written  # a headline may hold a #
    return _COMMENT.sub("", " " + written).strip()
