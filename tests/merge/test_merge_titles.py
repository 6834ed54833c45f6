"""Titles are plain English, short, and have no blanks at either end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_making import article, body, crowd, merged, on, people, person, state, tell

STATES = [("Argentina", "ARG"), ("Chile", "CHL"), ("Peru", "PER"), ("Ghana", "GHA")]

TITLES = {
    "Protest in Lusaka (riot)": tell("protest", "A *riot*.", place="Lusaka", mode="riot", country="ZMB"),
    "Protest in Zambia": tell("protest", "A *march*.", country="ZMB"),
    "Protest in Lusaka and Kitwe": tell("protest", "A *march*.", place="Lusaka; Kitwe"),
    "Protest": tell("protest", "A *march*."),
    "More than 2,200 people detained": tell("detention", "*held*", figures=[people(2200, "more_than")]),
    "One person released": tell("release", "*freed*", figures=[people(1)]),
    "Ana Lopes detained": tell("detention", "*held*", person("Ana Lopes")),
    "Ana Lopes and 12 more detained": tell("detention", "*held*", person("Ana Lopes"), figures=[people(13)]),
    "Political prisoners released (planned)": tell("release", "*freed*", crowd("the political prisoners"),
                                                   status="planned", realis="planned"),
    "Detention in the Netherlands": tell("detention", "*held*", country="NLD"),
    "Election in the Dominican Republic": tell("election", "*vote*", country="DOM"),
    "Election": tell("election", "*vote*"),
    "Ana Lopes sworn in": tell("inauguration", "*oath*", person("President Ana Lopes", "actor")),
    "Coup in Chad (alleged)": tell("coup", "*coup*", country="TCD", status="alleged"),
    "Argentina and Chile refuse to recognise Odinga": tell(
        "recognition", "*refused*", *[state(*s) for s in STATES[:2]], person("Odinga"), mode="refuses"),
    "Argentina, Chile and Peru refuse to recognise Odinga": tell(
        "recognition", "*refused*", *[state(*s) for s in STATES[:3]], person("Odinga"), mode="refuses"),
    "Argentina, Chile and 2 more recognise Odinga": tell(
        "recognition", "*won*", *[state(*s) for s in STATES], person("Odinga"), mode="recognises"),
    "Peru recognises Odinga": tell("recognition", "*won*", state("Peru", "PER"), person("Odinga"), mode="recognises"),
    "Several countries and unions refuse to recognise the results": tell(
        "recognition", "*refused*", crowd("Several countries", "actor"), crowd("the unions", "actor"),
        crowd("results of the June vote"), mode="refuses"),
    "Opposition refuses to recognise the result in Kenya": tell(
        "recognition", "It *rejected* the result.", crowd("The opposition", "actor"), mode="refuses", country="KEN"),
    "Peru recognises Kenya": tell("recognition", "*open*", state("Peru", "PER"), mode="recognises", country="KEN"),
    "Recognition in Kenya": tell("recognition", "*open*", mode="recognises", country="KEN"),
    "Zambia: diplomatic step against Argentina, Chile and 2 more (planned)": tell(
        "diplomacy", "*recall*", body("Zambian Foreign Ministry and its Permanent Secretariat", country="ZMB"),
        *[state(name, code, "target") for name, code in STATES], country="ZMB", status="planned", realis="planned"),
    "Recognition: Peru": tell("recognition", "*open*", state("Peru", "PER"), mode="recognises", country="PER"),
    "Recognition of Odinga": tell("recognition", "*open*", person("Odinga"), mode="recognises"),
    "Peru refuses to recognise the new authorities": tell(
        "recognition", "*open*", state("Peru", "PER"), crowd("new authorities"), mode="refuses"),
    "Peru refuses to recognise Banda’s victory": tell(
        "recognition", "*open*", state("Peru", "PER"), crowd("Banda’s victory"), mode="refuses"),
    "Order restored in Kitwe": tell("security", "Calm was *restored*.", place="Kitwe", mode="order"),
    "Detention in Zambia": tell("detention", "*held*", crowd("people"), country="ZMB"),
    "Peru: diplomatic step against Kenya (recall)": tell(
        "diplomacy", "*recalled*", state("Peru", "PER"), state("Kenya", "KEN", "target"), mode="recall"),
    "Peru: diplomatic step (recall)": tell("diplomacy", "*recalled*", state("Peru", "PER"), mode="recall"),
    "Curfew in Lusaka": tell("security", "A *curfew* was set.", place="Lusaka"),
    "Public order measure in Lusaka": tell("security", "Order was *restored*.", place="Lusaka"),
    "Cyberattack on Bolt Bank": tell("cyberattack", "*hacked*", body("Bolt Bank", "target")),
}  # fmt: skip


@pytest.mark.parametrize(("title", "told"), TITLES.items(), ids=TITLES)
def test_title(title, told):
    assert [event.title for event in merged(article("a", told)).events] == [title]


def test_the_full_name_is_used():
    told = [
        tell("detention", "Lopes was *held*.", person("Lopes"), day="2031-05-04"),
        tell("election", "Ana Lopes *won*.", person("Ana Lopes", "winner"), day="2031-05-01"),
    ]
    titles = [event.title for event in merged(article("a", *told)).events]
    assert "Ana Lopes detained" in titles


NAMES = st.text("abcdefgh IJKL-’", min_size=1, max_size=60)


@settings(max_examples=80, deadline=None)
@given(
    kind=st.sampled_from(["detention", "recognition", "diplomacy", "protest", "security", "election", "statement"]),
    names=st.lists(NAMES, max_size=6),
    place=NAMES,
    status=st.sampled_from(["reported", "alleged", "attempted"]),
)
def test_any_title_fits_a_label(kind, names, place, status):
    parties = [person(name, role) for name in names for role in ("actor", "target")]
    told = tell(kind, "*x*", *parties, place=place.strip(), mode="refuses", status=status, date=on("2031"))
    (event,) = merged(article("a", told)).events
    assert 0 < len(event.title) <= 70
    assert event.title == event.title.strip()
    assert "  " not in event.title
