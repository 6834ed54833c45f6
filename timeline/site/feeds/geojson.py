"""The events that have coordinates as GeoJSON points, for maps (RFC 7946)."""

from __future__ import annotations

import json
from pathlib import Path

from timeline.charts.items import Item, number, records, text
from timeline.site.published import Published

NAME = "events.geojson"
LABEL = "GeoJSON"
USE = "Maps: a point for each event with a known place"
MEDIA = "application/geo+json"

Point = tuple[float, float]  # degrees east, degrees north


def write(published: Published, path: Path) -> None:
    """Write a FeatureCollection, an event a line."""
    points = _points(published)
    features = [_feature(item, points[item.event_id]) for item in published.items if item.event_id in points]
    head = {
        "type": "FeatureCollection",
        "name": published.meta.name,
        "description": _described(published, len(features)),
    }
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    path.write_text(f'{opened}, "features": [\n{lines}\n]}}\n', encoding="utf-8", newline="\n")


def _described(published: Published, shown: int) -> str:
    located, events = published.facts.located, published.rows["events"]
    rest = f" The {shown:,} most told ones are here; the data package has all." if shown < located else ""
    return f"{located:,} of {events:,} events have coordinates.{rest}"


def _points(published: Published) -> dict[str, Point]:
    found = {}
    for row in records(published.frames, "events"):
        north, east = number(row["latitude"]), number(row["longitude"])
        if north is not None and east is not None:
            found[text(row["event_id"])] = (east, north)
    return found


def _feature(item: Item, point: Point) -> dict[str, object]:
    properties = {
        "title": item.title,
        "event_type": item.event_type,
        "mode": item.mode or None,
        "status": item.status,
        "date_edtf": item.edtf or None,
        "start_date": item.start.isoformat() if item.start else None,
        "end_date": item.end.isoformat() if item.end else None,
        "date_words": item.when,
        "country": item.country or None,
        "place": item.place or None,
        "quotes": [each.quote for each in item.sources],
        "sources": [each.url or each.article_title for each in item.sources],
    }
    return {
        "type": "Feature",
        "id": item.event_id,
        "geometry": {"type": "Point", "coordinates": list(point)},
        "properties": properties,
    }
