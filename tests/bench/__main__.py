"""Speed, as Markdown tables for BENCHMARKS.md: `python -m tests.bench`. Each figure stands beside its yardstick's.

Reading is measured in this process, in lots as engines read it, in CPU seconds past start-up, on invented news
(`news.py`); the yardsticks read the same text in the same run, all of it given at once. Validation is measured on a
generated package, each judge in a process of its own. `python -m tests.bench validation` measures that alone, and
`python -m tests.bench reading [FOLDER …]` the reading alone: of the invented news, or of the articles of folders, told
again and again until there are as many.
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import dateparser.search
import spacy

import timeline
from tests.bench.news import articles
from tests.bench.validation import validation_rows
from timeline.articles import read, sentences
from timeline.engines.shards import settle
from timeline.frames import gate
from timeline.frames.selection import select
from timeline.frames.syntax import parsing as syntax
from timeline.models import Article, ArticleResult
from timeline.pipeline import read_articles

ARTICLES = 2000
DATED = 60  # articles in which dates are found: the yardstick is slow
SHARES = {"news in general": 0.07, "conflict news": 0.29}  # of sentences that are political: 8 and 24 % of the words
WARM_UP = articles(3, 1.0, seed=99)


@dataclass(frozen=True)
class Speed:
    """CPU seconds for so many words."""

    seconds: float
    words: int

    @property
    def per_second(self) -> float:
        """Words per second."""
        return self.words / self.seconds


def speed(read: Callable[[Sequence[str]], object], texts: Sequence[str]) -> Speed:
    """One run over texts that were not read before, after others that start everything up."""
    read([article.text for article in WARM_UP])
    settle()
    started = time.process_time()
    read(texts)
    return Speed(time.process_time() - started, sum(len(text.split()) for text in texts))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def dates_table(news: Sequence[Article]) -> Iterator[str]:
    """How fast dates are found and resolved."""
    texts = [article.text for article in news]
    ours = speed(lambda some: [timeline.dates(text, published="2024-07-30") for text in some], texts)
    theirs = speed(lambda some: [dateparser.search.search_dates(text, languages=["en"]) for text in some], texts)
    rows = [("`timeline.dates`", ours), ("`dateparser.search`", theirs)]
    yield from table(
        ("dates", "words", "words a second"),
        [(name, f"{each.words:,}", f"{each.per_second:,.0f}") for name, each in rows],
    )
    yield f"\n{ours.per_second / theirs.per_second:.0f} times as fast.\n"


def reading_table(kinds: Mapping[str, Sequence[Article]]) -> Iterator[str]:
    """How fast articles are read, against the parser alone on all of their text."""
    nlp = syntax.model()
    rows = []
    for name, news in kinds.items():
        known = {article.text: article for article in (*WARM_UP, *news)}
        texts = [article.text for article in news]
        ours = speed(partial(_read_all, known), texts)
        with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
            theirs = speed(lambda some: list(nlp.pipe(some)), texts)
        rows.append((
            name, f"{len(news):,}", f"{ours.words:,}", f"{triggered(news):.0%}", f"{parsed_share(news):.0%}",
            f"{ours.per_second:,.0f}", f"{theirs.per_second:,.0f}", f"{ours.per_second / theirs.per_second:.1f}",
        ))  # fmt: skip
    yield from table(
        ("articles read", "how many", "words", "words in sentences with a trigger", "sentences parsed",
         "words a second", "spaCy's tagger and parser", "times as fast"),
        rows,
    )  # fmt: skip
    yield ""


def _read_all(known: dict[str, Article], texts: Sequence[str]) -> list[ArticleResult]:
    return list(read_articles(known[text] for text in texts))


def triggered(news: Sequence[Article]) -> float:
    """The share of words in sentences with the words of some frame, whether they are parsed or not."""
    all_words = let_through = 0
    for article in news:
        for sentence in sentences(article):
            count = len(sentence.span.text.split())
            all_words += count
            let_through += count if gate.opens(sentence.span.text) else 0
    return let_through / all_words


def parsed_share(news: Sequence[Article]) -> float:
    """The share of sentences that go through the parser."""
    selections = list(map(select, news))
    return sum(len(each.chosen) for each in selections) / sum(len(each.sentences) for each in selections)


def told_again(folders: Sequence[Path]) -> Iterator[tuple[str, list[Article]]]:
    """The articles of each folder, told again under other ids until there are enough."""
    for folder in folders:
        found = read([folder]).articles
        if not found:
            raise SystemExit(f"{folder}: no article in it; name a folder of articles")
        again = (replace(found[n % len(found)], article_id=f"a{n}") for n in range(ARTICLES))
        yield f"{len(found)} of {folder.name}, told again", list(again)


def validate_table() -> Iterator[str]:
    """How long it takes to check a package of a million events, every constraint of every row, the CSV files too."""
    head = ("validation, start-up included", "rows", "seconds", "CPU seconds", "rows a second", "peak memory")
    yield from table(head, list(validation_rows()))


def main() -> None:
    """Print the tables."""
    if sys.argv[1:] == ["validation"]:
        print("\n".join(validate_table()))
        return
    print(f"Python {platform.python_version()}, spaCy {spacy.__version__}, {platform.machine()}\n")
    folders = [Path(name) for name in sys.argv[2:]]
    kinds = dict(told_again(folders)) or {name: articles(ARTICLES, share) for name, share in SHARES.items()}
    tables = [reading_table(kinds)]
    if sys.argv[1:2] != ["reading"]:
        tables = [dates_table(articles(DATED, SHARES["news in general"])), *tables, validate_table()]
    for lines in tables:
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
