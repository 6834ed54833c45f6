# ruff: noqa: E501 - SQL
"""A generated package of any size, made column by column: so many events, half as many mentions again, all eight tables.

Everything in it is invented, differs from row to row and keeps every rule, so that validating it does all the work.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.package.published import publish
from timeline.package.schema import all_resources
from timeline.package.tables import Tables, arrow_schema, sort_table

# Every fourth event has one mention more than two; n is the number of the event, k that of the mention in its event.
_EVENTS = """
CREATE TABLE base AS
SELECT n, printf('AAA-%07d', n) AS event_id, n % 2 AS more, n // 4 AS article,
       (['protest', 'detention', 'election', 'recognition', 'sanction', 'security', 'diplomacy', 'statement'])[n % 8 + 1]
         AS event_type,
       DATE '1990-01-01' + CAST(n * 7919 % 12000 AS INTEGER) AS day, n % 10 AS form
FROM range({count}) AS r(n);
CREATE TABLE dated AS
SELECT *, CASE WHEN form < 6 THEN strftime(day, '%Y-%m-%d') WHEN form = 6 THEN strftime(day, '%Y-%m')
               WHEN form = 7 THEN strftime(day, '%Y-%m-%d/..') WHEN form = 8 THEN strftime(day, 'XXXX-%m-%d') END AS date_edtf,
       CASE WHEN form < 6 OR form = 7 THEN day WHEN form = 6 THEN date_trunc('month', day)::DATE END AS start_date,
       CASE WHEN form < 6 THEN day WHEN form = 6 THEN last_day(day) END AS end_date,
       CASE WHEN form < 6 THEN 'day' WHEN form = 6 THEN 'month' WHEN form = 7 THEN 'interval' WHEN form = 8 THEN 'partial'
            ELSE 'unknown' END AS date_precision
FROM base;
CREATE TABLE told AS
SELECT d.*, k, printf('article-%06d-%d-%d', article, n % 4, k) AS mention_id, printf('article-%06d', article) AS article_id,
       printf('Witness %d told the reporter that the crowd of about %d had gathered in district %d before noon, police said.',
              n * 3 + k, 100 + n % 900, n % 977) AS quote, (n % 4) * 400 + k * 200 AS start_char
FROM dated AS d, LATERAL range(1 + more) AS m(k);
"""
_TABLES = {
    "articles": """
SELECT printf('article-%06d', a) AS article_id, printf('Report number %d', a) AS title, printf('Paper %d', a % 500) AS publisher,
       printf('https://news.example/%d', a) AS url, 'en' AS "language", strftime(day, '%Y-%m-%d') AS published,
       day AS published_earliest, day AS published_latest, 'stated' AS published_basis, 'front matter' AS published_evidence,
       printf('%d.txt', a) AS "path", sha256(a::VARCHAR) AS text_sha256, 300 + a % 700 AS words, 12 + a % 30 AS sentences
FROM (SELECT a, DATE '1990-01-01' + CAST(a * 31 % 12500 AS INTEGER) AS day FROM range(({count} + 3) // 4) AS r(a))""",
    "events": """
SELECT event_id, event_type, NULL AS mode, printf('%s number %d in a town', event_type, n) AS title, date_edtf, start_date,
       end_date, date_precision, 'within' AS date_extent, 'stated' AS date_basis, 'reported' AS status, 'AAA' AS country,
       printf('Town %d', n % 4000) AS place, n % 90 + 0.5 AS latitude, n % 180 + 0.25 AS longitude, NULL AS plover,
       NULL AS cameo, NULL AS acled, 1 AS n_articles, 1 + more AS n_mentions FROM dated""",
    "mentions": """
SELECT mention_id, event_id, article_id, event_type, n % 4 * 2 + k AS sentence, start_char,
       start_char + length(quote) AS end_char, quote, 'told' AS trigger, start_char + position('told' IN quote) - 1 AS trigger_start,
       start_char + position('told' IN quote) + 3 AS trigger_end, event_type || ':told' AS rule, 'actual' AS realis,
       CASE WHEN n % 3 = 0 THEN 'police' END AS claimant, CASE WHEN n % 3 = 0 THEN 'said' END AS claim_cue,
       CASE WHEN n % 5 = 0 THEN strftime(day, '%Y-%m-%d') END AS claim_date, NULL AS outlet, 'before noon' AS date_text,
       strftime(day, '%Y-%m-%d') AS date_value, 'day' AS date_rule, NULL AS date_anchor, NULL AS date_alternatives,
       'same day and country' AS merge_rule FROM told""",
    "entities": """
SELECT printf('person-%06d', e) AS entity_id, printf('Person Number %d', e) AS name, 'person' AS kind, 'AAA' AS country,
       NULL AS aliases FROM range(least(({count} + 19) // 20, {count})) AS r(e)""",
    "participants": """
SELECT mention_id, event_id, printf('person-%06d', n % (({count} + 19) // 20)) AS entity_id, 'actor' AS role,
       printf('Person Number %d', n % (({count} + 19) // 20)) AS name, 'AAA' AS country FROM told""",
    "figures": """
SELECT mention_id, event_id, 'people' AS measure, 100.0 + n % 900 AS value, NULL AS low, NULL AS high, 'about' AS bound,
       NULL AS unit, 'crowd' AS subject, printf('about %d', 100 + n % 900) AS as_written, NULL AS claimant
FROM told WHERE n % 3 = 0""",
    "election_results": """
SELECT event_id, printf('Candidate %d', n) AS candidate, 1000.0 + n AS votes, 'exact' AS votes_bound, 51.5 AS share,
       'about' AS share_bound, NULL AS ballots_counted, NULL AS ballots_counted_bound, 'board' AS announced_by, mention_id
FROM told WHERE event_type = 'election' AND k = 0""",
    "recognitions": """
SELECT event_id, printf('AAA-%07d', n - 1) AS election_id, printf('State %d', n) AS actor, NULL AS actor_country,
       'recognises' AS stance, 'congratulated' AS form, start_date, end_date, mention_id
FROM told WHERE event_type = 'recognition' AND k = 0""",
}


def generated(count: int) -> Tables:
    """The tables of ``count`` events (none is fine)."""
    with duckdb.connect() as connection:
        connection.execute(_EVENTS.replace("{count}", str(count)))
        found = {
            name: connection.sql(sql.replace("{count}", str(count))).to_arrow_table() for name, sql in _TABLES.items()
        }
    return {each.name: sort_table(each, found[each.name].cast(arrow_schema(each))) for each in all_resources()}


def publish_generated(count: int, folder: Path) -> dict[str, int]:
    """Write the package; return how many rows each of its tables has."""
    tables = generated(count)
    publish(tables, folder)
    return {name: table.num_rows for name, table in tables.items()}
