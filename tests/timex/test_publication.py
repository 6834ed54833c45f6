"""When an article can have appeared: short articles with and without publication date, dateline and address."""

import datetime as dt

import pytest

from timeline.models import Article, ReferenceEvent
from timeline.timex import date_article, find, resolve

D = dt.date


def dated(text, *, published="", url="", references=()):
    found = find(text)
    publication = date_article(Article("a", text, published=published, url=url), (), found, references)
    return publication, resolve(text, found, publication, (), references)


def values(expressions):
    return {one.span.text: one.value for one in expressions}


def vote(*days, expression=0):
    return (ReferenceEvent("the presidential election", tuple(D.fromisoformat(day) for day in days), expression),)


def test_stated_day():
    publication, said = dated("The court ruled on Tuesday.", published="2021-03-04")
    assert (publication.earliest, publication.latest, publication.basis) == (D(2021, 3, 4), D(2021, 3, 4), "stated")
    assert publication.anchor == D(2021, 3, 4)
    assert values(said) == {"Tuesday": "2021-03-02"}


def test_stated_month_only_leaves_weekdays_open():
    publication, said = dated("The court ruled on Tuesday. Last year it did not.", published="2021-03")
    assert (publication.earliest, publication.latest) == (D(2021, 3, 1), D(2021, 3, 31))
    assert publication.anchor is None
    assert values(said) == {"Tuesday": "XXXX-WXX-2", "Last year": "2020"}


@pytest.mark.parametrize(
    ("url", "first", "last", "anchor"),
    [
        ("https://example.org/2018/05/24/vote-held/", D(2018, 5, 24), D(2018, 5, 24), D(2018, 5, 24)),
        ("https://example.org/2018/05/vote-held/", D(2018, 5, 1), D(2018, 5, 31), None),
        ("https://example.org/news/20180524-vote.html", D(2018, 5, 24), D(2018, 5, 24), D(2018, 5, 24)),
        ("https://example.org/a-2018-05-24", D(2018, 5, 24), D(2018, 5, 24), D(2018, 5, 24)),
    ],
)
def test_address(url, first, last, anchor):
    publication, _ = dated("The minister resigned.", url=url)
    assert (publication.earliest, publication.latest, publication.anchor) == (first, last, anchor)
    assert publication.basis == "address"
    assert "address" in publication.evidence[0]


@pytest.mark.parametrize(
    "url", ["https://example.org/?p=66693", "https://example.org/2018/13/45/", "https://example.org/id/19991"]
)
def test_address_without_a_date(url):
    publication, _ = dated("The minister resigned.", url=url)
    assert (publication.basis, publication.earliest, publication.latest) == ("unknown", None, None)


def test_dateline_with_year():
    publication, said = dated("PORT VALE, July 28, 2019 (Wire) - Dockers walked out on Friday.")
    assert publication.basis == "dateline"
    assert (publication.earliest, publication.anchor) == (D(2019, 7, 28), D(2019, 7, 28))
    assert values(said)["Friday"] == "2019-07-26"


def test_dateline_takes_its_year_from_the_stated_month():
    publication, said = dated("PORT VALE, Dec 30 (Wire) — Dockers walked out on Friday.", published="2021-01-01")
    assert publication.anchor == D(2020, 12, 30)
    assert (publication.basis, publication.conflicts) == ("stated", ())
    assert values(said)["Friday"] == "2020-12-25"


def test_dateline_of_the_weekday_before():
    publication, said = dated("PORT VALE, Wednesday\n\nDockers today walked out.", published="1996-08-01")
    assert publication.anchor == D(1996, 7, 31)
    assert values(said)["today"] == "1996-07-31"
    assert dated("PORT VALE, Monday\n\nDockers walked out.", published="1996-08-01")[0].anchor == D(1996, 8, 1)


def test_dateline_far_from_the_stated_day_is_a_conflict_and_still_the_anchor():
    publication, said = dated("PORT VALE, July 2 (Wire) - Dockers walked out on Tuesday.", published="2019-07-20")
    assert publication.anchor == D(2019, 7, 2)
    assert "18 days" in publication.conflicts[0]
    assert values(said)["Tuesday"] == "2019-07-02"


def test_dateline_without_any_year_stays_partial():
    publication, said = dated("PORT VALE, July 28 (Wire) - Dockers walked out on Friday.")
    assert publication.basis == "unknown"
    assert values(said) == {"July 28": "XXXX-07-28", "Friday": "XXXX-WXX-5"}


def test_dateline_follows_the_latest_past_date_of_the_text():
    publication, said = dated("PORT VALE, Nov 30 (Wire) - The port, seized on June 28, 2009, reopened on Sunday.")
    assert (publication.basis, publication.anchor) == ("dateline", D(2009, 11, 30))
    assert values(said)["Sunday"] == "2009-11-29"


def test_dateline_without_a_year_is_of_one_in_which_the_weekday_of_the_lead_has_just_been():
    publication, said = dated("PORT VALE, April 26 (Wire) - Dockers left on Thursday. They were hired in May 1993.")
    assert (publication.basis, publication.anchor) == ("dateline", D(1996, 4, 26))  # a Friday
    assert values(said)["Thursday"] == "1996-04-25"


def test_dateline_without_a_year_or_weekday_is_of_the_next_such_day():
    publication, _ = dated("PORT VALE, April 26 (Wire) - Dockers left. They were hired in May 1993.")
    assert publication.anchor == D(1994, 4, 26)


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("", "Briefing | Sunday, July 1, 2012\n\nDockers walked out on Friday.", D(2012, 7, 1)),
        ("", "Dockers walk out\nPublished: 3 May 2014\n\nThey left on Friday.", D(2014, 5, 3)),
        ("", "Dockers walk out\n\nBy Ida Falk\n\nMay 3, 2014\n\nThey left on Friday.", D(2014, 5, 3)),
        ("", "By Ida Falk, May 3, 2014 at 10:15 a.m. EDT\n\nThey left on Friday.", D(2014, 5, 3)),
        ("Briefing | Sunday, July 1, 2012: The ports", "Dockers walked out on Friday.", D(2012, 7, 1)),
        ("", "PORTS THIS MORNING, SATURDAY 3 MAY 2014, 1800 GMT\n\nDockers walked out on Friday.", D(2014, 5, 3)),
        ("", "The Ports Log: week ending Saturday, May 3, 2014\n\nDockers walked out on Friday.", D(2014, 5, 3)),
        ("", "They were waiting\n\nPORT VALE, Saturday 3 May 2014. We met Ida Falk on Friday.", D(2014, 5, 3)),
        ("", "They were waiting\n\nPort Vale, Saturday 3 May 2014. We met Ida Falk on Friday.", D(2014, 5, 3)),
        (
            "",
            "Ports live\n\nLast updated: 3 May 2014, 19:40 (Port Vale)\n\nAll left on Friday.",
            D(2014, 5, 3),
        ),
        ("", "PORTS TONIGHT\nAired Saturday, May 3, 2014 - 21:00 ET\n\nThey left on Friday.", D(2014, 5, 3)),
    ],
)
def test_a_date_alone_at_the_head_dates_the_article(title, text, day):
    found = find(text)
    publication = date_article(Article("a", text, title=title), (), found)
    assert (publication.basis, publication.earliest, publication.anchor) == ("dateline", day, day)
    friday = next(one for one in resolve(text, found, publication) if one.span.text == "Friday")
    assert friday.value == (day - dt.timedelta(days=(day.weekday() - 4) % 7)).isoformat()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The walkout of May 3, 2014", "Dockers left on Friday."),
        ("", "The walkout of May 3, 2014\n\nDockers left on Friday."),
        ("", "Chronology\n\nMay 3, 2014\nDockers left.\n\nMay 5, 2014\nThey came back on Friday."),
        ("", "Dockers left by May 3, 2014 at the latest. On Friday they came back."),
        ("", "Ida Falk, who was born on Saturday 3 May 2014. She left on Friday."),
    ],
)
def test_a_date_in_a_headline_a_chronology_or_a_sentence_does_not(title, text):
    publication = date_article(Article("a", text, title=title), (), find(text))
    assert publication.basis in ("unknown", "inferred") and publication.anchor is None


def test_what_is_stated_wins_over_the_head():
    publication, said = dated("Published: 3 May 2014\n\nDockers left on Friday.", published="2014-05-08")
    assert (publication.basis, publication.anchor, publication.conflicts) == ("stated", D(2014, 5, 8), ())
    assert values(said)["Friday"] == "2014-05-02"


def test_the_dateline_below_the_head_is_what_weekdays_count_from():
    publication, said = dated("Updated 3 May 2014, 14:05 GMT\nPORT VALE, May 2 (Wire) - Dockers left on Friday.")
    assert publication.anchor == D(2014, 5, 2)
    assert values(said)["Friday"] == "2014-05-02"


def test_past_dates_bound_the_window_from_below():
    publication, _ = dated("The bridge fell on 3 May 2011. It had been closed on 1 May 2011.")
    assert (publication.earliest, publication.latest, publication.basis) == (D(2011, 5, 3), None, "inferred")


def test_announced_dates_do_not():
    publication, _ = dated("The bridge will open on 3 May 2031.")
    assert (publication.basis, publication.earliest) == ("unknown", None)


def test_month_and_day_of_a_known_election_with_the_next_day():
    text = "The country held elections on July 28. The next day, riots broke out."
    publication, said = dated(text, references=vote("2024-07-28"))
    assert (publication.earliest, publication.latest, publication.basis) == (D(2024, 7, 29), None, "inferred")
    assert values(said) == {"July 28": "2024-07-28", "The next day": "2024-07-29"}
    assert said[0].basis == "inferred"


def test_without_the_election_the_year_stays_open():
    publication, said = dated("The country held elections on July 28. The next day, riots broke out.")
    assert publication.basis == "unknown"
    assert [(one.value, one.edtf, one.start, one.basis) for one in said] == [
        ("XXXX-07-28", "XXXX-07-28", None, "unknown"),
        ("", "", None, "unknown"),
    ]


def test_stated_date_wins_over_the_calendar_and_the_conflict_is_told():
    text = "The country held elections on July 28."
    publication, said = dated(text, published="2019-08-05", references=vote("2024-07-28"))
    assert (publication.basis, publication.earliest) == ("stated", D(2019, 8, 5))
    assert "2024-07-28" in publication.conflicts[0]
    assert values(said) == {"July 28": "2019-07-28"}


def test_address_month_election_sunday_and_lead_weekday_meet():
    text = "The leader spoke on Thursday. On Sunday, he was re-elected."
    publication, said = dated(
        text, url="https://example.org/2018/05/leader/", references=vote("2018-05-20", "2013-04-14", expression=1)
    )
    assert (publication.earliest, publication.latest) == (D(2018, 5, 24), D(2018, 5, 26))
    assert (publication.basis, publication.anchor) == ("address", D(2018, 5, 24))
    assert values(said) == {"Thursday": "2018-05-24", "Sunday": "2018-05-20"}
    assert len(publication.evidence) == 3


def test_lead_weekday_is_the_polling_day_itself():
    publication, said = dated("The country voted on Sunday.", url="/2018/05/x", references=vote("2018-05-20"))
    assert (publication.earliest, publication.latest) == (D(2018, 5, 20), D(2018, 5, 26))
    assert values(said) == {"Sunday": "2018-05-20"}


def test_coming_election_lies_ahead():
    publication, said = dated("The country will vote on Sunday.", references=vote("2018-05-20"))
    assert (publication.earliest, publication.latest) == (D(2018, 5, 14), D(2018, 5, 20))
    assert values(said) == {"Sunday": "2018-05-20"}


def test_yesterdays_election_fixes_the_day():
    publication, said = dated("The country voted yesterday.", references=vote("2018-05-20"))
    assert (publication.earliest, publication.latest) == (D(2018, 5, 21), D(2018, 5, 21))
    assert values(said) == {"yesterday": "2018-05-20"}


def test_several_polling_days_decide_nothing_alone():
    publication, said = dated("The country voted on Sunday.", references=vote("2018-05-20", "2013-04-14"))
    assert publication.basis == "unknown"
    assert values(said) == {"Sunday": "XXXX-WXX-7"}


def test_election_year_in_the_text_decides_among_polling_days():
    text = "The country voted on April 14. The law of 2 March 2013 was kept."
    publication, said = dated(text, references=vote("2018-04-14", "2013-04-14"))
    assert publication.earliest is not None and publication.earliest >= D(2013, 3, 2)
    assert said[0].value in ("2013-04-14", "XXXX-04-14")


def test_address_and_election_that_disagree():
    publication, _ = dated("The country voted on Sunday.", url="/2018/07/02/x", references=vote("2018-05-20"))
    assert publication.basis == "address"
    assert "2018-05-20" in publication.conflicts[0]


def test_stated_interval_and_broken_dates():
    publication, _ = dated("It rained.", published="2021-03-04/2021-03-06")
    assert (publication.earliest, publication.latest, publication.anchor) == (D(2021, 3, 4), D(2021, 3, 6), None)
    for broken in ("yesterday", "2021-13-45", "/", "9999999", "2021-02-30"):
        assert dated("It rained.", published=broken)[0].basis == "unknown"


STORY = """{line}Dockers at the harbour walked out on Friday, the union said. Talks that began on June 12 broke down.

"We were told last month," said a foreman. He left in 2015, and came back two years later."""
LINE = "PORT VALE, July 28 (Wire) - "
URL = "https://example.org/2019/07/29/dockers"
WITH_LINE = {"Friday": "2019-07-26", "June 12": "2019-06-12", "last month": "2019-06"}


@pytest.mark.parametrize(
    ("published", "line", "url", "basis", "window", "anchor", "expected"),
    [
        ("2019-07-29", LINE, URL, "stated", (29, 29), 28, WITH_LINE),
        ("2019-07-29", LINE, "", "stated", (29, 29), 28, WITH_LINE),
        ("2019-07-29", "", URL, "stated", (29, 29), 29, WITH_LINE),
        ("2019-07-29", "", "", "stated", (29, 29), 29, WITH_LINE),
        ("", LINE, URL, "address", (29, 29), 28, WITH_LINE),
        ("", "", URL, "address", (29, 29), 29, WITH_LINE),
        ("2019-07", LINE, "", "stated", (28, 31), 28, WITH_LINE),
        ("2019-07", "", "", "stated", (1, 31), None, {"Friday": "XXXX-WXX-5", "last month": "2019-06"}),
        ("", LINE, "https://example.org/2019/07/dockers", "address", (28, 31), 28, WITH_LINE),
        ("", "", "https://example.org/2019/07/dockers", "address", (1, 31), None, {"Friday": "XXXX-WXX-5"}),
        ("", LINE, "", "inferred", None, None, {"Friday": "XXXX-WXX-5", "June 12": "XXXX-06-12", "last month": ""}),
        ("", "", "", "inferred", None, None, {"Friday": "XXXX-WXX-5", "June 12": "XXXX-06-12", "last month": ""}),
    ],
)
def test_one_story_with_and_without_what_dates_it(published, line, url, basis, window, anchor, expected):
    publication, said = dated(STORY.format(line=line), published=published, url=url)
    days = tuple(D(2019, 7, day) for day in window) if window else (D(2015, 1, 1), None)  # after all it tells of
    assert (publication.basis, publication.earliest, publication.latest) == (basis, *days)
    assert publication.anchor == (D(2019, 7, anchor) if anchor else None)
    found = values(said)
    assert {words: found[words] for words in expected} == expected
    assert (found["2015"], found["two years later"]) == ("2015", "2017")


def test_nothing_known():
    publication, said = dated("It rained last week, the mayor said.")
    assert (publication.basis, publication.evidence, publication.anchor) == ("unknown", (), None)
    assert [(one.value, one.edtf) for one in said] == [("", "")]


INTERVIEW = """Ida Falk runs the port. She spoke to us by telephone on {day}.

When did they leave?

They left yesterday.

{question}

We wrote to them last Friday.

Will they come back?

Nobody knows."""


@pytest.mark.parametrize(
    ("day", "question", "yesterday", "friday"),
    [
        ("Wednesday", "Did you ask them why?", "2014-05-06", "2014-05-02"),  # published on Friday 9 May
        ("Friday", "Did you ask them why?", "2014-05-08", "2014-05-02"),
        ("Wednesday", "She does not know why.", "2014-05-08", "2014-05-02"),  # two questions make no interview
        ("the telephone", "Did you ask them why?", "2014-05-08", "2014-05-02"),
    ],
)
def test_answers_count_from_the_day_of_the_interview(day, question, yesterday, friday):
    _, said = dated(INTERVIEW.format(day=day, question=question), published="2014-05-09")
    assert (values(said)["yesterday"], values(said)["last Friday"]) == (yesterday, friday)
