"""What pictures and lists show of little, of much, and of what is asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from tests.charts.fixture import EVENTS, tables
from tests.charts.many import many
from tests.charts.markup import Page
from timeline.charts import ChartMeta, chart, draw
from timeline.errors import PackageError, TimelineError

META = ChartMeta("Votes in the islands", "CC BY 4.0", version="1.2.0")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("n", [0, 1])
def test_no_or_one_event_gives_an_honest_picture(tmp_path: Path, n: int) -> None:
    draw(tables(EVENTS[5 : 5 + n]), META, tmp_path, formats=("html", "svg"))
    svg = (tmp_path / "timeline.svg").read_text(encoding="utf-8")
    assert ("There are no such events in this dataset." in svg) == (n == 0)
    assert "No election results are told in this dataset." in (tmp_path / "election_results.svg").read_text()


def test_a_lower_bound_is_never_drawn_or_said_as_an_exact_figure() -> None:
    data = tables()
    exact = data["election_results"].assign(votes_bound="exact")
    told = chart("election_results", data).to_dict()
    assert "more than 1.8 million votes" in json.dumps(told)
    assert "almost 97% of ballots counted" in json.dumps(told)
    assert "turnout about 46%" in json.dumps(told)
    plain = chart("election_results", data | {"election_results": exact}).to_dict()
    assert len(json.dumps(shapes(told, "rule"))) > len(json.dumps(shapes(plain, "rule")))


def shapes(spec: dict[str, object], kind: str) -> list[object]:
    layers = spec["layer"]
    assert isinstance(layers, list)
    return [layer["data"] for layer in layers if layer["mark"]["type"] == kind]


def test_rival_announcements_stand_beside_each_other() -> None:
    data = tables()
    rival = (
        data["election_results"].iloc[[0]].assign(votes=3_100_000.0, share=None, announced_by="the Observers' Union")
    )
    data["election_results"] = pd.concat([data["election_results"], rival], ignore_index=True)
    words = json.dumps(chart("election_results", data).to_dict(), ensure_ascii=False)
    assert "3.1 million votes (the Observers' Union)" in words
    assert "5.8 million votes · about 68% (National Vote Council)" in words
    assert "Rival figures stand beside each other" in words


def test_a_candidate_without_figures_has_no_bar() -> None:
    data = tables()
    data["election_results"] = data["election_results"].assign(votes=None, share=None)
    words = json.dumps(chart("election_results", data).to_dict())
    assert "no figure given" in words
    assert "million" not in words


def test_options_choose_and_refuse() -> None:
    data = tables()
    words = json.dumps(chart("timeline", data, types="election", end="2020-01-01", title="Polls", width=700).to_dict())
    assert "Polls" in words
    assert "2 events" in words  # one in time, one whose date nobody knows
    assert "Chosen from 17 events" in words
    assert "28 Jul 2024" not in words
    for wrong, said in (
        ({"types": "picnic"}, "types: no event has 'picnic'; the data has coup, cyberattack"),
        ({"start": "soon"}, "start='soon': not a day"),
        ({"width": 10}, "width=10: a chart needs at least 240 pixels"),
        ({"limit": 0}, "limit=0"),
    ):
        with pytest.raises(TimelineError, match=re.escape(said)):
            chart("timeline", data, **wrong)
    with pytest.raises(TimelineError, match="chart 'pie' is not known; there are timeline, election_results"):
        chart("pie", data)


def test_a_large_dataset_is_counted_in_full_and_listed_in_part(tmp_path: Path) -> None:
    draw(tables(many(1400)), META, tmp_path, formats=("html", "csv"))
    page = Page(tmp_path / "timeline.html")
    assert all(page.quotes.get(target) for target in page.targets)
    text = (tmp_path / "timeline.html").read_text(encoding="utf-8")
    assert len([key for key in page.quotes if key.startswith("e-")]) == 1000
    assert "400 more events, with their quotes, are in the data package" in text
    assert "1,400 events" in text
    assert "The first 1,000 of 1,400 rows" in text
    assert len((tmp_path / "timeline.csv").read_text(encoding="utf-8").splitlines()) == 1401


def test_more_elections_than_fit_are_counted() -> None:
    rows = [(f"v{n}", "election", "", f"Vote {n}", *EVENTS[0][4:]) for n in range(30)]
    data = tables(rows)
    results = pd.concat([tables()["election_results"].iloc[[0]].assign(event_id=f"v{n}") for n in range(30)])
    words = json.dumps(chart("election_results", data | {"election_results": results}).to_dict())
    assert "6 more elections, listed under the chart" in words
    assert "30 elections, figures as" in words


def test_missing_tables_and_columns_are_named() -> None:
    data = tables()
    with pytest.raises(PackageError, match="mentions: no column quote"):
        chart("timeline", data | {"mentions": data["mentions"].drop(columns="quote")})
    with pytest.raises(PackageError, match="recognitions: this table is missing"):
        chart("recognitions", {name: table for name, table in data.items() if name != "recognitions"})
