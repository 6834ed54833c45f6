"""Nothing overlaps, nothing is dropped, and dates are never more exact than the data."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.fixture import tables
from tests.charts.many import many
from timeline.charts import CHARTS, ChartMeta
from timeline.charts.axis import lay_out, pieces, position, ticks
from timeline.charts.choose import chosen
from timeline.charts.items import items
from timeline.charts.lanes import axis_of
from timeline.charts.marks import approximate, known, mark, reach
from timeline.charts.measure import LINE, clean, shorten, width, wrap
from timeline.charts.pack import pack
from timeline.charts.scene import Box, Hit, Scene, Text
from timeline.charts.style import GROUPS, MUTED, PAPER, TEXT
from timeline.charts.view import view_of
from timeline.charts.words import country_words, date_words, gap_words, is_country, month_words

D = dt.date


def box_of(text: Text) -> Box:
    wide = width(text.text, text.size, text.weight)
    x = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    return Box(x, text.y - text.size * 0.95, x + wide, text.y + text.size * (LINE - 1.01))


def clashes(scene: Scene) -> list[tuple[str, str]]:
    texts = [shape for shape in scene.shapes if isinstance(shape, Text)]
    boxes = [(box_of(text), text.text) for text in texts]
    return [(a[1], b[1]) for a, b in combinations(boxes, 2) if a[0].overlaps(b[0])]


def outside(scene: Scene) -> list[str]:
    texts = [shape for shape in scene.shapes if isinstance(shape, Text)]
    return [
        text.text
        for text in texts
        if (box := box_of(text)).x < -0.5 or box.x2 > scene.width + 0.5 or box.y < 0 or box.y2 > scene.height
    ]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("wide", [1160, 900, 640, 360, 240])
def test_no_text_overlaps_or_leaves_the_picture(name: str, wide: int) -> None:
    view = view_of(tables(), ChartMeta("Votes in the islands", "CC BY 4.0"), wide < 700, wide)
    scene = CHARTS[name].scene(view)
    assert clashes(scene) == []
    assert outside(scene) == []


@given(
    st.integers(0, 60),
    st.integers(1, 40),
    st.integers(0, 10**6),
    st.sampled_from([(1160, False), (700, False), (360, True)]),
)
@settings(max_examples=25, deadline=None)
def test_timelines_of_any_events_do_not_overlap(n: int, years: int, seed: int, size: tuple[int, bool]) -> None:
    view = view_of(tables(many(n, years, seed)), ChartMeta(), size[1], size[0])
    scene = CHARTS["timeline"].scene(view)
    assert clashes(scene) == []
    assert outside(scene) == []


@given(
    st.lists(
        st.tuples(st.floats(0, 1000), st.floats(1, 400), st.floats(1, 90)).map(
            lambda b: Box(b[0], 0, b[0] + b[1], b[2])
        ),
        max_size=40,
    )
)
@settings(max_examples=120, deadline=None)
def test_packed_boxes_keep_their_distance(boxes: list[Box]) -> None:
    downs = pack(boxes, 14, 10)
    placed = [Box(box.x, box.y + down, box.x2, box.y2 + down) for box, down in zip(boxes, downs, strict=True)]
    assert all(down >= 0 for down in downs)
    assert not any(a.overlaps(b, 14, 10 - 1e-3) for a, b in combinations(placed, 2))
    # The first of the boxes in a column is at the top: nothing is pushed down without need.
    assert not boxes or downs[0] == 0


def test_two_bursts_years_apart_get_an_axis_in_two_pieces_with_a_gap_between() -> None:
    found = axis_of(items(tables()), 1128)
    assert [(piece.first, piece.last) for piece in found] == [
        (D(2018, 5, 20), D(2018, 5, 26)),
        (D(2024, 7, 28), D(2024, 7, 31)),
    ]
    assert gap_words((found[1].first - found[0].last).days) == "6 years"
    assert found[1].x - found[0].x2 > 50


def test_events_all_over_a_time_get_one_piece() -> None:
    assert len(axis_of(items(tables(many(60))), 1128)) == 1


@given(st.integers(1, 30), st.integers(1, 60), st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_time_runs_from_left_to_right_across_pieces_and_gaps(n: int, years: int, seed: int) -> None:
    found = lay_out(pieces(items(tables(many(n, years, seed))), 4), 0, 1128, 70, 46, 250)
    if not found:
        return
    days = sorted({found[0].first + dt.timedelta(days=97 * at) for at in range(years * 4)} | {p.last for p in found})
    places = [position(found, day) for day in days]
    assert all(a <= b + 1e-6 for a, b in pairwise(places))
    assert all(-1e-6 <= x <= 1128 + 1e-6 for x in places)
    for piece in found:
        assert all(piece.first <= day <= piece.last for day, _ in ticks(piece))


@given(st.integers(0, 120), st.integers(1, 50))
def test_what_gets_no_label_is_counted(n: int, limit: int) -> None:
    everything = items(tables(many(n)))
    labelled, rest = chosen(everything, limit)
    assert sorted(labelled + rest, key=lambda item: item.order) == list(everything)
    assert len(labelled) == min(n, limit)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_event_beyond_the_limit_is_told_in_the_picture(narrow: bool) -> None:
    view = view_of(tables(many(200)), ChartMeta(), narrow)
    scene = CHARTS["timeline"].scene(view)
    labelled = chosen(view.items, view.limit)[0]
    targets = {shape.target for shape in scene.shapes if isinstance(shape, Hit)}
    assert {item.anchor for item in labelled} <= targets
    words = [shape.text for shape in scene.shapes if isinstance(shape, Text) and " more event" in shape.text]
    counted = sum(int(text.removeprefix("+ ").partition(" ")[0]) for text in words)
    assert counted == 160


def test_the_labels_chosen_among_equals_are_spread_over_the_time() -> None:
    everything = tuple(item for item in items(tables(many(200))) if item.dated)
    labelled = chosen(everything, 20)[0]
    places = [everything.index(item) for item in labelled]
    assert max(b - a for a, b in pairwise(places)) <= len(everything) / 8


@pytest.mark.parametrize(
    ("start", "end", "edtf", "extent", "precision", "words"),
    [
        (D(2031, 5, 4), D(2031, 5, 4), "2031-05-04", "during", "day", "4 May 2031"),
        (D(2031, 5, 1), D(2031, 5, 31), "2031-05", "within", "month", "May 2031"),
        (D(2031, 1, 1), D(2031, 12, 31), "2031", "within", "year", "2031"),
        (D(2031, 4, 1), D(2031, 6, 30), "2031-34", "within", "interval", "Apr–Jun 2031"),
        (D(2031, 5, 3), D(2031, 5, 9), "2031-05-03/2031-05-09", "during", "interval", "3–9 May 2031"),
        (D(2031, 5, 3), D(2031, 6, 9), "2031-05-03/2031-06-09", "during", "interval", "3 May – 9 Jun 2031"),
        (D(2031, 5, 3), D(2031, 5, 9), "2031-05-03/2031-05-09", "within", "interval", "between 3 and 9 May 2031"),
        (D(2031, 5, 3), None, "2031-05-03/..", "during", "interval", "from 3 May 2031"),
        (D(2031, 5, 3), None, "2031-05-03/..", "within", "interval", "on or after 3 May 2031"),
        (None, D(2031, 5, 3), "../2031-05-03", "within", "interval", "by 3 May 2031"),
        (D(2031, 5, 4), D(2031, 5, 4), "2031-05-04~", "during", "day", "about 4 May 2031"),
        (D(2031, 5, 4), D(2031, 5, 4), "2031-05-04?", "during", "day", "perhaps 4 May 2031"),
        (None, None, "XXXX-07-28", "during", "partial", "28 July, year not known"),
        (None, None, "XXXX-07", "during", "partial", "July, year not known"),
        (None, None, "XXXX-99-28", "during", "partial", "date not known"),
        (None, None, "", "during", "unknown", "date not known"),
    ],
)
def test_dates_in_words(
    start: dt.date | None, end: dt.date | None, edtf: str, extent: str, precision: str, words: str
) -> None:
    assert date_words(start, end, edtf, extent, precision) == words


def test_a_month_or_a_year_never_shows_a_day() -> None:
    for item in items(tables(many(300))):
        if item.precision in ("month", "year"):
            assert not any(part.isdigit() and int(part) < 32 for part in item.when.split())
            assert known(item) == "within"


def test_months_and_countries_in_words() -> None:
    assert month_words(D(2031, 5, 3), D(2031, 5, 9)) == "May 2031"
    assert month_words(D(2031, 5, 3), D(2031, 7, 9)) == "May–July 2031"
    assert month_words(D(2030, 12, 3), D(2031, 2, 9)) == "Dec 2030–Feb 2031"
    assert [country_words(code) for code in ("BOL", "IRN", "KOR", "XKX", "RUS", "ZZZ")] == [
        "Bolivia", "Iran", "South Korea", "Kosovo", "Russia", "ZZZ",
    ]  # fmt: skip
    assert is_country("the Dominican Republic", "DOM")
    assert not is_country("the president of the senate", "DOM")


@given(st.text(max_size=60), st.floats(20, 400))
def test_wrapped_lines_fit_and_keep_every_character(text: str, room: float) -> None:
    lines = wrap(clean(text), room, 13)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert all(width(line, 13) <= room or len(line) == 1 for line in lines)
    assert width(shorten(clean(text), room, 13), 13) <= max(room, width("…", 13)) + 1e-6


def test_clean_text_cannot_break_xml_or_turn_its_neighbours() -> None:
    assert clean("a\x00b\x0b\u202ec\ud800\u2028d\n e\ufffe") == "ab c d e"


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def test_colours_are_few_and_have_the_contrast_that_text_needs() -> None:
    assert len(GROUPS) <= 6
    for colour in (*(group.colour for group in GROUPS), MUTED, TEXT):
        assert (luminance(PAPER) + 0.05) / (luminance(colour) + 0.05) >= 4.5


# How dichromats see, in linear RGB, after Viénot, Brettel and Mollon 1999; tritan in one half-plane only.
_SIGHT = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritan": ((1.0, 0.14461, -0.14461), (0.0, 0.85924, 0.14076), (0.0, 0.85924, 0.14076)),
}


@pytest.mark.parametrize("sight", _SIGHT)
def test_colours_stay_apart_for_every_reader(sight: str) -> None:
    def seen(colour: str) -> tuple[float, float, float]:
        rgb = linear(colour)
        r, g, b = (min(max(sum(m * c for m, c in zip(row, rgb, strict=True)), 0.0), 1.0) for row in _SIGHT[sight])
        x, y, z = (
            (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
            0.2126 * r + 0.7152 * g + 0.0722 * b,
            (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
        )
        fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
        return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)

    for a, b in combinations(GROUPS, 2):
        distance = sum((p - q) ** 2 for p, q in zip(seen(a.colour), seen(b.colour), strict=True)) ** 0.5
        assert distance > 18, (sight, a.name, b.name, distance)


def test_kinds_of_dates_and_statuses_are_drawn_differently() -> None:
    item = items(tables())[0]
    day = D(2031, 5, 1)
    forms = {
        "day": replace(item, start=day, end=day),
        "lasted": replace(item, start=day, end=D(2031, 5, 9), extent="during", precision="interval"),
        "within": replace(item, start=day, end=D(2031, 5, 9), extent="within", precision="interval"),
        "open": replace(item, start=day, end=None),
        "unknown": replace(item, start=None, end=None),
    }
    drawings = set()
    for form, one in forms.items():
        assert known(one) == form
        for status in ("reported", "alleged"):
            drawings.add(repr(mark(replace(one, status=status), 100, 160, 9)))
    assert len(drawings) == 2 * len(forms)
    for form in ("day", "lasted", "within"):
        about = replace(forms[form], edtf="2031-05-01~")
        assert approximate(about)
        assert len(mark(about, 100, 160, 9)) == len(mark(forms[form], 100, 160, 9)) + 2
        assert reach(about, 100, 160)[0] < reach(forms[form], 100, 160)[0]
    dots = {repr(mark(replace(forms["day"], status=s), 9, 9, 9)) for s in ("reported", "alleged", "planned", "denied")}
    assert len(dots) == 4
