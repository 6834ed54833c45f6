"""What a validation finds."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

LONGEST = 160  # of a value shown


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file (from the package folder), the place in it, what was seen there, and the rule it breaks."""

    file: str
    place: str  # "row 12 (event_id: LVA-2021…), column start_date", "resources[1].schema", "" for the whole file
    seen: str
    rule: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.place}" if self.place else self.file
        return f"{place}: {self.seen}; rule: {self.rule}"

    def as_json(self) -> dict[str, str]:
        """Return the fault as an object for a report in JSON."""
        return asdict(self)


def shown(value: object) -> str:
    """Return a value on one line, with control characters escaped and long text cut."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
