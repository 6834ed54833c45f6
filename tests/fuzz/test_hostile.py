"""Texts and pages made to fill memory or time: four times as long takes about four times the time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import job
from timeline.articles import read, read_text
from timeline.frames.selection import select
from timeline.merge.digest import write_digest
from timeline.models import Article
from timeline.pipeline import read_article

LETTERS = 60_000
TEXTS: dict[str, Callable[[int], str]] = {
    "a line without end": lambda size: "x" * size,
    "a paragraph without end": lambda size: "museum bakery " * (size // 14),
    "dates without end": lambda size: "5 May 2020 " * (size // 11),
    "dates that do not exist": lambda size: "31 February 2021, 30 Feb 0000, 99/99/9999 " * (size // 42),
    "right-to-left marks": lambda size: "\u202e\u200f12 May " * (size // 9),
    "quotation marks": lambda size: '"a ' * (size // 3),
    "brackets": lambda size: "(" * size,
    "markup": lambda size: "<div>" * (size // 5),
    "slashes": lambda size: "1/2/" * (size // 4),
    "stops": lambda size: ". " * (size // 2),
    "blank lines": lambda size: "a" + "\n" * size + "b",
    "accents": lambda size: "e" + "\u0301" * size,
    "ranges": lambda size: "from 3 to 5 May " * (size // 16),
}


def seconds(work: Callable[[str], object], text: str) -> float:
    """CPU seconds without the collector, whose pauses grow with whatever other tests have left behind."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        work(text)
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.parametrize("name", TEXTS)
def test_reading_takes_linear_time(name: str) -> None:
    def everything(text: str) -> None:
        write_digest(read_article(Article("x", text, published="2024-07-30")))

    everything(TEXTS[name](LETTERS // 20))
    short, long = (seconds(everything, TEXTS[name](size)) for size in (LETTERS, 4 * LETTERS))
    assert long < 9 * short + 0.3, f"{short:.2f} s, four times as long: {long:.2f} s"


NAMES = "Anna Bruno Carla Dmitri Elif Farid Grace Hana".split()


def _name(number: int) -> str:
    """One of thousands of names, all different."""
    return f"{NAMES[number % 8]} {chr(65 + number // 8 % 26)}{chr(97 + number // 208 % 26)}rov"


NEWS: dict[str, Callable[[int], str]] = {  # what news says, many times over, and what no news says
    "one speaker in one sentence": lambda n: "Anna Lopez said the election was stolen, " * n,
    "one act without end": lambda n: "arrested " * n,
    "acts between semicolons": lambda n: "police arrested ten; " * n,
    "acts between dashes": lambda n: "Police — arrested — ten — " * n,
    "clauses without end": lambda n: "police arrested people and the minister said voters elected him while " * n,
    "brackets in brackets": lambda n: "Police (arrested " * n + ")" * n + " people.",
    "quotations never closed": lambda n: "“We arrested ten people, said Anna Lopez. " * n,
    "quotations and their speakers": lambda n: " ".join(
        f"“The vote was stolen,” said {NAMES[i % 8]} {chr(65 + i % 26)}{chr(97 + i // 26 % 26)}rov." for i in range(n)
    ),
    "straight quotation marks": lambda n: '"We arrested ten people on Sunday" said Anna Lopez. "No. ' * n,
    "apostrophes": lambda n: "Police said 'arrested ten, 'no " * n,
    "commas": lambda n: "Police arrested " + "people, " * n,
    "short paragraphs": lambda n: "Police arrested ten.\n\n" * n,
    "headings": lambda n: "Police Arrest Ten\n\n" * n,
    "dates in every sentence": lambda n: "Police arrested people on 5 May 2020, 6 May 2021 and Sunday. " * n,
    "days after days": lambda n: "The following day police arrested ten. " * n,
    "a list of names": lambda n: ", ".join(map(_name, range(n))) + " were arrested in Oslo on Sunday.",
    "names, each arrested": lambda n: "".join(f"Police arrested {_name(i)} in Oslo. " for i in range(n)),
    "one given name": lambda n: ", ".join(f"Ana {_name(i)}" for i in range(n)) + " said police freed Ana.",
}  # fmt: skip


@pytest.mark.parametrize("name", NEWS)
def test_four_times_the_news_takes_about_four_times_the_time(name: str) -> None:
    def reading(size: int) -> float:
        text = NEWS[name](max(size // len(NEWS[name](1)), 1))
        return seconds(lambda text: read_article(Article("x", text, published="2024-07-30")), text)

    reading(500)  # whatever is loaded once
    short, long = reading(4000), reading(16_000)
    assert long < 9 * short + 0.3, f"{short:.2f} s, four times as long: {long:.2f} s"


def test_one_sentence_tells_a_bounded_number_of_acts() -> None:
    few, many = (read_article(read_text("police arrested ten and freed two, " * count)) for count in (5, 60))
    assert 5 <= len(few.mentions) < len(many.mentions) <= 40


def test_a_title_without_end_takes_linear_time() -> None:
    def reading(size: int) -> float:
        text = "Police arrested ten in Oslo on Sunday.\n\nNobody was hurt."
        return seconds(
            lambda title: read_article(Article("x", text, title=title)), "Police arrest ten in Oslo. " * size
        )

    reading(20)
    short, long = reading(1000), reading(4000)
    assert long < 9 * short + 0.3, f"{short:.2f} s, four times as long: {long:.2f} s"


def test_many_tellings_of_one_event_take_linear_time() -> None:
    """A text that says one thing a thousand times is compared with what stands near, not with all of it."""

    def grouped(count: int) -> float:
        result = read_article(read_text("Police detained 12 people in Oslo on Sunday. " * count))
        return seconds(lambda _: write_digest(result), "")

    grouped(20)
    assert grouped(800) < 8 * grouped(200) + 0.3


def test_ten_megabytes_in_one_paragraph_are_read() -> None:
    text = "museum bakery " * (10_000_000 // 14)
    article = read_text(text)
    assert seconds(lambda _: select(article), text) < 30


def test_nested_markup_is_read_or_named(tmp_path: Path) -> None:
    for depth in (500, 5000):
        body = "<div>" * depth + "<p>Guards closed the bridge in Norvik on Sunday, the harbour office said.</p>"
        (tmp_path / f"{depth}.html").write_text(f"<html><body>{body}</body></html>")
    reading = read(tmp_path)
    assert len(reading.articles) + len([problem for problem in reading.problems if problem.path.endswith("html")]) == 2


@pytest.mark.parametrize(
    "name", ["../../escape", "/etc/passwd", "..", "a\\b", "\u202egpj", "=cmd", "<b>x</b>", "a" * 3000]
)
def test_ids_that_are_paths_or_markup_stay_ids(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    monkeypatch.setattr(job, "draw", lambda target: target)
    row = {"article_id": name, "text": "Police detained 12 people in Oslo on Sunday, the interior ministry said."}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "news.jsonl").write_text(json.dumps(row))
    job.build([tmp_path / "in"], tmp_path / "out", job.How(workers=1))
    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.startswith(("in/news.jsonl", "out/datapackage/")) for path in files)
