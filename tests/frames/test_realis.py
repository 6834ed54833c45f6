"""Whether an event happened: sentences by what they say of their trigger, as (sentence, trigger, event type, …)."""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames.claims import attribution_of
from timeline.frames.cues import realis_words
from timeline.frames.realis import Judgement, judge

REPORTED = [
    ("Twelve people were arrested, police said.", "arrested", "detention"),
    ("Police said they had arrested 12 people.", "arrested", "detention"),
    ("The rebels claimed they had captured the mayor.", "captured", "detention"),
    ("The union said police had detained 30 of its members.", "detained", "detention"),
    ("The two men arrested on Monday were freed.", "arrested", "detention"),
    ("The two men arrested on Monday were freed.", "freed", "release"),
    ("She was arrested on suspicion of plotting a coup.", "arrested", "detention"),
    ("He would later be arrested in the capital.", "arrested", "detention"),
    ("The police were not only arresting students but beating them.", "arresting", "detention"),
    ("She was one of thousands of opponents to be set free this week.", "set", "release"),
    ("The minister condemned the arrests.", "arrests", "detention"),
    ("A spokesman denied that the arrests were political.", "arrests", "detention"),
    ("A wave of arrests followed.", "arrests", "detention"),
    ("Arrests did not stop the marches.", "Arrests", "detention"),
    ("Thousands took to the streets to protest against the law.", "protest", "protest"),
    ("There were protests in three cities.", "protests", "protest"),
    ("A march planned for Friday went ahead peacefully.", "march", "protest"),
    ("Drivers went on strike on Monday.", "strike", "protest"),
    ("The crowd gathered to demand the release of the editor.", "gathered", "protest"),
    ("Elections were held in May.", "Elections", "election"),
    ("The election, originally scheduled for March, was held in June.", "election", "election"),
    ("The court annulled the election.", "election", "election"),
    ("The opposition boycotted the election.", "election", "election"),
    ("She was reelected on Sunday.", "reelected", "election"),
    ("The party demanded that the election be annulled.", "election", "election"),
    ("She fled after the coup.", "coup", "coup"),
    ("The coup will be remembered for years.", "coup", "coup"),
    ("The government blamed its neighbour for the coup.", "coup", "coup"),
    ("The army denied any involvement in the coup.", "coup", "coup"),
    ("The firm said it had been hacked.", "hacked", "cyberattack"),
    ("The union lifted its sanctions on the country.", "sanctions", "sanction"),
    ("Norland recalled its ambassador in protest.", "recalled", "diplomacy"),
    ("The men were reportedly arrested at dawn.", "arrested", "detention"),
    ("He is believed to have been arrested.", "arrested", "detention"),
]

PLANNED = [
    ("The union has called a strike for Friday.", "strike", "protest"),
    ("Opposition parties called for a march on 3 May.", "march", "protest"),
    ("A strike has been called for next Monday.", "strike", "protest"),
    ("The poster advertised a strike that unions have called for Wednesday.", "strike", "protest"),
    ("Railway unions plan to march on Saturday.", "march", "protest"),
    ("Unions announced a general strike for Monday.", "strike", "protest"),
    ("Teachers voted to strike on Monday.", "strike", "protest"),
    ("A rally planned for next Wednesday will go ahead.", "rally", "protest"),
    ("Organisers called off a planned rally.", "rally", "protest"),
    ("The governor banned the march.", "march", "protest"),
    ("If police arrest him, the party will march.", "march", "protest"),
    ("Elections due in May will be postponed.", "Elections", "election"),
    ("Elections are scheduled for May.", "Elections", "election"),
    ("The election will be held in May.", "election", "election"),
    ("The opposition will boycott the election in May.", "election", "election"),
    ("Early elections were promised.", "elections", "election"),
    ("The junta cancelled the elections.", "elections", "election"),
    ("Parliament moved the vote to December.", "vote", "election"),
    ("Voters go to the polls on Sunday to elect a new parliament.", "elect", "election"),
    ("The court ordered the release of 12 prisoners.", "release", "release"),
    ("Parliament proposed that political prisoners be released.", "released", "release"),
    ("The party said its leader would be freed next week.", "freed", "release"),
    ("He is expected to be freed on Friday.", "freed", "release"),
    ("The editor was about to be freed when prosecutors appealed.", "freed", "release"),
    ("The president is to be inaugurated in May.", "inaugurated", "inauguration"),
    ("He is due to be sworn in next month.", "sworn", "inauguration"),
    ("She will be sworn in on Monday.", "sworn", "inauguration"),
    ("Norland has decided to recall its ambassador.", "recall", "diplomacy"),
    ("The union agreed to impose sanctions later this month.", "impose", "sanction"),
    ("The general had planned to seize power in June.", "seize", "coup"),
]

ATTEMPTED = [
    ("Police tried to arrest the mayor.", "arrest", "detention"),
    ("The army foiled a coup attempt.", "coup", "coup"),
    ("The army prevented a coup.", "coup", "coup"),
    ("The failed coup cost 20 lives.", "coup", "coup"),
    ("The botched attempt to seize power cost 20 lives.", "seize", "coup"),
    ("Soldiers failed to topple the president.", "topple", "coup"),
    ("He was jailed for attempting to overthrow the government.", "overthrow", "coup"),
    ("The board said it had beaten off an attempt to swamp its website.", "swamp", "cyberattack"),
    ("A foiled cyberattack on the grid alarmed officials.", "cyberattack", "cyberattack"),
    ("The strike was averted at the last minute.", "strike", "protest"),
]

ALLEGED = [
    ("The opposition accused the army of planning a coup.", "coup", "coup"),
    ("She was arrested on suspicion of plotting a coup.", "plotting", "coup"),
    ("She was charged with plotting to overthrow the government.", "overthrow", "coup"),
    ("Prosecutors are investigating an alleged plot to overthrow the president.", "overthrow", "coup"),
    ("The president said that rivals were planning a coup.", "coup", "coup"),
    ("The state accused its neighbour of hacking the grid.", "hacking", "cyberattack"),
    ("Hackers are suspected of attacking the bank.", "attacking", "cyberattack"),
    ("The suspected cyberattack knocked out the site.", "cyberattack", "cyberattack"),
    ("The group alleges that police dragged away 30 students.", "dragged", "detention"),
    ("He was allegedly detained on Monday.", "detained", "detention"),
]

DENIED = [  # an explicit denial of what was rumoured or alleged
    ("Police denied arresting the editor.", "arresting", "detention"),
    ("Police denied rumours that the editor had been arrested.", "arrested", "detention"),
    ("Reports of arrests were denied by the police.", "arrests", "detention"),
    ("The ministry denied reports that sanctions had been imposed.", "imposed", "sanction"),
    ("The ministry denied reports that sanctions had been imposed.", "sanctions", "sanction"),
    ("The spokesman dismissed claims that the army had staged a coup.", "staged", "coup"),
    ("The opposition rejected accusations that it had planned a coup.", "coup", "coup"),
]

NEGATED = [
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
]

THREATENED = [
    ("The government threatened to expel the ambassador.", "expel", "diplomacy"),
    ("The threat of sanctions did not move him.", "sanctions", "sanction"),
    ("Teachers threatened a strike over pay.", "strike", "protest"),
    ("Ministers warned of a coup.", "coup", "coup"),
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
]

GENERIC = [
    ("Arrests of journalists are common in the country.", "Arrests", "detention"),
    ("Police routinely detain activists before summits.", "detain", "detention"),
    ("Journalists are often arrested in the region.", "arrested", "detention"),
    ("The country has a long history of coups.", "coups", "coup"),
    ("People who protest are beaten.", "protest", "protest"),
]

GROUPS = [
    (REPORTED, Judgement("actual", "reported")),
    (PLANNED, Judgement("planned", "planned")),
    (ATTEMPTED, Judgement("actual", "attempted")),
    (ALLEGED, Judgement("actual", "alleged")),
    (DENIED, Judgement("denied", "denied")),
    (NEGATED, Judgement("denied", "reported")),
    (DEMANDED, Judgement("demanded", "reported")),
    (THREATENED, Judgement("threatened", "reported")),
    (CONDITIONAL, Judgement("conditional", "reported")),
    (GENERIC, Judgement("generic", "reported")),
]
ROWS = [(*row, judgement) for rows, judgement in GROUPS for row in rows]


@pytest.mark.parametrize(("text", "trigger", "event_type", "expected"), ROWS)
def test_realis(text, trigger, event_type, expected):
    match, found = match_of(text, trigger, event_type)
    assert judge(match, attribution_of(match, found)) == expected


STANCES = [  # refusing is an act: the engine has used up its negation
    ("Norland did not recognise the result.", "recognise", "refuses", "actual"),
    ("Norland refused to recognise the result.", "recognise", "refuses", "actual"),
    ("Norland said it could not accept the outcome.", "accept", "refuses", "actual"),
    ("Norland said it would never recognise the junta.", "recognise", "refuses", "actual"),
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


def test_naming_the_author_of_a_secret_act_is_an_accusation():
    match, found = match_of("The minister said Ruritania had hacked the grid.", "hacked", "cyberattack", actor="Ruritania")
    assert judge(match, attribution_of(match, found)) == Judgement("actual", "alleged")


def test_decades_ago_is_history():
    match, _ = match_of("In the 1980s the generals seized power twice.", "seized", "coup")
    assert judge(match, None) == Judgement("historical", "reported")


@pytest.mark.parametrize("status", ["attempted", "planned", "denied"])
def test_the_frame_may_decide_the_status(status):
    match, _ = match_of("Soldiers seized power.", "seized", "coup")
    decided = type(match)(match.parsed, match.event_type, match.rule, match.trigger, match.words, status=status)
    assert judge(decided, None).status == status


def test_every_list_says_what_it_means():
    assert "hope" in realis_words("conditional")
    assert not realis_words("planned") & realis_words("demanded")
    assert not realis_words("planned") & realis_words("threatened")
