"""Sentences as agencies put them: deadlines, causes with a month, winners of a day's vote, names taken for adverbs."""

from __future__ import annotations

import pytest

import timeline
from timeline.articles import read_text, sentences
from timeline.frames.syntax.parsing import Parsed, parse
from timeline.merge.cluster import group_mentions
from timeline.merge.settle import settle_status
from timeline.models import Mention
from timeline.pipeline import read_article

PUBLISHED = "2024-03-15"  # a Friday


def _told(text: str, event_type: str) -> list[Mention]:
    found = timeline.mentions(text, published=PUBLISHED)
    return [item for item in found if item.event_type == event_type and item.is_event]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        (
            "Chad ordered Peru's diplomats on Monday to leave within 24 hours over a cyberattack in January.",
            "diplomacy",
            "2024-03-11",
        ),
        (
            "Chad told Peru's diplomats on Monday to leave within 24 hours over a cyberattack in July.",
            "cyberattack",
            "2023-07",
        ),
        ("The winner of Saturday's presidential vote, Ada Lund, takes office on May 20.", "election", "2024-03-09"),
        ("The loser of Saturday's presidential vote will appeal.", "election", "2024-03-09"),
        (
            "The party won 83% of the vote in the January 8 election, the second since the end of army rule in 2011.",
            "election",
            "2024-01-08",
        ),
        (
            "Chad cut ties with Peru on Monday and switched recognition to Quito, two days after a presidential vote.",
            "recognition",
            "2024-03-11",
        ),
        ("The presidential election is two weeks away.", "election", "2024-03-25/2024-03-31"),
        ("Zambia will vote in a presidential run-off in two weeks.", "election", "2024-03-25/2024-03-31"),
        ("Zambia has held its third presidential election in two years.", "election", "../2024-03-15"),
        ("The presidential election will now take place on 15 December.", "election", "2024-12-15"),
        (
            "Ada Lund was arrested on 5 March. Her deputy was arrested at dawn the next morning.",
            "detention",
            "2024-03-06",
        ),
        ("Crowds torched shops in Lima on the nights of 8 and 9 March.", "protest", "2024-03-08/2024-03-09"),
        (
            "On 1 March 2010 troops loyal to Ivo Lund, then deputy chief and today strongman, picked up the mayor.",
            "detention",
            "2010-03-01",
        ),
        (
            "Chad expelled the envoy in the spring of 2019, and Peru expelled two diplomats that autumn.",
            "diplomacy",
            "2019-09-01/2019-11-30",
        ),
    ],
)
def test_the_day_is_that_of_the_act(text: str, event_type: str, day: str) -> None:
    assert _told(text, event_type)[-1].date.edtf == day


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        (
            "Chad's military seized power on Monday in a coup against the government of Ada Lund.",
            "coup",
            "Chad's military",
        ),
        ("Nauru severed ties with Taiwan on Monday.", "diplomacy", "Nauru"),
        ("Monday brought protests in Lima.", "protest", None),
    ],
)
def test_who_acts_where_the_parser_lost_the_subject(text: str, event_type: str, actor: str | None) -> None:
    (mention,) = _told(text, event_type)
    assert next((who.name for who in mention.participants if who.role == "actor"), None) == actor


def test_days_of_a_list_are_no_people() -> None:
    (riot,) = _told("Crowds torched shops in Lima on the nights of 8 and 9 March.", "protest")
    assert riot.figures == ()


def _parsed(text: str) -> Parsed:
    article = read_text(text, published=PUBLISHED)
    return parse(tuple(sentences(article)))[0]


@pytest.mark.parametrize(
    "dateline", ["BRASILIA, March 15 (Reuters) - ", "OSLO - ", "NIAMEY, Niger — ", "(Harare, 15 March 2024) – "]
)
def test_a_dateline_changes_nothing_in_the_parse(dateline: str) -> None:
    plain = "Supporters of the former president stormed Congress and the palace on Sunday, a week after the oath."
    bare, headed = _parsed(plain), _parsed(dateline + plain)
    assert [(token.text, token.tag_, token.dep_, token.head.i) for token in headed.doc] == [
        (token.text, token.tag_, token.dep_, token.head.i) for token in bare.doc
    ]
    assert [headed.span(token).text for token in headed.doc] == [token.text for token in headed.doc]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Supporters of Chad's far-right former President Ivo Mora stormed parliament on Sunday.",
            "Supporters of Chad's far-right former President Ivo Mora",
        ),
        ("Two died in a coup by a faction of the army in which the king was hurt on Sunday.", "faction of the army"),
    ],
)
def test_a_phrase_ends_behind_a_name_and_before_a_preposition(text: str, actor: str) -> None:
    found = [mention for mention in timeline.mentions(text, published=PUBLISHED) if mention.is_event]
    assert [who.name for who in found[0].participants if who.role == "actor"] == [actor]


def test_a_number_of_envoys_is_of_those_told_before() -> None:
    text = "Eleven states sent Russian diplomats home. Norway expelled three on Monday. Peru said it would expel two."
    found = _told(text, "diplomacy")
    told = [(item.status, [figure.value for figure in item.figures]) for item in found[1:]]
    assert told == [("reported", [3.0]), ("planned", [2.0])]
    assert all("Russian diplomats" in [who.name for who in item.participants] for item in found)


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        (
            "Mutinous soldiers in Chad said on Monday they had seized power.",
            "coup",
            ("reported", ["Mutinous soldiers"]),
        ),
        ("The army said it has President Ivo Mora in custody.", "detention", ("reported", ["Ivo Mora"])),
        ("President Ivo Mora is in custody.", "detention", ("reported", ["Ivo Mora"])),
    ],
)
def test_who_holds_whom_and_what_mutineers_do(text: str, event_type: str, told: tuple[str, list[str]]) -> None:
    mention = _told(text, event_type)[0]
    role = "target" if event_type == "detention" else "actor"
    assert (mention.status, [who.name for who in mention.participants if who.role == role]) == told


def test_the_coup_that_is_condemned_did_not_come_after_what_was_told_last() -> None:
    text = "The army ousted Ivo Mora on Monday. On Wednesday police arrested his aides, and Peru condemned the coup."
    assert [item.date.edtf for item in _told(text, "coup")] == ["2024-03-11", "../2024-03-15"]


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        (
            "On Monday, Chad and Mali imposed asset freezes and travel bans on officials from Peru.",
            "sanction",
            ({"Chad", "Mali"}, {"officials"}, "2024-03-11"),
        ),
        (
            "Chad's president on Thursday ordered the expulsion of 35 Peruvian diplomats.",
            "diplomacy",
            ({"Chad's president"}, {"Peruvian diplomats"}, "2024-03-14"),
        ),
        (
            "Chad's police arrested 130 Tibetan exiles as they protested in Lima on Monday, the anniversary of "
            "a revolt in 1959.",
            "detention",
            ({"Chad's police"}, {"Tibetan exiles"}, "2024-03-11"),
        ),
        (
            "Chad's police arrested 130 Tibetan exiles as they protested outside an embassy on Monday.",
            "protest",
            ({"Tibetan exiles"}, {"embassy"}, "2024-03-11"),
        ),
        (
            "Police detained some of his supporters on Monday.",
            "detention",
            ({"Police"}, {"supporters"}, "2024-03-11"),
        ),
        (
            "Ada Lund was freed on Saturday after more than seven years under house arrest.",
            "detention",
            (set(), set(), "2017-03-09/2024-03-09"),
        ),
        ("Hundreds died in the unrest in 2015 and 2016.", "protest", ({"Hundreds"}, set(), "2015-01-01/2016-12-31")),
        (
            "Mali cut diplomatic ties with Peru on Monday. Chad and Togo joined later.",
            "diplomacy",
            ({"Chad", "Togo"}, {"Peru"}, "2024-03-11/2024-03-15"),
        ),
    ],
)
def test_who_did_what_to_whom_and_when(text: str, event_type: str, told: tuple[set[str], set[str], str]) -> None:
    mention = _told(text, event_type)[-1]
    by_role = {role: {who.name for who in mention.participants if who.role == role} for role in ("actor", "target")}
    assert (by_role["actor"], by_role["target"], mention.date.edtf) == told


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The Organization of American States voted on Saturday to suspend Chad after the coup.", "election"),
        (
            "Thousands rallied in Lima. Organisers spoke of 60,000; police put turnout at 20,000.",
            "election",
        ),
        ("Ransomware group Zebra has brought Chad's finance ministry to a standstill for three weeks.", "protest"),
    ],
)
def test_what_is_something_else(text: str, event_type: str) -> None:
    told = [mention for mention in _told(text, event_type) if mention.trigger.text in ("voted", "turnout", "brought")]
    assert told == []


def test_whoever_followed_did_what_was_told_before_and_not_what_is_told_next() -> None:
    text = "Chad cut ties with Peru on Sunday. Mali followed on Monday and Togo recalled its ambassador from Lima."
    assert sorted(mention.mode for mention in _told(text, "diplomacy")) == ["recall", "severance", "severance"]


def test_what_somebody_ruled_until_has_come_about() -> None:
    text = "Ivo Abara ruled Chad until soldiers ousted him in 1979. He will rule until soldiers oust him."
    assert [mention.date.edtf for mention in _told(text, "coup")] == ["1979"]


def test_a_dateline_says_less_than_the_one_country_of_its_lead() -> None:
    text = (
        "LONDON - Ivo Abara, who ruled Uganda, died on Saturday. Nobody sent a wreath.\n\n"
        "He toppled the president in January 1971."
    )
    assert [mention.country for mention in _told(text, "coup")] == ["UGA"]


def test_protests_that_a_second_clause_came_after_are_not_of_its_day() -> None:
    text = "Ivo Abara stepped down on Friday and handed power to the army after 18 days of protests."
    assert [mention.date.edtf for mention in _told(text, "protest")] == ["2024-02-26/2024-03-15"]


@pytest.mark.parametrize(
    ("text", "event_type", "dates"),
    [
        ("Supporters of ousted President Ivo Abara blocked roads in Chad on Tuesday.", "coup", ["../2024-03-15"]),
        ("Soldiers ousted President Ivo Abara in Chad on Tuesday.", "coup", ["2024-03-12"]),
        ("The new rulers of Chad named a cabinet on Monday after overthrowing Ivo Abara.", "coup", ["../2024-03-11"]),
        ("Police in Chad seized leaflets on Monday after arresting six men.", "detention", ["2024-03-11"]),
        (
            "A ruling in favour of his jailed opponents came after police arrested a judge on Monday.",
            "detention",
            ["2024-03-11"],
        ),
    ],
)
def test_which_day_of_a_sentence_is_whose(text: str, event_type: str, dates: list[str]) -> None:
    assert [mention.date.edtf for mention in _told(text, event_type)] == dates


def test_a_call_made_by_many_is_no_deed() -> None:
    text = (
        "Ivo Abara named a premier on Sunday, defying calls from Chad, Peru and Mali to recognise his rival Ada Lund."
    )
    assert _told(text, "recognition") == []


@pytest.mark.parametrize(("subject", "mode"), [("No foreign government", "refuses"), ("Peru", "recognises")])
def test_what_no_government_does_is_refused(subject: str, mode: str) -> None:
    assert [mention.mode for mention in _told(f"{subject} has recognised the junta in Chad.", "recognition")] == [mode]


def test_a_closure_stands_beside_an_expulsion_and_is_not_expelled() -> None:
    text = "Chad on Monday ordered the expulsion of 60 Peruvian diplomats and the closure of the consulate in Bol."
    found = next(mention for mention in _told(text, "diplomacy") if mention.mode == "expulsion")
    assert [party.name for party in found.participants if party.role == "target"] == ["Peruvian diplomats"]


def test_what_an_attacker_was_tells_not_where_he_attacks() -> None:
    text = (
        "Conakry was calm on Monday. Guinea's airport was shut.\n\nSoldiers led by Ivo Abara, a former French "
        "legionnaire, stormed the presidential palace on Sunday."
    )
    assert [mention.country for mention in _told(text, "coup")] == ["GIN"]


def test_police_of_one_day_made_no_arrest_of_another() -> None:
    text = "Riot police fired tear gas in Kampala. Ada Lund was arrested on November 14."
    assert [party.name for mention in _told(text, "detention") for party in mention.participants] == ["Ada Lund"]


@pytest.mark.parametrize(
    ("text", "status", "claimant"),
    [
        ("Ivo Abara called the events a coup d'etat on Saturday in Chad.", "alleged", "Ivo Abara"),
        ("Ivo Abara denounced the ruling of a court in Chad as a coup.", "alleged", "Ivo Abara"),
        ("Ivo Abara, ousted in 2012 in what he calls a coup, went back to Chad.", "alleged", "Ivo Abara"),
        ("Ivo Abara, ousted in a coup in 2012, went back to Chad.", "reported", None),
        ("In 1996 army chief Ivo Abara rose against President Ada Lund of Chad, and failed.", "attempted", None),
    ],
)
def test_whose_word_a_coup_is(text: str, status: str, claimant: str | None) -> None:
    found = _told(text, "coup")
    assert [mention.status for mention in found] == [status]
    assert [mention.claim and mention.claim.claimant for mention in found] == [claimant]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("They said they had overthrown President Ivo Abara.", "reported"), ("Loyal troops drove them off.", "attempted")],
)
def test_a_palace_that_was_attacked_fell_where_the_president_did(sentence: str, status: str) -> None:
    text = f"Soldiers attacked the presidential palace in Chad on Monday. {sentence}"
    groups = group_mentions(read_article(read_text(text, published=PUBLISHED)).mentions)
    assert [settle_status(group.mentions) for group in groups if group.event_type == "coup"] == [status]


@pytest.mark.parametrize("when", ["only when the time was right", "only once the army had left"])
def test_what_waits_for_its_time_is_not_planned(when: str) -> None:
    assert _told(f"Chad's ruler said on Monday that elections would be held {when}.", "election") == []


@pytest.mark.parametrize("line", ["Lima (dpa) - ", "Lima, Jun 25 (EFE).- ", "LIMA (AFP) - ", "Oslo/Lima (Reuters) — "])
def test_a_dateline_with_its_agency_is_nobody(line: str) -> None:
    (told,) = _told(f"{line}Ada Lund was sworn in on Wednesday as Peru's president.", "inauguration")
    assert [party.name for party in told.participants] == ["Ada Lund"]


def test_many_are_taken_after_what_one_is_held_since() -> None:
    many = "More than 300 people have been arrested in Chad since the protests broke out in January."
    assert [mention.date.edtf for mention in _told(many, "detention")] == ["2024-01-01/2024-03-15"]


def test_whoever_was_jailed_for_a_plot_was_not_jailed_on_the_day_he_is_pardoned() -> None:
    text = "Ivo Abara, a soldier jailed for trying to overthrow the president of Chad, was pardoned on Tuesday."
    assert [mention.date.edtf for mention in _told(text, "coup")] == ["../2024-03-15"]


def test_that_night_is_of_the_day_its_paragraph_told() -> None:
    text = (
        "Ivo Abara was arrested in Chad on Monday.\n\nTrouble began last Thursday, when a court quashed the case. "
        "The government did not comply. Supporters took to the streets that night."
    )
    assert [mention.date.edtf for mention in _told(text, "protest")] == ["2024-03-14"]


def test_an_attack_that_has_crippled_since_a_day_is_not_of_the_day_it_slowed() -> None:
    text = (
        "The ransomware attack that has crippled hospitals, banks and government agencies in 150 countries since "
        "Friday slowed on Monday, Europol said."
    )
    found = timeline.mentions(text, published="2017-05-15")
    assert [mention.date.edtf for mention in found if mention.event_type == "cyberattack"] == ["2017-05-12/.."]


@pytest.mark.parametrize(
    ("text", "event_type", "dates"),
    [
        ("Chad cut ties with Peru, days after Mali had recalled its ambassador, on Monday.", "coup", []),
        (
            "The army chief of Chad said on Wednesday he would hand over power within two weeks, a day after he "
            "overthrew Ivo Abara.",
            "coup",
            ["2024-03-12"],
        ),
        (
            "Chad and Peru agreed on Wednesday to restore diplomatic ties severed in 1961, after the release of the "
            "aid worker Ada Lund.",
            "release",
            ["../2024-03-13"],
        ),
        (
            "Peru's opposition said on Thursday it had seized power, a day after at least 75 people were killed when "
            "troops opened fire on crowds.",
            "coup",
            ["2024-03-14"],
        ),
        (
            "Ivo Abara began a seventh term in January, taking the oath in Minsk two months after an election that "
            "Peru dismissed as a sham.",
            "election",
            ["2023-11"],
        ),
        ("Ada Lund called on Friday for a march at the weekend in Lima.", "protest", ["2024-03-16/2024-03-17"]),
        ("The leader of a coup in Chad, Ivo Abara, was taken into custody on Thursday.", "coup", ["../2024-03-15"]),
        ("Soldiers took the premier of Chad hostage on January 5, a month before elections.", "election", ["2024-02"]),
    ],
)
def test_what_a_length_counts_from(text: str, event_type: str, dates: list[str]) -> None:
    assert [mention.date.edtf for mention in _told(text, event_type)] == dates


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In November, weeks after coming home from exile in Oslo, he was arrested in Uganda.", "UGA"),
        ("Ada Lund was arrested in Uganda after she had come back from exile in Peru.", "UGA"),
    ],
)
def test_where_an_aside_does_not_play(text: str, country: str) -> None:
    mentions = [*_told(text, "detention"), *_told(text, "coup")]
    assert [mention.country for mention in mentions] == [country]


def test_a_name_that_opens_a_sentence_is_one() -> None:
    (told,) = _told("Speight was being held at a barracks in Fiji, a spokesman said.", "detention")
    assert [party.name for party in told.participants if party.role == "target"] == ["Speight"]


def test_whoever_was_arrested_was_not_told_to_arrest() -> None:
    found = _told("Protesters in Peru had freed several opposition leaders arrested the day before.", "detention")
    assert [party.role for mention in found for party in mention.participants] == ["target"]


@pytest.mark.parametrize(
    ("text", "event_type", "found"),
    [
        ("Chad said on Friday it rejected a proposal to throw out 35 Peruvian diplomats.", "diplomacy", []),
        ("Chad threw out 35 Peruvian diplomats on Friday.", "diplomacy", ["2024-03-15"]),
        (
            "Chad on Thursday imposed sanctions on two officers for hacking the servers of Peru's parliament.",
            "cyberattack",
            ["../2024-03-15"],
        ),
        (
            "More than 100 reformists were put on trial this month in connection with the unrest in Chad.",
            "protest",
            ["../2024-03-15"],
        ),
    ],
)
def test_what_was_paid_for_came_before(text: str, event_type: str, found: list[str]) -> None:
    assert [mention.date.edtf for mention in _told(text, event_type)] == found


def test_the_story_stays_where_a_length_counts_back_from() -> None:
    text = (
        "The army chief of Chad announced on Thursday that the military had taken control of the government, two days "
        "after declaring martial law. Leaders of rival parties were arrested by soldiers."
    )
    assert [mention.date.edtf for mention in _told(text, "detention")] == ["2024-03-14"]


def test_sides_are_no_people() -> None:
    (told,) = _told("Supporters of the two sides clashed outside a court in Chad on Wednesday.", "protest")
    assert [figure for figure in told.figures if figure.measure == "people"] == []


def test_presidents_toppled_since_a_year_are_no_coup_of_today() -> None:
    text = (
        "President Ivo Abara of Chad called it an attempt to seize power illegally on Monday.\n\n"
        "Two presidents have been toppled by revolts since 2005."
    )
    groups = group_mentions(read_article(read_text(text, published=PUBLISHED)).mentions)
    statuses = [settle_status(group.mentions) for group in groups if group.event_type == "coup"]
    assert statuses == ["alleged", "reported"]


def test_a_party_that_came_to_power_made_no_coup() -> None:
    assert _told("Ivo Abara, whose party came to power in Chad in 1948, said his work was done.", "coup") == []
    assert _told("Ivo Abara came to power in Chad in a coup in 1948.", "coup") != []


@pytest.mark.parametrize(
    ("text", "event_type", "dates"),
    [
        (
            "Chad's ruler promised on Monday to hold fresh elections within 45 days.",
            "election",
            ["2024-03-15/2024-04-29"],
        ),
        (
            "Crowds burst into parliament in Chad on Saturday at its first session since a January 7 vote.",
            "election",
            ["2024-01-07"],
        ),
        (
            "Chad will vote within 45 days after Ivo Abara bowed to three weeks of street protests.",
            "protest",
            ["../2024-03-15"],
        ),
        (
            "Ada Lund, who claims to have won the election of 7 January, spoke in Chad on Monday. Police arrested 20.",
            "detention",
            ["2024-03-11"],
        ),
    ],
)
def test_what_is_near_a_vote(text: str, event_type: str, dates: list[str]) -> None:
    assert [mention.date.edtf for mention in _told(text, event_type)] == dates


def test_a_coup_that_one_sees_and_another_denies() -> None:
    text = (
        "Ivo Abara, a former law professor elected in 2019, denied that it was a coup. "
        '"This is a coup," said Ada Lund, the speaker of the parliament in Tunisia.'
    )
    found = _told(text, "coup")
    assert [(mention.status, mention.claim and mention.claim.claimant) for mention in found] == [
        ("denied", "Ivo Abara"),
        ("alleged", "Ada Lund"),
    ]
    assert [mention.date.edtf for mention in found] == ["../2024-03-15"] * 2


def test_nobody_recalls_an_envoy_from_a_protest() -> None:
    text = "Peru recalled its ambassador in protest, and Chad responded by withdrawing its envoy from Lima."
    targets = [party.name for item in _told(text, "diplomacy") for party in item.participants if party.role == "target"]
    assert "protest" not in targets
    assert targets
    assert _told(text, "protest") == []


def test_a_vote_in_which_a_union_was_backed_was_held() -> None:
    text = "Voters on the island had backed joining Peru by 97 percent in a referendum on Sunday."
    assert [mention.date.edtf for mention in _told(text, "election")] == ["2024-03-10"]
