"""What people have goes in, and comes out as articles and events with the right title, publisher, date and language."""

import gzip
import json

import pyarrow.parquet as pq
import pytest

from tests.articles.test_articles_packed import CHUNKED, HTML, in_chunks, recorded
from tests.articles.test_articles_pages import LINKED, TITLE, page, script
from timeline import job

ITEM = """<item><title>Hackers hit hospital &amp;amp; clinic in Lusaka</title>
<link>https://feed.example/2031/03/06/hospital</link><pubDate>Thu, 06 Mar 2031 23:30:00 GMT</pubDate>
<description>&lt;p&gt;Hackers attacked the computers of Lusaka&amp;#8217;s main hospital on Wednesday, the ministry
said.&lt;/p&gt;</description></item>"""
FEED = f'<rss version="2.0"><channel><title>Feed Post</title><language>en-gb</language>{ITEM}</channel></rss>'
ENTRY = """<entry><title>Ghana expels envoy</title><link rel="alternate" href="https://atom.example/2031/03/07/envoy"/>
<published>2031-03-07T01:10:00+03:00</published><updated>2031-03-09T01:10:00+03:00</updated><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Ghana expelled the ambassador of Togo on Thursday after a dispute over
fishing rights, the foreign ministry said.</p></div></content></entry>"""
ATOM = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom Post</title>{ENTRY}</feed>'
ROW = {
    "article_id": "row",
    "text": "Three journalists were released from prison in Kampala on Friday, their lawyer said.",
    "url": "https://rows.example/2031/03/08/kampala",
}
FRENCH = {"article_id": "fr", "text": "Des milliers de manifestants ont défilé dimanche à Paris contre la réforme."}
KISUMU = [
    "Police in Kisumu arrested 17 ferrymen on Monday after a march against the new toll, the harbour office said."
]
ACCRA = ["Police in Accra detained 34 millers on Tuesday after a march against the new toll, the harbour office said."]


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """The tables of a package built of one folder with all of it."""
    folder = tmp_path_factory.mktemp("what-people-have")
    (folder / "page.html").write_text(page(script(LINKED), told=ACCRA * 3, title="Millers held | x"))
    (folder / "feed.xml").write_text(FEED)
    (folder / "feed.atom").write_text(ATOM)
    (folder / "rows.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, (ROW, FRENCH))).encode()))
    crawled = page(told=KISUMU * 3, title="Ferrymen held | Crawl Post", h1="Ferrymen held").encode("latin-1", "replace")
    address = "https://crawl.example/2031/03/04/ferrymen"
    (folder / "crawl.warc").write_bytes(recorded((address, "response", [HTML, CHUNKED], in_chunks(crawled))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(job, "draw", lambda target: target)
        report = job.build([folder], folder / "out", job.How(workers=1))
    assert [problem.reason.split(";")[0] for problem in report.problems] == ["the text is in French"]
    data = folder / "out" / "datapackage" / "data"
    return {name: pq.read_table(data / f"{name}.parquet").to_pylist() for name in ("articles", "events", "mentions")}


@pytest.mark.parametrize(
    ("path", "title", "publisher", "day", "basis", "language"),
    [
        ("page.html", TITLE, "The Harbour Post", "2031-03-05", "stated", "en"),
        ("feed.xml:1", "Hackers hit hospital & clinic in Lusaka", "Feed Post", "2031-03-06", "stated", "en-gb"),
        ("feed.atom:1", "Ghana expels envoy", "Atom Post", "2031-03-07", "stated", "en"),
        ("crawl.warc:1", "Ferrymen held", "Crawl Post", "2031-03-04", "address", "en"),
        ("rows.jsonl.gz:1", None, None, "2031-03-08", "address", "en"),
    ],
)  # fmt: skip
def test_each_article_has_what_its_source_states(tables, path, title, publisher, day, basis, language):
    (article,) = (row for row in tables["articles"] if row["path"] == path)
    assert (article["title"], article["publisher"], article["language"]) == (title, publisher, language)
    assert [str(article[f"published_{end}"]) for end in ("earliest", "latest")] == [day, day]
    assert article["published_basis"] == basis
    assert article["published"] == (day if basis == "stated" else None)


@pytest.mark.parametrize(
    ("path", "event_type", "country", "day"),
    [
        ("page.html", "detention", "GHA", "2031-03-04"),
        ("feed.xml:1", "cyberattack", "ZMB", "2031-03-05"),
        ("feed.atom:1", "diplomacy", "GHA", "2031-03-06"),
        ("crawl.warc:1", "detention", "KEN", "2031-03-03"),
        ("rows.jsonl.gz:1", "release", "UGA", "2031-03-07"),
    ],
)
def test_each_article_gives_its_event_on_its_day(tables, path, event_type, country, day):
    (article_id,) = (row["article_id"] for row in tables["articles"] if row["path"] == path)
    told = {row["event_id"] for row in tables["mentions"] if row["article_id"] == article_id}
    found = [(e["event_type"], e["country"], e["date_edtf"]) for e in tables["events"] if e["event_id"] in told]
    assert (event_type, country, day) in found
