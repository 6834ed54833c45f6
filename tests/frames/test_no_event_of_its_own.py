"""What words of an event do not tell one: who keeps order, what kind of thing it is, of what nothing is known."""

from __future__ import annotations

import pytest

import timeline
from timeline.merge.cluster import group_mentions
from timeline.merge.settle import settle_status
from timeline.models import Article, Mention
from timeline.pipeline import read_article


def events(text: str, event_type: str) -> list[Mention]:
    """The mentions of a type that make events."""
    mentions = read_article(Article("a", text, published="2031-05-09")).mentions
    return [mention for mention in mentions if mention.event_type == event_type and mention.is_event]


def actors(mention: Mention) -> list[str]:
    return [party.name for party in mention.participants if party.role == "actor"]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Norway has neither recognised nor rejected the result so far.", "recognition"),
        (
            "On 5 May riot police raided the headquarters of the union in Lusaka and took away about 200 people, "
            "many of them villagers.",
            "protest",
        ),
        ("She was sprung from a cell of the barracks at dawn by her sons.", "detention"),
        (
            "When General Ada Zulu took the oath as transitional president of Zambia on Monday, the hall applauded.",
            "coup",
        ),
        ('"If the minister is not in jail by June, the boats will stay in the harbour," Ada Zulu said.', "detention"),
        ("The bishops ask that all men held without trial in Lusaka be set free.", "detention"),
        ("The largest of the rallies since the poll drew some 9,000 farmers in Lusaka on May 4.", "election"),
        ("The general shut himself in a barracks in Lusaka on Monday with 400 soldiers.", "detention"),
    ],
)
def test_no_event(text: str, event_type: str) -> None:
    assert events(text, event_type) == []


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("She is behind bars, her lawyer in Lusaka said.", "detention"),
        ("Police held all nine leaders of the union in Lusaka on Monday.", "detention"),
        ("Since the vote on 3 May crowds have marched in Lusaka every night.", "protest"),
        ("Rioters set fire to the town hall in Lusaka on 4 May and clashed with police.", "protest"),
    ],
)
def test_an_event(text: str, event_type: str) -> None:
    assert events(text, event_type)


def test_who_polices_a_crowd_is_not_in_it() -> None:
    (arrests,) = events("Police in Lusaka arrested nine in protests over bread prices.", "detention")
    (protest,) = events("Police in Lusaka arrested nine in protests over bread prices.", "protest")
    assert (actors(arrests), actors(protest)) == (["Police"], [])


def test_police_may_walk_out_in_protest() -> None:
    (protest,) = events("Police officers in Lusaka walked off the job in protest on Monday.", "protest")
    assert actors(protest) == ["Police officers"]


def test_a_penalty_and_what_it_does_are_one() -> None:
    text = "Norway said on Friday it had imposed sanctions on Zambia's spy agency, freezing any assets it may have."
    assert len(events(text, "sanction")) == 1


def test_the_dead_are_no_crowd() -> None:
    text = (
        "On 5 May miners marched in Kitwe. Soldiers fired tear gas at them. The clinic counted 31 dead by Friday; the "
        "mayor spoke of 14."
    )
    assert all(figure.measure != "people" for mention in events(text, "protest") for figure in mention.figures)


def test_the_new_president_is_whoever_was_sworn_in() -> None:
    text = (
        "Colonel Ada Zulu was sworn in as head of state of Zambia on 17 April in Lusaka. Three days earlier President "
        "Jo Banda had fled. Twelve prisoners were set free on 18 April, a day after the new president took office."
    )
    assert {name for mention in events(text, "inauguration") for name in actors(mention)} == {"Ada Zulu"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Relatives said that Ada Zulu was being held in Lusaka. The army denies that she was arrested.", "denied"),
        ("Ada Zulu was arrested in Lusaka on Friday. The army denies that she was arrested.", "reported"),
    ],
)
def test_what_only_others_say_is_denied(text: str, status: str) -> None:
    groups = group_mentions(read_article(Article("a", text, published="2031-05-09")).mentions)
    assert [settle_status(group.mentions) for group in groups] == [status]


def test_more_of_the_same() -> None:
    text = "Norway threw out the Zambian consul in May 2029; two more were expelled in January 2030."
    told = [(mention.date.edtf, actors(mention)) for mention in events(text, "diplomacy")]
    assert told == [("2029-05", ["Norway"]), ("2030-01", ["Norway"])]


def test_held_once_more() -> None:
    text = (
        "Ada Zulu was put under house arrest in April 2029, freed in June and picked up once more on 22 January 2030."
    )
    dates = [mention.date.edtf for mention in events(text, "detention")]
    assert dates == ["2029-04", "2030-01-22"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("India and the United Kingdom called their ambassadors home on 14 February.", ["India", "United Kingdom"]),
        ("Norway retaliated by summoning its own ambassador home from Lusaka.", ["Norway"]),
        ("Norway denies a report on local radio that it has called its ambassador home.", ["Norway"]),
    ],
)
def test_envoys_called_home(text: str, named: list[str]) -> None:
    (recall,) = events(text, "diplomacy")
    assert (recall.mode, actors(recall)) == ("recall", named)
    assert events(text, "statement") == []


def test_no_town_of_a_dateline_is_sworn_in() -> None:
    for text in ("SÃO PAULO, Brazil -- Ada Zulu was sworn in on Sunday.", "LUSAKA, Zambia - Ada Zulu was sworn in."):
        assert [actors(mention) for mention in events(text, "inauguration")] == [["Ada Zulu"]]


def test_ordered_freed_by_a_court() -> None:
    text = "Five women were ordered freed by the High Court in Lusaka on Monday and walked out of jail to cheers."
    assert {mention.status for mention in events(text, "release")} == {"reported"}


def test_under_sanctions() -> None:
    assert len(events("The general has been under a travel ban since 2029.", "sanction")) == 1
    assert events("The general is under pressure since 2029.", "sanction") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('Ada Zulu lost. "We do not accept this result," her spokesman, Jo Mwata, told the Standard.', "Ada Zulu"),
        ('"We do not recognise the result," said Jo Mwata, a spokesman for the Unity Party.', "Unity Party"),
        ('"We do not recognise the result," said Jo Mwata, a farmer.', "Jo Mwata"),
    ],
)
def test_we_of_a_spokesman(text: str, named: str) -> None:
    (refusal,) = events(text, "recognition")
    assert actors(refusal) == [named]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Two guards from the town bank who were detained by soldiers on Friday in Lusaka are safe.", "guards"),
        ("The leader of the students who was detained by soldiers on Friday is safe.", "leader of the students"),
        ("Soldiers seized the leaders of the union who were in Lusaka on Friday.", "leaders of the union"),
    ],
)
def test_who_was_held_agrees_with_the_verb(text: str, held: str) -> None:
    (arrest,) = events(text, "detention")
    assert [party.name for party in arrest.participants if party.role == "target"] == [held]


def test_no_attack_attacks() -> None:
    text = "Officials in Lusaka said that the Zebra gang had carried out the assault, which tried to wipe servers."
    assert all("assault" not in name for mention in events(text, "cyberattack") for name in actors(mention))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Oslo will not recognise the junta. Officials said that Peru and Chile had taken the same position.", "Peru"),
        ("Norway congratulated Ada Zulu on her win. Peru took the same step on Monday.", "Peru"),
    ],
)
def test_the_same_position(text: str, named: str) -> None:
    last = events(text, "recognition")[-1]
    assert actors(last)[0] == named


def test_taken_a_step_is_no_stance() -> None:
    text = "Norway congratulated Ada Zulu on her win. Peru took the first step on Monday towards a ban on imports."
    assert all("Peru" not in actors(mention) for mention in events(text, "recognition"))


def test_held_since_the_day_it_tells() -> None:
    text = (
        "Ada Zulu, a lawyer from Lusaka, has been in custody since 7 April, when masked men pushed her into a minibus."
    )
    groups = group_mentions(read_article(Article("a", text, published="2031-05-09")).mentions)
    assert len([group for group in groups if group.event_type == "detention"]) == 1


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The electoral commission declared Ada Lund the winner of the presidential election in Zambia.", "winner"),
        ("The presidential election was on 3 May. The electoral board declared Ada Lund winner.", "winner"),
        ("Ada Lund declared herself the winner of the presidential election in Zambia on Monday.", "candidate"),
    ],
)
def test_declared_the_winner(text: str, role: str) -> None:
    told = {party.role for mention in events(text, "election") for party in mention.participants if party.named}
    assert role in told
    assert ("winner" in told) == (role == "winner")


def test_the_vote_since_which_there_was_none() -> None:
    text = "Zambia has had no senate since 2004 and no popular vote since the general election of June 2001."
    assert [mention.date.edtf for mention in events(text, "election")] == ["2001-06"]


def test_whoever_was_told_as_held_is_not_held_anew_by_being_in_prison() -> None:
    told = "Police arrested Otto Lund, the opposition leader, in Tarka on Monday. "
    found = timeline.mentions(
        told + "Otto Lund is in a maximum-security prison, officials confirm.", published="2023-09-25"
    )
    held = [item.realis for item in found if item.event_type == "detention"]
    assert held.count("actual") == 1
