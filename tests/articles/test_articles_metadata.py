"""Front matter and what it may state: dates, addresses, identifiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.front_matter import split_front_matter
from timeline.articles.metadata import cleaned, published, slug
from timeline.errors import InputError


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("title: Plain title #1: a colon", {"title": "Plain title #1: a colon"}),
        ('title: "In \\"quotes\\""', {"title": 'In "quotes"'}),
        ("title: 'It''s quoted'", {"title": "It's quoted"}),
        ("title: >-\n  folded over\n  two lines", {"title": "folded over two lines"}),
        ("# a comment\n\nPublished: 2031-05-24 # as printed", {"published": "2031-05-24"}),
        ("url: https://nordwire.example/a#b", {"url": "https://nordwire.example/a#b"}),
        ("tags: [a, b]\nauthor:\n- one\n- two\nlanguage: fr", {"language": "fr"}),
        ("published:", {"published": ""}),
        ("", {}),
    ],
)
def test_front_matter(block, expected):
    assert split_front_matter(f"---\n{block}\n---\nBody.\n") == (expected, "Body.\n")


@pytest.mark.parametrize(
    "text", ["Body.", "---", "---\nGuards closed the bridge.\nNobody was hurt.", " ---\ntitle: a\n---\n", ""]
)
def test_text_without_front_matter_is_unchanged(text):
    assert split_front_matter(text) == (None, text)


def test_a_headline_may_begin_with_a_quotation():
    stated, body = split_front_matter('---\ntitle: "We slept": the guards of Norvik\n---\nBody.')
    assert (stated, body) == ({"title": '"We slept": the guards of Norvik'}, "Body.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('---\npublished: "2024-05-03" at noon\n---\nBody.', "published is"),
        ("---\ntitle: Bridge\nGuards came.\n", "front matter opened on line 1 is not closed"),
        ("---\ntitle: Bridge\nno key here\n---\nBody.", "front matter line 3 is 'no key here'; write it as key: value"),
        ("---\ntitle: a\ntitle: b\n---\nBody.", "front matter line 3 gives title a second time"),
        ('---\ntitle: "Bridge\n---\nBody.', "title is '\"Bridge'; close the quotes"),
    ],
)
def test_broken_front_matter(text, reason):
    with pytest.raises(InputError) as error:
        split_front_matter(text)
    assert reason in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031", "2031"),
        ("2031-05", "2031-05"),
        ("2031-05-24", "2031-05-24"),
        ("2031-05-24T23:59:59+02:00", "2031-05-24"),
        ("2031-05-24 09:15:00.5", "2031-05-24"),
        ("2031-05-24T09:15Z", "2031-05-24"),
    ],
)
def test_published(value, day):
    assert published(value) == day


@pytest.mark.parametrize(
    "value",
    ["2031-02-30", "2031-13", "24 May 2031", "0000", "2031-5-4", "soon", "2031-05-24x", "31-05-24", "2031/05/24"],
)
def test_no_date(value):
    with pytest.raises(InputError, match="which is no date; write it as YYYY-MM-DD"):
        published(value)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("000_20f5", "000_20f5"),
        ("bridge-2031", "bridge-2031"),
        ("NW20310524.0460", "NW20310524.0460"),
        ("My Bridge (final)", "my-bridge-final"),
        ("Brücke über", "brucke-uber"),
    ],
)
def test_slug(stem, expected):
    assert slug(stem) == expected


def test_slug_keeps_stems_apart_that_have_no_ascii_letters():
    assert slug("мост") != slug("брод") and slug("мост").isascii()
    assert slug("мост-1").startswith("1-")


@given(st.text())
def test_a_slug_is_safe_stable_and_never_empty(stem):
    made = slug(stem)
    assert made and made.isascii() and not set(made) & set(' /\\"<>&?#\n')
    assert slug(made) == made


@pytest.mark.parametrize("value", [True, 1.5, ["a"], {"a": 1}, b"a", "a\0b", "a\ud800"])
def test_fields_that_are_no_text(value):
    with pytest.raises(InputError, match=r"^title is"):
        cleaned({"title": value})


def test_what_is_not_stated_is_left_out():
    stated = {"title": None, "publisher": float("nan"), "url": " ", "language": "en", "other": object()}
    assert cleaned(stated) == {"language": "en"}
