"""Recognition: refusing is an act of its own, so the engine has used up its negation."""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames.claims.claims import attribution_of
from timeline.frames.realis.realis import judge

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
