"""Inputs to articles: folders, files and standard input, read in an order of their own."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path

from timeline.articles.dataset import NAME, DatasetFile, add_known, read_dataset
from timeline.articles.formats import Found, Source, read_source, read_stdin
from timeline.articles.language import foreign_language
from timeline.articles.metadata import short, slug
from timeline.articles.values import DatasetInfo, InputProblem, Reading
from timeline.errors import InputError


def read(inputs: Sequence[Path | str] | Path | str) -> Reading:
    """Read articles from folders, files and ``-`` (standard input); the order of the inputs does not matter.

    What cannot be read is listed in ``problems`` and the rest goes on. Raises InputError for a ``dataset.toml`` that is
    not understood, and for two articles with one id.
    """
    given = (inputs,) if isinstance(inputs, str | Path) else tuple(inputs)
    paths = _distinct([path for name in given if str(name) != "-" for path in _expanded(str(name))])
    sources, problems = _sources(paths)
    results: list[Found | InputProblem] = [result for source in sources for result in read_source(source)]
    if "-" in map(str, given):
        results += read_stdin(sys.stdin.buffer.read())
    found = [result for result in results if isinstance(result, Found)]
    problems += [result for result in results if isinstance(result, InputProblem)]
    problems += _barren(paths, found)
    found, dataset, notices = _with_datasets(found, sources, paths)
    found, foreign = _english(found)
    problems += foreign
    _check_unique(found)
    articles = [replace(f.article, language=f.article.language or "en") for f in found]
    return Reading(
        tuple(sorted(articles, key=lambda article: article.article_id)),
        tuple(sorted(problems, key=lambda problem: (problem.path, problem.reason))),
        dataset,
        tuple(sorted([*notices, *_unused_datasets(paths)])),
    )


def _english(found: Sequence[Found]) -> tuple[list[Found], list[InputProblem]]:
    """Keep the articles in English, and name the language of the others."""
    kept: list[Found] = []
    foreign: list[InputProblem] = []
    for item in found:
        name = foreign_language(item.article.text, item.article.language)
        if name:
            foreign.append(InputProblem(item.shown, f"the text is in {name}; only English is read, so it is left out"))
        else:
            kept.append(item)
    return kept, foreign


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


def _with_datasets(
    found: list[Found], sources: Sequence[Source], inputs: Sequence[Path]
) -> tuple[list[Found], DatasetInfo, list[str]]:
    """Add what the dataset.toml of each input folder states."""
    datasets: list[DatasetFile] = []
    notices: list[str] = []
    for folder in inputs:
        if not (folder / NAME).is_file():
            continue
        dataset = read_dataset(folder, str(folder / NAME))
        mine = [item for item in found if item.root == folder]
        read_stems = {item.stem for item in mine}
        stems = {source.file.stem for source in sources if source.root == folder} - read_stems
        known, more = add_known(mine, dataset, frozenset(stems | {slug(stem) for stem in stems}))
        found = [item for item in found if item.root != folder] + known
        datasets.append(dataset)
        notices += more
    info, more = _one_info(datasets)
    return found, info, notices + more


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


def _check_unique(found: Sequence[Found]) -> None:
    """Refuse two articles with one id."""
    by_id: dict[str, list[str]] = defaultdict(list)
    for item in found:
        by_id[item.article.article_id].append(item.shown)
    for article_id in sorted(by_id):
        places = sorted(by_id[article_id])
        if len(places) > 1:
            also = f" and {len(places) - 2} more" if len(places) > 2 else ""
            raise InputError(
                f"{places[0]} and {places[1]}{also} have the same article_id {short(article_id)}; "
                "rename one, or give it an article_id of its own"
            )


def _barren(inputs: Sequence[Path], found: Sequence[Found]) -> list[InputProblem]:
    """Name the input folders that gave no article at all."""
    fruitful = {item.root for item in found}
    return [
        InputProblem(str(path), "the folder holds no article that can be read; give one with articles", True)
        for path in inputs
        if path.is_dir() and path not in fruitful
    ]
