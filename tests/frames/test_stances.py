"""Recognition: refusing is an act of its own, so the engine has used up its negation."""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames.claims.claims import attribution_of
from timeline.frames.realis.realis import judge
from timeline.models import Article
from timeline.pipeline import read_article

STANCES = [  # refusing is an act: the engine has used up its negation
    ("Norland did not recognise the result.", "recognise", "refuses", "actual"),
    ("Norland refused to recognise the result.", "recognise", "refuses", "actual"),
    ("Norland said it could not accept the outcome.", "accept", "refuses", "actual"),
    ("Norland said it would never recognise the junta.", "recognise", "refuses", "actual"),
    (
        'Norland would never recognise the "puppet cabinet" of Ana Lopes, its minister told deputies on Wednesday.',
        "recognise",
        "refuses",
        "actual",
    ),
    ("Norland and Sudland said they recognise no other president.", "recognise", "recognises", "actual"),
    ("Norland and Sudland have recognised neither man.", "recognised", "refuses", "actual"),
    ("Norland recognises no president.", "recognises", "refuses", "actual"),
    ("Norland rejected the result.", "rejected", "refuses", "actual"),
    ("Norland did not reject the result.", "reject", "refuses", "denied"),
    ("Norland might not recognise the junta.", "recognise", "refuses", "conditional"),
    ("Norland urged its allies not to recognise the junta.", "recognise", "refuses", "demanded"),
    ("Calls not to recognise the vote grew louder.", "recognise", "refuses", "demanded"),
    ("Norland said it would recognise the winner.", "recognise", "recognises", "actual"),
    ("Norland will recognise the state in September.", "recognise", "recognises", "planned"),
    ("Norland may recognise the new government.", "recognise", "recognises", "conditional"),
    ("She has yet to concede.", "concede", "recognises", "denied"),
    ("He phoned the winner to congratulate him.", "congratulate", "recognises", "actual"),
]


@pytest.mark.parametrize(("text", "trigger", "mode", "expected"), STANCES)
def test_stance(text, trigger, mode, expected):
    match, found = match_of(text, trigger, "recognition", mode)
    assert judge(match, attribution_of(match, found)).realis == expected


OWN_RULE = [  # a body that speaks of itself recognises nobody else
    ('"There is only one government in Zambia, and we are it," Ada Zulu said.', "refuses"),
    ('"There is only one president, and that is me," General Zulu told state television.', "refuses"),
    ("Ada Zulu told this station that she remained the only prime minister of Zambia.", "refuses"),
    ("Ada Zulu said she was the lawful president of Zambia and would not leave.", "refuses"),
    ('"There is only one president of Zambia, and her name is Ada Zulu," the Norwegian minister said.', "recognises"),
    ("Norway said Ada Zulu was the legitimate president of Zambia.", "recognises"),
    ("Norway said she remained the legitimate president of Zambia.", "recognises"),
]


@pytest.mark.parametrize(("text", "stance"), OWN_RULE)
def test_own_rule(text, stance):
    mentions = read_article(Article("a", text, published="2031-05-09")).mentions
    assert [m.mode for m in mentions if m.event_type == "recognition"] == [stance]
