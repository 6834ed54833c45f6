"""The dataset as a schema.org Dataset in JSON-LD, which search engines for data read."""

from __future__ import annotations

import datetime as dt
import mimetypes
from collections.abc import Iterable, Iterator, Sequence

from timeline.charts.items import records, text
from timeline.charts.words import country_words
from timeline.package.descriptor import MEDIA_TYPES
from timeline.package.meta import LICENCES
from timeline.package.schema import resource
from timeline.site.citation import citation
from timeline.site.published import CHARTS, DATA, File, Published

NAME = "schema-org.jsonld"
LABEL = "schema.org"
USE = "Search engines for data; it stands in the page too"
MEDIA = "application/ld+json"

Json = dict[str, object]
_ARTICLES = 200  # named one by one; more would hide the rest


def describe(published: Published, files: Sequence[File], here: str = DATA) -> Json:
    """Describe the dataset with its files, with addresses as a file in the folder ``here`` writes them."""
    meta = published.meta
    found: Json = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": meta.base_url,
        "name": meta.title,
        "description": _long_enough(meta.description),
        "url": published.address(f"{CHARTS}/index.html", here),
        "identifier": meta.name,
        "version": meta.version,
        "license": LICENCES.get(meta.licence, ("", meta.licence))[1],
        "keywords": list(meta.keywords),
        "isAccessibleForFree": True,
        "inLanguage": sorted({text(name) for name in published.facts.languages}),
        "creator": [_filled({"@type": "Organization", "name": p.title, "url": p.path}) for p in meta.contributors],
        "datePublished": published.given.isoformat() if published.given else "",
        "temporalCoverage": temporal(published),
        "spatialCoverage": [{"@type": "Place", "name": name} for name in countries(published)],
        "citation": citation(published).text,
        "measurementTechnique": "Events read from news articles by rules; every row leads to its sentence.",
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": field.meaning}
            for field in resource("events").field
        ],
        "isBasedOn": list(_articles(published)),
        "distribution": [_download(published, file, here) for file in files],
    }
    return _filled(found)


def temporal(published: Published) -> str:
    """The stretch of days that events lie in, as schema.org wants it: "2018-05-20/2024-07-31"; "" without a day."""
    days = period(published)
    return f"{days[0]}/{days[1]}" if days else ""


def period(published: Published) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that events lie in; None without a day."""
    days = [day for day in (published.facts.first, published.facts.last) if day]
    return (min(days), max(days)) if days else None


def countries(published: Published) -> list[str]:
    """The names of the countries of events, in alphabetical order."""
    return sorted({country_words(text(code)) for code in published.facts.countries if text(code)})


def media_type(file: File) -> str:
    """The media type of a published file."""
    ending = file.path.rpartition(".")[2]
    known = {
        **MEDIA_TYPES,
        "json": "application/json",
        "md": "text/markdown",
        "sqlite": "application/vnd.sqlite3",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ics": "text/calendar",
        "atom": "application/atom+xml",
        "geojson": "application/geo+json",
    }
    return known.get(ending) or mimetypes.guess_type(file.path)[0] or "application/octet-stream"


def _download(published: Published, file: File, here: str) -> Json:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "contentUrl": published.address(file.path, here),
        "encodingFormat": media_type(file),
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def _articles(published: Published) -> Iterator[Json]:
    rows: Iterable[dict[str, object]] = list(records(published.frames, "articles"))[:_ARTICLES]
    for row in rows:
        publisher = text(row["publisher"])
        yield _filled(
            {
                "@type": "NewsArticle",
                "headline": text(row["title"]) or text(row["article_id"]),
                "url": text(row["url"]),
                "datePublished": text(row["published"]),
                "publisher": {"@type": "Organization", "name": publisher} if publisher else "",
            }
        )


def _long_enough(description: str) -> str:
    """Search engines want 50 characters at least."""
    more = "Dated, typed and sourced events, derived from news articles."
    return description if len(description) >= 50 else f"{description} {more}".strip()


def _filled(properties: Json) -> Json:
    return {key: value for key, value in properties.items() if value not in ("", [], None)}
