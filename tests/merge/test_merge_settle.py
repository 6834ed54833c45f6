"""One value from many mentions: date, status, mode, place, best sentence."""

import pytest
from merge_making import article, body, bounded, crowd, merged, on, people, tell


def event_of(*tells):
    (event,) = merged(article("a", *tells)).events
    return event


def march(status="reported", **more):
    realis = "planned" if status == "planned" else "actual"
    return tell(
        "protest",
        f"A {status} *march*.",
        body("Miners Union", "actor"),
        status=status,
        realis=realis,
        country="ZMB",
        **more,
    )


@pytest.mark.parametrize(
    ("statuses", "best"),
    [
        (["alleged", "reported"], "reported"),
        (["alleged", "attempted"], "attempted"),
        (["denied", "alleged"], "alleged"),
        (["planned"], "planned"),
        (["denied"], "denied"),
    ],
)
def test_status(statuses, best):
    assert event_of(*[march(status, day="2031-05-04") for status in statuses]).status == best


@pytest.mark.parametrize(
    "dates",
    [
        [on("2031-05"), on("2031-05-04")],
        [on("2031-05-03/2031-05-05"), on("2031-05-04")],
        [bounded("2031-05-01/2031-05-09"), on("2031-05-04")],
        [on("2031-05-04", "anchored"), on("2031-05-04", "stated")],
        [on(""), on("2031-05-04")],
        [on("XXXX-05-04"), on("2031-05-04")],
    ],
)
def test_the_best_known_date(dates):
    event = event_of(*[march(date=date) for date in dates])
    assert event.date == dates[1]
    assert {m.date for m in event.mentions} == set(dates)


def test_bounds_are_better_than_nothing():
    assert event_of(march(), march(date=bounded("2031-05-04/.."))).date.edtf == "2031-05-04/.."


def test_one_violent_sentence_makes_a_riot():
    event = event_of(march(day="2031-05-04"), march(day="2031-05-04"), march(day="2031-05-04", mode="riot"))
    assert (event.mode, event.plover) == ("riot", "plover:protest:riot")


def test_the_place_that_most_mentions_give_with_its_coordinates():
    event = event_of(
        march(day="2031-05-04", place="Lusaka"),
        march(day="2031-05-04", place="Lusaka", latitude=-15.4, longitude=28.3),
        march(day="2031-05-04", place="central Lusaka"),
    )
    assert (event.place, event.latitude, event.longitude) == ("Lusaka", -15.4, 28.3)


def test_the_best_sentence_comes_first():
    event = event_of(
        march(),
        march(day="2031-05-04", place="Lusaka", figures=[people(900)]),
        march(day="2031-05-04"),
    )
    assert [m.mention_id for m in event.mentions] == ["a-1", "a-2", "a-0"]
    assert event.joined_by.index("first") == 2


def test_a_type_without_a_file_still_merges():
    from timeline.merge import merge

    (event,) = merge([article("a", march(day="2031-05-04"))], {}).events
    assert (event.title, event.plover) == ("Protest in Zambia", "")


def test_no_articles():
    dataset = merged()
    assert (dataset.events, dataset.entities, dataset.results, dataset.withdrawn) == ((), (), (), ())


def test_hostile_names_do_not_raise():
    odd = crowd("\u202e\x00 (( ’s", "actor")
    assert event_of(tell("protest", "*x*", odd, date=on(""))).title
