"""Elections on disk, for the decisions that articles tell beside them; and the decisions themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from typing import Any

from timeline.merge.recognitions import Election, Elections, is_decision
from timeline.merge.store import Store
from timeline.models import Event
from timeline.plain import from_plain, to_plain

_TOLD = {"country": "text", "article": "text", "election": "int"}  # its place in the texts
_DECISIONS = {"event_id": "text", "start": "day", "end": "day", "event": "int"}
_BESIDE = {"event_id": "text", "country": "text", "article": "text"}


class StoredElections(Elections):
    """Elections and decisions are added while the context lasts; then `decisions` gives these in their order.

    In memory is one election for each country and day.
    """

    def __init__(self, store: Store) -> None:
        """Keep them in a store."""
        super().__init__()
        self._store = store
        self._stack = ExitStack()
        self._texts = store.texts("decisions")
        self._near: tuple[Election, ...] = ()

    def __enter__(self) -> StoredElections:
        open_table = self._store.table
        self._told = self._stack.enter_context(open_table("elections", _TOLD))
        self._decided = self._stack.enter_context(open_table("decisions", _DECISIONS))
        self._beside = self._stack.enter_context(open_table("beside", _BESIDE))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def keep(self, event: Event, more: object) -> None:
        """Keep an event if it is an election or a decision; ``more`` goes with a decision, and comes back with it."""
        self.add(event)
        if is_decision(event):
            plain = json.dumps([to_plain(event), more], separators=(",", ":"))
            self._decided.add(event.event_id, event.date.start, event.date.end, self._texts.add(plain))
            for article in sorted({mention.article_id for mention in event.mentions}):
                self._beside.add(event.event_id, event.country, article)

    def decisions(self) -> Iterator[tuple[Event, Any]]:
        """The decisions in the order of events; while one is dealt with, `of` finds its election."""
        for _, rows in groupby(self._store.ask(_ORDERED), itemgetter(0)):
            found = list(rows)
            plain, more = json.loads(self._texts[found[0][1]])
            told = (self._texts[place] for _, _, place in found if place is not None)
            self._near = tuple(from_plain(Election, json.loads(each)) for each in told)
            yield from_plain(Event, plain), more

    def _note(self, election: Election, articles: Iterable[str]) -> None:
        place = self._texts.add(json.dumps(to_plain(election), separators=(",", ":")))
        for article in sorted(articles):
            self._told.add(election.country, article, place)

    def _told_beside(self, event: Event) -> Iterable[Election]:
        return self._near


_ORDERED = """
WITH near AS (SELECT DISTINCT event_id, election FROM beside JOIN elections USING (country, article))
SELECT event_id, event, election FROM decisions LEFT JOIN near USING (event_id)
ORDER BY coalesce("start", DATE '9999-12-31'), coalesce("end", DATE '9999-12-31'), event_id"""
