"""The size of a protest as the next sentence gives it, and who gives it."""

from __future__ import annotations

import pytest

from timeline.models import Article
from timeline.pipeline import read_article

TEXTS = [
    ("Farmers rallied in the capital on Friday. Our correspondent guessed 5,000.", [(5000, "correspondent")]),
    (
        "Thousands marched on Monday. Officials say there were 2,000 of them; organisers say at least 6,000.",
        [(2000, "Officials"), (6000, "organisers")],
    ),
    (
        "Traders marched on Wednesday. The mayor put the number of marchers at about 300; the unions claimed 2,000.",
        [(300, "mayor"), (2000, "unions")],
    ),
    ("Farmers rallied in the capital on Friday. The shop sold 5,000 loaves, the baker says.", []),
    ("Students marched on Friday. The dean says 12 of them failed the test.", []),
    ("Farmers rallied on Friday. The interior ministry counted 378 arrests.", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_attendance(text, expected):
    mentions = read_article(Article(article_id="a", text=text, title="", published="2023-09-25")).mentions
    march = next(mention for mention in mentions if mention.event_type == "protest")
    numbers = [figure for figure in march.figures if figure.measure == "people" and figure.as_written != "Thousands"]
    assert [(figure.value, figure.claimant) for figure in numbers] == expected
