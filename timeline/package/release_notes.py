"""NOTES.md of a release: what its makers say of it, what changed, and how to check it."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.package.changes import Diff, EventChange
from timeline.package.codebook import markdown
from timeline.package.meta import DatasetMeta

SHOWN = 50  # events listed of each kind; changes.json has all


def make_notes(meta: DatasetMeta, date: str, text: str, previous: str, changes: Diff | None, logical_hash: str) -> str:
    """Return the notes as Markdown; ``text`` is the makers' own and stands as it is, the rest is escaped."""
    parts = [f"# {markdown(meta.title)}, version {markdown(meta.version)}"]
    if date:
        parts.append(f"Released {date}.")
    if text.strip():
        parts.append(text.strip())
    if changes is not None:
        parts.extend(_changes(previous, changes))
    parts.append(
        "## Checking\n\n"
        "`sha256sum -c SHA256SUMS` checks the files, `timeline validate datapackage` every row. The logical hash of "
        "the rows, which stays when a library writes the same rows as other bytes (`datapackage/README.md` says how it "
        "is made), is\n\n"
        f"    sha256:{logical_hash}"
    )
    return "\n\n".join(parts) + "\n"


def _changes(previous: str, changes: Diff) -> Iterator[str]:
    yield f"## What changed since {markdown(previous)}"
    if not changes:
        yield f"No event changed; there are {changes.unchanged:,}."
        return
    for name, events in (("Added", changes.added), ("Changed", changes.changed), ("Withdrawn", changes.withdrawn)):
        if events:
            lines = [_line(each) for each in events[:SHOWN]]
            if len(events) > SHOWN:
                lines.append(f"- and {len(events) - SHOWN:,} more, all in `changes.json`")
            yield f"### {name}: {len(events):,}"
            yield "\n".join(lines)
    yield f"{changes.unchanged:,} unchanged."


def _line(event: EventChange) -> str:
    columns = f"; columns {', '.join(each.column for each in event.columns)}" if event.columns else ""
    reasons = "; ".join(map(str, event.reasons))
    return f"- `{event.event_id}` {markdown(event.title)} ({markdown(reasons)}{markdown(columns)})"
