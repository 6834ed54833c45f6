"""What merging keeps on disk instead of in memory gives the same as memory does."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from timeline.merge.entities import Directory, Longer, Sight
from timeline.merge.names import is_short_form
from timeline.merge.store import Store, Taken
from timeline.merge.stored_entities import SIGHTS, known_by_article, settle_entities
from timeline.models import Participant


def sight(name: str, kind: str, country: str = "", times: int = 1) -> Sight:
    return Sight(Participant("actor", name, kind, country), times, tuple(name.lower().split()))


BANK = "Central Bank"
ARTICLES = (
    (sight("Ana Varga", "person", times=3), sight("Zambia", "country", "ZMB"), sight(BANK, "organisation", "ZMB")),
    (sight("Ana Lopes Varga", "person"), sight(BANK, "organisation"), sight(BANK, "group", "FJI")),
    (sight(BANK, "organisation", "FJI", 2), sight("Rosa Lopes", "person"), sight("Lopes", "person")),
    (),
    (sight("Ana Lopes", "person"), sight("Ana Lopes Quispe", "person"), sight(BANK, "organisation")),
    (sight("Teachers", "group", "FJI"), sight("Teachers", "person"), sight("Nowhere", "country")),
)  # fmt: skip


def test_entities_on_disk_are_those_of_the_directory(tmp_path: Path) -> None:
    directory, store = Directory(), Store(tmp_path)
    for sights in ARTICLES:
        directory.learn(sights)
    for sights in ARTICLES:
        directory.count(sights)
    with store.table("sights", SIGHTS) as table:
        for place, sights in enumerate(ARTICLES):
            for one in sights:
                party = one.party
                table.add(place, party.kind, party.name, party.country, " ".join(one.form), one.times)
    settled = tuple(sorted(settle_entities(store), key=lambda entity: entity.entity_id))
    assert settled == directory.settle()
    known = dict(known_by_article(store))
    for place, sights in enumerate(ARTICLES):
        found = {key: entity.entity_id for key, entity in known.get(place, {}).items()}
        wanted = {(p.kind, p.name, p.country): entity_id for p, entity_id in directory.entities_of(sights)}
        assert found == wanted
    assert {entity.name for entity in settled} >= {"Ana Lopes Varga", "Ana Lopes", "Zambia", "Central Bank"}
    store.close()


def test_the_longer_name_is_found_among_all_that_have_the_surname() -> None:
    words = ("ana", "lopes", "varga", "de")
    forms = [form for size in (2, 3, 4) for form in product(words, repeat=size)]
    longer = Longer(forms)
    for form in forms:
        fuller = {other for other in forms if other[0] == form[0] and is_short_form(form, other)}
        assert longer.fullest(form) == (form if len(fuller) != 1 else fuller.pop())
    assert Longer([("ana", "lopes", "varga")]).fullest(("ana", "varga")) == ("ana", "lopes", "varga")


def test_given_names_are_known_from_the_disk(tmp_path: Path) -> None:
    taken = Taken(tmp_path / "taken.sqlite")
    taken.add("fji-2030-01-01-protest-1a2b")
    taken.add("fji-2030-01-01-protest-1a2b")
    assert "fji-2030-01-01-protest-1a2b" in taken and "fji-2030-01-01-protest-1a2c" not in taken
    taken.close()
