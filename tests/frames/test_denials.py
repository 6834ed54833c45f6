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
            "The army spokesman said there was no truth in a report that Ada Zulu had been detained in Lusaka.",
            "detention",
            "army spokesman",
        ),
        (
            "Jo Banda described as gossip the versions according to which Ada Zulu was arrested in Lusaka.",
            "detention",
            "Jo Banda",
        ),
        (
            "The ministry in Lusaka says reports that it has recalled its ambassador to Lima are false.",
            "diplomacy",
            "ministry in Lusaka",
        ),
        (
            "Zambia has not recalled its ambassador to Lima, the ministry says, dismissing a post shared on Monday.",
            "diplomacy",
            "ministry",
        ),
        (
            "Local radios reported that Ada Zulu had been arrested in Lusaka. Police said the report was false.",
            "detention",
            "Police",
        ),
        (
            "Radio stations claim that Ada Zulu has been arrested in Lusaka. Not so, says her lawyer, Jo Banda.",
            "detention",
            "Jo Banda",
        ),
        (
            "Chat channels have had Ada Zulu under arrest since noon. Not so, her office tells us.",
            "detention",
            "her office",
        ),
        (
            "Jo Banda denied reports that Ada Zulu had been held in Lusaka, telling a channel there was no cause.",
            "detention",
            "Jo Banda",
        ),
        (
            "But police spokesman Jo Banda rubbished reports that Ada Zulu had been picked up in Lusaka.",
            "detention",
            "Jo Banda",
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


@pytest.mark.parametrize(
    "text",
    [
        "Ada Zulu was arrested in Lusaka on 3 May. Police said the charge was false.",
        "Ada Zulu was arrested in Lusaka on 3 May. The ministry denied that she had been beaten.",
        "Ada Zulu was arrested in Lusaka on 3 May. Jo Banda called it nonsense.",
    ],
)
def test_what_the_outlet_tells_is_not_undone_by_a_denial_of_something_else(text: str) -> None:
    assert mention_of(text, "detention").realis == "actual"
