"""Words under a name and a colon are cited from whoever bears the name, and the name is no part of what they tell."""

import pytest

from timeline.models import Article
from timeline.pipeline import read_article

VOICES = [  # paragraph, claimant
    ("Ana Lopes, in Lusaka: “Police arrested forty teachers on Monday. They beat them.”", "Ana Lopes"),
    ('Joseph Phiri, opposition leader: "Police arrested forty teachers on Monday."', "Joseph Phiri"),
    ('Ana Lopes: "Police arrested forty teachers on Monday."', "Ana Lopes"),
]


@pytest.mark.parametrize(("text", "claimant"), VOICES)
def test_voices(text: str, claimant: str) -> None:
    result = read_article(Article("a", text, published="2031-05-09"))
    told = next(mention for mention in result.mentions if mention.trigger.text == "arrested")
    assert told.claim is not None
    assert told.claim.claimant == claimant
    assert [(party.role, party.name) for party in told.participants] == [("actor", "Police"), ("target", "teachers")]


@pytest.mark.parametrize("text", [
    'One thing is sure: "Police arrested forty teachers on Monday."',
    'The Daily Post: police arrested forty teachers on Monday.',
])  # fmt: skip
def test_no_voices(text: str) -> None:
    result = read_article(Article("a", text, published="2031-05-09"))
    assert result.sentences[0].span.text == text
