"""The scorer of events: pairs by evidence, debatable events left out, fields over the matched ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.evaluation import evaluate_set
from timeline.evaluation.events import score_events
from timeline.evaluation.names import date_compatible, date_exact, overlap, same_name, span

GOLD = {
    "article_id": "one", "type": "protest", "date": "2021-06-15", "country": "FRA", "actors": ["teachers"],
    "targets": [], "stance": None, "count": 400, "status": "reported", "claimant": "police",
    "debatable": False, "also": [],
    "evidence": "About 400 teachers marched through Lyon on Tuesday, police said.",
}  # fmt: skip
RIGHT = {
    "article_id": "one", "type": "protest", "date": "2021-06-15", "country": "FRA", "actors": ["striking teachers"],
    "targets": [], "stance": None, "count": 400.0, "status": "reported", "claimant": "The police",
    "evidence_text": GOLD["evidence"],
}  # fmt: skip


def test_a_right_prediction_scores_everything() -> None:
    score = score_events([GOLD], [RIGHT])
    assert score.detection["MICRO"].f1 == 1
    assert {key: right / of for key, (right, of) in score.fields.items()} == dict.fromkeys(score.fields, 1.0)


def test_another_type_or_sentence_is_no_match() -> None:
    for wrong in ({"type": "coup"}, {"evidence_text": "Rain fell on the vineyards."}, {"article_id": "two"}):
        score = score_events([GOLD], [{**RIGHT, **wrong}])
        assert (score.missed, score.false) == ((0,), (0,))


def test_one_prediction_serves_one_event() -> None:
    score = score_events([GOLD], [RIGHT, RIGHT])
    assert (score.detection["MICRO"].tp, score.detection["MICRO"].fp) == (1, 1)


def test_debatable_events_neither_help_nor_hurt() -> None:
    debatable = {**GOLD, "debatable": True}
    assert score_events([debatable], []).detection["MICRO"].fn == 0
    score = score_events([debatable], [RIGHT, RIGHT])
    assert (score.detection["MICRO"].tp, score.detection["MICRO"].fp, score.ignored) == (0, 0, 2)


def test_the_better_of_two_events_in_a_sentence_is_matched() -> None:
    other = {**GOLD, "date": "2021-06-10", "count": 900}
    score = score_events([other, GOLD], [RIGHT])
    assert score.pairs == ((1, 0),)


@pytest.mark.parametrize(
    ("gold", "predicted", "exact", "compatible"),
    [
        ("2021-06-15", "2021-06-15", True, True),
        ("2021-06", "2021-06-15", False, True),
        ("2021-06-15/..", "2021-07-01/2021-07-02", False, True),
        ("../2021-06-15", "2021-06-16", False, False),
        (None, None, True, True),
        (None, "2021", False, False),
    ],
)
def test_dates(gold: str | None, predicted: str | None, exact: bool, compatible: bool) -> None:
    assert date_exact({"date": gold}, {"date": predicted}) is exact
    assert date_compatible({"date": gold}, {"date": predicted}) is compatible


def test_names_and_texts() -> None:
    assert same_name("the Foreign Ministry|ministry", "Norwegian Foreign Ministry")
    assert same_name("United States", "Washington")
    assert not same_name("Mali", "Somalia")
    assert overlap("police arrested ten students", "Ten students were arrested by police.") > 0.7
    assert span("XXXX-07-28") is None


def test_sets_that_cannot_be_scored_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither"):
        evaluate_set(tmp_path)
    broken = tmp_path / "events.jsonl"
    broken.write_text('{"evidence": \n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        evaluate_set(broken)


def test_a_small_set_end_to_end(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    evidence = "About 400 teachers marched against pension cuts in Lyon on Tuesday, police said."
    text = f"---\npublished: 2021-06-16\n---\n\n{evidence}\n"
    (tmp_path / "articles" / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "events.jsonl").write_text(json.dumps({**GOLD, "evidence": evidence}) + "\n", encoding="utf-8")
    report = evaluate_set(tmp_path, errors=True)
    assert "MICRO           1.000  1.000  1.000     1    0    0" in report
    assert "date_exact         1.000  (n=1)" in report


def test_an_article_that_cannot_be_read_is_no_article_without_events(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text("---\ntitle: Lyon\nno key here\n---\nTeachers marched.")
    (tmp_path / "events.jsonl").write_text(json.dumps(GOLD) + "\n")
    with pytest.raises(InputError, match=r"one\.txt.*line 3"):
        evaluate_set(tmp_path)
