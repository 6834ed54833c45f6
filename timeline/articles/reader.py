"""Inputs to articles: folders, files and standard input, read one article at a time.

Only one article is in memory at a time, and of each that was read a few dozen bytes that tell whether its id came
before. What concerns all of them (ids given twice, entries of a dataset.toml that fit nothing) is told at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from timeline.articles.dataset import NAME, DatasetFile, Known, read_dataset
from timeline.articles.formats import Found, Source, read_source, read_stdin
from timeline.articles.language import foreign_language
from timeline.articles.unique import Ids
from timeline.articles.values import DatasetInfo, InputProblem, Reading
from timeline.errors import InputError
from timeline.models import Article


def read(inputs: Sequence[Path | str] | Path | str) -> Reading:
    """Read articles from folders, files and ``-`` (standard input); the order of the inputs does not matter.

    What cannot be read is listed in ``problems`` and the rest goes on. Raises InputError for a ``dataset.toml`` that is
    not understood, and for two articles with one id.
    """
    stream = ArticleStream(inputs)
    articles = tuple(sorted(stream, key=lambda article: article.article_id))
    return replace(stream.rest(), articles=articles)


def read_inputs(inputs: Sequence[Path | str]) -> Reading:
    """Read all inputs, `-` is standard input. Raises InputError if nothing in them could be read."""
    reading = read(inputs)
    if not reading.articles:
        raise nothing_read(inputs, reading)
    return reading


def nothing_read(inputs: Sequence[Path | str], reading: Reading) -> InputError:
    """The error that says why inputs gave no article."""
    listed = "\n".join(map(str, reading.problems))
    return InputError(listed or f"{', '.join(map(str, inputs))}: no article could be read; is the folder empty?")


class ArticleStream:
    """The articles of inputs, to be gone through once; then `rest` has what else is known, its articles left out."""

    def __init__(self, inputs: Sequence[Path | str] | Path | str) -> None:
        """List the files. Raises InputError for a ``dataset.toml`` that is not understood."""
        given = (inputs,) if isinstance(inputs, str | Path) else tuple(inputs)
        self._paths = _distinct([path for name in given if str(name) != "-" for path in _expanded(str(name))])
        self._sources, self._problems = _sources(self._paths)
        self._piped = "-" in map(str, given)
        self._known = {path: Known(read_dataset(path, str(path / NAME))) for path in self._paths if _has_dataset(path)}
        self._ids = Ids()
        self._fruitful: set[Path | None] = set()
        self._copies: list[str] = []

    def __iter__(self) -> Iterator[Article]:
        """Each article that can be read and is in English."""
        for result in self._results():
            if isinstance(result, InputProblem):
                self._problems.append(result)
                continue
            self._fruitful.add(result.root)
            item = self._known[result.root].add(result) if result.root in self._known else result
            if name := foreign_language(item.article.text, item.article.language):
                reason = f"the text is in {name}; only English is read, so it is left out"
                self._problems.append(InputProblem(item.shown, reason))
                continue
            if first := self._ids.add(item.article.article_id, item.shown, item.fetched):
                self._copies.append(f"{item.shown}: one more copy of {first}, from the same address; it is left out")
                continue
            yield replace(item.article, language=item.article.language or "en")

    def _results(self) -> Iterator[Found | InputProblem]:
        for source in self._sources:
            yield from read_source(source)
        if self._piped:
            yield from read_stdin(sys.stdin.buffer)

    def rest(self) -> Reading:
        """What could not be read, and what the folders state. Raises InputError for ids that are wrong."""
        for folder, known in self._known.items():
            known.check(lambda folder=folder: (s.file.stem for s in self._sources if s.root == folder))  # type: ignore[misc]
        self._ids.check()
        problems = [*self._problems, *_barren(self._paths, self._fruitful)]
        info, notices = _one_info([known.dataset for known in self._known.values()])
        notices += self._copies
        notices += [notice for known in self._known.values() for notice in known.notices]
        return Reading(
            (),
            tuple(sorted(problems, key=lambda problem: (problem.path, problem.reason))),
            info,
            tuple(sorted([*notices, *_unused_datasets(self._paths)])),
        )


def _has_dataset(path: Path) -> bool:
    return (path / NAME).is_file()


def read_folder(folder: Path | str) -> Reading:
    """Read the articles of one folder, as `read` does."""
    return read([folder])


def _distinct(paths: Sequence[Path]) -> list[Path]:
    """Sort paths and leave out other names of the same file or folder."""
    return list({path.resolve(): path for path in sorted(paths, reverse=True)}.values())[::-1]


def _expanded(name: str) -> list[Path]:
    """The paths that a pattern such as "news/*.txt" stands for; any other name stands for itself."""
    path = Path(name)
    if _exists(path) or not any(mark in name for mark in "*?["):
        return [path]
    start = Path(path.anchor)
    try:
        return sorted(start.glob(path.relative_to(start).as_posix())) or [path]
    except (ValueError, OSError):  # no sound pattern, or a folder that may not be listed
        return [path]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _sources(paths: Sequence[Path]) -> tuple[list[Source], list[InputProblem]]:
    """List the files to be read, each once, even if it was named and is in a folder too."""
    chosen: dict[Path, Source] = {}
    problems: list[InputProblem] = []
    for path in paths:
        try:
            sources = _sources_of(path)
        except InputError as error:
            problems.append(InputProblem(str(path), str(error), True))
            continue
        for source in sources:
            key = source.file.resolve()
            chosen[key] = _merged(chosen[key], source) if key in chosen else source
    return sorted(chosen.values(), key=lambda source: source.shown), problems


def _sources_of(path: Path) -> list[Source]:
    """List the files that one input stands for. Raises InputError if it is not there or cannot be listed."""
    try:
        if path.is_dir():
            return [Source(file, str(file), file.relative_to(path).as_posix(), path) for file in _files(path)]
        path.stat()
    except FileNotFoundError as error:
        raise InputError("there is no such file or folder; check the path") from error
    except OSError as error:
        raise InputError(f"{error.strerror or error}; check the path and its permissions") from error
    return [Source(path, str(path), path.name, None, True)]


def _merged(one: Source, other: Source) -> Source:
    """Keep one of two ways to the same file: the one through the innermost folder, which may have a dataset.toml."""
    kept = max(one, other, key=lambda source: (source.root is not None, -len(source.inner), source.shown))
    return replace(kept, named=one.named or other.named)


def _files(folder: Path) -> Iterable[Path]:
    """List the files of a folder and its subfolders that may be articles, sorted."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inner.parts)
        if path.is_file() and not hidden and path.name != NAME and not path.name.lower().startswith("readme"):
            yield path


def _unused_datasets(inputs: Sequence[Path]) -> list[str]:
    """Name each dataset.toml of a subfolder, which is read only where its own folder is an input."""
    used = {(path / NAME).resolve() for path in inputs}
    return [
        f"{file}: not read, since it is in a subfolder; give {file.parent} as an input of its own"
        for path in inputs
        if path.is_dir()
        for file in path.rglob(NAME)
        if file.resolve() not in used and not any(part.startswith(".") for part in file.relative_to(path).parts)
    ]


def _one_info(datasets: Sequence[DatasetFile]) -> tuple[DatasetInfo, list[str]]:
    """Make one statement of several: the first that says something is used, and disagreement is noted."""
    values: dict[str, object] = {}
    origin: dict[str, str] = {}
    notices = []
    for dataset in datasets:
        for field in fields(DatasetInfo):
            value = getattr(dataset.info, field.name)
            if value and field.name not in values:
                values[field.name], origin[field.name] = value, dataset.shown
            elif value and values[field.name] != value:
                notices.append(f"{dataset.shown}: {field.name} differs from {origin[field.name]}, which is used")
    return DatasetInfo(**values), notices  # type: ignore[arg-type]


def _barren(inputs: Sequence[Path], fruitful: set[Path | None]) -> list[InputProblem]:
    """Name the input folders that gave no article at all."""
    return [
        InputProblem(str(path), "the folder holds no article that can be read; give one with articles", True)
        for path in inputs
        if path.is_dir() and path not in fruitful
    ]
