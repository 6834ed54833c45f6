"""What a sentence says happened, was tried or was alleged, as (sentence, trigger, event type)."""

from __future__ import annotations

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames.claims.claims import attribution_of
from timeline.frames.realis.realis import Judgement, judge

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
    ("The election had been scheduled before the war and took place in May.", "election", "election"),
    ("The union backed her in an election.", "election", "election"),
    ("The quarrel goes back to October's election.", "election", "election"),
    ("Near the port, a mob set on fire a depot.", "mob", "protest"),
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
    ("The union lifted the sanctions imposed on the country in May.", "sanctions", "sanction"),
    ("Norland recalled its ambassador in protest.", "recalled", "diplomacy"),
    ("The men were reportedly arrested at dawn.", "arrested", "detention"),
    ("He is believed to have been arrested.", "arrested", "detention"),
    ("The armed forces said they had seized power to end corruption.", "seized", "coup"),
    ("Soldiers announced on state television that they had taken power.", "taken", "coup"),
    ("The prime minister described the protests as an attempted coup.", "protests", "protest"),
    ("The demonstration, which police had banned, drew 2,000 people.", "demonstration", "protest"),
    ("Police used tear gas to disperse a protest in the capital.", "protest", "protest"),
    ("He was arrested after calling for protests.", "arrested", "detention"),
    ("Police are searching for two other suspects.", "searching", "detention"),
    ("Two people are said to have been detained.", "detained", "detention"),
    ("The family says he was arrested without a warrant.", "arrested", "detention"),
    ("The activist, who was arrested last week, appeared in court.", "arrested", "detention"),
    ("Three of those arrested have since been released.", "released", "release"),
    ("None of those arrested have been released.", "arrested", "detention"),
    ("Norland summoned the ambassador to protest against the remarks.", "protest", "protest"),
    ("The hackers claimed to have stolen data from the ministry.", "stolen", "cyberattack"),
    ("Officials blamed the outage on a cyberattack.", "cyberattack", "cyberattack"),
    ("The company confirmed it had been hit by a ransomware attack.", "hit", "cyberattack"),
    ("The election commission will announce the result on Tuesday.", "result", "election"),
    ("Voters in Norland elected a new parliament on Sunday.", "elected", "election"),
    ("He took office in January after winning the election.", "winning", "election"),
    ("Had the army not intervened, the protest would have turned violent.", "protest", "protest"),
    ("The strike entered its third day on Tuesday.", "strike", "protest"),
    ("Doctors suspended their strike after talks.", "strike", "protest"),
    ("Police broke up an unauthorised rally.", "rally", "protest"),
    ("He has been under house arrest since the coup.", "coup", "coup"),
    ("It was the country's third coup in a decade.", "coup", "coup"),
    ("The junta, which seized power in 2021, has promised elections.", "seized", "coup"),
    ("He was detained, interrogated and later released.", "released", "release"),
    ("The charges against him were dropped and he was freed.", "freed", "release"),
    ("Thousands marched to demand that the president resign.", "marched", "protest"),
    ("Thousands are marching in the capital.", "marching", "protest"),
    ("She was detained while trying to leave the country.", "detained", "detention"),
    ("Police detained her as she was about to board a plane.", "detained", "detention"),
    ("The ministry confirmed that a hacker had gained access to its servers.", "gained", "cyberattack"),
    ("The court found that the arrests were illegal.", "arrests", "detention"),
    ("Only one of the four was arrested.", "arrested", "detention"),
]

ATTEMPTED = [
    ("Lawmakers rejected a bill to impose sanctions.", "impose", "sanction"),
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
    (
        "The Interior Minister told parliament that security forces had thwarted a plot to overthrow the king.",
        "overthrow",
        "coup",
    ),
    ("The president survived a coup attempt in 2016.", "coup", "coup"),
    ("Police prevented demonstrators from marching on parliament.", "marching", "protest"),
    ("He was sentenced to ten years for his role in the failed coup.", "coup", "coup"),
    ("State media said the army had put down a coup.", "coup", "coup"),
    ("The president vetoed sanctions against the company.", "sanctions", "sanction"),
    ("The talks averted a general strike.", "strike", "protest"),
    ("The bank said hackers tried but failed to steal data.", "steal", "cyberattack"),
]

ALLEGED = [
    ("The opposition accused the army of planning a coup.", "coup", "coup"),
    ("Opposition lawmakers called the move a coup.", "coup", "coup"),
    ("Her mother said that men in plain clothes had seized her.", "seized", "detention"),
    ("Relatives say that he was abducted in May.", "abducted", "detention"),
    ("She was arrested on suspicion of plotting a coup.", "plotting", "coup"),
    ("She was charged with plotting to overthrow the government.", "overthrow", "coup"),
    ("Prosecutors are investigating an alleged plot to overthrow the president.", "overthrow", "coup"),
    ("The president said that rivals were planning a coup.", "coup", "coup"),
    ("The state accused its neighbour of hacking the grid.", "hacking", "cyberattack"),
    ("Hackers are suspected of attacking the bank.", "attacking", "cyberattack"),
    ("The suspected cyberattack knocked out the site.", "cyberattack", "cyberattack"),
    ("The group alleges that police dragged away 30 students.", "dragged", "detention"),
    ("He was allegedly detained on Monday.", "detained", "detention"),
    ("The ministry said it was investigating a suspected cyberattack.", "cyberattack", "cyberattack"),
    (
        "The prime minister has accused the opposition of trying to stage a coup with the help of foreign agents.",
        "coup",
        "coup",
    ),
    ("Tavia's opposition made an attempt to overthrow the government, the minister said.", "overthrow", "coup"),
    ("# Governor Accuses Union of Planning Coup in Lundby", "Coup", "coup"),
]

GROUPS = [
    (REPORTED, Judgement("actual", "reported")),
    (ATTEMPTED, Judgement("actual", "attempted")),
    (ALLEGED, Judgement("actual", "alleged")),
]
ROWS = [(*row, judgement) for rows, judgement in GROUPS for row in rows]


@pytest.mark.parametrize(("text", "trigger", "event_type", "expected"), ROWS)
def test_realis(text, trigger, event_type, expected):
    match, found = match_of(text, trigger, event_type)
    assert judge(match, attribution_of(match, found)) == expected


def test_naming_the_author_of_a_secret_act_is_an_accusation():
    match, found = match_of(
        "The minister said Ruritania had hacked the grid.", "hacked", "cyberattack", actor="Ruritania"
    )
    assert judge(match, attribution_of(match, found)) == Judgement("actual", "alleged")


def test_decades_ago_is_history():
    match, _ = match_of("In the 1980s the generals seized power twice.", "seized", "coup")
    assert judge(match, None) == Judgement("historical", "reported")


@pytest.mark.parametrize("status", ["attempted", "planned", "denied"])
def test_the_frame_may_decide_the_status(status):
    match, _ = match_of("Soldiers seized power.", "seized", "coup")
    decided = type(match)(match.parsed, match.event_type, match.rule, match.trigger, match.words, status=status)
    assert judge(decided, None).status == status
