"""Archives, feeds and web archives: what they hold is read, what is wrong with them is named, nothing fills memory."""

import gzip
import io
import json
import zipfile
import zlib

import pytest

from tests.articles.test_articles_formats import BODY, PAGE, one, problem
from timeline.articles import read
from timeline.articles.addresses import address_id

ROW = {"article_id": "bridge-1", "text": BODY, "published": "2031-05-24"}
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Nordwire</title><link>https://nordwire.example/</link>
<item><title>Bridge &amp; toll</title><link>https://nordwire.example/2031/bridge.html</link>
<pubDate>Sat, 24 May 2031 23:30:00 -0400</pubDate><description>Short.</description>
<content:encoded>
<![CDATA[<p>Guards closed the bridge in Norvik on Monday.</p><script>alert(1)</script><p>Nobody was hurt.</p>]]>
</content:encoded></item>
<item><title>Only a title</title><link>https://nordwire.example/2031/only</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Nordwire</title>
<entry><title>Bridge closed</title><link href="https://nordwire.example/a"/><id>urn:a</id>
<updated>2031-05-24T23:30:00-04:00</updated>
<content type="html">&lt;p&gt;Guards closed the bridge.&lt;/p&gt;</content></entry>
</feed>"""


def warc(*pages, packed=True):
    """A web archive of (address, status, content type, body)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for address, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        writer.write_record(record)
    return out.getvalue()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_gzip_holds_any_format(tmp_path):
    for name, data in (("a.txt.gz", BODY.encode()), ("b.jsonl.gz", json.dumps(ROW).encode())):
        (tmp_path / name).write_bytes(gzip.compress(data))
    first, second = read(tmp_path).articles
    assert (first.article_id, first.text, first.path) == ("a", BODY, "a.txt.gz")
    assert (second.article_id, second.published, second.path) == ("bridge-1", "2031-05-24", "b.jsonl.gz:1")


def test_zip_holds_files_of_all_formats(tmp_path):
    file = tmp_path / "news.zip"
    file.write_bytes(
        zipped({
            "in/a.txt": BODY, "b.jsonl": json.dumps(ROW), "README.txt": "no", "__MACOSX/a.txt": "no", ".x.txt": "no",
            "pic.png": b"\x89PNG", "../../up.txt": BODY, "more.zip": b"PK",
        })
    )  # fmt: skip
    reading = read(file)
    assert [article.path for article in reading.articles] == [
        "news.zip/in/a.txt",
        "news.zip/b.jsonl:1",
        "news.zip/up.txt",
    ]
    reasons = {item.path.rpartition(": ")[2]: item.reason for item in reading.problems}
    assert reasons["pic.png"].startswith(".png is not read") and "archive in an archive" in reasons["more.zip"]
    assert not any(item.named for item in reading.problems)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt.gz", b"\x1f\x8bno", "the file is not sound gzip"),
        ("a.txt.gz", gzip.compress(BODY.encode())[:-9], "the file is not sound gzip"),
        ("a.txt.gz.gz", gzip.compress(gzip.compress(BODY.encode())), "an archive in an archive"),
        ("a.gz", gzip.compress(BODY.encode()), "a file without a suffix is not read"),
        ("a.zip", b"PK\x03\x04", "not a sound zip archive"),
        ("a.zip", zipped({"pic.png": b"x"}), "the archive holds no article"),
        ("a.warc", b"WARC/nonsense\r\n\r\n", "damaged"),
        ("a.warc.gz", b"\x1f\x8bno", "damaged"),
        ("a.xml", b"<?xml version='1.0'?><list><a/></list>", "no RSS or Atom feed"),
        ("a.rss", b"\0\1\2", "binary"),
    ],
    ids=[
        "no gzip", "cut gzip", "gzip in gzip", "no suffix in gzip", "no zip", "zip without articles", "no warc",
        "no packed warc", "xml that is no feed", "no text",
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_archive_is_named(tmp_path, name, data, reason):
    file = tmp_path / name
    file.write_bytes(data)
    reading = read(file)
    assert reading.articles == ()
    assert any(reason in item.reason and item.named for item in reading.problems), reading.problems


def test_what_expands_beyond_any_text_is_refused_before_it_is_whole(tmp_path):
    bomb = gzip.compress(b"\0" * (40 << 20))
    file = tmp_path / "a.txt.gz"
    file.write_bytes(bomb)
    assert "expands to more than 32 MB" in problem(file)
    file = tmp_path / "many.zip"
    file.write_bytes(zipped({f"{n}.txt": b"a" * (20 << 20) for n in range(4)}))
    reading = read(file)
    assert len(reading.articles) == 1
    assert all("expands to more than" in item.reason for item in reading.problems) and len(reading.problems) == 3


def test_an_encrypted_member_is_named(tmp_path):
    data = bytearray(zipped({"a.txt": BODY}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.index(mark) + (6 if mark[2] == 3 else 8)] |= 1
    file = tmp_path / "a.zip"
    file.write_bytes(bytes(data))
    assert any("it is encrypted" in item.reason for item in read(file).problems)


def test_a_feed_gives_its_entries(tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text(RSS)
    reading = read(file)
    (article,) = reading.articles
    assert article.text == "Guards closed the bridge in Norvik on Monday.\nNobody was hurt."
    assert (article.title, article.publisher, article.published) == ("Bridge & toll", "Nordwire", "2031-05-24")
    assert article.url == "https://nordwire.example/2031/bridge.html" and article.article_id.startswith("bridge-")
    assert "has no text of its own" in reading.problems[0].reason and "entry 2" in reading.problems[0].path


def test_an_atom_feed(tmp_path):
    file = tmp_path / "feed.atom"
    file.write_text(ATOM)
    article = one(file)
    assert (article.title, article.text, article.published) == (
        "Bridge closed",
        "Guards closed the bridge.",
        "2031-05-24",
    )


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_gives_its_pages(tmp_path, packed):
    head = '<meta property="article:published_time" content="2031-05-24T10:00:00Z">'
    file = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    page = PAGE.format(head=head).encode()
    file.write_bytes(
        warc(
            ("https://nordwire.example/news/bridge-closed", "200 OK", "text/html; charset=utf-8", page),
            ("https://nordwire.example/moved", "301 Moved", "text/html", b"moved"),
            ("https://nordwire.example/logo.png", "200 OK", "image/png", b"\x89PNG"),
            ("https://nordwire.example/empty", "200 OK", "text/html", b"<html><body></body></html>"),
            packed=packed,
        )
    )
    reading = read(file)
    (article,) = reading.articles
    assert article.article_id == address_id("https://nordwire.example/news/bridge-closed")
    assert (article.title, article.published) == ("Bridge closed in Norvik", "2031-05-24")
    assert article.url == "https://nordwire.example/news/bridge-closed"
    assert "Guards closed the bridge" in article.text
    assert ["page 2" in item.path and "no article text" in item.reason for item in reading.problems] == [True]


def in_chunks(data, size=97):
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def recorded(*records):
    """A web archive of (address, kind of record, headers of the server, body)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for address, kind, headers, body in records:
        held = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1") if kind == "response" else None
        stated = dict(headers).get("Content-Type", "") if held is None else None
        writer.write_record(
            writer.create_warc_record(
                address, kind, payload=io.BytesIO(body), http_headers=held, warc_content_type=stated or ""
            )
        )
    return out.getvalue()


HTML = ("Content-Type", "text/html; charset=iso-8859-1")
GZIP, CHUNKED = ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")
SAID = PAGE.replace("utf-8", "x-none").replace("toll", "tölpel").format(head="").replace('<meta charset="x-none">', "")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([HTML], SAID.encode("latin-1")),
        ([HTML, CHUNKED], in_chunks(SAID.encode("latin-1"))),
        ([HTML, GZIP], gzip.compress(SAID.encode("latin-1"))),
        ([HTML, GZIP, CHUNKED], in_chunks(gzip.compress(SAID.encode("latin-1")))),
        ([HTML, ("Content-Encoding", "deflate")], zlib.compress(SAID.encode("latin-1"))),
    ],
    ids=["plain", "chunked", "gzip", "gzip in chunks", "deflate"],
)
def test_a_page_of_a_web_archive_is_unpacked_and_in_the_character_set_the_server_says(tmp_path, headers, body):
    file = tmp_path / "crawl.warc"
    file.write_bytes(recorded(("https://nordwire.example/2031/05/24/bridge", "response", headers, body)))
    article = one(file)
    assert "march against a tölpel" in article.text
    assert (article.publisher, article.published) == ("Nordwire", "")
    assert article.url == "https://nordwire.example/2031/05/24/bridge"


def test_a_page_that_was_stored_as_it_was_seen_is_read_and_packing_that_is_not_known_is_named(tmp_path):
    file = tmp_path / "crawl.warc"
    head, page = ("Content-Type", "text/html"), PAGE.format(head="").encode()
    file.write_bytes(
        recorded(
            ("https://nordwire.example/seen", "resource", [head], page),
            ("https://nordwire.example/note", "resource", [("Content-Type", "text/plain")], b"note"),
            ("https://nordwire.example/br", "response", [head, ("Content-Encoding", "br")], b"\x8b\x04"),
        )
    )
    reading = read(file)
    assert [article.url for article in reading.articles] == ["https://nordwire.example/seen"]
    (problem,) = reading.problems
    assert "/br: the page is packed as br, which is not read" in problem.reason and problem.path.endswith("page 2")


def test_a_page_that_was_fetched_twice_is_read_once(tmp_path):
    page = ("https://nordwire.example/a", "200 OK", "text/html", PAGE.format(head="").encode())
    for name in ("a.warc", "b.warc.gz"):
        (tmp_path / name).write_bytes(warc(page, page, packed=name.endswith("gz")))
    reading = read(tmp_path)
    assert [article.path for article in reading.articles] == ["a.warc:1"] and reading.problems == ()
    copies = [f"{tmp_path}/a.warc page 2", f"{tmp_path}/b.warc.gz page 1", f"{tmp_path}/b.warc.gz page 2"]
    first = f"one more copy of {tmp_path}/a.warc page 1, from the same address; it is left out"
    assert reading.notices == tuple(f"{copy}: {first}" for copy in copies)


def test_a_feed_that_is_the_name_of_a_file_opens_nothing(tmp_path):
    (tmp_path / "other").write_text(RSS)
    (tmp_path / "feed.rss").write_text(str(tmp_path / "other"))
    assert "no RSS or Atom feed" in problem(tmp_path / "feed.rss")


def test_entities_of_a_feed_neither_multiply_nor_open_files(tmp_path):
    (tmp_path / "secret").write_text("Guards closed the secret bridge.")
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    entities = f'<!DOCTYPE rss [<!ENTITY l0 "bridge"><!ENTITY file SYSTEM "{tmp_path / "secret"}">{levels}]>'
    said = "<description>Guards closed &l11; and &file; in Norvik.</description>"
    source = RSS.replace("<rss", f"{entities}<rss", 1).replace("<description>Short.</description>", said)
    (tmp_path / "feed.rss").write_text(source.replace("<content:encoded>", "<x>").replace("</content:encoded>", "</x>"))
    for article in read(tmp_path / "feed.rss").articles:
        assert len(article.text) < 1000 and "secret" not in article.text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&lt;p&gt;Guards &amp;amp; ferrymen.&lt;/p&gt;", "Guards & ferrymen."),
        ("&amp;lt;p&amp;gt;It isn&amp;#039;t known.&amp;lt;/p&amp;gt;", "It isn't known."),
        ("<![CDATA[<p>Guards &#8211; ferrymen.</p>]]>", "Guards – ferrymen."),
        ("5 &lt; 7 and 9 &gt; 8", "5 < 7 and 9 > 8"),
    ],
)  # fmt: skip
def test_markup_that_a_feed_escapes_once_or_twice_is_markup(tmp_path, written, text):
    source = (
        RSS.partition("<item>")[0]
        + f"<item><title>A</title><description>{written}</description></item></channel></rss>"
    )
    (tmp_path / "feed.rss").write_text(source)
    assert one(tmp_path / "feed.rss").text == text


def test_a_feed_in_the_character_set_it_declares_and_with_a_date_that_does_not_exist(tmp_path):
    source = RSS.partition("<item>")[0].replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"', 1)
    item = "<item><title>Brücke</title><pubDate>2031-02-30</pubDate><description>Die Brücke.</description></item>"
    (tmp_path / "feed.xml").write_bytes(f"{source}{item}</channel></rss>".encode("latin-1"))
    article = one(tmp_path / "feed.xml")
    assert (article.title, article.text, article.published) == ("Brücke", "Die Brücke.", "")


def test_a_cut_web_archive_gives_the_pages_before_the_cut(tmp_path):
    page = PAGE.format(head="").encode()
    whole = warc(*[(f"https://nordwire.example/{n}", "200 OK", "text/html", page) for n in range(3)])
    file = tmp_path / "cut.warc.gz"
    file.write_bytes(whole[: len(whole) * 3 // 4])
    reading = read(file)
    assert 1 <= len(reading.articles) <= 3
