"""Figures over time: each where its date and value put it, with whiskers for bounds, and no label on another."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise

import pandas as pd
import pytest

from tests.charts.fixture import tables
from timeline.charts import figures
from timeline.charts.counts import Panel, panels_of
from timeline.charts.frame import ChartMeta
from timeline.charts.over_time import Levels, ground_of, over_time, plot
from timeline.charts.scene import Line, Rect, Symbol, Text
from timeline.charts.view import View, view_of

FIGURES = ("mention_id", "event_id", "measure", "value", "low", "high", "bound", "unit", "subject", "claimant")


def view(*given: tuple[str, float, str], width: int = 1160) -> View:
    """Figures of people held: a first day (or none), a value and a bound."""
    events, rows = [], []
    for at, (first, value, bound) in enumerate(given):
        day = dt.date.fromisoformat(first) if first else None
        precision = "day" if first else "unknown"
        events.append((
            f"e{at}", "detention", "", f"Held, number {at}", day, day, first, precision, "during", "stated", "reported",
            "a1", f"They held some, {at}.", "Port police", "", "",
        ))  # fmt: skip
        rows.append((f"m-e{at}", f"e{at}", "people", value, None, None, bound, "", "", "Port police"))
    data = tables(events)
    data["figures"] = pd.DataFrame(rows, columns=FIGURES)
    return view_of(data, ChartMeta(), width=width)


FOUR = (("2031-01-01", 10.0, "exact"), ("2031-02-01", 40.0, "at_least"), ("2031-03-01", 20.0, "about"),
        ("2031-04-10", 30.0, "exact"), ("", 25.0, "exact"))  # fmt: skip


def panel(of: View) -> Panel:
    return panels_of(of)[0]


def test_higher_is_more_and_further_right_is_later() -> None:
    dated, rest = over_time(panel(view(*FOUR))) or pytest.fail("not plotted")
    assert [given.value for given in rest.given] == [25.0]
    drawn = plot(dated, ground_of([dated], 1128), 1128)
    dots = sorted((shape for shape in drawn.shapes if isinstance(shape, Symbol)), key=lambda dot: dot.x)
    values = [given.value for given in dated.given]
    heights = [-dot.y for dot in dots]
    assert sorted(range(4), key=heights.__getitem__) == sorted(range(4), key=values.__getitem__)
    gaps = [b.x - a.x for a, b in pairwise(dots)]
    assert gaps[2] / gaps[1] == pytest.approx(40 / 28, rel=0.02)  # days between them
    dashed = [line for line in drawn.shapes if isinstance(line, Line) and line.dash == (3, 2)]
    assert {round(line.x, 3) for line in dashed} == {round(dot.x, 3) for dot in dots[1:3]}  # at least 40, about 20


def test_labels_keep_apart_and_inside() -> None:
    of = view(*((f"2031-01-{day:02}", 5.0 * day, "exact") for day in range(1, 29)))
    dated, _ = over_time(panel(of)) or pytest.fail("not plotted")
    drawn = plot(dated, ground_of([dated], 1128), 1128)
    papers = [shape for shape in drawn.shapes if isinstance(shape, Rect) and shape.fill == "#ffffff"]
    assert len(papers) == 28
    assert max(one.x2 for one in papers) <= 1128 + 3
    for one, other in combinations(papers, 2):
        assert one.x2 <= other.x or other.x2 <= one.x or one.y2 <= other.y or other.y2 <= one.y


def test_values_far_apart_go_by_powers_of_ten_and_say_so() -> None:
    levels = Levels(panel(view(*((f"2031-0{n}-01", 10.0**n, "exact") for n in range(1, 6)))))
    assert levels.logarithmic
    steps = [levels.y(10.0**n) - levels.y(10.0 ** (n + 1)) for n in range(1, 5)]
    assert steps == pytest.approx([steps[0]] * 4)
    assert not Levels(panel(view(*FOUR))).logarithmic


@pytest.mark.parametrize("of", [view(*FOUR[:3]), view(*FOUR, width=360)], ids=["few", "narrow"])
def test_few_figures_and_narrow_pictures_have_the_list(of: View) -> None:
    words = [shape.text for shape in figures.scene(of).shapes if isinstance(shape, Text)]
    assert "Bounds" not in words
    assert any("Held, number 2" in line for line in words)


def test_a_wide_picture_has_the_plot_and_all_figures() -> None:
    words = [shape.text for shape in figures.scene(view(*FOUR)).shapes if isinstance(shape, Text)]
    assert "Bounds" in words
    assert [f"Held, number {at}" in words for at in range(5)] == [True] * 5
