"""Frozen values to what JSON can hold, and back: what a crash must not lose is kept as text, never as pickles."""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: object) -> object:
    """Dataclasses, tuples and sets as lists (of a dataclass: its fields in order; of a set: sorted), dates as text."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return [to_plain(item) for item in sorted(value)]
    if is_dataclass(value):
        return [to_plain(getattr(value, name)) for name in _names(value.__class__)]
    return value.isoformat() if isinstance(value, dt.date) else value


def from_plain(kind: type[T], plain: Any) -> T:  # noqa: ANN401 - JSON
    """The value of a type that `to_plain` was given. Raises ValueError or TypeError if it cannot have been one."""
    value: T = _reader(kind)(plain)  # type: ignore[arg-type]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type
    return tuple(field.name for field in fields(kind))


@cache
def _reader(kind: Any) -> Any:  # noqa: ANN401 - a type form
    """The function that reads a type, made once: annotations are slow to look at."""
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if origin in (Union, types.UnionType):  # only X | None is used
        read = _reader(next(item for item in inner if item is not types.NoneType))
        return lambda plain: None if plain is None else read(plain)
    if origin is frozenset or (origin is tuple and inner[1:] == (Ellipsis,)):
        read = _reader(inner[0])
        return lambda plain: origin(map(read, plain))
    if origin is tuple:
        readers = [_reader(item) for item in inner]
        return lambda plain: tuple(read(item) for read, item in zip(readers, plain, strict=True))
    if kind is dt.date:
        return dt.date.fromisoformat
    if kind in (str, int, float, bool) or origin is Literal:
        return lambda plain: plain
    raise TypeError(f"{kind} is not kept")


def _dataclass_reader(kind: Any) -> Any:  # noqa: ANN401 - a type form
    hints = get_type_hints(kind)
    readers = [_reader(hints[name]) for name in _names(kind)]
    return lambda plain: kind(*(read(item) for read, item in zip(readers, plain, strict=True)))
