"""Days and places that open a sentence without a comma, and trees that no grammar allows."""

from __future__ import annotations

import pytest

from timeline.articles import read_text, sentences
from timeline.frames.syntax.openings import opening_end
from timeline.frames.syntax.parsing import Parsed, parse
from timeline.frames.syntax.tokens import Token


def _parsed(text: str) -> Parsed:
    (found,) = parse(sentences(read_text(text)))
    return found


def _word(parsed: Parsed, text: str) -> Token:
    return next(token for token in parsed.doc if token.text == text)


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("On 4 July", " soldiers stopped two reporters."),
        ("In September", " Lund accused her of a coup."),
        ("In March 2014", " Riyadh and Doha withdrew their ambassadors."),
        ("On Tuesday night", " Commodore Lund went on television."),
        ("On the night of 12 April", " troops took the palace."),
        ("Late on 5 April", " Ecuadorean police scaled the wall."),
        ("In the spring of 2019", " tens of thousands camped outside the barracks."),
        ("In the early hours of 17 March", " masked men seized seven."),
        ("In a televised address on Tuesday", " Lund said that he would stay."),
        ("Before dawn on 9 February 2023", " a plane left Managua."),
        ("Last month", " ministers blamed the army."),
        ("Yesterday", " ministers meeting in London suspended the country."),
        ("In Moscow", " members of a movement blockaded the embassy."),
    ],
)
def test_a_clause_begins_behind_what_opens_the_sentence(opening: str, rest: str) -> None:
    assert opening_end(opening + rest) == len(opening)


@pytest.mark.parametrize(
    "text",
    [
        "On 4 July, soldiers stopped two reporters.",
        "On Tuesday in Lima crowds gathered.",
        "On Monday and Tuesday shops were shut.",
        "In 2019 was the last vote held.",
        "In Brief reporters told of it.",
        "In Peruvian towns crowds gathered.",
        "Soldiers stopped two reporters on 4 July near Lima.",
    ],
)
def test_other_openings_are_left_alone(text: str) -> None:
    assert opening_end(text) == 0


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("On 4 July soldiers stopped two reporters.", "soldiers", "stopped"),
        ("In September Lund accused her of staging a coup.", "Lund", "accused"),
        ("In the last days of September Managua ordered out an ambassador.", "Managua", "ordered"),
    ],
)
def test_the_subject_behind_a_day_is_found_and_the_text_is_as_it_was(text: str, subject: str, verb: str) -> None:
    parsed = _parsed(text)
    assert _word(parsed, subject).head == _word(parsed, verb)
    assert _word(parsed, subject).dep_ == "nsubj"
    assert "," not in [token.text for token in parsed.doc]
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in parsed.doc)
    assert [token.i for token in parsed.doc] == list(range(len(parsed.doc)))


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Chad ordered 60 envoys to leave and closed the consulate in Lima.", "closed", "ordered"),
        (
            "Lund led the charge, ordering 60 envoys to pack their bags and shutting the consulate.",
            "shutting",
            "ordering",
        ),
        ("The protests began after disputed elections on 3 May, the union said.", "disputed", "elections"),
    ],
)
def test_words_hang_where_they_belong(text: str, word: str, head: str) -> None:
    parsed = _parsed(text)
    assert _word(parsed, word).head == _word(parsed, head)
