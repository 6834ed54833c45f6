"""Numbers and dates as a locale writes them, in labels, tables and words; the project's English where none is asked."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from tests.charts.browsing import chromium, opened
from tests.charts.fixture import tables
from tests.charts.many import crowded, many
from tests.charts.test_charts_geometry import WIDTHS, faults
from timeline.charts import CHARTS, ChartMeta, chart, draw
from timeline.charts.amounts import percent, votes
from timeline.charts.locales import ENGLISH, formats, formats_of, formatted
from timeline.charts.words import count, date_words, month_words
from timeline.cli import app
from timeline.errors import TimelineError

D = dt.date
ROOT = Path(__file__).parents[2]


def said() -> list[str]:
    return [
        date_words(D(2031, 5, 20), D(2031, 5, 20), "2031-05-20", "during", "day"),
        date_words(D(2031, 5, 3), D(2031, 5, 5), "", "during", "interval"),
        date_words(D(2031, 7, 29), D(2031, 8, 2), "", "within"),
        date_words(None, None, "XXXX-07-28", "during", "partial"),
        month_words(D(2031, 7, 1), D(2031, 8, 1)),
        count(12_345, "event"),
        votes(1_800_000, "more_than"),
        percent(51.95, "about"),
    ]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        (None, ["20 May 2031", "3–5 May 2031", "between 29 Jul and 2 Aug 2031", "28 July, year not known",
                "July–August 2031", "12,345 events", "more than 1.8 million votes", "about 51.95%"]),
        ("de", ["20. Mai 2031", "3.–5. Mai 2031", "between 29. Juli 2031 and 2. Aug. 2031",
                "28. Juli, year not known", "Juli–August 2031", "12.345 events", "more than 1,8 million votes",
                "about 51,95\xa0%"]),
        ("en-US", ["May 20, 2031", "May 3 – 5, 2031", "between Jul 29, 2031 and Aug 2, 2031",
                   "July 28, year not known", "July – August 2031", "12,345 events", "more than 1.8 million votes",
                   "about 51.95%"]),
    ],
)  # fmt: skip
def test_dates_and_numbers_follow_the_locale_and_words_stay(locale: str | None, words: list[str]) -> None:
    with formatted(locale):
        found = [" ".join(one.replace("\u2009", " ").split(" ")) for one in said()]
    assert found == words
    assert formats() is ENGLISH  # as before


def test_english_is_what_charts_say_without_a_locale() -> None:
    assert formats_of("en") is ENGLISH


@pytest.mark.parametrize(
    ("locale", "why"), [("klingon", "is not known"), ("", None), ("ja", "has no 年 月"), ("ar", "the font")]
)
def test_a_locale_that_cannot_be_drawn_is_refused(locale: str, why: str | None) -> None:
    if why is None:
        with formatted(locale):
            assert formats() is ENGLISH
        return
    with pytest.raises(TimelineError, match=why):
        chart("timeline", tables(), locale=locale)


def test_labels_table_and_words_of_a_chart_follow_it(tmp_path: Path) -> None:
    options = ["--locale", "de", "--only", "election_results", "--formats", "svg,csv,html", "--out", str(tmp_path)]
    done = CliRunner().invoke(app, ["charts", str(ROOT), *options], catch_exceptions=False)
    assert done.exit_code == 0
    for name in ("election_results.svg", "election_results.html"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "20. Mai 2018" in text
        assert "20 May 2018" not in text
    rows = list(csv.DictReader((tmp_path / "election_results.csv").read_text(encoding="utf-8").splitlines()))
    assert (rows[0]["date"], rows[0]["start_date"], rows[0]["votes"]) == ("20. Mai 2018", "2018-05-20", "5800000")
    assert rows[0]["votes_in_words"] == "5,8 million votes"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def test_long_dates_keep_apart_on_pages(browser: Browser, tmp_path: Path) -> None:
    draw(crowded(many(40)), ChartMeta("Votes in the islands"), tmp_path, formats="html", locale="pt-BR")
    for name in CHARTS:
        page, wrong = opened(browser, tmp_path / f"{name}.html", WIDTHS[0])
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert faults(page) == {}, (name, width)
        assert wrong == []
        page.context.close()
