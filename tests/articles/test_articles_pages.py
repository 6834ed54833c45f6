"""What the markup of a page states, in the many ways in which pages state it, and what it does not state."""

import json

import pytest

from timeline.articles.decoding import decoded_page
from timeline.articles.linked import read_linked
from timeline.articles.metadata import day
from timeline.articles.page import read_page
from timeline.errors import InputError

TITLE = "Guards detain dozens as millers march in Norvik"
TOLD = [
    "Guards in Norvik detained 34 millers on Tuesday after a march against the new toll, the harbour office said.",
    "“Nobody asked us,” the millers’ guild wrote in a letter that was read out at the bridge in the afternoon.",
    "The bridge was last closed by a strike in 2027, when the ferries stood still for more than three weeks.",
]
LINKED = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2031-03-05T23:42:00-05:00",
    "dateModified": "2031-03-07T10:00:00+03:00",
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://harbourpost.example/2031/03/05/millers"},
}


def page(head="", top="", told=TOLD, title=TITLE, comment="", h1=TITLE):
    """A page as a browser saves it, with what stands around the story."""
    links = (
        '<aside class="related"><time datetime="2031-02-02">2 February 2031</time><a href="/x">Mayor jailed</a></aside>'
    )
    said = f'<section id="comments"><p>They should jail them all, as in 1998.</p>{comment}</section>'
    body = "".join(f"<p>{line}</p>" for line in told)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}<script>track()</script></head><body>'
        '<div id="cookie-consent"><p>We use cookies to make this site better.</p><button>Accept</button></div>'
        f'<nav><a href="/">Home</a><a href="/world">World</a></nav><main><article><h1>{h1}</h1>{top}{body}</article>'
        f"{links}</main>{said}<footer><p>© 2029 Harbour Post Group</p></footer></body></html>"
    )


def script(*values):
    return "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)


def stated(source, **known):
    return read_page(source if isinstance(source, bytes) else source.encode(), **known)[0]


def test_only_the_story_is_its_text():
    _, text = read_page(page(comment="<p>Guards arrested my brother on Friday.</p>").encode())
    assert text.split("\n") == [TITLE, *TOLD]


@pytest.mark.parametrize(
    ("head", "top", "published"),
    [
        (script(LINKED), "", "2031-03-05"),
        (script({"@graph": [{"@type": "WebSite"}, LINKED]}), "", "2031-03-05"),
        (script([{"@type": "BreadcrumbList"}, LINKED]), "", "2031-03-05"),
        ('<meta property="article:published_time" content="2031-03-05T23:42:00-05:00">', "", "2031-03-05"),
        ('<meta name="pubdate" content="20310305T064200Z">', "", "2031-03-05"),
        ('<meta name="DC.date.issued" content="2031-03-05">', "", "2031-03-05"),
        ("", '<p class="byline">By Tom Ferrow <time datetime="2031-03-05T06:42">5 March</time></p>', "2031-03-05"),
        ("", '<div class="date">Published 5 March 2031, 06:42</div>', "2031-03-05"),
    ],
)
def test_the_day_of_publication_is_found_where_pages_state_it(head, top, published):
    assert stated(page(head, top))["published"] == published


@pytest.mark.parametrize(
    "source",
    [
        page(),  # the related story and the comments have dates of their own
        page(comment='<time datetime="2031-03-09T10:00:00Z">9 March 2031</time>'),
        page('<meta itemprop="copyrightYear" content="2031">'),
        page(
            '<link rel="canonical" href="https://harbourpost.example/2031/03/05/millers">'
        ),  # timex weighs the address
        page('<meta property="og:url" content="https://harbourpost.example/2031/03/05/millers">'),
        page('<meta property="article:modified_time" content="2031-03-07">'),
        page(script({"@type": "NewsArticle", "dateModified": "2031-03-07"})),
        page(script({"@type": "VideoObject", "uploadDate": "2030-03-07"})),
        page(script({"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00"})),
        page('<meta name="date" content="03/05/2031">'),  # in March or in May
        page(told=[*TOLD, "The bridge was blocked by the guild on 2027-04-05 too."]),
    ],
)
def test_no_other_date_on_the_page_is_taken_for_it(source):
    assert stated(source)["published"] == ""


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        ('<meta property="og:site_name" content="The Harbour Post">', TITLE, "The Harbour Post"),
        (script(LINKED), TITLE, "The Harbour Post"),
        (script({"@graph": [{"@id": "#us", "name": "Post"}, LINKED | {"publisher": {"@id": "#us"}}]}), TITLE, "Post"),
        (script(LINKED | {"publisher": [{"name": "Post"}]}), TITLE, "Post"),
        (script(LINKED | {"publisher": "Post"}), TITLE, "Post"),
        ("", f"{TITLE} | The Harbour Post", "The Harbour Post"),
        ("", f"{TITLE} - World - The Harbour Post", "The Harbour Post"),
        ("", f"The Harbour Post: {TITLE}", "The Harbour Post"),
        ("", "Guards detain dozens — The Harbour Post", "The Harbour Post"),
        ("", "Norvik | Friday", ""),
        ('<meta property="article:publisher" content="https://social.example/post">', TITLE, ""),
        ('<meta name="twitter:site" content="@post">', TITLE, ""),
        ('<meta name="copyright" content="Copyright 2031 Post Group">', TITLE, ""),
        ('<link rel="canonical" href="https://www.harbourpost.example/millers">', TITLE, "harbourpost.example"),
    ],
)  # fmt: skip
def test_the_publisher_is_a_name_that_the_page_gives(head, title, publisher):
    assert stated(page(head, title=title))["publisher"] == publisher


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (f"{TITLE} | The Harbour Post", TITLE),
        ("Millers &amp;amp; guards &amp;#8216;at odds&amp;#8217;", "Millers & guards ‘at odds’"),
        ("The Harbour Post", "The Harbour Post"),
    ],
)
def test_the_title_is_the_headline_alone(written, title):
    site = '<meta property="og:site_name" content="The Harbour Post">'
    assert stated(page(f'{site}<meta property="og:title" content="{written}">'))["title"] == title


CANONICAL = '<link rel="canonical" href="{}">'
SHARED = '<meta property="og:url" content="https://m.harbourpost.example/s?id=7&amp;from=x">'


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (CANONICAL.format("https://harbourpost.example/millers") + SHARED, "https://harbourpost.example/millers"),
        (CANONICAL.format("/millers") + SHARED, "https://m.harbourpost.example/millers"),
        (CANONICAL.format("https://harbourpost.example/") + SHARED, "https://m.harbourpost.example/s?id=7&from=x"),
        (CANONICAL.format("javascript:alert(1)"), ""),
        (CANONICAL.format("http://[bad"), ""),
        (script(LINKED), "https://harbourpost.example/2031/03/05/millers"),
        (SHARED, "https://m.harbourpost.example/s?id=7&from=x"),
        ("", ""),
    ],
)
def test_the_canonical_address_goes_before_the_shared_one(head, url):
    assert stated(page(head))["url"] == url


def test_where_a_page_was_fetched_or_saved_from_is_its_address_if_it_states_none():
    address = "https://harbourpost.example/2031/03/05/millers.html"
    assert stated(page(), address=address)["url"] == address
    assert stated(page(CANONICAL.format("/b")), address=address)["url"] == "https://harbourpost.example/b"
    saved = (f"<!-- saved from url=(0051){address} -->", f"<!--\n Page saved with OneFile \n url: {address} \n-->")
    for mark in saved:
        assert stated(page().replace("<html", f"{mark}\n<html", 1))["url"] == address


def test_an_amp_page_is_a_page():
    source = page(script(LINKED)).replace("<html", "<html ⚡", 1)
    source = source.replace("</h1>", '</h1><amp-img src="a.jpg" alt="The bridge"></amp-img>')
    facts, text = read_page(source.encode())
    assert (facts["title"], facts["published"], facts["language"]) == (TITLE, "2031-03-05", "en")
    assert text.split("\n") == [TITLE, *TOLD]


def test_a_page_laid_out_in_tables_is_read():
    cells = "".join(f"<p>{line}" for line in TOLD)
    source = (
        f"<html><head><title>{TITLE} - Post</title></head><body><table><tr><td><a href=/>Home</a><td>{cells}</table>"
    )
    facts, text = read_page(source.encode())
    assert (facts["title"], facts["publisher"], text.split("\n")) == (TITLE, "Post", TOLD)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ('<meta charset="iso-8859-1">„é”'.encode("cp1252"), "", '<meta charset="iso-8859-1">„é”'),  # as browsers do
        ("Brücke".encode("latin-1"), "ISO-8859-1", "Brücke"),
        ("Brücke".encode("latin-1"), "", "Brücke"),
        ('<meta charset="utf-8">Brücke'.encode("latin-1"), "latin1", '<meta charset="utf-8">Brücke'),
        ("<?xml encoding='koi8-r'?>мост".encode("koi8-r"), "", "<?xml encoding='koi8-r'?>мост"),
        (b'<meta charset="utf-8">a\xa0b', "", '<meta charset="utf-8">a\ufffdb'),
        ("Brücke".encode(), "latin-1", "Brücke"),  # what is sound UTF-8 is UTF-8
    ],
)  # fmt: skip
def test_the_character_set_of_a_page(data, charset, text):
    assert decoded_page(data, charset) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<meta charset="utf-8">' + b"\xa0" * 9, "is not in the character set utf-8"),
        (b'<meta charset="nonsense">\xfc', "character set nonsense, which is not known"),
        (b"a\0\xfc", "binary"),
        (b" ", "empty"),
    ],
)
def test_a_page_that_cannot_be_decoded(data, reason):
    with pytest.raises(InputError, match=reason):
        decoded_page(data)


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 5000, "7", "null", '{"@type": 5}', '{"@type": ["NewsArticle"], "publisher": [], "url": {}}']
)
def test_linked_data_never_raises(text):
    assert read_linked([text]).published == ""


def test_linked_data_may_be_wrapped_and_beside_damage():
    found = read_linked(["{broken", f"<!--\n{json.dumps(LINKED)}\n-->", f"//<![CDATA[\n{json.dumps(LINKED)}\n//]]>"])
    assert (found.publisher, found.published) == ("The Harbour Post", "2031-03-05")


def test_linked_data_without_end_is_looked_at_in_part():
    many = [{"@type": "ListItem"}] * 100_000
    assert read_linked([json.dumps([*many, LINKED])]).published == ""


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2031-03-05T23:42:00-05:00", "2031-03-05"),
        ("Wed, 05 Mar 2031 23:42:00 -0500", "2031-03-05"),
        ("2031-02-30", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_the_day_of_a_stamp(stamp, expected):
    assert day(stamp) == expected
