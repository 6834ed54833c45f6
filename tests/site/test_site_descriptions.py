"""What describes the dataset to catalogues and search engines, read back by the programs that it is for."""

from __future__ import annotations

import datetime as dt
import json

import mlcroissant
import pytest
import rdflib

from tests.site.making import Made, data
from timeline.package import all_resources, read_tables
from timeline.package.layout import sha256
from timeline.package.tables import to_rows
from timeline.site.feeds.making import DATA_FEEDS


@pytest.mark.parametrize("name", ["plain", "hostile"])
def test_croissant_loads_and_reads_every_record(name: str, request: pytest.FixtureRequest) -> None:
    folder, published = request.getfixturevalue(name)
    dataset = mlcroissant.Dataset(jsonld=folder / "charts/data/croissant.json")
    assert dataset.metadata.name == published.meta.name and not dataset.metadata.ctx.issues.errors
    rows = to_rows(read_tables(published.place))
    for each in all_resources():
        found = [_plain(record) for record in dataset.records(each.name)]
        wanted = [{f"{each.name}/{key}": value for key, value in row.items()} for row in rows[each.name]]
        assert sorted(map(repr, found)) == sorted(map(repr, wanted))


def _plain(record: dict[str, object]) -> dict[str, object]:
    """A record as the loader gives it, with text as text and days as days."""
    return {key: _cell(value) for key, value in record.items()}


def _cell(value: object) -> object:
    if value is None or value != value or str(value) == "NaT":
        return None
    if isinstance(value, bytes):
        return value.decode()
    return value.date() if isinstance(value, dt.datetime) else value


def test_catalogues_can_read_the_description(online: Made, hostile: Made) -> None:
    for folder, published in (online, hostile):
        graph = rdflib.Graph().parse(folder / "charts/data/dcat.jsonld", format="json-ld")
        dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
        assert len(list(graph.subjects(rdflib.RDF.type, dcat.Dataset))) == 1
        files = list(graph.subjects(rdflib.RDF.type, dcat.Distribution))
        assert len(files) == 2 * len(all_resources()) + len(DATA_FEEDS)
        assert str(next(iter(graph.objects(None, rdflib.DCTERMS.title)))) in graph.serialize() and published


@pytest.mark.parametrize("name", ["plain", "online"])
@pytest.mark.parametrize("file", ["schema-org.jsonld", "croissant.json", "dcat.jsonld"])
def test_descriptions_name_files_that_are_there_with_size_and_checksum(
    name: str, file: str, request: pytest.FixtureRequest
) -> None:
    folder, published = request.getfixturevalue(name)
    tree = json.loads((folder / "charts/data" / file).read_text(encoding="utf-8"))
    described = tree.get("distribution") or tree["dcat:distribution"]
    base = "https://data.example/set/"
    for each in described:
        address = each.get("contentUrl") or each["dcat:downloadURL"]["@id"]
        assert address.startswith(base) == (name == "online")
        path = folder / address.removeprefix(base) if name == "online" else folder / "charts/data" / address
        digest = each.get("sha256") or each["spdx:checksum"]["spdx:checksumValue"]["@value"]
        size = each.get("contentSize", "").removesuffix(" B") or each["dcat:byteSize"]["@value"]
        assert (sha256(path), path.stat().st_size) == (digest, int(size))
    assert ("2031-02-03" in json.dumps(tree)) == (name == "online")
    assert (json.dumps(tree).count(base) > 0) == (name == "online") and published


def test_the_dataset_is_described_for_search_engines(online: Made) -> None:
    tree = json.loads((data(online) / "schema-org.jsonld").read_text(encoding="utf-8"))
    assert tree["@type"] == "Dataset" and 50 <= len(tree["description"]) <= 5000
    assert tree["temporalCoverage"] == "2017-06-11/2023-02-03"
    assert tree["license"].startswith("https://creativecommons.org/") and tree["version"] == "1.2.0"
    assert {place["name"] for place in tree["spatialCoverage"]} == {"Estonia", "Iceland", "Latvia", "Norway"}
    assert tree["creator"] == [{"@type": "Organization", "name": "Ann Example", "url": "https://ann.example/"}]
