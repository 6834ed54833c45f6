"""Decisions, summonses, promises, contrasts and double negations: what they say of the event behind them."""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames.claims.claims import attribution_of
from timeline.frames.realis.realis import Judgement, judge

ACTUAL = Judgement("actual", "reported")
PLANNED = Judgement("planned", "planned")
DENIED = Judgement("denied", "reported")
ROWS = [
    ("Norland's decision of the same day to freeze two accounts angered her.", "freeze", "sanction", ACTUAL),
    ("The government's decision to expel the ambassador drew protests.", "expel", "diplomacy", ACTUAL),
    ("Norland has decided to recall its ambassador.", "recall", "diplomacy", ACTUAL),
    ("The ministers resolved last Wednesday to sever ties with Norland.", "sever", "diplomacy", ACTUAL),
    ("The decision to expel the ambassador is expected on Monday.", "expel", "diplomacy", PLANNED),
    ("The government decided to recall its ambassador next week.", "recall", "diplomacy", PLANNED),
    ("The court ordered the release of 12 prisoners.", "release", "release", ACTUAL),
    ("The prosecutor on Friday ordered six men to be freed.", "freed", "release", ACTUAL),
    ("The election had been scheduled before the coup and took place in May.", "election", "election", ACTUAL),
    ("The election was scheduled for May and was to be held in parks.", "election", "election", PLANNED),
    ("The league has announced a sit-in outside the court on Monday.", "in", "protest", PLANNED),
    ("The court ordered that the two bloggers be detained for ten days.", "detained", "detention", ACTUAL),
    ("A magistrate ordered that the four be kept in custody.", "kept", "detention", ACTUAL),
    ("The court ordered the arrest of the former minister.", "arrest", "detention", PLANNED),
    ("The prosecutor demanded that they be kept in custody.", "kept", "detention", Judgement("demanded", "reported")),
    ("Neither candidate won an outright majority on Sunday.", "won", "election", ACTUAL),
    ("No party has won an election without the north.", "won", "election", DENIED),
    ("He was toppled in 1954 by a coup that the army had organised.", "coup", "coup", ACTUAL),
    ("The minister ordered the release of 12 prisoners.", "release", "release", PLANNED),
    ("The union is telling its members to march tomorrow.", "march", "protest", PLANNED),
    ("The league told its members to march on Saturday.", "march", "protest", PLANNED),
    ("Peru became the first power to recognise the new government.", "recognise", "recognition", ACTUAL),
    ("The spy chief had ordered the 2016 raid on the computers.", "raid", "cyberattack", ACTUAL),
    ("The junta cancelled last month's election.", "election", "election", ACTUAL),
    ("The junta cancelled the election.", "election", "election", PLANNED),
    ("Thousands tried to march to the airport.", "march", "protest", ACTUAL),
    ("Two states have neither recalled nor expelled anyone.", "expelled", "diplomacy", DENIED),
    ("Neither the president nor the minister was arrested.", "arrested", "detention", DENIED),
    ("The hospital was not hacked: a disk had failed.", "hacked", "cyberattack", DENIED),
    ("The port was crippled by rust rather than by hackers.", "crippled", "cyberattack", DENIED),
    ("The site was crippled by heavy traffic, not hackers.", "crippled", "cyberattack", DENIED),
    ("Hackers, not a fault, crippled the port.", "crippled", "cyberattack", ACTUAL),
    ("Peru blamed its neighbour for an attack on its network.", "attack", "cyberattack", ACTUAL),
    ("Lawmakers have pencilled in a general election for April.", "election", "election", PLANNED),
    ("Peru expelled four men who, its ministry said, had tried to hack a network.", "expelled", "diplomacy", ACTUAL),
    ("Police said that masked officers had arrested two men.", "arrested", "detention", ACTUAL),
    ("Masked men seized the editor on Monday.", "seized", "detention", ACTUAL),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "event_type", "expected"), ROWS)
def test_realis(text, trigger, event_type, expected):
    match, found = match_of(text, trigger, event_type)
    assert judge(match, attribution_of(match, found)) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "realis"),
    [
        ("Early elections were promised.", "elections", "election", "conditional"),
        ("The general promised to free the miners' leaders.", "free", "release", "conditional"),
        ("The general promised elections within two years.", "elections", "election", "planned"),
        ("The league told its members on Monday to march.", "march", "protest", "demanded"),
    ],
)
def test_without_a_day_a_word_given_sets_nothing(text, trigger, event_type, realis):
    match, found = match_of(text, trigger, event_type)
    assert judge(match, attribution_of(match, found)).realis == realis
