"""A feed of what changed: an entry for each version, and for each event it added, changed or withdrew (RFC 4287)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.charts.items import safe_id
from timeline.charts.measure import clean
from timeline.package.changes import EventChange
from timeline.site.feeds.ics import EPOCH
from timeline.site.history import Release
from timeline.site.pages import environment
from timeline.site.published import CHARTS, DATA, Published

NAME = "changes.atom"
LABEL = "Atom feed"
USE = "Feed readers: versions, and the events each added, changed or withdrew"
MEDIA = "application/atom+xml"

LIMIT = 200  # events of one version; its own entry counts them all
_SPACE = uuid.UUID("6f1f6f0a-54a3-5d0b-9f5e-0d2f3c7f9a51")  # the names of this feed's entries; never change it


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a lasting id, a title, the moment, what it says and where to read on."""

    id: str
    title: str
    updated: str
    summary: str
    link: str


def write(published: Published, path: Path) -> None:
    """Write the feed, the newest version first."""
    meta = published.meta
    people = [clean(person.title) for person in meta.contributors] or [clean(meta.title)]
    feed = environment().get_template("changes.xml").render(
        id=_id(meta.base_url or meta.name, "feed"),
        title=clean(meta.title),
        subtitle=clean(meta.description),
        updated=_moment(published.releases[0]),
        authors=people,
        rights=meta.licence,
        page=published.address(f"{CHARTS}/index.html", DATA),
        itself=published.address(f"{DATA}/{NAME}", DATA),
        entries=[entry for release in published.releases for entry in _entries(release, published)],
    )  # fmt: skip
    path.write_text(feed, encoding="utf-8", newline="\n")


def _entries(release: Release, published: Published) -> Iterator[Entry]:
    moment = _moment(release)
    page = f"{CHARTS}/index.html"
    changes = published.address(f"{page}#changes", DATA)
    key = _id(published.meta.base_url or published.meta.name, release.version)
    yield Entry(key, f"Version {clean(release.version)}", moment, clean(release.summary), changes)
    kinds = (("Added", release.added), ("Changed", release.changed), ("Withdrawn", release.withdrawn))
    told = [(kind, event) for kind, events in kinds for event in events]
    for kind, event in told[:LIMIT]:
        own = changes if kind == "Withdrawn" else published.address(f"{page}#{safe_id('e', event.event_id)}", DATA)
        yield Entry(_id(key, kind, event.event_id), f"{kind}: {clean(event.title)}", moment, _summary(event), own)


def _summary(event: EventChange) -> str:
    columns = (f"{each.column}: {each.old} → {each.new}" for each in event.columns)
    return clean(". ".join((f"{event.event_id} ({'; '.join(map(str, event.reasons))})", *columns)))


def _moment(release: Release) -> str:
    return f"{(release.day or EPOCH).isoformat()}T00:00:00Z"


def _id(*parts: str) -> str:
    """A lasting name for what these parts name."""
    return f"urn:uuid:{uuid.uuid5(_SPACE, chr(0).join(parts))}"
