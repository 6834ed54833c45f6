"""A small invented dataset over six years that uses every resource: places are real, people and happenings are not."""

from __future__ import annotations

import datetime as dt
import hashlib

from timeline.models import Rows

Row = dict[str, object]

ARTICLES: dict[str, tuple[Row, list[str]]] = {
    "harbour-post-2017-06-12": (
        {"title": "Valtar wins in Tallinn", "publisher": "Harbour Post", "published": "2017-06-12", "basis": "stated"},
        [
            "Valtar wins in Tallinn.",
            "Estonians went to the polls on Sunday, and the electoral board said Maarja Valtar had taken 51.95 percent"
            " with almost 97 percent of ballots counted.",
            "Her rival Peep Lõhmus received 412,000 votes, about 43.2 percent.",
            "Finland and Latvia congratulated Valtar the same evening.",
            "Malta refused to recognise the outcome.",
            "She is to be sworn in on 1 August.",
        ],
    ),
    "north-wire-2017-06-14": (
        {"title": "Night of anger", "publisher": "North Wire", "published": "2017-06-14", "basis": "dateline"},
        [
            "Night of anger.",
            "The day after the vote, riots broke out in the old town of Tallinn.",
            "Police said more than 340 rioters were detained.",
            "According to organisers, at least 500 people were held.",
            "Order was restored in Tallinn within 48 hours.",
            "Opposition lawmakers warned that they would block the parliament if the count went on.",
        ],
    ),
    "island-herald-2018-11": (
        {"title": "What we know of the plot", "publisher": "Island Herald", "published": "2018-11", "basis": "address"},
        [
            "What we know of the plot.",
            'Justice minister Una Skarð said that "retired officers planned a coup" with money from abroad.',
            "Hackers had brought down the land registry earlier in November.",
            "The foreign ministry announced that it would recall its envoy from Valletta.",
        ],
    ),
    "baltic-review-2019-spring": (
        {"title": "A year of sanctions", "publisher": "Baltic Review", "basis": "inferred"},
        [
            "A year of sanctions.",
            "In 2018 Norway froze the assets of eleven shipping companies.",
            "Curfew has been in force in Narva since 3 March 2019.",
            "Rumours of a second arrest of Lõhmus were false, his lawyer said.",
        ],
    ),
    "letters-page": (
        {"title": "Remember 28 July", "publisher": "Letters", "basis": "unknown"},
        [
            "Remember 28 July.",
            "On 28 July thousands marched through Reykjavík.",
            "Some of the marchers were arrested later.",
        ],
    ),
    "harbour-post-2023-02-03": (
        {"title": "Freed at last", "publisher": "Harbour Post", "published": "2023-02-03", "basis": "stated"},
        [
            "Freed at last.",
            "The journalist Ants Kivi was released in Riga on Thursday after four years.",
            "Prime minister Ilze Bērziņa accused the security service of having lied to parliament.",
            "Valtar was sworn in on 1 August 2017.",
        ],
    ),
}

#           event_id                              type            title                              edtf
#           start, end, precision, extent, basis, status, country, place, coordinates, mode
EVENTS: list[tuple[object, ...]] = [
    ("EST-2017-06-11-election-1a2b", "election", "Election in Estonia", "2017-06-11",
     "2017-06-11", "2017-06-11", "day", "during", "relative", "reported", "EST", None, None, None),
    ("EST-2017-06-12-protest-77c0", "protest", "Riot in Tallinn, Estonia", "2017-06-12",
     "2017-06-12", "2017-06-12", "day", "during", "anchored", "reported", "EST", "Tallinn", (59.437, 24.7535), "riot"),
    ("EST-2017-06-12-detention-0f3e", "detention", "More than 340 detained in Estonia", "2017-06-12/..",
     "2017-06-12", None, "interval", "within", "bounded", "reported", "EST", None, None, None),
    ("EST-2017-06-12-security-5d1d", "security", "Order restored in Tallinn, Estonia", "2017-06-12/2017-06-14",
     "2017-06-12", "2017-06-14", "interval", "within", "anchored", "reported", "EST", "Tallinn",
     (59.437, 24.7535), None),
    ("EST-2017-06-11-recognition-c001", "recognition", "Finland and Latvia recognise the result", "2017-06-11",
     "2017-06-11", "2017-06-11", "day", "during", "anchored", "reported", "EST", None, None, "recognises"),
    ("EST-2017-06-11-recognition-c002", "recognition", "Malta refuses the result", "2017-06-11/2017-06-12",
     "2017-06-11", "2017-06-12", "interval", "within", "bounded", "reported", "EST", None, None, "refuses"),
    ("EST-2017-08-01-inauguration-9e9e", "inauguration", "Maarja Valtar takes office", "2017-08-01",
     "2017-08-01", "2017-08-01", "day", "during", "stated", "reported", "EST", None, None, None),
    ("ISL-undated-coup-3b3b", "coup", "Alleged plot in Iceland", None,
     None, None, "unknown", "within", "unknown", "alleged", "ISL", None, None, None),
    ("ISL-2018-11-cyberattack-44aa", "cyberattack", "Attack on the land registry of Iceland", "2018-11",
     "2018-11-01", "2018-11-30", "month", "within", "stated", "reported", "ISL", None, None, None),
    ("ISL-2018-11-diplomacy-6c6c", "diplomacy", "Iceland to recall its envoy from Malta", "2018-11-01/..",
     "2018-11-01", None, "interval", "within", "bounded", "planned", "ISL", "Valletta", (35.8997, 14.5147), "recall"),
    ("NOR-2018-sanction-8f8f", "sanction", "Norway freezes assets of shipping companies", "2018",
     "2018-01-01", "2018-12-31", "year", "within", "stated", "reported", "NOR", None, None, None),
    ("EST-2019-03-03-security-1c1c", "security", "Curfew in Narva, Estonia", "2019-03-03/..",
     "2019-03-03", None, "interval", "during", "stated", "reported", "EST", "Narva", (59.3772, 28.1903), "curfew"),
    ("EST-undated-detention-d0d0", "detention", "Arrest of Peep Lõhmus denied", None,
     None, None, "unknown", "within", "unknown", "denied", "EST", None, None, None),
    ("ISL-XXXX-07-28-protest-e5e5", "protest", "Protest in Reykjavík, Iceland", "XXXX-07-28",
     None, None, "partial", "during", "stated", "reported", "ISL", "Reykjavík", (64.1355, -21.8954), None),
    ("LVA-2023-02-02-release-2d2d", "release", "Release of Ants Kivi in Riga, Latvia", "2023-02-02",
     "2023-02-02", "2023-02-02", "day", "during", "relative", "reported", "LVA", "Riga", (56.946, 24.10589), None),
    ("LVA-2023-02-statement-7a7a", "statement", "Ilze Bērziņa accuses the security service", "2023-02-03~",
     "2023-02-03", "2023-02-03", "day", "within", "bounded", "reported", "LVA", None, None, None),
]  # fmt: skip

_POST, _WIRE, _HERALD = "harbour-post-2017-06-12", "north-wire-2017-06-14", "island-herald-2018-11"
_REVIEW, _LETTERS, _FREED = "baltic-review-2019-spring", "letters-page", "harbour-post-2023-02-03"

#            article, sentence, trigger, event (or type), realis, more columns
MENTIONS: list[tuple[str, int, str, str, str, Row]] = [
    (_POST, 1, "went to the polls", "EST-2017-06-11-election-1a2b", "actual",
     {"claimant": "electoral board", "claim_cue": "said", "date_text": "on Sunday", "date_value": "2017-06-11",
      "date_rule": "weekday", "date_anchor": "published 2017-06-12", "date_alternatives": "2017-06-04"}),
    (_POST, 2, "votes", "EST-2017-06-11-election-1a2b", "actual", {}),
    (_POST, 3, "congratulated", "EST-2017-06-11-recognition-c001", "actual", {"date_text": "the same evening"}),
    (_POST, 4, "refused", "EST-2017-06-11-recognition-c002", "actual", {}),
    (_POST, 5, "sworn in", "EST-2017-08-01-inauguration-9e9e", "planned", {"date_text": "on 1 August"}),
    (_WIRE, 1, "riots", "EST-2017-06-12-protest-77c0", "actual", {"date_text": "The day after the vote"}),
    (_WIRE, 2, "detained", "EST-2017-06-12-detention-0f3e", "actual", {"claimant": "Police", "claim_cue": "said"}),
    (_WIRE, 3, "held", "EST-2017-06-12-detention-0f3e", "actual",
     {"claimant": "organisers", "claim_cue": "According to"}),
    (_WIRE, 4, "restored", "EST-2017-06-12-security-5d1d", "actual", {"date_text": "within 48 hours"}),
    (_WIRE, 5, "block", "protest", "threatened", {"claimant": "Opposition lawmakers", "claim_cue": "warned"}),
    (_HERALD, 1, "coup", "ISL-undated-coup-3b3b", "actual",
     {"claimant": "Una Skarð", "claim_cue": "said", "claim_date": "2018-11", "outlet": "Island Radio"}),
    (_HERALD, 2, "brought down", "ISL-2018-11-cyberattack-44aa", "actual", {"date_text": "earlier in November"}),
    (_HERALD, 3, "recall", "ISL-2018-11-diplomacy-6c6c", "planned", {"claimant": "foreign ministry"}),
    (_REVIEW, 1, "froze", "NOR-2018-sanction-8f8f", "historical", {"date_text": "In 2018", "date_value": "2018"}),
    (_REVIEW, 2, "Curfew", "EST-2019-03-03-security-1c1c", "actual", {"date_text": "since 3 March 2019"}),
    (_REVIEW, 3, "arrest", "EST-undated-detention-d0d0", "denied", {"claimant": "lawyer", "claim_cue": "said"}),
    (_LETTERS, 1, "marched", "ISL-XXXX-07-28-protest-e5e5", "actual",
     {"date_text": "On 28 July", "date_value": "XXXX-07-28"}),
    (_LETTERS, 2, "arrested", "detention", "generic", {}),
    (_FREED, 1, "released", "LVA-2023-02-02-release-2d2d", "actual", {"date_text": "on Thursday"}),
    (_FREED, 2, "accused", "LVA-2023-02-statement-7a7a", "actual", {"claimant": "Ilze Bērziņa"}),
    (_FREED, 3, "sworn in", "EST-2017-08-01-inauguration-9e9e", "historical", {"date_text": "on 1 August 2017"}),
]  # fmt: skip

ENTITIES: list[tuple[str, str, str, str | None, str | None]] = [
    ("person-maarja-valtar", "Maarja Valtar", "person", "EST", "Valtar"),
    ("person-peep-lohmus", "Peep Lõhmus", "person", "EST", "Lõhmus"),
    ("person-ants-kivi", "Ants Kivi", "person", None, None),
    ("person-ilze-berzina", "Ilze Bērziņa", "person", "LVA", None),
    ("country-finland", "Finland", "country", "FIN", "Suomi; Republic of Finland"),
    ("country-latvia", "Latvia", "country", "LVA", None),
    ("country-malta", "Malta", "country", "MLT", "Valletta"),
    ("country-norway", "Norway", "country", "NOR", None),
    ("organisation-ministry-iceland", "foreign ministry", "organisation", "ISL", None),
]

#                mention (article, sentence), role, name, entity, country
PARTICIPANTS: list[tuple[str, int, str, str, str | None, str | None]] = [
    (_POST, 1, "winner", "Maarja Valtar", "person-maarja-valtar", "EST"),
    (_POST, 1, "candidate", "Maarja Valtar", "person-maarja-valtar", "EST"),
    (_POST, 2, "candidate", "Peep Lõhmus", "person-peep-lohmus", "EST"),
    (_POST, 3, "actor", "Finland", "country-finland", "FIN"),
    (_POST, 3, "actor", "Latvia", "country-latvia", "LVA"),
    (_POST, 3, "target", "Maarja Valtar", "person-maarja-valtar", "EST"),
    (_POST, 4, "actor", "Malta", "country-malta", "MLT"),
    (_POST, 5, "actor", "Maarja Valtar", "person-maarja-valtar", "EST"),
    (_WIRE, 1, "actor", "rioters", None, None),
    (_WIRE, 2, "actor", "Police", None, "EST"),
    (_WIRE, 2, "target", "rioters", None, None),
    (_WIRE, 3, "target", "people", None, None),
    (_WIRE, 5, "actor", "Opposition lawmakers", None, None),
    (_HERALD, 1, "actor", "retired officers", None, None),
    (_HERALD, 2, "actor", "Hackers", None, None),
    (_HERALD, 2, "target", "land registry", None, "ISL"),
    (_HERALD, 3, "actor", "foreign ministry", "organisation-ministry-iceland", "ISL"),
    (_HERALD, 3, "target", "Valletta", "country-malta", "MLT"),
    (_REVIEW, 1, "actor", "Norway", "country-norway", "NOR"),
    (_REVIEW, 1, "target", "eleven shipping companies", None, None),
    (_REVIEW, 3, "target", "Peep Lõhmus", "person-peep-lohmus", "EST"),
    (_LETTERS, 1, "actor", "thousands", None, None),
    (_FREED, 1, "target", "Ants Kivi", "person-ants-kivi", None),
    (_FREED, 2, "actor", "Ilze Bērziņa", "person-ilze-berzina", "LVA"),
    (_FREED, 3, "actor", "Maarja Valtar", "person-maarja-valtar", "EST"),
]

#           mention, measure, value, low, high, bound, unit, subject, as_written, claimant
FIGURES: list[tuple[object, ...]] = [
    (_POST, 1, "vote_share", 51.95, 51.95, 51.95, "exact", "percent", "Maarja Valtar", "51.95 percent",
     "electoral board"),
    (_POST, 1, "ballots_counted", 97, None, 97, "almost", "percent", None, "almost 97 percent", "electoral board"),
    (_POST, 2, "votes", 412000, 412000, 412000, "exact", None, "Peep Lõhmus", "412,000 votes", None),
    (_POST, 2, "vote_share", 43.2, None, None, "about", "percent", "Peep Lõhmus", "about 43.2 percent", None),
    (_WIRE, 2, "people", 340, 340, None, "more_than", None, "rioters", "more than 340", "Police"),
    (_WIRE, 3, "people", 500, 500, None, "at_least", None, "people", "at least 500", "organisers"),
    (_REVIEW, 1, "other", 11, 11, 11, "exact", "companies", None, "eleven", None),
]  # fmt: skip


def fixture_rows() -> Rows:
    """Return fresh rows of the dataset, every resource filled, that keep every rule."""
    mentions = [_mention(*each) for each in MENTIONS]
    by_place = {(str(m["article_id"]), m["sentence"]): m for m in mentions}
    return {
        "articles": [_article(article_id) for article_id in ARTICLES],
        "events": [_event(each, mentions) for each in EVENTS],
        "mentions": mentions,
        "entities": [{"entity_id": i, "name": n, "kind": k, "country": c, "aliases": a} for i, n, k, c, a in ENTITIES],
        "participants": [
            _of(by_place[a, s]) | {"entity_id": e, "role": r, "name": n, "country": c}
            for a, s, r, n, e, c in PARTICIPANTS
        ],
        "figures": [_figure(by_place[each[0], each[1]], each[2:]) for each in FIGURES],  # type: ignore[index]
        "election_results": _results(by_place),
        "recognitions": _recognitions(by_place),
    }


def _article(article_id: str) -> Row:
    known, sentences = ARTICLES[article_id]
    text = " ".join(sentences)
    windows = {
        _POST: ("2017-06-12", "2017-06-12"), _WIRE: ("2017-06-14", "2017-06-14"),
        _HERALD: ("2018-11-01", "2018-11-30"), _REVIEW: ("2019-03-03", None), _FREED: ("2023-02-03", "2023-02-03"),
    }  # fmt: skip
    earliest, latest = windows.get(article_id, (None, None))
    return {
        "article_id": article_id, "title": known["title"], "publisher": known["publisher"],
        "url": f"https://news.example/{article_id}", "language": "en", "published": known.get("published"),
        "published_earliest": _day(earliest), "published_latest": _day(latest), "published_basis": known["basis"],
        "published_evidence": None if known["basis"] == "unknown" else f"{known['basis']}: see the text",
        "path": f"{article_id}.txt", "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "words": len(text.split()), "sentences": len(sentences),
    }  # fmt: skip


def _event(values: tuple[object, ...], mentions: list[Row]) -> Row:
    event_id, event_type, title, edtf, start, end, precision, extent, basis, status, country, place, at, mode = values
    mine = [m for m in mentions if m["event_id"] == event_id]
    latitude, longitude = at if isinstance(at, tuple) else (None, None)
    plover = {"protest": "PROTEST", "detention": "COERCE", "sanction": "SANCTION"}.get(str(event_type))
    return {
        "event_id": event_id, "event_type": event_type, "mode": mode, "title": title, "date_edtf": edtf,
        "start_date": _day(start), "end_date": _day(end), "date_precision": precision, "date_extent": extent,
        "date_basis": basis, "status": status, "country": country, "place": place, "latitude": latitude,
        "longitude": longitude, "plover": plover, "cameo": None, "acled": None,
        "n_articles": len({m["article_id"] for m in mine}), "n_mentions": len(mine),
    }  # fmt: skip


def _mention(article_id: str, sentence: int, trigger: str, event: str, realis: str, more: Row) -> Row:
    sentences = ARTICLES[article_id][1]
    start = sum(len(each) + 1 for each in sentences[:sentence])
    quote = sentences[sentence]
    event_id = event if "-" in event else None
    event_type = next((str(e[1]) for e in EVENTS if e[0] == event), event)
    absent = dict.fromkeys(
        ("claimant", "claim_cue", "claim_date", "outlet", "date_text", "date_value", "date_rule", "date_anchor",
         "date_alternatives")
    )  # fmt: skip
    return {
        "mention_id": f"{article_id}-{sentence}-{event_type}", "event_id": event_id, "article_id": article_id,
        "event_type": event_type, "sentence": sentence, "start_char": start, "end_char": start + len(quote),
        "quote": quote, "trigger": trigger, "trigger_start": start + quote.index(trigger),
        "trigger_end": start + quote.index(trigger) + len(trigger), "rule": f"{event_type}:{trigger.split()[0]}",
        "realis": realis, **absent, **more, "merge_rule": "first" if event_id else None,
    }  # fmt: skip


def _figure(mention: Row, values: tuple[object, ...]) -> Row:
    names = ("measure", "value", "low", "high", "bound", "unit", "subject", "as_written", "claimant")
    return _of(mention) | dict(zip(names, values, strict=True))


def _results(by_place: dict[tuple[str, object], Row]) -> list[Row]:
    columns = ("candidate", "votes", "votes_bound", "share", "share_bound", "ballots_counted", "ballots_counted_bound")
    cells = [
        ("Maarja Valtar", None, None, 51.95, "exact", 97, "almost"),
        ("Peep Lõhmus", 412000, "exact", 43.2, "about", 97, "almost"),
    ]
    return [
        _of(by_place[_POST, n]) | dict(zip(columns, each, strict=True)) | {"announced_by": "electoral board"}
        for n, each in enumerate(cells, 1)
    ]


def _recognitions(by_place: dict[tuple[str, object], Row]) -> list[Row]:
    day = dt.date(2017, 6, 11)
    cells = [
        (3, "Finland", "FIN", "recognises", "congratulated", day, day),
        (3, "Latvia", "LVA", "recognises", "congratulated", day, day),
        (4, "Malta", "MLT", "refuses", "refused", day, dt.date(2017, 6, 12)),
    ]
    columns = ("actor", "actor_country", "stance", "form", "start_date", "end_date")
    return [
        _of(by_place[_POST, n]) | {"election_id": EVENTS[0][0]} | dict(zip(columns, each, strict=True))
        for n, *each in cells
    ]


def _of(mention: Row) -> Row:
    return {"mention_id": mention["mention_id"], "event_id": mention["event_id"]}


def _day(text: object) -> dt.date | None:
    return dt.date.fromisoformat(text) if isinstance(text, str) else None
