"""Made-up events in any number, of every kind of date and status; the same ones for the same seed."""

from __future__ import annotations

import datetime as dt
import random

import pandas as pd

from tests.charts.fixture import MENTION_COLUMNS, RECOGNITION_COLUMNS, RESULT_COLUMNS, tables

TYPES = (
    "election", "protest", "coup", "detention", "release", "recognition", "security", "cyberattack", "diplomacy",
    "sanction", "statement", "inauguration",
)  # fmt: skip
STATUSES = ("reported", "reported", "reported", "alleged", "planned", "attempted", "denied")
CLAIMANTS = ("The ministry of the interior", "Ana Sol", "Port police", "the Observers' Union of the Northern Isles", "")
COUNTRIES = "KEN COM MUS SYC TZA IND CHN NOR ISL JPN PER URY CHL FRA DEU ITA ESP USA CAN MEX BRA ARG AUS NZL".split()
_DAY = dt.timedelta(days=1)


def many(n: int, years: int = 10, seed: int = 1) -> list[tuple[object, ...]]:
    """Rows like those of the fixture."""
    draw = random.Random(seed)
    return [_row(at, years, draw) for at in range(n)]


def one_day(n: int) -> list[tuple[object, ...]]:
    """Events that all lie on one single day, with titles short and long."""
    day = dt.date(2031, 5, 4)
    return [
        (*row[:3], "Vote" if at % 3 else row[3], day, day, f"{day}", "day", "during", *row[9:])
        for at, row in enumerate(many(n, seed=5))
    ]


def crowded(events: list[tuple[object, ...]], seed: int = 2) -> dict[str, pd.DataFrame]:
    """Tables in which every event has several sources, and many have figures, results or decisions."""
    draw = random.Random(seed)
    data = tables(events)
    mentions, figures, results, decisions = [], [], [], []
    for at, row in enumerate(events):
        event, kind = str(row[0]), str(row[1])
        for nth in range(draw.randrange(1, 5)):
            mention = f"m-{event}" if nth == 0 else f"m{nth}-{event}"
            mentions.append(_mention(mention, event, str(row[11]), draw))
            if draw.random() < 0.5:
                figures.append(_figure(mention, event, draw))
        if kind == "election":
            results += [_result(event, f"m-{event}", nth, draw) for nth in range(draw.randrange(1, 6))]
        if kind == "recognition":
            names = draw.sample(COUNTRIES, draw.randrange(1, 20))
            decisions += [_decision(event, f"m-{event}", name, at) for name in names]
    data["mentions"] = pd.DataFrame(mentions, columns=[*MENTION_COLUMNS, "realis"])
    data["figures"] = pd.DataFrame(figures, columns=[*FIGURE_COLUMNS])
    data["election_results"] = pd.DataFrame(results, columns=RESULT_COLUMNS)
    data["recognitions"] = pd.DataFrame(decisions, columns=RECOGNITION_COLUMNS)
    data["events"] = data["events"].assign(
        country=[draw.choice(("MDG", "KEN", None)) for _ in events], n_articles=[draw.randrange(1, 6) for _ in events]
    )
    return data


FIGURE_COLUMNS = (
    "mention_id", "event_id", "measure", "value", "low", "high", "bound", "unit", "subject", "as_written", "claimant",
)  # fmt: skip


def _mention(mention: str, event: str, article: str, draw: random.Random) -> dict[str, object]:
    return {
        "mention_id": mention,
        "event_id": event,
        "article_id": article,
        "quote": f"Sentence {mention} tells it" + ", and says much more than that" * draw.randrange(5) + ".",
        "claimant": draw.choice(CLAIMANTS) or None,
        "outlet": draw.choice(("Coast Radio", None)),
        "realis": draw.choice(("actual", "actual", "planned", "denied")),
    }


def _figure(mention: str, event: str, draw: random.Random) -> dict[str, object]:
    measure = draw.choice(("people", "killed", "injured", "attacks", "turnout", "other"))
    value = float(draw.choice((3, 17, 240, 2_200, 48_000, 25_000_000)) if measure != "turnout" else draw.randrange(100))
    ranged = draw.random() < 0.2
    return {
        "mention_id": mention,
        "event_id": event,
        "measure": measure,
        "value": value,
        "low": value if ranged else None,
        "high": value * 2 if ranged else None,
        "bound": "exact" if ranged else draw.choice(("exact", "at_least", "more_than", "about", "almost", "up_to")),
        "unit": {"turnout": "percent", "other": "tonnes"}.get(measure, ""),
        "subject": draw.choice(("", "them", "striking workers of the harbour and the railways")),
        "as_written": "so many",
        "claimant": draw.choice(CLAIMANTS) or None,
    }


def _result(event: str, mention: str, nth: int, draw: random.Random) -> dict[str, object]:
    share = draw.random() < 0.7
    name = ("Ana Sol", "Ben Ito", "Maria Consolacion de los Angeles Rakotomalala-Andrianampoinimerina", "Li", "Ono")[
        nth
    ]
    return {
        "event_id": event,
        "candidate": name,
        "votes": float(draw.randrange(10_000, 9_000_000)) if not share or nth % 2 else None,
        "votes_bound": draw.choice(("exact", "more_than", "about")),
        "share": round(draw.random() * 70, 2) if share else None,
        "share_bound": draw.choice(("exact", "almost", "up_to")),
        "ballots_counted": 97.0 if nth == 0 else None,
        "ballots_counted_bound": "almost",
        "announced_by": draw.choice(CLAIMANTS) or None,
        "mention_id": mention,
    }


def _decision(event: str, mention: str, country: str, at: int) -> dict[str, object]:
    return {
        "event_id": event,
        "election_id": None,
        "actor": country,
        "actor_country": country,
        "stance": "recognises" if at % 2 else "refuses",
        "form": "congratulated" if at % 2 else "refused",
        "mention_id": mention,
    }


def _row(at: int, years: int, draw: random.Random) -> tuple[object, ...]:
    day = dt.date(2013, 1, 5) + _DAY * draw.randrange(365 * years)
    start, end, edtf, precision, extent = draw.choice(_dates(day, draw.randrange(5, 200)))
    title = "Something of note happens in the capital" + " and beyond" * draw.randrange(7)
    claimant, outlet = draw.choice((("", ""), ("The ministry of the interior", "Coast Radio")))
    return (
        f"ev-{at}", draw.choice(TYPES), "", title, start, end, edtf, precision, extent, "stated", draw.choice(STATUSES),
        draw.choice(("a1", "a2")), f"Sentence {at} tells it.", claimant, outlet, "",
    )  # fmt: skip


def _dates(day: dt.date, length: int) -> list[tuple[dt.date | None, dt.date | None, str, str, str]]:
    later, first = day + _DAY * length, day.replace(day=1)
    last = (first + _DAY * 40).replace(day=1) - _DAY
    year = str(day.year)
    return [
        (day, day, f"{day}", "day", "during"),
        (day, day, f"{day}~", "day", "during"),
        (day, later, f"{day}/{later}", "interval", "during"),
        (day, later, f"{day}/{later}", "interval", "within"),
        (first, last, f"{day:%Y-%m}", "month", "within"),
        (dt.date(day.year, 1, 1), dt.date(day.year, 12, 31), year, "year", "within"),
        (day, None, f"{day}/..", "interval", "during"),
        (None, day, f"../{day}", "interval", "within"),
        (None, None, "", "unknown", "during"),
        (None, None, f"XXXX-{day:%m-%d}", "partial", "during"),
    ]
