# ruff: noqa: E501
"""Tables of an invented dataset: two bursts of events six years apart, with every kind of date and status."""

from __future__ import annotations

import datetime as dt

import pandas as pd

D = dt.date

ARTICLES = [
    {
        "article_id": "a1",
        "title": "Ravelo wins second term, rivals object",
        "publisher": "The Lagoon Courier",
        "url": "https://lagoon.example/news/41",
        "published_earliest": D(2018, 5, 24),
        "published_latest": D(2018, 5, 26),
    },
    {
        "article_id": "a2",
        "title": "Minister blames gangs after the vote",
        "publisher": "Highland Wire",
        "url": "https://highland.example/?p=7",
        "published_earliest": D(2024, 7, 31),
        "published_latest": None,
    },
]

MINISTER = "Minister Tovo Rakoto"
COUNCIL = "National Vote Council"
# id, type, mode, title, start, end, edtf, precision, extent, basis, status, article, quote, claimant, outlet, date_text
EVENTS = [
    ("mdg-2018-05-20-election", "election", "", "Presidential election in Madagascar", D(2018, 5, 20), D(2018, 5, 20), "2018-05-20", "day", "during", "relative", "reported", "a1", "On Sunday Hery Ravelo was elected again with 5.8 million votes (about 68%), according to the National Vote Council.", COUNCIL, "", "On Sunday"),
    ("mdg-2018-refuse-opposition", "recognition", "refuses", "The opposition refuses to recognise the result", D(2018, 5, 20), D(2018, 5, 26), "2018-05-20/2018-05-26", "interval", "within", "bounded", "reported", "a1", "The opposition did not recognise the result and spoke of irregularities.", "", "", ""),
    ("mdg-2018-refuse-several", "recognition", "refuses", "Several countries and international organisations refuse to recognise the result", D(2018, 5, 20), D(2018, 5, 26), "2018-05-20/2018-05-26", "interval", "within", "bounded", "reported", "a1", "Several countries and international organisations refused to recognise it too.", "", "", ""),
    ("mdg-2018-inauguration", "inauguration", "", "Inauguration of Hery Ravelo", D(2018, 5, 20), D(2018, 5, 26), "2018-05-20/2018-05-26", "interval", "within", "bounded", "reported", "a1", "Ravelo spoke during the inauguration ceremony of his new term.", "", "", ""),
    ("mdg-2018-coup", "coup", "", "Foreign officials accused of planning a military coup in Madagascar", None, None, "", "unknown", "during", "unknown", "alleged", "a1", "President Hery Ravelo said that foreign officials plan a military coup.", "Hery Ravelo", "Island TV", ""),
    ("mdg-2018-release", "release", "", "Release of political prisoners proposed to the assembly", None, None, "", "unknown", "during", "unknown", "planned", "a1", "Ravelo proposed to the assembly that political prisoners be released.", "Hery Ravelo", "", ""),
    ("mdg-2024-07-28-election", "election", "", "Presidential election in Madagascar", D(2024, 7, 28), D(2024, 7, 28), "2024-07-28", "day", "during", "inferred", "reported", "a2", "After processing almost 97% of ballots the National Vote Council said that 51.95% voted for Hery Ravelo.", COUNCIL, "", "July 28"),
    ("mdg-2024-07-28-refuse", "recognition", "refuses", "The team of Solo Andria will not concede defeat", D(2024, 7, 28), D(2024, 7, 28), "2024-07-28", "day", "during", "anchored", "reported", "a2", "Voahangy Razafy said on the day of the vote that Andria's team was not going to concede.", "Voahangy Razafy", "", "on the day of the vote"),
    ("mdg-2024-07-29-protest", "protest", "riot", "Protests and riots in Antananarivo", D(2024, 7, 29), D(2024, 7, 29), "2024-07-29", "day", "during", "anchored", "reported", "a2", "The next day, protests and riots broke out in the capital.", "", "", "The next day"),
    ("mdg-2024-07-29-detention", "detention", "", "More than 2,200 rioters detained", D(2024, 7, 29), None, "2024-07-29/..", "interval", "during", "bounded", "reported", "a2", "According to the authorities, more than 2,200 rioters were held.", "the authorities of Madagascar", "", ""),
    ("mdg-2024-security", "security", "order restored", "Order restored in Antananarivo and other cities", D(2024, 7, 29), D(2024, 7, 31), "2024-07-29/2024-07-31", "interval", "within", "anchored", "reported", "a2", "Order was restored within 48 hours.", "", "", "within 48 hours"),
    ("mdg-2024-congratulate", "recognition", "recognises", "Kenya, Comoros, Mauritius, Seychelles, Tanzania, India and China congratulate Hery Ravelo", D(2024, 7, 28), None, "2024-07-28/..", "interval", "within", "bounded", "reported", "a2", "Kenya, Comoros, Mauritius, Seychelles, Tanzania, India and China have congratulated Ravelo.", "", "", ""),
    ("mdg-2024-refuse-many", "recognition", "refuses", "A number of countries, including Norway, Iceland and Japan, refuse to recognise the re-election of Hery Ravelo", D(2024, 7, 28), None, "2024-07-28/..", "interval", "within", "bounded", "reported", "a2", "A number of countries, including Norway, Iceland, the Dominican Republic and Japan, refused to recognise the re-election.", "", "", ""),
    ("mdg-2024-recall", "diplomacy", "recall", "Madagascar announces the recall of its diplomats from seven countries", D(2024, 7, 28), None, "2024-07-28/..", "interval", "within", "bounded", "planned", "a2", "The Foreign Ministry announced a move to recall its diplomats from these countries.", "the Foreign Ministry", "", ""),
    ("mdg-2024-cyber", "cyberattack", "", "Cyberattacks on institutions of Madagascar", D(2024, 7, 28), None, "2024-07-28/..", "interval", "within", "bounded", "reported", "a2", "Massive cyberattacks were launched, at least 25 million on one site.", MINISTER, "Island TV", ""),
    ("mdg-2024-coup", "coup", "", "The opposition and the Night Riders gang accused of attempting a coup in Madagascar", None, None, "", "unknown", "during", "unknown", "alleged", "a2", "The opposition hired the Night Riders for a coup, Minister Tovo Rakoto said.", MINISTER, "Island TV", ""),
    ("mdg-xxxx-vote", "election", "", "Regional vote", None, None, "XXXX-03-09", "partial", "during", "unknown", "denied", "a2", "There was no regional vote on March 9, the council said.", COUNCIL, "", "March 9"),
]  # fmt: skip

EVENT_COLUMNS = (
    "event_id", "event_type", "mode", "title", "start_date", "end_date", "date_edtf", "date_precision", "date_extent",
    "date_basis", "status",
)  # fmt: skip


def tables(events: list[tuple[object, ...]] | None = None) -> dict[str, pd.DataFrame]:
    """The resources that charts read, with one mention for each event."""
    rows = EVENTS if events is None else events
    described = [dict(zip(EVENT_COLUMNS, row[:11], strict=True)) for row in rows]
    for one in described:
        one |= {"country": "MDG", "place": "", "n_articles": 1, "n_mentions": 1}
    mentions = [
        {
            "mention_id": f"m-{row[0]}",
            "event_id": row[0],
            "article_id": row[11],
            "quote": row[12],
            "claimant": row[13] or None,
            "outlet": row[14] or None,
            "claim_date": None,
            "date_text": row[15] or None,
            "date_anchor": None,
        }
        for row in rows
    ]
    known = {row[0] for row in rows}
    results = [row for row in RESULTS if row["event_id"] in known]
    decisions = [row for row in _decisions() if row["event_id"] in known]
    return {
        "articles": pd.DataFrame(ARTICLES),
        "events": pd.DataFrame(described, columns=[*EVENT_COLUMNS, "country", "place", "n_articles", "n_mentions"]),
        "mentions": pd.DataFrame(mentions, columns=MENTION_COLUMNS),
        "election_results": pd.DataFrame(results, columns=RESULT_COLUMNS),
        "recognitions": pd.DataFrame(decisions, columns=RECOGNITION_COLUMNS),
        "figures": pd.DataFrame([row for row in FIGURES if row["event_id"] in known], columns=list(FIGURES[0])),
        "participants": pd.DataFrame(_participants(), columns=["mention_id", "event_id", "entity_id", "role", "name"]),
    }


MENTION_COLUMNS = [
    "mention_id", "event_id", "article_id", "quote", "claimant", "outlet", "claim_date", "date_text", "date_anchor",
]  # fmt: skip
RESULT_COLUMNS = [
    "event_id", "candidate", "votes", "votes_bound", "share", "share_bound", "ballots_counted", "ballots_counted_bound",
    "announced_by", "mention_id",
]  # fmt: skip
RECOGNITION_COLUMNS = [
    "event_id", "election_id", "actor", "actor_country", "stance", "form", "start_date", "end_date", "mention_id",
]  # fmt: skip

V18, V24 = "mdg-2018-05-20-election", "mdg-2024-07-28-election"
RESULTS = [
    dict(zip(RESULT_COLUMNS, row, strict=True))
    for row in (
        (V18, "Hery Ravelo", 5_800_000.0, "exact", 68.0, "about", None, None, COUNCIL, f"m-{V18}"),
        (V18, "Joro Falisoa", 1_800_000.0, "more_than", None, None, None, None, COUNCIL, f"m-{V18}"),
        (V18, "Fidy Berthe", 952_000.0, "exact", None, None, None, None, COUNCIL, f"m-{V18}"),
        (V24, "Hery Ravelo", None, None, 51.95, "exact", 97.0, "almost", COUNCIL, f"m-{V24}"),
        (V24, "Solo Andria", None, None, 43.18, "exact", 97.0, "almost", COUNCIL, f"m-{V24}"),
    )
]
FIGURES = [
    {
        "mention_id": f"m-{V18}",
        "event_id": V18,
        "measure": "turnout",
        "value": 46.0,
        "bound": "about",
        "unit": "percent",
    },
]
NAMED = (
    ("mdg-2024-congratulate", "recognises", "congratulated", V24, "Kenya KEN|Comoros COM|Mauritius MUS|Seychelles SYC|Tanzania TZA|India IND|China CHN"),
    ("mdg-2024-refuse-many", "refuses", "refused", V24, "Norway NOR|Iceland ISL|Dominican Republic DOM|Japan JPN|Peru PER|Uruguay URY|Chile CHL|a number of countries "),
    ("mdg-2024-07-28-refuse", "refuses", "did_not_concede", V24, "Voahangy Razafy MDG"),
    ("mdg-2018-refuse-opposition", "refuses", "refused", V18, "the opposition MDG"),
    ("mdg-2018-refuse-several", "refuses", "refused", V18, "several countries |international organisations "),
)  # fmt: skip
UNNAMED = ("a number of countries", "the opposition", "several countries", "international organisations")


def _decisions() -> list[dict[str, object]]:
    out = []
    for event, stance, form, election, actors in NAMED:
        for actor in actors.split("|"):
            name, code = actor.rsplit(" ", 1)
            row = (event, election, name, code or None, stance, form, None, None, f"m-{event}")
            out.append(dict(zip(RECOGNITION_COLUMNS, row, strict=True)))
    return out


def _participants() -> list[dict[str, object]]:
    return [
        {
            "mention_id": row["mention_id"],
            "event_id": row["event_id"],
            "entity_id": None if row["actor"] in UNNAMED else str(row["actor"]).lower(),
            "role": "actor",
            "name": row["actor"],
        }
        for row in _decisions()
    ]
