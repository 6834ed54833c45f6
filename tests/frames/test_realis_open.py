"""What a sentence denies, leaves open or says of a kind of event, as (sentence, trigger, event type)."""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames.claims.claims import attribution_of
from timeline.frames.realis.realis import Judgement, judge

DENIED = [  # an explicit denial of what was rumoured or alleged
    ("Police denied arresting the editor.", "arresting", "detention"),
    ("Police denied rumours that the editor had been arrested.", "arrested", "detention"),
    ("Reports of arrests were denied by the police.", "arrests", "detention"),
    ("The ministry denied reports that sanctions had been imposed.", "imposed", "sanction"),
    ("The ministry denied reports that sanctions had been imposed.", "sanctions", "sanction"),
    ("The spokesman dismissed claims that the army had staged a coup.", "staged", "coup"),
    ("The opposition rejected accusations that it had planned a coup.", "coup", "coup"),
    ("The agency denied that its network had been breached.", "breached", "cyberattack"),
    ("Ruritania has repeatedly denied carrying out cyberattacks.", "carrying", "cyberattack"),
    ("The army chief denied plotting a coup.", "plotting", "coup"),
    ("The army chief denied plotting a coup.", "coup", "coup"),
    ("The government denies holding political prisoners.", "holding", "detention"),
]

NEGATED = [
    ("The court restrained the authorities from arresting Otto Lund.", "arresting", "detention"),
    ("No arrests were made.", "arrests", "detention"),
    ("He was not arrested.", "arrested", "detention"),
    ("Nobody was arrested at the rally.", "arrested", "detention"),
    ("Neither man was arrested.", "arrested", "detention"),
    ("He left without being arrested.", "arrested", "detention"),
    ("Instead of arresting the men, police let them go.", "arresting", "detention"),
    ("Police came close to arresting him.", "arresting", "detention"),
    ("Police failed to arrest the suspect.", "arrest", "detention"),
    ("He cannot be arrested while he is in office.", "arrested", "detention"),
    ("The judge refused to release him.", "release", "release"),
    ("He has yet to be released.", "released", "release"),
    ("He was denied release.", "release", "release"),
    ("No protests were reported.", "protests", "protest"),
    ("There were no protests in the capital.", "protests", "protest"),
    ("The mayor hopes to avoid a strike.", "strike", "protest"),
    ("Norland has not expelled any diplomats.", "expelled", "diplomacy"),
    ("Norland stopped short of expelling the ambassador.", "expelling", "diplomacy"),
    ("Far from being expelled, the envoy was promoted.", "expelled", "diplomacy"),
    ("The president ruled out sanctions.", "sanctions", "sanction"),
    ("She fled to avoid arrest.", "arrest", "detention"),
    ("Authorities have yet to make any arrests.", "arrests", "detention"),
    ("No one has been arrested over the killing, police said.", "arrested", "detention"),
    ("Police have arrested no one.", "arrested", "detention"),
    ("None of those arrested have been released.", "released", "release"),
    ("The army chief ruled out a coup.", "coup", "coup"),
    ("A military spokesman said there was no coup under way.", "coup", "coup"),
    ("The exercise was not a coup, the general insisted.", "coup", "coup"),
    ("He was neither arrested nor charged.", "arrested", "detention"),
    ("They have agreed not to recall their ambassadors.", "recall", "diplomacy"),
    ("Hardly anyone was arrested.", "arrested", "detention"),
    ("The general said the army had no plans to seize power.", "seize", "coup"),
]

CONDITIONAL = [
    ("Fears of a coup grew.", "coup", "coup"),
    ("Rumours of a coup swept the capital.", "coup", "coup"),
    ("A coup would plunge the country into chaos.", "coup", "coup"),
    ("Any coup will be resisted.", "coup", "coup"),
    ("If police arrest him, the party will march.", "arrest", "detention"),
    ("Had he been arrested, the city would have burned.", "arrested", "detention"),
    ("Was he arrested at the airport?", "arrested", "detention"),
    ("It is unclear whether he has been arrested.", "arrested", "detention"),
    ("Police have the power to detain suspects for a week.", "detain", "detention"),
    ("Friends hope he will be freed soon.", "freed", "release"),
    ("Police fear a riot.", "riot", "protest"),
    ("Lawmakers voted on whether to impose sanctions.", "impose", "sanction"),
    ("Sanctions could follow, diplomats said.", "Sanctions", "sanction"),
    ("The union is considering sanctions against the minister.", "sanctions", "sanction"),
    ("Norland might expel the envoys, a diplomat said.", "expel", "diplomacy"),
    ("Norland considered recalling its ambassador.", "recalling", "diplomacy"),
    ("He faces arrest if he returns.", "arrest", "detention"),
    ("He could be released as early as next week.", "released", "release"),
    ("If elected, she would withdraw from the treaty.", "elected", "election"),
    ("The general was dismissed amid rumours of a coup.", "coup", "coup"),
    ("Analysts say a coup is unlikely.", "coup", "coup"),
    ("Critics fear the vote will never be held.", "vote", "election"),
    ("Police could not confirm that anyone had been arrested.", "arrested", "detention"),
    ("There is no evidence that votes were changed by hackers.", "changed", "cyberattack"),
    ("Arresting him would be a mistake.", "Arresting", "detention"),
    ("If police arrest him, the party will march.", "march", "protest"),
    ("The envoy said the bloc would impose sanctions if the crackdown went on.", "impose", "sanction"),
]

GENERIC = [
    ("Arrests of journalists are common in the country.", "Arrests", "detention"),
    ("Police routinely detain activists before summits.", "detain", "detention"),
    ("Journalists are often arrested in the region.", "arrested", "detention"),
    ("The country has a long history of coups.", "coups", "coup"),
    ("People who protest are beaten.", "protest", "protest"),
    ("It is illegal to arrest a member of parliament.", "arrest", "detention"),
    ("The decree would ban all rallies until June.", "rallies", "protest"),
    ("The union lifted its sanctions on the country.", "sanctions", "sanction"),
    ("The lifting of the sanctions on the country pleased exporters.", "sanctions", "sanction"),
]

GROUPS = [
    (DENIED, Judgement("denied", "denied")),
    (NEGATED, Judgement("denied", "reported")),
    (CONDITIONAL, Judgement("conditional", "reported")),
    (GENERIC, Judgement("generic", "reported")),
]
ROWS = [(*row, judgement) for rows, judgement in GROUPS for row in rows]


@pytest.mark.parametrize(("text", "trigger", "event_type", "expected"), ROWS)
def test_realis(text, trigger, event_type, expected):
    match, found = match_of(text, trigger, event_type)
    assert judge(match, attribution_of(match, found)) == expected
