"""Whether an event happened: sentences by what they say of their trigger, as (sentence, trigger, event type, …)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.frames.claim_texts import match_of
from timeline.frames import cues
from timeline.frames.claims import attribution_of
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
    ("The armed forces said they had seized power to end corruption.", "seized", "coup"),
    ("Soldiers announced on state television that they had taken power.", "taken", "coup"),
    ("The prime minister described the protests as an attempted coup.", "protests", "protest"),
    ("Opposition lawmakers called the move a coup.", "coup", "coup"),
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
    ("Thousands of people are expected to march through the capital on Sunday.", "march", "protest"),
    ("Tens of thousands are due to rally in the capital this weekend.", "rally", "protest"),
    ("Protests are planned in ten cities over the weekend.", "Protests", "protest"),
    ("More protests are expected on Monday.", "protests", "protest"),
    ("The court ordered that she be detained for 30 days.", "detained", "detention"),
    ("The judge ordered his release on bail.", "release", "release"),
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
    ("The bloc agreed on Monday to freeze the assets of ten officials.", "freeze", "sanction"),
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


def test_every_list_is_used_and_says_what_it_means():
    room = Path(cues.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(room.glob("*.py")))
    for file in ("cues.toml", "realis.toml", "role_words.toml"):
        for name, table in tomllib.loads((room / file).read_text(encoding="utf-8")).items():
            assert f'"{name}"' in code, f"{file}: nothing uses [{name}]"
            assert table["meaning"] and len(table["words"]) == len(set(table["words"])), f"{file} [{name}]"
