"""The page of marked expressions, the rows of `timeline dates`, and the scorer."""

import json
import re

from timeline.models import Article
from timeline.timex import dates, render_html, to_timex_rows
from timeline.timex.evaluate import evaluate, render
from timeline.timex.rows import COLUMNS

HOSTILE = 'On Sunday <script>alert("x")</script> & "July 28" fell.'


def test_rows_have_the_columns_and_their_text():
    rows = to_timex_rows("a", dates(HOSTILE, "2024-07-31"))
    assert [tuple(row) for row in rows] == [COLUMNS] * 2
    assert all(HOSTILE[row["start"] : row["end"]] == row["text"] for row in rows)
    assert json.loads(json.dumps(rows[0]))["value"] == "2024-07-28"


def test_page_is_complete_escaped_and_reachable_by_keyboard():
    article = Article("a", HOSTILE, title="<b>T</b>", published="2024-07-31")
    page = render_html(article, dates(HOSTILE, "2024-07-31"))
    assert page.startswith("<!doctype html>") and '<html lang="en">' in page and 'name="viewport"' in page
    assert "<script>" not in page and "<b>T" not in page
    assert page.count('tabindex="0"') == 2
    assert "DATE 2024-07-28" in page and "published 2024-07-31" in page
    body = re.search(r'<main class="text">(.*)</main>', page, re.S)[1]
    assert re.sub(r"<[^>]*>", "", re.sub(r'<span class="note".*?</span>', "", body)).replace("&quot;", '"').replace(
        "&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == HOSTILE  # fmt: skip


def test_page_of_a_text_without_dates():
    assert "0 date expressions" in render_html(Article("a", "Nothing."), ())


GOLD = [
    {
        "doc": "d1",
        "text": "It fell on Sunday; 3 May 2020, for two days; Gate 2001.",
        "timexes": [
            {"start": 11, "end": 17, "type": "DATE", "value": "2020-05-03", "doubtful": False},
            {"start": 19, "end": 29, "type": "DATE", "value": "2020-05-03", "doubtful": False},
            {"start": 35, "end": 43, "type": "DURATION", "value": "P2D", "doubtful": True},
        ],
        "distractor_spans": [{"start": 50, "end": 54}],
    }
]


def test_scores_by_hand():
    predicted = [
        {"doc": "d1", "start": 11, "end": 18, "type": "DATE", "value": "2020-05-03"},
        {"doc": "d1", "start": 21, "end": 29, "type": "DATE", "value": "2020-05"},
        {"doc": "d1", "start": 50, "end": 54, "type": "DATE", "value": "2001"},
        {"doc": "other", "start": 0, "end": 4, "type": "DATE", "value": "2001"},
    ]
    scores = evaluate(GOLD, predicted)
    rates = scores.all.rates
    assert (rates["strict"].hits, rates["relaxed"].hits, rates["value"].hits) == (1, 2, 1)
    assert (rates["relaxed"].precision, rates["relaxed"].recall, rates["relaxed"].f1) == (66.67, 66.67, 66.67)
    assert (rates["date_value_exact"].hits, rates["date_value_exact"].annotated) == (1, 2)
    assert rates["date_value_month"].hits == 2
    assert scores.all.distractors == (1, 1)
    assert scores.without_doubtful.rates["relaxed"].recall == 100.0
    assert [miss.kind for miss in scores.all.misses] == ["VALUE", "MISS", "SPUR"]
    assert "distractors tagged: 1 of 1" in render(scores, True)


def test_expressions_can_be_scored_as_they_are():
    scores = evaluate(GOLD, {"d1": dates(GOLD[0]["text"], "2020-05-05")})
    assert scores.all.rates["value"].f1 == 100.0
    assert scores.all.distractors == (0, 1)
