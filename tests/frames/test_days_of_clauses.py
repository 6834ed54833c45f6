"""Which day a clause has: of what is to come, of a part of a day, of the news itself, of a phrase without its verb."""

import pytest

from tests.frames.day_texts import date_of

BY = {  # text, trigger, date
    "by a part of a day is on that day": (
        "By mid-afternoon on Thursday Ana Lopes had been sworn in as president of Zambia.", "sworn", "2031-05-08",
    ),
    "a part of the day told just before": (
        "On Thursday parliament deposed the president of Zambia. By nightfall Ana Lopes had been sworn in.", "sworn",
        "2031-05-08",
    ),
    "by a day is no later than it": (
        "By Thursday police in Lusaka had arrested 40 teachers.", "arrested", "../2031-05-08",
    ),
}  # fmt: skip

AHEAD = {
    "a month and day of what will be": (
        "Ana Lopes, who took the oath of office on Nov. 27, has decreed that presidential elections in Zambia will "
        "take place March 6.", "presidential elections", "2032-03-06",
    ),
    "a weekday with its hour, in the present": (
        "Ana Lopes puts her hand on the Bible at noon Sunday and becomes president of Zambia.", "puts", "2031-05-11",
    ),
    "a part of a weekday": (
        "By Sunday morning, organisers say, 20,000 women will be marching down Cairo Road.", "marching", "2031-05-11",
    ),
    "what has been stays in the past": (
        "Ana Lopes took the oath of office as president of Zambia on March 6.", "took", "2031-03-06",
    ),
}  # fmt: skip

COUNTED = {
    "the day that a length counts from is not that of what it counts to": (
        "Ana Lopes was sworn in as president of Zambia on April 21, three days after a vote which the opposition had "
        "boycotted.", "vote", "2031-04-18",
    ),
    "the clause that counts keeps its day": (
        "Ana Lopes was sworn in as president of Zambia on April 21, three days after a vote which the opposition had "
        "boycotted.", "sworn", "2031-04-21",
    ),
    "a report that appears is of the day of publication": (
        "The report appears two days after Ana Lopes was sworn in as president of Zambia.", "sworn", "2031-05-07",
    ),
    "an announcement is what was told last": (
        "Zambia expelled the ambassador of Kenya on Wednesday. The decision came two days after police arrested Ana "
        "Lopes.", "arrested", "2031-05-05",
    ),
    "remarks are of the day on which they were made": (
        "Ana Lopes said on Wednesday that the courts were corrupt. Her remarks came two days after police in Lusaka "
        "arrested Joseph Banda.", "arrested", "2031-05-05",
    ),
    "what happened at what is counted to": (
        "Zambia severed relations with Kenya on Wednesday. The announcement came two days after the election held in "
        "Kenya, where Ana Lopes obtained only 40 percent of the votes.", "obtained", "2031-05-05",
    ),
    "within hours is when the story is": (
        "In January 2029 soldiers seized the radio station in Zambia. Their leader, Ana Lopes, was found beneath a bed "
        "and arrested within hours.", "arrested", "2029-01",
    ),
    "a decision of no known day counts for nothing": (
        "Kenya has closed its embassy. The decision came two days after police arrested Ana Lopes.", "arrested",
        "../2031-05-09",
    ),
}  # fmt: skip

CLAUSES = {
    "who was detained then was not freed then": (
        "A court in Lusaka freed a journalist detained in April.", "freed", "../2031-05-09",
    ),
    "what a step was taken over came before it": (
        "Zambia suspended its aid to Kenya last week over a coup there.", "coup", "../2031-05-09",
    ),
    "what has lasted ever since": (
        "Otto Lund was deposed as president of Zambia on 30 April. He has been confined to his residence ever since.",
        "confined", "2031-04-30/..",
    ),
    "what has been done since then is done": (
        "Zambia expelled the envoy in March. It has since recalled its own ambassador.", "recalled",
        "2031-03-01/2031-05-09",
    ),
    "days on from a vote": (
        "Three days on from the presidential election in Zambia, the figures stand.", "presidential", "2031-05-06",
    ),
    "the vote of a result that is declared": (
        "Zambia's electoral commission on Tuesday declared Otto Lund winner of the April 11 presidential election.",
        "declared", "2031-04-11",
    ),
    "the vote of a result that is shown": (
        "Results announced on Tuesday showed Ana Lopes of Zambia with 52 percent in Sunday's presidential vote.",
        "showed", "2031-05-04",
    ),
    "a vote of an aside is another": (
        "Otto Lund of Zambia, who won the May 2029 election, took 60 percent of the vote on Sunday.", "took",
        "2031-05-04",
    ),
    "an arrest that a release came after": (
        "The blogger was freed in Lusaka on Monday, two days after her arrest.", "arrest", "2031-05-03",
    ),
    "what is told of a subject aside has not the day behind it": (
        "The editor, whose arrest sparked an outcry, was freed in Lusaka on Monday.", "arrest", "../2031-05-09",
    ),
    "hours before an arrest": (
        "Police in Lusaka arrested Ana Lopes on Wednesday, hours after she led a march to the palace.", "march",
        "2031-05-06/2031-05-07",
    ),
    "years in a cell before a release": (
        "Zambia released 25 journalists on Monday after two years in pretrial detention.", "detention",
        "2029-05-05/2031-05-05",
    ),
    "the story stays at the day that an earlier one is told beside": (
        "Soldiers of Zambia had appeared on television before dawn on April 30, minutes after the board credited Otto "
        "Lund with 64 percent in a ballot held the previous Saturday. Six aides were picked up the same day.", "picked",
        "2031-04-30",
    ),
    "a day that opens the second clause is its own": (
        "On 3 April the armed forces of Zambia deposed Otto Lund, and on 4 May the head of the court, Ana Lopes, took "
        "the oath as interim president.", "took", "2031-05-04",
    ),
    "shares of a vote in a dated election": (
        "The spokesman noted that Ana Lopes had received only 40 percent of the vote in Zambia's Jan. 13 election.",
        "received", "2031-01-13",
    ),
    "the second putsch since a year is not of that year": (
        "The army seized power in Zambia on 2 April. It was Zambia's second coup since 1997. Ana Lopes was arrested "
        "the day after the takeover.", "arrested", "2031-04-03",
    ),
    "whoever reports to a barracks says nothing": (
        "The army seized power in Zambia on 2 April. Ana Lopes, dismissed two weeks earlier, reported to a barracks "
        "the day after the takeover and was held for several days.", "held", "2031-04-03",
    ),
    "what a dated vote saw": (
        "The party rejected the outcome of the August 11, 2030 poll in Zambia, in which Otto Lund polled 50 percent.",
        "polled", "2030-08-11",
    ),
    "what all is ready for is to come": (
        "Zambia's election chief said preparations were complete for Thursday's presidential vote.",
        "presidential vote", "2031-05-15",
    ),
    "voting day is that of the vote": (
        "Zambia voted on 26 January in a presidential election. The chairman said the board's website had been "
        "hit by a denial-of-service attack on voting day.", "hit", "2031-01-26",
    ),
    "the same evening is that of the day in its sentence": (
        "On Friday Kenya voted. Two lawmakers of Zambia who came home on Sunday were questioned, and the same evening "
        "police broke up a rally in Lusaka.", "rally", "2031-05-04",
    ),
    "the blockade with which something was done then": (
        "Last Thursday Otto Lund, a former minister of Zambia, was fined for the road blockades with which farmers "
        "brought Lusaka to a halt in March.", "road blockades", "2031-03",
    ),
    "a vote is not dated by the demand for another": (
        "Zambia held its election on 1 April. The loser conceded the following day, but a week later demanded that the "
        "voting be repeated. Ana Lopes was freed four days after the elections.", "freed", "2031-04-05",
    ),
    "within a week of a vote that was told": (
        "Zambia voted on 1 April. Kenya congratulated Ana Lopes within a week of the vote, and ambassadors stayed away "
        "when she was sworn in on 29 April.", "congratulated", "2031-04-01/2031-04-08",
    ),
    "what answers by doing is done then": (
        "Kenya declared on 12 April that Ana Lopes was still the rightful president, and Zambia answered three days "
        "later by recalling its ambassador.", "recalling", "2031-04-15",
    ),
    "a participle that tells which men has its own day": (
        "Three ministers of Zambia arrested in April are out on bail.", "are", "../2031-05-09",
    ),
    "one between commas goes on with the story": (
        "A repeat of the parliamentary vote in Zambia, first set for 20 April, was put off.", "parliamentary vote",
        "2031-04-20",
    ),
    "a weekday before the day that the sentence tells of": (
        "Soldiers had appeared on television in Zambia before dawn on May 3, minutes after the commission credited Ana "
        "Lopes with 64% of the vote in a ballot held the previous Saturday.", "credited", "2031-04-26",
    ),
    "a part of the day of what its paragraph has told": (
        "Police stormed a party office in Lusaka on Wednesday.\n\nOn 12 January Ana Lopes was deposed as president of "
        "Zambia. Her deputy, Otto Lund, was sworn in before nightfall.", "sworn", "2031-01-12",
    ),
    "what has begun may last beyond today": (
        "A court in Lusaka ordered that the two bloggers be remanded in custody until 7 July.", "remanded",
        "../2031-07-07",
    ),
    "a month of last year lends its year": (
        "Ana Lopes of Zambia was picked by parliament in March last year and took the oath of office on 1 April.",
        "took", "2030-04-01",
    ),
    "a phrase without its verb has its own day": (
        "Ana Lopes, deposed on 12 April 2029 and behind bars since March 2030, used to lead Zambia.", "behind bars",
        "2030-03-01/..",
    ),
    "and the verb before it keeps its": (
        "Ana Lopes, sworn in as president of Zambia on 12 April 2029 and behind bars since March 2030, denies it.",
        "sworn", "2029-04-12",
    ),
    "a participle has the day that closes the clause before it": (
        "Soldiers arrested the rebel leader late on Wednesday and stormed a school occupied by his followers before "
        "dawn today, rounding up 369 people, a spokesman said.", "rounding", "2031-05-09",
    ),
    "a weekday that is named again with its date": (
        "By the time I had made coffee on that Sunday, April 13, soldiers were on television telling us that the coup "
        "in Zambia had begun.", "coup", "2031-04-13",
    ),
    "a day on which a failed attempt was made": (
        "Police in Lusaka have arrested 17 officers over Wednesday's failed attempt to oust President Ana Lopes.",
        "oust", "2031-05-07",
    ),
    "the next day is not one of a list": (
        "Kenya recognised the republic on 3 May, and the next day Zambia expelled its ambassador.", "recognised",
        "2031-05-03",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "date"), BY.values(), ids=BY)
def test_by_a_time(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date


@pytest.mark.parametrize(("text", "trigger", "date"), AHEAD.values(), ids=AHEAD)
def test_what_is_to_come(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date


@pytest.mark.parametrize(("text", "trigger", "date"), COUNTED.values(), ids=COUNTED)
def test_counted_days(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date


@pytest.mark.parametrize(("text", "trigger", "date"), CLAUSES.values(), ids=CLAUSES)
def test_clauses(text: str, trigger: str, date: str) -> None:
    assert date_of(text, trigger) == date
