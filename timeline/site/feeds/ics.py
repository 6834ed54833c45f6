"""The events as a calendar of whole days, for calendar programs (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from timeline.charts.choose import chosen
from timeline.charts.items import Item
from timeline.charts.measure import clean
from timeline.site.published import CHARTS, Published

NAME = "events.ics"
LABEL = "Calendar"
USE = "Calendar programs: events whose days are known, as whole days"
MEDIA = "text/calendar"

LIMIT = 2_000  # calendar programs become slow; the events that most articles tell come first
LONGEST = 31  # days of a span in which an event fell; a longer one would cover the calendar and say little
EPOCH = dt.date(1970, 1, 1)  # the stamp that the format asks for, where no day is known
_STATUS = {"reported": "CONFIRMED", "attempted": "CONFIRMED"}
_UNSURE = "TENTATIVE"


def write(published: Published, path: Path) -> None:
    """Write the calendar: lines folded at 75 bytes, ended by CR and LF."""
    path.write_bytes("".join(map(_folded, _lines(published))).encode())


def days_of(item: Item) -> tuple[dt.date, dt.date] | None:
    """The first and last day of its entry; None for an event that no calendar can show honestly."""
    if item.start is None:
        return None
    if item.precision == "day" or item.extent == "during":
        return item.start, item.end or item.start
    if item.end is not None and (item.end - item.start).days < LONGEST:
        return item.start, item.end
    return None


def _lines(published: Published) -> Iterator[str]:
    shown = chosen([item for item in published.items if days_of(item)], LIMIT)[0]
    left_out = published.rows["events"] - len(shown)
    note = f"{published.meta.description} {left_out:,} more events are not in this calendar: their days are not known"
    note += (
        f", or they are beyond the {LIMIT:,} that most articles tell." if len(shown) == LIMIT or published.note else "."
    )
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//events//EN", "CALSCALE:GREGORIAN")
    yield from ("METHOD:PUBLISH", f"X-WR-CALNAME:{_text(published.meta.title)}")
    yield f"X-WR-CALDESC:{_text(note if left_out else published.meta.description)}"
    for item in shown:
        yield from _entry(item, published)
    yield "END:VCALENDAR"


def _entry(item: Item, published: Published) -> Iterator[str]:
    first, last = days_of(item) or (EPOCH, EPOCH)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(item.event_id)}@{published.meta.name}"
    yield f"DTSTAMP:{_day(published.day or EPOCH)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < dt.date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + dt.timedelta(days=1))}"
    yield f"SUMMARY:{_text(_summary(item))}"
    yield f"DESCRIPTION:{_text(_description(item))}"
    yield f"CATEGORIES:{_text(item.event_type)}"
    if item.place:
        yield f"LOCATION:{_text(item.place)}"
    yield f"STATUS:{_STATUS.get(item.status, _UNSURE)}"
    yield "TRANSP:TRANSPARENT"
    if published.meta.base_url:
        yield f"URL:{published.address(f'{CHARTS}/index.html#{item.anchor}', CHARTS)}"
    yield "END:VEVENT"


def _summary(item: Item) -> str:
    """The title, with what a calendar would hide: that it is no fact, or that the days are not its own."""
    within = item.extent == "within" and item.precision != "day"
    notes = ("" if item.status == "reported" else item.status, "some time within these days" if within else "")
    told = ", ".join(filter(None, notes))
    return f"{item.title} ({told})" if told else item.title


def _description(item: Item) -> str:
    lines = [f"{item.what}. Date: {item.when}."]
    lines += [f"“{each.quote}” {each.attribution} ({each.article_title})" for each in item.sources[:3]]
    return "\n".join(clean(line) for line in lines)


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """Escape a value: the separators of the format, and line ends."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> str:
    """Cut a line into pieces of at most 75 bytes, the later ones after a blank; no character is cut."""
    pieces, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > 74:
            pieces.append("")
            size = 0
        pieces[-1] += char
        size += width
    return "\r\n ".join(pieces) + "\r\n"
