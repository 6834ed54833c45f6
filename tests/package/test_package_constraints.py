"""Every declared constraint, key and rule, broken once, is found with its place; nothing else is accused of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.package.published import filled_row, fixture_tables, found, publish, with_cell, with_row_twice
from timeline.package import all_resources, validate
from timeline.package.schema import Field
from timeline.package.tables import Tables

D = dt.date
FAR = 5_000_000  # a day far beyond the year 9999

#  kind of constraint -> (its rule, fields that have it, a value that breaks it)
Breaker = tuple[str, Callable[[Field], bool], Callable[[Field], object]]
FIELD_CONSTRAINTS: dict[str, Breaker] = {
    "required": ("required", lambda f: f.required, lambda f: None),
    "empty text": ("absent text", lambda f: f.type == "string", lambda f: ""),
    "not a number": ("a finite number", lambda f: f.type == "number", lambda f: float("nan")),
    "infinite": ("a finite number", lambda f: f.type == "number", lambda f: float("inf")),
    "beyond the calendar": ("a day of the years", lambda f: f.type == "date", lambda f: FAR),
    "enum": ("enum", lambda f: bool(f.values), lambda f: "nonsense"),
    "minimum": ("minimum", lambda f: f.minimum is not None, lambda f: f.minimum - 1),
    "maximum": ("maximum", lambda f: f.maximum is not None, lambda f: f.maximum + 0.001),
    "pattern": ("pattern", lambda f: bool(f.pattern), lambda f: "n0 such"),
    "format": ("format", lambda f: f.format == "edtf", lambda f: "2021-02-30"),
}


@pytest.mark.parametrize("kind", FIELD_CONSTRAINTS)
def test_every_field_with_the_constraint_is_checked(kind: str, tmp_path: Path):
    rule, has_it, breaks_it = FIELD_CONSTRAINTS[kind]
    broken = [(each, field) for each in all_resources() for field in each.field if has_it(field)]
    tables = fixture_tables()
    for each, field in broken:
        row = filled_row(tables, each, field.name)
        tables = with_cell(tables, each.name, row, **{field.name: breaks_it(field)})
    problems = validate(publish(tables, tmp_path / "package"))
    missed = [
        f"{e.name}.{f.name}"
        for e, f in broken
        if not found(problems, f"data/{e.name}.parquet", f"column {f.name}", rule)
    ]
    assert broken and not missed


def test_every_constraint_of_a_field_is_broken_above():
    fields = [field for each in all_resources() for field in each.field]
    assert all(any(has_it(f) for _, has_it, _ in FIELD_CONSTRAINTS.values()) for f in fields if f.type != "integer")


KEYS = [(each.name, key) for each in all_resources() for key in (each.primary_key, *each.unique) if key]
FOREIGN = [(each.name, key) for each in all_resources() for key in each.foreign_key]


@pytest.mark.parametrize(("name", "key"), KEYS, ids=str)
def test_a_key_twice_is_found(name: str, key: tuple[str, ...], tmp_path: Path):
    problems = validate(publish(with_row_twice(fixture_tables(), name), tmp_path / "package"))
    hits = [p for p in problems if p.file == f"data/{name}.parquet" and p.rule.endswith(f"{', '.join(key)} only once")]
    assert len(hits) == 2 and all("row " in p.place for p in hits)


@pytest.mark.parametrize(("name", "key"), FOREIGN, ids=lambda v: v if isinstance(v, str) else v.fields[0])
def test_a_reference_to_nothing_is_found(name: str, key, tmp_path: Path):
    (column,) = key.fields
    table = next(each for each in all_resources() if each.name == name)
    tables = fixture_tables()
    tables = with_cell(tables, name, filled_row(tables, table, column), **{column: "nowhere"})
    problems = validate(publish(tables, tmp_path / "package"))
    assert found(problems, f"data/{name}.parquet", f"column {column}", "foreign key")
    assert any("nowhere" in p.seen for p in problems)


def _row(tables: Tables, name: str, /, **cells: object) -> int:
    rows = tables[name].to_pylist()
    return next(n for n, row in enumerate(rows) if all(row[key] == value for key, value in cells.items()))


#  (resource, rule) -> what to look a row up by, what to put into it
RULES: dict[tuple[str, str], list[tuple[dict[str, object], dict[str, object]]]] = {
    ("articles", "window_in_order"): [
        ({"published_basis": "address"}, {"published_earliest": D(2018, 12, 1)}),
    ],
    ("articles", "stated_date_is_given"): [({"published_basis": "stated"}, {"published": None})],
    ("articles", "unknown_date_has_no_window"): [
        ({"published_basis": "unknown"}, {"published_earliest": D(2018, 1, 1)}),
        ({"published_basis": "unknown"}, {"published_latest": D(2018, 1, 1)}),
    ],
    ("events", "dates_in_order"): [({"date_precision": "day"}, {"end_date": D(1999, 1, 1)})],
    ("events", "bounds_agree_with_edtf"): [
        ({"date_precision": "day"}, {"date_edtf": "2017-06-10"}),
        ({"date_precision": "month"}, {"end_date": D(2018, 11, 29)}),
        ({"date_precision": "partial"}, {"start_date": D(2018, 7, 28)}),
        ({"date_precision": "unknown"}, {"start_date": D(2018, 7, 28)}),
        ({"date_edtf": "2019-03-03/.."}, {"end_date": D(2019, 3, 4)}),
    ],
    ("events", "precision_agrees_with_edtf"): [
        ({"date_precision": "day"}, {"date_precision": "interval"}),
        ({"date_precision": "partial"}, {"date_precision": "unknown"}),
        ({"date_precision": "unknown"}, {"date_precision": "day"}),
    ],
    ("events", "precision_agrees_with_bounds"): [
        ({"date_precision": "day"}, {"end_date": None}),
        ({"date_precision": "month"}, {"start_date": D(2018, 11, 2)}),
        ({"date_precision": "year"}, {"end_date": D(2018, 12, 30)}),
        ({"date_edtf": "2019-03-03/.."}, {"start_date": None}),
        ({"date_precision": "partial"}, {"end_date": D(2018, 7, 28)}),
    ],
    ("events", "coordinates_in_pairs"): [({"place": "Riga"}, {"latitude": None})],
    ("events", "mentions_are_counted"): [
        ({"event_type": "detention", "status": "reported"}, {"n_mentions": 3}),
        ({"event_type": "inauguration"}, {"n_articles": 1}),
        ({"event_type": "coup"}, {"event_id": "nobody-tells-this"}),
    ],
    ("mentions", "quote_fills_its_offsets"): [
        ({"trigger": "froze"}, {"end_char": 1000}),
        ({"trigger": "held"}, {"quote": "According to organisers, at least 500 people were held!!"}),
    ],
    ("mentions", "trigger_stands_in_quote"): [
        ({"trigger": "froze"}, {"trigger": "frozen"}),
        ({"trigger": "froze"}, {"trigger_start": 0}),
        ({"trigger": "froze"}, {"trigger_end": 10_000}),
        ({"trigger": "coup"}, {"trigger": "Coup"}),
    ],
    ("mentions", "type_agrees_with_event"): [({"trigger": "froze"}, {"event_type": "coup"})],
    ("mentions", "realis_can_make_event"): [({"trigger": "froze"}, {"realis": "demanded"})],
    ("participants", "event_is_that_of_the_mention"): [
        ({"name": "Norway"}, {"event_id": None}),
        ({"name": "Norway"}, {"event_id": "NOR-elsewhere"}),
        ({"name": "Opposition lawmakers"}, {"event_id": "EST-2017-06-12-protest-77c0"}),
    ],
    ("figures", "value_lies_between_low_and_high"): [
        ({"as_written": "more than 340"}, {"value": 339.0}),
        ({"as_written": "almost 97 percent"}, {"value": 98.0}),
        ({"as_written": "eleven"}, {"low": 12.0}),
    ],
    ("figures", "shares_are_percent"): [
        ({"measure": "ballots_counted"}, {"value": 101.0, "high": 101.0}),
        ({"as_written": "about 43.2 percent"}, {"value": 432.0}),
        ({"as_written": "about 43.2 percent"}, {"value": 432.0, "unit": "voters"}),
    ],
    ("figures", "event_is_that_of_the_mention"): [({"as_written": "eleven"}, {"event_id": None})],
    ("election_results", "event_is_election"): [({"votes": 412000}, {"event_id": "ISL-undated-coup-3b3b"})],
    ("election_results", "mention_tells_the_event"): [
        ({"votes": 412000}, {"mention_id": "letters-page-1-protest"}),
    ],
    ("election_results", "bounds_come_with_numbers"): [
        ({"votes": 412000}, {"votes": None}),
        ({"votes": 412000}, {"share": None}),
        ({"votes": 412000}, {"ballots_counted": None}),
    ],
    ("recognitions", "event_is_recognition"): [({"actor": "Malta"}, {"event_id": "ISL-undated-coup-3b3b"})],
    ("recognitions", "election_is_election"): [({"actor": "Malta"}, {"election_id": "ISL-undated-coup-3b3b"})],
    ("recognitions", "mention_tells_the_event"): [({"actor": "Malta"}, {"mention_id": "letters-page-1-protest"})],
    ("recognitions", "dates_in_order"): [({"actor": "Malta"}, {"end_date": D(2017, 6, 1)})],
    ("recognitions", "one_decision_per_election"): [({"actor": "Malta"}, {"actor": "Finland", "stance": "recognises"})],
}


def test_every_declared_rule_is_broken_here():
    assert set(RULES) == {(each.name, rule.name) for each in all_resources() for rule in each.rule}


@pytest.mark.parametrize(
    ("name", "rule", "lookup", "cells"),
    [(*key, lookup, cells) for key, cases in RULES.items() for lookup, cells in cases],
    ids=[f"{'.'.join(key)}:{n}" for key, cases in RULES.items() for n in range(len(cases))],
)
def test_a_broken_rule_is_found(name: str, rule: str, lookup: dict, cells: dict, tmp_path: Path):
    tables = fixture_tables()
    row = _row(tables, name, **lookup)
    problems = validate(publish(with_cell(tables, name, row, **cells), tmp_path / "package"))
    hits = [p for p in problems if p.rule.startswith(f"{rule}:")]
    assert hits and all(p.file == f"data/{name}.parquet" for p in hits)
    assert any(p.place.startswith(f"row {row + 1} ") or p.place.startswith(f"row {row + 1},") for p in hits)


def test_turnout_in_voters_may_exceed_a_hundred(tmp_path: Path):
    tables = fixture_tables()
    row = _row(tables, "figures", as_written="about 43.2 percent")
    tables = with_cell(tables, "figures", row, measure="turnout", value=432.0, unit="voters")
    assert validate(publish(tables, tmp_path / "package")) == ()


def test_many_broken_rows_are_counted(tmp_path: Path):
    tables = fixture_tables()
    for row in range(6):
        tables = with_cell(tables, "events", row, status="rumoured")
    problems = validate(publish(tables, tmp_path / "package"), limit=4)
    assert len(problems) == 5
    assert problems[-1].seen == "2 more rows break the same rule"
    assert "rumoured" in problems[0].seen and problems[0].place.startswith("row 1 (event_id: ")
