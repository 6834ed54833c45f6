"""Which sentences are parsed: few of an article that tells no event, and of others those that may tell one."""

from __future__ import annotations

from timeline.articles import read_text
from timeline.event_types import event_types
from timeline.frames import gate
from timeline.frames.selection import WITHOUT_SIGNS, Selection, select

ORDINARY = (
    "The bakery on the corner held its prices through a long winter.",
    "Its owner, Greta Holm, said that rye was dearer than it had been for years.",
    "She was released from an earlier lease when the landlord sold the house.",
    "Customers voted for the poppy loaf in a survey of the street.",
    "The oven arrested the eye of every child who came in.",
    "Holm recognised most of them by their shoes.",
    "A second shop was launched near the station with less success.",
    "The strike of the bell at six was the sign to begin the dough.",
    "Her daughter keeps the books and marched through her accounting course in a year.",
    "They hope to attack the market for cakes once a new mixer is paid for.",
)
POLITICAL = (
    "Police detained 40 demonstrators in Lusaka on Monday.",
    "Thousands marched to parliament to demand that the president resign.",
    "The government recalled its ambassador from Harare.",
    "Two officers were charged with plotting a coup.",
    "The court freed three opposition leaders on Friday.",
    "Observers from the African Union called the presidential election of last week free and fair.",
    "Neighbouring countries congratulated the winner, who is to be sworn in before the end of the month.",
)


def chosen(selection: Selection) -> set[str]:
    return {sentence.span.text for sentence in selection.chosen}


def test_of_an_article_that_tells_no_event_hardly_a_sentence_is_parsed() -> None:
    assert sum(map(gate.opens, ORDINARY)) > 4  # by their triggers alone many would be
    selection = select(read_text(" ".join(ORDINARY)))
    assert selection.quiet
    assert not selection.chosen


def test_the_event_that_such_an_article_tells_is_parsed() -> None:
    selection = select(read_text(" ".join((*ORDINARY, POLITICAL[0]))))
    assert selection.quiet
    assert chosen(selection) == {POLITICAL[0]}


def test_a_curfew_is_parsed_wherever_it_is_told() -> None:
    curfew = "The government imposed a curfew on the city."
    assert curfew in chosen(select(read_text(" ".join((*ORDINARY, curfew)))))


def test_in_political_news_triggers_are_parsed_unless_nothing_else_speaks_for_them() -> None:
    shell, planned = "Six civilians died when a shell struck a market.", "Another march will be held on Tuesday."
    assert gate.opens(shell)
    selection = select(read_text(" ".join((*POLITICAL, shell, planned))))
    assert not selection.quiet
    assert {*POLITICAL, planned} <= chosen(selection)
    assert shell not in chosen(selection)


def test_a_lone_sentence_is_judged_by_its_trigger() -> None:
    assert select(read_text("Six civilians died when a shell struck a market.")).chosen


def test_the_types_without_signs_are_the_two_that_are_asked_for_by_name() -> None:
    assert {name for name, kind in event_types().items() if kind.signs is None} == set(WITHOUT_SIGNS)


def test_the_hours_and_buttons_of_a_live_page_do_not_make_it_quiet() -> None:
    furniture = ("07.15", "08.40", "09.30", "10.55", "Share this post", "READ MORE: Who is who", "11.05", "12.20")
    told = (*POLITICAL[:3], *ORDINARY[:6])
    page = "\n\n".join(line for pair in zip(told, (*furniture, "13.00"), strict=True) for line in pair)
    assert not select(read_text(page)).quiet
    assert select(read_text("\n\n".join((*ORDINARY, *furniture)))).quiet


def test_an_interview_on_politics_may_tell_few_events() -> None:
    talk = (
        "What do you remember of the president?",
        "He was a quiet man, and the opposition underrated him.",
        "Parliament was a school for us, the ministers as well as the deputies.",
        "You get used to the government being late.",
        "My mother kept the campaign posters in a drawer.",
        "I would not go back.",
        "We had one telephone for the whole ward and a queue in front of it all day.",
        "My brother sold soup to the people who waited, and made more money than a clerk.",
        "Every candidate promised a second line before each vote.",
    )
    told = select(read_text("\n\n".join((*talk, POLITICAL[0], POLITICAL[4]))))
    assert not told.quiet
    assert POLITICAL[4] in chosen(told)
    assert select(read_text("\n\n".join((*talk[4:7], *ORDINARY, POLITICAL[0], POLITICAL[4])))).quiet


def test_the_head_of_such_an_article_needs_fewer_words_to_bear_an_event_out() -> None:
    faint = "Norland downgraded its relations over the islands."
    head, rest = read_text("\n\n".join((faint, *ORDINARY))), read_text("\n\n".join((*ORDINARY, faint)))
    assert select(head).quiet and select(rest).quiet
    assert chosen(select(head)) == {faint}
    assert not chosen(select(rest))
