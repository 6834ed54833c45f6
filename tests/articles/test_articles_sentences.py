"""Paragraphs, sentences and their kinds."""

import textwrap
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.articles import read_text, sentences
from timeline.articles.boilerplate import LONGEST, is_furniture, rules
from timeline.articles.stops import pieces
from timeline.articles.stops import words as word_classes

ROOM = Path(__file__).parents[2] / "timeline" / "articles"
CLASSES = tomllib.loads((ROOM / "abbreviations.toml").read_text(encoding="utf-8"))


def cut(text):
    return [text[start:end] for start, end in pieces(text, 0, len(text))]


def kinds(text, **meta):
    return [(s.kind, s.span.text) for s in sentences(read_text(text, **meta))]


@pytest.mark.parametrize("example", [e for entry in CLASSES.values() for e in entry["examples"]])
def test_abbreviations(example):
    parts = [part.strip() for part in example.split("||")]
    assert cut(example.replace("||", "")) == parts


def test_every_class_of_words_has_examples_and_is_lower_case():
    for name, entry in CLASSES.items():
        assert entry["examples"], name
        assert all(word == word.lower() and not word.endswith(".") for word in entry["words"]), name
        assert word_classes()[name] == frozenset(entry["words"])


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 54.3 percent.|| In 2031 it was 3.5 million.",
        "“We will stay.”|| The crowd cheered.",
        '"We will stay." || Then it left.',
        "“Who pays?” asked Ines Prat.|| Nobody spoke.",
        "“Get out!” Ines Prat said.|| Nobody moved.",
        "Who pays?|| Nobody knows!|| So be it.",
        "He waited ... and left.|| It rained...|| Then it stopped.",
        "The council (its seat is in Tarsk.) met.|| It voted.",
        "It fell [in May.]|| Then it rose.",
        "It fell in May.[12]|| Then it rose.",
        "The bridge is closed.||The mill is open.|| It rains.",
        "See nordwire.example.com for more.|| It is free.",
        "He met A. B. Dorn and George W. Prat.|| They left.",
        "1. The committee met.|| It voted.",
        "It sold for Rs. 5,000.|| Nobody paid.",
        "NORVIK, Aug. 27 (Nordwire) — Guards left at 5 a.m. on Monday.|| They ran.",
        "The U.S. Navy left.|| The U.N. stayed in the U.S. and the U.K. until May.",
        "Was it a coup?! || Nobody said so.",
        "",
        "...",
        "No stop at all",
        "Decree No. 7 is void.|| No. 8 is not.",
        "``We stay.''|| He left.",
        "Alvo s/o. Dorn of Tarsk was held u/s. 302 on Sunday.|| Gen. (ret.) A. Marr was not.",
        "It is open 24/7.|| She was born on 28/07/54.|| The mill was not.",
        "On Sat. Aug. 3 they sat.|| March came.|| The sun. || Of course.",
        "They met in Washington, D.C.|| The talks failed.|| Others met in Washington, D.C. on Monday.",
    ],
)
def test_where_sentences_end(text):
    assert cut(text.replace("||", "")) == [part.strip() for part in text.split("||") if part.strip()]


def test_bullets_in_a_line_end_sentences_and_belong_to_none():
    assert cut("Guards came • The mill closed ▪ It rained.") == ["Guards came", "The mill closed", "It rained."]


PROSE = (
    "Guards closed the bridge in the harbour town of Norvik on Monday after a march against the new toll, and nobody "
    "crossed it until the evening. The council, which had met at noon, said that 12 people were held. They were let go "
    "on Tuesday after Mayor Dorn and three members of the assembly had spoken with the guards at the old mill."
)


@pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "    "])
def test_wrapped_text_is_joined(width, indent):
    paragraphs = [PROSE, PROSE.replace("Monday", "Friday"), "It rained."]
    wrapped = [textwrap.fill(p, width, initial_indent=indent) for p in paragraphs]
    text = ("\n" if indent else "\n\n").join(wrapped)
    found = sentences(read_text(text))
    assert [" ".join(s.span.text.split()) for s in found] == [s for p in paragraphs for s in cut(p)]
    assert [s.paragraph for s in found] == [0, 0, 0, 1, 1, 1, 2]


def test_one_paragraph_per_line():
    lines = ["Norvik bridge closed after march", *(PROSE for _ in range(3)), "It rained.", "Nobody was hurt."]
    found = sentences(read_text("\n".join(lines)))
    assert [s.paragraph for s in found] == [0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5]
    assert [s.kind for s in found][:2] == ["title", "body"]


def test_lines_of_a_list_are_paragraphs_without_their_bullets():
    text = "The council decided:\n• The bridge stays closed\n- Tolls rise\n2. Guards leave in May\n\nIt met at noon."
    found = sentences(read_text(text))
    assert [s.span.text for s in found][1:] == [
        "The bridge stays closed",
        "Tolls rise",
        "Guards leave in May",
        "It met at noon.",
    ]
    assert {s.kind for s in found} == {"body"}
    assert [s.paragraph for s in found] == [0, 1, 2, 3, 4]


def test_headline_deck_and_headings():
    text = (
        "Norvik bridge closed after march\n\nMayor speaks of a “dark day” for the harbour and its people\n\n"
        f"{PROSE}\n\nThe march\n\n{PROSE}\n\n## Background\n\nIt rained. Nobody was hurt."
    )
    assert [text for kind, text in kinds(text) if kind == "title"] == [
        "Norvik bridge closed after march",
        "Mayor speaks of a “dark day” for the harbour and its people",
        "The march",
        "Background",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Guards closed the bridge.\n\nNobody was hurt.",
        "Only a headline",
        "NORVIK, Aug. 27 (Nordwire) — Guards closed the bridge\n\nNobody was hurt.",
        "NORVIK, Aug. 27\n\nGuards closed the bridge.",
        "Advertisement\n\nGuards closed the bridge.\n\nNobody was hurt.",
    ],
)
def test_no_headline(text):
    assert "title" not in [kind for kind, _ in kinds(text)]


def test_a_headline_with_a_stop_is_known_by_the_stated_title():
    text = "Guards close bridge.\n\nNobody was hurt."
    assert kinds(text, title="Guards close bridge")[0] == ("title", "Guards close bridge.")


def test_live_page():
    head = "Norvik: as it happened\n\nLast updated 21:40 local time | Refresh"
    text = f"{head}\n\n09:15\n\nGuards came.\n\n10:05\n\nIt rained."
    assert [kind for kind, _ in kinds(text)] == ["title", "boilerplate", "boilerplate", "body", "boilerplate", "body"]


def test_links_below_their_header_are_furniture_until_prose_returns():
    text = f"{PROSE}\n\nRelated stories\n\nStorm closes port\n\nFerry strike ends\n\n{PROSE}\n\nThe end came at noon."
    assert [s for kind, s in kinds(text) if kind == "boilerplate"] == [
        "Related stories",
        "Storm closes port",
        "Ferry strike ends",
    ]


def test_furniture_inside_prose():
    found = kinds("Guards came on Monday. Sign up for our morning digest. Nobody was hurt. (AFP)")
    assert [kind for kind, _ in found] == ["body", "boilerplate", "body", "boilerplate"]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_boilerplate_examples(rule):
    for text in rule.examples:
        assert rule.pattern.fullmatch(text), text
        assert all(is_furniture(text, scope) for scope in rule.scopes), text
    for text in rule.counterexamples:
        assert not any(is_furniture(text, scope) for scope in rule.scopes), text


def test_every_boilerplate_rule_has_a_counterexample_and_a_name_of_its_own():
    assert all(rule.counterexamples for rule in rules())
    assert len({rule.name for rule in rules()}) == len(rules())


UNITS = [
    "1",
    "x ",
    "a/",
    "1.",
    "| ",
    "By A ",
    "#aa ",
    "12:",
    "A ",
    "share on ",
    "view ",
    "(",
    "a|",
    "12 May ",
    "Photo: ",
    "a@a.",
]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_no_boilerplate_rule_is_a_backtracking_trap(rule):
    began = time.process_time()
    for unit in UNITS:
        for head in ("", "Photo: ", "updated ", "By A", "subscribe to our "):
            rule.pattern.fullmatch((head + unit * LONGEST)[: LONGEST - 1] + "§")
    assert time.process_time() - began < 1.0


WORDS = ["Mr. ", "U.S. ", "The ", "a", "Norvik", "5 p.m. ", "3.5", "[1]", "Advertisement", "e\u0301", "🌉"]
MARKS = [". ", "! ", "? ", "...", "“", "”", '"', "(", ")", "• ", "- ", "# ", "---\n"]
SPACES = ["\n", "\n\n", "\r\n", "\t", "\u200b", "\u2028", "\xa0", "\0"]
PIECES = st.sampled_from(WORDS + MARKS + SPACES)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
@example("x" * 10_000)
@example("word " * 2_000)
@example("• ")
@example("\ud800.\udfff. A")
def test_any_text_gives_spans_that_hold(text):
    article = read_text(text)
    end = paragraph = 0
    for number, sentence in enumerate(sentences(article)):
        span = sentence.span
        assert article.text[span.start : span.end] == span.text
        assert span.text and span.text == span.text.strip() and end <= span.start < span.end
        assert sentence.index == number and sentence.paragraph >= paragraph
        end, paragraph = span.end, sentence.paragraph
    assert sentences(article) == sentences(article)


@given(st.lists(st.sampled_from(["Guards came.", "It rained!", "Nobody spoke?"]), min_size=1, max_size=8))
def test_nothing_is_lost_between_sentences(parts):
    found = sentences(read_text(" ".join(parts)))
    assert [s.span.text for s in found] == parts


@pytest.mark.parametrize("unit", [". ", "A.B.", "A. B. ", "Sunday ", "([1", " "])
def test_two_megabytes_take_linear_time(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        began = time.process_time()
        sentences(read_text(text))
        return time.process_time() - began

    seconds(1000)
    small, large = seconds(200_000), seconds(2_000_000)
    assert large < max(30 * small, 1.0) and large < 20


def test_the_labels_of_an_interview_are_no_sentences() -> None:
    text = "Q. Why now?\n\nA. It was time.\n\nQ: Who came?\n\nKL: Nobody did. They slept."
    found = [sentence.span.text for sentence in sentences(read_text(text))]
    assert found == ["Why now?", "It was time.", "Who came?", "Nobody did.", "They slept."]


def test_initials_are_no_labels() -> None:
    text = "A. Lund spoke first.\n\nHe was brief.\n\nA. Lund left.\n\nQ. Ravn stayed.\n\nUN: He is here."
    found = [sentence.span.text for sentence in sentences(read_text(text))]
    assert found == ["A. Lund spoke first.", "He was brief.", "A. Lund left.", "Q. Ravn stayed.", "UN: He is here."]


def test_a_label_on_a_line_of_its_own_takes_nothing_from_the_next() -> None:
    text = "Q.\n\nWhy now?\n\nA.\n\nIt was time.\n\nQ.\n\nWho came?\n\nA.\n\nNobody did."
    found = [sentence.span.text for sentence in sentences(read_text(text))]
    assert [each for each in found if len(each) > 2] == ["Why now?", "It was time.", "Who came?", "Nobody did."]
