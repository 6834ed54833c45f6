"""Who stands in an election that the sentence only mentions, and who does not."""

from __future__ import annotations

import pytest

from timeline.models import Article
from timeline.pipeline import read_article


def _standing(text: str) -> list[str]:
    mentions = read_article(Article("a", text, published="2031-05-09")).mentions
    roles = ("candidate", "winner")
    found = [who.name for item in mentions if item.event_type == "election" for who in item.participants
             if who.role in roles]  # fmt: skip
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "All was ready in Gabon for Thursday's presidential vote, in which Prime Minister Musa Ondo faces former "
            "premier Ali Bello.",
            ["Musa Ondo", "Ali Bello"],
        ),
        ("Lukas Meyer, who scraped back with a minority in last September's election, met MPs.", ["Lukas Meyer"]),
        ("Jan Novak was to be the main challenger in next year's presidential election in Gabon.", ["Jan Novak"]),
        ("Ana Silva, a candidate in Sunday's election in Gabon, was held at the airport.", ["Ana Silva"]),
        ("Sunday's presidential election in Gabon pitted Ana Silva against Ali Bello.", ["Ana Silva", "Ali Bello"]),
        ("Gabon voted on Sunday in an election pitting Ana Silva against Ali Bello.", ["Ana Silva", "Ali Bello"]),
        (
            "The defeat of the government in the election of April 1987 by Jan Novak's coalition was narrow.",
            ["Jan Novak"],
        ),
        ("Some 60 per cent of voters in Gabon cast their ballots for Musa Ondo on 26 January.", ["Musa Ondo"]),
        ("Jan Novak was beaten by Ana Silva in the run-off in Gabon on Sunday.", ["Jan Novak", "Ana Silva"]),
        ("Gabon faces an election in May, the government said.", []),
        ("Jan Novak will not run in next year's presidential election in Gabon.", []),
        ("Jan Novak, a journalist, followed the presidential election in Gabon on Sunday.", []),
        ("Voters in Gabon voted for change in the presidential election on Sunday.", []),
    ],
)
def test_whoever_is_told_beside_an_election_stands_in_it(text: str, names: list[str]) -> None:
    assert sorted(_standing(text)) == sorted(names)
