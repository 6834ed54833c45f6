"""Reports that somebody waves away: the sentence is a denial with a source, whatever the parse makes of it."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article


def mention_of(text: str, event_type: str) -> Mention:
    """The first mention of a type."""
    mentions = read_article(Article("a", text, published="2031-05-09")).mentions
    return next(m for m in mentions if m.event_type == event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "claimant"),
    [
        ("Police have dismissed as false online claims that Ada Zulu was arrested in Lusaka.", "detention", "Police"),
        (
            'The government in Lusaka dismissed as "pure fantasy" a claim on Telegram that its tax office was hacked.',
            "cyberattack",
            "government in Lusaka",
        ),
        (
            'Jo Banda described as "kitchen talk" the versions going round in Lusaka that Ada Zulu had been arrested.',
            "detention",
            "Jo Banda",
        ),
        (
            'Word that Ada Zulu had been set free was "a cruel invention", the prosecutor in Lusaka said.',
            "release",
            "prosecutor in Lusaka",
        ),
        (
            "Asked about reports that hackers had attacked the website of the court, Jo Banda dismissed them.",
            "cyberattack",
            "Jo Banda",
        ),
    ],
)
def test_a_report_waved_away_is_a_denial_with_a_source(text: str, event_type: str, claimant: str) -> None:
    mention = mention_of(text, event_type)
    assert (mention.realis, mention.status) == ("denied", "denied")
    assert mention.claim is not None
    assert (mention.claim.claimant, mention.claim.kind) == (claimant, "denial")


@pytest.mark.parametrize(
    "text",
    [
        "Jo Banda described as brave the crowd that marched in Lusaka on 3 May.",
        'Jo Banda dismissed as "theatre" the protest in Lusaka on 3 May.',
    ],
)
def test_an_opinion_of_what_happened_denies_nothing(text: str) -> None:
    assert mention_of(text, "protest").realis == "actual"
