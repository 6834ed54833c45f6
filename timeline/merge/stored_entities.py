"""Who is who, without holding the names: what `entities.Directory` settles in memory, row for row, from sights on disk.

In memory are the full names that begin with one first name, and what one entity is called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from timeline.merge.entities import Longer, entity_of
from timeline.merge.store import Store, Taken
from timeline.models import Entity, Participant

SIGHTS = {"place": "int", "kind": "text", "name": "text", "country": "text", "form": "text", "times": "int"}
"""The sights of the article with that place; `form` has its words with blanks between."""

_FULLER = {"form": "text", "full": "text"}
_ENTITIES = dict.fromkeys(("identity", "home", "entity_id", "called", "its_kind", "its_country"), "text")
_BODY = "kind IN ('organisation', 'group')"

Known = dict[tuple[str, str, str], Entity]
"""Kind, name and country as an article has them -> the entity, without its aliases."""


def settle_entities(store: Store) -> Iterator[Entity]:
    """All entities, from the table ``sights``; afterwards `known_by_article` tells who is meant."""
    with store.table("fuller", _FULLER) as fuller:
        forms = store.ask(_FORMS)
        for _, same_first in groupby((tuple(form.split()) for (form,) in forms), itemgetter(0)):
            longer = Longer(same_first)
            for form in longer.forms:
                if (full := longer.fullest(form)) != form:
                    fuller.add(" ".join(form), " ".join(full))
    for name, sql in _IDENTITIES.items():
        store.keep(name, sql)
    taken = Taken(store.folder / "entity_ids.sqlite")
    with store.table("entities", _ENTITIES) as table:
        for (identity, home), rows in groupby(store.ask(_COUNTED), itemgetter(0, 1)):
            counted = Counter({Participant("actor", name, kind, of): times for _, _, kind, name, of, times in rows})
            entity = entity_of((identity, home), counted, taken)
            taken.add(entity.entity_id)
            table.add(identity, home, entity.entity_id, entity.name, entity.kind, entity.country)
            yield entity
    taken.close()


def known_by_article(store: Store) -> Iterator[tuple[int, Known]]:
    """The entities that each article with names means, in the order of places."""
    for place, rows in groupby(store.ask(_KNOWN), itemgetter(0)):
        yield place, {(kind, name, of): Entity(*who, ()) for _, kind, name, of, *who in rows}  # type: ignore[call-arg]


_FORMS = "SELECT DISTINCT form FROM sights WHERE kind = 'person' AND contains(form, ' ') ORDER BY form"
# As `Directory` does: a country is its code, a person the full name; bodies of one name are kept apart by country.
_IDENTITIES = {
    "apart": f"""
SELECT form FROM sights WHERE {_BODY} AND country <> '' GROUP BY form HAVING count(DISTINCT country) > 1""",
    "placed": f"""
SELECT place, form, min(country) AS country FROM sights SEMI JOIN apart USING (form)
WHERE {_BODY} AND country <> '' GROUP BY place, form HAVING count(DISTINCT country) = 1""",
    "identified": f"""
SELECT s.place, s.kind, s.name, s.country, s.times,
  CASE WHEN s.kind = 'country' AND s.country <> '' THEN '=' || s.country
       WHEN s.kind = 'person' THEN coalesce(fuller.full, s.form) ELSE s.form END AS identity,
  CASE WHEN s.{_BODY} AND apart.form IS NOT NULL THEN coalesce(nullif(s.country, ''), placed.country, '')
       ELSE '' END AS home
FROM sights AS s LEFT JOIN fuller ON s.form = fuller.form LEFT JOIN apart ON s.form = apart.form
LEFT JOIN placed ON s.place = placed.place AND s.form = placed.form""",
}
_COUNTED = """
SELECT identity, home, kind, name, country, CAST(sum(times) AS BIGINT) FROM identified
GROUP BY identity, home, kind, name, country ORDER BY identity, home"""
_KNOWN = """
SELECT place, kind, name, country, entity_id, called, its_kind, its_country
FROM identified JOIN entities USING (identity, home) ORDER BY place"""
