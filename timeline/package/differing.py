"""Finds the few events of two versions that differ, column by column, so that only their rows become Python values."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from timeline.errors import PackageError
from timeline.models import Rows
from timeline.package.queries import QUIET
from timeline.package.schema import all_resources
from timeline.package.tables import Tables, to_rows


def differing_rows(old: Tables, new: Tables) -> tuple[Rows, Rows, int]:
    """Return the rows on events that differ in any table, of both versions, and how many events are the same in both.

    Mentions of such an event come from both versions, whatever event they are of there; articles come in full.
    """
    ids = _differing_ids(old, new)
    mentions = pa.chunked_array(
        [_of(tables["mentions"], "event_id", ids)["mention_id"].combine_chunks() for tables in (old, new)]
    ).combine_chunks()
    common = pc.sum(pc.is_in(old["events"]["event_id"], new["events"]["event_id"].combine_chunks())).as_py() or 0
    both = [_of(old["events"], "event_id", ids)["event_id"], new["events"]["event_id"].combine_chunks()]
    changed = pc.sum(pc.is_in(both[0], both[1])).as_py() or 0
    return _rows(old, ids, mentions), _rows(new, ids, mentions), common - changed


def _differing_ids(old: Tables, new: Tables) -> pa.Array:
    """Return the events of which any table has other rows, or a row more or less."""
    ids: set[str] = set()
    with duckdb.connect() as connection:
        connection.execute(QUIET)
        for each in all_resources():
            if "event_id" not in each.columns:
                continue
            connection.register("old", old[each.name])
            connection.register("new", new[each.name])
            found = connection.execute(
                "SELECT DISTINCT event_id FROM (FROM old EXCEPT ALL FROM new) "
                "UNION SELECT DISTINCT event_id FROM (FROM new EXCEPT ALL FROM old)"
            ).fetchall()
            ids.update(name for (name,) in found if name is not None)
    return pa.array(sorted(ids), pa.string())


def _rows(tables: Tables, ids: pa.Array, mentions: pa.Array) -> Rows:
    chosen = {each.name: _of(tables[each.name], "event_id", ids) for each in all_resources()}
    chosen["mentions"] = _of(tables["mentions"], "mention_id", mentions)
    try:
        return to_rows(chosen)
    except (ValueError, OverflowError) as error:  # a day outside the calendar, text that is no UTF-8
        raise PackageError(f"the rows cannot be read: {error}; `timeline validate` says where") from error


def _of(table: pa.Table, column: str, values: pa.Array) -> pa.Table:
    """Return the rows whose cell is among the values; all rows of a table without the column."""
    return table.filter(pc.is_in(table[column], values)) if column in table.column_names else table
