"""Interviews set without quotation marks: answers are cited from the person interviewed."""

from __future__ import annotations

from timeline.models import Article, Mention
from timeline.pipeline import read_article

OPENING = "Ada Zulu, 40, who ran the students' union of Lusaka, spoke to us by telephone. Jo Banda listened."
ANSWERS = (
    "Were you there in May?",
    "I was. Police arrested nine teachers outside the court in Lusaka on 3 May.",
    "And the others?",
    "A magistrate freed four of us on 5 May. The commission said that the rally in Lusaka on 4 May drew 300 people.",
    "You have not given up.",
    "We march in Lusaka on 12 May.",
    "What comes next?",
    "My bag is packed.",
)


def read(*paragraphs: str) -> tuple[Mention, ...]:
    text = "\n\n".join(paragraphs)
    return read_article(Article("a", text, published="2031-05-09")).mentions


def claimants(mentions: tuple[Mention, ...]) -> dict[str, str | None]:
    """Who is cited for the first mention of each type."""
    found: dict[str, str | None] = {}
    for mention in mentions:
        found.setdefault(mention.event_type, mention.claim.claimant if mention.claim else None)
    return found


def test_answers_are_cited_from_whoever_is_interviewed() -> None:
    assert claimants(read(OPENING, *ANSWERS)) == {
        "detention": "Ada Zulu",
        "release": "Ada Zulu",
        "protest": "commission",
    }


def test_we_in_an_answer_means_the_person_interviewed() -> None:
    mentions = read(OPENING, *ANSWERS)
    freed = next(mention for mention in mentions if mention.event_type == "release")
    assert [party.name for party in freed.participants if party.role == "target"] == ["Ada Zulu"]
    march = next(mention for mention in mentions if mention.trigger.text == "march")
    assert [party.name for party in march.participants if party.role == "actor"] == ["Ada Zulu"]


def test_what_stands_before_the_first_question_is_the_outlets() -> None:
    opening = "Ada Zulu spoke to us by telephone. Police arrested the mayor of Lusaka on 1 May."
    first = read(opening, *ANSWERS)[0]
    assert first.event_type == "detention"
    assert first.claim is None


def test_questions_alone_make_no_interview() -> None:
    column = (
        "Ada Zulu spoke to us by telephone.",
        "What is a vote worth?",
        "Police arrested nine teachers outside the court in Lusaka on 3 May.",
        "Who counts it?",
        "A magistrate freed four teachers on 5 May.",
        "And who counts the counters?",
        "Nobody knows.",
    )
    assert set(claimants(read(*column)).values()) == {None}


LABELLED = (
    "Q. When did you think of leaving?",
    "A. In May. Police arrested nine teachers outside the court in Lusaka on 3 May.",
    "They held a rally in Lusaka on 4 May, and soldiers broke it up.",
    "Q. You were not alone.",
    "A. No. A magistrate freed four of us on 5 May.",
    "The army's spokesman said later that Kenya had recalled its ambassador on 6 May.",
)


def test_labels_tell_the_answers_from_what_is_asked_and_what_stands_behind_them() -> None:
    found = claimants(read(OPENING, *LABELLED))
    assert {found[kind] for kind in ("detention", "protest", "release")} == {"Ada Zulu"}
    assert found["diplomacy"] != "Ada Zulu"


def test_labels_are_no_words_of_a_sentence() -> None:
    mentions = read(OPENING, *LABELLED)
    assert not [party for mention in mentions for party in mention.participants if party.name.startswith(("Q.", "A."))]
    assert all(mention.sentence.span.text[:2] not in ("Q.", "A.") for mention in mentions)


def test_labels_in_bold_are_labels() -> None:
    asked = [f"**The Lamp: {text}**" if at % 2 == 0 else f"**Zulu:** {text}" for at, text in enumerate(ANSWERS)]
    found = read(OPENING, *asked)
    assert claimants(found)["detention"] == "Ada Zulu"
    assert not any(mention.sentence.span.text.startswith("*") for mention in found)


def test_places_in_bold_are_no_labels_of_an_interview() -> None:
    found = read(
        OPENING,
        "**Lusaka:** Police arrested nine teachers outside the court on 3 May.",
        "**Ndola:** A magistrate freed four teachers on 5 May.",
    )
    assert claimants(found) == {"detention": None, "release": None}


def test_a_sentence_in_bold_is_told() -> None:
    found = read(OPENING, "The court is full.", "**Police arrested nine teachers on 3 May.**", "The court is closed.")
    assert [mention.sentence.kind for mention in found if mention.event_type == "detention"] == ["body"]
