"""The rows have exactly the contract's columns, every key points somewhere, and results and recognitions add up."""

import datetime as dt
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_making import article, body, bounded, crowd, merged, people, person, said, share, state, tell

from timeline.merge.objects import event_objects, mention_objects
from timeline.merge.rows import rows

COLUMNS = {
    "articles": """article_id title publisher url language published published_earliest published_latest published_basis
        published_evidence path text_sha256 words sentences""",
    "events": """event_id event_type mode title date_edtf start_date end_date date_precision date_extent date_basis
        status country place latitude longitude plover cameo acled n_articles n_mentions""",
    "mentions": """mention_id event_id article_id event_type sentence start_char end_char quote trigger trigger_start
        trigger_end rule realis claimant claim_cue claim_date outlet date_text date_value date_rule date_anchor
        date_alternatives merge_rule""",
    "entities": "entity_id name kind country aliases",
    "participants": "mention_id event_id entity_id role name country",
    "figures": "mention_id event_id measure value low high bound unit subject as_written claimant",
    "election_results": """event_id candidate votes votes_bound share share_bound ballots_counted ballots_counted_bound
        announced_by mention_id""",
    "recognitions": "event_id election_id actor actor_country stance form start_date end_date mention_id",
}

VOTE = tell(
    "election", "After counting 97% the Electoral Board gave *Odinga* 51.9%, Ana Banda 43.2%.",
    person("Raila Odinga", "winner"), person("Ana Banda", "candidate"), day="2031-05-04", country="KEN",
    claim=said("Electoral Board", "gave"),
    figures=[share("Odinga", 51.9), share("Banda", 43.2), share("", 97, "ballots_counted", "almost")],
)  # fmt: skip
MORE = tell(
    "election", "Banda took 2.1 million *votes*, her camp said.", person("Banda", "candidate"), country="KEN",
    figures=[share("Banda", 2.1e6, "votes", "more_than", "Banda’s camp"), share("Banda", 48, claimant="Banda’s camp")],
)  # fmt: skip
CONGRATULATED = tell(
    "recognition", "Peru and others *congratulated* Odinga on his win.", state("Peru", "PER"),
    crowd("a number of countries", "actor"), person("Odinga"), date=bounded("2031-05-04/.."), mode="recognises",
    form="congratulated", country="KEN",
)  # fmt: skip
AGAIN = tell(
    "recognition", "Lima *recognised* the result.", state("Lima", "PER"), date=bounded("2031-05-04/.."),
    mode="recognises", form="recognised", country="KEN",
)  # fmt: skip
HELD = tell(
    "detention", "Police *held* 40 people in Mombasa.", body("Police", "actor"), crowd("people"),
    figures=[people(40, "at_least")], day="2031-05-05", country="KEN", place="Mombasa", latitude=-4.05, longitude=39.67,
)  # fmt: skip
THREAT = tell("protest", "Unions threatened to *march*.", realis="threatened")
RESULT = article("a", VOTE, MORE, CONGRATULATED, HELD, THREAT, published="2031-05-06", title="Vote")
OTHER = article("b", AGAIN, published="2031-05-07")
TABLES = rows(merged(RESULT, OTHER))


def test_resources_and_columns_are_those_of_the_contract_in_order():
    assert list(TABLES) == list(COLUMNS)
    for resource, columns in COLUMNS.items():
        assert TABLES[resource], resource
        for row in TABLES[resource]:
            assert list(row) == columns.split()


def test_articles():
    row = TABLES["articles"][0]
    assert row["text_sha256"] == hashlib.sha256(RESULT.article.text.encode()).hexdigest()
    assert (row["title"], row["sentences"], row["published_earliest"]) == ("Vote", 5, dt.date(2031, 5, 6))
    assert row["words"] == 38
    assert (row["publisher"], row["url"], row["published_evidence"]) == (None, None, "published 2031-05-06")


def test_mentions_stand_at_their_offsets():
    text = RESULT.article.text
    for row in TABLES["mentions"]:
        if row["article_id"] == "a":
            assert text[row["start_char"] : row["end_char"]] == row["quote"]
            assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]


def test_a_threat_is_a_mention_without_an_event():
    (row,) = [row for row in TABLES["mentions"] if row["realis"] == "threatened"]
    assert (row["event_id"], row["merge_rule"]) == (None, None)


def test_election_results():
    found = {(r["candidate"], r["announced_by"]): r for r in TABLES["election_results"]}
    assert sorted(found) == [
        ("Ana Banda", "Banda’s camp"), ("Ana Banda", "Electoral Board"), ("Raila Odinga", "Electoral Board"),
    ]  # fmt: skip
    official = found["Raila Odinga", "Electoral Board"]
    assert (official["share"], official["share_bound"], official["votes"]) == (51.9, "exact", None)
    assert (official["ballots_counted"], official["ballots_counted_bound"]) == (97, "almost")
    rival = found["Ana Banda", "Banda’s camp"]
    assert (rival["votes"], rival["votes_bound"], rival["share"], rival["ballots_counted"]) == (
        2.1e6,
        "more_than",
        48,
        None,
    )


def test_what_the_outlet_repeats_in_its_own_voice_is_no_second_row():
    told = tell("election", "Odinga *won* with 51.9%.", person("Odinga", "winner"), figures=[share("Odinga", 51.9)])
    tables = rows(merged(article("a", VOTE, told)))
    assert [r["announced_by"] for r in tables["election_results"] if r["candidate"] == "Raila Odinga"] == [
        "Electoral Board"
    ]


def test_recognitions():
    found = {row["actor"]: row for row in TABLES["recognitions"]}
    assert sorted(found) == ["Peru", "a number of countries"]
    peru = found["Peru"]
    assert (peru["actor_country"], peru["stance"], peru["form"]) == ("PER", "recognises", "congratulated")
    (election,) = [e for e in TABLES["events"] if e["event_type"] == "election"]
    assert peru["election_id"] == election["event_id"]
    assert (peru["start_date"], peru["end_date"]) == (dt.date(2031, 5, 4), None)


def test_a_recognised_state_has_no_election():
    told = tell("recognition", "Peru *recognised* the republic.", state("Peru", "PER"), day="2031-05-05",
                mode="recognises", country="KEN")  # fmt: skip
    (row,) = rows(merged(article("c", told), article("a", VOTE)))["recognitions"]
    assert row["election_id"] is None


@pytest.mark.parametrize(("day", "linked"), [("2031-04-01", False), ("2031-06-01", True)])
def test_a_decision_follows_its_election(day, linked):
    told = tell(
        "recognition", "Peru *accepted* the result.", state("Peru", "PER"), day=day, mode="recognises", country="KEN"
    )
    (row,) = rows(merged(article("c", told), article("a", VOTE)))["recognitions"]
    assert (row["election_id"] is not None) is linked


def test_the_speaker_decides_where_no_actor_is_told():
    told = tell("recognition", "It was *rejected*, Banda said.", claim=said("Banda"), mode="refuses", country="KEN")
    assert [row["actor"] for row in rows(merged(article("c", told)))["recognitions"]] == ["Banda"]


def test_participants_once_per_role_and_entity():
    twice = tell("detention", "*held*", person("Ana Lopes"), person("Lopes"), person("Ana Lopes", "actor"))
    found = rows(merged(article("c", twice)))["participants"]
    assert [(row["role"], row["name"], row["entity_id"]) for row in found] == [
        ("actor", "Ana Lopes", "per-ana-lopes"), ("target", "Ana Lopes", "per-ana-lopes"),
    ]  # fmt: skip


KINDS = st.sampled_from([VOTE, MORE, CONGRATULATED, AGAIN, HELD, THREAT])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(KINDS, max_size=6), max_size=5))
def test_keys_are_unique_and_point_somewhere(articles):
    tables = rows(merged(*[article(f"a{n}", *tells) for n, tells in enumerate(articles)]))
    keys = {
        name: [row[key] for row in tables[name]]
        for name, key in {"articles": "article_id", "events": "event_id", "mentions": "mention_id",
            "entities": "entity_id"}.items()
    }  # fmt: skip
    for values in keys.values():
        assert len(values) == len(set(values))
    for resource in tables.values():
        for row in resource:
            assert row.get("article_id") in {None, *keys["articles"]}
            assert row.get("mention_id") in {None, *keys["mentions"]}
            assert row.get("entity_id") in {None, *keys["entities"]}
            assert row.get("event_id") in {None, *keys["events"]}
            assert row.get("election_id") in {None, *keys["events"]}
    _unique(tables["participants"], "mention_id", "role", "name")
    _unique(tables["recognitions"], "event_id", "actor", "stance")
    _unique([r for r in tables["recognitions"] if r["election_id"]], "actor", "election_id", "stance")
    assert sum(row["n_mentions"] for row in tables["events"]) == sum(bool(m["event_id"]) for m in tables["mentions"])


def _unique(table, *columns):
    found = [tuple(row[column] for column in columns) for row in table]
    assert len(found) == len(set(found))


def test_mention_objects():
    held = mention_objects(RESULT)[3]
    extra = ["mode", "status", "country", "participants", "figures"]
    assert list(held) == [*COLUMNS["mentions"].split(), *extra]
    assert held["participants"][0] == {"role": "actor", "name": "Police", "country": None}
    assert (held["figures"][0]["measure"], held["figures"][0]["bound"]) == ("people", "at_least")


def test_event_objects():
    events = event_objects(merged(RESULT, OTHER))
    election = next(event for event in events if event["event_type"] == "election")
    assert list(election) == [*COLUMNS["events"].split(), "participants", "figures", "evidence"]
    assert [p["name"] for p in election["participants"]] == ["Raila Odinga", "Ana Banda"]
    assert election["evidence"][0]["quote"] == VOTE.text.replace("*", "")
    assert election["evidence"][0]["claimant"] == "Electoral Board"
