"""Who takes part beside the clause of the trigger: those spoken of as "it", singled out, accused, afflicted."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article


def told(text: str, event_type: str) -> Mention:
    """The last mention of a type in a short article."""
    found = [m for m in read_article(Article("a", text, published="2031-05-09")).mentions if m.event_type == event_type]
    assert found, f"no {event_type} in {text!r}"
    return found[-1]


def names(mention: Mention, role: str) -> list[str]:
    """Who has a role, in order."""
    return [party.name for party in mention.participants if party.role == role]


VOTED = "Ana Lopes won Peru's election on 3 May with 54 percent of the vote. "


@pytest.mark.parametrize(
    ("text", "event_type", "targets"),
    [
        (VOTED + "Norway's prime minister, Jan Berg, telephoned on Tuesday to congratulate her.", "recognition",
         ["Ana Lopes"]),
        (VOTED + "President Jan Berg said that he would work with Lopes and offered her his congratulations.",
         "recognition", ["Ana Lopes"]),
        (VOTED + "Norway's foreign minister sent President Ana Lopes her congratulations.", "recognition",
         ["Ana Lopes"]),
        ("Jan Berg, a lawyer, was arrested on 2 May. A judge in Lima ordered his release on 5 May.", "release",
         ["Jan Berg"]),
        ("Red Bay, a news site in Peru, says it has been knocked offline by a denial-of-service attack.",
         "cyberattack", ["Red Bay"]),
        ("Intruders struck twice. The state health insurer denied on Friday that it had been hacked.",
         "cyberattack", ["state health insurer"]),
        ("A spokesman for the Orange Bank said it had been hacked on 3 May.", "cyberattack", ["Orange Bank"]),
        ("The city police deny that their database was hacked last week.", "cyberattack", ["city police"]),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_speaks_and_never_who_acts(text: str, event_type: str, targets: list[str]) -> None:
    assert names(told(text, event_type), "target") == targets


@pytest.mark.parametrize(
    ("text", "event_type", "targets"),
    [
        ("The union said 31 people had been picked up in Lusaka before the march, including two nurses.",
         "detention", ["people", "nurses"]),
        ("Police arrested 20 suspects hours before the polls closed, among them retired general Ivo Berg.",
         "detention", ["suspects", "Ivo Berg"]),
        ("Riot police took away about 200 people, many of them farmers, on 3 May.", "detention", ["people", "farmers"]),
        ("Jan Berg was among 17 students whom police arrested in Lusaka on 3 May.", "detention",
         ["Jan Berg", "students"]),
        ("Jan Berg has been held with his wife at his house since 3 May, when soldiers removed him from power.",
         "detention", ["Jan Berg", "wife"]),
    ],
)  # fmt: skip
def test_those_singled_out_take_part(text: str, event_type: str, targets: list[str]) -> None:
    assert names(told(text, event_type), "target") == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Police arrested 31 people on 3 May in raids on six shops, including one in Lusaka.", ["people"]),
        ("Police arrested 31 students on 3 May and fought 200 workers, many of them miners.", ["students"]),
        ("Jan Berg was held with a knife in his bag on 3 May in Lusaka, police said.", ["Jan Berg"]),
    ],
)
def test_what_is_not_of_the_group_is_left_out(text: str, targets: list[str]) -> None:
    assert names(told(text, "detention"), "target") == targets


@pytest.mark.parametrize(
    ("text", "event_type", "role", "expected"),
    [
        ("Peru's president accused Norway of plotting to use miners to overthrow the government.", "coup", "actor",
         ["miners", "Norway"]),
        ("Peru blamed Norway for an intrusion into the network of its tax office.", "cyberattack", "actor",
         ["Norway"]),
        ("The hospitals in Lima went back to paper after ransomware struck on 3 May.", "cyberattack", "target",
         ["hospitals"]),
        ("Trains stood still after a cyberattack launched on Friday against the Orange Railway.", "cyberattack",
         "target", ["Orange Railway"]),
        ("A Norwegian travel ban on six ministers of Peru came into force on 3 May.", "sanction", "actor",
         ["Norwegian"]),
        ("Norway has announced that new sanctions against six ministers of Peru will take effect on 3 June.",
         "sanction", "actor", ["Norway"]),
        ("Miners blocked the road to Lima for three days in protest at the tax.", "protest", "actor", ["Miners"]),
        ("Peru, whose ministries were crippled by ransomware in May, asked for help.", "cyberattack", "target",
         ["Peru", "ministries"]),
    ],
)  # fmt: skip
def test_roles_beside_the_clause(text: str, event_type: str, role: str, expected: list[str]) -> None:
    assert names(told(text, event_type), role) == expected


def test_who_calls_it_an_attempt_did_not_try() -> None:
    text = "On 3 May gunmen attacked the palace in Lima; President Jan Berg called it an attempt to overthrow him."
    mention = told(text, "coup")
    assert names(mention, "actor") == []
    assert names(mention, "target") == ["Jan Berg"]


def test_normal_service_is_nobody() -> None:
    text = "Normal service has resumed at the border after a cyberattack on Friday evening."
    assert names(told(text, "cyberattack"), "target") == []


def test_envoys_go_home_from_the_country_the_article_is_about() -> None:
    text = "Soldiers rule Peru. Crowds filled the square in Lima, the capital of Peru. Norway recalled its ambassador."
    assert names(told(text, "diplomacy"), "target") == ["Peru"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Soldiers seized power in Peru on Monday. The ousted president, Ana Lopes, has fled to Chile.", ["Ana Lopes"]),
        ("Soldiers seized power in Peru on Monday. They detained Prime Minister Ana Lopes at dawn.", ["Ana Lopes"]),
        ("Soldiers seized power in Peru on Monday. They detained the lawyer Ana Lopes at dawn.", []),
        ("Soldiers seized power in Peru on Monday. Ana Lopes, a former president, has fled to Chile.", []),
        ("Ministers accused soldiers of plotting to seize power in Peru. The ousted president, Ana Lopes, fled.", []),
    ],
)
def test_a_coup_is_against_whom_the_article_calls_ousted(text: str, targets: list[str]) -> None:
    assert names(told(text, "coup"), "target") == targets


def test_who_speaks_for_a_party_takes_its_position() -> None:
    text = VOTED + "The mayor Ivo Berg told reporters that his party would not recognise her victory."
    assert names(told(text, "recognition"), "actor") == ["party", "Ivo Berg"]


def test_who_speaks_of_a_council_does_not() -> None:
    text = VOTED + "The mayor Ivo Berg told reporters that his city council would not recognise her victory."
    assert "Ivo Berg" not in names(told(text, "recognition"), "actor")
