"""What keeps two sentences of one article two events."""

import pytest
from merge_making import (
    KEN,
    LEAD,
    MARCH,
    STORY,
    ZMB,
    body,
    bounded,
    crowd,
    grouped,
    on,
    people,
    person,
    state,
    tell,
)

APART = {
    "a lead and others who were held": [
        tell("detention", "Police *arrested* 12 people, officials said.", crowd("people"), figures=[people(12)],
             date=LEAD, place="Lusaka", **ZMB),
        tell("detention", "Three miners were *picked up* in Ndola on Monday.", crowd("miners"), figures=[people(3)],
             day="2031-05-05", place="Ndola", **ZMB),
    ],
    "a lead and an event of weeks before": [
        tell("protest", "Thousands *marched* through Lusaka.", date=LEAD, **ZMB),
        tell("protest", "Students *rallied* on 10 April.", day="2031-04-10", **ZMB),
    ],
    "the day of the story is another's own": [
        tell("protest", "Miners *marched* in Ndola on Sunday.", crowd("miners", "actor"), day="2031-05-04",
             place="Ndola", **ZMB),
        tell("protest", "The Green Front *marched* in Kitwe.", body("Green Front"), date=STORY, place="Kitwe", **ZMB),
    ],
    "another person is still held": [
        tell("detention", "Ana Lopes was *arrested* on 4 May.", person("Ana Lopes"), day="2031-05-04", **KEN),
        tell("detention", "Juma Otieno is still being *held*.", person("Juma Otieno"), **KEN),
    ],
    "two types": [
        tell("protest", MARCH, day="2031-05-04"),
        tell("detention", "Police *arrested* 12.", day="2031-05-04"),
    ],
    "two days": [
        tell("protest", MARCH, day="2031-05-04", country="ZMB"),
        tell("protest", "They *marched* again on 5 May.", day="2031-05-05", country="ZMB"),
    ],
    "two years of one month and day": [
        tell("election", "Kenya *voted* on 9 August 2032.", day="2032-08-09", **KEN),
        tell("election", "It last *voted* in 2027.", date=on("2027"), **KEN),
    ],
    "another month and day, the year unknown": [
        tell("election", "Kenya *voted* on 9 August.", date=on("XXXX-08-09"), **KEN),
        tell("election", "Kenya *voted* on 8 August 2032.", day="2032-08-08", **KEN),
    ],
    "two places on one day": [
        tell("protest", MARCH, day="2031-05-04", place="Lusaka", latitude=-15.4, longitude=28.3),
        tell("protest", "Miners *marched* in Kitwe.", day="2031-05-04", place="Kitwe", latitude=-12.8, longitude=28.2),
    ],
    "two countries": [
        tell("protest", "Students *marched* in Quito.", day="2031-05-04", country="ECU"),
        tell("protest", "Students *marched* in Lima.", day="2031-05-04", country="PER"),
    ],
    "two people detained on one day": [
        tell("detention", "Ana Lopes was *arrested* on 4 May.", person("Ana Lopes"), day="2031-05-04"),
        tell("detention", "Juma Otieno was *arrested* on 4 May.", person("Juma Otieno"), day="2031-05-04"),
    ],
    "one named, and a crowd": [
        tell("detention", "Ana Lopes was *arrested* on 4 May.", person("Ana Lopes"), day="2031-05-04"),
        tell("detention", "Police *arrested* 60 strikers.", crowd("strikers"), figures=[people(60)], day="2031-05-04"),
    ],
    "two groups": [
        tell("detention", "Police *arrested* lawyers.", crowd("lawyers"), day="2031-05-04"),
        tell("detention", "Soldiers *arrested* students.", crowd("students"), day="2031-05-04"),
    ],
    "clearly different numbers by one voice": [
        tell("detention", "Police *held* 12 people.", figures=[people(12)], day="2031-05-04"),
        tell("detention", "Troops *held* 90 people.", figures=[people(90)], day="2031-05-04"),
    ],
    "told as a second time": [
        tell("inauguration", "Ana Torvik was *sworn in* two days after the vote.", person("Ana Torvik", "actor"),
             **ZMB),
        tell("inauguration", "Ana Torvik *took the oath* a second time on 4 May.", person("Ana Torvik", "actor"),
             day="2031-05-04", **ZMB),
    ],
    "told as another one": [
        tell("protest", MARCH, day="2031-05-04"),
        tell("protest", "There was a second *march* that day.", day="2031-05-04"),
    ],
    "told as more of them": [
        tell("detention", "Police *held* some students.", crowd("students")),
        tell("detention", "Another 30 students were *arrested* at night.", crowd("students")),
    ],
    "a plan without a date is not what just happened": [
        tell("protest", "Hundreds *marched* on 4 May.", day="2031-05-04", **KEN),
        tell("protest", "Unions called for *protests*.", status="planned", realis="planned", **KEN),
    ],
    "the past is not the present": [
        tell("coup", "Officers *plotted* against him.", status="alleged", country="TCD"),
        tell("coup", "He came to power in a *coup* in 1990.", date=on("1990"), realis="historical", country="TCD"),
    ],
    "a running total and one occasion": [
        tell("detention", "More than 400 people have been *held* since January.", day="2031-01-01/.."),
        tell("detention", "Police *held* six on Monday.", day="2031-05-04"),
    ],
    "a name, and a number of people": [
        tell("detention", "Ana Lopes was *arrested* on 4 May.", person("Ana Lopes"), day="2031-05-04"),
        tell("detention", "The number *held* was 60.", figures=[people(60)], day="2031-05-04"),
    ],
    "particulars without anything in common": [
        tell("detention", "Police *held* 60 strikers on 4 May.", crowd("strikers"), day="2031-05-04", **KEN),
        tell("detention", "In Nakuru 12 were *held*.", figures=[people(12, claimant="Police")], place="Nakuru", **KEN),
    ],
    "a denied rumour about somebody": [
        tell("detention", "Police *held* 60 strikers on 4 May.", crowd("strikers"), day="2031-05-04", **KEN),
        tell("detention", "They deny that Lopes was *arrested*.", person("Lopes"), realis="denied", status="denied"),
    ],
    "two votes, both stated": [
        tell("election", "Kenya *voted* on 4 May.", day="2031-05-04", **KEN),
        tell("election", "It *voted* again on 6 May.", day="2031-05-06", **KEN),
    ],
    "two offices": [
        tell("election", "Kenya held its presidential *election* on 4 May.", day="2031-05-04", **KEN),
        tell("election", "Parliamentary *elections* brought a new majority.", **KEN),
    ],
    "two rounds": [
        tell("election", "In the first round of *voting* she led.", **KEN),
        tell("election", "She won the run-off *vote*.", **KEN),
    ],
    "two stances": [
        tell("recognition", "Peru *congratulated* Odinga.", state("Peru", "PER"), mode="recognises", **KEN),
        tell("recognition", "Peru *rejected* Odinga.", state("Peru", "PER"), mode="refuses", **KEN),
    ],
    "recognition by two states in two sentences": [
        tell("recognition", "Peru *congratulated* Odinga.", state("Peru", "PER"), mode="recognises", **KEN),
        tell("recognition", "Chile *congratulated* Odinga.", state("Chile", "CHL"), mode="recognises", **KEN),
    ],
    "recognition of two leaders by one state": [
        tell("recognition", "Peru *recognised* Odinga.", state("Peru", "PER"), person("Odinga"), mode="recognises"),
        tell("recognition", "Peru *recognised* Banda.", state("Peru", "PER"), person("Banda"), mode="recognises"),
    ],
    "two recalls": [
        tell("diplomacy", "Peru *recalled* its envoy.", state("Peru", "PER"), state("Kenya", "KEN", "target"),
             day="2031-05-04"),
        tell("diplomacy", "Chile *recalled* its envoy.", state("Chile", "CHL"), state("Kenya", "KEN", "target"),
             day="2031-05-04"),
    ],
    "recall and expulsion": [
        tell("diplomacy", "Peru *recalled* its envoy.", state("Peru", "PER"), mode="recall"),
        tell("diplomacy", "Peru *expelled* two attaches.", state("Peru", "PER"), mode="expulsion"),
    ],
    "two victims of two hackers": [
        tell("cyberattack", "Foxglove *hacked* Acme.", body("Foxglove"), body("Acme", "target"), day="2031-05-04"),
        tell("cyberattack", "Nightjar *hacked* Bolt.", body("Nightjar"), body("Bolt", "target"), day="2031-05-04"),
    ],
    "statements in two sentences": [
        tell("statement", "Lopes *warned* the judges.", person("Lopes", "actor")),
        tell("statement", "Lopes *accused* the judges.", person("Lopes", "actor")),
    ],
    "the congratulations of others are theirs": [
        tell("recognition", "Otieno *congratulated* Mwangi.", person("Otieno", "actor"), person("Mwangi"),
             mode="recognises", **KEN),
        tell("recognition", "Peru sent its *congratulations*.", state("Peru", "PER"), person("Mwangi"),
             mode="recognises", **KEN),
    ],
    "an attack that failed is another": [
        tell("cyberattack", "Hackers *broke into* the port.", body("port", "target"), day="2031-05-04", **KEN),
        tell("cyberattack", "They *tried to break into* the bank.", body("bank", "target"), status="attempted",
             day="2031-05-04", **KEN),
    ],
    "bounds that exclude the day": [
        tell("release", "Some were *freed* on 1 May.", day="2031-05-01"),
        tell("release", "Others were *freed* after the vote.", date=bounded("2031-05-04/..")),
    ],
}  # fmt: skip


@pytest.mark.parametrize("tells", APART.values(), ids=APART)
def test_apart(tells):
    assert grouped(*tells) == [[0], [1]]
