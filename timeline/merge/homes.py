"""Which tellings are one event, found on disk: the same clusters that `across.join_groups` makes in memory.

Tellings of one type and country are gone through by their first day, and only those of a few days are in memory; then
clusters that share a sentence word for word are joined, of which no more is in memory than what they are compared by,
one event type at a time. The result is the table ``homes``: telling, the first telling of its event, what joined it.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from timeline.merge.across import Signature, sweep
from timeline.merge.copies import COPIED, Copied
from timeline.merge.store import Store, Table, Texts
from timeline.plain import from_plain

PLACES = 24
"""Bits of a telling's number that say which of its article's it is; the rest say which article."""

TELLINGS = {"number": "int", "type": "text", "country": "text", "start": "day", "signature": "int"}
"""``signature`` is its place in the texts `SIGNATURES` of the store."""

SIGNATURES = "signatures"
COPIES = {"number": "int", "copy": "text"}
_COMPARABLE = "(country <> '' AND start IS NOT NULL)"  # as `across.comparable` says
_HOMES = {"number": "int", "home": "int", "turn": "int", "reason": "text"}


def find_homes(store: Store) -> None:
    """Make the table ``homes`` from ``tellings`` and ``copies``."""
    with store.table("swept", _HOMES) as table:
        _sweep_all(store, table)
    alone = f"SELECT number, number AS home, 0 AS turn, 'first' AS reason FROM tellings WHERE NOT {_COMPARABLE}"
    store.keep("clusters", f"SELECT * FROM swept UNION ALL {alone}")
    placed = "SELECT copy, number, home FROM copies JOIN clusters USING (number)"
    store.keep("repeated", f"SELECT copy FROM ({placed}) GROUP BY copy HAVING count(DISTINCT home) > 1")
    store.keep("shared", f"SELECT DISTINCT home FROM ({placed}) SEMI JOIN repeated USING (copy)")
    with store.table("joined", _HOMES) as table:
        _join_all(store, table)
    untouched = "SELECT number, home, reason FROM clusters ANTI JOIN shared USING (home)"
    store.keep("homes", f"SELECT number, home, reason FROM joined UNION ALL {untouched}")


def _sweep_all(store: Store, table: Table) -> None:
    rows = store.ask(
        f"SELECT type, country, number, signature FROM tellings WHERE {_COMPARABLE} "
        "ORDER BY type, country, start, number"
    )
    for _, block in groupby(rows, itemgetter(0, 1)):
        why: dict[int, str] = {}
        for cluster in sweep(_signed(block, store.texts(SIGNATURES)), why):
            home = min(cluster)
            for turn, number in enumerate(cluster):
                table.add(number, home, turn, why.pop(number))


def _signed(block: Iterator[tuple[str, str, int, int]], texts: Texts) -> Iterator[tuple[int, Signature, str]]:
    for _, _, number, place in block:
        yield number, _signature(texts, place), str(number >> PLACES)


def _signature(texts: Texts, place: int) -> Signature:
    return from_plain(Signature, json.loads(texts[place]))


def _join_all(store: Store, table: Table) -> None:
    """Join the clusters that share a sentence with others, one event type after the other."""
    listed = "SELECT number, list(copy) AS copies FROM copies SEMI JOIN repeated USING (copy) GROUP BY number"
    store.keep("repeats", listed)
    rows = store.ask(
        "SELECT type, home, number, reason, signature, copies FROM clusters SEMI JOIN shared USING (home) "
        "JOIN tellings USING (number) LEFT JOIN repeats USING (number) ORDER BY type, home, turn"
    )
    for _, same_type in groupby(rows, itemgetter(0)):
        copied = Copied()
        for home, cluster in groupby(same_type, itemgetter(1)):
            rows_of = list(cluster)
            _join(copied, home, _signature(store.texts(SIGNATURES), rows_of[0][4]), rows_of, table)


def _join(copied: Copied, home: int, key: Signature, rows: list[tuple[Any, ...]], table: Table) -> None:
    """Find the event of one cluster, whose first telling is `home`; `key` is what that one is compared by."""
    articles: set[Hashable] = {number >> PLACES for _, _, number, *_ in rows}
    copies = (bytes.fromhex(copy) for *_, found in rows for copy in found or ())
    first = copied.join(home, articles, (key.country, key.date), copies)
    opened = next(number for _, _, number, reason, *_ in rows if reason == "first")
    for _, _, number, reason, *_ in rows:
        why = COPIED if number == opened and first != home else reason
        table.add(number, first, 0, why)
