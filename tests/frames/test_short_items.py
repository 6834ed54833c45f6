"""Short items of news as desks write them: what was not done, who is meant by "the agency", where a prison stands."""

from __future__ import annotations

import pytest

import timeline
from timeline.articles import read_text, sentences
from timeline.frames.syntax.parsing import parse
from timeline.merge.cluster import group_mentions
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
            "Prosecutors on Thursday charged a man over a virus of May 2017. The Treasury imposed sanctions on him the "
            "same day.",
            "sanction",
            "2024-03-14",
        ),
        ("Peru's government postponed September's election by a year.", "election", "2024-09"),
        (
            "Crowds sang in Lima on Thursday as Ada Lund walked out of prison, ten days before the country chooses "
            "a successor to President Ivo Berg.",
            "election",
            "2024-03-24",
        ),
        (
            "Peru cut ties with Chad on Monday. The switch came two days after Ada Lund was elected president.",
            "election",
            "2024-03-09",
        ),
        (
            "President Ivo Berg fled Peru on Sunday after weeks of street protests over water cuts.",
            "protest",
            "../2024-03-10",
        ),
        (
            "A jury in Oslo on Friday indicted 12 officers in the hacking of a party during the 2016 election.",
            "cyberattack",
            "2016",
        ),
        (
            "On Monday Chad expelled two envoys in response to the sanctions that Peru imposed in January.",
            "diplomacy",
            "2024-03-11",
        ),
    ],
)
def test_days(text: str, event_type: str, day: str) -> None:
    assert day in {item.date.edtf for item in _told(text, event_type)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The court barred the police from arresting Ada Lund until Monday.", "detention"),
        ("The judge prohibited the authorities from detaining the editor.", "detention"),
        ("The army removed President Ivo Berg on Monday and placed the judge Ada Lund in his stead.", "detention"),
        ("Ada Lund swam across the lake near Lima on Monday and won the cup.", "election"),
    ],
)
def test_what_was_not_done(text: str, event_type: str) -> None:
    assert not _told(text, event_type)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Officials in Lima arrested 100 people, according to the Press Freedom Agency. The agency said 12 nurses "
            "were arrested in Cusco.",
            "Press Freedom Agency",
        ),
        ("Granotel shut its shops on Monday. The company said it had been hacked on Sunday.", "Granotel"),
        (
            "The Electoral Commission of Peru met on Monday. The commission said Ada Lund won the presidential vote.",
            "Electoral Commission of Peru",
        ),
    ],
)
def test_bodies_that_speak(text: str, claimant: str) -> None:
    found = timeline.mentions(text, published=PUBLISHED)
    assert claimant in {item.claim.claimant for item in found if item.claim is not None and item.is_event}


def test_who_is_told_does_not_speak() -> None:
    (told,) = _told("Police arrested 20 lawyers in Lima on Monday, the mayor, Ada Lund, told Reuters.", "detention")
    assert told.claim is not None
    assert told.claim.claimant == "Ada Lund"


def test_a_square_or_a_second_name_is_no_body_that_speaks() -> None:
    text = "Teachers marched from Plaza Grande in Lima on Monday. The union said 40 people were arrested."
    claims = {item.claim.claimant for item in timeline.mentions(text, published=PUBLISHED) if item.claim is not None}
    assert "Plaza Grande" not in claims
    two = "Granotel bought Mobifon on Monday. The company said it had been hacked on Sunday."
    found = [item for item in timeline.mentions(two, published=PUBLISHED) if item.event_type == "cyberattack"]
    assert all(item.claim is None or item.claim.claimant not in ("Granotel", "Mobifon") for item in found)


@pytest.mark.parametrize(
    ("text", "event_type", "country"),
    [
        (
            "The film won in Cannes in France on Saturday. Its maker was freed from Tehran's Evin prison in May 2023.",
            "release",
            "IRN",
        ),
        (
            "The government imposed sanctions on a Russian man on Monday. Australia's laws were used at last.",
            "sanction",
            "AUS",
        ),
    ],
)
def test_countries(text: str, event_type: str, country: str) -> None:
    assert country in {item.country for item in _told(text, event_type)}


@pytest.mark.parametrize(
    ("text", "event_type", "count"),
    [
        (
            "President Ada Lund of Peru on Monday imposed sanctions on Chad. Peru's Treasury blacklisted three firms.",
            "sanction",
            1,
        ),
        (
            "Peru's port was hit by a cyberattack this week. The hackers tried to jam its website, the minister said "
            "on Thursday.",
            "cyberattack",
            1,
        ),
        ("Peru imposed sanctions on Chad on Monday. Cuba imposed sanctions on Mali on Monday.", "sanction", 2),
    ],
)
def test_what_is_one(text: str, event_type: str, count: int) -> None:
    found = [item for item in read_article(read_text(text, published=PUBLISHED)).mentions if item.is_event]
    clusters = group_mentions([item for item in found if item.event_type == event_type])
    assert len(clusters) == count


def test_an_ousted_president_behind_a_verb_is_no_second_verb() -> None:
    (parsed,) = parse(list(sentences(read_text("Soldiers stopped a plane carrying ousted President Ada Lund."))))
    ousted = next(token for token in parsed.doc if token.text == "ousted")
    assert (ousted.dep_, ousted.head.text) == ("amod", "Lund")


def test_what_is_handed_over_is_not_more_than_that() -> None:
    text = "The rebels handed over ten captured soldiers to the Red Cross on Monday."
    mentions = [item for item in timeline.mentions(text, published="2021-06-16") if item.event_type == "release"]
    assert {(figure.as_written, figure.bound) for item in mentions for figure in item.figures} == {("ten", "exact")}


def test_no_state_protests_by_recalling_its_envoy() -> None:
    text = "Peru recalled its envoy to Chad for consultations on Friday in protest at a visit that its king is to make."
    assert {item.event_type for item in timeline.mentions(text, published="2021-06-16")} == {"diplomacy"}


def test_whoever_is_held_in_a_story_of_crime_is_held_for_that() -> None:
    crime = (
        "LIMA - Armed robbers made off with 800,000 dollars from a bank in a shopping mall on Friday after a shooting "
        "in the car park.\n\nPolice arrested three men within the hour and recovered a stolen car."
    )
    assert timeline.mentions(crime, published="2021-06-16") == ()


@pytest.mark.parametrize(
    ("text", "claimant", "actor"),
    [
        (
            "A grand jury on Friday indicted 12 Chadian intelligence officers in the hacking of Peru's tax office.",
            "grand jury",
            "Chadian intelligence officers",
        ),
        ("The ministry has concluded that Chad was responsible for the hacking of its servers.", "ministry", "Chad"),
    ],
)
def test_who_says_whose_work_an_attack_was(text: str, claimant: str, actor: str) -> None:
    found = [item for item in timeline.mentions(text, published="2021-06-16") if item.event_type == "cyberattack"]
    assert {(item.claim.claimant if item.claim else "") for item in found} == {claimant}
    assert actor in {party.name for item in found for party in item.participants if party.role == "actor"}


def test_a_number_is_of_whoever_estimates_it() -> None:
    text = "Some 40,000 people marched in Lima, organisers said, while police estimated the crowd at 12,000."
    figures = {(each.as_written, each.claimant) for item in timeline.mentions(text) for each in item.figures}
    assert figures == {("Some 40,000", "organisers"), ("12,000", "police")}


def test_whose_trade_is_to_count_arrests_tells_none() -> None:
    text = "The group Vesna, which tracks arrests, said on Friday that the march in Lima had been peaceful."
    events = {item.event_type for item in timeline.mentions(text, published="2021-06-16") if item.is_event}
    assert events == {"protest"}
