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
    "The {ADJ} {NOUN} {VERB} the {NOUN2} {PLACE}, and the {ADJ2} {NOUN3} {VERB2} {N} {THINGS} {WHEN}.",
    "{PERSON}, who {VERB} a {ADJ} {NOUN} {PLACE}, said the {NOUN2} {VERB2} more {THINGS} than the {NOUN3} did.",
    "A {NOUN} with {N} {THINGS} {VERB} the {ADJ} {NOUN2} {WHEN}, although the {NOUN3} {PLACE} {VERB2} only a few.",
    "{WHEN2}, the {NOUN} {PLACE} {VERB} {N} {THINGS}, {PCT} percent more than the {ADJ} {NOUN2} of {CITY}.",
    "Nobody knows why the {ADJ} {NOUN} {VERB} so many {THINGS} while the {NOUN2} {PLACE} {VERB2} its {NOUN3}.",
)
WORDS = {
    "CITY": ("Lusaka", "Tallinn", "Quito", "Hanoi", "Dakar", "Oslo", "Amman", "Suva", "Rabat", "Skopje"),
    "LAND": ("Zambia", "Estonia", "Ecuador", "Vietnam", "Senegal", "Norway", "Jordan", "Fiji", "Morocco"),
    "OTHER": ("Latvia", "Malawi", "Colombia", "Laos", "Gambia", "Sweden", "Tunisia", "Tonga"),
    "GROUP": ("teachers", "students", "miners", "nurses", "lawyers", "pensioners", "farmers"),
    "PLAN": ("raise fuel prices", "close three schools", "sell the port", "cut pensions"),
    "PERSON": ("Amara Diallo", "Juhan Tamm", "Rosa Quispe", "Minh Tran", "Ingrid Solberg", "Samir Haddad"),
    "ADJ": tuple("old narrow quiet wooden modern rural careful bright ordinary steep blue famous empty tall".split()),
    "NOUN": tuple(
        "museum orchestra bakery river teacher engineer harbour library forest painter clinic telescope farmer novel"
        " gardener recipe airline battery bicycle choir hotel island kitchen lake mountain bridge piano school".split()
    ),
    "VERB": tuple(
        "bought painted repaired described admired measured cooked collected borrowed designed cleaned translated"
        " photographed restored counted watched studied planted".split()
    ),
    "THINGS": tuple("books apples tickets bees songs lamps coins trees chairs bottles maps shoes violins".split()),
    "PLACE": (
        "by the river",
        "near the station",
        "behind the hill",
        "on the coast",
        "in the old town",
        "in the valley",
    ),
    "WHEN": (
        "on Monday",
        "last week",
        "in June 2014",
        "yesterday",
        "for years",
        "with patience",
        "every autumn",
        "without a word",
        "since 2009",
        "two months ago",
        "before lunch",
        "as usual",
    ),
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
    twice = {f"{slot}{more}": WORDS[slot] for slot in ("ADJ", "NOUN", "VERB", "WHEN") for more in (2, 3)}
    chosen = {slot: draw.choice(words) for slot, words in (WORDS | twice).items()}
    chosen["WHEN2"] = chosen["WHEN2"][0].upper() + chosen["WHEN2"][1:]
    return pattern.format(
        N=draw.randint(3, 90), PCT=round(draw.uniform(1, 70), 1), YEAR=date.year, DATE=f"{date.day} {date:%B %Y}",
        **chosen,
    )  # fmt: skip
