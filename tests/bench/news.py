"""Invented news for measuring: the same seed gives the same articles, with a given share of political sentences."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise

from timeline.models import Article

# Each sentence is a pattern with slots; capital slots are drawn from WORDS. About one sentence in three has a date.
POLITICAL = (
    "Police detained {N} people {DAY} after a march through {CITY}, the interior ministry said.",
    "Thousands of {GROUP} protested in {CITY} {DAY} against plans to {PLAN}.",
    "A court in {CITY} ordered the release of {N} {GROUP} who had been held since {MONTH}.",
    "{LAND} held a presidential election {DAY}, and {PERSON} won {PCT} percent of the vote.",
    "{LAND} recalled its ambassador from {OTHER} {DAY} over the dispute.",
    "Parliament imposed sanctions on {N} officials from {OTHER} in {MONTH}.",
    "The government declared a curfew in {CITY} until {DAY}.",
    "{PERSON} accused the army of planning a coup with help from {OTHER}.",
    "Hackers attacked the website of the central bank of {LAND} {DAY}, officials said.",
    "{PERSON} was sworn in as president of {LAND} on {DATE}.",
)
GENERAL = (
    "Shares of the {NOUN} maker rose {PCT} percent {DAY} as investors weighed a forecast of slower growth.",
    "The {NOUN} museum, which opened in {YEAR}, will lend {N} paintings to a gallery by the river.",
    "Farmers near {CITY} expect a smaller harvest because rain came late and prices for seed have doubled.",
    "The coach said her team had learned to keep the ball, and that the young striker needed more time.",
    "A study of {N} families found that children who read at home slept longer and worried less.",
    "Engineers will close the old bridge for repairs, and drivers should allow an extra hour.",
    "The company, based in {CITY}, makes batteries for {NOUN} trains and employs {N} people.",
    "Her second novel follows a fisherman who returns to the island where his mother kept bees.",
    "Temperatures will fall overnight, forecasters said, with snow above a thousand metres.",
    "He has run the bakery for {N} years and still gets up at three to knead the dough himself.",
    "The airline ordered {N} aircraft in {MONTH} and plans to fly to {CITY} twice a day.",
    "Tickets for the festival, whose organisers moved it to a larger park, sold out within an hour.",
    "Doctors at the clinic say the new drug lowers blood pressure without making patients tired.",
    "The recipe needs little more than onions, a good stock and the patience to stir it slowly.",
    "A telescope in the desert has recorded faint light from a galaxy that formed very early.",
    "The library lends tools, board games and musical instruments as well as {N} thousand books.",
)
WORDS = {
    "CITY": ("Lusaka", "Tallinn", "Quito", "Hanoi", "Dakar", "Oslo", "Amman", "Suva", "Rabat", "Skopje"),
    "LAND": ("Zambia", "Estonia", "Ecuador", "Vietnam", "Senegal", "Norway", "Jordan", "Fiji", "Morocco"),
    "OTHER": ("Latvia", "Malawi", "Colombia", "Laos", "Gambia", "Sweden", "Tunisia", "Tonga"),
    "GROUP": ("teachers", "students", "miners", "nurses", "lawyers", "pensioners", "farmers"),
    "PLAN": ("raise fuel prices", "close three schools", "sell the port", "cut pensions"),
    "PERSON": ("Amara Diallo", "Juhan Tamm", "Rosa Quispe", "Minh Tran", "Ingrid Solberg", "Samir Haddad"),
    "NOUN": ("glass", "sugar", "paper", "copper", "textile", "maritime", "railway"),
    "MONTH": ("January", "March", "June", "September", "November"),
    "DAY": ("on Monday", "on Tuesday", "on Friday", "yesterday", "last week", "on Sunday"),
}


def articles(count: int, political: float, seed: int = 1, sentences: int = 22) -> tuple[Article, ...]:
    """So many articles, ``political`` the share of sentences with a trigger; one is about 350 words."""
    draw = random.Random(seed)
    return tuple(_article(draw, number, political, sentences) for number in range(count))


def _article(draw: random.Random, number: int, political: float, sentences: int) -> Article:
    published = dt.date(2015, 1, 1) + dt.timedelta(days=draw.randrange(3000))
    told = [sentence(draw, draw.random() < political) for _ in range(sentences)]
    cuts = [*range(0, sentences, 4), sentences]
    text = "\n\n".join(" ".join(told[start:end]) for start, end in pairwise(cuts))
    return Article(f"news-{number:05}", text, published=published.isoformat(), path=f"news-{number:05}.txt")


def sentence(draw: random.Random, political: bool) -> str:
    """One sentence, its slots filled."""
    pattern = draw.choice(POLITICAL if political else GENERAL)
    date = dt.date(2010, 1, 1) + dt.timedelta(days=draw.randrange(4000))
    return pattern.format(
        N=draw.randint(3, 90), PCT=round(draw.uniform(1, 70), 1), YEAR=date.year, DATE=f"{date.day} {date:%B %Y}",
        **{slot: draw.choice(words) for slot, words in WORDS.items()},
    )  # fmt: skip
