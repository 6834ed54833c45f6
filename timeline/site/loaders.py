"""Code that loads the dataset, to be copied; the tests run it as it stands on the page."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.site.published import DATA, PACKAGE, Published


@dataclass(frozen=True, slots=True)
class Loader:
    """A way to load the dataset: with what, in which language, and the code or the steps."""

    name: str
    language: str
    code: str
    note: str = ""


def loaders(published: Published) -> tuple[Loader, ...]:
    """The loaders, with the addresses of this dataset: relative to the folder that holds datapackage/ without one."""

    def at(path: str) -> str:
        return published.address(path, ".").replace("\\", "").replace('"', "").replace("'", "")

    events, mentions = (at(f"{PACKAGE}/data/{name}.parquet") for name in ("events", "mentions"))
    base, book = at(f"{DATA}/dataset.sqlite"), at(f"{DATA}/dataset.xlsx")
    return (
        Loader("pandas", "python", _PANDAS.format(events=events, mentions=mentions)),
        Loader("Polars", "python", _POLARS.format(events=events, mentions=mentions)),
        Loader("DuckDB", "sql", _DUCKDB.format(events=events, mentions=mentions)),
        Loader("R", "r", _R.format(events=at(f"{PACKAGE}/csv/events.csv"), mentions=at(f"{PACKAGE}/csv/mentions.csv"))),
        Loader("R with arrow", "r", _ARROW.format(events=events)),
        Loader("SQLite", "sql", _SQLITE, f"In {base}:"),
        Loader("Excel", "", _EXCEL.format(book=book, csv=at(f"{PACKAGE}/csv/events.csv"))),
    )


_PANDAS = """\
import pandas as pd

events = pd.read_parquet(
    "{events}", dtype_backend="pyarrow"
)
mentions = pd.read_parquet(
    "{mentions}", dtype_backend="pyarrow"
)
told = events.merge(
    mentions, on="event_id", suffixes=("", "_of_mention")
)
print(told[["start_date", "title", "quote"]])
"""
_POLARS = """\
import polars as pl

events = pl.read_parquet("{events}")
mentions = pl.read_parquet("{mentions}")
told = events.join(
    mentions, on="event_id", suffix="_of_mention"
)
print(told.select("start_date", "title", "quote"))
"""
_DUCKDB = """\
SELECT e.start_date, e.title, m.quote
FROM '{events}' AS e
JOIN '{mentions}' AS m
  USING (event_id)
ORDER BY e.start_date, e.event_id;
"""
_R = """\
read <- function(file, ...) {{
  read.csv(file, na.strings = "", encoding = "UTF-8", ...)
}}
events <- read("{events}", colClasses = c(
  start_date = "Date", end_date = "Date", cameo = "character"
))
mentions <- read("{mentions}")
told <- merge(events, mentions, by = "event_id",
  suffixes = c("", "_of_mention"))
print(told[c("start_date", "title", "quote")])
"""
_ARROW = """\
events <- arrow::read_parquet("{events}")
print(events[c("start_date", "title")])
"""
_SQLITE = """\
SELECT start_date, title, quote FROM evidence;
"""
_EXCEL = """\
Open {book}: a sheet for each table, days as days.
For the exact text: Data, From Text/CSV, {csv}, file origin 65001 (UTF-8), delimiter comma.
"""
