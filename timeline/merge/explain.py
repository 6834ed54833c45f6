"""Why an event is in the dataset, or how an article was dated: plain text, made from published columns.

Only the weights of signs are the program's own: those of the version that explains.
"""

from __future__ import annotations

import difflib
import math
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from timeline.errors import PackageError
from timeline.frames.signs.scores import reasons

Row = Mapping[str, object]
WIDTH = 100
"""Characters in a line of a terminal."""
_LOUDEST = 6  # signs shown


class Frame(Protocol):
    """The part of a pandas DataFrame that is read here."""

    def to_dict(self, orient: str) -> list[dict[str, object]]:
        """The rows as dictionaries."""


Tables = Mapping[str, "Iterable[Row] | Frame"]
"""Resource name -> its rows, or a DataFrame of them."""


def explain_event(tables: Tables, event_id: str) -> str:
    """Why an event is what it is: sentences, rules, date reasoning, claims, and what joined the mentions.

    ``tables`` are the rows of a dataset or the tables of a package. Raises PackageError for an id it does not hold.
    """
    event = _find(tables, "events", "event_id", event_id)
    mentions = [row for row in read_rows(tables, "mentions") if row["event_id"] == event_id]
    mentions.sort(key=lambda row: (row["merge_rule"] != "first", str(row["article_id"]), _number(row["start_char"])))
    lines = [*_event_head(event)]
    for number, mention in enumerate(mentions, 1):
        lines += ["", *_mention(tables, mention, number, len(mentions))]
    lines += _disagreements(tables, event_id, mentions)
    return "\n".join([*lines, *_results(tables, event_id)])


def explain_article(tables: Tables, article_id: str) -> str:
    """How an article was dated, and what each of its sentences was read as. Raises PackageError for an unknown id."""
    article = _find(tables, "articles", "article_id", article_id)
    mentions = [row for row in read_rows(tables, "mentions") if row["article_id"] == article_id]
    mentions.sort(key=lambda row: (_number(row["start_char"]), _number(row["trigger_start"])))
    lines = [*_article_head(article), ""]
    lines.append(f"{len(mentions)} mentions in {_text(article['sentences'])} sentences:" if mentions else "No mention.")
    for mention in mentions:
        home = _text(mention["event_id"]) or f"no event ({_text(mention['realis'])})"
        lines += [f"  {_text(mention['event_type'])}: {_text(mention['trigger'])!r} -> {home}"]
        lines += _wrapped("    ", _quoted(mention["quote"]))
        lines += [f"    {line}" for line in _date_reasoning(mention)]
    return "\n".join(lines)


def read_rows(tables: Tables, resource: str) -> list[dict[str, object]]:
    """The rows of a resource, whatever holds them; NaN and NaT read as None."""
    table = tables.get(resource, ())
    rows = table.to_dict("records") if hasattr(table, "to_dict") else table
    return [{key: _plain(value) for key, value in row.items()} for row in rows]


# ------------------------------------------------------------------ an event


def _event_head(event: Row) -> Iterator[str]:
    yield _text(event["title"])
    yield f"  {event['event_id']}"
    mode = f", mode {event['mode']}" if event["mode"] else ""
    yield f"  type      {event['event_type']}{mode}"
    yield f"  status    {event['status']}"
    where = ", ".join(_text(event[key]) for key in ("place", "country") if event[key])
    yield f"  where     {where or 'not given'}"
    yield f"  date      {_event_date(event)}"
    codes = [f"{scheme.upper()} {event[scheme]}" for scheme in ("plover", "cameo", "acled") if event[scheme]]
    yield f"  codes     {', '.join(codes) or 'none'}"
    yield f"  told in   {_count(event['n_mentions'], 'mention')} of {_count(event['n_articles'], 'article')}"


def _event_date(event: Row) -> str:
    if not event["date_edtf"]:
        return "not known: no sentence and no evidence bounds it"
    extent = {"during": "it lasted so long", "within": "some time in it"}.get(_text(event["date_extent"]), "")
    width = f", {extent}" if event["date_precision"] not in ("day", "partial", "unknown") else ""
    return f"{event['date_edtf']} (precision {event['date_precision']}, basis {event['date_basis']}{width})"


def _mention(tables: Tables, mention: Row, number: int, total: int) -> Iterator[str]:
    where = f"article {mention['article_id']}, sentence {_text(mention['sentence'])}"
    yield f"[{number} of {total}] {where}, characters {_text(mention['start_char'])}-{_text(mention['end_char'])}"
    yield from _wrapped("  ", _quoted(mention["quote"]))
    yield f"  trigger   {_text(mention['trigger'])!r} by rule {mention['rule']}, realis {mention['realis']}"
    if str(mention["rule"]).endswith(":signs"):
        yield from _wrapped("  signs     ", _signs(mention))
    yield f"  said by   {_claim(mention)}"
    for line in _date_reasoning(mention):
        yield f"  {line}"
    for role, names in _by_role(tables, mention):
        yield from _wrapped(f"  {role:<9} ", "; ".join(names))
    for figure in _of(tables, "figures", mention):
        yield f"  figure    {_figure(figure)}"
    yield f"  joined by {_joined(mention['merge_rule'])}"


def _signs(mention: Row) -> str:
    """The words that told the event together, where no frame read it: the loudest, with their weights."""
    heard = reasons(str(mention["quote"]), str(mention["event_type"]))[:_LOUDEST]
    return ", ".join(f"{sign!r} +{weight / 100:.2f}" for sign, weight in heard)


def _claim(mention: Row) -> str:
    if not mention["claimant"]:
        return "the outlet in its own voice"
    cue = f" ({_text(mention['claim_cue'])!r})" if mention["claim_cue"] else ""
    when = f", said {mention['claim_date']}" if mention["claim_date"] else ""
    relay = f", relayed by {mention['outlet']}" if mention["outlet"] else ""
    return f"{mention['claimant']}{cue}{when}{relay}"


def _date_reasoning(mention: Row) -> Iterator[str]:
    """How the mention's date was read: expression, value, rule, what it was counted from, rival values."""
    if mention["date_text"]:
        value = f" = {mention['date_value']}" if mention["date_value"] else ", which nothing decides"
        yield f"dated by  {_text(mention['date_text'])!r}{value}"
    elif mention["date_value"]:
        yield f"dated as  {mention['date_value']}, without an expression of its own"
    else:
        yield "dated by  nothing in the text"
    if mention["date_rule"] or mention["date_anchor"]:
        anchor = f", counted from {mention['date_anchor']}" if mention["date_anchor"] else ""
        yield f"          rule {mention['date_rule'] or 'none'}{anchor}"
    if mention["date_alternatives"]:
        yield f"          close rivals: {mention['date_alternatives']}"


def _by_role(tables: Tables, mention: Row) -> list[tuple[str, list[str]]]:
    roles: dict[str, list[str]] = {}
    for row in _of(tables, "participants", mention):
        unnamed = "" if row["entity_id"] else " (unnamed)"
        roles.setdefault(_text(row["role"]), []).append(f"{row['name']}{unnamed}")
    return list(roles.items())


def _joined(rule: object) -> str:
    return "nothing: it is the first to tell it" if rule == "first" else _text(rule) or "nothing"


def _figure(row: Row) -> str:
    whose = f" for {row['subject']}" if row["subject"] else ""
    by = f", says {row['claimant']}" if row["claimant"] else ""
    value = _amount(row["value"])
    return f"{row['measure']}{whose}: {row['bound']} {value} (written {_text(row['as_written'])!r}{by})"


def _disagreements(tables: Tables, event_id: str, mentions: Iterable[Row]) -> list[str]:
    """Where the mentions differ: rival days and rival numbers are kept, and said."""
    lines = []
    values = sorted({_text(mention["date_value"]) for mention in mentions if mention["date_value"]})
    if len(values) > 1:
        lines.append(f"  dates: {', '.join(values)}")
    figures: dict[tuple[str, str], set[tuple[float, str]]] = {}
    for row in read_rows(tables, "figures"):
        if row["event_id"] == event_id:
            key = _text(row["measure"]), _text(row["subject"])
            figures.setdefault(key, set()).add((_number(row["value"]), _text(row["claimant"]) or "the outlet"))
    for (measure, subject), said in sorted(figures.items()):
        if len({value for value, _ in said}) > 1:
            rivals = "; ".join(f"{_amount(value)} ({claimant})" for value, claimant in sorted(said))
            lines.append(f"  {measure}{f' for {subject}' if subject else ''}: {rivals}")
    return ["", "What is told differently (all are kept):", *lines] if lines else []


def _results(tables: Tables, event_id: str) -> list[str]:
    lines = []
    for row in read_rows(tables, "election_results"):
        if row["event_id"] == event_id:
            parts = [f"{_amount(row['votes'])} votes" if row["votes"] is not None else ""]
            parts += [f"{_amount(row['share'])} %" if row["share"] is not None else ""]
            told = ", ".join(part for part in parts if part)
            lines.append(f"  {row['candidate']}: {told} (announced by {row['announced_by'] or 'nobody cited'})")
    return ["", "Results as announced:", *lines] if lines else []


# ------------------------------------------------------------------ an article


def _article_head(article: Row) -> Iterator[str]:
    yield _text(article["title"]) or _text(article["article_id"])
    yield f"  article   {article['article_id']}" + (f", {article['publisher']}" if article["publisher"] else "")
    if article["url"]:
        yield f"  url       {article['url']}"
    yield f"  stated    {article['published'] or 'no publication date'}"
    window = [_text(article[key]) or "open" for key in ("published_earliest", "published_latest")]
    dated = "not known" if window == ["open", "open"] else " to ".join(dict.fromkeys(window))
    yield f"  published {dated} (basis {article['published_basis']})"
    evidence = _text(article["published_evidence"]) or "nothing in the file or the text dates it"
    for number, part in enumerate(evidence.split("; ")):
        yield from _wrapped("  because   " if number == 0 else "            ", part)


# ------------------------------------------------------------------ cells


def _find(tables: Tables, resource: str, key: str, wanted: str) -> Row:
    rows = {_text(row[key]): row for row in read_rows(tables, resource)}
    if wanted in rows:
        return rows[wanted]
    close = difflib.get_close_matches(wanted, rows, n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(close)}?" if close else f"; see the column {key} of {resource}"
    raise PackageError(f"no {key} {wanted!r} in {resource}{hint}")


def _of(tables: Tables, resource: str, mention: Row) -> list[dict[str, object]]:
    return [row for row in read_rows(tables, resource) if row["mention_id"] == mention["mention_id"]]


def _plain(value: object) -> object:
    """A cell as it was before pandas: None for NaN, NaT and NA; text without control characters."""
    if isinstance(value, str):  # control characters would be obeyed by the terminal
        return "".join(letter if letter.isprintable() else " " if letter.isspace() else "�" for letter in value)
    if isinstance(value, float):
        return None if math.isnan(value) else value
    return None if type(value).__name__ in ("NaTType", "NAType") else value


def _text(value: object) -> str:
    """A cell as text: dates without a time of day, whole numbers without a point."""
    if value is None:
        return ""
    date: Callable[[], object] | None = getattr(value, "date", None)
    if callable(date):
        value = date()
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def _quoted(value: object) -> str:
    return f"“{' '.join(_text(value).split())}”"


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _amount(value: object) -> str:
    return f"{_number(value):,.2f}".rstrip("0").rstrip(".")


def _count(value: object, noun: str) -> str:
    number = int(_number(value))
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _wrapped(indent: str, text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent)) or [indent.rstrip()]
