"""What inputs can be besides files: patterns of names, standard input; and what is told of any of them."""

import gzip
import io
import json
import sys
from types import SimpleNamespace

import pytest

from tests.articles.test_articles_formats import BODY, PAGE, problem
from tests.articles.test_articles_packed import ROW, RSS, warc, zipped
from timeline.articles import read
from timeline.articles.addresses import address_id
from timeline.articles.fragment import text_of


def test_patterns_stand_for_files(tmp_path):
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(BODY)
    assert [article.article_id for article in read([tmp_path / "*.txt"]).articles] == ["a", "b"]
    (tmp_path / "[x].txt").write_text(BODY)
    assert [article.path for article in read([tmp_path / "[x].txt"]).articles] == ["[x].txt"]
    assert "no such file" in problem(tmp_path / "*.csv")


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("Des milliers de manifestants ont défilé dimanche à Paris contre la réforme, selon la police.", "", "French"),
        ("Des milliers de manifestants ont défilé dimanche à Paris contre la réforme.", "en", "French"),
        ("أعلنت وزارة الداخلية اعتقال عشرات المتظاهرين في العاصمة يوم الأحد بعد احتجاجات واسعة", "", "Arabic"),
        ("Thousands of protesters marched through Paris on Sunday against the reform, police said.", "", ""),
        ("Thousands of protesters marched through Paris on Sunday against the reform, police said.", "fr", ""),
        ("Text.", "", ""),
        ("Text.", "de-AT", "German"),
        ("Text.", "en-GB", ""),
    ],
)
def test_only_english_is_read(tmp_path, text, stated, language):
    (tmp_path / "a.txt").write_text(f"---\nlanguage: {stated}\n---\n{text}" if stated else text)
    (tmp_path / "b.txt").write_text(BODY)
    reading = read(tmp_path)
    assert [article.article_id for article in reading.articles] == (["b"] if language else ["a", "b"])
    expected = [f"the text is in {language}; only English is read, so it is left out"] if language else []
    assert [item.reason for item in reading.problems] == expected


@pytest.mark.parametrize(
    ("data", "article_id"),
    [
        (gzip.compress(json.dumps(ROW).encode()), "bridge-1"),
        (RSS.replace("<item><title>Only", "<item><title>").encode(), "bridge-"),
        (zipped({"a.txt": BODY}), "a"),
        (warc(("https://nordwire.example/x", "200 OK", "text/html", PAGE.format(head="").encode())), "x-"),
    ],
    ids=["gzip", "feed", "zip", "web archive"],
)
def test_standard_input_is_told_by_how_it_starts(monkeypatch, data, article_id):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (article,) = read("-").articles
    assert article.article_id.startswith(article_id)


@pytest.mark.parametrize(
    ("address", "title", "expected"),
    [
        ("https://nordwire.example/2031/Bridge%20closed.html?x=1#top", "", "bridge-closed-"),
        ("https://nordwire.example/", "", "article-"),
        ("", "Bridge & toll", "bridge-toll-"),
        ("http://[bad", "", "article-"),
        ("https://nordwire.example/../../etc/passwd", "", "passwd-"),
    ],
)
def test_ids_of_addresses(address, title, expected):
    assert address_id(address, title).startswith(expected)
    assert address_id(address, title) == address_id(address, title)
    assert address_id(address + "2", title) != address_id(address, title)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain", "plain"),
        ("a &amp; b", "a & b"),
        ("<p>One.</p><p>Two <b>bold</b>\nline.</p>", "One.\nTwo bold line."),
        ("<script>alert(1)</script>Safe<style>x</style>", "Safe"),
        ("<div>" * 500 + "deep" + "</div>" * 500, "deep"),
        ("", ""),
        ("<", "<"),
        ("<p>a\x0bb</p>c\x08<script>x</script>\x1fd&#8;&#x1F;e&#80;&#x2019;&#x1F600;", "a b\nc d eP’😀"),
    ],
)
def test_fragments(markup, text):
    assert text_of(markup) == text
