"""The dataset as Croissant 1.0, which loaders for machine learning read: http://mlcommons.org/croissant/1.0."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.package.layout import file_of
from timeline.package.meta import LICENCES
from timeline.package.schema import Field, Resource, all_resources
from timeline.site.citation import citation
from timeline.site.published import CHARTS, DATA, PACKAGE, File, Published

NAME = "croissant.json"
LABEL = "Croissant"
USE = "Loaders for machine learning: every table with its columns, keys and types"
MEDIA = "application/ld+json"

Json = dict[str, object]
_TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date"}
_PARQUET = "application/x-parquet"  # the type that the loader knows
# The context of the standard, https://docs.mlcommons.org/croissant/docs/croissant-spec.html#appendix-1-json-ld-context
_SAME = (
    "citeAs column conformsTo:dct equivalentProperty extract field fileProperty fileObject fileSet format includes "
    "isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate "
    "separator source subField transform"
).split()
_CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    **{word.partition(":")[0]: f"{word.partition(':')[2] or 'cr'}:{word.partition(':')[0]}" for word in _SAME},
    "data": {"@id": "cr:data", "@type": "@json"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
}


def describe(published: Published, files: Sequence[File], here: str = DATA) -> Json:
    """Describe the Parquet files and their columns; ``files`` beyond those of the package are not part of it."""
    meta = published.meta
    found: Json = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": meta.name,
        "alternateName": meta.title,
        "description": meta.description,
        "url": published.address(f"{CHARTS}/index.html", here),
        "version": meta.version,
        "license": LICENCES.get(meta.licence, ("", meta.licence))[1],
        "keywords": list(meta.keywords),
        "creator": [{"@type": "sc:Organization", "name": person.title} for person in meta.contributors],
        "datePublished": published.given.isoformat() if published.given else "",
        "citeAs": citation(published).bibtex,
        "distribution": [_file(each, published, here) for each in all_resources()],
        "recordSet": [_records(each) for each in all_resources()],
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


def _file(resource: Resource, published: Published, here: str) -> Json:
    file = published.files[f"{PACKAGE}/{file_of(resource, 'parquet')}"]
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "description": resource.meaning,
        "contentUrl": published.address(file.path, here),
        "contentSize": f"{file.size} B",
        "encodingFormat": _PARQUET,
        "sha256": file.sha256,
    }


def _records(resource: Resource) -> Json:
    found: Json = {
        "@type": "cr:RecordSet",
        "@id": resource.name,
        "name": resource.name,
        "description": resource.meaning,
    }
    if resource.primary_key:
        found["key"] = [{"@id": f"{resource.name}/{column}"} for column in resource.primary_key]
    return found | {"field": [_field(resource, field) for field in resource.field]}


def _field(resource: Resource, field: Field) -> Json:
    """Describe a column. Keys into other tables are told in words: the loader makes joins of declared references."""
    keys = [key for key in resource.foreign_key if key.fields == (field.name,)]
    told = "".join(f" A key into {key.resource} ({key.reference[0]})." for key in keys)
    return {
        "@type": "cr:Field",
        "@id": f"{resource.name}/{field.name}",
        "name": field.name,
        "description": field.meaning + told,
        "dataType": _TYPES[field.type],
        "source": {"fileObject": {"@id": f"{resource.name}.parquet"}, "extract": {"column": field.name}},
    }
