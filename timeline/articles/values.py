"""What reading a set of inputs gives: the articles, what could not be read, and what the folder says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.models import Article


@dataclass(frozen=True, slots=True)
class InputProblem:
    """A file or row that could not be read: where, why and what to do, in one line.

    ``named`` is true if the path was given by the user and nothing in it could be read, false for a file found
    in a folder and for a bad row of a file whose other rows were read.
    """

    path: str
    reason: str
    named: bool = False

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who made the dataset, as Data Package describes contributors."""

    title: str
    role: str = ""
    path: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """What ``[dataset]`` in a ``dataset.toml`` states of the dataset; "" where it states nothing."""

    title: str = ""
    name: str = ""
    description: str = ""
    licence: str = ""
    base_url: str = ""
    version: str = ""
    contributors: tuple[Contributor, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read, in an order that does not depend on the order of the inputs.

    ``articles`` are sorted by id, which is unique. ``notices`` are disagreements that did not stop anything,
    such as a title that the file and the dataset give differently.
    """

    articles: tuple[Article, ...] = ()
    problems: tuple[InputProblem, ...] = ()
    dataset: DatasetInfo = DatasetInfo()
    notices: tuple[str, ...] = ()
