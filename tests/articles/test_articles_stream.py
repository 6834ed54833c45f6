"""Articles come one at a time, and what would fill memory is named instead of read."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import tracemalloc

import pytest

from timeline.articles import read, streams, unique
from timeline.articles.reader import ArticleStream
from timeline.errors import InputError

BODY = "Guards closed the bridge in Norvik on Sunday, the harbour office said in a notice. "


def table(count, words=1):
    return "".join(json.dumps({"article_id": f"a{n}", "text": f"{BODY * words}{n}"}) + "\n" for n in range(count))


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz", "news.csv"])
def test_memory_does_not_grow_with_the_rows(tmp_path, name, monkeypatch):
    monkeypatch.setattr("timeline.articles.reader.foreign_language", lambda *_: "")  # most of the time, and no memory
    file = tmp_path / name
    text = table(2000, 40)
    if name.endswith(".csv"):
        rows = (json.loads(line) for line in text.splitlines())
        text = "article_id,text\n" + "".join(f'{row["article_id"]},"{row["text"]}"\n' for row in rows)
    file.write_bytes(gzip.compress(text.encode(), 1) if name.endswith(".gz") else text.encode())
    list(itertools.islice(ArticleStream([file]), 2))  # whatever is loaded once
    tracemalloc.start()
    count = sum(1 for _ in ArticleStream([file]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 2000
    assert peak < len(text) / 4, f"{peak:,} bytes for a file of {len(text):,}"


def test_the_first_article_comes_before_the_file_is_read(tmp_path):
    (tmp_path / "news.jsonl").write_text(table(3000) + "broken\n")
    stream = ArticleStream([tmp_path / "news.jsonl"])
    assert [article.article_id for article in itertools.islice(stream, 3)] == ["a0", "a1", "a2"]


@pytest.mark.parametrize("name", ["news.jsonl", "news.csv"])
def test_a_line_without_end_is_named_and_not_held(tmp_path, monkeypatch, name):
    monkeypatch.setattr(streams, "LONGEST_LINE", 1000)
    head = "article_id,text\n" if name.endswith(".csv") else ""
    rows = [f'{n},"{BODY}"\n' if head else json.dumps({"article_id": str(n), "text": BODY}) + "\n" for n in range(2)]
    (tmp_path / name).write_text(head + rows[0] + "x" * 5000 + "\n" + rows[1])
    reading = read(tmp_path / name)
    assert [article.article_id for article in reading.articles] == (["0"] if head else ["0", "1"])
    assert ["longer than 1,000 characters" in problem.reason for problem in reading.problems] == [True]


def test_a_page_without_end_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(streams, "LARGEST_PAGE", 1 << 20)
    (tmp_path / "a.txt").write_text(BODY * 20_000)
    assert "longer than 1 MB" in read(tmp_path / "a.txt").problems[0].reason


def test_a_row_that_is_not_utf8_is_named_by_its_line_and_the_others_are_read(tmp_path):
    rows = [json.dumps({"article_id": str(n), "text": BODY}).encode() for n in range(3)]
    (tmp_path / "news.jsonl").write_bytes(b"\n".join([rows[0], rows[1][:-3] + b'\xfc"}', rows[2]]))
    reading = read(tmp_path / "news.jsonl")
    assert [article.article_id for article in reading.articles] == ["0", "2"]
    (problem,) = reading.problems
    assert problem.path.endswith("news.jsonl line 2") and "not UTF-8 (byte 0xfc)" in problem.reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_table_in_another_unicode_encoding_is_read(tmp_path, encoding):
    (tmp_path / "news.jsonl").write_bytes(
        json.dumps({"article_id": "a", "text": "Möwe. " + BODY}, ensure_ascii=False).encode(encoding)
    )
    (article,) = read(tmp_path / "news.jsonl").articles
    assert article.text.startswith("Möwe. Guards")


def test_a_cut_gzip_file_is_named(tmp_path):
    whole = gzip.compress(table(4000).encode())
    (tmp_path / "news.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    reading = read(tmp_path / "news.jsonl.gz")
    assert ["not sound gzip" in problem.reason for problem in reading.problems] == [True]


def test_ids_are_told_apart_even_where_their_short_hashes_are_one(monkeypatch):
    original = unique.hashlib.blake2b

    def weak(data, digest_size):
        return original(b"" if digest_size == 8 else data, digest_size=digest_size)

    monkeypatch.setattr(unique.hashlib, "blake2b", weak)
    ids = unique.Ids()
    for name in ("a", "b", "c"):
        ids.add(name, f"file {name}")
    ids.check()
    ids.add("b", "another file")
    with pytest.raises(InputError, match="another file and file b have the same article_id 'b'"):
        ids.check()


def test_a_stream_that_cannot_be_sought_is_read(monkeypatch):
    from types import SimpleNamespace

    class Pipe(io.RawIOBase):
        def __init__(self, data):
            self.data = io.BytesIO(data)

        def readable(self):
            return True

        def readinto(self, buffer):
            return self.data.readinto(buffer)

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(Pipe(gzip.compress(table(3).encode())))))
    assert [article.article_id for article in read("-").articles] == ["a0", "a1", "a2"]
