"""Who speaks where the sentence is crowded: datelines, parentheses, second clauses, counts, acts done by saying so."""

from __future__ import annotations

import pytest

from timeline.models import Article, Mention
from timeline.pipeline import read_article


def told(text: str, event_type: str) -> Mention:
    """The last mention of a type in a short article."""
    found = [m for m in read_article(Article("a", text, published="2031-05-09")).mentions if m.event_type == event_type]
    assert found, f"no {event_type} in {text!r}"
    return found[-1]


def claimant(text: str, event_type: str) -> str:
    """Who is cited for it; "" for nobody."""
    claim = told(text, event_type).claim
    return claim.claimant if claim is not None else ""


@pytest.mark.parametrize(
    ("text", "event_type", "cited"),
    [
        (
            "LUSAKA, May 8 (Copper Wire) - Zambian prosecutors have charged six men with plotting a coup.",
            "coup",
            "Zambian prosecutors",
        ),
        ("14.33 Ada Zulu's lawyer says she was arrested in Lusaka on 3 May.", "detention", "Ada Zulu's lawyer"),
        (
            "Prosecutors said last week that 24 women picked up at an opposition sit-in in Lusaka had been freed.",
            "release",
            "Prosecutors",
        ),
        (
            "The bank denies that it was hacked last week, as a trader on the forum claims.",
            "cyberattack",
            "bank",
        ),
        (
            "And on 3 May, the minister Jo Banda has charged, hackers sabotaged the control system of a dam.",
            "cyberattack",
            "Jo Banda",
        ),
        (
            "Zambia expelled four men who, its interior ministry said later, had tried to hack the bank's network.",
            "cyberattack",
            "interior ministry",
        ),
        (
            "The vote was on Sunday. Tallies compiled by two radios gave opposition leader Ada Lund 53.7% of the vote.",
            "election",
            "two radios",
        ),
        (
            "Lund conceded on Monday, but Green leader Jo Banda called it theft and said 40 men were arrested.",
            "detention",
            "Jo Banda",
        ),
        (
            "The Orange Union met. Its chairman, Jo Banda, was led away by police on 3 May, the party said.",
            "detention",
            "Orange Union",
        ),
        (
            "Ada Zulu has long feared him. On 3 May she accused the army of plotting to overthrow the government.",
            "coup",
            "Ada Zulu",
        ),
    ],
)
def test_who_is_cited(text: str, event_type: str, cited: str) -> None:
    assert claimant(text, event_type) == cited


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Students in the capital have announced a march against corruption for 27 May.", "protest"),
        ("The union said that it did not trust the court and called a march in Lusaka for Monday.", "protest"),
        ('Students have called a "mega-march" against the arrests in Lusaka on Friday.', "protest"),
        ("Officers announced on state radio on 3 May that they had overthrown President Ada Zulu.", "coup"),
        ("Colonel Jo Banda announced on 3 May that his unit was taking power in Zambia.", "coup"),
        ("Jo Banda told reporters that his movement would not accept the outcome of Zambia's election.", "recognition"),
        ('"I do not recognise the result of the election in Zambia," President Jo Banda said.', "recognition"),
        ("The official count of the vote on 3 May was 80.1% for Ada Zulu, on a turnout of 84.3%.", "election"),
    ],
)
def test_an_act_done_by_saying_so_cites_nobody(text: str, event_type: str) -> None:
    assert claimant(text, event_type) == ""


@pytest.mark.parametrize(
    ("text", "event_type", "cited"),
    [
        ("Police said students had announced a march in Lusaka for Monday.", "protest", "Police"),
        ("Gunmen attacked the palace on 3 May; Jo Banda called it an attempt to overthrow him.", "coup", "Jo Banda"),
        ("Ministers said that soldiers had overthrown President Ada Zulu on 3 May.", "coup", "Ministers"),
        ('"We do not recognise the results," the minister Ada Lund said after Zambia\'s election.', "recognition",
         "Ada Lund"),
        ("Jo Banda said that the union would not recognise the outcome of Zambia's election.", "recognition",
         "Jo Banda"),
        ("The army said on 3 May that a march on the palace in Lusaka would go ahead.", "protest", "army"),
        ("Ada Zulu's office gave the turnout in Zambia's election as 64 percent.", "election", "Ada Zulu's office"),
    ],
)  # fmt: skip
def test_what_others_do_keeps_who_tells_it(text: str, event_type: str, cited: str) -> None:
    assert claimant(text, event_type) == cited


def test_a_square_is_no_union() -> None:
    text = "Teachers marched to the Plaza Orrego in Lima. Police held 26 of them, and the union spoke of 40 arrests."
    assert claimant(text, "detention") == "union"
