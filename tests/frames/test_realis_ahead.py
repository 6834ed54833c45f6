"""What a sentence places ahead: plans, demands, threats, as (sentence, trigger, event type)."""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames.claims.claims import attribution_of
from timeline.frames.realis.realis import Judgement, judge

PLANNED = [
    ("The union has called a strike for Friday.", "strike", "protest"),
    ("Opposition parties called for a march on 3 May.", "march", "protest"),
    ("A strike has been called for next Monday.", "strike", "protest"),
    ("The poster advertised a strike that unions have called for Wednesday.", "strike", "protest"),
    ("Railway unions plan to march on Saturday.", "march", "protest"),
    ("Unions announced a general strike for Monday.", "strike", "protest"),
    ("The union has announced a sit-in outside the court on Monday.", "in", "protest"),
    ("Teachers voted to strike on Monday.", "strike", "protest"),
    ("A rally planned for next Wednesday will go ahead.", "rally", "protest"),
    ("Organisers called off a planned rally.", "rally", "protest"),
    ("The governor banned the march.", "march", "protest"),
    ("A rerun of the parliamentary election is due on 20 December.", "election", "election"),
    ("Elections due in May will be postponed.", "Elections", "election"),
    ("Elections are scheduled for May.", "Elections", "election"),
    ("The election will be held in May.", "election", "election"),
    ("The opposition will boycott the election in May.", "election", "election"),
    ("The junta cancelled the elections.", "elections", "election"),
    ("Parliament moved the vote to December.", "vote", "election"),
    ("Voters go to the polls on Sunday to elect a new parliament.", "elect", "election"),
    ("Parliament proposed that political prisoners be released.", "released", "release"),
    ("The party said its leader would be freed next week.", "freed", "release"),
    ("He is expected to be freed on Friday.", "freed", "release"),
    ("The editor was about to be freed when prosecutors appealed.", "freed", "release"),
    ("The president is to be inaugurated in May.", "inaugurated", "inauguration"),
    ("He is due to be sworn in next month.", "sworn", "inauguration"),
    ("She will be sworn in on Monday.", "sworn", "inauguration"),
    ("The union agreed to impose sanctions later this month.", "impose", "sanction"),
    ("The general had planned to seize power in June.", "seize", "coup"),
    ("Thousands of people are expected to march through the capital on Sunday.", "march", "protest"),
    ("Tens of thousands are due to rally in the capital this weekend.", "rally", "protest"),
    ("Protests are planned in ten cities over the weekend.", "Protests", "protest"),
    ("More protests are expected on Monday.", "protests", "protest"),
    ("The two countries agreed to exchange prisoners.", "exchange", "release"),
    ("Washington will impose sanctions on 12 officials, the minister said.", "impose", "sanction"),
    ("The bloc is set to extend sanctions next month.", "extend", "sanction"),
    ("The government is preparing to expel three diplomats.", "expel", "diplomacy"),
    ("The commission postponed the election until June.", "election", "election"),
    ("The presidential election is scheduled for 12 October.", "election", "election"),
    ("The next election is due in 2027.", "election", "election"),
    ("He plans to run in the 2027 election.", "election", "election"),
    ("The new president will be sworn in on 1 January.", "sworn", "inauguration"),
    ("The protesters say they will stay until the president resigns.", "stay", "protest"),
    ("The group had been planning a protest for months.", "protest", "protest"),
    ("Parliament is to vote on a motion to impose sanctions.", "impose", "sanction"),
    ("Unions called off the strike.", "strike", "protest"),
    ("Unions called off the strike planned for Monday.", "strike", "protest"),
    ("The strike, due to begin on Monday, was called off.", "strike", "protest"),
    ("A strike is due to start on Monday.", "strike", "protest"),
    ("Thousands were expected to march, but only a few hundred came.", "march", "protest"),
    ("He said he was arrested because he was planning to protest.", "protest", "protest"),
    ("Elections have been repeatedly delayed.", "Elections", "election"),
    ("The party will not take part in the elections on Sunday.", "elections", "election"),
    ("The bloc agreed on Monday to freeze the assets of ten officials next week.", "freeze", "sanction"),
]

DEMANDED = [
    ("Opposition parties called for a march.", "march", "protest"),
    ("The unions want to march on Sunday.", "march", "protest"),
    ("Protesters demanded elections.", "elections", "election"),
    ("The opposition called for elections within a month.", "elections", "election"),
    ("The president must free the prisoners.", "free", "release"),
    ("The prisoners should be released.", "released", "release"),
    ("Lawyers urged the court to free the prisoners.", "free", "release"),
    ("I want these people to be released.", "released", "release"),
    ("His lawyers have asked for his release.", "release", "release"),
    ("Release the prisoners now, the crowd chanted.", "Release", "release"),
    ("The crowd gathered to demand the release of the editor.", "release", "release"),
    ("The opposition called on the army to seize power.", "seize", "coup"),
    ("The opposition leader urged supporters to take to the streets.", "take", "protest"),
    ("He was arrested after calling for protests.", "protests", "protest"),
    ("A warrant was issued for his arrest.", "arrest", "detention"),
    ("The group demanded the immediate release of all political prisoners.", "release", "release"),
    ("The next election must be held by January.", "election", "election"),
    ("Demonstrators demanded that the president be arrested.", "arrested", "detention"),
    ("Prosecutors want him arrested.", "arrested", "detention"),
    ("Prosecutors sought his arrest.", "arrest", "detention"),
]

THREATENED = [
    ("Authorities vowed to arrest those responsible.", "arrest", "detention"),
    ("The government threatened to expel the ambassador.", "expel", "diplomacy"),
    ("The threat of sanctions did not move him.", "sanctions", "sanction"),
    ("Teachers threatened a strike over pay.", "strike", "protest"),
    ("Ministers warned of a coup.", "coup", "coup"),
    ("The threat to expel envoys was withdrawn.", "expel", "diplomacy"),
]

GROUPS = [
    (PLANNED, Judgement("planned", "planned")),
    (DEMANDED, Judgement("demanded", "reported")),
    (THREATENED, Judgement("threatened", "reported")),
]
ROWS = [(*row, judgement) for rows, judgement in GROUPS for row in rows]


@pytest.mark.parametrize(("text", "trigger", "event_type", "expected"), ROWS)
def test_realis(text, trigger, event_type, expected):
    match, found = match_of(text, trigger, event_type)
    assert judge(match, attribution_of(match, found)) == expected
