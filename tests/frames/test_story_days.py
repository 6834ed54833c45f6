"""The day that a story is at: what it tells on without a date, what it tells first, and what was only said."""

import pytest

from timeline.models import Article
from timeline.pipeline import read_article

TUESDAY = "2031-05-06"

TOLD_ON = {  # text, trigger, date
    "what is told on in the simple past is of the same day": (
        "Thousands marched through Lusaka on Monday. At least 37 people were arrested.", "arrested", "2031-05-05",
    ),
    "also of a day long past, in its paragraph": (
        "On 3 March thousands marched through Lusaka. Police in the city detained 40 students.", "detained",
        "2031-03-03",
    ),
    "the news goes on in the next paragraph": (
        "Thousands marched through Lusaka on Monday.\n\nAcross town, supporters of the government attacked shops and "
        "police arrested 12 people.", "arrested", "2031-05-05",
    ),
    "a noun that is new": (
        "Thousands marched through Lusaka on Monday. The interior ministry reported 75 arrests.", "arrests",
        "2031-05-05",
    ),
    "a month is carried as a month": (
        "In June 2029 floods hit Zambia. Teachers marched through Lusaka in June 2029. Police arrested 40 of them.",
        "arrested", "2029-06",
    ),
    "an aside is no turn": (
        "Thousands marched through Lusaka on Monday. The mayor, who was elected in 2029, stayed away. Police arrested "
        "40 people.", "arrested", "2031-05-05",
    ),
}  # fmt: skip

GLANCES = {
    "the morning of a day is the day": (
        "On the morning of 3 May soldiers closed the bridge in Lusaka. A day later thousands of people marched.",
        "marched", "2031-05-04",
    ),
}  # fmt: skip

NOT_TOLD_ON = {
    "time has passed": (
        "Thousands marched through Lusaka on Monday. Police later arrested 40 people.", "arrested",
        "2031-05-05/2031-05-06",
    ),
    "the perfect may be any day since": (
        "Thousands marched through Lusaka on Monday. Police have arrested 40 people.", "arrested",
        "2031-05-05/2031-05-06",
    ),
    "a past before the past lies before, or is not known": (
        "Thousands marched through Lusaka on Monday. Police had arrested the mayor Ana Lopes.", "arrested",
        "../2031-05-06",
    ),
    "days passed": (
        "Thousands marched through Lusaka on Sunday. Police arrested 300 people in the days that followed.", "arrested",
        "2031-05-04/2031-05-06",
    ),
    "another time stands between": (
        "Thousands marched through Lusaka on Monday.\n\nFuel prices rose in 2029. Police arrested 40 people.",
        "arrested", "../2031-05-06",
    ),
    "an old day does not reach the next paragraph": (
        "Thousands marched through Lusaka on 3 March.\n\nPolice arrested 40 people.", "arrested", "../2031-05-06",
    ),
    "a coup of another paragraph is background": (
        "Thousands marched through Lusaka on Monday.\n\nOfficers overthrew Ana Lopes, the president of Zambia.",
        "overthrew", "../2031-05-06",
    ),
    "a day on which it only began": (
        "On Monday riots broke out in Lusaka. More than 2,000 people were detained.", "detained",
        "2031-05-05/2031-05-06",
    ),
    "what was told of before is no new event": (
        "Thousands marched through Lusaka on Sunday. Police put the number of arrests at 40.", "arrests",
        "2031-05-04/2031-05-06",
    ),
}  # fmt: skip

LEADS = {
    "the next sentence calls it by its name": (
        "Thousands of teachers marched through the Zambian capital.\n\nThe crowd gathered at the university at noon "
        "on Sunday.", "marched", "2031-05-04",
    ),
    "a step is a decision": (
        "Kenya has expelled a Zambian diplomat.\n\nThe foreign ministry announced the decision on Sunday.", "expelled",
        "2031-05-04",
    ),
    "no later day is left": (
        "A Zambian editor has been freed after two years in prison.\n\nA court in Lusaka granted her petition on "
        "Tuesday.", "freed", TUESDAY,
    ),
    "between the day told next and the news": (
        "A Zambian editor has been arrested over an article.\n\nMary Phiri was taken from her home in Lusaka on "
        "Sunday.", "arrested", "2031-05-04/2031-05-06",
    ),
    "what is only said is of that day or the day before": (
        "Zambian police detained an opposition leader, his party said on Monday.", "detained",
        "2031-05-04/2031-05-05",
    ),
    "its own day goes before": (
        "Zambian police detained an opposition leader on Sunday, his party said on Monday.", "detained", "2031-05-04",
    ),
    "with no day near it stays open": (
        "Zambian police have detained an opposition leader.\n\nHis party called for calm.", "detained",
        "../2031-05-06",
    ),
    "what a lead looks back on is not the news": (
        "The mayor of Lusaka has stepped down, a week after police arrested her deputy.\n\nShe left her office on "
        "Tuesday.", "arrested", "2031-04-29~",
    ),
}  # fmt: skip

SAID = {
    "said on a day that stands before the clause": (
        "Zambia's ruling party said on Monday it had won the presidential election.", "won", "../2031-05-05",
    ),
    "no later than the denial": (
        "Police in Lusaka denied on Sunday that the editor Ana Lopes had been arrested.", "arrested", "../2031-05-04",
    ),
    "no later than the accusation": (
        "Kenya's president accused Zambia in March of having released 16 rebels.", "released", "../2031-03-31",
    ),
    "no later than the report": (
        "Zambian police said last month that hackers had broken into ten hospitals.", "broken", "../2031-04-30",
    ),
    "a clause of its own day keeps it": (
        "Zambian police said on Monday that 40 students had been arrested on Sunday.", "arrested", "2031-05-04",
    ),
}  # fmt: skip

NOUNS = {
    "the day on which it was made": (
        "Zambia will widen the visa ban it imposed on Kenyan officials last December.", "visa ban", "2030-12",
    ),
    "the day for which it is called": (
        "The early presidential election called for 20 May in Zambia will not now take place.", "presidential election",
        "2031-05-20",
    ),
    "another act upon it is not its day": (
        "Zambia has lifted the sanctions that Kenya criticised last December.", "sanctions", "../2031-05-06",
    ),
}  # fmt: skip

STRETCHES = {
    "since the day of writing is that day": (
        "Teachers have been blocking roads in Lusaka since Tuesday morning.", "blocking", TUESDAY,
    ),
    "had been held since": ("The editor Ana Lopes had been held in Lusaka since March.", "held", "2031-03"),
    "steps taken since": (
        "Kenya and Malawi have recalled their ambassadors from Zambia since 3 March.", "recalled",
        "2031-03-03/2031-05-06",
    ),
    "until the middle of a month": (
        "Teachers marched through Lusaka from 3 March until mid-April.", "marched", "2031-03-03/2031-04-15",
    ),
    "a season by its days": (
        "Zambia will hold a presidential election next summer.", "presidential election", "2031-06-01/2031-08-31",
    ),
    "the April after a year": (
        "Ana Lopes lost Zambia's presidential election in 2026. The following April she was arrested.", "arrested",
        "2027-04",
    ),
    "the month after a month that no event has": (
        "Ana Lopes was sworn in as president of Zambia on 3 March. Trade with Kenya ended in February 2027. Kenya "
        "expelled Zambia's ambassador the following month.", "expelled", "2027-03",
    ),
    "nights later": (
        "Teachers marched through Lusaka on 3 March. Two nights later soldiers cleared their camp and arrested 40.",
        "arrested", "2031-03-05",
    ),
}  # fmt: skip


def date_of(text: str, trigger: str) -> str:
    """The EDTF date of the mention whose trigger begins with these words."""
    mentions = read_article(Article("a", text, published=TUESDAY)).mentions
    return next(m.date.edtf for m in mentions if m.trigger.text.lower().startswith(trigger))


CASES = {**TOLD_ON, **NOT_TOLD_ON, **LEADS, **SAID, **NOUNS, **STRETCHES}


@pytest.mark.parametrize(("text", "trigger", "date"), CASES.values(), ids=CASES)
def test_story_days(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date


def test_a_day_of_the_story_says_what_it_is() -> None:
    text = "Thousands marched through Lusaka on Monday. At least 37 people were arrested."
    _, arrest = read_article(Article("a", text, published=TUESDAY)).mentions
    assert (arrest.date.basis, arrest.date.rule) == ("anchored", "story-day")
    assert arrest.date.anchor == "the story, which has reached 2031-05-05"


def test_bounds_of_a_lead_say_what_they_are() -> None:
    text = "Zambian police detained an opposition leader, his party said on Monday."
    (arrest,) = read_article(Article("a", text, published=TUESDAY)).mentions
    assert (arrest.date.basis, arrest.date.extent, arrest.date.rule) == ("bounded", "within", "lead")
    assert arrest.date.anchor == "the news, told on 2031-05-05"


def test_nothing_is_dated_where_nothing_is_known() -> None:
    text = "Zambian police detained an opposition leader, his party said on Monday. Police arrested 12 others."
    assert {m.date.edtf for m in read_article(Article("a", text)).mentions} == {""}


@pytest.mark.parametrize(("text", "trigger", "date"), GLANCES.values(), ids=GLANCES)
def test_nouns_with_their_days(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date
