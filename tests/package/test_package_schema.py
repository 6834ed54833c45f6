"""The schema is read strictly, is that of the contract, and everything made from it agrees."""

from __future__ import annotations

import datetime as dt
import typing

import edtf
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import models
from timeline.errors import InputError, RuleError
from timeline.event_types import event_types
from timeline.package import DatasetMeta, Source, all_resources, read_meta, resource
from timeline.package.descriptor import describe, table_schema
from timeline.package.edtf import Reading, read_edtf
from timeline.package.layout import KINDS, Fingerprint, data_files
from timeline.package.schema import Field, read_schema
from timeline.package.tables import arrow_schema

CONTRACT = {
    "articles": "article_id title publisher url language published published_earliest published_latest published_basis"
    " published_evidence path text_sha256 words sentences",
    "events": "event_id event_type mode title date_edtf start_date end_date date_precision date_extent date_basis"
    " status country place latitude longitude plover cameo acled n_articles n_mentions",
    "mentions": "mention_id event_id article_id event_type sentence start_char end_char quote trigger trigger_start"
    " trigger_end rule realis claimant claim_cue claim_date outlet date_text date_value date_rule date_anchor"
    " date_alternatives merge_rule",
    "entities": "entity_id name kind country aliases",
    "participants": "mention_id event_id entity_id role name country",
    "figures": "mention_id event_id measure value low high bound unit subject as_written claimant",
    "election_results": "event_id candidate votes votes_bound share share_bound ballots_counted ballots_counted_bound"
    " announced_by mention_id",
    "recognitions": "event_id election_id actor actor_country stance form start_date end_date mention_id",
}


def test_resources_and_columns_are_those_of_the_contract():
    assert {each.name: " ".join(each.columns) for each in all_resources()} == CONTRACT
    assert [each.name for each in all_resources()] == list(CONTRACT)


@pytest.mark.parametrize(
    ("name", "column", "literal"),
    [
        ("articles", "published_basis", models.PublishedBasis),
        ("events", "date_precision", models.DatePrecision),
        ("events", "date_extent", models.DateExtent),
        ("events", "date_basis", models.DateBasis),
        ("events", "status", models.Status),
        ("mentions", "realis", models.Realis),
        ("entities", "kind", models.EntityKind),
        ("participants", "role", models.Role),
        ("figures", "measure", models.Measure),
        ("figures", "bound", models.Bound),
    ],
)
def test_enums_are_those_of_the_models(name: str, column: str, literal: object):
    assert [value for value, _ in _field(name, column).values] == list(typing.get_args(literal))


def test_event_types_are_the_rule_files():
    for name in ("events", "mentions"):
        assert [value for value, _ in _field(name, "event_type").values] == list(event_types())


def test_every_column_and_value_says_what_it_means():
    for each in all_resources():
        for field in each.field:
            assert field.meaning.endswith(".") and field.example != ""
            assert all(meaning for _, meaning in field.values)


def test_every_example_keeps_its_own_constraints():
    for field in (field for each in all_resources() for field in each.field):
        kind = {"string": str, "integer": int, "number": (int, float), "date": str}[field.type]
        assert isinstance(field.example, kind)
        if field.values:
            assert field.example in [value for value, _ in field.values]
        if field.type == "date":
            assert dt.date.fromisoformat(str(field.example))
        if field.format == "edtf":
            assert read_edtf(str(field.example))


def test_arrow_schema_and_descriptors_have_the_same_columns():
    for each in all_resources():
        arrow = arrow_schema(each)
        for kind in KINDS:
            fields = typing.cast("list[dict]", table_schema(each, kind)["fields"])
            assert [f["name"] for f in fields] == arrow.names == list(each.columns)
            required = [bool(f.get("constraints", {}).get("required")) for f in fields]
            assert required == [not f.nullable for f in arrow]


def test_parquet_descriptor_avoids_what_stock_frictionless_misreads():
    for each in all_resources():
        found = table_schema(each, "parquet")
        assert found["missingValues"] == []
        for field, arrow in zip(typing.cast("list[dict]", found["fields"]), arrow_schema(each), strict=True):
            limits = {"minimum", "maximum"} & set(field.get("constraints", {}))
            assert not (arrow.nullable and (limits or pa.types.is_integer(arrow.type)))
    tree = describe(DatasetMeta(), "parquet", dict.fromkeys(data_files(), Fingerprint("0" * 64, 1)))
    assert not any("bytes" in each for each in typing.cast("list[dict]", tree["resources"]))


SMALL = """
[enums.colour]
red = "red"
[[resource]]
name = "things"
title = "Things"
meaning = "One row per thing."
sort = ["id"]
[[resource.field]]
name = "id"
type = "string"
meaning = "Name."
example = "x"
"""


KEY = """fields=["id"]\nresource="no"\nreference=["id"]"""


def test_a_small_schema_is_read():
    (found,) = read_schema(SMALL, "small.toml", {})
    assert found.columns == ("id",) and found.field == (Field("id", "string", "Name.", "x"),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[[resource]]", "[resource"), "not TOML"),
        (("[enums.colour]", "[other]\n[enums.colour]"), "unknown key other"),
        (('title = "Things"', ""), "resource things: title is missing"),
        (('example = "x"', 'example = "x"\nmaximun = 3'), "field id: unknown key maximun"),
        (('type = "string"', 'type = "text"'), "unknown type text"),
        (('type = "string"', 'type = "integer"'), "a whole number that may be absent"),
        (('example = "x"', 'example = "x"\nenum = "shape"'), "no enum shape"),
        (('sort = ["id"]', 'sort = ["name"]'), "no column name in things"),
        (
            ("[[resource.field]]", f"[[resource.foreign_key]]\n{KEY}\n[[resource.field]]"),
            "no column id in no",
        ),
    ],
)  # fmt: skip
def test_a_wrong_schema_is_refused(change: tuple[str, str], message: str):
    with pytest.raises(RuleError, match=rf"small.toml.*{message}"):
        read_schema(SMALL.replace(*change), "small.toml", {})


def test_dataset_metadata_is_read_strictly():
    table = {
        "title": "T",
        "name": "t",
        "sources": [{"title": "S"}],
        "contributors": [{"title": "C", "roles": ["author"]}],
    }
    assert read_meta(table).sources == (Source("S"),)
    for wrong, message in [
        ({"titel": "T"}, "unknown key titel"),
        ({"title": 3}, "title: expected text, found 3"),
        ({"title": " "}, "title: must not be empty"),
        ({"name": "Not A Name"}, "use lower-case letters"),
        ({"licence": "all rights reserved"}, "SPDX"),
        ({"sources": "S"}, "sources: expected a list"),
        ({"sources": [{"path": "x"}]}, "sources: title is missing"),
        ({"contributors": [{"title": "C", "role": "x"}]}, "unknown key role"),
    ]:
        with pytest.raises(InputError, match=rf"^\[dataset\].*{message}"):
            read_meta(wrong)


def _d(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2018-05-24~", "2018-05-24", "2018-05-24", "day"),
        ("2018-05-24T10:30:00Z", "2018-05-24", "2018-05-24", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-02-XX", "2024-02-01", "2024-02-29", "month"),
        ("2023?", "2023-01-01", "2023-12-31", "year"),
        ("2023-XX-XX", "2023-01-01", "2023-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "interval"),
        ("19XX", "1900-01-01", "1999-12-31", "interval"),
        ("2023-34", "2023-04-01", "2023-06-30", "interval"),
        ("2018-05-20/2018-05-26", "2018-05-20", "2018-05-26", "interval"),
        ("2018-05~/2019", "2018-05-01", "2019-12-31", "interval"),
        ("2024-07-28/..", "2024-07-28", None, "interval"),
        ("../2024-07-28", None, "2024-07-28", "interval"),
        ("2024-07-28/", "2024-07-28", None, "interval"),
        ("XXXX-07-28", None, None, "partial"),
        ("XXXX-02-29", None, None, "partial"),
        ("XXXX-07", None, None, "partial"),
        ("XXXX-07-28/..", None, None, "partial"),
        ("XXXX-07-28/XXXX-07-30", None, None, "partial"),
    ],
)
def test_edtf_is_read(text: str, start: str | None, end: str | None, precision: str):
    assert read_edtf(text) == Reading(_d(start), _d(end), typing.cast("models.DatePrecision", precision))


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "../..", "/", "2018-13", "2018-02-30", "XXXX-13-01", "XXXX-02-30", "0000", "18-05-02", "2018-5-2"),
        *("May 2018", "2018-05-26/2018-05-20", "2018/2019/2020", "2018-05-24 ", "２０１８", "X", "2018~~", "9X"),
    ],
)
def test_what_is_no_edtf_is_refused(text: str):
    assert read_edtf(text) is None


def test_a_season_is_edtf_without_fixed_bounds():
    reading = read_edtf("2023-23")
    assert reading is not None and reading.precision == "interval" and not reading.bounded


_DATES = st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31))
_FORMS = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"])


@given(_DATES, _FORMS)
def test_bounds_agree_with_the_edtf_package(day: dt.date, form: str):
    text = day.strftime(form)
    reading, oracle = read_edtf(text), edtf.parse_edtf(text)
    assert reading is not None and reading.start and reading.end
    assert reading.start.timetuple()[:3] == oracle.lower_strict()[:3]
    assert reading.end.timetuple()[:3] == oracle.upper_strict()[:3]


@given(_DATES, _DATES, _FORMS, _FORMS)
def test_intervals_agree_with_the_edtf_package(one: dt.date, other: dt.date, form: str, form2: str):
    first, last = sorted((one, other))
    text = f"{first.strftime(form)}/{last.strftime(form2)}"
    reading, oracle = read_edtf(text), edtf.parse_edtf(text)
    assert reading and reading.start and reading.start.timetuple()[:3] == oracle.lower_strict()[:3]
    assert reading.end and reading.end.timetuple()[:3] == oracle.upper_strict()[:3]


@given(st.text())
def test_any_text_is_read_or_refused(text: str):
    assert read_edtf(text) is None or isinstance(read_edtf(text), Reading)


def _field(name: str, column: str) -> Field:
    return next(field for field in resource(name).field if field.name == column)
