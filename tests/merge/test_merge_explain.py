"""Explanations are plain text made from published columns, and never obey what an article contains."""

import pandas as pd
import pytest
from merge_making import article, body, crowd, merged, people, person, said, share, tell

from timeline.errors import PackageError
from timeline.merge.explain import explain_article, explain_event
from timeline.merge.rows import rows

VOTE = tell("election", "The Board said Odinga *won* with 51.9%.", person("Odinga", "winner"), day="2031-05-04",
            country="KEN", claim=said("The Board", date="2031-05-05", outlet="Radio One"),
            figures=[share("Odinga", 51.9)])  # fmt: skip
RALLY = tell("protest", "Police counted 900 people at the *rally*.", crowd("people", "actor"), body("Palace", "target"),
             figures=[people(900, claimant="Police")], day="2031-05-04", place="Nakuru", country="KEN")  # fmt: skip
CLAIM = tell("protest", "Organisers of the *rally* spoke of 5,000.", figures=[people(5000, claimant="Organisers")],
             country="KEN")  # fmt: skip
THREAT = tell("protest", "Unions threatened to *march*.", realis="threatened")
TABLES = rows(merged(article("a", VOTE, RALLY, CLAIM, THREAT, published="2031-05-06")))
IDS = {row["event_type"]: row["event_id"] for row in TABLES["events"]}


def test_an_event():
    text = explain_event(TABLES, IDS["protest"])
    for part in (
        "Protest in Nakuru", IDS["protest"], "2031-05-04 (precision day, basis stated)", "Nakuru, KEN",
        "told in   2 mentions of 1 article", "“Police counted 900 people at the rally.”",
        "rule protest:test, realis actual",
        "the outlet in its own voice", "dated by  '2031-05-04' = 2031-05-04", "rule iso", "people (unnamed)",
        "joined by nothing: it is the first to tell it", "joined by refers back: 'rally'",
            "people: 900 (Police); 5,000 (Organisers)",
    ):  # fmt: skip
        assert part in text, part


def test_claims_and_results():
    text = explain_event(TABLES, IDS["election"])
    assert "said by   The Board ('said'), said 2031-05-05, relayed by Radio One" in text
    assert "Odinga: 51.9 % (announced by The Board)" in text


def test_an_article():
    text = explain_article(TABLES, "a")
    assert "published 2031-05-06 (basis stated)" in text
    assert "because   published 2031-05-06" in text
    assert "protest: 'march' -> no event (threatened)" in text
    assert f"protest: 'rally' -> {IDS['protest']}" in text


def test_an_article_that_nothing_dates():
    text = explain_article(rows(merged(article("b", THREAT))), "b")
    assert "published not known (basis unknown)" in text
    assert "nothing in the file or the text dates it" in text


def test_tables_of_a_package_explain_the_same():
    frames = {name: pd.DataFrame(table) for name, table in TABLES.items()}
    for event_id in IDS.values():
        assert explain_event(frames, event_id) == explain_event(TABLES, event_id)
    assert explain_article(frames, "a") == explain_article(TABLES, "a")


def test_an_unknown_id_is_named_with_its_neighbours():
    wrong = IDS["protest"][:-1]
    with pytest.raises(PackageError, match=rf"no event_id '{wrong}' in events; did you mean {IDS['protest']}"):
        explain_event(TABLES, wrong)
    with pytest.raises(PackageError, match="no article_id 'zzz'"):
        explain_article(TABLES, "zzz")


def test_control_characters_are_not_passed_on():
    hostile = tell(
        "protest", "A *march*\x1b[2J by \u202enobody.", body("Ev\x1bil", "actor"), claim=said("\x1b]0;x\x07")
    )
    tables = rows(merged(article("h", hostile)))
    text = explain_event(tables, tables["events"][0]["event_id"]) + explain_article(tables, "h")
    assert all(letter.isprintable() or letter == "\n" for letter in text)
