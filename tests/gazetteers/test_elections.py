"""The election calendar: every row well formed, and every date on a weekday on which that country votes."""

from __future__ import annotations

import csv
import datetime as dt

import pycountry
import pytest

from timeline.errors import RuleError
from timeline.gazetteers.elections import (
    ELECTION_COLUMNS,
    PollingDay,
    load_elections,
    load_short_names,
    names_candidate,
    polling_days,
    surnames,
)
from timeline.gazetteers.tables import FOLDER

# The weekdays on which a country votes.
WEEKDAYS = {
    "Sun": (
        "ALB ARG ARM AUT BEL BEN BFA BGR BIH BLR BOL BRA CAF CHE CHL CMR COD COG COL COM CPV CRI CUB CYP "
        "DEU DOM ECU ESP EST FIN FRA GIN GNB GNQ GRC GTM HKG HND HRV HTI HUN ITA JPN KAZ KGZ KHM LBN LTU "
        "LUX MDA MEX MKD MLI MMR MNE NCL NIC PAN PER POL PRK PRT PRY ROU RUS SEN SLV SRB STP SVN SWE TCD "
        "THA TJK TKM TUN TUR UKR URY UZB VEN VNM XKX "
    ),
    "Sat": "AUS BHR ISL LVA MLT NGA NZL SVK TWN",
    "Mon": "CAN GUY LCA NOR PHL TTO",
    "Sat Sun": "CIV GAB GEO LAO MRT MYS",
    "Fri": "CZE DJI IRN MAR WSM",
    "Mon Wed Thu": "BHS IDN JAM VCT",
    "Thu": "DZA GBR TON VUT",
    "Tue": "ISR JOR LBR USA",
    "Tue Wed Thu": "ATG BRB DNK KOR",
    "Wed": "FJI NLD SLB ZAF",
    "Wed Sun": "AZE PSE TZA",
    "Fri Sat": "LSO SGP",
    "Mon Fri": "KNA RWA",
    "Mon Sun": "BGD ETH",
    "Tue Thu": "MWI ZMB",
    "Wed Fri": "AGO NAM",
    "Mon Thu Fri": "UGA",
    "Mon Tue Thu": "GRD",
    "Thu Fri": "IRL",
    "Thu Fri Sat": "GMB",
    "Thu Sat Sun": "AFG",
    "Tue Thu Sat": "KWT",
    "Tue Thu Sun": "NPL",
    "Tue Wed": "MOZ",
    "Tue Wed Sat": "SLE",
    "Tue Wed Sun": "YEM",
    "Wed Fri Sat": "BWA",
    "Wed Sat": "LBY",
    "Wed Thu": "BLZ",
}
# Countries with no custom; SUR always votes on 25 May, GHA first on 7 December.
FREE = frozenset(
    {
        "BDI",
        "DMA",
        "EGY",
        "GHA",
        "IRQ",
        "KEN",
        "LKA",
        "MDG",
        "MDV",
        "MNG",
        "MUS",
        "NER",
        "PAK",
        "SUR",
        "SYR",
        "TGO",
        "TLS",
        "ZWE",
    }
)
# Polling days off the custom, each known: a fixed date, a public holiday, or a date the government chose.
EXCEPTIONS = frozenset(
    {
        "ARM 2003-02-19",
        "ARM 2003-03-05",
        "ARM 2007-05-12",
        "ARM 2008-02-19",
        "ARM 2013-02-18",
        "AZE 2016-09-26",
        "BGR 2005-06-25",
        "BHR 2002-10-24",
        "BIH 2002-10-05",
        "CAF 2015-12-30",
        "CAN 2008-10-14",
        "CMR 2004-10-11",
        "CMR 2013-09-30",
        "COD 2011-11-28",
        "COD 2023-12-20",
        "COL 2003-10-25",
        "COM 2018-07-30",
        "CYP 2004-04-24",
        "DOM 1998-05-16",
        "DOM 2000-05-16",
        "DOM 2002-05-16",
        "DOM 2006-05-16",
        "DOM 2008-05-16",
        "DZA 2020-11-01",
        "DZA 2021-06-12",
        "DZA 2024-09-07",
        "ECU 2011-05-07",
        "GEO 2008-05-21",
        "GEO 2012-10-01",
        "GEO 2018-11-28",
        "GIN 2013-09-28",
        "HRV 2000-01-24",
        "HRV 2000-02-07",
        "HRV 2024-04-17",
        "HTI 2006-02-07",
        "IRL 2002-10-19",
        "IRL 2020-02-08",
        "ISR 2020-03-02",
        "JOR 2013-01-23",
        "KAZ 2007-08-18",
        "KGZ 2009-07-23",
        "MAR 2021-09-08",
        "MDA 2009-07-29",
        "MKD 2004-04-14",
        "MKD 2004-04-28",
        "MKD 2006-07-05",
        "MKD 2020-07-15",
        "MKD 2024-04-24",
        "MKD 2024-05-08",
        "MMR 2008-05-10",
        "MRT 2003-11-07",
        "MYS 2018-05-09",
        "ROU 2007-05-19",
        "TCD 2006-05-03",
        "TCD 2011-04-25",
        "TCD 2024-05-06",
        "THA 2001-01-06",
        "TJK 2006-11-06",
        "TJK 2013-11-06",
        "TKM 2022-03-12",
        "TUN 2022-07-25",
        "TUN 2022-12-17",
        "VEN 1999-12-15",
        "XKX 2007-11-17",
    }
)

DAYS = load_elections()


def rows() -> list[dict[str, str]]:
    with (FOLDER / "elections.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def customary(country: str) -> str:
    return next((days for days, countries in WEEKDAYS.items() if country in countries.split()), "")


def test_the_table_has_the_columns_and_is_large():
    with (FOLDER / "elections.csv").open(encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == ELECTION_COLUMNS
    assert len(DAYS) > 1500


def test_countries_have_codes():
    codes = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert {day.country for day in DAYS} <= codes


def test_rows_are_sorted_and_unique():
    keys = [(row["country"], row["date"], row["office"], row["round"]) for row in rows()]
    assert keys == sorted(set(keys))


def test_dates_are_iso_days_since_1998():
    assert all(row["date"] == dt.date.fromisoformat(row["date"]).isoformat() for row in rows())
    assert min(day.date for day in DAYS) >= dt.date(1998, 1, 1)


def test_every_row_has_a_source_and_no_stray_blanks():
    for row in rows():
        assert row["source"], row
        assert all(cell == cell.strip() and "  " not in cell for cell in row.values()), row


def test_every_country_has_a_custom_or_is_listed_as_free():
    assert {day.country for day in DAYS} == FREE | {code for codes in WEEKDAYS.values() for code in codes.split()}
    assert not any(customary(country) for country in FREE)


def test_polling_days_fall_on_the_customary_weekday():
    off = {
        f"{day.country} {day.date}"
        for day in DAYS
        if day.country not in FREE and f"{day.date:%a}" not in customary(day.country).split()
    }
    assert off == EXCEPTIONS


def test_fixed_dates():
    assert {(day.date.month, day.date.day) for day in polling_days("SUR")} == {(5, 25)}
    assert {(day.date.month, day.date.day) for day in polling_days("GHA") if day.round == 1} == {(12, 7)}


def test_a_run_off_follows_a_first_round_within_half_a_year():
    for day in DAYS:
        if day.round == 1 or day.office == "referendum":
            continue
        before = [
            other
            for other in polling_days(day.country, day.office)
            if other.round < day.round and dt.timedelta(0) < day.date - other.date <= dt.timedelta(300)
        ]
        assert before, day
        if day.office == "presidential":
            stood = {name for other in before for name in other.candidates}
            assert set(day.candidates) <= stood, day


def test_presidential_days_have_candidates_and_referendums_none():
    for day in DAYS:
        assert bool(day.candidates) or day.office != "presidential", day
        assert not day.candidates or day.office != "referendum", day
        assert len(set(day.candidates)) == len(day.candidates), day
        assert all(name and name == name.strip() for name in day.candidates), day


@pytest.mark.parametrize(
    ("country", "date", "office"),
    [
        ("VEN", "2024-07-28", "presidential"),
        ("VEN", "2018-05-20", "presidential"),
        ("CHL", "2021-12-19", "presidential"),
        ("USA", "2020-11-03", "legislative"),
        ("GBR", "2019-12-12", "general"),
        ("FRA", "2022-04-24", "presidential"),
        ("GBR", "2016-06-23", "referendum"),
    ],
)
def test_a_polling_day_is_found_by_what_news_calls_it(country, date, office):
    assert dt.date.fromisoformat(date) in {day.date for day in polling_days(country, office)}


def test_offices_are_kept_apart():
    assert {day.office for day in polling_days("FRA", "presidential")} == {"presidential"}
    assert {day.office for day in polling_days("BRA", "legislative")} == {"general"}
    assert polling_days("ZZZ") == ()


def on(country: str, date: str) -> PollingDay:
    return next(day for day in polling_days(country) if day.date.isoformat() == date)


@pytest.mark.parametrize(
    ("country", "date", "text"),
    [
        ("VEN", "2024-07-28", "Supporters of Edmundo Gonzalez gathered."),
        ("VEN", "2024-07-28", "GONZÁLEZ said he would not concede"),
        ("BRA", "2022-10-30", "A victory for Lula was announced."),
        ("KOR", "2017-05-09", "President Moon thanked the voters."),
        ("PHL", "2022-05-09", "Marcos took an early lead."),
        ("EGY", "2014-05-26", "Al-Sisi won by a landslide."),
        ("FRA", "2017-05-07", "Le Pen conceded."),
        ("POL", "2020-07-12", "Rafal Trzaskowski called it a draw."),
        ("TUR", "2018-06-24", "Erdogan's rivals"),
        ("CIV", "2015-10-25", "Affi N’Guessan came second."),
    ],
)
def test_candidates_are_found_however_they_are_written(country, date, text):
    assert names_candidate(on(country, date), text)


@pytest.mark.parametrize(
    ("country", "date", "text"),
    [
        ("KOR", "2017-05-09", "the moon rose over the park"),
        ("BRA", "2014-10-26", "Lula da Silva spoke in Recife."),
        ("FRA", "2017-05-07", "He put the pen down."),
        ("VEN", "2024-07-28", "The council published no tallies."),
    ],
)
def test_words_and_other_people_are_no_candidates(country, date, text):
    assert not names_candidate(on(country, date), text)


def test_a_namesake_with_a_particle_is_somebody_else():
    marina = PollingDay("BRA", dt.date(2010, 10, 3), "general", 1, ("Marina Silva",), "test")
    assert not names_candidate(marina, "Lula da Silva spoke.")
    assert names_candidate(marina, "Lula da Silva met Silva.")


@pytest.mark.parametrize(
    ("candidate", "called"),
    [
        ("Abelardo de la Torre", "de la torre"),
        ("Kim Jong-un", "kim"),
        ("Ferdinand Marcos Jr.", "marcos"),
        ("Wiranto", "wiranto"),
        ("Luis Lacalle Pou", "lacalle"),
    ],
)
def test_surnames(candidate, called):
    assert called in surnames(candidate)


def test_short_names_belong_to_candidates():
    candidates = {name for day in DAYS for name in day.candidates}
    short = load_short_names()
    assert set(short) <= candidates
    assert list(short) == sorted(short)
    assert all(called and all(called) for called in short.values())


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("CHL,2021-13-19,presidential,2,,A body", "2021-13-19"),
        ("CHL,2021-12-19,mayoral,2,,A body", "mayoral"),
        ("CHL,2021-12-19,presidential,0,,A body", "'0'"),
        ("CHL,2021-12-19,presidential,2,,", "source"),
        ("CHL,2021-12-19", "2 cells"),
    ],
)
def test_a_malformed_row_is_named(tmp_path, line, seen):
    table = tmp_path / "elections.csv"
    table.write_text(",".join(ELECTION_COLUMNS) + f"\n{line}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"elections\.csv, line 2") as problem:
        load_elections(table)
    assert seen in str(problem.value)
