"""Who counts as a source for an event: those who say that it happened, not those who take it as known."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.charts.fixture import tables
from timeline.charts import claims
from timeline.charts.frame import ChartMeta
from timeline.charts.view import view_of
from timeline.charts.voices import Claimed, claimed

DAY = dt.date(2031, 5, 4)
EVENT = (
    "vote", "election", "", "Election in Madagascar", DAY, DAY, "2031-05-04", "day", "during", "stated", "reported",
    "a1", "The islands voted on Sunday, the commission said.", "the commission", "", "",
)  # fmt: skip


def told(second: dict[str, object], figure: str = "") -> tuple[Claimed, dict[str, pd.DataFrame]]:
    """The claims on an event that a second mention tells of as well."""
    data = tables([EVENT])
    first = data["mentions"].iloc[0].to_dict() | {"merge_rule": "first", "realis": "actual"}
    row = first | {"mention_id": "second", "claimant": "Ana Sol", "realis": "actual"} | second
    data["mentions"] = pd.DataFrame([first, row])
    given = {"mention_id": "second", "event_id": "vote", "measure": figure, "value": 46.0, "bound": "about"}
    data["figures"] = pd.DataFrame([given] if figure else [], columns=list(given))
    return claimed(view_of(data, ChartMeta()))[0], data


BACK = {"merge_rule": "refers back: 'election'", "quote": "Ana Sol said she did not recognise the election."}


@pytest.mark.parametrize(
    ("second", "figure", "stance"),
    [
        (BACK, "", "refers"),
        (BACK, "turnout", "says"),  # it adds a figure
        (BACK | {"date_text": "on Sunday"}, "", "says"),  # it adds a date
        (BACK | {"realis": "denied"}, "", "denies"),
        (BACK | {"realis": "planned"}, "", "announces"),
        ({"merge_rule": "same type, country and date 2031-05-04"}, "", "says"),
        ({"merge_rule": None}, "", "says"),
    ],
)
def test_a_mention_that_takes_the_event_as_known_agrees_with_nobody(
    second: dict[str, object], figure: str, stance: str
) -> None:
    one, _ = told(second, figure)
    assert {voice.name: voice.stance for voice in (*one.voices, *one.referring)}["Ana Sol"] == stance
    assert ("Ana Sol" in {voice.name for voice in one.agreeing}) == (stance in ("says", "announces"))


def test_who_only_refers_to_an_event_is_in_the_table_and_not_in_the_picture() -> None:
    _, data = told(BACK)
    view = view_of(data, ChartMeta())
    drawn = " ".join(shape.text for shape in claims.scene(view).shapes if hasattr(shape, "text"))
    assert "1 source" in drawn
    assert "Ana Sol" not in drawn
    sheet = claims.sheet(view)
    names = [column.name for column in sheet.columns]
    rows = [dict(zip(names, row.cells, strict=True)) for row in sheet.rows]
    assert [(row["source"], row["stance"]) for row in rows] == [
        ("the commission", "says so"),
        ("Ana Sol", "refers to it"),
    ]
