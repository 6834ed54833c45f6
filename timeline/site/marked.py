"""An article as a page, with its mentions marked: trigger, roles, claim, figures, date, and whether it happened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from timeline.models import ArticleResult, Mention

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the mentions whose trigger it is."""

    text: str
    mentions: tuple[Mention, ...] = ()


def render_mentions(result: ArticleResult) -> str:
    """One complete page, no script, everything escaped: the text with its triggers marked, and a card per mention."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    title = result.article.title or result.article.article_id
    template = environment.get_template("mentions.html")
    return template.render(title=title, article=result.article, pieces=_pieces(result), mentions=result.mentions)


def _pieces(result: ArticleResult) -> tuple[Piece, ...]:
    """The text cut at the triggers, in order; triggers that overlap share the first one's piece."""
    text = result.article.text
    pieces: list[Piece] = []
    at = 0
    for mention in sorted(result.mentions, key=lambda item: (item.trigger.start, -item.trigger.end)):
        if mention.trigger.start < at:
            pieces[-1] = Piece(pieces[-1].text, (*pieces[-1].mentions, mention))
            continue
        pieces.append(Piece(text[at : mention.trigger.start]))
        pieces.append(Piece(mention.trigger.text, (mention,)))
        at = mention.trigger.end
    return (*pieces, Piece(text[at:]))
