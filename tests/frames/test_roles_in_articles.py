"""Who did it, to whom and how many, where the sentence leaves that to the sentences around it or to other clauses."""

from __future__ import annotations

import pytest

from timeline.models import Article
from timeline.pipeline import read_article


def told(text, event_type):
    """The last mention of a type in an article of a few sentences."""
    found = [item for item in read_article(Article("a", text)).mentions if item.event_type == event_type]
    assert found, f"no {event_type} in {text!r}"
    return found[-1]


def names(mention, role):
    """Everybody in a role, actors with winners and candidates."""
    roles = ("actor", "winner", "candidate") if role == "actor" else (role,)
    return [party.name for party in mention.participants if party.role in roles]


RECOGNISED = [
    ("Ana Lopes won the election in Peru with 54 percent of the vote. Chile congratulated the new president.",
     "recognition", "target", ["Ana Lopes"]),
    ("Ana Lopes beat Jan Berg in Peru's election by 54 percent to 46. President Berg refused to accept the result.",
     "recognition", "target", ["Ana Lopes"]),
    ("Ana Lopes was credited with 61 percent of the vote in Peru's election. Chile and Brazil refused to recognise it.",
     "recognition", "target", ["Ana Lopes"]),
    ("Independence was declared in Pristina on Sunday, a city in Kosovo. On Monday Norway recognised it.",
     "recognition", "target", ["Kosovo"]),
    ('"We do not recognise the results of the election in Peru," the Chilean minister Ada Lund said.',
     "recognition", "actor", ["Ada Lund"]),
]  # fmt: skip

LED = [
    ("Rebel soldiers, led by General Musa Diallo, toppled the president of Chad on Friday.", "coup", "actor",
     ["Rebel soldiers", "Musa Diallo"]),
    ("Rebel soldiers, led by General Musa Diallo, toppled the president of Chad on Friday.", "coup", "target",
     ["president of Chad"]),
    ("The minister said the blackout was caused by a cyberattack that Kenya launched against the power grid.",
     "cyberattack", "actor", ["Kenya"]),
    ("Ana Lund said the blackout was caused by a cyberattack launched by Kenya against the power grid.", "cyberattack",
     "target", ["power grid"]),
    ("Peru, Chile and Cuba stood by Ana Lopes, who won the election in May and was sworn in as president on Monday.",
     "inauguration", "actor", ["Ana Lopes"]),
    ("Police arrested three men in Lusaka on Friday; one was released without charge on Saturday.", "release",
     "target", ["men"]),
]  # fmt: skip

STATES = [
    ("Peru expelled Mexico's ambassador, Jon Berg, on Monday.", "diplomacy", "target", ["Jon Berg", "Mexico"]),
    ("Iran is angry. Bahrain called its ambassador home from Tehran.", "diplomacy", "target", ["Iran"]),
    ("Bahrain recalled its ambassador from Iran. Iran did likewise the next day.", "diplomacy", "target", ["Bahrain"]),
    ("Peru recalled its ambassador from Chile. Bolivia followed suit.", "diplomacy", "target", ["Chile"]),
    ("Turkey declared the Egyptian envoy, Omar Said, persona non grata.", "diplomacy", "actor", ["Turkey"]),
    ("ECOWAS shut its borders with Niger and froze the country's assets.", "sanction", "target", ["Niger"]),
    ("The European Union met. The bloc imposed sanctions on Mali.", "sanction", "actor", ["European Union"]),
    ("Nauru spoke last. The Pacific nation severed diplomatic ties with Peru.", "diplomacy", "actor", ["Nauru"]),
    ("On 16 May Norway imposed a travel ban and an asset freeze on six Chadian ministers.",
     "sanction", "target", ["Chadian ministers"]),
    ("Chile severed diplomatic relations with Iran with immediate effect.", "diplomacy", "target", ["Iran"]),
]  # fmt: skip

PEOPLE = [
    ("Anna Okoro founded a paper. Police arrested the journalist on Monday.", "detention", "target", ["Anna Okoro"]),
    ("Dale Hutter, a commissioner who was arrested on Sunday, is ill.", "detention", "target", ["Dale Hutter"]),
    ("Maria Lund met Tom Kvist. It rained. He was arrested on Monday.", "detention", "target", ["Tom Kvist"]),
    ("Maria Lund met Tom Kvist. It rained. She was arrested on Monday.", "detention", "target", ["Maria Lund"]),
    ("Marchers filled the park. In Lagos some 350 of them were arrested.", "detention", "target", ["Marchers"]),
    ("A mob stormed the court, of whom 86 were detained that night.", "detention", "target", ["mob"]),
    ("Two of Jan Berg's bodyguards were arrested.", "detention", "target", ["Jan Berg's bodyguards"]),
    ('"I was arrested on Monday," said Ana Lopes.', "detention", "target", ["Ana Lopes"]),
    ("Police used tear gas in Lima, and 12 students were arrested.", "detention", "actor", ["Police"]),
    ("Police said on Monday that 12 students had been arrested.", "detention", "actor", ["Police"]),
    ("A staggering 1,200 farmers were arrested.", "detention", "target", ["farmers"]),
    ("Soldiers seized power on Tuesday, detaining President Ibra Keita.", "coup", "target", ["Ibra Keita"]),
    ("Soldiers arrested President Bah Ndow in what the UN called a coup.", "coup", "target", ["Bah Ndow"]),
    ("Prosecutors said that students had met. They accused them of planning to topple President Jose Lobo.",
     "coup", "target", ["Jose Lobo"]),
]  # fmt: skip

AIMS = [
    ("Students marched in Lima to demand the resignation of President Ana Lopes.", ["Ana Lopes"]),
    ("Crowds marched in Lima to demand that Ana Lopes step down.", ["Ana Lopes"]),
    ("A crowd protesting over water shortages blocked the road in Lima.", ["water shortages"]),
    ("Farmers rallied in Lima to protest fuel prices.", ["fuel prices"]),
    ("Teachers marched in Lima calling for an end to one-party rule.", ["one-party rule"]),
    ("Thousands marched in Lima in protest at the ruling.", ["ruling"]),
    ("An anti-government rally was held in Lima.", ["government"]),
    ("Rioters in Lima pelted a convoy with stones and clashed with police.", ["convoy", "police"]),
    ("Students rallied in Lima for higher wages.", []),
    ("Students staged a protest in Lima over the weekend.", []),
]


@pytest.mark.parametrize(("text", "event_type", "role", "expected"), [*RECOGNISED, *LED, *STATES, *PEOPLE])
def test_role(text, event_type, role, expected):
    assert names(told(text, event_type), role) == expected


@pytest.mark.parametrize(("text", "expected"), AIMS)
def test_what_a_protest_is_against(text, expected):
    assert names(told(text, "protest"), "target") == expected


CROWDS = [
    ("Farmers marched in Quito on Monday. Police put the crowd at 4,000; organisers said 20,000 had come.",
     [(4000, "Police"), (20000, "organisers")]),
    ("Farmers marched in Quito on Monday. City police counted 900 people.", [(900, "City police")]),
    ("Farmers marched in Quito on Monday. Police arrested 40 of them.", []),
    ("Farmers marched in Quito on Monday. The plan would cost 4,000 people their jobs, the union said.", []),
    ("A march drew 9,000 people, according to its organisers, or 2,000, according to the police.",
     [(9000, "organisers"), (2000, "police")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CROWDS)
def test_rival_numbers_keep_their_sources(text, expected):
    figures = [item for item in told(text, "protest").figures if item.measure == "people"]
    assert [(item.value, item.claimant) for item in figures] == expected


def test_results_behind_an_announcement_are_the_announcers():
    text = (
        "Ana Lopes won the election in Peru with 52 percent of the vote, the electoral commission said. "
        "Jan Berg took 46 percent of the vote."
    )
    mention = told(text, "election")
    assert mention.claim is not None and mention.claim.claimant == "electoral commission"


def test_a_claimant_is_called_by_the_fullest_name():
    text = "Interior Minister Ada Lund spoke on Monday. Lund said 12 men had been arrested."
    claim = told(text, "detention").claim
    assert claim is not None and claim.claimant == "Ada Lund"
    text = "Interior Minister Ada Lund spoke on Monday. Lund's party said 12 men had been arrested."
    claim = told(text, "detention").claim
    assert claim is not None and claim.claimant == "Lund's party"


def test_a_sourced_denial_of_a_rumour_is_denied():
    assert (
        told("Reports that the mayor had been arrested were false, the ministry said.", "detention").status == "denied"
    )


def test_who_leads_the_rest_of_the_field_has_not_won():
    text = (
        "Ana Lopes was elected president of Zambia on Sunday with 5.8 million votes. Candidate Joseph Banda obtained "
        "1.8 million votes and Ruth Phiri 950,000 votes. The opposition refused to recognise the result."
    )
    assert names(told(text, "recognition"), "target") == ["Ana Lopes"]


BEHIND = [
    ("Farmers marched in Oslo on Monday at the call of the Rural League.", "protest", "actor",
     ["Farmers", "Rural League"]),
    ("The Nurses' Alliance is telling its members to march on Oslo on Friday.", "protest", "actor",
     ["members", "Nurses' Alliance"]),
    ("A quarrel over fares brought tens of thousands of people on to the streets of Oslo in May.", "protest", "actor",
     ["people"]),
    ("General Nils Kvist seized power in May with the backing of mutinous soldiers.", "coup", "actor",
     ["Nils Kvist", "mutinous soldiers"]),
    ("General Nils Kvist seized power in May with the speed of lightning.", "coup", "actor", ["Nils Kvist"]),
    ("Ana Lopes walked out of the central prison on Tuesday on the governor's orders.", "release", "actor",
     ["governor"]),
    ("Ana Lopes won the election in Peru with 54 percent. Messages of congratulation came from the leaders of Chile, "
     "Ghana and Norway.", "recognition", "actor", ["Chile", "Ghana", "Norway"]),
    ("Maria Lund won the election in Peru. Her rival Tom Kvist said he would never recognise her government.",
     "recognition", "target", ["Maria Lund"]),
    ("Chile does not recognise Peru's government.", "recognition", "target", ["Peru"]),
    ("Maria Lund spoke on Monday. In the election of 19 May she received 59.5 per cent of the votes.", "election",
     "actor", ["Maria Lund"]),
    ("The entry ban which the European Union imposed on Monday on Maria Lund is short-sighted.", "sanction", "actor",
     ["European Union"]),
    ("The entry ban which the European Union imposed on Monday on Maria Lund is short-sighted.", "sanction", "target",
     ["Maria Lund"]),
    ("Portugal called its ambassador back to Lisbon from Chile in May.", "diplomacy", "target", ["Chile"]),
    ("On 4 July the head of the Supreme Court, Tom Kvist, took the oath as interim president.", "inauguration",
     "actor", ["Tom Kvist"]),
    ("He had been behind bars since August 2019, when special forces stormed his compound.", "detention", "actor",
     ["special forces"]),
]  # fmt: skip

PARTS = [
    ("Their second act was to arrest Tom Kvist, the president's son.", "detention", "actor", []),
    ("Soldiers took the palace on Monday. Their second act was to arrest Tom Kvist.", "detention", "actor",
     ["Soldiers"]),
    ("By noon Maria Lund had put on the red sash and sworn to serve until 2026.", "inauguration", "actor",
     ["Maria Lund"]),
    ("Armoured vehicles commanded by General Nils Kvist rammed the doors of the palace on Wednesday in an attempt to "
     "overthrow President Maria Lund.", "coup", "actor", ["Nils Kvist"]),
    ("Fifteen plotters are already in the hands of justice, Interior Minister Tom Kvist reported.", "detention",
     "actor", []),
    ("Ada Lund and Tom Kvist won. Maria Kvist is ill. Kvist was arrested on Friday.", "detention", "target",
     ["Tom Kvist"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "role", "expected"), [*BEHIND, *PARTS])
def test_parts(text, event_type, role, expected):
    assert names(told(text, event_type), role) == expected
