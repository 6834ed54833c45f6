"""Which numbers an event takes, and what election sentences tell."""

import pytest

from timeline.frames.figures.figures import credit, figures, results
from timeline.frames.figures.quantities import quantities
from timeline.frames.match import Match
from timeline.frames.naming.names import cast
from timeline.frames.syntax.parsing import parse
from timeline.models import Figure, Participant, Sentence, Span


def article(*texts):
    """The parsed sentences of a text and its cast."""
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, Span(start, start + len(text), text), 0))
        start += len(text) + 1
    return parse(sentences), cast(" ".join(texts), sentences)


def read(event_type, text, trigger, slots):
    """The figures of a match with the trigger and slots ("actor=Police target=rioters") named by their words."""
    (parsed,), people = article(text)

    def token(word):
        return next(item for item in parsed.doc if item.text == word)

    head = token(trigger)
    heads = tuple((role, token(word)) for role, word in (slot.split("=") for slot in slots.split()))
    match = Match(parsed, event_type, "test:row", head, (head,), heads)
    return figures(match, quantities(parsed), people)


COUNTS = [
    # type, sentence, trigger, slots, measure, value, bound
    ("detention", "Police detained 40 rioters.", "detained", "actor=Police target=rioters", "people", 40, "exact"),
    ("detention", "More than 2,200 rioters were detained.", "detained", "target=rioters", "people", 2200, "more_than"),
    ("detention", "Police held a group of 20 officers.", "held", "target=group", "people", 20, "exact"),
    ("detention", "At least four ministers were arrested.", "arrested", "target=ministers", "people", 4, "at_least"),
    ("detention", "Police logged about 1,100 arrests.", "arrests", "", "people", 1100, "about"),
    ("detention", "Five were hurt and more than 100 dragged away.", "dragged", "target=100",
     "people", 100, "more_than"),
    ("detention", "Some 350 of them were held.", "held", "target=350", "people", 350, "about"),
    ("detention", "Guards held Ana Lund and 12 others.", "held", "target=Lund", "people", 13, "exact"),
    ("detention", "Guards held Ana Lund, Tom Holt and 12 others.", "held", "target=Lund", "people", 14, "exact"),
    ("detention", "Guards held Ana Lund and about 12 others.", "held", "target=Lund", "people", 12, "about"),
    ("detention", "Between 20 and 30 people were held.", "held", "target=people", "people", 20, "about"),
    ("detention", "Police held 11 men, who had been marching for two hours.", "held", "target=men",
     "people", 11, "exact"),
    ("release", "Ana Lund was bailed on December 5 along with 18 others.", "bailed", "target=Lund",
     "people", 19, "exact"),
    ("release", "A plane carried 222 people who had been freed.", "freed", "target=people", "people", 222, "exact"),
    ("release", "More than 23,000 prisoners walked free.", "walked", "target=prisoners", "people", 23000, "more_than"),
    ("protest", "About 500 of his followers marched.", "marched", "actor=500", "people", 500, "about"),
    ("protest", "Up to 14 million Egyptians filled the squares.", "filled", "actor=Egyptians", "people", 14e6, "up_to"),
    ("protest", "The march drew more than a million people.", "march", "", "people", 1e6, "more_than"),
    ("protest", "Some 3,000 students joined the march.", "march", "", "people", 3000, "about"),
    ("protest", "A rally of 5,000 farmers blocked the port.", "rally", "", "people", 5000, "exact"),
    ("protest", "Police put attendance at the rally at 15,000.", "rally", "", "people", 15000, "exact"),
    ("protest", "Hundreds of students marched.", "marched", "actor=Hundreds", "people", 200, "at_least"),
    ("diplomacy", "London expelled 23 Russians.", "expelled", "actor=London target=Russians", "people", 23, "exact"),
    ("diplomacy", "Peru told 59 diplomats from 23 countries to go.", "told", "actor=Peru target=diplomats",
     "people", 59, "exact"),
    ("sanction", "Washington sanctioned nine officials.", "sanctioned", "target=officials", "people", 9, "exact"),
    ("sanction", "The bloc put travel bans on 14 officials.", "bans", "actor=bloc", "people", 14, "exact"),
    ("recognition", "Four countries recognised the new government.", "recognised", "actor=countries",
     "states", 4, "exact"),
    ("cyberattack", "At least 25 million attacks hit the ministry.", "attacks", "", "attacks", 25e6, "at_least"),
    ("cyberattack", "Attacks were launched, with 3,000 of them targeting the ministry.", "Attacks", "",
     "attacks", 3000, "exact"),
    ("protest", "Three people were killed in demonstrations.", "demonstrations", "", "killed", 3, "exact"),
    ("protest", "The protests ended with more than 300 dead.", "protests", "", "killed", 300, "more_than"),
    ("protest", "Troops fired on the march, killing at least eight.", "march", "", "killed", 8, "at_least"),
    ("protest", "At least eight people were hurt at the rally.", "rally", "", "injured", 8, "at_least"),
    ("coup", "Twelve soldiers died in the coup.", "coup", "", "killed", 12, "exact"),
    ("detention", "Guards held Ana Lund, the president's elder son, and six close aides.", "held", "target=Lund",
     "people", 7, "exact"),
    ("detention", "His son, Ben Abara, and five aides were arrested.", "arrested", "target=son", "people", 6, "exact"),
    ("detention", "Two ministers and 14 others were arrested.", "arrested", "target=ministers", "people", 16, "exact"),
    ("detention", "Three men and two women were detained.", "detained", "target=men", "people", 5, "exact"),
    ("detention", "Police held two editors, Ana Lund and Tom Holt.", "held", "target=editors", "people", 2, "exact"),
    ("diplomacy", "Peru threw out the Norland ambassador and another diplomat.", "threw",
     "actor=Peru target=ambassador", "people", 2, "exact"),
    ("diplomacy", "Peru told 45 diplomats and embassy staff to go.", "told", "actor=Peru target=diplomats",
     "people", 45, "exact"),
    ("detention", "Prosecutors said 56 of the 80 people picked up on Monday had been freed.", "picked", "target=people",
     "people", 80, "exact"),
    ("release", "So far 56 of the 80 people picked up on Monday have been freed.", "freed", "target=56",
     "people", 56, "exact"),
    ("sanction", "Ministers may approve a visa ban for 40 officials; the islands blacklisted 30.", "blacklisted",
     "actor=islands", "people", 30, "exact"),
    ("protest", "They burned tyres in the port; police reckoned on no more than 500 people.", "burned", "",
     "people", 500, "up_to"),
    ("protest", "A general strike jammed the roads, with 700,000 out in the port alone.", "strike", "",
     "people", 700000, "exact"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "trigger", "slots", "measure", "value", "bound"), COUNTS)
def test_count(kind, text, trigger, slots, measure, value, bound):
    found = [item for item in read(kind, text, trigger, slots) if item.measure != "other"]
    assert [(item.measure, item.value, item.bound) for item in found] == [(measure, value, bound)]
    assert found[0].as_written in text


NOT_COUNTED = [
    (
        "detention",
        "Some 300 police officers arrested Ana Lund.",
        "arrested",
        "actor=officers target=Lund",
    ),
    ("detention", "Police arrested Ana Lund after three people were killed.", "arrested", "target=Lund"),
    ("detention", "Police detained the mayor of 12 villages on May 3.", "detained", "target=mayor"),
    ("protest", "The strike grounded more than 200 flights; police held 148 people.", "strike", ""),
    ("protest", "Some 900 police officers watched the march.", "march", ""),
    ("protest", "The rally lasted two hours and cost $5 million.", "rally", ""),
    ("diplomacy", "Peru recalled its envoys from 23 countries.", "recalled", "actor=Peru target=envoys"),
    ("inauguration", "She took the oath before 4,000 guests.", "oath", ""),
    ("recognition", "Chile recognised the winner with 52 percent.", "recognised", "actor=Chile"),
    ("release", "A court freed the sailor Billy Six in May.", "freed", "target=Six"),
    ("release", "He was freed on Sh50,000 bail.", "freed", "target=He"),
    ("protest", "Two groups clashed near the hall.", "clashed", "actor=groups"),
    ("sanction", "The treasury put one of the three firms under sanctions.", "put", "actor=treasury target=one"),
    ("protest", "Police put the number of arrests in the riots at 836.", "riots", ""),
]


@pytest.mark.parametrize(("kind", "text", "trigger", "slots"), NOT_COUNTED)
def test_not_the_events_people(kind, text, trigger, slots):
    measures = {item.measure for item in read(kind, text, trigger, slots)}
    assert not measures & {"people", "states", "killed", "attacks"}


OF_THINGS = [
    ("cyberattack", "Some 70 sites were defaced in May.", "defaced", "target=sites", 70),
    ("cyberattack", "Hackers broke into about ten contractors.", "broke", "actor=Hackers target=contractors", 10),
    ("recognition", "Hope, Dawn and nine other parties do not recognise it.", "recognise", "actor=parties", 11),
    ("cyberattack", "Hackers published the names of 1,000 officers.", "published", "target=names", None),
    ("recognition", "The three parties do not recognise it.", "recognise", "actor=parties", None),
]


@pytest.mark.parametrize(("kind", "text", "trigger", "slots", "value"), OF_THINGS)
def test_things_that_are_hit_and_parties_that_refuse(kind, text, trigger, slots, value):
    found = [item.value for item in read(kind, text, trigger, slots) if item.measure == "other"]
    assert found[:1] == ([] if value is None else [value])


def rows(text, *before):
    parsed, people = article(*before, text)
    return [(item.measure, item.value, item.bound, item.subject) for item in results(parsed[-1], people)]


RESULTS = [
    ("President Luz Arce won 5.8 million votes (about 68%).",
     [("votes", 5.8e6, "exact", "Luz Arce"), ("vote_share", 68, "about", "Luz Arce")]),
    ("Luz Arce obtained more than 1.8 million votes and Eva Montt 952,000 votes.",
     [("votes", 1.8e6, "more_than", "Luz Arce"), ("votes", 952000, "exact", "Eva Montt")]),
    ("The commission said after counting almost 97% of ballots that 51.95% of people voted for the incumbent President"
     " Luz Arce, while 43.18% voted for her main rival, the candidate of the greens Eva Montt.",
     [("ballots_counted", 97, "almost", ""), ("vote_share", 51.95, "exact", "Luz Arce"),
      ("vote_share", 43.18, "exact", "Eva Montt")]),
    ("The figures: Luz Arce 24.5 million votes (62.6%), Eva Montt 13.2 million (33.8%), turnout 85%.",
     [("votes", 24.5e6, "exact", "Luz Arce"), ("vote_share", 62.6, "exact", "Luz Arce"),
      ("votes", 13.2e6, "exact", "Eva Montt"), ("vote_share", 33.8, "exact", "Eva Montt"),
      ("turnout", 85, "exact", "")]),
    ("Luz Arce won the run-off by 55.7 percent to 44.1 percent for Eva Montt.",
     [("vote_share", 55.7, "exact", "Luz Arce"), ("vote_share", 44.1, "exact", "Eva Montt")]),
    ("Luz Arce beat Eva Montt by 55.7 percent to 44.1 percent.",
     [("vote_share", 55.7, "exact", "Luz Arce"), ("vote_share", 44.1, "exact", "Eva Montt")]),
    ("Luz Arce won the election by about 44,000 votes.", [("other", 44000, "about", "")]),
    ("The Social Democrats came first with 33.2 percent and the Reform Party of Joakim Holm second on 26.9 percent,"
     " just 415 votes ahead of the Centre Party.",
     [("vote_share", 33.2, "exact", "Social Democrats"), ("vote_share", 26.9, "exact", "Reform Party"),
      ("other", 415, "exact", "")]),

    ("Luz Arce won the December 1 election with 43.3 percent, against 39.6 percent for Eva Montt and 17.1 percent"
     " for Tom Holt.",
     [("vote_share", 43.3, "exact", "Luz Arce"), ("vote_share", 39.6, "exact", "Eva Montt"),
      ("vote_share", 17.1, "exact", "Tom Holt")]),
    ("In total, about 46% of voters took part.", [("turnout", 46, "about", "")]),
    ("Fewer than 30 percent of those entitled to vote had taken part.", [("turnout", 30, "up_to", "")]),
    ("Luz Arce, re-elected on March 18 with 76.7 percent of the vote on a turnout of 67.5 percent, denied it.",
     [("vote_share", 76.7, "exact", "Luz Arce"), ("turnout", 67.5, "exact", "")]),
    ("The Reform Party won 388 of the 452 seats.", [("seats", 388, "exact", "Reform Party")]),
    ("The Reform Party took 53.9 percent and 89 seats.",
     [("vote_share", 53.9, "exact", "Reform Party"), ("seats", 89, "exact", "Reform Party")]),
    ("Official figures gave Luz Arce 47.9% and Eva Montt 43.2% of the vote, with Tom Holt third on 8.3%.",
     [("vote_share", 47.9, "exact", "Luz Arce"), ("vote_share", 43.2, "exact", "Eva Montt"),
      ("vote_share", 8.3, "exact", "Tom Holt")]),
    ("Mr Arce took 6,015,934 votes, or 57.88 per cent, to 4,173,185, or 40.15 per cent, for Eva Montt.",
     [("votes", 6015934, "exact", "Arce"), ("vote_share", 57.88, "exact", "Arce"),
      ("votes", 4173185, "exact", "Eva Montt"), ("vote_share", 40.15, "exact", "Eva Montt")]),

    ("With more than 60 percent of ballots counted, Luz Arce had 56 percent and Eva Montt of the"
     " Liberal Party 38 percent.",
     [("ballots_counted", 60, "more_than", ""), ("vote_share", 56, "exact", "Luz Arce"),
      ("vote_share", 38, "exact", "Eva Montt")]),
    ("The watchdog estimated that 81.5% of voters had stayed at home.", [("other", 81.5, "exact", "")]),
    ("The council declared Luz Arce the winner with 49.46 percent against 46.61 percent.",
     [("vote_share", 49.46, "exact", "Luz Arce"), ("other", 46.61, "exact", "")]),
    ("Prices rose by 12 percent in March.", []),
    ("Police held 40 people.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_results(text, expected):
    assert rows(text) == expected


def test_results_use_the_full_name_of_the_article():
    assert rows("Arce won 52 percent of the vote.", "President Luz Arce voted early.") == [
        ("vote_share", 52, "exact", "Luz Arce")
    ]


def test_a_share_without_a_name_goes_to_the_sole_winner():
    share = Figure("vote_share", 54.3, "exact", "54.3 percent", unit="percent")
    other = Figure("vote_share", 35.8, "exact", "35.8 percent", unit="percent", subject="Eva Montt")
    credited = credit(
        [share, other], [Participant("winner", "Luz Arce", "person"), Participant("candidate", "Eva Montt", "person")]
    )
    assert [item.subject for item in credited] == ["Luz Arce", "Eva Montt"]
    assert [item.subject for item in credit([share, other], [])] == ["", "Eva Montt"]


@pytest.mark.parametrize(
    "text", ["", "vote 5% 5% (5%) to 4%", "by 1 votes to 2 votes of 3 seats of 4", "% of ballots for"]
)
def test_odd_text_never_raises(text):
    rows(text)
