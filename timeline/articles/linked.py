"""Linked data (JSON-LD) in a page: what the publisher's own system says of the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.articles.metadata import day

_ARTICLE = re.compile(r"(?:Article|Posting|Report)\Z")
_MOST = 2000  # nodes of one page that are looked at
_ADDRESSES = ("mainEntityOfPage", "url", "@id")
_WRAPPED = re.compile(r"\A\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*\Z")


@dataclass(frozen=True, slots=True)
class Linked:
    """What linked data states of an article; "" where it states nothing."""

    publisher: str = ""
    url: str = ""
    published: str = ""


def read_linked(scripts: list[str]) -> Linked:
    """Read the blocks of linked data of a page. What is damaged, or is of no article (a video), says nothing."""
    nodes = list(_nodes([value for script in scripts if (value := _parsed(script)) is not None]))
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and node.get("name")}
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _strings(node.get("@type")))]
    article = next((node for node in articles if node.get("datePublished")), articles[0] if articles else {})
    return Linked(
        publisher=_name(article.get("publisher"), by_id),
        url=next((found for key in _ADDRESSES if (found := _address(article.get(key)))), ""),
        published=day(str(article.get("datePublished") or article.get("dateCreated") or "")),
    )


def _parsed(script: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(_WRAPPED.sub("", script.strip()), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(values: list[Any]) -> Iterator[Mapping[str, Any]]:
    """All objects in the blocks, the outer before the inner, no more than a page can sensibly have."""
    waiting, seen = list(values), 0
    while waiting and seen < _MOST:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += value[: _MOST - seen]


def _strings(value: object) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _name(value: object, by_id: Mapping[str, Mapping[str, Any]]) -> str:
    """The name of an organisation: written out, in an object, in a list, or in the object it points to."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return first if isinstance(first, str) else ""
    name = first.get("name") or by_id.get(str(first.get("@id")), {}).get("name")
    return next(iter(_strings(name)), "")


def _address(value: object) -> str:
    inner = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return inner if isinstance(inner, str) and inner.startswith(("http://", "https://")) else ""
