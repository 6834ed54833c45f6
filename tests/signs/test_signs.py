"""Signs: what a sentence is reduced to, what its words tell together, and that no weight knows a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.signs.learn import WEIGHTS, fingerprint, labelled
from tests.signs.learning import MARKS, Labelled, learn
from timeline.articles import read, read_text
from timeline.event_types import event_types
from timeline.frames.signs.scores import ANY, chance, is_borne_out, is_quiet, mode_of, rows_of, told, weights
from timeline.frames.signs.words import NAME, is_manner, signs_of
from timeline.gazetteers.places import find_place
from timeline.merge.explain import explain_event
from timeline.merge.rows import rows
from timeline.pipeline import read_dataset


def test_signs_are_stems_classes_and_neighbours() -> None:
    found = signs_of("On Monday 40 villagers stormed Karim's office")
    assert {"storm", "<name>", "<number>", "<day>", "<number> villag", "villag storm", "storm <name>"} <= found
    assert {"=villagers", "=stormed", "^villa", "storm~<name>"} <= found
    assert "@crowd" in found
    assert not {"monday", "karim", "40"} & found


@given(st.lists(st.sampled_from("Police police held of the 40 marchers Monday stormed Crowd % a-b palace".split())))
def test_signs_are_looked_up_without_being_written(words: list[str]) -> None:
    known, text = weights().rows, " ".join(words)
    assert sorted(rows_of(text)) == sorted(known[sign] for sign in {ANY, *signs_of(text)} if sign in known)


def test_a_headline_in_capitals_keeps_its_words() -> None:
    assert {"crowd", "storm"} <= signs_of("Crowd Storms Town Hall Over Price of Water")


def test_no_weight_knows_a_name() -> None:
    words = {word for sign in weights().rows for word in MARKS.split(sign) if word and not word.startswith(("@", "<"))}
    named = {word for word in words if (place := find_place(word.title())) and place.kind in ("country", "demonym")}
    assert named <= {"turkey", "china", "jordan", "georgia", "guinea", "polish", "poles"}  # words as well


def test_weights_are_of_these_sentences() -> None:
    head = WEIGHTS.read_text(encoding="utf-8").splitlines()[0]
    assert fingerprint(labelled()) in head, "sentences or examples have changed: run `make signs`"


def test_no_sentence_is_listed_twice_and_all_types_exist() -> None:
    sentences = [item for item in labelled() if item.types or item.unsure]
    assert {name.partition("/")[0] for item in sentences for name in item.types | item.unsure} <= set(event_types())


def test_learning_tells_what_the_sentences_say() -> None:
    sentences = [
        Labelled(f"The {who} {act} in the square", frozenset({"protest"} if act == "chanted" else set()))
        for who in ("nurses", "farmers", "miners", "clerks")
        for act in ("chanted", "shopped", "slept")
    ]
    weighed = learn(sentences, ["protest"])["protest"]
    assert weighed["chant"] > 30 > weighed.get("the", 0)
    assert weighed.get("slept", 0) <= 0
    assert learn(sentences, ["protest"])["protest"] == weighed


def test_a_sentence_that_no_frame_reads_is_told_by_its_words() -> None:
    text = "By nightfall tyres smouldered across the ring road and knots of youths traded stones for tear gas."
    mentions = timeline.mentions(text, published="2021-06-16")
    assert [mention.event_type for mention in mentions] == ["protest"]


def test_words_of_sport_are_not_taken_at_their_word() -> None:
    text = "The crowd roared as the winger stormed past the defence and fired home from the edge of the box."
    assert timeline.mentions(text, published="2021-06-16") == ()


@given(st.text(max_size=300))
def test_any_text_has_signs(text: str) -> None:
    assert all(0 < chance <= 1 for chance in told(text).values())
    small = "".join(letter for letter in text.lower() if not letter.isupper())  # some capitals have no small letter
    assert NAME not in signs_of(small)


def test_an_explanation_names_the_signs(tmp_path: Path) -> None:
    text = (
        "By nightfall on Tuesday tyres smouldered across the ring road and knots of youths traded stones for tear gas."
    )
    (tmp_path / "night.txt").write_text(f"---\ntitle: Night of fires\npublished: 2021-06-16\n---\n{text}\n")
    tables = rows(read_dataset(read(tmp_path).articles))
    (event,) = tables["events"]
    explained = explain_event(tables, str(event["event_id"]))
    assert "rule protest:signs" in explained
    assert re.search(r"signs +'.+' \+\d\.\d\d", explained)


ORDINARY = (
    "The council met in the village hall on Monday evening.",
    "Members heard that the new car park would cost more than planned.",
    "A resident asked when the benches by the pond would be painted.",
    "The chairman thanked the volunteers who look after the flower beds.",
    "The library will open on Saturdays from the spring.",
    "A report on bus stops was noted without debate.",
)


def test_an_article_is_quiet_unless_a_quarter_of_it_tells_something() -> None:
    telling = ("Police arrested nine protesters on Monday.", "Protesters blocked the road and threw stones at police.")
    assert is_quiet(ORDINARY)
    assert is_quiet((*ORDINARY, telling[0]))
    assert not is_quiet((*ORDINARY[:4], *telling))


def test_in_a_quiet_article_a_frame_alone_is_not_believed() -> None:
    told = "The clerk was held for an hour in the lift."
    talk = "The lift will be mended before the next meeting, members were told, and tea was served in the foyer."
    text = "\n\n".join((*ORDINARY, told, talk))
    assert timeline.mentions(told, published="2021-06-16") != ()
    assert timeline.mentions(text, published="2021-06-16") == ()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Protesters hurled stones and petrol bombs at police, who answered with tear gas.", "riot"),
        ("About 200 teachers marched peacefully to the ministry to ask for higher pay.", ""),
    ],
)
def test_a_protest_is_in_the_mode_that_its_words_tell(text: str, mode: str) -> None:
    assert {item.mode for item in timeline.mentions(text, published="2021-06-16") if item.event_type == "protest"} == {
        mode
    }


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The beaten candidate picked up the telephone on Monday and wished the winner well.", "recognises"),
        (
            "To her the figures announced on Monday are a fairy tale: she will never accept this stolen victory.",
            "refuses",
        ),
    ],
)
def test_a_recognition_is_told_with_its_stance(text: str, mode: str) -> None:
    assert mode_of(text, "recognition", 0.7) == mode


def test_what_somebody_is_there_for_is_no_event() -> None:
    found = read_dataset([read_text("In the nights that followed, riot police rounded up at least 6,700 people.")])
    assert {event.event_type for event in found.events} == {"detention"}


def test_words_alone_tell_no_attack_where_none_is_of_a_machine() -> None:
    text = "Its founders served together in an intelligence unit of the Peruvian army."
    assert chance(text, "cyberattack") > 0.5
    assert [mention for mention in timeline.mentions(text) if mention.event_type == "cyberattack"] == []


def test_one_word_tells_that_somebody_is_held_or_free_and_not_both() -> None:
    text = "Then his wife dropped the news: her man was in a military jail in Kampala!"
    assert [mention.event_type for mention in timeline.mentions(text)] == ["detention"]


@pytest.mark.parametrize(
    ("sign", "manner"),
    [("<name>", True), ("on <day>", True), ("<number>~year", True), ("said", True), ("march", False), ("^prote", False),
     ("on march", False), ("@crowd", False), ("", False)],
)  # fmt: skip
def test_signs_of_how_news_is_written(sign: str, manner: bool) -> None:
    assert is_manner(sign) is manner


def test_names_days_and_numbers_alone_bear_out_nothing() -> None:
    assert not is_borne_out("In Lima on Monday 45 of the 300 in Peru said on Friday.", "protest", alone=True)
    assert is_borne_out("Police fired tear gas at demonstrators who marched on the palace.", "protest", alone=True)
    assert is_borne_out("Police fired tear gas at demonstrators who marched on the palace.", "protest", alone=False)
    assert is_borne_out("Crowds filled the square on Monday.", "protest", alone=True)
    assert not is_borne_out("Crowds filled the square on Monday.", "protest", alone=False)


_CRASH = (
    "LIMA - At least 16 people were killed when a cable railway jumped its track and smashed into a building on "
    "Wednesday evening.\n\nThe car had been checked that morning, and the operator said that nothing unusual had been "
    "noted by its engineers during the inspection of the cable and the brakes.\n\nPassengers were thrown through the "
    "windows, and shopkeepers pulled out the injured with their hands before the first ambulances arrived from the "
    "hospital on the other side of the hill.\n\nFifty-nine young people died last year when fireworks set off foam in "
    "the ceiling of a nightclub in the same quarter.\n\nThe line, which carries three million passengers a year, will "
    "stay shut until experts have examined every wheel, bolt and cable of both cars.\n\nParents were kept outside the "
    "gates of the depot as officers in gloves went through what was left of the wagon."
)


def test_words_alone_have_to_be_surer_in_a_story_that_is_not_on_politics() -> None:
    told = [mention for mention in timeline.mentions(_CRASH, published="2021-06-16") if mention.is_event]
    assert not told
    lead = "Crowds smashed the windows of the governor's office in Lima on Wednesday evening."
    (riot,) = {mention.event_type for mention in timeline.mentions(lead, published="2021-06-16") if mention.is_event}
    assert riot == "protest"
