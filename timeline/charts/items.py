"""The published tables as the values that charts and pages draw: events with the sentences that say them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from timeline.charts.measure import clean
from timeline.charts.words import date_words, type_words
from timeline.errors import PackageError

Tables = Mapping[str, pd.DataFrame]
Record = dict[str, object]

_NEEDED = {
    "articles": ("article_id", "title", "publisher", "url"),
    "events": ("event_id", "event_type", "title", "start_date", "end_date", "date_edtf", "date_extent", "status"),
    "mentions": ("mention_id", "event_id", "article_id", "quote", "claimant", "outlet"),
    "election_results": ("event_id", "candidate", "votes", "votes_bound", "share", "share_bound", "mention_id"),
    "recognitions": ("event_id", "actor", "actor_country", "stance", "form", "mention_id"),
    "figures": ("mention_id", "event_id", "measure", "value", "bound"),
    "entities": ("name",),
}
_FAR_PAST, _FAR_FUTURE = dt.date.min, dt.date.max


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that tells of an event: its words, who says it, and the article it stands in."""

    mention_ids: tuple[str, ...]  # several where the sentence tells of the event more than once
    quote: str
    claimant: str
    outlet: str
    claim_date: str
    date_text: str
    date_anchor: str
    article_title: str
    publisher: str
    url: str
    published: str

    @property
    def anchor(self) -> str:
        """The id of the quote on a page."""
        return safe_id("m", self.mention_ids[0])

    @property
    def attribution(self) -> str:
        """Who says so, and who relayed it: "according to A, via B"; "" in the article's own voice."""
        if not self.claimant:
            return f"via {self.outlet}" if self.outlet else ""
        claimant = re.sub("^The ", "the ", self.claimant)
        return f"according to {claimant}" + (f", via {self.outlet}" if self.outlet else "")


@dataclass(frozen=True, slots=True)
class Item:
    """An event as charts show it, with every sentence that tells it."""

    event_id: str
    event_type: str
    mode: str
    title: str
    start: dt.date | None
    end: dt.date | None
    edtf: str
    precision: str
    extent: str
    basis: str
    status: str
    country: str
    place: str
    n_articles: int
    n_mentions: int
    sources: tuple[Source, ...]

    @property
    def anchor(self) -> str:
        """The id of the event's entry on a page."""
        return safe_id("e", self.event_id)

    @property
    def untold(self) -> int:
        """How many sentences tell it that are not in `sources`: of a large dataset only the first ones are."""
        return max(self.n_mentions - sum(len(source.mention_ids) for source in self.sources), 0)

    def target(self, mention_id: str) -> str:
        """The id on a page of the quote that holds a mention; that of the event if none does."""
        return next((source.anchor for source in self.sources if mention_id in source.mention_ids), self.anchor)

    @property
    def when(self) -> str:
        """The date in words."""
        return date_words(self.start, self.end, self.edtf, self.extent, self.precision)

    @property
    def what(self) -> str:
        """The type in words, and the status unless the event is reported: "Coup, alleged"."""
        return type_words(self.event_type, self.mode) + ("" if self.status == "reported" else f", {self.status}")

    @property
    def attribution(self) -> str:
        """Who says so, on a label: the first sentence's source; for what is not reported, the first there is."""
        found = [source.attribution for source in self.sources]
        return next(filter(None, found), "") if self.status != "reported" else "".join(found[:1])

    @property
    def dated(self) -> bool:
        """Whether it has a place on a time axis."""
        return self.start is not None or self.end is not None

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        """Sorts by start, then end, then id; undated events come last."""
        first = self.start or self.end or _FAR_FUTURE
        return (first, self.end or _FAR_FUTURE, self.event_id)


def items(tables: Tables) -> tuple[Item, ...]:
    """Every published event, in the order of time, with its sentences. PackageError if tables or columns lack."""
    articles = {text(row["article_id"]): row for row in records(tables, "articles")}
    sources: defaultdict[str, list[Source]] = defaultdict(list)
    # The mention that an event is named after comes first.
    for row in sorted(records(tables, "mentions"), key=lambda row: text(row.get("merge_rule")) not in ("", "first")):
        if text(row["event_id"]):
            sources[text(row["event_id"])].append(_source(row, articles.get(text(row["article_id"]), {})))
    found = [_item(row, _once(sources[text(row["event_id"])])) for row in records(tables, "events")]
    return tuple(sorted(found, key=lambda item: item.order))


def records(tables: Tables, name: str) -> Iterator[Record]:
    """The rows of a resource as dictionaries. PackageError if it, or a column charts rest on, isn't there."""
    if name not in tables:
        raise PackageError(f"{name}: this table is missing; the charts need {', '.join(_NEEDED)}")
    missing = [column for column in _NEEDED[name] if column not in tables[name].columns]
    if missing:
        raise PackageError(f"{name}: no column {', '.join(missing)}; rebuild the data package")
    for row in tables[name].to_dict("records"):
        yield {str(key): value for key, value in row.items()}


def text(value: object) -> str:
    """A cell as one safe line of text; "" for null in any of pandas' forms."""
    return "" if _null(value) else clean(value)


def number(value: object) -> float | None:
    """A cell as a number; None for null."""
    return None if _null(value) or not isinstance(value, int | float) else float(value)


def day(value: object) -> dt.date | None:
    """A cell as a day; None for null. Accepts dates, timestamps and ISO text."""
    if _null(value):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value)[:10])


def safe_id(kind: str, key: str) -> str:
    """An id for a page element: the key itself if it is plain, else a hash of it, after the kind."""
    plain = re.fullmatch(r"[A-Za-z0-9_.-]{1,120}", key)
    return f"{kind}-{key if plain else hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Every sentence once, however many mentions it holds."""
    found: dict[tuple[str, str, str], Source] = {}
    for source in sources:
        key = (source.quote, source.article_title, source.attribution)
        known = found.get(key)
        found[key] = replace(known, mention_ids=known.mention_ids + source.mention_ids) if known else source
    return tuple(found.values())


def _source(row: Record, article: Record) -> Source:
    return Source(
        mention_ids=(text(row["mention_id"]),),
        quote=text(row["quote"]),
        claimant=text(row["claimant"]),
        outlet=text(row["outlet"]),
        claim_date=text(row.get("claim_date")),
        date_text=text(row.get("date_text")),
        date_anchor=text(row.get("date_anchor")),
        article_title=text(article.get("title")) or text(row["article_id"]),
        publisher=text(article.get("publisher")),
        url=_link(text(article.get("url"))),
        published=_published(article),
    )


def _item(row: Record, sources: tuple[Source, ...]) -> Item:
    return Item(
        event_id=text(row["event_id"]),
        event_type=text(row["event_type"]),
        mode=text(row.get("mode")),
        title=text(row["title"]) or type_words(text(row["event_type"])),
        start=day(row["start_date"]),
        end=day(row["end_date"]),
        edtf=text(row["date_edtf"]),
        precision=text(row.get("date_precision")),
        extent=text(row["date_extent"]) or "during",
        basis=text(row.get("date_basis")) or "unknown",
        status=text(row["status"]) or "reported",
        country=text(row.get("country")),
        place=text(row.get("place")),
        n_articles=int(number(row.get("n_articles")) or 1),
        n_mentions=int(number(row.get("n_mentions")) or len(sources)),
        sources=sources,
    )


def _published(article: Record) -> str:
    """When the article appeared, in words, as far as it is known."""
    start, end = day(article.get("published_earliest")), day(article.get("published_latest"))
    if start is None and end is None:
        return ""
    words = date_words(start, end, "", "within", "interval")
    return f"published {words}"


def _link(url: str) -> str:
    """The address if it is one a reader can safely follow, else ""."""
    return url if re.match(r"https?://[^\s\"'<>]+$", url, re.IGNORECASE) else ""


def _null(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
