"""The dataset in the vocabulary of data catalogues, DCAT 3 in JSON-LD: https://www.w3.org/TR/vocab-dcat-3/."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.package.meta import LICENCES
from timeline.site.feeds.schema_org import countries, media_type, period
from timeline.site.published import CHARTS, DATA, PACKAGE, File, Published

NAME = "dcat.jsonld"
LABEL = "DCAT"
USE = "Catalogues of open data"
MEDIA = "application/ld+json"

Json = dict[str, object]
_CONTEXT: Json = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def describe(published: Published, files: Sequence[File], here: str = DATA) -> Json:
    """Describe the dataset with its files, with addresses as a file in the folder ``here`` writes them."""
    meta = published.meta
    licence = LICENCES.get(meta.licence, ("", ""))[1]
    found: Json = {
        "@context": _CONTEXT,
        "@id": published.address(PACKAGE, here),
        "@type": "dcat:Dataset",
        "dct:title": meta.title,
        "dct:description": meta.description,
        "dct:identifier": meta.name,
        "dcat:version": meta.version,
        "dcat:keyword": list(meta.keywords),
        "dcat:landingPage": {"@id": published.address(f"{CHARTS}/index.html", here)},
        "dct:license": {"@id": licence} if licence else meta.licence,
        "dct:creator": [{"@type": "foaf:Agent", "foaf:name": person.title} for person in meta.contributors],
        "dct:issued": _day(published.given.isoformat()) if published.given else "",
        "dct:spatial": [{"@type": "dct:Location", "dct:title": name} for name in countries(published)],
        "dct:temporal": _period(published),
        "dcat:distribution": [_distribution(published, file, licence, here) for file in files],
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


def _period(published: Published) -> Json | str:
    days = period(published)
    if days is None:
        return ""
    first, last = (_day(day.isoformat()) for day in days)
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": first, "dcat:endDate": last}


def _distribution(published: Published, file: File, licence: str, here: str) -> Json:
    address = {"@id": published.address(file.path, here)}
    found: Json = {
        "@type": "dcat:Distribution",
        "dct:title": file.name,
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": _MEDIA_TYPES + media_type(file)},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }
    return found | ({"dct:license": {"@id": licence}} if licence else {})


def _day(day: str) -> Json:
    return {"@value": day, "@type": "xsd:date"}
