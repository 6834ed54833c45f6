"""Event ids are readable, do not depend on order, and stay through rebuilds."""

import re

import pytest
from merge_making import article, merged, on, person, tell

LOPES = tell("detention", "Ana Lopes was *arrested*.", person("Ana Lopes"), day="2031-05-04", country="AGO")
OTIENO = tell("detention", "Juma Otieno was *arrested*.", person("Juma Otieno"), day="2031-05-04", country="AGO")
EARLY = article("z", LOPES, published="2031-05-05")
LATE = article("a", LOPES, published="2031-05-06")


def only_id(*results, known=None):
    (event,) = merged(*results, known=known).events
    return event.event_id


def test_an_id_says_country_day_and_type():
    assert re.fullmatch(r"ago-2031-05-04-detention-[0-9a-f]{4}", only_id(EARLY))


def test_it_comes_from_the_earliest_article():
    assert only_id(EARLY, LATE) == only_id(EARLY) != only_id(LATE)


@pytest.mark.parametrize(
    ("day", "part"),
    [("", "undated"), ("XXXX-05-04", "xxxx-05-04"), ("../2031-05-04", "by-2031-05-04"), ("2031-05", "2031-05-01")],
)
def test_an_id_without_a_first_day(day, part):
    event_id = only_id(article("a", tell("coup", "A *coup* failed.", date=on(day))))
    assert re.fullmatch(rf"xx-{part}-coup-[0-9a-f]{{4}}", event_id)


def test_an_id_is_carried_over_by_a_shared_mention():
    known = {"a-0": "old-id"}
    dataset = merged(EARLY, LATE, known=known)
    assert [event.event_id for event in dataset.events] == ["old-id"]
    assert dataset.withdrawn == ()


def test_an_id_that_vanishes_is_withdrawn():
    assert merged(EARLY, known={"gone-0": "old-id"}).withdrawn == ("old-id",)


def test_of_two_events_that_became_one_the_id_with_more_mentions_stays():
    third = article("m", LOPES, published="2031-05-07")
    dataset = merged(EARLY, LATE, third, known={"z-0": "small", "a-0": "large", "m-0": "large"})
    assert [event.event_id for event in dataset.events] == ["large"]
    assert dataset.withdrawn == ("small",)


def test_of_one_event_that_became_two_the_larger_part_keeps_the_id():
    both = article("a", OTIENO, LOPES, published="2031-05-05")
    known = {"a-0": "old", "a-1": "old", "z-0": "old"}
    ids = {e.mentions[0].participants[0].name: e.event_id for e in merged(both, EARLY, known=known).events}
    assert ids["Ana Lopes"] == "old"
    assert ids["Juma Otieno"].startswith("ago-2031-05-04-detention-")


def test_a_withdrawn_id_is_not_used_again():
    first = only_id(EARLY)
    dataset = merged(EARLY, known={"gone-0": first})
    assert dataset.withdrawn == (first,)
    assert dataset.events[0].event_id != first


def test_a_rebuild_changes_nothing():
    dataset = merged(EARLY, LATE, article("b", OTIENO))
    known = {m.mention_id: e.event_id for e in dataset.events for m in e.mentions}
    assert merged(EARLY, LATE, article("b", OTIENO), known=known) == dataset
