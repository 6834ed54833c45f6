"""``dataset.toml``: what a folder states of the dataset, and of its articles beyond their texts."""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path

from timeline.articles.decoding import decoded
from timeline.articles.formats import Found
from timeline.articles.metadata import cleaned, short, slug
from timeline.articles.values import Contributor, DatasetInfo
from timeline.errors import InputError

NAME = "dataset.toml"

_DATASET_KEYS = tuple(field.name for field in fields(DatasetInfo))
_ARTICLE_KEYS = ("id", "title", "publisher", "url", "language", "published")
_CONTRIBUTOR_KEYS = tuple(field.name for field in fields(Contributor))


@dataclass(frozen=True, slots=True)
class DatasetFile:
    """A ``dataset.toml`` that is well formed: ``articles`` maps what it calls an article to what it states of it."""

    shown: str
    info: DatasetInfo
    articles: Mapping[str, Mapping[str, str]]


def read_dataset(folder: Path, shown: str) -> DatasetFile:
    """Read the ``dataset.toml`` of a folder. Raises InputError for anything in it that is not understood."""
    try:
        data = tomllib.loads(decoded((folder / NAME).read_bytes()))
        _check_keys(data, ("dataset", "article"), "the file")
        return DatasetFile(shown, _info(data.get("dataset", {})), _articles(data.get("article", [])))
    except OSError as error:
        raise InputError(f"{shown}: {error.strerror}; check its permissions") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{shown}: not sound TOML ({error})") from error
    except InputError as error:
        raise InputError(f"{shown}: {error}") from error


def _info(table: object) -> DatasetInfo:
    """Check ``[dataset]``."""
    if not isinstance(table, dict):
        raise InputError(f"dataset is {short(table)}; write it as a table, [dataset]")
    _check_keys(table, _DATASET_KEYS, "[dataset]")
    texts = {key: _text(value, f"[dataset] {key}") for key, value in table.items() if key != "contributors"}
    people = table.get("contributors", [])
    if not isinstance(people, list):
        raise InputError(f"[dataset] contributors is {short(people)}; write a list of names or tables with a title")
    return DatasetInfo(**texts, contributors=tuple(_contributor(person) for person in people))


def _contributor(person: object) -> Contributor:
    """Check one contributor: a name, or a table with a title."""
    if isinstance(person, str) and person.strip():
        return Contributor(person.strip())
    if not isinstance(person, dict) or not person.get("title"):
        raise InputError(f"[dataset] contributors holds {short(person)}; write a name or a table with a title")
    _check_keys(person, _CONTRIBUTOR_KEYS, "a contributor")
    return Contributor(**{key: _text(value, f"contributor {key}") for key, value in person.items()})


def _articles(entries: object) -> dict[str, Mapping[str, str]]:
    """Check every ``[[article]]``."""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError("article is no list of tables; write each as [[article]]")
    result: dict[str, Mapping[str, str]] = {}
    for number, entry in enumerate(entries, 1):
        where = f"[[article]] {number}"
        _check_keys(entry, _ARTICLE_KEYS, where)
        if not isinstance(entry.get("id"), str) or not entry["id"].strip():
            raise InputError(f"{where} has id {short(entry.get('id'))}; give the file's name without its suffix")
        if entry["id"] in result:
            raise InputError(f"{where} gives {short(entry['id'])} a second time; keep one")
        try:
            result[entry["id"]] = cleaned({key: value for key, value in entry.items() if key != "id"})
        except InputError as error:
            raise InputError(f"{where} ({entry['id']}): {error}") from error
    return result


def _check_keys(table: Mapping[str, object], known: tuple[str, ...], where: str) -> None:
    """Refuse a key that is not known, with the one that may have been meant."""
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            raise InputError(f"{where} has the unknown key {key}; {hint}")


def _text(value: object, where: str) -> str:
    """Check a value that is a text; a date or number is written as one."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date):
        raise InputError(f"{where} is {short(value)}; write it in quotes")
    return str(value).strip()


class Known:
    """Adds what the dataset.toml of a folder states to the folder's articles, one by one; what a file states wins."""

    def __init__(self, dataset: DatasetFile) -> None:
        self.dataset = dataset
        self.notices: list[str] = []  # one per disagreement
        self._used: set[str] = set()

    def add(self, item: Found) -> Found:
        """The article with what the dataset knows of it."""
        articles = self.dataset.articles
        key = next((k for k in (item.stem, item.article.article_id) if k in articles), None)
        key = key or self._by_slug.get(item.article.article_id)
        if key is None:
            return item
        self._used.add(key)
        known = articles[key]
        own = {name: getattr(item.article, name) for name in known}
        self.notices += [
            f"{item.shown}: {name} is {short(own[name])} in the file and {short(known[name])} in {self.dataset.shown}; "
            "the file's is used"
            for name in sorted(known)
            if own[name] and own[name] != known[name]
        ]
        missing = {name: value for name, value in known.items() if not own[name]}
        return replace(item, article=replace(item.article, **missing))

    @cached_property
    def _by_slug(self) -> Mapping[str, str]:
        return {slug(key): key for key in reversed(tuple(self.dataset.articles))}

    def check(self, stems: Callable[[], Iterable[str]]) -> None:
        """Refuse an id that is no file of the folder, whose stems are asked for only if an entry was not used."""
        unused = [key for key in self.dataset.articles if key not in self._used]
        if not unused:
            return
        files = {name for stem in stems() for name in (stem, slug(stem))}
        unknown = [key for key in unused if key not in files and slug(key) not in files | self._used]
        if unknown:
            raise InputError(
                f"{self.dataset.shown}: no article has the id {short(unknown[0])}; give a file's name without suffix"
            )
