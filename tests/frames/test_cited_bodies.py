"""Who is cited where no verb of saying does: bodies that count votes, accusers, officials named elsewhere."""

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
        (
            "The electoral council declared Ada Zulu the winner of the vote in Zambia on 3 May with 53.2%.",
            "election",
            "electoral council",
        ),
        (
            "The Electoral Commission certified the victory of the Orange Party in Zambia's election with 61 per cent.",
            "election",
            "Electoral Commission",
        ),
        (
            "Officials blamed Red Heron, a ransomware gang, for the attack on the bank.",
            "cyberattack",
            "Officials",
        ),
        (
            "Twelve men were arrested on 3 May, Peru's interior minister says. "
            "Interior Minister Jo Banda said more would follow.",
            "detention",
            "Jo Banda",
        ),
        (
            "Assistant Commissioner Jo Banda gave no names. Asst Comm Banda said 41 people were arrested on 3 May.",
            "detention",
            "Jo Banda",
        ),
    ],
)
def test_who_is_cited(text: str, event_type: str, claimant: str) -> None:
    mention = mention_of(text, event_type)
    assert mention.claim is not None
    assert mention.claim.claimant == claimant


def test_a_figure_has_its_source_by_the_name_the_mention_has() -> None:
    text = (
        "Twelve men were arrested on 3 May, Peru's interior minister says. "
        "Interior Minister Jo Banda said more would follow."
    )
    assert {figure.claimant for figure in mention_of(text, "detention").figures} == {"Jo Banda"}


def test_a_body_that_rules_without_counting_is_not_cited() -> None:
    text = "The electoral council declared the election of 3 May in Zambia invalid."
    assert mention_of(text, "election").claim is None
