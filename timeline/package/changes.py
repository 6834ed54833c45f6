"""What changed between two versions of the dataset: events added, changed and withdrawn, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from timeline.models import Rows
from timeline.package.differing import differing_rows
from timeline.package.layout import package_root
from timeline.package.problems import shown
from timeline.package.reader import read_tables
from timeline.package.reasons import Reason, Reasons
from timeline.package.schema import all_resources
from timeline.package.withdrawn import read_withdrawn

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ChangedColumn:
    """A column of an event before and after; of a resource with rows on it, how many rows went and came."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that was added, changed or withdrawn; ``columns`` only where it was changed.

    ``superseded_by`` are the events that now have the mentions of a withdrawn one.
    """

    event_id: str
    title: str
    reasons: tuple[Reason, ...]
    columns: tuple[ChangedColumn, ...] = ()
    superseded_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """The difference between two versions of the dataset."""

    added: tuple[EventChange, ...]
    changed: tuple[EventChange, ...]
    withdrawn: tuple[EventChange, ...]
    unchanged: int

    def __bool__(self) -> bool:
        """Return whether any event differs."""
        return bool(self.added or self.changed or self.withdrawn)

    def as_json(self) -> dict[str, object]:
        """Return the difference as an object for JSON."""
        return asdict(self)


def diff(old: Path, new: Path) -> Diff:
    """Compare the events of two packages (folders or descriptors) and what is told of them, by event_id."""
    before, after, unchanged = differing_rows(read_tables(old), read_tables(new))
    old_events, new_events = _by_id(before["events"]), _by_id(after["events"])
    why = Reasons(before, after)
    told_before, told_after = _told(before), _told(after)
    changes = {
        key: _changed_columns(old_events[key], new_events[key], told_before.get(key, {}), told_after.get(key, {}))
        for key in old_events
        if key in new_events
    }
    heirs = {each.event_id: each.superseded_by for each in read_withdrawn(package_root(new))}
    return Diff(
        added=tuple(_change(row, why) for key, row in new_events.items() if key not in old_events),
        changed=tuple(_change(new_events[key], why, columns) for key, columns in changes.items()),
        withdrawn=tuple(
            _change(row, why, heirs=heirs.get(key, ())) for key, row in old_events.items() if key not in new_events
        ),
        unchanged=unchanged,
    )


def render_diff(difference: Diff) -> str:
    """Return a difference as text: the numbers, then an entry for each event, with its reasons and columns."""
    kinds = (("added", difference.added), ("changed", difference.changed), ("withdrawn", difference.withdrawn))
    head = ", ".join([*(f"{len(each)} {name}" for name, each in kinds), f"{difference.unchanged} unchanged"])
    body = (line for sign, (_, each) in zip("+~-", kinds, strict=True) for e in each for line in _lines(sign, e))
    return "\n".join([f"events: {head}", *body])


def _change(row: Row, why: Reasons, columns: tuple[ChangedColumn, ...] = (), heirs: Iterable[str] = ()) -> EventChange:
    event_id = str(row["event_id"])
    return EventChange(event_id, str(row["title"]), why.of(event_id), columns, tuple(heirs))


def _changed_columns(
    old: Row, new: Row, told_before: Mapping[str, Counter[str]], told_after: Mapping[str, Counter[str]]
) -> tuple[ChangedColumn, ...]:
    own = [ChangedColumn(name, shown(old[name]), shown(new[name])) for name in old if old[name] != new[name]]
    for name in dict.fromkeys((*told_before, *told_after)):
        was, now = told_before.get(name, Counter()), told_after.get(name, Counter())
        if was != now:
            own.append(ChangedColumn(name, f"{_rows(was - now)} gone", f"{_rows(now - was)} new"))
    return tuple(own)


def _told(rows: Rows) -> dict[str, dict[str, Counter[str]]]:
    """Collect what other resources say of each event: event_id -> resource -> rows."""
    found: dict[str, dict[str, Counter[str]]] = {}
    for each in all_resources():
        if each.name == "events" or "event_id" not in each.columns:
            continue
        for row in rows[each.name]:
            counts = found.setdefault(str(row["event_id"]), {}).setdefault(each.name, Counter())
            counts[repr(sorted(row.items(), key=lambda item: item[0]))] += 1
    return found


def _rows(rows: Counter[str]) -> str:
    return f"{rows.total()} row{'' if rows.total() == 1 else 's'}"


def _by_id(events: Iterable[Row]) -> dict[str, Row]:
    return {str(row["event_id"]): row for row in events}


def _lines(sign: str, event: EventChange) -> Iterator[str]:
    told = [*map(str, event.reasons), *(f"now part of {each}" for each in event.superseded_by)]
    yield f"{sign} {event.event_id}: {event.title} ({'; '.join(told)})"
    for each in event.columns:
        yield f"    {each.column}: {each.old} -> {each.new}"
