"""What the entries of a live page tell as just done is of the day of the entry."""

import pytest

from timeline.models import Article
from timeline.pipeline import read_article

PAGE = """Crisis in Lusaka: live

22:15 Ministry speaks

Zambia has recalled its ambassador from Kenya, the foreign ministry says.

19:05 General detained

General Banda has been seized by police outside the barracks. He had arrested the editor Ana Lopes.

TUESDAY

{first} Thousands of people have marched to the palace.

How we got here

Police have arrested the mayor Joseph Phiri.
"""


def dates(page: str, published: str = "2031-05-07") -> dict[str, str]:
    """The EDTF date of each mention of the body, by its trigger."""
    mentions = read_article(Article("a", page, published=published)).mentions
    return {m.trigger.text: m.date.edtf for m in mentions if m.sentence.kind == "body"}


@pytest.mark.parametrize("first", ["18:20", "18.20", "6:20 p.m."])
def test_entries_are_of_their_day(first: str) -> None:
    found = dates(PAGE.format(first=first))
    assert (found["recalled"], found["seized"]) == ("2031-05-07", "2031-05-07")
    assert found["marched"] == "2031-05-06"


def test_what_is_told_beside_them_is_not() -> None:
    triggers = [date for trigger, date in dates(PAGE.format(first="18:20")).items() if trigger == "arrested"]
    assert triggers == ["../2031-05-07"]


def test_two_hours_make_no_live_page() -> None:
    assert dates(PAGE.format(first="Later:"))["seized"] == "../2031-05-07"


def test_a_page_of_no_day_has_none() -> None:
    assert dates(PAGE.format(first="18:20"), "")["seized"] == ""


def test_an_entry_that_recognises_is_of_its_day() -> None:
    page = PAGE.format(first="18:20") + "\n\n17:05 Kenya has recognised the new rulers of Zambia.\n"
    assert dates(page)["recognised"] == "2031-05-06"
