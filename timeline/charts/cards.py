"""An event's label: when and what in bold, its title, and who says so."""

from __future__ import annotations

from timeline.charts.items import Item
from timeline.charts.measure import clean, width
from timeline.charts.scene import Block, Style, block
from timeline.charts.style import INK, MUTED, TEXT
from timeline.charts.words import NO_DATE, country_words

_HEAD, _BODY, _CLAIM = Style(13, 600, INK, 3), Style(13, 400, TEXT, 4), Style(12, 400, MUTED, 2)


def label(item: Item, room: float, with_country: bool) -> Block:
    """The label of an event, set at (0, 0) in a column `room` pixels wide. Long titles end with an ellipsis."""
    when = "" if item.when == NO_DATE else item.when  # its place says so
    what = " · ".join(filter(None, (item.what, _country(item) if with_country else "")))
    head = " · ".join(filter(None, (when, what)))
    when, head = when[:1].upper() + when[1:], head[:1].upper() + head[1:]
    heads = [head] if width(head, _HEAD.size, _HEAD.weight) <= room else [when, what]
    claim = item.attribution
    paragraphs = [*((line, _HEAD) for line in heads), (item.title, _BODY), (claim[:1].upper() + claim[1:], _CLAIM)]
    return block(paragraphs, room).on_paper()


def spoken(item: Item) -> str:
    """An event in one sentence, for those who hear the picture, and for the tooltip."""
    parts = (item.when, item.what, _country(item), item.title, item.attribution)
    return clean(". ".join(part for part in parts if part))


def several_countries(items: tuple[Item, ...]) -> bool:
    """Whether labels have to say which country they are about."""
    return len({item.country for item in items}) > 1


def _country(item: Item) -> str:
    return country_words(item.country) if item.country else ""
