"""The two descriptors, Data Package v2: one of the Parquet files, one of the same rows as CSV.

https://datapackage.org/standard/data-package/ is the standard. What the stock Frictionless of version 5 misreads is
left out of the Parquet descriptor: ``bytes`` (the size is in ``byteSize``, DCAT's word), missing values other than
null, and limits on numbers that may be absent (it reads a null as NaN, which keeps no limit). The CSV descriptor has
the limits, and `validate` checks them anyway.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from timeline.package.layout import Fingerprint, Kind, file_of
from timeline.package.meta import LICENCES, Contributor, DatasetMeta, Source, read_meta
from timeline.package.schema import Field, Resource, all_resources
from timeline.package.withdrawn import Withdrawn

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RIGHTS = "The words in the column `quote` of `mentions` stay their publishers'; the licence covers the facts."
MEDIA_TYPES = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv"}
Json = dict[str, object]


def describe(
    meta: DatasetMeta, kind: Kind, files: Mapping[str, Fingerprint], withdrawn: Sequence[Withdrawn] = ()
) -> Json:
    """Describe the package; ``files`` are the fingerprints of the files by their path from the package folder."""
    licence, address = LICENCES.get(meta.licence, (meta.licence, ""))
    properties: Json = {
        "$schema": PROFILE,
        "name": meta.name if kind == "parquet" else f"{meta.name}-csv",
        "title": meta.title,
        "description": f"{meta.description}\n\n{RIGHTS}",
        "version": meta.version,
        "homepage": meta.base_url,
        "licenses": [_filled({"name": meta.licence, "title": licence, "path": address})],
        "contributors": [_contributor(each) for each in meta.contributors],
        "sources": [_source(each) for each in meta.sources],
        "keywords": list(meta.keywords),
        "resources": [_resource(each, kind, files[file_of(each, kind)]) for each in all_resources()],
        "withdrawn": [each.as_json() for each in withdrawn],
    }
    return _filled(properties) | {"withdrawn": properties["withdrawn"]}


def table_schema(resource: Resource, kind: Kind) -> Json:
    """Return the Table Schema of a resource."""
    found: Json = {
        "fields": [_field(each, kind) for each in resource.field],
        "missingValues": [] if kind == "parquet" else [""],
        "primaryKey": list(resource.primary_key),
        "uniqueKeys": [list(key) for key in resource.unique],
        "foreignKeys": [
            {"fields": list(k.fields), "reference": {"resource": k.resource, "fields": list(k.reference)}}
            for k in resource.foreign_key
        ],
    }
    return _filled(found) | {"missingValues": found["missingValues"]}


def to_json(value: Mapping[str, object]) -> str:
    """Write JSON the one way: two spaces, text as it is, a line feed at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _resource(resource: Resource, kind: Kind, file: Fingerprint) -> Json:
    found: Json = {
        "name": resource.name,
        "type": "table",
        "title": resource.title,
        "description": resource.meaning,
        "path": file_of(resource, kind).removeprefix("csv/"),
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "hash": f"sha256:{file.sha256}",
        "bytes" if kind == "csv" else "byteSize": file.size,
    }
    if kind == "csv":
        found["encoding"] = "utf-8"
    return found | {"schema": table_schema(resource, kind)}


def _field(field: Field, kind: Kind) -> Json:
    constraints: Json = {"required": True} if field.required else {}
    if field.values:
        constraints["enum"] = [value for value, _ in field.values]
    if field.pattern:
        constraints["pattern"] = field.pattern
    if field.required or kind == "csv":
        limits = {"minimum": field.minimum, "maximum": field.maximum}
        constraints |= {key: limit for key, limit in limits.items() if limit is not None}
    found: Json = {"name": field.name, "type": field.type, "description": field.meaning, "example": field.example}
    return found | ({"constraints": constraints} if constraints else {})


def _contributor(person: Contributor) -> Json:
    return _filled({"title": person.title, "path": person.path, "roles": list(person.roles)})


def _source(source: Source) -> Json:
    return _filled({"title": source.title, "path": source.path})


def _filled(properties: Json) -> Json:
    return {key: value for key, value in properties.items() if value not in ("", [], None)}


def read_descriptor_meta(tree: Mapping[str, object]) -> DatasetMeta:
    """Read back from a descriptor what is known of the dataset as a whole; ill-formed properties are InputErrors."""
    same = ("name", "title", "version", "contributors", "sources", "keywords")
    table: Json = {key: tree[key] for key in same if key in tree}
    if "homepage" in tree:
        table["base_url"] = tree["homepage"]
    if "description" in tree:
        text = tree["description"]
        table["description"] = text.removesuffix(f"\n\n{RIGHTS}") if isinstance(text, str) else text
    match tree.get("licenses"):
        case [{"name": licence}, *_]:
            table["licence"] = licence
    return read_meta(table, "descriptor")
