"""Days that are counted from the news or the vote, and days that belong to a thing or a rank instead of a clause."""

import pytest

from tests.frames.day_texts import FRIDAY, date_of
from timeline.models import Article
from timeline.pipeline import read_article

FROM_NOW = {  # text, trigger, date
    "how things stand two weeks after": (
        "Two weeks after the coup against President Phiri of Zambia, Lusaka is quiet.", "coup",
        "2031-04-25~",
    ),
    "what has just been done two days after": (
        "Diplomats of Kenya have left Lusaka, two days after Zambia broke off diplomatic relations.", "broke",
        "2031-05-07",
    ),
    "what was done on a day two days after": (
        "Diplomats of Kenya left Lusaka on Thursday, two days after Zambia broke off diplomatic relations.", "broke",
        "2031-05-06",
    ),
    "what has been so since": (
        "President Phiri of Zambia has been held at his home in Lusaka since the morning of the coup.", "held",
        "../2031-05-09",
    ),
}  # fmt: skip

VOTE = "Zambia held a presidential election on 9 March. "
WITHIN = {
    "in the days after": (VOTE + "Police arrested 60 teachers in the four days after the election.",
                          "2031-03-09/2031-03-13"),
    "in the first days after": (VOTE + "In the first four days after polls closed, police arrested 60 teachers.",
                                "2031-03-09/2031-03-13"),
    "in the first week after": (VOTE + "In the first week after the vote, police arrested 60 teachers.",
                                "2031-03-09/2031-03-16"),
    "days after, and not within them": (VOTE + "Four days after the election, police arrested 60 teachers.",
                                        "2031-03-13"),
}  # fmt: skip

OWN = {
    "of a thing": ("Police arrested Ana Lopes in Lusaka under a warrant of 1 May.", "arrested", "../2031-05-09"),
    "of the night": ("Police arrested Ana Lopes in Lusaka on the night of 1 May.", "arrested", "2031-05-01"),
    "of the cause alone": ("Nurses detained in Zambia over the riots of June 2029 wept.", "riots", "2029-06"),
    "the first to do it": (
        "Kenya on Thursday became the first country to recognise the new government of Zambia.", "recognise",
        "2031-05-08",
    ),
    "the first that it was done to": (
        "At 10.30 yesterday morning the game was up for Ana Lopes, the first president of Zambia ever to be arrested.",
        "arrested", "2031-05-08",
    ),
    "an act with a day of its own": (
        "In March 2029 Zambia expelled the ambassador of Kenya, and two more envoys were told to leave in April 2030.",
        "told", "2030-04",
    ),
    "a day by which to leave": (
        "On Thursday the ambassador of Kenya was summoned by Zambia and told to leave by Sunday.", "told", "2031-05-08",
    ),
    "a coup that is proclaimed": (
        "General Banda of Zambia announced at six o'clock yesterday evening that he had assumed the powers of the "
        "president.", "assumed", "2031-05-08",
    ),
    "a share of the votes cast": (
        "Ana Lopes was elected president of Zambia on 12 April with 54 per cent of the votes cast.", "elected",
        "2031-04-12",
    ),
    "what came before the day": (
        "The president of Zambia resigned on Thursday after protests in Lusaka.", "protests", "../2031-05-08",
    ),
    "what took up the days before it": (
        "The president of Zambia resigned on Thursday after two days of riots in Lusaka.", "riots",
        "2031-05-06/2031-05-08",
    ),
    "a headline in running text": ("Banda to take oath as president of Zambia on Sunday", "take", "2031-05-11"),
    "what was due": (
        "The presidential election in Zambia should have taken place on Feb. 25.", "presidential election",
        "2031-02-25",
    ),
    "a feast that the day is counted from": (
        "On the afternoon of 3 May, two days before the feast of 5 May, hackers broke into the servers of the central "
        "bank of Zambia.", "broke", "2031-05-03",
    ),
    "a result of another day": (
        "Kenya said it did not recognise the outcome of the election of 3 May in Zambia.", "recognise",
        "2031-05-03/2031-05-09",
    ),
    "a lead without a day": (
        "Two days after voters in Zambia went to the polls, cleaners were peeling posters from the walls.", "went",
        "2031-05-06/2031-05-07",
    ),
    "an earlier Friday, from now where nothing was told": (
        "The court in Lusaka had heard her oath of office as president the previous Friday.", "heard", "2031-05-02",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FROM_NOW)
def test_counted_from_the_news(name: str) -> None:
    text, trigger, date = FROM_NOW[name]
    assert date_of(text, trigger) == date


@pytest.mark.parametrize("name", WITHIN)
def test_within_so_many_days(name: str) -> None:
    text, date = WITHIN[name]
    assert date_of(text, "arrested") == date


@pytest.mark.parametrize("name", OWN)
def test_whose_day_it_is(name: str) -> None:
    text, trigger, date = OWN[name]
    assert date_of(text, trigger) == date


def test_an_earlier_story_turns_back_a_little() -> None:
    text = (
        "On 30 August 2029 soldiers in Zambia overthrew President Phiri. He was confined to his home until 6 "
        "September. General Banda was sworn in as president on 4 September."
    )
    assert date_of(text, "sworn") == "2029-09-04"


def status_of(text: str, trigger: str) -> str:
    mentions = read_article(Article("a", text, published=FRIDAY)).mentions
    return next(m.status for m in mentions if m.trigger.text.lower().startswith(trigger))


def test_what_stands_in_headlines_or_was_due_is_planned() -> None:
    assert status_of("Banda to take oath as president of Zambia on Sunday", "take") == "planned"
    assert status_of("The election in Zambia should have been held on Feb. 25.", "election") == "planned"


def test_what_was_set_off_took_place() -> None:
    assert status_of("The arrest of Ana Lopes in April had set off riots in Lusaka.", "riots") == "reported"
    assert status_of("Zambia has set a presidential election for Sunday.", "presidential election") == "planned"


def test_what_did_not_come_until_a_day_came_then() -> None:
    text = (
        "The judge in Lusaka signed the order to free Ana Lopes on Tuesday, but the clerk did not come to work until "
        "Thursday. She was released from prison that same afternoon."
    )
    assert date_of(text, "released") == "2031-05-08"
