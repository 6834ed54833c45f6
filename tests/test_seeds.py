"""What the two articles say, row by row, held against the package that is built from them."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from timeline import articles
from timeline.models import Article, Rows
from timeline.pipeline import read_article

ROOT = Path(__file__).parent.parent
A, B = "000_20f5fabac8232868", "002_a3d9aa143aed2381"
SEEDS = {A: "20f5fabac8232868", B: "a3d9aa143aed2381"}


@dataclass(frozen=True)
class Row:
    """One row of the table: what the event must be, and which sentence says it."""

    article: str
    event_type: str
    says: str  # words of the sentence that tells it
    mode: str = ""
    start: str | None = None
    end: str | None = None
    exact_dates: bool = True
    status: str = "reported"
    country: str = "VEN"
    place: str = ""
    extent: str = ""
    roles: dict[str, set[str]] = field(default_factory=dict)  # role -> names or country codes that must be there
    figures: set[tuple[str, float, str, str]] = field(default_factory=set)  # measure, value, bound, subject
    claimant: str = ""
    outlet: str = ""
    claim_date: str = ""
    form: str = ""


SEVEN_FOR = {"RUS", "BOL", "HND", "IRN", "CHN", "CUB", "NIC"}
SEVEN_AGAINST = {"ARG", "DOM", "CRI", "PAN", "PER", "URY", "CHL"}
ROWS = {
    "A1": Row(
        A, "election", "51.95%", start="2024-07-28", end="2024-07-28",
        roles={"candidate": {"Nicolas Maduro", "Edmundo Gonzalez Urrutia"}},
        figures={
            ("vote_share", 51.95, "exact", "Nicolas Maduro"),
            ("vote_share", 43.18, "exact", "Edmundo Gonzalez Urrutia"),
            ("ballots_counted", 97, "almost", ""),
        },
        claimant="National Electoral Council",
    ),
    "A2": Row(
        A, "recognition", "concede defeat", "refuses", "2024-07-28", "2024-07-28", claimant="Maria Corina Machado",
        form="did_not_concede",
    ),
    "A3": Row(A, "protest", "protests and riots", "riot", "2024-07-29", "2024-07-29", place="Caracas"),
    "A4": Row(
        A, "detention", "rioters were detained", start="2024-07-29", figures={("people", 2200, "more_than", "")},
        claimant="Venezuelan authorities",
    ),
    "A5": Row(
        A, "security", "Public order", "order", "2024-07-29", "2024-07-31", place="Caracas", extent="within",
    ),
    "A6": Row(
        A, "recognition", "have congratulated", "recognises", "2024-07-28", form="congratulated",
        roles={"actor": SEVEN_FOR, "target": {"Nicolas Maduro"}},
    ),
    "A7": Row(
        A, "recognition", "refused to recognize", "refuses", "2024-07-28",
        roles={"actor": SEVEN_AGAINST | {"number of countries"}, "target": {"Nicolas Maduro"}},
    ),
    "A8": Row(
        A, "diplomacy", "recall its diplomats", "recall", "2024-07-28", status="planned",
        roles={"actor": {"Venezuelan Foreign Ministry"}, "target": SEVEN_AGAINST},
    ),
    "A9": Row(
        A, "cyberattack", "at least 25 million", exact_dates=False, figures={("attacks", 25e6, "at_least", "")},
    ),
    "A10": Row(
        A, "coup", "state coup", status="alleged", exact_dates=False, claimant="Yvan Gil Pinto", outlet="Globovision",
        roles={"actor": {"opposition", "Aragua Train", "Llano Train"}},
    ),
    "B1": Row(
        B, "coup", "carry out a military coup", status="alleged", exact_dates=False, claimant="Nicolás Maduro",
        outlet="Globovision", claim_date="2018-05-24",
        roles={"actor": {"US officials", "Mike Pompeo", "Mike Pence", "SOUTHCOM", "US embassy"}},
    ),
    "B2": Row(
        B, "election", "was reelected", start="2018-05-20", end="2018-05-20",
        figures={
            ("votes", 5.8e6, "exact", "Nicolás Maduro"), ("vote_share", 68, "about", "Nicolás Maduro"),
            ("votes", 1.8e6, "more_than", "Henri Falcón"), ("votes", 952e3, "exact", "Javier Bertucci"),
            ("turnout", 46, "about", ""),
        },
        claimant="National Electoral Council",
    ),
    "B3": Row(
        B, "recognition", "The opposition", "refuses", "2018-05-20", "2018-05-26", roles={"actor": {"opposition"}},
        form="refused",
    ),
    "B4": Row(
        B, "recognition", "Several countries", "refuses", "2018-05-20", "2018-05-26",
        roles={"actor": {"Several countries", "international organizations"}},
    ),
    "B5": Row(
        B, "release", "political prisoners", status="planned", exact_dates=False,
        roles={"actor": {"Nicolás Maduro"}, "target": {"political prisoners"}},
    ),
    "B6": Row(
        B, "inauguration", "inauguration ceremony", start="2018-05-20", end="2018-05-26",
        roles={"actor": {"Nicolás Maduro"}},
    ),
}  # fmt: skip


def plain(name: str) -> str:
    """A name without accents: with and without them it is one person."""
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def event_of(row: Row, rows: Rows) -> dict[str, Any]:
    """The one event that the row's sentence makes."""
    found = {
        mention["event_id"]
        for mention in rows["mentions"]
        if mention["article_id"] == row.article and row.says in str(mention["quote"])
        and mention["event_type"] == row.event_type and mention["event_id"]
    }  # fmt: skip
    assert len(found) == 1, f"{row.says!r} should make one {row.event_type}, made {sorted(map(str, found))}"
    return next(event for event in rows["events"] if event["event_id"] in found)


@pytest.mark.parametrize("name", ROWS)
def test_row(name: str, seed_rows: Rows) -> None:
    row = ROWS[name]
    event = event_of(row, seed_rows)
    assert (event["country"], event["status"]) == (row.country, row.status)
    assert (event["mode"] or "") == row.mode
    if row.place:
        assert event["place"] == row.place
        assert event["latitude"] == pytest.approx(10.5, abs=0.2)
    if row.extent:
        assert event["date_extent"] == row.extent
    if row.exact_dates:
        assert (_day(event["start_date"]), _day(event["end_date"])) == (row.start, row.end)
    else:
        assert event["date_precision"] != "day"


def _day(value: object) -> str | None:
    return str(value) if isinstance(value, dt.date) else None


@pytest.mark.parametrize("name", ROWS)
def test_participants_of_row(name: str, seed_rows: Rows) -> None:
    row = ROWS[name]
    event_id = event_of(row, seed_rows)["event_id"]
    parties = [party for party in seed_rows["participants"] if party["event_id"] == event_id]
    for role, wanted in row.roles.items():
        in_role = [party for party in parties if party["role"] in (role, "winner" if role == "candidate" else role)]
        seen = {plain(str(party["name"])) for party in in_role} | {str(party["country"]) for party in in_role}
        missing = {item for item in wanted if not any(plain(item) in name for name in seen) and item not in seen}
        assert not missing, f"{name}: no {role} {sorted(missing)} among {sorted(seen)}"


@pytest.mark.parametrize("name", ROWS)
def test_figures_of_row(name: str, seed_rows: Rows) -> None:
    row = ROWS[name]
    event_id = event_of(row, seed_rows)["event_id"]
    seen = {
        (figure["measure"], figure["value"], figure["bound"], plain(str(figure["subject"] or "")))
        for figure in seed_rows["figures"]
        if figure["event_id"] == event_id
    }
    wanted = {(measure, value, bound, plain(subject)) for measure, value, bound, subject in row.figures}
    assert wanted <= seen


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.claimant])
def test_claim_of_row(name: str, seed_rows: Rows) -> None:
    row = ROWS[name]
    event_id = event_of(row, seed_rows)["event_id"]
    mentions = [mention for mention in seed_rows["mentions"] if mention["event_id"] == event_id]
    assert any(plain(row.claimant) in plain(str(mention["claimant"] or "")) for mention in mentions)
    assert not row.outlet or any(row.outlet in str(mention["outlet"] or "") for mention in mentions)
    assert not row.claim_date or any(mention["claim_date"] == row.claim_date for mention in mentions)


def test_forms_of_recognition(seed_rows: Rows) -> None:
    for name in ("A2", "A6", "B3"):
        event_id = event_of(ROWS[name], seed_rows)["event_id"]
        forms = {row["form"] for row in seed_rows["recognitions"] if row["event_id"] == event_id}
        assert forms == {ROWS[name].form}


def test_nothing_else_but_statements(seed_rows: Rows) -> None:
    told = {event_of(row, seed_rows)["event_id"] for row in ROWS.values()}
    others = [event for event in seed_rows["events"] if event["event_id"] not in told]
    assert [event["event_type"] for event in others] == ["statement"] * len(others)
    assert len(told) == len(ROWS)


def test_election_results(seed_rows: Rows) -> None:
    shares = {(plain(str(row["candidate"])), row["share"], row["share_bound"]) for row in seed_rows["election_results"]}
    assert ("nicolas maduro", 51.95, "exact") in shares
    assert ("edmundo gonzalez urrutia", 43.18, "exact") in shares
    assert ("nicolas maduro", 68.0, "about") in shares
    announced = {row["announced_by"] for row in seed_rows["election_results"] if row["share"]}
    assert announced == {"National Electoral Council"}


def test_windows(seed_rows: Rows) -> None:
    windows = {
        row["article_id"]: (_day(row["published_earliest"]), _day(row["published_latest"]), row["published_basis"])
        for row in seed_rows["articles"]
    }
    earliest, latest, basis = windows[A]
    assert earliest in ("2024-07-29", "2024-07-30", "2024-07-31")
    assert (latest, basis) == (None, "inferred")
    assert windows[B][:2] == ("2018-05-24", "2018-05-26")


def test_seeds_are_as_received() -> None:
    for name, digest in SEEDS.items():
        assert (ROOT / "seeds" / f"{name}.txt").is_file()
        assert name.endswith(digest)
    stated = {article.article_id: article.published for article in articles.read_folder(ROOT / "seeds").articles}
    assert stated == {A: "", B: ""}, "nothing may state a publication date that is not evidenced"


def test_quotes_stand_at_their_offsets(seed_rows: Rows) -> None:
    texts = {article.article_id: article.text for article in articles.read_folder(ROOT / "seeds").articles}
    for row in seed_rows["articles"]:
        assert hashlib.sha256(texts[str(row["article_id"])].encode()).hexdigest() == row["text_sha256"]
    for mention in seed_rows["mentions"]:
        text = texts[str(mention["article_id"])]
        assert text[int(mention["start_char"]) : int(mention["end_char"])] == mention["quote"]
        assert text[int(mention["trigger_start"]) : int(mention["trigger_end"])] == mention["trigger"]


def test_no_row_comes_from_boilerplate(seed_rows: Rows) -> None:
    for mention in seed_rows["mentions"]:
        quote = str(mention["quote"])
        assert not any(words in quote for words in ("Advertisement", "newsletter", "subscribe", "1,316"))


def seed(name: str) -> Article:
    return next(item for item in articles.read_folder(ROOT / "seeds").articles if item.article_id == name)


def test_without_country_and_candidates_the_year_stays_open() -> None:
    text = seed(A).text
    for name, other in {
        "Venezuelan": "local", "Venezuela": "the country", "Nicolas Maduro": "Mr A", "Maduro": "A",
        "Caracas": "the capital",
        "Edmundo Gonzalez Urrutia": "Mr B", "Gonzalez": "B", "Maria Corina Machado": "Ms C",
    }.items():  # fmt: skip
        text = text.replace(name, other)
    result = read_article(Article("anonymous", text))
    vote = next(mention for mention in result.mentions if mention.event_type == "election" and mention.date.text)
    assert (vote.date.edtf, vote.date.precision) == ("XXXX-07-28", "partial")
    assert vote.date.start is None
    riot = next(mention for mention in result.mentions if mention.event_type == "protest")
    assert riot.date.text == "The next day"
    assert (riot.date.start, riot.date.end) == (None, None)


def test_a_stated_date_wins_over_the_calendar_and_the_conflict_is_reported() -> None:
    article = seed(A)
    result = read_article(Article(article.article_id, article.text, published="2019-08-05", url=article.url))
    vote = next(mention for mention in result.mentions if mention.event_type == "election" and mention.date.text)
    assert vote.date.edtf == "2019-07-28"
    assert any("2024-07-28" in conflict for conflict in result.publication.conflicts)
