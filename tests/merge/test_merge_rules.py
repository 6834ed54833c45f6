"""What joins two sentences of one article into one event."""

from dataclasses import replace

import pytest
from merge_making import (
    KEN,
    LEAD,
    MARCH,
    ZMB,
    body,
    bounded,
    crowd,
    grouped,
    on,
    people,
    person,
    said,
    state,
    tell,
)

JOINED = {
    "a lead is told again of the same people": [
        tell("detention", "Police *arrested* 12 people, officials said.", crowd("people"), figures=[people(12)],
             date=LEAD, **ZMB),
        tell("detention", "The suspects were *picked up* in Lusaka on Monday night.", crowd("suspects"),
             day="2031-05-05", place="Lusaka", **ZMB),
    ],
    "a step of a state is told again of its office": [
        tell("diplomacy", "Zambia has *expelled* a Kenyan envoy.", state("Zambia", "ZMB"), crowd("envoy"),
             date=LEAD, mode="expulsion", **ZMB),
        tell("diplomacy", "On Monday the foreign ministry *gave* the diplomat 48 hours to leave.",
             crowd("foreign ministry", "actor"), crowd("diplomat"), day="2031-05-05", mode="expulsion", **ZMB),
    ],
    "two triggers in one sentence": [
        tell("protest", "*Protests* and riots broke out in Nakuru.", day="2031-05-04", place="Nakuru"),
        tell("protest", "Protests and *riots* broke out in Nakuru.", day="2031-05-04", place="Nakuru", mode="riot"),
    ],
    "same day, nothing tells them apart": [
        tell("protest", MARCH, day="2031-05-04", country="ZMB", place="Lusaka"),
        tell("protest", "Students *rallied* on 4 May.", day="2031-05-04", country="ZMB"),
    ],
    "a day within an interval": [
        tell("detention", "Police *held* 40 people from 3 to 5 May.", crowd("people"), day="2031-05-03/2031-05-05",
             **KEN),
        tell("detention", "The *arrests* went on on 4 May.", day="2031-05-04", **KEN),
    ],
    "a date without a year fits its day": [
        tell("election", "Kenya *voted* on 9 August.", date=on("XXXX-08-09"), **KEN),
        tell("election", "The *election* of 9 August 2032 was calm.", day="2032-08-09", **KEN),
    ],
    "no date of its own, same person": [
        tell("detention", "Ana Lopes was *arrested* on 4 May.", person("Ana Lopes"), day="2031-05-04", country="AGO"),
        tell("detention", "Lopes was *seized* at her home.", person("Lopes"), country="AGO"),
    ],
    "a short form of a named actor": [
        tell("inauguration", "Ana Maria Lopes was *sworn in* on Friday.", person("Ana Maria Lopes", "actor"),
             day="2031-05-09"),
        tell("inauguration", "Lopes took the *oath*.", person("Lopes", "actor")),
    ],
    "a definite noun refers back": [
        tell("protest", MARCH, crowd("teachers", "actor"), day="2031-05-04", country="ZMB"),
        tell("protest", "The *march* passed without incident.", crowd("miners", "actor"), country="ZMB"),
    ],
    "planned, then it took place": [
        tell("protest", "A *march* was called for 4 May.", day="2031-05-04", status="planned", realis="planned", **KEN),
        tell("protest", "Hundreds *marched* on 4 May.", day="2031-05-04", **KEN),
    ],
    "the plan that took place is referred to": [
        tell("protest", "Hundreds *marched* on 4 May.", day="2031-05-04", **KEN),
        tell("protest", "The *march* had been planned for weeks.", status="planned", realis="planned", **KEN),
    ],
    "two numbers by two claimants are two claims": [
        tell("protest", "Police put the *rally* at 900 people.", figures=[people(900, claimant="Police")],
             day="2031-05-04"),
        tell("protest", "Organisers said 5,000 *rallied*.", figures=[people(5000, claimant="Organisers")],
             day="2031-05-04"),
    ],
    "an order to keep somebody is no second arrest": [
        tell("detention", "Ana Lopes was *arrested* on 4 May.", person("Ana Lopes"), day="2031-05-04", **KEN),
        tell("detention", "On 9 May a judge ordered that Lopes stay *in custody*.", person("Lopes"), day="2031-05-09",
             **KEN),
    ],
    "one of a group is still held": [
        tell("detention", "Police *held* 15 staff on 4 May.", crowd("staff"), day="2031-05-04", **KEN),
        tell("detention", "The editor, Ana Lopes, is still being *held*.", person("Ana Lopes"), **KEN),
    ],
    "last week's takeover is that of Monday": [
        tell("coup", "Officers *seized power* on Monday.", day="2031-05-05", **KEN),
        tell("coup", "Crowds denounced last week's *takeover*.", day="2031-05-05/2031-05-11", **KEN),
    ],
    "the order of telling keeps nothing apart": [
        tell("election", "Kenya *voted* on 4 May.", day="2031-05-04", **KEN),
        tell("election", "The *poll* was calm.", date=replace(bounded("2031-05-08/.."), rule="told-after"), **KEN),
    ],
    "breaking off ties and sending envoys home is one step": [
        tell("diplomacy", "Kenya *cut ties* and expelled the envoys.", state("Kenya", "KEN"), mode="severance",
             day="2031-05-04", **KEN),
        tell("diplomacy", "Kenya cut ties and *expelled* the envoys.", state("Kenya", "KEN"), mode="expulsion",
             day="2031-05-04", **KEN),
    ],
    "elections: same country, no rival date": [
        tell("election", "Kenya held a presidential *election* on 4 May.", day="2031-05-04", **KEN),
        tell("election", "The opposition said the *vote* was rigged.", **KEN),
    ],
    "an election by its year": [
        tell("election", "Kenya held presidential *elections* on 4 May.", day="2031-05-04", **KEN),
        tell("election", "The 2031 *election* cost millions.", date=on("2031"), **KEN),
    ],
    "recognition: same actor, stance and election": [
        tell("recognition", "Peru *congratulated* Odinga.", state("Peru", "PER"), person("Odinga"),
             mode="recognises", **KEN),
        tell("recognition", "Lima *recognised* Odinga.", state("Lima", "PER"), person("Odinga"), mode="recognises",
             **KEN),
    ],
    "recognition: the same unnamed actor": [
        tell("recognition", "The opposition *rejected* it.", crowd("The opposition", "actor"), mode="refuses", **KEN),
        tell("recognition", "The opposition does not *accept* it.", crowd("opposition", "actor"), mode="refuses",
             **KEN),
    ],
    "recognition: all who take one stance in one sentence": [
        tell("recognition", "Peru *rejected* it and Chile refused it.", state("Peru", "PER"), mode="refuses", **KEN),
        tell("recognition", "Peru rejected it and Chile *refused* it.", state("Chile", "CHL"), mode="refuses", **KEN),
    ],
    "a name, and one person described": [
        tell("detention", "Ana Lopes was *arrested* on 4 May.", person("Ana Lopes"), day="2031-05-04", country="AGO"),
        tell("detention", "Soldiers *dragged* the general away.", crowd("general"), place="Luanda", country="AGO"),
    ],
    "one vote, a date misread by a day": [
        tell("election", "Kenya held its *election* on 4 May.", day="2031-05-04", **KEN),
        tell("election", "He called the day after the *polls*.", date=on("2031-05-05", "anchored"), **KEN),
    ],
    "a site and its city": [
        tell("protest", MARCH, day="2031-05-04", place="Lusaka"),
        tell("protest", "Crowds *gathered* in central Lusaka.", day="2031-05-04", place="central Lusaka"),
    ],
    "a denial joins what it denies": [
        tell("cyberattack", "Hackers *attacked* the port.", body("Port of Mombasa", "target"), status="alleged", **KEN),
        tell("cyberattack", "The port denied any *attack*.", body("Port of Mombasa", "target"), realis="denied",
             status="denied", claim=said("port", "denied", kind="denial"), **KEN),
    ],
    "a statement: one speaker, one sentence": [
        tell("statement", "Lopes *warned* and threatened the judges.", person("Lopes", "actor")),
        tell("statement", "Lopes warned and *threatened* the judges.", person("Lopes", "actor")),
    ],
}  # fmt: skip


@pytest.mark.parametrize("tells", JOINED.values(), ids=JOINED)
def test_joined(tells):
    assert grouped(*tells) == [[0, 1]]


def test_the_nearest_earlier_event_is_referred_back_to():
    tells = [
        tell("protest", "Nurses *marched* on 2 May.", day="2031-05-02", country="ZMB"),
        tell("protest", "Miners *rallied* on 4 May.", day="2031-05-04", country="ZMB"),
        tell("protest", "The *protest* ended at dusk.", country="ZMB"),
    ]
    assert grouped(*tells) == [[0], [1, 2]]


def test_what_an_article_dates_months_back_is_not_its_news():
    tells = [
        tell(
            "coup", "Officers have *overthrown* General Mwangi.", person("Mwangi"), date=bounded("../2031-05-09"), **KEN
        ),
        tell("protest", "The streets of Nakuru saw a *march*.", day="2031-05-04", **KEN),
        tell("coup", "In January 2030 officers *ousted* the president.", day="2030-01", **KEN),
    ]
    assert grouped(*tells) == [[0], [1], [2]]
    recent = tell("coup", "On 8 May officers *ousted* the president.", day="2031-05-08", **KEN)
    assert grouped(*tells[:2], recent) == [[0, 2], [1]]


def test_a_middle_mention_does_not_bridge_two_days():
    tells = [
        tell("detention", "Ana Lopes was *arrested* on 2 May.", person("Ana Lopes"), day="2031-05-02"),
        tell("detention", "Lopes was *held*.", person("Lopes")),
        tell("detention", "Lopes was *arrested* on 9 May.", person("Lopes"), day="2031-05-09"),
    ]
    assert grouped(*tells) == [[0, 1], [2]]


@pytest.mark.parametrize("realis", ["threatened", "demanded", "conditional", "generic", "denied"])
def test_what_did_not_happen_makes_no_event(realis):
    assert grouped(tell("protest", "There was no *march*.", realis=realis)) == []
