"""The grid of countries that recognise or refuse: one tile each, by part of the world, only where it helps."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.charts.fixture import RECOGNITION_COLUMNS, tables
from timeline.charts import recognitions
from timeline.charts.decisions import panels_of
from timeline.charts.frame import ChartMeta
from timeline.charts.grid import grid
from timeline.charts.scene import Block, Hit, Rect, Symbol, Text
from timeline.charts.view import View, view_of

DAY = dt.date(2031, 5, 4)
EVENTS = [
    (
        stance, "recognition", stance, f"Countries: {stance}", DAY, DAY, "2031-05-04", "day", "during", "stated",
        "reported", "a1", "They said so.", "", "", "",
    )
    for stance in ("recognises", "refuses")
]  # fmt: skip


def view(**countries: str) -> View:
    data = tables(EVENTS)
    rows = [
        dict.fromkeys(RECOGNITION_COLUMNS)
        | {"event_id": stance, "actor": code, "actor_country": code, "stance": stance, "mention_id": f"m-{stance}"}
        for stance, codes in countries.items()
        for code in codes.split()
    ]
    data["recognitions"] = pd.DataFrame(rows, columns=RECOGNITION_COLUMNS)
    data["events"]["country"] = "MDG"
    return view_of(data, ChartMeta())


def drawn(of: View, room: float = 1100) -> Block:
    return grid([one for panel in panels_of(of) for one in panel.decisions], room)


def test_countries_stand_by_part_of_the_world_those_who_recognise_first() -> None:
    block = drawn(view(recognises="PER FRA KEN", refuses="BRA DEU IND"))
    rows: dict[float, list[str]] = {}
    for shape in sorted((one for one in block.shapes if isinstance(one, Text)), key=lambda one: (one.y, one.x)):
        rows.setdefault(shape.y, []).append(shape.text)
    assert list(rows.values()) == [
        ["Africa", "KEN"],
        ["Americas", "PER", "BRA"],
        ["Asia", "IND"],
        ["Europe", "FRA", "DEU"],
    ]
    signs = [shape for shape in block.shapes if isinstance(shape, Symbol)]
    assert len({(one.shape, one.stroke) for one in signs}) == 2  # told apart without colour, too
    assert len([shape for shape in block.shapes if isinstance(shape, Hit)]) == 6


def test_what_is_not_reported_as_taken_has_no_tile() -> None:
    of = view(recognises="PER FRA KEN", refuses="BRA DEU IND")
    of.tables["events"]["status"] = ["reported", "planned"]
    assert drawn(view_of(of.tables, ChartMeta())).shapes == ()


@pytest.mark.parametrize("room", [330.0, 560.0, 1128.0])
def test_tiles_stay_in_their_room_and_apart(room: float) -> None:
    codes = "KEN COM MUS SYC TZA IND CHN NOR ISL JPN PER URY CHL FRA ITA ESP USA CAN MEX BRA ARG AUS NZL"
    block = drawn(view(recognises=codes, refuses="DEU"), room)
    tiles = [shape for shape in block.shapes if isinstance(shape, Rect)]
    assert len(tiles) == 24
    assert max(one.x2 for one in tiles) <= room
    assert max(one.y2 for one in tiles) <= block.height
    assert len({(one.x, one.y) for one in tiles}) == 24


@pytest.mark.parametrize(
    "countries",
    [{"recognises": "PER FRA", "refuses": "BRA DEU IND"}, {"recognises": "PER FRA KEN BRA DEU IND NOR", "refuses": ""}],
    ids=["few", "all alike"],
)
def test_few_countries_or_all_alike_have_lists_alone(countries: dict[str, str]) -> None:
    of = view(**countries)
    assert drawn(of).shapes == ()
    assert recognitions.scene(of).height > 100
