"""Which words date an event: its own, those of another event, or only the order in which things are told."""

import pytest

from timeline.models import Article
from timeline.pipeline import read_article

FRIDAY = "2031-05-09"


def date_of(text: str, trigger: str, published: str = FRIDAY) -> str:
    """The EDTF date of the mention whose trigger begins with these words."""
    result = read_article(Article("a", text, published=published))
    return next(m.date.edtf for m in result.mentions if m.trigger.text.lower().startswith(trigger))


OWN = {  # text, trigger, date
    "after 'on' a bare day is no part of the noun behind it": (
        "On Thursday students of the college staged a march in Lusaka.", "march", "2031-05-08",
    ),
    "a clause of saying between commas does not take the day": (
        "On 3 May, police in Lusaka say, thousands of teachers marched through the city.", "marched", "2031-05-03",
    ),
    "claiming a victory is no saying": (
        "In April 2029 the army of Zambia claimed control, and officers arrested Ana Lopes.", "arrested", "2029-04",
    ),
    "a compound before the noun": (
        "Thousands took part in the May 4 independence referendum in Zambia.", "referendum", "2031-05-04",
    ),
    "the preposition of a dated noun is not the event's": (
        "Zambia's ministry counted the ballots from Sunday's presidential election.", "presidential election",
        "2031-05-04",
    ),
    "a range opens where it opens": (
        "Teachers marched through Lusaka from 3 to 5 May.", "marched", "2031-05-03/2031-05-05",
    ),
    "days in a row": ("Teachers marched through Lusaka on May 3 and 4.", "marched", "2031-05-03/2031-05-04"),
    "a length behind a day is no second day of a row": (
        "Ana Lopes was sworn in as president of Zambia on Tuesday, less than a day after being declared winner of the "
        "election.", "sworn", "2031-05-06",
    ),
    "a day to come is none of what has happened": (
        "Lusaka is tense. Students march next Friday against the arrest of Ana Lopes.", "arrest", "../2031-05-09",
    ),
    "a weekday that comes round gives way to a day": (
        "The largest of the Sunday marches in Lusaka, on 16 April, drew 200,000 people.", "marches", "2031-04-16",
    ),
    "the number of a day that opens its clause": (
        "Ana Lopes took the oath in Lusaka on 3 May, and on the 4th the African Union said that it did not recognise "
        "her as president.", "recognise", "2031-05-04",
    ),
    "this week ends at publication": (
        "Police in Zambia have arrested 40 teachers this week.", "arrested", "2031-05-05/2031-05-09",
    ),
    "a moment ago is today": ("Ana Lopes was sworn in as president of Zambia a few minutes ago.", "sworn", FRIDAY),
    "a verb left out keeps its date": (
        "Six had been let go on Monday night and two nurses on April 3.", "let go", "2031-05-05",
    ),
}  # fmt: skip

TIED = {
    "so long after, in what somebody is accused of": (
        "Zambia accused Kenya on Wednesday of knocking out its computers, three days after Ana Lopes severed "
        "diplomatic relations with Nairobi.", "severed", "2031-05-04",
    ),
    "days after something in a year are of that year": (
        "Zambia held a presidential election in 2016. Police arrested 20 men. They were released two days later.",
        "released", "2016",
    ),
    "so many days after": (
        "Zambia held a presidential election on 1 May. Ana Lopes was arrested two days after the vote.", "arrested",
        "2031-05-03",
    ),
    "the clause that 'after' governs lies before": (
        "Ana Lopes left for Kenya on Tuesday, a day after the army seized power in Zambia.", "seized",
        "2031-05-05",
    ),
    "years to the day": (
        "The army seized power in Zambia on 3 May, ten years to the day after Ana Lopes was sworn in as president.",
        "sworn", "2021-05-03",
    ),
    "months keep their grain": (
        "The army of Zambia overthrew Ana Lopes in March 2030, four months after she was sworn in as president.",
        "sworn", "2029-11",
    ),
    "within hours is about the day": (
        "Police in Lusaka arrested the opposition leader Ana Lopes on 3 May. She was freed within hours.", "freed",
        "2031-05-03~",
    ),
    "freed so long after the arrest": (
        "Police in Lusaka arrested the editor Ana Lopes on 1 May. Teachers marched on 2 May. She was released after "
        "three days.", "released", "2031-05-04",
    ),
    "so long afterwards": (
        "The army seized power in Zambia on 1 May. Six days afterwards Kenya recalled its ambassador.", "recalled",
        "2031-05-07",
    ),
    "a week later is about the day": (
        "Police in Lusaka arrested the opposition leader Ana Lopes on 1 May. She was set free a week later.",
        "set free", "2031-05-08~",
    ),
    "a happening of no type dates what follows": (
        "On 3 May the council closed the bridge. Two days later fishermen marched through Lusaka in protest.",
        "marched", "2031-05-05",
    ),
    "what a noun calls back": (
        "Ana Lopes was sworn in as president of Zambia on 3 May. Kenya recognised her two days after the ceremony.",
        "recognised", "2031-05-05",
    ),
}  # fmt: skip

BOUNDED = {
    "what was scheduled before it": (
        "The army seized power in Zambia on 1 May. Elections had been scheduled long before the coup and took place on "
        "4 May.", "coup",
        "../2031-05-09",
    ),
    "since": (
        "The army seized power in Zambia on 1 May. Since the putsch dozens of officers have been arrested.", "arrested",
        "2031-05-01/2031-05-09",
    ),
    "an answer in an aside": (
        "Ana Lopes got 60 percent of the vote in Zambia on 4 May, ahead of Joseph Banda, who rejected the result.",
        "rejected", "2031-05-04/2031-05-09",
    ),
    "another event in a relative clause keeps its date": (
        "Kenya has not recognised the council that officers formed in Zambia on 3 May.", "recognised", "../2031-05-09",
    ),
    "so many days of something else": (
        "Police in Lusaka arrested the editor Ana Lopes on 1 May. She was released after three days of talks.",
        "released", "2031-05-01/2031-05-09",
    ),
    "how rare it was is no date": ("Zambia saw its biggest protest since 1989.", "protest", "../2031-05-09"),
    "a denied event is no later than the denial": (
        "Police in Lusaka denied reports that Ana Lopes had been arrested.", "arrested", "../2031-05-09",
    ),
    "a dateline is no date of an event": (
        "LUSAKA, May 8 (Example Wire) - Police have arrested the editor Ana Lopes.", "arrested", "../2031-05-09",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "date"), OWN.values(), ids=OWN)
def test_own_words(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date


@pytest.mark.parametrize(("text", "trigger", "date"), TIED.values(), ids=TIED)
def test_other_events(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date


@pytest.mark.parametrize(("text", "trigger", "date"), BOUNDED.values(), ids=BOUNDED)
def test_only_bounds(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date


def test_a_tie_tells_what_it_counts_from() -> None:
    text = "Officers overthrew Ana Lopes in Zambia on 3 May. Police arrested 40 students hours after the coup."
    (arrest,) = [m for m in read_article(Article("a", text, published=FRIDAY)).mentions if m.event_type == "detention"]
    assert (arrest.date.text, arrest.date.basis, arrest.date.rule) == ("hours after", "anchored", "tied")
    assert (arrest.date.edtf, arrest.date.anchor) == ("2031-05-03~", "the coup of 2031-05-03")


def test_a_year_is_no_number_of_weeks() -> None:
    text = (
        "Teachers marched in Zambia on Monday. In 2019 weeks of protests after a disputed election shook the country."
    )
    mentions = read_article(Article("a", text, published=FRIDAY)).mentions
    assert {m.trigger.text: m.date.rule for m in mentions}["protests"] == "told-after"


def test_nothing_to_count_from_is_no_day() -> None:
    assert date_of("Ana Lopes was arrested in Lusaka two days after the storm.", "arrested") == "../2031-05-09"
