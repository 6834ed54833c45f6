"""Every format of article is read, and what cannot be read is named with the reason."""

import datetime as dt
import io
import json
import sys
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from timeline.articles import read, read_text
from timeline.errors import InputError

BODY = "Guards closed the bridge in Norvik on Monday.\n\nNobody was hurt.\n"
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge closed | Nordwire</title>{head}</head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge closed in Norvik</h1>
<p>Guards closed the bridge in the harbour town of Norvik on Monday, the council said, after a march against a toll.</p>
<p>The march began at noon and ended at the mill, where the crowd waited for the mayor until the evening.</p></article>
<footer>© 2031 Nordwire</footer></body></html>"""


def one(path):
    reading = read([path])
    assert reading.problems == ()
    (article,) = reading.articles
    return article


def problem(path):
    reading = read([path])
    assert reading.articles == ()
    (found,) = reading.problems
    assert found.named and found.path == str(path)
    assert "\n" not in str(found)
    return found.reason


def test_text_is_the_file_as_it_is(tmp_path):
    file = tmp_path / "bridge.txt"
    file.write_bytes(BODY.encode())
    article = one(file)
    assert (article.text, article.article_id, article.path, article.language) == (BODY, "bridge", "bridge.txt", "en")
    assert (article.title, article.published, article.url) == ("", "", "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_and_line_ends(tmp_path, encoding):
    file = tmp_path / "a.txt"
    file.write_bytes("Über\r\ndie Brücke\rim Ort 🌉".encode(encoding))
    assert one(file).text == "Über\ndie Brücke\nim Ort 🌉"


def test_big_endian_utf_16(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xfe\xff" + "Brücke".encode("utf-16-be"))
    assert one(file).text == "Brücke"


def test_markdown_with_front_matter(tmp_path):
    file = tmp_path / "a.md"
    file.write_text(f'---\ntitle: "Toll: a march"\npublished: 2031-05-24\ntags:\n  - toll\n---\n{BODY}')
    article = one(file)
    assert (article.title, article.published, article.text) == ("Toll: a march", "2031-05-24", BODY)


def test_page(tmp_path):
    file = tmp_path / "a.html"
    head = (
        '<meta property="article:published_time" content="2031-05-24T10:00:00Z">'
        '<meta property="og:site_name" content="Nordwire">'
        '<link rel="canonical" href="https://nordwire.example/2031/05/24/bridge">'
    )
    file.write_text(PAGE.format(head=head))
    article = one(file)
    assert article.text.split("\n")[1].startswith("Guards closed the bridge")
    assert "Home" not in article.text and "©" not in article.text
    assert (article.title, article.publisher, article.language) == ("Bridge closed in Norvik", "Nordwire", "en")
    assert (article.url, article.published) == ("https://nordwire.example/2031/05/24/bridge", "2031-05-24")


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2031-05-24">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2031-05-24"}</script>',
    ],
)
def test_a_page_without_publication_date_gets_none(tmp_path, head):
    file = tmp_path / "a.htm"
    file.write_text(PAGE.format(head=head))
    assert one(file).published == ""


def test_page_in_the_character_set_it_declares(tmp_path):
    file = tmp_path / "a.html"
    page = PAGE.replace("utf-8", "windows-1252").replace("toll", "tölpel").format(head="")
    file.write_bytes(page.encode("windows-1252"))
    assert "tölpel" in one(file).text


ROWS = [
    {"article_id": "b", "text": BODY, "title": "Bridge", "published": "2031-05", "publisher": "Nordwire"},
    {"article_id": "a", "text": 'Quoted "text", with commas.', "url": "https://nordwire.example/a"},
]


def check_rows(path):
    reading = read([path])
    assert reading.problems == ()
    first, second = reading.articles
    assert (first.article_id, first.text, first.url) == ("a", ROWS[1]["text"], ROWS[1]["url"])
    assert (first.title, first.published, first.language) == ("", "", "en")
    assert (second.text, second.title, second.published, second.path) == (BODY, "Bridge", "2031-05", f"{path.name}:1")


def test_json_lines(tmp_path):
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(map(json.dumps, ROWS)) + "\n\n")
    check_rows(file)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(tmp_path, separator):
    import csv

    file = tmp_path / "news.csv"
    names = ["article_id", "text", "title", "published", "publisher", "url", "note"]
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, names, delimiter=separator)
        writer.writeheader()
        writer.writerows(ROWS)
    check_rows(file)


def test_csv_with_a_long_text(tmp_path):
    file = tmp_path / "news.csv"
    file.write_text("article_id,text\nlong," + "word " * 60_000 + "\n")
    assert len(one(file).text) == 300_000


def test_parquet(tmp_path):
    file = tmp_path / "news.parquet"
    pq.write_table(pa.Table.from_pylist([{**dict.fromkeys(["title", "url"]), **row} for row in ROWS]), file)
    check_rows(file)


def test_parquet_with_real_dates_and_numbers(tmp_path):
    file = tmp_path / "news.parquet"
    rows = [{"article_id": 7, "text": "Text.", "published": dt.datetime(2031, 5, 24, 9), "score": 1.5}]
    pq.write_table(pa.Table.from_pylist(rows), file)
    assert (one(file).article_id, one(file).published) == ("7", "2031-05-24")


@pytest.mark.parametrize(
    ("data", "article_id"),
    [
        (b"Guards closed the bridge.", "stdin"),
        (b'{"article_id": "x", "text": "Guards closed the bridge."}\n', "x"),
        (b"---\narticle_id: y\n---\nGuards closed the bridge.", "y"),
        (PAGE.format(head="").encode(), "stdin"),
    ],
)
def test_standard_input(monkeypatch, data, article_id):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    article = one("-")
    assert article.article_id == article_id and "Guards closed the bridge" in article.text


def test_empty_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert "empty" in problem("-")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t\n", "the file is empty"),
        ("a.txt", b"\xef\xbb\xbf", "the file is empty"),
        ("a.txt", b"---\ntitle: Bridge\n---\n\n", "there is no text"),
        ("a.txt", b"text\0text", "binary (NUL byte at offset 4)"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "line 1 is not UTF-8 (byte 0x89)"),
        ("a.txt", "one\ntwo\nü".encode("latin-1"), "line 3 is not UTF-8 (byte 0xfc); save the file as UTF-8"),
        ("a.txt", b"\xff\xfea", "line 1 is not UTF-16"),
        ("a.docx", b"PK", ".docx is not read; give one of .txt .md .html .htm .jsonl .ndjson .csv .parquet .rss"),
        ("a", b"text", "a file without a suffix is not read"),
        ("a.html", b"<html><body></body></html>", "no article text is found in the page"),
        ("a.html", b'<meta charset="nonsense"><p>\xfc</p>', "character set nonsense"),
        ("a.csv", b"id,body\n1,text\n", "there is no column article_id or text; the columns are 'id, body'"),
        ("a.csv", b"article_id,text\n", "there are no rows"),
        ("a.parquet", b"PAR1 nothing", "the file is not sound Parquet"),
        ("a.parquet", b"", "not sound Parquet"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, data, reason):
    file = tmp_path / name
    file.write_bytes(data)
    assert reason in problem(file)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"article_id": "x"}', "text is None; give the text of the article"),
        ('{"article_id": "x", "text": " "}', "text is ' '"),
        ('{"article_id": "x", "text": 5}', "text is 5"),
        ('{"text": "Text."}', "article_id is missing"),
        ('{"article_id": "x", "text": "a\\u0000b"}', "text is binary"),
        ('{"article_id": "x", "text": "a\\ud800b"}', "text is binary"),
        ('{"article_id": "x", "text": "t", "published": "24 May"}', "published is '24 May', which is no date"),
        ('{"article_id": "x", "text": "t", "title": ["a"]}', "title is ['a'], which is no text"),
        ('{"article_id": "x", "text": "t", "url": "javascript:alert(1)"}', "url is 'javascript:alert(1)'"),
        ("[1]", "the row is [1]; give an object"),
        ("{broken", "the line is no JSON object"),
        ("[" * 100_000, "the line is no JSON object"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path, line, reason):
    file = tmp_path / "news.jsonl"
    file.write_text('{"article_id": "good", "text": "Text."}\n' + line + "\n")
    reading = read([file])
    assert [article.article_id for article in reading.articles] == ["good"]
    (found,) = reading.problems
    assert found.path == f"{file} line 2" and reason in found.reason and not found.named


def test_a_named_file_without_one_good_row_is_a_named_problem(tmp_path):
    file = tmp_path / "news.jsonl"
    file.write_text("nothing\nof use\n")
    assert [found.named for found in read([file]).problems] == [True, True]


def test_csv_rows_that_are_torn(tmp_path):
    file = tmp_path / "news.csv"
    file.write_text('article_id,text\na,Text.\nb,one,two\nc,"open\n')
    reading = read([file])
    assert [article.article_id for article in reading.articles] == ["a"]
    assert [found.path.rsplit(" ", 1)[1] for found in reading.problems] == ["2", "3"]
    assert "3 cells and the header 2" in reading.problems[0].reason


def test_a_text_in_memory():
    article = read_text("a\r\nb\ud800\0", title=" Two\nlines ", published="2031-05-24T09:00")
    assert article.text == "a\nb\ufffd\0"
    assert (article.title, article.published, article.article_id) == ("Two lines", "2031-05-24", "text")
    with pytest.raises(InputError, match="published is 'soon'"):
        read_text("a", published="soon")
